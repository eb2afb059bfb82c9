//! Keys, and small reports to sign and to damage.

use std::sync::LazyLock;

use chrono::{DateTime, Utc};
use getrandom::SysRng;
use lopdf::xref::XrefType;
use lopdf::{Document, Object, Stream, StringFormat, dictionary};
use trede::signing::{Fault, FieldRole, Identity, Inspection, Passphrase, SignRequest, Signer, inspect, sign};

pub const PASSPHRASE: &str = "een lange wachtzin";

pub fn passphrase(text: &str) -> Passphrase {
    Passphrase::new(text.to_owned()).unwrap()
}

pub fn start() -> DateTime<Utc> {
    "2026-11-22T06:00:00Z".parse().unwrap()
}

pub fn identity(name: &str) -> Identity {
    Identity::generate(name, &passphrase(PASSPHRASE), start(), &mut SysRng).unwrap()
}

/// Making and unlocking keys is slow on purpose: once for all tests.
pub static ASSESSOR: LazyLock<Signer> =
    LazyLock::new(|| identity("Zoë de Vries").unlock(&passphrase(PASSPHRASE)).unwrap());
pub static SECOND_READER: LazyLock<Signer> =
    LazyLock::new(|| identity("Jan (Jansen)").unlock(&passphrase(PASSPHRASE)).unwrap());

pub fn request(field: FieldRole) -> SignRequest {
    let reason = match field {
        FieldRole::Assessor => "Beoordelaar",
        FieldRole::SecondReader => "Tweede lezer – gelezen (en akkoord)",
    };
    SignRequest {
        field,
        reason: reason.into(),
        location: (field == FieldRole::Assessor).then(|| "Amsterdam".into()),
        at: DateTime::parse_from_rfc3339("2026-11-23T10:11:12.5+01:00").unwrap(),
    }
}

pub fn field(name: &str, parent: i64) -> Object {
    dictionary! {
        "Type" => "Annot", "Subtype" => "Widget", "FT" => "Sig", "T" => Object::string_literal(name), "F" => 132,
        "Rect" => vec![10.into(), (10 + parent * 40).into(), 200.into(), (40 + parent * 40).into()], "StructParent" => parent,
        "TU" => Object::string_literal("Handtekening"), "AP" => dictionary! { "N" => Object::Reference((7, 0)) },
        "P" => Object::Reference((3, 0)),
    }
    .into()
}

/// A report of one page with two empty signature fields and a link.
pub fn document() -> Document {
    let mut doc = Document::with_version("1.7");
    doc.reference_table.cross_reference_type = XrefType::CrossReferenceTable;
    let mut add = |number: u32, object: Object| doc.objects.insert((number, 0), object);
    add(
        1,
        dictionary! {
            "Type" => "Catalog", "Pages" => Object::Reference((2, 0)),
            "AcroForm" => dictionary! { "Fields" => vec![Object::Reference((5, 0)), Object::Reference((6, 0))], "SigFlags" => 3 },
        }
        .into(),
    );
    add(2, dictionary! { "Type" => "Pages", "Count" => 1, "Kids" => vec![Object::Reference((3, 0))] }.into());
    let annotations: Vec<Object> = [5, 6, 8].into_iter().map(|number| Object::Reference((number, 0))).collect();
    add(
        3,
        dictionary! {
            "Type" => "Page", "Parent" => Object::Reference((2, 0)), "Contents" => Object::Reference((4, 0)),
            "MediaBox" => vec![0.into(), 0.into(), 595.into(), 842.into()], "Annots" => annotations,
            "Resources" => dictionary! {},
        }
        .into(),
    );
    add(4, Stream::new(dictionary! {}, b"0.5 g 10 100 50 50 re f % %%EOF startxref 0".to_vec()).into());
    add(5, field("Beoordelaar", 0));
    add(6, field("TweedeLezer", 1));
    let form = dictionary! {
        "Type" => "XObject", "Subtype" => "Form", "BBox" => vec![0.into(), 0.into(), 190.into(), 30.into()],
    };
    add(7, Stream::new(form, b"0 0 190 30 re S".to_vec()).into());
    add(
        8,
        dictionary! {
            "Type" => "Annot", "Subtype" => "Link", "Rect" => vec![0.into(), 0.into(), 9.into(), 9.into()],
            "Dest" => vec![Object::Reference((3, 0)), "Fit".into()],
        }
        .into(),
    );
    add(9, dictionary! { "Title" => Object::string_literal("Rapport (proef)") }.into());
    doc.max_id = 9;
    doc.trailer.set("Root", Object::Reference((1, 0)));
    doc.trailer.set("Info", Object::Reference((9, 0)));
    let id = Object::String(b"0123456789abcdef".to_vec(), StringFormat::Hexadecimal);
    doc.trailer.set("ID", vec![id.clone(), id]);
    doc
}

pub fn bytes_of(mut doc: Document) -> Vec<u8> {
    let mut bytes = Vec::new();
    doc.save_to(&mut bytes).unwrap();
    bytes
}

/// The report of [`document`] after a change to one of its objects.
pub fn changed(number: u32, change: impl FnOnce(&mut lopdf::Dictionary)) -> Vec<u8> {
    let mut doc = document();
    let object = doc.objects.get_mut(&(number, 0)).unwrap();
    match object {
        Object::Stream(stream) => change(&mut stream.dict),
        other => change(other.as_dict_mut().unwrap()),
    }
    bytes_of(doc)
}

pub fn unsigned() -> Vec<u8> {
    bytes_of(document())
}

pub static SIGNED_ONCE: LazyLock<Vec<u8>> =
    LazyLock::new(|| sign(&unsigned(), &request(FieldRole::Assessor), &ASSESSOR).unwrap());
pub static SIGNED_TWICE: LazyLock<Vec<u8>> =
    LazyLock::new(|| sign(&SIGNED_ONCE, &request(FieldRole::SecondReader), &SECOND_READER).unwrap());

#[track_caller]
pub fn assert_refused(pdf: &[u8], code: &str) -> Inspection {
    let inspection = inspect(pdf);
    let codes: Vec<&str> = inspection.all_faults().iter().map(Fault::code).collect();
    assert!(!inspection.is_intact() && codes.contains(&code), "expected {code}, found {codes:?}");
    inspection
}

/// `pdf` with the first occurrence of `from` replaced by `to`, at or after `after`.
#[track_caller]
pub fn replaced(pdf: &[u8], after: usize, from: &[u8], to: &[u8]) -> Vec<u8> {
    let at = after + pdf[after..].windows(from.len()).position(|window| window == from).expect("text to replace");
    [&pdf[..at], to, &pdf[at + from.len()..]].concat()
}
