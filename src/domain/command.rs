//! What a user can ask of an assessment, and the event that follows or why it is refused.

use std::borrow::Cow;

use super::assessment::{Assessment, Assessor, Cover, Perspective, Settlement, Sheet};
use super::attachment::{self, Attachment};
pub use super::entered::CoverField;
use super::event::{Cause, Change, Event};
use super::finality::{finalize, reopen};
use super::finding::{Finding, Verdict, kinds};
use super::framework::{ExceedsOne, Framework, NormId, PairRule, Part, PartId};
use super::history::History;
pub use super::importing::Import;
use super::importing::import_all;
use super::internal;
use super::level::{Level, LevelSet};
use super::part_score::{PartScore, Status};
use super::personal::PersonalKind;
use super::proposal::{self, Proposal};
use super::row::Row;

/// What a user can ask.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Command {
    /// Record a finding; its twin takes it over. The files that are attached stay as they are, and so do their marks.
    Find {
        /// The perspective.
        perspective: Perspective,
        /// The norm.
        norm: NormId,
        /// The finding.
        finding: Finding,
        /// Whether this goes on with the edit before it, as typing does.
        continues: bool,
    },
    /// Attach files to a finding, and to that of its twin.
    Attach {
        /// The perspective.
        perspective: Perspective,
        /// The norm.
        norm: NormId,
        /// The files.
        files: Vec<Attachment>,
    },
    /// Take a file off a finding, and off that of its twin.
    Detach {
        /// The perspective.
        perspective: Perspective,
        /// The norm.
        norm: NormId,
        /// SHA-256 of the file.
        sha256: String,
    },
    /// Mark a file at a finding, and at that of its twin, as internal, or take the mark off.
    MarkFile {
        /// The perspective.
        perspective: Perspective,
        /// The norm.
        norm: NormId,
        /// SHA-256 of the file.
        sha256: String,
        /// Whether it is internal from now on.
        internal: bool,
    },
    /// Put findings of an earlier assessment beside norms that are open, to be confirmed.
    Propose(Box<Proposal>),
    /// Take over what is proposed for a norm and its twin.
    Confirm(Perspective, NormId),
    /// Take away what is proposed for a norm and its twin.
    Dismiss(Perspective, NormId),
    /// Settle a level, or take a settlement back.
    Settle {
        /// The perspective.
        perspective: Perspective,
        /// The part.
        part: PartId,
        /// The settlement; none takes it back.
        settlement: Option<Settlement>,
    },
    /// Record what follows from the findings of a part: rung 3 where rung 5 holds, no deficiency where rung 3 holds.
    Adopt {
        /// The perspective.
        perspective: Perspective,
        /// The part.
        part: PartId,
    },
    /// Name who judges.
    NameAssessor {
        /// The perspective.
        perspective: Perspective,
        /// Who.
        assessor: Assessor,
    },
    /// Choose the policy on deficiencies.
    ChoosePolicy {
        /// The perspective.
        perspective: Perspective,
        /// The policy.
        exceeds_one: ExceedsOne,
    },
    /// Change the cover.
    EditCover(Cover),
    /// Take in an exchange file.
    Import(Box<Import>),
    /// Freeze a complete sheet.
    Finalize(Perspective),
    /// Open a final sheet again, with a reason.
    Reopen(Perspective, String),
    /// Take back the last step.
    Undo,
    /// Do the last undone step again.
    Redo,
}

/// Why a command is refused.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Refusal {
    /// The framework has no such norm.
    #[error("unknown norm {0}")]
    UnknownNorm(NormId),
    /// The framework has no such part.
    #[error("unknown part {0}")]
    UnknownPart(PartId),
    /// This norm cannot be met in part.
    #[error("norm {0} cannot be met in part")]
    PartlyNotAllowed(NormId),
    /// This verdict needs a rationale at once.
    #[error("norm {0} needs a rationale for {1:?}")]
    RationaleNeeded(NormId, Verdict),
    /// A number of a person stands in the texts of these norms (of none: in the reason that was given), and nothing says
    /// why it stays.
    #[error("numbers of persons: {kinds:?} at {norms:?}")]
    PersonalData {
        /// The norms.
        norms: Vec<NormId>,
        /// What kinds of numbers.
        kinds: Vec<PersonalKind>,
    },
    /// A settlement or a reopening needs a reason.
    #[error("a reason is needed")]
    ReasonNeeded,
    /// The level is not in the admissible set.
    #[error("level {level} is not admissible for part {part}")]
    NotAdmissible {
        /// The part.
        part: PartId,
        /// The level.
        level: Level,
        /// The levels that are.
        admissible: LevelSet,
    },
    /// The part has no score to settle.
    #[error("part {0} cannot be settled")]
    NothingToSettle(PartId, Status),
    /// The sheet is final.
    #[error("{0:?} is final")]
    Final(Perspective),
    /// The sheet is not final.
    #[error("{0:?} is not final")]
    NotFinal(Perspective),
    /// Open norms or unsettled parts keep the sheet from being final.
    #[error("not complete")]
    NotComplete {
        /// Norms without a verdict.
        open: Vec<NormId>,
        /// Parts without one score.
        parts: Vec<PartId>,
    },
    /// Rationales are missing.
    #[error("rationales are missing")]
    RationalesMissing(Vec<NormId>),
    /// A cover needs the name of a lender and a period, and a number of eight digits if any.
    #[error("the cover lacks {0:?}")]
    CoverIncomplete(CoverField),
    /// An assessor has no name.
    #[error("the assessor has no name")]
    AssessorUnnamed,
    /// More files than this would be attached to one finding.
    #[error("more than {0} files attached")]
    TooManyAttached(usize),
    /// A text is longer than this many characters.
    #[error("a text is longer than {0} characters")]
    TextTooLong(usize),
    /// The exchange file is about another lender.
    #[error("another lender: {0}")]
    OtherSubject(String),
    /// Nothing is proposed for this norm.
    #[error("nothing is proposed for norm {0}")]
    NothingProposed(NormId),
    /// There is no step to take back.
    #[error("nothing to undo")]
    NothingToUndo,
    /// There is no undone step.
    #[error("nothing to redo")]
    NothingToRedo,
    /// It changes nothing.
    #[error("nothing changes")]
    NothingChanges,
}

