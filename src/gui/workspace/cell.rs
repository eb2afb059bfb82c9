//! One norm in the rubric: its text, what was found, and the buttons to say so.

use std::sync::Arc;

use eframe::egui;
use egui::{Color32, CornerRadius, Galley, Id, Popup, Rect, Response, Role, Sense, Stroke, StrokeKind, Ui};
use egui::{Vec2, WidgetInfo};

use super::view::{State, View, state};
use crate::domain::{Aspect, Norm, NormId, Rung, Verdict};
use crate::gui::press::{dashed, focus_ring};
use crate::gui::theme::{self, CORNER, Look};
use crate::gui::top::capitalized;
use crate::gui::widgets::{Press, Tone, inside, marked, one_line};
use crate::wording::arg;

const PADDING: f32 = 9.0;
const ID_HEIGHT: f32 = 16.0;
const MARK_HEIGHT: f32 = 18.0;
const BUTTONS: f32 = 25.0;
/// Beside the word on a button: the longest row of buttons fits into the narrowest cell.
const BESIDE: f32 = 7.0;

/// A norm laid out for its cell.
pub struct Cell<'a> {
    /// The norm.
    pub norm: &'a Norm,
    /// How high it has to be, in points.
    pub height: f32,
    text: Arc<Galley>,
    marks: Vec<(Arc<Galley>, Color32)>,
}

/// What was pressed in a cell.
pub enum Pressed {
    /// A verdict.
    Verdict(Verdict),
    /// The sign that leads to the norm that this one follows.
    Twin(NormId),
}

/// A cell after drawing.
pub struct Shown {
    /// The cell as a whole.
    pub response: Response,
    /// Its buttons.
    pub buttons: Vec<Id>,
    /// What was pressed.
    pub pressed: Option<Pressed>,
}

