//! At the left: themes and parts with their scores, and the way to overview and log.

use eframe::egui;
use egui::{Color32, CornerRadius, Frame, Margin, Panel, Rect, Role, ScrollArea, Sense, Stroke, StrokeKind, Ui, Vec2};

use super::press::focus_ring;
use super::theme::{self, CORNER, Look};
use super::tour::Spot;
use super::who;
use super::widgets::{self, Press, Tone, chip_width, one_line, score_chip};
use super::wish::{Scene, Screen, Wish};
use crate::domain::part_score::PartScore;
use crate::domain::score::{Ends, Score, ThemeScore};
use crate::domain::{Exact, Framework, Part, PartId, Theme};
use crate::wording::{Wording, arg};

/// What is drawn, gathered beforehand.
pub struct Nav<'a> {
    /// The framework.
    pub framework: &'a Framework,
    /// The score of the side.
    pub score: &'a Score,
    /// The part that is shown in the workspace.
    pub part: Option<&'a PartId>,
    /// The screen.
    pub screen: Screen,
    /// Under whose name is worked.
    pub who: &'a str,
}

/// Below this width of the window, in points, the parts are numeral and score only, and the bar has two lines.
pub const NARROW: f32 = 1260.0;

/// The size of a score, as long as its text fits.
const CHIP: Vec2 = Vec2::new(34.0, 28.0);

/// The widest id of a part that has room beside its title, in points.
const LONGEST_ID: f32 = 28.0;

/// Where everything in the panel begins, in points from its edge; the second where it is narrow.
pub const EDGES: (f32, f32) = (10.0, 8.0);

/// Draws the panel.
pub fn show(ui: &mut Ui, scene: &mut Scene, nav: &Nav) {
    let look = Look::of(ui);
    let (width, compact) = match ui.available_width() {
        room if room < NARROW => (104.0, true),
        room if room < 1400.0 => (228.0, false),
        _ => (264.0, false),
    };
    let frame = Frame::new().fill(look.ground).inner_margin(Margin { left: 8, right: 0, top: 12, bottom: 8 });
    let shown = Panel::left("parts").exact_size(width).resizable(false).frame(frame).show(ui, |ui| {
        // Drawn first, for the focus goes from above to below; as high as leaves room for who works.
        let height = ui.available_height() - who::HEIGHT;
        ScrollArea::vertical().id_salt("parts").auto_shrink(false).max_height(height).show(ui, |ui| {
            ui.set_width(width - 22.0);
            ui.spacing_mut().item_spacing.y = 2.0;
            let indent = indent(ui, nav.framework);
            for theme in &nav.framework.themes {
                show_theme(ui, scene.words, theme, nav.score.theme(theme.id.as_str()), compact);
                for part in &theme.parts {
                    let Some(score) = nav.score.part(part.id.as_str()) else { continue };
                    let weight = (!theme.weighs_alike()).then_some(&part.weight);
                    let line = Line { part, score, weight, compact, indent };
                    show_part(ui, scene, nav, &line);
                }
                ui.add_space(12.0);
            }
            for (screen, key) in [(Screen::Overview, "overview"), (Screen::Log, "log")] {
                let text = scene.text(key);
                let press = Press::new(&text).tone(Tone::Row).left().chosen(nav.screen == screen);
                let press = if compact { press.tight().padding(EDGES.1) } else { press.padding(EDGES.0) };
                if press.width(ui.available_width()).show(ui).clicked() {
                    scene.wish(Wish::Show(screen));
                }
            }
            super::reach::follow_focus(ui);
        });
        who::line(ui, scene, nav.who);
    });
    Spot::Parts.mark(ui, shown.response.rect);
}

