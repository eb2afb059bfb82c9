//! How a PKCS #12 file protects what it holds: a message authentication code over all, and encryption of the parts.

use cbc::cipher::block_padding::Pkcs7;
use cbc::cipher::{BlockCipherDecrypt, BlockModeDecrypt, KeyInit, KeyIvInit};
use der::asn1::AnyRef;
use der::oid::ObjectIdentifier;
use der::{Decode, Encode};
use des::TdesEde3;
use hmac::{Hmac, Mac};
use pkcs5::pbes2;
use pkcs12::kdf::{Pkcs12KeyType, derive_key};
use rc2::Rc2;
use sha1::Sha1;
use sha2::{Sha224, Sha256, Sha384, Sha512};
use zeroize::Zeroizing;

use super::{P12Error, Password, der_parts, object_identifier, octets};

const PBES2: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.2.840.113549.1.5.13");
const TRIPLE_DES: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.2.840.113549.1.12.1.3");
const RC2_128: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.2.840.113549.1.12.1.5");
const RC2_40: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.2.840.113549.1.12.1.6");
const SHA_1: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.3.14.3.2.26");
const SHA_224: ObjectIdentifier = ObjectIdentifier::new_unwrap("2.16.840.1.101.3.4.2.4");
const SHA_256: ObjectIdentifier = ObjectIdentifier::new_unwrap("2.16.840.1.101.3.4.2.1");
const SHA_384: ObjectIdentifier = ObjectIdentifier::new_unwrap("2.16.840.1.101.3.4.2.2");
const SHA_512: ObjectIdentifier = ObjectIdentifier::new_unwrap("2.16.840.1.101.3.4.2.3");
/// All rounds of hashing that one file may ask for together: three times the 600,000 that are advised today, and some
/// room; a second or two of work.
const MAX_ROUNDS: u64 = 2_000_000;

/// The password and what is left of the work that the file may ask for.
pub(super) struct Unlocking<'a> {
    password: &'a Password,
    rounds_left: u64,
}

impl<'a> Unlocking<'a> {
    pub(super) fn with(password: &'a Password) -> Self {
        Self { password, rounds_left: MAX_ROUNDS }
    }

    /// Counts work before it is done.
    fn spend(&mut self, rounds: u64) -> Result<(), P12Error> {
        self.rounds_left = self.rounds_left.checked_sub(rounds).ok_or(P12Error::TooMuchWork)?;
        Ok(())
    }

    /// Checks the code over `content`: `MacData ::= SEQUENCE { SEQUENCE { algorithm, digest }, salt, iterations }`.
    pub(super) fn check_mac(&mut self, mac: AnyRef<'_>, content: &[u8]) -> Result<(), P12Error> {
        let parts = der_parts(mac)?;
        let [info, salt, rest @ ..] = parts.as_slice() else { return Err(P12Error::Unreadable) };
        let rounds = rest.first().map_or(Ok(1), |rounds| iterations(*rounds))?;
        let info = der_parts(*info)?;
        let [algorithm, code] = info.as_slice() else { return Err(P12Error::Unreadable) };
        let algorithm = der_parts(*algorithm)?;
        let oid = object_identifier(algorithm.first())?;
        let (salt, code) = (octets(*salt)?, octets(*code)?);
        self.spend(u64::from(rounds.unsigned_abs()))?;
        let password = self.password.as_bmp();
        // The derivation is generic over the hash, and each hash gives a key of its own length.
        macro_rules! is_code {
            ($hash:ty, $length:expr) => {{
                let key = derive_key::<$hash>(&password, salt, Pkcs12KeyType::Mac, rounds, $length);
                let key = Zeroizing::new(key);
                <Hmac<$hash> as KeyInit>::new_from_slice(&key)
                    .is_ok_and(|mac| mac.chain_update(content).verify_slice(code).is_ok())
            }};
        }
        let good = match oid {
            SHA_1 => is_code!(Sha1, 20),
            SHA_224 => is_code!(Sha224, 28),
            SHA_256 => is_code!(Sha256, 32),
            SHA_384 => is_code!(Sha384, 48),
            SHA_512 => is_code!(Sha512, 64),
            _ => return Err(P12Error::Protection { oid: oid.to_string() }),
        };
        if good { Ok(()) } else { Err(P12Error::WrongPassword) }
    }

