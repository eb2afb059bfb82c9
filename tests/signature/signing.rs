//! What signing does, and when it refuses.

use chrono::{DateTime, Duration, FixedOffset};
use lopdf::{Object, StringFormat, dictionary};
use trede::signing::{FieldRole, PlainTextError, SignError, SignRequest, Signer, inspect, sign};

use super::fixture::{
    ASSESSOR, SECOND_READER, SIGNED_ONCE, SIGNED_TWICE, bytes_of, changed, document, request, unsigned,
};

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

#[test]
fn signing_the_same_twice_gives_the_same_bytes() {
    assert_eq!(sign(&unsigned(), &request(FieldRole::Assessor), &ASSESSOR).unwrap(), *SIGNED_ONCE);
}

#[track_caller]
fn refusal(pdf: &[u8], request: &SignRequest, signer: &Signer) -> SignError {
    sign(pdf, request, signer).expect_err("signing should be refused")
}

#[test]
fn each_field_is_signed_once_and_the_assessor_signs_first() {
    let (first, second) = (request(FieldRole::Assessor), request(FieldRole::SecondReader));
    assert_eq!(refusal(&unsigned(), &second, &ASSESSOR), SignError::AssessorFirst);
    let again = SignError::AlreadySigned { field: FieldRole::Assessor };
    assert_eq!(refusal(&SIGNED_ONCE, &first, &SECOND_READER), again);
    assert_eq!(refusal(&SIGNED_TWICE, &first, &SECOND_READER), again);
    let same = SignError::SameSigner { name: ASSESSOR.certificate().name().to_owned() };
    assert_eq!(refusal(&SIGNED_ONCE, &second, &ASSESSOR), same);
    let again = SignError::AlreadySigned { field: FieldRole::SecondReader };
    assert_eq!(refusal(&SIGNED_TWICE, &second, &SECOND_READER), again);
}

#[test]
fn a_damaged_signed_report_gets_no_second_signature() {
    let mut damaged = SIGNED_ONCE.clone();
    damaged[40] ^= 1;
    let error = refusal(&damaged, &request(FieldRole::SecondReader), &SECOND_READER);
    assert!(matches!(error, SignError::NotIntact { .. } | SignError::NotAReport { .. }), "{error}");
}

#[test]
fn a_signer_states_a_fitting_time_and_plain_text() {
    let good = request(FieldRole::Assessor);
    let certificate = ASSESSOR.certificate();
    let before = SignRequest { at: (certificate.not_before() - Duration::seconds(1)).fixed_offset(), ..good.clone() };
    assert!(matches!(refusal(&unsigned(), &before, &ASSESSOR), SignError::CertificatePeriod { .. }));
    let last = SignRequest { at: certificate.not_after().fixed_offset(), ..good.clone() };
    assert!(inspect(&sign(&unsigned(), &last, &ASSESSOR).unwrap()).is_intact());
    let empty = SignRequest { reason: " ".into(), ..good.clone() };
    assert_eq!(refusal(&unsigned(), &empty, &ASSESSOR), SignError::Reason(PlainTextError::Empty));
    let long = SignRequest { location: Some("x".repeat(201)), ..good };
    let error = SignError::Location(PlainTextError::TooLong { chars: 201, max: 200 });
    assert_eq!(refusal(&unsigned(), &long, &ASSESSOR), error);
}

#[track_caller]
fn assert_not_a_report(pdf: &[u8], code: &str) {
    let error = refusal(pdf, &request(FieldRole::Assessor), &ASSESSOR);
    let SignError::NotAReport { faults } = &error else { panic!("{error}") };
    assert!(faults.iter().any(|fault| fault.code() == code), "expected {code}, found {faults:?}");
}

