//! What the screens around the workspace are made of: pages, cards, fields with their error beside them, buttons.

use eframe::egui;
use egui::{Align, Button, CornerRadius, Frame, Label, Layout, Margin, Response, RichText, Stroke, TextEdit, Ui, Vec2};

use super::dialogs::Purpose;
use super::errand::Errand;
use super::theme::{self, Look, RADIUS, STEP, TARGET};
use crate::wording::Wording;

/// The widest that a page of text or fields gets, in points: lines stay readable.
pub const PAGE_WIDTH: f32 = 760.0;

/// A page with a title that scrolls; at most `width` wide, in the middle.
pub fn page<R>(ui: &mut Ui, id: &str, width: f32, title: &str, content: impl FnOnce(&mut Ui) -> R) -> R {
    let scroll = egui::ScrollArea::vertical().id_salt(id).auto_shrink([false, false]);
    scroll
        .show(ui, |ui| {
            let width = width.min(ui.available_width() - 8.0 * STEP).max(200.0);
            let side = ((ui.available_width() - width) / 2.0).floor().max(0.0);
            ui.horizontal_top(|ui| {
                ui.add_space(side);
                ui.allocate_ui_with_layout(Vec2::new(width, 0.0), Layout::top_down(Align::Min), |ui| {
                    ui.set_width(width);
                    ui.add_space(6.0 * STEP);
                    heading(ui, title);
                    let result = content(ui);
                    ui.add_space(8.0 * STEP);
                    result
                })
                .inner
            })
            .inner
        })
        .inner
}

/// The title of a page.
pub fn heading(ui: &mut Ui, text: &str) -> Response {
    let response = ui.add(Label::new(RichText::new(text).font(theme::bold(20.0))).wrap());
    ui.add_space(STEP);
    response
}

/// The title of a section.
pub fn section(ui: &mut Ui, text: &str) -> Response {
    ui.add_space(2.0 * STEP);
    ui.add(Label::new(RichText::new(text).font(theme::bold(14.0))).wrap())
}

/// Text that steps back.
pub fn note(ui: &mut Ui, look: &Look, text: &str) -> Response {
    ui.add(Label::new(RichText::new(text).color(look.muted)).wrap())
}

/// Text that can be selected and copied: paths, fingerprints, hashes.
pub fn copyable(ui: &mut Ui, look: &Look, text: &str) -> Response {
    ui.add(Label::new(RichText::new(text).color(look.ink)).wrap().selectable(true))
}

/// A card around things that belong together.
pub fn card<R>(ui: &mut Ui, look: &Look, content: impl FnOnce(&mut Ui) -> R) -> R {
    Frame::new()
        .fill(look.card)
        .stroke(Stroke::new(1.0, look.line))
        .corner_radius(CornerRadius::same(RADIUS))
        .inner_margin(Margin::same(16))
        .show(ui, |ui| {
            ui.set_width(ui.available_width());
            content(ui)
        })
        .inner
}

/// Tidings on a ground of their own; never by colour alone: the text says what it is.
pub fn banner(ui: &mut Ui, ink: egui::Color32, ground: egui::Color32, text: &str) -> Response {
    let frame = Frame::new().fill(ground).stroke(Stroke::new(1.0, ink)).corner_radius(CornerRadius::same(RADIUS));
    frame
        .inner_margin(Margin::same(12))
        .show(ui, |ui| {
            ui.set_width(ui.available_width());
            ui.add(Label::new(RichText::new(text).color(ink)).wrap())
        })
        .inner
}

/// The main button of a screen.
pub fn primary(ui: &mut Ui, look: &Look, text: &str) -> Response {
    let text = RichText::new(text).font(theme::bold(13.0)).color(look.on_accent);
    ui.add(Button::new(text).fill(look.accent).min_size(Vec2::new(0.0, TARGET + 2.0 * STEP)))
}

/// Any other button.
pub fn button(ui: &mut Ui, text: &str) -> Response {
    ui.add(Button::new(text).min_size(Vec2::new(0.0, TARGET + 2.0 * STEP)))
}

/// A word that leads somewhere.
pub fn link(ui: &mut Ui, look: &Look, text: &str) -> Response {
    let text = RichText::new(text).color(look.accent).font(theme::bold(13.0));
    ui.add(Button::new(text).frame(false).min_size(Vec2::new(0.0, TARGET)))
}

