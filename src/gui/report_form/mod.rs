//! From an assessment to a signed report: a signature of one's own the first time, then the report, then what is ready.

mod ready;
mod steps;

use std::path::PathBuf;

use eframe::egui::{Align, Id, Key, Ui};
use zeroize::Zeroizing;

use crate::domain::{Assessor, Perspective};
use crate::gui::dialogs::Purpose;
use crate::gui::errand::Errand;
use crate::gui::form::{self, Shown};
use crate::gui::key_form::{KeyForm, Origin};
use crate::gui::stamps::StampChoice;
use crate::gui::theme::{self, STEP};
use crate::gui::widgets::{self, Press, Tone};
use crate::gui::wish::{Scene, Screen, Wish};
use crate::session::Session;
use crate::storage::whole_file::Replace;
use crate::wording::arg;

pub use self::ready::Made;
pub use self::steps::Steps;
use self::steps::{busy, working};

/// What the form is busy with.
#[derive(Clone, Debug, Default)]
pub enum Stage {
    /// Filling in.
    #[default]
    Filling,
    /// An identity is being made.
    MakingIdentity,
    /// A report is being made.
    MakingReport(Steps),
    /// A report is ready.
    Ready(Made),
}

/// Report and own signature.
#[derive(Debug, Default)]
pub struct ReportForm {
    /// With what is signed.
    pub key: KeyForm,
    /// Whether a further identity is being made.
    pub another: bool,
    /// The name for a new identity.
    pub name: String,
    /// Its passphrase.
    pub passphrase: Zeroizing<String>,
    /// The passphrase again.
    pub again: Zeroizing<String>,
    /// The literal wording that the report can quote, in one sentence.
    pub literal: Option<String>,
    /// Whether the report quotes none all the same.
    pub without_literal: bool,
    /// Whether the signature gets a time stamp.
    pub stamp: StampChoice,
    /// Where the report goes.
    pub path: PathBuf,
    /// A path that is being typed.
    pub typed: String,
    /// What the form is busy with.
    pub stage: Stage,
    /// What went wrong.
    pub problem: Option<String>,
}

impl ReportForm {
    /// Draws it.
    pub fn show(&mut self, ui: &mut Ui, scene: &mut Scene, session: &mut Session) {
        let title = scene.text("reporting-title");
        form::page(ui, "report", theme::COLUMN, None, scene, &title, |ui, scene| {
            match (self.stage.clone(), &self.key.identities) {
                (Stage::MakingIdentity, _) => busy(ui, &scene.text("identity-making")),
                (Stage::MakingReport(steps), _) => working(ui, scene, &steps),
                (Stage::Ready(made), _) => {
                    self.ready(ui, scene, &made, session.sheet(scene.perspective).assessor.as_ref());
                }
                (Stage::Filling, None) => busy(ui, &scene.text("reporting-looking")),
                (Stage::Filling, Some(known))
                    if (known.is_empty() && self.key.origin == Origin::Own) || self.another =>
                {
                    self.identity(ui, scene);
                }
                (Stage::Filling, Some(_)) => self.report(ui, scene, session),
            }
        });
    }

    fn identity(&mut self, ui: &mut Ui, scene: &mut Scene) {
        let first = self.key.identities.as_ref().is_none_or(Vec::is_empty);
        widgets::text(ui, &scene.text(if first { "identity-first" } else { "identity-another" }));
        ui.add_space(2.0 * STEP);
        let mut entered = false;
        wide_card(ui, |ui| {
            widgets::subtitle(ui, &scene.text("identity-make"));
            ui.add_space(STEP);
            let (label, help) = (scene.text("identity-name"), scene.text("identity-name-help"));
            form::field(ui, &label, &mut self.name, Shown { help: &help, ..Shown::default() });
            let (label, help) = (scene.text("identity-passphrase"), scene.text("identity-passphrase-help"));
            let secret = Shown { secret: true, help: &help, ..Shown::default() };
            form::field(ui, &label, &mut *self.passphrase, secret);
            let differs = !self.again.is_empty() && *self.again != *self.passphrase;
            let wrong = differs.then(|| scene.text("identity-differs"));
            let secret = Shown { secret: true, error: wrong.as_deref(), ..Shown::default() };
            let again = form::field(ui, &scene.text("identity-again"), &mut *self.again, secret);
            entered = again.lost_focus() && ui.input(|input| input.key_pressed(Key::Enter));
            self.loss(ui, scene);
        });
        self.told(ui);
        ui.add_space(3.0 * STEP);
        let filled = !self.name.trim().is_empty() && !self.passphrase.is_empty() && *self.again == *self.passphrase;
        ui.horizontal(|ui| {
            let make = scene.text("identity-make-button");
            if Press::new(&make).tone(Tone::Main).enabled(filled).show(ui).clicked() || (entered && filled) {
                scene.wish(Wish::Errand(Errand::MakeIdentity));
            }
            if !first && widgets::secondary(ui, &scene.text("form-cancel")).clicked() {
                self.another = false;
            }
        });
        let elsewhere = [(Origin::File, "key-from-file-instead"), (Origin::Token, "key-on-token-instead")];
        for (origin, text) in elsewhere.into_iter().filter(|_| first) {
            if widgets::link(ui, &scene.text(text)).clicked() {
                self.key.origin = origin;
                self.problem = None;
            }
        }
        if first && widgets::link(ui, &scene.text("preview-first")).clicked() {
            scene.wish(Wish::Errand(Errand::PreviewReport));
        }
    }

