//! Trying findings out: on a copy that nothing reads but the rubric, and of which nothing is stored.

use std::borrow::Cow;
use std::sync::Arc;

use super::Session;
use super::standing::Standing;
use crate::domain::{Command, Finding, History, Perspective, Refusal, Score, Sheet};

/// Set in the revision of what is tried, so that it is never the one of what is recorded.
const TRIED: u64 = 1 << 63;

impl Session {
    /// Begins to try findings out, on a copy of what is recorded. What is final can be tried on too.
    pub fn begin_trial(&mut self) {
        let mut copy = self.standing.clone();
        copy.history = History::default();
        for sheet in copy.assessment.sheets.values_mut() {
            sheet.is_final = false;
        }
        self.trial = Some(copy);
    }

    /// Forgets what was tried; tells whether anything was being tried.
    pub fn end_trial(&mut self) -> bool {
        self.trial.take().is_some()
    }

    /// Whether findings are tried out now.
    pub fn is_trying(&self) -> bool {
        self.trial.is_some()
    }

    /// Does on the copy what the user asks: findings, what follows from them, undo and redo. Anything else, and everything
    /// while nothing is tried, gives `None`.
    pub fn try_out(&mut self, mut command: Command) -> Option<Result<(), Refusal>> {
        let trial = self.trial.as_mut()?;
        match &mut command {
            // What is only tried needs no reasons.
            Command::Find { finding, .. } => reasoned(finding),
            Command::Adopt { .. } | Command::Undo | Command::Redo => {}
            _ => return None,
        }
        Some(trial.execute(&self.framework, command).map(|_| ()))
    }

    /// The score as the rubric shows it: with what is tried.
    pub fn shown_score(&mut self, perspective: Perspective) -> &Arc<Score> {
        self.trial.as_mut().unwrap_or(&mut self.standing).score(&self.framework, perspective)
    }

    /// The findings as the rubric shows them: with what is tried.
    pub fn shown_sheet(&self, perspective: Perspective) -> Cow<'_, Sheet> {
        self.shown().sheet(&self.framework, perspective)
    }

    /// What can be undone and done again in the rubric.
    pub fn shown_history(&self) -> &History {
        &self.shown().history
    }

    /// A number that is another one after every change of what the rubric shows.
    pub fn shown_revision(&self) -> u64 {
        self.trial.as_ref().map_or(self.standing.next_seq, |trial| TRIED | trial.next_seq)
    }

    /// How many norms are tried with another finding than the one that is recorded.
    pub fn tried(&self, perspective: Perspective) -> usize {
        let (recorded, shown) = (self.sheet(perspective), self.shown_sheet(perspective));
        let differs = |norm: &str| recorded.verdict(norm) != shown.verdict(norm);
        self.framework.parts().flat_map(|part| part.norms()).filter(|norm| differs(norm.id.as_str())).count()
    }

    fn shown(&self) -> &Standing {
        self.trial.as_ref().unwrap_or(&self.standing)
    }
}

fn reasoned(finding: &mut Finding) {
    if finding.verdict.needs_rationale_at_once() && !finding.has_rationale() {
        finding.rationale.push('-');
    }
}
