//! What forms are made of: pages, fields with their error beside them, choices, and asking for a file.

use eframe::egui;
use egui::{
    Align, Color32, CornerRadius, Frame, Label, Layout, Margin, Response, RichText, Stroke, TextEdit, Ui, Vec2,
};

use super::dialogs::{Purpose, Way};
use super::errand::Errand;
use super::reach;
use super::theme::{self, Look, RADIUS, STEP};
use super::top::capitalized;
use super::widgets::{self, Press};
use super::wish::{Scene, Screen, Wish};
use crate::wording::{Wording, arg};

/// Where a screen begins, and how wide it is, when it may be `most` wide. All begin at the same place: beside the parts at
/// their edge, as the rubric does, and where nothing stands beside them in the middle of the window.
pub fn place(ui: &Ui, most: f32) -> (f32, f32) {
    let room = ui.available_width() - 2.0 * theme::EDGE;
    // A margin of the window is not a panel.
    let alone = ui.max_rect().left() <= ui.ctx().content_rect().left() + 15.0 * STEP;
    let centred = ((room - theme::PAGE) / 2.0).floor().max(0.0);
    (theme::EDGE + if alone { centred } else { 0.0 }, most.min(room).max(200.0))
}

/// A page with a title that scrolls; at most `width` wide, with a way back if there is one. See [`place`].
pub fn page<R>(
    ui: &mut Ui,
    id: &str,
    width: f32,
    back: Option<Screen>,
    scene: &mut Scene,
    title: &str,
    content: impl FnOnce(&mut Ui, &mut Scene) -> R,
) -> R {
    let scroll = egui::ScrollArea::vertical().id_salt(id).auto_shrink([false, false]);
    // Not from the room that a bar leaves: the page would move as soon as there is one. The edge is wide enough for it.
    let (side, width) = place(ui, width);
    scroll
        .show(ui, |ui| {
            ui.horizontal_top(|ui| {
                ui.spacing_mut().item_spacing.x = 0.0;
                ui.add_space(side);
                ui.allocate_ui_with_layout(Vec2::new(width, 0.0), Layout::top_down(Align::Min), |ui| {
                    ui.spacing_mut().item_spacing.x = 2.0 * STEP;
                    ui.set_width(width);
                    ui.add_space(5.0 * STEP);
                    if let Some(screen) = back
                        && widgets::link(ui, &scene.text("form-back")).clicked()
                    {
                        scene.wish(Wish::Show(screen));
                    }
                    widgets::title(ui, title);
                    let result = content(ui, scene);
                    ui.add_space(8.0 * STEP);
                    reach::by_keys(ui);
                    result
                })
                .inner
            })
            .inner
        })
        .inner
}

/// The title of a section.
pub fn section(ui: &mut Ui, text: &str) -> Response {
    ui.add_space(3.0 * STEP);
    widgets::subtitle(ui, text)
}

/// Text that can be selected and copied: paths, fingerprints, hashes.
pub fn copyable(ui: &mut Ui, text: &str) -> Response {
    let color = Look::of(ui).muted;
    ui.add(Label::new(RichText::new(text).font(theme::small()).color(color)).wrap().selectable(true))
}

/// Body text that can be selected and copied.
pub fn selectable(ui: &mut Ui, text: &str) -> Response {
    ui.add(Label::new(RichText::new(text)).wrap().selectable(true))
}

/// Tidings on a ground of their own. Never by colour alone: the text says what it is.
pub fn banner<R>(ui: &mut Ui, ink: Color32, ground: Color32, content: impl FnOnce(&mut Ui) -> R) -> R {
    let frame = Frame::new().fill(ground).stroke(Stroke::new(1.0, ink)).corner_radius(CornerRadius::same(RADIUS));
    frame
        .inner_margin(Margin::symmetric(16, 12))
        .show(ui, |ui| {
            ui.set_width(ui.available_width());
            content(ui)
        })
        .inner
}

/// Something that went well, as a sentence.
pub fn good(ui: &mut Ui, text: &str) {
    let look = Look::of(ui);
    banner(ui, look.good, look.good_ground, |ui| {
        ui.add(Label::new(RichText::new(text).color(look.good).font(theme::bold(13.0))).wrap());
    });
}

/// Something that went wrong, as a sentence; with a sign, if it has none of its own.
pub fn bad(ui: &mut Ui, text: &str) {
    let look = Look::of(ui);
    let signed = if text.starts_with(['⚠', '✗']) { text.to_owned() } else { format!("⚠ {text}") };
    banner(ui, look.bad, look.bad_ground, |ui| {
        let label = ui.add(Label::new(RichText::new(signed).color(look.bad)).wrap());
        // The sign is not read aloud.
        ui.ctx().accesskit_node_builder(label.id, |node| node.set_value(text));
    });
}

/// How a field is shown.
#[derive(Clone, Copy, Default)]
pub struct Shown<'a> {
    /// What may be typed, shown while the field is empty.
    pub hint: &'a str,
    /// What is wrong with it.
    pub error: Option<&'a str>,
    /// What more there is to know, under it.
    pub help: &'a str,
    /// Whether it hides what is typed.
    pub secret: bool,
}

