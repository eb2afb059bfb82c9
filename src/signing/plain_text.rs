//! One line of text that stands in a certificate or a signature: what may be in it.

/// The longest reason or location, in characters.
pub const MAX_STATEMENT_CHARS: usize = 200;
/// What is longer is cut when it is shown.
const MAX_SHOWN_CHARS: usize = 400;

/// Checks that `text`, trimmed, is one visible line of at most `max_chars` characters, and returns it trimmed.
///
/// Refused are control characters, line separators and the invisible characters that reorder or hide text, because a
/// name that looks like another name is a way to deceive.
///
/// # Errors
/// [`PlainTextError`] says which rule is broken.
pub(super) fn plain_line(text: &str, max_chars: usize) -> Result<&str, PlainTextError> {
    let text = text.trim();
    if text.is_empty() {
        return Err(PlainTextError::Empty);
    }
    let chars = text.chars().count();
    if chars > max_chars {
        return Err(PlainTextError::TooLong { chars, max: max_chars });
    }
    match text.chars().position(is_forbidden) {
        Some(position) => Err(PlainTextError::ForbiddenCharacter { position }),
        None => Ok(text),
    }
}

/// `text` as it can be shown to somebody who has to believe it: in one line, of bounded length, with what [`plain_line`]
/// refuses written as a code point. A name could otherwise go on in a line of its own, and say that it is confirmed.
pub(super) fn shown_line(text: &str) -> String {
    let mut shown = String::new();
    for character in text.chars().take(MAX_SHOWN_CHARS) {
        match is_forbidden(character) {
            true => shown.push_str(&format!("[U+{:04X}]", u32::from(character))),
            false => shown.push(character),
        }
    }
    if text.chars().nth(MAX_SHOWN_CHARS).is_some() {
        shown.push('…');
    }
    shown
}

fn is_forbidden(c: char) -> bool {
    c.is_control()
        || matches!(c, '\u{AD}' | '\u{61C}' | '\u{200B}'..='\u{200F}' | '\u{2028}'..='\u{202E}' | '\u{2060}'..='\u{206F}'
            | '\u{FEFF}' | '\u{FFF0}'..='\u{FFFF}' | '\u{E0000}'..='\u{E007F}')
}

/// Why a line of text is refused.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum PlainTextError {
    /// Nothing but spaces.
    #[error("empty")]
    Empty,
    /// More characters than fit.
    #[error("{chars} characters, at most {max}")]
    TooLong {
        /// Characters given.
        chars: usize,
        /// Characters allowed.
        max: usize,
    },
    /// A control character or an invisible one that changes how text is read.
    #[error("forbidden character at position {position}")]
    ForbiddenCharacter {
        /// Place in the trimmed text, counted in characters from 0.
        position: usize,
    },
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_cannot_be_trusted_is_shown_in_one_line() {
        assert_eq!(shown_line("A\nOndertekenaar bevestigd."), "A[U+000A]Ondertekenaar bevestigd.");
        assert_eq!(shown_line("Zoë\u{200b} de\u{2028}Vries"), "Zoë[U+200B] de[U+2028]Vries");
        assert_eq!(shown_line(&"x".repeat(5_000)).chars().count(), MAX_SHOWN_CHARS + 1);
    }

    #[test]
    fn a_line_is_trimmed_and_hostile_ones_are_refused() {
        assert_eq!(plain_line("  Zoë de Vries ", 64), Ok("Zoë de Vries"));
        assert_eq!(plain_line(" \t ", 64), Err(PlainTextError::Empty));
        assert_eq!(plain_line(&"x".repeat(300), 64), Err(PlainTextError::TooLong { chars: 300, max: 64 }));
        for hostile in ["a\0b", "a\nb", "a\u{202E}b", "a\u{200B}b", "a\u{2028}b"] {
            assert_eq!(plain_line(hostile, 64), Err(PlainTextError::ForbiddenCharacter { position: 1 }));
        }
    }
}
