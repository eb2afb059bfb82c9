//! A report that is ready: what it is called, where it is, and what can be done with it.

use std::path::PathBuf;

use eframe::egui::Ui;

use super::{ReportForm, Stage, wide_card};
use crate::domain::Assessor;
use crate::gui::errand::Errand;
use crate::gui::form;
use crate::gui::key_form::Known;
use crate::gui::start::file_name;
use crate::gui::theme::STEP;
use crate::gui::verify_view::spaced;
use crate::gui::widgets;
use crate::gui::wish::{Scene, Wish};
use crate::report::content::unshown::AllUnshown;
use crate::wording::arg;

/// A report that was made.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Made {
    /// Where it is.
    pub path: PathBuf,
    /// Whether a check after writing found it intact.
    pub intact: bool,
    /// Who signed it.
    pub signer: Known,
    /// The characters that it shows by their code points.
    pub unshown: AllUnshown,
}

impl ReportForm {
    /// Draws what is ready.
    pub(super) fn ready(&mut self, ui: &mut Ui, scene: &mut Scene, made: &Made, assessor: Option<&Assessor>) {
        if made.intact {
            form::good(ui, &format!("✓ {}", scene.text("reporting-ready")));
        } else {
            form::bad(ui, &scene.text("reporting-ready-not-intact"));
        }
        if let Some(assessor) = assessor.filter(|assessor| !assessor.is_called(&made.signer.name)) {
            let args = [arg("assessor", &assessor.name), arg("signer", &made.signer.name)];
            form::bad(ui, &scene.words.with("reporting-other-name-made", &args));
        }
        let unshown = scene.words.all_unshown(&made.unshown);
        if !unshown.is_empty() {
            ui.add_space(2.0 * STEP);
            wide_card(ui, |ui| {
                for line in &unshown {
                    widgets::text(ui, line);
                }
            });
        }
        ui.add_space(2.0 * STEP);
        wide_card(ui, |ui| {
            let path = made.path.display().to_string();
            widgets::strong(ui, &file_name(&made.path));
            form::copyable(ui, &path);
            ui.add_space(STEP);
            ui.horizontal_wrapped(|ui| {
                if widgets::primary(ui, &scene.text("preview-look")).clicked() {
                    scene.wish(Wish::Errand(Errand::PreviewFile(made.path.clone())));
                }
                if widgets::secondary(ui, &scene.text("reporting-open")).clicked() {
                    scene.wish(Wish::Errand(Errand::ShowFile(made.path.clone())));
                }
                if widgets::secondary(ui, &scene.text("reporting-verify")).clicked() {
                    scene.wish(Wish::Errand(Errand::Verify(made.path.clone())));
                }
                if widgets::secondary(ui, &scene.text("reporting-copy-path")).clicked() {
                    scene.wish(Wish::Errand(Errand::Copy(path)));
                }
            });
            ui.add_space(STEP);
            let args = [arg("name", &made.signer.name)];
            widgets::text(ui, &scene.words.with("reporting-hand-out", &args));
            form::copyable(ui, &spaced(&made.signer.fingerprint));
        });
        ui.add_space(2.0 * STEP);
        if widgets::secondary(ui, &scene.text("reporting-again")).clicked() {
            self.stage = Stage::Filling;
        }
    }
}
