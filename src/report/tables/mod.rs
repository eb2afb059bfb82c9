//! The assessment as tables, for those who count and sort on: [`workbook`] writes a spreadsheet, [`findings_csv`] the
//! findings alone.
//!
//! | file | holds | deliberately absent |
//! |---|---|---|
//! | `findings`, `attention` | what the rows say, as texts and numbers | file formats |
//! | `summary` | the sheet with the scores, as formulas | any score of its own: the results are those of the domain |
//! | `cell_text` | what a cell cannot hold, said in the cell | |
//! | `xlsx`, `csv` | the two formats; a text is never a formula in either | reading: these files only go out |
//!
//! The same [`Source`] gives the same bytes: the date comes in as a value.

mod attention;
mod cell_text;
mod csv;
mod findings;
mod summary;
mod xlsx;

use chrono::{DateTime, FixedOffset};

use crate::domain::{Cover, Exact, Framework, LogHead, Perspective, Score, Sheet, Text};
use crate::wording::Wording;
pub use cell_text::{Alteration, Altered};
pub use csv::guarded;
pub use xlsx::{Workbook, workbook};

/// Everything that the tables are made from.
#[derive(Clone, Copy)]
pub struct Source<'a> {
    /// The framework.
    pub framework: &'a Framework,
    /// The cover.
    pub cover: &'a Cover,
    /// Whose findings.
    pub perspective: Perspective,
    /// The findings.
    pub sheet: &'a Sheet,
    /// The score that follows from them.
    pub score: &'a Score,
    /// The head of the log they come from.
    pub log_head: &'a LogHead,
    /// When the tables are made.
    pub at: DateTime<FixedOffset>,
}

/// Why there are no tables.
#[derive(Debug, thiserror::Error)]
pub enum TableError {
    /// The spreadsheet cannot be written.
    #[error(transparent)]
    Xlsx(#[from] rust_xlsxwriter::XlsxError),
    /// The text file cannot be written.
    #[error("csv: {0}")]
    Csv(String),
}

/// The findings, one row a norm, as a text file: columns between semicolons, UTF-8 with a mark at its start, lines that
/// end with CR LF, the decimal mark of the language. See [`guarded`] for what is done to a text that could be taken for a formula.
pub fn findings_csv(source: &Source, wording: &Wording) -> Result<Vec<u8>, TableError> {
    csv::write(&findings::table(source, wording), wording.decimal_mark())
}

/// What stands in a cell.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Cell {
    Empty,
    Text(String),
    Number(Exact),
}

impl Cell {
    fn text(text: impl ToString) -> Cell {
        let text = text.to_string();
        if text.is_empty() { Cell::Empty } else { Cell::Text(text) }
    }
}

/// A column: its heading and its width in characters.
struct Column {
    heading: String,
    width: u8,
}

/// Rows under headings.
struct Table {
    columns: Vec<Column>,
    rows: Vec<Vec<Cell>>,
}

/// The source with the words in which it is told.
struct Page<'a> {
    source: &'a Source<'a>,
    wording: &'a Wording,
}

impl Page<'_> {
    fn words(&self, text: &Text) -> String {
        text.plain(self.wording.language())
    }

    fn column(&self, key: &str, width: u8) -> Column {
        Column { heading: self.wording.text(key), width }
    }
}
