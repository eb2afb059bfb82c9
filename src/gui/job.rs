//! Work that takes noticeable time, on a thread of its own.

use std::sync::Arc;
use std::sync::atomic::{AtomicU8, Ordering};
use std::sync::mpsc::{self, Receiver, TryRecvError};
use std::thread;

/// Work that is under way; its result is picked up when it is there.
pub struct Job<T> {
    result: Receiver<T>,
}

/// How far a job is.
#[derive(Debug, PartialEq, Eq)]
pub enum Progress<T> {
    /// Still working.
    Working,
    /// Done.
    Done(T),
    /// The thread ended without a result.
    Lost,
}

impl<T: Send + 'static> Job<T> {
    /// Starts `work`; `wake` is called when it is done.
    pub fn start(wake: impl Fn() + Send + 'static, work: impl FnOnce() -> T + Send + 'static) -> Job<T> {
        let (done, result) = mpsc::channel();
        thread::spawn(move || {
            // Dropped last, also when the work panics, so that the window finds out.
            let _wake = Wake(wake);
            let done = done;
            // Nobody listens any more only when the window is closing.
            let _ = done.send(work());
        });
        Job { result }
    }

    /// How far it is; never waits.
    pub fn poll(&self) -> Progress<T> {
        match self.result.try_recv() {
            Ok(result) => Progress::Done(result),
            Err(TryRecvError::Empty) => Progress::Working,
            Err(TryRecvError::Disconnected) => Progress::Lost,
        }
    }
}

/// Calls work off that waits for something outside, such as a token. Whether it was stopped or had begun to write is decided
/// once: whoever is told that it was stopped finds nothing written.
#[derive(Clone, Debug, Default)]
pub struct Halt(Arc<AtomicU8>);

const STOPPED: u8 = 1;
const WRITING: u8 = 2;

impl Halt {
    /// Stops the work; tells whether that came before it began to write.
    pub fn stop(&self) -> bool {
        self.decide(STOPPED)
    }

    /// Begins to write; tells whether the work was not stopped before.
    pub fn may_write(&self) -> bool {
        self.decide(WRITING)
    }

    /// Whether it can still be stopped.
    pub fn is_undecided(&self) -> bool {
        self.0.load(Ordering::Acquire) == 0
    }

    fn decide(&self, what: u8) -> bool {
        self.0.compare_exchange(0, what, Ordering::AcqRel, Ordering::Acquire).is_ok()
            || self.0.load(Ordering::Acquire) == what
    }
}

struct Wake<F: Fn()>(F);

impl<F: Fn()> Drop for Wake<F> {
    fn drop(&mut self) {
        (self.0)();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_result_wakes_the_window_and_is_picked_up() {
        let (wake, woken) = mpsc::channel();
        let job = Job::start(move || wake.send(()).unwrap(), || 42);
        woken.recv().unwrap();
        assert_eq!(job.poll(), Progress::Done(42));
    }

    #[test]
    fn work_is_either_stopped_or_written() {
        let stopped = Halt::default();
        assert!(stopped.is_undecided() && stopped.clone().stop() && stopped.stop());
        assert!(!stopped.may_write() && !stopped.is_undecided());
        let written = Halt::default();
        assert!(written.may_write() && !written.clone().stop());
    }

    #[test]
    fn a_thread_that_ends_without_a_result_is_noticed() {
        let (wake, woken) = mpsc::channel();
        let job: Job<u8> = Job::start(move || wake.send(()).unwrap(), || std::panic::resume_unwind(Box::new(())));
        woken.recv().unwrap();
        assert_eq!(job.poll(), Progress::Lost);
    }
}
