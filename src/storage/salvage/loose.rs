//! Reading a damaged database row by row, leaving out what cannot be read.

use std::cell::{Cell, RefCell};
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use rusqlite::{Connection, Error, OpenFlags, Params, Row};

use crate::storage::file_error::FileError;
use crate::storage::framework_file::sha256;
use crate::storage::log::Entry;
use crate::storage::password::{Password, is_protected};
use crate::storage::{database, protection, trede_file};

/// So many rows in a row that are not there end the search.
const MOST_MISSING: u64 = 2_000;

/// So many times a file with a password is opened anew, since every time its key is worked out again.
const MOST_OPENINGS: u32 = 40;

/// What can be read.
pub struct Loose {
    rows: Option<Rows>,
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
        let mut nothing = Loose { rows: None, framework: None, entries: BTreeMap::new(), last: None };
        match trede_file::check_size(path) {
            Err(FileError::Missing(_)) => return Ok(nothing),
            checked => checked?,
        }
        let Ok(connection) = open(path, password) else { return Ok(nothing) };
        if !matches!(database::has_our_shape(&connection), Ok(true)) {
            return Ok(nothing);
        }
        let rows = Rows::new(path, password, connection);
        nothing.framework = rows.one("SELECT text FROM framework LIMIT 1", [], |row| row.get(0));
        nothing.last = rows.one("SELECT coalesce(max(seq), 0) FROM events", [], number);
        nothing.read_entries(&rows);
        nothing.rows = Some(rows);
        Ok(nothing)
    }

    fn read_entries(&mut self, rows: &Rows) {
        let sql = "SELECT seq, at, actor, event, previous, hash FROM events WHERE seq = ?1";
        let mut missing = 0;
        for seq in 1.. {
            let Ok(wanted) = i64::try_from(seq) else { return };
            let found = rows.one(sql, [wanted], |row| {
                let seq = number(row)?;
                let (at, actor, event) = (row.get(1)?, row.get(2)?, row.get(3)?);
                Ok(Entry { seq, at, actor, event, previous: row.get(4)?, hash: row.get(5)? })
            });
            missing = if let Some(entry) = found {
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
        let found = self.rows.as_ref()?.one(sql, [hash], |row| row.get::<_, Vec<u8>>(0));
        found.filter(|bytes| sha256(bytes) == hash)
    }
}

/// Reads row by row. SQLCipher reads nothing more through a connection that met a page it cannot decrypt: such a file is
/// opened anew for the next row.
struct Rows {
    path: PathBuf,
    password: Option<Password>,
    connection: RefCell<Option<Connection>>,
    openings: Cell<u32>,
}

impl Rows {
    fn new(path: &Path, password: Option<&Password>, connection: Connection) -> Rows {
        let password = password.filter(|_| is_protected(path)).cloned();
        Rows { path: path.to_owned(), password, connection: RefCell::new(Some(connection)), openings: Cell::new(0) }
    }

    fn one<T>(&self, sql: &str, values: impl Params, read: impl FnOnce(&Row) -> rusqlite::Result<T>) -> Option<T> {
        let mut connection = self.connection.borrow_mut();
        if connection.is_none() && self.openings.get() < MOST_OPENINGS {
            self.openings.set(self.openings.get() + 1);
            *connection = open(&self.path, self.password.as_ref()).ok();
        }
        let found = connection.as_ref()?.query_row(sql, values, read);
        if self.password.is_some() && matches!(found, Err(Error::SqliteFailure(..))) {
            *connection = None;
        }
        found.ok()
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

fn number(row: &Row) -> rusqlite::Result<u64> {
    row.get::<_, i64>(0).map(|seq| u64::try_from(seq).unwrap_or(0))
}
