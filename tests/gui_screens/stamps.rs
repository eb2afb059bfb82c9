//! Time stamps in the window: setting a service, signing with and without, and trusting the service.

use eframe::egui::{Key, Modifiers, Role};
use egui_kittest::kittest::Queryable as _;

use super::Desk;
use crate::authority::{Authority, Kind, Service, respond};

fn settings(desk: &mut Desk) {
    desk.harness.key_press_modifiers(Modifiers::COMMAND, Key::P);
    desk.harness.run();
    desk.harness.get_by_role_and_label(Role::TextInput, "Opdrachten").type_text("instellingen");
    desk.harness.run();
    desk.harness.key_press(Key::Enter);
    desk.harness.run();
}

/// A report form with a key, ready to sign.
fn desk(address: &str) -> Desk {
    let mut desk = Desk::with_example(&["rapport"]);
    settings(&mut desk);
    assert!(desk.shows("Er is geen dienst ingesteld") && desk.shows("Zonder adres maakt Trede nooit verbinding."));
    desk.fill("Adres van de tijdstempeldienst", "https://tijd.example/");
    desk.press("Gebruiken");
    assert!(desk.shows("Trede gebruikt geen https"));
    assert_eq!(desk.settings().time_stamp_url, None);
    desk.fill("Adres van de tijdstempeldienst", address);
    desk.press("Gebruiken");
    assert!(desk.shows(&format!("Bij elke handtekening wordt een tijdstempel gevraagd bij {address}")));
    assert_eq!(desk.settings().time_stamp_url.as_deref(), Some(address));
    desk.press("Sluiten");
    desk.go_to("Rapport …");
    desk.press("Ondertekenen met een sleutel uit een bestand");
    let key = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/fixtures/keys/p256-self.p12");
    desk.fill("Bestand met de sleutel: typ een pad", key);
    desk.press("Bestand met de sleutel: neem het getypte pad");
    desk.press("Andere plek kiezen");
    desk.fill("Wachtwoord van het sleutelbestand", "wächt€r");
    desk
}

#[test]
fn a_service_is_set_asked_and_trusted() {
    let Some(authority) = Authority::new(Kind::P256, "sha256", "sha256") else { return };
    let service = Service::of(authority);
    let mut desk = desk(&service.address);
    assert_eq!(service.asked(), 0);
    assert!(desk.shows("gaat een hash van de handtekening, niets uit het rapport"));
    desk.press_and_wait("Rapport maken en ondertekenen", "Het rapport staat klaar");
    assert_eq!(service.asked(), 1);
    desk.press_and_wait("Controleren", "Gaaf: het rapport is ongewijzigd");
    assert!(desk.shows("volgens Proef Tijdstempels") && desk.shows("Nee: het tijdstempel is gaaf"));
    desk.press("Deze tijdstempeldienst vertrouwen");
    assert!(desk.shows("Tijdstempels van deze dienst heten voortaan"));
    desk.press_and_wait("Ik heb vergeleken: vertrouwen", "is nu een vertrouwde tijdstempeldienst");
    desk.wait("Dienst bevestigd");
    assert!(!desk.shows("Nee: het tijdstempel is gaaf") && desk.shows("Dienst bevestigd"));
    // The service on the list confirms when, not who.
    assert!(desk.shows("Ondertekenaar niet bevestigd"));
    assert_eq!(service.asked(), 1);
    desk.fill(
        "Bestand met de sleutel: typ een pad",
        concat!(env!("CARGO_MANIFEST_DIR"), "/tests/fixtures/keys/p256-chain.p12"),
    );
    desk.press("Bestand met de sleutel: neem het getypte pad");
    desk.fill("Wachtwoord van het sleutelbestand", "wächt€r");
    desk.press_and_wait("Als tweede lezer ondertekenen", "Jip Kromme, tweede lezer");
    desk.wait("Gaaf: het rapport is ongewijzigd");
    assert_eq!(service.asked(), 2);
}

#[test]
fn when_no_stamp_comes_nothing_is_written_and_one_can_sign_without() {
    let service = Service::start(|_, stream| respond(stream, "503 Nu niet", "", b""));
    let mut desk = desk(&service.address);
    desk.press_and_wait("Rapport maken en ondertekenen", "antwoordde met een fout (HTTP 503)");
    assert!(!desk.path("rapport.pdf").exists());
    desk.press("Zonder tijdstempel");
    desk.fill("Wachtwoord van het sleutelbestand", "wächt€r");
    desk.press_and_wait("Rapport maken en ondertekenen", "Het rapport staat klaar");
    assert_eq!(service.asked(), 1);
    settings(&mut desk);
    desk.press("Geen tijdstempels meer");
    assert!(desk.shows("Er is geen dienst ingesteld"));
    assert_eq!(desk.settings().time_stamp_url, None);
}
