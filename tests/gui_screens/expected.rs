//! What people expect of any program: that it says what it took back, that a key pressed twice does no harm, that a report
//! opens as one, that Enter goes on and the wheel scrolls.

use std::fs;

use eframe::egui::{self, Key, Modifiers, MouseWheelUnit, Role, TouchPhase};
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use trede::domain::{NormId, Verdict};
use trede::storage::settings::Settings;

use super::Desk;

fn verdict(desk: &mut Desk) -> Verdict {
    let norm = desk.window().chosen().expect("a norm").clone();
    let side = desk.window().perspective();
    desk.window().session().expect("it is open").sheet(side).verdict(norm.as_str())
}

/// A norm that is open, chosen.
fn at_an_open_norm() -> Desk {
    let mut desk = Desk::with_example(&[]);
    desk.key(Key::Backspace);
    assert_eq!(verdict(&mut desk), Verdict::Open);
    desk
}

#[test]
fn a_step_that_is_taken_back_by_a_key_is_named() {
    let mut desk = at_an_open_norm();
    let norm = desk.window().chosen().map(NormId::to_string).unwrap();
    desk.key(Key::J);
    desk.ctrl(Key::Z);
    assert!(desk.shows(&format!("Ongedaan gemaakt: {norm} voldaan. Terughalen kan met Ctrl Y.")));
    desk.ctrl(Key::Y);
    assert!(desk.shows(&format!("Opnieuw gedaan: {norm} voldaan. Terugnemen kan met Ctrl Z.")));
    // Going on takes the sentence away.
    desk.key(Key::N);
    assert!(!desk.shows("Opnieuw gedaan"));
    // What ends with a stop gets no second one.
    desk.harness.get_by_label(&format!("Toelichting bij {norm}")).type_text("Zo.");
    desk.harness.run();
    desk.press(&format!("{norm}: n.v.t."));
    desk.ctrl(Key::Z);
    assert!(desk.shows("n.v.t. Terughalen kan met"));
}

#[test]
fn an_assessor_who_is_taken_back_is_named_too() {
    let mut desk = Desk::with_example(&[]);
    desk.press("Menu");
    desk.press("Voorblad: aanbieder, periode en beoordelaar");
    desk.fill("Naam van de beoordelaar", "M. Jansen");
    desk.press("Bewaren");
    desk.ctrl(Key::Z);
    assert!(desk.shows("Ongedaan gemaakt: beoordelaar."), "what was taken back is not in sight, so it is said");
}

#[test]
fn a_key_pressed_twice_says_the_same_and_a_second_click_opens_again() {
    let mut desk = at_an_open_norm();
    desk.key(Key::J);
    desk.key(Key::J);
    assert_eq!(verdict(&mut desk), Verdict::Holds);
    let norm = desk.window().chosen().map(NormId::to_string).unwrap();
    let chosen = desk.harness.get_all_by_role(Role::RadioButton).find(|node| {
        let node = node.accesskit_node();
        node.label().is_some_and(|label| label.starts_with(&norm))
            && node.toggled() == Some(egui::accesskit::Toggled::True)
    });
    chosen.expect("the verdict").click();
    desk.harness.run();
    assert_eq!(verdict(&mut desk), Verdict::Open);
}

#[test]
fn a_verdict_that_waits_for_its_rationale_is_taken_back_by_the_one_before() {
    let mut desk = at_an_open_norm();
    desk.key(Key::J);
    let norm = desk.window().chosen().map(NormId::to_string).unwrap();
    desk.key(Key::V);
    assert!(desk.window().session().is_some());
    // The rationale has the focus now; back to the cell, and to what stood there.
    let cell = desk.harness.get_all_by_role(Role::RadioButton).find(|node| {
        node.accesskit_node().label().is_some_and(|label| label.starts_with(&norm) && label.ends_with(": ja"))
    });
    cell.expect("yes").click();
    desk.harness.run();
    assert_eq!(verdict(&mut desk), Verdict::Holds);
}

