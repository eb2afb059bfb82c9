//! The one way in which a signature is written into a report.
//!
//! Signing and verifying share this: what verifying reads from an update is written again, and every byte must be the
//! same. So an update cannot hold anything that signing did not put there. The shape is frozen: a later program that
//! writes another shape must keep this one beside it, or the reports signed until then no longer verify.

use std::fmt::Write as _;
use std::ops::Range;

use chrono::{DateTime, FixedOffset};

use super::super::field::FieldRole;
use super::super::hex;
use super::form::{Frame, Place};
use super::revision::Revision;
use super::text::{write_date, write_text};

/// Hexadecimal digits kept free for the CMS message: room for a chain of certificates. The second one is for chains that do
/// not fit in the first.
const CONTENTS_DIGITS: [usize; 2] = [12_288, 32_768];
/// Further digits when a time stamp goes into the message. Its size is known only after signing, so the room is always the
/// same; and since the signed bytes tell how wide the place is, a stamp cannot be taken away or put in later.
const STAMP_DIGITS: usize = 24_576;
/// The most bytes that a CMS message can have without its stamp.
pub(in super::super) const MAX_CMS_BYTES: usize = CONTENTS_DIGITS[1] / 2;
/// The most bytes of a message with its time stamp.
pub(in super::super) const MAX_PLACE_BYTES: usize = (CONTENTS_DIGITS[1] + STAMP_DIGITS) / 2;
/// Characters kept for the byte range, brackets included.
const BYTE_RANGE_WIDTH: usize = 40;

/// What a signature says in plain text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in super::super) struct Statement {
    pub name: String,
    pub reason: String,
    pub location: Option<String>,
    /// In the precision of a PDF date.
    pub at: DateTime<FixedOffset>,
}

/// What an update is written from.
pub(in super::super) struct Basis<'a> {
    pub pdf: &'a [u8],
    pub frame: &'a Frame,
    /// The revision before this one; the update begins where it ends.
    pub previous: &'a Revision,
    pub role: FieldRole,
}

/// A written update. Offsets count from the start of the file.
pub(in super::super) struct Update {
    pub bytes: Vec<u8>,
    pub start: usize,
    /// The signed bytes are all but these: from `<` up to and including `>`.
    pub gap: Range<usize>,
}

impl Update {
    pub(in super::super) fn end(&self) -> usize {
        self.start + self.bytes.len()
    }

    /// The byte range as it must be: everything but the gap.
    pub(in super::super) fn byte_range(&self) -> [usize; 4] {
        [0, self.gap.start, self.gap.end, self.end() - self.gap.end]
    }
}

/// The digits of the place for a message that has this many bytes without a time stamp, and carries one or not.
pub(in super::super) fn contents_digits(bytes: usize, is_stamped: bool) -> usize {
    let digits = CONTENTS_DIGITS[usize::from(bytes * 2 > CONTENTS_DIGITS[0])];
    digits + if is_stamped { STAMP_DIGITS } else { 0 }
}

