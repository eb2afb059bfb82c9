//! A norm framework: themes, parts, aspects (rows of the rubric) and norms, with the policies for what it leaves open.

use std::collections::{BTreeMap, BTreeSet};

use super::exact::Exact;
use super::finding::Verdict;
use super::level::Level;
use super::text::{Language, Text};

pub use super::ids::{AspectId, NormId, PartId, ThemeId};
pub use super::policy::{ExceedsOne, Policy};
pub use super::rule::{Gate, Pair, PairRule, Rule, Rung};

/// What is looked at to judge a norm.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TestUnit {
    /// Policy and organisation of the lender.
    Lender,
    /// Customer files.
    File,
    /// Both.
    Both,
}

/// One statement of the framework.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Norm {
    /// Its id.
    pub id: NormId,
    /// Its rung.
    pub rung: Rung,
    /// Its words, with qualifiers and footnotes marked.
    pub text: Text,
    /// Where it stands in the source.
    pub place: Text,
    /// What is looked at.
    pub test_unit: TestUnit,
    /// The norm on a lower rung of its row that says the same, so that the two are asked once.
    pub twin: Option<NormId>,
}

/// One row of the rubric: the same subject on the rungs for which it is written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Aspect {
    /// Its id.
    pub id: AspectId,
    /// Its name.
    pub title: Text,
    /// The group within the part, by id.
    pub group: Option<String>,
    /// The norms, the highest rung first; a rung may have none, one or several.
    pub norms: Vec<Norm>,
    /// The pairs of rungs that are judged against each other; none in a part that the assessor scores.
    pub pairs: Vec<Pair>,
    /// Whether the base rung and rung 1 are each other's negation, so that both failing is odd.
    pub negation: bool,
}

impl Aspect {
    /// The norms on this rung, in order.
    pub fn on(&self, rung: Rung) -> impl Iterator<Item = &Norm> {
        self.norms.iter().filter(move |norm| norm.rung == rung)
    }

    /// The pairs of norms with the same text that are asked once: the higher and the lower.
    pub fn twins(&self) -> impl Iterator<Item = (&Norm, &Norm)> {
        self.norms.iter().filter_map(|norm| {
            let lower = self.norms.iter().find(|lower| norm.twin.as_ref() == Some(&lower.id))?;
            Some((norm, lower))
        })
    }
}

/// A named group of rows within a part.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Group {
    /// Its id.
    pub id: String,
    /// Its name.
    pub title: Text,
}

/// One of the parts that get a score of their own.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Part {
    /// Its id.
    pub id: PartId,
    /// Its name.
    pub title: Text,
    /// What it is about, in one sentence.
    pub summary: Text,
    /// The thoughts behind its norms, paragraph by paragraph.
    pub introduction: Vec<Text>,
    /// Its groups, if it has any.
    pub groups: Vec<Group>,
    /// Its share of its theme; the shares of a theme add up to 1.
    pub weight: Exact,
    /// How it gets its score.
    pub rule: Rule,
    /// Its rows, in order.
    pub aspects: Vec<Aspect>,
}

impl Part {
    /// The norms in rubric order: row by row, the highest rung first.
    pub fn norms(&self) -> impl Iterator<Item = &Norm> {
        self.aspects.iter().flat_map(|aspect| aspect.norms.iter())
    }

    /// The rungs for which it has norms.
    pub fn rungs(&self) -> BTreeSet<Rung> {
        Rung::ALL.into_iter().filter(|rung| self.norms().any(|norm| norm.rung == *rung)).collect()
    }

    /// Whether a partial verdict is allowed: on a requirement above the base rung, unless the norm is a twin (it would
    /// not distinguish); in a part that the assessor scores on every requirement.
    pub fn allows_partly(&self, norm: &Norm) -> bool {
        let above = match self.rule.base() {
            Some(base) => norm.rung > base,
            None => !norm.rung.is_deficiency(),
        };
        above && norm.twin.is_none()
    }

    /// Whether this verdict weighs against the lender at once: a norm of the base rung (rung 3 where the assessor
    /// scores) fails, or a deficiency is present. It needs a rationale before the assessment is made final.
    pub fn weighs(&self, norm: &Norm, verdict: Verdict) -> bool {
        let counts = norm.rung.is_deficiency() || norm.rung == self.rule.base().unwrap_or(Rung::THREE);
        counts && verdict == norm.rung.bad()
    }
}

/// Parts that are weighed together.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Theme {
    /// Its id.
    pub id: ThemeId,
    /// Its name.
    pub title: Text,
    /// Its share of the total; all shares add up to 1.
    pub weight: Exact,
    /// Its parts, in order.
    pub parts: Vec<Part>,
}

impl Theme {
    /// Whether its parts weigh the same.
    pub fn weighs_alike(&self) -> bool {
        self.parts.iter().zip(self.parts.iter().skip(1)).all(|(one, next)| one.weight == next.weight)
    }
}

