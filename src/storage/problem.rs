//! What is wrong in a file from outside: a code, a place and facts. The words are in `wording`.

use std::collections::BTreeMap;

use crate::domain::text::is_hidden;

/// A place in a text file; both numbers start at 1, columns count characters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Position {
    /// The line.
    pub line: usize,
    /// The column.
    pub column: usize,
}

impl Position {
    /// Where a file begins.
    pub const START: Position = Position { line: 1, column: 1 };
}

impl Default for Position {
    fn default() -> Position {
        Position::START
    }
}

macro_rules! codes {
    ($($(#[$doc:meta])+ $name:ident = $word:literal),+ $(,)?) => {
        /// One kind of problem; each has a fixture in the tests and a message in every language.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Code {
            $($(#[$doc])+ $name),+
        }

        impl Code {
            /// All codes.
            pub const ALL: &[Code] = &[$(Code::$name),+];

            /// The word of this code in output and in locale files.
            pub fn word(self) -> &'static str {
                match self {
                    $(Code::$name => $word),+
                }
            }
        }
    };
}

codes! {
    /// The file is larger than is read.
    TooLarge = "too-large",
    /// The file is not UTF-8 text.
    NotText = "not-text",
    /// The file is not well formed.
    Syntax = "syntax",
    /// A RON extension attribute, which could change what a file means.
    Extension = "extension",
    /// A number that is none: NaN or infinite.
    NotANumber = "not-a-number",
    /// NUL, a bidirectional override or another control character in a text.
    ControlCharacter = "control-character",
    /// A text over the length that is read.
    TextTooLong = "text-too-long",
    /// Values nested too deeply.
    TooDeep = "too-deep",
    /// The same key twice.
    DuplicateKey = "duplicate-key",
    /// A field that the format does not know.
    UnknownField = "unknown-field",
    /// A field that has to be there is not.
    MissingField = "missing-field",
    /// Another kind of value than the field takes.
    WrongType = "wrong-type",
    /// A word or number that the field does not take.
    UnknownValue = "unknown-value",
    /// A text without words, or a list without items where there have to be some.
    EmptyText = "empty-text",
    /// The file is in a format of a later version of the program.
    NewerFormat = "newer-format",
    /// A text lacks one of the languages of the framework.
    MissingLanguage = "missing-language",
    /// An id that is not made of letters, digits, dots and hyphens.
    MalformedId = "malformed-id",
    /// The same id twice.
    DuplicateId = "duplicate-id",
    /// An id that nothing has.
    UnknownReference = "unknown-reference",
    /// A weight that is no exact fraction.
    Weight = "weight",
    /// Weights that do not add up to 1, or that are equal and not equal at once.
    Weights = "weights",
    /// Gates that do not fit the rungs that are written.
    Gate = "gate",
    /// Two rungs of a row that cannot be set against each other.
    Pair = "pair",
    /// A twin that is not a norm on a lower rung of its row with the same text.
    Twin = "twin",
    /// A footnote that no text refers to.
    UnusedFootnote = "unused-footnote",
    /// A qualifier mark that is not closed.
    OpenMark = "open-mark",
    /// A policy that the program needs is not declared, or one that it does not know is.
    Policy = "policy",
    /// The exchange file is about another framework, version or content.
    OtherFramework = "other-framework",
    /// A norm that the framework does not have.
    UnknownNorm = "unknown-norm",
    /// A part that the framework does not have.
    UnknownPart = "unknown-part",
    /// A level outside 1 to 5.
    LevelRange = "level-range",
    /// Twins with different verdicts.
    UnequalTwins = "unequal-twins",
    /// A partial verdict where none is allowed.
    PartlyNotAllowed = "partly-not-allowed",
    /// A verdict or settlement that needs a rationale has none.
    RationaleNeeded = "rationale-needed",
    /// A number of a person in the texts of an answer, and no reason to keep it.
    PersonalData = "personal-data",
    /// The name of an attached file that is a path, blank or too long, or that hides something.
    FileName = "file-name",
    /// A trade register number that is not eight digits.
    Kvk = "kvk",
    /// Something that this version does not do yet.
    Later = "later",
}

/// One problem.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// What kind.
    pub code: Code,
    /// Where.
    pub at: Position,
    /// Facts for the message, by name.
    pub facts: BTreeMap<&'static str, String>,
}

impl Problem {
    /// A problem without facts.
    pub fn new(code: Code, at: Position) -> Problem {
        Problem { code, at, facts: BTreeMap::new() }
    }

    /// The problem with one more fact. Long values are cut and control characters left out: values come from outside
    /// and end up on a screen or in a terminal.
    pub fn with(mut self, name: &'static str, value: impl ToString) -> Problem {
        let mut value: String =
            value.to_string().chars().map(|each| if each.is_control() { ' ' } else { each }).collect();
        value.retain(|each| !is_hidden(each));
        if let Some((end, _)) = value.char_indices().nth(120) {
            value.truncate(end);
            value.push('…');
        }
        self.facts.insert(name, value);
        self
    }
}
