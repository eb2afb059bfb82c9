//! The keys that can sign and the signatures that are accepted: ECDSA over P-256 and RSA PKCS #1 v1.5.

use der::asn1::AnyRef;
use der::oid::ObjectIdentifier;
use der::{Decode, Encode};
use p256::ecdsa::signature::{Signer as _, Verifier as _};
use p256::ecdsa::{Signature, SigningKey, VerifyingKey};
use p256::pkcs8::DecodePublicKey;
use pkcs8::spki::{AlgorithmIdentifierOwned, SubjectPublicKeyInfoOwned};
use pkcs8::{DecodePrivateKey, PrivateKeyInfoRef};
use rsa::pkcs1::{RsaPrivateKeyRef, RsaPublicKeyRef};
use rsa::{RsaPrivateKey, RsaPublicKey, pkcs1v15};
use sha2::{Sha256, Sha384, Sha512};

use super::token::{TokenError, TokenKey};

const ECDSA_WITH_SHA256: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.2.840.10045.4.3.2");
const RSA_WITH_SHA256: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.2.840.113549.1.1.11");
const RSA_WITH_SHA384: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.2.840.113549.1.1.12");
const RSA_WITH_SHA512: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.2.840.113549.1.1.13");
const SHA_256: ObjectIdentifier = ObjectIdentifier::new_unwrap("2.16.840.1.101.3.4.2.1");
const SHA_384: ObjectIdentifier = ObjectIdentifier::new_unwrap("2.16.840.1.101.3.4.2.2");
const SHA_512: ObjectIdentifier = ObjectIdentifier::new_unwrap("2.16.840.1.101.3.4.2.3");
const EC_KEY: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.2.840.10045.2.1");
const RSA_KEY: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.2.840.113549.1.1.1");
const P256: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.2.840.10045.3.1.7");
/// Smaller RSA keys are weak; larger ones cost a reader of the report too much time.
const RSA_BITS: std::ops::RangeInclusive<u32> = 2048..=4096;
/// 65537, the public exponent of nearly every RSA key.
const RSA_EXPONENT: &[u8] = &[1, 0, 1];

/// Kind and size of a key that can sign here.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum KeyKind {
    /// ECDSA over the curve P-256.
    P256,
    /// RSA with PKCS #1 v1.5 padding.
    Rsa {
        /// Length of the modulus.
        bits: u32,
    },
}

impl KeyKind {
    /// Size of the key in bits.
    #[must_use]
    pub const fn bits(self) -> u32 {
        match self {
            Self::P256 => 256,
            Self::Rsa { bits } => bits,
        }
    }

    /// A stable word for a signature by such a key, for machine-readable output.
    #[must_use]
    pub const fn algorithm(self) -> &'static str {
        match self {
            Self::P256 => "ecdsa-p256-sha256",
            Self::Rsa { .. } => "rsa-pkcs1v15-sha256",
        }
    }

    /// The most bytes that a signature by such a key can have. RSA has one length. ECDSA in DER is two integers of at
    /// most 32 bytes and their heads, with one byte more when the first starts with a one; the second, low-S, never does.
    pub(super) fn longest_signature(self) -> usize {
        match self {
            Self::P256 => 2 + (2 + 33) + (2 + 32),
            Self::Rsa { bits } => usize::try_from(bits.div_ceil(8)).unwrap_or_default(),
        }
    }

    /// The identifier of a signature by such a key, in the one form that we write.
    pub(super) fn signature_algorithm(self) -> AlgorithmIdentifierOwned {
        match self {
            Self::P256 => AlgorithmIdentifierOwned { oid: ECDSA_WITH_SHA256, parameters: None },
            Self::Rsa { .. } => AlgorithmIdentifierOwned { oid: RSA_WITH_SHA256, parameters: Some(der::Any::null()) },
        }
    }
}

/// Why a key is not accepted.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum KeyFault {
    /// An RSA key that is too short.
    #[error("RSA key of {bits} bits")]
    Weak {
        /// Length of its modulus.
        bits: u32,
    },
    /// A kind of key that cannot sign here.
    #[error("key {name} not supported")]
    Unsupported {
        /// What it is called; an object identifier when we do not know it.
        name: String,
    },
    /// The key contradicts itself or cannot be read.
    #[error("key unreadable")]
    Unreadable,
}

/// A public key of a kind that we accept.
#[derive(Clone)]
pub(super) enum PublicKey {
    P256(Box<VerifyingKey>),
    Rsa { key: Box<RsaPublicKey>, bits: u32 },
}

