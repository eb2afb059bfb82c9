//! The question to an authority and its answer (RFC 3161, section 2.4).

use der::asn1::{Any, BitString, Int, OctetString};
use der::{Decode, Encode, Sequence};
use pkcs8::spki::AlgorithmIdentifierOwned;
use sha2::{Digest, Sha256};

use super::super::cms::SHA_256;
use super::problem::StampError;

/// The most characters that are shown of what an authority says.
const MAX_TEXT_CHARS: usize = 200;

/// A hash, and what it was made with.
#[derive(Clone, Debug, PartialEq, Eq, Sequence)]
pub(super) struct Imprint {
    pub algorithm: AlgorithmIdentifierOwned,
    pub hash: OctetString,
}

#[derive(Sequence)]
pub(super) struct Query {
    version: u8,
    pub imprint: Imprint,
    pub nonce: Int,
    /// Whether the authority is to send its certificate along.
    certificate: bool,
}

/// Asks for a stamp over the SHA-256 of `signature`; `None` only when a library fails to encode.
pub(super) fn write(signature: &[u8], nonce: [u8; 16]) -> Option<Vec<u8>> {
    // With parameters NULL, as most clients write it: some authorities know no other form.
    let algorithm = AlgorithmIdentifierOwned { oid: SHA_256, parameters: Some(Any::null()) };
    let imprint = Imprint { algorithm, hash: OctetString::new(Sha256::digest(signature).to_vec()).ok()? };
    let nonce = Int::new(&positive(nonce)).ok()?;
    Query { version: 1, imprint, nonce, certificate: true }.to_der().ok()
}

/// Whether the answer repeats the nonce of the question.
pub(super) fn is_nonce(found: &Int, nonce: [u8; 16]) -> bool {
    found.as_bytes() == positive(nonce)
}

/// As a positive number of always the same length.
fn positive(mut nonce: [u8; 16]) -> [u8; 16] {
    nonce[0] = nonce[0] & 0x7f | 0x40;
    nonce
}

#[derive(Sequence)]
struct Status {
    status: u8,
    #[asn1(optional = "true")]
    text: Option<Vec<String>>,
    #[asn1(optional = "true")]
    failure: Option<BitString>,
}

#[derive(Sequence)]
struct Answer {
    status: Status,
    #[asn1(optional = "true")]
    token: Option<Any>,
}

/// The stamp in an answer, as DER; an error when the authority refuses.
pub(super) fn read(answer: &[u8]) -> Result<Vec<u8>, StampError> {
    let answer = Answer::from_der(answer).map_err(|_| StampError::Unreadable)?;
    // 0 is granted, 1 granted with changes to what was asked; what we asked is checked all the same.
    match (answer.status.status, answer.token) {
        (0 | 1, Some(token)) => token.to_der().map_err(|_| StampError::Encoding),
        (0 | 1, None) => Err(StampError::Unreadable),
        (status, _) => {
            let text = answer.status.text.unwrap_or_default().join(" ");
            let text = text.chars().filter(|each| !each.is_control()).take(MAX_TEXT_CHARS).collect();
            let reason = answer.status.failure.as_ref().map_or("", reason);
            Err(StampError::Refused { status, reason, text })
        }
    }
}

/// The names of RFC 3161, section 2.4.2.
fn reason(failure: &BitString) -> &'static str {
    const REASONS: [(usize, &str); 8] = [
        (0, "badAlg"),
        (2, "badRequest"),
        (5, "badDataFormat"),
        (14, "timeNotAvailable"),
        (15, "unacceptedPolicy"),
        (16, "unacceptedExtension"),
        (17, "addInfoNotAvailable"),
        (25, "systemFailure"),
    ];
    let set = |bit: usize| failure.bits().nth(bit).unwrap_or_default();
    REASONS.into_iter().find(|(bit, _)| set(*bit)).map_or("", |(_, name)| name)
}
