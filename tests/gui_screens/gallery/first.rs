//! Before anything is judged: the first screen, the form of a new assessment, checking a report.

use std::fs;
use std::path::Path;

use eframe::egui::Key;
use trede::storage::settings::Settings;
use trede::storage::shipped;

use super::super::{Desk, signed_report};
use super::{Camera, Journey};

pub const JOURNEYS: &[Journey] =
    &[start, start_with_files, new_form, own_framework, known_signers, verified, not_intact];

/// A lender of nearly two hundred characters.
pub const LONG: &str = "Coöperatieve Hypotheekverstrekkersunie Noordoost-Brabantse Woningfinancieringsmaatschappijen en \
     Kredietverleningsinstellingen voor Middenstandsondernemers, voorheen Spaarbank Bergeijk, Holding B.V.";

fn start(camera: &mut Camera) {
    let mut desk = Desk::start(|_| {}, &[]);
    camera.take(&mut desk, "start-first");
    desk.ctrl(Key::P);
    camera.take(&mut desk, "start-palette");
    desk.key(Key::Escape);
    desk.ctrl(Key::M);
    camera.take(&mut desk, "start-messages-none");
    desk.press("Sluiten");
    let path = desk.path("brief.trede");
    fs::write(&path, "een brief").unwrap();
    desk.fill("Beoordeling of rapport openen: typ een pad", &path.display().to_string());
    desk.press("Beoordeling of rapport openen: neem het getypte pad");
    desk.wait("is geen beoordeling van Trede");
    camera.take(&mut desk, "start-problem");
}

fn start_with_files(camera: &mut Camera) {
    let prepare = |home: &Path| {
        let deep =
            home.join("Dossiers 2026/Toezicht op betalingsachterstanden/Coöperatieve Hypotheekverstrekkersvereniging");
        fs::create_dir_all(&deep).unwrap();
        let mut settings = Settings { tour_done: true, ..Settings::default() };
        let long = format!("{}-2026-11-22.trede", LONG.chars().take(120).collect::<String>());
        settings.note_opened(&home.join("Testbank-2025-10-02.trede"));
        for path in [home.join("Voorbeeldbank.trede"), deep.join("bank.trede"), deep.join(long)] {
            fs::write(&path, "").unwrap();
            settings.note_opened(&path);
        }
        settings.note_opened(&deep.join("verplaatst.trede"));
        settings.save(home).unwrap();
    };
    camera.take(&mut Desk::start(prepare, &[]), "start-recent");
    let mut desk = Desk::start(|home| fs::write(home.join("settings.ron"), "(kapot").unwrap(), &[]);
    camera.take(&mut desk, "start-settings-unreadable");
}

fn new_form(camera: &mut Camera) {
    let mut desk = Desk::start(|_| {}, &[]);
    desk.press("Nieuwe beoordeling");
    camera.take(&mut desk, "new-empty");
    desk.fill("KvK-nummer (mag leeg blijven)", "1234");
    desk.fill("Rol", "toezichthouder");
    desk.press("Beoordeling maken");
    camera.take_at(&mut desk, "new-wrong", "Aanbieder");
    desk.fill("Aanbieder", LONG);
    desk.fill("KvK-nummer (mag leeg blijven)", "12345678");
    desk.fill("Naam van de beoordelaar", "T. Ester-van den Bovenkamp");
    camera.take_at(&mut desk, "new-filled", "Aanbieder");
    camera.take_at(&mut desk, "new-filled-end", "Beoordeling maken");
    #[cfg(feature = "encryption")]
    {
        desk.press("Met een wachtwoord beveiligen (aanbevolen)");
        desk.press("Beoordeling maken");
        desk.fill("Nieuw wachtwoord", "te kort");
        desk.press("Maken en versleutelen");
        camera.take(&mut desk, "new-password");
    }
}