/// Decides what follows from `command`. Changes nothing itself; a refused command leaves no trace.
pub fn decide(
    framework: &Framework,
    assessment: &Assessment,
    history: &History,
    command: Command,
) -> Result<Event, Refusal> {
    let mut event = match command.entered()? {
        Command::Find { perspective, norm, finding, continues } => {
            let sheet = open_sheet(framework, assessment, perspective)?;
            let cause = if continues { Cause::Continued } else { Cause::Edit };
            Event { cause, changes: find(framework, &sheet, perspective, norm, finding, Files::Stay)? }
        }
        Command::Attach { perspective, norm, files } => {
            let sheet = open_sheet(framework, assessment, perspective)?;
            edit(attachment::attach(framework, &sheet, perspective, &norm, &files)?)
        }
        Command::Detach { perspective, norm, sha256 } => {
            let sheet = open_sheet(framework, assessment, perspective)?;
            edit(attachment::detach(framework, &sheet, perspective, &norm, &sha256)?)
        }
        Command::MarkFile { perspective, norm, sha256, internal: is_internal } => {
            let sheet = open_sheet(framework, assessment, perspective)?;
            edit(internal::mark(framework, &sheet, perspective, &norm, (&sha256, is_internal))?)
        }
        Command::Propose(asked) => proposal::propose(framework, assessment, *asked)?,
        Command::Confirm(perspective, norm) => {
            let sheet = open_sheet(framework, assessment, perspective)?;
            let finding = proposal::confirmed(&sheet, &norm)?;
            edit(find(framework, &sheet, perspective, norm, finding, Files::Come)?)
        }
        Command::Dismiss(perspective, norm) => {
            let sheet = open_sheet(framework, assessment, perspective)?;
            edit(proposal::dismiss(framework, &sheet, perspective, &norm)?)
        }
        Command::Settle { perspective, part, settlement } => {
            let sheet = open_sheet(framework, assessment, perspective)?;
            edit(settle(framework, &sheet, perspective, part, settlement)?)
        }
        Command::Adopt { perspective, part } => {
            let sheet = open_sheet(framework, assessment, perspective)?;
            let part = framework.part(part.as_str()).ok_or(Refusal::UnknownPart(part))?;
            Event { cause: Cause::Adopted, changes: adopt(part, &sheet, perspective) }
        }
        Command::NameAssessor { perspective, assessor } => {
            let before = open_sheet(framework, assessment, perspective)?.assessor.clone();
            edit(vec![Change::Assessor { perspective, before, after: Some(assessor) }])
        }
        Command::ChoosePolicy { perspective, exceeds_one } => {
            let before = open_sheet(framework, assessment, perspective)?.exceeds_one;
            edit(vec![Change::ExceedsOne { perspective, before, after: exceeds_one }])
        }
        Command::EditCover(cover) => {
            if let Some((perspective, _)) = assessment.sheets.iter().find(|(_, sheet)| sheet.is_final) {
                return Err(Refusal::Final(*perspective));
            }
            edit(vec![Change::Cover { before: assessment.cover.clone(), after: cover }])
        }
        Command::Import(import) => import_all(framework, assessment, *import)?,
        Command::Finalize(perspective) => finalize(framework, assessment, perspective)?,
        Command::Reopen(perspective, reason) => reopen(framework, assessment, perspective, reason)?,
        Command::Undo => {
            let step = history.to_undo().ok_or(Refusal::NothingToUndo)?;
            let changes = step.changes.iter().rev().cloned().map(Change::inverse).collect();
            Event { cause: Cause::Undo(step.seq), changes }
        }
        Command::Redo => {
            let step = history.to_redo().ok_or(Refusal::NothingToRedo)?;
            Event { cause: Cause::Redo(step.seq), changes: step.changes.clone() }
        }
    };
    if !matches!(event.cause, Cause::Undo(_) | Cause::Redo(_)) {
        event.changes = proposal::with_answered(assessment, event.changes);
    }
    if event.changes.iter().all(|change| change.clone().inverse() == *change) {
        return Err(Refusal::NothingChanges);
    }
    Ok(event)
}

