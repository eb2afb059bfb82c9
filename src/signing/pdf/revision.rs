//! A file as a row of revisions, each read from front to back.

use std::collections::BTreeMap;
use std::ops::Range;

use super::super::fault::Fault;
use super::scanner::{Dictionary, Scanned, Scanner, SyntaxError, Value};

/// A report, the assessor's signature and the second reader's.
const MAX_REVISIONS: usize = 3;
/// About ten times what a long report holds.
const MAX_VALUES: usize = 4_000_000;
/// The highest object number PDF/A allows.
const MAX_OBJECT: usize = 8_388_607;

/// One revision: the objects it brings, and how it points at them.
#[derive(Debug)]
pub(in super::super) struct Revision {
    /// Where its bytes stand, the line end after its end mark included.
    pub span: Range<usize>,
    pub objects: BTreeMap<u32, Object>,
    pub xref_offset: usize,
    pub trailer: Dictionary,
    /// The `/Size` of its trailer: the first object number that is free.
    pub size: u32,
}

/// An indirect object.
#[derive(Debug)]
pub(in super::super) struct Object {
    pub offset: usize,
    pub value: Value,
    /// Where the value stands (for a stream: its dictionary).
    pub body: Range<usize>,
    pub is_stream: bool,
}

/// Splits a file into revisions. What follows the last readable one comes back as the fault.
pub(in super::super) fn split(pdf: &[u8]) -> (Vec<Revision>, Option<Fault>) {
    let mut scanner = Scanner { bytes: pdf, position: 0, values_left: MAX_VALUES };
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
        match revision(&mut scanner, start) {
            Ok(revision) => revisions.push(revision),
            Err(SyntaxError { offset, expected }) => return (revisions, Some(Fault::Syntax { offset, expected })),
        }
    }
    (revisions, None)
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

fn revision(scanner: &mut Scanner<'_>, start: usize) -> Scanned<Revision> {
    let mut objects = BTreeMap::new();
    loop {
        scanner.skip_space();
        if scanner.rest().starts_with(b"xref") {
            break;
        }
        let at = scanner.position;
        let (number, object) = object(scanner)?;
        if objects.insert(number, object).is_some() {
            return Err(SyntaxError { offset: at, expected: "an object number that is not there yet" });
        }
    }
    let xref_offset = scanner.position;
    cross_references(scanner, &objects)?;
    scanner.expect("trailer")?;
    let (trailer, at) = scanner.value()?;
    let Value::Dictionary(trailer) = trailer else {
        return Err(SyntaxError { offset: at.start, expected: "a trailer dictionary" });
    };
    let highest = objects.last_key_value().map_or(0, |(number, _)| *number);
    let size = trailer.get(b"Size".as_slice()).and_then(Value::integer).and_then(|size| u32::try_from(size).ok());
    let Some(size) = size.filter(|size| *size > highest && (*size as usize) < MAX_OBJECT) else {
        return Err(SyntaxError { offset: at.start, expected: "a fitting Size" });
    };
    scanner.skip_space();
    scanner.expect("startxref")?;
    scanner.skip_space();
    let at = scanner.position;
    if scanner.number("an offset")? != xref_offset {
        return Err(SyntaxError { offset: at, expected: "the offset of the cross-reference table before it" });
    }
    scanner.skip_space();
    scanner.expect("%%EOF")?;
    scanner.take_line_end();
    Ok(Revision { span: start..scanner.position, objects, xref_offset, trailer, size })
}

fn object(scanner: &mut Scanner<'_>) -> Scanned<(u32, Object)> {
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
    if is_stream {
        stream(scanner, &value)?;
    }
    scanner.skip_space();
    scanner.expect("endobj")?;
    Ok((number, Object { offset, value, body, is_stream }))
}

/// Steps over the data of a stream, as many bytes as its own dictionary says.
fn stream(scanner: &mut Scanner<'_>, value: &Value) -> Scanned<()> {
    let length = value.dictionary().and_then(|dictionary| dictionary.get(b"Length".as_slice()));
    let Some(length) = length.and_then(Value::integer).and_then(|length| usize::try_from(length).ok()) else {
        return scanner.fail("a stream with a direct Length");
    };
    scanner.expect("stream")?;
    if !(scanner.take(b"\r\n") || scanner.take(b"\n")) {
        return scanner.fail("a line end");
    }
    if scanner.rest().len() < length {
        return scanner.fail("a stream that ends within the file");
    }
    scanner.position += length;
    scanner.take_line_end();
    scanner.expect("endstream")
}

/// The table must name every object of its revision, at its place, and no other.
fn cross_references(scanner: &mut Scanner<'_>, objects: &BTreeMap<u32, Object>) -> Scanned<()> {
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
            seen += usize::from(entry(scanner, number, objects)?);
        }
        next_free = first.saturating_add(count);
    }
    if seen == objects.len() { Ok(()) } else { scanner.fail("an entry for every object") }
}

/// One entry of twenty bytes; true when it is of an object in use.
fn entry(scanner: &mut Scanner<'_>, number: usize, objects: &BTreeMap<u32, Object>) -> Scanned<bool> {
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
    let object = u32::try_from(number).ok().and_then(|number| objects.get(&number));
    let fits = match object {
        Some(object) => in_use && generation == 0 && object.offset == offset,
        None => !in_use,
    };
    if fits { Ok(in_use) } else { Err(SyntaxError { offset: at, expected: "an entry that fits its object" }) }
}
