//! What happened to an assessment: events that carry both the old and the new value, so that each can be taken back.

use super::assessment::{Assessment, Assessor, Cover, Perspective, Settlement, Sheet};
use super::finding::Finding;
use super::framework::{ExceedsOne, Framework, NormId, PartId};
use super::migration::Origin;
use super::proposal::Earlier;

/// One value that changed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Change {
    /// The cover.
    Cover {
        /// The old value.
        before: Cover,
        /// The new value.
        after: Cover,
    },
    /// Who judges.
    Assessor {
        /// The perspective.
        perspective: Perspective,
        /// The old value.
        before: Option<Assessor>,
        /// The new value.
        after: Option<Assessor>,
    },
    /// The policy on deficiencies.
    ExceedsOne {
        /// The perspective.
        perspective: Perspective,
        /// The old value.
        before: ExceedsOne,
        /// The new value.
        after: ExceedsOne,
    },
    /// The finding for a norm.
    Finding {
        /// The perspective.
        perspective: Perspective,
        /// The norm.
        norm: NormId,
        /// The old value.
        before: Finding,
        /// The new value.
        after: Finding,
    },
    /// What is proposed for a norm.
    Proposal {
        /// The perspective.
        perspective: Perspective,
        /// The norm.
        norm: NormId,
        /// The old value.
        before: Option<Finding>,
        /// The new value.
        after: Option<Finding>,
    },
    /// The settlement of a part.
    Settlement {
        /// The perspective.
        perspective: Perspective,
        /// The part.
        part: PartId,
        /// The old value.
        before: Option<Settlement>,
        /// The new value.
        after: Option<Settlement>,
    },
    /// Whether the sheet is final.
    Final {
        /// The perspective.
        perspective: Perspective,
        /// The old value.
        before: bool,
        /// The new value.
        after: bool,
    },
}

impl Change {
    /// The change that takes this one back.
    pub fn inverse(self) -> Change {
        match self {
            Change::Cover { before, after } => Change::Cover { before: after, after: before },
            Change::Assessor { perspective, before, after } => {
                Change::Assessor { perspective, before: after, after: before }
            }
            Change::ExceedsOne { perspective, before, after } => {
                Change::ExceedsOne { perspective, before: after, after: before }
            }
            Change::Finding { perspective, norm, before, after } => {
                Change::Finding { perspective, norm, before: after, after: before }
            }
            Change::Proposal { perspective, norm, before, after } => {
                Change::Proposal { perspective, norm, before: after, after: before }
            }
            Change::Settlement { perspective, part, before, after } => {
                Change::Settlement { perspective, part, before: after, after: before }
            }
            Change::Final { perspective, before, after } => Change::Final { perspective, before: after, after: before },
        }
    }
}

/// Why an event happened.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Cause {
    /// The assessment was made.
    Created,
    /// The assessment was made from an earlier one, under another version of its framework.
    Migrated(Box<Origin>),
    /// A user changed something.
    Edit,
    /// A user went on with the edit before it (typing in one field); both are one step to undo.
    Continued,
    /// What follows from findings was taken over.
    Adopted,
    /// An exchange file was read in.
    Imported,
    /// Findings of an earlier assessment were proposed.
    Proposed(Box<Earlier>),
    /// The step that began with this event was undone.
    Undo(u64),
    /// The step that began with this event was done again.
    Redo(u64),
    /// The sheet was made final.
    Finalized,
    /// A final sheet was opened again, for this reason.
    Reopened(String),
}

/// One thing that happened; stored as one durable transaction.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Event {
    /// Why.
    pub cause: Cause,
    /// What changed.
    pub changes: Vec<Change>,
}

impl Assessment {
    /// The assessment after `event`.
    pub fn apply(&mut self, framework: &Framework, event: &Event) {
        for change in &event.changes {
            self.apply_change(framework, change);
        }
        // A perspective that did nothing is not there: taking back its first step leads to the very state before.
        self.sheets.retain(|_, sheet| *sheet != Sheet::empty(framework));
    }

    fn apply_change(&mut self, framework: &Framework, change: &Change) {
        match change {
            Change::Cover { after, .. } => self.cover = after.clone(),
            Change::Assessor { perspective, after, .. } => {
                self.sheet_mut(framework, *perspective).assessor.clone_from(after);
            }
            Change::ExceedsOne { perspective, after, .. } => {
                self.sheet_mut(framework, *perspective).exceeds_one = *after;
            }
            Change::Finding { perspective, norm, after, .. } => {
                let findings = &mut self.sheet_mut(framework, *perspective).findings;
                if *after == Finding::default() {
                    findings.remove(norm);
                } else {
                    findings.insert(norm.clone(), after.clone());
                }
            }
            Change::Proposal { perspective, norm, after, .. } => {
                let proposals = &mut self.sheet_mut(framework, *perspective).proposals;
                match after {
                    Some(proposal) => proposals.insert(norm.clone(), proposal.clone()),
                    None => proposals.remove(norm),
                };
            }
            Change::Settlement { perspective, part, after, .. } => {
                let settlements = &mut self.sheet_mut(framework, *perspective).settlements;
                match after {
                    Some(settlement) => settlements.insert(part.clone(), settlement.clone()),
                    None => settlements.remove(part),
                };
            }
            Change::Final { perspective, after, .. } => self.sheet_mut(framework, *perspective).is_final = *after,
        }
    }

    fn sheet_mut(&mut self, framework: &Framework, perspective: Perspective) -> &mut Sheet {
        self.sheets.entry(perspective).or_insert_with(|| Sheet::empty(framework))
    }
}
