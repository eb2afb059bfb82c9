//! Marking as internal in the window: boxes with names and keys, told in words, and stored at once.

use eframe::egui::Key;
use egui_kittest::kittest::Queryable as _;
use trede::domain::{Finding, NormId, Verdict};

use super::Desk;

const NORM: &str = "I.3.4";

fn finding(desk: &mut Desk) -> Finding {
    let side = desk.window().perspective();
    let session = desk.window().session().expect("an assessment");
    session.flush().expect("stored");
    session.sheet(side).finding(NORM)
}

fn type_into(desk: &mut Desk, name: &str, text: &str) {
    desk.harness.get_by_label(name).focus();
    desk.harness.run();
    desk.harness.get_by_label(name).type_text(text);
    desk.harness.run_steps(8);
    desk.harness.run();
}

#[test]
fn a_rationale_is_marked_by_its_box_or_a_key_and_says_so() {
    let mut desk = Desk::with_example();
    desk.jump(NORM);
    desk.press("Toelichting bij I.3.4 is intern");
    assert!(desk.shows("Intern: deze tekst gaat nooit mee in een rapport, tabel of uitwisselbestand."));
    // The mark is there before the text, so that no text is ever without it.
    assert!(finding(&mut desk).internal.rationale);
    type_into(&mut desk, "Toelichting bij I.3.4", "Van een tipgever.");
    let found = finding(&mut desk);
    assert_eq!((found.rationale.as_str(), found.internal.rationale), ("Van een tipgever.", true));
    desk.harness.key_press(Key::Escape);
    desk.harness.run();
    desk.harness.key_press(Key::H);
    desk.harness.run();
    assert!(!finding(&mut desk).internal.rationale && !desk.shows("Intern: deze tekst"));
    desk.ctrl(Key::Z);
    assert!(finding(&mut desk).internal.rationale && desk.shows("Intern: deze tekst"));
}

#[test]
fn a_reference_moves_to_the_internal_ones_and_back() {
    let mut desk = Desk::with_example();
    // All fields of the norm are in sight.
    desk.harness.set_size([1280.0, 1200.0].into());
    desk.jump(NORM);
    type_into(&mut desk, "Bewijs bij I.3.4, één verwijzing per regel", "beleid p. 4\nmail van een tipgever");
    desk.press("Bewijs ‘mail van een tipgever’ bij I.3.4 is intern");
    let found = finding(&mut desk);
    assert_eq!(found.evidence, ["beleid p. 4"]);
    assert_eq!(found.internal.evidence, ["mail van een tipgever"]);
    assert_eq!(
        desk.harness.get_by_label("Intern bewijs bij I.3.4").value().unwrap_or_default(),
        "mail van een tipgever"
    );
    // Typing on does not take the mark off.
    type_into(&mut desk, "Intern bewijs bij I.3.4", " (mei)");
    assert_eq!(finding(&mut desk).internal.evidence.concat().len(), "mail van een tipgever (mei)".len());
    let name = format!("Bewijs ‘{}’ bij I.3.4 is intern", finding(&mut desk).internal.evidence[0]);
    desk.press(&name);
    let found = finding(&mut desk);
    assert!(found.internal.is_empty());
    assert_eq!(found.evidence.len(), 2);
}

#[test]
fn a_key_leads_to_the_field_for_internal_references() {
    let mut desk = Desk::with_example();
    desk.jump(NORM);
    desk.harness.key_press(Key::K);
    desk.harness.run();
    assert!(desk.harness.get_by_label("Intern bewijs bij I.3.4").is_focused());
    desk.harness.get_by_label("Intern bewijs bij I.3.4").type_text("notitie 7");
    desk.harness.run_steps(8);
    desk.harness.run();
    assert_eq!(finding(&mut desk).internal.evidence, ["notitie 7"]);
}

#[test]
fn an_attached_file_is_marked_by_its_box() {
    let mut desk = Desk::with_example();
    desk.jump(NORM);
    let file = trede::domain::Attachment::new("tip.pdf", &"ab".repeat(32), 3).expect("a name");
    let side = desk.window().perspective();
    let stamp = trede::session::Stamp { at: "2026-11-26T09:00:00+01:00".to_owned(), actor: "A".to_owned() };
    let attach =
        trede::domain::Command::Attach { perspective: side, norm: NormId::new(NORM), files: vec![file.clone()] };
    desk.window().session().expect("an assessment").execute(attach, &stamp).expect("attached");
    desk.harness.run();
    desk.harness.get_by_label("tip.pdf bij I.3.4 is intern").scroll_to_me();
    desk.harness.run();
    desk.press("tip.pdf bij I.3.4 is intern");
    assert!(finding(&mut desk).is_internal(&file));
    // A verdict leaves the mark as it is.
    desk.press("I.3.4 voldaan: nee");
    let found = finding(&mut desk);
    assert!(found.verdict == Verdict::Fails && found.is_internal(&file));
}
