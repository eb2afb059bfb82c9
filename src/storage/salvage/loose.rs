//! Reading a damaged database row by row, leaving out what cannot be read.

use std::collections::BTreeMap;
use std::path::Path;

use rusqlite::{Connection, OpenFlags, OptionalExtension as _};

use crate::storage::file_error::FileError;
use crate::storage::framework_file::sha256;
use crate::storage::log::Entry;
use crate::storage::password::{Password, is_protected};
use crate::storage::{database, protection, trede_file};

/// So many rows in a row that are not there end the search.
const MOST_MISSING: u64 = 2_000;

/// What can be read.
pub struct Loose {
    connection: Option<Connection>,
    /// The framework, unchecked.
    pub framework: Option<Vec<u8>>,
    /// Entries of the log by their number, unchecked.
    pub entries: BTreeMap<u64, Entry>,
    /// The number of the last entry, readable or not; unknown where the end of the log cannot be reached.
    pub last: Option<u64>,
}

impl Loose {
    /// Reads what can be read of `path`. Only a file that cannot be opened at all is an error; one that is no database any
    /// more gives nothing.
    pub fn read(path: &Path, password: Option<&Password>) -> Result<Loose, FileError> {
        let mut nothing = Loose { connection: None, framework: None, entries: BTreeMap::new(), last: None };
        match trede_file::check_size(path) {
            Err(FileError::Missing(_)) => return Ok(nothing),
            checked => checked?,
        }
        let Ok(connection) = open(path, password) else { return Ok(nothing) };
        if !matches!(database::has_our_shape(&connection), Ok(true)) {
            return Ok(nothing);
        }
        let framework = connection.query_row("SELECT text FROM framework LIMIT 1", [], |row| row.get(0));
        nothing.framework = framework.ok();
        nothing.last = connection.query_row("SELECT coalesce(max(seq), 0) FROM events", [], number).ok();
        nothing.read_entries(&connection);
        nothing.connection = Some(connection);
        Ok(nothing)
    }

    fn read_entries(&mut self, connection: &Connection) {
        let sql = "SELECT seq, at, actor, event, previous, hash FROM events WHERE seq = ?1";
        let Ok(mut statement) = connection.prepare(sql) else { return };
        let mut missing = 0;
        for seq in 1.. {
            let Ok(wanted) = i64::try_from(seq) else { return };
            let found = statement.query_row([wanted], |row| {
                let seq = number(row)?;
                let (at, actor, event) = (row.get(1)?, row.get(2)?, row.get(3)?);
                Ok(Entry { seq, at, actor, event, previous: row.get(4)?, hash: row.get(5)? })
            });
            missing = if let Ok(entry) = found {
                self.entries.insert(seq, entry);
                0
            } else {
                missing + 1
            };
            if missing > MOST_MISSING {
                return;
            }
        }
    }

    /// The bytes of an attached file, where they still fit their hash.
    pub fn bytes_of(&self, hash: &str) -> Option<Vec<u8>> {
        let sql = "SELECT content FROM attachments NOT INDEXED WHERE sha256 = ?1";
        let found = self.connection.as_ref()?.query_row(sql, [hash], |row| row.get::<_, Vec<u8>>(0)).optional();
        found.ok().flatten().filter(|bytes| sha256(bytes) == hash)
    }
}

fn open(path: &Path, password: Option<&Password>) -> rusqlite::Result<Connection> {
    let path = std::path::absolute(path).unwrap_or_else(|_| path.to_owned());
    let connection =
        Connection::open_with_flags(&path, OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_NO_MUTEX)?;
    protection::unlock(&connection, password.filter(|_| is_protected(&path)))?;
    database::prepare(&connection)?;
    // Lets SQLite read a file that is shorter than it says; nothing can be written through this connection.
    connection.pragma_update(None, "writable_schema", "ON")?;
    Ok(connection)
}

fn number(row: &rusqlite::Row) -> rusqlite::Result<u64> {
    row.get::<_, i64>(0).map(|seq| u64::try_from(seq).unwrap_or(0))
}
