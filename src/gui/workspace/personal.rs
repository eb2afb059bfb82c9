//! Numbers of persons in what is typed: marked at once, stored only with a reason.

use eframe::egui::{Id, Rect, Response, Role, Ui, style::ScrollAnimation};

use super::Workspace;
use super::draft::Draft;
use super::judge;
use crate::domain::Norm;
use crate::domain::finding;
use crate::domain::personal::{PersonalKind, personal_data};
use crate::gui::theme::Look;
use crate::gui::widgets::{self, Press, Tone};
use crate::gui::wish::{Notice, Scene, Wish};
use crate::wording::arg;

/// So much of a field, its last line, stays in sight above what is said about it, in points.
const LAST_LINE: f32 = 26.0;

/// The field for the reason to keep a number.
pub(super) fn reason_id() -> Id {
    Id::unique("trede personal data reason")
}

/// Draws a warning when a number of a person stands in `text`, which is a reason of some kind; tells whether it does.
pub fn warns(ui: &mut Ui, scene: &Scene, text: &str) -> bool {
    let found = personal_data(text);
    if found.is_empty() {
        return false;
    }
    let kinds = finding::kinds(std::iter::once(text));
    let look = Look::of(ui);
    widgets::remark(ui, look.bad_ground, |ui| {
        widgets::strong(ui, &found_text(scene, &kinds, found.len()));
        widgets::text(ui, &scene.text("personal-why"));
    });
    true
}

/// The field of a draft in which a number of a person stands first.
pub(super) fn field_with_number(draft: &Draft) -> Id {
    let texts = [
        (&draft.rationale, judge::rationale_id()),
        (&draft.evidence, judge::evidence_id()),
        (&draft.internal_evidence, judge::internal_evidence_id()),
    ];
    let holds_one = |(text, _): &(&String, Id)| !personal_data(text).is_empty();
    texts.into_iter().find(holds_one).map_or_else(judge::rationale_id, |(_, field)| field)
}

/// What stands here: one number, or how many.
fn found_text(scene: &Scene, kinds: &[PersonalKind], count: usize) -> String {
    let kinds = if count == 1 { scene.words.a_personal_kind(kinds) } else { scene.words.personal_kinds(kinds) };
    format!("⚠ {}", scene.words.with("personal-found", &[arg("count", count), arg("kinds", kinds)]))
}

/// Where there is something to say about numbers of persons in a draft: the field in which the first one stands.
pub(super) fn place(ui: &Ui, draft: &Draft) -> Option<Id> {
    let any = !draft.finding(None).personal_data().is_empty();
    if !any {
        ui.data_mut(|data| data.remove::<Shown>(shown_id()));
    }
    any.then(|| field_with_number(draft))
}

/// Draws what there is to say and to do about numbers of persons in the texts of `norm`, below the field where the first one
/// stands; tells whether something was decided that is to be stored.
pub(super) fn show(ui: &mut Ui, scene: &Scene, norm: &Norm, draft: &mut Draft, field: Rect) -> bool {
    let look = Look::of(ui);
    let time = ui.input(|input| input.time);
    let finding = draft.finding(None);
    let (kinds, count) = (finding.personal_data(), finding.personal_data_count());
    let explained = !draft.reason.is_empty();
    let ground = if explained { look.accent_ground } else { look.bad_ground };
    let mut decided = false;
    let shown = widgets::remark(ui, ground, |ui| {
        let text = found_text(scene, &kinds, count);
        let found = widgets::strong(ui, &text);
        if explained {
            widgets::text(ui, &scene.words.with("personal-kept", &[arg("reason", &draft.reason)]));
            widgets::text(ui, &scene.words.with("personal-kept-note", &[arg("count", count)]));
        } else {
            widgets::set_role(&found, Role::Alert, &text);
            widgets::text(ui, &scene.text("personal-why"));
            if draft.holds_back() {
                widgets::text(ui, &scene.words.with("personal-held-back", &[arg("count", count)]));
            }
        }
        let leave_out = scene.words.with("personal-leave-out", &[arg("count", count)]);
        if Press::new(&leave_out).tight().tone(Tone::Accent).show(ui).clicked() {
            draft.leave_out_numbers(time);
            decided = true;
        }
        if !explained {
            decided |= show_reason(ui, scene, norm, draft, time);
        }
    });
    keep_beside(ui, field, shown.response.rect);
    decided
}

