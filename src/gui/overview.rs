//! The whole assessment at a glance: the parts with their scores, and what is left to do before it can be made final.

use eframe::egui;
use egui::{CornerRadius, Grid, Label, Rect, Response, RichText, Sense, Ui, Vec2};

use super::dialogs::Purpose;
use super::form::{self, Shown};
use super::newer::Newer;
use super::parts;
use super::theme::{self, Look, STEP};
use super::widgets::{self, Press, Tone};
use super::wish::{Overlay, Scene, Wish};
use crate::domain::part_score::PartScore;
use crate::domain::score::Ends;
use crate::domain::{Command, Framework, NormId, Part, Score, Sheet, Theme};
use crate::session::Session;
use crate::storage::Access;
use crate::wording::{MOST_NAMED, Wording, arg};

/// The seven parts side by side.
#[derive(Debug, Default)]
pub struct Overview {
    reason: String,
    typed_import: String,
    typed_export: String,
}

/// What a screen on one perspective looks at.
struct View<'a> {
    framework: &'a Framework,
    sheet: &'a Sheet,
    score: &'a Score,
    missing: &'a [NormId],
    may_write: bool,
}

impl Overview {
    /// Draws it.
    pub fn show(&mut self, ui: &mut Ui, scene: &mut Scene, session: &mut Session, newer: &mut Newer) {
        let score = session.score(scene.perspective).clone();
        let sheet = session.sheet(scene.perspective);
        let framework = session.framework();
        let missing = sheet.missing_rationales(framework);
        let may_write = session.access() == Access::Write;
        let view = View { framework, sheet: &sheet, score: &score, missing: &missing, may_write };
        let cover = session.assessment().cover.clone();
        let title = scene.text("overview-title");
        form::page(ui, "overview", 960.0, None, scene, &title, |ui, scene| {
            ui.horizontal_wrapped(|ui| {
                let args = [
                    arg("subject", &cover.subject),
                    arg("period", &cover.period),
                    arg("perspective", scene.words.perspective(scene.perspective)),
                ];
                widgets::text(ui, &scene.words.with("overview-about", &args));
                if widgets::link(ui, &scene.text("overview-cover")).clicked() {
                    scene.wish(Wish::Lay(Some(Overlay::Cover)));
                }
            });
            newer.line(ui, scene, session);
            ui.add_space(STEP);
            wide_card(ui, |ui| table(ui, scene, &view));
            alerts(ui, scene, &view);
            form::section(ui, &scene.text("overview-open"));
            wide_card(ui, |ui| open(ui, scene, &view));
            form::section(ui, &scene.text("overview-look-again"));
            wide_card(ui, |ui| look_again(ui, scene, &view));
            form::section(ui, &scene.text("overview-final"));
            wide_card(ui, |ui| self.finalize(ui, scene, &view));
            form::section(ui, &scene.text("overview-exchange"));
            wide_card(ui, |ui| self.exchange(ui, scene, &view));
        });
    }

    fn finalize(&mut self, ui: &mut Ui, scene: &mut Scene, view: &View) {
        if view.sheet.is_final {
            form::good(ui, &scene.text("overview-is-final"));
            ui.add_space(STEP);
            let (label, hint) = (scene.text("overview-reason"), scene.text("overview-reason-hint"));
            form::field(ui, &label, &mut self.reason, Shown { hint: &hint, ..Shown::default() });
            let reopen = scene.text("overview-reopen");
            let may = view.may_write && !self.reason.trim().is_empty();
            if Press::new(&reopen).enabled(may).show(ui).clicked() {
                scene.command(Command::Reopen(scene.perspective, std::mem::take(&mut self.reason)));
            }
            return;
        }
        let lacking = lacking(scene.words, view);
        if lacking.is_empty() {
            widgets::text(ui, &scene.text("overview-ready"));
        } else {
            widgets::text(ui, &scene.text("overview-lacking"));
            for line in &lacking {
                widgets::text(ui, &format!("• {line}"));
            }
        }
        ui.add_space(STEP);
        let finalize = scene.text("overview-finalize");
        let may = view.may_write && lacking.is_empty();
        if Press::new(&finalize).tone(Tone::Main).enabled(may).show(ui).clicked() {
            scene.command(Command::Finalize(scene.perspective));
        }
    }

    fn exchange(&mut self, ui: &mut Ui, scene: &mut Scene, view: &View) {
        widgets::text(ui, &scene.text("overview-exchange-about"));
        ui.add_space(STEP);
        ui.horizontal_wrapped(|ui| {
            for (key, purpose, enabled) in [
                ("overview-import", Purpose::Import, view.may_write && !view.sheet.is_final),
                ("overview-export-ron", Purpose::ExportRon, true),
                ("overview-export-json", Purpose::ExportJson, true),
            ] {
                if Press::new(&scene.text(key)).enabled(enabled).show(ui).clicked() {
                    scene.wish(Wish::Ask(purpose));
                }
            }
        });
        let fields = [(Purpose::Import, &mut self.typed_import), (Purpose::ExportRon, &mut self.typed_export)];
        for (purpose, typed) in fields {
            if let Some(errand) = form::typed_path(ui, scene.words, purpose, typed) {
                scene.wish(Wish::Errand(errand));
            }
        }
    }
}

