//! Settling the score of a part, with a reason.

use eframe::egui::{self, Ui};

use super::Workspace;
use super::view::View;
use crate::domain::{Command, Level, PartId, Perspective, Settlement};
use crate::gui::theme::{self, Look};
use crate::gui::widgets::{self, Press, Tone};
use crate::gui::wish::Scene;
use crate::wording::arg;

/// What is being filled in.
#[derive(Clone, Debug, Default)]
pub struct Reason {
    /// Whose settlement, of which part.
    of: Option<(Perspective, PartId)>,
    level: Option<Level>,
    text: String,
    focus: bool,
}

fn reason_id() -> egui::Id {
    egui::Id::unique("trede settle reason")
}

impl Workspace {
    /// Draws the block for settling.
    pub(super) fn show_settling(&mut self, ui: &mut Ui, scene: &mut Scene, view: &View) {
        let of = Some((view.perspective, view.part.id.clone()));
        if self.reason.of != of {
            self.reason = Reason { of, ..Reason::default() };
        }
        // A frame after the click: a field that is clicked beside gives the focus away.
        if std::mem::take(&mut self.reason.focus) {
            ui.memory_mut(|memory| memory.request_focus(reason_id()));
        }
        if !view.may_judge() && view.score.settlement.is_none() {
            return;
        }
        ui.add_space(4.0);
        widgets::caption(ui, &scene.text("settle-title"));
        if let Some(settled) = &view.score.settlement {
            self.show_settled(ui, scene, view, settled);
        }
        if !view.may_judge() {
            return;
        }
        if view.score.admissible.is_empty() {
            widgets::muted(ui, &scene.text("settle-not-now"));
            return;
        }
        let is_only = view.score.admissible.levels().count() == 1;
        if is_only && view.score.settlement.is_some() && !view.score.lapsed {
            // It is settled on the only level that it can be settled on.
            return;
        }
        ui.horizontal_wrapped(|ui| {
            ui.spacing_mut().item_spacing.x = 6.0;
            for level in view.score.admissible.levels() {
                // A figure alone says nothing where there is no other beside it.
                let text =
                    if is_only { scene.words.with("settle-only", &[arg("level", level)]) } else { level.to_string() };
                let chosen = self.reason.level == Some(level);
                let name = scene.words.with("settle-on", &[arg("part", &view.part.id), arg("level", level)]);
                let press = Press::new(&text).name(name).chosen(chosen).role(egui::Role::RadioButton);
                if press.font(theme::bold(14.0)).show(ui).clicked() {
                    self.reason.level = (!chosen).then_some(level);
                    self.reason.focus = true;
                    ui.ctx().request_repaint();
                }
            }
        });
        let frames = reason_id().with("frames");
        if self.reason.level.is_some() {
            let shown = ui.vertical(|ui| self.show_reason(ui, scene, view));
            super::personal::bring_in_sight(ui, frames, &shown.response);
        } else {
            ui.data_mut(|data| data.insert_temp(frames, 0_u8));
        }
    }

    fn show_settled(&self, ui: &mut Ui, scene: &mut Scene, view: &View, settled: &Settlement) {
        let look = Look::of(ui);
        let (key, ground) = match view.score.lapsed {
            true => ("settled-lapsed", look.bad_ground),
            false => ("settled-counts", look.accent_ground),
        };
        widgets::remark(ui, ground, |ui| {
            let sign = if view.score.lapsed { "⚠ " } else { "" };
            widgets::strong(ui, &format!("{sign}{}", scene.words.with(key, &[arg("level", settled.level)])));
            widgets::text(ui, &settled.rationale);
            let (text, name) =
                (scene.text("take-back"), scene.words.with("take-back-name", &[arg("part", &view.part.id)]));
            if view.may_judge() && Press::new(&text).name(name).tight().show(ui).clicked() {
                let (perspective, part) = (view.perspective, view.part.id.clone());
                scene.command(Command::Settle { perspective, part, settlement: None });
            }
        });
    }

    fn show_reason(&mut self, ui: &mut Ui, scene: &mut Scene, view: &View) {
        let Some(level) = self.reason.level else { return };
        let name = scene.words.with("settle-reason", &[arg("level", level)]);
        let hint = scene.text("settle-reason-hint");
        widgets::area(ui, reason_id(), &name, &mut self.reason.text, &hint, 3);
        let warns = super::personal::warns(ui, scene, &self.reason.text);
        let ready = !warns && !self.reason.text.trim().is_empty();
        let text = scene.words.with("settle-do", &[arg("level", level)]);
        if Press::new(&text).tone(Tone::Main).enabled(ready).show(ui).clicked() {
            let settlement = Some(Settlement { level, rationale: self.reason.text.trim().to_owned() });
            let (perspective, part) = (view.perspective, view.part.id.clone());
            scene.command(Command::Settle { perspective, part, settlement });
            self.reason = Reason { of: self.reason.of.take(), ..Reason::default() };
        }
    }
}
