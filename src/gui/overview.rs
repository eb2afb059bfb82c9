//! The seven parts side by side.

use eframe::egui::Ui;

use super::wish::Scene;
use crate::session::Session;

/// The seven parts side by side.
#[derive(Debug, Default)]
pub struct Overview {}

impl Overview {
    /// Draws it.
    pub fn show(&mut self, ui: &mut Ui, scene: &mut Scene, session: &mut Session) {
        let _ = (ui, scene, session);
    }
}
