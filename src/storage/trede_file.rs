//! The assessment file (`.trede`): an SQLite database with the framework as it was and the log of events.
//!
//! Every event is one durable transaction. While the file is open it keeps a write-ahead log beside it; on closing that
//! is folded in, so that one file is the whole document.

use std::collections::BTreeMap;
use std::fs;
use std::io::Read as _;
use std::path::{Path, PathBuf};

use rusqlite::{Connection, OpenFlags};

use super::anew::Keep;
use super::database::{
    APPLICATION_ID, FORMAT, FORMAT_WITH_ATTACHMENTS, LARGEST, NO_MUTEX, connect, has_our_shape, insert, make_durable,
    prepare, raise, still_uri,
};
use super::file_error::{FileError, cause_of, wants_recovery};
use super::file_lock::FileLock;
use super::log::{self, Entry};
use super::password::Password;
use super::problem::Problem;
use super::{attachments, event_v1, framework_file, protection, whole_file};
use crate::domain::event::Event;
use crate::domain::{Framework, LogHead};

/// What a file is opened for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Access {
    /// To look at; others may write.
    Read,
    /// To write; nobody else can at the same time.
    Write,
}

/// What a file holds, checked.
#[derive(Debug)]
pub struct Content {
    /// The framework as it was when the assessment began.
    pub framework: Framework,
    /// The file it was read from, byte for byte.
    pub framework_text: Vec<u8>,
    /// The log.
    pub entries: Vec<Entry>,
    /// The events of the log.
    pub events: Vec<Event>,
    /// The attached files of which the bytes are there: SHA-256 and size in bytes.
    pub attached: BTreeMap<String, u64>,
}

/// An open assessment file.
#[derive(Debug)]
pub struct TredeFile {
    pub(super) connection: Connection,
    pub(super) path: PathBuf,
    head: LogHead,
    access: Access,
    format: i32,
    /// Kept for a copy at another place.
    pub(super) password: Option<Password>,
    // Held for as long as the file is open.
    _lock: Option<FileLock>,
}

impl TredeFile {
    /// Makes a new file with its first event. An existing file is refused.
    pub fn create(
        path: &Path,
        framework_text: &[u8],
        first: &Event,
        at: &str,
        actor: &str,
    ) -> Result<TredeFile, FileError> {
        TredeFile::create_with(path, framework_text, first, (at, actor), None)
    }

    /// Makes a new file with its first event, encrypted with `password` where there is one.
    pub fn create_with(
        path: &Path,
        framework_text: &[u8],
        first: &Event,
        who: (&str, &str),
        password: Option<&Password>,
    ) -> Result<TredeFile, FileError> {
        TredeFile::create_holding(path, framework_text, first, who, password, &mut |_| Ok(())).map(|(file, _)| file)
    }

    /// The same, holding from the start what `files` hands over one by one: the bytes of attached files with their SHA-256.
    pub fn create_holding(
        path: &Path,
        framework_text: &[u8],
        first: &Event,
        (at, actor): (&str, &str),
        password: Option<&Password>,
        files: &mut dyn FnMut(&mut Keep) -> Result<(), FileError>,
    ) -> Result<(TredeFile, Content), FileError> {
        if password.is_some() && !protection::AVAILABLE {
            return Err(FileError::PasswordUnsupported(path.to_owned()));
        }
        if path.symlink_metadata().is_ok() {
            return Err(FileError::Exists(path.to_owned()));
        }
        let framework_sha256 = framework_file::sha256(framework_text);
        let entry = Entry::next(&log::origin(&framework_sha256), first, at, actor)
            .map_err(|error| FileError::damaged(path, error))?;
        let lock = FileLock::take(path, actor)?;
        TredeFile::write_anew(path, framework_text, &[entry], password, files)?;
        TredeFile::open_locked(path, Access::Write, (password, false), Some(lock))
    }

    /// Opens a file and checks it: kind, version, shape, framework and the whole chain.
    pub fn open(path: &Path, access: Access, actor: &str) -> Result<(TredeFile, Content), FileError> {
        TredeFile::open_with(path, access, actor, None)
    }

    /// Opens a file that may have a password; one that has none opens with any.
    pub fn open_with(
        path: &Path,
        access: Access,
        actor: &str,
        password: Option<&Password>,
    ) -> Result<(TredeFile, Content), FileError> {
        let is_encrypted = protection::check(path, password)?;
        let password = password.filter(|_| is_encrypted);
        // In an encrypted file it cannot be seen: it is opened as one that was.
        let left_in_write_ahead = if is_encrypted { true } else { check_header(path)? };
        let lock = match access {
            Access::Read => None,
            Access::Write => {
                whole_file::check_writable(path)?;
                let lock = FileLock::take(path, actor)?;
                protection::clean(path);
                Some(lock)
            }
        };
        TredeFile::open_locked(path, access, (password, left_in_write_ahead), lock)
    }

