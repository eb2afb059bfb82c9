//! From 80 to 200 %: whole columns, one left edge, whole names.

use eframe::egui::{self, Key, Role};
use egui_kittest::kittest::{NodeT as _, Queryable as _};

use super::Desk;

/// The example, in a window of 1280 x 800 points at this size.
fn at(percent: u16) -> Desk {
    let mut desk = Desk::with_example(&[]);
    desk.harness.set_size(egui::vec2(1280.0, 800.0) * 100.0 / f32::from(percent));
    desk.harness.run();
    desk
}

/// The names of the columns in sight, and whether each is left of the reasons and right of the parts.
fn columns(desk: &Desk) -> Vec<&'static str> {
    let all = ["1 · gebrek aanwezig?", "3 · voldaan?", "5 · voldaan?"];
    let reasons = desk.harness.get_by_label("Waarom deze score").rect().left();
    let seen = |name: &&str| {
        let label = desk.harness.query_by_label(name);
        label.is_some_and(|label| {
            assert!(label.rect().right() < reasons && label.rect().left() > 100.0, "{name} at {:?}", label.rect());
            true
        })
    };
    all.into_iter().filter(seen).collect()
}

#[test]
fn at_every_size_columns_are_whole_and_those_out_of_sight_are_one_press_away() {
    for (percent, seen) in [(80, 3), (100, 3), (150, 2), (200, 1)] {
        assert_eq!(columns(&at(percent)).len(), seen, "at {percent} %");
    }
    let mut desk = at(200);
    assert_eq!(columns(&desk), ["3 · voldaan?"], "the chosen norm stands there");
    desk.press("Kolom 5 in beeld");
    assert_eq!(columns(&desk), ["5 · voldaan?"]);
    assert!(desk.harness.query_by_label("Kolom 1 in beeld").is_none());
    desk.press("Kolom 3 in beeld");
    desk.press("Kolom 1 in beeld");
    assert_eq!(columns(&desk), ["1 · gebrek aanwezig?"]);
    let cell = |desk: &Desk, name: &str| desk.harness.get_by_label(name).rect();
    let first = cell(&desk, "I.1.1 Zicht op risico's: gebrek afwezig");
    let reasons = cell(&desk, "Waarom deze score").left();
    assert!(first.left() > 104.0 && first.right() < reasons, "{first:?}");
    // The keys bring the next column into sight as a whole too.
    desk.harness.get_by_label("I.1.1 Zicht op risico's: gebrek afwezig").focus();
    desk.harness.run();
    desk.key(Key::ArrowRight);
    assert_eq!(columns(&desk), ["3 · voldaan?"]);
}

/// Where the cells of the first part stand, by the row and the number of the norm in it.
fn cells(desk: &Desk) -> Vec<(String, egui::Rect)> {
    let all = desk.harness.get_all_by_role(Role::GridCell);
    let place = |node: egui_kittest::Node<'_>| {
        let label = node.accesskit_node().label().unwrap_or_default();
        (label.split(' ').next().unwrap_or_default().to_owned(), node.rect())
    };
    all.map(place).collect()
}

#[test]
fn a_row_of_one_column_is_as_high_as_that_asks_for_and_the_row_at_the_top_stays() {
    let mut desk = at(200);
    let heights = |desk: &Desk| cells(desk).iter().map(|(_, rect)| rect.height().round()).collect::<Vec<_>>();
    let three = heights(&desk);
    desk.press("Kolom 5 in beeld");
    let five = heights(&desk);
    // What is asked at 5 is said in more words.
    assert!(three.iter().zip(&five).all(|(three, five)| three < five), "{three:?} and {five:?}");

    let edge = desk.harness.get_by_label("5 · voldaan?").rect().bottom();
    let top = |desk: &Desk| {
        let row = |(norm, rect): (String, egui::Rect)| (rect.bottom() > edge + 24.0).then_some(norm);
        cells(desk).into_iter().find_map(row).unwrap().rsplit_once('.').unwrap().1.to_owned()
    };
    desk.harness.get_all_by_role(Role::GridCell).nth(8).unwrap().focus();
    desk.harness.run();
    let before = top(&desk);
    assert_eq!(before, "3");
    for column in ["3", "1", "3", "5"] {
        desk.press(&format!("Kolom {column} in beeld"));
        assert_eq!(top(&desk), before, "with column {column} in sight");
    }
}

#[test]
fn the_filters_and_the_introduction_stay_within_reach_where_there_is_little_room() {
    let mut desk = at(200);
    desk.press("Te zien: Alles");
    desk.press("Open 0");
    assert!(desk.shows("Te zien: Open 0"));
    desk.press("Te zien: Open 0");
    desk.press("Inleiding en schaal");
    assert!(desk.shows("Wat de scores betekenen"));
}

