//! Keys and explanation.

use eframe::egui::Ui;

use super::wish::Scene;

/// Keys and explanation.
#[derive(Debug, Default)]
pub struct Help {}

impl Help {
    /// Draws it.
    pub fn show(&mut self, ui: &mut Ui, scene: &mut Scene) {
        let _ = (ui, scene);
    }
}
