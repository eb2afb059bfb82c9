//! The score of a part in little room, and other chips.

use eframe::egui;
use egui::{Color32, CornerRadius, FontId, Response, Role, Sense, Stroke, StrokeKind, Ui, Vec2, WidgetInfo};

use crate::domain::part_score::{PartScore, Status};
use crate::gui::theme::{self, CORNER, Look};
use crate::wording::{Wording, arg};

/// The score of a part as it is shown in little room: `3`, `2 of 3`, `1–4`, `1, 3, 5`, `n.v.t.` or the sign of a
/// contradiction. A range stands only where no level between its ends is left out.
pub fn score_text(words: &Wording, score: &PartScore) -> String {
    match (score.status, score.score()) {
        (Status::Contradiction, _) => "⚠".to_owned(),
        (Status::NotApplicable, _) => words.text("score-not-applicable"),
        (_, Some(level)) => level.to_string(),
        _ if score.admissible.is_empty() => "?".to_owned(),
        _ => words.levels_in_little_room(score.admissible),
    }
}

/// The score of a part as a chip: the figure with its colour around it; thicker once it is settled.
pub fn score_chip(ui: &mut Ui, words: &Wording, score: &PartScore, size: Vec2) -> Response {
    let look = Look::of(ui);
    let color = match score.status {
        Status::Contradiction => look.bad,
        Status::NotApplicable => look.muted,
        // A set is no score yet, least of all its lowest level.
        Status::Interval => look.muted,
        _ => score.lowest().map_or(look.muted, |level| look.score(level)),
    };
    let shown = score_text(words, score);
    let galley = ui.painter().layout_no_wrap(shown.clone(), chip_font(&shown, size), color);
    let size = Vec2::new(size.x.max(galley.size().x + 12.0), size.y);
    let (rect, response) = ui.allocate_exact_size(size, Sense::hover());
    let value = if score.status == Status::Contradiction { words.status(score.status) } else { shown };
    let name = words.with("score-chip-name", &[arg("part", &score.part), arg("score", value)]);
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, &name));
    let width = if score.status == Status::Settled { 2.5 } else { 1.5 };
    ui.painter().rect(rect, CornerRadius::same(CORNER), look.card, Stroke::new(width, color), StrokeKind::Inside);
    ui.painter().galley(rect.center() - galley.size() / 2.0, galley, color);
    response.on_hover_text(words.headline(score))
}

fn chip_font(shown: &str, size: Vec2) -> FontId {
    let figure = if shown.chars().count() == 1 { size.y * 0.5 } else { (size.y * 0.5).min(14.0) };
    theme::bold(figure.max(12.0))
}

/// How wide the chip is with which [`score_chip`] shows a score.
pub fn chip_width(ui: &Ui, words: &Wording, score: &PartScore, size: Vec2) -> f32 {
    let shown = score_text(words, score);
    let font = chip_font(&shown, size);
    size.x.max(ui.painter().layout_no_wrap(shown, font, Color32::PLACEHOLDER).size().x + 12.0)
}

/// A little label with a ground of its own.
pub fn chip(ui: &mut Ui, text: &str, color: Color32, ground: Color32) -> Response {
    let galley = ui.painter().layout_no_wrap(text.to_owned(), theme::bold(12.0), color);
    let (rect, response) = ui.allocate_exact_size(galley.size() + Vec2::new(12.0, 6.0), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, text));
    ui.painter().rect_filled(rect, CornerRadius::same(CORNER), ground);
    ui.painter().galley(rect.center() - galley.size() / 2.0, galley, color);
    response
}
