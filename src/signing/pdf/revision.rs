//! A file as a row of revisions, each read from front to back.

use std::collections::BTreeMap;
use std::ops::Range;

use super::super::fault::Fault;
use super::packed::{self, Location};
use super::scanner::{Dictionary, Scanned, Scanner, SyntaxError, Value};

/// A report, the assessor's signature and the second reader's.
const MAX_REVISIONS: usize = 3;
/// About ten times what a long report holds. Other readers take a hundred bytes and more for each.
const MAX_VALUES: usize = 2_000_000;
/// The highest object number PDF/A allows.
const MAX_OBJECT: usize = 8_388_607;
/// Far more than the packed objects of a long report unpack to.
const MAX_UNPACKED: usize = 32 << 20;

/// One revision: the objects it brings, and how it points at them.
#[derive(Debug)]
pub(in super::super) struct Revision {
    /// Where its bytes stand, the line end after its end mark included.
    pub span: Range<usize>,
    /// Those in streams of objects too; the streams of objects themselves are not among them.
    pub objects: BTreeMap<u32, Object>,
    pub xref_offset: usize,
    /// Whether a stream points at the objects, instead of a table.
    pub has_xref_stream: bool,
    pub trailer: Dictionary,
    /// The `/Size` of its trailer: the first object number that is free.
    pub size: u32,
}

/// An indirect object.
#[derive(Debug)]
pub(in super::super) struct Object {
    pub value: Value,
    /// Where the value stands in the file (for a stream: its dictionary); none in a stream of objects.
    pub body: Option<Range<usize>>,
    pub is_stream: bool,
}

/// Splits a file into revisions. What follows the last readable one comes back as the fault.
pub(in super::super) fn split(pdf: &[u8]) -> (Vec<Revision>, Option<Fault>) {
    let mut scanner = Scanner { bytes: pdf, position: 0, values_left: MAX_VALUES };
    let mut unpacked_left = MAX_UNPACKED;
    let mut revisions = Vec::new();
    if let Err(error) = header(&mut scanner) {
        return (revisions, Some(Fault::NotPdf { offset: error.offset }));
    }
    while scanner.position < pdf.len() || revisions.is_empty() {
        let start = if revisions.is_empty() { 0 } else { scanner.position };
        scanner.skip_space();
        let begins_an_object = scanner.peek().is_some_and(|byte| byte.is_ascii_digit());
        if !revisions.is_empty() && (!begins_an_object || revisions.len() == MAX_REVISIONS) {
            return (revisions, Some(Fault::BytesAfterEnd { offset: start }));
        }
        match revision(&mut scanner, start, &mut unpacked_left) {
            Ok(revision) => match foreign_pointer(&revision, revisions.last()) {
                Some(key) => return (revisions, Some(Fault::Trailer { key: key.to_owned() })),
                None => revisions.push(revision),
            },
            Err(SyntaxError { offset, expected }) => return (revisions, Some(Fault::Syntax { offset, expected })),
        }
    }
    (revisions, None)
}

/// The entry that sends another reader elsewhere than to the revision before this one.
fn foreign_pointer(revision: &Revision, previous: Option<&Revision>) -> Option<&'static str> {
    let entry = |key: &str| revision.trailer.get(key.as_bytes());
    let expected = previous.and_then(|previous| i64::try_from(previous.xref_offset).ok()).map(Value::Integer);
    match (entry("Prev") == expected.as_ref(), entry("XRefStm"), entry("Encrypt")) {
        (true, None, None) => None,
        (false, ..) => Some("Prev"),
        (_, Some(_), _) => Some("XRefStm"),
        (.., Some(_)) => Some("Encrypt"),
    }
}

/// `%PDF-1.7`, and one comment line of high bytes that marks the file as binary.
fn header(scanner: &mut Scanner<'_>) -> Scanned<()> {
    scanner.expect("%PDF-")?;
    scanner.number("a version")?;
    scanner.expect(".")?;
    scanner.number("a version")?;
    if !scanner.take_line_end() {
        return scanner.fail("a line end");
    }
    if scanner.take(b"%") {
        scanner.position += scanner.rest().iter().take(8).take_while(|byte| **byte >= 128).count();
        if !scanner.take_line_end() {
            return scanner.fail("a line end");
        }
    }
    Ok(())
}

