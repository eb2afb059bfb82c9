//! Above: whose assessment it is, from which side it is judged, the total, and whether everything is stored.

use eframe::egui;
use egui::{Frame, Label, Layout, Margin, Panel, Rect, RichText, Role, Sense, Ui, Vec2};

use super::history::Names;
use super::menu::show_menu;
use super::parts::{NARROW, ends_text};
use super::theme::{self, Look};
use super::widgets::{self, Press, Tone};
use super::wish::{Overlay, Scene, Screen, Wish};
use crate::domain::score::Score;
use crate::domain::{Cover, Framework, Perspective};
use crate::wording::{Wording, arg};

/// Whether everything is stored, for showing.
pub enum Saved {
    /// Everything is.
    Yes,
    /// It is on its way.
    Soon,
    /// What is typed waits for the reader: for a rationale, or for a word on a number of a person.
    Waits,
    /// It could not be, and why, as a sentence.
    No(String),
    /// The file is only looked at.
    ReadOnly,
}

/// What is drawn, gathered beforehand.
pub struct Bar<'a> {
    /// The framework.
    pub framework: &'a Framework,
    /// The cover.
    pub cover: &'a Cover,
    /// The score of the side.
    pub score: &'a Score,
    /// Whether everything is stored.
    pub saved: Saved,
    /// How many norms have no verdict.
    pub open: usize,
    /// Whether the sheet of the side is final.
    pub is_final: bool,
    /// Whether findings are tried out: the score is not the one that is recorded.
    pub trying: bool,
    /// What undo and redo are called now; asked for only while the menu is open.
    pub names: &'a dyn Fn() -> Names,
}

/// Draws the bar.
pub fn show(ui: &mut Ui, scene: &mut Scene, bar: &Bar) {
    let look = Look::of(ui);
    let frame = Frame::new().fill(look.card).inner_margin(Margin::symmetric(16, 0));
    let room = ui.available_width();
    let narrow = room < NARROW;
    Panel::top("top").exact_size(if narrow { 96.0 } else { 56.0 }).frame(frame).show(ui, |ui| {
        let line = |ui: &mut Ui, height: f32, content: &mut dyn FnMut(&mut Ui)| {
            let size = Vec2::new(ui.available_width(), height);
            ui.allocate_ui_with_layout(size, Layout::left_to_right(egui::Align::Center), |ui| {
                ui.set_min_size(size);
                ui.spacing_mut().item_spacing.x = 12.0;
                content(ui);
            });
        };
        ui.spacing_mut().item_spacing.y = 0.0;
        if narrow {
            line(ui, 52.0, &mut |ui| {
                mark(ui);
                let rest = ui.available_width() - ends_width(ui, scene, bar, room) - 12.0;
                show_cover(ui, scene, bar, rest.clamp(120.0, 400.0));
                show_ends(ui, scene, bar);
            });
            line(ui, 40.0, &mut |ui| {
                show_sides(ui, scene);
                show_total(ui, scene.words, bar);
            });
        } else {
            line(ui, 56.0, &mut |ui| {
                mark(ui);
                // What stands behind it keeps its place, however much room the total takes.
                // A long name takes more, where there is more.
                let free = (room - 1070.0).clamp(190.0, 900.0);
                show_cover(ui, scene, bar, free.min(cover_width(ui, scene, bar).max(460.0)));
                show_sides(ui, scene);
                ui.separator();
                show_total(ui, scene.words, bar);
                show_ends(ui, scene, bar);
            });
        }
    });
}

/// What leads to the report: with how much is open, where there is room for that.
fn report_text(scene: &Scene, bar: &Bar, room: f32) -> String {
    match bar.open {
        open if open > 0 && room >= 760.0 => scene.words.with("report-button-open", &[arg("count", open)]),
        _ => scene.text("report-button"),
    }
}

/// How wide is what stands at the right, as [`show_ends`] draws it.
fn ends_width(ui: &Ui, scene: &Scene, bar: &Bar, room: f32) -> f32 {
    let width = |text: String, font| ui.painter().layout_no_wrap(text, font, egui::Color32::PLACEHOLDER).size().x;
    let report = width(report_text(scene, bar, room), theme::bold(13.0));
    let saved = width(saved_text(scene, &bar.saved), theme::body());
    // Two gaps, and the paddings of two buttons.
    saved + width(scene.text("menu"), theme::body()) + report + 2.0 * 8.0 + 4.0 * 12.0
}

/// Draws what stands at the right: whether everything is stored, the menu, the report.
fn show_ends(ui: &mut Ui, scene: &mut Scene, bar: &Bar) {
    widgets::at_right(ui, "ends", |ui| {
        ui.spacing_mut().item_spacing.x = 8.0;
        show_saved(ui, scene, &bar.saved);
        show_menu(ui, scene, bar.names);
        let text = report_text(scene, bar, ui.ctx().content_rect().width());
        if Press::new(&text).tone(Tone::Accent).show(ui).clicked() {
            scene.wish(Wish::Show(Screen::Report));
        }
    });
}

/// The mark of the program: three steps, and its name.
pub fn mark(ui: &mut Ui) {
    let look = Look::of(ui);
    let name = ui.painter().layout_no_wrap("Trede".to_owned(), theme::bold(16.0), look.accent);
    let (rect, response) = ui.allocate_exact_size(Vec2::new(24.0 + name.size().x, 24.0), Sense::hover());
    response.widget_info(|| egui::WidgetInfo::labeled(Role::Label, true, "Trede"));
    for (left, height) in [(0.0, 6.0), (6.0, 11.0), (12.0, 17.0)] {
        let base = rect.bottom() - 4.0;
        let step = Rect::from_min_max(
            egui::pos2(rect.left() + left, base - height),
            egui::pos2(rect.left() + left + 6.5, base),
        );
        ui.painter().rect_filled(step, 0.0, look.accent);
    }
    ui.painter().galley(egui::pos2(rect.left() + 23.0, rect.center().y - name.size().y / 2.0), name, look.accent);
}

