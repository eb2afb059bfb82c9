//! When the storing thread makes a backup: soon after opening, while working, and on closing; never before an edit that
//! waits to be stored.

use std::sync::mpsc::{Receiver, RecvTimeoutError};
use std::time::Duration;

use crate::storage::log::Entry;
use crate::storage::{FileError, TredeFile, backup};

/// How long nothing was asked before a backup is made.
const QUIET: Duration = Duration::from_secs(2);
/// After so many events there is a new one, also on the same day.
const EVENTS: u64 = 50;
/// A file that is no larger than this is backed up on closing too, which is not to be waited for; a larger one when it is
/// next opened.
const LARGEST_ON_CLOSING_BYTES: u64 = 64 * 1024 * 1024;

/// What is known of the backups of a file that is written to.
pub(super) struct BackingUp {
    /// How many events the latest backup has.
    done: u64,
    /// The day of the last event in it.
    day: String,
    /// The day of the last event.
    today: String,
    /// Whether what was there when the file was opened still has no backup.
    first: bool,
}

impl BackingUp {
    /// Looks what there is.
    pub fn of(file: &TredeFile) -> BackingUp {
        let made = backup::list(file.path()).into_iter().find(|backup| backup.is_at(file.head()));
        let done = made.as_ref().map_or(0, |backup| backup.count);
        let day = made.as_ref().and_then(|backup| backup.time.get(..10)).unwrap_or_default().to_owned();
        // A file of one event holds nothing yet that cannot be typed again.
        let first = made.is_none() && file.head().count > 1;
        BackingUp { done, today: day.clone(), day, first }
    }

    /// Takes note of what was stored.
    pub fn note(&mut self, entry: &Entry) {
        self.today = entry.at.get(..10).unwrap_or_default().to_owned();
        if self.day.is_empty() {
            self.day.clone_from(&self.today);
        }
    }

    /// Waits for what is asked next. When nothing is asked for a while, and it is time, a backup is made meanwhile; it is
    /// given up for whatever comes. The second part is what went wrong with it.
    pub fn wait<T>(&mut self, file: &TredeFile, todo: &Receiver<T>) -> Result<T, Waited> {
        if !self.is_due(file) {
            return todo.recv().map_err(|_| Waited::Over);
        }
        match todo.recv_timeout(QUIET) {
            Ok(task) => return Ok(task),
            Err(RecvTimeoutError::Disconnected) => return Err(Waited::Over),
            Err(RecvTimeoutError::Timeout) => {}
        }
        let mut asked = None;
        let made = file.back_up(&mut || {
            asked = asked.take().or_else(|| todo.try_recv().ok());
            asked.is_none()
        });
        if !matches!(made, Ok(None)) {
            // Also when it failed: tried again after as many events as after one that was made.
            self.is_done(file);
        }
        match (made, asked) {
            // What was asked meanwhile comes first; what went wrong is found again at the next.
            (_, Some(task)) => Ok(task),
            (Err(error), None) => Err(Waited::Trouble(error)),
            (Ok(_), None) => self.wait(file, todo),
        }
    }

    /// Makes a last one, where that takes no time.
    pub fn close(&self, file: &TredeFile) -> Result<(), FileError> {
        let is_small = file.path().metadata().is_ok_and(|metadata| metadata.len() <= LARGEST_ON_CLOSING_BYTES);
        let is_new = file.head().count > self.done.max(1);
        if is_new && is_small { file.back_up(&mut || true).map(|_| ()) } else { Ok(()) }
    }

    fn is_due(&self, file: &TredeFile) -> bool {
        let new = file.head().count.saturating_sub(self.done.max(1));
        self.first || new >= EVENTS || (new > 0 && self.day != self.today)
    }

    fn is_done(&mut self, file: &TredeFile) {
        self.done = file.head().count;
        self.day.clone_from(&self.today);
        self.first = false;
    }
}

/// Why waiting gave nothing to do.
pub(super) enum Waited {
    /// Nothing more comes.
    Over,
    /// A backup could not be made.
    Trouble(FileError),
}
