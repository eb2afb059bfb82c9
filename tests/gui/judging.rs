//! Judging norm by norm: verdicts, what follows from them, the score that is shown.

use eframe::egui::{self, Key};
use egui_kittest::kittest::Queryable as _;
use trede::domain::Verdict;

use super::Desk;

#[test]
fn choosing_a_verdict_changes_the_score_that_is_shown() {
    let mut desk = Desk::with_example();
    assert!(desk.total().starts_with("Totaal 2,9"), "{}", desk.total());
    desk.press("I.5.1 voldaan: ja");
    assert_eq!(desk.verdict("I.5.1"), Verdict::Holds);
    assert!(desk.is_chosen("I.5.1 voldaan: ja"));
    assert!(desk.shows("Onderdeel I: score 4"));
    assert!(desk.total().contains("2,950"), "{}", desk.total());
}

#[test]
fn a_second_click_on_a_verdict_makes_it_open() {
    let mut desk = Desk::with_example();
    desk.press("I.1.1 gebrek aanwezig: nee");
    assert_eq!(desk.verdict("I.1.1"), Verdict::Open);
    assert!(!desk.is_chosen("I.1.1 gebrek aanwezig: nee"));
    desk.press("I.1.1 gebrek aanwezig: nee");
    assert_eq!(desk.verdict("I.1.1"), Verdict::Fails);
}

#[test]
fn not_applicable_waits_for_its_rationale() {
    let mut desk = Desk::with_example();
    desk.jump("I.3.4");
    // A keyboard sends the letter as text too; it is not to end up in the field.
    desk.harness.event(egui::Event::Text("v".to_owned()));
    desk.key(Key::V);
    assert_eq!(desk.verdict("I.3.4"), Verdict::Holds);
    assert!(desk.shows("wacht op toelichting"));
    assert!(desk.harness.get_by_label("Toelichting bij I.3.4").is_focused());
    desk.harness.get_by_label("Toelichting bij I.3.4").type_text("Geen eigen medewerkers.");
    desk.harness.run_steps(8);
    desk.harness.run();
    assert_eq!(desk.verdict("I.3.4"), Verdict::NotApplicable);
    let side = desk.window().perspective();
    let sheet = desk.window().session().expect("an assessment").sheet(side);
    assert_eq!(sheet.finding("I.3.4").rationale, "Geen eigen medewerkers.");
    assert!(!desk.shows("wacht op toelichting"));
}

#[test]
fn a_click_on_not_applicable_leads_to_the_rationale() {
    let mut desk = Desk::empty();
    desk.press("I.3.1: n.v.t.");
    assert!(desk.harness.get_by_label("Toelichting bij I.3.1").is_focused());
    assert_eq!(desk.verdict("I.3.1"), Verdict::Open);
}

#[test]
fn escape_drops_a_verdict_that_waits() {
    let mut desk = Desk::with_example();
    desk.jump("I.3.4");
    desk.key(Key::O);
    assert!(desk.shows("wacht op toelichting"));
    desk.key(Key::Escape);
    assert!(!desk.shows("wacht op toelichting"));
    assert_eq!(desk.verdict("I.3.4"), Verdict::Holds);
}

#[test]
fn a_contradiction_is_marked_on_both_cells() {
    let mut desk = Desk::with_example();
    desk.press("I.1.2 gebrek aanwezig: ja");
    desk.press("I.3.2 voldaan: ja");
    // It held already: the second press made it open, the third says so again.
    assert_eq!(desk.verdict("I.3.2"), Verdict::Open);
    desk.press("I.3.2 voldaan: ja");
    assert!(desk.shows("I.1.2 Benadering van risicoklanten: gebrek aanwezig, tegenspraak met I.3.2"));
    assert!(desk.shows("I.3.2 Benadering van risicoklanten: voldaan, tegenspraak met I.1.2"));
    assert!(desk.shows("nog niet te bepalen"));
}

#[test]
fn each_side_keeps_its_own_findings() {
    let mut desk = Desk::with_example();
    desk.press("Zelfbeoordeling");
    assert_eq!(desk.verdict("I.3.1"), Verdict::Open);
    desk.press("I.3.1 voldaan: nee");
    desk.press("Toezichthouder");
    assert_eq!(desk.verdict("I.3.1"), Verdict::Holds);
    desk.press("Zelfbeoordeling");
    assert_eq!(desk.verdict("I.3.1"), Verdict::Fails);
}

#[test]
fn what_follows_is_taken_over_at_once_and_undone_at_once() {
    let mut desk = Desk::empty();
    desk.press("I.5.1 voldaan: ja");
    desk.press("I.3.2 voldaan: ja");
    desk.press("Neem over wat volgt");
    assert_eq!(desk.verdict("I.3.1"), Verdict::Holds);
    assert_eq!((desk.verdict("I.1.1"), desk.verdict("I.1.2")), (Verdict::Fails, Verdict::Fails));
    desk.ctrl(Key::Z);
    assert_eq!((desk.verdict("I.3.1"), desk.verdict("I.1.1")), (Verdict::Open, Verdict::Open));
}

#[test]
fn a_twin_follows_the_norm_on_rung_three() {
    let mut desk = Desk::empty();
    desk.open_part("V Communicatie");
    assert!(desk.harness.query_by_label("V.5.2 voldaan: ja").is_none());
    desk.press("V.3.2 voldaan: ja");
    assert_eq!(desk.verdict("V.5.2"), Verdict::Holds);
    assert!(desk.shows("V.5.2 volgt V.3.2"));
}

#[test]
fn a_deficiency_without_rationale_is_marked_as_such() {
    let mut desk = Desk::empty();
    assert!(!desk.shows("toelichting ontbreekt"));
    desk.press("I.1.1 gebrek aanwezig: ja");
    assert!(desk.shows("toelichting ontbreekt"));
}

#[test]
fn a_score_is_settled_with_a_reason_and_taken_back() {
    let mut desk = Desk::with_example();
    desk.press("Onderdeel I vaststellen op 3");
    desk.harness.get_by_label("Reden voor een 3").type_text("Past bij het beeld.");
    desk.harness.run();
    desk.press("Stel een 3 vast");
    assert!(desk.shows("Vastgesteld op een 3"));
    desk.press("Vaststelling van onderdeel I terugnemen");
    assert!(!desk.shows("Vastgesteld op een 3"));
}
