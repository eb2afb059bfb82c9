//! What lies over a screen: palette, finding, settings, help, the tour, questions. And the overview and the log beneath.

use std::path::Path;

use eframe::egui::Key;
use trede::gui::wish::Notice;
use trede::storage::settings::Settings;

use super::super::Desk;
use super::rubric::{jump, open_part, write};
use super::{Camera, Journey};

pub const JOURNEYS: &[Journey] =
    &[overview_and_log, menu_and_palette, finding, history_and_messages, settings, help, tour, who, exchange, names];

fn overview_and_log(camera: &mut Camera) {
    let mut desk = Desk::with_example(&[]);
    desk.go_to("Overzicht");
    camera.take(&mut desk, "overview");
    camera.take_at(&mut desk, "overview-end", "Schrijven als RON");
    desk.press("Voorblad wijzigen");
    desk.fill("KvK-nummer (mag leeg blijven)", "1");
    desk.press("Bewaren");
    camera.take(&mut desk, "cover");
    desk.key(Key::Escape);
    desk.go_to("Logboek");
    camera.take(&mut desk, "log");
}

fn menu_and_palette(camera: &mut Camera) {
    let mut desk = Desk::with_example(&[]);
    desk.press("Menu");
    camera.take_menu(&mut desk, "menu", "Menu");
    desk.key(Key::Escape);
    desk.ctrl(Key::P);
    camera.take(&mut desk, "palette");
    desk.type_into("Opdrachten", "thema");
    camera.take(&mut desk, "palette-typed");
    desk.type_into("Opdrachten", "qqq");
    camera.take(&mut desk, "palette-none");
    desk.key(Key::Escape);
    desk.press("I.3.1: meer oordelen");
    camera.take_menu(&mut desk, "more-verdicts", "I.3.1: meer oordelen");
}

fn finding(camera: &mut Camera) {
    let mut desk = Desk::with_example(&[]);
    desk.ctrl(Key::F);
    camera.take(&mut desk, "find");
    desk.type_into("Zoeken", "klant");
    camera.take(&mut desk, "find-many");
    desk.type_into("Zoeken", "qqq");
    camera.take(&mut desk, "find-none");
}

fn history_and_messages(camera: &mut Camera) {
    let mut desk = Desk::with_example(&[]);
    desk.key(Key::N);
    open_part(&mut desk, "III ");
    desk.key(Key::N);
    jump(&mut desk, "V.5.6");
    desk.key(Key::N);
    write(&mut desk, "Toelichting bij V.5.6", " Later gezien.");
    desk.ctrl(Key::Z);
    camera.take(&mut desk, "undone");
    desk.ctrl(Key::H);
    camera.take(&mut desk, "history");
    desk.key(Key::Escape);
    desk.window().tell(Notice::Done("Geschreven: /home/a.voorbeeld/Documents/Voorbeeldbank.xlsx".to_owned()));
    let problem =
        "voorbeeld.pdf kan niet worden geopend met een ander programma. Technische melding: EIO 5, /run/media.";
    desk.window().tell(Notice::Problem(problem.to_owned()));
    desk.harness.run();
    camera.take(&mut desk, "problem");
    desk.press("Technische gegevens tonen");
    camera.take(&mut desk, "problem-details");
    desk.ctrl(Key::M);
    camera.take(&mut desk, "messages");
}

fn settings(camera: &mut Camera) {
    let mut desk = Desk::with_example(&[]);
    desk.press("Menu");
    desk.press("Instellingen");
    camera.take(&mut desk, "settings");
    desk.fill("Adres van de tijdstempeldienst", "https://tijd.example/");
    desk.press("Gebruiken");
    camera.take_at(&mut desk, "settings-stamp-wrong", "Gebruiken");
}

fn help(camera: &mut Camera) {
    let mut desk = Desk::with_example(&[]);
    desk.key(Key::F1);
    camera.take(&mut desk, "help");
    camera.take_at(&mut desk, "help-keys", "Toetsen");
}

fn tour(camera: &mut Camera) {
    let mut desk = Desk::start(|home| Settings::default().save(home).unwrap(), &[]);
    desk.press("Voorbeeld proberen");
    for step in ["tour-1", "tour-2", "tour-3"] {
        camera.take(&mut desk, step);
        desk.key(Key::Enter);
    }
}

fn who(camera: &mut Camera) {
    let (assessor_name, assessor_role) = ("B. Tweede".to_owned(), "analist".to_owned());
    let settings = Settings { tour_done: true, assessor_name, assessor_role, ..Settings::default() };
    let mut desk = Desk::start(move |home: &Path| settings.save(home).expect("settings"), &[]);
    desk.press("Voorbeeld proberen");
    desk.ctrl(Key::W);
    let (path, ctx) = (desk.path("Voorbeeldbank.trede"), desk.harness.ctx.clone());
    desk.window().open(&ctx, &path);
    desk.harness.run();
    camera.take(&mut desk, "who");
    desk.press("B. Tweede, analist");
    camera.take(&mut desk, "who-chosen");
}

fn exchange(camera: &mut Camera) {
    let mut desk = Desk::with_example(&["uit.ron"]);
    desk.go_to("Overzicht");
    std::fs::write(desk.path("uit.ron"), "van een ander").unwrap();
    desk.press("Schrijven als RON");
    camera.take(&mut desk, "replace-question");
    desk.press("Nee, niets doen");
    let wrong = trede::gui::desk::EXAMPLE.replace("\"fails\"", "\"fals\"").replace("I.3.1\"", "I.9.1\"");
    std::fs::write(desk.path("fout.ron"), wrong).unwrap();
    let path = desk.path("fout.ron").display().to_string();
    desk.fill("Uitwisselbestand inlezen: typ een pad", &path);
    desk.press("Uitwisselbestand inlezen: neem het getypte pad");
    camera.take(&mut desk, "import-problems");
}

fn names(camera: &mut Camera) {
    let mut desk = Desk::with_example(&[]);
    desk.go_to("Overzicht");
    desk.press("Voorblad wijzigen");
    desk.fill("Aanbieder", "Voorbeeldb\u{430}nk N.V.");
    camera.take(&mut desk, "cover-doubt");
    desk.press("Bewaren");
    camera.take(&mut desk, "overview-doubt");
}
