//! A password in the window: set, asked for, replaced and removed, with the work on another thread.

use std::time::{Duration, Instant};

use eframe::egui::{Key, Role};
use egui_kittest::kittest::Queryable as _;
use trede::storage::password::is_protected;

use super::Desk;

const FIRST: &str = "een lange wachtzin";

fn command(desk: &mut Desk, text: &str) {
    desk.ctrl(Key::P);
    desk.harness.get_by_role_and_label(Role::TextInput, "Opdrachten").type_text(text);
    desk.harness.run();
    desk.key(Key::Enter);
}

fn fill(desk: &mut Desk, name: &str, text: &str) {
    desk.harness.get_by_label(name).focus();
    desk.harness.run();
    desk.harness.get_by_label(name).type_text(text);
    desk.harness.run();
}

/// Waits until the window shows this; the window is drawn meanwhile.
#[track_caller]
fn wait(desk: &mut Desk, text: &str) {
    let begun = Instant::now();
    while !desk.shows(text) {
        assert!(begun.elapsed() < Duration::from_secs(60), "{text}");
        std::thread::sleep(Duration::from_millis(20));
        desk.harness.step();
    }
    desk.harness.run();
}

#[cfg(not(feature = "encryption"))]
#[test]
fn a_build_without_encryption_says_so() {
    let mut desk = Desk::with_example();
    command(&mut desk, "wachtwoord");
    assert!(desk.shows("kan niet met wachtwoorden werken"));
    let _ = (is_protected(std::path::Path::new("")), FIRST, fill, wait);
}

#[cfg(feature = "encryption")]
#[test]
fn a_password_is_set_asked_for_replaced_and_removed() {
    let mut desk = Desk::with_example();
    desk.press("I.5.1 voldaan: ja");
    let path = desk.window().session().expect("an assessment").path().to_owned();
    command(&mut desk, "wachtwoord");
    fill(&mut desk, "Nieuw wachtwoord", FIRST);
    fill(&mut desk, "Nog een keer", "een andere wachtzin");
    desk.press("Versleutelen");
    assert!(desk.shows("De twee nieuwe wachtwoorden zijn niet gelijk.") && !is_protected(&path));
    fill(&mut desk, "Nog een keer", FIRST);
    desk.press("Versleutelen");
    wait(&mut desk, "De beoordeling is nu versleuteld.");
    assert!(is_protected(&path));
    assert_eq!(desk.verdict("I.5.1"), trede::domain::Verdict::Holds);
    // Closed and opened again it asks; a wrong one is told and the form stays.
    desk.ctrl(Key::W);
    assert!(desk.window().session().is_none());
    let ctx = desk.harness.ctx.clone();
    desk.window().open(&ctx, &path);
    desk.harness.run();
    assert!(desk.shows("Deze beoordeling heeft een wachtwoord") && desk.window().session().is_none());
    fill(&mut desk, "Wachtwoord", "een andere wachtzin");
    desk.press("Verder met dit wachtwoord");
    wait(&mut desk, "Dit wachtwoord past niet op");
    fill(&mut desk, "Wachtwoord", FIRST);
    desk.key(Key::Enter);
    wait(&mut desk, "I.5.1 voldaan: ja");
    // Removing asks for it too.
    command(&mut desk, "wachtwoord");
    fill(&mut desk, "Wachtwoord", "een andere wachtzin");
    desk.press("Wachtwoord verwijderen");
    assert!(desk.shows("Dit wachtwoord past niet op") && is_protected(&path));
    fill(&mut desk, "Wachtwoord", FIRST);
    desk.press("Wachtwoord verwijderen");
    wait(&mut desk, "De beoordeling heeft geen wachtwoord meer.");
    assert!(!is_protected(&path));
}
