//! A list to choose from by typing, and the list of all commands.

use eframe::egui::{self, Key, Modifiers, ScrollArea, Ui};

use super::commands;
use super::history::Names;
use super::menu::command_row;
use super::widgets;
use super::wish::{Scene, Wish};
use crate::domain::Part;

/// What is typed, and which line is chosen.
#[derive(Debug, Default)]
pub struct Choosing {
    query: String,
    /// The chosen line.
    pub at: usize,
    opened: bool,
    typing: bool,
    /// Whether another line was chosen, which then comes into sight; the mouse may leave it behind.
    moved: bool,
}

/// All commands.
#[derive(Debug, Default)]
pub struct Palette {
    choosing: Choosing,
}

impl Palette {
    /// Begins anew.
    pub fn reset(&mut self) {
        *self = Palette::default();
    }

    /// Draws the list of all commands; those for pages while pages are looked at.
    pub fn show_commands(
        &mut self,
        ui: &mut Ui,
        scene: &mut Scene,
        part: Option<&Part>,
        previewing: bool,
        names: &Names,
    ) {
        let query = self.choosing.query_field(ui, scene, "palette-title", "palette-hint");
        let mut found: Vec<_> = commands::ALL
            .iter()
            .filter(|entry| entry.is_offered(part, previewing))
            .map(|entry| (entry, names.of(scene.words, entry)))
            .filter(|(_, text)| matches(text, &query))
            .collect();
        found.sort_by_key(|(_, text)| (!begins(text, &query), !begins_a_word(text, &query)));
        let enter = self.choosing.move_by_keys(ui, found.len());
        let mut run = None;
        self.choosing.list(ui, scene, found.len(), |ui, scene, at, chosen| {
            let (entry, text) = &found[at];
            let response = command_row(ui, scene, entry, text, chosen, ui.available_width() - 12.0);
            if response.clicked() || (enter && chosen) {
                run = Some(entry.action);
            }
            response
        });
        if let Some(action) = run {
            scene.wish(Wish::Lay(None));
            scene.wish(Wish::Run(action));
        }
    }
}

impl Choosing {
    /// Draws the field, which has the focus; gives what is typed, without blanks around it.
    pub fn query_field(&mut self, ui: &mut Ui, scene: &Scene, title: &str, hint: &str) -> String {
        ui.set_width(ui.available_width().min(512.0));
        let before = self.query.clone();
        let field = widgets::field(ui, &scene.text(title), &mut self.query, &scene.text(hint));
        // Keys go to the field, unless the reader went on to another control.
        if !std::mem::replace(&mut self.opened, true) || ui.memory(|memory| memory.focused().is_none()) {
            field.request_focus();
        }
        self.typing = field.has_focus() || field.lost_focus();
        if before != self.query {
            (self.at, self.moved) = (0, true);
        }
        self.query.trim().to_owned()
    }

    /// Moves the chosen line by keys; tells whether it is taken.
    pub fn move_by_keys(&mut self, ui: &Ui, count: usize) -> bool {
        if !self.typing {
            return false;
        }
        let pressed = |key| ui.input_mut(|input| input.consume_key(Modifiers::NONE, key));
        if pressed(Key::ArrowDown) {
            (self.at, self.moved) = (self.at + 1, true);
        }
        if pressed(Key::ArrowUp) {
            (self.at, self.moved) = (self.at.saturating_sub(1), true);
        }
        self.at = self.at.min(count.saturating_sub(1));
        ui.input(|input| input.key_pressed(Key::Enter))
    }

    /// Draws so many lines, and keeps the chosen one in sight.
    pub fn list(
        &mut self,
        ui: &mut Ui,
        scene: &mut Scene,
        count: usize,
        mut line: impl FnMut(&mut Ui, &mut Scene, usize, bool) -> egui::Response,
    ) {
        if count == 0 {
            widgets::muted(ui, &scene.text("nothing-found"));
        }
        // As high together with what stands above it, whatever is found: else the field that is typed in would move.
        let all = (ui.ctx().content_rect().height() - 72.0).clamp(200.0, 480.0);
        let height = (all - ui.min_rect().height()).max(96.0);
        let room = ScrollArea::vertical().max_height(height).min_scrolled_height(height).auto_shrink([true, false]);
        room.show(ui, |ui| {
            ui.spacing_mut().item_spacing.y = 0.0;
            for at in 0..count {
                let chosen = at == self.at;
                let response = line(ui, scene, at, chosen);
                if chosen && std::mem::take(&mut self.moved) {
                    response.scroll_to_me(None);
                }
            }
        });
    }
}

/// Whether every word of `query` occurs in `text`.
fn matches(text: &str, query: &str) -> bool {
    let text = text.to_lowercase();
    query.to_lowercase().split_whitespace().all(|word| text.contains(word))
}

/// Whether `text` begins with `query`; such lines come before all others.
fn begins(text: &str, query: &str) -> bool {
    text.to_lowercase().starts_with(&query.to_lowercase())
}

/// Whether a word of `text` begins with `query`; such lines come first.
fn begins_a_word(text: &str, query: &str) -> bool {
    let query = query.to_lowercase();
    text.to_lowercase().split_whitespace().any(|word| word.starts_with(&query))
}
