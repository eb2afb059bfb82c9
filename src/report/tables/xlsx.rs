//! The spreadsheet: sheets, looks, and the only place where a cell is written.
//!
//! A text goes in as text and is marked as such, so that it does not become a formula either when somebody edits the cell.
//! There are no macros, no links and nothing outside the file.

use std::collections::BTreeMap;

use chrono::{Datelike as _, Timelike as _};
use rust_xlsxwriter::utility::row_col_to_cell;
use rust_xlsxwriter::{
    Color, DocProperties, ExcelDateTime, Format, FormatAlign, FormatBorder, Formula, IgnoreError, Workbook as Book,
    Worksheet, XlsxError,
};

use super::cell_text::{Altered, fitting};
use super::{Cell, Column, Page, Source, Table, TableError, attention, findings, summary};
use crate::domain::Exact;
use crate::domain::text::Language;
use crate::report::content::PROGRAM;
use crate::wording::Wording;

/// The height of a line of text, and the highest that a row can be.
const LINE_POINTS: f64 = 15.0;
const HIGHEST_ROW_POINTS: f64 = 409.0;

/// A spreadsheet that is written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Workbook {
    /// The file.
    pub bytes: Vec<u8>,
    /// The cells whose text is not quite that of the assessment.
    pub altered: Vec<Altered>,
}

/// The assessment as a spreadsheet of three sheets: the scores as formulas with their results, the findings, and what
/// deserves attention.
pub fn workbook(source: &Source, wording: &Wording) -> Result<Workbook, TableError> {
    let page = Page { source, wording };
    let mut book = Book::new();
    book.set_properties(&properties(&page)?);
    let looks = Looks::new(wording.language());
    let mut altered = Vec::new();
    let mut paper = Paper::new(book.add_worksheet(), "table-sheet-summary", wording, &looks, &mut altered)?;
    summary::draw(&page, &mut paper)?;
    paper.fit_rows()?;
    for (key, table) in [
        ("table-sheet-findings", findings::table(source, wording)),
        ("table-sheet-attention", attention::table(source, wording)),
    ] {
        let mut paper = Paper::new(book.add_worksheet(), key, wording, &looks, &mut altered)?;
        paper.table(&table)?;
        paper.fit_rows()?;
    }
    Ok(Workbook { bytes: book.save_to_buffer()?, altered })
}

/// Who made it and when: without a time of its own the writer would take that of the clock.
fn properties(page: &Page) -> Result<DocProperties, XlsxError> {
    let Page { source, wording } = page;
    let author =
        source.sheet.assessor.as_ref().map_or(source.cover.subject.as_str(), |assessor| assessor.name.as_str());
    let short = |text: &str| fitting(text, wording).0.chars().take(255).collect::<String>();
    let time = excel_time(source.at).or_else(|_| ExcelDateTime::from_ymd(1900, 1, 1))?;
    Ok(DocProperties::new()
        .set_title(short(&page.title()))
        .set_author(short(author))
        .set_comment(PROGRAM)
        .set_creation_datetime(&time))
}

/// A time by the clock of who wrote it.
pub(super) fn excel_time(at: chrono::DateTime<chrono::FixedOffset>) -> Result<ExcelDateTime, XlsxError> {
    let year = u16::try_from(at.year()).unwrap_or_default();
    let part = |number: u32| u8::try_from(number).unwrap_or_default();
    ExcelDateTime::from_ymd(year, part(at.month()), part(at.day()))?.and_hms(
        u16::from(part(at.hour())),
        part(at.minute()),
        part(at.second()),
    )
}

/// How cells look.
pub(super) struct Looks {
    pub title: Format,
    pub heading: Format,
    pub text: Format,
    pub strong: Format,
    /// A text that runs on over the empty cells beside it.
    pub line: Format,
    pub whole: Format,
    pub count: Format,
    pub decimal: Format,
    pub three: Format,
    pub one: Format,
    pub percent: Format,
    pub time: Format,
}

impl Looks {
    fn new(language: Language) -> Looks {
        let plain = || Format::new().set_align(FormatAlign::Top);
        let text = || plain().set_text_wrap().set_quote_prefix();
        let number = |pattern: &str| plain().set_align(FormatAlign::Right).set_num_format(pattern);
        let time = match language {
            Language::Dutch => "dd-mm-yyyy hh:mm",
            Language::English => "d mmm yyyy hh:mm",
        };
        Looks {
            title: plain().set_bold().set_font_size(14).set_quote_prefix(),
            heading: text()
                .set_bold()
                .set_background_color(Color::RGB(0xE8_ECF2))
                .set_border_bottom(FormatBorder::Thin),
            text: text(),
            strong: text().set_bold(),
            line: plain().set_quote_prefix(),
            whole: number("0"),
            count: plain().set_align(FormatAlign::Left).set_num_format("0"),
            decimal: number("0.######"),
            three: number("0.000").set_bold(),
            one: number("0.0").set_bold(),
            percent: number("0.0%"),
            time: plain().set_align(FormatAlign::Left).set_num_format(time),
        }
    }
}

