//! Words that stand in the program itself instead of in a locale file.

use std::fs;
use std::path::Path;

use crate::source;

/// What comes right before a literal that nobody reads on a screen: reasons for the compiler, errors for programmers, names
/// by which the window finds its own things, and the passphrase of the example.
const UNSEEN: &[&str] = &[
    "reason=",
    "error(",
    "Id::unique(",
    "Id::unique((",
    "Panel::top(",
    "id.with(",
    "request_discard(",
    "Passphrase::new(",
    "==b",
];
/// Names.
const NAMES: &[&str] = &["Inter Bold", "JetBrains Mono", " Bank N.V."];

/// Whether two words of letters stand beside each other.
fn is_sentence(literal: &str) -> bool {
    let words: Vec<&str> = literal.split(' ').collect();
    let is_word =
        |word: &&str| word.len() > 1 && word.chars().all(|each| each.is_alphabetic() || ".,:;…".contains(each));
    words.windows(2).any(|pair| pair.iter().all(is_word))
}

#[test]
fn no_sentence_stands_in_the_program_itself() {
    let src = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut found = Vec::new();
    for room in ["gui", "cli", "wording", "session", "report/content"] {
        for path in source::rust_files(&src.join(room)) {
            for (before, literal) in source::literals(&fs::read_to_string(&path).unwrap()) {
                let unseen = UNSEEN.iter().any(|end| before.ends_with(end)) || NAMES.contains(&literal.as_str());
                if !unseen && is_sentence(&literal) {
                    found.push(format!("{}: {literal}", path.display()));
                }
            }
        }
    }
    assert!(found.is_empty(), "{found:#?}");
    assert!(is_sentence("{shown} is saved.") && !is_sentence("{name}, {role}") && !is_sentence("part-name"));
}
