//! The overview with its cover, exchange files and tables; the log; the help.

use std::fs;

use eframe::egui::Key;
use trede::domain::framework::ExceedsOne;
use trede::domain::{NormId, Perspective, Verdict};

use super::Desk;

#[test]
fn the_cover_can_be_changed_with_its_policy() {
    let mut desk = Desk::with_example(&[]);
    desk.go_to("Overzicht");
    desk.press("Voorblad wijzigen");
    assert!(desk.shows("Wat de bron zegt"));
    desk.fill("KvK-nummer (mag leeg blijven)", "1");
    desk.press("Bewaren");
    assert!(desk.shows("Een KvK-nummer heeft acht cijfers."));
    desk.fill("KvK-nummer (mag leeg blijven)", "87654321");
    desk.press("Eén gebrek geeft een 1");
    desk.press("Bewaren");
    assert!(!desk.shows("Wat de bron zegt"));
    let session = desk.window().session().expect("it is open");
    assert_eq!(session.assessment().cover.kvk.as_deref(), Some("87654321"));
    assert_eq!(session.sheet(Perspective::Supervisor).exceeds_one, ExceedsOne::AnyDeficiency);
}

#[test]
fn the_overview_leads_to_norms_and_to_a_final_assessment() {
    let mut desk = Desk::with_example(&[]);
    desk.go_to("Overzicht");
    assert!(desk.shows("Niet afgerond: 2,850"));
    assert!(desk.shows("Signaal: "));
    desk.press("Definitief maken");
    assert!(desk.shows("Deze beoordeling is definitief en bevroren."));
    assert!(!desk.can_press("Heropenen"));
    desk.fill("Reden om te heropenen", "Nieuwe stukken ontvangen.");
    desk.press("Heropenen");
    assert!(desk.can_press("Definitief maken"));
    desk.press("Ga naar norm VI.1.1");
    assert_eq!(desk.window().chosen().map(NormId::as_str), Some("VI.1.1"));
}

#[test]
fn what_is_missing_stands_beside_a_button_that_waits() {
    let mut desk = Desk::start(|_| {}, &[]);
    desk.press("Nieuwe beoordeling");
    desk.fill("Aanbieder", "Testbank");
    desk.press("Beoordeling maken");
    desk.go_to("Overzicht");
    assert!(!desk.can_press("Definitief maken"));
    assert!(desk.shows("95 normen staan open."));
    desk.press("Ga naar norm IV.3.2");
    assert_eq!(desk.window().chosen().map(NormId::as_str), Some("IV.3.2"));
}

#[test]
fn findings_go_out_and_come_in_and_nothing_is_replaced_unasked() {
    let mut desk = Desk::with_example(&["uit.ron", "uit.ron", "uit.ron"]);
    desk.go_to("Overzicht");
    desk.press("Schrijven als RON");
    let written = fs::read_to_string(desk.path("uit.ron")).expect("it is written");
    fs::write(desk.path("uit.ron"), "van een ander").unwrap();
    desk.press("Schrijven als RON");
    assert!(desk.shows("Bestand vervangen?"));
    desk.press("Nee, niets doen");
    assert_eq!(fs::read_to_string(desk.path("uit.ron")).unwrap(), "van een ander");
    desk.press("Schrijven als RON");
    desk.press("Ja, vervangen");
    assert_eq!(fs::read_to_string(desk.path("uit.ron")).unwrap(), written);
    let changed = written.replacen("\"I.1.1\": \"fails\"", "\"I.1.1\": \"open\"", 1);
    assert_ne!(changed, written);
    fs::write(desk.path("in.ron"), changed).unwrap();
    let path = desk.path("in.ron").display().to_string();
    desk.fill("Uitwisselbestand inlezen: typ een pad", &path);
    desk.press("Uitwisselbestand inlezen: neem het getypte pad");
    let session = desk.window().session().expect("it is open");
    assert_eq!(session.sheet(Perspective::Supervisor).verdict("I.1.1"), Verdict::Open);
}

#[test]
fn every_problem_of_a_refused_file_can_be_read() {
    let mut desk = Desk::with_example(&[]);
    let wrong = trede::gui::desk::EXAMPLE.replace("\"fails\"", "\"fals\"").replace("I.3.1\"", "I.9.1\"");
    std::fs::write(desk.path("fout.ron"), &wrong).unwrap();
    desk.go_to("Overzicht");
    desk.fill("Uitwisselbestand inlezen: typ een pad", &desk.path("fout.ron").display().to_string());
    desk.press("Uitwisselbestand inlezen: neem het getypte pad");
    let last = wrong.lines().count() - wrong.lines().rev().position(|line| line.contains("\"fals\"")).unwrap();
    let last = format!("Regel {last}: ");
    assert!(desk.shows("Het bestand is geweigerd: ") && !desk.shows(&last));
    desk.press("Alle problemen tonen");
    assert!(desk.shows(&last));
    desk.press("Alle problemen verbergen");
    assert!(!desk.shows(&last));
}

#[test]
fn tables_go_out_beside_exchange_files_by_a_dialog_and_by_a_typed_path() {
    let mut desk = Desk::with_example(&["uit"]);
    desk.go_to("Overzicht");
    desk.press("Schrijven als werkblad (XLSX)");
    assert!(fs::read(desk.path("uit.xlsx")).expect("it is written").starts_with(b"PK"));
    let path = desk.path("uit.csv").display().to_string();
    desk.fill("Bevindingen schrijven: typ een pad", &path);
    desk.press("Bevindingen schrijven: neem het getypte pad");
    let table = fs::read_to_string(desk.path("uit.csv")).expect("it is written");
    assert!(table.starts_with("\u{FEFF}Nr.;Onderdeel;") && table.contains("\r\nI;"));
}

#[test]
fn the_log_tells_who_did_what_with_the_old_and_the_new_value() {
    let mut desk = Desk::with_example(&[]);
    desk.go_to("Logboek");
    assert!(desk.shows("de keten van controlegetallen klopt van de eerste tot de laatste"));
    assert!(desk.shows("uitwisselbestand overgenomen"));
    assert!(desk.shows("I.3.1, oordeel (toezichthouder): open → voldaan"));
}

#[test]
fn help_explains_the_rule_and_lists_the_keys() {
    let mut desk = Desk::with_example(&[]);
    desk.harness.key_press(Key::F1);
    desk.harness.run();
    assert!(desk.shows("Hoe een score ontstaat"));
    assert!(desk.shows("Toetsen"));
    assert!(desk.shows("Ctrl Z") || desk.shows("Ctrl+Z"));
    desk.press("Sluiten");
    assert!(!desk.shows("Hoe een score ontstaat"));
}