impl<'a> Cell<'a> {
    /// Lays out a norm for a cell of this width.
    pub fn measure(ui: &Ui, view: &View, norm: &'a Norm, pending: Option<Verdict>, width: f32) -> Cell<'a> {
        let text = text(ui, view, norm, width);
        let marks = laid_marks(ui, marks(view, norm, pending, true, Look::of(ui)), width);
        Cell { norm, height: height(text.size().y, marks_together(&marks)), text, marks }
    }
}

fn text(ui: &Ui, view: &View, norm: &Norm, width: f32) -> Arc<Galley> {
    let look = Look::of(ui);
    let color = if norm.twin.is_some() { look.muted } else { look.ink };
    let mut job = marked(&norm.text, view.language(), 13.0, color);
    job.wrap.max_width = width - 2.0 * PADDING;
    ui.painter().layout_job(job)
}

fn laid_marks(ui: &Ui, marks: Vec<(String, Color32)>, width: f32) -> Vec<(Arc<Galley>, Color32)> {
    let lay = |(words, color)| (ui.painter().layout(words, theme::bold(12.0), color, width - 2.0 * PADDING), color);
    marks.into_iter().map(lay).collect()
}

fn marks_together(marks: &[(Arc<Galley>, Color32)]) -> f32 {
    marks.iter().map(|(mark, _)| mark.size().y.max(MARK_HEIGHT)).sum()
}

/// How high the text of a norm is in a cell of this width.
pub fn text_height(ui: &Ui, view: &View, norm: &Norm, width: f32) -> f32 {
    text(ui, view, norm, width).size().y
}

/// How high the marks of a norm are together in a cell of this width; `odd` tells whether it can contradict others.
pub fn marks_height(ui: &Ui, view: &View, norm: &Norm, pending: Option<Verdict>, odd: bool, width: f32) -> f32 {
    marks_together(&laid_marks(ui, marks(view, norm, pending, odd, Look::of(ui)), width))
}

/// How high a cell is with a text and marks of these heights.
pub fn height(text: f32, marks: f32) -> f32 {
    6.0 + ID_HEIGHT + text + 8.0 + marks + BUTTONS + PADDING
}

/// What has to be said about a norm besides its verdict: sign and word, never colour alone.
fn marks(view: &View, norm: &Norm, pending: Option<Verdict>, odd: bool, look: &Look) -> Vec<(String, Color32)> {
    let mut marks = Vec::new();
    let verdict = view.sheet.verdict(norm.id.as_str());
    let words = view.words;
    let contradicts = if odd { view.contradicts(&norm.id) } else { Vec::new() };
    if !contradicts.is_empty() {
        marks.push((words.with("mark-contradiction", &[arg("norms", words.norms(&contradicts))]), look.bad));
    }
    let warned = if odd { view.warned(&norm.id) } else { Vec::new() };
    if !warned.is_empty() {
        marks.push((words.with("mark-warning", &[arg("norms", words.norms(&warned))]), look.muted));
    }
    if view.alerts_on(&norm.id) {
        marks.push((words.text("mark-alert"), look.bad));
    }
    if let Some(pending) = pending {
        marks.push((words.with("mark-pending", &[arg("verdict", words.verdict(norm.rung, pending))]), look.accent));
    } else if matches!(verdict, Verdict::Partly | Verdict::Undetermined) {
        marks.push((format!("• {}", words.verdict(norm.rung, verdict)), look.ink));
    }
    if let Some(proposal) = view.sheet.proposals.get(&norm.id) {
        marks.push((
            words.with("mark-proposal", &[arg("verdict", words.verdict(norm.rung, proposal.verdict))]),
            look.accent,
        ));
    }
    if view.follows(norm).is_none() && view.lacks_rationale(norm) {
        marks.push((words.text("mark-no-rationale"), look.bad));
    }
    marks
}

/// Draws a cell.
pub fn show(ui: &mut Ui, view: &View, aspect: &Aspect, cell: &Cell, rect: Rect, chosen: bool) -> Shown {
    let look = Look::of(ui);
    let norm = cell.norm;
    let verdict = view.sheet.verdict(norm.id.as_str());
    let id = Id::unique(("cell", &norm.id));
    let response = ui.interact(rect, id, Sense::click());
    let name = view.words.with(
        "cell-name",
        &[
            arg("norm", &norm.id),
            arg("aspect", aspect.title.get(view.language())),
            arg("verdict", view.words.verdict(norm.rung, verdict)),
        ],
    );
    let said = cell.marks.iter().map(|(mark, _)| mark.text().trim_start_matches(['⚠', '•', '←', ' ']));
    let name = said.fold(name, |name, mark| format!("{name}, {mark}"));
    response.widget_info(|| WidgetInfo::selected(Role::GridCell, true, chosen, &name));
    let text = norm.text.plain(view.language());
    ui.ctx().accesskit_node_builder(id, |node| node.set_description(text));
    let border = match state(view.part, norm, verdict) {
        _ if !view.contradicts(&norm.id).is_empty() => Stroke::new(2.0, look.bad),
        State::Open => Stroke::new(1.0, look.line),
        State::Good => Stroke::new(1.0, look.good),
        State::Bad => Stroke::new(1.5, look.bad),
        State::Neutral => Stroke::new(1.0, look.control),
    };
    let round = CornerRadius::same(CORNER);
    ui.painter().rect(rect, round, look.card, border, StrokeKind::Inside);
    if chosen {
        let ring = rect.expand(2.0);
        ui.painter().rect_stroke(ring, CornerRadius::same(10), Stroke::new(3.0, look.accent), StrokeKind::Inside);
    } else {
        focus_ring(ui, rect, &response);
    }
    // Out of sight a cell can be lower than its text.
    let inside_only = if cell.height > rect.height() + 1.0 { ui.clip_rect().intersect(rect) } else { ui.clip_rect() };
    let painter = ui.painter_at(inside_only);
    let at = rect.min + Vec2::new(PADDING, 6.0);
    let norm_id = one_line(ui, norm.id.as_str(), theme::small(), look.muted, rect.width() - 2.0 * PADDING);
    let id_width = norm_id.size().x;
    painter.galley(at, norm_id, look.muted);
    // Where the buttons are out of sight what was found stands beside the id.
    if rect.height() > ui.clip_rect().height() && verdict != Verdict::Open {
        let room = (rect.width() - 3.0 * PADDING - id_width).max(0.0);
        let found = one_line(ui, &view.words.verdict(norm.rung, verdict), theme::bold(12.0), look.ink, room);
        painter.galley(egui::pos2(rect.right() - PADDING - found.size().x, at.y), found, look.ink);
    }
    painter.galley(at + Vec2::new(0.0, ID_HEIGHT), Arc::clone(&cell.text), look.ink);
    let mut bottom = rect.bottom() - PADDING - BUTTONS;
    for (mark, color) in cell.marks.iter().rev() {
        bottom -= mark.size().y.max(MARK_HEIGHT);
        painter.galley(egui::pos2(rect.left() + PADDING, bottom), Arc::clone(mark), *color);
    }
    let line = Rect::from_min_size(
        egui::pos2(rect.left() + PADDING, rect.bottom() - PADDING - BUTTONS),
        Vec2::new(rect.width() - 2.0 * PADDING, BUTTONS),
    );
    let mut shown = Shown { response, buttons: Vec::new(), pressed: None };
    inside(ui, line, ("buttons", &norm.id), egui::Layout::left_to_right(egui::Align::Center), |ui| {
        ui.spacing_mut().item_spacing.x = 4.0;
        match view.follows(norm) {
            Some(three) => show_follower(ui, view, norm, three, verdict, &mut shown),
            None => show_buttons(ui, view, cell, verdict, &mut shown),
        }
    });
    shown
}

fn show_follower(ui: &mut Ui, view: &View, norm: &Norm, three: NormId, verdict: Verdict, shown: &mut Shown) {
    let key = match verdict {
        Verdict::Holds => "follows-holds",
        Verdict::Fails => "follows-fails",
        Verdict::Open => "follows-open",
        _ => "follows-other",
    };
    let rung = view.framework.norm(three.as_str()).map_or(Rung::THREE, |(_, _, lower)| lower.rung);
    let values = [arg("verdict", view.words.verdict(norm.rung, verdict)), arg("rung", rung.number())];
    let text = view.words.with(key, &values);
    let name = view.words.with("follows-name", &[arg("norm", &norm.id), arg("three", &three), arg("text", &text)]);
    let press = Press::new(&text).name(name).tight();
    let press = match verdict {
        Verdict::Holds => press.tone(Tone::Good).chosen(true),
        Verdict::Open => press,
        _ => press.chosen(true),
    };
    let response = press.show(ui);
    shown.buttons.push(response.id);
    if response.clicked() {
        shown.pressed = Some(Pressed::Twin(three));
    }
}

/// The verdict alone, where it cannot be changed.
fn show_verdict(ui: &mut Ui, view: &View, norm: &Norm, verdict: Verdict) {
    let (tone, sign) = match state(view.part, norm, verdict) {
        State::Good => (Tone::Good, "✓ "),
        State::Bad => (Tone::Bad, "✗ "),
        _ => (Tone::Plain, ""),
    };
    let text = format!("{sign}{}", view.words.verdict(norm.rung, verdict));
    let press = Press::new(&text).tight().tone(tone).chosen(true).role(Role::RadioButton).enabled(false);
    press.name(button_name(view, norm, verdict)).show(ui);
}

fn show_buttons(ui: &mut Ui, view: &View, cell: &Cell, verdict: Verdict, shown: &mut Shown) {
    let norm = cell.norm;
    if !view.may_judge() {
        return show_verdict(ui, view, norm, verdict);
    }
    for each in [Verdict::Holds, Verdict::Fails, Verdict::NotApplicable] {
        let chosen = verdict == each;
        let word = view.words.text(match each {
            Verdict::Holds => "yes",
            Verdict::Fails => "no",
            _ => "not-applicable",
        });
        let (tone, sign) = match (chosen, state(view.part, norm, each)) {
            (false, _) => (Tone::Plain, ""),
            (true, State::Good) => (Tone::Good, "✓ "),
            (true, State::Bad) => (Tone::Bad, "✗ "),
            (true, _) => (Tone::Plain, if each == Verdict::NotApplicable { "✓ " } else { "" }),
        };
        let text = format!("{sign}{word}");
        let press = Press::new(&text).tight().padding(BESIDE).tone(tone).chosen(chosen).role(Role::RadioButton);
        let response = press.name(button_name(view, norm, each)).show(ui);
        shown.buttons.push(response.id);
        if response.clicked() {
            shown.pressed = Some(Pressed::Verdict(each));
        }
    }
    ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
        let name = view.words.with("more-verdicts", &[arg("norm", &norm.id)]);
        let more = Press::new("…").tight().padding(BESIDE).name(&name);
        let more = more.hint(view.words.text("more-verdicts-hint")).show(ui);
        shown.buttons.push(more.id);
        Popup::menu(&more).accessible_name(&name).show(|ui| {
            let mut offered = vec![Verdict::Undetermined, Verdict::Open];
            if view.part.allows_partly(norm) {
                offered.insert(0, Verdict::Partly);
            }
            ui.set_min_width(160.0);
            for each in offered {
                let text = capitalized(&view.words.verdict(norm.rung, each));
                let press = Press::new(&text).tone(Tone::Row).left().chosen(verdict == each).role(Role::MenuItem);
                if press.width(180.0).name(button_name(view, norm, each)).show(ui).clicked() {
                    shown.pressed = Some(Pressed::Verdict(each));
                    ui.close();
                }
            }
        });
    });
}