impl PublicKey {
    pub(super) fn read(info: &SubjectPublicKeyInfoOwned) -> Result<Self, KeyFault> {
        let parameters = info.algorithm.parameters.as_ref();
        if let Some(name) = unsupported(info.algorithm.oid, parameters.map(der::Any::to_ref)) {
            return Err(KeyFault::Unsupported { name });
        }
        if info.algorithm.oid == EC_KEY {
            let der = info.to_der().map_err(|_| KeyFault::Unreadable)?;
            return VerifyingKey::from_public_key_der(&der)
                .map(|key| Self::P256(Box::new(key)))
                .map_err(|_| KeyFault::Unreadable);
        }
        let bytes = info.subject_public_key.as_bytes().ok_or(KeyFault::Unreadable)?;
        let parts = RsaPublicKeyRef::from_der(bytes).map_err(|_| KeyFault::Unreadable)?;
        let bits = rsa_bits(parts.modulus.as_bytes(), parts.public_exponent.as_bytes())?;
        let key = RsaPublicKey::try_from(parts).map_err(|_| KeyFault::Unreadable)?;
        Ok(Self::Rsa { key: Box::new(key), bits })
    }

    pub(super) const fn kind(&self) -> KeyKind {
        match self {
            Self::P256(_) => KeyKind::P256,
            Self::Rsa { bits, .. } => KeyKind::Rsa { bits: *bits },
        }
    }

    /// Whether `signature` is made over `message`, in the one form that we write. ECDSA: DER, low-S only, since the other
    /// form of the same signature would be a second valid encoding. RSA has one form only.
    pub(super) fn verifies(&self, message: &[u8], signature: &[u8]) -> bool {
        match self {
            Self::P256(key) => Signature::from_der(signature)
                .is_ok_and(|parsed| parsed.normalize_s() == parsed && key.verify(message, &parsed).is_ok()),
            Self::Rsa { key, .. } => verifies_rsa::<Sha256>(key, message, signature),
        }
    }

    /// A signature as a token gives it, in the form that [`Self::verifies`] accepts: from ECDSA come two bare numbers.
    /// Nothing when it cannot be one.
    pub(super) fn normalized(&self, raw: Vec<u8>) -> Option<Vec<u8>> {
        match self {
            Self::P256(_) => {
                let signature = Signature::from_slice(&raw).ok()?;
                Some(signature.normalize_s().to_der().as_bytes().to_vec())
            }
            Self::Rsa { .. } => Some(raw),
        }
    }

    /// Whether this key issued a certificate: any form of ECDSA, and the longer hashes too, since issuers use them.
    pub(super) fn issued(&self, algorithm: &AlgorithmIdentifierOwned, message: &[u8], signature: &[u8]) -> bool {
        match (self, algorithm.oid) {
            (Self::P256(key), ECDSA_WITH_SHA256) => {
                Signature::from_der(signature).is_ok_and(|parsed| key.verify(message, &parsed).is_ok())
            }
            (Self::Rsa { key, .. }, RSA_WITH_SHA256) => verifies_rsa::<Sha256>(key, message, signature),
            (Self::Rsa { key, .. }, RSA_WITH_SHA384) => verifies_rsa::<Sha384>(key, message, signature),
            (Self::Rsa { key, .. }, RSA_WITH_SHA512) => verifies_rsa::<Sha512>(key, message, signature),
            _ => false,
        }
    }

    /// The identifier of a signature by this key with another hash, in one form; `None` for pairs that we do not accept.
    pub(super) fn signature_algorithm_with(&self, hash: ObjectIdentifier) -> Option<AlgorithmIdentifierOwned> {
        let (oid, parameters) = match (self, hash) {
            (Self::P256(_), SHA_256) => (ECDSA_WITH_SHA256, None),
            (Self::Rsa { .. }, SHA_256) => (RSA_WITH_SHA256, Some(der::Any::null())),
            (Self::Rsa { .. }, SHA_384) => (RSA_WITH_SHA384, Some(der::Any::null())),
            (Self::Rsa { .. }, SHA_512) => (RSA_WITH_SHA512, Some(der::Any::null())),
            _ => return None,
        };
        Some(AlgorithmIdentifierOwned { oid, parameters })
    }

    /// A signature of this kind of key in the one form that [`Self::verifies`] accepts; `None` when it is none.
    pub(super) fn one_form(&self, signature: &[u8]) -> Option<Vec<u8>> {
        match self {
            Self::P256(_) => {
                Signature::from_der(signature).ok().map(|parsed| parsed.normalize_s().to_der().as_bytes().to_vec())
            }
            Self::Rsa { .. } => Some(signature.to_vec()),
        }
    }

    pub(super) fn is_same(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::P256(one), Self::P256(two)) => one == two,
            (Self::Rsa { key: one, .. }, Self::Rsa { key: two, .. }) => one == two,
            _ => false,
        }
    }
}

