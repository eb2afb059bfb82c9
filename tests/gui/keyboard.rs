//! Judging and moving by keys alone.

use eframe::egui::{Key, Role};
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use trede::domain::{NormId, Verdict};

use super::Desk;

#[test]
fn the_keys_j_and_n_move_the_total() {
    let mut desk = Desk::with_example();
    desk.jump("I.3.1");
    let before = desk.total();
    desk.key(Key::N);
    assert_eq!(desk.verdict("I.3.1"), Verdict::Fails);
    assert_ne!(desk.total(), before);
    desk.key(Key::J);
    assert_eq!(desk.verdict("I.3.1"), Verdict::Holds);
    assert_eq!(desk.total(), before);
}

#[test]
fn a_key_for_a_verdict_is_not_taken_while_typing() {
    let mut desk = Desk::with_example();
    desk.jump("I.3.1");
    desk.key(Key::R);
    desk.harness.get_by_label("Toelichting bij I.3.1").type_text("nnn");
    desk.key(Key::N);
    assert_eq!(desk.verdict("I.3.1"), Verdict::Holds);
}

#[test]
fn a_part_is_judged_by_keys_alone() {
    let mut desk = Desk::empty();
    desk.open_part("III Aansturing");
    let norms: Vec<(String, bool)> = {
        let session = desk.window().session().expect("an assessment");
        let part = session.framework().part("III").expect("part III");
        part.norms().map(|norm| (norm.id.to_string(), norm.rung == trede::domain::Rung::ONE)).collect()
    };
    assert_eq!(norms.len(), 25);
    desk.jump("III.1.1");
    for _ in 0..40 {
        let Some(norm) = desk.window().chosen().cloned() else { break };
        if !norm.as_str().starts_with("III.") {
            break;
        }
        let deficiency = norm.as_str().starts_with("III.1.");
        desk.key(if deficiency { Key::N } else { Key::J });
        desk.key(Key::Space);
    }
    for (norm, deficiency) in norms {
        let expected = if deficiency { Verdict::Fails } else { Verdict::Holds };
        assert_eq!(desk.verdict(&norm), expected, "{norm}");
    }
    assert!(desk.shows("Onderdeel III: score 5"));
}

#[test]
fn arrows_and_figures_move_in_the_rubric() {
    let mut desk = Desk::with_example();
    desk.jump("I.3.1");
    for (key, expected) in [
        (Key::ArrowRight, "I.5.1"),
        (Key::ArrowDown, "I.5.2"),
        (Key::ArrowLeft, "I.3.2"),
        (Key::Num1, "I.1.2"),
        (Key::ArrowUp, "I.1.1"),
        (Key::ArrowLeft, "I.1.1"),
    ] {
        desk.key(key);
        assert_eq!(desk.window().chosen().map(NormId::as_str), Some(expected), "{key:?}");
    }
}

#[test]
fn the_palette_runs_a_command() {
    let mut desk = Desk::with_example();
    desk.ctrl(Key::P);
    desk.harness.get_by_role_and_label(Role::TextInput, "Opdrachten").type_text("blokkeren");
    desk.harness.run();
    desk.key(Key::Enter);
    assert!(desk.is_chosen("Blokkerend 4"));
}

#[test]
fn arrows_move_the_norm_and_nothing_else_also_when_nothing_has_the_focus() {
    let mut desk = Desk::with_example();
    desk.open_part("III ");
    for _ in 0..6 {
        desk.key(Key::ArrowDown);
    }
    let revision = desk.window().session().expect("an assessment").revision();
    let rings = |desk: &Desk| {
        let focused = desk.harness.query_all_by(|node| node.is_focused());
        focused.filter_map(|node| node.accesskit_node().label()).map(|label| label.to_string()).collect::<Vec<_>>()
    };
    desk.key(Key::Escape);
    for _ in 0..3 {
        let before = desk.window().chosen().cloned();
        desk.key(Key::ArrowUp);
        let now = desk.window().chosen().cloned();
        assert_ne!(now, before, "each press is a row");
        let now = now.expect("a norm").to_string();
        let rings = rings(&desk);
        assert!(rings.iter().all(|ring| ring.starts_with(&now)), "{now} is chosen, the focus is on {rings:?}");
        desk.key(Key::Escape);
    }
    desk.key(Key::Space);
    assert_eq!(desk.window().session().expect("an assessment").revision(), revision, "nothing was judged");
}

#[test]
fn the_next_open_norm_is_in_this_part_as_long_as_there_is_one_and_another_part_is_said() {
    let mut desk = Desk::with_example();
    for norm in ["III.3.1", "IV.3.1"] {
        desk.jump(norm);
        desk.key(Key::Backspace);
    }
    desk.jump("III.3.4");
    desk.key(Key::Space);
    assert_eq!(desk.window().chosen().expect("a norm").as_str(), "III.3.1", "round within the part");
    desk.key(Key::J);
    assert!(!desk.shows("Verder met onderdeel"));
    desk.key(Key::Space);
    assert_eq!(desk.window().chosen().expect("a norm").as_str(), "IV.3.1");
    assert!(desk.shows("Verder met onderdeel IV: Inzicht."));
}
