//! The signers that the user trusts: a list of his own, one file beside the settings.
//!
//! Nobody is trusted by halves: a list in which anything is not as it was written is refused as a whole.

use std::fs;
use std::path::{Path, PathBuf};

use chrono::{DateTime, FixedOffset, SecondsFormat};
use serde::{Deserialize, Serialize};

use crate::domain::text::is_hidden;
use crate::signing::{Certificate, CertificateError};
use crate::storage::FileError;
use crate::storage::whole_file::{self, Replace};

/// The name of the file.
pub const FILE: &str = "trusted-signers.ron";
/// The largest file with a certificate that is read, in bytes.
pub const LARGEST_CERTIFICATE: u64 = 64 * 1024;
/// The most signers in a list.
pub const MOST: usize = 1000;
/// The longest note, in characters.
pub const LONGEST_NOTE: usize = 200;
/// The fewest digits of a fingerprint that name a signer.
pub const FEWEST_DIGITS: usize = 8;

const FORMAT: u32 = 1;
const LARGEST: u64 = 16 * 1024 * 1024;

/// A signer that the user trusts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Trusted {
    /// The certificate: a signature is his when it was made with exactly this one.
    pub certificate: Certificate,
    /// Since when.
    pub added: DateTime<FixedOffset>,
    /// The name of the file that the certificate came from.
    pub source: String,
    /// What the user wrote beside it; empty when nothing.
    pub note: String,
}

/// The list, in the order in which its entries were added.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct TrustList {
    entries: Vec<Trusted>,
}

impl TrustList {
    /// Reads the list in `folder`; empty when there is none yet.
    ///
    /// # Errors
    /// [`TrustError::File`] when it cannot be read, [`TrustError::Damaged`] when it is not as it was written.
    pub fn load(folder: &Path) -> Result<TrustList, TrustError> {
        let path = folder.join(FILE);
        let content = match whole_file::read(&path, LARGEST) {
            Ok(content) => content,
            Err(FileError::Missing(_)) => return Ok(TrustList::default()),
            Err(error) => return Err(error.into()),
        };
        let damaged = |detail: String| TrustError::Damaged { path: path.clone(), detail };
        let text = std::str::from_utf8(&content).map_err(|error| damaged(error.to_string()))?;
        let stored: ListV1 = ron::from_str(text).map_err(|error| damaged(error.to_string()))?;
        if stored.format != FORMAT {
            return Err(damaged(format!("format {}", stored.format)));
        }
        let mut list = TrustList::default();
        for entry in stored.signers {
            let print = entry.sha256.clone();
            let read = entry.read().ok_or_else(|| damaged(print.clone()))?;
            list.add(read).map_err(|_| damaged(print))?;
        }
        Ok(list)
    }

    /// Writes the list into `folder`, which is made if need be: the old file or the new one, never half of one.
    pub fn save(&self, folder: &Path) -> Result<(), FileError> {
        let path = folder.join(FILE);
        fs::create_dir_all(folder).map_err(|error| FileError::io(folder, &error))?;
        let stored = ListV1 { format: FORMAT, signers: self.entries.iter().map(EntryV1::of).collect() };
        let style = ron::ser::PrettyConfig::new().indentor("    ").new_line("\n");
        let text = ron::ser::to_string_pretty(&stored, style)
            .map_err(|error| FileError::Other { path: path.clone(), detail: error.to_string() })?;
        whole_file::write(&path, (text + "\n").as_bytes(), Replace::Asked)
    }

    /// The entries.
    pub fn entries(&self) -> &[Trusted] {
        &self.entries
    }

    /// The certificates.
    pub fn certificates(&self) -> Vec<Certificate> {
        self.entries.iter().map(|entry| entry.certificate.clone()).collect()
    }

    /// The entry with exactly this certificate.
    pub fn find(&self, certificate: &Certificate) -> Option<&Trusted> {
        self.entries.iter().find(|entry| entry.certificate == *certificate)
    }

    /// Adds a signer.
    ///
    /// # Errors
    /// [`TrustError::Known`], [`TrustError::Full`] or [`TrustError::Note`]; the list stays as it was.
    pub fn add(&mut self, entry: Trusted) -> Result<(), TrustError> {
        if self.find(&entry.certificate).is_some() {
            return Err(TrustError::Known { name: entry.certificate.name().to_owned() });
        }
        if self.entries.len() >= MOST {
            return Err(TrustError::Full);
        }
        let is_line = |text: &str| !text.chars().any(|each| is_hidden(each) || matches!(each, '\n' | '\r' | '\t'));
        if entry.note.chars().count() > LONGEST_NOTE || !is_line(&entry.note) {
            return Err(TrustError::Note);
        }
        self.entries.push(entry);
        Ok(())
    }

