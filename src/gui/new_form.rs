//! The form for a new assessment.

use eframe::egui::Ui;

use super::wish::Scene;

use super::dialogs::Answer;

/// The form for a new assessment.
#[derive(Debug, Default)]
pub struct NewForm {}

impl NewForm {
    /// Draws it.
    pub fn show(&mut self, ui: &mut Ui, scene: &mut Scene) {
        let _ = (ui, scene);
    }

    /// Takes in the file that was asked for.
    pub fn answered(&mut self, answer: Answer, scene: &mut Scene) {
        let _ = (answer, scene);
    }
}
