//! Making and signing a report.

use chrono::{DateTime, FixedOffset, Timelike as _};

use crate::domain::text::Language;
use crate::domain::{Framework, score};
use crate::report::content::unshown::AllUnshown;
use crate::report::content::{LAYOUT, Literal, PROGRAM, Parameters, SignerFacts, Source, document};
use crate::report::{WriteError, write};
use crate::signing::{FieldRole, SignError, SignRequest, Signer, Stamping, sign, sign_stamped};
use crate::storage::problem::Problem;
use crate::storage::{exchange_file, overlay_file};
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
    /// The file with the literal wording of the norms, when the report is to quote it.
    pub overlay: Option<Vec<u8>>,
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
    /// The literal wording cannot be read over the framework.
    #[error("the overlay cannot be read")]
    Overlay(Vec<Problem>),
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
        self.make_with(signer, None)
    }

    /// Makes the report, signed by the assessor, with a time stamp over the signature when one is asked for. Without a stamp
    /// that was asked for there is no report.
    pub fn make_signed(&self, signer: &Signer, stamping: Option<&Stamping<'_>>) -> Result<Vec<u8>, ReportError> {
        self.make_with(Some(signer), stamping)
    }

    fn make_with(&self, signer: Option<&Signer>, stamping: Option<&Stamping<'_>>) -> Result<Vec<u8>, ReportError> {
        let parameters = self.parameters(signer.map(facts));
        let at = parameters.at;
        let pdf = self.render(&parameters)?;
        let Some(signer) = signer else { return Ok(pdf) };
        let wording = Wording::new(self.language);
        let request = SignRequest {
            field: FieldRole::Assessor,
            reason: wording.text("signature-reason-assessor"),
            location: None,
            at,
        };
        Ok(match stamping {
            Some(stamping) => sign_stamped(&pdf, &request, signer, stamping)?,
            None => sign(&pdf, &request, signer)?,
        })
    }

    /// The report as it is before this signer signs: what [`ReportJob::make`] puts a signature under.
    pub fn draft(&self, signer: Option<SignerFacts>) -> Result<Vec<u8>, ReportError> {
        self.render(&self.parameters(signer))
    }

    /// The characters that the report shows by their code points, and where they stand.
    pub fn unshown(&self, signer: Option<&Signer>) -> Result<AllUnshown, ReportError> {
        self.with_source(&self.parameters(signer.map(facts)), AllUnshown::of)
    }

    fn parameters(&self, signer: Option<SignerFacts>) -> Parameters {
        Parameters {
            layout: LAYOUT,
            program: PROGRAM.to_owned(),
            language: self.language,
            at: self.at.with_nanosecond(0).unwrap_or(self.at),
            is_final: self.is_final,
            signer,
        }
    }

    /// Draws the report that follows from these files and parameters, and from nothing else.
    fn render(&self, parameters: &Parameters) -> Result<Vec<u8>, ReportError> {
        let wording = Wording::new(parameters.language);
        Ok(write(&self.with_source(parameters, |source| document(source, &wording))?)?)
    }

    fn with_source<T>(&self, parameters: &Parameters, make: impl FnOnce(&Source) -> T) -> Result<T, ReportError> {
        let framework = &self.framework;
        let read = exchange_file::read(self.exchange.as_bytes(), framework).map_err(ReportError::Assessment)?;
        let overlay = self.overlay.as_deref().map(|file| overlay_file::read(file, framework));
        let overlay = overlay.transpose().map_err(ReportError::Overlay)?;
        let literal = overlay.as_ref().zip(self.overlay.as_deref()).map(|(overlay, file)| Literal { overlay, file });
        let scored = score(framework, &read.sheet);
        let source = Source {
            framework,
            framework_text: &self.framework_text,
            cover: &read.cover,
            perspective: read.perspective,
            sheet: &read.sheet,
            score: &scored,
            log_head: read.log_head.as_ref(),
            exchange: &self.exchange,
            literal,
            parameters,
        };
        Ok(make(&source))
    }
}

fn facts(signer: &Signer) -> SignerFacts {
    SignerFacts { name: signer.certificate().name().to_owned(), fingerprint: signer.certificate().fingerprint() }
}
