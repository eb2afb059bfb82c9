//! What an event of the audit log changed, in words: the old and the new value.

use super::{Wording, arg};
use crate::domain::assessment::{Assessor, Cover, Settlement};
use crate::domain::event::{Cause, Change};
use crate::domain::finding::Finding;
use crate::domain::{Event, Framework, NormId, Perspective, Rung};

/// One value that changed, in words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ChangeLine {
    /// What changed: "V.3.1 oordeel, toezichthouder".
    pub subject: String,
    /// The old value.
    pub before: String,
    /// The new value.
    pub after: String,
}

impl Wording {
    /// Every value that the event changed; values that stayed the same are left out. After a migration also what was
    /// left behind.
    pub fn changes(&self, framework: &Framework, event: &Event) -> Vec<ChangeLine> {
        let left = match &event.cause {
            Cause::Migrated(origin) => &origin.left[..],
            _ => &[],
        };
        let left = left.iter().map(|left| {
            let (subject, before) = self.left(left);
            ChangeLine { subject, before, after: self.text("migration-left") }
        });
        event.changes.iter().flat_map(|change| self.change(framework, change)).chain(left).collect()
    }

    fn change(&self, framework: &Framework, change: &Change) -> Vec<ChangeLine> {
        let value = |key: &str, before: String, after: String| self.value(key, &[], before, after);
        match change {
            Change::Cover { before, after } => vec![
                value("event-subject", before.subject.clone(), after.subject.clone()),
                value("event-kvk", kvk(before), kvk(after)),
                value("event-period", before.period.clone(), after.period.clone()),
            ],
            Change::Assessor { perspective, before, after } => vec![self.value(
                "event-assessor",
                &[arg("perspective", self.perspective(*perspective))],
                self.assessor(before.as_ref()),
                self.assessor(after.as_ref()),
            )],
            Change::ExceedsOne { perspective, before, after } => vec![self.value(
                "event-policy",
                &[arg("perspective", self.perspective(*perspective))],
                self.exceeds_one(*before),
                self.exceeds_one(*after),
            )],
            Change::Finding { perspective, norm, before, after } => {
                self.finding_change(framework, *perspective, norm, before, after)
            }
            Change::Proposal { perspective, norm, before, after } => vec![self.value(
                "event-proposal",
                &[arg("norm", norm), arg("perspective", self.perspective(*perspective))],
                self.proposed(framework, norm, before.as_ref()),
                self.proposed(framework, norm, after.as_ref()),
            )],
            Change::Settlement { perspective, part, before, after } => vec![self.value(
                "event-settlement",
                &[arg("part", part), arg("perspective", self.perspective(*perspective))],
                self.settlement(before.as_ref()),
                self.settlement(after.as_ref()),
            )],
            Change::Final { perspective, before, after } => vec![self.value(
                "event-final",
                &[arg("perspective", self.perspective(*perspective))],
                self.yes_or_no(*before),
                self.yes_or_no(*after),
            )],
        }
        .into_iter()
        .filter(|line| line.before != line.after)
        .collect()
    }

    fn finding_change(
        &self,
        framework: &Framework,
        perspective: Perspective,
        norm: &NormId,
        before: &Finding,
        after: &Finding,
    ) -> Vec<ChangeLine> {
        let rung = framework.norm(norm.as_str()).map_or(Rung::THREE, |(_, _, norm)| norm.rung);
        let args = [arg("norm", norm), arg("perspective", self.perspective(perspective))];
        let evidence = |finding: &Finding| finding.evidence.join("; ");
        let attached = |finding: &Finding| {
            finding.attached.iter().map(|file| self.attachment_hashed(file)).collect::<Vec<_>>().join("; ")
        };
        let files = |finding: &Finding| {
            let marked = finding.attached.iter().filter(|file| finding.is_internal(file));
            marked.map(|file| file.name().to_owned()).collect::<Vec<_>>().join("; ")
        };
        let (was, is) = (&before.internal, &after.internal);
        let withheld = |finding: &Finding| self.withheld(finding.withheld).unwrap_or_default();
        vec![
            self.value("event-verdict", &args, self.verdict(rung, before.verdict), self.verdict(rung, after.verdict)),
            self.value("event-rationale", &args, before.rationale.clone(), after.rationale.clone()),
            self.value("event-internal-rationale", &args, self.yes_or_no(was.rationale), self.yes_or_no(is.rationale)),
            self.value("event-evidence", &args, evidence(before), evidence(after)),
            self.value("event-internal-evidence", &args, was.evidence.join("; "), is.evidence.join("; ")),
            self.value("event-attached", &args, attached(before), attached(after)),
            self.value("event-internal-files", &args, files(before), files(after)),
            self.value("event-withheld", &args, withheld(before), withheld(after)),
            self.value(
                "event-personal-data-reason",
                &args,
                before.personal_data_reason.clone(),
                after.personal_data_reason.clone(),
            ),
        ]
    }

    fn value(&self, key: &str, args: &[super::Arg], before: String, after: String) -> ChangeLine {
        let shown = |text: String| if text.trim().is_empty() { self.text("event-nothing") } else { text };
        ChangeLine { subject: self.with(key, args), before: shown(before), after: shown(after) }
    }

    fn assessor(&self, assessor: Option<&Assessor>) -> String {
        match assessor {
            Some(Assessor { name, role }) if role.trim().is_empty() => name.clone(),
            Some(Assessor { name, role }) => format!("{name} ({role})"),
            None => String::new(),
        }
    }

    fn settlement(&self, settlement: Option<&Settlement>) -> String {
        settlement.map_or_else(String::new, |settled| {
            self.with("event-settled", &[arg("level", settled.level), arg("rationale", &settled.rationale)])
        })
    }

    fn yes_or_no(&self, value: bool) -> String {
        self.text(if value { "event-yes" } else { "event-no" })
    }
}

fn kvk(cover: &Cover) -> String {
    cover.kvk.clone().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{Language, Verdict};
    use crate::storage::shipped;

    fn wording() -> Wording {
        Wording::new(Language::Dutch)
    }

    fn framework() -> Framework {
        shipped::ALL[0].load().unwrap()
    }

    fn finding(before: Finding, after: Finding) -> Event {
        let norm = NormId::new("VI.1.1");
        let change = Change::Finding { perspective: Perspective::Supervisor, norm, before, after };
        Event { cause: Cause::Edit, changes: vec![change] }
    }

    #[test]
    fn only_what_changed_is_told() {
        let event = finding(Finding::because(Verdict::Holds, "Zo."), Finding::because(Verdict::Fails, "Zo."));
        let lines = wording().changes(&framework(), &event);
        assert_eq!(lines.len(), 1);
        assert_eq!((lines[0].before.as_str(), lines[0].after.as_str()), ("gebrek aanwezig", "gebrek afwezig"));
        assert_eq!(lines[0].subject, "VI.1.1, oordeel (toezichthouder)");
    }

    #[test]
    fn an_empty_value_is_said_to_be_empty() {
        let event = finding(Finding::bare(Verdict::Holds), Finding::because(Verdict::Holds, "Zie dossier 4."));
        let lines = wording().changes(&framework(), &event);
        assert_eq!((lines[0].before.as_str(), lines[0].after.as_str()), ("(niets)", "Zie dossier 4."));
    }
}
