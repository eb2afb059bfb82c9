//! Identities, reports and their verification: the work runs on threads of its own, the window only picks up results.

use std::path::{Path, PathBuf};

use chrono::Utc;
use eframe::egui::Context;
use getrandom::SysRng;

use super::desk;
use super::errand::Errand;
use super::file_names;
use super::job::{Job, Progress};
use super::key_form::{Origin, Refusal};
use super::report_form::{Made, Stage, Steps};
use super::report_work::{Trouble, make};
use super::tokens::Search;
use super::window::Window;
use super::wish::{Notice, Screen};
use crate::domain::PartId;
use crate::signing::{Identity, IdentityStore, Passphrase};
use crate::storage::FileError;
use crate::storage::whole_file::Replace;
use crate::verification::Verification;
use crate::wording::arg;
use crate::wording::letter::Letter;

/// The work that is under way.
#[derive(Default)]
pub(super) struct Jobs {
    identity: Option<Job<Result<String, Trouble>>>,
    report: Option<Job<Result<Made, Trouble>>>,
    pub(super) verification: Option<Job<Result<Box<Verification>, Trouble>>>,
    pub(super) tokens: Option<Search>,
}

impl Jobs {
    /// Whether a report is being made.
    pub fn is_making_report(&self) -> bool {
        self.report.is_some()
    }
}

/// The result of a job that is done; the job is then over.
fn done<T: Send + 'static>(job: &mut Option<Job<Result<T, Trouble>>>) -> Option<Result<T, Trouble>> {
    let result = match job.as_ref()?.poll() {
        Progress::Working => return None,
        Progress::Done(result) => result,
        Progress::Lost => Err(Trouble::Lost),
    };
    *job = None;
    Some(result)
}

impl Window {
    /// Takes in what the threads brought.
    pub(super) fn poll_jobs(&mut self) {
        self.poll_tokens();
        match done(&mut self.office.jobs.identity) {
            None => {}
            Some(Ok(name)) => {
                self.screens.report.another = false;
                let text = self.words.with("identity-made", &[arg("name", &name)]);
                self.notice = Some(Notice::Done(text));
                self.remember(|settings| settings.last_identity = Some(name));
                self.screens.report.key.identities = None;
                self.screens.report.stage = Stage::Filling;
            }
            Some(Err(trouble)) => self.report_trouble(&trouble),
        }
        match done(&mut self.office.jobs.report) {
            None => {}
            Some(Ok(made)) => self.report_made(made),
            // A file that came between asking and writing is asked about, as one that was there before.
            Some(Err(Trouble::File(FileError::Exists(path)))) => {
                self.screens.report.stage = Stage::Filling;
                let text = self.words.with("form-exists", &[arg("file", path.display())]);
                self.screens.report.problem = Some(text);
            }
            Some(Err(trouble)) => self.report_trouble(&trouble),
        }
        match done(&mut self.office.jobs.verification) {
            None => {}
            Some(result) => {
                let view = &mut self.screens.verify;
                (view.working, view.on_token) = (false, false);
                match result {
                    Ok(found) => view.found = Some(*found),
                    Err(trouble) if trouble.is_refusal() => {
                        view.key.refused = Some(Refusal::new(trouble.words(&self.words)));
                    }
                    Err(trouble) => view.problem = Some(trouble.words(&self.words)),
                }
            }
        }
    }

    /// Calls off what the screen waits for: a search for keys, a report, a check or a second signature.
    pub(super) fn stop_work(&mut self) {
        if self.office.jobs.tokens.take().is_some() {
            self.screens.report.key.token.looking = false;
            self.screens.verify.key.token.looking = false;
            return;
        }
        let stopped = match (&self.screens.report.stage, self.screen) {
            (Stage::MakingReport(steps), Screen::Report) if steps.halt.stop() => {
                self.office.jobs.report = None;
                self.screens.report.stage = Stage::Filling;
                true
            }
            (_, Screen::Verify) if self.screens.verify.working && self.screens.verify.halt.stop() => {
                self.office.jobs.verification = None;
                let view = &mut self.screens.verify;
                (view.working, view.on_token) = (false, false);
                true
            }
            _ => false,
        };
        if stopped {
            self.notice = Some(Notice::Done(self.words.text("work-stopped")));
        }
    }

    fn report_trouble(&mut self, trouble: &Trouble) {
        let text = trouble.words(&self.words);
        let form = &mut self.screens.report;
        form.stage = Stage::Filling;
        if trouble.is_refusal() {
            form.key.refused = Some(Refusal::new(text));
        } else {
            form.problem = Some(text);
        }
    }

    fn report_made(&mut self, made: Made) {
        let name = self.screens.report.key.signer().map(|signer| signer.name.clone());
        self.remember(|settings| {
            settings.last_identity = name.or(settings.last_identity.take());
            settings.note_folder(&made.path);
        });
        if matches!(self.screens.report.stage, Stage::MakingReport(_)) {
            self.screens.report.stage = Stage::Ready(made);
        } else {
            // Another assessment was opened in the meantime.
            let text = self.words.with("export-done", &[arg("file", made.path.display())]);
            self.notice = Some(Notice::Done(text));
        }
    }

