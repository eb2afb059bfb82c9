//! Several assessments in one window: never the wrong lender, nothing of one in the other.

use std::cell::Cell;
use std::path::PathBuf;
use std::rc::Rc;

use eframe::egui::{self, Key, Modifiers, Role};
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use trede::domain::{NormId, Verdict};
use trede::gui::dialogs::{Answer, Choice, Dialogs, Purpose, Question};

use super::Desk;

/// The example, and beside it a new assessment of another lender, which is in sight.
fn two() -> Desk {
    let mut desk = Desk::with_example(&[]);
    add(&mut desk, "Andere Bank N.V.");
    desk
}

pub(super) fn add(desk: &mut Desk, lender: &str) {
    desk.ctrl(Key::P);
    desk.type_into("Opdrachten", "nieuwe beoordeling");
    desk.key(Key::Enter);
    desk.fill("Aanbieder", lender);
    desk.press("Beoordeling maken");
}

fn add_form(desk: &mut Desk) {
    desk.ctrl(Key::P);
    desk.type_into("Opdrachten", "nieuwe beoordeling");
    desk.key(Key::Enter);
    assert!(desk.shows("Beoordeling maken"));
}

fn subject(desk: &mut Desk) -> String {
    desk.window().session().expect("one is open").assessment().cover.subject.clone()
}

fn verdict(desk: &mut Desk, norm: &str) -> Verdict {
    let side = desk.window().perspective();
    desk.window().session().expect("one is open").sheet(side).verdict(norm)
}

#[test]
fn each_open_assessment_has_a_tab_with_lender_and_file_and_its_own_steps() {
    let mut desk = two();
    let tabs = desk.names(Role::Tab);
    assert_eq!(tabs.len(), 2);
    assert_eq!(tabs[0], "Voorbeeldbank N.V., Voorbeeldbank.trede");
    assert!(tabs[1].starts_with("Andere Bank N.V., "), "{tabs:?}");
    assert_eq!(subject(&mut desk), "Andere Bank N.V.");
    desk.key(Key::J);
    let chosen = desk.window().chosen().expect("a norm").clone();
    assert_eq!(verdict(&mut desk, chosen.as_str()), Verdict::Holds);
    desk.harness.key_press_modifiers(Modifiers::COMMAND, Key::Tab);
    desk.harness.run();
    assert_eq!(desk.window().title(), "Voorbeeldbank N.V. – Voorbeeldbank.trede – Trede");
    assert_eq!(subject(&mut desk), "Voorbeeldbank N.V.");
    assert!(desk.shows("U werkt nu aan Voorbeeldbank N.V. (Voorbeeldbank.trede)."));
    desk.press("Menu");
    assert!(desk.shows("Ongedaan maken: I.1.1 en "), "the import is what can be undone here");
    desk.key(Key::Escape);
    desk.harness.key_press_modifiers(Modifiers::COMMAND | Modifiers::SHIFT, Key::Tab);
    desk.harness.run();
    assert_eq!(subject(&mut desk), "Andere Bank N.V.");
    desk.ctrl(Key::Z);
    assert_eq!(verdict(&mut desk, chosen.as_str()), Verdict::Open);
}

#[test]
fn what_is_typed_is_stored_with_the_lender_it_was_typed_for() {
    let mut desk = two();
    desk.key(Key::R);
    desk.harness.event(egui::Event::Text("Alleen hier.".to_owned()));
    desk.harness.run();
    let norm = desk.window().chosen().expect("a norm").clone();
    desk.press("Voorbeeldbank N.V., Voorbeeldbank.trede");
    let side = desk.window().perspective();
    let other = desk.window().session().expect("one is open").sheet(side).finding(norm.as_str());
    assert!(!other.rationale.contains("Alleen hier."));
    assert!(!desk.harness.ctx.text_edit_focused());
    // The field of the other assessment has nothing to undo.
    desk.key(Key::R);
    desk.harness.key_press_modifiers(Modifiers::COMMAND, Key::Tab);
    desk.harness.run();
    let side = desk.window().perspective();
    let finding = desk.window().session().expect("one is open").sheet(side).finding(norm.as_str());
    assert_eq!(finding.rationale, "Alleen hier.");
}

