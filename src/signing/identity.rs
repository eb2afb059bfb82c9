//! A signing identity of one's own: a P-256 key under a passphrase, with a certificate issued by that same key.

use chrono::{DateTime, Months, SubsecRound, Utc};
use der::asn1::{Any, SetOfVec, Utf8StringRef};
use der::{Decode, Encode, oid::ObjectIdentifier, pem};
use p256::ecdsa::SigningKey;
use p256::elliptic_curve::Generate;
use pkcs8::pkcs5::{EncryptionScheme, pbes2};
use pkcs8::spki::{SignatureBitStringEncoding, SubjectPublicKeyInfo, SubjectPublicKeyInfoRef};
use pkcs8::{DecodePrivateKey, EncodePrivateKey, EncryptedPrivateKeyInfoRef};
use rand_core::TryCryptoRng;
use x509_cert::attr::AttributeTypeAndValue;
use x509_cert::builder::{Builder, CertificateBuilder, profile::BuilderProfile};
use x509_cert::ext::pkix::{BasicConstraints, KeyUsage, KeyUsages, SubjectKeyIdentifier};
use x509_cert::ext::{Extension, ToExtension};
use x509_cert::name::{Name, RdnSequence, RelativeDistinguishedName};
use x509_cert::serial_number::SerialNumber;
use x509_cert::time::{Time, Validity};

use super::certificate::{Certificate, CertificateError, pem_block};
use super::keys::sign_low_s;
use super::passphrase::Passphrase;
use super::plain_text::{PlainTextError, plain_line};
use super::signer::Signer;

/// The longest name X.520 allows for a common name.
pub const MAX_NAME_CHARS: usize = 64;
const VALID_MONTHS: u32 = 120;
const KEY_LABEL: &str = "ENCRYPTED PRIVATE KEY";
const COMMON_NAME: ObjectIdentifier = ObjectIdentifier::new_unwrap("2.5.4.3");
/// A key file that asks for more work than this is hostile: unlocking would seem to hang.
const MAX_KDF_ITERATIONS: u32 = 10_000_000;

/// A locked identity: the encrypted key and the certificate.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Identity {
    encrypted_key: Vec<u8>,
    certificate: Certificate,
}

impl Identity {
    /// Makes a new key, and a certificate for `name` that is valid for ten years from `valid_from` (cut to seconds).
    ///
    /// The key is encrypted at once (PBES2: PBKDF2 with HMAC-SHA-256, 600,000 rounds, and AES-256-CBC).
    ///
    /// # Errors
    /// [`IdentityError::Name`] for a name that is empty, over [`MAX_NAME_CHARS`] or holds hidden characters;
    /// [`IdentityError::Randomness`] when `rng` fails; [`IdentityError::Time`] when ten years on cannot be written.
    pub fn generate<R: TryCryptoRng>(
        name: &str,
        passphrase: &Passphrase,
        valid_from: DateTime<Utc>,
        rng: &mut R,
    ) -> Result<Self, IdentityError> {
        let name = plain_line(name, MAX_NAME_CHARS)?;
        let key = SigningKey::try_generate_from_rng(rng).map_err(|_| IdentityError::Randomness)?;
        let mut serial = [0; 16];
        rng.try_fill_bytes(&mut serial).map_err(|_| IdentityError::Randomness)?;
        let certificate = self_issue(&key, name, serial, valid_from)?;
        let parameters = pbes2::Parameters::generate_pbkdf2(rng).map_err(|_| IdentityError::Randomness)?;
        let plain = key.to_pkcs8_der().map_err(|_| IdentityError::Encoding)?;
        let encrypted =
            parameters.encrypt(passphrase.as_bytes(), plain.as_bytes()).map_err(|_| IdentityError::Encoding)?;
        let encrypted_key = EncryptedPrivateKeyInfoRef {
            encryption_algorithm: parameters.into(),
            encrypted_data: der::asn1::OctetStringRef::new(&encrypted).map_err(|_| IdentityError::Encoding)?,
        }
        .to_der()
        .map_err(|_| IdentityError::Encoding)?;
        Ok(Self { encrypted_key, certificate })
    }