impl Basis<'_> {
    /// Writes the update. `cms` fills a place of so many `digits` as far as it reaches; a longer one is cut, which the caller
    /// must prevent.
    pub(in super::super) fn write(&self, statement: &Statement, cms: &[u8], digits: usize) -> Update {
        let start = self.previous.span.end;
        let mut bytes = Vec::with_capacity(digits + 8192);
        if self.pdf.get(..start).is_some_and(|before| !before.ends_with(b"\n")) {
            bytes.push(b'\n');
        }
        let signature = self.previous.size;
        let mut offsets = Vec::new();
        if self.role == FieldRole::Assessor {
            offsets.push((self.frame.catalog.object, start + bytes.len()));
            self.write_changed(&mut bytes, &self.frame.catalog, &format!("/Perms<</DocMDP {signature} 0 R>>"));
        }
        let field = self.frame.field(self.role);
        offsets.push((field.object, start + bytes.len()));
        self.write_changed(&mut bytes, field, &format!("/V {signature} 0 R"));
        offsets.push((signature, start + bytes.len()));
        let (gap, byte_range) = self.write_signature(&mut bytes, signature, statement, (cms, digits));
        offsets.sort_unstable();
        self.write_end(&mut bytes, start, &offsets);

        let mut update = Update { bytes, start, gap: start + gap.start..start + gap.end };
        let [zero, first, second, length] = update.byte_range();
        let numbers = format!("[{zero} {first} {second} {length}");
        let padded = format!("{numbers:<width$}]", width = BYTE_RANGE_WIDTH - 1);
        update.bytes.splice(byte_range, padded.into_bytes());
        update
    }

    /// The bytes of an object of revision 0 with one entry more.
    fn write_changed(&self, bytes: &mut Vec<u8>, place: &Place, entry: &str) {
        let body = self.pdf.get(place.body.start..place.body.end.saturating_sub(2)).unwrap_or_default();
        bytes.extend_from_slice(format!("{} 0 obj\n", place.object).as_bytes());
        bytes.extend_from_slice(body);
        bytes.extend_from_slice(format!("{entry}>>\nendobj\n").as_bytes());
    }

    /// The signature dictionary, with the byte range still blank; returns the places of the gap and of the byte range.
    fn write_signature(
        &self,
        bytes: &mut Vec<u8>,
        number: u32,
        statement: &Statement,
        (cms, digits): (&[u8], usize),
    ) -> (Range<usize>, Range<usize>) {
        let head = "<</Type/Sig/Filter/Adobe.PPKLite/SubFilter/ETSI.CAdES.detached/ByteRange";
        bytes.extend_from_slice(format!("{number} 0 obj\n{head}").as_bytes());
        let byte_range = bytes.len()..bytes.len() + BYTE_RANGE_WIDTH;
        bytes.resize(byte_range.end, b' ');
        bytes.extend_from_slice(b"/Contents");
        let gap_start = bytes.len();
        bytes.push(b'<');
        bytes.extend_from_slice(hex::encode(cms).as_bytes());
        bytes.resize(gap_start + 1 + digits, b'0');
        bytes.push(b'>');
        let gap = gap_start..bytes.len();
        let mut tail = format!(
            "/M({})/Name{}/Reason{}",
            write_date(statement.at),
            write_text(&statement.name),
            write_text(&statement.reason)
        );
        if let Some(location) = &statement.location {
            tail = tail + "/Location" + &write_text(location);
        }
        // The first signature certifies: from here on nothing may change but the filling of fields (P 2).
        if self.role == FieldRole::Assessor {
            tail += "/Reference[<</Type/SigRef/TransformMethod/DocMDP\
                     /TransformParams<</Type/TransformParams/P 2/V/1.2>>>>]";
        }
        bytes.extend_from_slice(tail.as_bytes());
        bytes.extend_from_slice(b">>\nendobj\n");
        (gap, byte_range)
    }

    /// Points at the objects in the way of the revision before: a reader that knows one way must not need the other.
    fn write_end(&self, bytes: &mut Vec<u8>, start: usize, offsets: &[(u32, usize)]) {
        let xref_offset = start + bytes.len();
        if self.previous.has_xref_stream {
            self.write_xref_stream(bytes, xref_offset, offsets);
        } else {
            self.write_xref_table(bytes, offsets);
        }
        bytes.extend_from_slice(format!("startxref\n{xref_offset}\n%%EOF\n").as_bytes());
    }

    fn write_xref_table(&self, bytes: &mut Vec<u8>, offsets: &[(u32, usize)]) {
        let mut table = String::from("xref\n");
        for (number, offset) in offsets {
            // Writing into a String cannot fail.
            let _ = write!(table, "{number} 1\n{offset:010} 00000 n \n");
        }
        let trailer = self.trailer(self.previous.size + 1);
        bytes.extend_from_slice(format!("{table}trailer\n<<{trailer}>>\n").as_bytes());
    }

    /// Not compressed: four entries of seven bytes.
    fn write_xref_stream(&self, bytes: &mut Vec<u8>, xref_offset: usize, offsets: &[(u32, usize)]) {
        let number = self.previous.size + 1;
        let (mut index, mut entries) = (String::new(), Vec::new());
        for (number, offset) in offsets.iter().copied().chain([(number, xref_offset)]) {
            let _ = write!(index, "{}{number} 1", if index.is_empty() { "" } else { " " });
            entries.push(1);
            // A report has at most 50 MB.
            entries.extend_from_slice(&u32::try_from(offset).unwrap_or(u32::MAX).to_be_bytes());
            entries.extend_from_slice(&[0, 0]);
        }
        let head = format!(
            "{number} 0 obj\n<</Type/XRef/W[1 4 2]/Index[{index}]{}/Length {}>>\nstream\n",
            self.trailer(number + 1),
            entries.len()
        );
        bytes.extend_from_slice(head.as_bytes());
        bytes.extend_from_slice(&entries);
        bytes.extend_from_slice(b"\nendstream\nendobj\n");
    }

    fn trailer(&self, size: u32) -> String {
        let mut trailer = format!("/Size {size}/Root {} 0 R", self.frame.catalog.object);
        if let Some(info) = self.frame.info {
            let _ = write!(trailer, "/Info {info} 0 R");
        }
        if let Some([first, second]) = &self.frame.id {
            let _ = write!(trailer, "/ID[<{}><{}>]", hex::encode(first), hex::encode(second));
        }
        let _ = write!(trailer, "/Prev {}", self.previous.xref_offset);
        trailer
    }
}
