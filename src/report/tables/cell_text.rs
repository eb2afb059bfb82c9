//! What a cell of a spreadsheet cannot hold. Nothing is left out in silence: the cell says so, and whoever asked for the
//! file is told.

use crate::domain::text::is_hidden;
use crate::wording::{Wording, arg};

/// The longest text in a cell, in UTF-16 units, which is how spreadsheets count.
const LONGEST_CELL: usize = 32_767;

/// A cell whose text is not quite the text of the assessment.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Altered {
    /// Where: sheet and cell, such as `Bevindingen!J12`.
    pub cell: String,
    /// How.
    pub how: Alteration,
}

/// What was done to a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Alteration {
    /// This many hidden characters are shown as signs.
    Shown(usize),
    /// It was this many characters long and only its beginning is there.
    Shortened(usize),
}

impl Alteration {
    /// The word in JSON.
    pub fn code(self) -> &'static str {
        match self {
            Alteration::Shown(_) => "shown",
            Alteration::Shortened(_) => "shortened",
        }
    }

    /// How many characters it is about.
    pub fn count(self) -> usize {
        let (Alteration::Shown(count) | Alteration::Shortened(count)) = self;
        count
    }

    /// A sentence for in the cell.
    fn note(self, wording: &Wording) -> String {
        wording.with(&format!("table-note-{}", self.code()), &[arg("count", self.count())])
    }
}

impl Altered {
    /// A sentence for whoever asked for the file.
    pub fn told(&self, wording: &Wording) -> String {
        let args = [arg("cell", &self.cell), arg("count", self.how.count())];
        wording.with(&format!("table-told-{}", self.how.code()), &args)
    }
}

/// A text as a cell can hold it, and what was done to it for that. Line ends become those of a spreadsheet; that needs no
/// saying.
pub(super) fn fitting(text: &str, wording: &Wording) -> (String, Vec<Alteration>) {
    let text = text.replace("\r\n", "\n").replace('\r', "\n");
    let mut fitting = String::with_capacity(text.len());
    let mut hidden = 0;
    for character in text.chars() {
        if is_hidden(character) || matches!(character, '\u{FFFE}' | '\u{FFFF}') {
            hidden += 1;
            fitting.push_str(&sign(character));
        } else {
            fitting.push(character);
        }
    }
    let mut done = Vec::new();
    if hidden > 0 {
        done.push(Alteration::Shown(hidden));
    }
    if units(&fitting) + units(&notes(&done, wording)) > LONGEST_CELL {
        done.push(Alteration::Shortened(text.chars().count()));
        let room = LONGEST_CELL.saturating_sub(units(&notes(&done, wording)));
        fitting.truncate(within(&fitting, room));
    }
    fitting.push_str(&notes(&done, wording));
    (fitting, done)
}

fn notes(done: &[Alteration], wording: &Wording) -> String {
    done.iter().map(|each| format!("\n{}", each.note(wording))).collect()
}

/// A sign for a character that does not show.
fn sign(character: char) -> String {
    let code = u32::from(character);
    let picture = match code {
        0..=0x1F => char::from_u32(0x2400 + code),
        0x7F => Some('\u{2421}'),
        _ => None,
    };
    picture.map_or_else(|| format!("[U+{code:04X}]"), String::from)
}

fn units(text: &str) -> usize {
    text.encode_utf16().count()
}

/// Where the beginning ends that has at most this many UTF-16 units.
fn within(text: &str, room: usize) -> usize {
    let mut units = 0;
    let over = text.char_indices().find(|(_, character)| {
        units += character.len_utf16();
        units > room
    });
    over.map_or(text.len(), |(at, _)| at)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::text::Language;

    #[test]
    fn an_ordinary_text_stays_as_it_is() {
        let wording = Wording::new(Language::Dutch);
        let text = "=1+1; één\n\ttwee _x0041_ 😀";
        assert_eq!(fitting(text, &wording), (text.to_owned(), Vec::new()));
        assert_eq!(fitting("een\r\ntwee\rdrie", &wording), ("een\ntwee\ndrie".to_owned(), Vec::new()));
        let longest = "a".repeat(LONGEST_CELL);
        assert_eq!(fitting(&longest, &wording), (longest.clone(), Vec::new()));
    }

    #[test]
    fn hidden_characters_are_shown_and_the_cell_says_so() {
        let wording = Wording::new(Language::Dutch);
        let (text, done) = fitting("a\0b\u{7F}c\u{202E}d\u{FFFF}", &wording);
        assert!(text.starts_with("a␀b␡c[U+202E]d[U+FFFF]\n["), "{text}");
        assert_eq!(done, [Alteration::Shown(4)]);
    }

    #[test]
    fn a_text_that_is_too_long_keeps_its_beginning_and_the_cell_says_so() {
        let wording = Wording::new(Language::English);
        for text in ["a".repeat(LONGEST_CELL + 1), "😀".repeat(20_000), "\u{1}".repeat(LONGEST_CELL)] {
            let (fitted, done) = fitting(&text, &wording);
            let length = units(&fitted);
            assert!(length <= LONGEST_CELL && length > LONGEST_CELL - 2, "{length}");
            assert_eq!(done.last(), Some(&Alteration::Shortened(text.chars().count())));
            assert!(fitted.ends_with(&done[done.len() - 1].note(&wording)));
        }
    }
}
