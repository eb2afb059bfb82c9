//! What stands on a token for all to see: its name, how it wants its PIN, and its certificates.

use std::path::Path;

use cryptoki::object::{Attribute, AttributeInfo, AttributeType, CertificateType, ObjectClass, ObjectHandle};
use cryptoki::session::Session;
use cryptoki::slot::TokenInfo;

use super::super::certificate::Certificate;
use super::super::chain::{self, CertificateProblem};
use super::error::{TokenError, Tries};
use super::session::{Module, tries};

/// More certificates than this on one token are not looked at.
const MAX_CERTIFICATES: usize = 128;
const MAX_CERTIFICATE_BYTES: usize = 64 * 1024;
const MAX_ID_BYTES: usize = 1024;

/// A token, and the certificates of those who can sign with it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Token {
    /// The name that its holder gave it.
    pub label: String,
    /// Its serial number; another token has another one.
    pub serial: String,
    /// Who made it, and which model.
    pub model: String,
    /// How it wants its PIN.
    pub pin: PinState,
    /// The certificates of signers, by name; those of their issuers stand with them.
    pub certificates: Vec<TokenCertificate>,
}

/// How a token wants its PIN.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct PinState {
    /// Whether it wants one at all.
    pub is_needed: bool,
    /// Whether it is typed on the card reader, and not here.
    pub is_on_pad: bool,
    /// Whether too many wrong ones were given.
    pub is_locked: bool,
    /// How many wrong ones can still be given.
    pub tries: Tries,
    /// The fewest and the most characters.
    pub length: (usize, usize),
}

/// A certificate on a token that may belong to a key there; whether it does, only shows with the PIN.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TokenCertificate {
    /// The certificate.
    pub certificate: Certificate,
    /// Its issuers as far as they are on the token, the nearest one first.
    pub issuers: Vec<Certificate>,
    /// Why it cannot be used: the name of the certificate in the chain, and what is wrong with that.
    pub problem: Option<(String, CertificateProblem)>,
    /// What ties the certificate to its key (`CKA_ID`).
    pub(super) id: Vec<u8>,
}

/// All tokens of a module.
pub(super) fn tokens(path: &Path) -> Result<Vec<Token>, TokenError> {
    let module = Module::load(path)?;
    let mut tokens = Vec::new();
    for (slot, info) in module.tokens()? {
        let session = module.open(slot)?;
        tokens.push(Token {
            label: readable(info.label()),
            serial: readable(info.serial_number()),
            model: readable(format!("{} {}", info.manufacturer_id(), info.model()).trim()),
            pin: pin_state(&info),
            certificates: signers(certificates(&session)?),
        });
    }
    Ok(tokens)
}

/// What the flags of a token say about its PIN.
pub(super) fn pin_state(info: &TokenInfo) -> PinState {
    PinState {
        is_needed: info.login_required(),
        is_on_pad: info.protected_authentication_path(),
        is_locked: info.user_pin_locked(),
        tries: tries(info),
        length: (info.min_pin_length(), info.max_pin_length()),
    }
}

/// The name of a token as it is shown and asked for.
pub(super) fn readable(text: &str) -> String {
    text.chars().map(|each| if each.is_control() { char::REPLACEMENT_CHARACTER } else { each }).collect()
}

/// The certificates with what ties them to a key; what cannot be read can only be missed.
fn certificates(session: &Session) -> Result<Vec<(Vec<u8>, Certificate)>, TokenError> {
    let wanted = [
        Attribute::Class(ObjectClass::CERTIFICATE),
        Attribute::CertificateType(CertificateType::X_509),
        Attribute::Token(true),
    ];
    let handles: Vec<ObjectHandle> = session.iter_objects(&wanted)?.take(MAX_CERTIFICATES).collect::<Result<_, _>>()?;
    let mut found: Vec<(Vec<u8>, Certificate)> = Vec::new();
    for handle in handles {
        let Some(der) = bytes(session, handle, AttributeType::Value, MAX_CERTIFICATE_BYTES)? else { continue };
        let Ok(certificate) = Certificate::from_der(&der) else { continue };
        let id = bytes(session, handle, AttributeType::Id, MAX_ID_BYTES)?.unwrap_or_default();
        match found.iter_mut().find(|(_, each)| *each == certificate) {
            // The same one twice, of which one may lack what ties it to its key.
            Some((known, _)) if known.is_empty() => *known = id,
            Some(_) => {}
            None => found.push((id, certificate)),
        }
    }
    Ok(found)
}

/// An attribute, unless the module does not give it or it is too long to be true.
fn bytes(
    session: &Session,
    handle: ObjectHandle,
    attribute: AttributeType,
    most: usize,
) -> Result<Option<Vec<u8>>, TokenError> {
    match session.get_attribute_info(handle, &[attribute])?.as_slice() {
        [AttributeInfo::Available(length)] if (1..=most).contains(length) => {}
        _ => return Ok(None),
    }
    let found = session.get_attributes(handle, &[attribute])?.pop();
    Ok(match found {
        Some(Attribute::Value(bytes) | Attribute::Id(bytes)) => Some(bytes),
        _ => None,
    })
}

/// Those that can belong to a signer, each with its issuers: not the ones that only stand there to prove the others.
fn signers(found: Vec<(Vec<u8>, Certificate)>) -> Vec<TokenCertificate> {
    let pool: Vec<Certificate> = found.iter().map(|(_, certificate)| certificate.clone()).collect();
    // One that issued itself has no other issuer, also when somebody's older certificate has the same name.
    let has_issued = |one: &Certificate| {
        pool.iter().any(|each| each != one && !each.is_self_issued() && one.is_named_as_issuer_of(each))
    };
    let mut signers: Vec<TokenCertificate> = found
        .into_iter()
        .filter(|(id, certificate)| !id.is_empty() && !has_issued(certificate))
        .map(|(id, certificate)| {
            let issuers = chain::issuers_of(&certificate, &pool);
            let problem = chain::problems(&certificate, &issuers).into_iter().next();
            let problem = problem.map(|(about, problem)| (about.name().to_owned(), problem));
            TokenCertificate { certificate, issuers, problem, id }
        })
        .collect();
    signers.sort_by(|a, b| a.certificate.name().cmp(b.certificate.name()));
    signers
}
