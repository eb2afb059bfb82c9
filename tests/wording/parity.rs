//! Both languages say the same: the same messages, with the same values in them; and so do the texts of a framework.

use std::collections::{BTreeMap, BTreeSet};

use fluent_syntax::ast::{Entry, Expression, InlineExpression, Pattern, PatternElement};
use fluent_syntax::parser;
use trede::domain::Text;
use trede::domain::text::{Language, Piece};
use trede::storage::shipped;
use trede::wording::files;

use crate::source;

/// What a message works with: the values it shows, and those by which it chooses between forms.
#[derive(Debug, Default, PartialEq, Eq)]
struct Needs {
    shown: BTreeSet<String>,
    chosen_by: BTreeSet<String>,
}

impl Needs {
    fn of(pattern: &Pattern<String>) -> Needs {
        let mut needs = Needs::default();
        needs.pattern(pattern);
        needs
    }

    fn pattern(&mut self, pattern: &Pattern<String>) {
        for element in &pattern.elements {
            let PatternElement::Placeable { expression } = element else { continue };
            match expression {
                Expression::Inline(inline) => self.shown.extend(variable(inline)),
                Expression::Select { selector, variants } => {
                    self.chosen_by.extend(variable(selector));
                    variants.iter().for_each(|variant| self.pattern(&variant.value));
                }
            }
        }
    }
}

fn variable(inline: &InlineExpression<String>) -> Option<String> {
    match inline {
        InlineExpression::VariableReference { id } => Some(id.name.clone()),
        InlineExpression::Placeable { expression } => match expression.as_ref() {
            Expression::Inline(inline) => variable(inline),
            Expression::Select { .. } => None,
        },
        _ => None,
    }
}

/// The messages of a language, by file and key.
fn messages(language: Language) -> BTreeMap<(String, String), Needs> {
    let mut found = BTreeMap::new();
    for (file, content) in files(language) {
        for entry in parser::parse((*content).to_owned()).unwrap().body {
            let Entry::Message(message) = entry else { continue };
            let needs = Needs::of(&message.value.unwrap());
            found.insert(((*file).to_owned(), message.id.name), needs);
        }
    }
    found
}

#[test]
fn both_languages_have_the_same_messages() {
    let keys = |language| messages(language).into_keys().collect::<BTreeSet<_>>();
    let (dutch, english) = (keys(Language::Dutch), keys(Language::English));
    assert!(dutch.len() > 500);
    assert_eq!(dutch.difference(&english).collect::<Vec<_>>(), Vec::<&(String, String)>::new());
    assert_eq!(english.difference(&dutch).collect::<Vec<_>>(), Vec::<&(String, String)>::new());
}

#[test]
fn a_message_stands_by_itself() {
    // Files are read apart from each other, so a message cannot take another into itself.
    for language in Language::ALL {
        for (file, content) in files(language) {
            let refers = |line: &&str| {
                let mut placeables = line.split('{').skip(1).map(str::trim_start);
                placeables.any(|placeable| placeable.starts_with(|first: char| first == '-' || first.is_alphabetic()))
            };
            assert_eq!(content.lines().find(refers), None, "{file}");
        }
    }
}

#[test]
fn a_message_shows_the_same_values_in_both_languages_and_chooses_by_the_same() {
    let english = messages(Language::English);
    for (key, needs) in messages(Language::Dutch) {
        let other = &english[&key];
        assert_eq!(needs.shown, other.shown, "{key:?}");
        // One language may need a plural where the other has one form; but then by the count that the other knows too.
        assert_eq!(needs.chosen_by, other.chosen_by, "{key:?}");
    }
}

/// The texts of a framework file in both languages, as they stand beside each other.
fn texts(file: &str) -> Vec<[String; 2]> {
    let literals = source::literals(file);
    let languages = literals.iter().zip(literals.iter().skip(1));
    languages
        .filter(|((before, _), (between, _))| before.ends_with("nl:") && between.ends_with("en:"))
        .map(|((_, dutch), (_, english))| [dutch.clone(), english.clone()])
        .collect()
}

#[test]
fn the_texts_of_a_framework_have_the_same_marks_in_both_languages() {
    for shipped in shipped::ALL {
        let texts = texts(shipped.text);
        assert!(texts.len() > 100, "{}: {}", shipped.file, texts.len());
        for both in texts {
            let marks = |text: &String| {
                let text = Text::dutch(text);
                let pieces = text.pieces(Language::Dutch);
                let qualifiers = pieces.iter().filter(|piece| matches!(piece, Piece::Qualifier(_))).count();
                let number = |piece: &Piece| match piece {
                    Piece::Footnote(number) => Some(*number),
                    _ => None,
                };
                (qualifiers, pieces.iter().filter_map(number).collect::<Vec<_>>())
            };
            assert_eq!(marks(&both[0]), marks(&both[1]), "{}: {both:#?}", shipped.file);
        }
    }
}

#[test]
fn a_framework_in_two_languages_leaves_no_text_out_in_one() {
    for shipped in shipped::ALL {
        let literals = source::literals(shipped.text);
        let of = |code: &str| literals.iter().filter(|(before, _)| before.ends_with(code)).count();
        assert_eq!(of("nl:"), of("en:"), "{}", shipped.file);
        assert_eq!(of("nl:"), texts(shipped.text).len(), "{}", shipped.file);
    }
}
