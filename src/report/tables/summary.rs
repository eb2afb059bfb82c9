//! The first sheet: scores of parts, themes and total as formulas over each other, then the facts of the cover.

use rust_xlsxwriter::XlsxError;
use rust_xlsxwriter::utility::row_col_to_cell;

use super::Page;
use super::xlsx::{Paper, excel_time, float};
use crate::domain::score::Ends;
use crate::domain::{Exact, Part, PartScore, Status, Theme};
use crate::report::content::PROGRAM;
use crate::wording::arg;

const ID: u16 = 0;
const NAME: u16 = 1;
const THEME_WEIGHT: u16 = 2;
const PART_WEIGHT: u16 = 3;
const LOWEST: u16 = 4;
const HIGHEST: u16 = 5;
const SETTLED: u16 = 6;
const STATUS: u16 = 7;
const REMARK: u16 = 8;
/// The title and the headings stand above.
const FIRST: u32 = 2;

pub(super) fn draw(page: &Page, paper: &mut Paper) -> Result<(), XlsxError> {
    let columns = [
        page.column("table-part", 7),
        page.column("table-name", 42),
        // Wide enough for the time below.
        page.column("table-theme-weight", 19),
        page.column("table-weight-in-theme", 12),
        page.column("table-lowest", 10),
        page.column("table-highest", 10),
        page.column("table-settled", 12),
        page.column("table-status", 27),
        page.column("table-remark", 70),
    ];
    let looks = paper.looks;
    paper.line((0, ID), &page.title(), &looks.title)?;
    paper.headings(FIRST - 1, &columns)?;
    paper.freeze(FIRST)?;
    let mut row = FIRST;
    for theme in &page.source.framework.themes {
        row = page.theme(paper, row, theme)?;
    }
    let row = page.total(paper, row)?;
    page.facts(paper, row + 1)
}

/// The cells of a column from one row to another, both included.
fn cells(column: u16, from: u32, to: u32) -> String {
    format!("{}:{}", row_col_to_cell(from, column), row_col_to_cell(to, column))
}

