//! A certificate as the signing room sees it: exact bytes, a name, a period and a public key.

use std::fmt;

use chrono::{DateTime, Utc};
use der::{Decode, Encode, pem};
use sha2::{Digest, Sha256};

use super::hex;
use super::keys::{KeyFault, KeyKind, PublicKey};
use super::plain_text::{PlainTextError, plain_line, shown_line};

const MAX_BYTES: usize = 64 * 1024;
const PEM_LABEL: &str = "CERTIFICATE";

/// An X.509 certificate. Two are equal when every byte is.
#[derive(Clone)]
pub struct Certificate {
    der: Vec<u8>,
    parsed: x509_cert::Certificate,
    name: String,
    stated_name: String,
    not_before: DateTime<Utc>,
    not_after: DateTime<Utc>,
}

impl Certificate {
    /// Reads a certificate from DER.
    ///
    /// # Errors
    /// [`CertificateError`] when it is too large, unreadable, or not the one canonical encoding of what it says.
    pub fn from_der(der: &[u8]) -> Result<Self, CertificateError> {
        if der.len() > MAX_BYTES {
            return Err(CertificateError::TooLarge { bytes: der.len(), max: MAX_BYTES });
        }
        let parsed = x509_cert::Certificate::from_der(der).map_err(|_| CertificateError::Unreadable)?;
        if parsed.to_der().ok().as_deref() != Some(der) {
            return Err(CertificateError::NotCanonical);
        }
        let tbs = parsed.tbs_certificate();
        let stated_name = match tbs.subject().common_name() {
            Ok(Some(name)) => name.value().into_owned(),
            _ => tbs.subject().to_string(),
        };
        let not_before = utc(&tbs.validity().not_before)?;
        let not_after = utc(&tbs.validity().not_after)?;
        Ok(Self { der: der.to_vec(), name: shown_line(&stated_name), stated_name, not_before, not_after, parsed })
    }

    /// Reads the first certificate in a PEM text; other blocks are passed over.
    ///
    /// # Errors
    /// [`CertificateError::NoPem`] when there is none, else as [`Self::from_der`].
    pub fn from_pem(text: &str) -> Result<Self, CertificateError> {
        Self::from_der(&pem_block(text, PEM_LABEL).ok_or(CertificateError::NoPem)?)
    }

    /// The certificate as PEM text, lines ending in LF.
    #[must_use]
    pub fn to_pem(&self) -> String {
        pem::encode_string(PEM_LABEL, pem::LineEnding::LF, &self.der).unwrap_or_default()
    }

    /// The exact bytes.
    #[must_use]
    pub fn der(&self) -> &[u8] {
        &self.der
    }

    /// Common name of the subject, or its whole name when there is none, in one line that can be shown: characters that
    /// hide or turn text, or begin a line, stand there as their code points.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.name
    }

    /// The same name when it is one plain line of at most `max_chars` characters.
    pub(super) fn plain_name(&self, max_chars: usize) -> Result<&str, PlainTextError> {
        plain_line(&self.stated_name, max_chars)
    }

    /// SHA-256 over the DER as 64 lowercase hexadecimal digits.
    #[must_use]
    pub fn fingerprint(&self) -> String {
        hex::encode(&Sha256::digest(&self.der))
    }

    /// First moment at which the certificate is valid.
    #[must_use]
    pub fn not_before(&self) -> DateTime<Utc> {
        self.not_before
    }

    /// Last moment at which the certificate is valid.
    #[must_use]
    pub fn not_after(&self) -> DateTime<Utc> {
        self.not_after
    }

    /// Whether `at` lies within the period of validity, both ends included.
    #[must_use]
    pub fn is_valid_at(&self, at: DateTime<Utc>) -> bool {
        (self.not_before..=self.not_after).contains(&at)
    }

    pub(super) fn parsed(&self) -> &x509_cert::Certificate {
        &self.parsed
    }

    /// Kind and size of its key, when it is one that can sign here.
    #[must_use]
    pub fn key_kind(&self) -> Option<KeyKind> {
        self.public_key().ok().map(|key| key.kind())
    }

    pub(super) fn public_key(&self) -> Result<PublicKey, KeyFault> {
        PublicKey::read(self.parsed.tbs_certificate().subject_public_key_info())
    }

    /// Whether it names itself as its issuer.
    pub(super) fn is_self_issued(&self) -> bool {
        self.is_named_as_issuer_of(self)
    }

    pub(super) fn is_named_as_issuer_of(&self, other: &Self) -> bool {
        self.parsed.tbs_certificate().subject() == other.parsed.tbs_certificate().issuer()
    }
}

/// Decodes the first PEM block with this label.
pub(super) fn pem_block(text: &str, label: &str) -> Option<Vec<u8>> {
    let (begin, end) = (format!("-----BEGIN {label}-----"), format!("-----END {label}-----"));
    let start = text.find(&begin)?;
    let length = text.get(start..)?.find(&end)? + end.len();
    let block = text.get(start..start + length)?;
    pem::decode_vec(block.as_bytes()).ok().map(|(_, der)| der)
}

fn utc(time: &x509_cert::time::Time) -> Result<DateTime<Utc>, CertificateError> {
    i64::try_from(time.to_unix_duration().as_secs())
        .ok()
        .and_then(|seconds| DateTime::from_timestamp(seconds, 0))
        .ok_or(CertificateError::Unreadable)
}

impl PartialEq for Certificate {
    fn eq(&self, other: &Self) -> bool {
        self.der == other.der
    }
}

impl Eq for Certificate {}

impl fmt::Debug for Certificate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Certificate").field("name", &self.name).field("fingerprint", &self.fingerprint()).finish()
    }
}

/// Why a certificate is refused.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum CertificateError {
    /// The text holds no PEM block with a certificate.
    #[error("no certificate in the PEM text")]
    NoPem,
    /// More bytes than a certificate needs.
    #[error("certificate of {bytes} bytes, at most {max}")]
    TooLarge {
        /// Bytes given.
        bytes: usize,
        /// Bytes allowed.
        max: usize,
    },
    /// Not an X.509 certificate.
    #[error("certificate cannot be read")]
    Unreadable,
    /// Readable, but not in the canonical encoding.
    #[error("certificate is not in canonical DER")]
    NotCanonical,
}