#[test]
fn a_number_that_was_left_out_is_told_beside_who_is_in_sight_now() {
    let mut desk = two();
    desk.key(Key::J);
    let norm = desk.window().chosen().expect("a norm").to_string();
    desk.harness.get_by_label(&format!("Toelichting bij {norm}")).focus();
    desk.harness.run();
    desk.harness.get_by_label(&format!("Toelichting bij {norm}")).type_text("Zie BSN 111222333.");
    desk.harness.run();
    desk.harness.key_press_modifiers(Modifiers::COMMAND, Key::Tab);
    desk.harness.run();
    assert_eq!(subject(&mut desk), "Voorbeeldbank N.V.");
    assert!(desk.shows("U werkt nu aan Voorbeeldbank N.V."));
    assert!(desk.shows("weggelaten"), "what happened to what was typed is still to be read");
}

#[test]
fn what_closing_left_out_is_told_beside_who_is_in_sight_then() {
    let mut desk = two();
    let norm = desk.window().chosen().expect("a norm").to_string();
    desk.harness.get_by_label(&format!("Toelichting bij {norm}")).focus();
    desk.harness.run();
    desk.harness.get_by_label(&format!("Toelichting bij {norm}")).type_text("Zie BSN 111222333.");
    desk.harness.run();
    desk.ctrl(Key::W);
    assert!(desk.shows("Als u nog een keer sluit, wordt het nummer weggelaten."));
    desk.ctrl(Key::W);
    assert!(desk.shows("U werkt nu aan Voorbeeldbank N.V."));
    assert!(desk.shows(&format!("Het nummer bij {norm} (BSN) is weggelaten")));
}

#[test]
fn a_file_that_is_open_is_brought_in_sight_and_not_opened_twice() {
    let mut desk = two();
    let path = desk.path("Voorbeeldbank.trede");
    let ctx = desk.harness.ctx.clone();
    desk.window().open(&ctx, &path);
    desk.harness.run();
    assert_eq!(subject(&mut desk), "Voorbeeldbank N.V.");
    assert_eq!(desk.names(Role::Tab).len(), 2);
}

#[test]
fn closing_leads_to_the_one_beside_it_and_at_last_to_the_start() {
    let mut desk = two();
    desk.ctrl(Key::W);
    assert_eq!(subject(&mut desk), "Voorbeeldbank N.V.");
    assert_eq!(desk.names(Role::Tab), [""; 0]);
    desk.ctrl(Key::W);
    assert!(desk.window().session().is_none());
    assert!(desk.shows("Onlangs geopend"));
    // Closed means that others can open it.
    let path = desk.path("Voorbeeldbank.trede");
    trede::session::Session::open(&path, trede::storage::Access::Write, "Test").expect("it is free");
}

#[test]
fn a_tab_can_be_closed_by_its_own_button() {
    let mut desk = two();
    desk.press("Voorbeeldbank N.V. (Voorbeeldbank.trede) sluiten");
    assert_eq!(subject(&mut desk), "Andere Bank N.V.");
    assert_eq!(desk.names(Role::Tab), [""; 0]);
}

/// A dialog that stays open until it is answered.
struct Slow {
    asked: Option<Purpose>,
    answer: Rc<Cell<Option<PathBuf>>>,
}

impl Dialogs for Slow {
    fn ask(&mut self, question: Question) -> bool {
        self.asked = Some(question.purpose);
        true
    }

    fn poll(&mut self) -> Option<Answer> {
        let path = self.answer.take()?;
        Some(Answer { purpose: self.asked.take()?, choice: Choice::Path(path) })
    }
}

