//! Where one was in an assessment: remembered when it is left, and gone back to when it is opened again.

use super::office::absolute;
use super::window::Window;
use crate::domain::NormId;
use crate::storage::settings::LastPlace;

impl Window {
    /// Remembers where one is now.
    pub(super) fn note_place(&mut self) {
        let Some(session) = &self.session else { return };
        let Some(norm) = self.screens.workspace.chosen() else { return };
        let path = absolute(session.path());
        let place = LastPlace { path, norm: norm.to_string(), perspective: self.perspective };
        if self.office.settings.last_place(&place.path) != Some(&place) {
            self.remember(|settings| settings.note_place(place));
        }
    }

    /// Goes to where one was, as far as that is still there.
    pub(super) fn return_to_place(&mut self) {
        let Some(session) = &self.session else { return };
        let Some(place) = self.office.settings.last_place(&absolute(session.path())).cloned() else { return };
        if session.framework().norm(&place.norm).is_some() {
            self.perspective = place.perspective;
            self.screens.workspace.jump(session, &NormId::new(&place.norm));
        }
    }
}
