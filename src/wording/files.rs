//! Trouble with files, in words.

use super::{Wording, arg};
use crate::session::SessionError;
use crate::storage::FileError;
use crate::storage::log::Break;

impl Wording {
    /// What is the matter with a file and what to do.
    pub fn file_error(&self, error: &FileError) -> String {
        let (code, path) = self.file_error_code(error);
        let key = format!("file-{code}");
        let mut args = vec![arg("file", path)];
        match error {
            FileError::Newer { found, known, .. } => args.extend([arg("found", found), arg("known", known)]),
            // SQLite and the operating system may say it in lines; a sentence has none.
            FileError::Damaged { detail, .. } | FileError::Other { detail, .. } => {
                args.push(arg("detail", detail.lines().collect::<Vec<_>>().join(" ")));
            }
            FileError::Framework { problems, .. } => args.push(arg("count", problems.len())),
            FileError::Log { broken, .. } => args.push(arg("broken", self.log_break(broken))),
            FileError::Locked { by, .. } => args.push(arg("by", by)),
            _ => {}
        }
        if matches!(error, FileError::Locked { by, .. } if by.is_empty() || by == super::NOBODY) {
            return self.with("file-locked-by-unknown", &args);
        }
        if matches!(error, FileError::Folder(_)) {
            return self.with("file-folder", &args);
        }
        self.with(&key, &args)
    }

    /// Why a session cannot do what was asked.
    pub fn session_error(&self, error: &SessionError) -> String {
        match error {
            SessionError::Refused(refusal) => self.refusal(refusal),
            SessionError::File(error) => self.file_error(error),
            SessionError::Attach(error) => self.attach_error(error),
            SessionError::Unwritable(detail) => self.with("export-failed", &[arg("detail", detail)]),
        }
    }

    /// A word for programs, and the path.
    pub fn file_error_code(&self, error: &FileError) -> (&'static str, String) {
        let (code, path) = match error {
            FileError::Missing(path) => ("missing", path),
            FileError::Replaced(path) => ("replaced", path),
            FileError::Exists(path) => ("exists", path),
            FileError::NotTrede(path) => ("not-trede", path),
            FileError::PasswordNeeded(path) => ("password-needed", path),
            FileError::PasswordWrong(path) => ("password-wrong", path),
            FileError::PasswordUnsupported(path) => ("password-unsupported", path),
            FileError::TooLarge(path) => ("too-large", path),
            FileError::Newer { path, .. } => ("newer", path),
            FileError::Damaged { path, .. } => ("damaged", path),
            FileError::Framework { path, .. } => ("problems", path),
            FileError::Log { path, .. } => ("log", path),
            FileError::Locked { path, .. } => ("locked", path),
            FileError::ReadOnly(path) => ("read-only", path),
            FileError::Denied(path) => ("denied", path),
            FileError::Full(path) => ("full", path),
            FileError::NotPlain(path) => ("not-plain", path),
            FileError::Folder(path) | FileError::Other { path, .. } => ("other", path),
        };
        (code, path.display().to_string())
    }

    /// Where a log breaks.
    pub fn log_break(&self, broken: &Break) -> String {
        match broken {
            Break::Sequence { after } => self.with("log-break-sequence", &[arg("seq", after)]),
            Break::Chain { seq } => self.with("log-break-chain", &[arg("seq", seq)]),
            Break::Changed { seq } => self.with("log-break-changed", &[arg("seq", seq)]),
            Break::Unreadable { seq } => self.with("log-break-unreadable", &[arg("seq", seq)]),
            Break::Empty => self.text("log-break-empty"),
            Break::Head { count } => self.with("log-break-head", &[arg("count", count)]),
        }
    }
}
