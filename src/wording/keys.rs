//! Keys, their certificates and the files they come in, in words.

use super::{Wording, arg};
use crate::signing::{CertificateProblem, KeyFault, KeyKind, P12Error};

impl Wording {
    /// Why a PKCS #12 file gives no signer.
    pub fn p12_error(&self, file: &str, error: &P12Error) -> String {
        let reason = match error {
            P12Error::TooLarge { max, .. } => self.with("p12-too-large", &[arg("most", max / 1024)]),
            P12Error::Unreadable => self.text("p12-unreadable"),
            P12Error::WrongPassword => self.text("p12-wrong-password"),
            P12Error::TooMuchWork => self.text("p12-too-much-work"),
            P12Error::Protection { oid } => self.with("p12-protection", &[arg("oid", oid)]),
            P12Error::NoKey => self.text("p12-no-key"),
            P12Error::NoCertificate => self.text("p12-no-certificate"),
            P12Error::Several { names } => self.with("p12-several", &[("names", self.list(names.clone(), "and"))]),
            P12Error::KeyMismatch => self.text("p12-key-mismatch"),
            P12Error::Key(KeyFault::Weak { bits }) => self.with("key-weak", &[arg("bits", bits)]),
            P12Error::Key(KeyFault::Unsupported { name }) => self.with("key-unsupported", &[arg("name", name)]),
            P12Error::Key(KeyFault::Unreadable) => self.text("key-unreadable"),
            P12Error::Certificate { name, problem } => {
                self.with("p12-certificate", &[arg("name", name), ("problem", self.certificate_problem(problem))])
            }
            P12Error::Name(_) => self.text("p12-name"),
        };
        self.with("p12-refused", &[arg("file", file), ("reason", reason)])
    }

    /// What is wrong with a certificate, as the end of a sentence.
    pub fn certificate_problem(&self, problem: &CertificateProblem) -> String {
        match problem {
            CertificateProblem::Signature => self.text("certificate-signature"),
            CertificateProblem::WeakSignature { name } => self.with("certificate-weak-signature", &[arg("name", name)]),
            CertificateProblem::UnsupportedSignature { name } => {
                self.with("certificate-unsupported-signature", &[arg("name", name)])
            }
            CertificateProblem::Key(KeyFault::Weak { bits }) => self.with("certificate-weak-key", &[arg("bits", bits)]),
            CertificateProblem::Key(KeyFault::Unsupported { name }) => {
                self.with("certificate-unsupported-key", &[arg("name", name)])
            }
            CertificateProblem::Key(KeyFault::Unreadable) => self.text("certificate-unreadable-key"),
            CertificateProblem::Name => self.text("certificate-name"),
            CertificateProblem::KeyUsage => self.text("certificate-key-usage"),
            CertificateProblem::NotAnAuthority => self.text("certificate-not-an-authority"),
            CertificateProblem::Extension { oid } => self.with("certificate-extension", &[arg("oid", oid)]),
        }
    }

    /// Kind and size of a key.
    pub fn key_kind(&self, kind: KeyKind) -> String {
        match kind {
            KeyKind::P256 => self.text("key-p256"),
            KeyKind::Rsa { bits } => self.with("key-rsa", &[arg("bits", bits)]),
        }
    }
}