#[test]
fn the_tour_goes_on_with_enter_and_leaves_the_keys_of_the_rubric_alone() {
    let mut desk = Desk::start(|home| Settings::default().save(home).unwrap(), &[]);
    desk.press("Voorbeeld proberen");
    let before = desk.window().chosen().cloned();
    desk.key(Key::Enter);
    assert!(desk.shows("Rondleiding, stap 2 van 3"));
    desk.key(Key::ArrowDown);
    assert_ne!(desk.window().chosen().cloned(), before, "the arrows walk through the norms, as the step says");
    assert!(desk.shows("Rondleiding, stap 2 van 3"));
    desk.press("Volgende stap");
    desk.key(Key::Enter);
    assert!(!desk.shows("Rondleiding, stap") && desk.settings().tour_done);
}

#[test]
fn without_an_assessment_the_palette_offers_what_needs_none() {
    let mut desk = Desk::start(|_| {}, &[]);
    desk.ctrl(Key::P);
    let offered = desk.names(Role::MenuItem);
    assert!(offered.iter().any(|name| name == "Rapport controleren"), "{offered:?}");
    assert!(!offered.iter().any(|name| name.contains("Overzicht") || name.contains("Ongedaan")), "{offered:?}");
    desk.key(Key::Escape);
    desk.ctrl(Key::P);
    desk.type_into("Opdrachten", "controleren");
    desk.key(Key::Enter);
    assert!(desk.shows("Trede kijkt of het rapport gaaf is"), "the screen that checks reports");
}

#[test]
fn who_signs_under_another_name_than_the_assessor_is_told_so_before() {
    let mut desk = Desk::with_example(&[]);
    desk.go_to("Rapport …");
    desk.fill("Naam", "B. Ander");
    desk.fill("Wachtwoordzin", "zeven bomen");
    desk.fill("Nog een keer", "zeven bomen");
    desk.press_and_wait("Handtekening maken", "Wachtwoordzin van deze handtekening");
    assert!(desk.shows("De handtekening staat op naam van B. Ander; als beoordelaar noemt het rapport A. Voorbeeld."));
}

#[test]
fn a_report_that_is_opened_as_an_assessment_is_checked() {
    let mut desk = Desk::start(|home| fs::write(home.join("rapport.PDF"), "%PDF-1.7").unwrap(), &["rapport.PDF"]);
    desk.harness.key_press_modifiers(Modifiers::COMMAND, Key::O);
    desk.wait("rapport.PDF");
    assert!(desk.window().session().is_none());
    assert!(desk.shows("Ander rapport kiezen"));
}

#[test]
fn what_is_final_says_so_and_offers_nothing_to_change() {
    let mut desk = Desk::with_example(&[]);
    assert!(!desk.shows("Deze beoordeling is definitief") && desk.shows("Neem over wat volgt"));
    desk.go_to("Overzicht");
    desk.press("Definitief maken");
    desk.ctrl(Key::F);
    desk.type_into("Zoeken", "I.3.1");
    desk.key(Key::Enter);
    assert!(desk.shows("Deze beoordeling is definitief: u kunt lezen, niet wijzigen."));
    assert!(!desk.can_press("I.3.1 voldaan: ja") && !desk.shows("Neem over wat volgt"));
    // Trying out is not recorded, so that goes.
    desk.key(Key::W);
    assert!(desk.can_press("I.3.1 voldaan: ja") && !desk.shows("Deze beoordeling is definitief"));
    desk.key(Key::W);
    desk.press("Heropenen kan in het overzicht");
    assert!(desk.shows("Heropenen"));
    assert!(desk.shows("Deze beoordeling is definitief: u kunt lezen, niet wijzigen."), "at the top too");
    desk.press("Menu");
    desk.press("Stappen terug en vooruit");
    assert!(desk.shows("De stappen van daarvoor kunt u niet meer terugnemen."));
    assert!(!desk.shows("Kies een stap"), "there is none");
    desk.press("Sluiten");
}

#[test]
fn a_text_of_ten_thousand_characters_leaves_what_follows_within_reach() {
    let mut desk = Desk::with_example(&[]);
    let norm = desk.window().chosen().expect("a norm").to_string();
    let name = format!("Toelichting bij {norm}");
    desk.harness.get_by_label(&name).focus();
    desk.harness.run();
    desk.harness.get_by_label(&name).type_text(&"lang woord ".repeat(900));
    desk.harness.run();
    let evidence = desk.harness.get_by_label(&format!("Bewijs bij {norm}, één verwijzing per regel")).rect();
    let rationale = desk.harness.get_by_label(&name);
    assert!(rationale.rect().height() > 2000.0, "the whole text is there");
    assert!(evidence.top() < 1200.0, "{evidence:?}");
}

