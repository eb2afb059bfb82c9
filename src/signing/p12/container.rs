//! Taking keys and certificates out of a PKCS #12 file (RFC 7292).

use der::asn1::AnyRef;
use der::oid::ObjectIdentifier;
use der::{Decode, Encode, Tag, Tagged};
use zeroize::Zeroizing;

use super::protection::Unlocking;
use super::{P12Error, Password, der_parts, object_identifier, octets};

const DATA: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.2.840.113549.1.7.1");
const ENCRYPTED_DATA: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.2.840.113549.1.7.6");
const KEY_BAG: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.2.840.113549.1.12.10.1.1");
const ENCRYPTED_KEY_BAG: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.2.840.113549.1.12.10.1.2");
const CERTIFICATE_BAG: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.2.840.113549.1.12.10.1.3");
const X509_CERTIFICATE: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.2.840.113549.1.9.22.1");

/// What a file holds, each as DER.
#[derive(Default)]
pub(super) struct Contents {
    /// The private keys, in PKCS #8.
    pub(super) keys: Vec<Zeroizing<Vec<u8>>>,
    /// The X.509 certificates.
    pub(super) certificates: Vec<Vec<u8>>,
}

/// Opens a file: checks it as a whole when it has a code for that, then decrypts its parts.
pub(super) fn open(file: &[u8], password: &Password) -> Result<Contents, P12Error> {
    let mut unlocking = Unlocking::with(password);
    let file = AnyRef::from_der(file).map_err(|_| P12Error::Unreadable)?;
    let parts = der_parts(file)?;
    let [version, content, rest @ ..] = parts.as_slice() else { return Err(P12Error::Unreadable) };
    if version.tag() != Tag::Integer || version.value() != [3] || rest.len() > 1 {
        return Err(P12Error::Unreadable);
    }
    let (kind, content) = content_info(*content)?;
    if kind != DATA {
        // Authenticated with a public key instead of a password.
        return Err(P12Error::Protection { oid: kind.to_string() });
    }
    let content = octets(content)?;
    if let Some(mac) = rest.first() {
        unlocking.check_mac(*mac, content)?;
    }
    let mut contents = Contents::default();
    for safe in der_parts(AnyRef::from_der(content).map_err(|_| P12Error::Unreadable)?)? {
        match content_info(safe)? {
            (DATA, bags) => take_bags(octets(bags)?, &mut unlocking, &mut contents)?,
            (ENCRYPTED_DATA, encrypted) => {
                let bags = encrypted_data(encrypted, &mut unlocking)?;
                // Without a code over all, a wrong password can also give nonsense.
                take_bags(&bags, &mut unlocking, &mut contents).map_err(|error| match error {
                    P12Error::Unreadable if rest.is_empty() => P12Error::WrongPassword,
                    error => error,
                })?;
            }
            (kind, _) => return Err(P12Error::Protection { oid: kind.to_string() }),
        }
    }
    Ok(contents)
}

/// `ContentInfo ::= SEQUENCE { type, [0] content }`.
fn content_info(info: AnyRef<'_>) -> Result<(ObjectIdentifier, AnyRef<'_>), P12Error> {
    let parts = der_parts(info)?;
    let [kind, content] = parts.as_slice() else { return Err(P12Error::Unreadable) };
    Ok((object_identifier(Some(kind))?, inside(*content)?))
}

/// `EncryptedData ::= SEQUENCE { version, SEQUENCE { type, algorithm, [0] IMPLICIT OCTET STRING } }`.
fn encrypted_data(data: AnyRef<'_>, unlocking: &mut Unlocking) -> Result<Zeroizing<Vec<u8>>, P12Error> {
    let parts = der_parts(data)?;
    let [_, info, ..] = parts.as_slice() else { return Err(P12Error::Unreadable) };
    let info = der_parts(*info)?;
    let [_, algorithm, encrypted] = info.as_slice() else { return Err(P12Error::Unreadable) };
    if encrypted.tag().is_constructed() {
        return Err(P12Error::Unreadable);
    }
    unlocking.decrypt(*algorithm, encrypted.value())
}

/// `SafeContents ::= SEQUENCE OF SEQUENCE { type, [0] value, attributes OPTIONAL }`; other kinds of bags are passed over.
fn take_bags(bags: &[u8], unlocking: &mut Unlocking, contents: &mut Contents) -> Result<(), P12Error> {
    for bag in der_parts(AnyRef::from_der(bags).map_err(|_| P12Error::Unreadable)?)? {
        let parts = der_parts(bag)?;
        let [kind, value, ..] = parts.as_slice() else { return Err(P12Error::Unreadable) };
        let value = inside(*value)?;
        match object_identifier(Some(kind))? {
            KEY_BAG => {
                let key = value.to_der().map_err(|_| P12Error::Unreadable)?;
                contents.keys.push(Zeroizing::new(key));
            }
            ENCRYPTED_KEY_BAG => {
                let parts = der_parts(value)?;
                let [algorithm, encrypted] = parts.as_slice() else { return Err(P12Error::Unreadable) };
                contents.keys.push(unlocking.decrypt(*algorithm, octets(*encrypted)?)?);
            }
            CERTIFICATE_BAG => {
                let parts = der_parts(value)?;
                let [kind, certificate] = parts.as_slice() else { return Err(P12Error::Unreadable) };
                if object_identifier(Some(kind))? == X509_CERTIFICATE {
                    contents.certificates.push(octets(inside(*certificate)?)?.to_vec());
                }
            }
            _ => {}
        }
    }
    Ok(())
}

/// The one value inside an explicit `[0]`.
fn inside(tagged: AnyRef<'_>) -> Result<AnyRef<'_>, P12Error> {
    if !tagged.tag().is_context_specific() {
        return Err(P12Error::Unreadable);
    }
    AnyRef::from_der(tagged.value()).map_err(|_| P12Error::Unreadable)
}
