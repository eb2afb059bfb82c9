//! The focus goes through a screen as one reads it: from left to right and from above to below.

use eframe::egui::{Key, Rect};
use egui_kittest::kittest::{NodeT as _, Queryable as _};

use super::Desk;

/// Where the focus is: what has it, and its place.
fn focused(desk: &Desk) -> Option<(String, Rect)> {
    let node = desk.harness.query_all_by(|node| node.is_focused()).next()?;
    let name = node.accesskit_node().label().or(node.accesskit_node().value());
    Some((name.unwrap_or_default(), node.rect()))
}

/// Everything that Tab leads to, once around.
fn walk(desk: &mut Desk) -> Vec<(String, Rect)> {
    let mut stops: Vec<(String, Rect)> = Vec::new();
    for _ in 0..400 {
        desk.harness.key_press(Key::Tab);
        desk.harness.run();
        let Some(stop) = focused(desk) else { continue };
        if stops.iter().any(|(name, at)| (name, at) == (&stop.0, &stop.1)) {
            return stops;
        }
        stops.push(stop);
    }
    panic!("the focus never comes round: {stops:?}");
}

/// Whether `next` is read after `before`: inside it, right of it or below it, or on the same line and going on below it.
fn follows(before: Rect, next: Rect) -> bool {
    let goes_on_below = next.top() >= before.top() - 1.0 && next.bottom() > before.bottom() + 1.0;
    goes_on_below
        || before.contains_rect(next)
        || next.left() >= before.right() - 1.0
        || next.top() >= before.bottom() - 1.0
}

fn turned_back(stops: &[(String, Rect)]) -> Vec<String> {
    let pairs = stops.iter().zip(stops.iter().skip(1)).filter(|((_, before), (_, next))| !follows(*before, *next));
    pairs.map(|((before, at), (next, to))| format!("{before} {at:?} → {next} {to:?}")).collect()
}

#[test]
fn the_focus_goes_through_every_screen_in_reading_order() {
    let mut desk = Desk::start(|_| {}, &[]);
    let mut seen = Vec::new();
    for screen in ["", "Voorbeeld proberen", "Overzicht", "Logboek", "Rapport …"] {
        if !screen.is_empty() {
            desk.press(screen);
        }
        desk.harness.ctx.memory_mut(|memory| {
            if let Some(id) = memory.focused() {
                memory.surrender_focus(id);
            }
        });
        let stops = walk(&mut desk);
        assert!(stops.iter().all(|(name, _)| !name.is_empty()), "{screen}: {stops:?}");
        seen.push(stops.len());
        assert_eq!(turned_back(&stops), [""; 0], "on {screen}");
    }
    assert!(seen[1] > 60 && seen.iter().all(|stops| *stops >= 6), "{seen:?}");
}

#[test]
fn the_focus_goes_back_to_where_it_was_when_a_dialog_closes() {
    let mut desk = Desk::with_example(&[]);
    desk.go_to("Overzicht");
    let button = "Voorblad wijzigen";
    desk.harness.get_by_label(button).focus();
    desk.harness.run();
    for (key, shows) in [(Key::Enter, "KvK-nummer (mag leeg blijven)"), (Key::F1, "Hoe een score ontstaat")] {
        desk.key(key);
        assert!(desk.shows(shows) && focused(&desk).is_none_or(|(name, _)| name != button));
        desk.key(Key::Escape);
        assert_eq!(focused(&desk).map(|(name, _)| name).as_deref(), Some(button), "after {shows}");
    }
    // Another command from there: the button is gone, and so is its focus.
    desk.ctrl(Key::P);
    desk.type_into("Opdrachten", "logboek");
    desk.key(Key::Enter);
    assert_eq!(focused(&desk).map(|(name, _)| name).filter(|name| name == button), None);
}
