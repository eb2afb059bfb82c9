//! The report: each way of signing, its pages, and checking it afterwards.

use eframe::egui::Key;

use super::super::Desk;
use super::{Camera, Journey};

pub const JOURNEYS: &[Journey] = &[own_key, key_from_file, token, pages];

const MAKE: &str = "Rapport maken en ondertekenen";
const P12: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/fixtures/keys/p256-self.p12");

fn own_key(camera: &mut Camera) {
    let mut desk = Desk::with_example(&["rapport"]);
    desk.go_to("Rapport …");
    camera.take(&mut desk, "report-first-key");
    desk.fill("Wachtwoordzin", "zeven bomen");
    desk.fill("Nog een keer", "acht bomen");
    camera.take_at(&mut desk, "report-first-key-wrong", "Nog een keer");
    desk.fill("Nog een keer", "zeven bomen");
    desk.fill("Naam", "B. Ander");
    desk.press_and_wait("Handtekening maken", "Wachtwoordzin van deze handtekening");
    camera.take(&mut desk, "report-own-key");
    desk.press("Andere plek kiezen");
    desk.fill("Wachtwoordzin van deze handtekening", "zes bomen!");
    desk.press_and_wait(MAKE, "De wachtwoordzin is niet juist.");
    camera.take_at(&mut desk, "report-wrong-passphrase", MAKE);
    desk.fill("Wachtwoordzin van deze handtekening", "zeven bomen");
    desk.press_and_wait(MAKE, "Het rapport staat klaar");
    camera.take(&mut desk, "report-ready");
    desk.press_and_wait("Controleren", "Gaaf: het rapport is ongewijzigd");
    camera.take(&mut desk, "report-verified");
    camera.take_at(&mut desk, "report-second-reader", "Als tweede lezer ondertekenen");
}

fn key_from_file(camera: &mut Camera) {
    let mut desk = Desk::with_example(&["rapport"]);
    desk.press("Menu");
    desk.press("Instellingen");
    desk.fill("Adres van de tijdstempeldienst", "http://tijdstempel.voorbeeld.nl/");
    desk.press("Gebruiken");
    camera.take_at(&mut desk, "settings-stamp", "Geen tijdstempels meer");
    desk.press("Sluiten");
    desk.go_to("Rapport …");
    desk.press("Ondertekenen met een sleutel uit een bestand");
    camera.take(&mut desk, "report-p12");
    desk.fill("Bestand met de sleutel: typ een pad", P12);
    desk.press("Bestand met de sleutel: neem het getypte pad");
    desk.press("Andere plek kiezen");
    desk.press("Zonder tijdstempel");
    desk.fill("Wachtwoord van het sleutelbestand", "verkeerd");
    desk.press_and_wait(MAKE, "achtwoord is niet juist");
    camera.take_at(&mut desk, "report-p12-wrong", MAKE);
    desk.fill("Wachtwoord van het sleutelbestand", "wächt€r");
    desk.press_and_wait(MAKE, "Het rapport staat klaar");
    camera.take(&mut desk, "report-p12-ready");
}

fn token(camera: &mut Camera) {
    let mut desk = Desk::with_example(&["rapport"]);
    desk.go_to("Rapport …");
    desk.press("Ondertekenen met een sleutel op een kaart of token");
    camera.take(&mut desk, "report-token");
    let text = desk.path("settings.ron").display().to_string();
    desk.fill("Module van het token: typ een pad", &text);
    desk.press("Module van het token: neem het getypte pad");
    desk.press_and_wait("Sleutels zoeken op het token", "kan niet worden geladen");
    camera.take_at(&mut desk, "report-token-no-module", "Sleutels zoeken op het token");
}

fn pages(camera: &mut Camera) {
    let mut desk = Desk::with_example(&[]);
    desk.go_to("Rapport …");
    desk.press_and_wait("Eerst bekijken", "Bladzijde 1 van ");
    desk.settle();
    camera.take_with(&mut desk, "preview", Desk::settle);
    desk.turn(Key::PageDown);
    camera.take_with(&mut desk, "preview-scorecard", Desk::settle);
    desk.turn(Key::End);
    camera.take_with(&mut desk, "preview-end", Desk::settle);
}
