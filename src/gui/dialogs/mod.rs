//! Asking for a file. The system's dialog runs on a thread of its own, one at a time, so that the window never waits.
//!
//! The system gives nothing back both for "cancel" and when there is no dialog to be had at all. Nobody cancels as fast as a
//! dialog that is not there: then the window asks for a path itself.

mod purpose;

use std::collections::VecDeque;
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::mpsc::{self, Receiver, TryRecvError};
use std::thread;
use std::time::{Duration, Instant};

pub use self::purpose::{Purpose, Way};

/// A question to the user.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Question {
    /// What for.
    pub purpose: Purpose,
    /// The title of the dialog, in words.
    pub title: String,
    /// The folder to begin in.
    pub folder: Option<PathBuf>,
    /// The name to begin with.
    pub file_name: Option<String>,
}

/// What the user answered.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Answer {
    /// To which question.
    pub purpose: Purpose,
    /// What was chosen.
    pub choice: Choice,
}

/// What came of a question.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Choice {
    /// This path.
    Path(PathBuf),
    /// Nothing: the user thought better of it.
    Cancelled,
    /// Nothing: the system has no dialog.
    NoDialog,
}

/// Nothing that comes within this time came from a user who saw a dialog.
const TOO_FAST: Duration = Duration::from_millis(250);

impl Choice {
    /// What a dialog gave back after this time.
    fn of(path: Option<PathBuf>, taken: Duration) -> Choice {
        match path {
            Some(path) => Choice::Path(path),
            None if taken < TOO_FAST => Choice::NoDialog,
            None => Choice::Cancelled,
        }
    }
}

/// Whoever asks the user for a file.
pub trait Dialogs {
    /// Asks; `false` when another question is still open, and nothing is asked then.
    fn ask(&mut self, question: Question) -> bool;

    /// The answer, once it is there.
    fn poll(&mut self) -> Option<Answer>;
}

/// The dialogs of the system.
pub struct SystemDialogs {
    wake: Arc<dyn Fn() + Send + Sync>,
    open: Option<(Purpose, Receiver<Choice>)>,
}

impl SystemDialogs {
    /// `wake` is called when an answer is there.
    pub fn new(wake: impl Fn() + Send + Sync + 'static) -> SystemDialogs {
        SystemDialogs { wake: Arc::new(wake), open: None }
    }
}

impl Dialogs for SystemDialogs {
    fn ask(&mut self, question: Question) -> bool {
        if self.open.is_some() {
            return false;
        }
        let (answer, answers) = mpsc::channel();
        self.open = Some((question.purpose, answers));
        let wake = Arc::clone(&self.wake);
        thread::spawn(move || {
            let asked = Instant::now();
            let path = show(&question);
            // Nobody listens any more only when the window is closing.
            let _ = answer.send(Choice::of(path, asked.elapsed()));
            wake();
        });
        true
    }

    fn poll(&mut self) -> Option<Answer> {
        let (purpose, answers) = self.open.as_ref()?;
        let choice = match answers.try_recv() {
            Ok(choice) => choice,
            Err(TryRecvError::Empty) => return None,
            Err(TryRecvError::Disconnected) => Choice::NoDialog,
        };
        let answer = Answer { purpose: *purpose, choice };
        self.open = None;
        Some(answer)
    }
}

fn show(question: &Question) -> Option<PathBuf> {
    let mut dialog = rfd::FileDialog::new().set_title(&question.title);
    if let Some(folder) = &question.folder {
        dialog = dialog.set_directory(folder);
    }
    if let Some(name) = &question.file_name {
        dialog = dialog.set_file_name(name);
    }
    let endings = question.purpose.endings();
    if !endings.is_empty() {
        dialog = dialog.add_filter(endings.join(", "), endings);
    }
    match question.purpose.way() {
        Way::Open => dialog.pick_file(),
        Way::Save => dialog.save_file(),
        Way::Folder => dialog.pick_folder(),
    }
}

/// Answers given beforehand, for tests and demonstrations without a desktop.
#[derive(Debug, Default)]
pub struct AnsweredDialogs {
    /// The answers, in order; nothing means "cancel", also when they run out.
    pub answers: VecDeque<Option<PathBuf>>,
    /// What was asked.
    pub asked: Vec<Question>,
    /// Whether the system has no dialogs at all.
    pub missing: bool,
    waiting: Option<Answer>,
}

impl AnsweredDialogs {
    /// Dialogs that answer with `paths`, in order.
    pub fn with(paths: impl IntoIterator<Item = PathBuf>) -> AnsweredDialogs {
        AnsweredDialogs { answers: paths.into_iter().map(Some).collect(), ..AnsweredDialogs::default() }
    }
}

impl Dialogs for AnsweredDialogs {
    fn ask(&mut self, question: Question) -> bool {
        if self.waiting.is_some() {
            return false;
        }
        let choice = match self.answers.pop_front().flatten() {
            Some(path) => Choice::Path(path),
            None if self.missing => Choice::NoDialog,
            None => Choice::Cancelled,
        };
        self.waiting = Some(Answer { purpose: question.purpose, choice });
        self.asked.push(question);
        true
    }

    fn poll(&mut self) -> Option<Answer> {
        self.waiting.take()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn question(purpose: Purpose) -> Question {
        Question { purpose, title: String::new(), folder: None, file_name: None }
    }

    #[test]
    fn one_question_is_open_at_a_time() {
        let mut dialogs = AnsweredDialogs::with([PathBuf::from("a.trede")]);
        assert!(dialogs.ask(question(Purpose::OpenAssessment)));
        assert!(!dialogs.ask(question(Purpose::Verify)));
        let answer = Answer { purpose: Purpose::OpenAssessment, choice: Choice::Path(PathBuf::from("a.trede")) };
        assert_eq!(dialogs.poll(), Some(answer));
        assert_eq!(dialogs.poll(), None);
        assert!(dialogs.ask(question(Purpose::Verify)));
        assert_eq!(dialogs.poll(), Some(Answer { purpose: Purpose::Verify, choice: Choice::Cancelled }));
    }

    #[test]
    fn nothing_at_once_is_no_dialog_and_nothing_after_a_while_is_cancel() {
        assert_eq!(Choice::of(None, Duration::from_millis(20)), Choice::NoDialog);
        assert_eq!(Choice::of(None, Duration::from_millis(900)), Choice::Cancelled);
        let path = PathBuf::from("a.trede");
        assert_eq!(Choice::of(Some(path.clone()), Duration::ZERO), Choice::Path(path));
    }

    #[test]
    fn a_dialog_thread_that_is_gone_counts_as_no_dialog() {
        let (answer, answers) = mpsc::channel();
        drop(answer);
        let mut dialogs = SystemDialogs::new(|| {});
        dialogs.open = Some((Purpose::Verify, answers));
        assert!(!dialogs.ask(question(Purpose::Verify)));
        assert_eq!(dialogs.poll(), Some(Answer { purpose: Purpose::Verify, choice: Choice::NoDialog }));
        assert!(dialogs.open.is_none());
    }
}
