//! Objects in compressed streams, and the compressed table that points at them: read in the one form that we write.

use std::collections::BTreeMap;

use miniz_oxide::inflate::TINFLStatus;
use miniz_oxide::inflate::core::{DecompressorOxide, decompress, inflate_flags as flags};

use super::scanner::{Dictionary, Scanned, Scanner, SyntaxError, Value};

/// Bytes of an entry in the table: kind, place, index or generation.
const WIDTHS: [usize; 3] = [1, 4, 2];
/// Bytes of a whole entry.
const ENTRY: usize = 7;
/// Keys of the table's dictionary that say how it is stored; the others are those of a trailer.
const STORAGE_KEYS: [&str; 5] = ["Type", "W", "Index", "Filter", "Length"];

/// Where an object stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Location {
    /// In the file, at this byte.
    File(usize),
    /// In a stream of objects: its number, and the place in it.
    Stream(u32, usize),
}

/// The numbers and values of the objects in a stream of objects. `left` bounds the bytes that all of them unpack to.
pub(super) fn objects(
    entries: &Dictionary,
    data: &[u8],
    scanner: &mut Scanner<'_>,
    left: &mut usize,
) -> Scanned<Vec<(u32, Value)>> {
    let fail = |expected| SyntaxError { offset: scanner.position, expected };
    let known = ["Type", "N", "First", "Filter", "Length"];
    if entries.len() != known.len() || !known.iter().all(|key| entries.contains_key(key.as_bytes())) {
        return Err(fail("a stream of objects as ours are"));
    }
    let count = |key: &str| entries.get(key.as_bytes()).and_then(Value::integer).and_then(|n| usize::try_from(n).ok());
    let (Some(objects), Some(first)) = (count("N"), count("First")) else {
        return Err(fail("numbers in a stream of objects"));
    };
    let bytes = inflate(entries, data, left).ok_or(fail("compressed data that ends where it should"))?;
    let mut inner = Scanner { bytes: &bytes, position: 0, values_left: scanner.values_left };
    let read = table_of_contents(&mut inner, objects, first).and_then(|places| contents(&mut inner, first, &places));
    scanner.values_left = inner.values_left;
    // What is wrong inside is named by the place of the stream: the bytes in it have no place in the file.
    read.map_err(|error| fail(error.expected))
}

/// Number and offset of each object; the numbers ascend.
fn table_of_contents(inner: &mut Scanner<'_>, count: usize, first: usize) -> Scanned<Vec<(u32, usize)>> {
    let mut places: Vec<(u32, usize)> = Vec::new();
    for _ in 0..count {
        let number = inner.number("an object number")?;
        inner.expect(" ")?;
        let offset = inner.number("an offset")?;
        inner.expect(" ")?;
        let last = places.last().map_or(0, |(last, _)| *last);
        match u32::try_from(number).ok().filter(|number| *number > last) {
            Some(number) => places.push((number, offset)),
            None => return inner.fail("object numbers that ascend"),
        }
    }
    if inner.position == first { Ok(places) } else { inner.fail("the first object") }
}

/// The objects, one behind the other with one space after each, and nothing else.
fn contents(inner: &mut Scanner<'_>, first: usize, places: &[(u32, usize)]) -> Scanned<Vec<(u32, Value)>> {
    let mut found = Vec::with_capacity(places.len());
    for (number, offset) in places {
        if inner.position.checked_sub(first) != Some(*offset) {
            return inner.fail("an object at its place");
        }
        found.push((*number, inner.value()?.0));
        inner.expect(" ")?;
    }
    if inner.rest().is_empty() { Ok(found) } else { inner.fail("the end of the objects") }
}

