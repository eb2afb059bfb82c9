//! Why pages are not shown.

use crate::report::reading::ReadingError;
use crate::session::ReportError;
use crate::storage::FileError;
use crate::wording::Wording;

/// Why pages are not shown.
#[derive(Debug, thiserror::Error)]
pub enum Refusal {
    /// The file cannot be read.
    #[error(transparent)]
    File(#[from] FileError),
    /// The report cannot be made.
    #[error(transparent)]
    Report(#[from] ReportError),
    /// It is no report of this program, or too damaged to be one.
    #[error("not a report")]
    NotAReport,
    /// Its pages cannot be read.
    #[error(transparent)]
    Reading(#[from] ReadingError),
    /// It has no pages.
    #[error("no pages")]
    NoPages,
    /// It is not intact, and a page is built as no report is.
    #[error("page {page} is built as no report is")]
    Unusual {
        /// From 1.
        page: usize,
    },
    /// The drawing ended without a result.
    #[error("lost")]
    Lost,
}

impl Refusal {
    /// Why, in words.
    pub fn words(&self, words: &Wording) -> String {
        match self {
            Refusal::File(error) => words.file_error(error),
            Refusal::Report(error) => words.report_error(error),
            Refusal::NotAReport => words.text("preview-not-a-report"),
            Refusal::Reading(error) => words.reading_error(error),
            Refusal::NoPages => words.text("preview-no-pages"),
            Refusal::Unusual { page } => words.with("preview-unusual", &[crate::wording::arg("page", page)]),
            Refusal::Lost => words.text("preview-lost"),
        }
    }
}
