//! The thread that stores events, and what it reports.

use std::collections::VecDeque;
use std::sync::mpsc::{self, Receiver, Sender};
use std::sync::{Arc, Mutex};
use std::thread::{self, JoinHandle};

use super::Stamp;
use crate::domain::{Attachment, Event};
use crate::storage::log::Entry;
use crate::storage::{AttachError, FileError, Incoming, TredeFile};

/// Whether everything is on the disk.
#[derive(Debug)]
pub enum SaveState {
    /// Everything is.
    Saved,
    /// So many events are on their way.
    Saving(usize),
    /// The first of so many events could not be stored; it is kept and tried again with the next one, or on request.
    Failed(FileError, usize),
}

enum Task {
    Append(Box<Event>, Stamp),
    Retry,
    /// Store the bytes of a file.
    Keep(Incoming, Sender<Result<(), AttachError>>),
    /// Give the bytes of a file.
    Fetch(Attachment, Sender<Result<Vec<u8>, AttachError>>),
    /// Nothing more will come from the session.
    End,
}

/// The way to the bytes of attached files, for threads that may wait.
#[derive(Clone)]
pub struct Vault {
    tasks: Sender<Task>,
}

impl Vault {
    /// Stores the bytes of a file, durably; waits for it.
    pub fn keep(&self, file: Incoming) -> Result<Kept, AttachError> {
        let kept = Kept(file.attachment().clone());
        self.ask(|answer| Task::Keep(file, answer))?;
        Ok(kept)
    }

    /// The bytes of a file, if they still fit its hash; waits for them.
    pub fn fetch(&self, file: &Attachment) -> Result<Vec<u8>, AttachError> {
        self.ask(|answer| Task::Fetch(file.clone(), answer))
    }

    fn ask<T>(&self, task: impl FnOnce(Sender<Result<T, AttachError>>) -> Task) -> Result<T, AttachError> {
        let (answer, answered) = mpsc::channel();
        self.tasks.send(task(answer)).map_err(|_| AttachError::Closed)?;
        answered.recv().map_err(|_| AttachError::Closed)?
    }
}

/// A file whose bytes are on the disk, so that a finding can name it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Kept(Attachment);

impl Kept {
    /// What the assessment calls it.
    pub fn attachment(&self) -> &Attachment {
        &self.0
    }
}

type Wake = Arc<Mutex<Option<Box<dyn Fn() + Send>>>>;

/// Hands events to the storing thread and keeps count of what it reports.
pub struct Writer {
    tasks: Option<Sender<Task>>,
    reports: Receiver<Result<Entry, FileError>>,
    thread: Option<JoinHandle<()>>,
    wake: Wake,
    entries: Vec<Entry>,
    waiting: usize,
    state: SaveState,
}

impl Writer {
    /// Starts the thread; `entries` are already in the file.
    pub fn start(file: TredeFile, entries: Vec<Entry>) -> Writer {
        let (tasks, todo) = mpsc::channel();
        let (done, reports) = mpsc::channel();
        let wake: Wake = Arc::default();
        let waker = Arc::clone(&wake);
        let thread = thread::spawn(move || store(file, &todo, &done, &waker));
        Writer { tasks: Some(tasks), reports, thread: Some(thread), wake, entries, waiting: 0, state: SaveState::Saved }
    }

    /// Hands over an event.
    pub fn append(&mut self, event: Event, stamp: &Stamp) {
        self.waiting += 1;
        if !matches!(self.state, SaveState::Failed(..)) {
            self.state = SaveState::Saving(self.waiting);
        }
        self.send(Task::Append(Box::new(event), stamp.clone()));
    }

    /// The way to the bytes of attached files; none once the session is closing.
    pub fn vault(&self) -> Option<Vault> {
        self.tasks.clone().map(|tasks| Vault { tasks })
    }

    /// Asks to try again.
    pub fn retry(&mut self) {
        self.send(Task::Retry);
    }

    /// Calls `wake` at every report.
    pub fn on_saved(&mut self, wake: Box<dyn Fn() + Send>) {
        if let Ok(mut slot) = self.wake.lock() {
            *slot = Some(wake);
        }
    }

    /// Takes in what was reported.
    pub fn poll(&mut self) {
        while let Ok(report) = self.reports.try_recv() {
            self.take_in(report);
        }
    }

    /// Waits until every event is stored, or the first that cannot be.
    pub fn flush(&mut self) -> Result<(), FileError> {
        self.poll();
        if matches!(self.state, SaveState::Failed(..)) {
            self.retry();
        }
        while self.waiting > 0 {
            let Ok(report) = self.reports.recv() else { break };
            self.take_in(report);
            if matches!(self.state, SaveState::Failed(..)) {
                break;
            }
        }
        match &self.state {
            SaveState::Failed(error, _) => Err(error.clone()),
            _ => Ok(()),
        }
    }

    /// The state after the last [`Writer::poll`].
    pub fn state(&self) -> &SaveState {
        &self.state
    }

    /// The log as far as it is stored.
    pub fn entries(&self) -> &[Entry] {
        &self.entries
    }

    fn send(&self, task: Task) {
        if let Some(tasks) = &self.tasks {
            // The thread only ends when this sender is dropped.
            let _ = tasks.send(task);
        }
    }

    fn take_in(&mut self, report: Result<Entry, FileError>) {
        match report {
            Ok(entry) => {
                self.entries.push(entry);
                self.waiting -= 1;
                self.state = if self.waiting == 0 { SaveState::Saved } else { SaveState::Saving(self.waiting) };
            }
            Err(error) => self.state = SaveState::Failed(error, self.waiting),
        }
    }
}

impl Drop for Writer {
    fn drop(&mut self) {
        // Ends the thread after the last event, so that closing the window never cuts off a save; also while another
        // thread still holds the way to the files.
        self.send(Task::End);
        self.tasks = None;
        if let Some(thread) = self.thread.take() {
            let _ = thread.join();
        }
    }
}

fn store(mut file: TredeFile, todo: &Receiver<Task>, done: &Sender<Result<Entry, FileError>>, wake: &Wake) {
    let mut queue = VecDeque::new();
    while let Ok(task) = todo.recv() {
        match task {
            Task::Append(event, stamp) => queue.push_back((event, stamp)),
            Task::Retry => {}
            // Whoever asked may have called it off and gone.
            Task::Keep(incoming, answer) => drop(answer.send(file.keep(&incoming))),
            Task::Fetch(attachment, answer) => drop(answer.send(file.fetch(&attachment))),
            Task::End => break,
        }
        while let Some((event, stamp)) = queue.front() {
            let report = file.append(event, &stamp.at, &stamp.actor);
            let stored = report.is_ok();
            // The other side is gone only when the session is closing; the rest is stored all the same.
            let _ = done.send(report);
            if let Ok(slot) = wake.lock()
                && let Some(wake) = slot.as_ref()
            {
                wake();
            }
            if !stored {
                break;
            }
            queue.pop_front();
        }
    }
}
