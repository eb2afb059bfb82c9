//! What an assessor found for one norm.

use std::collections::BTreeSet;

use super::attachment::Attachment;
use super::internal::{Internal, Withheld};
use super::personal::{PersonalKind, personal_data, without_personal_data};

/// The verdict on one norm. On rung 1 `Holds` means that the deficiency is present (scoring rules, section 1).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub enum Verdict {
    /// Not judged yet.
    #[default]
    Open,
    /// Met; on rung 1: the deficiency is present.
    Holds,
    /// Not met; on rung 1: the deficiency is absent.
    Fails,
    /// Met in part; only on rung-5 norms that distinguish 5 from 3. Counts as not met.
    Partly,
    /// Does not apply to this lender (n.v.t.); leaves the denominator.
    NotApplicable,
    /// Could not be established; counts as open for the score and as answered for completeness.
    Undetermined,
}

impl Verdict {
    /// All verdicts, in the order in which the window offers them.
    pub const ALL: [Verdict; 6] =
        [Verdict::Holds, Verdict::Fails, Verdict::Partly, Verdict::NotApplicable, Verdict::Undetermined, Verdict::Open];

    /// The word in files.
    pub fn code(self) -> &'static str {
        match self {
            Verdict::Open => "open",
            Verdict::Holds => "holds",
            Verdict::Fails => "fails",
            Verdict::Partly => "partly",
            Verdict::NotApplicable => "not_applicable",
            Verdict::Undetermined => "undetermined",
        }
    }

    /// The verdict with this word.
    pub fn from_code(code: &str) -> Option<Verdict> {
        Verdict::ALL.into_iter().find(|verdict| verdict.code() == code)
    }

    /// Whether the score has to reckon with both outcomes.
    pub fn leaves_open(self) -> bool {
        matches!(self, Verdict::Open | Verdict::Undetermined)
    }

    /// Whether this verdict is only accepted together with a rationale.
    pub fn needs_rationale_at_once(self) -> bool {
        matches!(self, Verdict::NotApplicable | Verdict::Undetermined | Verdict::Partly)
    }
}

/// A verdict with its grounds.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Finding {
    /// The verdict.
    pub verdict: Verdict,
    /// Why, in the assessor's words; may be empty where scoring.md allows it.
    pub rationale: String,
    /// References to documents and pages.
    pub evidence: Vec<String>,
    /// Files that bear it out, in the order in which they were attached; none twice.
    pub attached: Vec<Attachment>,
    /// Why a number of a person stays in these texts; empty where there is none.
    pub personal_data_reason: String,
    /// What of it never goes out.
    pub internal: Internal,
    /// What was withheld from it before it came here.
    pub withheld: Withheld,
}

impl Finding {
    /// A verdict without grounds.
    pub fn bare(verdict: Verdict) -> Finding {
        Finding { verdict, ..Finding::default() }
    }

    /// A verdict with a rationale.
    pub fn because(verdict: Verdict, rationale: &str) -> Finding {
        Finding { verdict, rationale: rationale.to_owned(), ..Finding::default() }
    }

    /// The kinds of numbers of persons in its texts, each once.
    pub fn personal_data(&self) -> Vec<PersonalKind> {
        kinds(self.texts())
    }

    /// How many numbers of persons stand in its texts.
    pub fn personal_data_count(&self) -> usize {
        self.texts().map(|text| personal_data(text).len()).sum()
    }

    /// Whether a number of a person stands in its texts without a reason to keep it.
    pub fn holds_unexplained_personal_data(&self) -> bool {
        self.personal_data_reason.trim().is_empty() && !self.personal_data().is_empty()
    }

    /// The finding with every number of a person left out of its texts.
    pub fn without_personal_data(&self) -> Finding {
        Finding {
            rationale: without_personal_data(&self.rationale),
            evidence: self.evidence.iter().map(|reference| without_personal_data(reference)).collect(),
            attached: self.attached.iter().map(Attachment::without_personal_data).collect(),
            internal: Internal {
                evidence: self.internal.evidence.iter().map(|reference| without_personal_data(reference)).collect(),
                ..self.internal.clone()
            },
            ..self.clone()
        }
    }

    fn texts(&self) -> impl Iterator<Item = &str> {
        let references = self.evidence.iter().chain(&self.internal.evidence).map(String::as_str);
        std::iter::once(self.rationale.as_str()).chain(references).chain(self.attached.iter().map(Attachment::name))
    }

    /// Whether a rationale is there that says something.
    pub fn has_rationale(&self) -> bool {
        !self.rationale.trim().is_empty()
    }
}

/// The kinds of numbers of persons in these texts, each once.
pub fn kinds<'a>(texts: impl Iterator<Item = &'a str>) -> Vec<PersonalKind> {
    let found: BTreeSet<PersonalKind> = texts.flat_map(personal_data).map(|data| data.kind).collect();
    found.into_iter().collect()
}
