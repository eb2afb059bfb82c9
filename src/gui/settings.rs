//! Theme and size.

use eframe::egui::Ui;

use super::wish::Scene;

/// Theme and size.
#[derive(Debug, Default)]
pub struct SettingsForm {}

impl SettingsForm {
    /// Draws it.
    pub fn show(&mut self, ui: &mut Ui, scene: &mut Scene) {
        let _ = (ui, scene);
    }
}
