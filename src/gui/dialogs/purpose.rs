//! What files are asked for, and how.

use crate::session::ExportForm;

/// What a file is wanted for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Purpose {
    /// An assessment to open.
    OpenAssessment,
    /// Where a new assessment goes.
    NewAssessment,
    /// A framework for a new assessment.
    Framework,
    /// The folder in which the example goes.
    ExampleFolder,
    /// An exchange file to read in.
    Import,
    /// Where an exchange file or a table goes.
    Export(ExportForm),
    /// Where a report goes.
    Report,
    /// A report to verify.
    Verify,
    /// The certificate of a signer to trust.
    Trust,
    /// An assessment whose log has to match a report.
    CompareLog,
    /// A key to sign with.
    Key,
    /// The module of a token.
    Module,
    /// The literal wording of the norms.
    Overlay,
    /// A file to attach to a finding.
    Attach,
    /// An earlier assessment to take findings over from.
    Earlier,
    /// Where an attached file is saved.
    SaveAttached,
    /// Where the assessment goes on when its file is gone.
    Copy,
    /// Anything that can be opened.
    Any,
}

/// How a file is chosen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Way {
    /// One that is there.
    Open,
    /// One to write.
    Save,
    /// A folder.
    Folder,
}

impl Purpose {
    /// How.
    pub fn way(self) -> Way {
        match self {
            Purpose::OpenAssessment
            | Purpose::Framework
            | Purpose::Import
            | Purpose::Verify
            | Purpose::Trust
            | Purpose::CompareLog
            | Purpose::Key
            | Purpose::Module
            | Purpose::Overlay
            | Purpose::Attach
            | Purpose::Earlier
            | Purpose::Any => Way::Open,
            Purpose::NewAssessment | Purpose::Export(_) | Purpose::Report | Purpose::SaveAttached | Purpose::Copy => {
                Way::Save
            }
            Purpose::ExampleFolder => Way::Folder,
        }
    }

    /// Whether the answer belongs to the assessment that was in sight when it was asked.
    pub fn is_of_assessment(self) -> bool {
        match self {
            Purpose::OpenAssessment
            | Purpose::NewAssessment
            | Purpose::Framework
            | Purpose::ExampleFolder
            | Purpose::Overlay
            | Purpose::Any => false,
            Purpose::Import
            | Purpose::Export(_)
            | Purpose::Report
            | Purpose::Verify
            | Purpose::Trust
            | Purpose::CompareLog
            | Purpose::Key
            | Purpose::Module
            | Purpose::Attach
            | Purpose::Earlier
            | Purpose::SaveAttached
            | Purpose::Copy => true,
        }
    }

    /// The key of its title in the locale files.
    pub fn title_key(self) -> &'static str {
        match self {
            Purpose::OpenAssessment => "dialog-open",
            Purpose::NewAssessment => "dialog-new",
            Purpose::Framework => "dialog-framework",
            Purpose::ExampleFolder => "dialog-example",
            Purpose::Import => "dialog-import",
            Purpose::Export(_) => "dialog-export",
            Purpose::Report => "dialog-report",
            Purpose::Verify => "dialog-verify",
            Purpose::Trust => "dialog-trust",
            Purpose::CompareLog => "dialog-compare-log",
            Purpose::Key => "dialog-key",
            Purpose::Module => "dialog-module",
            Purpose::Overlay => "dialog-overlay",
            Purpose::Attach => "dialog-attach",
            Purpose::Earlier => "dialog-earlier",
            Purpose::SaveAttached => "dialog-save-attached",
            Purpose::Copy => "dialog-copy",
            Purpose::Any => "dialog-any",
        }
    }

    /// The endings of the files that are shown.
    pub fn endings(self) -> &'static [&'static str] {
        match self {
            Purpose::OpenAssessment
            | Purpose::NewAssessment
            | Purpose::CompareLog
            | Purpose::Earlier
            | Purpose::Copy => &["trede"],
            Purpose::ExampleFolder | Purpose::Attach | Purpose::SaveAttached => &[],
            Purpose::Framework | Purpose::Import | Purpose::Overlay => &["ron", "json"],
            Purpose::Export(ExportForm::Ron) => &["ron"],
            Purpose::Export(ExportForm::Json) => &["json"],
            Purpose::Export(ExportForm::Csv) => &["csv"],
            Purpose::Export(ExportForm::Xlsx) => &["xlsx"],
            Purpose::Report | Purpose::Verify => &["pdf"],
            Purpose::Trust => &["pem", "crt", "cer"],
            Purpose::Key => &["p12", "pfx"],
            Purpose::Module => &["so", "dll", "dylib"],
            Purpose::Any => &["trede", "pdf", "ron", "json"],
        }
    }
}
