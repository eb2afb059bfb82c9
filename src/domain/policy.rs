//! Choices that the source of a framework leaves open, made in the open.

use super::text::Text;

/// The policy `exceeds_one` (S-03): what a part gets when its lowest gate is not met and some but not all deficiencies
/// are there.
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

/// A choice that the source leaves open.
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
