//! The terms in which differences are told: what they are about, which side of it differs, and what that can do.

use crate::domain::ids::{AspectId, NormId, PartId, ThemeId};
use crate::domain::level::Level;
use crate::domain::text::Language;

/// What a difference can do when the answers stay the same; the mildest first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Effect {
    /// Nothing: a title, a place, a note, an order.
    None,
    /// It can raise or take away a signal or a warning, which stand apart from the score.
    Signal,
    /// What is asked reads otherwise: the same answer may no longer be right.
    Judgement,
    /// The same answers can give another score.
    Score,
}

impl Effect {
    /// All effects, the gravest first.
    pub const ALL: [Effect; 4] = [Effect::Score, Effect::Judgement, Effect::Signal, Effect::None];

    /// The word in JSON and in locale keys.
    pub fn code(self) -> &'static str {
        match self {
            Effect::None => "none",
            Effect::Signal => "signal",
            Effect::Judgement => "judgement",
            Effect::Score => "score",
        }
    }
}

/// What a difference is about.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Subject {
    /// The framework as a whole.
    Framework,
    /// A theme.
    Theme(ThemeId),
    /// A part.
    Part(PartId),
    /// A group of rows within a part.
    Group(PartId, String),
    /// A row.
    Aspect(AspectId),
    /// A norm.
    Norm(NormId),
    /// A policy.
    Policy(String),
    /// A step of the scale.
    Level(Level),
    /// A footnote.
    Footnote(u32),
    /// A signal.
    Alert(String),
    /// An ambiguity note.
    Note(String),
}

impl Subject {
    /// The word in JSON and in locale keys.
    pub fn code(&self) -> &'static str {
        match self {
            Subject::Framework => "framework",
            Subject::Theme(_) => "theme",
            Subject::Part(_) => "part",
            Subject::Group(..) => "group",
            Subject::Aspect(_) => "aspect",
            Subject::Norm(_) => "norm",
            Subject::Policy(_) => "policy",
            Subject::Level(_) => "level",
            Subject::Footnote(_) => "footnote",
            Subject::Alert(_) => "alert",
            Subject::Note(_) => "note",
        }
    }

    /// Its id; empty for the framework as a whole.
    pub fn id(&self) -> String {
        match self {
            Subject::Framework => String::new(),
            Subject::Theme(id) => id.to_string(),
            Subject::Part(id) => id.to_string(),
            Subject::Group(part, id) => format!("{part} {id}"),
            Subject::Aspect(id) => id.to_string(),
            Subject::Norm(id) => id.to_string(),
            Subject::Policy(id) | Subject::Alert(id) | Subject::Note(id) => id.clone(),
            Subject::Level(level) => level.to_string(),
            Subject::Footnote(number) => number.to_string(),
        }
    }
}

macro_rules! fields {
    ($($(#[$doc:meta])+ $name:ident = $word:literal),+ $(,)?) => {
        /// Which side of a subject differs.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Field {
            $($(#[$doc])+ $name),+
        }

        impl Field {
            /// All fields.
            pub const ALL: &[Field] = &[$(Field::$name),+];

            /// The word in JSON and in locale keys.
            pub fn code(self) -> &'static str {
                match self {
                    $(Field::$name => $word),+
                }
            }
        }
    };
}

fields! {
    /// Whether it is there at all.
    Presence = "presence",
    /// Its words.
    Text = "text",
    /// The marked words of a norm: those that were dropped and those that were added.
    Qualifiers = "qualifiers",
    /// The words of a footnote that a norm refers to.
    Footnote = "footnote",
    /// The rung of a norm.
    Rung = "rung",
    /// The row of a norm.
    Row = "row",
    /// The part of a norm or of a row.
    Part = "part",
    /// The theme of a part.
    Theme = "theme",
    /// The twin of a norm.
    Twin = "twin",
    /// What is looked at to judge a norm.
    TestUnit = "test-unit",
    /// How a part gets its score, with the rungs that each level needs.
    Rule = "rule",
    /// What it means when two rungs of a row exclude each other.
    Pair = "pair",
    /// Whether rung 3 and rung 1 of a row deny each other.
    Negation = "negation",
    /// The group of a row.
    Group = "group",
    /// The share of a theme or a part.
    Weight = "weight",
    /// The value of a policy.
    Value = "value",
    /// When a signal is raised.
    Triggers = "triggers",
    /// What a note is about.
    Touches = "touches",
    /// The note that a policy answers.
    Note = "note",
    /// What the source says, in a policy.
    SourceSays = "source-says",
    /// What is chosen and why, in a policy.
    Choice = "choice",
    /// A name.
    Title = "title",
    /// The title of a report.
    ReportTitle = "report-title",
    /// The source.
    Source = "source",
    /// Where the scale stands in the source.
    ScaleSource = "scale-source",
    /// Where a norm stands in the source.
    Place = "place",
    /// What a part is about.
    Summary = "summary",
    /// The thoughts behind a part.
    Introduction = "introduction",
    /// What the source is silent about.
    Silent = "silent",
    /// The languages.
    Languages = "languages",
    /// The order of a list.
    Order = "order",
}

/// One difference: the old and the new value, as they stand in the file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Difference {
    /// What it is about.
    pub subject: Subject,
    /// Which side of it.
    pub field: Field,
    /// In which language, for texts.
    pub language: Option<Language>,
    /// The old value; none where there was nothing.
    pub before: Option<String>,
    /// The new value; none where nothing is left.
    pub after: Option<String>,
    /// What it can do.
    pub effect: Effect,
}

/// What became of a norm.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum NormState {
    /// Nothing about it differs.
    Same,
    /// Something about it differs.
    Changed,
    /// It was not there.
    New,
    /// It is no longer there.
    Removed,
}

impl NormState {
    /// All states, in the order of a summary.
    pub const ALL: [NormState; 4] = [NormState::Same, NormState::Changed, NormState::New, NormState::Removed];

    /// The word in JSON.
    pub fn code(self) -> &'static str {
        match self {
            NormState::Same => "same",
            NormState::Changed => "changed",
            NormState::New => "new",
            NormState::Removed => "removed",
        }
    }
}

/// Something odd about the two that are compared.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Caution {
    /// They have different ids: two frameworks, not two versions of one.
    OtherFramework,
    /// The same version with other contents.
    SameVersion,
    /// The second has a lower version than the first.
    LowerVersion,
}

impl Caution {
    /// The word in JSON and in locale keys.
    pub fn code(self) -> &'static str {
        match self {
            Caution::OtherFramework => "other-framework",
            Caution::SameVersion => "same-version",
            Caution::LowerVersion => "lower-version",
        }
    }
}
