//! One key press a frame, as long as nobody types in a field.
//!
//! A key can move the focus to a text field, and the focus moves between frames. On a slow machine one frame gets several
//! keys: the first letters of a rationale would then still be read as verdicts, or be cut off by Escape. So keys are
//! held back until the one before has had its effect.

use eframe::egui::{Event, Key};

/// Frames that a key is given to move the focus: a field that appears takes it one frame after it is shown.
const FRAMES_TO_SETTLE: u8 = 2;

/// The keys that wait.
#[derive(Debug, Default)]
pub struct Pace {
    held: Vec<Event>,
    settling: u8,
}

impl Pace {
    /// Lets through what this frame may see of `events` and holds the rest; `typing` tells whether a text field has the
    /// focus. Gives whether another frame is needed.
    pub fn pace(&mut self, typing: bool, events: &mut Vec<Event>) -> bool {
        let mut waiting = std::mem::take(&mut self.held);
        waiting.append(events);
        let settling = std::mem::take(&mut self.settling);
        let mut pressed = false;
        let mut before = false;
        for event in waiting {
            let hold = !self.held.is_empty()
                || (is_typing(&event) && settling > 0)
                || (is_press(&event) && pressed)
                || (moves_focus(&event) && before);
            if hold && is_typing(&event) {
                self.held.push(event);
                continue;
            }
            before |= is_typing(&event);
            // In a field only what leaves it has to settle; elsewhere every key may move the focus.
            if is_press(&event) && (!typing || moves_focus(&event)) {
                pressed = true;
                self.settling = FRAMES_TO_SETTLE;
            }
            events.push(event);
        }
        if settling > 0 {
            self.settling = settling - 1;
        }
        !self.held.is_empty() || self.settling > 0
    }
}

fn is_typing(event: &Event) -> bool {
    matches!(event, Event::Key { .. } | Event::Text(_) | Event::Ime(_) | Event::Paste(_))
}

fn is_press(event: &Event) -> bool {
    matches!(event, Event::Key { pressed: true, .. })
}

fn moves_focus(event: &Event) -> bool {
    matches!(event, Event::Key { pressed: true, key: Key::Escape | Key::Tab, .. })
}

#[cfg(test)]
mod tests {
    use super::*;
    use eframe::egui::Modifiers;

    fn key(key: Key) -> Event {
        Event::Key { key, physical_key: None, pressed: true, repeat: false, modifiers: Modifiers::NONE }
    }

    fn text(text: &str) -> Event {
        Event::Text(text.to_owned())
    }

    /// Runs frames until nothing waits; each frame's events, the empty ones left out.
    fn frames(typing: impl Fn(usize) -> bool, events: Vec<Event>) -> Vec<Vec<Event>> {
        let mut pace = Pace::default();
        let mut seen = Vec::new();
        let mut arriving = events;
        for frame in 0..40 {
            let more = pace.pace(typing(frame), &mut arriving);
            if !arriving.is_empty() {
                seen.push(std::mem::take(&mut arriving));
            }
            if !more {
                break;
            }
        }
        seen
    }

    #[test]
    fn a_letter_after_a_key_waits_until_the_key_has_moved_the_focus() {
        let typed = vec![key(Key::R), text("r"), key(Key::O), text("o"), key(Key::K), text("k")];
        // From the fourth frame on the field has the focus.
        let seen = frames(|frame| frame >= 3, typed);
        assert_eq!(seen[0], [key(Key::R), text("r")]);
        assert_eq!(seen[1], [key(Key::O), text("o"), key(Key::K), text("k")]);
    }

    #[test]
    fn without_a_field_every_key_has_a_frame_of_its_own() {
        let seen = frames(|_| false, vec![key(Key::J), key(Key::ArrowDown), key(Key::N)]);
        assert_eq!(seen, [vec![key(Key::J)], vec![key(Key::ArrowDown)], vec![key(Key::N)]]);
    }

    #[test]
    fn escape_comes_after_what_was_typed_and_before_what_follows() {
        let typed = vec![key(Key::A), text("a"), key(Key::Escape), key(Key::O), text("o")];
        let seen = frames(|frame| frame < 2, typed);
        assert_eq!(seen[0], [key(Key::A), text("a")]);
        assert_eq!(seen[1], [key(Key::Escape)]);
        assert_eq!(seen[2], [key(Key::O), text("o")]);
    }

    #[test]
    fn typing_and_the_mouse_are_never_held() {
        let typed = vec![key(Key::A), text("a"), Event::PointerGone, key(Key::B), text("b")];
        assert_eq!(frames(|_| true, typed.clone()), [typed]);
    }
}
