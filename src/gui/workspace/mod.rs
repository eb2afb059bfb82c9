//! The screen on which a part is judged: rubric in the middle, the reasons for its score at the right.

mod attached;
mod cell;
mod compared;
mod difference;
mod draft;
pub mod filter;
mod grid;
mod head;
mod internal;
pub mod introduction;
mod judge;
pub mod motion;
mod names;
mod norm_panel;
pub mod personal;
mod places;
mod proposed;
mod rows;
mod settle;
pub mod view;
mod why;

use eframe::egui::{self, CentralPanel, Frame, Id, Margin, Panel, Ui};

use super::commands::Action;
use super::theme::{self, Look};
use super::tour::Spot;
use super::wish::{Notice, Scene, Wish};
use crate::domain::{Command, Norm, NormId, Overlay, Part, PartId, Rung, Score, Verdict};
use crate::session::Session;
use crate::storage::Access;
pub(super) use attached::show_headway;
use draft::Draft;
use filter::Filter;
use motion::Step;
use rows::{Moment, Rows};
use view::View;

/// The most of the panel at the right that the reasons for the score take.
const REASONS: f32 = 0.55;

/// The screen on which a part is judged.
#[derive(Debug, Default)]
pub struct Workspace {
    part: Option<PartId>,
    chosen: Option<NormId>,
    column: Option<Rung>,
    filter: Filter,
    draft: Option<Draft>,
    reason: settle::Reason,
    scroll: bool,
    /// To be scrolled to in the next frame.
    scroll_next: bool,
    take_focus: bool,
    /// The field for the rationale takes the focus once this frame is drawn: a click elsewhere takes it away until then.
    to_rationale: bool,
    last_step: Option<u64>,
    revision: u64,
    rows: Rows,
    /// How large the rubric was, and whether the chosen norm was in sight of it.
    room: egui::Vec2,
    in_sight: bool,
    /// The row that was at the top when the rows got other heights, and how much of it was scrolled away.
    at_top: Option<(usize, f32)>,
    /// Whether they just got them.
    moved: bool,
    /// The norm that a screen reader wants in sight.
    asked: Option<NormId>,
    pub(super) files: attached::Files,
}

impl Workspace {
    /// Draws it.
    pub fn show(&mut self, ui: &mut Ui, scene: &mut Scene, session: &mut Session, literal: Option<&Overlay>) {
        let ctx = ui.ctx().clone();
        let score = session.shown_score(scene.perspective).clone();
        let sheet = session.shown_sheet(scene.perspective);
        let session: &Session = session;
        let framework = session.framework();
        let Some(part) = self.part.as_ref().and_then(|id| framework.part(id.as_str())) else { return };
        let Some(part_score) = score.part(part.id.as_str()) else { return };
        let words = scene.words;
        let perspective = scene.perspective;
        let (alerts, trying, sheet) = (&score.alerts, session.is_trying(), &*sheet);
        let may_write = session.access() == Access::Write;
        let view =
            View { framework, part, score: part_score, alerts, sheet, words, perspective, trying, may_write, literal };
        self.last_step = session.shown_history().to_undo().map(|step| step.seq);
        self.revision = session.shown_revision();
        self.keep_draft(scene, &view);
        if let Some(draft) = &mut self.draft {
            draft.refresh(sheet, self.last_step);
        }
        self.store_in_time(&ctx, scene);
        let look = Look::of(ui);
        let width = match ui.available_width() {
            room if room < 560.0 => 236.0,
            room if room < 900.0 => 272.0,
            room if room < 1100.0 => 296.0,
            room if room < 1800.0 => 340.0,
            // Rationales are read and written there.
            _ => 420.0,
        };
        // The middle first: the focus goes through the window in the order in which it is drawn.
        let room = ui.available_rect_before_wrap();
        let room = room.with_max_x(room.right() - width);
        let middle = Frame::new().fill(look.ground).inner_margin(Margin { left: 16, right: 4, top: 12, bottom: 0 });
        let mut centre = ui.new_child(egui::UiBuilder::new().id_salt("rubric").max_rect(room));
        CentralPanel::default().frame(middle).show(&mut centre, |ui| self.show_grid(ui, scene, &view));
        let side = Frame::new().fill(look.card).inner_margin(Margin { left: 16, right: 4, top: 14, bottom: 8 });
        let why = Panel::right("why").exact_size(width).resizable(false).frame(side).show(ui, |ui| {
            self.show_side(ui, scene, &view, session);
        });
        Spot::Why.mark(ui, why.response.rect);
        if std::mem::take(&mut self.to_rationale) {
            ctx.memory_mut(|memory| memory.request_focus(judge::rationale_id()));
        }
    }

    /// Draws the reasons for the score and, below them, what is about the chosen norm: both in sight, each scrolls by itself.
    /// Where there is little height they share it.
    fn show_side(&mut self, ui: &mut Ui, scene: &mut Scene, view: &View, session: &Session) {
        let area = |salt: &str| egui::ScrollArea::vertical().id_salt((salt, session.path())).auto_shrink(false);
        let why = |this: &mut Workspace, ui: &mut Ui, scene: &mut Scene| {
            ui.set_width(ui.available_width() - 12.0);
            this.show_why(ui, scene, view);
            if !view.trying {
                this.show_settling(ui, scene, view);
            }
        };
        if theme::is_low(ui) {
            area("why").show(ui, |ui| {
                why(self, ui, scene);
                self.show_norm(ui, scene, view, session);
            });
            return;
        }
        let most = ui.available_height() * REASONS;
        area("why").auto_shrink([false, true]).max_height(most).show(ui, |ui| why(self, ui, scene));
        ui.separator();
        area("norm").show(ui, |ui| {
            ui.set_width(ui.available_width() - 12.0);
            self.show_norm(ui, scene, view, session);
        });
    }

