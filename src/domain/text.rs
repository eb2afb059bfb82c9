//! Texts of a framework, in each of its languages, with marks inside.

use std::collections::BTreeMap;

/// A language that the program can show.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Language {
    /// Nederlands.
    Dutch,
    /// English.
    English,
}

impl Language {
    /// All languages, the default first.
    pub const ALL: [Language; 2] = [Language::Dutch, Language::English];

    /// The code used in files and on the command line: `nl` or `en`.
    pub fn code(self) -> &'static str {
        match self {
            Language::Dutch => "nl",
            Language::English => "en",
        }
    }

    /// The language with this code, if the program has it.
    pub fn from_code(code: &str) -> Option<Language> {
        Language::ALL.into_iter().find(|language| language.code() == code)
    }
}

/// One text in one or more languages. Marks inside: `*qualifier*` for the words that separate the rungs and `[^2]` for
/// the place of footnote 2.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Text(BTreeMap<Language, String>);

impl Text {
    /// A text from its languages.
    pub fn new(languages: BTreeMap<Language, String>) -> Text {
        Text(languages)
    }

    /// A text in Dutch only.
    pub fn dutch(text: &str) -> Text {
        Text(BTreeMap::from([(Language::Dutch, text.to_owned())]))
    }

    /// The text in `language`, or in the first language that it has; with its marks.
    pub fn get(&self, language: Language) -> &str {
        self.0.get(&language).or_else(|| self.0.values().next()).map_or("", String::as_str)
    }

    /// Every language of this text with its words.
    pub fn languages(&self) -> impl Iterator<Item = (Language, &str)> {
        self.0.iter().map(|(language, text)| (*language, text.as_str()))
    }

    /// The text cut at its marks.
    pub fn pieces(&self, language: Language) -> Vec<Piece<'_>> {
        pieces(self.get(language))
    }

    /// The text without any mark; footnote marks are left out.
    pub fn plain(&self, language: Language) -> String {
        self.pieces(language)
            .iter()
            .map(|piece| match piece {
                Piece::Plain(text) | Piece::Qualifier(text) => *text,
                Piece::Footnote(_) => "",
            })
            .collect()
    }
}

/// The longest text that is kept, in characters.
pub const LONGEST_TEXT: usize = 20_000;

/// Characters that have no place in a text: they hide or reorder what stands there.
pub fn is_hidden(character: char) -> bool {
    (character.is_control() && !matches!(character, '\n' | '\t' | '\r'))
        || matches!(character, '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}' | '\u{200E}' | '\u{200F}' | '\u{061C}')
        || matches!(character, '\u{FEFF}' | '\u{FFF9}'..='\u{FFFB}')
}

/// A stretch of a text between marks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Piece<'a> {
    /// Words without a mark.
    Plain(&'a str),
    /// Words that separate the rungs, shown bold.
    Qualifier(&'a str),
    /// The place of a footnote, by its number.
    Footnote(u32),
}

/// Cuts `text` at its marks. A mark that is not closed stands for itself, so nothing is ever left out.
pub fn pieces(text: &str) -> Vec<Piece<'_>> {
    let mut found = Vec::new();
    let mut rest = text;
    while let Some(at) = rest.find(['*', '[']) {
        let (before, from) = rest.split_at(at);
        let Some((piece, length)) = qualifier(from).or_else(|| footnote(from)) else {
            let next = at + 1;
            found.push(Piece::Plain(&rest[..next]));
            rest = &rest[next..];
            continue;
        };
        if !before.is_empty() {
            found.push(Piece::Plain(before));
        }
        found.push(piece);
        rest = &from[length..];
    }
    if !rest.is_empty() {
        found.push(Piece::Plain(rest));
    }
    found
}

fn qualifier(from: &str) -> Option<(Piece<'_>, usize)> {
    let inner = from.strip_prefix('*')?;
    let end = inner.find('*').filter(|end| *end > 0)?;
    Some((Piece::Qualifier(&inner[..end]), end + 2))
}

fn footnote(from: &str) -> Option<(Piece<'_>, usize)> {
    let inner = from.strip_prefix("[^")?;
    let end = inner.find(']')?;
    let number = inner[..end].parse().ok()?;
    Some((Piece::Footnote(number), end + 3))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_cut_a_text() {
        assert_eq!(
            pieces("Met *alle* klanten[^2]."),
            [
                Piece::Plain("Met "),
                Piece::Qualifier("alle"),
                Piece::Plain(" klanten"),
                Piece::Footnote(2),
                Piece::Plain(".")
            ]
        );
    }

    #[test]
    fn an_unclosed_mark_stands_for_itself() {
        let text = "2 * 3 [x] [^y] **";
        let joined: String = pieces(text)
            .iter()
            .map(|piece| match piece {
                Piece::Plain(text) => (*text).to_owned(),
                Piece::Qualifier(text) => format!("*{text}*"),
                Piece::Footnote(number) => format!("[^{number}]"),
            })
            .collect();
        assert_eq!(joined, text);
    }
    #[test]
    fn two_stars_with_nothing_between_them_mark_nothing() {
        assert_eq!(pieces("a**b"), [Piece::Plain("a*"), Piece::Plain("*"), Piece::Plain("b")]);
    }

    #[test]
    fn a_text_without_its_marks_has_all_its_words() {
        let text = Text::dutch("Met *alle* klanten[^2].");
        assert_eq!(text.plain(Language::Dutch), "Met alle klanten.");
        assert_eq!(text.get(Language::English), "Met *alle* klanten[^2].", "what there is in Dutch only");
        assert_eq!(text.languages().collect::<Vec<_>>(), [(Language::Dutch, "Met *alle* klanten[^2].")]);
    }
}
