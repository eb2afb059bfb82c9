//! Files inside the report, associated with it as a whole (PDF/A-3, clause 6.8).

use chrono::{DateTime, FixedOffset};
use lopdf::{Object, ObjectId, Stream, dictionary};

use super::{AttachedFile, Relationship, date_string, text_string};

/// Adds the files; gives name and file specification of each, ordered by name as the name tree needs it.
pub(super) fn add(
    pdf: &mut lopdf::Document,
    files: &[AttachedFile],
    date: DateTime<FixedOffset>,
) -> Vec<(Object, ObjectId)> {
    let mut files: Vec<&AttachedFile> = files.iter().collect();
    // Names are written as UTF-16, big-endian: their order is that of the UTF-16 units.
    files.sort_by_key(|file| file.name.encode_utf16().collect::<Vec<_>>());
    files.into_iter().map(|file| (text_string(&file.name), add_file(pdf, file, date))).collect()
}

fn add_file(pdf: &mut lopdf::Document, file: &AttachedFile, date: DateTime<FixedOffset>) -> ObjectId {
    let size = i64::try_from(file.bytes.len()).unwrap_or(i64::MAX);
    let stream = Stream::new(
        dictionary! {
            "Type" => "EmbeddedFile",
            "Subtype" => Object::Name(file.media_type.as_bytes().to_vec()),
            "Params" => dictionary! { "Size" => size, "CreationDate" => date_string(date), "ModDate" => date_string(date) },
        },
        file.bytes.clone(),
    );
    let stream = Object::Reference(pdf.add_object(stream));
    let relationship = match file.relationship {
        Relationship::Source => "Source",
        Relationship::Data => "Data",
    };
    pdf.add_object(dictionary! {
        "Type" => "Filespec",
        "F" => Object::string_literal(file.name.as_bytes()),
        "UF" => text_string(&file.name),
        "Desc" => text_string(&file.description),
        "AFRelationship" => relationship,
        "EF" => dictionary! { "F" => stream.clone(), "UF" => stream },
    })
}
