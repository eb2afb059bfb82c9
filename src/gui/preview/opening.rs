//! Opening and leaving the preview.

use std::path::PathBuf;

use eframe::egui::Context;

use super::{Preview, Subject, Turn};
use crate::domain::Perspective;
use crate::gui::desk;
use crate::gui::reports::waker;
use crate::gui::window::Window;
use crate::gui::wish::{Screen, Wish};
use crate::report::content::SignerFacts;

/// What a draft was made from: the side, and how long the log was.
pub(super) type Basis = Option<(Perspective, usize)>;

impl Window {
    /// Shows the report as it would be made now.
    pub(in crate::gui) fn preview_report(&mut self, ctx: &Context) {
        // Who signs is known once the form has looked.
        self.prepare_report();
        let (language, side) = (self.language(), self.perspective);
        let Some(session) = &mut self.session else { return };
        let mut job = match session.report_job(side, desk::now(), language) {
            Ok(job) => job,
            Err(error) => {
                self.screens.report.problem = Some(self.words.session_error(&error));
                self.screen = Screen::Report;
                return;
            }
        };
        let form = &self.screens.report;
        job.overlay = self.office.literal.file().filter(|_| !form.without_literal);
        let signer = form.key.signer();
        let facts =
            signer.map(|known| SignerFacts { name: known.name.clone(), fingerprint: known.fingerprint.clone() });
        // Making it stored everything: only from here on a longer log is a change.
        let basis = self.basis();
        self.look_at(ctx, Subject::Draft(Box::new(job), facts), Screen::Report, basis);
    }

    /// Shows the pages of a report in a file.
    pub(in crate::gui) fn preview_file(&mut self, ctx: &Context, path: PathBuf) {
        let from = if self.screen == Screen::Report { Screen::Report } else { Screen::Verify };
        self.look_at(ctx, Subject::File(path), from, None);
    }

    fn look_at(&mut self, ctx: &Context, subject: Subject, from: Screen, basis: Basis) {
        let mut preview = Preview::new(subject, from, basis, waker(ctx));
        // One that is made anew stays as it was looked at.
        if let Some(before) = self.screens.preview.take().filter(|before| before.made_from.is_some() && basis.is_some())
        {
            preview.zoom = before.zoom;
        }
        self.screens.preview = Some(preview);
        self.screen = Screen::Preview;
        self.overlay = None;
    }

    /// Takes in what was drawn; drops everything once another screen is shown; makes a draft anew that is out of date.
    pub(in crate::gui) fn preview_logic(&mut self, ctx: &Context) {
        if self.screen != Screen::Preview {
            self.screens.preview = None;
            return;
        }
        let basis = self.basis();
        let Some(preview) = &mut self.screens.preview else {
            self.screen = Screen::Start;
            return;
        };
        if preview.made_from.is_some() && preview.made_from != basis {
            self.preview_report(ctx);
        } else {
            preview.poll(ctx);
        }
    }

    /// Does what a key or button of the preview asks for.
    pub(in crate::gui) fn turn(&mut self, ctx: &Context, turn: Turn) {
        let Some(preview) = &mut self.screens.preview else { return };
        match turn {
            Turn::Leave => self.wishes.push(Wish::Show(preview.from)),
            turn => preview.turn(ctx, turn),
        }
    }

    /// The pages that are looked at.
    pub fn preview(&self) -> Option<&Preview> {
        self.screens.preview.as_ref()
    }

    fn basis(&mut self) -> Basis {
        self.session.as_mut().map(|session| (self.perspective, session.log().len()))
    }
}
