//! The whole assessment at a glance: the parts with their scores, and what is left to do before it can be made final.

mod attention;
mod table;

use eframe::egui::Ui;

use self::attention::{alerts, lacking, look_again, open};
use self::table::{charts, table};
use super::dialogs::Purpose;
use super::form::{self, Shown};
use super::newer::Newer;
use super::theme::{self, Look, STEP};
use super::widgets::{self, Press, Tone};
use super::wish::{Overlay, Scene, Wish};
use super::workspace::personal;
use crate::domain::{Command, Framework, NormId, Score, Sheet};
use crate::session::{ExportForm, Session};
use crate::storage::Access;
use crate::wording::arg;

pub use self::table::score_text;

/// The widest that it gets, and how wide it has to be for two columns, in points.
const WIDEST: f32 = 1480.0;
const BESIDE: f32 = 1330.0;

/// The seven parts side by side.
#[derive(Debug, Default)]
pub struct Overview {
    reason: String,
    typed_import: String,
    typed_export: String,
}

/// What a screen on one perspective looks at.
struct View<'a> {
    framework: &'a Framework,
    sheet: &'a Sheet,
    score: &'a Score,
    missing: &'a [NormId],
    may_write: bool,
}

impl Overview {
    /// Draws it.
    pub fn show(&mut self, ui: &mut Ui, scene: &mut Scene, session: &mut Session, newer: &mut Newer) {
        let score = session.score(scene.perspective).clone();
        let sheet = session.sheet(scene.perspective);
        let framework = session.framework();
        let missing = sheet.missing_rationales(framework);
        let may_write = session.access() == Access::Write;
        let view = View { framework, sheet: &sheet, score: &score, missing: &missing, may_write };
        let cover = session.assessment().cover.clone();
        let title = scene.text("overview-title");
        form::page(ui, "overview", WIDEST, None, scene, &title, |ui, scene| {
            widgets::sentence(ui, |ui| {
                let args = [
                    arg("subject", &cover.subject),
                    arg("period", &cover.period),
                    arg("perspective", scene.words.perspective(scene.perspective)),
                ];
                widgets::text(ui, &scene.words.with("overview-about", &args));
                if widgets::link(ui, &scene.text("overview-cover")).clicked() {
                    scene.wish(Wish::Lay(Some(Overlay::Cover)));
                }
            });
            if let Some(doubt) = scene.words.doubt_about_name(&cover.subject) {
                form::bad(ui, &doubt);
            }
            if sheet.is_final {
                let ground = Look::of(ui).accent_ground;
                widgets::remark(ui, ground, |ui| widgets::strong(ui, &scene.text("overview-final-here")));
            }
            newer.line(ui, scene, session);
            nothing_judged(ui, scene, &view);
            ui.add_space(STEP);
            let room = ui.available_width();
            if room < BESIDE {
                ui.set_width(room.min(theme::PAGE));
                scores(ui, scene, &view);
                ui.add_space(2.0 * STEP);
                self.left_to_do(ui, scene, &view);
                self.exchange(ui, scene, &view);
                return;
            }
            // What is left to do stands beside the scores, not below them.
            ui.horizontal_top(|ui| {
                ui.spacing_mut().item_spacing.x = 6.0 * STEP;
                let left = (0.62 * room).floor();
                for (width, at_left) in [(left, true), (room - left - 6.0 * STEP, false)] {
                    ui.vertical(|ui| {
                        ui.spacing_mut().item_spacing.x = 2.0 * STEP;
                        ui.set_width(width);
                        if at_left {
                            scores(ui, scene, &view);
                            self.exchange(ui, scene, &view);
                        } else {
                            self.left_to_do(ui, scene, &view);
                        }
                    });
                }
            });
        });
    }

    /// What keeps the assessment from being final, or deserves another look.
    fn left_to_do(&mut self, ui: &mut Ui, scene: &mut Scene, view: &View) {
        alerts(ui, scene, view);
        form::section(ui, &scene.text("overview-open"));
        wide_card(ui, |ui| open(ui, scene, view));
        form::section(ui, &scene.text("overview-look-again"));
        wide_card(ui, |ui| look_again(ui, scene, view));
        form::section(ui, &scene.text("overview-final"));
        wide_card(ui, |ui| self.finalize(ui, scene, view));
    }

