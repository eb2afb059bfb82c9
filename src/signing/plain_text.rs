//! One line of text that stands in a certificate or a signature: what may be in it.

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
    fn a_line_is_trimmed_and_hostile_ones_are_refused() {
        assert_eq!(plain_line("  Zoë de Vries ", 64), Ok("Zoë de Vries"));
        assert_eq!(plain_line(" \t ", 64), Err(PlainTextError::Empty));
        assert_eq!(plain_line(&"x".repeat(300), 64), Err(PlainTextError::TooLong { chars: 300, max: 64 }));
        for hostile in ["a\0b", "a\nb", "a\u{202E}b", "a\u{200B}b", "a\u{2028}b"] {
            assert_eq!(plain_line(hostile, 64), Err(PlainTextError::ForbiddenCharacter { position: 1 }));
        }
    }
}