/// The accessible name of a verdict's button: "I.5.1 voldaan: ja".
fn button_name(view: &View, norm: &Norm, verdict: Verdict) -> String {
    let side = if norm.rung.is_deficiency() { "deficiency" } else { "requirement" };
    let key = match verdict {
        Verdict::Holds => format!("judge-{side}-yes"),
        Verdict::Fails => format!("judge-{side}-no"),
        _ => "judge-other".to_owned(),
    };
    view.words.with(&key, &[arg("norm", &norm.id), arg("verdict", view.words.verdict(norm.rung, verdict))])
}

/// Draws a place where the framework has no norm.
pub fn show_empty(ui: &mut Ui, view: &View, aspect: &Aspect, rung: Rung, rect: Rect) {
    let look = Look::of(ui);
    let response = ui.interact(rect, Id::unique(("no norm", &aspect.id, rung.number())), Sense::hover());
    let name = view.words.with("no-norm-name", &[arg("aspect", &aspect.id), arg("rung", rung.number())]);
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, &name));
    dashed(ui, rect, Stroke::new(1.0, look.control));
    let galley = ui.painter().layout(view.words.text("no-norm"), theme::small(), look.muted, rect.width() - 16.0);
    ui.painter().galley(rect.center() - galley.size() / 2.0, galley, look.muted);
}
