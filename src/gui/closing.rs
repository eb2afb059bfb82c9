//! Closing: what would be lost by it is said once, and led to.

use eframe::egui::{self, Context};

use super::window::Window;
use super::wish::{Notice, Screen};
use crate::session::{SaveState, Session};
use crate::wording::arg;

impl Window {
    /// Stores what is being typed before the window closes. When something cannot be stored the window stays, once.
    pub(super) fn closing(&mut self, ctx: &Context) {
        if self.holds_a_number() {
            return ctx.send_viewport_cmd(egui::ViewportCommand::CancelClose);
        }
        self.store_typing(ctx);
        self.note_place();
        let mut failing = None;
        let mut waits = self.screens.workspace.waits();
        for (at, parked) in self.tabs.parked.iter_mut().enumerate() {
            waits |= parked.screens.workspace.waits();
            if parked.session.flush().is_err() || parked.screens.workspace.waits() {
                failing = Some(if at >= self.tabs.at { at + 1 } else { at });
            }
        }
        let flushed = self.session.as_mut().is_none_or(|session| session.flush().is_ok());
        self.note_log();
        if (!flushed || waits || failing.is_some()) && self.warned.is_none() {
            ctx.send_viewport_cmd(egui::ViewportCommand::CancelClose);
            // What is about to be lost is brought in sight.
            if let Some(at) = failing.filter(|_| flushed && !self.screens.workspace.waits()) {
                self.bring(ctx, at);
            }
            self.warn_of_closing(!flushed || !waits);
            if let Some(session) = &mut self.session {
                session.retry();
            }
        }
    }

    /// Before closing leaves a number of a person out of what is typed, that is said once; tells whether it was said now.
    pub(super) fn holds_a_number(&mut self) -> bool {
        let holds = self.warned.is_none() && matches!(self.screens.workspace.waiting(), Some((_, Some(_))));
        if holds {
            self.warn_of_closing(false);
        }
        holds
    }

    /// Tells what would be lost by closing now, and leads to it; `fails` where it cannot be stored.
    pub(super) fn warn_of_closing(&mut self, fails: bool) {
        let waiting = self.screens.workspace.waiting();
        let text = match waiting.filter(|_| !fails) {
            Some((norm, number)) => {
                if let Some(session) = &self.session {
                    self.screens.workspace.jump_to_field(session, &norm, number);
                    (self.screen, self.overlay) = (Screen::Workspace, None);
                }
                let key = if number.is_some() { "closing-waits-number" } else { "closing-waits" };
                self.words.with(key, &[arg("norm", norm)])
            }
            None => self.words.text("closing-loses"),
        };
        self.warned = Some(text.clone());
        self.tell_problem(text);
    }

    /// Takes back the warning about closing once nothing would be lost by it.
    pub(super) fn forget_warning(&mut self) {
        let stored = |session: &mut Session| matches!(session.save_state(), SaveState::Saved);
        let waits = self.screens.workspace.waits() || !self.session.as_mut().is_none_or(stored);
        let mut parked = self.tabs.parked.iter_mut();
        if self.warned.is_none()
            || waits
            || parked.any(|tab| tab.screens.workspace.waits() || !stored(&mut tab.session))
        {
            return;
        }
        let told = self.warned.take().map(Notice::Problem);
        if self.notice == told {
            self.notice = None;
        }
    }
}
