//! Passwords on assessments: asked for when one is opened, set, changed and removed. Deriving a key takes a noticeable moment,
//! so that all of it happens on another thread.

mod asking;

use std::path::{Path, PathBuf};

use eframe::egui::Context;
use zeroize::Zeroizing;

use crate::domain::Perspective;
use crate::gui::desk;
use crate::gui::job::{Job, Progress};
use crate::gui::reports::waker;
use crate::gui::window::Window;
use crate::gui::wish::{NewAssessment, Notice, Overlay};
use crate::session::{Session, SessionError};
use crate::storage::{Access, FileError, Password, TredeFile, backup, password, protection};
use crate::wording::arg;

pub use self::asking::{About, Passwords, Step};

/// What a thread brings.
enum Outcome {
    Opened(PathBuf, Box<Result<Session, SessionError>>),
    Compared(PathBuf, Box<Result<Session, SessionError>>),
    Made(Perspective, Box<Result<Session, SessionError>>),
    /// How the change went, the assessment after it, and the message when it went well.
    Changed(Result<(), FileError>, Box<Result<Session, SessionError>>, &'static str),
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
