//! `trede framework diff`, `trede migrate`, and frameworks that claim to be another.

use serde_json::json;
use trede::storage::{Access, TredeFile, framework_file, shipped};

use super::{NEW, OLD, edited};
use crate::cli::desk::{Desk, FRAMEWORK, keys};

const EMBEDDED: &str = shipped::ALL[0].text;

/// A desk with both versions as files and an assessment under the first, in which everything was answered.
fn desk() -> Desk {
    let desk = Desk::new();
    desk.write("oud.ron", OLD.as_bytes());
    desk.write("nieuw.ron", NEW.as_bytes());
    desk.done(&["new", "bank.trede", "--framework", "oud.ron", "--subject", "Bank", "--period", "2026"]);
    let answers = r#"(format: 1, framework: "klein", subject: (name: "Bank"), period: "2026", perspective: "supervisor",
        answers: {"I.5.1": "fails", "I.3.1": (verdict: "holds", rationale: "Elke maand."), "I.1.1": "fails", "I.5.2": "holds",
        "II.5.1": "fails", "II.3.1": (verdict: "fails", rationale: "Nee."), "II.1.1": "fails", "II.3.2": "holds",
        "II.1.2": "fails", "III.3.1": "holds"}, settlements: {"III": (level: 3, rationale: "Zo.")})"#;
    desk.write("antwoorden.ron", answers.as_bytes());
    let framework = ["import", "bank.trede", "antwoorden.ron"];
    desk.done(&framework);
    desk
}

#[test]
fn a_diff_ends_with_one_when_something_differs_and_with_nought_when_nothing_does() {
    let desk = desk();
    let out = desk.findings(&["framework", "diff", "oud.ron", "nieuw.ron"]);
    for told in [
        "klein  1.0.0\n",
        "klein  2.0.0\n",
        "Normen: 8 gelijk, 1 gewijzigd, 1 nieuw, 2 vervallen.\n",
        "Dezelfde antwoorden kunnen een andere score geven (6):\n",
        "  Norm II.5.2 is nieuw: Het wordt *altijd* bewaard.\n",
        "  Norm I.3.1, tekst (nl):\n      - Het gebeurt *vaak*.\n      + Het gebeurt *meestal*.\n",
        "  Norm I.3.1, nadruk (nl): weg: vaak; erbij: meestal\n",
        "Het nummer 2.0.0 past bij deze verschillen.\n",
    ] {
        assert!(out.contains(told), "{told} in {out}");
    }
    assert!(desk.done(&["framework", "diff", "oud.ron", "oud.ron"]).ends_with("\nGeen verschillen.\n"));
    desk.write("kopie.ron", format!("// een kopie\n{OLD}").as_bytes());
    let out = desk.done(&["framework", "diff", "oud.ron", "kopie.ron"]);
    assert!(out.contains("alleen de schrijfwijze"), "{out}");
    assert!(desk.done(&["framework", "diff", FRAMEWORK, FRAMEWORK]).contains("Geen verschillen."));
    let english = desk.run(&["framework", "diff", "oud.ron", "nieuw.ron", "--lang", "en"]);
    assert!(english.out.contains("Norms: 8 the same, 1 changed, 1 new, 2 removed.\n"), "{english:?}");
}

#[test]
fn a_diff_as_json_gives_every_difference_with_its_effect() {
    let desk = desk();
    let (code, diff) = desk.json(&["framework", "diff", "oud.ron", "nieuw.ron"]);
    assert_eq!(code, 1);
    assert_eq!(keys(&diff), ["advice", "cautions", "differences", "from", "judge_anew", "norms", "to"]);
    assert_eq!(diff["norms"]["removed"], json!(["II.1.2", "III.3.1"]));
    assert_eq!(diff["judge_anew"], json!(["I.3.1"]));
    assert_eq!(diff["advice"], json!({"raise": "major", "fits": true, "version": "2.0.0"}));
    let first = &diff["differences"][0];
    assert_eq!(keys(first), ["after", "before", "effect", "field", "id", "language", "subject"]);
    assert_eq!([&first["subject"], &first["id"], &first["effect"]], ["part", "II", "score"]);
    desk.write("zelfde.ron", edited("*vaak*", "*soms*").as_bytes());
    let (_, diff) = desk.json(&["framework", "diff", "oud.ron", "zelfde.ron"]);
    assert_eq!(diff["cautions"][0]["code"], "same-version");
    assert_eq!(diff["advice"], json!({"raise": "minor", "fits": false, "version": "1.1.0"}));
    let (_, diff) = desk.json(&["framework", "diff", "oud.ron", FRAMEWORK]);
    assert_eq!([&diff["cautions"][0]["code"], &diff["advice"]], [&json!("other-framework"), &json!(null)]);
}

