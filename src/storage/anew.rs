//! Writing an assessment file that is not there yet, all at once: it stands under its name only when it is whole.

use std::path::Path;

use rusqlite::OpenFlags;

use super::file_error::{FileError, cause_of};
use super::log::Entry;
use super::password::Password;
use super::placing::Part;
use super::trede_file::TredeFile;
use super::{database, event_v1, protection};

/// Takes an attached file: SHA-256 and bytes.
pub type Keep<'a> = dyn FnMut(&str, &[u8]) -> Result<(), FileError> + 'a;

impl TredeFile {
    /// Writes a file with this framework and these entries as they are, so that the chain stays the same; `files` hands over
    /// the attached files one by one. Encrypted with `password` where there is one. An existing file is refused.
    pub(super) fn write_anew(
        path: &Path,
        framework_text: &[u8],
        entries: &[Entry],
        password: Option<&Password>,
        files: &mut dyn FnMut(&mut Keep) -> Result<(), FileError>,
    ) -> Result<(), FileError> {
        let part = Part::begin(path)?;
        let said = |error: rusqlite::Error| cause_of(path, error);
        let mut connection = database::connect(part.path(), OpenFlags::SQLITE_OPEN_READ_WRITE).map_err(said)?;
        protection::unlock(&connection, password).map_err(said)?;
        database::prepare(&connection).map_err(said)?;
        let formats = entries.iter().filter_map(|entry| entry.read().ok()).map(|event| event_v1::form_of(&event));
        let format = formats.max().unwrap_or(1);
        database::make_empty(&mut connection, format).map_err(said)?;
        let transaction = connection.transaction().map_err(said)?;
        transaction.execute("INSERT INTO framework (text) VALUES (?1)", [framework_text]).map_err(said)?;
        for entry in entries {
            database::insert(&transaction, entry).map_err(said)?;
        }
        files(&mut |hash, bytes| {
            let sql = "INSERT INTO attachments (sha256, content) VALUES (?1, ?2)";
            transaction.execute(sql, rusqlite::params![hash, bytes]).map(|_| ()).map_err(said)
        })?;
        transaction.commit().map_err(said)?;
        // What closing has to say was said by the commit.
        drop(connection);
        part.place()
    }
}
