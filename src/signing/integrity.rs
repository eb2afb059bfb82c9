//! Is this report still what its signers signed?

use std::ops::Range;

use chrono::{DateTime, FixedOffset, Utc};
use sha2::{Digest, Sha256};

use super::certificate::Certificate;
use super::chain;
use super::cms;
use super::fault::Fault;
use super::field::FieldRole;
use super::pdf::content;
use super::pdf::form::Frame;
use super::pdf::revision::{self, Revision};
use super::pdf::scanner::{Dictionary, Value};
use super::pdf::text::{read_date, read_text};
use super::pdf::update::{Basis, MAX_PLACE_BYTES, Statement, Update, contents_digits};
use super::plain_text::{MAX_STATEMENT_CHARS, plain_line, shown_line};
use super::stamp::{TimeStamp, time_problem};

/// The largest file that is looked at, in bytes.
pub const MAX_PDF_BYTES: usize = 50 * 1024 * 1024;

/// All that can be said about the signatures of a file. Whether the signers are who they should be is another question:
/// [`Inspection::is_confirmed_by`].
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Inspection {
    /// The bytes of each revision; the first is the report before any signature.
    pub revisions: Vec<Range<usize>>,
    /// One per revision after the first, in the order of signing. Empty for a report that is not signed.
    pub signatures: Vec<SignatureFacts>,
    /// What is wrong with the file as a whole.
    pub faults: Vec<Fault>,
}

/// One signature, as far as it can be read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SignatureFacts {
    /// The field it fills.
    pub field: FieldRole,
    /// The name it states; the same as in the certificate when there are no faults.
    pub name: String,
    /// The role or reason it states.
    pub reason: String,
    /// The place it states.
    pub location: Option<String>,
    /// The time it claims. No one but the signer vouches for it.
    pub at: Option<DateTime<FixedOffset>>,
    /// The certificate of the signer.
    pub certificate: Option<Certificate>,
    /// The certificates of those who issued it, the nearest one first; empty for a certificate that issued itself.
    pub issuers: Vec<Certificate>,
    /// The time stamp over it, when there is one: whose time that is, the authority's certificate says.
    pub stamp: Option<TimeStamp>,
    /// The bytes it signs, but for the gap that holds the signature itself.
    pub covers: Range<usize>,
    /// What is wrong with it.
    pub faults: Vec<Fault>,
}

impl Inspection {
    /// Signed, and without any fault.
    #[must_use]
    pub fn is_intact(&self) -> bool {
        !self.signatures.is_empty() && self.all_faults().is_empty()
    }

    /// A readable report that nobody signed.
    #[must_use]
    pub fn is_unsigned(&self) -> bool {
        self.signatures.is_empty() && self.faults.is_empty()
    }

    /// The faults of the file, then those of each signature.
    #[must_use]
    pub fn all_faults(&self) -> Vec<Fault> {
        self.faults.iter().chain(self.signatures.iter().flat_map(|signature| &signature.faults)).cloned().collect()
    }

    /// Intact, and every signer is confirmed by one of `trusted`.
    #[must_use]
    pub fn is_confirmed_by(&self, trusted: &[Certificate]) -> bool {
        self.is_intact() && self.signatures.iter().all(|signature| signature.is_confirmed_by(trusted))
    }
}

impl SignatureFacts {
    /// Whether this signature is without faults and one of `trusted` is the signer's whole certificate, that of one of its
    /// issuers, or issued the last of those.
    #[must_use]
    pub fn is_confirmed_by(&self, trusted: &[Certificate]) -> bool {
        let (Some(certificate), Some(at)) = (&self.certificate, self.at) else { return false };
        self.faults.is_empty() && chain::is_trusted(certificate, &self.issuers, trusted, at.with_timezone(&Utc))
    }

    /// Whether the signature is without faults, and its time stamp of an authority that one of `trusted` is, or issued.
    #[must_use]
    pub fn has_confirmed_stamp(&self, trusted: &[Certificate]) -> bool {
        self.faults.is_empty() && self.stamp.as_ref().is_some_and(|stamp| stamp.is_confirmed_by(trusted))
    }

