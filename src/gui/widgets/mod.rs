//! What the screens are made of, besides what can be pressed.

mod fields;
mod score;

use eframe::egui;
use egui::text::{LayoutJob, TextFormat};
use egui::{
    Align, Color32, CornerRadius, FontId, Frame, InnerResponse, Label, Margin, Response, RichText, Role, Sense, Stroke,
    StrokeKind, Ui, Vec2, WidgetInfo,
};

use crate::domain::{Language, Piece, Text};
use crate::gui::theme::{self, CORNER, Look, RADIUS};

pub use self::fields::{area, field, hint};
pub use self::score::{chip, chip_width, score_chip, score_text};
pub use super::press::{Press, Tone, link, primary, secondary, segmented};

/// A heading of a screen.
pub fn title(ui: &mut Ui, text: &str) -> Response {
    heading(ui, text, 20.0, Look::of(ui).ink)
}

/// A heading within a screen.
pub fn subtitle(ui: &mut Ui, text: &str) -> Response {
    heading(ui, text, 14.0, Look::of(ui).ink)
}

/// A small heading in capitals, over a block of the side panel.
pub fn caption(ui: &mut Ui, text: &str) -> Response {
    let response = heading(ui, &text.to_uppercase(), 12.0, Look::of(ui).muted);
    response.accessible_name(text)
}

fn heading(ui: &mut Ui, text: &str, size: f32, color: Color32) -> Response {
    let response = ui.add(Label::new(RichText::new(text).font(theme::bold(size)).color(color)).wrap());
    set_role(&response, Role::Heading, text);
    response
}

/// Gives a text another role than that of a label. Only labels carry their words as a value: any other role needs a name.
pub fn set_role(response: &Response, role: Role, name: &str) {
    response.ctx.accesskit_node_builder(response.id, |node| {
        node.set_role(role);
        node.set_label(name);
        node.clear_value();
    });
}

/// Body text.
pub fn text(ui: &mut Ui, text: &str) -> Response {
    ui.add(Label::new(RichText::new(text).font(theme::body())).wrap())
}

/// Words and what can be pressed on one line, which goes on below itself: all its lines are as high as text.
pub fn sentence<R>(ui: &mut Ui, content: impl FnOnce(&mut Ui) -> R) -> InnerResponse<R> {
    ui.scope(|ui| {
        ui.spacing_mut().interact_size.y = 0.0;
        ui.horizontal_wrapped(content).inner
    })
}

/// Body text behind a sign or number; its lines begin under each other.
pub fn point(ui: &mut Ui, sign: &str, text: impl FnOnce(&mut Ui)) {
    ui.horizontal_top(|ui| {
        ui.spacing_mut().item_spacing.x = 6.0;
        ui.add(Label::new(RichText::new(sign).font(theme::body())));
        ui.vertical(text);
    });
}

/// Bold body text.
pub fn strong(ui: &mut Ui, text: &str) -> Response {
    ui.add(Label::new(RichText::new(text).font(theme::bold(13.0))).wrap())
}

/// Small text that steps back.
pub fn muted(ui: &mut Ui, text: &str) -> Response {
    let color = Look::of(ui).muted;
    ui.add(Label::new(RichText::new(text).font(theme::small()).color(color)).wrap())
}

/// A text on one line, cut off with a sign where it is wider than `width`.
pub fn one_line(ui: &Ui, text: &str, font: FontId, color: Color32, width: f32) -> std::sync::Arc<egui::Galley> {
    let mut job = LayoutJob::simple_singleline(text.to_owned(), font, color);
    job.wrap = egui::text::TextWrapping::truncate_at_width(width);
    ui.painter().layout_job(job)
}

/// A text that fits on one line of `width`: what does not is left out, with a sign for it.
pub fn cut(ui: &Ui, text: &str, width: f32) -> String {
    let line = text.split_whitespace().collect::<Vec<_>>().join(" ");
    let galley = one_line(ui, &line, theme::bold(13.0), Color32::PLACEHOLDER, width);
    let Some(row) = galley.rows.first().filter(|_| galley.elided) else { return line };
    let shown = row.glyphs.iter().filter(|glyph| glyph.chr != '…').count();
    line.chars().take(shown).chain(std::iter::once('…')).collect()
}

/// A folder as small text that fits on one line of `width`: of a longer one the last parts are shown, which tell it apart.
pub fn cut_in_front(ui: &Ui, folder: &str, width: f32) -> String {
    let fits = |text: &str| {
        let galley = ui.painter().layout_no_wrap(text.to_owned(), theme::small(), Color32::PLACEHOLDER);
        galley.size().x <= width
    };
    if fits(folder) {
        return folder.to_owned();
    }
    let ends = folder.char_indices().filter(|(_, sign)| *sign == std::path::MAIN_SEPARATOR);
    let mut shorter = ends.skip(1).map(|(at, _)| format!("…{}", folder.get(at..).unwrap_or_default()));
    shorter.find(|text| fits(text)).unwrap_or_else(|| cut(ui, folder, width))
}

