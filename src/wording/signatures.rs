//! Identities, signatures and the verification of reports, in words.

use super::{Wording, arg};
use crate::report::WriteError;
use crate::report::content::ParametersError;
use crate::report::reading::ReadingError;
use crate::session::ReportError;
use crate::signing::{
    CertificateError, Fault, FieldRole, IdentityError, PassphraseTooShort, PlainTextError, SignError, StoreError,
};
use crate::verification::Reason;

impl Wording {
    /// Why a report is not to be trusted.
    pub fn reason(&self, reason: &Reason) -> String {
        match reason {
            Reason::NotAReport => self.text("reason-not-a-report"),
            Reason::Unsigned => self.text("reason-unsigned"),
            Reason::Fault(fault) => self.fault(fault),
            Reason::Reading(error) => self.with("reason-reading", &[arg("detail", self.reading_error(error))]),
            Reason::Attachment(name) => self.with("reason-attachment", &[arg("name", name)]),
            Reason::Framework(problems) => self.with("reason-framework", &[arg("count", problems.len())]),
            Reason::Assessment(problems) => self.with("reason-assessment", &[arg("count", problems.len())]),
            Reason::Overlay(problems) => self.with("reason-overlay", &[arg("count", problems.len())]),
            Reason::Parameters(ParametersError::Layout { found, known }) => {
                self.with("reason-layout", &[arg("found", found), arg("known", known)])
            }
            Reason::Parameters(ParametersError::Unreadable(_)) => self.text("reason-parameters"),
            Reason::Page { page, found, expected } => {
                let or_nothing =
                    |text: &str| if text.is_empty() { self.text("reason-no-text") } else { text.to_owned() };
                let args = [arg("page", page), ("found", or_nothing(found)), ("expected", or_nothing(expected))];
                self.with("reason-page", &args)
            }
            Reason::Drawing => self.text("reason-drawing"),
            Reason::OtherProgram { program } => {
                self.with("reason-other-program", &[("program", program.chars().take(60).collect())])
            }
            Reason::NotFinal => self.text("reason-not-final"),
            Reason::OtherSigner { named, found } => {
                let named = if named.is_empty() { self.text("reason-no-text") } else { named.clone() };
                self.with("reason-other-signer", &[("named", named), ("found", found.clone())])
            }
            Reason::OtherTime { named, found } => {
                self.with("reason-other-time", &[("named", self.second(*named)), ("found", self.second(*found))])
            }
        }
    }

