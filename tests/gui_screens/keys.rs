//! Signing with a key from a file, as assessor and as second reader.

use std::fs;
use std::path::Path;

use super::Desk;

fn key(name: &str) -> String {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/keys").join(name).display().to_string()
}

pub(super) fn take_key(desk: &mut Desk, name: &str) {
    desk.fill("Bestand met de sleutel: typ een pad", &key(name));
    desk.press("Bestand met de sleutel: neem het getypte pad");
}

#[test]
fn assessor_and_second_reader_sign_with_keys_from_files() {
    let mut desk = Desk::with_example(&["rapport"]);
    desk.go_to("Rapport …");
    desk.press("Ondertekenen met een sleutel uit een bestand");
    assert!(!desk.can_press("Rapport maken en ondertekenen"));
    take_key(&mut desk, "rsa-2048-chain.p12");
    desk.press("Andere plek kiezen");
    desk.fill("Wachtwoord van het sleutelbestand", "wachter");
    desk.press_and_wait("Rapport maken en ondertekenen", "Het wachtwoord is niet juist");
    assert!(!desk.path("rapport.pdf").exists());
    assert_eq!(desk.field("Wachtwoord van het sleutelbestand"), "", "it is not kept");
    desk.fill("Wachtwoord van het sleutelbestand", "wächt€r");
    desk.press_and_wait("Rapport maken en ondertekenen", "Het rapport staat klaar");
    assert!(desk.shows("kan Noor Régnier bevestigen"));
    assert_eq!(desk.settings().last_identity, None);

    desk.press_and_wait("Controleren", "Gaaf: het rapport is ongewijzigd");
    assert!(desk.shows("RSA (PKCS #1 v1.5), 2048 bits") && desk.shows("Voorbeeld Uitgever, Voorbeeld Stam"));
    take_key(&mut desk, "rsa-1024.p12");
    desk.fill("Wachtwoord van het sleutelbestand", "wächt€r");
    let before = fs::read(desk.path("rapport.pdf")).unwrap();
    desk.press_and_wait("Als tweede lezer ondertekenen", "RSA met 1024 bits");
    assert_eq!(fs::read(desk.path("rapport.pdf")).unwrap(), before);
    take_key(&mut desk, "p256-chain.p12");
    desk.fill("Wachtwoord van het sleutelbestand", "wächt€r");
    desk.press_and_wait("Als tweede lezer ondertekenen", "Jip Kromme, tweede lezer");
    assert!(desk.shows("Gaaf: het rapport is ongewijzigd") && !desk.shows("Als tweede lezer ondertekenen"));
    assert!(fs::read(desk.path("rapport.pdf")).unwrap().starts_with(&before));
}
