//! A hit as a line in a list: where it is, and the passage with the hit marked.

use std::ops::Range;

use eframe::egui;
use egui::text::{LayoutJob, TextFormat};
use egui::{CornerRadius, Response, Role, Sense, Stroke, StrokeKind, Ui, Vec2, WidgetInfo};

use crate::gui::press::focus_ring;
use crate::gui::theme::{self, CORNER, Look};
use crate::gui::widgets::one_line;

/// How many lines of a passage are shown.
const LINES: usize = 2;

/// Draws it. The hit is bold and underlined as well as coloured.
pub fn show(ui: &mut Ui, head: &str, text: &str, marks: &[Range<usize>], chosen: bool) -> Response {
    let look = Look::of(ui);
    let width = ui.available_width();
    let room = width - 24.0;
    let head_line = one_line(ui, head, theme::small(), look.muted, room);
    let passage = ui.painter().layout_job(marked(text, marks, look, room));
    let height = (head_line.size().y + passage.size().y + 12.0).max(theme::TARGET);
    let (rect, response) = ui.allocate_exact_size(Vec2::new(width, height), Sense::click());
    let name = format!("{head}: {text}");
    response.widget_info(|| WidgetInfo::selected(Role::ListBoxOption, true, chosen, &name));
    if ui.is_rect_visible(rect) {
        if chosen || response.hovered() {
            // Which one is chosen is told by a border too.
            let border = if chosen { Stroke::new(1.0, look.accent) } else { Stroke::NONE };
            ui.painter().rect(rect, CornerRadius::same(CORNER), look.accent_ground, border, StrokeKind::Inside);
        }
        let at = rect.min + Vec2::new(12.0, 5.0);
        let below = at + Vec2::new(0.0, head_line.size().y + 2.0);
        ui.painter().galley(at, head_line, look.muted);
        ui.painter().galley(below, passage, look.ink);
        focus_ring(ui, rect, &response);
    }
    response.on_hover_cursor(egui::CursorIcon::PointingHand)
}

fn marked(text: &str, marks: &[Range<usize>], look: &Look, width: f32) -> LayoutJob {
    let plain = TextFormat { font_id: theme::body(), color: look.ink, ..TextFormat::default() };
    let hit = TextFormat {
        font_id: theme::bold(13.0),
        color: look.accent,
        underline: Stroke::new(1.0, look.accent),
        ..TextFormat::default()
    };
    let mut job = LayoutJob::default();
    let mut at = 0;
    for mark in marks {
        job.append(&text[at..mark.start], 0.0, plain.clone());
        job.append(&text[mark.clone()], 0.0, hit.clone());
        at = mark.end;
    }
    job.append(&text[at..], 0.0, plain);
    job.wrap = egui::text::TextWrapping { max_width: width, max_rows: LINES, ..Default::default() };
    job
}
