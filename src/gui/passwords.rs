//! Passwords on assessments: asked for when one is opened, set, changed and removed. Deriving a key takes a noticeable moment,
//! so that all of it happens on another thread.

use std::path::{Path, PathBuf};

use eframe::egui::{Context, Key, Ui};
use zeroize::Zeroizing;

use super::desk;
use super::errand::Errand;
use super::form::{self, Shown};
use super::job::{Job, Progress};
use super::reports::waker;
use super::theme::STEP;
use super::widgets;
use super::window::Window;
use super::wish::{NewAssessment, Notice, Overlay, Scene, Wish};
use crate::domain::Perspective;
use crate::session::{Session, SessionError};
use crate::storage::{Access, FileError, Password, TredeFile, backup, password, protection};
use crate::wording::arg;

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

/// What a thread brings.
enum Outcome {
    Opened(PathBuf, Box<Result<Session, SessionError>>),
    Compared(PathBuf, Box<Result<Session, SessionError>>),
    Made(Perspective, Box<Result<Session, SessionError>>),
    /// How the change went, the assessment after it, and the message when it went well.
    Changed(Result<(), FileError>, Box<Result<Session, SessionError>>, &'static str),
}

/// The form, and the work that is under way.
#[derive(Default)]
pub struct Passwords {
    about: About,
    current: Zeroizing<String>,
    new: Zeroizing<String>,
    again: Zeroizing<String>,
    problem: Option<String>,
    take_focus: bool,
    job: Option<Job<Outcome>>,
}

impl Passwords {
    /// Asks anew; what was typed before is wiped.
    fn ask(&mut self, about: About) {
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
            let pressed =
                widgets::Press::new(&scene.text(main)).tone(widgets::Tone::Main).enabled(free).show(ui).clicked();
            if free && (pressed || entered) {
                scene.wish(Wish::Errand(Errand::Password(step)));
            }
            if is_own && has_password {
                let remove = scene.text("password-remove");
                if widgets::Press::new(&remove).enabled(free).show(ui).clicked() {
                    scene.wish(Wish::Errand(Errand::Password(Step::Remove)));
                }
            }
            if widgets::secondary(ui, &scene.text("form-cancel")).clicked() {
                scene.wish(Wish::Lay(None));
            }
        });
    }
}

/// What is typed; it leaves the form.
fn typed(text: &mut Zeroizing<String>) -> Option<Password> {
    Password::typed(std::mem::take(&mut **text))
}

/// A password that does not fit the file but fits its latest backup was typed well: the file is damaged.
fn damage_told(opened: Result<Session, SessionError>, password: Option<&Password>) -> Result<Session, SessionError> {
    match opened {
        Err(SessionError::File(FileError::PasswordWrong(path))) if backup::opens_with(&path, password) => {
            Err(FileError::damaged(&path, "password").into())
        }
        opened => opened,
    }
}

impl Window {
    /// Asks for the password of a file that has one; tells whether it does.
    pub(super) fn asks_password(&mut self, path: &Path, about: impl FnOnce(PathBuf) -> About) -> bool {
        let asks = protection::AVAILABLE && password::is_protected(path);
        if asks {
            self.office.passwords.ask(about(path.to_owned()));
            self.overlay = Some(Overlay::Password);
        }
        asks
    }

    /// Shows the form about the password of the assessment in sight.
    pub(super) fn show_password(&mut self) {
        let Some(session) = &self.session else { return };
        if !protection::AVAILABLE {
            return self.tell_problem(self.words.text("password-not-here"));
        }
        if session.access() == Access::Read {
            let error = FileError::ReadOnly(session.path().to_owned());
            return self.tell_problem(self.words.file_error(&error));
        }
        self.office.passwords.ask(About::Own);
        self.overlay = Some(Overlay::Password);
    }

    /// Does what the form asks.
    pub(super) fn password_step(&mut self, ctx: &Context, step: Step) {
        let form = &mut self.office.passwords;
        if form.job.is_some() {
            return;
        }
        form.problem = None;
        let current = typed(&mut form.current);
        let user = self.user.clone();
        match (form.about.clone(), step) {
            (About::Own, Step::Set) => {
                if let Some(new) = self.new_password() {
                    self.change_password(ctx, current, Some(new));
                }
            }
            (About::New(new), _) => {
                if let Some(password) = self.new_password() {
                    self.make_protected(ctx, *new, password);
                }
            }
            (About::Own, _) => self.change_password(ctx, current, None),
            (About::Open(path, access), _) => {
                let open = move || {
                    let opened = Session::open_with(&path, access, &user, current.as_ref());
                    Outcome::Opened(path, Box::new(damage_told(opened, current.as_ref())))
                };
                form.job = Some(Job::start(waker(ctx), open));
            }
            (About::Earlier(path), _) => self.take_earlier_with(ctx, path, current),
            (About::Compare(path), _) => {
                let work = move || {
                    let opened = Session::open_with(&path, Access::Read, &user, current.as_ref());
                    Outcome::Compared(path, Box::new(opened))
                };
                form.job = Some(Job::start(waker(ctx), work));
            }
            (About::Restore(document, from), _) => match current {
                Some(password) => self.put_back_with(ctx, document, from, Some(password)),
                None => self.password_problem(&FileError::PasswordWrong(from)),
            },
            (About::Salvage(document), _) => match current {
                Some(password) => self.save_readable_with(ctx, document, Some(password)),
                None => self.password_problem(&FileError::PasswordWrong(document)),
            },
        }
    }

