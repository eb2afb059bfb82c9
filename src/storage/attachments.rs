//! The bytes of attached files inside an assessment file: one row for each hash, however often it is named.
//!
//! A file that the log names stays, also when no finding names it any more: the step can be undone. A file that nothing
//! in the log names (its step was cut off before it was stored) goes when the assessment is next opened to write.

use std::collections::{BTreeMap, BTreeSet};
use std::path::PathBuf;

use rusqlite::{Connection, OptionalExtension as _};

use super::file_error::{FileError, cause_of};
use super::framework_file::sha256;
use super::incoming::Incoming;
use super::trede_file::{Content, TredeFile};
use crate::domain::attachment::{LARGEST_TOGETHER_BYTES, is_sha256};
use crate::domain::{Attachment, Cause, Change, Event, Finding};

/// Why a file is not attached, or does not come out again.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum AttachError {
    /// The file is larger than one may be.
    #[error("{0} is too large")]
    TooLarge(PathBuf),
    /// The files of the assessment would be larger together than they may be.
    #[error("{size} more bytes than there is room for beside {stored}")]
    TooMuch {
        /// How many bytes there are, those that no finding names any more with them.
        stored: u64,
        /// How many more there would be.
        size: u64,
    },
    /// A link, a device or something else that is no file of its own.
    #[error("{0} is no plain file")]
    NotPlain(PathBuf),
    /// The user called it off.
    #[error("called off")]
    Cancelled,
    /// The assessment names the file and does not have it: the name came with an exchange file.
    #[error("{0} is not here")]
    NotHere(String),
    /// The bytes do not fit the hash any more.
    #[error("{0} was changed")]
    Changed(String),
    /// The assessment was closed in the meantime.
    #[error("closed")]
    Closed,
    /// What a file says.
    #[error(transparent)]
    File(#[from] FileError),
}

impl TredeFile {
    /// Stores the bytes of a file, durably. The same bytes are stored once; should they have been damaged, they are whole
    /// again.
    ///
    /// # Errors
    /// [`AttachError::TooMuch`] when all files together would be larger than they may be; nothing is stored then.
    pub fn keep(&mut self, file: &Incoming) -> Result<(), AttachError> {
        self.keep_within(file, LARGEST_TOGETHER_BYTES)
    }

    fn keep_within(&mut self, file: &Incoming, most: u64) -> Result<(), AttachError> {
        if !self.path.exists() {
            return Err(FileError::Missing(self.path.clone()).into());
        }
        let (hash, size) = (file.attachment().sha256(), file.attachment().size());
        if self.fetch(file.attachment()).is_ok() {
            return Ok(());
        }
        self.make_room_for_files()?;
        let mut others = sizes(&self.connection).map_err(|error| self.said(error))?;
        others.remove(hash);
        let stored = others.values().sum::<u64>();
        check_room(stored, size, most)?;
        let sql = "INSERT OR REPLACE INTO attachments (sha256, content) VALUES (?1, ?2)";
        self.connection.execute(sql, rusqlite::params![hash, file.bytes()]).map_err(|error| self.said(error))?;
        Ok(())
    }

    /// The bytes of a file, if they still fit its hash.
    pub fn fetch(&self, file: &Attachment) -> Result<Vec<u8>, AttachError> {
        let not_here = || AttachError::NotHere(file.name().to_owned());
        if !self.has_files() {
            return Err(not_here());
        }
        let bytes = self.stored(file.sha256()).map_err(|error| self.said(error))?.ok_or_else(not_here)?;
        if sha256(&bytes) == file.sha256() { Ok(bytes) } else { Err(AttachError::Changed(file.name().to_owned())) }
    }

    /// The bytes of the file with this hash, if they are here and still fit it.
    pub(super) fn bytes_of(&self, hash: &str) -> Option<Vec<u8>> {
        self.stored(hash).ok().flatten().filter(|bytes| sha256(bytes) == hash)
    }

