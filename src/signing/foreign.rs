//! Who claims to have signed a PDF that is no report of ours. Nothing is checked here.

use std::collections::BTreeSet;

use cms::cert::CertificateChoices;
use cms::content_info::ContentInfo;
use cms::signed_data::{SignedData, SignerIdentifier};
use der::{Decode, Encode};

use super::certificate::Certificate;
use super::cms::der_length;

/// More signatures than this are not looked at.
const MOST: usize = 20;
/// The longest signature that is looked at, in digits.
const MOST_DIGITS: usize = 200_000;
/// What is shorter is a note or a text on a page.
const FEWEST_DIGITS: usize = 200;

/// The names in the signing certificates of all signatures that stand in these bytes, in order and once each. They are
/// claims: whether the signatures hold is not looked at, and a signature in a compressed part is not found.
#[must_use]
pub fn claimed_signers(pdf: &[u8]) -> Vec<String> {
    let mark = b"/Contents";
    let mut names = Vec::new();
    let mut seen = 0;
    let mut rest = pdf;
    while let Some(at) = rest.windows(mark.len()).position(|window| window == mark) {
        rest = rest.get(at + mark.len()..).unwrap_or_default();
        let Some(bytes) = hexadecimal(rest) else { continue };
        seen += 1;
        if seen > MOST {
            break;
        }
        let cms = der_length(&bytes).and_then(|length| bytes.get(..length)).unwrap_or_default();
        names.extend(signer_names(cms).unwrap_or_default());
    }
    let mut known = BTreeSet::new();
    names.retain(|name| known.insert(name.clone()));
    names
}

/// The bytes of a long hexadecimal string that begins here.
fn hexadecimal(bytes: &[u8]) -> Option<Vec<u8>> {
    let digits = bytes.trim_ascii_start().strip_prefix(b"<")?;
    let length = digits.iter().take(MOST_DIGITS).take_while(|byte| byte.is_ascii_hexdigit()).count();
    if length < FEWEST_DIGITS || digits.get(length) != Some(&b'>') {
        return None;
    }
    let value = |digit: u8| char::from(digit).to_digit(16).and_then(|value| u8::try_from(value).ok());
    digits.get(..length)?.chunks_exact(2).map(|pair| Some(value(pair[0])? * 16 + value(pair[1])?)).collect()
}

fn signer_names(cms: &[u8]) -> Option<Vec<String>> {
    let signed: SignedData = ContentInfo::from_der(cms).ok()?.content.decode_as().ok()?;
    let certificates: Vec<Certificate> = signed
        .certificates?
        .0
        .iter()
        .filter_map(|choice| match choice {
            CertificateChoices::Certificate(certificate) => Certificate::from_der(&certificate.to_der().ok()?).ok(),
            CertificateChoices::Other(_) => None,
        })
        .collect();
    let is_of = |certificate: &Certificate, id: &SignerIdentifier| {
        let tbs = certificate.parsed().tbs_certificate();
        matches!(id, SignerIdentifier::IssuerAndSerialNumber(id)
            if id.issuer == *tbs.issuer() && id.serial_number == *tbs.serial_number())
    };
    let signers = signed.signer_infos.0.iter();
    let named = signers.filter_map(|info| certificates.iter().find(|certificate| is_of(certificate, &info.sid)));
    Some(named.map(|certificate| certificate.name().to_owned()).collect())
}