    /// SHA-256 over the certificate as lowercase hexadecimal digits.
    #[must_use]
    pub fn fingerprint(&self) -> Option<String> {
        self.certificate.as_ref().map(Certificate::fingerprint)
    }
}

/// Reads the signatures of `pdf` and checks them by the strict rule: what is not exactly as signing writes it is a fault.
///
/// Takes any bytes; time and memory stay in proportion to their number.
#[must_use]
pub fn inspect(pdf: &[u8]) -> Inspection {
    let mut result = Inspection { revisions: Vec::new(), signatures: Vec::new(), faults: Vec::new() };
    if pdf.len() > MAX_PDF_BYTES {
        result.faults.push(Fault::TooLarge { bytes: pdf.len(), max: MAX_PDF_BYTES });
        return result;
    }
    let (revisions, fault) = revision::split(pdf);
    result.faults.extend(fault);
    result.revisions = revisions.iter().map(|revision| revision.span.clone()).collect();
    let Some(report) = revisions.first() else { return result };
    let frame = match Frame::of(report) {
        Ok(frame) => frame,
        Err(fault) => {
            result.faults.push(fault);
            return result;
        }
    };
    result.faults.extend(content::check(report, &frame));
    for ((number, pair), role) in revisions.windows(2).enumerate().zip(FieldRole::ALL) {
        let [previous, update] = pair else { continue };
        let basis = Basis { pdf, frame: &frame, previous, role };
        match signature(&basis, update, number + 1) {
            Ok(facts) => result.signatures.push(facts),
            Err(fault) => result.faults.push(fault),
        }
    }
    result
}

/// The signature that an update brings. An error means that there is none to speak of.
fn signature(basis: &Basis<'_>, update: &Revision, number: usize) -> Result<SignatureFacts, Fault> {
    let object = update.objects.get(&basis.previous.size).filter(|object| !object.is_stream);
    let entries = object.and_then(|object| object.value.dictionary()).ok_or(Fault::NoSignature { revision: number })?;
    let mut faults = Vec::new();
    let statement = statement(entries, &mut faults);
    let contents = entries.get(b"Contents".as_slice()).and_then(Value::text).unwrap_or_default();
    // Every certificate in a message costs time: one that is longer than any place for it is not opened.
    let length = cms::der_length(contents).filter(|length| *length <= MAX_PLACE_BYTES);
    let cms = length.and_then(|length| contents.get(..length));
    let mut facts = SignatureFacts {
        field: basis.role,
        name: shown_line(&text_entry(entries, "Name").unwrap_or_default()),
        reason: shown_line(&text_entry(entries, "Reason").unwrap_or_default()),
        location: text_entry(entries, "Location").map(|text| shown_line(&text)),
        at: statement.as_ref().map(|statement| statement.at),
        certificate: None,
        issuers: Vec::new(),
        stamp: None,
        covers: 0..update.span.end,
        faults,
    };
    if cms.is_none() {
        facts.faults.push(Fault::CmsUnreadable);
    }
    let (Some(statement), Some(cms)) = (statement, cms) else { return Ok(facts) };
    let (bytes, is_stamped) = cms::unstamped_length(cms);
    let expected = basis.write(&statement, cms, contents_digits(bytes, is_stamped));
    facts.faults.extend(difference(basis.pdf, &expected, update, entries, number));
    let verified = cms::verify(cms, &digest(basis.pdf, &expected.gap, update.span.end));
    facts.faults.extend(verified.faults);
    if let Some(certificate) = &verified.certificate {
        if certificate.name() != statement.name {
            facts.faults.push(Fault::NameDiffers);
        }
        let at = statement.at.with_timezone(&Utc);
        if !std::iter::once(certificate).chain(&verified.issuers).all(|each| each.is_valid_at(at)) {
            facts.faults.push(Fault::CertificatePeriod);
        }
    }
    facts.certificate = verified.certificate;
    facts.issuers = verified.issuers;
    let contradiction = verified.stamp.as_ref().and_then(|stamp| time_problem(stamp.at, statement.at));
    facts.faults.extend(contradiction.map(Fault::Stamp));
    facts.stamp = verified.stamp;
    Ok(facts)
}