/// What stands below the name of the lender.
fn cover_line(scene: &Scene, bar: &Bar) -> String {
    let framework = bar.framework.title.get(scene.words.language());
    let line = scene.words.with("cover-line", &[arg("framework", framework), arg("period", &bar.cover.period)]);
    if bar.is_final { format!("{} · {line}", scene.text("final")) } else { line }
}

/// How wide the cover is when nothing of it is cut off.
fn cover_width(ui: &Ui, scene: &Scene, bar: &Bar) -> f32 {
    let width = |text: String, font| ui.painter().layout_no_wrap(text, font, egui::Color32::PLACEHOLDER).size().x;
    width(bar.cover.subject.clone(), theme::bold(15.0)).max(width(cover_line(scene, bar), theme::small())) + 1.0
}

fn show_cover(ui: &mut Ui, scene: &mut Scene, bar: &Bar, width: f32) {
    let look = Look::of(ui);
    let below = cover_line(scene, bar);
    ui.allocate_ui_with_layout(Vec2::new(width, 40.0), Layout::top_down(egui::Align::Min), |ui| {
        ui.set_width(width);
        ui.spacing_mut().item_spacing.y = 1.0;
        ui.add_space(3.0);
        let subject = RichText::new(&bar.cover.subject).font(theme::bold(15.0)).color(look.ink);
        let response = ui.add(Label::new(subject).truncate().sense(Sense::click()));
        let called = format!("{}, {}", bar.cover.subject, scene.text("cover-hint"));
        widgets::set_role(&response, Role::Button, &called);
        let line = RichText::new(&below).font(theme::small()).color(look.muted);
        ui.add(Label::new(line).truncate());
        let response = response.on_hover_cursor(egui::CursorIcon::PointingHand);
        let hint = format!("{}\n{below}\n{}", bar.cover.subject, scene.text("cover-hint"));
        if response.on_hover_text(hint).clicked() {
            scene.wish(Wish::Lay(Some(Overlay::Cover)));
        }
    });
}

fn show_sides(ui: &mut Ui, scene: &mut Scene) {
    let names = Perspective::ALL.map(|side| capitalized(&scene.words.perspective(side)));
    let chosen = Perspective::ALL.iter().position(|side| *side == scene.perspective).unwrap_or(0);
    if let Some(side) = widgets::segmented(ui, &names, chosen).and_then(|at| Perspective::ALL.get(at)) {
        scene.wish(Wish::TakeSide(*side));
    }
}

/// The text with a capital first. In Dutch a capital has no accent there: één becomes Eén.
pub fn capitalized(text: &str) -> String {
    if let Some(rest) = text.strip_prefix("één") {
        return format!("Eén{rest}");
    }
    let mut characters = text.chars();
    characters.next().map(|first| first.to_uppercase().chain(characters).collect()).unwrap_or_default()
}

fn show_total(ui: &mut Ui, words: &Wording, bar: &Bar) {
    let look = Look::of(ui);
    let caption = words.text(if bar.trying { "trial-total" } else { "total" });
    let Some(ends) = &bar.score.total else {
        let text = RichText::new("–").font(theme::bold(22.0)).color(look.ink);
        ui.label(text);
        let lines = [caption, words.text("total-none")];
        two_lines(ui, lines).on_hover_text(words.text("total-none-hint"));
        return;
    };
    let shown = ends_text(words, ends);
    let exact = match ends.only() {
        Some(only) => words.unrounded(&only),
        None => format!("{} – {}", words.unrounded(&ends.lowest), words.unrounded(&ends.highest)),
    };
    let name = words.with("total-name", &[arg("shown", &shown), arg("exact", &exact)]);
    let hint = words.with("total-hint", &[arg("exact", &exact)]);
    ui.spacing_mut().item_spacing.x = 8.0;
    let total = ui.label(RichText::new(shown).font(theme::bold(24.0)).color(look.ink));
    // A screen reader takes the value of a label for its name.
    ui.ctx().accesskit_node_builder(total.id, |node| node.set_value(name.as_str()));
    total.accessible_name(name).on_hover_text(hint);
    two_lines(ui, [caption, exact]);
}

fn two_lines(ui: &mut Ui, lines: [String; 2]) -> egui::Response {
    let color = Look::of(ui).muted;
    let block = ui.vertical(|ui| {
        ui.spacing_mut().item_spacing.y = 0.0;
        ui.add_space(if ui.available_height() > 50.0 { 11.0 } else { 3.0 });
        for line in lines {
            ui.add(Label::new(RichText::new(line).font(theme::small()).color(color)).extend());
        }
    });
    block.response
}

fn saved_text(scene: &Scene, saved: &Saved) -> String {
    match saved {
        Saved::Yes => format!("✓ {}", scene.text("saved")),
        Saved::Soon => scene.text("saving"),
        Saved::Waits => format!("⚠ {}", scene.text("saved-waits")),
        Saved::ReadOnly => scene.text("read-only"),
        Saved::No(_) => format!("⚠ {}", scene.text("not-saved")),
    }
}

fn show_saved(ui: &mut Ui, scene: &mut Scene, saved: &Saved) {
    let look = Look::of(ui);
    let color = match saved {
        Saved::Yes => look.good,
        Saved::Soon | Saved::ReadOnly => look.muted,
        Saved::Waits | Saved::No(_) => look.bad,
    };
    let text = saved_text(scene, saved);
    let label = ui.add(Label::new(RichText::new(&text).color(color)).extend());
    widgets::set_role(&label, Role::Status, &text);
}
