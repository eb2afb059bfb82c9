//! Where the keyboard goes once what lay over the screen is gone: back to where it was, as people expect who work by keyboard
//! or with a screen reader.

use eframe::egui::{Context, Id};

use super::window::Window;
use super::wish::Screen;

/// What had the keyboard, and on which screen, before something lay over it.
struct Before {
    had: Option<Id>,
    screen: Screen,
    /// What had it last in what lay over the screen.
    over: Option<Id>,
    /// Whether a frame was drawn without that: until then nothing under it can have the focus.
    is_free: bool,
}

/// Remembers it as long as something lies over the screen.
#[derive(Default)]
pub(super) struct Focus {
    before: Option<Before>,
}

impl Focus {
    /// Does not go back: another assessment has the same fields, which are others.
    pub fn forget(&mut self) {
        if let Some(before) = &mut self.before {
            before.had = None;
        }
    }
}

impl Window {
    /// Follows what lies over the screen, at the end of a frame that began with the keyboard at `had` on `screen`.
    pub(super) fn follow_focus(&mut self, ctx: &Context, had: Option<Id>, screen: Screen) {
        let is_over =
            self.overlay.is_some() || self.office.confirm.is_some() || !self.office.attaching.dropped.is_empty();
        let now = ctx.memory(|memory| memory.focused());
        if is_over {
            let before = self.focus.before.take().map_or((had, screen), |before| (before.had, before.screen));
            self.focus.before = Some(Before { had: before.0, screen: before.1, over: now, is_free: false });
            return;
        }
        let Some(before) = &mut self.focus.before else { return };
        // What was chosen there may have led to somewhere else.
        let leads_back = before.screen == self.screen && (now.is_none() || now == before.over);
        if leads_back && !std::mem::replace(&mut before.is_free, true) {
            return ctx.request_repaint();
        }
        if let Some(id) = before.had.filter(|_| leads_back) {
            ctx.memory_mut(|memory| memory.request_focus(id));
            ctx.request_repaint();
        }
        self.focus.before = None;
    }
}
