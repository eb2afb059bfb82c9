//! The audit log as lines of text: who, when, what, the old and the new value.

use super::{Wording, arg};
use crate::domain::Framework;
use crate::domain::event::Cause;
use crate::storage::log::Entry;

/// Who acted where no name was known, as it stands in the log.
pub const NOBODY: &str = "?";

impl Wording {
    /// Who acted, for reading.
    pub fn actor(&self, actor: &str) -> String {
        if actor == NOBODY { self.text("who-unknown") } else { actor.to_owned() }
    }

    /// An entry: a line with number, time, actor and cause, then a line for every change.
    pub fn entry(&self, framework: &Framework, entry: &Entry) -> Vec<String> {
        let Ok(event) = entry.read() else {
            return vec![self.with("log-break-unreadable", &[arg("seq", entry.seq)])];
        };
        let at = self.moment_and_utc(&entry.at);
        let mut lines =
            vec![format!("{:>5}  {at}  {}  {}", entry.seq, self.actor(&entry.actor), self.cause(&event.cause))];
        lines.extend(self.changes(framework, &event).into_iter().map(|line| {
            let args = [arg("what", line.subject), arg("before", line.before), arg("after", line.after)];
            format!("       {}", self.with("change", &args))
        }));
        lines
    }

    /// Why an event happened.
    pub fn cause(&self, cause: &Cause) -> String {
        match cause {
            Cause::Created => self.text("cause-created"),
            Cause::Migrated(origin) => {
                let args = [
                    arg("count", origin.log.count),
                    arg("head", &origin.log.sha256),
                    arg("framework", &origin.framework),
                    arg("version", &origin.version),
                    arg("sha256", &origin.sha256),
                ];
                self.with("cause-migrated", &args)
            }
            Cause::Edit => self.text("cause-edit"),
            Cause::Continued => self.text("cause-continued"),
            Cause::Adopted => self.text("cause-adopted"),
            Cause::Proposed(earlier) => {
                let args = [
                    arg("file", &earlier.file),
                    arg("period", &earlier.period),
                    arg("count", earlier.log.count),
                    arg("sha256", &earlier.log.sha256),
                ];
                self.with("cause-proposed", &args)
            }
            Cause::Imported => self.text("cause-imported"),
            Cause::Undo(of) => self.with("cause-undo", &[arg("seq", of)]),
            Cause::Redo(of) => self.with("cause-redo", &[arg("seq", of)]),
            Cause::Finalized => self.text("cause-finalized"),
            Cause::Reopened(reason) => self.with("cause-reopened", &[arg("reason", reason)]),
        }
    }
}
