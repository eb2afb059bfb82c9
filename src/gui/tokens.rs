//! Asking a token what is on it, on a thread of its own: a module can take long, and hang.

use std::path::PathBuf;

use eframe::egui::Context;

use super::job::{Job, Progress};
use super::key_form::KeyForm;
use super::reports::waker;
use super::window::Window;
use super::wish::Screen;
use crate::signing::{Token, TokenError, TokenModule};

/// What is being asked, and with which module.
pub(super) struct Search {
    module: PathBuf,
    job: Job<Result<Vec<Token>, TokenError>>,
}

impl Window {
    /// The form for a key on the screen that is shown.
    pub(super) fn key_form(&mut self) -> &mut KeyForm {
        let verifying = self.screen == Screen::Verify;
        if verifying { &mut self.screens.verify.key } else { &mut self.screens.report.key }
    }

    /// Takes a module, and remembers its path. It is not loaded.
    pub(super) fn choose_module(&mut self, path: PathBuf) {
        self.key_form().token.take_module(&path);
        self.remember(|settings| settings.token_module = Some(path));
    }

    /// Runs the module that the form names to see what there is.
    pub(super) fn look_for_keys(&mut self, ctx: &Context) {
        if self.office.jobs.tokens.is_some() {
            return;
        }
        let form = &mut self.key_form().token;
        let Some(module) = form.module.clone() else { return };
        (form.looking, form.problem) = (true, None);
        let asked = TokenModule::at(&module);
        let job = Job::start(waker(ctx), move || asked.tokens());
        self.office.jobs.tokens = Some(Search { module, job });
    }

    /// Takes in what was found.
    pub(super) fn poll_tokens(&mut self) {
        let Some(search) = &self.office.jobs.tokens else { return };
        let result = match search.job.poll() {
            Progress::Working => return,
            Progress::Done(Ok(tokens)) if tokens.is_empty() => Err(self.words.token_error(&TokenError::NoToken)),
            Progress::Done(result) => result.map_err(|error| self.words.token_error(&error)),
            Progress::Lost => Err(self.words.text("job-lost")),
        };
        let module = search.module.clone();
        self.office.jobs.tokens = None;
        for form in [&mut self.screens.report.key.token, &mut self.screens.verify.key.token] {
            form.looking = false;
            if form.module.as_ref() == Some(&module) {
                match &result {
                    Ok(tokens) => form.take(tokens.clone()),
                    Err(problem) => form.problem = Some(problem.clone()),
                }
            }
        }
    }
}