#[test]
fn a_diff_of_what_cannot_be_read_is_refused() {
    let desk = desk();
    desk.refused(&["framework", "diff", "oud.ron"], "usage");
    desk.refused(&["framework", "diff", "oud.ron", "nergens"], "usage");
    desk.refused(&["framework", "diff", "oud.ron", "antwoorden.ron"], "missing-field");
    desk.write("kapot.ron", edited("twin: \"I.3.2\"", "twin: \"I.5.2\"").as_bytes());
    assert!(desk.refused(&["framework", "diff", "oud.ron", "kapot.ron"], "twin").contains("kapot.ron:"));
}

#[test]
fn a_dry_run_shows_both_scores_and_writes_nothing() {
    let desk = desk();
    let (names, before) = (desk.names(), desk.read("bank.trede"));
    let dry = ["migrate", "bank.trede", "--to", "nieuw.ron", "--dry-run"];
    let out = desk.done(&dry);
    for told in [
        "Bank, 2026: van versie 1.0.0 naar versie 2.0.0 van klein\n",
        "Perspectief toezichthouder: 8 antwoorden behouden, 1 opnieuw te beoordelen, 2 vervallen, 1 nieuwe norm.\n",
        "    III     3               vervallen\n",
        "  I.3.1: was voldaan\n",
        "Nieuwe normen, nog zonder antwoord: II.5.2\n",
        "  III.3.1, vervallen norm (toezichthouder): voldaan\n",
        "  III, vervallen onderdeel (toezichthouder): ",
        "\nEr is niets geschreven.\n",
    ] {
        assert!(out.contains(told), "{told} in {out}");
    }
    let (_, planned) = desk.json(&dry);
    assert_eq!(keys(&planned), ["cautions", "differences", "dry_run", "file", "from", "perspectives", "to"]);
    let side = &planned["perspectives"][0];
    assert_eq!(
        keys(side),
        ["after", "before", "judge_anew", "kept", "new", "perspective", "removed", "settlements", "was_final"]
    );
    assert_eq!(side["judge_anew"][0]["rationale"], "Elke maand.");
    let answers = side["kept"].as_array().unwrap().len() + 1 + 2;
    assert_eq!((answers, side["removed"].as_array().unwrap().len()), (11, 3));
    assert_eq!(side["before"]["total"], desk.json(&["score", "bank.trede"]).1["total"]);
    assert_eq!((desk.names(), desk.read("bank.trede")), (names, before));
}

#[test]
fn a_migration_leaves_the_old_file_as_it_is_to_the_byte() {
    let desk = desk();
    desk.done(&["finalize", "bank.trede", "--perspective", "supervisor"]);
    let before = desk.read("bank.trede");
    let (_, planned) = desk.json(&["migrate", "bank.trede", "--to", "nieuw.ron", "--dry-run"]);
    let out = desk.done(&["migrate", "bank.trede", "--to", "nieuw.ron"]);
    assert!(out.contains("blijft dat. De kopie is niet definitief.\n"), "{out}");
    assert!(out.ends_with("Overgezet naar bank-2.0.0.trede. bank.trede is niet gewijzigd.\n"), "{out}");
    assert_eq!(desk.read("bank.trede"), before);
    assert_eq!(desk.names(), ["antwoorden.ron", "bank-2.0.0.trede", "bank.trede", "nieuw.ron", "oud.ron"]);
    assert_eq!(desk.json(&["score", "bank-2.0.0.trede"]).1, planned["perspectives"][0]["after"]);
    assert!(desk.done(&["log", "bank-2.0.0.trede", "--verify"]).starts_with("Het logboek klopt: 1 gebeurtenis,"));
    let log = desk.done(&["log", "bank-2.0.0.trede"]);
    let (_, old) = desk.json(&["log", "bank.trede", "--verify"]);
    assert!(log.contains(old["sha256"].as_str().unwrap()), "{log}");
    assert!(log.contains("III.3.1, vervallen norm (toezichthouder): voldaan → vervallen\n"), "{log}");
    // Its copy can be changed, and the log of the copy goes on.
    desk.refused(&["import", "bank-2.0.0.trede", "antwoorden.ron"], "unknown-norm");
    let less = r#"(format: 1, framework: "klein", subject: (name: "Bank"), period: "2026", perspective: "supervisor",
        answers: {"I.3.1": "holds", "II.5.2": "fails"})"#;
    desk.write("rest.ron", less.as_bytes());
    desk.done(&["import", "bank-2.0.0.trede", "rest.ron"]);
    assert_eq!(desk.json(&["log", "bank-2.0.0.trede"]).1["count"], 2);
}

