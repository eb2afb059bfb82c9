//! The list of trusted signers on disk.

use std::fs;
use std::path::Path;

use trede::trust::{FILE, LONGEST_NOTE, TrustError, TrustList, Trusted, read_certificate, source_of};

use crate::example::{ASSESSOR, STRANGER, at};

fn entry(signer: &trede::signing::Signer, note: &str) -> Trusted {
    let certificate = signer.certificate().clone();
    Trusted { certificate, added: at(), source: "b.pem".to_owned(), note: note.to_owned() }
}

fn two() -> TrustList {
    let mut list = TrustList::default();
    list.add(entry(&ASSESSOR, "gebeld (\"ja\")")).unwrap();
    list.add(entry(&STRANGER, "")).unwrap();
    list
}

#[test]
fn a_list_is_written_whole_and_read_back() {
    let folder = tempfile::tempdir().unwrap();
    let home = folder.path().join("nieuw");
    assert_eq!(TrustList::load(&home).unwrap(), TrustList::default());
    two().save(&home).unwrap();
    two().save(&home).unwrap();
    assert_eq!(TrustList::load(&home).unwrap(), two());
    assert_eq!(fs::read_dir(&home).unwrap().count(), 1, "no temporary file stays behind");
    assert!(two().find(ASSESSOR.certificate()).is_some());
    assert_eq!(two().certificates().len(), 2);
}

#[test]
fn a_signer_is_added_once_and_removed_by_the_start_of_his_fingerprint() {
    let mut list = two();
    assert!(matches!(list.add(entry(&ASSESSOR, "")), Err(TrustError::Known { .. })));
    let print = ASSESSOR.certificate().fingerprint();
    for short in ["", &print[..7], "zzzzzzzz", "1234 567"] {
        assert!(matches!(list.remove(short), Err(TrustError::Prefix)), "{short}");
    }
    assert!(matches!(list.remove("0123456789abcdef"), Err(TrustError::Unknown { .. })));
    let typed = format!("{} {}", print[..4].to_uppercase(), &print[4..8]);
    assert_eq!(list.remove(&typed).unwrap(), entry(&ASSESSOR, "gebeld (\"ja\")"));
    assert_eq!(list.entries().len(), 1);
}

#[test]
fn a_note_is_one_visible_line() {
    for note in ["a\nb", "a\u{202e}b", "a\u{0}b", &"x".repeat(LONGEST_NOTE + 1)] {
        assert!(matches!(TrustList::default().add(entry(&ASSESSOR, note)), Err(TrustError::Note)), "{note:?}");
    }
    assert_eq!(source_of(Path::new("/een/map/b\u{202e}.pem")), "b\u{fffd}.pem");
}

#[test]
fn a_list_that_is_not_as_it_was_written_is_refused_as_a_whole() {
    let folder = tempfile::tempdir().unwrap();
    two().save(folder.path()).unwrap();
    let path = folder.path().join(FILE);
    let text = fs::read_to_string(&path).unwrap();
    let print = ASSESSOR.certificate().fingerprint();
    let other = STRANGER.certificate().fingerprint();
    let first = text.find("        (").unwrap();
    let doubled =
        text.replacen("signers: [", &format!("signers: [{},", &text[first..text.find("        ),").unwrap() + 9]), 1);
    for (name, changed) in [
        ("a fingerprint of another", text.replace(&print, &other)),
        ("a name of another", text.replacen("A. Voorbeeld", "B. Voorbeeld", 1)),
        (
            "a certificate that is changed",
            text.replacen("BEGIN CERTIFICATE-----\\nMIIB", "BEGIN CERTIFICATE-----\\nMIIC", 1),
        ),
        ("a second block behind it", text.replacen("-----END CERTIFICATE-----\\n", "-----END CERTIFICATE-----\\nx", 1)),
        ("an unknown field", text.replacen("note:", "more: 1, note:", 1)),
        ("a field twice", text.replacen("note:", "note: \"\", note:", 1)),
        ("a missing field", text.replacen("source: \"b.pem\",", "", 1)),
        ("another format", text.replacen("format: 1", "format: 2", 1)),
        ("no time", text.replacen("2026-11-22T", "2026-13-22T", 1)),
        ("an entry twice", doubled),
        ("half of it", text[..text.len() / 2].to_owned()),
        ("nothing", String::new()),
        ("something behind it", format!("{text}(")),
    ] {
        assert_ne!(changed, text, "{name}");
        fs::write(&path, &changed).unwrap();
        assert!(matches!(TrustList::load(folder.path()), Err(TrustError::Damaged { .. })), "{name}");
    }
    fs::write(&path, b"\xff\xfe").unwrap();
    assert!(matches!(TrustList::load(folder.path()), Err(TrustError::Damaged { .. })));
    fs::write(&path, &text).unwrap();
    assert_eq!(TrustList::load(folder.path()).unwrap(), two());
}

#[test]
fn a_certificate_is_read_from_pem_and_from_der() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("a.crt");
    for bytes in [ASSESSOR.certificate().to_pem().into_bytes(), ASSESSOR.certificate().der().to_vec()] {
        fs::write(&path, bytes).unwrap();
        assert_eq!(read_certificate(&path).unwrap(), *ASSESSOR.certificate());
    }
    for bytes in [b"".as_slice(), b"0", b"-----BEGIN CERTIFICATE-----"] {
        fs::write(&path, bytes).unwrap();
        assert!(matches!(read_certificate(&path), Err(TrustError::Certificate { .. })));
    }
    assert!(matches!(read_certificate(folder.path()), Err(TrustError::File(_))));
}