#[test]
fn the_wheel_scrolls_the_palette() {
    let mut desk = Desk::with_example(&[]);
    desk.harness.set_size(egui::vec2(1280.0, 800.0));
    desk.ctrl(Key::P);
    let top = |desk: &Desk| desk.harness.get_all_by_role(Role::MenuItem).next().expect("a line").rect();
    let before = top(&desk);
    let at = before.center() + egui::vec2(0.0, 100.0);
    desk.harness.hover_at(at);
    desk.harness.run();
    for _ in 0..3 {
        desk.harness.event(egui::Event::MouseWheel {
            unit: MouseWheelUnit::Line,
            delta: egui::vec2(0.0, -3.0),
            source: egui::MouseWheelSource::Unknown,
            phase: TouchPhase::Move,
            modifiers: Modifiers::NONE,
        });
        let _ = desk.harness.run_ok();
    }
    assert!(top(&desk).top() < before.top() - 20.0, "{before:?} stays at {:?}", top(&desk));
}

#[test]
fn nothing_is_said_of_the_signer_of_a_report_that_was_changed() {
    let mut desk = Desk::start(|_| {}, &[]);
    let mut bytes = crate::example::REPORT.to_vec();
    let middle = bytes.len() / 2;
    bytes[middle] ^= 1;
    let report = desk.path("r.pdf");
    fs::write(&report, bytes).unwrap();
    desk.press("Rapport controleren");
    desk.fill("Rapport controleren: typ een pad", &report.display().to_string());
    desk.press_and_wait("Rapport controleren: neem het getypte pad", "Niet gaaf");
    assert!(desk.shows("Niet te zeggen: de handtekening klopt niet") && !desk.shows("niet op uw lijst"));
    assert!(desk.shows("Een vingerafdruk vergelijken helpt hier niet") && desk.shows("ga er niet van uit"));
    assert!(!desk.shows("Vergelijk de vingerafdruk met die van de ondertekenaar"));
    assert!(!desk.shows("De bladzijden zijn niet te lezen") || !desk.shows("Bladzijden bekijken"));
}

#[test]
fn closing_leads_to_the_field_in_which_a_number_stands() {
    let mut desk = Desk::with_example(&[]);
    let norm = desk.window().chosen().expect("a norm").to_string();
    let name = format!("Bewijs bij {norm}, één verwijzing per regel");
    desk.harness.get_by_label(&name).focus();
    desk.harness.run();
    desk.harness.get_by_label(&name).type_text("dossier van BSN 111222333");
    desk.harness.run();
    desk.ctrl(Key::W);
    assert!(desk.shows(&format!("In de tekst bij {norm} staat een nummer van een persoon")));
    assert!(desk.harness.get_by_label(&name).is_focused());
    // Closing once more leaves the number out, as it said, and keeps the rest.
    let path = desk.window().session().expect("an assessment").path().to_owned();
    desk.ctrl(Key::W);
    assert!(desk.window().session().is_none());
    let session = trede::session::Session::open(&path, trede::storage::Access::Read, "A").unwrap();
    let side = desk.window().perspective();
    assert!(session.sheet(side).finding(&norm).evidence.last().unwrap().ends_with("dossier van BSN [BSN]"));
}

#[test]
fn what_is_open_is_said_wherever_it_matters() {
    let mut desk = Desk::start(|_| {}, &[]);
    desk.press("Nieuwe beoordeling");
    desk.fill("Aanbieder", "Testbank");
    desk.press("Beoordeling maken");
    desk.go_to("Overzicht");
    assert!(desk.shows("staat ook open, maar verandert op zichzelf de uitkomst niet."), "more links than are counted");
    desk.go_to("Rapport (95 open) …");
    desk.fill("Naam", "A. Bee");
    desk.fill("Wachtwoordzin", "zeven bomen");
    desk.fill("Nog een keer", "zeven bomen");
    desk.press_and_wait("Handtekening maken", "Wachtwoordzin van deze handtekening");
    assert!(desk.shows("en 95 normen staan open: op iedere bladzijde komt CONCEPT te staan."));
}
