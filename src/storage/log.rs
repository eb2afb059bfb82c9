//! The audit log: events with time, actor and a hash chain.

use super::event_v1::{self, EventError};
use super::framework_file::sha256;
use crate::domain::LogHead;
use crate::domain::event::Event;

/// One entry of the log as it is stored.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// 1 for the first.
    pub seq: u64,
    /// When, as RFC 3339 with the offset of the place where it happened.
    pub at: String,
    /// Who.
    pub actor: String,
    /// What, as JSON.
    pub event: String,
    /// The hash of the entry before it; of the framework file for the first.
    pub previous: String,
    /// The hash of this entry.
    pub hash: String,
}

/// Where a log breaks.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Break {
    /// The entry after `after` is missing, doubled or out of order.
    #[error("sequence breaks after {after}")]
    Sequence {
        /// The last entry in order.
        after: u64,
    },
    /// The entry does not follow on the one before it.
    #[error("entry {seq} does not follow")]
    Chain {
        /// The entry.
        seq: u64,
    },
    /// The entry was changed after it was written.
    #[error("entry {seq} was changed")]
    Changed {
        /// The entry.
        seq: u64,
    },
    /// The entry cannot be read.
    #[error("entry {seq} is unreadable")]
    Unreadable {
        /// The entry.
        seq: u64,
    },
    /// There is no entry.
    #[error("the log is empty")]
    Empty,
    /// The log is shorter than the head that was handed out, or differs there.
    #[error("the log does not match the head of {count}")]
    Head {
        /// The length that was handed out.
        count: u64,
    },
}

impl Entry {
    /// The entry that follows `head`.
    pub fn next(head: &LogHead, event: &Event, at: &str, actor: &str) -> Result<Entry, EventError> {
        let mut entry = Entry {
            seq: head.count + 1,
            at: at.to_owned(),
            actor: actor.to_owned(),
            event: event_v1::write(event)?,
            previous: head.sha256.clone(),
            hash: String::new(),
        };
        entry.hash = entry.compute_hash();
        Ok(entry)
    }

    /// The event.
    pub fn read(&self) -> Result<Event, EventError> {
        event_v1::read(&self.event)
    }

    /// The head of a log that ends here.
    pub fn head(&self) -> LogHead {
        LogHead { count: self.seq, sha256: self.hash.clone() }
    }

    /// Whether it is as it was written: the hash fits.
    pub fn is_as_written(&self) -> bool {
        self.hash == self.compute_hash()
    }

    fn compute_hash(&self) -> String {
        // A JSON list, so that no two entries give the same bytes.
        let listed = serde_json::json!([self.seq, self.at, self.actor, self.event, self.previous]);
        sha256(listed.to_string().as_bytes())
    }
}

/// The head of a log without entries, for this framework file.
pub fn origin(framework_sha256: &str) -> LogHead {
    LogHead { count: 0, sha256: framework_sha256.to_owned() }
}

/// Checks the chain from the first entry to the last; gives its events.
pub fn verify(entries: &[Entry], framework_sha256: &str) -> Result<Vec<Event>, Break> {
    if entries.is_empty() {
        return Err(Break::Empty);
    }
    let mut head = origin(framework_sha256);
    let mut events = Vec::with_capacity(entries.len());
    for entry in entries {
        if entry.seq != head.count + 1 {
            return Err(Break::Sequence { after: head.count });
        }
        if entry.previous != head.sha256 {
            return Err(Break::Chain { seq: entry.seq });
        }
        if !entry.is_as_written() {
            return Err(Break::Changed { seq: entry.seq });
        }
        events.push(entry.read().map_err(|_| Break::Unreadable { seq: entry.seq })?);
        head = entry.head();
    }
    Ok(events)
}

/// Whether the log still holds what a report or exchange file was made from.
pub fn matches(entries: &[Entry], head: &LogHead) -> Result<(), Break> {
    let found = entries.iter().find(|entry| entry.seq == head.count);
    if found.is_some_and(|entry| entry.hash == head.sha256) { Ok(()) } else { Err(Break::Head { count: head.count }) }
}
