//! The frame of a report that signing depends on: trailer, catalog, form and the two fields.

use std::ops::Range;

use super::super::fault::Fault;
use super::super::field::FieldRole;
use super::super::plain_text::shown_line;
use super::revision::Revision;
use super::scanner::{Dictionary, Value};
use super::text::read_text;

/// Both flags: there are signature fields, and the file may only grow.
const SIG_FLAGS: i64 = 3;

/// Object numbers and places in revision 0. Signing changes these objects and no others.
#[derive(Debug)]
pub(in super::super) struct Frame {
    pub catalog: Place,
    assessor: Place,
    second_reader: Place,
    pub info: Option<u32>,
    /// The two halves of the file identifier.
    pub id: Option<[Vec<u8>; 2]>,
}

/// An object whose value is a dictionary: its number, and the bytes from `<<` to `>>`.
#[derive(Debug, Clone)]
pub(in super::super) struct Place {
    pub object: u32,
    pub body: Range<usize>,
}

impl Frame {
    /// Finds the frame of revision 0.
    ///
    /// # Errors
    /// The first fault that makes it something else than a report.
    pub(in super::super) fn of(report: &Revision) -> Result<Self, Fault> {
        for key in report.trailer.keys() {
            if !matches!(key.as_slice(), b"Size" | b"Root" | b"Info" | b"ID") {
                return Err(Fault::Trailer { key: shown_line(&String::from_utf8_lossy(key)) });
            }
        }
        let (catalog, root) = trailer_reference(report, "Root")
            .and_then(|number| dictionary(report, number))
            .ok_or(Fault::Trailer { key: "Root".into() })?;
        if !root.get(b"Type".as_slice()).is_some_and(|kind| kind.is_name(b"Catalog")) {
            return Err(Fault::Shape { what: "Catalog/Type" });
        }
        if root.contains_key(b"Perms".as_slice()) {
            return Err(Fault::Shape { what: "Catalog/Perms" });
        }
        let form = root.get(b"AcroForm".as_slice()).ok_or(Fault::Shape { what: "Catalog/AcroForm" })?;
        let (assessor, second_reader) = fields(report, form)?;
        Ok(Self {
            catalog,
            assessor,
            second_reader,
            info: trailer_reference(report, "Info"),
            id: identifier(&report.trailer)?,
        })
    }

    pub(in super::super) fn field(&self, role: FieldRole) -> &Place {
        match role {
            FieldRole::Assessor => &self.assessor,
            FieldRole::SecondReader => &self.second_reader,
        }
    }

    pub(in super::super) fn is_field(&self, object: u32) -> bool {
        object == self.assessor.object || object == self.second_reader.object
    }
}

fn trailer_reference(report: &Revision, key: &str) -> Option<u32> {
    report.trailer.get(key.as_bytes()).and_then(Value::reference)
}

fn entries(report: &Revision, number: u32) -> Option<&Dictionary> {
    let object = report.objects.get(&number)?;
    object.value.dictionary().filter(|_| !object.is_stream)
}

/// A dictionary that stands plainly in the file, so that signing can write it again with one entry more.
fn dictionary(report: &Revision, number: u32) -> Option<(Place, &Dictionary)> {
    let body = report.objects.get(&number)?.body.clone()?;
    Some((Place { object: number, body }, entries(report, number)?))
}

fn identifier(trailer: &Dictionary) -> Result<Option<[Vec<u8>; 2]>, Fault> {
    let Some(id) = trailer.get(b"ID".as_slice()) else { return Ok(None) };
    match id.array() {
        Some([Value::Text(first), Value::Text(second)]) => Ok(Some([first.clone(), second.clone()])),
        _ => Err(Fault::Trailer { key: "ID".into() }),
    }
}

/// The form must name the two fields and nothing else.
fn fields(report: &Revision, form: &Value) -> Result<(Place, Place), Fault> {
    let form = match form {
        Value::Reference(number) => entries(report, *number),
        direct => direct.dictionary(),
    };
    let form = form.ok_or(Fault::Shape { what: "Catalog/AcroForm" })?;
    if form.get(b"SigFlags".as_slice()).and_then(Value::integer) != Some(SIG_FLAGS) {
        return Err(Fault::Shape { what: "AcroForm/SigFlags" });
    }
    let listed =
        form.get(b"Fields".as_slice()).and_then(Value::array).ok_or(Fault::Shape { what: "AcroForm/Fields" })?;
    if listed.len() > FieldRole::ALL.len() {
        return Err(Fault::Shape { what: "AcroForm/Fields" });
    }
    let [assessor, second_reader] = FieldRole::ALL.map(|role| field(report, listed, role));
    Ok((assessor?, second_reader?))
}

fn field(report: &Revision, listed: &[Value], role: FieldRole) -> Result<Place, Fault> {
    let (place, entries) = listed
        .iter()
        .filter_map(|field| dictionary(report, field.reference()?))
        .find(|(_, entries)| {
            let name = entries.get(b"T".as_slice()).and_then(Value::text).and_then(read_text);
            name.as_deref() == Some(role.field_name())
        })
        .ok_or(Fault::FieldMissing { field: role })?;
    for (key, name) in [("FT", b"Sig".as_slice()), ("Subtype", b"Widget")] {
        if !entries.get(key.as_bytes()).is_some_and(|value| value.is_name(name)) {
            return Err(Fault::FieldShape { field: role, key });
        }
    }
    for key in ["V", "Kids", "Parent", "Lock", "SV", "A", "AA"] {
        if entries.contains_key(key.as_bytes()) {
            return Err(Fault::FieldShape { field: role, key });
        }
    }
    Ok(place)
}
