//! Letters that are composed of two keys, as é and ë on an international keyboard.

use eframe::egui::{Event, ImeEvent, Key, Modifiers};
use trede::domain::Verdict;

use super::Desk;

fn key(key: Key) -> Event {
    Event::Key { key, physical_key: Some(key), pressed: true, repeat: false, modifiers: Modifiers::NONE }
}

#[test]
fn a_composed_letter_reaches_the_rationale_and_is_no_command() {
    // A dead key and the letter, as they come from the keyboard; and as they come from an input method.
    let keyboard =
        vec![key(Key::Quote), key(Key::N), Event::Text("ñ".to_owned()), key(Key::E), Event::Text("ë".to_owned())];
    let method = vec![
        Event::Ime(ImeEvent::Preedit { text: "´".to_owned(), active_range_chars: None }),
        Event::Ime(ImeEvent::Commit("é".to_owned())),
    ];
    for (events, expected) in [(keyboard, "ñë"), (method, "é")] {
        let mut desk = Desk::with_example(&[]);
        let (norm, side) = (desk.window().chosen().expect("a norm").clone(), desk.window().perspective());
        let before = desk.window().session().expect("it is open").sheet(side).finding(norm.as_str());
        desk.key(Key::R);
        assert!(desk.harness.ctx.text_edit_focused());
        for event in events {
            desk.harness.event(event);
        }
        desk.harness.run();
        desk.key(Key::Escape);
        let after = desk.window().session().expect("it is open").sheet(side).finding(norm.as_str());
        assert_eq!(after.rationale, format!("{}{expected}", before.rationale));
        assert_eq!((after.verdict, before.verdict), (Verdict::Holds, Verdict::Holds));
    }
}
