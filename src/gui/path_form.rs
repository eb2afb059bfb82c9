//! Asking for a path in the window itself, where the system has no dialog for files.

use eframe::egui::Ui;

use super::dialogs::Purpose;
use super::form;
use super::theme::STEP;
use super::widgets;
use super::wish::{Scene, Wish};

/// What is asked for, and what is typed.
#[derive(Debug, Default)]
pub struct PathForm {
    purpose: Option<Purpose>,
    title: String,
    typed: String,
    take_focus: bool,
}

impl PathForm {
    /// Asks for a file for this purpose, under this title.
    pub fn asking(purpose: Purpose, title: String) -> PathForm {
        PathForm { purpose: Some(purpose), title, typed: String::new(), take_focus: true }
    }

    /// Draws it.
    pub fn show(&mut self, ui: &mut Ui, scene: &mut Scene) {
        let Some(purpose) = self.purpose else { return };
        widgets::title(ui, &self.title);
        widgets::text(ui, &scene.text("path-no-dialog"));
        ui.add_space(STEP);
        let take_focus = std::mem::take(&mut self.take_focus);
        let errand = form::path_field(ui, scene.words, purpose, &mut self.typed, take_focus);
        widgets::muted(
            ui,
            &scene.words.with(
                "path-install",
                &[("packages", scene.words.list(vec!["xdg-desktop-portal".to_owned(), "zenity".to_owned()], "or"))],
            ),
        );
        ui.add_space(STEP);
        let close = widgets::secondary(ui, &scene.text("close")).clicked();
        if close || errand.is_some() {
            scene.wish(Wish::Lay(None));
        }
        if let Some(errand) = errand {
            scene.wish(Wish::Errand(errand));
        }
    }
}
