//! A file that goes away or is replaced while it is open: one clear sentence, and nothing that was typed is lost.

use std::fs;
use std::time::{Duration, Instant};

use eframe::egui::{self, Key};
use trede::domain::{NormId, Verdict};
use trede::session::Session;
use trede::storage::Access;

use super::Desk;

pub(super) const GONE: &str = "is verplaatst of verwijderd. Alles staat nog in dit venster.";
pub(super) const REPLACED: &str = "Op de plaats van deze beoordeling ligt een ander bestand";

/// The window loses the focus and gets it back, as when the user was in a file manager.
pub(super) fn look_away(desk: &mut Desk) {
    for focused in [false, true] {
        desk.harness.input_mut().focused = focused;
        desk.harness.run();
    }
}

fn judge(desk: &mut Desk) -> NormId {
    desk.key(Key::N);
    desk.window().chosen().expect("a norm").clone()
}

fn copied(desk: &mut Desk) -> Session {
    desk.ctrl(Key::W);
    Session::open(&desk.path("kopie.trede"), Access::Write, "Test").expect("a whole assessment")
}

#[test]
fn a_file_that_was_deleted_is_noticed_when_the_window_is_looked_at_again() {
    let mut desk = Desk::with_example(&["kopie.trede"]);
    desk.harness.run();
    fs::remove_file(desk.path("Voorbeeldbank.trede")).unwrap();
    assert!(!desk.shows(GONE));
    look_away(&mut desk);
    desk.wait(GONE);
    let norm = judge(&mut desk);
    desk.press_and_wait("Kopie bewaren …", "Alles is bewaard. U gaat verder in ");
    assert!(!desk.shows(GONE));
    // What comes after goes there too.
    desk.key(Key::R);
    desk.harness.event(egui::Event::Text(" Later getypt.".to_owned()));
    desk.harness.run();
    let perspective = desk.window().perspective();
    let session = copied(&mut desk);
    let finding = session.sheet(perspective).finding(norm.as_str());
    assert_eq!(finding.verdict, Verdict::Fails);
    assert!(finding.rationale.ends_with(" Later getypt."), "{}", finding.rationale);
    assert_eq!(session.assessment().cover.subject, "Voorbeeldbank N.V.");
}

#[test]
fn a_file_that_was_replaced_is_not_written_to() {
    let mut desk = Desk::with_example(&[]);
    let path = desk.path("Voorbeeldbank.trede");
    desk.harness.run();
    fs::write(desk.path("ander"), "van een ander").unwrap();
    fs::rename(desk.path("ander"), &path).unwrap();
    let norm = judge(&mut desk);
    desk.wait(REPLACED);
    let typed = desk.path("kopie.trede").display().to_string();
    desk.fill("Kopie bewaren als: typ een pad", &typed);
    desk.press_and_wait("Kopie bewaren als: neem het getypte pad", "Alles is bewaard.");
    assert_eq!(fs::read_to_string(&path).unwrap(), "van een ander");
    let perspective = desk.window().perspective();
    let session = copied(&mut desk);
    assert_eq!(session.sheet(perspective).verdict(norm.as_str()), Verdict::Fails);
}

#[test]
fn a_copy_never_goes_over_another_file_and_a_file_that_comes_back_is_used_again() {
    let mut desk = Desk::with_example(&["kopie.trede"]);
    let path = desk.path("Voorbeeldbank.trede");
    fs::write(desk.path("kopie.trede"), "van een ander").unwrap();
    fs::rename(&path, desk.path("weg.trede")).unwrap();
    let norm = judge(&mut desk);
    desk.wait(GONE);
    desk.press_and_wait("Kopie bewaren …", "bestaat al en wordt niet overschreven");
    assert_eq!(fs::read_to_string(desk.path("kopie.trede")).unwrap(), "van een ander");
    assert!(desk.shows(GONE));
    fs::rename(desk.path("weg.trede"), &path).unwrap();
    desk.press("Opnieuw proberen");
    let late = Instant::now() + Duration::from_secs(60);
    while desk.shows(GONE) {
        assert!(Instant::now() < late, "it is never stored");
        desk.harness.step();
    }
    let perspective = desk.window().perspective();
    desk.ctrl(Key::W);
    let session = Session::open(&path, Access::Write, "Test").expect("a whole assessment");
    assert_eq!(session.sheet(perspective).verdict(norm.as_str()), Verdict::Fails);
}

/// A finding from when the clock stood years earlier.
pub(super) fn set_the_clock_back(desk: &mut Desk) {
    let stamp = trede::session::Stamp { at: "2001-02-03T04:05:06+01:00".to_owned(), actor: "Test".to_owned() };
    let (perspective, norm) = (desk.window().perspective(), NormId::new("I.5.1"));
    let finding = trede::domain::Finding::bare(Verdict::Holds);
    let command = trede::domain::Command::Find { perspective, norm, finding, continues: false };
    let session = desk.window().session().expect("it is open");
    session.execute(command, &stamp).expect("it is recorded");
    session.flush().expect("it is stored");
}

#[test]
fn a_clock_that_was_set_back_is_said_in_the_log_and_changes_no_order() {
    let mut desk = Desk::with_example(&[]);
    set_the_clock_back(&mut desk);
    desk.go_to("Logboek");
    assert!(desk.shows("de klok stond hier eerder dan bij de gebeurtenis ervoor"));
    assert!(desk.shows("de keten van controlegetallen klopt van de eerste tot de laatste"));
}
