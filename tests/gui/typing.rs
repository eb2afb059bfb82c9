//! Rationales: typed, stored, undone.

use eframe::egui::Key;
use egui_kittest::kittest::Queryable as _;
use trede::domain::Verdict;

use super::Desk;

#[test]
fn a_step_is_undone_and_done_again() {
    let mut desk = Desk::with_example();
    let before = desk.total();
    desk.press("I.5.1 voldaan: ja");
    let after = desk.total();
    desk.ctrl(Key::Z);
    assert_eq!((desk.total(), desk.verdict("I.5.1")), (before, Verdict::Fails));
    desk.ctrl(Key::Y);
    assert_eq!((desk.total(), desk.verdict("I.5.1")), (after, Verdict::Holds));
}

#[test]
fn typing_a_rationale_is_one_step_of_undo() {
    let mut desk = Desk::with_example();
    desk.jump("I.3.4");
    desk.key(Key::R);
    for part in ["Gezien ", "in het ", "dossier."] {
        desk.harness.get_by_label("Toelichting bij I.3.4").type_text(part);
        desk.harness.run_steps(8);
    }
    desk.harness.run();
    let rationale = |desk: &mut Desk| {
        let side = desk.window().perspective();
        desk.window().session().expect("an assessment").sheet(side).finding("I.3.4").rationale
    };
    assert_eq!(rationale(&mut desk), "Gezien in het dossier.");
    desk.ctrl(Key::Z);
    assert_eq!(rationale(&mut desk), "");
}

#[test]
fn a_rationale_is_stored_when_its_field_is_left() {
    let mut desk = Desk::with_example();
    desk.jump("I.3.4");
    desk.key(Key::R);
    desk.harness.get_by_label("Toelichting bij I.3.4").type_text("Gezien.");
    desk.harness.step();
    desk.press("I.1.2 gebrek aanwezig: nee");
    let side = desk.window().perspective();
    let sheet = desk.window().session().expect("an assessment").sheet(side);
    assert_eq!(sheet.finding("I.3.4").rationale, "Gezien.");
    assert_eq!(sheet.finding("I.1.2").rationale, "");
    assert_eq!(desk.harness.get_by_label("Toelichting bij I.1.2").value().unwrap_or_default(), "");
}
