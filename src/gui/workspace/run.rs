//! What commands do in the rubric.

use eframe::egui;

use super::motion::{self, Step};
use super::view::View;
use super::{Workspace, judge};
use crate::domain::{Command, Norm, Part, PartId, Rung, Score, Verdict};
use crate::gui::commands::Action;
use crate::gui::wish::{Notice, Scene, Wish};
use crate::session::Session;
use crate::storage::Access;
use crate::wording::arg;

impl Workspace {
    /// Does what a command asks of the rubric.
    pub fn run(&mut self, ctx: &egui::Context, scene: &mut Scene, session: &mut Session, action: Action) {
        let score = session.shown_score(scene.perspective).clone();
        let sheet = session.shown_sheet(scene.perspective);
        let session: &Session = session;
        let framework = session.framework();
        let Some(part) = self.part.clone().and_then(|id| framework.part(id.as_str())) else { return };
        let Some(part_score) = score.part(part.id.as_str()) else { return };
        let words = scene.words;
        let perspective = scene.perspective;
        let (alerts, trying, literal, sheet) = (&score.alerts, session.is_trying(), None, &*sheet);
        let may_write = session.access() == Access::Write;
        let view =
            View { framework, part, score: part_score, alerts, sheet, words, perspective, trying, may_write, literal };
        match action {
            Action::Judge(verdict) => {
                let Some(norm) = self.chosen.clone() else { return };
                // What is judged is seen, also when the rubric was scrolled away from it.
                self.scroll = true;
                // A key that is pressed twice says the same twice; a click on what is chosen makes it open again.
                if self.shown_verdict(&view, &norm) != verdict {
                    self.choose(ctx, scene, &view, &norm, verdict);
                }
            }
            Action::Move(step) => self.step(&view, session, step),
            Action::Column(rung) if part.norms().all(|norm| norm.rung != rung) => {}
            Action::Column(rung) => {
                self.column = Some(rung);
                let row = self.chosen.as_ref().and_then(|norm| framework.norm(norm.as_str()));
                if let Some(norm) = row.and_then(|(_, row, _)| row.on(rung).next()) {
                    self.jump(session, &norm.id);
                }
            }
            Action::NextOpen | Action::NextContradiction | Action::NextRationale => {
                self.go_on(scene, session, &score, action);
            }
            Action::Rationale => {
                // Whoever comes from elsewhere goes on to the field at once, not to the cell.
                (self.take_focus, self.to_field) = (false, Some(judge::rationale_id()));
                ctx.request_repaint();
                ctx.memory_mut(|memory| memory.request_focus(judge::rationale_id()));
            }
            Action::Internal | Action::InternalEvidence if trying => {}
            Action::Internal => {
                self.keep_draft(scene, &view);
                self.turn_internal(ctx, scene);
            }
            Action::InternalEvidence => {
                self.keep_draft(scene, &view);
                self.go_to_internal_evidence(ctx);
            }
            Action::Adopt => {
                self.flush(scene, session);
                scene.command(Command::Adopt { perspective: view.perspective, part: part.id.clone() });
            }
            Action::Confirm | Action::Dismiss | Action::NextProposal => {
                self.run_proposal(scene, session, &view, action);
            }
            Action::Show(filter) => self.filter = filter,
            Action::NextPart | Action::PreviousPart => {
                let parts: Vec<&PartId> = framework.parts().map(|part| &part.id).collect();
                let at = parts.iter().position(|id| **id == part.id).unwrap_or(0);
                let to = if action == Action::NextPart { at + 1 } else { at + parts.len() - 1 };
                self.show_part(session, parts[to % parts.len()]);
            }
            _ => {}
        }
    }

    /// Goes to the next norm that asks for something; tells when there is none.
    fn go_on(&mut self, scene: &mut Scene, session: &Session, score: &Score, action: Action) {
        let Some(part) = self.part.clone() else { return };
        let sheet = session.shown_sheet(scene.perspective);
        let contradicts = |part: &Part, norm: &Norm| {
            let found = score.part(part.id.as_str());
            found.is_some_and(|part| part.contradictions.iter().flatten().any(|id| *id == norm.id))
        };
        let is_meant = |part: &Part, norm: &Norm| match action {
            Action::NextContradiction => contradicts(part, norm),
            Action::NextRationale => sheet.lacks_rationale(part, norm),
            _ => sheet.verdict(norm.id.as_str()) == Verdict::Open,
        };
        match motion::next(session.framework(), &part, self.chosen.as_ref(), is_meant) {
            Some(norm) => {
                self.jump(session, &norm);
                let now = self.part.as_ref().and_then(|part| session.framework().part(part.as_str()));
                if let Some(now) = now.filter(|now| now.id != part) {
                    let args = [arg("part", &now.id), arg("title", now.title.plain(scene.words.language()))];
                    scene.wish(Wish::Tell(Notice::Done(scene.words.with("went-on", &args))));
                }
            }
            None => {
                let key = match action {
                    Action::NextContradiction => "no-contradiction",
                    Action::NextRationale => "no-rationale-due",
                    _ => "no-open-norm",
                };
                scene.wish(Wish::Tell(Notice::Done(scene.text(key))));
            }
        }
    }

    fn step(&mut self, view: &View, session: &Session, step: Step) {
        let Some(from) = self.chosen.clone() else { return };
        let column = self.column.or_else(|| view.framework.norm(from.as_str()).map(|(_, _, norm)| norm.rung));
        let Some(to) = motion::step(view, self.filter, &from, column.unwrap_or(Rung::THREE), step) else { return };
        self.jump(session, &to);
        if matches!(step, Step::Up | Step::Down) {
            self.column = column;
        }
    }
}
