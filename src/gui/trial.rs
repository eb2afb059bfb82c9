//! Trying findings out in the rubric: nothing of it is recorded, and it ends as soon as anything else is looked at.

use eframe::egui::{Context, Frame, Label, Margin, Panel, RichText, Role, Ui};

use super::commands::{self, Action};
use super::parts::ends_text;
use super::theme::{self, Look};
use super::widgets::{self, Press, Tone};
use super::window::Window;
use super::wish::{Notice, Screen, Wish};
use crate::domain::score::Ends;
use crate::domain::{Command, Refusal};
use crate::session::Session;
use crate::wording::{Wording, arg};

impl Window {
    /// Begins to try findings out, or ends it.
    pub(super) fn toggle_trial(&mut self, ctx: &Context) {
        if self.is_trying() {
            self.end_trial(false);
            return;
        }
        self.store_typing(ctx);
        let Some(session) = &mut self.session else { return };
        session.begin_trial();
        self.screens.workspace.drop_draft();
        self.screen = Screen::Workspace;
        self.notice = None;
    }

    /// Whether findings are tried out now.
    pub fn is_trying(&self) -> bool {
        self.session.as_ref().is_some_and(Session::is_trying)
    }

    /// Forgets what was tried; `told` says so to the reader, who may not have asked for it.
    pub(super) fn end_trial(&mut self, told: bool) {
        let Some(session) = &mut self.session else { return };
        if session.end_trial() {
            self.screens.workspace.drop_draft();
            self.notice = told.then(|| Notice::Done(self.words.text("trial-ended")));
        }
    }

    /// Does on the copy what was asked for.
    pub(super) fn try_out(&mut self, command: Command) {
        let Some(session) = &mut self.session else { return };
        self.notice = match session.try_out(command) {
            Some(Ok(()) | Err(Refusal::NothingChanges)) => None,
            Some(Err(refusal)) => Some(Notice::Problem(self.words.refusal(&refusal))),
            None => Some(Notice::Problem(self.words.text("trial-not-that"))),
        };
    }

    /// Whether fulfilling this leads away from what is tried.
    pub(super) fn leaves_trial(wish: &Wish) -> bool {
        match wish {
            Wish::Show(screen) => *screen != Screen::Workspace,
            Wish::Run(action) => {
                matches!(
                    action,
                    Action::Preview
                        | Action::Import
                        | Action::Propose
                        | Action::Export(_)
                        | Action::Open
                        | Action::Close
                )
            }
            Wish::Open(..) | Wish::Create(_) | Wish::Example(_) | Wish::Import(_) | Wish::Export(..) | Wish::Close => {
                true
            }
            _ => false,
        }
    }

    /// Draws over the rubric what is tried: that it is not recorded, and where the total goes.
    pub(super) fn draw_trial(&mut self, ui: &mut Ui) {
        let Window { words, session, perspective, wishes, .. } = self;
        let Some(session) = session.as_mut().filter(|session| session.is_trying()) else { return };
        let look = Look::of(ui);
        let before = total(words, session.score(*perspective).total.as_ref());
        let after = total(words, session.shown_score(*perspective).total.as_ref());
        let tried = session.tried(*perspective);
        let args = [arg("before", before), arg("after", after), arg("count", tried)];
        let moved = words.with(if tried == 0 { "trial-nothing" } else { "trial-moves" }, &args);
        let frame = Frame::new().fill(look.accent_ground).inner_margin(Margin::symmetric(16, 6));
        Panel::top("trial").frame(frame).show(ui, |ui| {
            ui.horizontal_wrapped(|ui| {
                let keys = commands::entry(Action::Trial).and_then(|entry| entry.keys(words)).unwrap_or_default();
                let stop = words.text("trial-stop");
                if Press::new(&stop).tight().tone(Tone::Accent).show(ui).clicked() {
                    wishes.push(Wish::Run(Action::Trial));
                }
                widgets::key_cap(ui, &keys);
                let title = RichText::new(words.text("trial-title")).font(theme::bold(13.0)).color(look.ink);
                ui.add(Label::new(title).extend());
                let label = ui.add(Label::new(RichText::new(&moved).color(look.ink)).extend());
                widgets::set_role(&label, Role::Status, &moved);
            });
        });
    }
}

fn total(words: &Wording, ends: Option<&Ends>) -> String {
    ends.map_or_else(|| words.text("trial-no-total"), |ends| ends_text(words, ends))
}
