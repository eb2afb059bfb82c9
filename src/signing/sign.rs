//! Signing a report.

use chrono::{DateTime, FixedOffset, Utc};
use sha2::{Digest, Sha256};

use super::certificate::Certificate;
use super::cms;
use super::fault::Fault;
use super::field::FieldRole;
use super::integrity::inspect;
use super::keys::SigningFault;
use super::pdf::form::Frame;
use super::pdf::revision;
use super::pdf::text::to_pdf_precision;
use super::pdf::update::{Basis, MAX_CMS_BYTES, Statement, Update, contents_digits};
use super::plain_text::{MAX_STATEMENT_CHARS, PlainTextError, plain_line};
use super::signer::Signer;
use super::stamp::{self, StampError, Stamping};
use super::token::TokenError;

/// How often a signature is made when its length keeps changing the place that it needs; two are rare already.
const MAX_ATTEMPTS: usize = 8;

/// What a signer states. The name in the signature is always the name in his certificate.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SignRequest {
    /// The field to fill.
    pub field: FieldRole,
    /// In what role or why; one line, at most [`MAX_STATEMENT_CHARS`] characters.
    pub reason: String,
    /// Where; one line, at most [`MAX_STATEMENT_CHARS`] characters.
    pub location: Option<String>,
    /// The time of signing as the signer claims it; cut to whole seconds.
    pub at: DateTime<FixedOffset>,
}

/// Signs `pdf` and returns it with the signature appended; its earlier bytes stay as they are.
///
/// The assessor signs first, and certifies: after that only the second reader can sign. What comes out has been verified
/// as [`inspect`] does.
///
/// # Errors
/// [`SignError`]; nothing is returned then.
pub fn sign(pdf: &[u8], request: &SignRequest, signer: &Signer) -> Result<Vec<u8>, SignError> {
    sign_with(pdf, request, signer, None)
}

/// Signs as [`sign`] does, with a time stamp over the signature.
///
/// # Errors
/// [`SignError`], [`SignError::Stamp`] when there is no stamp; nothing is returned then.
pub fn sign_stamped(
    pdf: &[u8],
    request: &SignRequest,
    signer: &Signer,
    stamping: &Stamping<'_>,
) -> Result<Vec<u8>, SignError> {
    sign_with(pdf, request, signer, Some(stamping))
}

fn sign_with(
    pdf: &[u8],
    request: &SignRequest,
    signer: &Signer,
    stamping: Option<&Stamping<'_>>,
) -> Result<Vec<u8>, SignError> {
    check_document(pdf, request.field, signer)?;
    let statement = statement(request, signer)?;
    let (revisions, _) = revision::split(pdf);
    let (Some(first), Some(previous)) = (revisions.first(), revisions.last()) else {
        return Err(SignError::NotAReport { faults: Vec::new() });
    };
    let frame = Frame::of(first).map_err(|fault| SignError::NotAReport { faults: vec![fault] })?;
    let basis = Basis { pdf, frame: &frame, previous, role: request.field };

    let update = signed_update(&basis, &statement, signer, stamping)?;
    let mut signed = pdf.to_vec();
    signed.extend_from_slice(&update.bytes);
    let result = inspect(&signed);
    if result.is_intact() { Ok(signed) } else { Err(SignError::SelfCheck { faults: result.all_faults() }) }
}

/// The update with its signature.
fn signed_update(
    basis: &Basis<'_>,
    statement: &Statement,
    signer: &Signer,
    stamping: Option<&Stamping<'_>>,
) -> Result<Update, SignError> {
    let longest = cms::longest(signer).ok_or(SignError::Encoding)?;
    let digits = |cms: &[u8]| contents_digits(cms.len(), stamping.is_some());
    let write = |cms: &[u8]| basis.write(statement, cms, digits(cms));
    let (update, cms) = settled(longest, write, |draft| {
        let mut hash = Sha256::new();
        hash.update(basis.pdf);
        hash.update(draft.bytes.get(..draft.gap.start - draft.start).unwrap_or_default());
        hash.update(draft.bytes.get(draft.gap.end - draft.start..).unwrap_or_default());
        Ok(cms::sign(&hash.finalize(), signer)?)
    })?;
    let Some(stamping) = stamping else { return Ok(update) };
    let digits = digits(&cms);
    Ok(basis.write(statement, &stamped(&cms, stamping, statement.at, digits / 2)?, digits))
}

