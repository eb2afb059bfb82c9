//! The form for lender, period and assessor.

use eframe::egui::Ui;

use super::wish::Scene;
use crate::session::Session;

/// The form for lender, period and assessor.
#[derive(Debug, Default)]
pub struct CoverForm {}

impl CoverForm {
    /// Draws it.
    pub fn show(&mut self, ui: &mut Ui, scene: &mut Scene, session: &mut Session) {
        let _ = (ui, scene, session);
    }
}