/// Whether certificates may be signed like this, and if not, how the algorithm is called.
pub(super) fn certificate_algorithm(algorithm: &AlgorithmIdentifierOwned) -> Result<(), AlgorithmFault> {
    let weak = match algorithm.oid.to_string().as_str() {
        "1.2.840.113549.1.1.2" => "MD2",
        "1.2.840.113549.1.1.4" => "MD5",
        "1.2.840.113549.1.1.5" | "1.2.840.10045.4.1" | "1.3.14.3.2.29" => "SHA-1",
        _ => "",
    };
    if !weak.is_empty() {
        return Err(AlgorithmFault::Weak { name: weak });
    }
    let good = match algorithm.oid {
        ECDSA_WITH_SHA256 => algorithm.parameters.is_none(),
        RSA_WITH_SHA256 | RSA_WITH_SHA384 | RSA_WITH_SHA512 => {
            algorithm.parameters.as_ref().is_some_and(der::Any::is_null)
        }
        _ => false,
    };
    if good { Ok(()) } else { Err(AlgorithmFault::Unsupported { name: signature_name(algorithm.oid) }) }
}

/// Whether the signature under a certificate has no other form that verifies too: RSA, and ECDSA with a low S.
pub(super) fn is_one_form(certificate: &x509_cert::Certificate) -> bool {
    match certificate.signature_algorithm().oid {
        RSA_WITH_SHA256 | RSA_WITH_SHA384 | RSA_WITH_SHA512 => true,
        _ => certificate
            .signature()
            .as_bytes()
            .and_then(|signature| Signature::from_der(signature).ok())
            .is_some_and(|parsed| parsed.normalize_s() == parsed),
    }
}

/// Whether `found` says the same as `expected`. Of RSA some name the key only, or leave out the parameters.
pub(super) fn is_same_algorithm(found: &AlgorithmIdentifierOwned, expected: &AlgorithmIdentifierOwned) -> bool {
    let is_empty = found.parameters.as_ref().is_none_or(der::Any::is_null);
    let is_rsa = matches!(expected.oid, RSA_WITH_SHA256 | RSA_WITH_SHA384 | RSA_WITH_SHA512);
    is_empty && (found.oid == expected.oid || is_rsa && found.oid == RSA_KEY)
}

/// Why the signature under a certificate is not accepted, whoever made it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum AlgorithmFault {
    Weak { name: &'static str },
    Unsupported { name: String },
}

/// A private key of a kind that we accept. It is wiped from memory when dropped; one on a token never comes here.
pub(super) enum PrivateKey {
    Token(Box<TokenKey>),
    P256(Box<SigningKey>),
    Rsa { key: Box<pkcs1v15::SigningKey<Sha256>>, public: Box<RsaPublicKey>, bits: u32 },
}

impl PrivateKey {
    /// Reads a key from PKCS #8.
    pub(super) fn read(der: &[u8]) -> Result<Self, KeyFault> {
        let info = PrivateKeyInfoRef::try_from(der).map_err(|_| KeyFault::Unreadable)?;
        if let Some(name) = unsupported(info.algorithm.oid, info.algorithm.parameters) {
            return Err(KeyFault::Unsupported { name });
        }
        if info.algorithm.oid == EC_KEY {
            return SigningKey::from_pkcs8_der(der)
                .map(|key| Self::P256(Box::new(key)))
                .map_err(|_| KeyFault::Unreadable);
        }
        let parts = RsaPrivateKeyRef::from_der(info.private_key.as_bytes()).map_err(|_| KeyFault::Unreadable)?;
        // Before anything is computed with it: a hostile key could ask for hours.
        let bits = rsa_bits(parts.modulus.as_bytes(), parts.public_exponent.as_bytes())?;
        let key = RsaPrivateKey::try_from(parts).map_err(|_| KeyFault::Unreadable)?;
        let public = Box::new(key.to_public_key());
        Ok(Self::Rsa { key: Box::new(pkcs1v15::SigningKey::new(key)), public, bits })
    }

    pub(super) fn public(&self) -> PublicKey {
        match self {
            Self::Token(key) => key.public(),
            Self::P256(key) => PublicKey::P256(Box::new(*key.verifying_key())),
            Self::Rsa { public, bits, .. } => PublicKey::Rsa { key: public.clone(), bits: *bits },
        }
    }

    /// A signature with SHA-256 over `message`, in the one form that [`PublicKey::verifies`] accepts.
    pub(super) fn sign(&self, message: &[u8]) -> Result<Vec<u8>, SigningFault> {
        Ok(match self {
            Self::Token(key) => key.sign(message)?,
            Self::P256(key) => sign_low_s(key, message)?.to_der().as_bytes().to_vec(),
            Self::Rsa { key, .. } => Box::<[u8]>::from(key.try_sign(message)?).into_vec(),
        })
    }
}

