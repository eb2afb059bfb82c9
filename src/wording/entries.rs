//! The audit log in words: who, when, what, the old and the new value.

use super::{Wording, arg};
use crate::domain::event::{Cause, Change};
use crate::domain::finding::Finding;
use crate::domain::framework::Rung;
use crate::storage::log::Entry;

impl Wording {
    /// An entry: a line with number, time, actor and cause, then a line for every change.
    pub fn entry(&self, entry: &Entry) -> Vec<String> {
        let Ok(event) = entry.read() else {
            return vec![self.with("log-break-unreadable", &[arg("seq", entry.seq)])];
        };
        let mut lines = vec![format!("{:>5}  {}  {}  {}", entry.seq, entry.at, entry.actor, self.cause(&event.cause))];
        lines.extend(event.changes.iter().map(|change| format!("       {}", self.change(change))));
        lines
    }

    /// Why an event happened.
    pub fn cause(&self, cause: &Cause) -> String {
        match cause {
            Cause::Created => self.text("cause-created"),
            Cause::Edit => self.text("cause-edit"),
            Cause::Continued => self.text("cause-continued"),
            Cause::Adopted => self.text("cause-adopted"),
            Cause::Imported => self.text("cause-imported"),
            Cause::Undo(of) => self.with("cause-undo", &[arg("seq", of)]),
            Cause::Redo(of) => self.with("cause-redo", &[arg("seq", of)]),
            Cause::Finalized => self.text("cause-finalized"),
            Cause::Reopened(reason) => self.with("cause-reopened", &[arg("reason", reason)]),
        }
    }

    /// One change: what, from, to.
    pub fn change(&self, change: &Change) -> String {
        let (what, before, after) = match change {
            Change::Cover { before, after } => {
                let words = |cover: &crate::domain::Cover| {
                    let kvk = cover.kvk.as_deref().map(|kvk| format!("KvK {kvk}"));
                    let filled: Vec<String> =
                        [Some(cover.subject.clone()), kvk, Some(cover.period.clone())].into_iter().flatten().collect();
                    filled.into_iter().filter(|text| !text.is_empty()).collect::<Vec<_>>().join(", ")
                };
                (self.text("change-cover"), words(before), words(after))
            }
            Change::Assessor { perspective, before, after } => {
                let words = |assessor: &Option<crate::domain::Assessor>| {
                    assessor.as_ref().map(|who| format!("{} ({})", who.name, who.role)).unwrap_or_default()
                };
                let perspective = self.perspective(*perspective);
                (self.with("change-assessor", &[arg("perspective", perspective)]), words(before), words(after))
            }
            Change::ExceedsOne { perspective, before, after } => {
                let perspective = self.perspective(*perspective);
                let what = self.with("change-policy", &[arg("perspective", perspective)]);
                (what, self.exceeds_one(*before), self.exceeds_one(*after))
            }
            Change::Finding { perspective, norm, before, after } => {
                let rung = if norm.as_str().split('.').nth(1) == Some("1") { Rung::One } else { Rung::Three };
                let what = format!("{norm} ({})", self.perspective(*perspective));
                (what, self.finding(rung, before), self.finding(rung, after))
            }
            Change::Settlement { perspective, part, before, after } => {
                let words = |settled: &Option<crate::domain::Settlement>| {
                    settled
                        .as_ref()
                        .map(|settled| format!("{}: {}", settled.level, settled.rationale))
                        .unwrap_or_default()
                };
                let args = [arg("part", part), arg("perspective", self.perspective(*perspective))];
                (self.with("change-settlement", &args), words(before), words(after))
            }
            Change::Final { perspective, before, after } => {
                let words = |is_final: bool| self.text(if is_final { "change-is-final" } else { "change-is-open" });
                (self.perspective(*perspective), words(*before), words(*after))
            }
        };
        let or_nothing = |text: String| if text.is_empty() { self.text("change-nothing") } else { text };
        let args = [arg("what", what), arg("before", or_nothing(before)), arg("after", or_nothing(after))];
        self.with("change", &args)
    }

    fn finding(&self, rung: Rung, finding: &Finding) -> String {
        let mut text = self.verdict(rung, finding.verdict);
        if finding.has_rationale() {
            text.push_str(&format!(", “{}”", finding.rationale));
        }
        if !finding.evidence.is_empty() {
            text.push_str(&format!(" [{}]", finding.evidence.join("; ")));
        }
        text
    }
}
