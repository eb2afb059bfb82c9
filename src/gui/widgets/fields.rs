//! What is typed in.

use eframe::egui;
use egui::text::{LayoutJob, TextFormat};
use egui::{CornerRadius, Frame, Margin, Response, RichText, Stroke, StrokeKind, TextBuffer, TextEdit, Ui};

use super::strong;
use crate::domain::personal::personal_data;
use crate::gui::theme::{self, CORNER, Look};

/// What may be typed, in the shape of no text that was.
pub fn hint(text: &str) -> RichText {
    RichText::new(text).italics()
}

/// A text field of one line under its label.
pub fn field(ui: &mut Ui, label: &str, value: &mut String, hint: &str) -> Response {
    ui.vertical(|ui| {
        ui.spacing_mut().item_spacing.y = 4.0;
        let name = strong(ui, label);
        let edit = TextEdit::singleline(value).hint_text(self::hint(hint)).desired_width(f32::INFINITY);
        ui.add(edit.margin(Margin::symmetric(8, 6))).labelled_by(name.id)
    })
    .inner
}

/// How high a field of several lines grows, in points.
const AREA: f32 = 240.0;

/// A text field of several lines; `name` is its accessible name. Numbers of persons stand out in it.
pub fn area(ui: &mut Ui, id: egui::Id, name: &str, value: &mut String, hint: &str, rows: usize) -> Response {
    let mut layouter = |ui: &Ui, text: &dyn TextBuffer, width: f32| {
        let job = with_personal_data(Look::of(ui), text.as_str(), width);
        ui.fonts_mut(|fonts| fonts.layout_job(job))
    };
    let edit = TextEdit::multiline(value).id(id).hint_text(self::hint(hint)).desired_rows(rows).layouter(&mut layouter);
    let edit = edit.desired_width(f32::INFINITY);
    let edit = edit.frame(Frame::new().inner_margin(Margin::symmetric(8, 6)));
    // What follows stays within reach of a very long text; its border stays whole around what is in sight of it.
    let room = egui::ScrollArea::vertical().id_salt(id).max_height(AREA).min_scrolled_height(AREA);
    let room = room.auto_shrink([false, true]);
    let ground = ui.painter().add(egui::Shape::Noop);
    let shown = room.show(ui, |ui| ui.add(edit).accessible_name(name));
    let visuals = ui.visuals();
    let border = match (shown.inner.has_focus(), shown.inner.hovered()) {
        (true, _) => visuals.selection.stroke,
        (false, true) => visuals.widgets.hovered.bg_stroke,
        (false, false) => visuals.widgets.inactive.bg_stroke,
    };
    let rect = shown.inner.rect.intersect(shown.inner_rect);
    let round = CornerRadius::same(CORNER);
    ui.painter().set(ground, egui::Shape::rect_filled(rect, round, visuals.text_edit_bg_color()));
    ui.painter().rect_stroke(rect, round, border, StrokeKind::Inside);
    shown.inner
}

/// A text in which numbers of persons have a line under them and a ground of their own.
fn with_personal_data(look: &Look, text: &str, width: f32) -> LayoutJob {
    let plain = TextFormat { font_id: theme::body(), color: look.ink, ..TextFormat::default() };
    let marked = TextFormat {
        color: look.bad,
        background: look.bad_ground,
        underline: Stroke::new(1.5, look.bad),
        ..plain.clone()
    };
    let mut job = LayoutJob::default();
    job.wrap.max_width = width;
    let mut from = 0;
    for data in personal_data(text) {
        job.append(&text[from..data.at.start], 0.0, plain.clone());
        job.append(&text[data.at.clone()], 0.0, marked.clone());
        from = data.at.end;
    }
    job.append(&text[from..], 0.0, plain);
    job
}
