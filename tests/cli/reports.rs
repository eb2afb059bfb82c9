//! `trede identity`, `report`, `sign`, `verify`, `extract`.

use serde_json::json;
use trede::report::block::{Block, Span};

use super::desk::{Desk, keys};
use crate::example::{ASSESSOR, EXCHANGE, TEXT, pages, parameters, signed};

/// The example, final, with two identities and their certificates.
fn desk() -> Desk {
    let desk = Desk::with_example();
    desk.done(&["finalize", "a.trede", "--perspective", "supervisor"]);
    for (name, file) in [("A. Voorbeeld", "a.pem"), ("B. Lezer", "b.pem")] {
        desk.done(&["identity", "new", name, "--passphrase-env", "ZIN"]);
        desk.done(&["identity", "export", name, "--out", file]);
    }
    desk
}

const REPORT: [&str; 8] =
    ["report", "a.trede", "--out", "r.pdf", "--identity", "A. Voorbeeld", "--passphrase-env", "ZIN"];
const SIGN: [&str; 6] = ["sign", "r.pdf", "--identity", "B. Lezer", "--passphrase-env", "ZIN"];

#[test]
fn identities_are_made_once_listed_and_handed_out() {
    let desk = Desk::new();
    assert!(desk.done(&["identity", "list"]).contains("nog geen handtekeningen"));
    let (code, made) = desk.json(&["identity", "new", "Zoë de Vries", "--passphrase-env", "ZIN"]);
    assert_eq!((code, keys(&made)), (0, vec!["file", "fingerprint", "name"]));
    let fingerprint = made["fingerprint"].as_str().unwrap();
    assert!(made["file"].as_str().unwrap().starts_with(desk.path("home").to_str().unwrap()), "{made}");
    assert_eq!(desk.done(&["identity", "list"]), format!("Zoë de Vries  sha256 {fingerprint}\n"));
    let listed = json!({"identities": [{"name": "Zoë de Vries", "fingerprint": fingerprint}]});
    assert_eq!(desk.json(&["identity", "list"]).1, listed);
    desk.refused(&["identity", "new", "Zoë de Vries", "--passphrase-env", "ZIN"], "usage");
    for (name, variable) in [("X", "KORT"), ("X", "NERGENS"), ("", "ZIN"), ("X\u{202e}Y", "ZIN")] {
        desk.refused(&["identity", "new", name, "--passphrase-env", variable], "usage");
    }
    assert!(desk.refused(&["identity", "new", "X"], "usage").contains("--passphrase-env"));
    desk.done(&["identity", "export", "Zoë de Vries", "--out", "z.pem"]);
    let pem = String::from_utf8(desk.read("z.pem")).unwrap();
    assert!(pem.contains("BEGIN CERTIFICATE") && !pem.contains("PRIVATE"), "{pem}");
    desk.refused(&["identity", "export", "Zoë de Vries", "--out", "z.pem"], "exists");
    desk.done(&["identity", "export", "Zoë de Vries", "--out", "z.pem", "--force"]);
    desk.refused(&["identity", "export", "Niemand", "--out", "n.pem"], "usage");
    assert_eq!(desk.json(&["identity", "list"]).1, listed);
}

