//! The chosen norm: where it stands in the source, what was found, why, and on what evidence.

use eframe::egui::{self, Ui};

use super::judge::{evidence_id, internal_evidence_id, rationale_id};
use super::view::View;
use super::{Workspace, difference, internal, personal};
use crate::domain::{Aspect, Norm, Piece};
use crate::gui::form;
use crate::gui::theme::Look;
use crate::gui::widgets;
use crate::gui::wish::Scene;
use crate::session::Session;
use crate::wording::arg;

impl Workspace {
    /// Draws the block about the chosen norm.
    pub(super) fn show_norm(&mut self, ui: &mut Ui, scene: &mut Scene, view: &View, session: &Session) {
        let Some((_, aspect, norm)) = self.chosen.as_ref().and_then(|norm| view.framework.norm(norm.as_str())) else {
            return;
        };
        let look = Look::of(ui);
        ui.add_space(4.0);
        widgets::caption(ui, &scene.words.with("chosen-title", &[arg("norm", &norm.id)]));
        widgets::strong(ui, aspect.title.get(view.language()));
        let verdict = view.sheet.verdict(norm.id.as_str());
        let unit = scene.words.test_unit(norm.test_unit);
        let found = scene.words.verdict(norm.rung, verdict);
        widgets::muted(ui, &scene.words.with("chosen-state", &[arg("verdict", found), arg("unit", unit)]));
        if let Some(remark) = lone(scene, aspect, norm) {
            widgets::muted(ui, &remark);
        }
        if let Some(twin) = view.framework.twin_of(norm.id.as_str()) {
            widgets::muted(ui, &scene.words.with("chosen-twin", &[arg("twin", &twin.id)]));
        }
        for alert in view.alerts.iter().filter(|alert| alert.norms.contains(&norm.id)) {
            let Some(rule) = view.framework.alerts.iter().find(|rule| rule.code == alert.code) else { continue };
            let text = scene.words.with("overview-alert", &[arg("title", rule.title.plain(view.language()))]);
            widgets::remark(ui, look.bad_ground, |ui| widgets::strong(ui, &format!("⚠ {text}")));
        }
        show_literal(ui, scene, view, norm);
        if view.trying {
            widgets::muted(ui, &scene.text("trial-no-texts"));
        } else {
            self.show_proposal(ui, scene, view, norm);
            if view.may_judge() {
                self.show_fields(ui, scene, norm);
            } else {
                show_texts(ui, scene, view, norm);
            }
        }
        difference::show(ui, scene, view, aspect, norm);
        if !view.trying {
            self.show_files(ui, scene, session, view, norm);
        }
        widgets::remark(ui, look.accent_ground, |ui| show_source(ui, scene, view, norm));
    }

    fn show_fields(&mut self, ui: &mut Ui, scene: &mut Scene, norm: &Norm) {
        let look = Look::of(ui);
        let Some(draft) = &mut self.draft else { return };
        ui.add_space(4.0);
        widgets::caption(ui, &scene.text("rationale-title"));
        if let Some(pending) = draft.pending {
            let verdict = scene.words.verdict(norm.rung, pending);
            let text = scene.words.with("rationale-first", &[arg("norm", &norm.id), arg("verdict", verdict)]);
            widgets::remark(ui, look.accent_ground, |ui| widgets::strong(ui, &text));
        } else if draft.waits_for_rationale() {
            let text = scene.text("rationale-needed");
            widgets::remark(ui, look.bad_ground, |ui| widgets::strong(ui, &text));
        }
        let time = ui.input(|input| input.time);
        let name = scene.words.with("rationale-name", &[arg("norm", &norm.id)]);
        let escape = ui.input(|input| input.key_pressed(egui::Key::Escape));
        let hint = scene.text("rationale-hint");
        let rationale = widgets::area(ui, rationale_id(), &name, &mut draft.rationale, &hint, 4);
        if rationale.gained_focus() {
            rationale.scroll_to_me(Some(egui::Align::Center));
        }
        // What is to be said about a number stands at the field that it is in.
        let number = personal::place(ui, draft);
        let mut decided = number == Some(rationale_id()) && personal::show(ui, scene, norm, draft, rationale.rect);
        let mut marked = internal::show_rationale_box(ui, scene, norm, draft);
        // Which box is which can be seen once there is something in it too.
        ui.add_space(4.0);
        widgets::muted(ui, &scene.text("evidence-label"));
        let name = scene.words.with("evidence-name", &[arg("norm", &norm.id)]);
        let hint = scene.text("evidence-hint");
        let evidence = widgets::area(ui, evidence_id(), &name, &mut draft.evidence, &hint, 2);
        decided |= number == Some(evidence_id()) && personal::show(ui, scene, norm, draft, evidence.rect);
        let inside = internal::show_evidence(ui, scene, norm, draft);
        marked |= internal::show_evidence_boxes(ui, scene, norm, draft);
        if let Some(inside) = inside.as_ref().filter(|_| number == Some(internal_evidence_id())) {
            decided |= personal::show(ui, scene, norm, draft, inside.rect);
        }
        let is = |asked: fn(&egui::Response) -> bool| {
            asked(&rationale) || asked(&evidence) || inside.as_ref().is_some_and(asked)
        };
        if marked || is(egui::Response::changed) {
            draft.typed(time);
            ui.ctx().request_repaint_after(std::time::Duration::from_secs_f64(super::draft::PAUSE + 0.02));
        }
        let left = is(egui::Response::lost_focus);
        if left && escape && self.drop_pending() {
            self.take_focus = true;
            return;
        }
        if left || marked {
            self.store_draft(scene);
            if let Some(draft) = self.draft.as_mut().filter(|_| left) {
                if !draft.holds_back() {
                    draft.typed_at = None;
                }
                draft.leave();
            }
            self.take_focus |= escape;
        }
        if decided {
            self.store_draft(scene);
        }
    }
}