    /// The new password that was typed twice; what is wrong with it is told in the form.
    fn new_password(&mut self) -> Option<Password> {
        let form = &mut self.office.passwords;
        let same = *form.new == *form.again;
        form.again = Zeroizing::default();
        let new = if same { typed(&mut form.new).filter(Password::is_long_enough) } else { None };
        if new.is_none() {
            form.problem = Some(match same {
                true => self.words.with("file-password-unfit", &[arg("least", Password::MIN_CHARS)]),
                false => self.words.text("password-differs"),
            });
        }
        new
    }

    /// Asks the password of an assessment that is made next.
    pub(super) fn ask_new_password(&mut self, new: Box<NewAssessment>) {
        self.office.passwords.ask(About::New(new));
        self.overlay = Some(Overlay::Password);
    }

    /// Makes an assessment that is encrypted from its first byte.
    fn make_protected(&mut self, ctx: &Context, new: NewAssessment, password: Password) {
        let stamp = desk::stamp(new.assessor.as_ref().map_or(&self.user, |assessor| &assessor.name));
        let work = move || {
            let side = new.perspective;
            Outcome::Made(side, Box::new(desk::create_with(new, &stamp, Some(&password))))
        };
        self.office.passwords.job = Some(Job::start(waker(ctx), work));
    }

    /// Closes the assessment, changes its password on another thread, and opens it again there.
    fn change_password(&mut self, ctx: &Context, old: Option<Password>, new: Option<Password>) {
        self.end_trial(true);
        self.store_typing(ctx);
        self.note_place();
        if self.office.jobs.is_making_report() {
            return self.tell_problem(self.words.text("tabs-report-under-way"));
        }
        let waits = self.screens.workspace.waits();
        let Some(session) = &mut self.session else { return };
        if waits || session.flush().is_err() {
            self.overlay = None;
            self.warn_of_closing(!waits);
            // The password was not closed away: closing is still to be warned of.
            self.warned = None;
            return;
        }
        if session.has_password() && !session.fits(old.as_ref()) {
            let error = FileError::PasswordWrong(session.path().to_owned());
            self.office.passwords.problem = Some(self.words.file_error(&error));
            return;
        }
        let Some(session) = self.session.take() else { return };
        let (path, user) = (session.path().to_owned(), self.user.clone());
        let told = match (session.has_password(), &new) {
            (_, None) => "password-removed",
            (false, _) => "password-was-set",
            (true, _) => "password-changed",
        };
        let work = move || {
            drop(session);
            let done = TredeFile::change_password(&path, old.as_ref(), new.as_ref(), &user);
            let now = if done.is_ok() { new } else { old };
            let opened = Session::open_with(&path, Access::Write, &user, now.as_ref());
            Outcome::Changed(done, Box::new(opened), told)
        };
        self.office.passwords.job = Some(Job::start(waker(ctx), work));
    }

    /// Takes in what the thread brought.
    pub(super) fn poll_passwords(&mut self, ctx: &Context) {
        let Some(job) = self.office.passwords.job.take() else { return };
        let outcome = match job.poll() {
            Progress::Working => return self.office.passwords.job = Some(job),
            Progress::Done(outcome) => outcome,
            Progress::Lost => return self.tell_problem(self.words.text("password-lost")),
        };
        match outcome {
            Outcome::Opened(path, opened) => match *opened {
                Ok(session) => {
                    self.overlay = None;
                    self.take_opened(ctx, session);
                }
                Err(SessionError::File(error @ FileError::PasswordWrong(_))) => self.password_problem(&error),
                Err(error) => {
                    self.overlay = None;
                    self.not_opened(ctx, path, &error);
                }
            },
            Outcome::Compared(path, opened) => match *opened {
                Err(SessionError::File(error @ FileError::PasswordWrong(_))) => self.password_problem(&error),
                opened => {
                    self.overlay = None;
                    self.compared_log(path, opened);
                }
            },
            Outcome::Made(side, made) => {
                self.overlay = None;
                if made.is_ok() {
                    self.perspective = side;
                }
                self.taken(ctx, *made);
            }
            Outcome::Changed(done, opened, told) => {
                self.overlay = None;
                self.password_taken(ctx, *opened);
                self.notice = Some(match done {
                    Ok(()) => Notice::Done(self.words.text(told)),
                    Err(error) => Notice::Problem(self.words.file_error(&error)),
                });
            }
        }
    }

    fn password_taken(&mut self, ctx: &Context, opened: Result<Session, SessionError>) {
        match opened {
            Err(SessionError::File(error @ FileError::PasswordWrong(_))) => self.password_problem(&error),
            opened => {
                self.overlay = None;
                self.taken(ctx, opened);
            }
        }
    }

    /// Tells in the form why the password was refused, and asks again.
    pub(super) fn password_problem(&mut self, error: &FileError) {
        self.office.passwords.problem = Some(self.words.file_error(error));
        self.office.passwords.take_focus = true;
    }
}
