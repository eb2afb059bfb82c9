//! Everything by keyboard: what scrolls is moved by keys, what gets the focus is in sight, and Esc leads back.

use eframe::egui::{self, Key, Role};
use egui_kittest::kittest::{NodeT as _, Queryable as _};

use super::Desk;

#[test]
fn keys_scroll_pages_and_help() {
    let mut desk = Desk::with_example(&[]);
    desk.go_to("Overzicht");
    desk.harness.set_size(egui::vec2(1280.0, 640.0));
    desk.harness.run();
    let below = desk.harness.ctx.content_rect().bottom();
    let last = |desk: &Desk| desk.harness.get_by_label("Definitief maken").rect().top();
    let start = last(&desk);
    assert!(start > below);
    desk.key(Key::ArrowDown);
    assert_eq!(last(&desk), start - 40.0);
    desk.key(Key::PageDown);
    assert!(last(&desk) < start - 400.0);
    desk.key(Key::End);
    let end = last(&desk);
    assert!(end < below);
    desk.key(Key::Home);
    assert_eq!(last(&desk), start);

    desk.key(Key::F1);
    let keys = |desk: &Desk| desk.harness.get_by_role_and_label(Role::Heading, "Toetsen").rect().top();
    let before = keys(&desk);
    desk.key(Key::PageDown);
    assert!(keys(&desk) < before - 200.0);
    desk.key(Key::End);
    assert!(keys(&desk) < 0.0, "the end is in sight");
    assert_eq!(last(&desk), start, "what lies under it stays");
}

#[test]
fn what_gets_the_focus_comes_in_sight() {
    let mut desk = Desk::with_example(&[]);
    desk.harness.set_size(egui::vec2(1280.0, 640.0));
    desk.harness.run();
    desk.go_to("Rapport …");
    let is_there = |desk: &Desk| {
        let node = desk.harness.query_by_role_and_label(Role::Button, "Andere plek kiezen");
        node.is_some_and(|node| node.is_focused())
    };
    let first = desk.harness.query_by_label("Handtekening maken").is_some();
    let wanted = if first { "Handtekening maken" } else { "Rapport maken en ondertekenen" };
    let focused = |desk: &Desk| desk.harness.query_all_by(|node| node.is_focused()).next().map(|node| node.rect());
    for _ in 0..60 {
        desk.key(Key::Tab);
        if let Some(rect) = focused(&desk) {
            let screen = desk.harness.ctx.content_rect();
            assert!(rect.top() < screen.bottom() && rect.bottom() > screen.top(), "{rect:?}");
        }
        if is_there(&desk) {
            break;
        }
    }
    assert!(desk.harness.query_by_label(wanted).is_some());
}

#[test]
fn escape_leads_back_to_the_assessment_from_every_screen() {
    let mut desk = Desk::with_example(&[]);
    for screen in ["Overzicht", "Logboek", "Rapport …"] {
        desk.go_to(screen);
        assert!(!desk.shows("Waarom deze score"), "{screen}");
        desk.key(Key::Escape);
        assert!(desk.shows("Waarom deze score"), "{screen}");
    }
    let anew = |desk: &mut Desk| {
        desk.press("Menu");
        desk.press("Nieuwe beoordeling …");
    };
    anew(&mut desk);
    assert!(desk.harness.get_by_label("Aanbieder").is_focused(), "who begins types at once");
    desk.key(Key::Escape);
    assert!(!desk.shows("Waarom deze score"), "the key only leaves the field");
    desk.key(Key::Escape);
    assert!(desk.shows("Waarom deze score"));
    anew(&mut desk);
    desk.press("← Terug");
    assert!(desk.shows("Waarom deze score"));
}

#[test]
fn steps_are_gone_through_with_the_arrows() {
    let mut desk = Desk::with_example(&[]);
    desk.key(Key::N);
    desk.key(Key::J);
    desk.ctrl(Key::H);
    let focused = |desk: &Desk| {
        let node = desk.harness.query_all_by(|node| node.is_focused()).next();
        node.and_then(|node| node.accesskit_node().label()).map(|label| label.to_string()).unwrap_or_default()
    };
    let now = focused(&desk);
    assert!(now.contains("voldaan"), "{now}");
    desk.key(Key::ArrowDown);
    assert_ne!(focused(&desk), now);
    desk.key(Key::Enter);
    assert!(desk.window().session().expect("an assessment").history().to_redo().is_some(), "a step back");
}

#[test]
fn the_panel_at_the_right_begins_at_its_top_for_another_norm() {
    let mut desk = Desk::with_example(&[]);
    desk.harness.set_size(egui::vec2(1280.0, 800.0));
    desk.harness.run();
    let title = |desk: &Desk| desk.harness.get_by_label_contains("Gekozen norm: ").rect().top();
    let whole = title(&desk);
    desk.harness.get_by_label_contains("Bestand toevoegen").scroll_to_me();
    desk.harness.run();
    assert!(title(&desk) < whole, "it is scrolled down");
    desk.key(Key::ArrowDown);
    assert_eq!(title(&desk), whole);
}