#[test]
fn nothing_is_overwritten_unasked_and_the_old_file_never() {
    let desk = desk();
    let before = desk.read("bank.trede");
    let migrate = |out: &'static str, more: &[&'static str]| {
        [&["migrate", "bank.trede", "--to", "nieuw.ron", "--out", out], more].concat()
    };
    desk.write("brief.txt", b"Beste lezer");
    desk.refused(&migrate("brief.txt", &[]), "exists");
    desk.refused(&migrate("brief.txt", &["--force"]), "not-trede");
    desk.refused(&migrate("./bank.trede", &["--force"]), "usage");
    desk.refused(&migrate("bank.trede", &[]), "exists");
    desk.refused(&migrate("nergens/x.trede", &[]), "missing");
    desk.done(&migrate("kopie.trede", &[]));
    let copy = desk.read("kopie.trede");
    desk.refused(&migrate("kopie.trede", &[]), "exists");
    assert_eq!(desk.read("kopie.trede"), copy);
    desk.done(&migrate("kopie.trede", &["--force"]));
    assert_eq!(desk.read("bank.trede"), before);
    assert_eq!(desk.read("brief.txt"), b"Beste lezer");
    assert_eq!(desk.names(), ["antwoorden.ron", "bank.trede", "brief.txt", "kopie.trede", "nieuw.ron", "oud.ron"]);
}

#[test]
fn the_same_and_another_framework_are_answered_with_a_sentence() {
    let desk = desk();
    let out = desk.done(&["migrate", "bank.trede", "--to", "oud.ron"]);
    assert!(out.starts_with("Deze beoordeling gebruikt dit normenkader al (versie 1.0.0, SHA-256 "), "{out}");
    let sentence = desk.refused(&["migrate", "bank.trede", "--to", FRAMEWORK], "usage");
    assert!(sentence.contains("klein") && sentence.contains(FRAMEWORK), "{sentence}");
    desk.refused(&["migrate", "bank.trede"], "usage");
    desk.refused(&["migrate", "bank.trede", "--to", "nergens.ron"], "usage");
    desk.refused(&["migrate", "weg.trede", "--to", "nieuw.ron"], "missing");
    desk.refused(&["migrate", "antwoorden.ron", "--to", "nieuw.ron"], "not-trede");
    desk.write("kapot.ron", NEW.replace("rung: 3", "rung: 9").as_bytes());
    desk.refused(&["migrate", "bank.trede", "--to", "kapot.ron"], "unknown-value");
    assert_eq!(desk.names(), ["antwoorden.ron", "bank.trede", "kapot.ron", "nieuw.ron", "oud.ron"]);
}

