//! Asking for a path in the window itself, where the system has no dialog for files.

use eframe::egui::Ui;

use super::dialogs::Purpose;
use super::form;
use super::theme::STEP;
use super::widgets;
use super::wish::{Overlay, Scene, Wish};

/// What is asked for, and what is typed.
#[derive(Debug, Default)]
pub struct PathForm {
    purpose: Option<Purpose>,
    title: String,
    typed: String,
    take_focus: bool,
    /// Why what was typed is not taken.
    pub problem: Option<String>,
    /// What it lies over.
    pub back: Option<Overlay>,
}

impl PathForm {
    /// Asks for a file for this purpose, under this title; `back` is shown again afterwards.
    pub fn asking(purpose: Purpose, title: String, back: Option<Overlay>) -> PathForm {
        PathForm { purpose: Some(purpose), title, take_focus: true, back, ..PathForm::default() }
    }

    /// Draws it.
    pub fn show(&mut self, ui: &mut Ui, scene: &mut Scene) {
        let Some(purpose) = self.purpose else { return };
        widgets::title(ui, &self.title);
        widgets::text(ui, &scene.text("path-no-dialog"));
        ui.add_space(STEP);
        let take_focus = std::mem::take(&mut self.take_focus);
        let before = self.typed.clone();
        let errand = form::path_field(ui, scene.words, purpose, &mut self.typed, take_focus);
        if self.typed != before {
            self.problem = None;
        }
        if let Some(problem) = &self.problem {
            form::bad(ui, problem);
            ui.add_space(STEP);
        }
        widgets::muted(
            ui,
            &scene.words.with(
                "path-install",
                &[("packages", scene.words.list(vec!["xdg-desktop-portal".to_owned(), "zenity".to_owned()], "or"))],
            ),
        );
        ui.add_space(STEP);
        if widgets::secondary(ui, &scene.text("close")).clicked() {
            scene.wish(Wish::Lay(self.back));
        }
        if let Some(errand) = errand {
            // A path that leads nowhere can be mended at once.
            self.take_focus = true;
            scene.wish(Wish::Errand(errand));
        }
    }
}
