//! Taking findings over from an earlier assessment: choosing it, and reading it on a thread of its own.

use std::path::PathBuf;
use std::sync::Arc;

use eframe::egui::{Context, Ui};

use super::attaching::Place;
use super::dialogs::Purpose;
use super::errand::{AttachedErrand, Errand};
use super::form;
use super::job::{Job, Progress};
use super::passwords::About;
use super::reports::waker;
use super::theme::STEP;
use super::widgets;
use super::window::Window;
use super::wish::{Notice, Overlay, Scene, Wish};
use super::workspace::show_headway;
use crate::domain::Refusal;
use crate::session::{Headway, Session, SessionError, Taken};
use crate::storage::{AttachError, Password};
use crate::wording::arg;

/// What the question for an earlier assessment remembers.
#[derive(Default)]
pub struct EarlierForm {
    typed: String,
    problem: Option<String>,
    /// How far the copying of its files is.
    headway: Option<Arc<Headway>>,
}

/// An earlier assessment that is being read.
pub(super) struct Reading {
    job: Job<Result<Taken, SessionError>>,
    headway: Arc<Headway>,
    assessment: PathBuf,
    file: String,
}

impl EarlierForm {
    /// Draws what taking over means, and the way to the file.
    pub fn show(&mut self, ui: &mut Ui, scene: &mut Scene, session: &Session) {
        widgets::title(ui, &scene.text("earlier-title"));
        let subject = &session.assessment().cover.subject;
        widgets::text(ui, &scene.words.with("earlier-about", &[arg("subject", subject)]));
        ui.add_space(2.0 * STEP);
        if let Some(headway) = &self.headway {
            widgets::text(ui, &scene.text("earlier-working"));
            if show_headway(ui, scene, headway) {
                scene.wish(Wish::Errand(Errand::Attached(AttachedErrand::StopEarlier)));
            }
            return;
        }
        if let Some(problem) = &self.problem {
            form::bad(ui, problem);
            ui.add_space(2.0 * STEP);
        }
        let choose = scene.text("earlier-choose");
        form::ask_file(ui, scene, Purpose::Earlier, &mut self.typed, &choose);
        ui.add_space(2.0 * STEP);
        if widgets::secondary(ui, &scene.text("form-cancel")).clicked() {
            scene.wish(Wish::Lay(None));
        }
    }
}

impl Window {
    /// Reads an earlier assessment, to propose what was found there.
    pub(super) fn take_earlier(&mut self, ctx: &Context, path: PathBuf) {
        if !self.asks_password(&path, About::Earlier) {
            self.take_earlier_with(ctx, path, None);
        }
    }

    /// The same with the password of that file.
    pub(super) fn take_earlier_with(&mut self, ctx: &Context, path: PathBuf, password: Option<Password>) {
        self.end_trial(true);
        self.store_typing(ctx);
        self.overlay = Some(Overlay::Earlier);
        let Some(session) = &self.session else { return };
        if self.office.attaching.earlier.is_some() {
            return self.earlier_problem(self.words.text("earlier-busy"));
        }
        let proposing = match session.proposing(self.perspective) {
            Ok(proposing) => proposing,
            Err(error) => return self.earlier_problem(self.words.session_error(&error)),
        };
        let (assessment, user) = (session.path().to_owned(), self.user.clone());
        let file = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        let headway = Arc::new(Headway::default());
        let (told, waking) = (Arc::clone(&headway), ctx.clone());
        let work = move || proposing.take_from((&path, password.as_ref()), &user, &told, &|| waking.request_repaint());
        let job = Job::start(waker(ctx), work);
        self.screens.earlier = EarlierForm { headway: Some(Arc::clone(&headway)), ..EarlierForm::default() };
        self.office.attaching.earlier = Some(Reading { job, headway, assessment, file });
    }

    /// Calls off the reading of an earlier assessment.
    pub(super) fn stop_earlier(&mut self) {
        if let Some(reading) = &self.office.attaching.earlier {
            reading.headway.call_off();
        }
    }

    /// Takes in what the thread brought.
    pub(super) fn poll_earlier(&mut self) {
        let Some(reading) = self.office.attaching.earlier.take() else { return };
        let place = self.place_of(&reading.assessment);
        if place == Place::Aside {
            return self.office.attaching.earlier = Some(reading);
        }
        let here = place == Place::InSight;
        if !here {
            reading.headway.call_off();
        }
        let result = match reading.job.poll() {
            Progress::Working => return self.office.attaching.earlier = Some(reading),
            Progress::Done(result) => result,
            Progress::Lost => Err(AttachError::Closed.into()),
        };
        self.screens.earlier.headway = None;
        match result {
            Ok(taken) if here => self.propose(taken, &reading.file),
            // The assessment that this is about is closed.
            Ok(_) => {}
            Err(_) if !here => {}
            Err(error) => self.earlier_problem(self.words.session_error(&error)),
        }
    }

    fn propose(&mut self, taken: Taken, file: &str) {
        let told = self.words.offered(file, &taken.offer);
        let stamp = self.stamp();
        let Some(session) = &mut self.session else { return };
        match session.propose(taken, &stamp) {
            // Nothing that is new here is no failure: the sentence says so.
            Ok(()) | Err(SessionError::Refused(Refusal::NothingChanges)) => {
                self.overlay = self.overlay.filter(|overlay| *overlay != Overlay::Earlier);
                self.notice = Some(Notice::Done(told));
            }
            Err(error) => self.earlier_problem(self.words.session_error(&error)),
        }
    }

    fn earlier_problem(&mut self, text: String) {
        self.screens.earlier.problem = Some(text);
    }
}
