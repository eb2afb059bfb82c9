//! `trede attach` and `trede attached`.

use serde_json::json;

use crate::cli::desk::Desk;

/// SHA-256 of `abc`.
const ABC: &str = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

fn desk() -> Desk {
    let desk = Desk::with_example();
    desk.write("brief.txt", b"abc");
    desk
}

#[test]
fn a_file_is_attached_listed_and_written_again() {
    let desk = desk();
    let attach = ["attach", "a.trede", "IV.3.2", "brief.txt"];
    assert_eq!(desk.done(&attach).replace('\u{A0}', " "), "Bijgevoegd bij IV.3.2: brief.txt (3 bytes)\n");
    assert_eq!(desk.done(&attach).replace('\u{A0}', " "), "Dit bestand stond al bij IV.3.2: brief.txt (3 bytes)\n");
    let file = json!({"name": "brief.txt", "sha256": ABC, "size": 3});
    let answer = json!({"perspective": "supervisor", "norm": "IV.3.2", "attached": [file], "new": false});
    assert_eq!(desk.json(&attach), (0, answer));
    let listed = desk.done(&["attached", "a.trede"]).replace('\u{A0}', " ");
    assert_eq!(listed, format!("IV.3.2   brief.txt (3 bytes)  {ABC}\n"));
    let (_, listed) = desk.json(&["attached", "a.trede"]);
    assert_eq!(
        listed["attached"][0],
        json!({"norm": "IV.3.2", "name": "brief.txt", "sha256": ABC, "size": 3, "here": true, "internal": false})
    );
    let extract = ["attached", "a.trede", "--extract", "BA7816BF", "--out", "uit.txt"];
    assert_eq!(desk.done(&extract), "Geschreven: uit.txt\n");
    assert_eq!(desk.read("uit.txt"), b"abc");
    desk.refused(&extract, "exists");
    desk.done(&[&extract[..], &["--force"]].concat());
    desk.refused(&["attached", "a.trede", "--extract", "ba7816bf", "--out", "./a.trede", "--force"], "usage");
    // The score and its explanation are what they were.
    assert_eq!(desk.json(&["score", "a.trede"]), desk.json(&["score", "voorbeeld.ron"]));
}

#[test]
fn every_side_has_files_of_its_own() {
    let desk = desk();
    let said = desk.done(&["attach", "a.trede", "I.3.1", "brief.txt", "voorbeeld.ron", "--perspective", "reviewer"]);
    assert_eq!(said.lines().count(), 2);
    assert_eq!(desk.done(&["attached", "a.trede"]), "Er zijn geen bestanden bijgevoegd.\n");
    assert_eq!(desk.done(&["attached", "a.trede", "--perspective", "reviewer"]).lines().count(), 2);
}

#[test]
fn what_is_marked_as_internal_stays_out_of_what_is_exported_until_the_mark_is_taken_off() {
    let desk = desk();
    desk.done(&["attach", "a.trede", "I.3.1", "brief.txt"]);
    let finding = |desk: &Desk| {
        let exported: serde_json::Value =
            serde_json::from_str(&desk.done(&["export", "a.trede", "--format", "json"])).unwrap();
        exported["answers"]["I.3.1"].clone()
    };
    let whole = finding(&desk);
    let reference = whole["evidence"][0].as_str().unwrap().to_owned();
    let mark = ["internal", "a.trede", "I.3.1", "--rationale", "--evidence", &reference, "--attached", "BA7816BF"];
    let said = desk.done(&mark).replace('\u{A0}', " ");
    let lines = format!(
        "Intern bij I.3.1: de toelichting\nIntern bij I.3.1: bewijs ‘{reference}’\nIntern bij I.3.1: bestand brief.txt (3 bytes)\n"
    );
    assert_eq!(said, lines);
    let outside = finding(&desk);
    assert_eq!(outside["withheld"], json!(["rationale", "evidence", "attached"]), "{outside}");
    assert!(outside["rationale"].is_null() && !outside.to_string().contains(&reference), "{outside}");
    // A second time nothing is recorded.
    let before = desk.json(&["log", "a.trede"]);
    let marked = json!({"perspective": "supervisor", "norm": "I.3.1", "rationale": true, "evidence": [reference], "attached": [ABC]});
    assert_eq!(desk.json(&mark), (0, marked));
    assert_eq!(desk.json(&["log", "a.trede"]), before);
    // Where one thing is not there, nothing is done.
    desk.refused(&["internal", "a.trede", "I.3.1"], "usage");
    desk.refused(&["internal", "a.trede", "IV.9.9", "--rationale"], "refused");
    desk.refused(&["internal", "a.trede", "IV.3.2", "--rationale", "--evidence", "iets anders"], "usage");
    desk.refused(&["internal", "a.trede", "IV.3.2", "--rationale", "--attached", "ba7816bf"], "usage");
    desk.refused(&["internal", "a.trede", "I.3.1", "--rationale", "--attached", "ba7816b", "--undo"], "usage");
    assert_eq!(desk.json(&["log", "a.trede"]), before);
    assert_eq!(desk.done(&[&mark[..], &["--undo"]].concat()), "Bij I.3.1 is niets intern.\n");
    assert_eq!(finding(&desk), whole);
}

