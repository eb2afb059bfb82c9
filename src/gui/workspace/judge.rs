//! Recording what the assessor finds: at once, or as soon as the rationale that it needs is there.

use eframe::egui::{self, Context};

use super::Workspace;
use super::draft::{Draft, LONGEST, PAUSE};
use super::view::View;
use crate::domain::{Command, NormId, Verdict};
use crate::gui::wish::{Notice, Scene, Wish};
use crate::wording::arg;

/// The field for the rationale.
pub fn rationale_id() -> egui::Id {
    egui::Id::unique("trede rationale")
}

/// The field for the evidence.
pub fn evidence_id() -> egui::Id {
    egui::Id::unique("trede evidence")
}

/// The field for internal evidence.
pub fn internal_evidence_id() -> egui::Id {
    egui::Id::unique("trede internal evidence")
}

impl Workspace {
    /// Records a verdict on a norm; the verdict that is there already makes it open again.
    pub(super) fn choose(&mut self, ctx: &Context, scene: &mut Scene, view: &View, norm: &NormId, verdict: Verdict) {
        self.select(norm);
        self.keep_draft(scene, view);
        let Some(draft) = &mut self.draft else { return };
        let present = view.sheet.verdict(norm.as_str());
        // Whoever takes back what waits for a rationale has what was there before.
        if draft.pending.take().is_some_and(|waiting| waiting == verdict || present == verdict) {
            return;
        }
        let Some((part, _, found)) = view.framework.norm(norm.as_str()) else { return };
        if verdict == Verdict::Partly && !part.allows_partly(found) {
            let text = scene.words.with("partly-not-here", &[arg("norm", norm)]);
            scene.wish(Wish::Tell(Notice::Problem(text)));
            return;
        }
        let verdict = if present == verdict { Verdict::Open } else { verdict };
        let finding = draft.finding(Some(verdict));
        if verdict.needs_rationale_at_once() && !finding.is_reasoned() && !view.trying {
            draft.pending = Some(verdict);
            self.to_field = Some(rationale_id());
            ctx.request_repaint();
            return;
        }
        // What cannot be stored yet stays typed.
        let finding = if draft.holds_back() { draft.stored_with(verdict) } else { finding };
        if !draft.holds_back() {
            draft.typed_at = None;
        }
        draft.end_step();
        let norm = norm.clone();
        scene.command(Command::Find { perspective: view.perspective, norm, finding, continues: false });
    }

    /// The verdict that a norm is shown with: one that waits for its rationale, else the one that is recorded.
    pub(super) fn shown_verdict(&self, view: &View, norm: &NormId) -> Verdict {
        let waiting = self.draft.as_ref().filter(|draft| draft.norm == *norm).and_then(|draft| draft.pending);
        waiting.unwrap_or_else(|| view.sheet.verdict(norm.as_str()))
    }

    /// Lets the draft be the one of the chosen norm; what was typed for another norm is stored first.
    pub(super) fn keep_draft(&mut self, scene: &mut Scene, view: &View) {
        let is_of = |draft: &Draft, norm: &NormId| draft.norm == *norm && draft.perspective == view.perspective;
        let Some(norm) = self.chosen.clone() else { return };
        if self.draft.as_ref().is_none_or(|draft| !is_of(draft, &norm)) {
            self.leave_out_numbers(scene);
            self.store_draft(scene);
            self.draft = Some(Draft::of(view.sheet, view.perspective, &norm));
        }
    }

    /// Stores what was typed.
    pub(super) fn store_draft(&mut self, scene: &mut Scene) {
        let last_step = self.last_step;
        if let Some(command) = self.draft.as_mut().and_then(|draft| draft.store(last_step)) {
            scene.command(command);
        }
    }

    /// Stores what was typed once nothing is typed any more for a while.
    pub(super) fn store_in_time(&mut self, ctx: &Context, scene: &mut Scene) {
        let Some(draft) = &self.draft else { return };
        let Some(typed_at) = draft.typed_at else { return };
        let now = ctx.input(|input| input.time);
        let waited = now - typed_at;
        if waited >= PAUSE || draft.typing_since.is_some_and(|since| now - since >= LONGEST) {
            self.store_draft(scene);
        } else {
            ctx.request_repaint_after(std::time::Duration::from_secs_f64((PAUSE - waited).max(0.0) + 0.02));
        }
    }

    /// Drops a verdict that waits for its rationale; one that has it by now is kept, to be recorded.
    pub(super) fn drop_pending(&mut self) -> bool {
        self.draft.as_mut().is_some_and(|draft| draft.waits_for_rationale() && draft.pending.take().is_some())
    }

    /// What is recorded for a norm as it is now shown.
    pub(super) fn pending_on(&self, norm: &NormId) -> Option<Verdict> {
        self.draft.as_ref().filter(|draft| draft.norm == *norm).and_then(|draft| draft.pending)
    }
}
