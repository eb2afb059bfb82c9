//! The log in words.

use eframe::egui::Ui;

use super::wish::Scene;
use crate::session::Session;

/// The log in words.
#[derive(Debug, Default)]
pub struct LogView {}

impl LogView {
    /// Draws it.
    pub fn show(&mut self, ui: &mut Ui, scene: &mut Scene, session: &mut Session) {
        let _ = (ui, scene, session);
    }
}
