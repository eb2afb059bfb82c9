//! When an assessment file cannot be opened to work on: why, and the ways out. Another has it, or it may not be written:
//! look at it only. It is damaged or gone: put a backup back, or save what can be read.

use std::path::PathBuf;

use eframe::egui::{Context, Ui};

use super::errand::Errand;
use super::form;
use super::job::{Job, Progress};
use super::reports::waker;
use super::theme::STEP;
use super::widgets::{self, Press, Tone};
use super::window::Window;
use super::wish::{Notice, Overlay, Scene, Wish};
use crate::session::SessionError;
use crate::storage::backup::{self, Backup};
use crate::storage::restoring::{self, RestoreError, Restored};
use crate::storage::salvage::{self, SalvageError, Salvaged};
use crate::storage::{Access, FileError, whole_file};
use crate::wording::arg;

/// A file that could not be opened.
#[derive(Default)]
pub struct Unopened {
    path: PathBuf,
    why: String,
    /// Whether it can be looked at, as far as its error says.
    can_look: bool,
    /// Its backups; nothing while nobody has looked, or where they do not help.
    backups: Option<Vec<Backup>>,
    job: Option<Job<Done>>,
    working: bool,
}

enum Done {
    Listed(Vec<Backup>),
    Restored(Result<Restored, RestoreError>),
    Salvaged(PathBuf, Result<Salvaged, SalvageError>),
}

impl Unopened {
    /// Draws why, and the ways out.
    pub fn show(&mut self, ui: &mut Ui, scene: &mut Scene) {
        widgets::title(ui, &scene.text("unopened-title"));
        form::bad(ui, &self.why);
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
            widgets::text(ui, &scene.text("unopened-salvage-about"));
            if widgets::secondary(ui, &scene.text("unopened-salvage")).clicked() {
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
        self.screens.unopened = Unopened { path, why: why.clone(), can_look, backups: None, job, working };
        match always {
            true => self.overlay = Some(Overlay::Unopened),
            false => self.tell_problem(why),
        }
    }

    /// Puts a backup in the place of a file that could not be opened.
    pub(super) fn put_back(&mut self, ctx: &Context, document: PathBuf, from: PathBuf) {
        let (word, user) = (self.words.text("restore-word"), self.user.clone());
        let work = move || Done::Restored(restoring::restore(&document, &from, &word, false, (&user, None)));
        self.mend(ctx, work);
    }

    /// Saves what can be read of a file that could not be opened, in a new one beside it.
    pub(super) fn save_readable(&mut self, ctx: &Context, document: PathBuf) {
        let word = self.words.text("salvage-word");
        let work = move || {
            let stem = document.file_stem().unwrap_or_default().to_string_lossy().into_owned();
            let out = whole_file::free_path(&document.with_file_name(format!("{stem}-{word}.trede")));
            let done = salvage::salvage(&document, &out, None);
            Done::Salvaged(out, done)
        };
        self.mend(ctx, work);
    }

    fn mend(&mut self, ctx: &Context, work: impl FnOnce() -> Done + Send + 'static) {
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
        let told = match progress {
            Progress::Done(Done::Listed(backups)) => {
                if !backups.is_empty() {
                    self.overlay = Some(Overlay::Unopened);
                }
                self.screens.unopened.backups = Some(backups);
                return;
            }
            Progress::Done(Done::Restored(Ok(done))) => Ok((self.words.restored(&path, &done), path)),
            Progress::Done(Done::Restored(Err(error))) => Err(self.words.restore_error(&error)),
            Progress::Done(Done::Salvaged(out, Ok(done))) => Ok((self.words.salvaged(&out, &done), out)),
            Progress::Done(Done::Salvaged(_, Err(error))) => Err(self.words.salvage_error(&error)),
            Progress::Working | Progress::Lost => Err(self.words.text("unopened-lost")),
        };
        match told {
            Ok((text, path)) => {
                self.overlay = None;
                self.open(ctx, &path);
                // What stands in the way of opening it is told instead.
                if self.session.as_ref().is_some_and(|session| session.path() == path) {
                    self.notice = Some(Notice::Done(text));
                }
            }
            Err(text) => self.screens.unopened.why = text,
        }
    }
}
