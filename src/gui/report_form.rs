//! Report, identity, signing and verification.

use eframe::egui::Ui;

use super::dialogs::Answer;
use super::wish::Scene;
use crate::session::Session;

/// Report, identity, signing and verification.
#[derive(Debug, Default)]
pub struct ReportForm {}

impl ReportForm {
    /// Draws it.
    pub fn show(&mut self, ui: &mut Ui, scene: &mut Scene, session: &mut Session) {
        let _ = (ui, scene, session);
    }

    /// Takes in the file that was asked for.
    pub fn answered(&mut self, answer: Answer, scene: &mut Scene) {
        let _ = (answer, scene);
    }
}