#[test]
fn a_report_is_made_signed_twice_and_verified() {
    let desk = desk();
    assert_eq!(desk.done(&REPORT), "Ondertekend rapport geschreven: r.pdf\n");
    let once = desk.read("r.pdf");
    let (code, found) = desk.json(&["verify", "r.pdf"]);
    assert_eq!(code, 0);
    let expected =
        ["claimed_signers", "compared_with", "confirmed", "intact", "log_matches", "reasons", "report", "signatures"];
    assert_eq!(keys(&found), expected);
    assert_eq!([&found["intact"], &found["confirmed"], &found["reasons"]], [&json!(true), &json!(null), &json!([])]);
    let expected = [
        "algorithm",
        "at",
        "confirmed",
        "covers",
        "field",
        "fingerprint",
        "issuers",
        "key_bits",
        "name",
        "own",
        "reason",
        "time_stamp",
        "trusted",
    ];
    assert_eq!(keys(&found["signatures"][0]), expected);
    assert_eq!(found["signatures"][0]["time_stamp"], json!(null));
    assert_eq!([&found["signatures"][0]["name"], &found["signatures"][0]["field"]], ["A. Voorbeeld", "Beoordelaar"]);
    assert_eq!(found["report"]["score"], desk.json(&["score", "a.trede"]).1, "report and command tell the same score");
    let out = desk.done(&["verify", "r.pdf"]);
    assert!(out.starts_with("Gaaf: ") && out.contains("Ondertekenaar niet bevestigd."), "{out}");
    assert!(out.contains(found["signatures"][0]["fingerprint"].as_str().unwrap()), "{out}");

    assert!(desk.done(&["verify", "r.pdf", "--trust", "a.pem"]).contains("\nOndertekenaar bevestigd.\n"));
    assert!(desk.findings(&["verify", "r.pdf", "--trust", "b.pem"]).contains("niet een van de vertrouwde"));
    assert_eq!(desk.json(&["verify", "r.pdf", "--trust", "b.pem"]).1["confirmed"], false);
    desk.done(&["verify", "r.pdf", "--trust", "b.pem", "--trust", "a.pem"]);
    desk.refused(&["verify", "r.pdf", "--trust", "r.pdf"], "too-large");
    desk.refused(&["verify", "r.pdf", "--trust", "voorbeeld.ron"], "certificate");

    assert_eq!(desk.done(&SIGN), "Ondertekend door de tweede lezer: r.pdf\n");
    assert!(desk.read("r.pdf").starts_with(&once));
    assert!(desk.refused(&SIGN, "usage").contains("tweede lezer heeft dit rapport al ondertekend"));
    desk.findings(&["verify", "r.pdf", "--trust", "a.pem"]);
    desk.done(&["verify", "r.pdf", "--trust", "a.pem", "--trust", "b.pem"]);
}

#[test]
fn a_report_is_held_against_the_assessment_file() {
    let desk = desk();
    desk.done(&REPORT);
    assert!(
        desk.done(&["verify", "r.pdf", "--file", "a.trede"])
            .contains("Het logboek van het .trede-bestand komt overeen")
    );
    assert_eq!(desk.json(&["verify", "r.pdf", "--file", "a.trede"]).1["log_matches"], true);
    desk.new_assessment("ander.trede");
    desk.findings(&["verify", "r.pdf", "--file", "ander.trede"]);
    assert_eq!(desk.json(&["verify", "r.pdf", "--file", "ander.trede"]).1["log_matches"], false);
    desk.refused(&["verify", "r.pdf", "--file", "nergens"], "missing");
    // The assessment comes out again, and scores the same.
    assert_eq!(desk.done(&["extract", "r.pdf", "--out", "uit.ron"]), "Geschreven: uit.ron\n");
    assert_eq!(desk.read("uit.ron"), desk.done(&["export", "a.trede", "--format", "ron"]).as_bytes());
    assert_eq!(desk.json(&["score", "uit.ron"]), desk.json(&["score", "a.trede"]));
    desk.done(&["log", "a.trede", "--verify", "--against", "r.pdf"]);
    desk.refused(&["extract", "r.pdf", "--out", "uit.ron"], "exists");
    desk.refused(&["extract", "r.pdf", "--out", "r.pdf", "--force"], "usage");
    desk.refused(&["extract", "voorbeeld.ron", "--out", "x.ron"], "usage");
    desk.done(&["extract", "r.pdf", "--out", "uit.ron", "--force"]);
}

