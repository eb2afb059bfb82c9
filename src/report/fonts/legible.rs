//! Text as it can be printed: nothing is dropped, nothing is invisible.

use std::collections::BTreeSet;

use unicode_normalization::UnicodeNormalization;

use super::{super::block::Letter, Fonts};

/// `text` with every character that no bundled face shows written as its code point, `[U+1F600]`.
///
/// Accents are composed first (NFC). Control characters and characters that change the direction of writing are written as
/// code points too, so that what is printed is what is stored. A tab becomes a space; every kind of line end becomes a
/// line feed.
pub fn legible(text: &str) -> String {
    let mut result = String::with_capacity(text.len());
    let mut characters = text.nfc().peekable();
    while let Some(character) = characters.next() {
        match character {
            '\n' | '\u{2028}' | '\u{2029}' => result.push('\n'),
            '\r' => {
                if characters.peek() != Some(&'\n') {
                    result.push('\n');
                }
            }
            '\t' => result.push(' '),
            shown if has_glyph(shown) => result.push(shown),
            other => result.push_str(&format!("[U+{:04X}]", u32::from(other))),
        }
    }
    result
}

/// The characters of `text` that [`legible`] writes as their code points.
pub fn without_glyph(text: &str) -> BTreeSet<char> {
    let is_space = |character: &char| matches!(character, '\n' | '\u{2028}' | '\u{2029}' | '\r' | '\t');
    // Plain letters, by far the most, need no looking up.
    let is_plain = |character: &char| (' '..='~').contains(character);
    text.nfc().filter(|each| !is_plain(each) && !is_space(each) && !has_glyph(*each)).collect()
}

/// Whether a bundled face shows the character.
fn has_glyph(character: char) -> bool {
    Fonts::bundled().is_some_and(|fonts| fonts.find(Letter::Bold, character).is_some())
}

/// As [`legible`], on one line: for titles, names and metadata.
pub fn legible_line(text: &str) -> String {
    legible(text).replace('\n', " ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_has_no_glyph_is_shown_as_its_code_point() {
        assert_eq!(legible("blij 😀!"), "blij [U+1F600]!");
        assert_eq!(legible("中"), "[U+4E2D]");
        let odd = "blij 😀 中 e\u{301} x\u{301}\t\r\n\u{2028}\u{202e}😀";
        assert_eq!(without_glyph(odd), BTreeSet::from(['\u{301}', '\u{202e}', '中', '😀']));
        assert!(legible(odd).matches("[U+").count() == 5);
    }

    #[test]
    fn accents_are_composed_and_those_that_cannot_be_stay_visible() {
        assert_eq!(legible("e\u{301}e\u{308}n"), "éën");
        assert_eq!(legible("x\u{301}"), "x[U+0301]");
    }

    #[test]
    fn characters_that_would_hide_or_turn_text_are_shown() {
        assert_eq!(
            legible("a\u{202e}b\u{200b}c\u{feff}d\u{0}e\u{ad}f\u{7f}"),
            "a[U+202E]b[U+200B]c[U+FEFF]d[U+0000]e[U+00AD]f[U+007F]"
        );
    }

    #[test]
    fn line_ends_become_line_feeds_and_tabs_spaces() {
        assert_eq!(legible("a\r\nb\rc\td\u{2028}e"), "a\nb\nc d\ne");
        assert_eq!(legible_line("a\nb"), "a b");
    }
}