fn own_framework(camera: &mut Camera) {
    let mut desk = Desk::start(|_| {}, &[]);
    desk.press("Nieuwe beoordeling");
    let path = desk.path("vals.ron");
    fs::write(&path, format!("// anders\n{}", shipped::ALL[0].text)).unwrap();
    let take = "Normenkader uit een bestand: neem het getypte pad";
    desk.fill("Normenkader uit een bestand: typ een pad", &path.display().to_string());
    desk.press(take);
    camera.take(&mut desk, "new-framework-question");
    desk.press("Nee, niets doen");
    fs::write(&path, "(format: 1)").unwrap();
    desk.press(take);
    camera.take(&mut desk, "new-framework-problem");
}

fn known_signers(camera: &mut Camera) {
    let mut desk = Desk::start(|_| {}, &[]);
    desk.press("Rapport controleren");
    camera.take(&mut desk, "verify-empty");
    fs::write(desk.path("b.pem"), crate::example::STRANGER.certificate().to_pem()).unwrap();
    desk.fill("Aantekening", "gebeld op 22 november, vingerafdruk voorgelezen");
    desk.fill("Certificaat van een ondertekenaar: typ een pad", &desk.path("b.pem").display().to_string());
    desk.press("Certificaat van een ondertekenaar: neem het getypte pad");
    camera.take(&mut desk, "verify-trust-question");
    desk.press("Ik heb vergeleken: vertrouwen");
    camera.take(&mut desk, "verify-trust-list");
    desk.press("A. Voorbeeld verwijderen");
    camera.take(&mut desk, "verify-trust-remove");
    desk.press("Nee, niets doen");
    fs::write(desk.path(trede::trust::FILE), "(format: 1").unwrap();
    check(&mut desk, &crate::example::REPORT, "Ondertekenaar niet bevestigd");
    camera.take(&mut desk, "verify-trust-damaged");
}

/// Checks a report with these bytes, until this is to be read.
fn check(desk: &mut Desk, bytes: &[u8], text: &str) {
    fs::write(desk.path("r.pdf"), bytes).unwrap();
    let path = desk.path("r.pdf").display().to_string();
    desk.fill("Rapport controleren: typ een pad", &path);
    desk.press_and_wait("Rapport controleren: neem het getypte pad", text);
}

fn verified(camera: &mut Camera) {
    let mut desk = Desk::start(|home| drop(fs::create_dir(home.join("ander"))), &[]);
    let report = signed_report(&desk.path("ander"));
    desk.press("Rapport controleren");
    check(&mut desk, &fs::read(report).unwrap(), "Gaaf: het rapport is ongewijzigd");
    camera.take(&mut desk, "verify-unknown-signer");
    desk.fill("Beoordeling bij dit rapport: typ een pad", &desk.path("ander/a.trede").display().to_string());
    desk.press("Beoordeling bij dit rapport: neem het getypte pad");
    camera.take_at(&mut desk, "verify-with-assessment", "Beoordeling bij dit rapport: typ een pad");
    desk.press("Deze ondertekenaar vertrouwen");
    camera.take(&mut desk, "verify-trust-this");
    desk.press_and_wait("Ik heb vergeleken: vertrouwen", "Ondertekenaar bevestigd");
    camera.take(&mut desk, "verify-confirmed");
    desk.press_and_wait("Bladzijden bekijken", "Bladzijde 1 van ");
    desk.settle();
    camera.take(&mut desk, "verify-pages");
}

fn not_intact(camera: &mut Camera) {
    let mut desk = Desk::start(|_| {}, &[]);
    desk.press("Rapport controleren");
    let mut bytes = crate::example::REPORT.to_vec();
    let middle = bytes.len() / 2;
    bytes[middle] ^= 1;
    check(&mut desk, &bytes, "Niet gaaf");
    camera.take(&mut desk, "verify-not-intact");
    check(&mut desk, b"%PDF-1.7 niets", "Niet gaaf");
    camera.take(&mut desk, "verify-no-report");
    desk.fill("Rapport controleren: typ een pad", &desk.path("weg.pdf").display().to_string());
    desk.press_and_wait("Rapport controleren: neem het getypte pad", "weg.pdf is er niet");
    camera.take(&mut desk, "verify-not-there");
    let mut desk = Desk::without_dialogs();
    desk.ctrl(Key::O);
    camera.take(&mut desk, "path-form");
}
