//! What of the chosen norm stays inside: a box at the rationale and at each reference, and a field for internal references.

use eframe::egui::{self, Ui};

use super::draft::Draft;
use super::{Workspace, judge};
use crate::domain::Norm;
use crate::gui::widgets;
use crate::gui::wish::Scene;
use crate::wording::arg;

/// How many characters of a reference its box shows.
const SHOWN: usize = 60;

impl Workspace {
    /// Marks the rationale of the chosen norm as internal, or takes the mark off.
    pub(super) fn turn_internal(&mut self, ctx: &egui::Context, scene: &mut Scene) {
        let time = ctx.input(|input| input.time);
        let Some(draft) = &mut self.draft else { return };
        draft.internal_rationale = !draft.internal_rationale;
        draft.typed(time);
        self.store_draft(scene);
    }

    /// Goes to the field for internal references.
    pub(super) fn go_to_internal_evidence(&mut self, ctx: &egui::Context) {
        let Some(draft) = &mut self.draft else { return };
        draft.shows_internal = true;
        self.take_focus = false;
        ctx.memory_mut(|memory| memory.request_focus(judge::internal_evidence_id()));
        ctx.request_repaint();
    }
}

/// The box at the rationale; tells whether it was pressed.
pub(super) fn show_rationale_box(ui: &mut Ui, scene: &Scene, norm: &Norm, draft: &mut Draft) -> bool {
    let name = scene.words.with("internal-rationale-name", &[arg("norm", &norm.id)]);
    let text = scene.text("internal-rationale");
    let pressed = ui.checkbox(&mut draft.internal_rationale, text).accessible_name(name).changed();
    if let Some(text) = scene.words.withheld(draft.finding(None).withheld) {
        widgets::muted(ui, &text);
    }
    if draft.internal_rationale {
        widgets::muted(ui, &scene.text("internal-about"));
    }
    pressed
}

/// The box at each reference; tells whether one was pressed. What is marked moves to the internal references and back.
pub(super) fn show_evidence_boxes(ui: &mut Ui, scene: &Scene, norm: &Norm, draft: &mut Draft) -> bool {
    let mut pressed = None;
    for (text, is_internal) in [(&draft.evidence, false), (&draft.internal_evidence, true)] {
        for (at, line) in text.lines().enumerate().filter(|(_, line)| !line.trim().is_empty()) {
            let mut shown: String = line.trim().chars().take(SHOWN).collect();
            if shown.chars().count() < line.trim().chars().count() {
                shown.push('…');
            }
            let mut ticked = is_internal;
            let name = scene.words.with("internal-evidence-box", &[arg("evidence", &shown), arg("norm", &norm.id)]);
            let label = scene.words.with("internal-evidence-short", &[arg("evidence", &shown)]);
            if ui.checkbox(&mut ticked, label).accessible_name(name).changed() {
                pressed = Some((at, is_internal));
            }
        }
    }
    let Some((at, was_internal)) = pressed else { return false };
    let (from, to) = match was_internal {
        false => (&mut draft.evidence, &mut draft.internal_evidence),
        true => (&mut draft.internal_evidence, &mut draft.evidence),
    };
    let (taken, left): (Vec<_>, Vec<_>) = from.lines().enumerate().partition(|(place, _)| *place == at);
    let join = |lines: Vec<(usize, &str)>| lines.into_iter().map(|(_, line)| line).collect::<Vec<_>>().join("\n");
    let (taken, left) = (join(taken), join(left));
    if !to.is_empty() && !to.ends_with('\n') {
        to.push('\n');
    }
    to.push_str(taken.trim());
    *from = left;
    true
}

/// The field for internal references, where there are any or it was asked for.
pub(super) fn show_evidence(ui: &mut Ui, scene: &Scene, norm: &Norm, draft: &mut Draft) -> Option<egui::Response> {
    if draft.internal_evidence.is_empty() && !draft.shows_internal {
        return None;
    }
    let name = scene.words.with("internal-evidence-name", &[arg("norm", &norm.id)]);
    widgets::strong(ui, &scene.text("internal-evidence"));
    let hint = scene.text("internal-evidence-hint");
    Some(widgets::area(ui, judge::internal_evidence_id(), &name, &mut draft.internal_evidence, &hint, 2))
}
