//! What can be undone and done again, as the events of a log leave it.

use super::event::{Cause, Change, Event};

/// One step of a user: an event with those that continued it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Step {
    /// The sequence number of its first event.
    pub seq: u64,
    /// Its changes, oldest first.
    pub changes: Vec<Change>,
}

/// The steps that can be undone and done again, the latest last.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct History {
    done: Vec<Step>,
    undone: Vec<Step>,
}

impl History {
    /// Takes in the event with sequence number `seq`. Making final and reopening end the history: neither is undone
    /// without a trace.
    pub fn note(&mut self, seq: u64, event: &Event) {
        match &event.cause {
            Cause::Created | Cause::Migrated(_) | Cause::Finalized | Cause::Reopened(_) => *self = History::default(),
            Cause::Undo(_) => self.undone.extend(self.done.pop()),
            Cause::Redo(_) => self.done.extend(self.undone.pop()),
            Cause::Continued if !self.done.is_empty() && self.undone.is_empty() => {
                if let Some(step) = self.done.last_mut() {
                    step.changes.extend(event.changes.iter().cloned());
                }
            }
            Cause::Edit | Cause::Continued | Cause::Adopted | Cause::Imported | Cause::Proposed(_) => {
                self.undone.clear();
                self.done.push(Step { seq, changes: event.changes.clone() });
            }
        }
    }

    /// The steps that can be undone, the latest last.
    pub fn done(&self) -> &[Step] {
        &self.done
    }

    /// The steps that can be done again, the next one last.
    pub fn undone(&self) -> &[Step] {
        &self.undone
    }

    /// The step that an undo would take back.
    pub fn to_undo(&self) -> Option<&Step> {
        self.done.last()
    }

    /// The step that a redo would do again.
    pub fn to_redo(&self) -> Option<&Step> {
        self.undone.last()
    }
}
