//! Writing exchange files, so that reading them gives the same findings, settlements and score.

use serde::ser::SerializeMap as _;
use serde::{Serialize, Serializer};

use crate::domain::assessment::{LogHead, Perspective, Sheet};
use crate::domain::finding::Finding;
use crate::domain::{Attachment, Cover, Framework};

/// The two forms of an exchange file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ExchangeFormat {
    /// RON.
    Ron,
    /// JSON.
    Json,
}

/// Writes the findings of one perspective.
pub fn write(
    framework: &Framework,
    cover: &Cover,
    perspective: Perspective,
    sheet: &Sheet,
    log_head: Option<&LogHead>,
    format: ExchangeFormat,
) -> Result<String, String> {
    let exchange = ExchangeV1 {
        format: 1,
        framework: &framework.id,
        framework_version: &framework.version,
        framework_sha256: &framework.sha256,
        subject: SubjectV1 { name: &cover.subject, kvk: cover.kvk.as_deref() },
        period: &cover.period,
        perspective: perspective.code(),
        assessor: sheet.assessor.as_ref().map(|assessor| AssessorV1 { name: &assessor.name, role: &assessor.role }),
        policies: Map(policies(framework, sheet)),
        log_head: log_head.map(|head| LogHeadV1 { count: head.count, sha256: &head.sha256 }),
        answers: Map(answers(framework, sheet)),
        settlements: Map(settlements(framework, sheet)),
    };
    match format {
        ExchangeFormat::Ron => {
            let style = ron::ser::PrettyConfig::new().indentor("    ").new_line("\n");
            ron::ser::to_string_pretty(&exchange, style).map_err(|error| error.to_string())
        }
        ExchangeFormat::Json => serde_json::to_string_pretty(&exchange).map_err(|error| error.to_string()),
    }
    .map(|text| text + "\n")
}

fn policies<'a>(framework: &'a Framework, sheet: &'a Sheet) -> Vec<(&'a str, &'a str)> {
    let value = |id: &str, declared: &'a str| if id == "exceeds_one" { sheet.exceeds_one.code() } else { declared };
    framework.policies.iter().map(|policy| (policy.id.as_str(), value(&policy.id, &policy.value))).collect()
}

fn answers<'a>(framework: &'a Framework, sheet: &'a Sheet) -> Vec<(&'a str, AnswerV1<'a>)> {
    let named = framework.norms().filter_map(|norm| Some((norm.id.as_str(), sheet.findings.get(&norm.id)?)));
    named
        .map(|(id, finding)| {
            // What is internal was taken out before: see `Sheet::for_exchange`. Here it has no words at all.
            let Finding { verdict, rationale, evidence, attached, personal_data_reason, withheld, internal: _ } =
                finding;
            let is_bare = rationale.is_empty() && evidence.is_empty() && attached.is_empty() && withheld.is_empty();
            let answer = if is_bare {
                AnswerV1::Bare(verdict.code())
            } else {
                let attached = attached.iter().map(AttachedV1::from).collect();
                AnswerV1::Full {
                    verdict: verdict.code(),
                    rationale,
                    evidence,
                    attached,
                    personal_data_reason,
                    withheld: withheld.words(),
                }
            };
            (id, answer)
        })
        .collect()
}

fn settlements<'a>(framework: &'a Framework, sheet: &'a Sheet) -> Vec<(&'a str, SettlementV1<'a>)> {
    let settled = framework.parts().filter_map(|part| Some((part.id.as_str(), sheet.settlements.get(&part.id)?)));
    settled.map(|(id, each)| (id, SettlementV1 { level: each.level.number(), rationale: &each.rationale })).collect()
}

#[derive(Serialize)]
struct ExchangeV1<'a> {
    format: u32,
    framework: &'a str,
    framework_version: &'a str,
    framework_sha256: &'a str,
    subject: SubjectV1<'a>,
    period: &'a str,
    perspective: &'a str,
    #[serde(skip_serializing_if = "Option::is_none", serialize_with = "bare")]
    assessor: Option<AssessorV1<'a>>,
    policies: Map<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none", serialize_with = "bare")]
    log_head: Option<LogHeadV1<'a>>,
    answers: Map<AnswerV1<'a>, &'a str>,
    settlements: Map<SettlementV1<'a>, &'a str>,
}

#[derive(Serialize)]
struct SubjectV1<'a> {
    name: &'a str,
    #[serde(skip_serializing_if = "Option::is_none", serialize_with = "bare")]
    kvk: Option<&'a str>,
}

#[derive(Serialize)]
struct AssessorV1<'a> {
    name: &'a str,
    role: &'a str,
}

#[derive(Serialize)]
struct LogHeadV1<'a> {
    count: u64,
    sha256: &'a str,
}

#[derive(Serialize)]
#[serde(untagged)]
enum AnswerV1<'a> {
    Bare(&'a str),
    Full {
        verdict: &'a str,
        #[serde(skip_serializing_if = "str::is_empty")]
        rationale: &'a str,
        #[serde(skip_serializing_if = "<[String]>::is_empty")]
        evidence: &'a [String],
        #[serde(skip_serializing_if = "Vec::is_empty")]
        attached: Vec<AttachedV1<'a>>,
        #[serde(skip_serializing_if = "str::is_empty")]
        personal_data_reason: &'a str,
        #[serde(skip_serializing_if = "Vec::is_empty")]
        withheld: Vec<&'static str>,
    },
}

#[derive(Serialize)]
struct AttachedV1<'a> {
    name: &'a str,
    sha256: &'a str,
    size: u64,
}

impl<'a> From<&'a Attachment> for AttachedV1<'a> {
    fn from(file: &'a Attachment) -> AttachedV1<'a> {
        AttachedV1 { name: file.name(), sha256: file.sha256(), size: file.size() }
    }
}

#[derive(Serialize)]
struct SettlementV1<'a> {
    level: u8,
    rationale: &'a str,
}

/// A map that keeps its order.
struct Map<V, K = V>(Vec<(K, V)>);

impl<K: Serialize, V: Serialize> Serialize for Map<V, K> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(Some(self.0.len()))?;
        for (key, value) in &self.0 {
            map.serialize_entry(key, value)?;
        }
        map.end()
    }
}

/// The value itself: RON would write `Some(..)`, which no reader needs.
fn bare<T: Serialize, S: Serializer>(value: &Option<T>, serializer: S) -> Result<S::Ok, S::Error> {
    match value {
        Some(value) => value.serialize(serializer),
        None => serializer.serialize_unit(),
    }
}