/// What was written at a norm, where nothing can be changed: to be read and copied.
fn show_texts(ui: &mut Ui, scene: &Scene, view: &View, norm: &Norm) {
    let finding = view.finding(norm.id.as_str());
    ui.add_space(4.0);
    widgets::caption(ui, &scene.text("rationale-title"));
    if let Some(text) = scene.words.withheld(finding.withheld) {
        widgets::muted(ui, &text);
    }
    let inside = |is_internal: bool| is_internal.then(|| scene.text("text-internal"));
    let rationale = Some((finding.rationale.clone(), finding.internal.rationale));
    let evidence = finding.evidence.iter().map(|line| (line.clone(), false));
    let evidence = evidence.chain(finding.internal.evidence.iter().map(|line| (line.clone(), true)));
    let mut any = false;
    for (text, is_internal) in rationale.into_iter().chain(evidence).filter(|(text, _)| !text.is_empty()) {
        any = true;
        let shown = inside(is_internal).map_or_else(|| text.clone(), |inside| format!("{inside} {text}"));
        form::selectable(ui, &shown);
    }
    if !any {
        widgets::muted(ui, &scene.text("text-none"));
    }
}

/// What there is to say when a rung of the row is missing.
fn lone(scene: &Scene, aspect: &Aspect, norm: &Norm) -> Option<String> {
    (aspect.norms.len() == 1).then(|| scene.words.with("chosen-lone", &[arg("rung", norm.rung.number())]))
}

/// The literal words of the norm as a quotation: between marks, beside a line, with their source.
fn show_literal(ui: &mut Ui, scene: &Scene, view: &View, norm: &Norm) {
    let Some(overlay) = view.literal else { return };
    let Some(text) = overlay.text(norm.id.as_str()) else { return };
    let look = Look::of(ui);
    let quoted = scene.words.with("literal-quoted", &[arg("text", text)]);
    let source = scene.words.with("literal-from", &[("source", scene.words.literal_source(overlay))]);
    ui.add_space(4.0);
    let shown =
        egui::Frame::new().inner_margin(egui::Margin { left: 12, right: 0, top: 2, bottom: 2 }).show(ui, |ui| {
            ui.set_width(ui.available_width());
            let words = egui::RichText::new(&quoted).font(crate::gui::theme::body()).color(look.ink);
            let label = ui.add(egui::Label::new(words).wrap().selectable(true));
            widgets::set_role(&label, egui::Role::Blockquote, &quoted);
            widgets::muted(ui, &source);
        });
    let rect = shown.response.rect;
    ui.painter().vline(rect.left() + 3.0, rect.y_range(), egui::Stroke::new(3.0, look.accent));
    ui.add_space(4.0);
}

fn show_source(ui: &mut Ui, scene: &Scene, view: &View, norm: &Norm) {
    let language = view.language();
    let look = Look::of(ui);
    widgets::text(
        ui,
        &scene.words.with("source-place", &[arg("place", norm.place.plain(language).trim_end_matches('.'))]),
    );
    for piece in norm.text.pieces(language) {
        let Piece::Footnote(number) = piece else { continue };
        if let Some(note) = view.framework.footnotes.iter().find(|note| note.number == number) {
            let text = note.text.plain(language);
            widgets::text(ui, &scene.words.with("footnote", &[arg("number", number), arg("text", text)]));
        }
    }
    let touched = |ids: &[String]| ids.iter().any(|id| id == norm.id.as_str());
    for note in view.framework.notes.iter().filter(|note| touched(&note.touches)) {
        let mut job = egui::text::LayoutJob::default();
        let bold = egui::TextFormat { font_id: crate::gui::theme::bold(13.0), color: look.ink, ..Default::default() };
        let title = note.title.plain(language);
        let stop = if title.ends_with(['?', '!', '.']) { "" } else { "." };
        job.append(&format!("{} {title}{stop} ", note.id), 0.0, bold);
        let plain = egui::TextFormat { font_id: crate::gui::theme::body(), color: look.ink, ..Default::default() };
        job.append(&note.text.plain(language), 0.0, plain);
        ui.add(egui::Label::new(job).wrap());
    }
}