/// A field of one line under its label, with its error under that.
pub fn field(ui: &mut Ui, label: &str, text: &mut dyn egui::TextBuffer, shown: Shown) -> Response {
    let look = Look::of(ui);
    ui.vertical(|ui| {
        ui.spacing_mut().item_spacing.y = STEP;
        let name = widgets::strong(ui, label);
        if shown.error.is_some() {
            let states = &mut ui.visuals_mut().widgets;
            for state in [&mut states.inactive, &mut states.hovered, &mut states.active] {
                state.bg_stroke = Stroke::new(1.5, look.bad);
            }
            ui.visuals_mut().selection.stroke = Stroke::new(2.0, look.bad);
        }
        let edit = TextEdit::singleline(text)
            .id_salt(label)
            .hint_text(widgets::hint(shown.hint))
            .password(shown.secret)
            .margin(Margin::symmetric(8, 6))
            .desired_width(f32::INFINITY);
        let response = ui.add(edit).labelled_by(name.id);
        if shown.secret
            && let Some(mut state) = egui::text_edit::TextEditState::load(ui.ctx(), response.id)
        {
            // What can be undone is kept in memory; a passphrase is not to be.
            state.clear_undoer();
            state.store(ui.ctx(), response.id);
        }
        match shown.error {
            Some(error) => {
                ui.ctx().accesskit_node_builder(response.id, |node| {
                    node.set_invalid(egui::accesskit::Invalid::True);
                    node.set_description(error);
                });
                ui.add(Label::new(RichText::new(format!("✗ {error}")).color(look.bad)).wrap());
            }
            None if !shown.help.is_empty() => {
                widgets::muted(ui, shown.help);
            }
            None => {}
        }
        ui.add_space(STEP);
        response
    })
    .inner
}

/// A button that asks for a file, and under it a field for those who type, or whose system has no dialog.
pub fn ask_file(ui: &mut Ui, scene: &mut Scene, purpose: Purpose, typed: &mut String, button: &str) {
    if widgets::secondary(ui, button).clicked() {
        scene.wish(Wish::Ask(purpose));
    }
    if let Some(errand) = typed_path(ui, scene.words, purpose, typed) {
        scene.wish(Wish::Errand(errand));
    }
}

/// A field for a path, with a button that takes it.
pub fn typed_path(ui: &mut Ui, words: &Wording, purpose: Purpose, typed: &mut String) -> Option<Errand> {
    path_field(ui, words, purpose, typed, false)
}

/// The same, which takes the focus if it is to.
pub fn path_field(
    ui: &mut Ui,
    words: &Wording,
    purpose: Purpose,
    typed: &mut String,
    take_focus: bool,
) -> Option<Errand> {
    let mut errand = None;
    ui.push_id(purpose, |ui| {
        ui.horizontal(|ui| {
            let name = words.with("form-typed-path", &[arg("what", words.text(purpose.title_key()))]);
            let width = (ui.available_width() - 100.0).clamp(120.0, 420.0);
            let edit = TextEdit::singleline(typed)
                .hint_text(widgets::hint(&words.text(match purpose.way() {
                    Way::Open => "form-typed-path-hint",
                    Way::Save => "form-typed-path-hint-save",
                    Way::Folder => "form-typed-path-hint-folder",
                })))
                .margin(Margin::symmetric(8, 6))
                .desired_width(width);
            let field = ui.add(edit).accessible_name(&name);
            if take_focus {
                field.request_focus();
            }
            let entered = field.lost_focus() && ui.input(|input| input.key_pressed(egui::Key::Enter));
            let filled = !typed.trim().is_empty();
            let take = words.text("form-take-path");
            let named = words.with("form-take-path-name", &[arg("what", words.text(purpose.title_key()))]);
            let clicked = Press::new(&take).name(named).enabled(filled).show(ui).clicked();
            if filled && (entered || clicked) {
                errand = Some(Errand::Typed(purpose, typed.clone()));
            }
        });
        ui.add_space(STEP);
    });
    errand
}

/// Choices of which one holds, one under the other, under a label.
pub fn choices<T: PartialEq + Copy>(ui: &mut Ui, label: &str, chosen: &mut T, options: &[(T, String)]) {
    ui.vertical(|ui| {
        ui.spacing_mut().item_spacing.y = STEP;
        widgets::strong(ui, label);
        for (option, text) in options {
            if ui.radio(*chosen == *option, capitalized(text)).clicked() {
                *chosen = *option;
            }
        }
        ui.add_space(STEP);
    });
}

/// A label and a value, in a table of two columns.
pub fn row(ui: &mut Ui, label: &str, value: &str) {
    ui.horizontal_top(|ui| {
        ui.allocate_ui_with_layout(Vec2::new(150.0, 0.0), Layout::top_down(Align::Min), |ui| {
            ui.set_width(150.0);
            widgets::muted(ui, label);
        });
        ui.add(Label::new(RichText::new(value)).wrap().selectable(true));
    });
}