    /// Decrypts `data`: `AlgorithmIdentifier ::= SEQUENCE { algorithm, parameters }`.
    pub(super) fn decrypt(&mut self, algorithm: AnyRef<'_>, data: &[u8]) -> Result<Zeroizing<Vec<u8>>, P12Error> {
        let parts = der_parts(algorithm)?;
        let [oid, parameters] = parts.as_slice() else { return Err(P12Error::Unreadable) };
        let oid = object_identifier(Some(oid))?;
        match oid {
            PBES2 => self.decrypt_pbes2(*parameters, data),
            TRIPLE_DES => self.decrypt_legacy::<TdesEde3>(*parameters, data, 24),
            RC2_128 => self.decrypt_legacy::<Rc2>(*parameters, data, 16),
            RC2_40 => self.decrypt_legacy::<Rc2>(*parameters, data, 5),
            _ => Err(P12Error::Protection { oid: oid.to_string() }),
        }
    }

    fn decrypt_pbes2(&mut self, parameters: AnyRef<'_>, data: &[u8]) -> Result<Zeroizing<Vec<u8>>, P12Error> {
        let unsupported = || P12Error::Protection { oid: PBES2.to_string() };
        let der = parameters.to_der().map_err(|_| P12Error::Unreadable)?;
        let parameters = pbes2::Parameters::from_der(&der).map_err(|_| unsupported())?;
        // Only this derivation has a cost that can be counted; the other one also asks for memory.
        let rounds = parameters.kdf.pbkdf2().ok_or_else(unsupported)?.iteration_count;
        self.spend(u64::from(rounds))?;
        match parameters.decrypt(self.password.as_utf8(), data) {
            Ok(plain) => Ok(Zeroizing::new(plain)),
            Err(pkcs5::Error::DecryptFailed) => Err(P12Error::WrongPassword),
            Err(_) => Err(unsupported()),
        }
    }

    /// The schemes of PKCS #12 itself, with SHA-1.
    fn decrypt_legacy<C>(
        &mut self,
        parameters: AnyRef<'_>,
        data: &[u8],
        key_length: usize,
    ) -> Result<Zeroizing<Vec<u8>>, P12Error>
    where
        C: KeyInit + BlockCipherDecrypt,
    {
        let parts = der_parts(parameters)?;
        let [salt, rounds] = parts.as_slice() else { return Err(P12Error::Unreadable) };
        let (salt, rounds) = (octets(*salt)?, iterations(*rounds)?);
        // Key and start value are derived apart, the longer key from two hashes.
        let hashes = if key_length > 20 { 3 } else { 2 };
        self.spend(u64::from(rounds.unsigned_abs()) * hashes)?;
        let password = self.password.as_bmp();
        let derive = |kind, length| Zeroizing::new(derive_key::<Sha1>(&password, salt, kind, rounds, length));
        let (key, start) = (derive(Pkcs12KeyType::EncryptionKey, key_length), derive(Pkcs12KeyType::Iv, 8));
        let cipher = cbc::Decryptor::<C>::new_from_slices(&key, &start).map_err(|_| P12Error::Unreadable)?;
        let mut plain = Zeroizing::new(data.to_vec());
        let length = cipher.decrypt_padded::<Pkcs7>(&mut plain).map_err(|_| P12Error::WrongPassword)?.len();
        plain.truncate(length);
        Ok(plain)
    }
}

fn iterations(rounds: AnyRef<'_>) -> Result<i32, P12Error> {
    let rounds: u64 = rounds.decode_as().map_err(|_| P12Error::Unreadable)?;
    if rounds == 0 {
        return Err(P12Error::Unreadable);
    }
    i32::try_from(rounds).map_err(|_| P12Error::TooMuchWork)
}