#[test]
fn all_screens_beside_the_parts_begin_at_the_same_edge() {
    let mut desk = Desk::with_example(&[]);
    for size in [egui::vec2(1280.0, 800.0), egui::vec2(1440.0, 900.0), egui::vec2(2560.0, 1440.0)] {
        desk.harness.set_size(size);
        desk.harness.run();
        desk.harness.get_by_label_contains("I Actief en preventief beheer, ").click_accesskit();
        desk.harness.run();
        let left = |desk: &Desk, title: &str| desk.harness.get_by_role_and_label(Role::Heading, title).rect().left();
        let edge = left(&desk, "I. Actief en preventief beheer");
        for (button, title) in [("Overzicht", "Overzicht"), ("Logboek", "Logboek"), ("Rapport …", "Rapport")] {
            desk.go_to(button);
            assert!((left(&desk, title) - edge).abs() < 1.0, "{title} at {} rather than {edge}", left(&desk, title));
        }
        desk.press("Menu");
        desk.press("Rapport controleren");
        assert!((left(&desk, "Rapport controleren") - edge).abs() < 1.0);
    }
}

#[test]
fn a_page_stays_where_it_is_when_a_bar_comes_beside_it() {
    let mut desk = Desk::start(|_| {}, &[]);
    let mut place = |height: f32| {
        desk.harness.set_size(egui::vec2(1280.0, height));
        desk.harness.run();
        let title = desk.harness.get_by_role_and_label(Role::Heading, "Onlangs geopend").rect();
        let below = desk.harness.get_by_label("Instellingen").rect().bottom() > height;
        (title.left(), below)
    };
    let (whole, cut) = (place(900.0), place(400.0));
    assert!(!whole.1 && cut.1, "only the lower window has to scroll");
    assert_eq!(whole.0, cut.0);
}

#[test]
fn a_check_of_a_report_has_a_way_back_by_press_and_by_key() {
    let mut desk = Desk::with_example(&[]);
    let check = |desk: &mut Desk| {
        desk.press("Menu");
        desk.press("Rapport controleren");
        assert!(desk.harness.query_by_role_and_label(Role::Heading, "Rapport controleren").is_some());
    };
    let judges = |desk: &Desk| desk.shows("Waarom deze score");
    check(&mut desk);
    desk.press("← Terug");
    assert!(judges(&desk));
    check(&mut desk);
    let field = desk.names(Role::TextInput).into_iter().next().expect("a field for a path");
    desk.harness.get_by_label(&field).focus();
    desk.harness.run();
    desk.key(Key::Escape);
    assert!(!judges(&desk), "the key only leaves the field");
    desk.key(Key::Escape);
    assert!(judges(&desk));
}

#[test]
fn the_chosen_norm_is_in_sight_beside_the_reasons_and_so_are_the_buttons_on_a_number_of_a_person() {
    let mut desk = at(100);
    let bottom = desk.harness.ctx.content_rect().bottom() - 30.0;
    for part in ["V Communicatie, ", "VI Kosten, ", "I Actief en preventief beheer, "] {
        desk.harness.get_by_label_contains(part).click();
        desk.harness.run();
        let chosen = desk.harness.get_by_label_contains("Gekozen norm: ").rect();
        assert!(chosen.bottom() < 0.7 * bottom, "{part} {chosen:?}");
    }
    desk.harness.get_by_label("Toelichting bij I.3.1").focus();
    desk.harness.run();
    desk.harness.get_by_label("Toelichting bij I.3.1").type_text(" Klant 111222333.");
    desk.harness.run();
    for button in ["Nummer weglaten", "Bewaren met deze reden"] {
        let at = desk.harness.get_by_label(button).rect();
        assert!(at.bottom() < bottom, "{button} at {at:?}");
    }
}

#[test]
fn the_introduction_keeps_its_height_and_nothing_blocks_where_nothing_is_judged() {
    let mut desk = at(100);
    desk.harness.key_press(Key::I);
    let mut heights = Vec::new();
    for _ in 0..6 {
        desk.harness.step();
        heights.extend(desk.harness.query_by_label("Sluiten").map(|close| close.rect().top()));
    }
    heights.dedup();
    assert_eq!(heights.len(), 1, "{heights:?}");
    desk.press("Sluiten");
    assert!(desk.shows("Blokkeert de volgende stap") && desk.shows("Kortste weg omhoog"));
    desk.press("Tweede lezer");
    assert!(!desk.shows("Blokkeert de volgende stap") && !desk.shows("Kortste weg omhoog"));
    // What the headline counts and what is listed differ; that is said.
    assert!(desk.shows("Nog 11 normen bepalen of dit een 1, 2, 3, 4 of 5 is"));
    assert!(desk.shows("staat ook open, maar verandert op zichzelf de uitkomst niet."));
    desk.press("Toezichthouder");
    desk.harness.set_size(egui::vec2(640.0, 400.0));
    desk.harness.run();
    desk.harness.get_by_label_contains("V Communicatie, ").click_accesskit();
    desk.harness.run();
    for norm in ["V.5.6", "V.5.7"] {
        desk.ctrl(Key::F);
        desk.type_into("Zoeken", norm);
        desk.key(Key::Enter);
        desk.key(Key::Backspace);
    }
    assert!(desk.shows("Vastgesteld op een 2") && !desk.shows("op zichzelf"), "the headline counts none");
    let costs = desk.harness.get_by_label_contains("VI Kosten, ").accesskit_node().label().unwrap_or_default();
    assert!(costs.contains("Wettelijke grens aan kosten mogelijk overschreden"), "{costs}");
}
