//! An unlocked key, ready to sign.

use std::fmt;

use p256::ecdsa::SigningKey;

use super::certificate::Certificate;
use super::keys::{KeyKind, PrivateKey, SigningFault};

/// The longest name of a signer whose certificate another issued, in characters.
pub(super) const MAX_SIGNER_CHARS: usize = 200;

/// A private key with its certificate, and the certificates of those who issued it. The key, or the PIN of the token that
/// holds it, is wiped from memory when this is dropped.
pub struct Signer {
    key: PrivateKey,
    certificate: Certificate,
    issuers: Vec<Certificate>,
}

impl Signer {
    /// Joins key and certificate; `None` when they do not belong together. The issuers stand in order: who issued the
    /// certificate, who issued that one, and so on.
    pub(super) fn new(key: PrivateKey, certificate: Certificate, issuers: Vec<Certificate>) -> Option<Self> {
        let belongs = certificate.public_key().is_ok_and(|public| public.is_same(&key.public()));
        belongs.then_some(Self { key, certificate, issuers })
    }

    /// A key of one's own, that issued its own certificate.
    pub(super) fn own(key: SigningKey, certificate: Certificate) -> Option<Self> {
        Self::new(PrivateKey::P256(Box::new(key)), certificate, Vec::new())
    }

    /// The certificate of this signer.
    #[must_use]
    pub fn certificate(&self) -> &Certificate {
        &self.certificate
    }

    /// The certificates of the issuers that go into every signature, the nearest one first.
    #[must_use]
    pub fn issuers(&self) -> &[Certificate] {
        &self.issuers
    }

    /// Kind and size of the key.
    #[must_use]
    pub fn kind(&self) -> KeyKind {
        self.key.public().kind()
    }

    /// A signature with SHA-256 over `message`.
    pub(super) fn sign(&self, message: &[u8]) -> Result<Vec<u8>, SigningFault> {
        self.key.sign(message)
    }
}

impl fmt::Debug for Signer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Signer").field("certificate", &self.certificate).finish_non_exhaustive()
    }
}
