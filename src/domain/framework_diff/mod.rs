//! What differs between two versions of a framework, and what each difference can do to an assessment.
//!
//! Nothing is left out: without a difference the contents are the same, apart from id and version.

mod collect;
mod norms;
mod terms;
mod whole;

use std::collections::BTreeSet;

use super::framework::{Framework, NormId};
use super::version::{Step, Version};
use collect::Collector;
pub use terms::{Caution, Difference, Effect, Field, NormState, Subject};

/// All differences between two frameworks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FrameworkDiff {
    /// Every difference: the framework as a whole, then theme by theme in the order of the second, then what was left.
    pub differences: Vec<Difference>,
    /// Every norm of either: those of the second in rubric order, then those that were removed.
    pub norms: Vec<(NormId, NormState)>,
    /// Norms of both whose answers have to be judged anew: they read otherwise, or their rung turned their meaning round.
    pub anew: BTreeSet<NormId>,
}

impl FrameworkDiff {
    /// Compares `before` with `after`.
    pub fn between(before: &Framework, after: &Framework) -> FrameworkDiff {
        let mut found = Collector::default();
        whole::compare(before, after, &mut found);
        let states = norms::states(before, after, &found.differences);
        let anew = norms::anew(before, after, &found.differences);
        FrameworkDiff { differences: found.differences, norms: states, anew }
    }

    /// Whether nothing differs.
    pub fn is_empty(&self) -> bool {
        self.differences.is_empty()
    }

    /// The differences with this effect.
    pub fn with_effect(&self, effect: Effect) -> impl Iterator<Item = &Difference> {
        self.differences.iter().filter(move |difference| difference.effect == effect)
    }

    /// The differences of a norm.
    pub fn of_norm<'a>(&'a self, norm: &'a NormId) -> impl Iterator<Item = &'a Difference> {
        self.differences.iter().filter(move |found| matches!(&found.subject, Subject::Norm(id) if id == norm))
    }

    /// The norms in this state, in order.
    pub fn norms_in(&self, state: NormState) -> impl Iterator<Item = &NormId> {
        self.norms.iter().filter(move |(_, found)| *found == state).map(|(norm, _)| norm)
    }

    /// Which number of the version these differences ask to raise: the first when the same answers can give another
    /// score, the second when something has to be judged anew, when a signal changes or when something was added, else
    /// the third; none without a difference.
    pub fn advice(&self) -> Option<Step> {
        let gravest = self.differences.iter().map(|difference| difference.effect).max()?;
        let added =
            |found: &Difference| found.before.is_none() && (found.field == Field::Presence || found.language.is_some());
        Some(match gravest {
            Effect::Score => Step::Major,
            Effect::Judgement | Effect::Signal => Step::Minor,
            Effect::None if self.differences.iter().any(added) => Step::Minor,
            Effect::None => Step::Patch,
        })
    }

    /// What is odd about the two that were compared.
    pub fn cautions(&self, before: &Framework, after: &Framework) -> Vec<Caution> {
        let mut found = Vec::new();
        if before.id != after.id {
            found.push(Caution::OtherFramework);
            return found;
        }
        match Version::parse(&before.version).cmp(&Version::parse(&after.version)) {
            std::cmp::Ordering::Equal if !self.is_empty() => found.push(Caution::SameVersion),
            std::cmp::Ordering::Greater => found.push(Caution::LowerVersion),
            _ => {}
        }
        found
    }
}