    fn open_locked(
        path: &Path,
        access: Access,
        (password, left_in_write_ahead): (Option<&Password>, bool),
        lock: Option<FileLock>,
    ) -> Result<(TredeFile, Content), FileError> {
        let flags = match access {
            Access::Read => OpenFlags::SQLITE_OPEN_READ_ONLY,
            Access::Write => OpenFlags::SQLITE_OPEN_READ_WRITE,
        };
        let read = |flags: OpenFlags| -> rusqlite::Result<(Connection, Stored)> {
            let connection = match still_uri(path).filter(|_| access == Access::Read && left_in_write_ahead) {
                Some(uri) => Connection::open_with_flags(uri, flags | NO_MUTEX | OpenFlags::SQLITE_OPEN_URI)?,
                None => connect(path, flags)?,
            };
            protection::unlock(&connection, password)?;
            prepare(&connection)?;
            let stored = Stored::read(&connection)?;
            Ok((connection, stored))
        };
        let opened = match read(flags) {
            // Cut off in the middle of closing: SQLite takes back what was half done, for which it has to write.
            Err(error) if access == Access::Read && wants_recovery(&error) => read(OpenFlags::SQLITE_OPEN_READ_WRITE),
            other => other,
        };
        let (connection, stored) = opened.map_err(|error| match cause_of(path, error) {
            FileError::NotTrede(path) if password.is_some() => FileError::PasswordWrong(path),
            other => other,
        })?;
        let (mut content, format) = stored.check(path)?;
        if access == Access::Write {
            // Only now: this writes to the file, and one that is refused stays as it is.
            make_durable(&connection).map_err(|error| cause_of(path, error))?;
        }
        let head = content.entries.last().map(Entry::head).unwrap_or_else(|| log::origin(&content.framework.sha256));
        let (path, password) = (path.to_owned(), password.cloned());
        let file = TredeFile { connection, path, head, access, format, password, _lock: lock };
        if access == Access::Write {
            file.forget_unnamed(&mut content);
        }
        // What was read is not read again: SQLite need not keep half a megabyte of it. Nothing depends on that.
        let _ = file.connection.execute_batch("PRAGMA shrink_memory");
        Ok((file, content))
    }

    /// Appends an event, durably: when this returns it is on the disk.
    pub fn append(&mut self, event: &Event, at: &str, actor: &str) -> Result<Entry, FileError> {
        let entry = Entry::next(&self.head, event, at, actor).map_err(|error| FileError::damaged(&self.path, error))?;
        if !self.path.exists() {
            return Err(FileError::Missing(self.path.clone()));
        }
        self.make_room(event_v1::form_of(event))?;
        // The sequence number is the key: should another program have written, this fails and nothing is lost.
        insert(&self.connection, &entry).map_err(|error| cause_of(&self.path, error))?;
        self.head = entry.head();
        Ok(entry)
    }

    /// Brings the file into the form in which it can say what `format` can.
    fn make_room(&mut self, format: i32) -> Result<(), FileError> {
        if format <= self.format {
            return Ok(());
        }
        let made = self.connection.transaction().and_then(|transaction| {
            raise(&transaction, self.format, format)?;
            transaction.commit()
        });
        made.map_err(|error| cause_of(&self.path, error))?;
        self.format = format;
        Ok(())
    }

    /// Makes a place for attached files, if there is none yet.
    pub(super) fn make_room_for_files(&mut self) -> Result<(), FileError> {
        self.make_room(FORMAT_WITH_ATTACHMENTS)
    }

    /// Whether there is a place for attached files.
    pub(super) fn has_files(&self) -> bool {
        self.format >= FORMAT_WITH_ATTACHMENTS
    }

    /// Whether it has a password.
    pub fn has_password(&self) -> bool {
        self.password.is_some()
    }

    /// The head of the log.
    pub fn head(&self) -> &LogHead {
        &self.head
    }

    /// Where the file is.
    pub fn path(&self) -> &Path {
        &self.path
    }
}

impl Drop for TredeFile {
    fn drop(&mut self) {
        if self.access == Access::Write {
            // Folds the write-ahead log in and leaves a file that also opens where nothing can be written. If it
            // fails the log stays beside the file and is folded in by the next opening.
            let _ = self.connection.pragma_update(None, "journal_mode", "DELETE");
        }
    }
}