fn edit(changes: Vec<Change>) -> Event {
    Event { cause: Cause::Edit, changes }
}

/// The sheet of a perspective, unless it is final.
pub(super) fn open_sheet<'a>(
    framework: &Framework,
    assessment: &'a Assessment,
    perspective: Perspective,
) -> Result<Cow<'a, Sheet>, Refusal> {
    let sheet = assessment.sheet(framework, perspective);
    if sheet.is_final { Err(Refusal::Final(perspective)) } else { Ok(sheet) }
}

/// What becomes of the files at a finding when it is recorded.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Files {
    /// They stay as they are.
    Stay,
    /// Those of the new finding come in their place.
    Come,
}

fn find(
    framework: &Framework,
    sheet: &Sheet,
    perspective: Perspective,
    norm: NormId,
    finding: Finding,
    files: Files,
) -> Result<Vec<Change>, Refusal> {
    let Some((part, _, found)) = framework.norm(norm.as_str()) else { return Err(Refusal::UnknownNorm(norm)) };
    if finding.verdict == Verdict::Partly && !part.allows_partly(found) {
        return Err(Refusal::PartlyNotAllowed(norm));
    }
    if finding.verdict.needs_rationale_at_once() && !finding.is_reasoned() {
        return Err(Refusal::RationaleNeeded(norm, finding.verdict));
    }
    let present = sheet.finding(norm.as_str());
    // What stands there already, from before this was asked, does not stand in the way of another verdict.
    let is_new = (&present.rationale, &present.evidence, &present.internal.evidence)
        != (&finding.rationale, &finding.evidence, &finding.internal.evidence);
    without_numbers_of_persons(&finding.personal_data_reason)?;
    if is_new && finding.holds_unexplained_personal_data() {
        return Err(Refusal::PersonalData { norms: vec![norm], kinds: finding.personal_data() });
    }
    let twin = framework.twin_of(norm.as_str()).map(|twin| twin.id.clone());
    Ok([Some(norm), twin]
        .into_iter()
        .flatten()
        .map(|norm| {
            let before = sheet.finding(norm.as_str());
            let mut after = finding.clone();
            if files == Files::Stay {
                after.attached.clone_from(&before.attached);
                after.internal.files.clone_from(&before.internal.files);
            }
            Change::Finding { perspective, norm, before, after }
        })
        .filter(|change| change.clone().inverse() != *change)
        .collect())
}

fn settle(
    framework: &Framework,
    sheet: &Sheet,
    perspective: Perspective,
    part: PartId,
    settlement: Option<Settlement>,
) -> Result<Vec<Change>, Refusal> {
    let found = framework.part(part.as_str()).ok_or_else(|| Refusal::UnknownPart(part.clone()))?;
    if let Some(settlement) = &settlement {
        let score = PartScore::of(found, sheet);
        if score.admissible.is_empty() {
            return Err(Refusal::NothingToSettle(part, score.status));
        }
        if !score.admissible.contains(settlement.level) {
            return Err(Refusal::NotAdmissible { part, level: settlement.level, admissible: score.admissible });
        }
        if settlement.rationale.trim().is_empty() {
            return Err(Refusal::ReasonNeeded);
        }
        without_numbers_of_persons(&settlement.rationale)?;
    }
    let before = sheet.settlements.get(&part).cloned();
    Ok(vec![Change::Settlement { perspective, part, before, after: settlement }])
}

/// Refuses a reason with a number of a person in it: there is never a need for one.
pub(super) fn without_numbers_of_persons(reason: &str) -> Result<(), Refusal> {
    let kinds = kinds(std::iter::once(reason));
    if kinds.is_empty() { Ok(()) } else { Err(Refusal::PersonalData { norms: Vec::new(), kinds }) }
}

fn adopt(part: &Part, sheet: &Sheet, perspective: Perspective) -> Vec<Change> {
    let mut changes = Vec::new();
    for aspect in &part.aspects {
        let mut row = Row::of(aspect, sheet);
        // The highest pair first, so that what follows from rung 5 can carry on down to the deficiency.
        for pair in aspect.pairs.iter().filter(|pair| pair.rule == PairRule::Refuse) {
            for at in row.implied(*pair) {
                row = row.with(at, pair.lower.good());
                for norm in row.asked(at).into_iter().filter_map(|place| aspect.norms.get(place)) {
                    let before = sheet.finding(norm.id.as_str());
                    let after = Finding { verdict: pair.lower.good(), ..before.clone() };
                    changes.push(Change::Finding { perspective, norm: norm.id.clone(), before, after });
                }
            }
        }
    }
    changes
}
