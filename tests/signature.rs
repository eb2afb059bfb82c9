//! Signing a report and finding out whether it is still what was signed.

use std::process::Command;
use std::sync::LazyLock;

use chrono::{DateTime, FixedOffset, Utc};
use getrandom::SysRng;
use lopdf::xref::XrefType;
use lopdf::{Document, Object, Stream, StringFormat, dictionary};
use trede::signing::{
    Certificate, Fault, FieldRole, Identity, IdentityError, IdentityStore, Inspection, Passphrase, SignError,
    SignRequest, Signer, StoreError, inspect, sign,
};

// ---- helpers -----------------------------------------------------------------------------------------------------

const PASSPHRASE: &str = "een lange wachtzin";

fn passphrase(text: &str) -> Passphrase {
    Passphrase::new(text.to_owned()).unwrap()
}

fn start() -> DateTime<Utc> {
    "2026-11-22T06:00:00Z".parse().unwrap()
}

fn identity(name: &str) -> Identity {
    Identity::generate(name, &passphrase(PASSPHRASE), start(), &mut SysRng).unwrap()
}

/// Making and unlocking keys is slow on purpose: once for all tests.
static ASSESSOR: LazyLock<Signer> = LazyLock::new(|| identity("Zoë de Vries").unlock(&passphrase(PASSPHRASE)).unwrap());
static SECOND_READER: LazyLock<Signer> =
    LazyLock::new(|| identity("Jan (Jansen)").unlock(&passphrase(PASSPHRASE)).unwrap());

fn request(field: FieldRole) -> SignRequest {
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

fn field(name: &str, parent: i64) -> Object {
    dictionary! {
        "Type" => "Annot", "Subtype" => "Widget", "FT" => "Sig", "T" => Object::string_literal(name), "F" => 132,
        "Rect" => vec![10.into(), (10 + parent * 40).into(), 200.into(), (40 + parent * 40).into()], "StructParent" => parent,
        "TU" => Object::string_literal("Handtekening"), "AP" => dictionary! { "N" => Object::Reference((7, 0)) },
        "P" => Object::Reference((3, 0)),
    }
    .into()
}

/// A report of one page with two empty signature fields and a link.
fn document() -> Document {
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

fn bytes_of(mut doc: Document) -> Vec<u8> {
    let mut bytes = Vec::new();
    doc.save_to(&mut bytes).unwrap();
    bytes
}

/// The report of [`document`] after a change to one of its objects.
fn changed(number: u32, change: impl FnOnce(&mut lopdf::Dictionary)) -> Vec<u8> {
    let mut doc = document();
    let object = doc.objects.get_mut(&(number, 0)).unwrap();
    match object {
        Object::Stream(stream) => change(&mut stream.dict),
        other => change(other.as_dict_mut().unwrap()),
    }
    bytes_of(doc)
}

fn unsigned() -> Vec<u8> {
    bytes_of(document())
}

static SIGNED_ONCE: LazyLock<Vec<u8>> =
    LazyLock::new(|| sign(&unsigned(), &request(FieldRole::Assessor), &ASSESSOR).unwrap());
static SIGNED_TWICE: LazyLock<Vec<u8>> =
    LazyLock::new(|| sign(&SIGNED_ONCE, &request(FieldRole::SecondReader), &SECOND_READER).unwrap());

#[track_caller]
fn assert_refused(pdf: &[u8], code: &str) -> Inspection {
    let inspection = inspect(pdf);
    let codes: Vec<&str> = inspection.all_faults().iter().map(Fault::code).collect();
    assert!(!inspection.is_intact() && codes.contains(&code), "expected {code}, found {codes:?}");
    inspection
}

/// `pdf` with the first occurrence of `from` replaced by `to`, at or after `after`.
#[track_caller]
fn replaced(pdf: &[u8], after: usize, from: &[u8], to: &[u8]) -> Vec<u8> {
    let at = after + pdf[after..].windows(from.len()).position(|window| window == from).expect("text to replace");
    [&pdf[..at], to, &pdf[at + from.len()..]].concat()
}

// ---- identities --------------------------------------------------------------------------------------------------

#[test]
fn an_identity_is_stored_encrypted_and_opens_with_its_passphrase_only() {
    let folder = tempfile::tempdir().unwrap();
    let store = IdentityStore::at(folder.path().join("sleutels"));
    let made = identity("  Zoë de Vries ");
    assert_eq!(made.name(), "Zoë de Vries");
    let path = store.save(&made).unwrap();
    let text = std::fs::read_to_string(&path).unwrap();
    assert!(text.starts_with("-----BEGIN ENCRYPTED PRIVATE KEY-----") && !text.contains("BEGIN PRIVATE KEY"), "{text}");
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        let mode = |path: &std::path::Path| path.metadata().unwrap().permissions().mode() & 0o777;
        assert_eq!(mode(&path), 0o600);
        assert_eq!(mode(path.parent().unwrap()), 0o700);
    }
    assert_eq!(std::fs::read_dir(path.parent().unwrap()).unwrap().count(), 1, "no temporary file stays behind");

    let loaded = store.load("Zoë de Vries").unwrap();
    assert_eq!(loaded, made);
    assert_eq!(loaded.unlock(&passphrase("een andere zin")).unwrap_err(), IdentityError::WrongPassphrase);
    let signer = loaded.unlock(&passphrase(PASSPHRASE)).unwrap();
    assert_eq!(signer.certificate(), made.certificate());
    assert_eq!(Certificate::from_pem(&made.certificate().to_pem()).unwrap(), *made.certificate());
    assert_eq!(made.certificate().not_after().to_rfc3339(), "2036-11-22T06:00:00+00:00");
}

#[test]
fn an_identity_is_never_overwritten() {
    let folder = tempfile::tempdir().unwrap();
    let store = IdentityStore::at(folder.path());
    let first = identity("A");
    store.save(&first).unwrap();
    assert!(matches!(store.save(&identity("A")), Err(StoreError::Exists { name }) if name == "A"));
    assert_eq!(store.load("A").unwrap(), first);
}

#[test]
fn hostile_names_stay_inside_the_folder_or_are_refused() {
    let folder = tempfile::tempdir().unwrap();
    let store = IdentityStore::at(folder.path().join("in"));
    for name in ["../x", "..", "/etc/passwd", "CON", "a\\b:c*?", "Ж"] {
        let path = store.save(&identity(name)).unwrap();
        assert_eq!(path.parent().unwrap(), folder.path().join("in"));
        assert_eq!(store.load(name).unwrap().name(), name);
    }
    assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 1);
    for name in ["", "   ", &"x".repeat(300), "a\nb", "a\0", "a\u{202e}b"] {
        assert!(matches!(store.load(name), Err(StoreError::Name(_))), "{name:?}");
        let made = Identity::generate(name, &passphrase(PASSPHRASE), start(), &mut SysRng);
        assert!(matches!(made, Err(IdentityError::Name(_))), "{name:?}");
    }
    assert!(matches!(store.load("niemand"), Err(StoreError::NotFound { .. })));
}

