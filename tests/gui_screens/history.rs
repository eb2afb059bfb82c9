//! The steps that can be undone and done again.

use eframe::egui::{Key, Role};
use egui_kittest::kittest::Queryable as _;
use trede::domain::{NormId, Verdict};

use super::Desk;

/// The example with three findings judged anew.
fn judged() -> Desk {
    let mut desk = Desk::with_example(&[]);
    for norm in ["I.5.1", "I.5.2", "I.5.3"] {
        desk.ctrl(Key::F);
        desk.type_into("Zoeken", norm);
        desk.key(Key::Enter);
        assert_eq!(desk.window().chosen().map(NormId::as_str), Some(norm));
        desk.key(Key::J);
    }
    desk
}

fn verdicts(desk: &mut Desk) -> [Verdict; 3] {
    let side = desk.window().perspective();
    let sheet = desk.window().session().expect("it is open").sheet(side).into_owned();
    ["I.5.1", "I.5.2", "I.5.3"].map(|norm| sheet.verdict(norm))
}

#[test]
fn undo_says_what_it_takes_back_in_menu_and_palette() {
    let mut desk = judged();
    desk.press("Menu");
    assert!(desk.harness.query_by_label("Ongedaan maken: I.5.3 voldaan").is_some());
    desk.key(Key::Escape);
    desk.ctrl(Key::Z);
    desk.ctrl(Key::P);
    desk.type_into("Opdrachten", "voldaan");
    let commands = desk.names(Role::MenuItem);
    assert_eq!(commands, ["Ongedaan maken: I.5.2 voldaan", "Opnieuw doen: I.5.3 voldaan"]);
}

#[test]
fn one_goes_back_and_forward_to_a_step_and_the_log_keeps_everything() {
    let mut desk = judged();
    let events = desk.window().session().expect("it is open").revision();
    desk.ctrl(Key::H);
    let step = |desk: &Desk, start: &str| {
        let names = desk.names(Role::ListBoxOption);
        names.iter().find(|name| name.starts_with(start)).unwrap_or_else(|| panic!("{start} in {names:?}")).clone()
    };
    assert!(step(&desk, "Hier bent u: I.5.3 voldaan, ").contains("A. Voorbeeld"));
    let back = step(&desk, "Terug naar I.5.1 voldaan, ");
    desk.press(&back);
    assert_eq!(verdicts(&mut desk), [Verdict::Holds; 3], "more than one step is asked first");
    assert!(desk.shows("Dit neemt 2 stappen terug."));
    desk.press("Ja, terugnemen");
    assert_eq!(verdicts(&mut desk), [Verdict::Holds, Verdict::Fails, Verdict::Fails]);
    step(&desk, "Hier bent u: I.5.1 voldaan");
    step(&desk, "Vooruit naar I.5.2 voldaan");
    let forward = step(&desk, "Vooruit naar I.5.3 voldaan");
    desk.press(&forward);
    assert_eq!(verdicts(&mut desk), [Verdict::Holds; 3]);
    let begin = step(&desk, "Terug naar Begin");
    desk.press(&begin);
    assert!(desk.shows("Dit neemt 4 stappen terug."));
    desk.press("Ja, terugnemen");
    assert_eq!(verdicts(&mut desk), [Verdict::Open; 3]);
    // Two back, two forward, four back: the import of the example is a step too.
    assert_eq!(desk.window().session().expect("it is open").revision(), events + 8);
    desk.press("Naar het logboek");
    assert!(desk.shows("Logboek"));
}

#[test]
fn without_steps_the_history_says_so() {
    let mut desk = Desk::start(|_| {}, &[]);
    desk.press("Nieuwe beoordeling");
    desk.fill("Aanbieder", "Testbank");
    desk.press("Beoordeling maken");
    desk.ctrl(Key::H);
    assert!(desk.shows("Er is nog niets om ongedaan te maken."));
}
