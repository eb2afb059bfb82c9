//! Attaching files: read, hashed and stored on threads of their own.

use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use eframe::egui::Context;

use super::earlier::Reading;
use super::errand::AttachedErrand;
use super::job::{Job, Progress};
use super::reports::waker;
use super::taking_out::Out;
use super::window::Window;
use super::wish::{Notice, Screen, Wish};
use crate::domain::personal::personal_data;
use crate::domain::{NormId, Perspective, Refusal};
use crate::gui::dialogs::Purpose;
use crate::session::{Headway, Kept, SessionError};
use crate::storage::AttachError;
use crate::storage::private_copy::PrivateCopy;
use crate::wording::arg;

/// Opens a file with the program that the system has for it.
pub type Show = Box<dyn FnMut(&Path) -> io::Result<()>>;

/// What is going on with attached files.
pub(super) struct Attaching {
    bringing: Option<Bringing>,
    pub(super) fetching: Option<Job<Result<Out, AttachError>>>,
    /// An earlier assessment that is being read.
    pub(super) earlier: Option<Reading>,
    /// Files that were dropped, while it is asked what is meant.
    pub(super) dropped: Vec<PathBuf>,
    /// The copies that were made for other programs; they go with the window.
    pub(super) copies: Vec<PrivateCopy>,
    pub(super) show: Show,
}

impl Default for Attaching {
    fn default() -> Attaching {
        let show = Box::new(|path: &Path| open::that_detached(path));
        Attaching { bringing: None, fetching: None, earlier: None, dropped: Vec::new(), copies: Vec::new(), show }
    }
}

/// Files on their way into an assessment.
struct Bringing {
    job: Job<Result<Vec<Kept>, AttachError>>,
    headway: Arc<Headway>,
    assessment: PathBuf,
    side: Perspective,
    norm: NormId,
}

impl Window {
    /// Opens files with this instead of the programs of the system; for tests.
    #[doc(hidden)]
    pub fn show_files_with(&mut self, show: Show) {
        self.office.attaching.show = show;
    }

    /// Takes in what was dropped on the window and what the threads brought.
    pub(super) fn attaching_logic(&mut self, ctx: &Context) {
        self.take_dropped(ctx);
        self.poll_attaching();
        self.poll_earlier();
        self.poll_passwords(ctx);
    }

    /// Runs one errand.
    pub(super) fn attached_errand(&mut self, ctx: &Context, errand: AttachedErrand) {
        match errand {
            AttachedErrand::Ask => self.ask_to_attach(ctx),
            AttachedErrand::Stop => self.stop_attaching(),
            AttachedErrand::Open(sha256) => self.open_attached(ctx, &sha256),
            AttachedErrand::Save(sha256) => self.save_attached(ctx, &sha256),
            AttachedErrand::Write(sha256, path, replace) => self.write_attached(ctx, &sha256, &path, replace),
            AttachedErrand::StopEarlier => self.stop_earlier(),
        }
    }

    /// Asks for a file to attach to the chosen norm.
    fn ask_to_attach(&mut self, ctx: &Context) {
        let Some(norm) = self.chosen().cloned() else { return };
        self.screen = Screen::Workspace;
        self.screens.workspace.files.ask_for(&norm);
        self.fulfil(ctx, Wish::Ask(Purpose::Attach));
    }

    /// Attaches files to the norm for which they were asked, or to the chosen one.
    pub(super) fn attach(&mut self, ctx: &Context, paths: Vec<PathBuf>) {
        if self.is_trying() {
            return self.tell_problem(self.words.text("trial-not-that"));
        }
        let norm = self.norm_to_attach_to().cloned();
        let (Some(norm), Some(session)) = (norm, &self.session) else {
            return self.tell_problem(self.words.text("dropped-needs-norm"));
        };
        if self.office.attaching.bringing.is_some() {
            return self.tell_problem(self.words.text("attach-busy"));
        }
        let gathering = match session.gathering(self.perspective, &norm) {
            Ok(gathering) => gathering,
            Err(error) => return self.tell_problem(self.words.session_error(&error)),
        };
        let headway = Arc::new(Headway::default());
        let (told, ctx_of_job) = (Arc::clone(&headway), ctx.clone());
        let job = Job::start(waker(ctx), move || gathering.bring(&paths, &told, &|| ctx_of_job.request_repaint()));
        self.screens.workspace.files.settle();
        self.screens.workspace.files.headway = Some((Arc::clone(&headway), norm.clone()));
        let (assessment, side) = (session.path().to_owned(), self.perspective);
        self.office.attaching.bringing = Some(Bringing { job, headway, assessment, side, norm });
    }