    fn loss(&self, ui: &mut Ui, scene: &Scene) {
        let ground = theme::Look::of(ui).accent_ground;
        widgets::remark(ui, ground, |ui| {
            widgets::strong(ui, &scene.text("identity-loss"));
            for key in ["identity-loss-1", "identity-loss-2", "identity-loss-3"] {
                widgets::point(ui, "•", |ui| drop(widgets::text(ui, &scene.text(key))));
            }
        });
    }

    fn report(&mut self, ui: &mut Ui, scene: &mut Scene, session: &mut Session) {
        let open: usize = session.score(scene.perspective).parts.iter().map(|part| part.unanswered).sum();
        let sheet = session.sheet(scene.perspective);
        widgets::text(ui, &scene.text("reporting-about"));
        ui.add_space(2.0 * STEP);
        wide_card(ui, |ui| {
            let mut side = scene.perspective;
            let options = Perspective::ALL.map(|side| (side, scene.words.perspective(side)));
            form::choices(ui, &scene.text("reporting-perspective"), &mut side, &options);
            if side != scene.perspective {
                scene.wish(Wish::TakeSide(side));
            }
            if sheet.is_final {
                widgets::text(ui, &scene.text("reporting-final"));
            } else {
                widgets::text(ui, &scene.words.with("reporting-concept", &[arg("count", open)]));
                if widgets::link(ui, &scene.text("reporting-to-overview")).clicked() {
                    scene.wish(Wish::Show(Screen::Overview));
                }
            }
        });
        if let Some(literal) = &self.literal {
            ui.add_space(2.0 * STEP);
            wide_card(ui, |ui| {
                widgets::text(ui, literal);
                let options = [false, true].map(|without| {
                    (without, scene.text(if without { "reporting-literal-no" } else { "reporting-literal-yes" }))
                });
                form::choices(ui, &scene.text("reporting-literal"), &mut self.without_literal, &options);
            });
        }
        ui.add_space(2.0 * STEP);
        wide_card(ui, |ui| self.signature(ui, scene, sheet.assessor.as_ref()));
        ui.add_space(2.0 * STEP);
        wide_card(ui, |ui| {
            widgets::strong(ui, &scene.text("reporting-place"));
            form::copyable(ui, &self.path.display().to_string());
            let button = scene.text("new-elsewhere");
            form::ask_file(ui, scene, Purpose::Report, &mut self.typed, &button);
        });
        self.told(ui);
        ui.add_space(3.0 * STEP);
        ui.horizontal_wrapped(|ui| {
            let make = scene.text("reporting-make");
            if Press::new(&make).tone(Tone::Main).enabled(self.key.is_filled()).show(ui).clicked() {
                scene.wish(Wish::Errand(Errand::MakeReport(Replace::Never)));
            }
            if widgets::secondary(ui, &scene.text("preview-first")).clicked() {
                scene.wish(Wish::Errand(Errand::PreviewReport));
            }
        });
    }

    fn signature(&mut self, ui: &mut Ui, scene: &mut Scene, assessor: Option<&Assessor>) {
        if self.key.show(ui, scene) {
            scene.wish(Wish::Errand(Errand::MakeReport(Replace::Never)));
        }
        show_other_name(ui, scene, assessor, self.key.signer_name());
        self.stamp.show(ui, scene);
        if widgets::link(ui, &scene.text("reporting-another-identity")).clicked() {
            self.another = true;
            self.problem = None;
        }
    }

    fn told(&self, ui: &mut Ui) {
        if let Some(problem) = &self.problem {
            ui.add_space(2.0 * STEP);
            let place = ui.scope(|ui| form::bad(ui, problem)).response.rect;
            // It stands at the end, and after the work the page starts at its top again.
            let (id, now) = (Id::unique("report-problem"), ui.ctx().cumulative_pass_nr());
            let last = ui.data_mut(|data| std::mem::replace(data.get_temp_mut_or_default::<u64>(id), now));
            if last + 1 < now {
                ui.scroll_to_rect(place, Some(Align::Center));
            }
        }
    }
}

/// Says that the report would name one as assessor and be signed by another, where that is so.
fn show_other_name(ui: &mut Ui, scene: &Scene, assessor: Option<&Assessor>, signer: Option<&str>) {
    let (Some(assessor), Some(signer)) = (assessor, signer) else { return };
    if !assessor.is_called(signer) {
        let args = [arg("assessor", &assessor.name), arg("signer", signer)];
        form::bad(ui, &scene.words.with("reporting-other-name", &args));
    }
}

fn wide_card(ui: &mut Ui, content: impl FnOnce(&mut Ui)) {
    widgets::card(ui, |ui| {
        ui.set_width(ui.available_width());
        content(ui);
    });
}
