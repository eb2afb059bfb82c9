//! A number of a person in what is typed: marked at once, stored only with a reason, and nothing else lost.

use eframe::egui::Key;
use egui_kittest::kittest::Queryable as _;
use trede::domain::{Finding, Verdict};

use super::Desk;

const NUMBER: &str = "111222333";

fn finding(desk: &mut Desk, norm: &str) -> Finding {
    let side = desk.window().perspective();
    desk.window().session().expect("an assessment").sheet(side).finding(norm)
}

fn type_into(desk: &mut Desk, name: &str, text: &str) {
    desk.harness.get_by_label(name).focus();
    desk.harness.run();
    desk.harness.get_by_label(name).type_text(text);
    // Longer than the pause after which a text is stored.
    desk.harness.run_steps(8);
    desk.harness.run();
}

/// Waits until what can be stored is on the disk.
fn settle(desk: &mut Desk) {
    desk.window().session().expect("an assessment").flush().expect("stored");
    desk.harness.run();
}

fn typed() -> Desk {
    let mut desk = Desk::with_example();
    desk.jump("I.3.4");
    type_into(&mut desk, "Toelichting bij I.3.4", &format!("Gezien bij klant {NUMBER}."));
    desk
}

#[test]
fn a_number_is_marked_at_once_and_kept_with_a_reason() {
    let mut desk = typed();
    assert!(desk.shows("Hier staat een BSN.") && desk.shows("verwijs naar het dossier"));
    assert_eq!(finding(&mut desk, "I.3.4").rationale, "", "nothing says why it stays");
    settle(&mut desk);
    assert!(desk.shows("nog niet opgeslagen") && !desk.shows("✓ alles opgeslagen"));
    // A verdict can be given meanwhile; what is typed stays.
    desk.press("I.3.4 voldaan: nee");
    assert_eq!(
        (finding(&mut desk, "I.3.4").verdict, finding(&mut desk, "I.3.4").rationale.as_str()),
        (Verdict::Fails, "")
    );
    assert!(desk.harness.get_by_label("Toelichting bij I.3.4").value().is_some_and(|text| text.contains(NUMBER)));
    type_into(&mut desk, "Reden om het nummer bij I.3.4 te bewaren", "Nodig om het terug te vinden.");
    desk.press("Bewaren met deze reden");
    let kept = finding(&mut desk, "I.3.4");
    assert_eq!(kept.rationale, format!("Gezien bij klant {NUMBER}."));
    assert_eq!(kept.personal_data_reason, "Nodig om het terug te vinden.");
    assert!(desk.shows("Bewaard, met deze reden: Nodig om het terug te vinden."));
    settle(&mut desk);
    assert!(desk.shows("✓ alles opgeslagen"));
}

#[test]
fn two_numbers_are_spoken_of_as_two() {
    let mut desk = typed();
    type_into(&mut desk, "Bewijs bij I.3.4, één verwijzing per regel", "rekening NL91ABNA0417164300");
    assert!(desk.shows("Hier staan 2 nummers van personen (BSN en IBAN).") && !desk.shows("Hier staat een BSN."));
    desk.press("Nummers weglaten");
    assert_eq!(finding(&mut desk, "I.3.4").rationale, "Gezien bij klant [BSN].");
    assert!(!desk.shows("2 nummers van personen"));
}

#[test]
fn a_number_is_left_out_by_a_button_and_the_rest_is_stored() {
    let mut desk = typed();
    desk.press("Nummer weglaten");
    assert_eq!(finding(&mut desk, "I.3.4").rationale, "Gezien bij klant [BSN].");
    assert!(!desk.shows("Hier staat een BSN."));
}

#[test]
fn whoever_goes_on_loses_the_number_and_nothing_else() {
    for leave in [
        (|desk: &mut Desk| desk.press("I.1.2 gebrek aanwezig: nee")) as fn(&mut Desk),
        |desk| desk.ctrl(Key::Z),
        |desk| desk.press("Zelfbeoordeling"),
    ] {
        let mut desk = typed();
        let side = desk.window().perspective();
        leave(&mut desk);
        let session = desk.window().session().expect("an assessment");
        let log: Vec<String> = {
            session.flush().expect("stored");
            session.log().iter().map(|entry| entry.event.clone()).collect()
        };
        assert!(
            log.iter().any(|event| event.contains("Gezien bij klant [BSN].")),
            "{:?}",
            session.sheet(side).finding("I.3.4")
        );
        assert!(!log.iter().any(|event| event.contains(NUMBER)));
    }
}

#[test]
fn a_reason_for_a_settlement_holds_no_number() {
    let mut desk = Desk::with_example();
    desk.press("Onderdeel I vaststellen op 3");
    type_into(&mut desk, "Reden voor een 3", "Klant NL91ABNA0417164300 zei het.");
    assert!(desk.shows("Hier staat een IBAN."));
    desk.press("Stel een 3 vast");
    assert!(!desk.shows("Vastgesteld op een 3"));
    assert!(desk.harness.get_by_label("Reden voor een 3").value().is_some_and(|text| text.contains("zei het")));
}
