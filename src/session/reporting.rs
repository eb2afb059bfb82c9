//! Making and signing a report.

use chrono::{DateTime, FixedOffset, Timelike as _};

use crate::domain::text::Language;
use crate::domain::{Framework, score};
use crate::report::content::{LAYOUT, PROGRAM, Parameters, SignerFacts, Source, document};
use crate::report::{WriteError, write};
use crate::signing::{FieldRole, SignError, SignRequest, Signer, sign};
use crate::storage::exchange_file;
use crate::storage::problem::Problem;
use crate::wording::Wording;

/// What a report is made from. Owned, so that it can be made on another thread.
#[derive(Clone, Debug)]
pub struct ReportJob {
    /// The framework.
    pub framework: Framework,
    /// Its file, byte for byte.
    pub framework_text: Vec<u8>,
    /// The findings as an exchange file.
    pub exchange: String,
    /// Whether they are final.
    pub is_final: bool,
    /// The time of the report and of the signature.
    pub at: DateTime<FixedOffset>,
    /// The language.
    pub language: Language,
}

/// Why there is no report.
#[derive(Debug, thiserror::Error)]
pub enum ReportError {
    /// The exchange file that would travel inside cannot be read back.
    #[error("the assessment cannot be read back")]
    Assessment(Vec<Problem>),
    /// The pages cannot be written.
    #[error(transparent)]
    Write(#[from] WriteError),
    /// It cannot be signed.
    #[error(transparent)]
    Sign(#[from] SignError),
}

impl ReportJob {
    /// Makes the report, signed by the assessor when there is a signer.
    ///
    /// It is made from the exchange file that travels inside, so that what a reader recomputes is what stands here.
    pub fn make(&self, signer: Option<&Signer>) -> Result<Vec<u8>, ReportError> {
        let at = self.at.with_nanosecond(0).unwrap_or(self.at);
        let parameters = Parameters {
            layout: LAYOUT,
            program: PROGRAM.to_owned(),
            language: self.language,
            at,
            is_final: self.is_final,
            signer: signer.map(|signer| SignerFacts {
                name: signer.certificate().name().to_owned(),
                fingerprint: signer.certificate().fingerprint(),
            }),
        };
        let pdf = render(&self.framework, &self.framework_text, &self.exchange, &parameters)?;
        let Some(signer) = signer else { return Ok(pdf) };
        let wording = Wording::new(self.language);
        let request = SignRequest {
            field: FieldRole::Assessor,
            reason: wording.text("signature-reason-assessor"),
            location: None,
            at,
        };
        Ok(sign(&pdf, &request, signer)?)
    }
}

/// Draws the report that follows from a framework, an exchange file and parameters, and from nothing else.
pub fn render(
    framework: &Framework,
    framework_text: &[u8],
    exchange: &str,
    parameters: &Parameters,
) -> Result<Vec<u8>, ReportError> {
    let read = exchange_file::read(exchange.as_bytes(), framework).map_err(ReportError::Assessment)?;
    let scored = score(framework, &read.sheet);
    let source = Source {
        framework,
        framework_text,
        cover: &read.cover,
        perspective: read.perspective,
        sheet: &read.sheet,
        score: &scored,
        log_head: read.log_head.as_ref(),
        exchange,
        parameters,
    };
    Ok(write(&document(&source, &Wording::new(parameters.language)))?)
}