fn show_theme(ui: &mut Ui, words: &Wording, theme: &Theme, score: Option<&ThemeScore>, compact: bool) {
    let look = Look::of(ui);
    let ends =
        score.and_then(|score| score.ends.as_ref()).map_or_else(|| "–".to_owned(), |ends| ends_text(words, ends));
    let title = egui::RichText::new(theme.title.get(words.language())).font(theme::bold(12.0)).color(look.muted);
    // Lines of text, not of controls.
    ui.spacing_mut().interact_size.y = 16.0;
    if compact {
        ui.horizontal(|ui| {
            ui.add_space(EDGES.1);
            ui.vertical(|ui| {
                widgets::muted(ui, &words.percent(&theme.weight)).on_hover_text(title);
                ui.label(egui::RichText::new(ends).font(theme::bold(13.0)).color(look.ink));
            });
        });
        return;
    }
    ui.horizontal(|ui| {
        ui.add_space(EDGES.0);
        ui.label(title);
    });
    ui.horizontal(|ui| {
        ui.add_space(EDGES.0);
        widgets::muted(ui, &words.with("theme-weight", &[arg("percent", words.percent(&theme.weight))]));
        ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
            ui.add_space(8.0);
            ui.label(egui::RichText::new(ends).font(theme::bold(13.0)).color(look.ink));
        });
    });
    ui.add_space(2.0);
}

/// A score, or its two ends: `3,3` or `2,3 – 2,5`.
pub fn ends_text(words: &Wording, ends: &Ends) -> String {
    let (low, high) = (words.score(&ends.lowest), words.score(&ends.highest));
    if low == high { low } else { format!("{low} – {high}") }
}

/// Where the titles begin beside the ids of the parts; none where an id is too long for that, and stands above its title.
fn indent(ui: &Ui, framework: &Framework) -> Option<f32> {
    let width =
        |id: &PartId| ui.painter().layout_no_wrap(id.to_string(), theme::bold(12.0), Color32::PLACEHOLDER).size().x;
    let widest = framework.parts().map(|part| width(&part.id)).fold(0.0, f32::max);
    (widest <= LONGEST_ID).then_some(40.0)
}

/// A part, and how it is drawn.
struct Line<'a> {
    part: &'a Part,
    score: &'a PartScore,
    /// Its weight, where the parts of its theme weigh differently.
    weight: Option<&'a Exact>,
    compact: bool,
    indent: Option<f32>,
}