fn revision(scanner: &mut Scanner<'_>, start: usize, unpacked_left: &mut usize) -> Scanned<Revision> {
    let mut found = Found::default();
    let end = loop {
        scanner.skip_space();
        if scanner.rest().starts_with(b"xref") {
            break table_end(scanner, &found)?;
        }
        let offset = scanner.position;
        let (number, object, data) = object(scanner)?;
        let kind =
            object.value.dictionary().filter(|_| object.is_stream).and_then(|entries| entries.get(b"Type".as_slice()));
        let is = |name: &[u8]| kind.is_some_and(|kind| kind.is_name(name));
        found.place(number, Location::File(offset), offset)?;
        match object.value {
            Value::Dictionary(ref entries) if is(b"ObjStm") => {
                let inside = packed::objects(entries, data, scanner, unpacked_left)?;
                for (index, (inner, value)) in inside.into_iter().enumerate() {
                    found.place(inner, Location::Stream(number, index), offset)?;
                    found.objects.insert(inner, Object { value, body: None, is_stream: false });
                }
            }
            Value::Dictionary(entries) if is(b"XRef") => {
                let trailer = packed::trailer(entries, data, &found.places, scanner, unpacked_left)?;
                break End { offset, is_stream: true, trailer, trailer_offset: offset };
            }
            _ => {
                found.objects.insert(number, object);
            }
        }
    };
    let highest = found.places.last_key_value().map_or(0, |(number, _)| *number);
    let size = end.trailer.get(b"Size".as_slice()).and_then(Value::integer).and_then(|size| u32::try_from(size).ok());
    let Some(size) = size.filter(|size| *size > highest && (*size as usize) < MAX_OBJECT) else {
        return Err(SyntaxError { offset: end.trailer_offset, expected: "a fitting Size" });
    };
    scanner.skip_space();
    scanner.expect("startxref")?;
    scanner.skip_space();
    let at = scanner.position;
    if scanner.number("an offset")? != end.offset {
        return Err(SyntaxError { offset: at, expected: "the offset of the cross-references before it" });
    }
    scanner.skip_space();
    scanner.expect("%%EOF")?;
    scanner.take_line_end();
    Ok(Revision {
        span: start..scanner.position,
        objects: found.objects,
        xref_offset: end.offset,
        has_xref_stream: end.is_stream,
        trailer: end.trailer,
        size,
    })
}

/// The objects of a revision so far, and where each stands, streams of objects and of cross-references included.
#[derive(Default)]
struct Found {
    objects: BTreeMap<u32, Object>,
    places: BTreeMap<u32, Location>,
}

impl Found {
    fn place(&mut self, number: u32, location: Location, offset: usize) -> Scanned<()> {
        let is_fitting = (1..MAX_OBJECT).contains(&(number as usize));
        if !is_fitting || self.places.insert(number, location).is_some() {
            return Err(SyntaxError { offset, expected: "an object number that is not there yet" });
        }
        Ok(())
    }
}

/// How a revision points at its objects.
struct End {
    offset: usize,
    is_stream: bool,
    trailer: Dictionary,
    trailer_offset: usize,
}

/// The table and the trailer after it.
fn table_end(scanner: &mut Scanner<'_>, found: &Found) -> Scanned<End> {
    let offset = scanner.position;
    cross_references(scanner, &found.places)?;
    scanner.expect("trailer")?;
    let (trailer, at) = scanner.value()?;
    let Value::Dictionary(trailer) = trailer else {
        return Err(SyntaxError { offset: at.start, expected: "a trailer dictionary" });
    };
    Ok(End { offset, is_stream: false, trailer, trailer_offset: at.start })
}

/// An object, and the data of a stream.
fn object<'a>(scanner: &mut Scanner<'a>) -> Scanned<(u32, Object, &'a [u8])> {
    let offset = scanner.position;
    let number = scanner.number("an object or xref")?;
    scanner.expect(" ")?;
    scanner.expect("0")?;
    scanner.expect(" ")?;
    scanner.expect("obj")?;
    let number = u32::try_from(number).ok().filter(|number| (1..MAX_OBJECT).contains(&(*number as usize)));
    let Some(number) = number else { return Err(SyntaxError { offset, expected: "a smaller object number" }) };
    let (value, body) = scanner.value()?;
    scanner.skip_space();
    let is_stream = scanner.rest().starts_with(b"stream");
    let data = if is_stream { stream(scanner, &value)? } else { &[] };
    scanner.skip_space();
    scanner.expect("endobj")?;
    Ok((number, Object { value, body: Some(body), is_stream }, data))
}