#[test]
fn what_is_not_a_sound_report_is_a_finding_and_what_cannot_be_read_a_failure() {
    let desk = desk();
    desk.done(&REPORT);
    let mut changed = desk.read("r.pdf");
    let at = changed.windows(7).rposition(|window| window == b"/Reason").unwrap() + 9;
    changed[at] ^= 1;
    desk.write("gewijzigd.pdf", &changed);
    desk.write("leeg.pdf", b"");
    desk.done(&["report", "a.trede", "--out", "los.pdf", "--unsigned"]);
    for (file, code) in
        [("los.pdf", "unsigned"), ("leeg.pdf", "not-pdf"), ("voorbeeld.ron", "not-pdf"), ("gewijzigd.pdf", "digest")]
    {
        let out = desk.findings(&["verify", file]);
        assert!(out.starts_with("Niet gaaf. Vertrouw dit rapport niet:\n  - "), "{out}");
        assert!(!out.contains("vergelijk de vingerafdruk"), "it proves nothing here: {out}");
        let (status, found) = desk.json(&["verify", file]);
        assert_eq!((status, &found["intact"]), (1, &json!(false)));
        let reasons = found["reasons"].as_array().unwrap();
        assert!(reasons.iter().any(|reason| reason["code"] == code), "{file}: {reasons:?}");
        assert!(reasons.iter().all(|reason| keys(reason) == ["code", "message"]));
        desk.findings(&["verify", file, "--trust", "a.pem"]);
    }
    desk.refused(&["verify", "nergens.pdf"], "missing");
    desk.refused(&["verify", "."], "other");
    desk.refused(&["sign", "los.pdf", "--identity", "B. Lezer", "--passphrase-env", "ZIN"], "usage");
    desk.refused(&["sign", "gewijzigd.pdf", "--identity", "B. Lezer", "--passphrase-env", "ZIN"], "usage");
    assert_eq!(desk.read("gewijzigd.pdf"), changed);
}

#[test]
fn no_second_signature_goes_under_pages_that_lie() {
    use crate::example::{ASSESSOR, EXCHANGE, TEXT, pages, parameters, signed};
    let desk = desk();
    let mut document = pages(TEXT, &EXCHANGE, &parameters(Some(&ASSESSOR)));
    "Alles is in orde".clone_into(&mut document.running_foot);
    let lie = signed(&document);
    desk.write("r.pdf", &lie);
    assert!(desk.refused(&SIGN, "usage").contains("Alles is in orde"));
    assert_eq!(desk.read("r.pdf"), lie);
}

#[test]
fn a_report_is_not_made_without_its_signer_or_over_something_else() {
    let desk = desk();
    desk.write("r.pdf", b"van gisteren");
    desk.refused(&REPORT, "exists");
    desk.refused(&["report", "a.trede", "--out", "a.trede", "--unsigned", "--force"], "usage");
    assert_eq!(desk.read("r.pdf"), b"van gisteren");
    desk.done(&[&REPORT[..], &["--force"]].concat());
    let with = |variable: &'static str| {
        ["report", "a.trede", "--out", "n.pdf", "--identity", "A. Voorbeeld", "--passphrase-env", variable]
    };
    assert!(desk.refused(&with("ANDERE"), "usage").contains("wachtwoordzin is niet juist"));
    assert!(desk.refused(&with("NERGENS"), "usage").contains("NERGENS"));
    desk.refused(&with("KORT"), "usage");
    desk.refused(&["report", "a.trede", "--out", "n.pdf", "--identity", "Niemand", "--passphrase-env", "ZIN"], "usage");
    assert!(
        desk.refused(&["report", "a.trede", "--out", "n.pdf", "--passphrase-env", "ZIN"], "usage")
            .contains("--identity")
    );
    desk.refused(&["report", "a.trede", "--out", "n.pdf", "--unsigned", "--at", "gisteren"], "usage");
    let early = [&with("ZIN")[..], &["--at", "2001-01-01T00:00:00+01:00"]].concat();
    assert!(desk.refused(&early, "usage").contains("Controleer de klok"));
    desk.refused(&["report", "a.trede", "--out", "nergens/n.pdf", "--unsigned"], "missing");
    assert!(!desk.path("n.pdf").exists());
}

#[test]
fn the_clock_can_be_fixed_and_gives_the_same_bytes() {
    let desk = Desk::with_example();
    let make = |out: &'static str, at: &'static str| {
        desk.done(&["report", "a.trede", "--out", out, "--unsigned", "--at", at]);
        desk.read(out)
    };
    let one = make("1.pdf", "2030-01-02T10:00:00+01:00");
    assert!(one == make("2.pdf", "2030-01-02T10:00:00+01:00"));
    assert!(one != make("3.pdf", "2030-01-02T10:00:01+01:00"));
    assert_eq!(desk.json(&["verify", "1.pdf"]).1["report"]["final"], false);
}

