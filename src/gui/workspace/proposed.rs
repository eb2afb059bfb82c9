//! Findings of an earlier assessment beside the chosen norm: what is proposed, and confirming or dismissing it.

use eframe::egui::Ui;

use super::Workspace;
use super::motion::reading_order;
use super::view::View;
use crate::domain::{Command, Finding, Norm, NormId, Part};
use crate::gui::commands::{self, Action};
use crate::gui::theme::Look;
use crate::gui::widgets::{self, Press, Tone};
use crate::gui::wish::{Scene, Wish};
use crate::session::Session;
use crate::wording::arg;

impl Workspace {
    /// Draws what is proposed for a norm, and how much is still to be confirmed.
    pub(super) fn show_proposal(&mut self, ui: &mut Ui, scene: &mut Scene, view: &View, norm: &Norm) {
        let left = view.sheet.proposals.len();
        if left == 0 {
            return;
        }
        let look = Look::of(ui);
        ui.add_space(4.0);
        if let Some(proposal) = view.sheet.proposals.get(&norm.id) {
            widgets::remark(ui, look.accent_ground, |ui| show(ui, scene, norm, proposal));
        }
        if widgets::link(ui, &scene.words.with("proposals-next", &[arg("count", left)])).clicked() {
            scene.wish(Wish::Run(Action::NextProposal));
        }
    }

    /// Confirms or dismisses what is proposed for the chosen norm, or goes to the next.
    pub(super) fn run_proposal(&mut self, scene: &mut Scene, session: &Session, view: &View, action: Action) {
        if action == Action::NextProposal {
            if let Some(norm) = next(view, self.chosen.as_ref()) {
                self.jump(session, &norm);
            }
            return;
        }
        let Some(norm) = self.chosen.clone() else { return };
        // What was typed is stored first, so that it is kept beside what comes.
        self.store_draft(scene);
        if let Some(draft) = &mut self.draft {
            draft.pending = None;
            draft.end_step();
        }
        let perspective = view.perspective;
        scene.command(match action {
            Action::Confirm => Command::Confirm(perspective, norm),
            _ => Command::Dismiss(perspective, norm),
        });
    }
}

fn show(ui: &mut Ui, scene: &mut Scene, norm: &Norm, proposal: &Finding) {
    widgets::strong(ui, &scene.text("proposal-title"));
    let verdict = scene.words.verdict(norm.rung, proposal.verdict);
    widgets::text(ui, &scene.words.with("proposal-verdict", &[arg("verdict", verdict)]));
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing.x = 4.0;
        let named = |key: &str| scene.words.with(key, &[arg("norm", &norm.id)]);
        let keyed = |key: &str, action| {
            let keys = commands::entry(action).and_then(|entry| entry.keys(scene.words));
            format!("{} ({})", scene.text(key), keys.unwrap_or_default())
        };
        let (confirm, dismiss) =
            (keyed("proposal-confirm", Action::Confirm), keyed("proposal-dismiss", Action::Dismiss));
        let press = |text, key: &str| Press::new(text).tight().name(named(key));
        let confirms = press(&confirm, "proposal-confirm-name").tone(Tone::Accent).show(ui).clicked();
        let dismisses = press(&dismiss, "proposal-dismiss-name").show(ui).clicked();
        if confirms {
            scene.wish(Wish::Run(Action::Confirm));
        } else if dismisses {
            scene.wish(Wish::Run(Action::Dismiss));
        }
    });
    if proposal.has_rationale() {
        widgets::text(ui, &scene.words.marked_internal(&proposal.rationale, proposal.internal.rationale));
    }
    if !proposal.internal.evidence.is_empty() {
        let evidence = scene.words.marked_internal(&proposal.internal.evidence.join("; "), true);
        widgets::muted(ui, &scene.words.with("proposal-evidence", &[("evidence", evidence)]));
    }
    if !proposal.evidence.is_empty() {
        widgets::muted(ui, &scene.words.with("proposal-evidence", &[("evidence", proposal.evidence.join("; "))]));
    }
    if !proposal.attached.is_empty() {
        let file = |file| scene.words.marked_internal(&scene.words.attachment(file), proposal.is_internal(file));
        let files = proposal.attached.iter().map(file).collect::<Vec<_>>().join("; ");
        widgets::muted(ui, &scene.words.with("proposal-files", &[("files", files)]));
    }
}

/// The next norm with a proposal after the chosen one: in its part, then in those that follow, round to where it began.
fn next(view: &View, from: Option<&NormId>) -> Option<NormId> {
    let parts: Vec<&Part> = view.framework.parts().collect();
    let start = parts.iter().position(|part| part.id == view.part.id)?;
    let order: Vec<&NormId> = parts[start..]
        .iter()
        .chain(&parts[..start])
        .flat_map(|part| reading_order(part))
        // A twin is asked on the lower rung.
        .filter(|norm| norm.twin.as_ref().is_none_or(|lower| !view.sheet.proposals.contains_key(lower)))
        .map(|norm| &norm.id)
        .collect();
    let after = from.and_then(|from| order.iter().position(|id| *id == from)).map_or(0, |at| at + 1);
    let mut round = order[after..].iter().chain(&order[..after]);
    round.find(|id| view.sheet.proposals.contains_key(**id)).map(|id| (*id).clone())
}
