//! The thread that stores events, and what it reports.

use std::collections::VecDeque;
use std::path::PathBuf;
use std::sync::mpsc::{self, Receiver, Sender};
use std::sync::{Arc, Mutex};
use std::thread::{self, JoinHandle};

use super::Stamp;
use super::backing_up::{BackingUp, Waited};
use crate::domain::{Attachment, Event};
use crate::storage::file_identity::FileIdentity;
use crate::storage::log::Entry;
use crate::storage::{Access, AttachError, FileError, Incoming, TredeFile};

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
    /// Go on in a copy at another place.
    Move(Box<Move>),
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

struct Move {
    path: PathBuf,
    actor: String,
    framework_text: Vec<u8>,
    /// The log as far as it is stored.
    entries: Vec<Entry>,
}

/// What the thread reports.
enum Report {
    Stored(Entry),
    Failed(FileError),
    /// There is no backup, and why. Nothing of the assessment is lost by it.
    NotBackedUp(FileError),
    /// There was nothing to store, and the file is still there.
    There,
    /// From now on everything goes to this file; or why that cannot be.
    Moved(Result<PathBuf, FileError>),
}

type Wake = Arc<Mutex<Option<Box<dyn Fn() + Send>>>>;

/// Hands events to the storing thread and keeps count of what it reports.
pub struct Writer {
    tasks: Option<Sender<Task>>,
    reports: Receiver<Report>,
    thread: Option<JoinHandle<()>>,
    wake: Wake,
    entries: Vec<Entry>,
    waiting: usize,
    state: SaveState,
    moved: Option<Result<PathBuf, FileError>>,
    not_backed_up: Option<FileError>,
}

impl Writer {
    /// Starts the thread; `entries` are already in the file. Of a file that is only looked at no backups are made.
    pub fn start(file: TredeFile, entries: Vec<Entry>, access: Access) -> Writer {
        let (tasks, todo) = mpsc::channel();
        let (done, reports) = mpsc::channel();
        let wake: Wake = Arc::default();
        let waker = Arc::clone(&wake);
        let thread = thread::spawn(move || store(file, access, &todo, &done, &waker));
        Writer {
            tasks: Some(tasks),
            reports,
            thread: Some(thread),
            wake,
            entries,
            waiting: 0,
            state: SaveState::Saved,
            moved: None,
            not_backed_up: None,
        }
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

    /// Asks to go on in a copy at `path`; see [`Writer::take_moved`].
    pub fn go_on_in(&mut self, path: PathBuf, framework_text: Vec<u8>, actor: String) {
        self.poll();
        let entries = self.entries.clone();
        self.send(Task::Move(Box::new(Move { path, actor, framework_text, entries })));
    }

    /// The file that everything goes to from now on, or why it does not, once after it was asked for.
    pub fn take_moved(&mut self) -> Option<Result<PathBuf, FileError>> {
        self.moved.take()
    }

    /// Why a backup could not be made, once after it happened.
    pub fn take_not_backed_up(&mut self) -> Option<FileError> {
        self.not_backed_up.take()
    }

    /// Asks to try again, and to look whether the file is still there.
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

    fn take_in(&mut self, report: Report) {
        match report {
            Report::Stored(entry) => {
                self.entries.push(entry);
                self.waiting -= 1;
                self.state = self.going_on();
            }
            Report::Failed(error) => self.state = SaveState::Failed(error, self.waiting),
            Report::NotBackedUp(error) => self.not_backed_up = Some(error),
            Report::There => self.state = self.going_on(),
            Report::Moved(moved) => {
                if moved.is_ok() {
                    self.state = self.going_on();
                }
                self.moved = Some(moved);
            }
        }
    }

    fn going_on(&self) -> SaveState {
        if self.waiting == 0 { SaveState::Saved } else { SaveState::Saving(self.waiting) }
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

fn store(mut file: TredeFile, access: Access, todo: &Receiver<Task>, done: &Sender<Report>, wake: &Wake) {
    let mut identity = FileIdentity::of(file.path());
    let tell = |report: Report| {
        // The other side is gone only when the session is closing; the rest is stored all the same.
        let _ = done.send(report);
        if let Ok(slot) = wake.lock()
            && let Some(wake) = slot.as_ref()
        {
            wake();
        }
    };
    let mut queue: VecDeque<(Box<Event>, Stamp)> = VecDeque::new();
    let mut backing_up = (access == Access::Write).then(|| BackingUp::of(&file));
    loop {
        let next = match &mut backing_up {
            Some(backing_up) => backing_up.wait(&file, todo),
            None => todo.recv().map_err(|_| Waited::Over),
        };
        let task = match next {
            Ok(task) => task,
            Err(Waited::Trouble(error)) => {
                tell(Report::NotBackedUp(error));
                continue;
            }
            Err(Waited::Over) => break,
        };
        match task {
            Task::Append(event, stamp) => queue.push_back((event, stamp)),
            // Whoever asked may have called it off and gone.
            Task::Keep(incoming, answer) => drop(answer.send(file.keep(&incoming))),
            Task::Fetch(attachment, answer) => drop(answer.send(file.fetch(&attachment))),
            Task::End => break,
            Task::Retry if queue.is_empty() => {
                let there = identity.clone().and_then(|identity| identity.check(file.path()));
                tell(there.map_or_else(Report::Failed, |()| Report::There));
            }
            Task::Retry => {}
            Task::Move(to) => match file.copy(&to.path, &to.framework_text, &to.entries, &to.actor) {
                Ok(copy) => {
                    file = copy;
                    identity = FileIdentity::of(file.path());
                    backing_up = Some(BackingUp::of(&file));
                    tell(Report::Moved(Ok(to.path)));
                }
                Err(error) => {
                    tell(Report::Moved(Err(error)));
                    continue;
                }
            },
        }
        while let Some((event, stamp)) = queue.front() {
            // What is written to a file that lies there no longer is lost.
            let there = identity.clone().and_then(|identity| identity.check(file.path()));
            match there.and_then(|()| file.append(event, &stamp.at, &stamp.actor)) {
                Ok(entry) => {
                    backing_up.iter_mut().for_each(|backing_up| backing_up.note(&entry));
                    tell(Report::Stored(entry));
                }
                Err(error) => {
                    tell(Report::Failed(error));
                    break;
                }
            }
            queue.pop_front();
        }
    }
    // What fails now is made at the next opening: nobody is there to be told.
    let _ = backing_up.map_or(Ok(()), |backing_up| backing_up.close(&file));
}
