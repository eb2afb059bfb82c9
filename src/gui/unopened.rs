//! When an assessment file cannot be opened to work on: why, and the ways out. Another has it, or it may not be written:
//! look at it only. It is damaged or gone: put a backup back, or save what can be read.

use std::path::{Path, PathBuf};

use eframe::egui::{Context, Ui};

use super::desk;
use super::errand::Errand;
use super::form;
use super::job::{Job, Progress};
use super::messages;
use super::passwords::About;
use super::reports::waker;
use super::theme::STEP;
use super::widgets::{self, Press, Tone};
use super::window::Window;
use super::wish::{Notice, Overlay, Scene, Wish};
use crate::session::{Session, SessionError};
use crate::storage::backup::{self, Backup};
use crate::storage::restoring::{self, RestoreError, Restored};
use crate::storage::salvage::{self, SalvageError, Salvaged};
use crate::storage::{Access, FileError, Password, password, whole_file};
use crate::wording::arg;

/// A file that could not be opened.
#[derive(Default)]
pub struct Unopened {
    path: PathBuf,
    why: String,
    /// When that was.
    at: String,
    /// Whether its technical facts are shown.
    unfolded: bool,
    /// Whether it can be looked at, as far as its error says.
    can_look: bool,
    /// Its backups; nothing while nobody has looked, or where they do not help.
    backups: Option<Vec<Backup>>,
    job: Option<Job<Done>>,
    working: bool,
}

enum Done {
    Listed(Vec<Backup>),
    Restored(Result<Restored, RestoreError>, Opened),
    Salvaged(PathBuf, Result<Salvaged, SalvageError>, Opened),
}

/// What was mended, opened with its password where it has one.
type Opened = Option<Box<Result<Session, SessionError>>>;

impl Unopened {
    /// Draws why, and the ways out.
    pub fn show(&mut self, ui: &mut Ui, scene: &mut Scene) {
        widgets::title(ui, &scene.text("unopened-title"));
        let (sentence, details) = scene.words.folded(&self.why);
        form::bad(ui, &sentence);
        if let Some(details) = details {
            messages::show_details(ui, scene, &details, &self.at, &mut self.unfolded);
        }
        ui.add_space(STEP);
        if self.working {
            widgets::text(ui, &scene.text("unopened-working"));
        } else if self.can_look {
            widgets::text(ui, &scene.text("unopened-look-about"));
            if widgets::primary(ui, &scene.text("unopened-look")).clicked() {
                scene.wish(Wish::Lay(None));
                scene.wish(Wish::Open(self.path.clone(), Access::Read));
            }
        } else if let Some(backups) = &self.backups {
            self.show_backups(ui, scene, backups);
            form::section(ui, &scene.text("unopened-salvage-title"));
            let about = if backups.is_empty() { "unopened-salvage-alone" } else { "unopened-salvage-about" };
            widgets::text(ui, &scene.text(about));
            let tone = if backups.is_empty() { Tone::Main } else { Tone::Plain };
            if Press::new(&scene.text("unopened-salvage")).tone(tone).show(ui).clicked() {
                scene.wish(Wish::Errand(Errand::Salvage(self.path.clone())));
            }
        }
        ui.add_space(2.0 * STEP);
        if widgets::secondary(ui, &scene.text("close")).clicked() {
            scene.wish(Wish::Lay(None));
        }
    }

    fn show_backups(&self, ui: &mut Ui, scene: &mut Scene, backups: &[Backup]) {
        form::section(ui, &scene.text("unopened-backups-title"));
        if backups.is_empty() {
            widgets::text(ui, &scene.words.with("backup-none", &[arg("file", self.path.display())]));
            return;
        }
        widgets::text(ui, &scene.text("unopened-backups-about"));
        for (place, backup) in backups.iter().enumerate() {
            let line = scene.words.backup(backup);
            ui.horizontal(|ui| {
                let called = scene.words.with("unopened-restore-name", &[arg("backup", &line)]);
                let tone = if place == 0 { Tone::Main } else { Tone::Plain };
                if Press::new(&scene.text("unopened-restore")).tone(tone).name(called).show(ui).clicked() {
                    let errand = Errand::Restore(self.path.clone(), backup.path.clone());
                    scene.wish(Wish::Errand(errand));
                }
                widgets::text(ui, &line);
            });
        }
    }
}

impl Window {
    /// Tells why a file could not be opened to work on, with the ways out where there are any.
    pub(super) fn not_opened(&mut self, ctx: &Context, path: PathBuf, error: &SessionError) {
        let why = self.words.session_error(error);
        let SessionError::File(error) = error else { return self.tell_problem(why) };
        let can_look = matches!(error, FileError::Locked { .. } | FileError::ReadOnly(_));
        let is_lost = error.is_damage() || matches!(error, FileError::NotTrede(_) | FileError::Missing(_));
        if !can_look && !is_lost {
            return self.tell_problem(why);
        }
        // What was never an assessment, or never had a backup, is told in one sentence.
        let always = can_look || error.is_damage();
        let document = path.clone();
        let job = (!can_look).then(|| Job::start(waker(ctx), move || Done::Listed(backup::list(&document))));
        let working = job.is_some();
        self.screens.unopened = Unopened {
            path,
            why: why.clone(),
            at: desk::stamp("").at,
            unfolded: false,
            can_look,
            backups: None,
            job,
            working,
        };
        match always {
            true => self.overlay = Some(Overlay::Unopened),
            false => self.tell_problem(why),
        }
    }

