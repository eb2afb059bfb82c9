//! From the first start to an assessment that is open: the first screen, the form of a new one, settings that are kept.

use std::fs;
use std::path::Path;

use eframe::egui::{self, Key, Role};
use egui_kittest::kittest::Queryable as _;
use trede::domain::Perspective;
use trede::gui::desk;
use trede::storage::settings::{Appearance, Settings};

use super::Desk;

#[test]
fn the_first_start_says_what_one_can_do() {
    let desk = Desk::start(|_| {}, &[]);
    for name in ["Nieuwe beoordeling", "Openen", "Voorbeeld proberen", "Rapport controleren"] {
        assert!(desk.can_press(name), "{name}");
    }
    assert!(desk.shows("Nog niets. Begin met ‘Nieuwe beoordeling’"));
    assert!(desk.shows("versie 1.0.0, sha256 "));
    for way in ["Instellingen", "Uitleg en toetsen (F1)", "Alle opdrachten (Ctrl P)"] {
        assert!(desk.can_press(way), "{way}");
    }
}

#[test]
fn the_example_is_made_beside_what_is_there_and_remembered() {
    let mut desk = Desk::start(|home| fs::write(home.join("Voorbeeldbank.trede"), "van een ander").unwrap(), &[]);
    desk.press("Voorbeeld proberen");
    assert_eq!(
        desk.window().session().map(|session| session.path().to_owned()),
        Some(desk.path("Voorbeeldbank-2.trede"))
    );
    assert_eq!(fs::read_to_string(desk.path("Voorbeeldbank.trede")).unwrap(), "van een ander");
    assert_eq!(desk.settings().recent, [desk.path("Voorbeeldbank-2.trede")]);
}

#[test]
fn a_recent_assessment_opens_and_a_missing_one_is_marked() {
    let prepare = |home: &Path| {
        desk::example(&home.join("hier.trede"), &desk::stamp("Test")).unwrap();
        let mut settings = Settings::default();
        settings.note_opened(&home.join("weg.trede"));
        settings.note_opened(&home.join("hier.trede"));
        settings.save(home).unwrap();
    };
    let mut desk = Desk::start(prepare, &[]);
    assert!(desk.shows("niet gevonden"));
    desk.press("weg.trede uit de lijst halen");
    assert!(!desk.shows("niet gevonden"));
    desk.press("hier.trede openen");
    assert!(desk.window().session().is_some());
    assert_eq!(desk.settings().recent, [desk.path("hier.trede")]);
}

#[test]
fn a_new_assessment_names_what_is_missing_and_then_is_made() {
    let mut desk = Desk::start(|_| {}, &[]);
    desk.press("Nieuwe beoordeling");
    desk.fill("KvK-nummer (mag leeg blijven)", "1234");
    desk.press("Beoordeling maken");
    assert!(desk.shows("Vul de naam van de aanbieder in."));
    assert!(desk.shows("Een KvK-nummer heeft acht cijfers."));
    assert!(desk.window().session().is_none());
    desk.fill("Aanbieder", "Testbank B.V.");
    desk.fill("KvK-nummer (mag leeg blijven)", "12345678");
    desk.fill("Naam van de beoordelaar", "T. Ester");
    desk.fill("Rol", "toezichthouder");
    desk.press("Beoordeling maken");
    let session = desk.window().session().expect("it is open");
    let sheet = session.sheet(Perspective::Supervisor);
    assert_eq!(session.assessment().cover.kvk.as_deref(), Some("12345678"));
    assert_eq!(sheet.assessor.clone().map(|assessor| assessor.name).as_deref(), Some("T. Ester"));
    let name = session.path().file_name().unwrap().to_string_lossy().into_owned();
    assert!(name.starts_with("Testbank-20") && name.ends_with(".trede"), "{name}");
    assert_eq!(desk.settings().assessor_name, "T. Ester");
}

#[test]
fn a_new_assessment_never_replaces_a_file() {
    let mut desk = Desk::start(|home| fs::write(home.join("bezet.trede"), "van een ander").unwrap(), &["bezet.trede"]);
    desk.press("Nieuwe beoordeling");
    desk.fill("Aanbieder", "Testbank");
    desk.press("Andere plek kiezen");
    desk.harness.run();
    desk.press("Beoordeling maken");
    assert!(desk.shows("bestaat al en wordt niet overschreven. Kies een andere plek."));
    assert_eq!(fs::read_to_string(desk.path("bezet.trede")).unwrap(), "van een ander");
}

#[test]
fn a_typed_path_does_what_a_dialog_does() {
    let prepare = |home: &Path| drop(desk::example(&home.join("hier.trede"), &desk::stamp("Test")).unwrap());
    let mut desk = Desk::start(prepare, &[]);
    let path = desk.path("hier.trede").display().to_string();
    desk.fill("Beoordeling of rapport openen: typ een pad", &path);
    desk.press("Beoordeling of rapport openen: neem het getypte pad");
    assert!(desk.window().session().is_some());
}

#[test]
fn unreadable_settings_are_put_aside_and_told() {
    let mut desk = Desk::start(|home| fs::write(home.join("settings.ron"), "(kapot").unwrap(), &[]);
    assert!(desk.shows("De instellingen waren niet te lezen"));
    desk.press("Voorbeeld proberen");
    assert!(desk.window().session().is_some());
    assert!(desk.path("settings-unreadable.ron").exists());
}

#[test]
fn the_colours_are_as_they_were_chosen_and_stay_so() {
    let prepare = |home: &Path| {
        let settings = Settings { appearance: Appearance::Dark, ..Settings::default() };
        settings.save(home).unwrap();
    };
    let mut desk = Desk::start(prepare, &[]);
    let preference = |desk: &Desk| desk.harness.ctx.options(|options| options.theme_preference);
    assert_eq!(preference(&desk), egui::ThemePreference::Dark);
    desk.press("Voorbeeld proberen");
    desk.harness.key_press_modifiers(egui::Modifiers::COMMAND, Key::P);
    desk.harness.run();
    desk.harness.get_by_role_and_label(Role::TextInput, "Opdrachten").type_text("instellingen");
    desk.harness.run();
    desk.harness.key_press(Key::Enter);
    desk.harness.run();
    desk.press("Licht");
    assert_eq!(preference(&desk), egui::ThemePreference::Light);
    assert_eq!(desk.settings().appearance, Appearance::Light);
}