/// A footnote of the source.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Footnote {
    /// Its number.
    pub number: u32,
    /// Its words.
    pub text: Text,
}

/// A signal that is reported apart from the score.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AlertRule {
    /// Its code, such as `legal-limit-costs`.
    pub code: String,
    /// Its name.
    pub title: Text,
    /// What it means.
    pub text: Text,
    /// It is raised when one of these norms has this verdict.
    pub any: Vec<(NormId, Verdict)>,
}

/// A place where the source can be read in more than one way, and how it is read here.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AmbiguityNote {
    /// Its id, such as `S-04`.
    pub id: String,
    /// The parts and norms that it touches, by id; empty for the framework as a whole.
    pub touches: Vec<String>,
    /// Its name.
    pub title: Text,
    /// What is ambiguous, and the reading chosen.
    pub text: Text,
}

/// Everything a framework file says, checked: see `storage::framework_file`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FrameworkContent {
    /// Its id, the same for all its versions.
    pub id: String,
    /// Its semantic version.
    pub version: String,
    /// SHA-256 of the file, 64 lowercase hexadecimal digits.
    pub sha256: String,
    /// The languages of its texts.
    pub languages: Vec<Language>,
    /// Its name.
    pub title: Text,
    /// The title of a report on it.
    pub report_title: Text,
    /// The source and what is known of it.
    pub source: Text,
    /// The meaning of each level, the highest first.
    pub scale: Vec<(Level, Text)>,
    /// Where the scale stands in the source.
    pub scale_source: Text,
    /// The policies.
    pub policies: Vec<Policy>,
    /// The value of the policy `exceeds_one`.
    pub exceeds_one: ExceedsOne,
    /// The themes, in order.
    pub themes: Vec<Theme>,
    /// The footnotes, by number.
    pub footnotes: Vec<Footnote>,
    /// The signals.
    pub alerts: Vec<AlertRule>,
    /// The ambiguity notes.
    pub notes: Vec<AmbiguityNote>,
    /// What the source says nothing about.
    pub silent: Vec<Text>,
}

/// A checked framework, with an index of its norms.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Framework {
    content: FrameworkContent,
    places: BTreeMap<NormId, [usize; 4]>,
}

impl std::ops::Deref for Framework {
    type Target = FrameworkContent;

    fn deref(&self) -> &FrameworkContent {
        &self.content
    }
}

impl Framework {
    /// Indexes checked content.
    pub fn new(content: FrameworkContent) -> Framework {
        let mut places = BTreeMap::new();
        for (t, theme) in content.themes.iter().enumerate() {
            for (p, part) in theme.parts.iter().enumerate() {
                for (a, aspect) in part.aspects.iter().enumerate() {
                    for (n, norm) in aspect.norms.iter().enumerate() {
                        places.insert(norm.id.clone(), [t, p, a, n]);
                    }
                }
            }
        }
        Framework { content, places }
    }

    /// All parts, in order.
    pub fn parts(&self) -> impl Iterator<Item = &Part> {
        self.themes.iter().flat_map(|theme| theme.parts.iter())
    }

    /// The part with this id.
    pub fn part(&self, id: &str) -> Option<&Part> {
        self.parts().find(|part| part.id.as_str() == id)
    }

    /// All norms in rubric order.
    pub fn norms(&self) -> impl Iterator<Item = &Norm> {
        self.parts().flat_map(Part::norms)
    }

    /// The theme that a part belongs to.
    pub fn theme_of(&self, part: &str) -> Option<&Theme> {
        self.themes.iter().find(|theme| theme.parts.iter().any(|each| each.id.as_str() == part))
    }

    /// The part, the row and the norm with this id.
    pub fn norm(&self, id: &str) -> Option<(&Part, &Aspect, &Norm)> {
        let [t, p, a, n] = *self.places.get(id)?;
        let part = self.content.themes.get(t)?.parts.get(p)?;
        let aspect = part.aspects.get(a)?;
        Some((part, aspect, aspect.norms.get(n)?))
    }

    /// The other norm of a pair of twins.
    pub fn twin_of(&self, id: &str) -> Option<&Norm> {
        let (_, aspect, norm) = self.norm(id)?;
        let named = |other: &&Norm| norm.twin.as_ref() == Some(&other.id) || other.twin.as_ref() == Some(&norm.id);
        aspect.norms.iter().find(named)
    }

    /// The notes that touch `part` or a norm of it; framework-wide notes are not among them.
    pub fn notes_on<'a>(&'a self, part: &'a Part) -> impl Iterator<Item = &'a AmbiguityNote> {
        self.notes.iter().filter(move |note| {
            note.touches
                .iter()
                .any(|id| part.id.as_str() == id || self.norm(id).is_some_and(|(touched, _, _)| touched.id == part.id))
        })
    }
}
