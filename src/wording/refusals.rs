//! Refused commands, in words.

use super::{Wording, arg};
use crate::domain::command::{CoverField, Refusal};

/// How many norms a refusal names; of the others it tells how many there are.
const MOST_NAMED: usize = 10;

impl Wording {
    /// Why a command is refused and what to do.
    pub fn refusal(&self, refusal: &Refusal) -> String {
        let norms = |key: &str, norms: &[crate::domain::NormId]| {
            let mut shown: Vec<String> = norms.iter().take(MOST_NAMED).map(ToString::to_string).collect();
            if norms.len() > MOST_NAMED {
                shown.push(self.with("list-more", &[arg("count", norms.len() - MOST_NAMED)]));
            }
            self.with(key, &[arg("norms", self.list(shown, "and")), arg("count", norms.len())])
        };
        match refusal {
            Refusal::UnknownNorm(norm) => self.with("refusal-unknown-norm", &[arg("norm", norm)]),
            Refusal::UnknownPart(part) => self.with("refusal-unknown-part", &[arg("part", part)]),
            Refusal::PartlyNotAllowed(norm) => self.with("refusal-partly-not-allowed", &[arg("norm", norm)]),
            Refusal::RationaleNeeded(norm, verdict) => {
                let verdict = self.verdict(crate::domain::Rung::THREE, *verdict);
                self.with("refusal-rationale-needed", &[arg("norm", norm), arg("verdict", verdict)])
            }
            Refusal::PersonalData { norms, kinds } if norms.is_empty() => {
                self.with("refusal-personal-data-reason", &[arg("kinds", self.personal_kinds(kinds))])
            }
            Refusal::PersonalData { norms: held, kinds } => {
                let shown = self.list(held.iter().take(MOST_NAMED).map(ToString::to_string).collect(), "and");
                self.with("refusal-personal-data", &[arg("norms", shown), arg("kinds", self.personal_kinds(kinds))])
            }
            Refusal::ReasonNeeded => self.text("refusal-reason-needed"),
            Refusal::NotAdmissible { part, level, admissible } => {
                let levels = self.levels(*admissible);
                self.with("refusal-not-admissible", &[arg("part", part), arg("level", level), arg("levels", levels)])
            }
            Refusal::NothingToSettle(part, status) => {
                self.with("refusal-nothing-to-settle", &[arg("part", part), arg("status", self.status(*status))])
            }
            Refusal::Final(perspective) => {
                self.with("refusal-final", &[arg("perspective", self.perspective(*perspective))])
            }
            Refusal::NotFinal(perspective) => {
                self.with("refusal-not-final", &[arg("perspective", self.perspective(*perspective))])
            }
            Refusal::NotComplete { open, parts } if open.is_empty() => {
                let named = self.list(parts.iter().map(ToString::to_string).collect(), "and");
                self.with("refusal-not-settled", &[arg("parts", named), arg("count", parts.len())])
            }
            Refusal::NotComplete { open, .. } => norms("refusal-not-complete", open),
            Refusal::RationalesMissing(missing) => norms("refusal-rationales-missing", missing),
            Refusal::CoverIncomplete(field) => self.text(match field {
                CoverField::Subject => "refusal-cover-subject",
                CoverField::Kvk => "refusal-cover-kvk",
                CoverField::Period => "refusal-cover-period",
            }),
            Refusal::AssessorUnnamed => self.text("refusal-assessor-unnamed"),
            Refusal::TooManyAttached(most) => self.with("refusal-too-many-attached", &[arg("most", most)]),
            Refusal::TextTooLong(most) => self.with("refusal-text-too-long", &[arg("most", most)]),
            Refusal::OtherSubject(subject) => self.with("refusal-other-subject", &[arg("subject", subject)]),
            Refusal::NothingProposed(norm) => self.with("refusal-nothing-proposed", &[arg("norm", norm)]),
            Refusal::NothingToUndo => self.text("refusal-nothing-to-undo"),
            Refusal::NothingToRedo => self.text("refusal-nothing-to-redo"),
            Refusal::NothingChanges => self.text("refusal-nothing-changes"),
        }
    }
}
