//! A key on a token, in a process that finds the token.

use std::fs;

use super::super::Desk;
use super::super::token::{MAKE, choice, take_module};
use super::{Camera, Journey};
use crate::token::fixture::{Card, PIN, softhsm};

pub const JOURNEYS: &[Journey] = &[signing];

const SEARCH: &str = "Sleutels zoeken op het token";
const WHICH: &str = "Met welk certificaat ondertekent u?";

fn signing(camera: &mut Camera) {
    let test = camera.elsewhere("token");
    let Some(module) = softhsm() else { return };
    let Some(tokens) = std::env::var_os("TREDE_TEST_WINDOW") else {
        let card = Card::new().expect("a card");
        return card.in_child(&test, &[("TREDE_TEST_WINDOW", card.tokens().into())]);
    };
    let mut desk = Desk::with_example(&["rapport"]);
    desk.go_to("Rapport …");
    desk.press("Ondertekenen met een sleutel op een kaart of token");
    desk.press("Andere plek kiezen");
    take_module(&mut desk, &module);
    camera.take(&mut desk, "token-module");
    desk.press_and_wait(SEARCH, WHICH);
    camera.take(&mut desk, "token-certificates");
    desk.press(&choice("Pia Kromme", "p256"));
    camera.take_at(&mut desk, "token-pin", "Pincode van het token");
    desk.fill("Pincode van het token", "654321");
    desk.press_and_wait(MAKE, "De pincode is niet juist");
    camera.take_at(&mut desk, "token-pin-wrong", MAKE);
    desk.press(&choice("Zonder Sleutel", "without-key"));
    desk.fill("Pincode van het token", PIN);
    desk.press_and_wait(MAKE, "staat geen sleutel op het token");
    camera.take_at(&mut desk, "token-no-key", MAKE);
    desk.press(&choice("Pia Kromme", "p256"));
    desk.fill("Pincode van het token", PIN);
    desk.press_and_wait(MAKE, "Het rapport staat klaar");
    camera.take(&mut desk, "token-ready");
    desk.press_and_wait("Controleren", "Gaaf: het rapport is ongewijzigd");
    desk.press("Sleutel op een kaart of ander token (PKCS#11)");
    desk.press_and_wait(SEARCH, WHICH);
    camera.take_at(&mut desk, "token-second-reader", "Als tweede lezer ondertekenen");
    desk.go_to("Rapport …");
    desk.press("Nog een rapport maken");
    desk.fill("Pincode van het token", PIN);
    fs::remove_dir_all(tokens).unwrap();
    desk.press(MAKE);
    desk.press_and_wait("Ja, vervangen", "Het token meldt een fout");
    camera.take_at(&mut desk, "token-pulled-out", MAKE);
}