/// Signs a draft and writes the message into its place, which depends on the length of the message. The key is asked once,
/// since the longest message is known beforehand: a card can want its PIN for every signature. Only when an ECDSA
/// signature comes out shorter, and the certificates just fill the smaller place, is it asked again.
fn settled(
    longest: usize,
    write: impl Fn(&[u8]) -> Update,
    mut sign: impl FnMut(&Update) -> Result<Vec<u8>, SignError>,
) -> Result<(Update, Vec<u8>), SignError> {
    let mut expected = vec![0; longest];
    for _ in 0..MAX_ATTEMPTS {
        if expected.len() > MAX_CMS_BYTES {
            return Err(SignError::ChainTooLarge { bytes: expected.len(), max: MAX_CMS_BYTES });
        }
        let draft = write(&expected);
        let cms = sign(&draft)?;
        let update = write(&cms);
        if update.gap == draft.gap {
            return Ok((update, cms));
        }
        expected = cms;
    }
    Err(SignError::Encoding)
}

/// The message with a time stamp in it, when that fits.
fn stamped(cms: &[u8], stamping: &Stamping<'_>, at: DateTime<FixedOffset>, max: usize) -> Result<Vec<u8>, SignError> {
    let signature = cms::signature_value(cms).ok_or(SignError::Encoding)?;
    let token = stamp::obtain(stamping, &signature, at)?;
    let with_stamp = cms::with_stamp(cms, Some(&token)).ok_or(SignError::Encoding)?;
    if with_stamp.len() > max {
        let room = max.saturating_sub(with_stamp.len() - token.len());
        return Err(StampError::TooLarge { bytes: token.len(), max: room }.into());
    }
    Ok(with_stamp)
}

/// The document must be a report, intact so far, with this field and no later one as the next to fill.
fn check_document(pdf: &[u8], field: FieldRole, signer: &Signer) -> Result<(), SignError> {
    let inspection = inspect(pdf);
    let faults = inspection.all_faults();
    if !faults.is_empty() {
        return Err(match inspection.signatures.is_empty() {
            true => SignError::NotAReport { faults },
            false => SignError::NotIntact { faults },
        });
    }
    if inspection.signatures.iter().any(|signature| signature.field == field) {
        return Err(SignError::AlreadySigned { field });
    }
    let fingerprint = signer.certificate().fingerprint();
    let is_same = |certificate: &Certificate| certificate.fingerprint() == fingerprint;
    if inspection.signatures.iter().filter_map(|signature| signature.certificate.as_ref()).any(is_same) {
        return Err(SignError::SameSigner { name: signer.certificate().name().to_owned() });
    }
    match FieldRole::ALL.get(inspection.signatures.len()) {
        Some(next) if *next == field => Ok(()),
        _ => Err(SignError::AssessorFirst),
    }
}

fn statement(request: &SignRequest, signer: &Signer) -> Result<Statement, SignError> {
    let certificate = signer.certificate();
    let at = to_pdf_precision(request.at).ok_or(SignError::Time)?;
    let mut chain = std::iter::once(certificate).chain(signer.issuers());
    if let Some(wrong) = chain.find(|each| !each.is_valid_at(at.with_timezone(&Utc))) {
        return Err(SignError::CertificatePeriod {
            name: wrong.name().to_owned(),
            not_before: wrong.not_before(),
            not_after: wrong.not_after(),
            at,
        });
    }
    let location = request.location.as_deref().map(|text| plain_line(text, MAX_STATEMENT_CHARS)).transpose();
    Ok(Statement {
        name: certificate.name().to_owned(),
        reason: plain_line(&request.reason, MAX_STATEMENT_CHARS).map_err(SignError::Reason)?.to_owned(),
        location: location.map_err(SignError::Location)?.map(str::to_owned),
        at,
    })
}