/// Refuses what is no plain file, and what is larger than is read.
pub(super) fn check_size(path: &Path) -> Result<(), FileError> {
    let metadata = fs::metadata(path).map_err(|error| FileError::io(path, &error))?;
    if !metadata.is_file() || metadata.len() == 0 {
        return Err(FileError::NotTrede(path.to_owned()));
    }
    if metadata.len() > LARGEST { Err(FileError::TooLarge(path.to_owned())) } else { Ok(()) }
}

/// Whether the file was left in write-ahead mode.
fn check_header(path: &Path) -> Result<bool, FileError> {
    let wrong = |error: std::io::Error| FileError::io(path, &error);
    check_size(path)?;
    let mut header = [0_u8; 100];
    let mut file = fs::File::open(path).map_err(wrong)?;
    let full = file.read_exact(&mut header).is_ok();
    let application = i32::from_be_bytes([header[68], header[69], header[70], header[71]]);
    if !full || !header.starts_with(b"SQLite format 3\0") || application != APPLICATION_ID {
        return Err(FileError::NotTrede(path.to_owned()));
    }
    let format = i32::from_be_bytes([header[60], header[61], header[62], header[63]]);
    if format > FORMAT {
        return Err(FileError::Newer { path: path.to_owned(), found: format, known: FORMAT });
    }
    Ok(header[18] == 2)
}

/// What stands in the database, not yet believed.
enum Stored {
    Ours { framework_text: Vec<u8>, entries: Vec<Entry>, attached: BTreeMap<String, u64>, format: i32 },
    Foreign(String),
    Newer(i32),
}

impl Stored {
    fn read(connection: &Connection) -> rusqlite::Result<Stored> {
        let application: i32 = connection.query_row("PRAGMA application_id", [], |row| row.get(0))?;
        if application != APPLICATION_ID {
            return Ok(Stored::Foreign("application".to_owned()));
        }
        // Asked of the database: the header of the file may be older than what stands in the write-ahead log.
        let format: i32 = connection.query_row("PRAGMA user_version", [], |row| row.get(0))?;
        if format > FORMAT {
            return Ok(Stored::Newer(format));
        }
        // The shape comes first: checking a foreign schema would run the expressions in it.
        if !has_our_shape(connection)? {
            return Ok(Stored::Foreign("schema".to_owned()));
        }
        let sound: String = connection.query_row("PRAGMA quick_check(1)", [], |row| row.get(0))?;
        if sound != "ok" {
            return Ok(Stored::Foreign(sound));
        }
        let mut frameworks = connection.prepare("SELECT text FROM framework LIMIT 2")?;
        let mut frameworks: Vec<Vec<u8>> = frameworks.query_map([], |row| row.get(0))?.collect::<Result<_, _>>()?;
        let Some(framework_text) = frameworks.pop().filter(|_| frameworks.is_empty()) else {
            return Ok(Stored::Foreign("framework".to_owned()));
        };
        let mut events = connection.prepare("SELECT seq, at, actor, event, previous, hash FROM events ORDER BY seq")?;
        let entries = events
            .query_map([], |row| {
                let seq: i64 = row.get(0)?;
                Ok(Entry {
                    seq: u64::try_from(seq).unwrap_or(0),
                    at: row.get(1)?,
                    actor: row.get(2)?,
                    event: row.get(3)?,
                    previous: row.get(4)?,
                    hash: row.get(5)?,
                })
            })?
            .collect::<Result<_, _>>()?;
        let attached =
            if format >= FORMAT_WITH_ATTACHMENTS { attachments::sizes(connection)? } else { BTreeMap::new() };
        Ok(Stored::Ours { framework_text, entries, attached, format })
    }

    fn check(self, path: &Path) -> Result<(Content, i32), FileError> {
        match self {
            Stored::Foreign(detail) => Err(FileError::Damaged { path: path.to_owned(), detail }),
            Stored::Newer(found) => Err(FileError::Newer { path: path.to_owned(), found, known: FORMAT }),
            Stored::Ours { framework_text, entries, attached, format } => {
                let framework = framework_file::load(&framework_text)
                    .map_err(|problems: Vec<Problem>| FileError::Framework { path: path.to_owned(), problems })?;
                let events = log::verify(&entries, &framework.sha256)
                    .map_err(|broken| FileError::Log { path: path.to_owned(), broken })?;
                Ok((Content { framework, framework_text, entries, events, attached }, format))
            }
        }
    }
}
