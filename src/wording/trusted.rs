//! The list of trusted signers, in words.

use super::{Wording, arg};
use crate::trust::{TrustError, Trusted};

impl Wording {
    /// Since when a signer is trusted, from which file, and the note.
    pub fn trusted_since(&self, entry: &Trusted) -> String {
        let args = [
            arg("date", self.date(entry.added)),
            arg("source", &entry.source),
            arg("note", &entry.note),
            arg("kind", if entry.note.is_empty() { "bare" } else { "noted" }),
        ];
        self.with("trust-since", &args)
    }

    /// Why the list of trusted signers cannot be used or changed.
    pub fn trust_error(&self, error: &TrustError) -> String {
        match error {
            TrustError::File(error) => self.file_error(error),
            TrustError::Damaged { path, detail } => {
                self.with("trust-damaged", &[arg("file", path.display()), arg("detail", detail)])
            }
            TrustError::Certificate { path, error } => self.certificate_error(&path.display().to_string(), error),
            TrustError::Known { name } => self.with("trust-known", &[arg("name", name)]),
            TrustError::Full => self.text("trust-full"),
            TrustError::Note => self.text("trust-note"),
            TrustError::Prefix => self.text("trust-prefix"),
            TrustError::Unknown { prefix } => self.with("trust-unknown", &[arg("prefix", prefix)]),
            TrustError::Ambiguous { prefix } => self.with("trust-ambiguous", &[arg("prefix", prefix)]),
        }
    }
}
