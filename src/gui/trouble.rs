//! When what is recorded cannot be stored: why, and the ways out; nothing is given up meanwhile.

use eframe::egui::{Context, Frame, Label, Margin, Panel, RichText, Role, Ui};

use super::dialogs::Purpose;
use super::form;
use super::theme::Look;
use super::top::Saved;
use super::widgets::{self, Press, Tone};
use super::window::Window;
use super::wish::{Notice, Scene, Wish};
use crate::storage::FileError;
use crate::wording::{Wording, arg};

/// Trouble with the file of the assessment in sight.
#[derive(Debug, Default)]
pub struct Trouble {
    /// A path for a copy that is being typed.
    typed: String,
}

/// What is the matter, in one sentence.
pub fn told(words: &Wording, error: &FileError) -> String {
    let key = match error {
        FileError::Missing(_) => "trouble-missing",
        FileError::Replaced(_) => "trouble-replaced",
        error => return words.with("not-saved-because", &[arg("why", words.file_error(error))]),
    };
    words.with(key, &[arg("file", words.file_error_code(error).1)])
}

impl Trouble {
    /// Draws why nothing is stored, as long as it is so, with the ways out.
    pub fn show(&mut self, ui: &mut Ui, scene: &mut Scene, saved: &Saved) {
        let Saved::No(why) = saved else { return };
        let look = Look::of(ui);
        let frame = Frame::new().fill(look.bad_ground).inner_margin(Margin::symmetric(16, 8));
        Panel::top("not saved").frame(frame).show(ui, |ui| {
            let label = ui.add(Label::new(RichText::new(why).color(look.bad)).wrap());
            widgets::set_role(&label, Role::Alert, why);
            ui.horizontal_wrapped(|ui| {
                if Press::new(&scene.text("try-again")).tone(Tone::Accent).show(ui).clicked() {
                    scene.wish(Wish::Retry);
                }
                if Press::new(&scene.text("trouble-copy")).tone(Tone::Accent).show(ui).clicked() {
                    scene.wish(Wish::Ask(Purpose::Copy));
                }
                if let Some(errand) = form::typed_path(ui, scene.words, Purpose::Copy, &mut self.typed) {
                    scene.wish(Wish::Errand(errand));
                }
            });
        });
    }
}

impl Window {
    /// Looks after the files of what is open: whether they are still there when the window is looked at again, and whether
    /// one goes on in a copy.
    pub(super) fn look_after_files(&mut self, ctx: &Context) {
        let focused = ctx.input(|input| input.focused);
        if focused && !std::mem::replace(&mut self.focused, focused) {
            let parked = self.tabs.parked.iter_mut().map(|parked| &mut parked.session);
            // The storing thread looks; the window never waits for a disk.
            self.session.iter_mut().chain(parked).for_each(crate::session::Session::retry);
        }
        self.focused = focused;
        if let Some(error) = self.session.as_mut().and_then(crate::session::Session::take_not_backed_up) {
            let why = self.words.file_error(&error);
            self.tell_problem(self.words.with("backup-failed", &[arg("why", why)]));
        }
        match self.session.as_mut().and_then(crate::session::Session::take_moved) {
            None => {}
            Some(Ok(())) => {
                self.screens.trouble = Trouble::default();
                self.note_opened();
                let file = self.session.as_ref().map(|session| session.path().display().to_string());
                let text = self.words.with("trouble-moved", &[("file", file.unwrap_or_default())]);
                self.notice = Some(Notice::Done(text));
            }
            Some(Err(error)) => self.tell_problem(self.words.file_error(&error)),
        }
    }

    /// Tells that something did not work, and what to do.
    pub(super) fn tell_problem(&mut self, text: String) {
        self.notice = Some(Notice::Problem(text));
    }

    /// Goes on in a copy of the assessment at `path`.
    pub(super) fn go_on_in(&mut self, ctx: &Context, path: &std::path::Path) {
        self.store_typing(ctx);
        let actor = self.user.clone();
        if let Some(session) = &mut self.session {
            session.go_on_in(path, &actor);
        }
    }
}