/// The data of a stream, as many bytes as its own dictionary says.
fn stream<'a>(scanner: &mut Scanner<'a>, value: &Value) -> Scanned<&'a [u8]> {
    let length = value.dictionary().and_then(|dictionary| dictionary.get(b"Length".as_slice()));
    let Some(length) = length.and_then(Value::integer).and_then(|length| usize::try_from(length).ok()) else {
        return scanner.fail("a stream with a direct Length");
    };
    scanner.expect("stream")?;
    if !(scanner.take(b"\r\n") || scanner.take(b"\n")) {
        return scanner.fail("a line end");
    }
    let Some(data) = scanner.rest().get(..length) else {
        return scanner.fail("a stream that ends within the file");
    };
    scanner.position += length;
    scanner.take_line_end();
    scanner.expect("endstream")?;
    Ok(data)
}

/// The table must name every object of its revision, at its place, and no other.
fn cross_references(scanner: &mut Scanner<'_>, places: &BTreeMap<u32, Location>) -> Scanned<()> {
    scanner.expect("xref")?;
    let mut seen = 0;
    let mut next_free = 0;
    loop {
        scanner.skip_space();
        if !scanner.peek().is_some_and(|byte| byte.is_ascii_digit()) {
            break;
        }
        let first = scanner.number("an object number")?;
        scanner.expect(" ")?;
        let count = scanner.number("a number of entries")?;
        if first < next_free || first > MAX_OBJECT {
            return scanner.fail("a section after the one before it");
        }
        scanner.skip_space();
        for number in first..first.saturating_add(count) {
            seen += usize::from(entry(scanner, number, places)?);
        }
        next_free = first.saturating_add(count);
    }
    if seen == places.len() { Ok(()) } else { scanner.fail("an entry for every object") }
}

/// One entry of twenty bytes; true when it is of an object in use.
fn entry(scanner: &mut Scanner<'_>, number: usize, places: &BTreeMap<u32, Location>) -> Scanned<bool> {
    let at = scanner.position;
    let offset = scanner.number("an offset")?;
    scanner.expect(" ")?;
    let generation = scanner.number("a generation")?;
    scanner.expect(" ")?;
    let in_use = scanner.take(b"n");
    if !in_use {
        scanner.expect("f")?;
    }
    if !(scanner.take(b" \n") || scanner.take(b" \r") || scanner.take(b"\r\n")) || scanner.position - at != 20 {
        return Err(SyntaxError { offset: at, expected: "an entry of twenty bytes" });
    }
    let place = u32::try_from(number).ok().and_then(|number| places.get(&number));
    let fits = match place {
        Some(place) => in_use && generation == 0 && *place == Location::File(offset),
        None => !in_use,
    };
    if fits { Ok(in_use) } else { Err(SyntaxError { offset: at, expected: "an entry that fits its object" }) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_entry_has_twenty_bytes_and_is_of_its_object() {
        let places = BTreeMap::from([(3, Location::File(17))]);
        let fits = |line: &str, number| {
            let mut scanner = Scanner { bytes: line.as_bytes(), position: 0, values_left: 9 };
            entry(&mut scanner, number, &places).ok()
        };
        for end in [" \n", " \r", "\r\n"] {
            assert_eq!(fits(&format!("0000000017 00000 n{end}"), 3), Some(true), "{end:?}");
            assert_eq!(fits(&format!("0000000000 65535 f{end}"), 0), Some(false), "{end:?}");
        }
        for (wrong, number) in [
            ("000000017 00000 n \n", 3),
            ("00000000017 00000 n \n", 3),
            ("0000000017 0000 n \n", 3),
            ("0000000017 00000 n\n", 3),
            ("0000000017 00000 n  \n", 3),
            ("0000000017 00000 nn\n", 3),
            ("0000000017 00000 n \r\n", 2),
            ("0000000018 00000 n \n", 3),
            ("0000000017 00001 n \n", 3),
            ("0000000017 00000 f \n", 3),
            ("0000000017 00000 n \n", 4),
            ("0000000017 00000 x \n", 3),
        ] {
            assert_eq!(fits(wrong, number), None, "{wrong:?} for {number}");
        }
    }
}