/// What keeps the sheet from being made final, a sentence each.
fn lacking(words: &Wording, view: &View) -> Vec<String> {
    let mut lines = Vec::new();
    let unanswered: usize = view.score.parts.iter().map(|part| part.unanswered).sum();
    if unanswered > 0 {
        lines.push(words.with("overview-lacking-open", &[arg("count", unanswered)]));
    }
    let unsettled: Vec<String> = view
        .score
        .parts
        .iter()
        .filter(|part| part.unanswered == 0 && part.score().is_none() && part.admissible.levels().next().is_some())
        .map(|part| part.part.to_string())
        .collect();
    if !unsettled.is_empty() {
        let count = unsettled.len();
        let parts = words.list(unsettled, "and");
        lines.push(words.with("overview-lacking-settled", &[arg("count", count), arg("parts", parts)]));
    }
    let contradicting: Vec<String> = view
        .score
        .parts
        .iter()
        .filter(|part| !part.contradictions.is_empty())
        .map(|part| part.part.to_string())
        .collect();
    if !contradicting.is_empty() {
        let parts = words.list(contradicting, "and");
        lines.push(words.with("overview-lacking-contradiction", &[arg("parts", parts)]));
    }
    if !view.missing.is_empty() {
        lines.push(words.with("overview-lacking-rationales", &[arg("count", view.missing.len())]));
    }
    lines
}

fn wide_card(ui: &mut Ui, content: impl FnOnce(&mut Ui)) {
    widgets::card(ui, |ui| {
        ui.set_width(ui.available_width());
        content(ui);
    });
}

fn table(ui: &mut Ui, scene: &mut Scene, view: &View) {
    let words = scene.words;
    let language = words.language();
    let grid = Grid::new("overview-table").num_columns(6).spacing(Vec2::new(16.0, 8.0)).min_row_height(30.0);
    grid.show(ui, |ui| {
        for key in ["overview-part", "overview-score", "overview-scale", "overview-norms", "overview-rationales"] {
            cell(ui, &words.text(key), true);
        }
        cell(ui, &words.text("overview-warnings"), true);
        ui.end_row();
        for theme in &view.framework.themes {
            let title = format!("{}  {}", theme.title.plain(language), words.percent(&theme.weight));
            cell(ui, &title, true);
            let ends = view.score.theme(theme.id.as_str()).and_then(|theme| theme.ends.as_ref());
            cell(ui, &score_text(words, ends), true);
            bar(ui, ends.map(|ends| (at(&ends.lowest), at(&ends.highest))));
            ui.end_row();
            for part in &theme.parts {
                if let Some(score) = view.score.part(part.id.as_str()) {
                    part_row(ui, scene, view, theme, part, score);
                }
            }
        }
        cell(ui, &words.text("overview-total"), true);
        let total = view.score.total.as_ref();
        let shown = cell(ui, &score_text(words, total), true);
        if let Some(total) = total {
            let (lowest, highest) = (words.unrounded(&total.lowest), words.unrounded(&total.highest));
            shown.on_hover_text(if lowest == highest { lowest } else { format!("{lowest} – {highest}") });
        }
        bar(ui, total.map(|ends| (at(&ends.lowest), at(&ends.highest))));
        ui.end_row();
    });
    if let Some(total) = &view.score.total {
        let (lowest, highest) = (words.unrounded(&total.lowest), words.unrounded(&total.highest));
        let exact = if lowest == highest { lowest } else { format!("{lowest} – {highest}") };
        widgets::muted(ui, &words.with("overview-unrounded", &[("score", exact)]));
    }
}

/// A cell of the table: on one line, so that the columns are as wide as they need.
fn cell(ui: &mut Ui, text: &str, strong: bool) -> Response {
    let font = if strong { theme::bold(13.0) } else { theme::body() };
    ui.add(Label::new(RichText::new(text).font(font)).extend())
}

fn part_row(ui: &mut Ui, scene: &mut Scene, view: &View, theme: &Theme, part: &Part, score: &PartScore) {
    let words = scene.words;
    let mut title = format!("{}  {}", part.id, part.title.plain(words.language()));
    if !theme.weighs_alike() {
        title = format!("{title}  {}", words.percent(&part.weight));
    }
    if Press::new(&title).tone(Tone::Link).show(ui).clicked() {
        scene.wish(Wish::ShowPart(part.id.clone()));
    }
    widgets::score_chip(ui, words, score, Vec2::new(40.0, 26.0));
    let level = |level: Option<crate::domain::Level>| level.map(|level| f32::from(level.number()));
    bar(ui, level(score.lowest()).zip(level(score.highest())));
    let all = part.norms().count();
    cell(ui, &words.with("overview-of", &[arg("done", all - score.unanswered), arg("all", all)]), false);
    let is_here = |norm: &NormId| view.framework.norm(norm.as_str()).is_some_and(|(of, _, _)| of.id == part.id);
    let missing = view.missing.iter().filter(|norm| is_here(norm)).count();
    cell(ui, &count(words, missing), false);
    let alerts = view.score.alerts.iter().filter(|alert| alert.norms.iter().any(is_here));
    cell(ui, &count(words, score.warnings.len() + score.contradictions.len() + alerts.count()), false);
    ui.end_row();
}