impl Page<'_> {
    /// What the file is about, in one line.
    pub(super) fn title(&self) -> String {
        let cover = self.source.cover;
        let perspective = self.wording.perspective(self.source.perspective);
        let args = [arg("subject", &cover.subject), arg("period", &cover.period), ("perspective", perspective)];
        self.wording.with("table-title", &args)
    }

    /// Writes a theme and its parts; gives the next row.
    fn theme(&self, paper: &mut Paper, row: u32, theme: &Theme) -> Result<u32, XlsxError> {
        let looks = paper.looks;
        paper.text((row, ID), theme.id.as_str(), &looks.strong)?;
        paper.text((row, NAME), &self.words(&theme.title), &looks.strong)?;
        weight(paper, (row, THEME_WEIGHT), &theme.weight)?;
        let last = row + u32::try_from(theme.parts.len()).unwrap_or_default();
        match self.source.score.theme(theme.id.as_str()).and_then(|theme| theme.ends.as_ref()) {
            Some(Ends { lowest, highest }) => {
                let weights = cells(PART_WEIGHT, row + 1, last);
                for (column, end) in [(LOWEST, lowest), (HIGHEST, highest)] {
                    let scores = cells(column, row + 1, last);
                    // A part without a score leaves the mean; the others keep their weights among each other.
                    let mean = format!("=SUMPRODUCT({weights},{scores})/SUMIF({scores},\">0\",{weights})");
                    paper.formula((row, column), &mean, float(end), &looks.three)?;
                }
            }
            None => paper.text((row, REMARK), &self.why_no_theme(theme), &looks.text)?,
        }
        for (part, row) in theme.parts.iter().zip(row + 1..) {
            self.part(paper, row, part)?;
        }
        Ok(last + 1)
    }

    fn why_no_theme(&self, theme: &Theme) -> String {
        let scores = theme.parts.iter().filter_map(|part| self.source.score.part(part.id.as_str()));
        let contradicting: Vec<String> =
            scores.filter(|score| score.status == Status::Contradiction).map(|score| score.part.to_string()).collect();
        if contradicting.is_empty() {
            return self.wording.text("table-no-theme-score");
        }
        let count = contradicting.len();
        let parts = self.wording.list(contradicting, "and");
        self.wording.with("table-no-theme-score-contradiction", &[arg("count", count), ("parts", parts)])
    }

    fn part(&self, paper: &mut Paper, row: u32, part: &Part) -> Result<(), XlsxError> {
        let looks = paper.looks;
        paper.text((row, ID), part.id.as_str(), &looks.text)?;
        paper.text((row, NAME), &self.words(&part.title), &looks.text)?;
        weight(paper, (row, PART_WEIGHT), &part.weight)?;
        let Some(score) = self.source.score.part(part.id.as_str()) else { return Ok(()) };
        for (column, level) in [(LOWEST, score.lowest()), (HIGHEST, score.highest()), (SETTLED, score.settled())] {
            if let Some(level) = level {
                paper.number((row, column), f64::from(level.number()), &looks.whole)?;
            }
        }
        paper.text((row, STATUS), &self.wording.status(score.status), &looks.text)?;
        paper.text((row, REMARK), &self.remark(score), &looks.text)
    }

    fn remark(&self, score: &PartScore) -> String {
        let mut lines = Vec::new();
        if score.status != Status::Settled {
            lines.push(format!("{}.", self.wording.headline(score)));
        }
        if score.status == Status::NotApplicable {
            lines.push(self.wording.text("table-leaves-mean"));
        }
        if let Some(settlement) = &score.settlement {
            let key = if score.lapsed { "report-settlement-lapsed" } else { "report-settlement" };
            let lead = self.wording.with(key, &[arg("level", settlement.level)]);
            lines.push(format!("{lead} {}", settlement.rationale));
        }
        lines.join(" ")
    }

    /// Writes the total, exact and as it is shown; gives the next row.
    fn total(&self, paper: &mut Paper, first_free: u32) -> Result<u32, XlsxError> {
        let looks = paper.looks;
        let row = first_free + 1;
        let complete = self.source.score.complete;
        let key = if complete { "report-total-complete" } else { "report-total-incomplete" };
        paper.text((row, NAME), &self.wording.text(key), &looks.strong)?;
        let Some(Ends { lowest, highest }) = &self.source.score.total else {
            paper.text((row, REMARK), &self.wording.text("report-total-none"), &looks.text)?;
            return Ok(row + 1);
        };
        paper.text((row + 1, NAME), &self.wording.text("table-rounded"), &looks.text)?;
        for (column, end) in [(LOWEST, lowest), (HIGHEST, highest)] {
            // Only the rows of themes have a weight in this column.
            let (weights, scores) = (cells(THEME_WEIGHT, FIRST, first_free - 1), cells(column, FIRST, first_free - 1));
            paper.formula((row, column), &format!("=SUMPRODUCT({weights},{scores})"), float(end), &looks.three)?;
            // The inner rounding takes away what binary fractions add, so that a tie is a tie.
            let rounded = format!("=ROUND(ROUND({},12),1)", row_col_to_cell(row, column));
            let shown = end.rounded(1, '.').parse().unwrap_or_default();
            paper.formula((row + 1, column), &rounded, shown, &looks.one)?;
        }
        paper.text((row, REMARK), &self.wording.text("table-total-how"), &looks.text)?;
        Ok(row + 2)
    }

    fn facts(&self, paper: &mut Paper, first: u32) -> Result<(), XlsxError> {
        let wording = self.wording;
        let framework = self.source.framework;
        let none = || wording.text("report-none");
        let assessor = self.source.sheet.assessor.as_ref().map(|assessor| match assessor.role.is_empty() {
            true => assessor.name.clone(),
            false => format!("{}, {}", assessor.name, assessor.role),
        });
        let version = format!("{} {}", wording.text("report-version"), framework.version);
        let status = if self.source.sheet.is_final { "report-is-final" } else { "report-is-concept" };
        let facts = [
            ("report-framework", format!("{}, {version} ({})", self.words(&framework.title), framework.id)),
            ("report-framework-hash", framework.sha256.clone()),
            ("table-subject", self.source.cover.subject.clone()),
            ("report-kvk", self.source.cover.kvk.clone().unwrap_or_else(none)),
            ("report-period", self.source.cover.period.clone()),
            ("report-perspective", wording.perspective(self.source.perspective)),
            ("report-assessor", assessor.unwrap_or_else(none)),
            ("table-status", wording.text(status)),
            ("table-policy", wording.exceeds_one(self.source.sheet.exceeds_one)),
            ("table-log-hash", self.source.log_head.sha256.clone()),
            ("report-program", PROGRAM.to_owned()),
            ("report-standing", wording.text("report-not-afm")),
        ];
        let looks = paper.looks;
        for ((key, value), row) in facts.iter().zip(first..) {
            paper.text((row, NAME), &wording.text(key), &looks.strong)?;
            paper.line_of_figures((row, THEME_WEIGHT), value, &looks.line)?;
        }
        let row = first + u32::try_from(facts.len()).unwrap_or_default();
        paper.text((row, NAME), &wording.text("table-log-count"), &looks.strong)?;
        // Exact far beyond any log.
        let count = u32::try_from(self.source.log_head.count).unwrap_or(u32::MAX);
        paper.number((row, THEME_WEIGHT), f64::from(count), &looks.count)?;
        paper.text((row + 1, NAME), &wording.text("table-made"), &looks.strong)?;
        match excel_time(self.source.at) {
            Ok(time) => paper.sheet.write_datetime_with_format(row + 1, THEME_WEIGHT, &time, &looks.time).map(|_| ()),
            // A date that no spreadsheet knows.
            Err(_) => paper.line((row + 1, THEME_WEIGHT), &wording.minute(self.source.at), &looks.line),
        }
    }
}

/// Writes a weight as the fraction that it is.
fn weight(paper: &mut Paper, at: (u32, u16), weight: &Exact) -> Result<(), XlsxError> {
    let looks = paper.looks;
    paper.formula(at, &format!("={}", weight.as_fraction()), float(weight), &looks.percent)
}
