//! Words -> lines. No character is lost: the space at which a line is broken stays at its end.

use super::style::{Type, Words};
use crate::report::{
    block::{Letter, Span, Tone},
    fonts::{Fonts, legible::legible},
};

/// One line; `width` leaves out the spaces at its end.
#[derive(Debug, Clone, PartialEq, Default)]
pub(crate) struct Line {
    pub(crate) runs: Vec<Run>,
    pub(crate) width: f32,
}

/// Letters of one face and tone that stand beside each other.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Run {
    pub(crate) words: Words,
    /// From the left end of the line.
    pub(crate) x: f32,
}

/// `spans` as text that can be printed.
pub(crate) fn words(spans: &[Span]) -> Vec<Words> {
    spans.iter().map(|span| Words { text: legible(&span.text), letter: span.letter, tone: span.tone }).collect()
}

/// One run of words as text that can be printed, in one manner.
pub(crate) fn plain(text: &str, letter: Letter, tone: Tone) -> Vec<Words> {
    vec![Words { text: legible(text), letter, tone }]
}

/// Breaks `words` into lines that are at most `width` wide (a single letter may be wider); at least one line.
pub(crate) fn wrap(fonts: &Fonts, words: &[Words], kind: Type, width: f32) -> Vec<Line> {
    let letters = letters(fonts, words, kind);
    let mut lines = Vec::new();
    let mut start = 0;
    while start < letters.len() {
        let end = line_end(&letters, start, width);
        lines.push(line(letters.get(start..end).unwrap_or_default()));
        start = end;
    }
    if lines.is_empty() {
        lines.push(Line::default());
    }
    lines
}

#[derive(Clone, Copy)]
struct Placed {
    character: char,
    letter: Letter,
    tone: Tone,
    advance: f32,
}

fn letters(fonts: &Fonts, words: &[Words], kind: Type) -> Vec<Placed> {
    let mut letters = Vec::new();
    for run in words {
        for character in run.text.chars() {
            let shown = if character == '\n' { ' ' } else { character };
            let (letter, advance) = fonts.find(run.letter, shown).unwrap_or((run.letter, 0));
            // Advances are at most a few thousand, exact in f32.
            let advance = advance as f32 * kind.size * Fonts::scale(letter) / 1000.0 + kind.tracking;
            letters.push(Placed { character, letter, tone: run.tone, advance });
        }
    }
    letters
}

/// The index after the last letter of the line that begins at `start`; always greater than `start`.
fn line_end(letters: &[Placed], start: usize, width: f32) -> usize {
    let mut used = 0.0;
    let mut opportunity = None;
    for (index, letter) in letters.iter().enumerate().skip(start) {
        used += letter.advance;
        if letter.character == '\n' {
            return index + 1;
        }
        if used > width && letter.character != ' ' && index > start {
            return opportunity.unwrap_or(index);
        }
        if may_break_after(letters, index) {
            opportunity = Some(index + 1);
        }
    }
    letters.len()
}

fn may_break_after(letters: &[Placed], index: usize) -> bool {
    let at = |index: usize| letters.get(index).map_or(' ', |letter| letter.character);
    let (character, next) = (at(index), at(index + 1));
    let between_letters = index > 0 && at(index - 1).is_alphabetic() && next.is_alphabetic();
    match character {
        ' ' | '\u{2002}' | '\u{2003}' | '\u{2009}' | '\u{200a}' => true,
        '-' | '/' | '\u{2010}' => between_letters,
        '–' | '—' => next != ' ',
        ']' => next == '[',
        _ => false,
    }
}

fn line(letters: &[Placed]) -> Line {
    let mut result = Line::default();
    let mut x = 0.0;
    for letter in letters {
        let character = if letter.character == '\n' { ' ' } else { letter.character };
        match result.runs.last_mut().map(|run| &mut run.words) {
            Some(words) if words.letter == letter.letter && words.tone == letter.tone => words.text.push(character),
            _ => {
                let words = Words { text: character.to_string(), letter: letter.letter, tone: letter.tone };
                result.runs.push(Run { words, x });
            }
        }
        x += letter.advance;
        if character != ' ' {
            result.width = x;
        }
    }
    result
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::layout::style::BODY;

    fn texts(text: &str, width: f32) -> Vec<String> {
        let lines = wrap(Fonts::bundled().unwrap(), &plain(text, Letter::Regular, Tone::Ink), BODY, width);
        assert!(lines.iter().all(|line| line.width <= width || line.runs[0].words.text.chars().count() == 1));
        lines.iter().map(|line| line.runs.iter().map(|run| run.words.text.as_str()).collect()).collect()
    }

    #[test]
    fn lines_break_after_spaces_and_keep_them() {
        assert_eq!(texts("een twee drie", 40.0), ["een ", "twee ", "drie"]);
        assert_eq!(texts("een   twee", 30.0), ["een   ", "twee"]);
    }

    #[test]
    fn a_no_break_space_and_a_date_stay_together() {
        assert_eq!(texts("op 22-11-2026 om 30\u{a0}%", 60.0), ["op ", "22-11-2026 ", "om 30\u{a0}%"]);
    }

    #[test]
    fn a_word_wider_than_the_line_is_broken_anywhere_without_loss() {
        let long = "a".repeat(200);
        let lines = texts(&long, 50.0);
        assert!(lines.len() > 10);
        assert_eq!(lines.concat(), long);
    }

    #[test]
    fn a_line_feed_ends_a_line_and_reads_as_a_space() {
        assert_eq!(texts("a\n\nb", 100.0), ["a ", " ", "b"]);
        assert_eq!(texts("", 100.0), [""]);
    }

    #[test]
    fn no_width_at_all_still_ends() {
        assert_eq!(texts("abc", 0.0), ["a", "b", "c"]);
    }
}
