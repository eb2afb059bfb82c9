//! Attacks: none may pass.

use std::collections::BTreeSet;

use lopdf::{Document, IncrementalDocument, Object, dictionary};
use proptest::prelude::*;
use trede::signing::{FieldRole, inspect, sign};

use super::fixture::{ASSESSOR, SECOND_READER, SIGNED_ONCE, SIGNED_TWICE, assert_refused, replaced, request, unsigned};

#[test]
fn one_changed_bit_anywhere_is_refused() {
    let pdf = &*SIGNED_TWICE;
    let text = String::from_utf8_lossy(pdf);
    assert_eq!(text.len(), pdf.len() + text.matches('\u{fffd}').count() * 2, "offsets in the text are shifted");
    let mut positions: BTreeSet<(usize, u8)> = BTreeSet::new();
    // A fixed pseudo-random sample over the whole file ...
    let mut state = 0x2545_f491_u64;
    for _ in 0..300 {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        positions.insert(((state >> 33) as usize % pdf.len(), (state >> 60) as u8 & 7));
    }
    // ... and one bit of every byte where the structure stands, a different one each time.
    for landmark in ["/ByteRange", "/Contents<", "xref\n", "trailer", "startxref", "%%EOF", "/Perms", "/V "] {
        for (found, _) in pdf.windows(landmark.len()).enumerate().filter(|(_, window)| *window == landmark.as_bytes()) {
            let around = found.saturating_sub(4)..(found + landmark.len() + 24).min(pdf.len());
            positions.extend(around.map(|position| (position, (position % 8) as u8)));
        }
    }
    assert!(positions.len() > 800, "{}", positions.len());
    for (position, bit) in positions {
        let mut damaged = pdf.clone();
        damaged[position] ^= 1 << bit;
        assert!(!inspect(&damaged).is_intact(), "bit {bit} of byte {position} may be changed");
    }
}

#[test]
fn bytes_after_the_end_are_refused() {
    for pdf in [&*SIGNED_ONCE, &*SIGNED_TWICE] {
        for tail in [b"\n".as_slice(), b" ", b"\0", b"%", b"%%EOF\n", b"\n%%EOF\n", b"11 0 obj\nnull\nendobj\n"] {
            let inspection = inspect(&[pdf, tail].concat());
            assert!(!inspection.is_intact(), "{tail:?}");
            assert_eq!(inspection.signatures.len(), inspect(pdf).signatures.len(), "the signatures stay readable");
        }
    }
    assert_refused(&[&*SIGNED_TWICE, b"\n".as_slice()].concat(), "bytes-after-end");
}

#[test]
fn a_truncated_report_is_refused_at_every_length() {
    for length in (0..SIGNED_TWICE.len()).step_by(61).chain(SIGNED_TWICE.len() - 200..SIGNED_TWICE.len()) {
        assert!(length == SIGNED_ONCE.len() || !inspect(&SIGNED_TWICE[..length]).is_intact(), "{length}");
    }
}

/// The place of the contents of the last signature: after `/Contents<`.
fn last_contents(pdf: &[u8]) -> usize {
    let mark = b"/Contents<";
    pdf.windows(mark.len()).rposition(|window| window == mark).unwrap() + mark.len()
}

#[test]
fn a_signature_that_is_emptied_or_disguised_is_refused() {
    let pdf = &*SIGNED_ONCE;
    let at = last_contents(pdf);
    let mut emptied = pdf.clone();
    emptied[at..at + 12_288].fill(b'0');
    assert_refused(&emptied, "cms-unreadable");
    let mut upper = pdf.clone();
    upper[at..at + 12_288].make_ascii_uppercase();
    assert_refused(&upper, "contents");
    let mut padded = pdf.clone();
    padded[at + 12_287] = b'1';
    assert_refused(&padded, "contents");
    assert_refused(&replaced(pdf, at - 10, b"/Contents<", b"/Contents "), "syntax");
    let first = last_contents(&SIGNED_ONCE);
    let second = last_contents(&SIGNED_TWICE);
    let mut swapped = SIGNED_TWICE.clone();
    swapped.copy_within(first..first + 12_288, second);
    assert_refused(&swapped, "digest");
}

#[test]
fn a_byte_range_that_is_not_all_of_the_revision_is_refused() {
    let pdf = &*SIGNED_ONCE;
    assert_refused(&replaced(pdf, 0, b"/ByteRange[", b"/ByteRangf["), "byte-range");
    assert_refused(&replaced(pdf, 0, b"/ByteRange[0 1", b"/ByteRange[0 2"), "byte-range");
    assert_refused(&replaced(pdf, 0, b"/ByteRange[0", b"/ByteRange[1"), "byte-range");
    assert_refused(&replaced(pdf, 0, b" ]/Contents", b"1]/Contents"), "byte-range");
    assert_refused(&replaced(pdf, 0, b"/ByteRange[0 1", b"/ByteRange[0 -"), "byte-range");
    assert_refused(&replaced(pdf, 0, b"/ByteRange[0 ", b"/ByteRange[00"), "byte-range");
    assert_refused(&replaced(pdf, 0, b"  ]/Contents", b" ] /Contents"), "update-differs");
}