/// How a field is shown.
#[derive(Clone, Copy, Default)]
pub struct FieldLook<'a> {
    /// What may be typed, shown while the field is empty.
    pub hint: &'a str,
    /// What is wrong with it.
    pub error: Option<&'a str>,
    /// What more there is to know, under it.
    pub help: &'a str,
    /// Whether it hides what is typed.
    pub secret: bool,
    /// How many lines; 0 and 1 are one line.
    pub rows: usize,
}

/// A field under its label, with its error under that.
pub fn field(ui: &mut Ui, look: &Look, label: &str, text: &mut dyn egui::TextBuffer, shown: FieldLook) -> Response {
    let name = ui.label(RichText::new(label).font(theme::bold(13.0)));
    ui.add_space(-STEP);
    let edit = if shown.rows > 1 { TextEdit::multiline(text).desired_rows(shown.rows) } else { TextEdit::singleline(text) };
    let edit = edit
        .id_salt(label)
        .hint_text(RichText::new(shown.hint).color(look.muted))
        .password(shown.secret)
        .margin(Margin::symmetric(8, 6))
        .desired_width(f32::INFINITY);
    let response = ui.scope(|ui| {
        if shown.error.is_some() {
            let widgets = &mut ui.visuals_mut().widgets;
            for state in [&mut widgets.inactive, &mut widgets.hovered, &mut widgets.active] {
                state.bg_stroke = Stroke::new(1.5, look.bad);
            }
        }
        ui.add(edit).labelled_by(name.id)
    });
    ui.add_space(-STEP);
    match shown.error {
        Some(error) => {
            ui.add(Label::new(RichText::new(format!("✗ {error}")).color(look.bad)).wrap());
        }
        None if !shown.help.is_empty() => {
            note(ui, look, shown.help);
        }
        None => {}
    }
    ui.add_space(STEP);
    response.inner
}

/// A button that asks for a file, and under it a field for those who type, or whose system has no dialog. Gives the
/// errand when one of both is used.
pub fn file_asker(
    ui: &mut Ui,
    look: &Look,
    wording: &Wording,
    purpose: Purpose,
    typed: &mut String,
    button_text: &str,
) -> Option<Errand> {
    let mut errand = None;
    if button(ui, button_text).clicked() {
        errand = Some(Errand::Ask(purpose));
    }
    errand.or_else(|| typed_path(ui, look, wording, purpose, typed))
}

/// A field for a path, with a button that takes it.
pub fn typed_path(
    ui: &mut Ui,
    look: &Look,
    wording: &Wording,
    purpose: Purpose,
    typed: &mut String,
) -> Option<Errand> {
    let mut errand = None;
    ui.push_id(purpose, |ui| {
        ui.horizontal(|ui| {
            let name = wording.with("form-typed-path", &[crate::wording::arg("what", wording.text(purpose.title_key()))]);
            let take = wording.text("form-take-path");
            let width = (ui.available_width() - 110.0).clamp(120.0, 420.0);
            let edit = TextEdit::singleline(typed)
                .hint_text(RichText::new(wording.text("form-typed-path-hint")).color(look.muted))
                .margin(Margin::symmetric(8, 4))
                .desired_width(width);
            let response = ui.add(edit).accessible_name(&name);
            let entered = response.lost_focus() && ui.input(|input| input.key_pressed(egui::Key::Enter));
            let filled = !typed.trim().is_empty();
            let clicked = ui.add_enabled(filled, Button::new(take)).accessible_name(format!("{name}: ok")).clicked();
            if filled && (entered || clicked) {
                errand = Some(Errand::Typed(purpose, typed.clone()));
            }
        });
    });
    errand
}

/// Choices of which one holds, one under the other.
pub fn choices<T: PartialEq + Copy>(ui: &mut Ui, label: &str, chosen: &mut T, options: &[(T, String)]) -> bool {
    let mut changed = false;
    ui.label(RichText::new(label).font(theme::bold(13.0)));
    for (option, text) in options {
        let response = ui.radio(*chosen == *option, text.as_str());
        if response.clicked() && *chosen != *option {
            *chosen = *option;
            changed = true;
        }
    }
    ui.add_space(STEP);
    changed
}
