//! `trede trust`, and what `verify` makes of the list.

use serde_json::json;

use super::desk::{Desk, keys};
use crate::example::{ASSESSOR, REPORT, STRANGER};

/// A report and the certificates of its signer and of somebody else of the same name.
fn desk() -> Desk {
    let desk = Desk::new();
    desk.write("r.pdf", &REPORT);
    desk.write("a.pem", ASSESSOR.certificate().to_pem().as_bytes());
    desk.write("ander.cer", STRANGER.certificate().der());
    desk
}

#[test]
fn signers_are_added_listed_and_removed() {
    let desk = desk();
    assert_eq!(desk.done(&["trust", "list"]), "De lijst van vertrouwde ondertekenaars is leeg.\n");
    assert_eq!(desk.json(&["trust", "list"]).1, json!({"signers": []}));
    let (code, added) = desk.json(&["trust", "add", "a.pem", "--note", " gebeld "]);
    let print = ASSESSOR.certificate().fingerprint();
    assert_eq!((code, keys(&added)), (0, vec!["added", "fingerprint", "name", "note", "source"]));
    assert_eq!([&added["source"], &added["note"], &added["fingerprint"]], ["a.pem", "gebeld", print.as_str()]);
    let told = desk.done(&["trust", "add", "ander.cer"]);
    assert!(told.contains(&STRANGER.certificate().fingerprint()) && told.contains("langs een andere weg"), "{told}");
    assert!(desk.refused(&["trust", "add", "a.pem"], "usage").contains("staat al op de lijst"));
    let listed = desk.done(&["trust", "list"]);
    assert!(listed.starts_with(&format!("A. Voorbeeld  sha256 {print}\n  Op uw lijst sinds ")), "{listed}");
    assert!(listed.contains(", van a.pem: gebeld\n"), "{listed}");
    assert_eq!(desk.json(&["trust", "list"]).1["signers"].as_array().unwrap().len(), 2);

    desk.refused(&["trust", "remove", &print[..7]], "usage");
    desk.refused(&["trust", "remove", "0123456789abcdef"], "usage");
    assert!(desk.done(&["trust", "remove", &print[..8]]).contains(&print));
    desk.refused(&["trust", "remove", &print], "usage");
    assert_eq!(desk.json(&["trust", "list"]).1["signers"].as_array().unwrap().len(), 1);

    desk.refused(&["trust", "add", "nergens.pem"], "missing");
    desk.refused(&["trust", "add", "r.pdf"], "too-large");
    desk.write("leeg.pem", b"");
    desk.refused(&["trust", "add", "leeg.pem"], "certificate");
    desk.refused(&["trust", "add", "a.pem", "--note", "twee\nregels"], "usage");
}

#[test]
fn verify_compares_with_the_list_unless_certificates_are_given() {
    let desk = desk();
    let verified = |extra: &[&str]| {
        let arguments = [&["verify", "r.pdf"], extra].concat();
        let (code, found) = desk.json(&arguments);
        let answer = desk.run(&arguments);
        assert_eq!(answer.code, code);
        (code, found["confirmed"].clone(), found["compared_with"].clone(), answer.out)
    };
    let (code, confirmed, with, _) = verified(&[]);
    assert_eq!((code, confirmed, with), (0, json!(null), json!(null)));

    // A stranger among all whom the user trusts: not confirmed, but nobody said who ought to have signed.
    desk.done(&["trust", "add", "ander.cer"]);
    let (code, confirmed, with, told) = verified(&[]);
    assert_eq!((code, confirmed, with), (0, json!(false), json!("list")));
    assert!(
        told.contains("Ondertekenaar niet bevestigd: ") && told.contains("vertrouwde ondertekenaars (1)"),
        "{told}"
    );
    let (code, confirmed, with, told) = verified(&["--trust", "ander.cer"]);
    assert_eq!((code, confirmed, with), (1, json!(false), json!("files")));
    assert!(told.contains("die met --trust zijn gegeven"), "{told}");

    desk.done(&["trust", "add", "a.pem", "--note", "gebeld"]);
    let (code, confirmed, with, told) = verified(&[]);
    assert_eq!((code, confirmed, with), (0, json!(true), json!("list")));
    assert!(told.contains("Ondertekenaar bevestigd: ") && told.contains(", van a.pem: gebeld\n"), "{told}");
    // Files go before the list, also where the list knows better.
    assert_eq!(verified(&["--trust", "ander.cer"]).0, 1);
    assert_eq!(verified(&["--trust", "a.pem"]).0, 0);
}

#[test]
fn nobody_is_confirmed_by_a_list_that_was_tampered_with() {
    let desk = desk();
    desk.done(&["trust", "add", "a.pem"]);
    let list = desk.path("home").join("trede").join(trede::trust::FILE);
    let text = std::fs::read_to_string(&list).unwrap();
    std::fs::write(&list, text.replace("A. Voorbeeld", "B. Voorbeeld")).unwrap();
    for arguments in [&["verify", "r.pdf"][..], &["trust", "list"], &["trust", "add", "ander.cer"]] {
        assert!(desk.refused(arguments, "damaged").contains("wordt niet gebruikt"));
    }
    // Whoever names the signer himself needs no list.
    desk.done(&["verify", "r.pdf", "--trust", "a.pem"]);
}
