//! Backups of an assessment file: copies of all of it, in a folder beside it.
//!
//! Beside it, so that they are never less protected than the file: whoever may not enter its folder does not see them
//! either, and nothing confidential leaves the place that was chosen for it. They are made by SQLite's online backup
//! through the connection that is open, are checked before they count, and stand under their name only when whole.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use chrono::{DateTime, Utc};
use rusqlite::backup::{Backup as Copying, StepResult};
use rusqlite::{Connection, OpenFlags};

use super::file_error::{FileError, cause_of};
use super::password::Password;
use super::placing::{Part, beside};
use super::protection;
use super::trede_file::{Access, TredeFile};
#[cfg(feature = "encryption")]
use super::whole_file;
use crate::domain::LogHead;

/// What the name of the folder ends in, behind the name of the file.
const FOLDER: &str = "-backups";
/// So many of the latest stay, whatever day they are of.
const LATEST: usize = 3;
/// Of so many days the last one stays besides.
const DAYS: usize = 7;
/// All together are no larger than this, except that the latest always stays.
const LARGEST_TOGETHER_BYTES: u64 = 1024 * 1024 * 1024;
/// How many pages of 4 kB are copied between two looks at whether to go on.
const STEP_PAGES: i32 = 256;
/// How many digits of a hash stand in a name.
const DIGITS: usize = 8;
/// How a time is written in a name, in UTC, so that names sort by time.
const TIME: &str = "%Y-%m-%d-%H%M%SZ";

/// A backup, as its name tells.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Backup {
    /// Where it is.
    pub path: PathBuf,
    /// Which assessment it is of: the start of the hash of the first event.
    pub of: String,
    /// The time of its last event in UTC, as it stands in the name.
    pub time: String,
    /// How many events it has.
    pub count: u64,
    /// The start of the hash of the last.
    pub head: String,
}

impl Backup {
    /// When its last event was, as RFC 3339 in UTC.
    pub fn at(&self) -> String {
        let read = chrono::NaiveDateTime::parse_from_str(&self.time, TIME);
        read.map_or_else(|_| self.time.clone(), |at| at.and_utc().to_rfc3339())
    }

    /// Whether it ends where a log with this head does.
    pub fn is_at(&self, head: &LogHead) -> bool {
        self.count == head.count && head.sha256.starts_with(&self.head)
    }

    /// `bank-2026-11-27-140305Z-123-a1b2c3d4-5e6f7081.trede`: time, events, first and last hash.
    fn read(document: &Path, path: PathBuf) -> Option<Backup> {
        let name = path.file_name()?.to_str()?.strip_suffix(".trede")?;
        let rest = name.strip_prefix(stem(document).as_str())?.strip_prefix('-')?;
        let (time, rest) = rest.split_at_checked(18)?;
        let [count, of, head] = rest.strip_prefix('-')?.split('-').collect::<Vec<_>>().try_into().ok()?;
        let is_hash = |text: &str| text.len() == DIGITS && text.bytes().all(|each| each.is_ascii_hexdigit());
        let is_plain = path.symlink_metadata().is_ok_and(|metadata| metadata.is_file());
        let count = count.parse().ok().filter(|_| is_plain && is_hash(of) && is_hash(head))?;
        Some(Backup { of: of.to_owned(), time: time.to_owned(), count, head: head.to_owned(), path })
    }
}

/// The folder with the backups of an assessment file.
pub fn folder(document: &Path) -> PathBuf {
    beside(document, FOLDER)
}

/// Whether this password opens the latest backup of a file. Where it does and the file refuses it, the file is damaged.
pub fn opens_with(document: &Path, password: Option<&Password>) -> bool {
    let latest = list(document).into_iter().next().filter(|latest| super::password::is_protected(&latest.path));
    latest.is_some_and(|latest| TredeFile::open_with(&latest.path, Access::Read, "", password).is_ok())
}

/// The backups of an assessment file, the latest first. One that another assessment under the same name left is among
/// them; [`Backup::of`] tells them apart.
pub fn list(document: &Path) -> Vec<Backup> {
    let entries = fs::read_dir(folder(document)).into_iter().flatten().flatten();
    let mut found: Vec<Backup> = entries.filter_map(|entry| Backup::read(document, entry.path())).collect();
    found.sort_by(|one, other| (&other.time, other.count, &other.path).cmp(&(&one.time, one.count, &one.path)));
    found
}

impl TredeFile {
    /// Makes a backup of what is stored now, unless there is one. `go_on` is asked again and again; when it says no the
    /// backup is given up and nothing of it stays: the answer is `None`.
    pub fn back_up(&self, go_on: &mut dyn FnMut() -> bool) -> Result<Option<PathBuf>, FileError> {
        let folder = folder(&self.path);
        if let Some(made) = list(&self.path).into_iter().find(|backup| backup.is_at(self.head())) {
            return Ok(Some(made.path));
        }
        prepare(&folder, &self.path)?;
        let path = folder.join(self.name_of_backup()?);
        if !self.copy_whole(&path, go_on)? {
            return Ok(None);
        }
        thin(&self.path, &path);
        Ok(Some(path))
    }

