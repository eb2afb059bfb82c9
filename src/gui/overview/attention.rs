//! What asks for attention: signals, what is open, what deserves another look, what keeps it from being made final.

use eframe::egui::Ui;

use super::View;
use crate::domain::NormId;
use crate::gui::form;
use crate::gui::theme::{Look, STEP};
use crate::gui::widgets::{self, Press, Tone};
use crate::gui::wish::{Scene, Wish};
use crate::gui::workspace::view::idle;
use crate::wording::{MOST_NAMED, Wording, arg};

/// What keeps the sheet from being made final, a sentence each.
pub(super) fn lacking(words: &Wording, view: &View) -> Vec<String> {
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
    let personal = view.sheet.unexplained_personal_data();
    if !personal.is_empty() {
        lines.push(words.with("overview-lacking-personal", &[arg("norms", words.norms(&personal))]));
    }
    lines
}

pub(super) fn alerts(ui: &mut Ui, scene: &mut Scene, view: &View) {
    for alert in &view.score.alerts {
        let Some(rule) = view.framework.alerts.iter().find(|rule| rule.code == alert.code) else { continue };
        let look = Look::of(ui);
        form::banner(ui, look.bad, look.bad_ground, |ui| {
            let language = scene.words.language();
            let title = scene.words.with("overview-alert", &[arg("title", rule.title.plain(language))]);
            widgets::strong(ui, &title);
            widgets::text(ui, &rule.text.plain(language));
            norm_links(ui, scene, &alert.norms);
        });
        ui.add_space(2.0 * STEP);
    }
}

pub(super) fn open(ui: &mut Ui, scene: &mut Scene, view: &View) {
    let mut any = false;
    for part in view.score.parts.iter().filter(|part| !part.open.is_empty()) {
        any = true;
        let title = view.framework.part(part.part.as_str()).map(|part| part.title.plain(scene.words.language()));
        widgets::strong(ui, &format!("{}  {}", part.part, title.unwrap_or_default()));
        widgets::muted(ui, &scene.words.headline(part));
        // The headline may count fewer than the links below it.
        let idle = idle(part);
        if !idle.is_empty() {
            let args = [arg("count", idle.len()), arg("norms", scene.words.norms(&idle))];
            widgets::muted(ui, &scene.words.with("why-idle", &args));
        }
        norm_links(ui, scene, &part.open);
    }
    if !any {
        widgets::text(ui, &scene.text("overview-open-none"));
    }
}

pub(super) fn look_again(ui: &mut Ui, scene: &mut Scene, view: &View) {
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