fn statement(entries: &Dictionary, faults: &mut Vec<Fault>) -> Option<Statement> {
    let name = text_entry(entries, "Name");
    let reason = text_entry(entries, "Reason");
    let at = entries.get(b"M".as_slice()).and_then(Value::text).and_then(read_date);
    for (key, missing) in [("Name", name.is_none()), ("Reason", reason.is_none()), ("M", at.is_none())] {
        if missing {
            faults.push(Fault::SignatureEntry { key });
        }
    }
    let location = text_entry(entries, "Location");
    // What signing would not write, in a signature that somebody else's program wrote.
    let is_plain =
        |text: &Option<String>| text.as_deref().is_none_or(|text| plain_line(text, MAX_STATEMENT_CHARS).is_ok());
    for (key, text) in [("Name", &name), ("Reason", &reason), ("Location", &location)] {
        if !is_plain(text) {
            faults.push(Fault::SignatureEntry { key });
        }
    }
    Some(Statement { name: name?, reason: reason?, location, at: at? })
}

fn text_entry(entries: &Dictionary, key: &str) -> Option<String> {
    entries.get(key.as_bytes()).and_then(Value::text).and_then(read_text)
}

/// Compares the update with what signing would have written, and names the first difference by what stands there.
fn difference(pdf: &[u8], expected: &Update, update: &Revision, entries: &Dictionary, revision: usize) -> Vec<Fault> {
    let found = pdf.get(update.span.clone()).unwrap_or_default();
    if found == expected.bytes {
        return Vec::new();
    }
    let byte_range: Option<Vec<i64>> = entries
        .get(b"ByteRange".as_slice())
        .and_then(Value::array)
        .and_then(|items| items.iter().map(Value::integer).collect());
    let byte_range = byte_range.filter(|numbers| numbers.len() == 4).unwrap_or_default();
    let wanted = expected.byte_range();
    if !byte_range.iter().copied().eq(wanted.iter().map(|number| *number as i64)) {
        return vec![Fault::ByteRange { found: byte_range, expected: wanted }];
    }
    let same = found.iter().zip(&expected.bytes).take_while(|(found, expected)| found == expected).count();
    let offset = expected.start + same;
    vec![if expected.gap.contains(&offset) {
        Fault::Contents { offset }
    } else {
        Fault::UpdateDiffers { revision, offset }
    }]
}

/// SHA-256 over the file up to `end`, without the gap.
fn digest(pdf: &[u8], gap: &Range<usize>, end: usize) -> Vec<u8> {
    let mut hash = Sha256::new();
    hash.update(pdf.get(..gap.start.min(end)).unwrap_or_default());
    hash.update(pdf.get(gap.end.min(end)..end).unwrap_or_default());
    hash.finalize().to_vec()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_signature_states_is_plain_text() {
        // As a writer in UTF-16 has it, who can put any character there.
        let text = |text: &str| {
            Value::Text([0xfe, 0xff].into_iter().chain(text.encode_utf16().flat_map(u16::to_be_bytes)).collect())
        };
        let entries = |reason: &str| {
            let time = Value::Text(b"D:20261122140300+01'00'".to_vec());
            let pairs = [("Name", text("A. Voorbeeld")), ("Reason", text(reason)), ("M", time)];
            pairs.into_iter().map(|(key, value)| (key.as_bytes().to_vec(), value)).collect::<Dictionary>()
        };
        let faults = |reason: &str| {
            let mut faults = Vec::new();
            statement(&entries(reason), &mut faults);
            faults
        };
        assert_eq!(faults("Beoordelaar"), []);
        for lie in ["Beoordelaar\nOndertekenaar bevestigd.", &"x".repeat(201), " "] {
            assert_eq!(faults(lie), [Fault::SignatureEntry { key: "Reason" }], "{lie:?}");
        }
    }
}
