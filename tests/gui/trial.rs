//! Trying findings out: the rubric follows, the assessment does not.

use eframe::egui::{Key, Role};
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use trede::domain::Verdict;

use super::Desk;

fn revision(desk: &mut Desk) -> u64 {
    desk.window().session().expect("an assessment").revision()
}

#[test]
fn what_is_tried_moves_the_total_and_leaves_no_trace() {
    let mut desk = Desk::with_example();
    let (before, recorded) = (desk.total(), revision(&mut desk));
    desk.jump("I.5.1");
    desk.key(Key::W);
    assert!(desk.shows("Hiervan wordt niets vastgelegd"));
    assert!(desk.shows("Er is nog niets geprobeerd; het totaal is 2,9."));
    desk.key(Key::J);
    assert!(desk.shows("; 1 norm anders."), "the total is {}", desk.total());
    assert!(desk.shows("volgt uit wat u probeert") && !desk.shows("volgt uit de bevindingen"));
    assert_ne!(desk.total(), before);
    assert!(desk.is_chosen("I.5.1 voldaan: ja"));
    // A verdict that needs a rationale needs none here.
    desk.key(Key::V);
    assert!(desk.is_chosen("I.5.1: n.v.t.") && !desk.shows("wacht op toelichting"));
    assert_eq!((desk.verdict("I.5.1"), revision(&mut desk)), (Verdict::Fails, recorded));
    desk.key(Key::W);
    assert_eq!((desk.total(), revision(&mut desk)), (before, recorded));
    assert!(desk.is_chosen("I.5.1 voldaan: nee") && !desk.shows("Hiervan wordt niets vastgelegd"));
}

#[test]
fn what_is_tried_is_undone_by_itself() {
    let mut desk = Desk::with_example();
    desk.press("I.5.1 voldaan: ja");
    desk.press("Neem over wat volgt");
    let recorded = revision(&mut desk);
    desk.jump("I.3.1");
    desk.key(Key::W);
    desk.key(Key::N);
    desk.ctrl(Key::Z);
    assert!(desk.is_chosen("I.3.1 voldaan: ja") && desk.shows("nog niets geprobeerd"));
    // Nothing is left to undo: what is recorded stays.
    desk.ctrl(Key::Z);
    desk.key(Key::W);
    assert_eq!((desk.verdict("I.5.1"), revision(&mut desk)), (Verdict::Holds, recorded));
}

#[test]
fn leaving_the_rubric_ends_it_and_says_so() {
    let mut desk = Desk::with_example();
    let before = desk.total();
    desk.jump("I.5.1");
    desk.key(Key::W);
    desk.key(Key::J);
    desk.press("Overzicht");
    assert!(desk.shows("Er is niets vastgelegd"));
    assert_eq!(desk.total(), before);
    desk.open_part("I ");
    assert!(desk.is_chosen("I.5.1 voldaan: nee"));
}

#[test]
fn a_rationale_that_is_typed_when_it_begins_is_kept() {
    let mut desk = Desk::with_example();
    desk.jump("I.3.4");
    desk.key(Key::R);
    desk.harness.get_by_label("Toelichting bij I.3.4").type_text("Gezien.");
    desk.harness.step();
    desk.press("Wat als?");
    let side = desk.window().perspective();
    assert_eq!(desk.window().session().expect("an assessment").sheet(side).finding("I.3.4").rationale, "Gezien.");
    assert!(desk.shows("Tijdens het proberen wordt niets opgeschreven."));
}

#[test]
fn what_is_tried_is_announced_too() {
    let mut desk = Desk::with_example();
    desk.jump("I.5.1");
    desk.key(Key::W);
    desk.key(Key::J);
    let said = desk.harness.get_all_by_role(Role::Status).filter_map(|node| node.accesskit_node().label());
    let said: Vec<String> = said.map(|label| label.to_string()).collect();
    assert!(said.iter().any(|label| label.contains("onderdeel I") || label.contains("Onderdeel I")), "{said:?}");
}
