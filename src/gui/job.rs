//! Work that takes noticeable time, on a thread of its own.

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
    fn a_thread_that_ends_without_a_result_is_noticed() {
        let (wake, woken) = mpsc::channel();
        let job: Job<u8> = Job::start(move || wake.send(()).unwrap(), || std::panic::resume_unwind(Box::new(())));
        woken.recv().unwrap();
        assert_eq!(job.poll(), Progress::Lost);
    }
}
