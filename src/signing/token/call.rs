//! Calls into a module: one at a time in the whole program, on a thread of their own, with an end to the waiting.
//!
//! A module is initialised for the whole process, so two at once would get in each other's way. And it may hang, in a
//! driver or on a card: then its thread cannot be stopped, only left behind, and nothing else is called until it comes back.

use std::sync::{Condvar, Mutex, PoisonError, mpsc};
use std::thread;
use std::time::Duration;

use super::error::TokenError;

/// Whether a call is under way, and whether it is waited for.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Use {
    Free,
    Taken,
    /// Nobody waits any more, and it has not come back.
    GivenUp,
}

/// The state, and the number of the latest call.
static USE: Mutex<(Use, u64)> = Mutex::new((Use::Free, 0));
static CHANGED: Condvar = Condvar::new();

/// Does `work` when no other is under way, and waits for each so long; not at all for one that was given up.
pub(super) fn within<T: Send + 'static>(
    patience: Duration,
    work: impl FnOnce() -> Result<T, TokenError> + Send + 'static,
) -> Result<T, TokenError> {
    let turn = Turn::wait(patience).ok_or(TokenError::Busy)?;
    let call = turn.0;
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
        Err(mpsc::RecvTimeoutError::Timeout) => {
            give_up(call);
            Err(TokenError::Silent { seconds: patience.as_secs() })
        }
        Err(mpsc::RecvTimeoutError::Disconnected) => {
            Err(TokenError::Failed { function: String::new(), code: String::new() })
        }
    }
}

/// The right to call a module: the number of the call.
struct Turn(u64);

impl Turn {
    fn wait(patience: Duration) -> Option<Self> {
        let state = USE.lock().unwrap_or_else(PoisonError::into_inner);
        let waited = CHANGED.wait_timeout_while(state, patience, |state| state.0 == Use::Taken);
        let (mut state, _) = waited.unwrap_or_else(PoisonError::into_inner);
        if state.0 != Use::Free {
            return None;
        }
        *state = (Use::Taken, state.1.wrapping_add(1));
        Some(Self(state.1))
    }
}

impl Drop for Turn {
    fn drop(&mut self) {
        *USE.lock().unwrap_or_else(PoisonError::into_inner) = (Use::Free, self.0);
        CHANGED.notify_all();
    }
}

/// The call that is under way is waited for no longer.
fn give_up(call: u64) {
    let mut state = USE.lock().unwrap_or_else(PoisonError::into_inner);
    // It can have come back just now, and another have begun.
    if *state == (Use::Taken, call) {
        *state = (Use::GivenUp, call);
        CHANGED.notify_all();
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
        // Not even for as long as there is patience.
        assert_eq!(within(Duration::MAX, || Ok(1)), Err(TokenError::Busy));
        go.send(()).unwrap();
        let later = std::iter::repeat_with(|| within(LONG, || Ok(2))).find(|result| *result != Err(TokenError::Busy));
        assert_eq!(later, Some(Ok(2)), "it came back");
        let lost: Result<u8, _> = within(LONG, || std::panic::resume_unwind(Box::new(())));
        assert!(matches!(lost, Err(TokenError::Failed { .. })), "{lost:?}");
        assert_eq!(within(LONG, || Ok(3)), Ok(3));
    }
}