/// How high it was in so many frames.
#[derive(Clone, Copy, Default)]
struct Shown {
    frames: u8,
    height: f32,
}

fn shown_id() -> Id {
    Id::unique("trede personal data shown")
}

/// Brings what has just come in sight, its buttons too as far as there is room; the last line of the field that is typed in
/// stay. How high it is shows after a frame or two.
fn keep_beside(ui: &Ui, field: Rect, shown: Rect) {
    let before = ui.data(|data| data.get_temp::<Shown>(shown_id())).unwrap_or_default();
    if before.frames >= 5 || (before.frames == 3 && before.height == shown.height()) {
        return;
    }
    let now = Shown { frames: before.frames + 1, height: shown.height() };
    ui.data_mut(|data| data.insert_temp(shown_id(), now));
    ui.ctx().request_repaint();
    // What is asked for in one frame is there in the next but one; asked for in between it would be done twice.
    if before.frames % 2 == 1 {
        return;
    }
    // The line that is typed in, else the last one.
    let cursor =
        ui.output(|output| output.ime.map(|ime| ime.cursor_rect.top())).filter(|top| field.y_range().contains(*top));
    let top = cursor.unwrap_or(field.bottom() - LAST_LINE).max(field.top());
    let bottom = shown.bottom().min(top + ui.clip_rect().height() - 8.0);
    let target = Rect::from_x_y_ranges(shown.x_range(), top..=bottom);
    ui.scroll_to_rect_animation(target, None, ScrollAnimation::none());
}

impl Workspace {
    /// Before the norm is left: a number that nothing explains is left out, so that the rest of the text is stored.
    pub(super) fn leave_out_numbers(&mut self, scene: &mut Scene) {
        let Some(draft) = self.draft.as_mut().filter(|draft| draft.holds_back()) else { return };
        let finding = draft.finding(None);
        let kinds = scene.words.personal_kinds(&finding.personal_data());
        draft.leave_out_numbers(0.0);
        let args = [arg("norm", &draft.norm), arg("kinds", kinds), arg("count", finding.personal_data_count())];
        scene.wish(Wish::Tell(Notice::Problem(scene.words.with("personal-was-left-out", &args))));
    }
}

/// Brings what has just come into sight as a whole, its buttons too: how high it is shows after its first frame.
pub(super) fn bring_in_sight(ui: &Ui, frames: Id, shown: &Response) {
    let count = ui.data(|data| data.get_temp::<u8>(frames)).unwrap_or(0);
    if count < 3 {
        ui.data_mut(|data| data.insert_temp(frames, count + 1));
        // Asked for in two frames on end it would be done twice.
        if count.is_multiple_of(2) {
            ui.scroll_to_rect(shown.rect, None);
        }
        ui.ctx().request_repaint();
    }
}

fn show_reason(ui: &mut Ui, scene: &Scene, norm: &Norm, draft: &mut Draft, time: f64) -> bool {
    let name = scene.words.with("personal-reason-name", &[arg("norm", &norm.id)]);
    let hint = scene.text("personal-reason-hint");
    widgets::area(ui, reason_id(), &name, &mut draft.typed_reason, &hint, 1);
    let is_fine = personal_data(&draft.typed_reason).is_empty() && !draft.typed_reason.trim().is_empty();
    if Press::new(&scene.text("personal-keep")).tight().enabled(is_fine).show(ui).clicked() {
        draft.reason = std::mem::take(&mut draft.typed_reason).trim().to_owned();
        draft.typed(time);
        return true;
    }
    false
}
