//! Contrast and size: chosen by setting and command, bounded, remembered.

use eframe::egui::{self, Color32, Key};
use trede::storage::settings::{Appearance, Settings, Zoom};

use super::Desk;

fn ground(desk: &Desk) -> Color32 {
    desk.harness.ctx.global_style().visuals.panel_fill
}

#[test]
fn strong_contrast_is_chosen_by_setting_and_command_and_remembered() {
    let prepare = |home: &std::path::Path| {
        Settings { appearance: Appearance::Light, ..Settings::default() }.save(home).unwrap();
    };
    let mut desk = Desk::start(prepare, &[]);
    desk.press("Voorbeeld proberen");
    let normal = ground(&desk);
    desk.press("Menu");
    desk.press("Instellingen");
    desk.press("Hoog: zwart, wit en duidelijke lijnen");
    assert_eq!(ground(&desk), Color32::WHITE);
    assert!(desk.settings().strong_contrast);
    desk.press("Donker");
    assert_eq!(ground(&desk), Color32::BLACK);
    desk.key(Key::Escape);
    desk.ctrl(Key::P);
    desk.type_into("Opdrachten", "hoog contrast");
    desk.key(Key::Enter);
    assert!(!desk.settings().strong_contrast);
    assert!(ground(&desk) != Color32::BLACK && ground(&desk) != normal);
}

#[test]
fn the_size_keeps_within_its_bounds_and_is_remembered() {
    let mut desk = Desk::with_example(&[]);
    let zoom = |desk: &Desk| desk.harness.ctx.zoom_factor();
    for _ in 0..15 {
        desk.ctrl(Key::Plus);
    }
    assert!((zoom(&desk) - 2.0).abs() < 0.001);
    assert_eq!(desk.settings().zoom, Zoom::LARGEST);
    desk.ctrl(Key::Num0);
    assert!((zoom(&desk) - 1.0).abs() < 0.001);
    for _ in 0..5 {
        desk.ctrl(Key::Minus);
    }
    assert!((zoom(&desk) - 0.8).abs() < 0.001);
    assert_eq!(desk.settings().zoom, Zoom::SMALLEST);
    let prepare = |home: &std::path::Path| {
        Settings { zoom: Zoom::of(150), ..Settings::default() }.save(home).unwrap();
    };
    let mut desk = Desk::start(prepare, &[]);
    assert!((zoom(&desk) - 1.5).abs() < 0.001);
    desk.press("Voorbeeld proberen");
    desk.press("Menu");
    desk.press("Instellingen");
    assert!(desk.shows("Nu 150 %."));
    desk.press("Groter");
    assert_eq!(desk.settings().zoom, Zoom::of(160));
}

/// Main controls at the largest size in a small window: they are all within it.
#[test]
fn at_the_largest_size_the_main_controls_are_within_a_small_window() {
    use eframe::egui::Role;
    use egui_kittest::kittest::{NodeT as _, Queryable as _};
    let mut desk = Desk::with_example(&[]);
    // 1280 x 800 at 200 %.
    let room = egui::vec2(640.0, 400.0);
    desk.harness.set_size(room);
    desk.harness.run();
    let window = egui::Rect::from_min_size(egui::Pos2::ZERO, room).expand(1.0);
    let within = |desk: &Desk, name: &str| {
        let node = desk.harness.get_by_label(name);
        let at = node.rect();
        assert!(window.contains_rect(at), "{name} at {at:?}");
        assert!(!node.accesskit_node().is_hidden());
    };
    let ends = ["Menu", "Rapport …", "Toezichthouder", "Zelfbeoordeling", "Tweede lezer", "✓ alles opgeslagen"];
    for name in ends {
        within(&desk, name);
    }
    // The chosen norm with its buttons, the reasons beside it, and every part by its key.
    let chosen = desk.harness.get_by_label("I.3.1 Zicht op risico's: voldaan").rect();
    assert!(window.intersect(chosen).height() > 100.0, "{chosen:?}");
    within(&desk, "Te zien: Alles");
    for (screen, title) in [("Overzicht", "Overzicht"), ("Logboek", "Logboek"), ("Rapport …", "Rapport")] {
        desk.harness.get_by_role_and_label(Role::Button, screen).click_accesskit();
        desk.harness.run();
        for name in ends {
            within(&desk, name);
        }
        let heading = desk.harness.get_by_role_and_label(Role::Heading, title).rect();
        assert!(window.contains_rect(heading), "{title} at {heading:?}");
    }
    // What lies over the screen can be closed.
    for (key, ctrl) in [(Key::F1, false), (Key::H, true), (Key::M, true)] {
        if ctrl {
            desk.ctrl(key)
        } else {
            desk.key(key)
        }
        within(&desk, "Sluiten");
        desk.press("Sluiten");
    }
    desk.press("Menu");
    within(&desk, "Alle opdrachten");
    // The rest of the menu scrolls.
    desk.harness.get_by_label("Instellingen").click_accesskit();
    desk.harness.run();
    within(&desk, "Sluiten");
}

/// A window that is moved to a display of another scale.
#[test]
fn on_a_display_of_another_scale_everything_is_measured_anew_and_works_on() {
    use egui_kittest::kittest::Queryable as _;
    let mut desk = Desk::with_example(&[]);
    let yes = "I.5.1 voldaan: ja";
    for scale in [2.0, 1.25, 1.0] {
        desk.harness.set_pixels_per_point(scale);
        desk.harness.run();
        assert!((desk.harness.ctx.pixels_per_point() - scale).abs() < 0.001);
        let (button, window) = (desk.harness.get_by_label(yes).rect(), desk.harness.ctx.content_rect());
        assert!(button.height() >= 24.0 && window.contains_rect(button), "{button:?} in {window:?} at {scale}");
    }
    desk.press(yes);
    let side = desk.window().perspective();
    let verdict = desk.window().session().expect("it is open").sheet(side).verdict("I.5.1");
    assert_eq!(verdict, trede::domain::Verdict::Holds);
}
