//! `trede backup`, `trede restore` and `trede salvage`, as a user meets them.

use serde_json::json;

use super::desk::Desk;

/// A page in the middle is destroyed.
fn damage(desk: &Desk, name: &str, page: usize) {
    let mut bytes = desk.read(name);
    bytes[page * 4096..(page + 1) * 4096].fill(0xAA);
    desk.write(name, &bytes);
}

#[test]
fn a_damaged_assessment_is_put_back_in_one_step() {
    let desk = Desk::with_example();
    let (_, listed) = desk.json(&["backup", "a.trede", "--list"]);
    assert_eq!((listed["backups"].as_array().unwrap().len(), &listed["made"]), (1, &json!(null)));
    let score = desk.done(&["score", "a.trede"]);
    damage(&desk, "a.trede", 2);
    let said = desk.refused(&["score", "a.trede"], "damaged");
    assert!(said.contains("trede restore") && said.contains("trede salvage"), "{said}");
    let out = desk.done(&["restore", "a.trede"]);
    assert!(out.contains("a.trede is teruggezet, met 2 gebeurtenissen") && out.contains("a-vervangen.trede"), "{out}");
    assert_eq!(desk.done(&["score", "a.trede"]), score);
    // Once more there is nothing to do, and nothing is done.
    let said = desk.refused(&["restore", "a.trede"], "usage");
    assert!(said.contains("bevat alles wat in de reservekopie staat") && said.contains("--set-aside"), "{said}");
    desk.new_assessment("leeg.trede");
    desk.refused(&["restore", "leeg.trede"], "missing");
    assert!(desk.done(&["backup", "leeg.trede", "--list"]).contains("geen reservekopieën"));
    assert!(desk.done(&["backup", "leeg.trede"]).contains("Reservekopie gemaakt: "));
}

#[test]
fn going_back_to_an_older_backup_is_asked_for_and_says_what_it_sets_aside() {
    let desk = Desk::with_example();
    let made = std::fs::read_dir(desk.path("a.trede-backups")).unwrap().next().unwrap().unwrap().path();
    let made = made.to_str().unwrap();
    desk.done(&["finalize", "a.trede", "--perspective", "supervisor"]);
    let said = desk.refused(&["restore", "a.trede", "--backup", made], "usage");
    assert!(said.contains("heeft 1 gebeurtenis meer dan de reservekopie"), "{said}");
    let report = ["report", "a.trede", "--out", "r.pdf", "--unsigned"];
    desk.done(&report);
    let (code, done) = desk.json(&["restore", "a.trede", "--backup", made, "--set-aside"]);
    assert_eq!((code, &done["count"], &done["aside"]), (0, &json!(2), &json!("a-vervangen.trede")));
    assert!(desk.done(&["log", "a-vervangen.trede", "--verify"]).contains("3 gebeurtenissen"));
    // What was handed out meanwhile tells that this is not all.
    let said = desk.findings(&["log", "a.trede", "--verify", "--against", "r.pdf"]);
    assert!(said.contains("komt niet overeen met de stand van 3 gebeurtenissen"), "{said}");
}

#[test]
fn what_is_salvaged_says_what_is_missing() {
    let desk = Desk::with_example();
    std::fs::remove_dir_all(desk.path("a.trede-backups")).unwrap();
    let database = rusqlite::Connection::open(desk.path("a.trede")).unwrap();
    database.execute("UPDATE events SET actor = 'iemand anders' WHERE seq = 2", []).unwrap();
    drop(database);
    let out = desk.findings(&["salvage", "a.trede", "--out", "gered.trede"]);
    assert!(out.contains("met 1 gebeurtenis waarvan") && out.contains("Verloren: gebeurtenis 2."), "{out}");
    assert!(desk.done(&["log", "gered.trede", "--verify"]).contains("1 gebeurtenis"));
    desk.refused(&["salvage", "a.trede", "--out", "gered.trede"], "exists");
    desk.refused(&["salvage", "a.trede", "--out", "a.trede"], "exists");
    let (code, found) = desk.json(&["salvage", "a.trede", "--out", "nog.trede"]);
    assert_eq!((code, &found["kept"], &found["lost"], &found["end_seen"]), (1, &json!(1), &json!([2]), &json!(true)));
    desk.write("brief.txt", b"Beste lezer");
    let said = desk.refused(&["salvage", "brief.txt", "--out", "x.trede"], "nothing");
    assert!(said.contains("niets leesbaars"), "{said}");
    desk.new_assessment("b.trede");
    assert!(desk.done(&["salvage", "b.trede", "--out", "c.trede"]).contains("Er ontbreekt niets"));
}
