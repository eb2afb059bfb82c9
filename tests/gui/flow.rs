//! Working through a part by keyboard, and finding what needs attention.

use eframe::egui::Key;
use egui_kittest::kittest::Queryable as _;
use trede::domain::{NormId, Verdict};

use super::Desk;

/// The keys of an assessor, counted.
struct Hand<'a> {
    desk: &'a mut Desk,
    presses: usize,
}

impl Hand<'_> {
    fn press(&mut self, key: Key) {
        self.presses += 1;
        self.desk.key(key);
    }
}

#[test]
fn all_norms_of_part_iii_are_judged_with_at_most_sixty_key_presses() {
    let mut desk = Desk::empty();
    let norms: Vec<NormId> = {
        let session = desk.window().session().expect("an assessment");
        session.framework().part("III").expect("part III").norms().map(|norm| norm.id.clone()).collect()
    };
    assert_eq!(norms.len(), 25);
    let mut hand = Hand { desk: &mut desk, presses: 0 };
    hand.press(Key::PageDown);
    hand.press(Key::PageDown);
    // The next open norm lies before the first that is shown, for a part begins at the rung that a score is built on.
    hand.press(Key::ArrowLeft);
    while let Some(norm) = hand.desk.window().chosen().cloned() {
        if !norm.as_str().starts_with("III.") {
            break;
        }
        let verdict = match norm.as_str() {
            "III.5.1" | "III.5.4" => Key::N,
            other if other.starts_with("III.1.") => Key::N,
            _ => Key::J,
        };
        hand.press(verdict);
        hand.press(Key::Space);
        assert!(hand.presses <= 60, "{} key presses, at {norm}", hand.presses);
    }
    let presses = hand.presses;
    for norm in &norms {
        assert_ne!(desk.verdict(norm.as_str()), Verdict::Open, "{norm} after {presses} key presses");
    }
    println!("{presses} key presses");
}

#[test]
fn keys_lead_to_contradictions_and_missing_rationales_and_say_when_there_are_none() {
    let mut desk = Desk::empty();
    desk.key(Key::C);
    assert!(desk.shows("Er is geen tegenspraak."));
    desk.key(Key::M);
    assert!(desk.shows("Er ontbreekt geen toelichting."));
    desk.press("I.1.2 gebrek aanwezig: ja");
    desk.press("I.3.2 voldaan: ja");
    desk.open_part("V Communicatie");
    desk.key(Key::C);
    assert_eq!(desk.window().chosen().map(NormId::as_str), Some("I.1.2"));
    desk.key(Key::C);
    assert_eq!(desk.window().chosen().map(NormId::as_str), Some("I.3.2"));
    desk.key(Key::M);
    assert_eq!(desk.window().chosen().map(NormId::as_str), Some("I.1.2"), "a deficiency needs a rationale");
}

#[test]
fn the_filter_on_signals_shows_the_rows_that_need_a_look() {
    let mut desk = Desk::empty();
    desk.press("I.1.2 gebrek aanwezig: ja");
    desk.press("I.3.2 voldaan: ja");
    desk.jump("I.3.1");
    desk.press("Signaal 2");
    assert!(desk.shows("I.3.2 voldaan: ja") && desk.shows("I.3.1 voldaan: ja"), "the chosen row stays");
    assert!(!desk.shows("I.3.4 voldaan: ja"));
    desk.open_part("VI Kosten");
    desk.press("VI.1.1 gebrek aanwezig: ja");
    assert!(desk.shows("Signaal 1"));
    assert!(desk.shows(": gebrek aanwezig, signaal"));
}

#[test]
fn the_chosen_norm_is_laid_beside_the_rungs_next_to_it() {
    let mut desk = Desk::empty();
    desk.jump("I.3.1");
    assert!(desk.shows("Trede 1: I.1.1") && desk.shows("Trede 5: I.5.1"));
    assert!(desk.shows("Alleen in I.3.1: ‘voldoende’"));
    desk.harness.get_by_label("Trede 5: I.5.1").focus();
    desk.harness.run();
    desk.key(Key::Enter);
    assert_eq!(desk.window().chosen().map(NormId::as_str), Some("I.5.1"));
    assert!(desk.shows("Alleen in I.5.1: ‘zo goed als mogelijk’"));
}

#[test]
fn who_types_without_a_pause_is_stored_all_the_same_and_sees_that_it_is_not_yet() {
    let mut desk = Desk::with_example();
    desk.jump("I.3.4");
    desk.key(Key::R);
    let stored = |desk: &mut Desk| {
        let side = desk.window().perspective();
        desk.window().session().expect("an assessment").sheet(side).finding("I.3.4").rationale
    };
    let mut typed = 0;
    // A quarter of a second a frame.
    while stored(&mut desk).is_empty() {
        desk.harness.get_by_label("Toelichting bij I.3.4").type_text("a");
        desk.harness.step();
        typed += 1;
        assert!(typed < 60, "nothing is stored while somebody types");
        if typed == 2 {
            assert!(desk.shows("opslaan") && !desk.shows("✓ alles opgeslagen"));
        }
    }
    assert!(typed > 4, "stored letter by letter");
}

#[test]
fn nothing_is_undone_where_nobody_sees_it() {
    let mut desk = Desk::with_example();
    desk.press("I.5.1 voldaan: ja");
    desk.press("Rapport …");
    desk.ctrl(Key::Z);
    assert_eq!(desk.verdict("I.5.1"), Verdict::Holds);
}