/// Why a key did not sign.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub(super) enum SigningFault {
    /// The token did not; see there.
    #[error(transparent)]
    Token(#[from] TokenError),
    /// A library could not, with a key in hand; not expected.
    #[error("signing failed")]
    Library,
}

impl From<p256::ecdsa::Error> for SigningFault {
    fn from(_: p256::ecdsa::Error) -> Self {
        Self::Library
    }
}

impl From<der::Error> for SigningFault {
    fn from(_: der::Error) -> Self {
        Self::Library
    }
}

/// An ECDSA signature in the one form that we accept when verifying.
pub(super) fn sign_low_s(key: &SigningKey, message: &[u8]) -> Result<Signature, p256::ecdsa::Error> {
    let signature: Signature = key.try_sign(message)?;
    Ok(signature.normalize_s())
}

fn verifies_rsa<D>(key: &RsaPublicKey, message: &[u8], signature: &[u8]) -> bool
where
    D: sha2::Digest + sha2::digest::const_oid::AssociatedOid,
{
    pkcs1v15::Signature::try_from(signature)
        .is_ok_and(|signature| pkcs1v15::VerifyingKey::<D>::new(key.clone()).verify(message, &signature).is_ok())
}

fn rsa_bits(modulus: &[u8], exponent: &[u8]) -> Result<u32, KeyFault> {
    let first = modulus.first().copied().unwrap_or_default();
    let bits = u32::try_from(modulus.len()).unwrap_or(u32::MAX).saturating_mul(8).saturating_sub(first.leading_zeros());
    match (bits, exponent) {
        (..2048, _) => Err(KeyFault::Weak { bits }),
        _ if !RSA_BITS.contains(&bits) => Err(KeyFault::Unsupported { name: format!("RSA-{bits}") }),
        (_, RSA_EXPONENT) => Ok(bits),
        _ => Err(KeyFault::Unsupported { name: "RSA (e ≠ 65537)".to_owned() }),
    }
}

/// The name of a kind of key that we do not accept; nothing for the ones that we do.
fn unsupported(oid: ObjectIdentifier, parameters: Option<AnyRef<'_>>) -> Option<String> {
    if oid == RSA_KEY {
        return None;
    }
    let curve = parameters.and_then(|parameters| parameters.decode_as::<ObjectIdentifier>().ok());
    if oid == EC_KEY {
        return match curve {
            Some(P256) => None,
            Some(curve) => Some(match curve.to_string().as_str() {
                "1.3.132.0.34" => "P-384".to_owned(),
                "1.3.132.0.35" => "P-521".to_owned(),
                "1.3.132.0.10" => "secp256k1".to_owned(),
                other => format!("EC ({other})"),
            }),
            None => Some("EC".to_owned()),
        };
    }
    Some(match oid.to_string().as_str() {
        "1.3.101.112" => "Ed25519".to_owned(),
        "1.3.101.113" => "Ed448".to_owned(),
        "1.2.840.113549.1.1.10" => "RSASSA-PSS".to_owned(),
        "1.2.840.10040.4.1" => "DSA".to_owned(),
        other => other.to_owned(),
    })
}

pub(super) fn signature_name(oid: ObjectIdentifier) -> String {
    match oid.to_string().as_str() {
        "1.2.840.10045.4.3.3" => "ECDSA, SHA-384".to_owned(),
        "1.2.840.10045.4.3.4" => "ECDSA, SHA-512".to_owned(),
        "1.2.840.113549.1.1.10" => "RSASSA-PSS".to_owned(),
        "1.3.101.112" => "Ed25519".to_owned(),
        "1.3.101.113" => "Ed448".to_owned(),
        other => other.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_bare_numbers_of_a_token_become_the_one_form_that_is_accepted() {
        let key = SigningKey::from_slice(&[7; 32]).unwrap();
        let public = PublicKey::P256(Box::new(*key.verifying_key()));
        let low = sign_low_s(&key, b"text").unwrap();
        let high = Signature::from_scalars(low.r(), -*low.s()).unwrap();
        for bare in [low.to_bytes(), high.to_bytes()] {
            let normalized = public.normalized(bare.to_vec()).unwrap();
            assert_eq!(normalized, low.to_der().as_bytes());
            assert!(public.verifies(b"text", &normalized) && !public.verifies(b"text", &bare));
        }
        assert_eq!(public.normalized(low.to_der().as_bytes().to_vec()), None);
        for rubbish in [vec![], vec![0; 64], vec![0xff; 64], vec![1; 63]] {
            assert_eq!(public.normalized(rubbish), None);
        }
    }
}