#[test]
fn other_words_around_the_signature_are_refused() {
    let pdf = &*SIGNED_ONCE;
    let revision = unsigned().len();
    for (from, to) in [
        (b"/P 2/V/1.2".as_slice(), b"/P 3/V/1.2".as_slice()),
        (b"/Type/Sig/", b"/Typf/Sig/"),
        (b"(Amsterdam)", b"(Rotterdam)"),
        (b"Adobe.PPKLite", b"Adobe.PPKMS  "),
    ] {
        let inspection = assert_refused(&replaced(pdf, revision, from, to), "digest");
        assert!(inspection.signatures[0].certificate.is_some());
    }
    assert_refused(&replaced(pdf, revision, b"/M(D:2026", b"/M(D:2046"), "certificate-period");
    assert_refused(&replaced(pdf, revision, b"/M(D:2026", b"/M(D-2026"), "signature-entry");
    assert_refused(&replaced(pdf, revision, b"/Name<feff005a", b"/Name<feff005b"), "name-differs");
}

/// What a program other than ours appends.
fn extended(pdf: &[u8], change: impl FnOnce(&mut IncrementalDocument)) -> Vec<u8> {
    let mut update = IncrementalDocument::create_from(pdf.to_vec(), Document::load_mem(pdf).unwrap());
    change(&mut update);
    let mut bytes = Vec::new();
    update.save_to(&mut bytes).unwrap();
    bytes
}

/// `pdf` with a well-formed update that holds one object.
fn with_update(pdf: &[u8], object: &str) -> Vec<u8> {
    let text = String::from_utf8_lossy(pdf);
    let previous = text.rsplit("startxref\n").next().unwrap().lines().next().unwrap();
    let (start, xref) = (pdf.len(), pdf.len() + object.len());
    let number = object.split(' ').next().unwrap();
    let end = format!(
        "xref\n{number} 1\n{start:010} 00000 n \ntrailer\n<</Size 12/Root 1 0 R/Prev {previous}>>\nstartxref\n{xref}\n%%EOF\n"
    );
    [pdf, object.as_bytes(), end.as_bytes()].concat()
}

#[test]
fn an_update_by_another_program_is_refused() {
    let replaced_page = with_update(&SIGNED_ONCE, "4 0 obj\n<</Length 4>>stream\n0 g \nendstream\nendobj\n");
    let inspection = assert_refused(&replaced_page, "no-signature");
    assert_eq!(inspection.signatures[0].faults, [], "the first signature itself is sound");
    let other_value = with_update(&SIGNED_ONCE, "11 0 obj\n<</Type/Sig/Contents<00>>>\nendobj\n");
    assert_refused(&other_value, "signature-entry");
    let annotation = extended(&SIGNED_ONCE, |update| {
        update.new_document.set_object((11, 0), dictionary! { "Type" => "Annot", "Subtype" => "FreeText" });
    });
    assert!(!inspect(&annotation).is_intact());
    let in_between = extended(&unsigned(), |update| update.new_document.set_object((10, 0), Object::Null));
    assert!(sign(&in_between, &request(FieldRole::Assessor), &ASSESSOR).is_err());
}

#[test]
fn an_update_that_brings_one_object_more_is_refused() {
    let pdf = &*SIGNED_ONCE;
    let revision = unsigned().len();
    assert_refused(&replaced(pdf, revision, b"endobj\nxref", b"endobj\n4 0 obj\nnull\nendobj\nxref"), "syntax");
    assert_refused(&replaced(pdf, revision, b"endobj\nxref", b"endobj\n%hidden\nxref"), "syntax");
    assert_refused(&replaced(pdf, revision, b"endobj\nxref", b"endobj\n \nxref"), "syntax");
    assert_refused(&replaced(pdf, revision, b">>\nendobj\nxref", b" >>endobj\nxref"), "update-differs");
}

#[test]
fn a_report_signed_again_by_another_is_intact_but_not_confirmed() {
    let forged = sign(&unsigned(), &request(FieldRole::Assessor), &SECOND_READER).unwrap();
    let inspection = inspect(&forged);
    assert!(inspection.is_intact());
    assert!(!inspection.is_confirmed_by(&[ASSESSOR.certificate().clone()]));
    assert!(inspection.is_confirmed_by(&[SECOND_READER.certificate().clone()]));
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn prop_no_mixture_of_bytes_is_taken_for_intact_or_makes_trouble(
        cuts in proptest::collection::vec((0usize..30_000, 0usize..30_000), 1..4),
        noise in proptest::collection::vec(any::<u8>(), 0..40),
    ) {
        let pdf = &*SIGNED_TWICE;
        let mut mixed = Vec::new();
        for (from, to) in cuts {
            let (from, to) = (from.min(pdf.len()), to.min(pdf.len()));
            mixed.extend_from_slice(&pdf[from.min(to)..from.max(to)]);
            mixed.extend_from_slice(&noise);
        }
        prop_assert!(mixed == *SIGNED_ONCE || mixed == *pdf || !inspect(&mixed).is_intact());
        let mut damaged = pdf.clone();
        let at = noise.iter().fold(7usize, |sum, byte| (sum * 131 + usize::from(*byte)) % damaged.len());
        damaged.splice(at..at, noise.iter().copied());
        prop_assert!(noise.is_empty() || !inspect(&damaged).is_intact());
    }
}
