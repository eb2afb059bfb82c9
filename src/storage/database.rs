//! The database inside an assessment file: its tables and formats, and how it is opened.

use std::path::{Path, PathBuf};

use rusqlite::{Connection, OpenFlags};

use super::log::Entry;

pub(super) const APPLICATION_ID: i32 = 0x5472_6564;
/// The newest format of the file; a higher number is refused.
pub(super) const FORMAT: i32 = 3;
/// The first format. A file stays in it until it has to say more, so that an earlier version of the program still reads
/// what it can.
pub(super) const FIRST_FORMAT: i32 = 1;
/// The first format with a place for attached files.
pub(super) const FORMAT_WITH_ATTACHMENTS: i32 = 2;
pub(super) const LARGEST: u64 = 1024 * 1024 * 1024;
pub(super) const SCHEMA: &str = "CREATE TABLE framework (text BLOB NOT NULL) STRICT;\n\
    CREATE TABLE events (seq INTEGER PRIMARY KEY, at TEXT NOT NULL, actor TEXT NOT NULL, event TEXT NOT NULL, \
    previous TEXT NOT NULL, hash TEXT NOT NULL) STRICT;";

/// What a file gets with its first attached file. SQLite gives the hashes an index of their own, which has no words.
pub(super) const SCHEMA_OF_ATTACHMENTS: &str =
    "CREATE TABLE attachments (sha256 TEXT NOT NULL UNIQUE, content BLOB NOT NULL) STRICT";

/// A connection stays on one thread.
pub(super) const NO_MUTEX: OpenFlags = OpenFlags::SQLITE_OPEN_NO_MUTEX;

pub(super) fn connect(path: &Path, flags: OpenFlags) -> rusqlite::Result<Connection> {
    // To SQLite `:memory:` and `file:` are no files; an absolute path always is.
    let path = std::path::absolute(path).unwrap_or_else(|_| path.to_owned());
    Connection::open_with_flags(path, flags | NO_MUTEX)
}

/// Looking at a file that was left in write-ahead mode, as a copy of an open one is, would make files beside it, and
/// fail in a folder where that cannot be done. While no such files are there nobody writes, and SQLite may be told so.
pub(super) fn still_uri(path: &Path) -> Option<String> {
    let beside = |ending: &str| {
        let mut name = path.as_os_str().to_owned();
        name.push(ending);
        PathBuf::from(name).exists()
    };
    if beside("-wal") || beside("-journal") {
        return None;
    }
    let absolute = std::path::absolute(path).ok()?;
    let text = absolute.to_str()?.replace('%', "%25").replace('?', "%3f").replace('#', "%23");
    let text = if cfg!(windows) { format!("/{}", text.replace('\\', "/")) } else { text };
    Some(format!("file:{text}?immutable=1"))
}

pub(super) fn prepare(connection: &Connection) -> rusqlite::Result<()> {
    connection.busy_timeout(std::time::Duration::from_secs(2))?;
    connection.pragma_update(None, "trusted_schema", "OFF")?;
    connection.pragma_update(None, "cell_size_check", "ON")
}

pub(super) fn make_durable(connection: &Connection) -> rusqlite::Result<()> {
    connection.pragma_update(None, "journal_mode", "WAL")?;
    connection.pragma_update(None, "synchronous", "FULL")
}

/// Makes the tables of a new file in this format.
pub(super) fn make_empty(connection: &mut Connection, format: i32) -> rusqlite::Result<()> {
    connection.pragma_update(None, "application_id", APPLICATION_ID)?;
    connection.pragma_update(None, "user_version", FIRST_FORMAT)?;
    let transaction = connection.transaction()?;
    transaction.execute_batch(SCHEMA)?;
    raise(&transaction, FIRST_FORMAT, format)?;
    transaction.commit()
}

/// Brings a file from one format into a later one.
pub(super) fn raise(connection: &Connection, from: i32, to: i32) -> rusqlite::Result<()> {
    if from < FORMAT_WITH_ATTACHMENTS && to >= FORMAT_WITH_ATTACHMENTS {
        connection.execute_batch(SCHEMA_OF_ATTACHMENTS)?;
    }
    connection.pragma_update(None, "user_version", to)
}

pub(super) fn insert(connection: &Connection, entry: &Entry) -> rusqlite::Result<()> {
    let mut statement = connection
        .prepare_cached("INSERT INTO events (seq, at, actor, event, previous, hash) VALUES (?1, ?2, ?3, ?4, ?5, ?6)")?;
    let Entry { seq, at, actor, event, previous, hash } = entry;
    let seq = i64::try_from(*seq).map_err(|error| rusqlite::Error::ToSqlConversionFailure(Box::new(error)))?;
    statement.execute(rusqlite::params![seq, at, actor, event, previous, hash]).map(|_| ())
}

/// Whether the database has the tables of its format and nothing else: no trigger, no view, no index of another's making.
pub(super) fn has_our_shape(connection: &Connection) -> rusqlite::Result<bool> {
    let format: i32 = connection.query_row("PRAGMA user_version", [], |row| row.get(0))?;
    let mut shape = connection.prepare("SELECT coalesce(sql, '') FROM sqlite_schema ORDER BY name")?;
    let mut found: Vec<String> = shape.query_map([], |row| row.get(0))?.collect::<Result<_, _>>()?;
    found.sort();
    let mut expected: Vec<&str> = SCHEMA.split(";").map(str::trim).filter(|sql| !sql.is_empty()).collect();
    if format >= FORMAT_WITH_ATTACHMENTS {
        // With its index.
        expected.extend([SCHEMA_OF_ATTACHMENTS, ""]);
    }
    expected.sort_unstable();
    Ok(found == expected)
}