#[test]
fn other_files_are_not_reports() {
    for (bytes, code) in [(b"".as_slice(), "not-pdf"), (b"PK\x03\x04", "not-pdf"), (b"%PDF-1.7\n", "syntax")] {
        assert_not_a_report(bytes, code);
    }
    let mut both = document();
    both.trailer.set("XRefStm", 15);
    assert_not_a_report(&bytes_of(both), "trailer");
    let mut encrypted = document();
    encrypted.trailer.set("Encrypt", dictionary! {});
    assert_not_a_report(&bytes_of(encrypted), "trailer");
    assert_not_a_report(&changed(1, |catalog| drop(catalog.remove(b"AcroForm"))), "shape");
    assert_not_a_report(&changed(5, |field| field.set("T", Object::string_literal("Ander"))), "field-missing");
    assert_not_a_report(&changed(6, |field| field.set("FT", "Tx")), "field-shape");
    assert_not_a_report(&changed(5, |field| field.set("V", Object::Reference((9, 0)))), "field-shape");
    let three = |catalog: &mut lopdf::Dictionary| {
        let fields = catalog.get_mut(b"AcroForm").unwrap().as_dict_mut().unwrap().get_mut(b"Fields").unwrap();
        fields.as_array_mut().unwrap().push(Object::Reference((5, 0)));
    };
    assert_not_a_report(&changed(1, three), "shape");
    for flags in [0, 1] {
        let form = move |catalog: &mut lopdf::Dictionary| {
            catalog.get_mut(b"AcroForm").unwrap().as_dict_mut().unwrap().set("SigFlags", flags);
        };
        assert_not_a_report(&changed(1, form), "shape");
    }
}

#[test]
fn reports_hold_no_scripts_and_no_foreign_annotations() {
    let script = || dictionary! { "S" => "JavaScript", "JS" => Object::string_literal("app.alert(1)") };
    assert_not_a_report(&changed(1, |catalog| catalog.set("OpenAction", script())), "active-content");
    assert_not_a_report(&changed(8, |link| link.set("A", dictionary! { "S" => "Launch" })), "active-content");
    assert_not_a_report(&changed(3, |page| page.set("AA", dictionary! {})), "active-content");
    assert_not_a_report(&changed(4, |stream| stream.set("F", Object::string_literal("other"))), "active-content");
    assert_not_a_report(&changed(8, |link| link.set("Subtype", "FreeText")), "foreign-annotation");
    assert_not_a_report(&changed(8, |link| link.set("Subtype", "Widget")), "foreign-annotation");
    assert_not_a_report(&changed(9, |info| info.set("ByteRange", Object::Null)), "signature-in-report");
    assert_not_a_report(&changed(3, |page| page.set("Annots", Object::Reference((9, 0)))), "foreign-annotation");
    assert_not_a_report(&changed(3, |page| page.set("Annots", vec![Object::Null])), "foreign-annotation");
    let uri = dictionary! { "S" => "URI", "URI" => Object::string_literal("https://example.org") };
    assert!(inspect(&changed(8, |link| link.set("A", uri))).is_unsigned());
}

#[test]
fn names_of_fields_may_be_utf_16() {
    let name = b"\xfe\xff\0B\0e\0o\0o\0r\0d\0e\0l\0a\0a\0r".to_vec();
    let pdf = changed(5, |field| field.set("T", Object::String(name, StringFormat::Hexadecimal)));
    assert!(inspect(&pdf).is_unsigned());
}

#[test]
fn the_form_may_be_an_object_of_its_own() {
    let mut doc = document();
    let form = doc.objects.get_mut(&(1, 0)).unwrap().as_dict_mut().unwrap().remove(b"AcroForm").unwrap();
    doc.objects.insert((10, 0), form);
    doc.objects.get_mut(&(1, 0)).unwrap().as_dict_mut().unwrap().set("AcroForm", Object::Reference((10, 0)));
    doc.max_id = 12;
    let signed = sign(&bytes_of(doc), &request(FieldRole::Assessor), &ASSESSOR).unwrap();
    assert!(inspect(&signed).is_intact());
}
