//! The screen on which a part is judged.

use eframe::egui::Ui;

use super::wish::Scene;
use crate::domain::{NormId, PartId};
use crate::session::Session;

/// The screen on which a part is judged.
#[derive(Debug, Default)]
pub struct Workspace {}

impl Workspace {
    /// Draws it.
    pub fn show(&mut self, ui: &mut Ui, scene: &mut Scene, session: &mut Session) {
        let _ = (ui, scene, session);
    }

    /// Goes to a norm.
    pub fn jump(&mut self, session: &Session, norm: &NormId) {
        let _ = (session, norm);
    }

    /// Goes to a part.
    pub fn show_part(&mut self, session: &Session, part: &PartId) {
        let _ = (session, part);
    }
}
