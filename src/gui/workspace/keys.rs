//! Which keys go to the rubric.

use eframe::egui::{self, Id};

use super::Workspace;

/// Which keys a focused thing leaves to the rubric.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Keys {
    /// None.
    None,
    /// Letters and figures: the focus is on a button in a cell, which needs arrows and the space bar itself.
    Letters,
    /// All.
    All,
}

impl Workspace {
    /// Leaves the keys of the rubric to it while this has the focus: the arrows too.
    pub fn leave_keys(ctx: &egui::Context, response: &egui::Response) {
        ctx.data_mut(|data| data.insert_temp(keys_id(response.id), Keys::All));
        if response.has_focus() {
            let filter = egui::EventFilter { horizontal_arrows: true, vertical_arrows: true, ..Default::default() };
            ctx.memory_mut(|memory| memory.set_focus_lock_filter(response.id, filter));
        }
    }

    /// Whether keys go to the rubric: nothing has the focus, or something of the rubric has.
    pub fn has_keys(ctx: &egui::Context) -> Keys {
        match ctx.memory(|memory| memory.focused()) {
            None => Keys::All,
            Some(_) if ctx.text_edit_focused() => Keys::None,
            Some(id) => ctx.data(|data| data.get_temp::<Keys>(keys_id(id))).unwrap_or(Keys::None),
        }
    }
}

/// Where it is kept which keys the widget `id` leaves to the rubric.
pub(super) fn keys_id(id: Id) -> Id {
    id.with("keys for the rubric")
}