#[test]
fn a_damaged_file_and_one_in_use_are_refused_and_left_alone() {
    let desk = desk();
    let mut bytes = desk.read("bank.trede");
    let middle = bytes.len() / 2;
    bytes[middle..middle + 2000].fill(0x5A);
    desk.write("kapot.trede", &bytes);
    let answer = desk.run(&["migrate", "kapot.trede", "--to", "nieuw.ron"]);
    assert!(answer.code == 2 && answer.err.contains("kapot.trede"), "{answer:?}");
    assert_eq!(desk.read("kapot.trede"), bytes);
    let open = TredeFile::open(&desk.path("bank.trede"), Access::Write, "C. Dee").unwrap();
    let sentence = desk.refused(&["migrate", "bank.trede", "--to", "nieuw.ron"], "locked");
    assert!(sentence.contains("C. Dee"), "{sentence}");
    // Looking is allowed, as with every file in use.
    desk.done(&["migrate", "bank.trede", "--to", "nieuw.ron", "--dry-run"]);
    drop(open);
    assert_eq!(desk.names(), ["antwoorden.ron", "bank.trede", "kapot.trede", "nieuw.ron", "oud.ron"]);
}

#[test]
fn a_framework_that_claims_to_be_the_embedded_one_is_used_only_when_its_hash_is_named() {
    let desk = Desk::new();
    let (known, false_text) = (framework_file::sha256(EMBEDDED.as_bytes()), format!("// anders\n{EMBEDDED}"));
    let found = framework_file::sha256(false_text.as_bytes());
    desk.write("vals.ron", false_text.as_bytes());
    let out = desk.done(&["framework", "check", "vals.ron"]);
    assert!(out.contains(&known) && out.contains(&found), "{out}");
    let (_, checked) = desk.json(&["framework", "check", "vals.ron"]);
    assert_eq!(checked["warnings"][0]["code"], "other-content");

    let make = |more: &[&str]| {
        let base = ["new", "a.trede", "--framework", "vals.ron", "--subject", "Bank"];
        [&base, more].concat().iter().map(|each| (*each).to_owned()).collect::<Vec<_>>()
    };
    let refused = |arguments: Vec<String>, code: &str| {
        desk.refused(&arguments.iter().map(String::as_str).collect::<Vec<_>>(), code)
    };
    let sentence = refused(make(&[]), "other-content");
    assert!(sentence.contains(&known) && sentence.contains(&found), "{sentence}");
    assert!(sentence.contains(&format!("--accept-sha256 {}", &found[..8])), "{sentence}");
    for wrong in [&found[..7], &known[..8], "", "zzzzzzzz"] {
        refused(make(&["--accept-sha256", wrong]), "usage");
    }
    assert_eq!(desk.names(), ["vals.ron"]);
    desk.done(&make(&["--accept-sha256", &found[..8].to_uppercase()]).iter().map(String::as_str).collect::<Vec<_>>());

    // The same going from the embedded one to the file.
    desk.new_assessment("b.trede");
    let migrate = ["migrate", "b.trede", "--to", "vals.ron"];
    desk.refused(&migrate, "other-content");
    desk.done(&[&migrate[..], &["--accept-sha256", &found]].concat());
    assert_eq!(desk.names(), ["a.trede", "b-1.0.0.trede", "b.trede", "vals.ron"]);
}

#[test]
fn an_assessment_under_an_earlier_embedded_version_goes_to_the_latest_by_its_id() {
    let desk = Desk::new();
    desk.write("eerder.ron", EMBEDDED.replacen("version: \"1.0.0\"", "version: \"0.9.0\"", 1).as_bytes());
    desk.done(&["new", "a.trede", "--framework", "eerder.ron", "--subject", "Voorbeeldbank N.V.", "--period", "2026"]);
    desk.write(
        "voorbeeld.ron",
        trede::cli::EXAMPLE.replace("framework_version: \"1.0.0\"", "framework_version: \"0.9.0\"").as_bytes(),
    );
    desk.done(&["import", "a.trede", "voorbeeld.ron"]);
    let out = desk.done(&["migrate", "a.trede", "--to", FRAMEWORK]);
    assert!(out.contains("95 antwoorden behouden, 0 opnieuw te beoordelen, 0 vervallen, 0 nieuwe normen."), "{out}");
    let score = |file: &str| desk.json(&["score", file]).1["total"].clone();
    assert_eq!(score("a.trede"), score("a-1.0.0.trede"));
    desk.done(&["export", "a.trede", "--format", "ron", "--out", "uit.ron"]);
    desk.refused(&["import", "a-1.0.0.trede", "uit.ron"], "other-framework");
}