    /// A word for programs.
    pub fn reason_code(&self, reason: &Reason) -> &'static str {
        match reason {
            Reason::NotAReport => "not-a-report",
            Reason::Unsigned => "unsigned",
            Reason::Fault(fault) => fault.code(),
            Reason::Reading(_) => "unreadable",
            Reason::Attachment(_) => "attachment",
            Reason::Framework(_) => "framework",
            Reason::Assessment(_) => "assessment",
            Reason::Overlay(_) => "overlay",
            Reason::Parameters(_) => "parameters",
            Reason::Page { .. } => "page",
            Reason::Drawing => "drawing",
            Reason::OtherProgram { .. } => "other-program",
            Reason::NotFinal => "not-final",
            Reason::OtherSigner { .. } => "other-signer",
            Reason::OtherTime { .. } => "other-time",
        }
    }

    /// What is wrong with a signature or the file around it.
    pub fn fault(&self, fault: &Fault) -> String {
        if let Fault::Stamp(problem) = fault {
            return self.stamp_problem(problem);
        }
        let field = |field: &FieldRole| self.field(*field);
        let args = match fault {
            Fault::TooLarge { max, .. } => vec![arg("most", max / 1024 / 1024)],
            Fault::NotPdf { offset }
            | Fault::Syntax { offset, .. }
            | Fault::BytesAfterEnd { offset }
            | Fault::Contents { offset } => vec![("offset", offset.to_string())],
            Fault::Trailer { key } => vec![arg("key", key)],
            Fault::Shape { what } => vec![arg("key", what)],
            Fault::FieldMissing { field: role } => vec![arg("field", field(role))],
            Fault::FieldShape { field: role, key } => vec![arg("field", field(role)), arg("key", key)],
            Fault::ActiveContent { name, .. } => vec![arg("key", name)],
            Fault::SignatureEntry { key } => vec![arg("key", key)],
            Fault::NoSignature { revision } => vec![arg("revision", revision)],
            Fault::UpdateDiffers { revision, offset } => {
                vec![arg("revision", revision), ("offset", offset.to_string())]
            }
            Fault::Certificate { name, problem } => {
                vec![arg("name", name), ("problem", self.certificate_problem(problem))]
            }
            _ => Vec::new(),
        };
        self.with(&format!("fault-{}", fault.code()), &args)
    }

    /// Who a field is for.
    pub fn field(&self, field: FieldRole) -> String {
        self.text(match field {
            FieldRole::Assessor => "field-assessor",
            FieldRole::SecondReader => "field-second-reader",
        })
    }

    /// Why a PDF cannot be read.
    pub fn reading_error(&self, error: &ReadingError) -> String {
        match error {
            ReadingError::Damaged(_) => self.text("reading-damaged"),
            ReadingError::Encrypted => self.text("reading-encrypted"),
            ReadingError::TooLarge => self.text("reading-too-large"),
            ReadingError::ForeignOperator { page, .. } | ReadingError::UnknownLetters { page } => {
                self.with("reading-foreign-page", &[arg("page", page)])
            }
        }
    }

    /// Why there is no report.
    pub fn report_error(&self, error: &ReportError) -> String {
        match error {
            ReportError::Assessment(problems) | ReportError::Overlay(problems) => {
                let first = problems.first().map(|problem| self.problem(problem)).unwrap_or_default();
                self.with("report-failed", &[("detail", first)])
            }
            ReportError::Write(WriteError::TooLong { lines }) => self.with("report-too-long", &[arg("lines", lines)]),
            ReportError::Write(error) => self.with("report-not-drawn", &[arg("detail", error)]),
            ReportError::Sign(error) => self.sign_error(error),
        }
    }

    /// Why a report is not signed.
    pub fn sign_error(&self, error: &SignError) -> String {
        match error {
            SignError::NotAReport { .. } => self.text("sign-not-a-report"),
            SignError::NotIntact { .. } => self.text("sign-not-intact"),
            SignError::AlreadySigned { field } => self.with("sign-already", &[arg("field", self.field(*field))]),
            SignError::SameSigner { name } => self.with("sign-same-signer", &[arg("name", name)]),
            SignError::AssessorFirst => self.text("sign-assessor-first"),
            SignError::Reason(error) | SignError::Location(error) => self.plain_text_error(error),
            SignError::Time => self.text("sign-time"),
            SignError::CertificatePeriod { name, not_before, not_after, at } => {
                let utc = |at: &chrono::DateTime<chrono::Utc>| self.minute(at.fixed_offset());
                if at < not_before {
                    self.with("sign-not-yet", &[arg("name", name), ("from", utc(not_before))])
                } else {
                    self.with("sign-expired", &[arg("name", name), ("until", utc(not_after))])
                }
            }
            SignError::ChainTooLarge { bytes, max } => {
                self.with("sign-chain-too-large", &[arg("bytes", bytes), arg("most", max)])
            }
            SignError::Token(error) => self.token_error(error),
            SignError::Stamp(error) => self.stamp_error(error),
            SignError::Encoding | SignError::SelfCheck { .. } => self.text("sign-failed"),
        }
    }

    /// Why a name or reason is refused.
    pub fn plain_text_error(&self, error: &PlainTextError) -> String {
        match error {
            PlainTextError::Empty => self.text("name-empty"),
            PlainTextError::TooLong { max, .. } => self.with("name-too-long", &[arg("most", max)]),
            PlainTextError::ForbiddenCharacter { .. } => self.text("name-forbidden"),
        }
    }

    /// Why a passphrase is refused.
    pub fn passphrase_too_short(&self, error: &PassphraseTooShort) -> String {
        self.with("passphrase-too-short", &[arg("least", error.min)])
    }

    /// Why an identity cannot be made, read or unlocked.
    pub fn identity_error(&self, error: &IdentityError) -> String {
        match error {
            IdentityError::Name(error) => self.plain_text_error(error),
            IdentityError::WrongPassphrase => self.text("identity-wrong-passphrase"),
            IdentityError::Randomness => self.text("identity-no-randomness"),
            IdentityError::Time => self.text("sign-time"),
            _ => self.text("identity-unreadable"),
        }
    }

    /// Why an identity cannot be stored or found.
    pub fn store_error(&self, error: &StoreError) -> String {
        match error {
            StoreError::Name(error) => self.plain_text_error(error),
            StoreError::Exists { name } => self.with("identity-exists", &[arg("name", name)]),
            StoreError::NotFound { path } => self.with("identity-missing", &[arg("file", path.display())]),
            StoreError::OtherName { path, found } => {
                self.with("identity-other-name", &[arg("file", path.display()), arg("name", found)])
            }
            StoreError::Identity { error, .. } => self.identity_error(error),
            StoreError::Io { path, error } => self.file_error(&crate::storage::FileError::io(path, error)),
        }
    }

    /// Why a certificate cannot be used.
    pub fn certificate_error(&self, file: &str, _: &CertificateError) -> String {
        self.with("certificate-unreadable", &[arg("file", file)])
    }
}
