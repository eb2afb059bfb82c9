//! What stays where it is, and on one line, while something comes or goes.

use eframe::egui::{self, Key, Role};
use egui_kittest::kittest::Queryable as _;
use trede::gui::wish::Notice;

use super::Desk;

/// The example in a window of 1280 x 800 points at this size.
fn at(percent: u16) -> Desk {
    let mut desk = Desk::with_example(&[]);
    desk.harness.set_size(egui::vec2(1280.0, 800.0) * 100.0 / f32::from(percent));
    desk.harness.run();
    desk
}

/// Whether these stand on one line.
fn on_one_line(desk: &Desk, names: [&str; 2]) -> bool {
    let [one, other] = names.map(|name| desk.harness.get_by_label(name).rect());
    (one.center().y - other.center().y).abs() < 3.0
}

#[test]
fn the_field_that_is_typed_in_stays_where_it_is() {
    for percent in [100, 200] {
        let mut desk = at(percent);
        for (key, field, typed) in [(Key::F, "Zoeken", "klant"), (Key::P, "Opdrachten", "thema")] {
            desk.ctrl(key);
            let place = |desk: &Desk| desk.harness.get_by_role_and_label(Role::TextInput, field).rect();
            let before = place(&desk);
            for text in [typed, "qqq"] {
                desk.type_into(field, text);
                assert_eq!(place(&desk), before, "{field} after {text} at {percent} %");
            }
            desk.key(Key::Escape);
        }
    }
}

#[test]
fn what_unfolds_technical_facts_stands_behind_the_sentence() {
    let mut desk = at(100);
    let problem = "voorbeeld.pdf kan niet worden geopend met een ander programma. Technische melding: EIO 5.";
    desk.window().tell(Notice::Problem(problem.to_owned()));
    desk.harness.run();
    assert!(on_one_line(&desk, ["Melding sluiten", "Technische gegevens tonen"]));
    desk.press("Technische gegevens tonen");
    assert!(desk.shows("EIO 5") && on_one_line(&desk, ["Melding sluiten", "Technische gegevens verbergen"]));
}

#[test]
fn the_tools_over_the_pages_stand_on_one_line_in_little_room_too() {
    let mut desk = Desk::with_example(&[]);
    desk.go_to("Rapport …");
    desk.press_and_wait("Eerst bekijken", "Bladzijde 1 van ");
    desk.harness.set_size(egui::vec2(640.0, 400.0));
    desk.settle();
    assert!(on_one_line(&desk, ["Vorige bladzijde", "Hele bladzijde"]));
}

#[test]
fn a_filter_that_is_about_no_norm_says_so() {
    let mut desk = at(100);
    let says_so = |desk: &Desk| desk.shows("Dit onderdeel heeft zulke normen niet.");
    desk.press("Open 0");
    assert!(says_so(&desk));
    desk.press("Blokkerend 4");
    assert!(!says_so(&desk));
    desk.press("Alles");
    assert!(!says_so(&desk));
}
