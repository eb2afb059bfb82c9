//! The window as a whole: closing, little room, its texts, at rest.

use eframe::egui::{self, Key};
use egui_kittest::kittest::Queryable as _;

use super::Desk;

#[test]
fn closing_while_something_is_not_stored_is_held_back_once() {
    let mut desk = Desk::with_example();
    let path = desk.window().session().expect("an assessment").path().to_owned();
    std::fs::rename(&path, path.with_extension("elders")).expect("moved away");
    desk.press("I.5.1 voldaan: ja");
    let close = |desk: &mut Desk| {
        desk.harness
            .input_mut()
            .viewports
            .entry(egui::ViewportId::ROOT)
            .or_default()
            .events
            .push(egui::ViewportEvent::Close);
        desk.harness.step();
        let held = desk
            .harness
            .output()
            .viewport_output
            .values()
            .any(|output| output.commands.contains(&egui::ViewportCommand::CancelClose));
        if let Some(viewport) = desk.harness.input_mut().viewports.get_mut(&egui::ViewportId::ROOT) {
            viewport.events.clear();
        }
        held
    };
    assert!(close(&mut desk));
    desk.harness.run();
    assert!(desk.shows("gaat het verloren"));
    assert!(desk.shows("is verplaatst of verwijderd. Alles staat nog in dit venster."));
    assert!(!close(&mut desk));
}

#[test]
fn a_narrow_window_cuts_off_no_button() {
    let mut desk = Desk::with_example();
    for size in [[1280.0, 800.0], [960.0, 600.0], [720.0, 450.0]] {
        desk.harness.set_size(size.into());
        desk.harness.run();
        let window = egui::Rect::from_min_size(egui::Pos2::ZERO, size.into());
        let filter = if size[1] < 560.0 { "Te zien: Alles" } else { "Alles" };
        for name in ["Menu", "Rapport …", "Toezichthouder", "Neem over wat volgt", filter] {
            let found = desk.harness.get_by_label(name).rect();
            assert!(window.contains_rect(found), "{name} at {found:?} in {size:?}");
        }
    }
}

#[test]
fn the_chosen_norm_stays_in_sight_in_a_window_of_another_size_unless_it_was_scrolled_away() {
    let mut desk = Desk::with_example();
    let resize = |desk: &mut Desk, size: [f32; 2]| {
        desk.harness.set_size(size.into());
        desk.harness.run();
    };
    resize(&mut desk, [1440.0, 900.0]);
    desk.jump("III.3.9");
    let shown = |desk: &Desk, height: f32| {
        let cell = desk.harness.get_by_label_contains("III.3.9 Kwaliteitseisen en dossiercontrole: ").rect();
        cell.top() > 90.0 && cell.bottom() < height
    };
    assert!(shown(&desk, 900.0));
    for size in [[1440.0, 600.0], [1280.0, 800.0], [700.0, 500.0], [2560.0, 1440.0]] {
        resize(&mut desk, size);
        assert!(shown(&desk, size[1]), "{size:?}");
    }
    resize(&mut desk, [1440.0, 600.0]);
    desk.harness.hover_at(egui::pos2(700.0, 400.0));
    desk.harness.event(egui::Event::MouseWheel {
        unit: egui::MouseWheelUnit::Point,
        delta: egui::vec2(0.0, 5000.0),
        source: egui::MouseWheelSource::Unknown,
        phase: egui::TouchPhase::Move,
        modifiers: egui::Modifiers::NONE,
    });
    desk.harness.run();
    assert!(!shown(&desk, 600.0));
    resize(&mut desk, [1440.0, 620.0]);
    assert!(!shown(&desk, 620.0), "who scrolled elsewhere stays there");
}

#[test]
fn every_text_of_the_window_stands_in_the_locale_file() {
    let mut desk = Desk::with_example();
    for key in [None, Some(Key::P), Some(Key::F)] {
        if let Some(key) = key {
            desk.ctrl(key);
        }
        assert!(!desk.shows("["), "a key without a text");
        desk.key(Key::Escape);
    }
}

#[test]
fn nothing_is_drawn_while_nothing_happens() {
    let mut desk = Desk::with_example();
    desk.jump("I.3.4");
    desk.key(Key::R);
    desk.harness.run();
    let delay = desk.harness.output().viewport_output.values().map(|output| output.repaint_delay).min();
    assert!(delay.is_some_and(|delay| delay.as_secs() > 3600), "{delay:?}");
}
