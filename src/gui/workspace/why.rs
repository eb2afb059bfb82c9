//! Why the part has its score: headline, reasons, what stands in the way, the shortest way up.

use eframe::egui;
use egui::{Label, Ui, Vec2};

use super::Workspace;
use super::view::View;
use crate::domain::NormId;
use crate::domain::part_score::Status;
use crate::gui::commands::Action;
use crate::gui::errand::Errand;
use crate::gui::theme::{self, Look};
use crate::gui::widgets::{self, Press, Tone};
use crate::gui::wish::{Scene, Wish};
use crate::wording::{MOST_NAMED, arg};

impl Workspace {
    /// Draws why the part has its score.
    pub(super) fn show_why(&mut self, ui: &mut Ui, scene: &mut Scene, view: &View) {
        ui.spacing_mut().item_spacing.y = 6.0;
        widgets::caption(ui, &scene.text("why-title"));
        ui.horizontal(|ui| {
            widgets::score_chip(ui, scene.words, view.score, Vec2::new(56.0, 44.0));
            ui.vertical(|ui| {
                ui.spacing_mut().item_spacing.y = 2.0;
                widgets::strong(ui, &scene.words.headline(view.score));
                let status = match (view.trying, view.score.status) {
                    (true, Status::Determined) => scene.text("trial-status"),
                    (_, status) => scene.words.status(status),
                };
                widgets::muted(ui, &status);
            });
        });
        let idle = view.idle();
        if !idle.is_empty() {
            let norms = scene.words.norms(&idle);
            linked(ui, scene, view, &scene.words.with("why-idle", &[arg("count", idle.len()), arg("norms", norms)]));
        }
        ui.add_space(2.0);
        show_rule(ui, scene, view);
        for statement in scene.words.derivation(view.score) {
            reason(ui, scene, view, &statement);
        }
        for warning in &view.score.warnings {
            let look = Look::of(ui);
            let text = format!("⚠ {}", scene.words.warning(warning));
            widgets::remark(ui, look.ground, |ui| linked(ui, scene, view, &text));
        }
        if view.score.status != Status::Contradiction && !view.blocking().is_empty() {
            ui.add_space(4.0);
            widgets::caption(ui, &scene.text("blocking-title"));
            norm_links(ui, scene, view.blocking(), "blocking");
        }
        // From nothing at all every norm is a way.
        if view.progress().0 > 0 && !view.score.ways.is_empty() {
            ui.add_space(4.0);
            widgets::caption(ui, &scene.text("way-up-title"));
            for way in &view.score.ways {
                linked(ui, scene, view, &scene.words.way_up(way));
            }
        }
        ui.add_space(4.0);
        ui.horizontal_wrapped(|ui| {
            let (what_if, hint) = (scene.text("trial-begin"), scene.text("trial-begin-hint"));
            if !view.trying && Press::new(&what_if).hint(hint).show(ui).clicked() {
                scene.wish(Wish::Run(Action::Trial));
            }
            let (copy, hint) = (scene.text("why-copy-letter"), scene.text("why-copy-letter-hint"));
            if Press::new(&copy).hint(hint).show(ui).clicked() {
                scene.wish(Wish::Errand(Errand::CopyLetter(view.part.id.clone())));
            }
        });
    }
}

/// How the part gets its score where that is not the usual way, and what it weighs where parts weigh differently.
fn show_rule(ui: &mut Ui, scene: &mut Scene, view: &View) {
    // That the assessor decides is the first of the reasons.
    if let Some(rule) = scene.words.rule(view.part).filter(|_| view.part.rule.is_stepped()) {
        widgets::text(ui, &rule);
    }
    if let Some(weight) = super::introduction::weight(scene.words, view.framework, view.part) {
        widgets::muted(ui, &weight);
    }
}

fn reason(ui: &mut Ui, scene: &mut Scene, view: &View, statement: &str) {
    widgets::point(ui, "•", |ui| linked(ui, scene, view, statement));
}

/// Links to norms, side by side.
pub fn norm_links(ui: &mut Ui, scene: &mut Scene, norms: &[NormId], salt: &str) {
    ui.push_id(salt, |ui| {
        ui.horizontal_wrapped(|ui| {
            ui.spacing_mut().item_spacing = Vec2::new(10.0, 2.0);
            for norm in norms.iter().take(MOST_NAMED) {
                let text = norm.to_string();
                let link = Press::new(&text).tone(Tone::Link).role(egui::Role::Link).tight();
                if link.hint(scene.text("go-to-norm")).show(ui).clicked() {
                    scene.wish(Wish::Jump(norm.clone()));
                }
            }
            if norms.len() > MOST_NAMED {
                widgets::muted(ui, &scene.words.with("and-more", &[arg("count", norms.len() - MOST_NAMED)]));
            }
        });
    });
}

/// A sentence in which the ids of norms are links.
pub fn linked(ui: &mut Ui, scene: &mut Scene, view: &View, sentence: &str) {
    let look = Look::of(ui);
    let mut job = egui::text::LayoutJob::default();
    let mut links: Vec<(std::ops::Range<usize>, NormId)> = Vec::new();
    let mut at = 0;
    for word in sentence.split_inclusive(' ') {
        let bare = word.trim_matches(|mark: char| !mark.is_alphanumeric());
        let norm = view.framework.norm(bare).map(|(_, _, norm)| norm.id.clone());
        let (font, color) = match &norm {
            Some(_) => (theme::bold(13.0), look.accent),
            None => (theme::body(), look.ink),
        };
        if let (Some(norm), Some(start)) = (norm, word.find(bare)) {
            let plain = egui::TextFormat { font_id: theme::body(), color: look.ink, ..Default::default() };
            job.append(&word[..start], 0.0, plain.clone());
            job.append(bare, 0.0, egui::TextFormat { font_id: font, color, ..Default::default() });
            job.append(&word[start + bare.len()..], 0.0, plain);
            let begin = at + word[..start].chars().count();
            links.push((begin..begin + bare.chars().count(), norm));
        } else {
            job.append(word, 0.0, egui::TextFormat { font_id: font, color, ..Default::default() });
        }
        at += word.chars().count();
    }
    let label = Label::new(job).wrap();
    if links.is_empty() {
        ui.add(label);
        return;
    }
    let (position, galley, response) = label.sense(egui::Sense::hover()).layout_in_ui(ui);
    ui.painter().galley(position, galley.clone(), look.ink);
    response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Label, true, sentence));
    for (range, norm) in links {
        // A link that begins a line does not reach back to the end of the line before.
        let begin = galley.pos_from_cursor(egui::text::CCursor { index: range.start.into(), prefer_next_row: true });
        let end = galley.pos_from_cursor(egui::text::CCursor { index: range.end.into(), prefer_next_row: false });
        let rect = begin.union(end).translate(position.to_vec2());
        let id = response.id.with(range.start);
        let link = ui.interact(rect, id, egui::Sense::click());
        link.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Link, true, norm.as_str()));
        crate::gui::press::focus_ring(ui, rect, &link);
        if link.hovered() {
            ui.painter().hline(rect.x_range(), rect.bottom() - 1.0, egui::Stroke::new(1.0, look.accent));
        }
        if link.on_hover_cursor(egui::CursorIcon::PointingHand).clicked() {
            scene.wish(Wish::Jump(norm));
        }
    }
}