    fn stored(&self, hash: &str) -> rusqlite::Result<Option<Vec<u8>>> {
        let sql = "SELECT content FROM attachments WHERE sha256 = ?1";
        self.connection.query_row(sql, [hash], |row| row.get::<_, Vec<u8>>(0)).optional()
    }

    /// Drops the files that nothing in the log names.
    pub(super) fn forget_unnamed(&self, content: &mut Content) {
        let mut named = BTreeSet::new();
        content.events.iter().for_each(|event| note_files(event, &mut |file| named.extend([file.sha256()])));
        content.attached.retain(|hash, _| {
            // One that cannot be dropped now is dropped another time.
            named.contains(hash.as_str())
                || self.connection.execute("DELETE FROM attachments WHERE sha256 = ?1", [hash]).is_err()
        });
    }

    fn said(&self, error: rusqlite::Error) -> FileError {
        cause_of(&self.path, error)
    }
}

/// Whether so many more bytes fit beside those that are stored.
pub(super) fn check_room(stored: u64, size: u64, most: u64) -> Result<(), AttachError> {
    match stored.saturating_add(size) > most {
        true => Err(AttachError::TooMuch { stored, size }),
        false => Ok(()),
    }
}

/// The files that are there, by hash, with their sizes in bytes. Their bytes are not read for it.
pub(super) fn sizes(connection: &Connection) -> rusqlite::Result<BTreeMap<String, u64>> {
    let mut statement = connection.prepare("SELECT sha256, length(content) FROM attachments")?;
    let rows = statement.query_map([], |row| Ok((row.get::<_, String>(0)?, row.get::<_, i64>(1)?)))?;
    let known = |(hash, size): (String, i64)| match u64::try_from(size) {
        Ok(size) if is_sha256(&hash) => Ok((hash, size)),
        _ => Err(rusqlite::Error::InvalidQuery),
    };
    rows.map(|row| row.and_then(known)).collect()
}

/// Gives every file that an event names to `note`, as often as it is named.
pub(super) fn note_files<'a>(event: &'a Event, note: &mut dyn FnMut(&'a Attachment)) {
    let mut of = |finding: &'a Finding| finding.attached.iter().for_each(&mut *note);
    for change in &event.changes {
        match change {
            Change::Finding { before, after, .. } => [before, after].into_iter().for_each(&mut of),
            Change::Proposal { before, after, .. } => [before, after].into_iter().flatten().for_each(&mut of),
            _ => {}
        }
    }
    if let Cause::Migrated(origin) = &event.cause {
        origin.left.iter().filter_map(|left| left.finding()).for_each(of);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::Cover;
    use crate::storage::shipped;

    #[test]
    fn what_is_stored_counts_and_the_same_file_takes_no_room() {
        let folder = tempfile::tempdir().unwrap();
        let change = Change::Cover { before: Cover::default(), after: Cover::default() };
        let first = Event { cause: Cause::Created, changes: vec![change] };
        let path = folder.path().join("a.trede");
        let mut file = TredeFile::create(&path, shipped::ALL[0].text.as_bytes(), &first, "nu", "A").unwrap();
        let of = |size: usize| Incoming::new("a.bin", vec![7; size]);
        assert_eq!(file.keep_within(&of(60), 100), Ok(()));
        assert_eq!(file.keep_within(&of(41), 100), Err(AttachError::TooMuch { stored: 60, size: 41 }));
        assert_eq!(file.keep_within(&of(40), 100), Ok(()));
        assert_eq!(file.keep_within(&of(60), 100), Ok(()));
        assert_eq!(file.fetch(of(41).attachment()), Err(AttachError::NotHere("a.bin".to_owned())));
        std::fs::remove_file(&path).unwrap();
        assert_eq!(file.keep_within(&of(1), 200), Err(FileError::Missing(path).into()));
    }
}