    /// Takes out the signer whose fingerprint begins with these digits; spaces and capitals do not matter.
    ///
    /// # Errors
    /// [`TrustError::Prefix`] when these are not at least [`FEWEST_DIGITS`] digits, [`TrustError::Unknown`] when no
    /// fingerprint begins so, [`TrustError::Ambiguous`] when more than one does.
    pub fn remove(&mut self, prefix: &str) -> Result<Trusted, TrustError> {
        let prefix: String = prefix.chars().filter(|each| *each != ' ').map(|each| each.to_ascii_lowercase()).collect();
        if prefix.len() < FEWEST_DIGITS || !prefix.bytes().all(|each| each.is_ascii_hexdigit()) {
            return Err(TrustError::Prefix);
        }
        let fits = |entry: &Trusted| entry.certificate.fingerprint().starts_with(&prefix);
        match self.entries.iter().filter(|entry| fits(entry)).count() {
            0 => Err(TrustError::Unknown { prefix }),
            1 => {
                let at = self.entries.iter().position(fits);
                at.map(|at| self.entries.remove(at)).ok_or(TrustError::Unknown { prefix })
            }
            _ => Err(TrustError::Ambiguous { prefix }),
        }
    }
}

/// Reads a file with a certificate, in PEM or DER.
///
/// # Errors
/// [`TrustError::File`] or [`TrustError::Certificate`].
pub fn read_certificate(path: &Path) -> Result<Certificate, TrustError> {
    let bytes = whole_file::read(path, LARGEST_CERTIFICATE)?;
    let read = match bytes.first() {
        // The tag with which every certificate in DER begins; no text does.
        Some(0x30) => Certificate::from_der(&bytes),
        _ => Certificate::from_pem(&String::from_utf8_lossy(&bytes)),
    };
    read.map_err(|error| TrustError::Certificate { path: path.to_owned(), error })
}

/// The last part of a path, to say later where a certificate came from.
pub fn source_of(path: &Path) -> String {
    let name = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    name.chars().map(|each| if is_hidden(each) { char::REPLACEMENT_CHARACTER } else { each }).take(255).collect()
}

/// The list as it stands in the file. Unlike the settings it takes no unknown fields: what is not understood could matter.
#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct ListV1 {
    format: u32,
    signers: Vec<EntryV1>,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct EntryV1 {
    name: String,
    sha256: String,
    added: String,
    source: String,
    note: String,
    certificate: String,
}

impl EntryV1 {
    fn of(entry: &Trusted) -> EntryV1 {
        EntryV1 {
            name: entry.certificate.name().to_owned(),
            sha256: entry.certificate.fingerprint(),
            added: entry.added.to_rfc3339_opts(SecondsFormat::Secs, false),
            source: entry.source.clone(),
            note: entry.note.clone(),
            certificate: entry.certificate.to_pem(),
        }
    }

    /// Name and fingerprint stand there for people who read the file; they must be those of the certificate.
    fn read(self) -> Option<Trusted> {
        let certificate = Certificate::from_pem(&self.certificate).ok()?;
        let added = DateTime::parse_from_rfc3339(&self.added).ok()?;
        let is_own = certificate.name() == self.name
            && certificate.fingerprint() == self.sha256
            && certificate.to_pem() == self.certificate;
        is_own.then_some(Trusted { certificate, added, source: self.source, note: self.note })
    }
}

/// Why the list cannot be used or changed.
#[derive(Debug, thiserror::Error)]
pub enum TrustError {
    /// A file cannot be read or written.
    #[error(transparent)]
    File(#[from] FileError),
    /// The list is not as it was written.
    #[error("{path} is damaged: {detail}")]
    Damaged {
        /// The list.
        path: PathBuf,
        /// Where: what the reader says, or the fingerprint of the entry.
        detail: String,
    },
    /// A file holds no certificate.
    #[error("{path}: {error}")]
    Certificate {
        /// The file.
        path: PathBuf,
        /// What is wrong with it.
        error: CertificateError,
    },
    /// The signer is in the list already.
    #[error("{name} is in the list")]
    Known {
        /// The name in the certificate.
        name: String,
    },
    /// The list holds [`MOST`] signers.
    #[error("the list is full")]
    Full,
    /// The note is longer than [`LONGEST_NOTE`] characters or more than one visible line.
    #[error("note refused")]
    Note,
    /// Too few digits, or something else than digits.
    #[error("no start of a fingerprint")]
    Prefix,
    /// No fingerprint begins so.
    #[error("no fingerprint begins with {prefix}")]
    Unknown {
        /// The digits.
        prefix: String,
    },
    /// More than one fingerprint begins so.
    #[error("more than one fingerprint begins with {prefix}")]
    Ambiguous {
        /// The digits.
        prefix: String,
    },
}