/// Reads the table of a revision and holds it to what was found: it must name each object at its place, and no other.
/// Gives the entries that a trailer has.
pub(super) fn trailer(
    entries: Dictionary,
    data: &[u8],
    found: &BTreeMap<u32, Location>,
    scanner: &Scanner<'_>,
    left: &mut usize,
) -> Scanned<Dictionary> {
    let fail = |expected| SyntaxError { offset: scanner.position, expected };
    let widths = entries.get(b"W".as_slice()).and_then(Value::array).map(|widths| widths.iter().map(Value::integer));
    if !widths.is_some_and(|widths| widths.eq(WIDTHS.map(|width| i64::try_from(width).ok()))) {
        return Err(fail("entries of seven bytes"));
    }
    let size = entries.get(b"Size".as_slice()).and_then(Value::integer).and_then(|size| u32::try_from(size).ok());
    let size = size.ok_or(fail("a fitting Size"))?;
    let sections = sections(&entries, size).ok_or(fail("sections in order"))?;
    let bytes = match entries.contains_key(b"Filter".as_slice()) {
        true => inflate(&entries, data, left).ok_or(fail("compressed data that ends where it should"))?,
        false => data.to_vec(),
    };
    let mut stored = bytes.chunks_exact(ENTRY);
    let mut named = 0;
    for number in sections.into_iter().flatten() {
        let entry = stored.next().ok_or(fail("an entry for every object"))?;
        match (location(entry), found.get(&number)) {
            (None, None) => {}
            (Some(said), Some(is)) if said == *is => named += 1,
            _ => return Err(fail("an entry that fits its object")),
        }
    }
    if named != found.len() || bytes.len() % ENTRY != 0 || stored.next().is_some() {
        return Err(fail("an entry for every object"));
    }
    let rest = entries.into_iter().filter(|(key, _)| !STORAGE_KEYS.iter().any(|storage| storage.as_bytes() == key));
    Ok(rest.collect())
}

/// The numbers that the table has entries for.
fn sections(entries: &Dictionary, size: u32) -> Option<Vec<std::ops::Range<u32>>> {
    let Some(index) = entries.get(b"Index".as_slice()) else { return Some(std::iter::once(0..size).collect()) };
    let numbers: Option<Vec<u32>> =
        index.array()?.iter().map(|number| number.integer().and_then(|number| u32::try_from(number).ok())).collect();
    let numbers = numbers?;
    let mut sections: Vec<std::ops::Range<u32>> = Vec::new();
    for pair in numbers.chunks(2) {
        let [first, count] = pair else { return None };
        let section = *first..first.checked_add(*count)?;
        if section.start < sections.last().map_or(0, |last| last.end) || section.end > size {
            return None;
        }
        sections.push(section);
    }
    Some(sections)
}

/// What an entry of seven bytes says; none for a number that is not used. Any other entry fits no object.
fn location(entry: &[u8]) -> Option<Location> {
    let number = |range: std::ops::Range<usize>| {
        entry.get(range).unwrap_or_default().iter().fold(0usize, |number, byte| number << 8 | usize::from(*byte))
    };
    match (number(0..1), number(1..5), number(5..7)) {
        (0, ..) => None,
        (1, offset, 0) => Some(Location::File(offset)),
        (2, container, index) => Some(Location::Stream(u32::try_from(container).ok()?, index)),
        // No object stands in the stream with the number 0.
        _ => Some(Location::Stream(0, 0)),
    }
}

/// Unpacks data of which nothing is left over.
fn inflate(entries: &Dictionary, data: &[u8], left: &mut usize) -> Option<Vec<u8>> {
    const FLAGS: u32 = flags::TINFL_FLAG_PARSE_ZLIB_HEADER
        | flags::TINFL_FLAG_COMPUTE_ADLER32
        | flags::TINFL_FLAG_USING_NON_WRAPPING_OUTPUT_BUF;
    if !entries.get(b"Filter".as_slice())?.is_name(b"FlateDecode") || entries.contains_key(b"DecodeParms".as_slice()) {
        return None;
    }
    let mut state = Box::<DecompressorOxide>::default();
    let mut bytes = Vec::new();
    let (mut read, mut written) = (0, 0);
    loop {
        // Twice as much each time, so that a small file never asks for all that is allowed.
        bytes.resize((bytes.len() * 2).max(4096).min(*left), 0);
        let (status, consumed, produced) = decompress(&mut state, data.get(read..)?, &mut bytes, written, FLAGS);
        (read, written) = (read + consumed, written + produced);
        match status {
            TINFLStatus::Done if read == data.len() => break,
            TINFLStatus::HasMoreOutput if bytes.len() < *left => {}
            _ => return None,
        }
    }
    bytes.truncate(written);
    *left -= written;
    Some(bytes)
}
