//! The start screen: recent assessments, new, open, example.

use eframe::egui::Ui;

use super::wish::Scene;

use super::dialogs::Answer;

/// The start screen: recent assessments, new, open, example.
#[derive(Debug, Default)]
pub struct StartScreen {}

impl StartScreen {
    /// Draws it.
    pub fn show(&mut self, ui: &mut Ui, scene: &mut Scene) {
        let _ = (ui, scene);
    }

    /// Takes in the file that was asked for.
    pub fn answered(&mut self, answer: Answer, scene: &mut Scene) {
        let _ = (answer, scene);
    }
}
