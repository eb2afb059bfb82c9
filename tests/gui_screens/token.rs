//! Signing with a key on a token, as assessor and as second reader. The window runs in a process of its own, since SoftHSM2 learns from
//! the environment where its tokens are.

use std::fs;
use std::path::Path;

use super::Desk;
use crate::token::faults::module as misbehaving;
use crate::token::fixture::{Card, PIN, certificate, softhsm};

const SELF: &str = "gui_screens::token::a_key_on_a_token_signs_in_the_window";
pub(super) const MAKE: &str = "Rapport maken en ondertekenen";

pub(super) fn take_module(desk: &mut Desk, path: &Path) {
    desk.fill("Module van het token: typ een pad", &path.display().to_string());
    desk.press("Module van het token: neem het getypte pad");
}

pub(super) fn choice(name: &str, file: &str) -> String {
    let print: String = certificate(file).fingerprint().chars().take(16).collect();
    format!("{name}, op Proefkaart ({print})")
}

#[test]
fn a_key_on_a_token_signs_in_the_window() {
    let Some(module) = softhsm() else { return };
    let Some(tokens) = std::env::var_os("TREDE_TEST_WINDOW") else {
        let card = Card::new().unwrap();
        card.in_child(SELF, &[("TREDE_TEST_WINDOW", card.tokens().into())]);
        assert!(!card.tokens().exists(), "the window ran to its end");
        return;
    };
    let mut desk = Desk::with_example(&["rapport"]);
    desk.go_to("Rapport …");
    desk.press("Ondertekenen met een sleutel op een kaart of token");
    assert!(desk.shows("Trede voert die uit: kies alleen een module die u vertrouwt"));
    assert!(!desk.can_press("Sleutels zoeken op het token") && !desk.can_press(MAKE));
    desk.press("Andere plek kiezen");

    let text = desk.path("settings.ron");
    take_module(&mut desk, &text);
    desk.press_and_wait("Sleutels zoeken op het token", "kan niet worden geladen");
    assert!(!desk.can_press(MAKE));
    take_module(&mut desk, &module);
    assert!(!desk.shows("kan niet worden geladen"));
    assert_eq!(desk.settings().token_module.as_deref(), Some(module.as_path()));
    assert!(!desk.shows("Met welk certificaat"), "nothing is loaded before it is asked for");
    desk.press_and_wait("Sleutels zoeken op het token", "Met welk certificaat ondertekent u?");
    assert!(desk.shows("Het certificaat van Rens Kaart kan niet worden gebruikt"));

    desk.press(&choice("Pia Kromme", "p256"));
    assert!(!desk.can_press(MAKE), "without a PIN");
    desk.fill("Pincode van het token", "654321");
    desk.press_and_wait(MAKE, "De pincode is niet juist");
    assert!(!desk.path("rapport.pdf").exists());
    assert_eq!(desk.field("Pincode van het token"), "", "it is not kept");
    desk.press(&choice("Zonder Sleutel", "without-key"));
    desk.fill("Pincode van het token", PIN);
    desk.press_and_wait(MAKE, "staat geen sleutel op het token");
    assert!(!desk.path("rapport.pdf").exists());
    desk.press(&choice("Pia Kromme", "p256"));
    desk.fill("Pincode van het token", PIN);
    desk.press_and_wait(MAKE, "Het rapport staat klaar");
    assert!(desk.shows("kan Pia Kromme bevestigen"));
    assert_eq!(desk.settings().last_identity, None);
    let kept = fs::read_to_string(desk.path("settings.ron")).unwrap();
    assert!(!kept.contains(PIN) && kept.contains("libsofthsm2"), "{kept}");

    desk.press_and_wait("Controleren", "Gaaf: het rapport is ongewijzigd");
    let before = fs::read(desk.path("rapport.pdf")).unwrap();
    desk.press("Sleutel op een kaart of ander token (PKCS#11)");
    desk.press_and_wait("Sleutels zoeken op het token", "Met welk certificaat ondertekent u?");
    desk.press(&choice("Rens Kaart", "rsa-2048"));
    desk.fill("Pincode van het token", "654321");
    desk.press_and_wait("Als tweede lezer ondertekenen", "De pincode is niet juist");
    assert_eq!(fs::read(desk.path("rapport.pdf")).unwrap(), before);
    desk.fill("Pincode van het token", PIN);
    desk.press_and_wait("Als tweede lezer ondertekenen", "Rens Kaart, tweede lezer");
    let twice = fs::read(desk.path("rapport.pdf")).unwrap();
    assert!(twice.starts_with(&before) && desk.shows("Kaartstam"));

    // The card is pulled out after its keys were found.
    desk.go_to("Rapport …");
    desk.press("Nog een rapport maken");
    desk.fill("Pincode van het token", PIN);
    fs::remove_dir_all(tokens).unwrap();
    desk.press(MAKE);
    desk.press_and_wait("Ja, vervangen", "Het token meldt een fout");
    assert_eq!(fs::read(desk.path("rapport.pdf")).unwrap(), twice);
}

#[test]
fn a_token_that_gives_no_answer_is_no_longer_waited_for() {
    const SELF: &str = "gui_screens::token::a_token_that_gives_no_answer_is_no_longer_waited_for";
    let Some(real) = softhsm() else { return };
    let Some(module) = std::env::var_os("TREDE_TEST_WINDOW") else {
        let card = Card::new().unwrap();
        let folder = tempfile::tempdir().unwrap();
        return card.in_child(
            SELF,
            &[
                ("TREDE_TEST_WINDOW", misbehaving().into()),
                ("TREDE_TEST_MODULE", real.into()),
                ("TREDE_TEST_CALLS", folder.path().join("calls").into()),
                ("TREDE_TEST_FOLDER", card.tokens().into()),
                ("TREDE_TEST_FAULT", "hangs when signing".into()),
            ],
        );
    };
    let mut desk = Desk::with_example(&["rapport"]);
    desk.go_to("Rapport …");
    desk.press("Ondertekenen met een sleutel op een kaart of token");
    desk.press("Andere plek kiezen");
    take_module(&mut desk, Path::new(&module));
    desk.press_and_wait("Sleutels zoeken op het token", "Met welk certificaat ondertekent u?");
    desk.press(&choice("Pia Kromme", "p256"));
    desk.fill("Pincode van het token", PIN);
    desk.press_and_wait(MAKE, "wachten op het token");
    desk.press_and_wait("Stoppen", "Gestopt. Er is niets geschreven.");
    assert!(!desk.path("rapport.pdf").exists());
    // The form is there again, and the PIN is not kept.
    assert_eq!(desk.field("Pincode van het token"), "");
}