impl From<SigningFault> for SignError {
    fn from(fault: SigningFault) -> Self {
        match fault {
            SigningFault::Token(error) => Self::Token(error),
            SigningFault::Library => Self::Encoding,
        }
    }
}

/// Why a report is not signed.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum SignError {
    /// Not a PDF that can be signed here.
    #[error("not a report: {faults:?}")]
    NotAReport {
        /// What is wrong with it.
        faults: Vec<Fault>,
    },
    /// The report carries a signature already and is no longer what was signed.
    #[error("not intact: {faults:?}")]
    NotIntact {
        /// What is wrong with it.
        faults: Vec<Fault>,
    },
    /// This field holds a signature.
    #[error("{} has signed already", .field.field_name())]
    AlreadySigned {
        /// The field.
        field: FieldRole,
    },
    /// The second reader is somebody else than the assessor: this certificate has signed already.
    #[error("{name} has signed already")]
    SameSigner {
        /// The name in it.
        name: String,
    },
    /// The second reader signs what the assessor has signed.
    #[error("the assessor has not signed yet")]
    AssessorFirst,
    /// The reason is refused.
    #[error("reason: {0}")]
    Reason(PlainTextError),
    /// The location is refused.
    #[error("location: {0}")]
    Location(PlainTextError),
    /// The time cannot be written in a PDF.
    #[error("time out of range")]
    Time,
    /// The certificate, or that of an issuer, is not valid at the time of signing.
    #[error("certificate of {name} valid from {not_before} to {not_after} only")]
    CertificatePeriod {
        /// The name in it.
        name: String,
        /// First moment of validity.
        not_before: DateTime<Utc>,
        /// Last moment of validity.
        not_after: DateTime<Utc>,
        /// The time of signing.
        at: DateTime<FixedOffset>,
    },
    /// The certificates do not fit in the place for the signature.
    #[error("signature of {bytes} bytes, at most {max}")]
    ChainTooLarge {
        /// Bytes needed.
        bytes: usize,
        /// Bytes there are.
        max: usize,
    },
    /// The token that holds the key did not sign.
    #[error("token: {0}")]
    Token(TokenError),
    /// There is no time stamp, and one was asked for.
    #[error("time stamp: {0}")]
    Stamp(#[from] StampError),
    /// A library could not encode what we gave it; not expected.
    #[error("encoding failed")]
    Encoding,
    /// The signed report did not verify; not expected.
    #[error("signed report does not verify: {faults:?}")]
    SelfCheck {
        /// What is wrong with it.
        faults: Vec<Fault>,
    },
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Signs with messages of these lengths, where those above 100 bytes get a place of 900; gives the place and how often.
    fn attempts(longest: usize, lengths: &[usize]) -> (Result<usize, SignError>, usize) {
        let mut asked = 0;
        let write =
            |cms: &[u8]| Update { bytes: cms.to_vec(), start: 0, gap: 0..if cms.len() > 100 { 900 } else { 100 } };
        let update = settled(longest, write, |_| {
            let length = lengths.get(asked).copied().unwrap_or(longest);
            asked += 1;
            Ok(vec![1; length])
        });
        (update.map(|(update, _)| update.gap.end), asked)
    }

    #[test]
    fn the_key_is_asked_once_unless_the_length_changes_the_place() {
        assert_eq!(attempts(80, &[80]), (Ok(100), 1));
        assert_eq!(attempts(100, &[97]), (Ok(100), 1));
        assert_eq!(attempts(103, &[102]), (Ok(900), 1));
        assert_eq!(attempts(102, &[100, 99]), (Ok(100), 2));
        assert_eq!(attempts(102, &[100, 101, 101]), (Ok(900), 3));
        let (never, asked) = attempts(101, &[100, 101, 100, 101, 100, 101, 100, 101, 100]);
        assert_eq!((never, asked), (Err(SignError::Encoding), MAX_ATTEMPTS));
        let large = attempts(MAX_CMS_BYTES + 1, &[]);
        assert_eq!(large, (Err(SignError::ChainTooLarge { bytes: MAX_CMS_BYTES + 1, max: MAX_CMS_BYTES }), 0));
    }
}
