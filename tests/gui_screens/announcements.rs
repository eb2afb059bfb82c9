//! What a screen reader says by itself.

use eframe::egui::accesskit::Live;
use eframe::egui::{Key, Modifiers};
use egui_kittest::kittest::{NodeT as _, Queryable as _};

use super::Desk;

/// What is said by itself, in this manner.
fn heard(desk: &Desk, live: Live) -> String {
    let mut lines = desk.harness.query_all_by(|node| node.live() == live);
    let line = lines.next().expect("a line that is listened to is there from the start");
    assert!(lines.next().is_none());
    line.accesskit_node().label().unwrap_or_default()
}

/// The line that is said when a score changes.
fn said(desk: &Desk) -> String {
    heard(desk, Live::Polite)
}

#[test]
fn a_change_of_score_is_said_with_the_part_and_the_total() {
    let mut desk = Desk::with_example(&[]);
    assert_eq!(said(&desk), "", "opening is no change");
    // Makes the norm that is chosen open again.
    desk.harness.key_press(Key::Backspace);
    desk.harness.run();
    let open = said(&desk);
    assert!(open.starts_with("Onderdeel I: ") && open.contains(" of ") && open.contains(", totaal "), "{open}");
    assert!(open.contains(" tot "), "both ends are said in words: {open}");
    desk.harness.key_press_modifiers(Modifiers::COMMAND, Key::Z);
    desk.harness.run();
    let back = said(&desk);
    assert!(back.starts_with("Onderdeel I: ") && !back.contains(" of "), "{back}");
    // The same sheet from another side is another score, and no change.
    desk.press("Zelfbeoordeling");
    assert_eq!(said(&desk), "");
}

#[test]
fn a_sentence_about_trouble_is_said_at_once() {
    let mut desk = Desk::start(|home| std::fs::write(home.join("geen.trede"), "iets anders").unwrap(), &["geen.trede"]);
    assert_eq!(heard(&desk, Live::Assertive), "");
    desk.press("Openen");
    desk.wait("geen.trede");
    assert!(heard(&desk, Live::Assertive).contains("geen.trede is geen"), "{}", heard(&desk, Live::Assertive));
}