#[test]
fn a_listing_names_what_it_cannot_read() {
    let folder = tempfile::tempdir().unwrap();
    assert!(IdentityStore::at(folder.path().join("nowhere")).list().unwrap().identities.is_empty());
    let store = IdentityStore::at(folder.path());
    let path = store.save(&identity("B")).unwrap();
    std::fs::copy(&path, folder.path().join("a-0000000000000000.pem")).unwrap();
    store.save(&identity("A")).unwrap();
    std::fs::write(folder.path().join("rommel.pem"), "niets").unwrap();
    std::fs::write(folder.path().join("notes.txt"), "niets").unwrap();
    let listing = store.list().unwrap();
    assert_eq!(listing.identities.iter().map(Identity::name).collect::<Vec<_>>(), ["A", "B", "B"]);
    assert_eq!(listing.unreadable.len(), 1);
}

#[test]
fn a_key_that_belongs_to_another_certificate_is_refused() {
    let (mine, other) = (identity("A").to_pem(), identity("B").to_pem());
    let key = &mine[..mine.find("-----BEGIN CERTIFICATE").unwrap()];
    let certificate = &other[other.find("-----BEGIN CERTIFICATE").unwrap()..];
    let mixed = Identity::from_pem(&format!("{key}{certificate}")).unwrap();
    assert_eq!(mixed.unlock(&passphrase(PASSPHRASE)).unwrap_err(), IdentityError::KeyMismatch);
}

// ---- signing -----------------------------------------------------------------------------------------------------

#[test]
fn a_signed_report_is_intact_and_keeps_its_earlier_bytes() {
    let pdf = unsigned();
    assert!(inspect(&pdf).is_unsigned() && !inspect(&pdf).is_intact());
    assert!(SIGNED_ONCE.starts_with(&pdf));
    let inspection = inspect(&SIGNED_ONCE);
    assert_eq!(inspection.all_faults(), []);
    assert!(inspection.is_intact() && !inspection.is_unsigned());
    let signature = &inspection.signatures[0];
    assert_eq!((signature.field, signature.name.as_str()), (FieldRole::Assessor, "Zoë de Vries"));
    assert_eq!((signature.reason.as_str(), signature.location.as_deref()), ("Beoordelaar", Some("Amsterdam")));
    let at: DateTime<FixedOffset> = DateTime::parse_from_rfc3339("2026-11-23T10:11:12+01:00").unwrap();
    assert_eq!(signature.at, Some(at));
    assert_eq!(signature.covers, 0..SIGNED_ONCE.len());
    assert_eq!(signature.certificate.as_ref(), Some(ASSESSOR.certificate()));
    assert_eq!(signature.fingerprint().unwrap().len(), 64);
}

#[test]
fn a_second_signature_leaves_the_first_intact() {
    assert!(SIGNED_TWICE.starts_with(&SIGNED_ONCE));
    let inspection = inspect(&SIGNED_TWICE);
    assert_eq!(inspection.all_faults(), []);
    assert_eq!(inspection.revisions.len(), 3);
    assert_eq!(
        inspection.signatures.iter().map(|s| s.name.as_str()).collect::<Vec<_>>(),
        ["Zoë de Vries", "Jan (Jansen)"]
    );
    assert_eq!(inspection.signatures[0], inspect(&SIGNED_ONCE).signatures[0]);
    let both = [SECOND_READER.certificate().clone(), ASSESSOR.certificate().clone()];
    assert!(inspection.is_confirmed_by(&both));
    assert!(!inspection.is_confirmed_by(&both[..1]) && !inspection.is_confirmed_by(&[]));
}
