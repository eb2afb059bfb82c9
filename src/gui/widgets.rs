//! What the screens are made of, besides what can be pressed.

use eframe::egui;
use egui::text::{LayoutJob, TextFormat};
use egui::{
    Align, Color32, CornerRadius, FontId, Frame, InnerResponse, Label, Margin, Response, RichText, Role, Sense, Stroke,
    StrokeKind, TextBuffer, TextEdit, Ui, Vec2, WidgetInfo,
};

use super::theme::{self, CORNER, Look, RADIUS};
use crate::domain::part_score::{PartScore, Status};
use crate::domain::personal::personal_data;
use crate::domain::{Language, Piece, Text};
use crate::wording::{Wording, arg};

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
