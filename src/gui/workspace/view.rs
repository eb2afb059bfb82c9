//! What the workspace shows at this moment, gathered once a frame.

use std::collections::HashSet;

use crate::domain::part_score::PartScore;
use crate::domain::{
    Aspect, Finding, Framework, Language, Norm, NormId, Overlay, Part, Perspective, Rung, Sheet, Verdict,
};
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

/// The rungs of a part as they stand on screen, from left to right.
pub fn columns(part: &Part) -> Vec<Rung> {
    part.rungs().into_iter().collect()
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

    /// Whether a rationale is due before the sheet can be made final.
    pub fn lacks_rationale(&self, norm: &Norm) -> bool {
        let Some(finding) = self.sheet.findings.get(&norm.id) else { return false };
        let due = self.part.weighs(norm, finding.verdict) || finding.verdict.needs_rationale_at_once();
        due && !finding.has_rationale()
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
    pub fn rows<'a>(self, view: &View<'a>, chosen: Option<&'a NormId>) -> impl Fn(&Aspect) -> bool + use<'a> {
        let (sheet, score) = (view.sheet, view.score);
        let blocking: HashSet<&NormId> = match self {
            Filter::Blocking => score.blocking.iter().collect(),
            _ => HashSet::new(),
        };
        move |aspect| {
            aspect.norms.iter().any(|norm| match self {
                _ if Some(&norm.id) == chosen => true,
                Filter::All => true,
                Filter::Open => sheet.verdict(norm.id.as_str()) == Verdict::Open,
                Filter::Blocking => blocking.contains(&norm.id),
            })
        }
    }
}