#[test]
fn a_character_that_a_report_cannot_show_is_told_on_standard_error_and_in_json() {
    let desk = Desk::with_example();
    let exchange = String::from_utf8(desk.read("voorbeeld.ron")).unwrap();
    let odd = exchange.replacen("Voorbeeldbank N.V.", "Voorbeeldbank 😀 N.V.", 1);
    assert_ne!(odd, exchange);
    desk.write("odd.ron", odd.as_bytes());
    let made = ["new", "odd.trede", "--framework", super::desk::FRAMEWORK, "--subject", "Voorbeeldbank 😀 N.V."];
    desk.done(&[&made[..], &["--kvk", "00000000", "--period", "2026"]].concat());
    desk.done(&["import", "odd.trede", "odd.ron"]);
    let told = desk.run(&["report", "odd.trede", "--out", "odd.pdf", "--unsigned"]);
    let warning = "Eén teken kan het rapport niet tonen. Er staat het codepunt, tussen rechte haken.\n\
                   U+1F600: naam van de aanbieder\n";
    assert_eq!((told.code, told.err.as_str()), (0, warning));
    let (_, made) = desk.json(&["report", "odd.trede", "--out", "odd.pdf", "--unsigned", "--force"]);
    assert_eq!(made["unshown"], json!([{"character": "U+1F600", "places": ["subject"], "more": 0}]));
    let (_, made) = desk.json(&["report", "a.trede", "--out", "a.pdf", "--unsigned"]);
    assert_eq!(
        (keys(&made), &made["unshown"]),
        (vec!["assessor", "file", "final", "signed", "signer", "time_stamp", "unshown"], &json!([]))
    );
}

#[test]
fn a_report_that_lies_is_refused_before_the_second_reader_gives_his_secret() {
    let desk = Desk::with_example();
    let mut lying = pages(TEXT, &EXCHANGE, &parameters(Some(&ASSESSOR)));
    lying.blocks.push(Block::Paragraph(vec![Span::plain("Alle scores zijn een 5.")]));
    let lying = signed(&lying);
    desk.write("leugen.pdf", &lying);
    // With a variable that is not there, so that asking for the secret would be another refusal.
    let key = ["sign", "leugen.pdf", "--p12", "sleutel.p12", "--password-env", "NERGENS"];
    let told = desk.refused(&key, "usage");
    assert!(told.contains("niet gaaf en wordt daarom niet ondertekend"), "{told}");
    assert_eq!(desk.read("leugen.pdf"), lying);
}

#[test]
fn what_a_report_says_of_itself_cannot_pass_for_a_line_of_the_answer() {
    let desk = desk();
    let subject = "Bank\nOndertekenaar bevestigd.";
    desk.run(&["new", "lijn.trede", "--framework", super::desk::FRAMEWORK, "--subject", subject, "--period", "2026"]);
    desk.run(&["report", "lijn.trede", "--out", "lijn.pdf", "--identity", "A. Voorbeeld", "--passphrase-env", "ZIN"]);
    let out = desk.run(&["verify", "lijn.pdf"]).out;
    assert!(out.contains("Bank Ondertekenaar bevestigd.") && !out.contains("\nOndertekenaar bevestigd."), "{out}");
}

#[test]
fn a_signature_in_another_name_than_the_assessors_is_told_and_ones_own_is_known() {
    let desk = Desk::with_example();
    for name in ["a.  voorbeeld", "B. Lezer"] {
        desk.done(&["identity", "new", name, "--passphrase-env", "ZIN"]);
    }
    let report = |out: &str, name: &str| {
        desk.run(&["report", "a.trede", "--out", out, "--identity", name, "--passphrase-env", "ZIN"])
    };
    // Written otherwise, the same name.
    assert_eq!(report("a.pdf", "a.  voorbeeld").err, "");
    let told = report("b.pdf", "B. Lezer");
    let warning = "De handtekening staat op naam van B. Lezer; als beoordelaar noemt het rapport A. Voorbeeld.";
    assert!(told.code == 0 && told.err.starts_with(warning), "{told:?}");
    assert!(desk.done(&["verify", "b.pdf"]).contains("Dit is uw eigen handtekening."));
    assert_eq!(desk.json(&["verify", "b.pdf"]).1["signatures"][0]["own"], true);
    desk.write("r.pdf", &crate::example::REPORT);
    assert!(!desk.done(&["verify", "r.pdf"]).contains("uw eigen handtekening"));
    assert_eq!(desk.json(&["verify", "r.pdf"]).1["signatures"][0]["own"], false);
}