    /// The norm for which files were asked, else the chosen one.
    pub(super) fn norm_to_attach_to(&self) -> Option<&NormId> {
        self.screens.workspace.files.asked_for().or_else(|| self.chosen())
    }

    /// Calls off the reading of files.
    fn stop_attaching(&mut self) {
        if let Some(bringing) = &self.office.attaching.bringing {
            bringing.headway.call_off();
        }
    }

    /// Takes in what the threads brought.
    fn poll_attaching(&mut self) {
        if let Some(bringing) = self.office.attaching.bringing.take() {
            match self.place_of(&bringing.assessment) {
                Place::Aside => self.office.attaching.bringing = Some(bringing),
                place => self.poll_bringing(bringing, place == Place::InSight),
            }
        }
        let Some(fetching) = &self.office.attaching.fetching else { return };
        let result = match fetching.poll() {
            Progress::Working => return,
            Progress::Done(result) => result,
            Progress::Lost => Err(AttachError::Closed),
        };
        self.office.attaching.fetching = None;
        match result {
            Ok(out) => self.came_out(out),
            Err(error) => self.tell_problem(self.words.attach_error(&error)),
        }
    }

    fn poll_bringing(&mut self, bringing: Bringing, here: bool) {
        if !here {
            bringing.headway.call_off();
        }
        match bringing.job.poll() {
            Progress::Working => self.office.attaching.bringing = Some(bringing),
            Progress::Done(result) => self.brought(&bringing, here, result),
            Progress::Lost => self.brought(&bringing, here, Err(AttachError::Closed)),
        }
    }

    /// Where the assessment in this file is. What comes for one that is aside waits until it is in sight again.
    pub(super) fn place_of(&self, assessment: &Path) -> Place {
        if self.session.as_ref().is_some_and(|session| session.path() == assessment) {
            Place::InSight
        } else if self.tab_of(assessment).is_some() {
            Place::Aside
        } else {
            Place::Closed
        }
    }

    fn brought(&mut self, bringing: &Bringing, here: bool, result: Result<Vec<Kept>, AttachError>) {
        let Bringing { side, norm, .. } = bringing;
        self.screens.workspace.files.headway = None;
        let kept = match result {
            Ok(kept) => kept,
            Err(error) => return self.tell_problem(self.words.attach_error(&error)),
        };
        let stamp = self.stamp();
        let Some(session) = self.session.as_mut().filter(|_| here) else {
            let text = self.words.with("attach-other-open", &[arg("count", kept.len())]);
            return self.tell_problem(text);
        };
        let args = [arg("norm", norm), arg("count", kept.len())];
        match session.attach(*side, norm, &kept, &stamp) {
            Ok(()) if kept.iter().any(|file| !personal_data(file.attachment().name()).is_empty()) => {
                self.tell_problem(self.words.with("personal-name-left-out", &args));
            }
            Ok(()) => match kept.iter().map(Kept::attachment).find(|file| file.size() == 0) {
                Some(empty) => {
                    let args = [arg("norm", norm), arg("name", empty.name())];
                    self.tell_problem(self.words.with("attach-empty", &args));
                }
                None => self.notice = Some(Notice::Done(self.words.with("attach-done", &args))),
            },
            Err(SessionError::Refused(Refusal::NothingChanges)) => {
                self.notice = Some(Notice::Done(self.words.with("attach-known", &args)));
            }
            Err(error) => self.tell_problem(self.words.session_error(&error)),
        }
    }
}

/// Where an assessment is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Place {
    InSight,
    Aside,
    Closed,
}
