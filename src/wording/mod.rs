//! Every text on screen, on the terminal and in the report, per language, from the Fluent files in `assets/locales`.

mod attachments;
pub mod choice;
pub mod dates;
mod details;
pub mod entries;
pub mod events;
pub mod files;
mod internal;
mod keys;
pub mod letter;
mod locale;
pub mod mending;
pub mod migrations;
mod names;
mod personal;
pub mod problems;
mod proposals;
pub mod refusals;
pub mod scores;
pub mod signatures;
mod stamps;
pub mod steps;
mod tokens;
pub mod trusted;
pub mod unshown;
pub mod versions;

use std::fmt::Write as _;

use crate::domain::text::Language;
use crate::domain::{Exact, Level, LevelSet, NormId, Overlay};

use locale::Messages;

pub use entries::NOBODY;
pub use locale::files;

/// How many norms a sentence names at most: nobody reads more, and the norms stand in full where they are listed.
pub const MOST_NAMED: usize = 30;

/// The words of one language.
pub struct Wording {
    language: Language,
    messages: Messages,
}

/// A named value that a message uses.
pub type Arg<'a> = (&'a str, String);

impl Wording {
    /// The words of `language`.
    pub fn new(language: Language) -> Wording {
        Wording { language, messages: Messages::of(language) }
    }

    /// The words in these locale files, with the dates and numbers of `language`; for a test that marks every message.
    #[doc(hidden)]
    pub fn of<'a>(language: Language, contents: impl IntoIterator<Item = &'a str>) -> Wording {
        Wording { language, messages: Messages::given(language, contents) }
    }

    /// The language.
    pub fn language(&self) -> Language {
        self.language
    }

    /// The message with this key; the key itself where there is none, which a test finds.
    pub fn text(&self, key: &str) -> String {
        self.with(key, &[])
    }

    /// The message with this key and these values. Whole numbers choose plural forms.
    pub fn with(&self, key: &str, args: &[Arg]) -> String {
        self.messages.format(key, args).unwrap_or_else(|| format!("[{key}]"))
    }

    /// Whether there is a message with this key.
    pub fn has(&self, key: &str) -> bool {
        self.messages.has(key)
    }

    /// The decimal mark.
    pub fn decimal_mark(&self) -> char {
        match self.language {
            Language::Dutch => ',',
            Language::English => '.',
        }
    }

    /// A score with one decimal, rounded half up: `2,7`.
    pub fn score(&self, score: &Exact) -> String {
        score.rounded(1, self.decimal_mark())
    }

    /// A score with three decimals: `2,650`.
    pub fn unrounded(&self, score: &Exact) -> String {
        score.rounded(3, self.decimal_mark())
    }

    /// A weight as a percentage: `30 %` with a no-break space, or `30%`. A weight that takes more than one decimal is given as the
    /// fraction that it is: `1/3`.
    pub fn percent(&self, weight: &Exact) -> String {
        let hundredfold = weight.times(&Exact::whole(100));
        let digits = if hundredfold.is_whole() {
            0
        } else if hundredfold.times(&Exact::whole(10)).is_whole() {
            1
        } else {
            return weight.as_fraction();
        };
        self.with("percent", &[("number", hundredfold.rounded(digits, self.decimal_mark()))])
    }

    /// Ids as a list in words: `V.3.1, V.3.2 en V.3.4`. Of very many the first are named, and how many more there are.
    pub fn norms(&self, norms: &[NormId]) -> String {
        self.ids(norms, "and")
    }

    /// The same with the word with key `list-and` or `list-or` before the last.
    pub fn ids(&self, norms: &[NormId], word: &str) -> String {
        let named = if norms.len() > MOST_NAMED + 1 { MOST_NAMED } else { norms.len() };
        let mut items: Vec<String> = norms.iter().take(named).map(ToString::to_string).collect();
        if named < norms.len() {
            items.push(self.with("and-more", &[arg("count", norms.len() - named)]));
        }
        self.list(items, word)
    }

    /// Levels as they are: `3`, `2 of 3`, `2, 3 of 5`; never as a range, because a set may have gaps.
    pub fn levels(&self, set: LevelSet) -> String {
        self.list(set.levels().map(|level: Level| level.to_string()).collect(), "or")
    }

    /// Levels in little room: `3`, `2 of 3`, `1–4`, `1, 3, 5`. A range stands only where no level between its ends is left out.
    pub fn levels_in_little_room(&self, set: LevelSet) -> String {
        let levels: Vec<u8> = set.levels().map(Level::number).collect();
        match levels.as_slice() {
            [first, .., last] if levels.len() > 2 && usize::from(last - first) + 1 == levels.len() => {
                format!("{first}–{last}")
            }
            [_, _, _, ..] => levels.iter().map(ToString::to_string).collect::<Vec<_>>().join(", "),
            _ => self.levels(set),
        }
    }

    /// Where literal words come from, with their language where that is not the reader's.
    pub fn literal_source(&self, overlay: &Overlay) -> String {
        match overlay.language.filter(|language| *language != self.language) {
            Some(language) => {
                self.with(&format!("literal-source-{}", language.code()), &[arg("source", &overlay.source)])
            }
            None => overlay.source.clone(),
        }
    }

    /// Items joined by commas and, before the last, by the word with key `list-and` or `list-or`.
    pub fn list(&self, items: Vec<String>, word: &str) -> String {
        let word = self.text(&format!("list-{word}"));
        let mut text = String::new();
        for (index, item) in items.iter().enumerate() {
            let joint = match index {
                0 => String::new(),
                _ if index + 1 == items.len() => format!(" {word} "),
                _ => ", ".to_owned(),
            };
            let _ = write!(text, "{joint}{item}");
        }
        text
    }
}

/// A named value for [`Wording::with`].
pub fn arg<'a>(name: &'a str, value: impl ToString) -> Arg<'a> {
    (name, value.to_string())
}
