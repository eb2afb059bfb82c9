//! What the workspace shows at this moment, gathered once a frame.

use std::collections::HashSet;

use crate::domain::part_score::PartScore;
use crate::domain::score::Alert;
use crate::domain::{Finding, Framework, Language, Norm, NormId, Overlay, Part, Perspective, Rung, Sheet, Verdict};
use crate::wording::Wording;

/// One part as one side judges it.
#[derive(Clone, Copy)]
pub struct View<'a> {
    /// The framework.
    pub framework: &'a Framework,
    /// The part.
    pub part: &'a Part,
    /// Its score.
    pub score: &'a PartScore,
    /// The signals that are raised, of all parts.
    pub alerts: &'a [Alert],
    /// The findings.
    pub sheet: &'a Sheet,
    /// The words.
    pub words: &'a Wording,
    /// The side.
    pub perspective: Perspective,
    /// Whether findings are tried out and not recorded.
    pub trying: bool,
    /// Whether the file may be written.
    pub may_write: bool,
    /// The literal wording of the norms, where it is to be shown.
    pub literal: Option<&'a Overlay>,
}

impl View<'_> {
    /// Whether findings can be changed here: recorded, or tried out.
    pub fn may_judge(&self) -> bool {
        self.trying || (self.may_write && !self.sheet.is_final)
    }
}

/// What a finding means for the lender, which decides border and sign.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum State {
    /// Not judged.
    Open,
    /// Met, or a deficiency that is absent.
    Good,
    /// A norm of the base rung that fails, or a deficiency that is present.
    Bad,
    /// Judged, neither good nor bad: a norm of a higher rung that fails, in part, n.v.t., not to be established.
    Neutral,
}

/// What a finding on a norm of `part` means for the lender.
pub fn state(part: &Part, norm: &Norm, verdict: Verdict) -> State {
    match verdict {
        Verdict::Open => State::Open,
        verdict if verdict == norm.rung.good() => State::Good,
        verdict if part.weighs(norm, verdict) => State::Bad,
        _ => State::Neutral,
    }
}

/// The open norms of a part that its headline does not count: none of them changes the outcome by itself.
pub fn idle(score: &PartScore) -> Vec<NormId> {
    let (open, decisive) = (&score.open, &score.decisive);
    // Where there is a score the headline counts none.
    if score.score().is_some() || decisive.is_empty() || decisive.len() == open.len() {
        return Vec::new();
    }
    let decisive: HashSet<&NormId> = decisive.iter().collect();
    open.iter().filter(|norm| !decisive.contains(norm)).cloned().collect()
}

/// The rungs of a part as they stand on screen, from left to right.
pub fn columns(part: &Part) -> Vec<Rung> {
    part.rungs().into_iter().collect()
}

impl<'a> View<'a> {
    /// The norms that stand in the way of the next level; where nothing is judged, nothing does yet.
    pub fn blocking(&self) -> &'a [NormId] {
        if self.progress().0 > 0 { &self.score.blocking } else { &[] }
    }

    /// The open norms that the headline does not count: none of them changes the outcome by itself.
    pub fn idle(&self) -> Vec<NormId> {
        idle(self.score)
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

    /// The norms that contradict others, or are odd together with them.
    pub fn odd(&self) -> HashSet<&NormId> {
        let warnings = self.score.warnings.iter().map(|warning| &warning.norms);
        self.score.contradictions.iter().chain(warnings).flatten().collect()
    }

    /// The norms of the part that a signal, a contradiction or a warning is about.
    pub fn signalled(&self) -> HashSet<&NormId> {
        let here = |norm: &&NormId| self.part.norms().any(|each| each.id == **norm);
        self.odd().into_iter().chain(self.alerts.iter().flat_map(|alert| &alert.norms).filter(here)).collect()
    }

    /// Whether a signal that stands apart from the score is raised by a norm.
    pub fn alerts_on(&self, norm: &NormId) -> bool {
        self.alerts.iter().any(|alert| alert.norms.contains(norm))
    }

    /// Whether a rationale is due before the sheet can be made final.
    pub fn lacks_rationale(&self, norm: &Norm) -> bool {
        self.sheet.lacks_rationale(self.part, norm)
    }

    /// The norm on a lower rung that this norm follows, if it is asked there.
    pub fn follows(&self, norm: &Norm) -> Option<NormId> {
        norm.twin.clone()
    }

    /// How many norms of the part have a verdict, and how many there are.
    pub fn progress(&self) -> (usize, usize) {
        let all = self.part.norms().count();
        (all - self.score.unanswered, all)
    }
}
