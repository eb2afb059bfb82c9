//! The tour of the first run: three steps at real things, skipped or taken once, and restarted by a command.

use eframe::egui::{Key, Role};
use egui_kittest::kittest::Queryable as _;
use trede::storage::settings::Settings;

use super::Desk;

fn first_run() -> Desk {
    let mut desk = Desk::start(|home| Settings::default().save(home).unwrap(), &[]);
    desk.press("Voorbeeld proberen");
    desk
}

#[test]
fn the_tour_points_at_three_things_and_is_taken_once() {
    let mut desk = first_run();
    for (title, next) in
        [("De onderdelen", "Volgende stap"), ("Een norm", "Volgende stap"), ("Waarom deze score", "Aan de slag")]
    {
        assert!(desk.harness.query_all_by_role_and_label(Role::Heading, title).next().is_some(), "{title}");
        assert!(!desk.settings().tour_done);
        desk.press(next);
    }
    assert!(desk.settings().tour_done && !desk.shows("Rondleiding, stap"));
    desk.ctrl(Key::W);
    desk.press("Voorbeeld proberen");
    assert!(!desk.shows("Rondleiding, stap"));
    desk.press("Menu");
    desk.press("Rondleiding");
    assert!(desk.shows("Rondleiding, stap 1 van 3"));
}

#[test]
fn the_tour_can_be_skipped_and_stands_in_nobodys_way() {
    let mut desk = first_run();
    let chosen = desk.window().chosen().expect("a norm").clone();
    desk.key(Key::N);
    let side = desk.window().perspective();
    let verdict = desk.window().session().expect("it is open").sheet(side).verdict(chosen.as_str());
    assert_eq!(verdict, trede::domain::Verdict::Fails);
    assert!(desk.shows("Rondleiding, stap 1 van 3"));
    desk.press("Rondleiding overslaan");
    assert!(!desk.shows("Rondleiding, stap") && desk.settings().tour_done);
    let mut desk = first_run();
    desk.key(Key::Escape);
    assert!(!desk.shows("Rondleiding, stap") && desk.settings().tour_done);
}

#[test]
fn an_assessment_without_findings_says_where_to_begin() {
    let mut desk = Desk::start(|_| {}, &[]);
    desk.press("Nieuwe beoordeling");
    desk.fill("Aanbieder", "Testbank");
    desk.press("Beoordeling maken");
    desk.go_to("Overzicht");
    assert!(desk.shows("U hebt hier nog niets beoordeeld."));
    desk.press("Naar de eerste norm");
    assert_eq!(desk.window().chosen().map(|norm| norm.as_str().to_owned()).as_deref(), Some("I.3.1"));
    desk.key(Key::J);
    desk.go_to("Overzicht");
    assert!(!desk.shows("U hebt hier nog niets beoordeeld."));
}