/// A text of the framework: qualifiers bold, footnotes raised.
pub fn marked(text: &Text, language: Language, size: f32, color: Color32) -> LayoutJob {
    let mut job = LayoutJob::default();
    for piece in text.pieces(language) {
        let (words, font, valign) = match piece {
            Piece::Plain(words) => (words.to_owned(), FontId::proportional(size), Align::BOTTOM),
            Piece::Qualifier(words) => (words.to_owned(), theme::bold(size), Align::BOTTOM),
            Piece::Footnote(number) => (raised(number), FontId::proportional(size), Align::BOTTOM),
        };
        job.append(&words, 0.0, TextFormat { font_id: font, color, valign, ..TextFormat::default() });
    }
    job
}

fn raised(number: u32) -> String {
    const FIGURES: [char; 10] = ['⁰', '¹', '²', '³', '⁴', '⁵', '⁶', '⁷', '⁸', '⁹'];
    number
        .to_string()
        .chars()
        .filter_map(|digit| FIGURES.get(usize::try_from(digit.to_digit(10)?).ok()?).copied())
        .collect()
}

/// A key as it looks on a keyboard.
pub fn key_cap(ui: &mut Ui, text: &str) -> Response {
    let look = Look::of(ui);
    let galley = ui.painter().layout_no_wrap(text.to_owned(), theme::small(), look.ink);
    let (rect, response) = ui.allocate_exact_size(galley.size() + Vec2::new(10.0, 4.0), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, text));
    ui.painter().rect(rect, CornerRadius::same(4), look.card, Stroke::new(1.0, look.line), StrokeKind::Inside);
    ui.painter().galley(rect.center() - galley.size() / 2.0, galley, look.ink);
    response
}

/// A card with content.
pub fn card<R>(ui: &mut Ui, content: impl FnOnce(&mut Ui) -> R) -> InnerResponse<R> {
    let look = Look::of(ui);
    Frame::new()
        .fill(look.card)
        .stroke(Stroke::new(1.0, look.line))
        .corner_radius(CornerRadius::same(RADIUS))
        .inner_margin(Margin::same(16))
        .show(ui, content)
}

/// Draws within `rect` without taking room from what follows.
pub fn inside<R>(
    ui: &mut Ui,
    rect: egui::Rect,
    salt: impl egui::AsIdSalt,
    layout: egui::Layout,
    content: impl FnOnce(&mut Ui) -> R,
) -> R {
    let mut child = ui.new_child(egui::UiBuilder::new().id_salt(salt).max_rect(rect).layout(layout));
    content(&mut child)
}

/// Draws at the right edge of the line what is read from left to right. A layout from the right would turn the order around
/// in which the focus and a screen reader go through it.
pub fn at_right<R>(ui: &mut Ui, salt: impl egui::AsIdSalt, content: impl FnOnce(&mut Ui) -> R) -> R {
    let id = ui.make_persistent_id(&salt);
    let known: Option<f32> = ui.data(|data| data.get_temp(id));
    let room = ui.available_rect_before_wrap();
    let rect = room.with_min_x(room.right() - known.unwrap_or(0.0));
    let layout = egui::Layout::left_to_right(egui::Align::Center);
    let mut child = ui.new_child(egui::UiBuilder::new().id_salt(salt).max_rect(rect).layout(layout));
    let shown = content(&mut child);
    let used = child.min_rect();
    let width = used.width();
    if known.is_none_or(|known| (known - width).abs() > 0.1) {
        ui.data_mut(|data| data.insert_temp(id, width));
        ui.ctx().request_discard("what stands at the right has another width");
    }
    ui.advance_cursor_after_rect(used);
    shown
}

/// A block that stands out quietly: a remark, a note.
pub fn remark<R>(ui: &mut Ui, ground: Color32, content: impl FnOnce(&mut Ui) -> R) -> InnerResponse<R> {
    let border = Stroke::new(1.0, Look::of(ui).line);
    let frame = Frame::new().fill(ground).stroke(border).corner_radius(CornerRadius::same(CORNER));
    frame.inner_margin(Margin::symmetric(9, 7)).show(ui, |ui| {
        ui.set_width(ui.available_width());
        content(ui)
    })
}

/// How much is done, as a bar with an accessible name.
pub fn progress(ui: &mut Ui, done: usize, all: usize, width: f32, name: &str) -> Response {
    let look = Look::of(ui);
    let (rect, response) = ui.allocate_exact_size(Vec2::new(width, 6.0), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::ProgressIndicator, true, name));
    #[expect(clippy::cast_precision_loss, reason = "a few hundred norms")]
    ui.ctx().accesskit_node_builder(response.id, |node| {
        node.set_numeric_value(done as f64);
        node.set_min_numeric_value(0.0);
        node.set_max_numeric_value(all as f64);
    });
    let round = CornerRadius::same(3);
    // Empty and full differ by more than a colour.
    ui.painter().rect(rect, round, look.card, Stroke::new(1.0, look.control), StrokeKind::Inside);
    let mut part = rect;
    #[expect(clippy::cast_precision_loss, reason = "a few hundred norms")]
    part.set_width(rect.width() * done as f32 / all.max(1) as f32);
    ui.painter().rect_filled(part, round, look.accent);
    response
}
