//! A language that nobody speaks: every message between « and », every letter of it with an accent. What is shown and has
//! plain letters comes from no locale file; it has to be data.

use std::fmt::Write as _;

use fluent_syntax::ast::{Entry, Expression, Pattern, PatternElement};
use fluent_syntax::{parser, serializer};
use trede::domain::Text;
use trede::domain::text::{Language, Piece};
use trede::storage::shipped;
use trede::wording::{Wording, files};

use crate::source;

/// The words of that language.
pub fn wording() -> Wording {
    let texts: Vec<String> = files(Language::English).iter().map(|(_, content)| marked(content)).collect();
    Wording::of(Language::English, texts.iter().map(String::as_str))
}

fn marked(content: &str) -> String {
    let mut resource = parser::parse(content.to_owned()).unwrap();
    for entry in &mut resource.body {
        let Entry::Message(message) = entry else { continue };
        let Some(pattern) = &mut message.value else { continue };
        accent(pattern);
        let text = |value: &str| PatternElement::TextElement { value: value.to_owned() };
        pattern.elements.insert(0, text("«"));
        pattern.elements.push(text("»"));
    }
    serializer::serialize(&resource)
}

fn accent(pattern: &mut Pattern<String>) {
    for element in &mut pattern.elements {
        match element {
            // Names of places that clap fills in.
            PatternElement::TextElement { value } if CLAP.contains(&value.as_str()) => {}
            PatternElement::TextElement { value } => *value = accented(value),
            PatternElement::Placeable { expression: Expression::Select { variants, .. } } => {
                variants.iter_mut().for_each(|variant| accent(&mut variant.value));
            }
            PatternElement::Placeable { .. } => {}
        }
    }
}

const CLAP: [&str; 3] = ["about-with-newline", "usage", "all-args"];
const PLAIN: &str = "abcdefghijklmnoprstuvwxyzABCDEFGHIJKLMNOPRSTUVWXYZ";
const ACCENTED: &str = "áḃćḋéḟǵḣíĵḱĺḿńóṕŕśţúṽẃẋýźÁḂĆḊÉḞǴḢÍĴḰĹḾŃÓṔŔŚŢÚṼẂẊÝŹ";

/// The text with an accent on every letter but q.
pub fn accented(text: &str) -> String {
    let accent = |letter: char| PLAIN.chars().zip(ACCENTED.chars()).find(|(plain, _)| *plain == letter);
    text.chars().map(|letter| accent(letter).map_or(letter, |(_, accented)| accented)).collect()
}

/// What may be shown besides messages.
pub struct Data {
    /// The longest first, so that none is cut up by a shorter one.
    phrases: Vec<String>,
}

/// Words of formats and keyboards; they are the same in every language.
const NAMES: &[&str] = &[
    "Trede",
    "trede",
    "AFM",
    "KvK",
    "RON",
    "JSON",
    "PDF",
    "PEM",
    "UTF",
    "UTC",
    "MB",
    "sha256",
    "SHA",
    "Ctrl",
    "Shift",
    "Tab",
    "Backspace",
    "PgDn",
    "Home",
    "End",
    "Esc",
    "PgUp",
    "Nederlands",
    "English",
];

impl Data {
    /// The texts of the frameworks on board, and these.
    pub fn with(more: &[&str]) -> Data {
        let mut phrases: Vec<String> = more.iter().chain(NAMES).map(|name| (*name).to_owned()).collect();
        for shipped in shipped::ALL {
            let framework = shipped.load().unwrap();
            phrases.extend([framework.id.clone(), framework.version.clone()]);
            phrases.extend(framework.parts().map(|part| part.id.to_string()).filter(|id| id.len() > 1));
            phrases.extend(framework.policies.iter().flat_map(|policy| [policy.id.clone(), policy.value.clone()]));
            for (before, text) in source::literals(shipped.text) {
                if before.ends_with("en:") {
                    phrases.extend(forms(&text.replace("\\\"", "\"")));
                }
            }
        }
        Data::of(phrases)
    }

