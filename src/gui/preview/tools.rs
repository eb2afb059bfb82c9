//! What stands above the pages: what they are, the number of the page, and how large they are.

use eframe::egui::{self, Context, Event, Id, TextEdit, Ui};

use super::subject::Standing;
use super::zoom::{Zoom, percent};
use super::{Preview, Turn};
use crate::gui::commands::Action;
use crate::gui::form;
use crate::gui::start::file_name;
use crate::gui::theme::STEP;
use crate::gui::widgets::{self, Press};
use crate::gui::wish::{Scene, Wish};
use crate::wording::arg;

/// In less room than this, in points, the line is tight.
const TIGHT: f32 = 620.0;

/// The field for the number of a page.
fn number_id() -> Id {
    Id::unique("preview page number")
}

/// Leads to the field for the number of a page, with this in it.
pub(super) fn ask_number(ctx: &Context, typed: &mut String, start: &str) {
    start.clone_into(typed);
    ctx.memory_mut(|memory| memory.request_focus(number_id()));
    let mut state = TextEdit::load_state(ctx, number_id()).unwrap_or_default();
    let end = egui::text::CCursor::new(typed.chars().count());
    state.cursor.set_char_range(Some(egui::text::CCursorRange::one(end)));
    state.store(ctx, number_id());
}

impl Preview {
    pub(super) fn show_tools(&mut self, ui: &mut Ui, scene: &mut Scene) {
        ui.horizontal(|ui| {
            if widgets::link(ui, &scene.text("form-back")).clicked() {
                scene.wish(Wish::Run(Action::Turn(Turn::Leave)));
            }
            ui.add_space(STEP);
            match &self.file {
                Some(path) => widgets::subtitle(ui, &file_name(path)),
                None => widgets::subtitle(ui, &scene.text("preview-title")),
            };
        });
        self.show_note(ui, scene);
        if self.leaves.is_empty() {
            return;
        }
        // In little room everything is tighter, so that it stays on one line.
        let tight = ui.available_width() < TIGHT;
        ui.horizontal_wrapped(|ui| {
            if tight {
                ui.spacing_mut().item_spacing.x = 6.0;
            }
            self.show_places(ui, scene, tight);
            ui.add_space(STEP);
            self.show_sizes(ui, scene, tight);
        });
    }

    /// What the reader has to know of these pages.
    fn show_note(&self, ui: &mut Ui, scene: &Scene) {
        if self.leaves.is_empty() {
            return;
        }
        match self.standing {
            Standing::Draft if self.names_signer => {
                widgets::muted(ui, &scene.text("preview-draft"));
            }
            Standing::Draft => {
                widgets::muted(ui, &scene.text("preview-draft-nameless"));
            }
            Standing::Intact => {
                widgets::muted(ui, &scene.text("preview-intact"));
            }
            Standing::Exact => form::bad(ui, &scene.text("preview-exact")),
            Standing::Doubtful => form::bad(ui, &scene.text("preview-doubtful")),
        }
    }

    fn show_places(&mut self, ui: &mut Ui, scene: &mut Scene, tight: bool) {
        let (page, pages) = self.place();
        let mut button = |ui: &mut Ui, sign: &str, name: &str, turn: Turn, enabled: bool| {
            let name = scene.text(name);
            if press(sign, tight).name(&name).hint(&name).enabled(enabled).show(ui).clicked() {
                scene.wish(Wish::Run(Action::Turn(turn)));
            }
        };
        button(ui, "←", "command-page-previous", Turn::Previous, page > 1);
        button(ui, "→", "command-page-next", Turn::Next, page < pages);
        if !tight {
            widgets::text(ui, &scene.text("preview-number"));
        }
        let field = self.show_number(ui, scene);
        widgets::text(ui, &scene.words.with("preview-of", &[arg("all", pages)]));
        let entered = field.lost_focus() && ui.input(|input| input.key_pressed(egui::Key::Enter));
        if let (true, Ok(number)) = (entered, self.typed.trim().parse::<usize>()) {
            self.go(number.saturating_sub(1));
        }
        self.take_digits(ui);
    }

    fn show_number(&mut self, ui: &mut Ui, scene: &Scene) -> egui::Response {
        let is_typing = ui.memory(|memory| memory.has_focus(number_id()));
        if !is_typing && self.typed != (self.at + 1).to_string() && !entering(ui) {
            self.typed = (self.at + 1).to_string();
        }
        let edit = TextEdit::singleline(&mut self.typed).id(number_id()).char_limit(5).desired_width(44.0);
        ui.add(edit).accessible_name(scene.text("preview-number-name"))
    }

    /// A digit that is typed anywhere begins the number of a page.
    fn take_digits(&mut self, ui: &Ui) {
        if ui.ctx().text_edit_focused() || egui::Popup::is_any_open(ui.ctx()) {
            return;
        }
        let digits: String = ui.input(|input| {
            let texts =
                input.events.iter().filter_map(|event| if let Event::Text(text) = event { Some(text) } else { None });
            texts.flat_map(|text| text.chars()).filter(char::is_ascii_digit).collect()
        });
        if !digits.is_empty() {
            ask_number(ui.ctx(), &mut self.typed, &digits);
        }
    }

    fn show_sizes(&mut self, ui: &mut Ui, scene: &mut Scene, tight: bool) {
        for (sign, name, turn) in
            [("−", "command-page-smaller", Turn::Smaller), ("+", "command-page-larger", Turn::Larger)]
        {
            let name = scene.text(name);
            if press(sign, tight).name(&name).hint(&name).show(ui).clicked() {
                scene.wish(Wish::Run(Action::Turn(turn)));
            }
        }
        let shown = percent(self.sheet.scale).round();
        if shown > 0.0 {
            widgets::text(ui, &scene.words.with("preview-percent", &[arg("percent", shown)]));
        }
        for (key, zoom) in [("preview-fit-width", Zoom::Width), ("preview-fit-page", Zoom::Page)] {
            let text = scene.text(key);
            if press(&text, tight).role(egui::Role::RadioButton).chosen(self.shown == zoom).show(ui).clicked() {
                self.zoom = Some(zoom);
            }
        }
    }
}

fn press(text: &str, tight: bool) -> Press<'_> {
    if tight { Press::new(text).tight() } else { Press::new(text) }
}

/// Whether the number that was typed is being taken over in this frame.
fn entering(ui: &Ui) -> bool {
    ui.input(|input| input.key_pressed(egui::Key::Enter))
}
