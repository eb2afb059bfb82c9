//! Opening, making and exchanging assessments for the window; and the only place where it looks at the clock.

use std::path::Path;

use chrono::{DateTime, FixedOffset};

use super::wish::NewAssessment;
use crate::domain::Command;
use crate::session::{Session, SessionError, Stamp};
use crate::storage::problem::Problem;
use crate::storage::{Password, whole_file};
use crate::storage::{exchange_file, shipped};
use crate::wording::{Wording, arg};

/// The example that comes with the program.
pub const EXAMPLE: &str = include_str!("../../assets/voorbeeld.ron");

const LARGEST_EXCHANGE_FILE: u64 = 4 * 1024 * 1024;

/// The time.
#[expect(clippy::disallowed_methods, reason = "the edge of the window: from here on time is a value")]
pub fn now() -> DateTime<FixedOffset> {
    chrono::Local::now().fixed_offset()
}

/// The date of today as part of a file name: `2026-11-22`.
pub fn today() -> String {
    now().format("%Y-%m-%d").to_string()
}

/// Who acts, now.
pub fn stamp(actor: &str) -> Stamp {
    Stamp { at: now().to_rfc3339_opts(chrono::SecondsFormat::Secs, false), actor: actor.to_owned() }
}

/// The name of the user as the operating system knows it.
pub fn os_user() -> String {
    ["USER", "USERNAME", "LOGNAME"]
        .iter()
        .filter_map(|name| std::env::var(name).ok())
        .find(|name| !name.trim().is_empty())
        .unwrap_or_else(|| crate::wording::NOBODY.to_owned())
}

/// Makes a new assessment.
pub fn create(new: NewAssessment, stamp: &Stamp) -> Result<Session, SessionError> {
    create_with(new, stamp, None)
}

/// Makes a new assessment, encrypted from its first byte where there is a password.
pub fn create_with(new: NewAssessment, stamp: &Stamp, password: Option<&Password>) -> Result<Session, SessionError> {
    let mut session = Session::create_with(&new.path, &new.framework_text, new.cover, stamp, password)?;
    if let Some(assessor) = new.assessor {
        session.execute(Command::NameAssessor { perspective: new.perspective, assessor }, stamp)?;
    }
    Ok(session)
}

/// Writes the example to `path` and opens it.
pub fn example(path: &Path, stamp: &Stamp) -> Result<Session, ExchangeError> {
    let id = exchange_file::framework_of(EXAMPLE.as_bytes()).map_err(ExchangeError::Problems)?;
    let Some((framework_file, framework)) = shipped::by_id(&id) else { return Err(ExchangeError::Problems(vec![])) };
    let exchange = exchange_file::read(EXAMPLE.as_bytes(), &framework).map_err(ExchangeError::Problems)?;
    let mut session = Session::create(path, framework_file.text.as_bytes(), exchange.cover.clone(), stamp)?;
    session.execute(Command::Import(Box::new(exchange.into())), stamp)?;
    Ok(session)
}

/// Takes an exchange file into the assessment.
pub fn import(session: &mut Session, path: &Path, stamp: &Stamp) -> Result<(), ExchangeError> {
    let bytes = whole_file::read(path, LARGEST_EXCHANGE_FILE).map_err(SessionError::from)?;
    let exchange = exchange_file::read(&bytes, session.framework()).map_err(ExchangeError::Problems)?;
    Ok(session.execute(Command::Import(Box::new(exchange.into())), stamp)?)
}

/// Why an exchange file could not be taken in.
#[derive(Debug)]
pub enum ExchangeError {
    /// What is wrong in the file.
    Problems(Vec<crate::storage::problem::Problem>),
    /// What stood in the way otherwise.
    Session(SessionError),
}

impl From<SessionError> for ExchangeError {
    fn from(error: SessionError) -> ExchangeError {
        ExchangeError::Session(error)
    }
}

/// Why an exchange file could not be taken in, in words: the first three problems with their places, and a list of all of
/// them that is unfolded (see [`Wording::folded`]).
pub fn exchange_problem(words: &Wording, error: &ExchangeError) -> String {
    match error {
        ExchangeError::Session(error) => words.session_error(error),
        ExchangeError::Problems(problems) => {
            let line = |problem: &Problem| {
                let text = words.problem(problem);
                words.with("line-of-problem", &[arg("line", problem.at.line), arg("text", text)])
            };
            let mut lines: Vec<String> = problems.iter().take(3).map(line).collect();
            lines.insert(0, words.with("problems-in-file", &[arg("count", problems.len())]));
            if problems.len() > 3 {
                lines.push(format!("… {}", words.with("and-more", &[arg("count", problems.len() - 3)])));
                lines.push(words.text("all-problems"));
                lines.extend(problems.iter().map(line));
            }
            lines.join("\n")
        }
    }
}
