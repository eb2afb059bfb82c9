//! Events as they stand in a `.trede` file: JSON, format 1. Never the domain types themselves, so that those can change.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use super::origin_v1::{EarlierV1, OriginV1};
use crate::domain::assessment::{Assessor, Cover, Perspective, Settlement};
use crate::domain::event::{Cause, Change, Event};
use crate::domain::finding::{Finding, Verdict};
use crate::domain::framework::{ExceedsOne, NormId, PartId};
use crate::domain::level::Level;
use crate::domain::migration::Left;
use crate::domain::{Attachment, Internal, Withheld};

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

/// The form of the file that has words for this event. The second has them for attached files, proposals and reasons to keep
/// personal data, the third for what is internal or was withheld.
pub fn form_of(event: &Event) -> i32 {
    let of_finding = |finding: &Finding| {
        if !finding.internal.is_empty() || !finding.withheld.is_empty() {
            3
        } else if !finding.attached.is_empty() || !finding.personal_data_reason.is_empty() {
            2
        } else {
            1
        }
    };
    let in_changes = event.changes.iter().map(|change| match change {
        Change::Finding { before, after, .. } => of_finding(before).max(of_finding(after)),
        Change::Proposal { before, after, .. } => before.iter().chain(after).map(of_finding).fold(2, i32::max),
        _ => 1,
    });
    let left_behind = match &event.cause {
        Cause::Migrated(origin) => origin.left.iter().filter_map(Left::finding).map(of_finding).max(),
        _ => None,
    };
    in_changes.chain(left_behind).fold(1, i32::max)
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
    #[serde(default, skip_serializing_if = "InternalV1::is_empty")]
    internal: InternalV1,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    withheld: Vec<String>,
}

#[derive(Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct InternalV1 {
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    rationale: bool,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    evidence: Vec<String>,
    #[serde(default, skip_serializing_if = "BTreeSet::is_empty")]
    files: BTreeSet<String>,
}

impl InternalV1 {
    fn is_empty(&self) -> bool {
        *self == InternalV1::default()
    }
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
        let Finding { verdict, rationale, evidence, attached, personal_data_reason, internal, withheld } = finding;
        let attached = attached.iter().map(AttachmentV1::from).collect();
        let internal = InternalV1 { rationale: internal.rationale, evidence: internal.evidence, files: internal.files };
        let withheld = withheld.words().into_iter().map(str::to_owned).collect();
        let verdict = verdict.code().to_owned();
        FindingV1 { verdict, rationale, evidence, attached, personal_data_reason, internal, withheld }
    }
}

impl TryFrom<FindingV1> for Finding {
    type Error = EventError;

    fn try_from(finding: FindingV1) -> Result<Finding, EventError> {
        let FindingV1 { verdict, rationale, evidence, attached, personal_data_reason, internal, withheld: words } =
            finding;
        let attached = attached.into_iter().map(Attachment::try_from).collect::<Result<_, _>>()?;
        let InternalV1 { rationale: hidden, evidence: references, files } = internal;
        let internal = Internal { rationale: hidden, evidence: references, files };
        let mut withheld = Withheld::default();
        if let Some(unknown) = words.into_iter().find(|word| !withheld.add(word)) {
            return Err(EventError::Word(unknown));
        }
        let verdict = word(verdict, Verdict::from_code)?;
        Ok(Finding { verdict, rationale, evidence, attached, personal_data_reason, internal, withheld })
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