#[test]
fn what_cannot_be_attached_or_written_is_refused_in_a_sentence() {
    let desk = desk();
    let before = desk.json(&["log", "a.trede"]);
    desk.refused(&["attach", "a.trede", "IV.9.9", "brief.txt"], "refused");
    desk.refused(&["attach", "a.trede", "IV.3.2", "weg.txt"], "missing");
    desk.refused(&["attach", "a.trede", "IV.3.2", "."], "other");
    desk.refused(&["attach", "a.trede", "IV.3.2"], "usage");
    desk.refused(&["attach", "voorbeeld.ron", "IV.3.2", "brief.txt"], "not-trede");
    std::fs::File::create(desk.path("groot.bin")).unwrap().set_len(50_000_001).unwrap();
    let sentence = desk.refused(&["attach", "a.trede", "IV.3.2", "brief.txt", "groot.bin"], "attach-too-large");
    assert!(
        sentence.replace('\u{A0}', " ").starts_with("groot.bin is groter dan 50 MB. Er is niets bijgevoegd."),
        "{sentence}"
    );
    assert!(desk.json(&["log", "a.trede"]) == before, "something was taken in");
    let kept = rusqlite::Connection::open(desk.path("a.trede")).unwrap();
    let kept: i64 =
        kept.query_row("SELECT count(*) FROM sqlite_schema WHERE name = 'attachments'", [], |row| row.get(0)).unwrap();
    assert_eq!(kept, 0, "not even a place was made");
    desk.done(&["attach", "a.trede", "IV.3.2", "brief.txt"]);
    for start in ["ba7816b", "00000000", ""] {
        desk.refused(&["attached", "a.trede", "--extract", start, "--out", "uit.txt"], "usage");
    }
    desk.refused(&["attached", "a.trede", "--extract", ABC], "usage");
    desk.refused(&["attached", "a.trede", "--out", "uit.txt"], "usage");
    desk.done(&["finalize", "a.trede", "--perspective", "supervisor"]);
    desk.refused(&["attach", "a.trede", "IV.3.2", "voorbeeld.ron"], "refused");
    assert!(!desk.path("uit.txt").exists());
}

#[test]
fn a_name_that_came_with_an_exchange_file_is_said_to_have_no_file() {
    let desk = desk();
    desk.done(&["attach", "a.trede", "IV.3.2", "brief.txt"]);
    desk.done(&["export", "a.trede", "--format", "ron", "--out", "uit.ron"]);
    desk.new_assessment("b.trede");
    desk.done(&["import", "b.trede", "uit.ron"]);
    let listed = desk.done(&["attached", "b.trede"]);
    assert!(listed.trim_end().ends_with(&format!("{ABC}  bestand niet in dit dossier")), "{listed}");
    let extract = ["attached", "b.trede", "--extract", &ABC[..8], "--out", "uit.txt"];
    assert!(desk.refused(&extract, "attach-not-here").contains("alleen de naam kwam mee"));
    assert_eq!(desk.json(&["attached", "b.trede"]).1["attached"][0]["here"], json!(false));
    // Attaching the file itself mends that.
    desk.done(&["attach", "b.trede", "I.3.1", "brief.txt"]);
    desk.done(&extract);
}
