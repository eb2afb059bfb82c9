//! A framework of the user's own, from a file, for a new assessment.

use std::path::{Path, PathBuf};

use super::desk::{self, ExchangeError};
use super::errand::Errand;
use super::start::OnBoard;
use super::window::Window;
use crate::domain::Framework;
use crate::storage::{framework_file, shipped, syntax, whole_file};
use crate::wording::arg;

/// A framework from a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OwnFramework {
    /// The file, byte for byte.
    pub text: Vec<u8>,
    /// What it is.
    pub about: OnBoard,
}

impl Window {
    /// Takes the framework in this file. One that calls itself what an embedded one is called, with other contents, is
    /// taken only after the user saw both hashes; `accepted` is the hash that the user saw.
    pub(super) fn take_framework(&mut self, path: PathBuf, accepted: Option<&str>) {
        let bytes = match whole_file::read(&path, syntax::LARGEST as u64 + 1) {
            Ok(bytes) => bytes,
            Err(error) => return self.tell_problem(self.words.file_error(&error)),
        };
        let framework = match framework_file::load(&bytes) {
            Ok(framework) => framework,
            Err(problems) => {
                let text = desk::exchange_problem(&self.words, &ExchangeError::Problems(problems));
                return self.tell_problem(text);
            }
        };
        if let Some(known) = shipped::namesake(&framework).filter(|_| accepted != Some(&framework.sha256)) {
            let question = self.claim(&path, &framework, &known);
            let then = Errand::TakeFramework(path, framework.sha256.clone());
            return self.ask_first("claim-title", question, "claim-yes", then);
        }
        let about = OnBoard {
            title: framework.title.clone(),
            version: framework.version.clone(),
            sha256: framework.sha256.clone(),
        };
        self.notice = None;
        self.screens.new_form.take_framework(OwnFramework { text: bytes, about });
    }

    fn claim(&self, path: &Path, framework: &Framework, known: &Framework) -> String {
        let args = [
            arg("file", path.display()),
            arg("id", &framework.id),
            arg("version", &framework.version),
            arg("known", &known.sha256),
            arg("found", &framework.sha256),
        ];
        self.words.with("claim-question", &args)
    }
}
