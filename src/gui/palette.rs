//! Two lists to choose from by typing: all commands, and all norms.

use eframe::egui::{self, Key, Modifiers, ScrollArea, Ui};

use super::commands;
use super::top::command_row;
use super::widgets::{self, Press, Tone};
use super::wish::{Scene, Wish};
use crate::domain::{Framework, Language, NormId, Part};

const SHOWN: usize = 30;

/// The norms that were found, and what they were found for.
#[derive(Debug)]
struct Found {
    asked: (String, Language),
    norms: Vec<(NormId, String)>,
}

/// What is typed, and which line is chosen.
#[derive(Debug, Default)]
pub struct Palette {
    query: String,
    at: usize,
    opened: bool,
    found: Option<Found>,
}

impl Palette {
    /// Begins anew.
    pub fn reset(&mut self) {
        *self = Palette::default();
    }

    /// Draws the list of all commands; those for pages while pages are looked at.
    pub fn show_commands(&mut self, ui: &mut Ui, scene: &mut Scene, part: Option<&Part>, previewing: bool) {
        let query = self.query_field(ui, scene, "palette-title", "palette-hint");
        let mut found: Vec<_> = commands::ALL
            .iter()
            .filter(|entry| entry.is_offered(part, previewing) && matches(&scene.text(&entry.text_key()), &query))
            .collect();
        found.sort_by_key(|entry| !begins_a_word(&scene.text(&entry.text_key()), &query));
        let enter = self.move_by_keys(ui, found.len());
        let mut run = None;
        self.list(ui, scene, found.len(), |ui, scene, at, chosen| {
            let response = command_row(ui, scene, found[at], chosen, 500.0);
            if response.clicked() || (enter && chosen) {
                run = Some(found[at].action);
            }
            response
        });
        if let Some(action) = run {
            scene.wish(Wish::Lay(None));
            scene.wish(Wish::Run(action));
        }
    }

    /// Draws the list of all norms.
    pub fn show_norms(&mut self, ui: &mut Ui, scene: &mut Scene, framework: &Framework) {
        let query = self.query_field(ui, scene, "find-title", "find-hint");
        let language = scene.words.language();
        let asked = (query, language);
        if self.found.as_ref().is_none_or(|found| found.asked != asked) {
            let norms = find(framework, &asked.0, language);
            self.found = Some(Found { asked, norms });
        }
        let found = self.found.as_ref().map(|found| found.norms.clone()).unwrap_or_default();
        let enter = self.move_by_keys(ui, found.len());
        let mut go = None;
        self.list(ui, scene, found.len(), |ui, _, at, chosen| {
            let (id, line) = &found[at];
            let press = Press::new(line).tone(Tone::Row).left().role(egui::Role::ListBoxOption).chosen(chosen);
            let response = press.width(500.0).show(ui);
            if response.clicked() || (enter && chosen) {
                go = Some(id.clone());
            }
            response
        });
        if let Some(norm) = go {
            scene.wish(Wish::Lay(None));
            scene.wish(Wish::Jump(norm));
        }
    }

    fn query_field(&mut self, ui: &mut Ui, scene: &Scene, title: &str, hint: &str) -> String {
        ui.set_width(512.0);
        let before = self.query.clone();
        let field = widgets::field(ui, &scene.text(title), &mut self.query, &scene.text(hint));
        if !std::mem::replace(&mut self.opened, true) || !field.has_focus() {
            field.request_focus();
        }
        if before != self.query {
            self.at = 0;
        }
        self.query.trim().to_owned()
    }

    /// Moves the chosen line by keys; tells whether it is taken.
    fn move_by_keys(&mut self, ui: &Ui, count: usize) -> bool {
        let pressed = |key| ui.input_mut(|input| input.consume_key(Modifiers::NONE, key));
        if pressed(Key::ArrowDown) {
            self.at += 1;
        }
        if pressed(Key::ArrowUp) {
            self.at = self.at.saturating_sub(1);
        }
        self.at = self.at.min(count.saturating_sub(1));
        ui.input(|input| input.key_pressed(Key::Enter))
    }

    fn list(
        &mut self,
        ui: &mut Ui,
        scene: &mut Scene,
        count: usize,
        mut line: impl FnMut(&mut Ui, &mut Scene, usize, bool) -> egui::Response,
    ) {
        if count == 0 {
            widgets::muted(ui, &scene.text("nothing-found"));
        }
        ScrollArea::vertical().max_height(380.0).show(ui, |ui| {
            ui.spacing_mut().item_spacing.y = 0.0;
            for at in 0..count {
                let chosen = at == self.at;
                let response = line(ui, scene, at, chosen);
                if chosen {
                    response.scroll_to_me(None);
                }
            }
        });
    }
}

/// The first norms in which every word of `query` occurs; the one with that very id comes first.
fn find(framework: &Framework, query: &str, language: Language) -> Vec<(NormId, String)> {
    let mut found = Vec::new();
    for aspect in framework.parts().flat_map(|part| &part.aspects) {
        for norm in &aspect.norms {
            let line = || format!("{}  {}: {}", norm.id, aspect.title.get(language), norm.text.plain(language));
            if norm.id.as_str().eq_ignore_ascii_case(query) {
                found.insert(0, (norm.id.clone(), line()));
                found.truncate(SHOWN);
            } else if found.len() < SHOWN {
                let line = line();
                if matches(&line, query) {
                    found.push((norm.id.clone(), line));
                }
            }
        }
    }
    found
}

/// Whether every word of `query` occurs in `text`.
fn matches(text: &str, query: &str) -> bool {
    let text = text.to_lowercase();
    query.to_lowercase().split_whitespace().all(|word| text.contains(word))
}

/// Whether a word of `text` begins with `query`; such lines come first.
fn begins_a_word(text: &str, query: &str) -> bool {
    let query = query.to_lowercase();
    text.to_lowercase().split_whitespace().any(|word| word.starts_with(&query))
}
