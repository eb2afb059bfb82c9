//! The parts in a table, and their scores as charts.

use eframe::egui;
use egui::{Grid, Label, Response, RichText, Ui, Vec2};

use super::View;
use crate::domain::part_score::PartScore;
use crate::domain::score::Ends;
use crate::domain::{NormId, Part, Theme};
use crate::gui::chart::{self, SCALE};
use crate::gui::parts;
use crate::gui::theme;
use crate::gui::widgets::{self, Press, Tone};
use crate::gui::wish::{Scene, Wish};
use crate::report::chart::{MOST_BARS, Series};
use crate::wording::{Wording, arg};

/// The radar, in points of a chart, and the least and the most room for the bars beside it.
const RADAR: (f32, f32) = (236.0, 224.0);
const BARS: (f32, f32) = (220.0, 340.0);

/// What stands above the columns after the first.
const HEADS: [&str; 4] = ["overview-score", "overview-norms", "overview-rationales", "overview-warnings"];
/// Between the cells of the table, in points; where its texts have to wrap the columns after the first are so wide.
const SPACING: Vec2 = Vec2::new(16.0, 8.0);
const CLOSE: Vec2 = Vec2::new(8.0, 8.0);
const NARROW: [f32; 4] = [64.0, 64.0, 76.0, 112.0];

/// The scores of the parts as a radar and as bars; what they say stands in the table too.
pub(super) fn charts(ui: &mut Ui, scene: &Scene, view: &View) {
    let series = Series::of(view.framework, view.score, scene.words, 0, MOST_BARS);
    let all = view.framework.parts().count();
    let room = ui.available_width() / SCALE;
    let radar = series.radar(RADAR.0, RADAR.1);
    let beside = radar.as_ref().map_or(0.0, |(radar, _)| radar.width + 16.0);
    let bars = |room: f32| series.bars(room.min(BARS.1));
    if room - beside < BARS.0 {
        for (drawn, spoken) in radar.into_iter().chain([bars(room)]) {
            chart::show(ui, &drawn, &spoken);
        }
    } else {
        ui.horizontal(|ui| {
            ui.spacing_mut().item_spacing.x = 16.0 * SCALE;
            for (drawn, spoken) in radar.into_iter().chain([bars(room - beside)]) {
                chart::show(ui, &drawn, &spoken);
            }
        });
    }
    if all > MOST_BARS {
        let args = [arg("shown", MOST_BARS), arg("all", all)];
        widgets::muted(ui, &scene.words.with("overview-charts-some", &args));
    }
}

pub(super) fn table(ui: &mut Ui, scene: &mut Scene, view: &View) {
    let words = scene.words;
    // With little room names and headings go on below themselves.
    let room = ui.available_width();
    let first =
        (room < natural_width(ui, view, words)).then(|| (room - NARROW.iter().sum::<f32>() - 4.0 * CLOSE.x).max(100.0));
    let spacing = if first.is_some() { CLOSE } else { SPACING };
    let grid = Grid::new("overview-table").num_columns(5).spacing(spacing).min_row_height(30.0);
    grid.show(ui, |ui| {
        narrow_cell(ui, &words.text("overview-part"), first);
        for (key, width) in HEADS.into_iter().zip(NARROW) {
            narrow_cell(ui, &words.text(key), first.map(|_| width));
        }
        ui.end_row();
        for theme in &view.framework.themes {
            narrow_cell(ui, &theme_title(words, theme), first);
            let ends = view.score.theme(theme.id.as_str()).and_then(|theme| theme.ends.as_ref());
            cell(ui, &score_text(words, ends), true);
            ui.end_row();
            for part in &theme.parts {
                if let Some(score) = view.score.part(part.id.as_str()) {
                    part_row(ui, scene, view, (theme, part, score), first);
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
        ui.end_row();
    });
    if let Some(total) = &view.score.total {
        let (lowest, highest) = (words.unrounded(&total.lowest), words.unrounded(&total.highest));
        let exact = if lowest == highest { lowest } else { format!("{lowest} – {highest}") };
        widgets::muted(ui, &words.with("overview-unrounded", &[("score", exact)]));
    }
}

/// How wide the table is when nothing in it wraps.
fn natural_width(ui: &Ui, view: &View, words: &Wording) -> f32 {
    let wide = |text: String| ui.painter().layout_no_wrap(text, theme::bold(13.0), egui::Color32::PLACEHOLDER).size().x;
    let themes = view.framework.themes.iter();
    let names = themes.flat_map(|theme| theme.parts.iter().map(move |part| part_title(words, theme, part)));
    let themes = view.framework.themes.iter().map(|theme| theme_title(words, theme));
    let first = names.chain(themes).map(wide).fold(0.0, f32::max);
    let heads = HEADS.map(|head| wide(words.text(head)));
    first + heads.iter().sum::<f32>() + 4.0 * SPACING.x
}

fn theme_title(words: &Wording, theme: &Theme) -> String {
    format!("{}  {}", theme.title.plain(words.language()), words.percent(&theme.weight))
}

fn part_title(words: &Wording, theme: &Theme, part: &Part) -> String {
    let title = format!("{}  {}", part.id, part.title.plain(words.language()));
    if theme.weighs_alike() { title } else { format!("{title}  {}", words.percent(&part.weight)) }
}

/// A bold cell of the table that is not wider than this, if there is a bound.
fn narrow_cell(ui: &mut Ui, text: &str, width: Option<f32>) {
    let Some(width) = width else {
        cell(ui, text, true);
        return;
    };
    ui.vertical(|ui| {
        ui.set_width(width);
        widgets::strong(ui, text);
    });
}

/// A cell of the table: on one line, so that the columns are as wide as they need.
fn cell(ui: &mut Ui, text: &str, strong: bool) -> Response {
    let font = if strong { theme::bold(13.0) } else { theme::body() };
    ui.add(Label::new(RichText::new(text).font(font)).extend())
}

fn part_row(
    ui: &mut Ui,
    scene: &mut Scene,
    view: &View,
    (theme, part, score): (&Theme, &Part, &PartScore),
    width: Option<f32>,
) {
    let words = scene.words;
    let title = part_title(words, theme, part);
    let press = Press::new(&title).tone(Tone::Link).left();
    let press = if let Some(width) = width { press.width(width) } else { press };
    if press.show(ui).clicked() {
        scene.wish(Wish::ShowPart(part.id.clone()));
    }
    widgets::score_chip(ui, words, score, Vec2::new(40.0, 26.0));
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
