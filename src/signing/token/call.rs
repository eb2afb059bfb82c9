//! Calls into a module: one at a time in the whole program, on a thread of their own, with an end to the waiting.
//!
//! A module is initialised for the whole process, so two at once would get in each other's way. And it may hang, in a driver or on a card: then
//! its thread cannot be stopped, only left behind, and nothing else is called until it comes back.

use std::sync::{Condvar, Mutex, PoisonError, mpsc};
use std::thread;
use std::time::Duration;

use super::error::TokenError;

static IN_USE: Mutex<bool> = Mutex::new(false);
static FREE: Condvar = Condvar::new();

/// Does `work` when no other is under way, and waits for each so long.
pub(super) fn within<T: Send + 'static>(
    patience: Duration,
    work: impl FnOnce() -> Result<T, TokenError> + Send + 'static,
) -> Result<T, TokenError> {
    let turn = Turn::wait(patience).ok_or(TokenError::Busy)?;
    let (done, result) = mpsc::channel();
    let worker = thread::Builder::new().spawn(move || {
        // Given back last, also when the work ends in a panic.
        let turn = turn;
        let result = work();
        drop(turn);
        // Nobody listens any more when it took too long.
        let _ = done.send(result);
    });
    if worker.is_err() {
        return Err(TokenError::Busy);
    }
    match result.recv_timeout(patience) {
        Ok(result) => result,
        Err(mpsc::RecvTimeoutError::Timeout) => Err(TokenError::Silent { seconds: patience.as_secs() }),
        Err(mpsc::RecvTimeoutError::Disconnected) => {
            Err(TokenError::Failed { function: String::new(), code: String::new() })
        }
    }
}

/// The right to call a module.
struct Turn;

impl Turn {
    fn wait(patience: Duration) -> Option<Self> {
        let in_use = IN_USE.lock().unwrap_or_else(PoisonError::into_inner);
        let waited = FREE.wait_timeout_while(in_use, patience, |in_use| *in_use);
        let (mut in_use, _) = waited.unwrap_or_else(PoisonError::into_inner);
        if *in_use {
            return None;
        }
        *in_use = true;
        Some(Self)
    }
}

impl Drop for Turn {
    fn drop(&mut self) {
        *IN_USE.lock().unwrap_or_else(PoisonError::into_inner) = false;
        FREE.notify_one();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const LONG: Duration = Duration::from_secs(60);

    #[test]
    fn calls_wait_for_each_other_but_not_for_ever() {
        let (go, wait) = mpsc::channel::<()>();
        let hanging = within(Duration::ZERO, move || {
            let _ = wait.recv();
            Ok(())
        });
        assert_eq!(hanging, Err(TokenError::Silent { seconds: 0 }));
        assert_eq!(within(Duration::ZERO, || Ok(1)), Err(TokenError::Busy));
        go.send(()).unwrap();
        assert_eq!(within(LONG, || Ok(2)), Ok(2));
        let lost: Result<u8, _> = within(LONG, || std::panic::resume_unwind(Box::new(())));
        assert!(matches!(lost, Err(TokenError::Failed { .. })), "{lost:?}");
        assert_eq!(within(LONG, || Ok(3)), Ok(3));
    }
}
