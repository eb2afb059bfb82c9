//! Where one was in an assessment is where one is when it is opened again.

use eframe::egui::Key;
use trede::domain::{NormId, Perspective};
use trede::gui::desk;
use trede::storage::settings::{LastPlace, Settings};

use super::Desk;

#[test]
fn an_assessment_opens_where_it_was_left() {
    let mut desk = Desk::with_example(&[]);
    desk.ctrl(Key::F);
    desk.type_into("Zoeken", "V.5.3");
    desk.key(Key::Enter);
    desk.press("Tweede lezer");
    desk.ctrl(Key::W);
    assert!(desk.window().session().is_none());
    desk.press("Voorbeeldbank.trede openen");
    assert_eq!(desk.window().chosen().map(NormId::as_str), Some("V.5.3"));
    assert_eq!(desk.window().perspective(), Perspective::Reviewer);
    assert!(desk.shows("Onderdeel V") || desk.shows("V.5.3"));
}

#[test]
fn a_place_that_is_gone_is_passed_over() {
    let mut desk = Desk::start(
        |home| {
            let path = home.join("hier.trede");
            desk::example(&path, &desk::stamp("Test")).unwrap();
            let mut settings = Settings::default();
            let perspective = Perspective::Reviewer;
            settings.note_place(LastPlace { path: path.clone(), norm: "IX.9.9".to_owned(), perspective });
            settings.note_opened(&path);
            settings.save(home).unwrap();
        },
        &[],
    );
    desk.press("hier.trede openen");
    assert_eq!(desk.window().chosen().map(NormId::as_str), Some("I.3.1"));
    assert_eq!(desk.window().perspective(), Perspective::Supervisor);
}
