//! An assessment: who is judged, and what each perspective found.

use std::borrow::Cow;
use std::collections::BTreeMap;

use super::finding::{Finding, Verdict};
use super::framework::{ExceedsOne, Framework, Norm, NormId, Part, PartId};
use super::level::Level;
use super::personal::without_personal_data;

/// From which side an assessment is made; each keeps its own findings and score.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Perspective {
    /// Zelfbeoordeling: the lender.
    SelfAssessment,
    /// Toezichthouder: the supervisor.
    Supervisor,
    /// Tweede lezer.
    Reviewer,
}

impl Perspective {
    /// All perspectives, in the order of the window.
    pub const ALL: [Perspective; 3] = [Perspective::SelfAssessment, Perspective::Supervisor, Perspective::Reviewer];

    /// The word in files and on the command line.
    pub fn code(self) -> &'static str {
        match self {
            Perspective::SelfAssessment => "self",
            Perspective::Supervisor => "supervisor",
            Perspective::Reviewer => "reviewer",
        }
    }

    /// The perspective with this word.
    pub fn from_code(code: &str) -> Option<Perspective> {
        Perspective::ALL.into_iter().find(|perspective| perspective.code() == code)
    }
}

/// What stands on the cover.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Cover {
    /// The name of the lender.
    pub subject: String,
    /// Its number in the trade register: eight digits.
    pub kvk: Option<String>,
    /// The period that is judged, as text.
    pub period: String,
}

/// Who judges.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Assessor {
    /// The name.
    pub name: String,
    /// The role, as text.
    pub role: String,
}

impl Assessor {
    /// Whether this is the same name, apart from capitals, full stops and blanks.
    pub fn is_called(&self, name: &str) -> bool {
        let plain = |name: &str| -> String {
            name.chars().filter(|each| !each.is_whitespace() && *each != '.').flat_map(char::to_lowercase).collect()
        };
        plain(&self.name) == plain(name)
    }
}

/// A level that the assessor settled.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Settlement {
    /// The level.
    pub level: Level,
    /// Why; never blank.
    pub rationale: String,
}

/// The length of an audit log and the hash of its last event.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LogHead {
    /// How many events there are.
    pub count: u64,
    /// The hash of the last event, 64 lowercase hexadecimal digits.
    pub sha256: String,
}

/// Findings and settlements of one perspective.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Sheet {
    /// Who judges from this side.
    pub assessor: Option<Assessor>,
    /// The policy on deficiencies in force for this perspective.
    pub exceeds_one: ExceedsOne,
    /// The findings; a norm that is not named is open.
    pub findings: BTreeMap<NormId, Finding>,
    /// Findings of an earlier assessment that wait to be confirmed; they count for nothing.
    pub proposals: BTreeMap<NormId, Finding>,
    /// The settlements.
    pub settlements: BTreeMap<PartId, Settlement>,
    /// Whether it is final and therefore frozen.
    pub is_final: bool,
}

impl Sheet {
    /// An empty sheet under the policies of `framework`.
    pub fn empty(framework: &Framework) -> Sheet {
        Sheet { exceeds_one: framework.exceeds_one, ..Sheet::default() }
    }

    /// The verdict on a norm.
    pub fn verdict(&self, norm: &str) -> Verdict {
        self.findings.get(norm).map_or(Verdict::Open, |finding| finding.verdict)
    }

    /// The finding for a norm; an open one where nothing was recorded.
    pub fn finding(&self, norm: &str) -> Finding {
        self.findings.get(norm).cloned().unwrap_or_default()
    }

    /// Norms in whose texts a number of a person stands without a reason to keep it.
    pub fn unexplained_personal_data(&self) -> Vec<NormId> {
        let holds = |(_, finding): &(&NormId, &Finding)| finding.holds_unexplained_personal_data();
        self.findings.iter().filter(holds).map(|(norm, _)| norm.clone()).collect()
    }

    /// The sheet as it goes into an exchange file: without what is internal, and numbers of persons left out where nothing
    /// says why they stay.
    pub fn for_exchange(&self) -> Sheet {
        let mut sheet = self.without_internal();
        for finding in sheet.findings.values_mut().filter(|finding| finding.holds_unexplained_personal_data()) {
            *finding = finding.without_personal_data();
        }
        for settlement in sheet.settlements.values_mut() {
            settlement.rationale = without_personal_data(&settlement.rationale);
        }
        sheet
    }

    /// The sheet as it goes to others: without what is internal, and numbers of persons left out of every text.
    pub fn for_others(&self) -> Sheet {
        let mut sheet = self.without_internal();
        for finding in sheet.findings.values_mut() {
            *finding = finding.without_personal_data();
        }
        for settlement in sheet.settlements.values_mut() {
            settlement.rationale = without_personal_data(&settlement.rationale);
        }
        sheet
    }

    /// The sheet without what is internal. Proposals are internal as a whole: they wait for the assessor.
    fn without_internal(&self) -> Sheet {
        let findings = self.findings.iter().map(|(norm, finding)| (norm.clone(), finding.without_internal()));
        Sheet { findings: findings.collect(), proposals: BTreeMap::new(), ..self.clone() }
    }

    /// Norms whose finding needs a rationale before the sheet can be made final: what weighs against the lender
    /// ([`Part::weighs`](super::framework::Part::weighs)), and what needed one at once.
    pub fn missing_rationales(&self, framework: &Framework) -> Vec<NormId> {
        framework
            .parts()
            .flat_map(|part| part.norms().map(move |norm| (part, norm)))
            .filter(|(part, norm)| self.lacks_rationale(part, norm))
            .map(|(_, norm)| norm.id.clone())
            .collect()
    }

    /// Whether the finding for a norm of `part` needs a rationale before the sheet can be made final, and has none.
    pub fn lacks_rationale(&self, part: &Part, norm: &Norm) -> bool {
        let Some(finding) = self.findings.get(&norm.id) else { return false };
        let due = part.weighs(norm, finding.verdict) || finding.verdict.needs_rationale_at_once();
        due && !finding.is_reasoned()
    }
}

/// An assessment of one lender: the state that its events add up to.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Assessment {
    /// What stands on the cover.
    pub cover: Cover,
    /// What each perspective found; a perspective that did nothing yet is not there.
    pub sheets: BTreeMap<Perspective, Sheet>,
}

impl Assessment {
    /// The sheet of a perspective; an empty one where nothing was done.
    pub fn sheet(&self, framework: &Framework, perspective: Perspective) -> Cow<'_, Sheet> {
        self.sheets.get(&perspective).map_or_else(|| Cow::Owned(Sheet::empty(framework)), Cow::Borrowed)
    }
}