    fn of(mut phrases: Vec<String>) -> Data {
        phrases.retain(|phrase| !phrase.trim().is_empty());
        phrases.sort_by_key(|phrase| std::cmp::Reverse(phrase.len()));
        phrases.dedup();
        Data { phrases }
    }

    /// The words in a text that come neither from a message nor from data. A word with a figure in it is a number, an id,
    /// a date or a hash; one that begins with a stroke is a path, with a hyphen an option.
    pub fn strangers(&self, text: &str) -> Vec<String> {
        let is_path = |word: &&str| word.trim_start_matches(|each| "«‘(".contains(each)).starts_with('/');
        let mut rest: String = text.split_inclusive(char::is_whitespace).filter(|word| !is_path(word)).collect();
        for phrase in &self.phrases {
            rest = without(&rest, phrase);
        }
        let is_data = |word: &&str| word.contains(|each: char| each.is_ascii_digit()) || word.starts_with('-');
        let words = rest.split(|each: char| each.is_whitespace() || "«»‘’“”(),;:".contains(each));
        let plain = |word: &str| {
            let letters = word.chars().filter(|each| each.is_alphabetic());
            letters.clone().count() > 1 && letters.clone().all(|each| each.is_ascii())
        };
        words.filter(|word| !is_data(word) && plain(word)).map(str::to_owned).collect()
    }
}

/// A text of a framework as it may be shown: with its marks, without, with raised figures, and piece by piece.
fn forms(text: &str) -> Vec<String> {
    let parsed = Text::dutch(text);
    let pieces = parsed.pieces(Language::Dutch);
    let mut raised = String::new();
    for piece in &pieces {
        match piece {
            Piece::Plain(text) | Piece::Qualifier(text) => raised.push_str(text),
            Piece::Footnote(number) => {
                let figure = |digit: u8| ["⁰", "¹", "²", "³", "⁴", "⁵", "⁶", "⁷", "⁸", "⁹"][usize::from(digit - b'0')];
                let _ = number.to_string().bytes().try_for_each(|digit| raised.write_str(figure(digit)));
            }
        }
    }
    let alone = pieces.iter().filter_map(|piece| match piece {
        Piece::Plain(text) | Piece::Qualifier(text) => Some((*text).to_owned()),
        Piece::Footnote(_) => None,
    });
    [text.to_owned(), parsed.plain(Language::Dutch), text.to_uppercase(), raised].into_iter().chain(alone).collect()
}

/// The text without this phrase, where it stands as whole words.
fn without(text: &str, phrase: &str) -> String {
    let letter = |each: Option<char>| each.is_some_and(char::is_alphanumeric);
    let (mut rest, mut kept) = (text, String::new());
    while let Some(at) = rest.find(phrase) {
        let (before, after) = (&rest[..at], &rest[at + phrase.len()..]);
        let last = before.chars().next_back().or(kept.chars().next_back());
        let inside = (letter(phrase.chars().next()) && letter(last))
            || (letter(phrase.chars().next_back()) && letter(after.chars().next()));
        kept.push_str(before);
        kept.push_str(if inside { phrase } else { " " });
        rest = after;
    }
    kept + rest
}

#[test]
fn a_plain_word_is_found_and_data_is_not() {
    let words = wording();
    let data = Data::with(&["Voorbeeldbank N.V."]);
    let shown =
        words.with("cli-imported", &super::args(&[("perspective", "x"), ("answers", "2"), ("settlements", "1")]));
    assert!(shown.starts_with("«Íḿṕóŕţéḋ"), "{shown}");
    assert_eq!(data.strangers(&shown), [""; 0]);
    assert_eq!(data.strangers("«Ńóŕḿ» IV.3.1 Voorbeeldbank N.V. 2,65 /tmp/a.trede --lang"), [""; 0]);
    assert_eq!(data.strangers("«Ńóŕḿ» saved"), ["saved"]);
    assert_eq!(Data::with(&["bank"]).strangers("bank, banken"), ["banken"]);
}
