//! Events as they stand in a `.trede` file: JSON, format 1. Never the domain types themselves, so that those can change.

use serde::{Deserialize, Serialize};

use super::origin_v1::{EarlierV1, OriginV1};
use crate::domain::Attachment;
use crate::domain::assessment::{Assessor, Cover, Perspective, Settlement};
use crate::domain::event::{Cause, Change, Event};
use crate::domain::finding::{Finding, Verdict};
use crate::domain::framework::{ExceedsOne, NormId, PartId};
use crate::domain::level::Level;
use crate::domain::migration::Left;

/// An event that cannot be read: the JSON is not of this format, or holds a word that does not exist.
#[derive(Debug, thiserror::Error)]
pub enum EventError {
    /// Not the JSON of this format.
    #[error("{0}")]
    Json(#[from] serde_json::Error),
    /// A word that does not exist.
    #[error("unknown word {0:?}")]
    Word(String),
}

/// Writes an event.
pub fn write(event: &Event) -> Result<String, EventError> {
    Ok(serde_json::to_string(&EventV1::from(event))?)
}

/// Whether an event says what the first form of the file had no words for: attached files, proposals,
/// reasons to keep personal data.
pub fn is_of_second_form(event: &Event) -> bool {
    let names = |finding: &Finding| !finding.attached.is_empty() || !finding.personal_data_reason.is_empty();
    let in_change = event.changes.iter().any(|change| match change {
        Change::Finding { before, after, .. } => names(before) || names(after),
        Change::Proposal { .. } => true,
        _ => false,
    });
    let left_behind = match &event.cause {
        Cause::Migrated(origin) => origin.left.iter().filter_map(Left::finding).any(names),
        _ => false,
    };
    in_change || left_behind
}

/// Reads an event.
pub fn read(text: &str) -> Result<Event, EventError> {
    serde_json::from_str::<EventV1>(text)?.try_into()
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct EventV1 {
    cause: CauseV1,
    changes: Vec<ChangeV1>,
}

#[derive(Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
enum CauseV1 {
    Created,
    Migrated(Box<OriginV1>),
    Edit,
    Continued,
    Adopted,
    Imported,
    Proposed(EarlierV1),
    Undo(u64),
    Redo(u64),
    Finalized,
    Reopened(String),
}

#[derive(Serialize, Deserialize)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
enum ChangeV1 {
    Cover { before: CoverV1, after: CoverV1 },
    Assessor { perspective: String, before: Option<AssessorV1>, after: Option<AssessorV1> },
    ExceedsOne { perspective: String, before: String, after: String },
    Finding { perspective: String, norm: String, before: FindingV1, after: FindingV1 },
    Proposal { perspective: String, norm: String, before: Option<FindingV1>, after: Option<FindingV1> },
    Settlement { perspective: String, part: String, before: Option<SettlementV1>, after: Option<SettlementV1> },
    Final { perspective: String, before: bool, after: bool },
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct CoverV1 {
    subject: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    kvk: Option<String>,
    period: String,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct AssessorV1 {
    name: String,
    role: String,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct FindingV1 {
    verdict: String,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    rationale: String,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    evidence: Vec<String>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    attached: Vec<AttachmentV1>,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    personal_data_reason: String,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct AttachmentV1 {
    name: String,
    sha256: String,
    size: u64,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct SettlementV1 {
    level: u8,
    rationale: String,
}

impl From<&Event> for EventV1 {
    fn from(event: &Event) -> EventV1 {
        let cause = match &event.cause {
            Cause::Created => CauseV1::Created,
            Cause::Migrated(origin) => CauseV1::Migrated(Box::new(OriginV1::from(origin.as_ref()))),
            Cause::Edit => CauseV1::Edit,
            Cause::Continued => CauseV1::Continued,
            Cause::Adopted => CauseV1::Adopted,
            Cause::Imported => CauseV1::Imported,
            Cause::Proposed(earlier) => CauseV1::Proposed(EarlierV1::from(earlier.as_ref())),
            Cause::Undo(of) => CauseV1::Undo(*of),
            Cause::Redo(of) => CauseV1::Redo(*of),
            Cause::Finalized => CauseV1::Finalized,
            Cause::Reopened(reason) => CauseV1::Reopened(reason.clone()),
        };
        EventV1 { cause, changes: event.changes.iter().cloned().map(ChangeV1::from).collect() }
    }
}

impl TryFrom<EventV1> for Event {
    type Error = EventError;

    fn try_from(event: EventV1) -> Result<Event, EventError> {
        let cause = match event.cause {
            CauseV1::Created => Cause::Created,
            CauseV1::Migrated(origin) => Cause::Migrated(Box::new((*origin).try_into()?)),
            CauseV1::Edit => Cause::Edit,
            CauseV1::Continued => Cause::Continued,
            CauseV1::Adopted => Cause::Adopted,
            CauseV1::Imported => Cause::Imported,
            CauseV1::Proposed(earlier) => Cause::Proposed(Box::new(earlier.into())),
            CauseV1::Undo(of) => Cause::Undo(of),
            CauseV1::Redo(of) => Cause::Redo(of),
            CauseV1::Finalized => Cause::Finalized,
            CauseV1::Reopened(reason) => Cause::Reopened(reason),
        };
        let changes = event.changes.into_iter().map(Change::try_from).collect::<Result<_, _>>()?;
        Ok(Event { cause, changes })
    }
}

impl From<Change> for ChangeV1 {
    fn from(change: Change) -> ChangeV1 {
        match change {
            Change::Cover { before, after } => ChangeV1::Cover { before: before.into(), after: after.into() },
            Change::Assessor { perspective, before, after } => ChangeV1::Assessor {
                perspective: perspective.code().to_owned(),
                before: before.map(AssessorV1::from),
                after: after.map(AssessorV1::from),
            },
            Change::ExceedsOne { perspective, before, after } => ChangeV1::ExceedsOne {
                perspective: perspective.code().to_owned(),
                before: before.code().to_owned(),
                after: after.code().to_owned(),
            },
            Change::Finding { perspective, norm, before, after } => ChangeV1::Finding {
                perspective: perspective.code().to_owned(),
                norm: norm.to_string(),
                before: before.into(),
                after: after.into(),
            },
            Change::Proposal { perspective, norm, before, after } => ChangeV1::Proposal {
                perspective: perspective.code().to_owned(),
                norm: norm.to_string(),
                before: before.map(FindingV1::from),
                after: after.map(FindingV1::from),
            },
            Change::Settlement { perspective, part, before, after } => ChangeV1::Settlement {
                perspective: perspective.code().to_owned(),
                part: part.to_string(),
                before: before.map(SettlementV1::from),
                after: after.map(SettlementV1::from),
            },
            Change::Final { perspective, before, after } => {
                ChangeV1::Final { perspective: perspective.code().to_owned(), before, after }
            }
        }
    }
}

impl TryFrom<ChangeV1> for Change {
    type Error = EventError;

    fn try_from(change: ChangeV1) -> Result<Change, EventError> {
        Ok(match change {
            ChangeV1::Cover { before, after } => Change::Cover { before: before.into(), after: after.into() },
            ChangeV1::Assessor { perspective, before, after } => Change::Assessor {
                perspective: word(perspective, Perspective::from_code)?,
                before: before.map(Assessor::from),
                after: after.map(Assessor::from),
            },
            ChangeV1::ExceedsOne { perspective, before, after } => Change::ExceedsOne {
                perspective: word(perspective, Perspective::from_code)?,
                before: word(before, ExceedsOne::from_code)?,
                after: word(after, ExceedsOne::from_code)?,
            },
            ChangeV1::Finding { perspective, norm, before, after } => Change::Finding {
                perspective: word(perspective, Perspective::from_code)?,
                norm: NormId::new(&norm),
                before: before.try_into()?,
                after: after.try_into()?,
            },
            ChangeV1::Proposal { perspective, norm, before, after } => Change::Proposal {
                perspective: word(perspective, Perspective::from_code)?,
                norm: NormId::new(&norm),
                before: before.map(Finding::try_from).transpose()?,
                after: after.map(Finding::try_from).transpose()?,
            },
            ChangeV1::Settlement { perspective, part, before, after } => Change::Settlement {
                perspective: word(perspective, Perspective::from_code)?,
                part: PartId::new(&part),
                before: before.map(Settlement::try_from).transpose()?,
                after: after.map(Settlement::try_from).transpose()?,
            },
            ChangeV1::Final { perspective, before, after } => {
                Change::Final { perspective: word(perspective, Perspective::from_code)?, before, after }
            }
        })
    }
}

pub(super) fn word<T>(word: String, known: fn(&str) -> Option<T>) -> Result<T, EventError> {
    known(&word).ok_or(EventError::Word(word))
}

impl From<Cover> for CoverV1 {
    fn from(Cover { subject, kvk, period }: Cover) -> CoverV1 {
        CoverV1 { subject, kvk, period }
    }
}

impl From<CoverV1> for Cover {
    fn from(CoverV1 { subject, kvk, period }: CoverV1) -> Cover {
        Cover { subject, kvk, period }
    }
}

impl From<Assessor> for AssessorV1 {
    fn from(Assessor { name, role }: Assessor) -> AssessorV1 {
        AssessorV1 { name, role }
    }
}

impl From<AssessorV1> for Assessor {
    fn from(AssessorV1 { name, role }: AssessorV1) -> Assessor {
        Assessor { name, role }
    }
}

impl From<Finding> for FindingV1 {
    fn from(finding: Finding) -> FindingV1 {
        let Finding { verdict, rationale, evidence, attached, personal_data_reason } = finding;
        let attached = attached.iter().map(AttachmentV1::from).collect();
        FindingV1 { verdict: verdict.code().to_owned(), rationale, evidence, attached, personal_data_reason }
    }
}

impl TryFrom<FindingV1> for Finding {
    type Error = EventError;

    fn try_from(finding: FindingV1) -> Result<Finding, EventError> {
        let FindingV1 { verdict, rationale, evidence, attached, personal_data_reason } = finding;
        let attached = attached.into_iter().map(Attachment::try_from).collect::<Result<_, _>>()?;
        Ok(Finding { verdict: word(verdict, Verdict::from_code)?, rationale, evidence, attached, personal_data_reason })
    }
}

impl From<&Attachment> for AttachmentV1 {
    fn from(file: &Attachment) -> AttachmentV1 {
        AttachmentV1 { name: file.name().to_owned(), sha256: file.sha256().to_owned(), size: file.size() }
    }
}

impl TryFrom<AttachmentV1> for Attachment {
    type Error = EventError;

    fn try_from(AttachmentV1 { name, sha256, size }: AttachmentV1) -> Result<Attachment, EventError> {
        Attachment::new(&name, &sha256, size).map_err(|_| EventError::Word(name))
    }
}

impl From<Settlement> for SettlementV1 {
    fn from(Settlement { level, rationale }: Settlement) -> SettlementV1 {
        SettlementV1 { level: level.number(), rationale }
    }
}

impl TryFrom<SettlementV1> for Settlement {
    type Error = EventError;

    fn try_from(SettlementV1 { level, rationale }: SettlementV1) -> Result<Settlement, EventError> {
        let level = Level::new(i64::from(level)).ok_or_else(|| EventError::Word(level.to_string()))?;
        Ok(Settlement { level, rationale })
    }
}
