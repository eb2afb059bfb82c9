//! What a screen reader says by itself.

use eframe::egui::accesskit::Live;
use eframe::egui::{Key, Modifiers, Role};
use egui_kittest::kittest::{NodeT as _, Queryable as _};

use super::Desk;

/// The line that is said when a score changes.
fn said(desk: &Desk) -> String {
    let mut lines = desk.harness.get_all_by_role(Role::Status).filter_map(|node| {
        let node = node.accesskit_node();
        (node.live() == Live::Polite).then(|| node.label().unwrap_or_default())
    });
    let line = lines.next().expect("a line that is listened to is there from the start");
    assert_eq!(lines.next(), None);
    line
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
    desk.press("Openen");
    desk.wait("geen.trede");
    let alert = desk.harness.get_by_role(Role::Alert);
    assert_eq!(alert.accesskit_node().live(), Live::Assertive);
}
