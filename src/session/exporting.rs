//! Files that go out: exchange files, which can come in again, and tables, which cannot.

use chrono::{DateTime, FixedOffset};

use super::{Session, SessionError};
use crate::domain::Perspective;
use crate::report::tables::{self, Altered, Source, Workbook};
use crate::storage::exchange_write::ExchangeFormat;
use crate::wording::Wording;

/// The forms in which findings go out.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ExportForm {
    /// An exchange file in RON.
    Ron,
    /// An exchange file in JSON.
    Json,
    /// The findings as text between semicolons.
    Csv,
    /// A spreadsheet: scores, findings, what deserves attention.
    Xlsx,
}

impl ExportForm {
    /// All forms.
    pub const ALL: [ExportForm; 4] = [ExportForm::Ron, ExportForm::Json, ExportForm::Csv, ExportForm::Xlsx];

    /// The word on the command line, which is also the ending of such a file.
    pub fn word(self) -> &'static str {
        match self {
            ExportForm::Ron => "ron",
            ExportForm::Json => "json",
            ExportForm::Csv => "csv",
            ExportForm::Xlsx => "xlsx",
        }
    }

    /// The form with this word.
    pub fn of(word: &str) -> Option<ExportForm> {
        ExportForm::ALL.into_iter().find(|form| form.word() == word)
    }

    /// Whether it is a table.
    pub fn is_table(self) -> bool {
        matches!(self, ExportForm::Csv | ExportForm::Xlsx)
    }
}

/// A file that can be written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Exported {
    /// The file.
    pub bytes: Vec<u8>,
    /// The cells of a spreadsheet whose text is not quite that of the assessment.
    pub altered: Vec<Altered>,
}

impl Session {
    /// The findings of a perspective in this form; tables are made in the words of `wording` and bear the time `at`.
    pub fn export_as(
        &mut self,
        perspective: Perspective,
        form: ExportForm,
        at: DateTime<FixedOffset>,
        wording: &Wording,
    ) -> Result<Exported, SessionError> {
        let whole = |bytes: Vec<u8>| Exported { bytes, altered: Vec::new() };
        match form {
            ExportForm::Ron => self.export(perspective, ExchangeFormat::Ron).map(|text| whole(text.into_bytes())),
            ExportForm::Json => self.export(perspective, ExchangeFormat::Json).map(|text| whole(text.into_bytes())),
            ExportForm::Csv | ExportForm::Xlsx => {
                let log_head = self.log_head()?;
                let sheet = self.sheet(perspective).for_others();
                let score = self.score(perspective).clone();
                let (framework, cover) = (&self.framework, &self.standing.assessment.cover);
                let source =
                    Source { framework, cover, perspective, sheet: &sheet, score: &score, log_head: &log_head, at };
                let made = match form {
                    ExportForm::Csv => tables::findings_csv(&source, wording).map(whole),
                    _ => tables::workbook(&source, wording)
                        .map(|Workbook { bytes, altered }| Exported { bytes, altered }),
                };
                made.map_err(|error| SessionError::Unwritable(error.to_string()))
            }
        }
    }
}
