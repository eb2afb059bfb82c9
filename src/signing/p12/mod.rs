//! A signing key from a PKCS #12 file (`.p12`, `.pfx`), as organisations and trust service providers hand them out.

mod container;
mod protection;

use std::fmt;

use der::asn1::AnyRef;
use der::oid::ObjectIdentifier;
use der::{Reader, SliceReader, Tag, Tagged};
use zeroize::Zeroizing;

use super::certificate::Certificate;
use super::chain::{self, CertificateProblem};
use super::keys::{KeyFault, PrivateKey};
use super::plain_text::PlainTextError;
use super::signer::{MAX_SIGNER_CHARS, Signer};

/// The largest file that is looked at, in bytes.
pub const MAX_P12_BYTES: usize = 256 * 1024;

/// The password of a file; wiped from memory when dropped and never shown.
pub struct Password(Zeroizing<String>);

impl Password {
    /// Takes over `text` as it is; it may be empty.
    #[must_use]
    pub fn new(text: String) -> Self {
        Self(Zeroizing::new(text))
    }

    fn as_utf8(&self) -> &[u8] {
        self.0.as_bytes()
    }

    /// UTF-16, high byte first, with two zero bytes after it: what PKCS #12 itself derives keys from.
    fn as_bmp(&self) -> Zeroizing<Vec<u8>> {
        let mut bytes = Zeroizing::new(Vec::with_capacity(self.0.len() * 2 + 2));
        bytes.extend(self.0.encode_utf16().flat_map(u16::to_be_bytes));
        bytes.extend([0, 0]);
        bytes
    }
}

impl fmt::Debug for Password {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Password(..)")
    }
}

impl Signer {
    /// Takes the key with its certificate, and the certificates of its issuers as far as they are there, out of a
    /// PKCS #12 file. Can take a second or two: do not call it on the window's thread.
    ///
    /// The period of validity is looked at when signing.
    ///
    /// # Errors
    /// [`P12Error`].
    pub fn from_p12(file: &[u8], password: &Password) -> Result<Self, P12Error> {
        if file.len() > MAX_P12_BYTES {
            return Err(P12Error::TooLarge { bytes: file.len(), max: MAX_P12_BYTES });
        }
        let contents = container::open(file, password)?;
        let signer = choose(&contents)?;
        if let Some((about, problem)) = chain::problems(signer.certificate(), signer.issuers()).into_iter().next() {
            return Err(P12Error::Certificate { name: about.name().to_owned(), problem });
        }
        signer.certificate().plain_name(MAX_SIGNER_CHARS)?;
        Ok(signer)
    }
}

/// The one key that has a certificate.
fn choose(contents: &container::Contents) -> Result<Signer, P12Error> {
    let mut pool: Vec<Certificate> = Vec::new();
    for der in &contents.certificates {
        // What cannot be read can only be missed, and then the key has no certificate or the chain ends early.
        if let Ok(certificate) = Certificate::from_der(der)
            && !pool.contains(&certificate)
        {
            pool.push(certificate);
        }
    }
    let mut signers: Vec<Signer> = Vec::new();
    let mut fault = None;
    for der in &contents.keys {
        match PrivateKey::read(der) {
            Ok(key) => {
                let public = key.public();
                let fits = |each: &&Certificate| each.public_key().is_ok_and(|other| other.is_same(&public));
                let mut own = pool.iter().filter(fits);
                let (one, another) = (own.next(), own.next());
                if let (Some(one), Some(another)) = (one, another) {
                    return Err(P12Error::Several { names: vec![one.name().to_owned(), another.name().to_owned()] });
                }
                let known = |one: &Certificate| signers.iter().any(|signer| signer.certificate() == one);
                if let Some(one) = one.filter(|one| !known(one)) {
                    signers.extend(Signer::new(key, one.clone(), chain::issuers_of(one, &pool)));
                }
            }
            Err(found) => fault = fault.or(Some(found)),
        }
    }
    if signers.len() > 1 {
        let names = signers.iter().map(|signer| signer.certificate().name().to_owned()).collect();
        return Err(P12Error::Several { names });
    }
    signers.pop().ok_or(match fault {
        Some(fault) => P12Error::Key(fault),
        None if contents.keys.is_empty() => P12Error::NoKey,
        None if contents.certificates.is_empty() => P12Error::NoCertificate,
        None => P12Error::KeyMismatch,
    })
}

/// The values inside a sequence.
fn der_parts(sequence: AnyRef<'_>) -> Result<Vec<AnyRef<'_>>, P12Error> {
    if sequence.tag() != Tag::Sequence {
        return Err(P12Error::Unreadable);
    }
    let mut reader = SliceReader::new(sequence.value()).map_err(|_| P12Error::Unreadable)?;
    let mut parts = Vec::new();
    while !reader.is_finished() {
        parts.push(reader.decode().map_err(|_: der::Error| P12Error::Unreadable)?);
    }
    Ok(parts)
}

fn object_identifier(value: Option<&AnyRef<'_>>) -> Result<ObjectIdentifier, P12Error> {
    value.and_then(|value| value.decode_as().ok()).ok_or(P12Error::Unreadable)
}

fn octets(value: AnyRef<'_>) -> Result<&[u8], P12Error> {
    if value.tag() == Tag::OctetString { Ok(value.value()) } else { Err(P12Error::Unreadable) }
}

/// Why a PKCS #12 file gives no signer.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum P12Error {
    /// More bytes than a key and its certificates need.
    #[error("file of {bytes} bytes, at most {max}")]
    TooLarge {
        /// Bytes given.
        bytes: usize,
        /// Bytes allowed.
        max: usize,
    },
    /// Not PKCS #12, or damaged.
    #[error("not a PKCS #12 file")]
    Unreadable,
    /// The password does not open it, or it was changed.
    #[error("wrong password")]
    WrongPassword,
    /// Unlocking asks for an absurd amount of work; nothing was tried.
    #[error("too much work")]
    TooMuchWork,
    /// Protected in a way that we do not know.
    #[error("protection {oid} not supported")]
    Protection {
        /// The object identifier of the way.
        oid: String,
    },
    /// There is no private key in it.
    #[error("no private key")]
    NoKey,
    /// There is no certificate in it.
    #[error("no certificate")]
    NoCertificate,
    /// More than one key with a certificate, or more than one certificate for the key.
    #[error("several: {names:?}")]
    Several {
        /// The names in the certificates.
        names: Vec<String>,
    },
    /// None of the certificates belongs to the key.
    #[error("key and certificate do not belong together")]
    KeyMismatch,
    /// The key is not accepted.
    #[error(transparent)]
    Key(KeyFault),
    /// The certificate, or that of an issuer, is not accepted.
    #[error("certificate of {name}: {problem}")]
    Certificate {
        /// The name in it.
        name: String,
        /// What is wrong with it.
        problem: CertificateProblem,
    },
    /// The name in the certificate cannot stand in a report.
    #[error("name: {0}")]
    Name(#[from] PlainTextError),
}
