//! Is a report intact, and is its signer known? Two questions, answered apart.

mod says;
mod signers;

use std::path::PathBuf;

use eframe::egui::{self, Spinner, Ui};

use crate::gui::dialogs::Purpose;
use crate::gui::errand::Errand;
use crate::gui::form;
use crate::gui::job::Halt;
use crate::gui::key_form::KeyForm;
use crate::gui::stamps::StampChoice;
use crate::gui::start::file_name;
use crate::gui::theme::{self, Look, STEP};
use crate::gui::trusted::TrustedView;
use crate::gui::widgets::{self, Press};
use crate::gui::wish::{Scene, Screen, Wish};
use crate::signing::FieldRole;
use crate::verification::{Reason, Verification};

use self::says::says;
pub use self::signers::spaced;
use self::signers::{second, signers};

/// What is known of a report.
#[derive(Debug, Default)]
pub struct VerifyView {
    /// The report.
    pub path: Option<PathBuf>,
    /// Whether it is being verified.
    pub working: bool,
    /// Whether a token is being waited for.
    pub on_token: bool,
    /// Calls off what is under way.
    pub halt: Halt,
    /// What was found.
    pub found: Option<Verification>,
    /// Why it could not be read.
    pub problem: Option<String>,
    /// Whether an assessment is open.
    pub has_session: bool,
    /// A path that is being typed.
    pub typed: String,
    /// Whether a field had the focus in the last frame.
    typing: bool,
    /// The assessment that the report was held against, and why its log does not match.
    pub log: Option<(PathBuf, Result<(), String>)>,
    /// A path of an assessment that is being typed.
    pub typed_log: String,
    /// With what the second reader signs.
    pub key: KeyForm,
    /// Whether that signature gets a time stamp.
    pub stamp: StampChoice,
}

impl VerifyView {
    /// Draws it.
    pub fn show(&mut self, ui: &mut Ui, scene: &mut Scene, trusted: &mut TrustedView) {
        let title = scene.text("verify-title");
        let back = if self.has_session { Screen::Workspace } else { Screen::Start };
        let free = ui.memory(|memory| memory.top_modal_layer().is_none()) && !egui::Popup::is_any_open(ui.ctx());
        // In a field the key only leaves the field.
        let typed = std::mem::replace(&mut self.typing, ui.ctx().text_edit_focused());
        if free && !typed && ui.input(|input| input.key_pressed(egui::Key::Escape)) {
            scene.wish(Wish::Show(back));
        }
        form::page(ui, "verify", theme::COLUMN, Some(back), scene, &title, |ui, scene| {
            match &self.path {
                // What was found comes first; another report is chosen below it.
                Some(path) => {
                    widgets::strong(ui, &file_name(path));
                    form::copyable(ui, &path.display().to_string());
                    ui.add_space(STEP);
                }
                None => {
                    widgets::text(ui, &scene.text("verify-about"));
                    ui.add_space(2.0 * STEP);
                    self.choose(ui, scene, "verify-choose");
                }
            }
            if self.working {
                ui.horizontal(|ui| {
                    ui.add(Spinner::new());
                    let text = if self.on_token { "token-looking" } else { "verify-working" };
                    widgets::text(ui, &scene.text(text));
                });
                ui.add_space(STEP);
                if Press::new(&scene.text("stop-work")).enabled(self.halt.is_undecided()).show(ui).clicked() {
                    scene.wish(Wish::Errand(Errand::StopWork));
                }
                return;
            }
            if let Some(problem) = &self.problem {
                form::bad(ui, problem);
            }
            if let Some(found) = &self.found {
                verdict(ui, scene, found);
                look(ui, scene, found, self.path.as_ref());
                signers(ui, scene, found, trusted);
                if found.is_intact() && found.inspection.signatures.len() < FieldRole::ALL.len() {
                    second(ui, scene, found, &mut self.key, &mut self.stamp);
                }
                if let Some(recomputed) = &found.recomputed {
                    says(ui, scene, found, recomputed);
                    log(ui, scene, self.log.as_ref(), &mut self.typed_log);
                }
            }
            if self.path.is_some() {
                ui.add_space(4.0 * STEP);
                self.choose(ui, scene, "verify-other");
            }
            trusted.show(ui, scene);
        });
    }

    fn choose(&mut self, ui: &mut Ui, scene: &mut Scene, button: &str) {
        let button = scene.text(button);
        wide_card(ui, |ui| form::ask_file(ui, scene, Purpose::Verify, &mut self.typed, &button));
        ui.add_space(2.0 * STEP);
    }
}

fn wide_card(ui: &mut Ui, content: impl FnOnce(&mut Ui)) {
    widgets::card(ui, |ui| {
        ui.set_width(ui.available_width());
        content(ui);
    });
}

fn verdict(ui: &mut Ui, scene: &Scene, found: &Verification) {
    if found.is_intact() {
        form::good(ui, &format!("✓ {}", scene.text("verify-intact")));
        return;
    }
    let look = Look::of(ui);
    form::banner(ui, look.bad, look.bad_ground, |ui| {
        widgets::strong(ui, &format!("✗ {}", scene.text("verify-not-intact")));
        for reason in &found.reasons {
            widgets::point(ui, "•", |ui| drop(form::selectable(ui, &scene.words.reason(reason))));
        }
        if !found.claimed.is_empty() {
            let names = scene.words.list(found.claimed.clone(), "and");
            form::selectable(ui, &scene.words.with("verify-claimed-signers", &[("names", names)]));
        }
    });
}

/// The way to the pages of a report, intact or not.
fn look(ui: &mut Ui, scene: &mut Scene, found: &Verification, path: Option<&PathBuf>) {
    let is_read =
        found.recomputed.is_some() && !found.reasons.iter().any(|reason| matches!(reason, Reason::Reading(_)));
    let Some(path) = path.filter(|_| is_read) else { return };
    ui.add_space(2.0 * STEP);
    if widgets::secondary(ui, &scene.text("preview-look")).clicked() {
        scene.wish(Wish::Errand(Errand::PreviewFile(path.clone())));
    }
}

/// Whether the log of an assessment is the one that the report was made from.
fn log(ui: &mut Ui, scene: &mut Scene, answer: Option<&(PathBuf, Result<(), String>)>, typed: &mut String) {
    form::section(ui, &scene.text("verify-log"));
    wide_card(ui, |ui| {
        widgets::text(ui, &scene.text("verify-log-about"));
        ui.add_space(STEP);
        if let Some((path, answer)) = answer {
            form::copyable(ui, &path.display().to_string());
            match answer {
                Ok(()) => form::good(ui, &format!("✓ {}", scene.text("verify-log-matches"))),
                Err(reason) => {
                    let text = scene.words.with("verify-log-differs", &[("reason", reason.clone())]);
                    form::bad(ui, &format!("✗ {text}"));
                }
            }
            ui.add_space(STEP);
        }
        let button = scene.text("verify-log-choose");
        form::ask_file(ui, scene, Purpose::CompareLog, typed, &button);
    });
}