#[test]
fn a_file_that_was_asked_for_one_assessment_never_reaches_another() {
    let answer = Rc::new(Cell::new(None));
    let given = Rc::clone(&answer);
    let mut desk = Desk::start_with(|_| {}, move |_| Box::new(Slow { asked: None, answer: given }));
    desk.press("Voorbeeld proberen");
    add(&mut desk, "Andere Bank N.V.");
    let exchange = trede::gui::desk::EXAMPLE.replacen("\"I.1.1\": \"fails\"", "\"I.1.1\": \"open\"", 1);
    std::fs::write(desk.path("in.ron"), exchange).unwrap();
    desk.press("Voorbeeldbank N.V., Voorbeeldbank.trede");
    desk.go_to("Overzicht");
    desk.press("Inlezen");
    // While the dialog is open the other lender comes in sight.
    desk.harness.key_press_modifiers(Modifiers::COMMAND, Key::Tab);
    desk.harness.run();
    assert_eq!(subject(&mut desk), "Andere Bank N.V.");
    answer.set(Some(desk.path("in.ron")));
    desk.harness.run();
    assert_eq!(subject(&mut desk), "Voorbeeldbank N.V.");
    assert_eq!(verdict(&mut desk, "I.1.1"), Verdict::Open);
    desk.harness.key_press_modifiers(Modifiers::COMMAND, Key::Tab);
    desk.harness.run();
    assert_eq!(verdict(&mut desk, "I.3.1"), Verdict::Open);
    // One that was closed meanwhile gets nothing either.
    desk.go_to("Overzicht");
    desk.press("Inlezen");
    desk.ctrl(Key::W);
    answer.set(Some(desk.path("in.ron")));
    desk.harness.run();
    assert!(desk.shows("is intussen gesloten. Er is niets mee gedaan."));
    assert_eq!(subject(&mut desk), "Voorbeeldbank N.V.");
}

#[test]
fn the_first_screen_and_a_new_form_leave_the_way_back() {
    let mut desk = Desk::with_example(&[]);
    desk.ctrl(Key::P);
    desk.type_into("Opdrachten", "nieuwe beoordeling");
    desk.key(Key::Enter);
    let tabs = desk.names(Role::Tab);
    assert_eq!(tabs, ["Voorbeeldbank N.V., Voorbeeldbank.trede"]);
    let tab = desk.harness.get_by_label(&tabs[0]);
    assert_ne!(tab.accesskit_node().is_selected(), Some(true));
    desk.harness.key_press_modifiers(Modifiers::COMMAND, Key::Tab);
    desk.harness.run();
    assert!(!desk.shows("Beoordeling maken"));
    add_form(&mut desk);
    desk.press(&tabs[0]);
    assert_eq!(desk.window().chosen().map(NormId::as_str).map(|norm| norm.starts_with('I')), Some(true));
    assert!(!desk.shows("Beoordeling maken"));
}

#[test]
fn what_waits_for_a_rationale_is_not_closed_away_unsaid() {
    let mut desk = two();
    desk.key(Key::V);
    desk.key(Key::Escape);
    desk.key(Key::V);
    assert!(desk.shows("wacht op toelichting"));
    desk.ctrl(Key::W);
    assert!(desk.shows("Bij I.3.1 ontbreekt de toelichting nog."));
    assert_eq!(subject(&mut desk), "Andere Bank N.V.");
    // Once it is there, closing is closing.
    desk.harness.event(egui::Event::Text("Komt hier niet voor.".to_owned()));
    desk.harness.run();
    let norm = desk.window().chosen().expect("a norm").clone();
    let path = desk.window().session().expect("one is open").path().to_owned();
    let side = desk.window().perspective();
    desk.ctrl(Key::W);
    assert_eq!(subject(&mut desk), "Voorbeeldbank N.V.");
    let session = trede::session::Session::open(&path, trede::storage::Access::Read, "Test").expect("it is stored");
    assert_eq!(session.sheet(side).finding(norm.as_str()).rationale, "Komt hier niet voor.");
}
