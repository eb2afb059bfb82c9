//! The text form of a table.

use std::borrow::Cow;

use unicode_normalization::UnicodeNormalization as _;

use super::{Cell, Table, TableError};
use crate::domain::Exact;
use crate::domain::text::is_hidden;

/// The mark at the start by which spreadsheets know UTF-8.
const MARK: &str = "\u{FEFF}";
/// Decimals of a number; a fraction that has more is rounded here.
const DECIMALS: u32 = 6;

pub(super) fn write(table: &Table, decimal_mark: char) -> Result<Vec<u8>, TableError> {
    let mut writer = csv::WriterBuilder::new()
        .delimiter(b';')
        .terminator(csv::Terminator::CRLF)
        .from_writer(MARK.as_bytes().to_vec());
    let broken = |error: &dyn ToString| TableError::Csv(error.to_string());
    let headings = table.columns.iter().map(|column| guarded(&column.heading).into_owned());
    writer.write_record(headings).map_err(|error| broken(&error))?;
    for row in &table.rows {
        let cells = row.iter().map(|cell| match cell {
            Cell::Empty => Cow::Borrowed(""),
            Cell::Text(text) => guarded(text),
            Cell::Number(number) => Cow::Owned(decimal(number, decimal_mark)),
        });
        writer.write_record(cells.map(|cell| cell.into_owned())).map_err(|error| broken(&error))?;
    }
    writer.into_inner().map_err(|error| broken(&error.error()))
}

/// A text that no spreadsheet runs: when it could be taken for a formula it gets an apostrophe in front, and so does a text
/// that begins with an apostrophe itself. Hence the text is always found back: leave out one apostrophe at the start.
///
/// Taken for a formula could be what begins with `=`, `+`, `-` or `@`, in whatever width, also after blanks or characters that
/// do not show; and what begins with a tab, a line end or NUL.
pub fn guarded(text: &str) -> Cow<'_, str> {
    let begins = text.starts_with(['\'', '\t', '\r', '\n', '\0']);
    let shown = text.trim_start_matches(|each: char| each.is_whitespace() || is_hidden(each) || has_no_width(each));
    if begins || shown.chars().next().is_some_and(starts_formula) {
        Cow::Owned(format!("'{text}"))
    } else {
        Cow::Borrowed(text)
    }
}

fn starts_formula(character: char) -> bool {
    // The minus sign of typographers is read as a minus by some.
    character == '\u{2212}' || character.nfkc().next().is_some_and(|plain| matches!(plain, '=' | '+' | '-' | '@'))
}

/// Characters that take no place: joiners, soft hyphens, variation selectors, tags.
fn has_no_width(character: char) -> bool {
    matches!(
        character,
        '\u{00AD}' | '\u{034F}' | '\u{115F}' | '\u{1160}' | '\u{17B4}' | '\u{17B5}' | '\u{180B}'..='\u{180F}'
    ) || matches!(character, '\u{200B}'..='\u{200D}' | '\u{2060}'..='\u{206F}' | '\u{3164}' | '\u{FE00}'..='\u{FE0F}')
        || matches!(character, '\u{FFA0}' | '\u{FFF0}'..='\u{FFFB}' | '\u{1D173}'..='\u{1D17A}' | '\u{E0000}'..='\u{E0FFF}')
}

/// A number without needless zeros: `3`, `0,175`.
fn decimal(number: &Exact, mark: char) -> String {
    let rounded = number.rounded(DECIMALS, mark);
    rounded.trim_end_matches('0').trim_end_matches(mark).to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_has_the_decimal_mark_of_the_language_and_no_needless_zeros() {
        let number = |above, below| Exact::fraction_of(above, below).unwrap();
        assert_eq!(decimal(&number(7, 40), ','), "0,175");
        assert_eq!(decimal(&number(7, 40), '.'), "0.175");
        assert_eq!(decimal(&number(30, 1), ','), "30");
        assert_eq!(decimal(&number(1, 3), ','), "0,333333");
        assert_eq!(decimal(&number(0, 1), ','), "0");
    }

    #[test]
    fn what_could_be_a_formula_gets_an_apostrophe() {
        for text in
            ["=1+1", "+1", "-1", "@A1", "\t=1", "\r", "\nx", "\0=1", "  =1", "\u{A0}+1", "\u{FF1D}1", "\u{FF0B}1"]
        {
            assert_eq!(guarded(text), format!("'{text}"), "{text:?}");
        }
        for text in
            ["\u{FF0D}1", "\u{FF20}A1", "\u{200B}=1", "\u{2212}1", "\u{FEFF}@x", "\u{202E}=1", "'=1", "'", " \u{FE66}1"]
        {
            assert_eq!(guarded(text), format!("'{text}"), "{text:?}");
        }
        for text in ["", "voldaan", "1 = 1", "n.v.t.", "I.5.1", "é-", "„=”", " '"] {
            assert_eq!(guarded(text), text);
        }
    }

    #[test]
    fn a_file_has_a_mark_semicolons_and_line_ends_of_windows() {
        let column = |heading: &str| super::super::Column { heading: heading.to_owned(), width: 9 };
        let table = Table {
            columns: vec![column("Norm"), column("-")],
            rows: vec![vec![Cell::text("een; \"twee\"\ndrie"), Cell::Number(Exact::fraction_of(1, 2).unwrap())]],
        };
        let written = String::from_utf8(write(&table, ',').unwrap()).unwrap();
        assert_eq!(written, "\u{FEFF}Norm;'-\r\n\"een; \"\"twee\"\"\ndrie\";0,5\r\n");
    }
}