/// A sheet that is being written. Rows and columns count from 0.
pub(super) struct Paper<'a> {
    pub sheet: &'a mut Worksheet,
    pub looks: &'a Looks,
    name: String,
    wording: &'a Wording,
    altered: &'a mut Vec<Altered>,
    /// The widths of the columns, in characters.
    widths: Vec<u8>,
    /// How many lines the texts of a row take, where it is more than one.
    lines: BTreeMap<u32, usize>,
}

impl<'a> Paper<'a> {
    fn new(
        sheet: &'a mut Worksheet,
        key: &str,
        wording: &'a Wording,
        looks: &'a Looks,
        altered: &'a mut Vec<Altered>,
    ) -> Result<Paper<'a>, XlsxError> {
        let name = wording.text(key);
        sheet.set_name(&name)?.set_landscape().set_paper_size(9).set_print_fit_to_pages(1, 0);
        Ok(Paper { sheet, looks, name, wording, altered, widths: Vec::new(), lines: BTreeMap::new() })
    }

    fn table(&mut self, table: &Table) -> Result<(), XlsxError> {
        self.headings(0, &table.columns)?;
        for (cells, row) in table.rows.iter().zip(1..) {
            for (cell, column) in cells.iter().zip(0..) {
                match cell {
                    Cell::Empty => {}
                    Cell::Text(text) => self.text((row, column), text, &self.looks.text)?,
                    Cell::Number(number) if number.is_whole() => {
                        self.number((row, column), float(number), &self.looks.whole)?;
                    }
                    Cell::Number(number) => self.number((row, column), float(number), &self.looks.decimal)?,
                }
            }
        }
        let last = (u32::try_from(table.rows.len()).unwrap_or(u32::MAX), table.columns.len().saturating_sub(1));
        self.sheet.autofilter(0, 0, last.0, u16::try_from(last.1).unwrap_or_default())?;
        self.freeze(1)
    }

    /// Writes the headings of the columns and gives these their widths.
    pub fn headings(&mut self, row: u32, columns: &[Column]) -> Result<(), XlsxError> {
        self.widths = columns.iter().map(|column| column.width).collect();
        for (column, place) in columns.iter().zip(0..) {
            self.sheet.set_column_width(place, column.width)?;
            self.text((row, place), &column.heading, &self.looks.heading)?;
        }
        Ok(())
    }

    /// Gives every row the height of its texts: not every spreadsheet finds that out by itself.
    fn fit_rows(&mut self) -> Result<(), XlsxError> {
        for (row, lines) in &self.lines {
            let lines = f64::from(u32::try_from(*lines).unwrap_or(u32::MAX));
            self.sheet.set_row_height(*row, (lines * LINE_POINTS).min(HIGHEST_ROW_POINTS))?;
        }
        Ok(())
    }

    /// Keeps the first rows in sight, on screen and on every printed page.
    pub fn freeze(&mut self, rows: u32) -> Result<(), XlsxError> {
        self.sheet.set_freeze_panes(rows, 0)?.set_repeat_rows(0, rows - 1)?;
        Ok(())
    }

    /// Writes a text, whatever it says, as a text, in as many lines as it takes.
    pub fn text(&mut self, at: (u32, u16), text: &str, look: &Format) -> Result<(), XlsxError> {
        let width = self.widths.get(usize::from(at.1)).copied().unwrap_or(u8::MAX);
        let lines = lines(text, usize::from(width));
        if lines > 1 {
            let known = self.lines.entry(at.0).or_default();
            *known = lines.max(*known);
        }
        self.line(at, text, look)
    }

    /// Writes a text on one line; it runs on over the empty cells beside it.
    pub fn line(&mut self, (row, column): (u32, u16), text: &str, look: &Format) -> Result<(), XlsxError> {
        let (text, done) = fitting(text, self.wording);
        let cell = || format!("{}!{}", self.name, row_col_to_cell(row, column));
        self.altered.extend(done.into_iter().map(|how| Altered { cell: cell(), how }));
        self.sheet.write_string_with_format(row, column, text, look)?;
        Ok(())
    }

    /// Writes a text on one line, without the mark of a mistake when it is a number with zeros in front.
    pub fn line_of_figures(&mut self, at: (u32, u16), text: &str, look: &Format) -> Result<(), XlsxError> {
        self.line(at, text, look)?;
        self.sheet.ignore_error(at.0, at.1, IgnoreError::NumberStoredAsText)?;
        Ok(())
    }

    /// Writes a number.
    pub fn number(&mut self, (row, column): (u32, u16), number: f64, look: &Format) -> Result<(), XlsxError> {
        self.sheet.write_number_with_format(row, column, number, look)?;
        Ok(())
    }

    /// Writes a formula with its result.
    pub fn formula(&mut self, at: (u32, u16), formula: &str, result: f64, look: &Format) -> Result<(), XlsxError> {
        let formula = Formula::new(formula).set_result(result.to_string());
        self.sheet.write_formula_with_format(at.0, at.1, formula, look)?;
        Ok(())
    }
}

/// How many lines a text takes in a column of this width, rather one too many: words do not fill their lines.
fn lines(text: &str, width: usize) -> usize {
    text.lines().map(|line| line.chars().count() / width.max(1) + 1).sum()
}

/// A number as spreadsheets keep it.
pub(super) fn float(number: &Exact) -> f64 {
    number.rounded(17, '.').parse().unwrap_or_default()
}
