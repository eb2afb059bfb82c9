//! Where a migrated assessment or proposals came from, as it stands in a `.trede` file: a part of event format 1.

use serde::{Deserialize, Serialize};

use super::event_v1::{EventError, FindingV1, SettlementV1, word};
use crate::domain::assessment::{LogHead, Perspective};
use crate::domain::framework::{NormId, PartId, Rung};
use crate::domain::migration::{Left, Origin};
use crate::domain::proposal::Earlier;

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct OriginV1 {
    log_count: u64,
    log_sha256: String,
    framework: String,
    framework_version: String,
    framework_sha256: String,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    left: Vec<LeftV1>,
}

/// Where proposals came from.
#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct EarlierV1 {
    file: String,
    period: String,
    log_count: u64,
    log_sha256: String,
}

impl From<&Earlier> for EarlierV1 {
    fn from(Earlier { file, period, log }: &Earlier) -> EarlierV1 {
        let (file, period) = (file.clone(), period.clone());
        EarlierV1 { file, period, log_count: log.count, log_sha256: log.sha256.clone() }
    }
}

impl From<EarlierV1> for Earlier {
    fn from(EarlierV1 { file, period, log_count, log_sha256 }: EarlierV1) -> Earlier {
        Earlier { file, period, log: LogHead { count: log_count, sha256: log_sha256 } }
    }
}

#[derive(Serialize, Deserialize)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
enum LeftV1 {
    Finding { perspective: String, norm: String, rung: u8, finding: FindingV1 },
    Settlement { perspective: String, part: String, settlement: SettlementV1 },
}

impl From<&Origin> for OriginV1 {
    fn from(origin: &Origin) -> OriginV1 {
        OriginV1 {
            log_count: origin.log.count,
            log_sha256: origin.log.sha256.clone(),
            framework: origin.framework.clone(),
            framework_version: origin.version.clone(),
            framework_sha256: origin.sha256.clone(),
            left: origin.left.iter().cloned().map(LeftV1::from).collect(),
        }
    }
}

impl TryFrom<OriginV1> for Origin {
    type Error = EventError;

    fn try_from(origin: OriginV1) -> Result<Origin, EventError> {
        Ok(Origin {
            log: LogHead { count: origin.log_count, sha256: origin.log_sha256 },
            framework: origin.framework,
            version: origin.framework_version,
            sha256: origin.framework_sha256,
            left: origin.left.into_iter().map(Left::try_from).collect::<Result<_, _>>()?,
        })
    }
}

impl From<Left> for LeftV1 {
    fn from(left: Left) -> LeftV1 {
        match left {
            Left::Finding { perspective, norm, rung, finding } => LeftV1::Finding {
                perspective: perspective.code().to_owned(),
                norm: norm.to_string(),
                rung: rung.number(),
                finding: finding.into(),
            },
            Left::Settlement { perspective, part, settlement } => LeftV1::Settlement {
                perspective: perspective.code().to_owned(),
                part: part.to_string(),
                settlement: settlement.into(),
            },
        }
    }
}

impl TryFrom<LeftV1> for Left {
    type Error = EventError;

    fn try_from(left: LeftV1) -> Result<Left, EventError> {
        Ok(match left {
            LeftV1::Finding { perspective, norm, rung, finding } => Left::Finding {
                perspective: word(perspective, Perspective::from_code)?,
                norm: NormId::new(&norm),
                rung: Rung::new(i64::from(rung)).ok_or_else(|| EventError::Word(rung.to_string()))?,
                finding: finding.try_into()?,
            },
            LeftV1::Settlement { perspective, part, settlement } => Left::Settlement {
                perspective: word(perspective, Perspective::from_code)?,
                part: PartId::new(&part),
                settlement: settlement.try_into()?,
            },
        })
    }
}