fn count(words: &Wording, count: usize) -> String {
    if count == 0 { words.text("overview-none") } else { count.to_string() }
}

/// A score that may not be there, or its two ends.
pub fn score_text(words: &Wording, ends: Option<&Ends>) -> String {
    ends.map_or_else(|| words.text("score-none"), |ends| parts::ends_text(words, ends))
}

/// Where a score stands in thousandths on the scale; only for drawing.
fn at(score: &crate::domain::Exact) -> f32 {
    score.rounded(3, '.').parse().unwrap_or(1.0)
}

/// Where a score lies between 1 and 5. The figures stand beside it; to a screen reader this is decoration.
fn bar(ui: &mut Ui, ends: Option<(f32, f32)>) {
    let look = Look::of(ui);
    let (rect, _) = ui.allocate_exact_size(Vec2::new(160.0, 14.0), Sense::hover());
    let x = |level: f32| rect.left() + (level - 1.0) / 4.0 * rect.width();
    let track = Rect::from_center_size(rect.center(), Vec2::new(rect.width(), 4.0));
    ui.painter().rect_filled(track, CornerRadius::same(2), look.line);
    for level in [1.0, 2.0, 3.0, 4.0, 5.0] {
        let tick = Rect::from_center_size(egui::pos2(x(level), rect.center().y), Vec2::new(1.5, 10.0));
        ui.painter().rect_filled(tick, CornerRadius::ZERO, look.line);
    }
    if let Some((lowest, highest)) = ends {
        let span =
            Rect::from_x_y_ranges(x(lowest) - 4.0..=x(highest) + 4.0, track.center().y - 4.0..=track.center().y + 4.0);
        ui.painter().rect_filled(span, CornerRadius::same(4), look.accent);
    }
}

fn alerts(ui: &mut Ui, scene: &mut Scene, view: &View) {
    for alert in &view.score.alerts {
        let Some(rule) = view.framework.alerts.iter().find(|rule| rule.code == alert.code) else { continue };
        ui.add_space(2.0 * STEP);
        let look = Look::of(ui);
        form::banner(ui, look.bad, look.bad_ground, |ui| {
            let language = scene.words.language();
            let title = scene.words.with("overview-alert", &[arg("title", rule.title.plain(language))]);
            widgets::strong(ui, &title);
            widgets::text(ui, &rule.text.plain(language));
            norm_links(ui, scene, &alert.norms);
        });
    }
}

fn open(ui: &mut Ui, scene: &mut Scene, view: &View) {
    let mut any = false;
    for part in view.score.parts.iter().filter(|part| !part.open.is_empty()) {
        any = true;
        let title = view.framework.part(part.part.as_str()).map(|part| part.title.plain(scene.words.language()));
        widgets::strong(ui, &format!("{}  {}", part.part, title.unwrap_or_default()));
        widgets::muted(ui, &scene.words.headline(part));
        norm_links(ui, scene, &part.open);
    }
    if !any {
        widgets::text(ui, &scene.text("overview-open-none"));
    }
}

fn look_again(ui: &mut Ui, scene: &mut Scene, view: &View) {
    let mut any = false;
    let mut point = |ui: &mut Ui, scene: &mut Scene, text: &str, norms: &[NormId]| {
        any = true;
        widgets::text(ui, text);
        norm_links(ui, scene, norms);
    };
    for part in &view.score.parts {
        for norms in &part.contradictions {
            let text = scene.words.statement(&crate::domain::Statement::Contradiction(norms.clone()));
            point(ui, scene, &text, norms);
        }
        for warning in &part.warnings {
            point(ui, scene, &scene.words.warning(warning), &warning.norms);
        }
    }
    if !view.missing.is_empty() {
        let text = scene.words.with("overview-lacking-rationales", &[arg("count", view.missing.len())]);
        point(ui, scene, &text, view.missing);
    }
    if !any {
        widgets::text(ui, &scene.text("overview-look-again-none"));
    }
}

fn norm_links(ui: &mut Ui, scene: &mut Scene, norms: &[NormId]) {
    ui.horizontal_wrapped(|ui| {
        for norm in norms.iter().take(MOST_NAMED) {
            let called = scene.words.with("overview-to-norm", &[arg("norm", norm)]);
            if Press::new(norm.as_str()).tone(Tone::Link).name(called).tight().show(ui).clicked() {
                scene.wish(Wish::Jump(norm.clone()));
            }
        }
        if norms.len() > MOST_NAMED {
            widgets::muted(ui, &scene.words.with("and-more", &[arg("count", norms.len() - MOST_NAMED)]));
        }
    });
}
