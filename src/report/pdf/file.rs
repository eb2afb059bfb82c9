//! Objects -> bytes: streams compressed, all else packed together, a compressed table at the end (PDF 1.7, 7.5.7 and 7.5.8).
//!
//! Most objects of a tagged report are small parts of its structure; packed they take a tenth of their room. What is
//! signed later stays plain, so that signing can write it again with an entry more.
//!
//! The bytes are compressed here and by one crate, not by what the libraries below happen to have: a report is verified
//! by making it again, on any machine.

use std::collections::{BTreeMap, BTreeSet};

use lopdf::{Dictionary, Object, ObjectId, ObjectStream, Stream, StringFormat, dictionary};
use miniz_oxide::deflate::compress_to_vec_zlib;
use sha2::{Digest, Sha256};

/// Best compression of the levels that every version of the format knows.
const COMPRESSION: u8 = 9;
/// Most objects in one stream of them; the table has two bytes to count them.
const MAX_PACKED: usize = 50_000;
/// Length of the file identifier in bytes.
const IDENTIFIER: usize = 16;

/// Writes the file. Streams and the objects in `plain` stand by themselves, the others are packed.
///
/// The identifier is the hash of the file with an identifier of zeros.
pub(super) fn bytes(pdf: lopdf::Document, plain: &BTreeSet<ObjectId>) -> Result<Vec<u8>, lopdf::Error> {
    let mut file =
        File { bytes: format!("%PDF-{}\n%\u{e2}\u{e3}\n", pdf.version).into_bytes(), places: BTreeMap::new() };
    let mut packed = Vec::new();
    let mut next = pdf.max_id + 1;
    // What tells that this is a report of ours comes first, so that it is still there when the end is lost.
    let (first, others): (Vec<_>, Vec<_>) = pdf.objects.into_iter().partition(|(_, object)| is_metadata(object));
    for (id, object) in first.into_iter().chain(others) {
        match object {
            Object::Stream(stream) => file.add(id.0, &Object::Stream(compressed(stream)))?,
            object if plain.contains(&id) => file.add(id.0, &object)?,
            object => packed.push((id, object)),
        }
    }
    let mut packed = packed.into_iter().peekable();
    while packed.peek().is_some() {
        file.add_packed(next, packed.by_ref().take(MAX_PACKED).collect())?;
        next += 1;
    }
    file.places.insert(next, Place::Plain(file.bytes.len()));
    let finish = |identifier: &[u8]| file.with_table(next, &pdf.trailer, identifier);
    let draft = finish(&[0; IDENTIFIER])?;
    let hash = Sha256::digest(&draft);
    finish(hash.get(..IDENTIFIER).unwrap_or_default())
}

fn is_metadata(object: &Object) -> bool {
    object.as_stream().is_ok_and(|stream| stream.dict.has_type(b"Metadata"))
}

/// Where an object stands: at a byte of the file, or in a packed stream.
enum Place {
    Plain(usize),
    Packed { stream: u32, index: usize },
}

struct File {
    bytes: Vec<u8>,
    places: BTreeMap<u32, Place>,
}

impl File {
    fn add(&mut self, number: u32, object: &Object) -> Result<(), lopdf::Error> {
        self.places.insert(number, Place::Plain(self.bytes.len()));
        write(&mut self.bytes, number, object)
    }

    fn add_packed(&mut self, number: u32, objects: BTreeMap<ObjectId, Object>) -> Result<(), lopdf::Error> {
        for (index, (id, _)) in objects.keys().enumerate() {
            self.places.insert(*id, Place::Packed { stream: number, index });
        }
        let mut stream = ObjectStream::builder().max_objects(MAX_PACKED).compression_level(0).build();
        stream.objects = objects;
        self.add(number, &Object::Stream(compressed(stream.to_stream_object()?)))
    }

    /// The whole file, with the table as its object `number`.
    fn with_table(&self, number: u32, trailer: &Dictionary, identifier: &[u8]) -> Result<Vec<u8>, lopdf::Error> {
        let mut sections: Vec<(u32, i64)> = vec![(0, 1)];
        // The head of the list of free numbers, which is otherwise empty: numbers that are not used are not named.
        let mut entries = vec![0, 0, 0, 0, 0, 0xff, 0xff];
        for (number, place) in &self.places {
            match sections.last_mut() {
                Some((first, count)) if i64::from(*first) + *count == i64::from(*number) => *count += 1,
                _ => sections.push((*number, 1)),
            }
            let (kind, place, index) = match place {
                Place::Plain(offset) => (1, u32::try_from(*offset).unwrap_or(u32::MAX), 0),
                Place::Packed { stream, index } => (2, *stream, u16::try_from(*index).unwrap_or(u16::MAX)),
            };
            entries.push(kind);
            entries.extend(place.to_be_bytes());
            entries.extend(index.to_be_bytes());
        }
        let index: Vec<Object> =
            sections.iter().flat_map(|(first, count)| [i64::from(*first).into(), (*count).into()]).collect();
        let identifier = Object::String(identifier.to_vec(), StringFormat::Hexadecimal);
        let mut entries_of_table = dictionary! {
            "Type" => "XRef",
            "Size" => i64::from(number) + 1,
            "W" => vec![1.into(), 4.into(), 2.into()],
            "Index" => index,
            "ID" => vec![identifier.clone(), identifier],
        };
        for key in [b"Root".as_slice(), b"Info"] {
            if let Ok(value) = trailer.get(key) {
                entries_of_table.set(key, value.clone());
            }
        }
        let mut bytes = self.bytes.clone();
        let offset = bytes.len();
        write(&mut bytes, number, &Object::Stream(compressed(Stream::new(entries_of_table, entries))))?;
        bytes.extend(format!("startxref\n{offset}\n%%EOF").bytes());
        Ok(bytes)
    }
}

fn compressed(mut stream: Stream) -> Stream {
    if stream.allows_compression && !stream.dict.has(b"Filter") {
        let small = compress_to_vec_zlib(&stream.content, COMPRESSION);
        stream.set_content(small);
        stream.dict.set("Filter", "FlateDecode");
    }
    stream
}

/// An object with its number. The library writes objects alone only inside a stream of objects, `0 0 ` before the one.
fn write(bytes: &mut Vec<u8>, number: u32, object: &Object) -> Result<(), lopdf::Error> {
    let mut alone = ObjectStream::builder().build();
    alone.objects.insert((0, 0), object.clone());
    let content = alone.build_stream_content()?;
    bytes.extend(format!("{number} 0 obj\n").bytes());
    bytes.extend(content.get(4..content.len().saturating_sub(1)).unwrap_or_default());
    bytes.extend(b"\nendobj\n");
    Ok(())
}
