//! An unlocked key, ready to sign.

use std::fmt;

use p256::ecdsa::{Signature, SigningKey, signature::Signer as _};

use super::certificate::Certificate;

/// A private key with its certificate. The key is wiped from memory when this is dropped.
pub struct Signer {
    key: SigningKey,
    certificate: Certificate,
}

impl Signer {
    /// Joins key and certificate; `None` when they do not belong together.
    pub(super) fn new(key: SigningKey, certificate: Certificate) -> Option<Self> {
        (certificate.verifying_key().as_ref() == Some(key.verifying_key())).then_some(Self { key, certificate })
    }

    /// The certificate of this signer.
    #[must_use]
    pub fn certificate(&self) -> &Certificate {
        &self.certificate
    }

    /// ECDSA with SHA-256 over `message`, as DER in low-S form.
    pub(super) fn sign(&self, message: &[u8]) -> Result<Vec<u8>, p256::ecdsa::Error> {
        sign_low_s(&self.key, message).map(|signature| signature.to_der().as_bytes().to_vec())
    }
}

/// A signature in the one form that we accept when verifying.
pub(super) fn sign_low_s(key: &SigningKey, message: &[u8]) -> Result<Signature, p256::ecdsa::Error> {
    let signature: Signature = key.try_sign(message)?;
    Ok(signature.normalize_s())
}

impl fmt::Debug for Signer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Signer").field("certificate", &self.certificate).finish_non_exhaustive()
    }
}