    /// Looks up the identities, and proposes a name and a place.
    pub(super) fn prepare_report(&mut self) {
        let Some(session) = &self.session else { return };
        if self.screens.report.key.identities.is_some() {
            return;
        }
        let sheet = session.sheet(self.perspective);
        let subject = session.assessment().cover.subject.clone();
        let folder = session.path().parent().map_or_else(|| self.office.folder(), Path::to_owned);
        let store = self.store();
        let listing = store.list();
        let form = &mut self.screens.report;
        match listing {
            Ok(listing) => form.key.take(listing, self.office.settings.last_identity.as_deref()),
            Err(error) => {
                form.key.identities = Some(Vec::new());
                form.problem = Some(self.words.store_error(&error));
            }
        }
        if form.key.token.module.is_none() {
            form.key.token.module.clone_from(&self.office.settings.token_module);
        }
        if form.name.is_empty() {
            form.name = sheet.into_owned().assessor.map(|assessor| assessor.name).unwrap_or_default();
        }
        if form.path.as_os_str().is_empty() {
            form.path =
                folder.join(file_names::proposed(&subject, &self.words.text("new-nameless"), &desk::today(), "pdf"));
        }
    }

    pub(super) fn store(&self) -> IdentityStore {
        let folder = self.office.places.as_ref().map(|places| places.identities.clone());
        IdentityStore::at(folder.unwrap_or_else(|| PathBuf::from("identities")))
    }

    pub(super) fn make_identity(&mut self, ctx: &Context) {
        let store = self.store();
        let form = &mut self.screens.report;
        if self.office.jobs.identity.is_some() {
            return;
        }
        let text = std::mem::take(&mut form.passphrase);
        form.again = zeroize::Zeroizing::default();
        let passphrase = match Passphrase::new(text.to_string()) {
            Ok(passphrase) => passphrase,
            Err(error) => {
                form.problem = Some(self.words.passphrase_too_short(&error));
                return;
            }
        };
        form.problem = None;
        form.stage = Stage::MakingIdentity;
        let (name, now) = (form.name.trim().to_owned(), desk::now().with_timezone(&Utc));
        self.office.jobs.identity = Some(Job::start(waker(ctx), move || {
            let identity = Identity::generate(&name, &passphrase, now, &mut SysRng)?;
            store.save(&identity)?;
            Ok(identity.name().to_owned())
        }));
    }

    pub(super) fn make_report(&mut self, ctx: &Context, replace: Replace) {
        let path = self.screens.report.path.clone();
        if self.office.jobs.report.is_some() {
            return;
        }
        if replace == Replace::Never && path.symlink_metadata().is_ok() {
            self.ask_to_replace(&path, Errand::MakeReport(Replace::Asked));
            return;
        }
        let (language, store, side) = (self.language(), self.store(), self.perspective);
        let Some(session) = &mut self.session else { return };
        let mut job = match session.report_job(side, desk::now(), language) {
            Ok(job) => job,
            Err(error) => {
                self.screens.report.problem = Some(self.words.session_error(&error));
                return;
            }
        };
        let form = &mut self.screens.report;
        job.overlay = self.office.literal.file().filter(|_| !form.without_literal);
        let key = match form.key.key(store) {
            Some(Ok(key)) => key,
            Some(Err(error)) => {
                form.key.refused = Some(Refusal::new(self.words.identity_error(&error)));
                return;
            }
            None => return,
        };
        let stamp = match form.stamp.asked(&self.words) {
            Ok(stamp) => stamp,
            Err(problem) => {
                form.problem = Some(problem);
                return;
            }
        };
        form.problem = None;
        let steps = Steps::new(form.key.origin == Origin::Token, stamp.is_some());
        form.stage = Stage::MakingReport(steps.clone());
        let (wake, woken) = (waker(ctx), ctx.clone());
        self.office.jobs.report = Some(Job::start(wake, move || {
            let next = || {
                steps.next();
                woken.request_repaint();
            };
            make(&job, key, stamp.as_ref(), (&path, replace), (&next, &steps.halt))
        }));
    }
}

impl Window {
    /// Puts a part in sentences for a letter on the clipboard.
    pub(super) fn copy_letter(&mut self, ctx: &Context, part: &PartId) {
        let Some(session) = &mut self.session else { return };
        let score = session.score(self.perspective).clone();
        let (framework, sheet) = (session.framework(), session.sheet(self.perspective));
        let subject = session.assessment().cover.subject.as_str();
        let Some(part) = framework.part(part.as_str()) else { return };
        let letter = Letter { framework, subject, sheet: &sheet, score: &score, part };
        ctx.copy_text(self.words.letter(&letter).join("\n\n"));
        self.notice = Some(Notice::Done(self.words.with("letter-copied", &[arg("part", &part.id)])));
    }
}

pub(super) fn waker(ctx: &Context) -> impl Fn() + Send + 'static {
    let ctx = ctx.clone();
    move || ctx.request_repaint()
}
