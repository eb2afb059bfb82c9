//! What goes wrong: files that are damaged, gone, replaced, in use, older or of an older version; no dialogs, no backup, a
//! clock that was set back.

use std::fs;

use eframe::egui::Key;
use trede::domain::{Command, Cover, Finding, NormId, Perspective, Verdict};
use trede::gui::desk;
use trede::session::Session;
use trede::storage::{Access, TredeFile, backup, shipped};

use super::super::{Desk, gone, known, unopened};
use super::{Camera, Journey};

pub const JOURNEYS: &[Journey] =
    &[damaged, without_backup, in_use, file_gone, file_replaced, older, newer_version, no_dialogs, no_backup, clock];

fn damaged(camera: &mut Camera) {
    let mut desk = unopened::closed();
    unopened::damage(&desk);
    unopened::open(&mut desk);
    desk.wait("krijgt een andere naam en blijft bewaard");
    camera.take(&mut desk, "damaged");
}

fn without_backup(camera: &mut Camera) {
    let mut desk = unopened::closed();
    fs::remove_dir_all(backup::folder(&desk.path(unopened::FILE))).unwrap();
    let forger = rusqlite::Connection::open(desk.path(unopened::FILE)).unwrap();
    forger.execute("UPDATE events SET actor = 'x' WHERE seq = (SELECT max(seq) FROM events)", []).unwrap();
    drop(forger);
    unopened::open(&mut desk);
    desk.wait("Er zijn geen reservekopieën van");
    camera.take(&mut desk, "damaged-no-backup");
    desk.press_and_wait("Redden in een nieuw bestand", "Verloren: gebeurtenis");
    camera.take(&mut desk, "salvaged");
}

fn in_use(camera: &mut Camera) {
    let mut desk = unopened::closed();
    let other = TredeFile::open(&desk.path(unopened::FILE), Access::Write, "B. Tweede").unwrap();
    unopened::open(&mut desk);
    desk.wait("is al in gebruik door B. Tweede");
    camera.take(&mut desk, "in-use");
    desk.press("Alleen bekijken");
    camera.take(&mut desk, "read-only");
    drop(other);
}

fn file_gone(camera: &mut Camera) {
    let mut desk = Desk::with_example(&["kopie.trede"]);
    fs::remove_file(desk.path("Voorbeeldbank.trede")).unwrap();
    gone::look_away(&mut desk);
    desk.wait(gone::GONE);
    camera.take(&mut desk, "file-gone");
    desk.go_to("Overzicht");
    camera.take(&mut desk, "file-gone-overview");
}

fn file_replaced(camera: &mut Camera) {
    let mut desk = Desk::with_example(&[]);
    desk.harness.run();
    fs::write(desk.path("ander"), "van een ander").unwrap();
    fs::rename(desk.path("ander"), desk.path(unopened::FILE)).unwrap();
    desk.key(Key::N);
    desk.wait(gone::REPLACED);
    camera.take(&mut desk, "file-replaced");
}

fn older(camera: &mut Camera) {
    let mut desk = known::with_older_copy();
    known::open(&mut desk, "eerder.trede");
    assert!(desk.shows("Van deze beoordeling is er nog een exemplaar: "));
    camera.take(&mut desk, "older-copy");
    desk.ctrl(Key::W);
    fs::rename(desk.path("eerder.trede"), desk.path(unopened::FILE)).unwrap();
    unopened::open(&mut desk);
    assert!(desk.shows("Dit bestand is ouder dan wat u hier het laatst had"));
    camera.take(&mut desk, "older-file");
}

fn newer_version(camera: &mut Camera) {
    let earlier = shipped::ALL[0].text.replacen("version: \"1.0.0\"", "version: \"0.9.0\"", 1);
    let words = "neemt de verstrekker contact op met *klanten*";
    let earlier = earlier.replacen(words, "neemt de verstrekker contact op met *alle klanten*", 1);
    let mut desk = Desk::start(|_| {}, &[]);
    let (path, stamp) = (desk.path("bank.trede"), desk::stamp("A. Bee"));
    let cover = Cover { subject: "Bank".to_owned(), kvk: None, period: "2026".to_owned() };
    let mut session = Session::create(&path, earlier.as_bytes(), cover, &stamp).unwrap();
    let finding = Finding::because(Verdict::Holds, "Elke maand.");
    let (perspective, norm) = (Perspective::Supervisor, NormId::new("I.3.2"));
    session.execute(Command::Find { perspective, norm, finding, continues: false }, &stamp).unwrap();
    drop(session);
    let ctx = desk.harness.ctx.clone();
    desk.window().open(&ctx, &path);
    desk.harness.run();
    desk.go_to("Overzicht");
    camera.take(&mut desk, "newer-version");
    desk.press("Een kopie overzetten …");
    camera.take(&mut desk, "newer-version-form");
    desk.press_and_wait("Kopie maken en openen", "Overgezet naar");
    camera.take(&mut desk, "newer-version-done");
}

fn no_dialogs(camera: &mut Camera) {
    let mut desk = Desk::without_dialogs();
    desk.press("Voorbeeld proberen");
    desk.press("Menu");
    desk.press("Uitwisselbestand maken (RON) …");
    camera.take(&mut desk, "path-form");
}

fn no_backup(camera: &mut Camera) {
    let mut desk = unopened::closed();
    // Where the folder would be lies something else.
    fs::remove_dir_all(backup::folder(&desk.path(unopened::FILE))).unwrap();
    fs::write(backup::folder(&desk.path(unopened::FILE)), "geen map").unwrap();
    unopened::open(&mut desk);
    desk.wait("Er kon geen reservekopie worden gemaakt.");
    camera.take(&mut desk, "no-backup-made");
}

fn clock(camera: &mut Camera) {
    let mut desk = Desk::with_example(&[]);
    gone::set_the_clock_back(&mut desk);
    desk.go_to("Logboek");
    camera.take(&mut desk, "log-clock-back");
}