    /// Copies all that is stored to a new file at `path`, which stands there only when it is whole and was checked. Tells
    /// whether it was made: `go_on` may give it up.
    pub(super) fn copy_whole(&self, path: &Path, go_on: &mut dyn FnMut() -> bool) -> Result<bool, FileError> {
        let part = Part::begin(path)?;
        let said = |error: rusqlite::Error| cause_of(path, error);
        let mut copy = blank(part.path(), self.password.as_ref()).map_err(said)?;
        let copying = Copying::new(&self.connection, &mut copy).map_err(said)?;
        loop {
            if !go_on() {
                return Ok(false);
            }
            match copying.step(STEP_PAGES).map_err(said)? {
                StepResult::Done => break,
                StepResult::More => {}
                _ => return Err(FileError::Locked { path: self.path.clone(), by: String::new() }),
            }
        }
        drop(copying);
        // One file is the whole document.
        copy.pragma_update(None, "journal_mode", "DELETE").map_err(said)?;
        drop(copy);
        let (checked, _) = TredeFile::open_with(part.path(), Access::Read, "", self.password.as_ref())?;
        if checked.head() != self.head() {
            return Err(FileError::damaged(path, self.head().count));
        }
        drop(checked);
        part.place()?;
        Ok(true)
    }

    fn name_of_backup(&self) -> Result<String, FileError> {
        let said = |error: rusqlite::Error| cause_of(&self.path, error);
        let sql = "SELECT (SELECT hash FROM events WHERE seq = 1), at FROM events WHERE seq = ?1";
        let last = i64::try_from(self.head().count).unwrap_or(i64::MAX);
        let row = self.connection.query_row(sql, [last], |row| Ok((row.get(0)?, row.get(1)?)));
        let (first, at): (String, String) = row.map_err(said)?;
        let time = DateTime::parse_from_rfc3339(&at).map(|at| at.with_timezone(&Utc)).unwrap_or_default();
        let digits = |hash: &str| hash.chars().take(DIGITS).collect::<String>();
        let (count, of, head) = (self.head().count, digits(&first), digits(&self.head().sha256));
        Ok(format!("{}-{}-{count}-{of}-{head}.trede", stem(&self.path), time.format(TIME)))
    }
}

/// A database into which another is copied. What fails before it is whole is thrown away, so it needs no safety of its own.
fn blank(path: &Path, password: Option<&Password>) -> rusqlite::Result<Connection> {
    let path = std::path::absolute(path).unwrap_or_else(|_| path.to_owned());
    let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let copy = Connection::open_with_flags(path, flags)?;
    protection::unlock(&copy, password)?;
    copy.pragma_update(None, "synchronous", "OFF")?;
    Ok(copy)
}

/// Makes the folder, for the user only, and drops what a killed program left in it. A link in its place is refused: it
/// would lead what is confidential elsewhere.
fn prepare(folder: &Path, document: &Path) -> Result<(), FileError> {
    let mut builder = fs::DirBuilder::new();
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    match builder.create(folder) {
        Err(error) if error.kind() != std::io::ErrorKind::AlreadyExists => return Err(FileError::io(folder, &error)),
        _ => {}
    }
    if !folder.symlink_metadata().is_ok_and(|metadata| metadata.is_dir()) {
        return Err(FileError::Denied(folder.to_owned()));
    }
    // Nobody else is at it: who makes backups holds the lock of the assessment.
    let ours = |name: &str| name.starts_with(&stem(document)) && name.contains(".part");
    for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
        if entry.file_name().to_str().is_some_and(ours) {
            let _ = fs::remove_file(entry.path());
        }
    }
    Ok(())
}

/// Drops the backups of this assessment that are too many. What cannot be dropped now is dropped another time.
fn thin(document: &Path, made: &Path) {
    let all = list(document);
    let Some(of) = all.iter().find(|backup| backup.path == made).map(|backup| backup.of.clone()) else { return };
    let (mut days, mut together) = (BTreeSet::new(), 0_u64);
    for (place, backup) in all.iter().filter(|backup| backup.of == of).enumerate() {
        let size = backup.path.metadata().map_or(0, |metadata| metadata.len());
        together = together.saturating_add(size);
        let day = backup.time.get(..10).unwrap_or_default();
        let is_last_of_day = days.insert(day.to_owned()) && days.len() <= DAYS;
        let fits = together <= LARGEST_TOGETHER_BYTES && (place < LATEST || is_last_of_day);
        if !fits && backup.path != made {
            let _ = fs::remove_file(&backup.path);
        }
    }
}

/// Drops, durably, all backups of an assessment whose password is set, changed or removed: they can still be read as before.
/// The next opening makes one that is protected as the file then is.
#[cfg(feature = "encryption")]
pub(super) fn forget(document: &Path, first: &str) -> Result<(), FileError> {
    let folder = folder(document);
    let io = |error: std::io::Error| FileError::io(&folder, &error);
    let entries = match fs::read_dir(&folder) {
        Ok(entries) => entries,
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => return Ok(()),
        Err(error) => return Err(io(error)),
    };
    for entry in entries {
        let path = entry.map_err(io)?.path();
        if Backup::read(document, path.clone()).is_some_and(|backup| first.starts_with(&backup.of)) {
            fs::remove_file(&path)
                .and_then(|()| whole_file::sync_folder(&path))
                .map_err(|error| FileError::io(&path, &error))?;
        }
    }
    Ok(())
}

fn stem(document: &Path) -> String {
    document.file_stem().unwrap_or_default().to_string_lossy().into_owned()
}
