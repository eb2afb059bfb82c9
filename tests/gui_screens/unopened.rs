//! A file that cannot be opened: why, and the ways out, each in one step.

use std::fs;

use eframe::egui::Key;
use egui_kittest::kittest::Queryable as _;
use trede::storage::{Access, TredeFile, backup};

use super::Desk;

pub(super) const FILE: &str = "Voorbeeldbank.trede";

/// The example, judged on once more and closed.
pub(super) fn closed() -> Desk {
    let mut desk = Desk::with_example(&[]);
    desk.key(Key::N);
    desk.ctrl(Key::W);
    assert_eq!(backup::list(&desk.path(FILE)).len(), 1);
    desk
}

pub(super) fn open(desk: &mut Desk) {
    let (path, ctx) = (desk.path(FILE), desk.harness.ctx.clone());
    desk.window().open(&ctx, &path);
    desk.harness.run();
}

pub(super) fn damage(desk: &Desk) {
    let mut bytes = fs::read(desk.path(FILE)).unwrap();
    bytes[2 * 4096..3 * 4096].fill(0xAA);
    fs::write(desk.path(FILE), bytes).unwrap();
}

#[test]
fn a_damaged_file_is_put_back_from_its_backup_with_one_press() {
    let mut desk = closed();
    let count = backup::list(&desk.path(FILE))[0].count;
    damage(&desk);
    open(&mut desk);
    desk.wait("is beschadigd of afgebroken");
    desk.wait("krijgt een andere naam en blijft bewaard");
    desk.harness.get_by_label_contains("Terugzetten: tot en met ").click();
    desk.wait("is teruggezet, met ");
    let session = desk.window().session().expect("it is open");
    assert_eq!(session.log().len() as u64, count);
    assert!(desk.path("Voorbeeldbank-vervangen.trede").exists());
}

#[test]
fn without_a_backup_what_can_be_read_is_saved_beside_it() {
    let mut desk = closed();
    fs::remove_dir_all(backup::folder(&desk.path(FILE))).unwrap();
    let forger = rusqlite::Connection::open(desk.path(FILE)).unwrap();
    let last: u32 = forger.query_row("SELECT max(seq) FROM events", [], |row| row.get(0)).unwrap();
    forger.execute("UPDATE events SET actor = 'x' WHERE seq = ?1", [last]).unwrap();
    drop(forger);
    open(&mut desk);
    desk.wait("Er zijn geen reservekopieën van");
    desk.press_and_wait("Redden in een nieuw bestand", &format!("Verloren: gebeurtenis {last}."));
    assert_eq!(desk.window().session().expect("it is open").log().len() as u32, last - 1);
    // What was lost is not told as something that went well.
    desk.ctrl(Key::M);
    assert!(desk.shows("· probleem") && !desk.shows("· gedaan"));
    assert!(desk.path("Voorbeeldbank-gered.trede").exists());
}

#[test]
fn a_file_that_another_program_has_can_be_looked_at() {
    let mut desk = closed();
    let other = TredeFile::open(&desk.path(FILE), Access::Write, "B. Tweede").unwrap();
    open(&mut desk);
    desk.wait("is al in gebruik door B. Tweede");
    desk.press("Alleen bekijken");
    assert_eq!(desk.window().session().expect("it is open").access(), Access::Read);
    assert!(desk.shows("alleen-lezen"));
    assert!(desk.shows("Alleen bekijken: in dit bestand kan nu niets worden gewijzigd."));
    // What cannot be done is not offered.
    for name in ["Toelichting bij I.3.1", "Neem over wat volgt", "Bestand toevoegen", "I.3.1: meer oordelen"] {
        assert!(desk.harness.query_by_label(name).is_none(), "{name}");
    }
    assert!(desk.shows("Toelichting en bewijs"));
    drop(other);
}

#[test]
fn what_was_never_an_assessment_is_told_in_one_sentence() {
    let mut desk = closed();
    fs::remove_dir_all(backup::folder(&desk.path(FILE))).unwrap();
    fs::write(desk.path(FILE), "een brief").unwrap();
    open(&mut desk);
    desk.wait("is geen beoordeling van Trede");
    assert!(!desk.shows("Deze beoordeling kan niet worden geopend"));
}

#[test]
fn a_backup_that_cannot_be_made_is_told_and_nothing_is_lost() {
    let mut desk = closed();
    // Where the folder would be lies something else.
    fs::remove_dir_all(backup::folder(&desk.path(FILE))).unwrap();
    fs::write(backup::folder(&desk.path(FILE)), "geen map").unwrap();
    open(&mut desk);
    desk.wait("Er kon geen reservekopie worden gemaakt. Uw beoordeling zelf is wel bewaard.");
    desk.window().session().expect("it is open").flush().expect("it is stored");
}
