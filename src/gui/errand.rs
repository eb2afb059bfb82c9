//! What the screens around the workspace ask for beyond an assessment: files, identities, reports, settings.

use std::path::PathBuf;

use super::dialogs::Purpose;
use super::passwords::Step;
use crate::domain::{Assessor, Language, PartId, Perspective};
use crate::session::ExportForm;
use crate::storage::settings::{Appearance, Zoom};
use crate::storage::whole_file::Replace;

/// One thing to do; `actions` does it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Errand {
    /// Take the path that was typed.
    Typed(Purpose, String),
    /// Take this file.
    Chosen(Purpose, PathBuf),
    /// Open whatever this is: an assessment, a report or an exchange file.
    Take(PathBuf),
    /// Make the example in the documents folder and open it.
    TryExample,
    /// Take a file off the recent ones.
    Forget(PathBuf),
    /// Show the window in these colours, and remember it.
    Appear(Appearance),
    /// Show the colours in strong contrast, or no longer, and remember it.
    Contrast(bool),
    /// Show everything this large, and remember it.
    Zoom(Zoom),
    /// Speak this language, and remember it.
    Speak(Language),
    /// Work without literal wording of the norms, and remember it.
    DropOverlay,
    /// Ask the service at this address for time stamps, and remember it.
    StampWith(String),
    /// Sign without time stamps, and remember it.
    DropStamps,
    /// Take this framework file for the new assessment, although it has the name of an embedded one; the hash that the
    /// user saw.
    TakeFramework(PathBuf, String),
    /// Make the new assessment as the form says.
    CreateNew,
    /// Take over the cover, the assessor and the policy as the form says.
    SaveCover,
    /// Do this about the password of an assessment.
    Password(Step),
    /// Work on the assessment under this name.
    WorkAs(Assessor),
    /// Put a backup in the place of an assessment file that cannot be used: the file, then the backup.
    Restore(PathBuf, PathBuf),
    /// Save what can be read of a damaged assessment file, in a new one beside it.
    Salvage(PathBuf),
    /// Write a copy of the assessment under the newest version of its framework, and open it.
    Migrate,
    /// Write the findings of a perspective to an exchange file or a table.
    Export(Perspective, ExportForm, PathBuf, Replace),
    /// Make the identity that the form describes.
    MakeIdentity,
    /// Make and sign the report that the form describes.
    MakeReport(Replace),
    /// Look at the report as it would be made now.
    PreviewReport,
    /// Look at the pages of a report.
    PreviewFile(PathBuf),
    /// Sign the report that was verified as its second reader.
    SignSecond,
    /// Run the module that the form names, and see which keys are on its tokens.
    LookForKeys,
    /// Call off what the screen waits for.
    StopWork,
    /// Verify a report.
    Verify(PathBuf),
    /// Trust the signers of the report that was verified from now on; whether the user was asked first.
    TrustSigners(bool),
    /// Trust the time stamp services of that report from now on; whether the user was asked first.
    TrustStampers(bool),
    /// Trust the signer whose certificate this is; the user was asked.
    TrustFile(PathBuf),
    /// Trust the signer with this fingerprint no longer; whether the user was asked first.
    Distrust(String, bool),
    /// Open a file with the program that the system has for it.
    ShowFile(PathBuf),
    /// Do something with attached files.
    Attached(AttachedErrand),
    /// Undo so many steps, after asking.
    WalkBack(usize),
    /// Put a part in sentences for a letter on the clipboard.
    CopyLetter(PartId),
    /// Put a text on the clipboard.
    Copy(String),
}

/// One thing to do with attached files; `attaching` does it. A file is named by its SHA-256.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum AttachedErrand {
    /// Ask for a file to attach to the chosen norm.
    Ask,
    /// Call off the reading of files that are being attached.
    Stop,
    /// Open this file in another program.
    Open(String),
    /// Ask where this file is to be saved.
    Save(String),
    /// Write this file to this place.
    Write(String, PathBuf, Replace),
    /// Call off the reading of an earlier assessment.
    StopEarlier,
}