    fn finalize(&mut self, ui: &mut Ui, scene: &mut Scene, view: &View) {
        if view.sheet.is_final {
            form::good(ui, &scene.text("overview-is-final"));
            ui.add_space(STEP);
            let (label, hint) = (scene.text("overview-reason"), scene.text("overview-reason-hint"));
            form::field(ui, &label, &mut self.reason, Shown { hint: &hint, ..Shown::default() });
            let reopen = scene.text("overview-reopen");
            let warns = personal::warns(ui, scene, &self.reason);
            let may = view.may_write && !warns && !self.reason.trim().is_empty();
            if Press::new(&reopen).enabled(may).show(ui).clicked() {
                scene.command(Command::Reopen(scene.perspective, std::mem::take(&mut self.reason)));
            }
            return;
        }
        let lacking = lacking(scene.words, view);
        if lacking.is_empty() {
            widgets::text(ui, &scene.text("overview-ready"));
        } else {
            widgets::text(ui, &scene.text("overview-lacking"));
            for line in &lacking {
                widgets::point(ui, "•", |ui| drop(widgets::text(ui, line)));
            }
        }
        ui.add_space(STEP);
        let finalize = scene.text("overview-finalize");
        let may = view.may_write && lacking.is_empty();
        if Press::new(&finalize).tone(Tone::Main).enabled(may).show(ui).clicked() {
            scene.command(Command::Finalize(scene.perspective));
        }
    }

    fn exchange(&mut self, ui: &mut Ui, scene: &mut Scene, view: &View) {
        form::section(ui, &scene.text("overview-exchange"));
        wide_card(ui, |ui| self.exchange_card(ui, scene, view));
    }

    fn exchange_card(&mut self, ui: &mut Ui, scene: &mut Scene, view: &View) {
        widgets::text(ui, &scene.text("overview-exchange-about"));
        ui.add_space(STEP);
        ui.horizontal_wrapped(|ui| {
            for (key, purpose, enabled) in [
                ("overview-import", Purpose::Import, view.may_write && !view.sheet.is_final),
                ("overview-export-ron", Purpose::Export(ExportForm::Ron), true),
                ("overview-export-json", Purpose::Export(ExportForm::Json), true),
                ("overview-export-xlsx", Purpose::Export(ExportForm::Xlsx), true),
                ("overview-export-csv", Purpose::Export(ExportForm::Csv), true),
            ] {
                if Press::new(&scene.text(key)).enabled(enabled).show(ui).clicked() {
                    scene.wish(Wish::Ask(purpose));
                }
            }
        });
        let export = Purpose::Export(ExportForm::Ron);
        let may_import = view.may_write && !view.sheet.is_final;
        let fields = [
            ("overview-typed-import", Purpose::Import, &mut self.typed_import, may_import),
            ("overview-typed-export", export, &mut self.typed_export, true),
        ];
        for (label, purpose, typed, _) in fields.into_iter().filter(|(.., offered)| *offered) {
            ui.add_space(STEP);
            widgets::muted(ui, &scene.text(label));
            if let Some(errand) = form::typed_path(ui, scene.words, purpose, typed) {
                scene.wish(Wish::Errand(errand));
            }
        }
    }
}

fn scores(ui: &mut Ui, scene: &mut Scene, view: &View) {
    wide_card(ui, |ui| charts(ui, scene, view));
    ui.add_space(STEP);
    wide_card(ui, |ui| table(ui, scene, view));
}

/// Where to begin, as long as nothing is judged.
fn nothing_judged(ui: &mut Ui, scene: &mut Scene, view: &View) {
    let is_open = |norm: &crate::domain::Norm| view.sheet.verdict(norm.id.as_str()) == crate::domain::Verdict::Open;
    if !view.framework.norms().all(is_open) {
        return;
    }
    ui.add_space(STEP);
    widgets::remark(ui, Look::of(ui).accent_ground, |ui| {
        widgets::text(ui, &scene.text("overview-nothing-judged"));
        if widgets::primary(ui, &scene.text("overview-begin")).clicked()
            && let Some(part) = view.framework.parts().next()
        {
            scene.wish(Wish::ShowPart(part.id.clone()));
        }
    });
}

fn wide_card(ui: &mut Ui, content: impl FnOnce(&mut Ui)) {
    widgets::card(ui, |ui| {
        ui.set_width(ui.available_width());
        content(ui);
    });
}
