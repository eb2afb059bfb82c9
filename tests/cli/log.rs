//! `trede log`.

use serde_json::json;

use super::desk::{Desk, keys};

#[test]
fn the_log_tells_what_was_done_and_its_chain_holds() {
    let desk = Desk::with_example();
    let (code, log) = desk.json(&["log", "a.trede"]);
    assert_eq!((code, keys(&log)), (0, vec!["count", "entries", "sha256"]));
    let entries = log["entries"].as_array().unwrap();
    assert_eq!((log["count"].as_u64(), entries.len()), (Some(2), 2));
    assert_eq!(keys(&entries[0]), ["actor", "at", "event", "hash", "seq"]);
    assert_eq!([&entries[0]["actor"], &entries[1]["actor"]], ["proef", "A. Voorbeeld"]);
    assert_eq!(entries[1]["hash"], log["sha256"]);
    let out = desk.done(&["log", "a.trede"]);
    assert!(out.contains("uitwisselbestand overgenomen"), "{out}");
    let hash = log["sha256"].as_str().unwrap();
    assert_eq!(
        desk.done(&["log", "a.trede", "--verify"]),
        format!("Het logboek klopt: 2 gebeurtenissen, controlegetal {hash}.\n")
    );
    assert_eq!(desk.json(&["log", "a.trede", "--verify"]), (0, json!({"intact": true, "count": 2, "sha256": hash})));
}

#[test]
fn a_final_assessment_is_opened_again_with_a_reason_that_the_log_keeps() {
    let desk = Desk::with_example();
    desk.refused(&["reopen", "a.trede", "--reason", "Nieuw stuk."], "refused");
    desk.done(&["finalize", "a.trede", "--perspective", "supervisor"]);
    desk.refused(&["import", "a.trede", "voorbeeld.ron"], "refused");
    desk.refused(&["reopen", "a.trede"], "usage");
    desk.refused(&["reopen", "a.trede", "--reason", " "], "refused");
    let out = desk.done(&["reopen", "a.trede", "--reason", "Nieuw stuk."]);
    assert_eq!(out, "De beoordeling (toezichthouder) is weer open. De reden staat in het logboek.\n");
    assert!(desk.done(&["log", "a.trede"]).contains("Nieuw stuk."));
    assert_eq!(desk.json(&["finalize", "a.trede", "--perspective", "supervisor"]).0, 0);
    let answer = json!({"perspective": "supervisor", "final": false});
    assert_eq!(desk.json(&["reopen", "a.trede", "--reason", "Toch niet."]), (0, answer));
}

#[test]
fn a_log_is_held_against_what_was_handed_out() {
    let desk = Desk::with_example();
    desk.done(&["export", "a.trede", "--format", "json", "--out", "uit.json"]);
    desk.done(&["report", "a.trede", "--out", "r.pdf", "--unsigned"]);
    desk.done(&["finalize", "a.trede", "--perspective", "supervisor"]);
    let against = |file: &'static str, other: &'static str| ["log", file, "--verify", "--against", other];
    // A log that has grown still holds what it held.
    desk.done(&against("a.trede", "uit.json"));
    desk.done(&against("a.trede", "r.pdf"));
    desk.new_assessment("ander.trede");
    let out = desk.findings(&against("ander.trede", "r.pdf"));
    assert!(out.contains("2 gebeurtenissen"), "{out}");
    let (code, found) = desk.json(&against("ander.trede", "uit.json"));
    assert_eq!((code, &found["intact"], keys(&found)), (1, &json!(false), vec!["intact", "reason"]));
    desk.refused(&against("a.trede", "voorbeeld.ron"), "usage");
    desk.refused(&against("a.trede", "nergens"), "missing");
    desk.write("brief.txt", b"Beste lezer");
    desk.refused(&against("a.trede", "brief.txt"), "syntax");
    desk.write("leeg.pdf", b"%PDF-1.7\n");
    desk.refused(&against("a.trede", "leeg.pdf"), "usage");
    desk.refused(&["log", "a.trede", "--against", "uit.json"], "usage");
}

#[test]
fn a_log_that_was_changed_behind_our_back_is_named_and_its_file_not_used() {
    let desk = Desk::with_example();
    let change = |sql: &str| {
        let _ = std::fs::remove_file(desk.path("b.trede"));
        desk.new_assessment("b.trede");
        desk.done(&["import", "b.trede", "voorbeeld.ron"]);
        let database = rusqlite::Connection::open(desk.path("b.trede")).unwrap();
        assert_eq!(database.execute(sql, []).unwrap(), 1);
    };
    for sql in [
        "UPDATE events SET actor = 'iemand anders' WHERE seq = 2",
        "UPDATE events SET event = replace(event, '\"holds\"', '\"fails\"') WHERE seq = 2",
        "DELETE FROM events WHERE seq = 1",
        "UPDATE events SET seq = 3 WHERE seq = 2",
        "UPDATE framework SET text = CAST(text || ' ' AS BLOB)",
    ] {
        change(sql);
        let before = desk.read("b.trede");
        let (code, found) = desk.json(&["log", "b.trede", "--verify"]);
        assert_eq!((code, &found["intact"]), (1, &json!(false)), "{sql}");
        desk.findings(&["log", "b.trede", "--verify"]);
        for arguments in [&["score", "b.trede"][..], &["log", "b.trede"], &["import", "b.trede", "voorbeeld.ron"]] {
            desk.refused(arguments, "log");
        }
        assert!(desk.read("b.trede") == before, "{sql}");
    }
}
