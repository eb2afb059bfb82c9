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
mod keys;
pub mod motion;
mod names;
mod norm_panel;
pub mod personal;
mod places;
mod proposed;
mod rows;
mod run;
mod settle;
pub mod view;
mod why;

use eframe::egui::{self, CentralPanel, Frame, Id, Margin, Panel, Ui};

use super::theme::{self, Look};
use super::tour::Spot;
use super::wish::Scene;
use crate::domain::{NormId, Overlay, PartId, Rung};
use crate::session::Session;
use crate::storage::Access;
pub(super) use attached::show_headway;
use draft::Draft;
use filter::Filter;
pub use keys::Keys;
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
    /// The field that takes the focus once this frame is drawn: a click elsewhere takes it away until then.
    to_field: Option<Id>,
    last_step: Option<u64>,
    revision: u64,
    rows: Rows,
    /// The part and the norm that the panel at the right was about.
    beside: (Option<PartId>, Option<NormId>),
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
        if let Some(field) = self.to_field.take() {
            ctx.memory_mut(|memory| memory.request_focus(field));
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
        // What is about another part or norm is read from its beginning.
        let now = (self.part.clone(), self.chosen.clone());
        let (another_part, another_norm) = (now.0 != self.beside.0, now.1 != self.beside.1);
        self.beside = now;
        let from_top = |area: egui::ScrollArea, anew| if anew { area.vertical_scroll_offset(0.0) } else { area };
        if theme::is_low(ui) {
            from_top(area("why"), another_part).show(ui, |ui| {
                why(self, ui, scene);
                self.show_norm(ui, scene, view, session);
            });
            return;
        }
        let most = ui.available_height() * REASONS;
        from_top(area("why"), another_part)
            .auto_shrink([false, true])
            .max_height(most)
            .show(ui, |ui| why(self, ui, scene));
        ui.separator();
        from_top(area("norm"), another_norm).show(ui, |ui| {
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
        self.jump_to_field(session, norm, None);
    }

    /// Goes to a field of a norm, else to its rationale.
    pub fn jump_to_field(&mut self, session: &Session, norm: &NormId, field: Option<Id>) {
        self.jump(session, norm);
        (self.take_focus, self.to_field) = (false, field.or_else(|| Some(judge::rationale_id())));
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

    /// The norm at which something waits: a missing rationale, or a number of a person, then with its field.
    pub fn waiting(&self) -> Option<(NormId, Option<Id>)> {
        let draft = self.draft.as_ref()?;
        let number = draft.holds_back().then(|| personal::field_with_number(draft));
        (draft.pending.is_some() || number.is_some()).then_some((draft.norm.clone(), number))
    }

    /// Whether something is typed that is not stored yet.
    pub fn is_typing(&self) -> bool {
        self.draft.as_ref().is_some_and(|draft| draft.typed_at.is_some())
    }

    /// Forgets what is typed; it was stored, or is not to be.
    pub fn drop_draft(&mut self) {
        self.draft = None;
    }
}

/// The fields that write to the log while they are typed in.
pub fn judge_fields() -> [Id; 3] {
    [judge::rationale_id(), judge::evidence_id(), judge::internal_evidence_id()]
}