    /// Reads the text that [`Self::to_pem`] writes.
    ///
    /// # Errors
    /// [`IdentityError::NoKey`] or [`IdentityError::Certificate`] when a block is missing or unreadable.
    pub fn from_pem(text: &str) -> Result<Self, IdentityError> {
        let encrypted_key = pem_block(text, KEY_LABEL).ok_or(IdentityError::NoKey)?;
        EncryptedPrivateKeyInfoRef::try_from(encrypted_key.as_slice()).map_err(|_| IdentityError::NoKey)?;
        Ok(Self { encrypted_key, certificate: Certificate::from_pem(text)? })
    }

    /// The encrypted key and the certificate as PEM text.
    #[must_use]
    pub fn to_pem(&self) -> String {
        let key = pem::encode_string(KEY_LABEL, pem::LineEnding::LF, &self.encrypted_key).unwrap_or_default();
        key + &self.certificate.to_pem()
    }

    /// Decrypts the key. Takes a noticeable part of a second: do not call it on the window's thread.
    ///
    /// # Errors
    /// [`IdentityError::WrongPassphrase`]; [`IdentityError::KeyProtection`] when the key is protected in a way that we
    /// do not use; [`IdentityError::KeyMismatch`] when key and certificate do not belong together.
    pub fn unlock(&self, passphrase: &Passphrase) -> Result<Signer, IdentityError> {
        let info =
            EncryptedPrivateKeyInfoRef::try_from(self.encrypted_key.as_slice()).map_err(|_| IdentityError::NoKey)?;
        if !is_our_protection(&info.encryption_algorithm) {
            return Err(IdentityError::KeyProtection);
        }
        let plain = info.decrypt(passphrase.as_bytes()).map_err(|_| IdentityError::WrongPassphrase)?;
        let key = SigningKey::from_pkcs8_der(plain.as_bytes()).map_err(|_| IdentityError::WrongPassphrase)?;
        Signer::own(key, self.certificate.clone()).ok_or(IdentityError::KeyMismatch)
    }

    /// The name in the certificate.
    #[must_use]
    pub fn name(&self) -> &str {
        self.certificate.name()
    }

    /// The certificate, to hand to those who must be able to confirm the signer.
    #[must_use]
    pub fn certificate(&self) -> &Certificate {
        &self.certificate
    }
}

fn is_our_protection(scheme: &EncryptionScheme) -> bool {
    let EncryptionScheme::Pbes2(parameters) = scheme else { return false };
    matches!(parameters.encryption, pbes2::EncryptionScheme::Aes256Cbc { .. })
        && parameters
            .kdf
            .pbkdf2()
            .is_some_and(|kdf| kdf.prf == pbes2::Pbkdf2Prf::HmacWithSha256 && kdf.iteration_count <= MAX_KDF_ITERATIONS)
}

/// The certificate of a key that issues its own.
pub(super) fn self_issue(
    key: &SigningKey,
    name: &str,
    mut serial: [u8; 16],
    valid_from: DateTime<Utc>,
) -> Result<Certificate, IdentityError> {
    // Positive and of full length, as RFC 5280 wants it.
    serial[0] = (serial[0] & 0x7f) | 0x40;
    let not_before = valid_from.trunc_subsecs(0);
    let not_after = not_before.checked_add_months(Months::new(VALID_MONTHS)).ok_or(IdentityError::Time)?;
    let validity = Validity::new(x509_time(not_before)?, x509_time(not_after)?);
    let encoding = |_| IdentityError::Encoding;
    let public = SubjectPublicKeyInfo::from_key(key.verifying_key()).map_err(|_| IdentityError::Encoding)?;
    let serial = SerialNumber::new(&serial).map_err(|_| IdentityError::Encoding)?;
    let profile = OwnIdentity(distinguished_name(name).map_err(|_| IdentityError::Encoding)?);
    let mut builder = CertificateBuilder::new(profile, serial, validity, public).map_err(encoding)?;
    let message = builder.finalize(key).map_err(encoding)?;
    let signature = sign_low_s(key, &message).map_err(|_| IdentityError::Encoding)?;
    let bits = signature.to_der().to_bitstring().map_err(|_| IdentityError::Encoding)?;
    let certificate = builder.assemble(bits, key).map_err(encoding)?;
    Ok(Certificate::from_der(&certificate.to_der().map_err(|_| IdentityError::Encoding)?)?)
}