#[test]
fn a_number_of_a_person_is_told_beside_the_field_that_is_typed_in() {
    let mut desk = Desk::with_example(&[]);
    desk.harness.set_size(egui::vec2(1280.0, 800.0));
    desk.harness.run();
    let norm = desk.window().chosen().expect("a norm").to_string();
    for field in [format!("Toelichting bij {norm}"), format!("Bewijs bij {norm}, één verwijzing per regel")] {
        desk.harness.get_by_label(&field).focus();
        desk.harness.run();
        for letter in " 111222333".chars() {
            desk.harness.get_by_label(&field).type_text(&letter.to_string());
            desk.harness.step();
        }
        desk.harness.run();
        let bottom = desk.harness.ctx.content_rect().bottom() - 30.0;
        let (typed, told) = (
            desk.harness.get_by_label(&field).rect(),
            desk.harness.get_by_label_contains("Hier staat een BSN.").rect(),
        );
        assert!(typed.bottom() > 0.5 * bottom && typed.bottom() < told.top(), "{field}: {typed:?}, {told:?}");
        assert!(told.bottom() < bottom, "{field}: {told:?}");
        desk.press("Nummer weglaten");
    }
}

#[test]
fn a_report_is_asked_for_anew_and_not_answered_by_what_was_found_of_another() {
    let mut desk =
        Desk::start(|home| std::fs::write(home.join("r.pdf"), crate::example::REPORT.as_slice()).unwrap(), &[]);
    let report = desk.path("r.pdf").display().to_string();
    desk.press("Rapport controleren");
    desk.fill("Rapport controleren: typ een pad", &report);
    desk.press_and_wait("Rapport controleren: neem het getypte pad", "Gaaf: het rapport is ongewijzigd");
    desk.ctrl(Key::P);
    desk.type_into("Opdrachten", "controleren");
    desk.key(Key::Enter);
    assert!(!desk.shows("Gaaf: het rapport is ongewijzigd"));
    assert_eq!(desk.field("Rapport controleren: typ een pad"), "");
}

#[test]
fn what_is_taken_over_is_told_and_so_is_that_there_is_nothing() {
    let mut desk = Desk::with_example(&[]);
    desk.press("Neem over wat volgt");
    assert!(desk.shows("Er is in dit onderdeel niets over te nemen."));
    let norm = desk.window().chosen().expect("a norm").to_string().replacen(".3.", ".1.", 1);
    desk.press(&format!("{norm} gebrek aanwezig: nee"));
    desk.press("Neem over wat volgt");
    assert!(desk.shows(&format!("Overgenomen wat volgt: {norm}")));
}

#[test]
fn a_path_that_leads_nowhere_is_mended_where_it_was_typed() {
    let mut desk = Desk::without_dialogs();
    desk.press("Voorbeeld proberen");
    desk.key(Key::Escape);
    desk.ctrl(Key::O);
    let field = |desk: &Desk| {
        let node = desk.harness.query_all_by(|node| node.is_focused()).next().expect("a field");
        (node.accesskit_node().role(), node.accesskit_node().value().map(|value| value.to_string()).unwrap_or_default())
    };
    let typed = desk.path("weg.trede").display().to_string();
    let node = desk.harness.query_all_by(|node| node.is_focused()).next().expect("a field");
    node.type_text(&typed);
    desk.harness.run();
    desk.key(Key::Enter);
    assert!(desk.shows("is er niet (meer). Controleer de naam en de map."));
    assert_eq!(field(&desk), (Role::TextInput, typed), "it stands there still, to be mended");
    desk.key(Key::Escape);
    desk.key(Key::Escape);
    assert!(!desk.shows("is er niet (meer)") && desk.shows("Waarom deze score"));
}

#[test]
fn what_is_judged_by_a_key_comes_in_sight() {
    let mut desk = Desk::with_example(&[]);
    desk.harness.set_size(egui::vec2(1280.0, 800.0));
    desk.harness.run();
    let norm = desk.window().chosen().expect("a norm").to_string();
    let cell = |desk: &Desk| {
        let mut cells = desk.harness.get_all_by_role(Role::GridCell);
        cells
            .find(|cell| cell.accesskit_node().label().is_some_and(|label| label.starts_with(&format!("{norm} "))))
            .map(|cell| cell.rect())
    };
    let before = cell(&desk).expect("it is in sight");
    desk.harness.hover_at(before.center());
    desk.harness.run();
    for _ in 0..20 {
        desk.harness.event(egui::Event::MouseWheel {
            unit: egui::MouseWheelUnit::Line,
            delta: egui::vec2(0.0, -5.0),
            source: egui::MouseWheelSource::Unknown,
            phase: egui::TouchPhase::Move,
            modifiers: egui::Modifiers::NONE,
        });
        let _ = desk.harness.run_ok();
    }
    assert_ne!(cell(&desk), Some(before), "it is scrolled away");
    desk.key(Key::N);
    assert_eq!(cell(&desk), Some(before));
}
