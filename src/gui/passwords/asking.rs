//! The form on a password.

use std::path::PathBuf;

use eframe::egui::{Key, Ui};
use zeroize::Zeroizing;

use super::Outcome;
use crate::gui::errand::Errand;
use crate::gui::form::{self, Shown};
use crate::gui::job::Job;
use crate::gui::theme::STEP;
use crate::gui::widgets::{self, Press, Tone};
use crate::gui::wish::{NewAssessment, Scene, Wish};
use crate::session::Session;
use crate::storage::Access;

/// What the reader asks for; the texts stay in the form.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// Go on with the password that was typed.
    GoOn,
    /// Set the new one, or put it in the place of the old one.
    Set,
    /// Remove it.
    Remove,
}

/// What the password is for.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub enum About {
    /// The assessment in sight: set, change, remove.
    #[default]
    Own,
    /// To open this file.
    Open(PathBuf, Access),
    /// To take findings over from this file.
    Earlier(PathBuf),
    /// To hold the log of this file against a report.
    Compare(PathBuf),
    /// To put a backup in the place of a file: the file, then the backup.
    Restore(PathBuf, PathBuf),
    /// To save what can be read of this file.
    Salvage(PathBuf),
    /// To make this assessment, which is not there yet.
    New(Box<NewAssessment>),
}

/// The form, and the work that is under way.
#[derive(Default)]
pub struct Passwords {
    pub(super) about: About,
    pub(super) current: Zeroizing<String>,
    pub(super) new: Zeroizing<String>,
    pub(super) again: Zeroizing<String>,
    pub(super) problem: Option<String>,
    pub(super) take_focus: bool,
    pub(super) job: Option<Job<Outcome>>,
}

impl Passwords {
    /// Asks anew; what was typed before is wiped.
    pub(super) fn ask(&mut self, about: About) {
        let job = self.job.take();
        *self = Passwords { about, take_focus: true, job, ..Passwords::default() };
    }

    /// Draws the form.
    pub fn show(&mut self, ui: &mut Ui, scene: &mut Scene, session: Option<&Session>) {
        let is_own = self.about == About::Own;
        let is_new = matches!(self.about, About::New(_));
        let chooses = is_own || is_new;
        let has_password = !chooses || is_own && session.is_some_and(Session::has_password);
        let title = match (chooses, has_password) {
            (false, _) => "password-title-open",
            (true, false) => "password-title-set",
            (true, true) => "password-title-change",
        };
        widgets::title(ui, &scene.text(title));
        match &self.about {
            About::Open(path, _)
            | About::Earlier(path)
            | About::Compare(path)
            | About::Restore(path, _)
            | About::Salvage(path) => {
                form::copyable(ui, &path.display().to_string());
            }
            About::Own => drop(widgets::text(ui, &scene.text("password-about"))),
            About::New(new) => {
                form::copyable(ui, &new.path.display().to_string());
                widgets::text(ui, &scene.text("password-about-new"));
            }
        }
        ui.add_space(STEP);
        let enter = ui.input(|input| input.key_pressed(Key::Enter));
        let mut entered = false;
        let mut field = |ui: &mut Ui, key: &str, text: &mut String, take_focus: &mut bool| {
            let response = form::field(ui, &scene.text(key), text, Shown { secret: true, ..Shown::default() });
            if std::mem::take(take_focus) {
                response.request_focus();
            }
            entered |= response.lost_focus() && enter;
        };
        if has_password {
            field(ui, "password-current", &mut self.current, &mut self.take_focus);
        }
        if chooses {
            field(ui, "password-new", &mut self.new, &mut self.take_focus);
            field(ui, "password-again", &mut self.again, &mut self.take_focus);
        }
        if let Some(problem) = &self.problem {
            form::bad(ui, problem);
        }
        if self.job.is_some() {
            widgets::muted(ui, &scene.text("password-busy"));
        }
        ui.add_space(STEP);
        let free = self.job.is_none();
        ui.horizontal(|ui| {
            let (main, step) = match (chooses, has_password) {
                (false, _) => ("password-go-on", Step::GoOn),
                (true, false) if is_new => ("password-create", Step::Set),
                (true, false) => ("password-set", Step::Set),
                (true, true) => ("password-change", Step::Set),
            };
            let pressed = Press::new(&scene.text(main)).tone(Tone::Main).enabled(free).show(ui).clicked();
            if free && (pressed || entered) {
                scene.wish(Wish::Errand(Errand::Password(step)));
            }
            if is_own && has_password {
                let remove = scene.text("password-remove");
                if Press::new(&remove).enabled(free).show(ui).clicked() {
                    scene.wish(Wish::Errand(Errand::Password(Step::Remove)));
                }
            }
            if widgets::secondary(ui, &scene.text("form-cancel")).clicked() {
                scene.wish(Wish::Lay(None));
            }
        });
    }
}
