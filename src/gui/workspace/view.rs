//! What the workspace shows at this moment, gathered once a frame.

use crate::domain::part_score::PartScore;
use crate::domain::{
    Aspect, Finding, Framework, Language, Norm, NormId, Overlay, Part, Perspective, Rung, Sheet, Verdict,
};
use crate::wording::Wording;

/// The rungs as they stand on screen, from left to right.
pub const COLUMNS: [Rung; 3] = [Rung::One, Rung::Three, Rung::Five];

/// One part as one side judges it.
#[derive(Clone, Copy)]
pub struct View<'a> {
    /// The framework.
    pub framework: &'a Framework,
    /// The part.
    pub part: &'a Part,
    /// Its score.
    pub score: &'a PartScore,
    /// The findings.
    pub sheet: &'a Sheet,
    /// The words.
    pub words: &'a Wording,
    /// The side.
    pub perspective: Perspective,
    /// The literal wording of the norms, where it is to be shown.
    pub literal: Option<&'a Overlay>,
}

/// What a finding means for the lender, which decides border and sign.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum State {
    /// Not judged.
    Open,
    /// Met, or a deficiency that is absent.
    Good,
    /// A rung-3 norm that fails, or a deficiency that is present.
    Bad,
    /// Judged, neither good nor bad: a rung-5 norm that fails, in part, n.v.t., not to be established.
    Neutral,
}

/// What a finding means for the lender.
pub fn state(rung: Rung, verdict: Verdict) -> State {
    match (rung, verdict) {
        (_, Verdict::Open) => State::Open,
        (rung, verdict) if verdict == rung.good() => State::Good,
        (Rung::Three, Verdict::Fails) | (Rung::One, Verdict::Holds) => State::Bad,
        _ => State::Neutral,
    }
}

impl View<'_> {
    /// The language of the framework's texts.
    pub fn language(&self) -> Language {
        self.words.language()
    }

    /// The finding for a norm.
    pub fn finding(&self, norm: &str) -> Finding {
        self.sheet.finding(norm)
    }

    /// The other norms that a norm is in contradiction with.
    pub fn contradicts(&self, norm: &NormId) -> Vec<NormId> {
        let sets = self.score.contradictions.iter().filter(|set| set.contains(norm));
        sets.flatten().filter(|other| *other != norm).cloned().collect()
    }

    /// The other norms that a norm is odd together with.
    pub fn warned(&self, norm: &NormId) -> Vec<NormId> {
        let sets = self.score.warnings.iter().map(|warning| &warning.norms).filter(|set| set.contains(norm));
        sets.flatten().filter(|other| *other != norm).cloned().collect()
    }

    /// Whether a rationale is due before the sheet can be made final.
    pub fn lacks_rationale(&self, norm: &Norm) -> bool {
        let finding = self.finding(norm.id.as_str());
        let due = state(norm.rung, finding.verdict) == State::Bad || finding.verdict.needs_rationale_at_once();
        due && !finding.has_rationale()
    }

    /// The norm of rung 3 that this norm follows, if it is asked there.
    pub fn follows(&self, norm: &Norm) -> Option<NormId> {
        norm.twin.clone().filter(|_| norm.rung == Rung::Five)
    }

    /// How many norms of the part have a verdict, and how many there are.
    pub fn progress(&self) -> (usize, usize) {
        let all = self.part.norms().count();
        (all - self.score.unanswered, all)
    }
}

/// Which rows are shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum Filter {
    /// Every row.
    #[default]
    All,
    /// Rows with a norm that has no verdict.
    Open,
    /// Rows with a norm that blocks the next level.
    Blocking,
}

impl Filter {
    /// All filters, in order.
    pub const ALL: [Filter; 3] = [Filter::All, Filter::Open, Filter::Blocking];

    /// Whether a row is shown; the row of the chosen norm always is, so that it does not vanish under the cursor.
    pub fn shows(self, view: &View, aspect: &Aspect, chosen: Option<&NormId>) -> bool {
        aspect.norms.iter().any(|norm| {
            Some(&norm.id) == chosen
                || match self {
                    Filter::All => true,
                    Filter::Open => view.sheet.verdict(norm.id.as_str()) == Verdict::Open,
                    Filter::Blocking => view.score.blocking.contains(&norm.id),
                }
        })
    }
}