fn x509_time(at: DateTime<Utc>) -> Result<Time, IdentityError> {
    let seconds = u64::try_from(at.timestamp()).map_err(|_| IdentityError::Time)?;
    let moment = std::time::UNIX_EPOCH + std::time::Duration::from_secs(seconds);
    Time::try_from(moment).map_err(|_| IdentityError::Time)
}

/// A name with the common name only, written as UTF-8; no string syntax in which a comma or plus could mean something.
fn distinguished_name(name: &str) -> der::Result<Name> {
    let value = Any::encode_from(&Utf8StringRef::new(name)?)?;
    let mut set = SetOfVec::new();
    set.insert(AttributeTypeAndValue { oid: COMMON_NAME, value })?;
    let mut sequence = RdnSequence::default();
    sequence.push(RelativeDistinguishedName::from(set));
    Name::from_der(&sequence.to_der()?)
}

/// Issuer and subject are one person; the key signs documents and nothing else.
struct OwnIdentity(Name);

impl BuilderProfile for OwnIdentity {
    fn get_issuer(&self, subject: &Name) -> Name {
        subject.clone()
    }

    fn get_subject(&self) -> Name {
        self.0.clone()
    }

    fn build_extensions(
        &self,
        public: SubjectPublicKeyInfoRef<'_>,
        _issuer: SubjectPublicKeyInfoRef<'_>,
        tbs: &x509_cert::TbsCertificate,
    ) -> x509_cert::builder::Result<Vec<Extension>> {
        let usage = KeyUsage(KeyUsages::DigitalSignature | KeyUsages::NonRepudiation);
        let key_id = SubjectKeyIdentifier::try_from(public)?;
        let subject = tbs.subject();
        let constraints = BasicConstraints { ca: false, path_len_constraint: None };
        Ok(vec![
            constraints.to_extension(subject, &[])?,
            usage.to_extension(subject, &[])?,
            key_id.to_extension(subject, &[])?,
        ])
    }
}

/// Why an identity cannot be made, read or unlocked.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum IdentityError {
    /// The name is refused.
    #[error("name: {0}")]
    Name(#[from] PlainTextError),
    /// The passphrase does not open the key.
    #[error("wrong passphrase")]
    WrongPassphrase,
    /// The text holds no readable encrypted private key.
    #[error("no encrypted private key")]
    NoKey,
    /// The certificate is missing or unreadable.
    #[error("certificate: {0}")]
    Certificate(#[from] CertificateError),
    /// The key is protected in another way than ours, or asks for an absurd amount of work.
    #[error("key protection not supported")]
    KeyProtection,
    /// The private key and the certificate do not belong together.
    #[error("key and certificate do not belong together")]
    KeyMismatch,
    /// The period of validity cannot be written in a certificate.
    #[error("time out of range")]
    Time,
    /// The source of randomness failed.
    #[error("no randomness")]
    Randomness,
    /// A library could not encode what we gave it; not expected.
    #[error("encoding failed")]
    Encoding,
}

#[cfg(test)]
mod tests {
    use getrandom::SysRng;

    use super::*;

    #[test]
    fn a_key_that_is_protected_otherwise_or_asks_for_endless_work_is_refused_at_once() {
        let passphrase = Passphrase::new("een lange wachtzin".to_owned()).unwrap();
        let from = "2026-01-01T00:00:00Z".parse().unwrap();
        let own = Identity::generate("A. Voorbeeld", &passphrase, from, &mut SysRng).unwrap();
        let (salt, iv) = ([7; 16], [9; 16]);
        let rounds = |rounds| pbes2::Parameters::generate_pbkdf2_sha256_aes256cbc(rounds, &salt, iv).unwrap();
        assert!(is_our_protection(&rounds(MAX_KDF_ITERATIONS).into()));
        let weaker = pbes2::Parameters::generate_pbkdf2_sha256_aes128cbc(600_000, &salt, iv).unwrap();
        for parameters in [rounds(MAX_KDF_ITERATIONS + 1), rounds(100_000_000), weaker] {
            let encrypted_key = EncryptedPrivateKeyInfoRef {
                encryption_algorithm: parameters.into(),
                encrypted_data: der::asn1::OctetStringRef::new(&[1; 144]).unwrap(),
            };
            let changed = Identity { encrypted_key: encrypted_key.to_der().unwrap(), ..own.clone() };
            assert_eq!(changed.unlock(&passphrase).unwrap_err(), IdentityError::KeyProtection);
        }
    }
}