fn show_part(ui: &mut Ui, scene: &mut Scene, nav: &Nav, line: &Line) {
    let Line { part, score, weight, compact, indent } = *line;
    let look = Look::of(ui);
    let words = scene.words;
    let chosen = nav.screen == Screen::Workspace && nav.part == Some(&part.id);
    let title = part.title.get(words.language());
    let all = part.norms().count();
    let mut progress = words.with("progress-short", &[arg("done", all - score.unanswered), arg("all", all)]);
    if !score.contradictions.is_empty() {
        progress = format!("{progress} · {}", words.text("contradiction-short"));
    }
    let weight = weight.map(|weight| words.with("part-weight-short", &[arg("weight", words.percent(weight))]));
    let alert = alerts_on(nav, part).next();
    let value = widgets::score_text(words, score);
    let chip_room = chip_width(ui, words, score, CHIP) + 2.0;
    let width = ui.available_width();
    let left = indent.unwrap_or(EDGES.0);
    let mut lines = Vec::new();
    let mut chip_top = 7.0;
    if !compact {
        let room = width - left - chip_room - 8.0;
        // A word that would be broken beside the score stands above it.
        let font = theme::body();
        let breaks = |word: &str| ui.painter().layout_no_wrap(word.to_owned(), font.clone(), look.ink).size().x > room;
        let (title_room, below) =
            if title.split_whitespace().any(breaks) { (width - left - 8.0, true) } else { (room, false) };
        if indent.is_none() {
            lines.push((one_line(ui, part.id.as_str(), theme::bold(12.0), look.muted, room), look.muted));
        }
        let paint = ui.painter();
        lines.push((paint.layout(title.to_owned(), theme::body(), look.ink, title_room), look.ink));
        if below {
            chip_top += lines.iter().map(|(line, _)| line.size().y + 1.0).sum::<f32>();
        }
        lines.push((paint.layout(progress.clone(), theme::small(), look.muted, room), look.muted));
        if let Some(weight) = &weight {
            lines.push((one_line(ui, weight, theme::small(), look.muted, width - left - 8.0), look.muted));
        }
        if let Some(rule) = alert {
            let text = format!("⚠ {}", rule.title.get(words.language()));
            lines.push((paint.layout(text, theme::bold(12.0), look.bad, width - left - 16.0), look.bad));
        }
    }
    let height = lines.iter().map(|(line, _)| line.size().y + 1.0).sum::<f32>().max(19.0 + chip_top) + 15.0;
    let (rect, response) = ui.allocate_exact_size(Vec2::new(width, height), Sense::click());
    let name = words.with(
        "part-name",
        &[arg("part", &part.id), arg("title", title), arg("progress", &progress), arg("score", value)],
    );
    let name = match alert {
        Some(rule) => format!("{name}, {}", rule.title.get(words.language())),
        None => name,
    };
    response.widget_info(|| egui::WidgetInfo::selected(Role::Button, true, chosen, &name));
    if chosen {
        bring_in_sight(ui, &response, &part.id);
    }
    if chosen || response.hovered() {
        ui.painter().rect_filled(rect, CornerRadius::same(CORNER), look.accent_ground);
    }
    if chosen {
        let bar = Rect::from_min_size(rect.left_top(), Vec2::new(3.0, rect.height()));
        ui.painter().rect(bar, CornerRadius::same(2), look.accent, Stroke::NONE, StrokeKind::Inside);
    }
    focus_ring(ui, rect, &response);
    if compact || indent.is_some() {
        let room = if compact { width - chip_room - 20.0 } else { LONGEST_ID };
        let numeral = one_line(ui, part.id.as_str(), theme::bold(12.0), look.muted, room);
        let edge = if compact { EDGES.1 } else { EDGES.0 };
        let corner = egui::pos2(rect.left() + edge, rect.top() + 9.0);
        if compact && alert.is_some() {
            // In little room the sign alone; what it says stands beside the pointer and in the name.
            let sign = one_line(ui, "⚠", theme::bold(12.0), look.bad, room);
            ui.painter().galley(corner + Vec2::new(0.0, numeral.size().y + 2.0), sign, look.bad);
        }
        ui.painter().galley(corner, numeral, look.muted);
    }
    let mut top = rect.top() + 8.0;
    for (line, color) in lines {
        let below = top + line.size().y + 1.0;
        ui.painter().galley(egui::pos2(rect.left() + left, top), line, color);
        top = below;
    }
    let corner = egui::pos2(rect.right() - chip_room - 8.0, rect.top() + chip_top);
    let room = Rect::from_min_max(corner, rect.max - Vec2::new(if compact { 2.0 } else { 8.0 }, 0.0));
    widgets::inside(ui, room, &part.id, egui::Layout::right_to_left(egui::Align::Min), |ui| {
        score_chip(ui, words, score, CHIP);
    });
    if let Some(weight) = weight {
        progress = format!("{progress} · {weight}");
    }
    let hint = alert.map(|rule| rule.text.plain(words.language())).unwrap_or_default();
    let response = if compact || alert.is_some() {
        response.on_hover_text(format!("{title}\n{progress}\n{hint}").trim_end())
    } else {
        response
    };
    if response.on_hover_cursor(egui::CursorIcon::PointingHand).clicked() {
        scene.wish(Wish::ShowPart(part.id.clone()));
    }
}

/// Scrolls to the part that is judged once it is another, or has another place.
fn bring_in_sight(ui: &Ui, response: &egui::Response, part: &PartId) {
    let (id, now) = (ui.scope_id().with("brought"), (part.clone(), ui.clip_rect().height().to_bits()));
    if ui.data(|data| data.get_temp(id).as_ref() == Some(&now)) {
        return;
    }
    ui.data_mut(|data| data.insert_temp(id, now));
    response.scroll_to_me(None);
}

/// The signals that norms of this part raise.
fn alerts_on<'a>(nav: &'a Nav, part: &'a Part) -> impl Iterator<Item = &'a crate::domain::framework::AlertRule> {
    let of_part = |code: &str| {
        let norms = nav.score.alerts.iter().find(|alert| alert.code == code).map(|alert| &alert.norms);
        norms.is_some_and(|norms| norms.iter().any(|norm| part.norms().any(|each| each.id == *norm)))
    };
    nav.framework.alerts.iter().filter(move |rule| of_part(&rule.code))
}