    /// Puts a backup in the place of a file that could not be opened; asks for its password where it has one.
    pub(super) fn put_back(&mut self, ctx: &Context, document: PathBuf, from: PathBuf) {
        if !self.asks_password(&from, |from| About::Restore(document.clone(), from)) {
            self.put_back_with(ctx, document, from, None);
        }
    }

    /// The same with this password.
    pub(super) fn put_back_with(&mut self, ctx: &Context, document: PathBuf, from: PathBuf, given: Option<Password>) {
        let (word, user) = (self.words.text("restore-word"), self.user.clone());
        self.mend(ctx, move || {
            let done = restoring::restore(&document, &from, &word, false, (&user, given.as_ref()));
            let opened = opened(&document, done.is_ok(), &user, given.as_ref());
            Done::Restored(done, opened)
        });
    }

    /// Saves what can be read of a file that could not be opened, in a new one beside it; asks for its password where it or
    /// a backup of it has one.
    pub(super) fn save_readable(&mut self, ctx: &Context, document: PathBuf) {
        let backups = self.screens.unopened.backups.iter().flatten().map(|backup| backup.path.clone());
        let protected = std::iter::once(document.clone()).chain(backups).find(|path| password::is_protected(path));
        let asks = protected.is_some_and(|path| self.asks_password(&path, |_| About::Salvage(document.clone())));
        if !asks {
            self.save_readable_with(ctx, document, None);
        }
    }

    /// The same with this password.
    pub(super) fn save_readable_with(&mut self, ctx: &Context, document: PathBuf, given: Option<Password>) {
        let (word, user) = (self.words.text("salvage-word"), self.user.clone());
        self.mend(ctx, move || {
            let stem = document.file_stem().unwrap_or_default().to_string_lossy().into_owned();
            let out = whole_file::free_path(&document.with_file_name(format!("{stem}-{word}.trede")));
            let done = match salvage::salvage(&document, &out, given.as_ref()) {
                // Neither the file nor a backup says anything under this password.
                Err(SalvageError::Nothing(path)) if given.is_some() => Err(FileError::PasswordWrong(path).into()),
                done => done,
            };
            let opened = opened(&out, done.is_ok(), &user, given.as_ref());
            Done::Salvaged(out, done, opened)
        });
    }

    fn mend(&mut self, ctx: &Context, work: impl FnOnce() -> Done + Send + 'static) {
        self.overlay = Some(Overlay::Unopened);
        if !self.screens.unopened.working {
            self.screens.unopened.job = Some(Job::start(waker(ctx), work));
            self.screens.unopened.working = true;
        }
    }

    /// Takes in what the thread brought.
    pub(super) fn poll_unopened(&mut self, ctx: &Context) {
        let Some(job) = &self.screens.unopened.job else { return };
        let progress = job.poll();
        if matches!(progress, Progress::Working) {
            return;
        }
        self.screens.unopened.job = None;
        self.screens.unopened.working = false;
        let path = self.screens.unopened.path.clone();
        let mut lacks = false;
        let (told, opened) = match progress {
            Progress::Done(Done::Listed(backups)) => {
                if !backups.is_empty() {
                    self.overlay = Some(Overlay::Unopened);
                }
                self.screens.unopened.backups = Some(backups);
                return;
            }
            Progress::Done(
                Done::Restored(Err(RestoreError::File(error @ FileError::PasswordWrong(_))), _)
                | Done::Salvaged(_, Err(SalvageError::File(error @ FileError::PasswordWrong(_))), _),
            ) if self.overlay == Some(Overlay::Unopened) => {
                self.overlay = Some(Overlay::Password);
                return self.password_problem(&error);
            }
            Progress::Done(Done::Restored(done, opened)) => {
                let told = done.map(|done| (self.words.restored(&path, &done), path));
                (told.map_err(|error| self.words.restore_error(&error)), opened)
            }
            Progress::Done(Done::Salvaged(out, done, opened)) => {
                lacks = done.as_ref().is_ok_and(|done| !done.is_whole());
                let told = done.map(|done| (self.words.salvaged(&out, &done), out));
                (told.map_err(|error| self.words.salvage_error(&error)), opened)
            }
            Progress::Working | Progress::Lost => (Err(self.words.text("unopened-lost")), None),
        };
        match told {
            Ok((text, path)) => {
                self.overlay = None;
                match opened.map(|opened| *opened) {
                    Some(Ok(session)) if self.has_room() => self.take_opened(ctx, session),
                    Some(Err(error)) => self.not_opened(ctx, path.clone(), &error),
                    _ => self.open(ctx, &path),
                }
                // What stands in the way of opening it is told instead.
                if self.session.as_ref().is_some_and(|session| session.path() == path) {
                    self.notice = Some(if lacks { Notice::Problem(text) } else { Notice::Done(text) });
                }
            }
            Err(text) => self.screens.unopened.why = text,
        }
    }
}

/// Opens what was mended with its password; without one the window does that as ever.
fn opened(path: &Path, is_done: bool, user: &str, password: Option<&Password>) -> Opened {
    let password = password.filter(|_| is_done)?;
    Some(Box::new(Session::open_with(path, Access::Write, user, Some(password))))
}
