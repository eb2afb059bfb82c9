//! A norm framework: themes, parts, aspects (rows of the rubric) and norms, with the policies for what it leaves open.

use std::borrow::Borrow;
use std::collections::BTreeMap;
use std::fmt;

use super::exact::Exact;
use super::finding::Verdict;
use super::level::Level;
use super::text::{Language, Text};

macro_rules! id {
    ($(#[$doc:meta] $name:ident),+ $(,)?) => {$(
        #[$doc]
        #[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(String);

        impl $name {
            /// The id with these characters.
            pub fn new(id: &str) -> $name {
                $name(id.to_owned())
            }

            /// The characters.
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl Borrow<str> for $name {
            fn borrow(&self) -> &str {
                &self.0
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
                out.write_str(&self.0)
            }
        }
    )+};
}

id!(
    /// The id of a theme, such as `A`.
    ThemeId,
    /// The id of a part, such as `IV`.
    PartId,
    /// The id of an aspect, such as `V.a3`.
    AspectId,
    /// The id of a norm, such as `V.5.3`.
    NormId,
);

/// A rung for which norms are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Rung {
    /// Descriptions of deficiencies.
    One,
    /// Requirements for a 3.
    Three,
    /// Requirements for a 5.
    Five,
}

impl Rung {
    /// The rungs in rubric order: the highest first.
    pub const ALL: [Rung; 3] = [Rung::Five, Rung::Three, Rung::One];

    /// The number of the rung.
    pub fn number(self) -> u8 {
        match self {
            Rung::One => 1,
            Rung::Three => 3,
            Rung::Five => 5,
        }
    }

    /// The verdict on a norm of this rung that is good for the lender.
    pub fn good(self) -> Verdict {
        if self == Rung::One { Verdict::Fails } else { Verdict::Holds }
    }
}

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
    /// On rung 5: the norm of rung 3 that says the same and therefore is asked once.
    pub twin: Option<NormId>,
}

/// What it means when two rungs of one row are judged against each other.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PairRule {
    /// A contradiction: it has to be resolved before there is a score.
    Refuse,
    /// A warning: the score is not affected.
    Warn,
}

/// One row of the rubric: the same subject on the rungs 5, 3 and 1.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Aspect {
    /// Its id.
    pub id: AspectId,
    /// Its name.
    pub title: Text,
    /// The group within the part, by id.
    pub group: Option<String>,
    /// The norms, the highest rung first; at most one a rung.
    pub norms: Vec<Norm>,
    /// What it means when rung 5 holds while rung 3 fails.
    pub five_three: PairRule,
    /// What it means when rung 3 holds while the deficiency is present.
    pub three_one: PairRule,
    /// Whether rung 3 and rung 1 are each other's negation, so that both failing is odd.
    pub negation: bool,
}

impl Aspect {
    /// The norm on this rung, if there is one.
    pub fn norm(&self, rung: Rung) -> Option<&Norm> {
        self.norms.iter().find(|norm| norm.rung == rung)
    }

    /// The twins of this row: the norm of rung 5 and the norm of rung 3 with the same text.
    pub fn twins(&self) -> Option<(&Norm, &Norm)> {
        let five = self.norm(Rung::Five)?;
        let three = self.norm(Rung::Three)?;
        (five.twin.as_ref() == Some(&three.id)).then_some((five, three))
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
    /// Its rows, in order.
    pub aspects: Vec<Aspect>,
}

impl Part {
    /// The norms in rubric order: row by row, the highest rung first.
    pub fn norms(&self) -> impl Iterator<Item = &Norm> {
        self.aspects.iter().flat_map(|aspect| aspect.norms.iter())
    }

    /// Whether a partial verdict is allowed: on rung 5, unless the norm is a twin (it would not distinguish).
    pub fn allows_partly(norm: &Norm) -> bool {
        norm.rung == Rung::Five && norm.twin.is_none()
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
    /// Its parts, in order, equally weighed.
    pub parts: Vec<Part>,
}

/// The policy `exceeds_one` (S-03): what part gets when rung 3 is not met and some but not all deficiencies are there.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub enum ExceedsOne {
    /// 1 or 2: the assessor settles.
    #[default]
    AssessorSettles,
    /// 1: one deficiency is enough.
    AnyDeficiency,
    /// 2: a 1 needs every deficiency.
    AllDeficiencies,
}

impl ExceedsOne {
    /// All values.
    pub const ALL: [ExceedsOne; 3] =
        [ExceedsOne::AssessorSettles, ExceedsOne::AnyDeficiency, ExceedsOne::AllDeficiencies];

    /// The word in files.
    pub fn code(self) -> &'static str {
        match self {
            ExceedsOne::AssessorSettles => "assessor_settles",
            ExceedsOne::AnyDeficiency => "any_deficiency",
            ExceedsOne::AllDeficiencies => "all_deficiencies",
        }
    }

    /// The value with this word.
    pub fn from_code(code: &str) -> Option<ExceedsOne> {
        ExceedsOne::ALL.into_iter().find(|value| value.code() == code)
    }
}

/// A choice that the source leaves open, made in the open.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Policy {
    /// Its id, such as `exceeds_one`.
    pub id: String,
    /// The chosen value.
    pub value: String,
    /// The ambiguity note that it answers, such as `S-03`.
    pub note: Option<String>,
    /// Its name.
    pub title: Text,
    /// What the source says.
    pub source_says: Text,
    /// What is chosen, and why.
    pub choice: Text,
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
        let (five, three) = aspect.twins()?;
        if norm.id == five.id {
            Some(three)
        } else if norm.id == three.id {
            Some(five)
        } else {
            None
        }
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