    /// What the heights of the rows depend on now.
    fn moment(&self, view: &View, seen: Option<Rung>) -> Moment {
        let pending = self.draft.as_ref().and_then(|draft| draft.pending.map(|verdict| (draft.norm.clone(), verdict)));
        Moment {
            revision: self.revision,
            perspective: view.perspective,
            filter: self.filter,
            kept: self.chosen.clone().filter(|_| self.filter != Filter::All),
            pending,
            seen,
        }
    }

    /// Goes to a norm.
    pub fn jump(&mut self, session: &Session, norm: &NormId) {
        if let Some((part, _, _)) = session.framework().norm(norm.as_str()) {
            if self.part.as_ref() != Some(&part.id) {
                self.filter = Filter::All;
            }
            self.part = Some(part.id.clone());
            self.select(norm);
            self.column = session.framework().norm(norm.as_str()).map(|(_, _, norm)| norm.rung);
            (self.scroll, self.take_focus) = (true, true);
        }
    }

    /// Goes to the rationale of a norm, to write it.
    pub fn jump_to_rationale(&mut self, session: &Session, norm: &NormId) {
        self.jump(session, norm);
        (self.take_focus, self.to_rationale) = (false, true);
    }

    /// Scrolls to the chosen norm: another assessment was in sight meanwhile.
    pub fn bring_in_sight(&mut self) {
        self.scroll = true;
    }

    /// Goes to a part.
    pub fn show_part(&mut self, session: &Session, part: &PartId) {
        if self.part.as_ref() == Some(part) {
            return;
        }
        self.filter = Filter::All;
        self.reason = settle::Reason::default();
        let found = session.framework().part(part.as_str());
        let base = found.and_then(|part| part.rule.base()).unwrap_or(Rung::THREE);
        let first = found.and_then(|part| part.aspects.first()).and_then(|row| motion::nearest(row, base));
        if let Some(first) = first {
            self.jump(session, &first);
        }
    }

    /// The part that is shown.
    pub fn part(&self) -> Option<&PartId> {
        self.part.as_ref()
    }

    /// The norm that is chosen.
    pub fn chosen(&self) -> Option<&NormId> {
        self.chosen.as_ref()
    }

    fn select(&mut self, norm: &NormId) {
        if self.chosen.as_ref() != Some(norm) {
            self.chosen = Some(norm.clone());
        }
    }

    /// Stores what was typed, before something else happens to the assessment.
    pub fn flush(&mut self, scene: &mut Scene, session: &Session) {
        self.last_step = session.shown_history().to_undo().map(|step| step.seq);
        self.leave_out_numbers(scene);
        self.store_draft(scene);
        if let Some(draft) = &mut self.draft {
            draft.end_step();
        }
    }

    /// Whether something that is chosen or typed waits for the reader before it can be stored.
    pub fn waits(&self) -> bool {
        self.waiting().is_some()
    }

    /// The norm at which something waits, and whether that is a number of a person in a text, not a missing rationale.
    pub fn waiting(&self) -> Option<(&NormId, bool)> {
        let draft = self.draft.as_ref()?;
        let holds_back = draft.holds_back();
        (draft.pending.is_some() || holds_back).then_some((&draft.norm, holds_back))
    }

    /// Whether something is typed that is not stored yet.
    pub fn is_typing(&self) -> bool {
        self.draft.as_ref().is_some_and(|draft| draft.typed_at.is_some())
    }

    /// Forgets what is typed; it was stored, or is not to be.
    pub fn drop_draft(&mut self) {
        self.draft = None;
    }

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
                (self.take_focus, self.to_rationale) = (false, true);
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
            Some(norm) => self.jump(session, &norm),
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

    /// Leaves the keys of the rubric to it while this has the focus: the arrows too.
    pub fn leave_keys(ctx: &egui::Context, response: &egui::Response) {
        ctx.data_mut(|data| data.insert_temp(keys_id(response.id), Keys::All));
        if response.has_focus() {
            let filter = egui::EventFilter { horizontal_arrows: true, vertical_arrows: true, ..Default::default() };
            ctx.memory_mut(|memory| memory.set_focus_lock_filter(response.id, filter));
        }
    }

    /// Whether keys go to the rubric: nothing has the focus, or something of the rubric has.
    pub fn has_keys(ctx: &egui::Context) -> Keys {
        match ctx.memory(|memory| memory.focused()) {
            None => Keys::All,
            Some(_) if ctx.text_edit_focused() => Keys::None,
            Some(id) => ctx.data(|data| data.get_temp::<Keys>(keys_id(id))).unwrap_or(Keys::None),
        }
    }
}

/// Which keys a focused thing leaves to the rubric.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Keys {
    /// None.
    None,
    /// Letters and figures: the focus is on a button in a cell, which needs arrows and the space bar itself.
    Letters,
    /// All.
    All,
}

/// Where it is kept which keys the widget `id` leaves to the rubric.
fn keys_id(id: Id) -> Id {
    id.with("keys for the rubric")
}

/// The fields that write to the log while they are typed in.
pub fn judge_fields() -> [Id; 3] {
    [judge::rationale_id(), judge::evidence_id(), judge::internal_evidence_id()]
}
