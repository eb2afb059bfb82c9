//! Help is complete, and its example is true.

use std::collections::BTreeSet;

use eframe::egui::Key;
use trede::domain::{Level, NormId, PartId, Rung, Sheet, Verdict, score};
use trede::gui::commands;
use trede::storage::shipped;
use trede::wording::Wording;

use super::Desk;

#[test]
fn every_command_with_a_key_stands_in_the_help() {
    let mut desk = Desk::with_example(&[]);
    desk.key(Key::F1);
    let words = Wording::new(trede::domain::Language::Dutch);
    let mut listed = BTreeSet::new();
    for entry in commands::ALL.iter().filter(|entry| entry.shortcut.is_some()) {
        let keys = entry.keys(&words).expect("keys");
        assert!(desk.shows(&keys), "{keys}");
        assert!(desk.shows(&words.text(&entry.text_key())), "{}", entry.text);
        listed.insert(keys);
    }
    for keys in ["Ctrl H", "Ctrl M", "Ctrl W", "Ctrl Tab", "Ctrl Shift Tab", "Ctrl +"] {
        assert!(listed.contains(keys), "{keys}");
    }
}

/// The part of the example, with these norms met besides those of rung 3 that are left.
fn level(met: &[&str], fails: &str) -> Option<Level> {
    let framework = shipped::ALL[0].load().unwrap();
    let part = framework.part("V").unwrap();
    let mut sheet = Sheet::empty(&framework);
    for norm in part.norms() {
        let id = norm.id.as_str();
        let twin = norm.twin.is_some();
        let holds = (norm.rung == Rung::THREE || twin || met.contains(&id)) && id != fails;
        let verdict = if holds { Verdict::Holds } else { Verdict::Fails };
        sheet.findings.entry(NormId::new(id)).or_default().verdict = verdict;
    }
    score(&framework, &sheet).part("V").unwrap().score()
}

#[test]
fn the_example_of_the_help_follows_the_rule() {
    let framework = shipped::ALL[0].load().unwrap();
    let part = framework.part(PartId::new("V").as_str()).unwrap();
    let on_three: Vec<&str> =
        part.norms().filter(|norm| norm.rung == Rung::THREE).map(|norm| norm.id.as_str()).collect();
    assert_eq!(on_three, ["V.3.1", "V.3.2", "V.3.3", "V.3.4", "V.3.5", "V.3.6"]);
    let (_, lone, _) = framework.norm("V.5.6").unwrap();
    assert_eq!(lone.norms.len(), 1);
    assert_eq!(level(&[], ""), Some(Level::THREE));
    assert_eq!(level(&["V.5.6"], ""), Some(Level::FOUR));
    assert_eq!(level(&["V.5.1", "V.5.3", "V.5.6", "V.5.7"], ""), Some(Level::FIVE));
    assert_eq!(level(&["V.5.3", "V.5.6", "V.5.7"], "V.5.1"), Some(Level::FOUR));
    assert_eq!(level(&["V.5.1", "V.5.3", "V.5.6"], "V.3.6"), Some(Level::TWO));
}

#[test]
fn the_sum_of_the_help_is_the_one_of_the_example_assessment() {
    let mut desk = Desk::with_example(&[]);
    let side = desk.window().perspective();
    let score = desk.window().session().expect("it is open").score(side).clone();
    let levels: Vec<u8> = score.parts.iter().filter_map(|part| part.score()).map(Level::number).collect();
    assert_eq!(levels, [3, 5, 3, 3, 2, 1, 4]);
    desk.key(Key::F1);
    assert!(desk.shows("(3 + 5 + 3) : 3 = 3,667"));
    assert!(desk.shows("(3 + 2 + 1 + 4) : 4 = 2,500"));
    assert!(desk.shows("2,850: afgerond een 2,9"));
    let total = score.total.as_ref().and_then(|ends| ends.only()).expect("one total");
    let words = Wording::new(trede::domain::Language::Dutch);
    assert_eq!((words.unrounded(&total).as_str(), words.score(&total).as_str()), ("2,850", "2,9"));
}
