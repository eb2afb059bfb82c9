//! How a command ends.

use std::path::Path;

use crate::domain::Refusal;
use crate::session::SessionError;
use crate::storage::FileError;
use crate::storage::problem::{Position, Problem};
use crate::wording::{Wording, arg};

/// A command that ran.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// Done: exit 0.
    Done,
    /// Done, with findings: exit 1.
    Findings,
}

/// A command that could not run: exit 2.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Failure {
    /// A word for programs.
    pub code: &'static str,
    /// One sentence for people: what happened and what to do.
    pub message: String,
    /// The file that it is about.
    pub file: Option<String>,
    /// The place in that file.
    pub at: Option<Position>,
    /// Further lines, one a problem.
    pub more: Vec<String>,
}

/// How every command ends.
pub type Ending = Result<Outcome, Failure>;

impl Failure {
    /// Wrong use of the command line, or a request that makes no sense.
    pub fn usage(message: String) -> Failure {
        Failure { code: "usage", message, file: None, at: None, more: Vec::new() }
    }

    /// A file with problems: the first stands in the sentence, all are listed.
    pub fn problems(wording: &Wording, path: &Path, problems: &[Problem], text: &[u8]) -> Failure {
        let file = path.display().to_string();
        let message = wording.with("file-problems", &[arg("file", &file), arg("count", problems.len())]);
        let more = problems.iter().map(|problem| super::render::problem(wording, &file, problem, text)).collect();
        let first = problems.first();
        Failure {
            code: first.map_or("problems", |problem| problem.code.word()),
            message,
            file: Some(file),
            at: first.map(|problem| problem.at),
            more,
        }
    }

    /// A file that cannot be used.
    pub fn file(wording: &Wording, error: &FileError) -> Failure {
        let (code, path) = wording.file_error_code(error);
        let message = wording.file_error(error);
        let message = match error {
            FileError::Exists(_) => wording.with("cli-or-force", &[arg("message", message)]),
            _ => message,
        };
        let mut failure = match error {
            FileError::Framework { path, problems } => Failure::problems(wording, path, problems, b""),
            _ => Failure { code, message, file: Some(path.clone()), at: None, more: Vec::new() },
        };
        if error.is_damage() {
            failure.more.push(wording.with("damaged-ways", &[arg("file", &path)]));
        }
        failure
    }

    /// A refused command.
    pub fn refusal(wording: &Wording, refusal: &Refusal) -> Failure {
        Failure { code: "refused", message: wording.refusal(refusal), file: None, at: None, more: Vec::new() }
    }

    /// Whatever a session says.
    pub fn session(wording: &Wording, error: &SessionError) -> Failure {
        match error {
            SessionError::Refused(refusal) => Failure::refusal(wording, refusal),
            SessionError::File(error) => Failure::file(wording, error),
            SessionError::Attach(error) => {
                let (code, file) = wording.attach_error_code(error);
                Failure { code, message: wording.attach_error(error), file, at: None, more: Vec::new() }
            }
            SessionError::Unwritable(_) => Failure::usage(wording.session_error(error)),
        }
    }

    /// The failure as the one JSON document of the answer.
    pub fn as_json(&self) -> serde_json::Value {
        let error = serde_json::json!({
            "code": self.code,
            "message": self.message,
            "file": self.file,
            "line": self.at.map(|at| at.line),
            "column": self.at.map(|at| at.column),
        });
        serde_json::json!({ "error": error })
    }
}
