//! What goes wrong with files, as facts. The words are in `wording`.

use std::io;
use std::path::{Path, PathBuf};

use super::log::Break;
use super::problem::Problem;

/// Why a file cannot be used.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum FileError {
    /// There is no such file, or it has gone.
    #[error("{0} is missing")]
    Missing(PathBuf),
    /// Another file lies where it was.
    #[error("{0} was replaced")]
    Replaced(PathBuf),
    /// There is a file already; nothing is overwritten unasked.
    #[error("{0} exists")]
    Exists(PathBuf),
    /// Not an assessment file.
    #[error("{0} is no assessment")]
    NotTrede(PathBuf),
    /// It has a password, and none was given.
    #[error("{0} has a password")]
    PasswordNeeded(PathBuf),
    /// The password is another one, or it is no assessment after all.
    #[error("wrong password for {0}")]
    PasswordWrong(PathBuf),
    /// It has a password, which this build knows nothing of.
    #[error("{0} has a password; built without encryption")]
    PasswordUnsupported(PathBuf),
    /// Larger than is read.
    #[error("{0} is too large")]
    TooLarge(PathBuf),
    /// Written by a newer version of the program.
    #[error("{path} has format {found}, known is {known}")]
    Newer {
        /// The file.
        path: PathBuf,
        /// Its format.
        found: i32,
        /// The newest format that this version knows.
        known: i32,
    },
    /// Truncated or overwritten.
    #[error("{path} is damaged: {detail}")]
    Damaged {
        /// The file.
        path: PathBuf,
        /// What was found.
        detail: String,
    },
    /// The framework inside is not in order.
    #[error("{path} has a framework with problems")]
    Framework {
        /// The file.
        path: PathBuf,
        /// What is wrong with it.
        problems: Vec<Problem>,
    },
    /// The log inside breaks.
    #[error("{path}: {broken}")]
    Log {
        /// The file.
        path: PathBuf,
        /// Where.
        broken: Break,
    },
    /// Another program writes to it.
    #[error("{path} is in use by {by}")]
    Locked {
        /// The file.
        path: PathBuf,
        /// Who, as the lock says; may be empty.
        by: String,
    },
    /// It cannot be written.
    #[error("{0} is read-only")]
    ReadOnly(PathBuf),
    /// No access.
    #[error("no access to {0}")]
    Denied(PathBuf),
    /// The disk is full.
    #[error("no room for {0}")]
    Full(PathBuf),
    /// A folder where a file is wanted.
    #[error("{0} is a folder")]
    Folder(PathBuf),
    /// A device, or a channel of another program.
    #[error("{0} is no plain file")]
    NotPlain(PathBuf),
    /// Something else that the operating system says.
    #[error("{path}: {detail}")]
    Other {
        /// The file.
        path: PathBuf,
        /// What it says.
        detail: String,
    },
}

impl FileError {
    /// The error for what the operating system says of `path`.
    pub fn io(path: &Path, error: &io::Error) -> FileError {
        let path = path.to_owned();
        match error.kind() {
            io::ErrorKind::NotFound => FileError::Missing(path),
            io::ErrorKind::AlreadyExists => FileError::Exists(path),
            io::ErrorKind::PermissionDenied => FileError::Denied(path),
            io::ErrorKind::ReadOnlyFilesystem => FileError::ReadOnly(path),
            io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded => FileError::Full(path),
            io::ErrorKind::IsADirectory => FileError::Folder(path),
            _ => FileError::Other { path, detail: error.to_string() },
        }
    }

    /// Whether the file is one that a backup can replace and of which something may be saved.
    pub fn is_damage(&self) -> bool {
        matches!(self, FileError::Damaged { .. } | FileError::Log { .. } | FileError::Framework { .. })
    }

    /// A damaged file.
    pub fn damaged(path: &Path, detail: impl ToString) -> FileError {
        FileError::Damaged { path: path.to_owned(), detail: detail.to_string() }
    }
}

/// Whether SQLite has to take back or finish what a program that was cut off had begun before the file can be read.
pub fn wants_recovery(error: &rusqlite::Error) -> bool {
    use rusqlite::ffi::{SQLITE_READONLY_CANTINIT, SQLITE_READONLY_RECOVERY, SQLITE_READONLY_ROLLBACK};
    let extended = error.sqlite_error().map(|error| error.extended_code);
    let wanting = [SQLITE_READONLY_CANTINIT, SQLITE_READONLY_RECOVERY, SQLITE_READONLY_ROLLBACK];
    extended.is_some_and(|code| wanting.contains(&code))
}

/// The error for what SQLite says of `path`.
pub fn cause_of(path: &Path, error: rusqlite::Error) -> FileError {
    use rusqlite::ErrorCode as Code;
    let path = path.to_owned();
    let extended = error.sqlite_error().map(|error| error.extended_code);
    match error.sqlite_error_code() {
        Some(Code::DatabaseBusy | Code::DatabaseLocked) => FileError::Locked { path, by: String::new() },
        Some(Code::ReadOnly) => FileError::ReadOnly(path),
        Some(Code::DiskFull) => FileError::Full(path),
        // The file beside it that counts its pages could not be made larger: on a full disk that is the first to fail.
        Some(Code::SystemIoFailure) if extended == Some(rusqlite::ffi::SQLITE_IOERR_SHMSIZE) => FileError::Full(path),
        Some(Code::PermissionDenied | Code::AuthorizationForStatementDenied) => FileError::Denied(path),
        Some(Code::NotADatabase) => FileError::NotTrede(path),
        // Without a code of SQLite the values themselves are not what they have to be.
        Some(Code::DatabaseCorrupt) | None => FileError::Damaged { path, detail: error.to_string() },
        Some(Code::ConstraintViolation) => FileError::Locked { path, by: String::new() },
        _ => FileError::Other { path, detail: error.to_string() },
    }
}
