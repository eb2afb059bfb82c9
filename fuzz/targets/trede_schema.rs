//! A well-formed database that is made to hurt: other tables, triggers, views, types, sizes, events. The input is a list of
//! things to do to a good assessment file.
#![no_main]

use libfuzzer_sys::fuzz_target;
use rusqlite::types::Value;
use rusqlite::{Connection, params};
use trede::storage::backup;
use trede::storage::framework_file::sha256;

/// Run by SQLite with the schema made writable; `?1` is a value out of the input.
const STATEMENTS: &[&str] = &[
    "UPDATE events SET event = ?1",
    "UPDATE events SET at = ?1",
    "UPDATE events SET actor = ?1 WHERE seq = 2",
    "UPDATE events SET hash = ?1 WHERE seq = 1",
    "UPDATE events SET seq = seq * 1000 + length(?1)",
    "UPDATE framework SET text = ?1",
    "UPDATE framework SET text = zeroblob(min(length(?1), 300) * 65536)",
    "INSERT INTO framework (text) VALUES (?1)",
    "DELETE FROM events WHERE seq > length(?1)",
    "DELETE FROM framework WHERE ?1 IS NOT NULL",
    "UPDATE sqlite_schema SET sql = ?1 WHERE name = 'events'",
    "UPDATE sqlite_schema SET sql = ?1 WHERE name = 'framework'",
    "UPDATE sqlite_schema SET sql = sql || ?1",
    "UPDATE sqlite_schema SET sql = replace(sql, ' STRICT', '') WHERE ?1 IS NOT NULL",
    "UPDATE sqlite_schema SET sql = replace(sql, 'TEXT NOT NULL', ?1)",
    "UPDATE sqlite_schema SET rootpage = length(?1)",
    "UPDATE sqlite_schema SET rootpage = (SELECT rootpage FROM sqlite_schema WHERE name = 'events') WHERE ?1 IS NOT NULL",
    "UPDATE sqlite_schema SET name = ?1, tbl_name = ?1 WHERE name = 'events'",
    "UPDATE sqlite_schema SET type = ?1 WHERE name = 'framework'",
    "INSERT INTO sqlite_schema VALUES ('table', ?1, ?1, 2, 'CREATE TABLE x (a)')",
    "INSERT INTO sqlite_schema VALUES ('view', 'v', 'v', 0, ?1)",
    "INSERT INTO sqlite_schema VALUES ('trigger', 't', 'events', 0, ?1)",
    "INSERT INTO sqlite_schema VALUES ('index', 'i', 'events', 3, ?1)",
    "INSERT INTO sqlite_schema VALUES ('table', 'sqlite_stat1', 'sqlite_stat1', 3, ?1)",
    "INSERT INTO sqlite_schema VALUES ('table', 'attachments', 'attachments', 3, ?1)",
];

/// Run without a value, on the schema as SQLite has it.
const CHANGES: &[&str] = &[
    "CREATE VIEW v AS SELECT load_extension('/tmp/x.so')",
    "CREATE VIEW v AS WITH RECURSIVE c(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM c) SELECT x FROM c",
    "CREATE TRIGGER t AFTER INSERT ON events BEGIN DELETE FROM events; END",
    "CREATE TRIGGER t BEFORE UPDATE ON events BEGIN SELECT RAISE(ABORT, 'nee'); END",
    "CREATE TRIGGER sqlite_t AFTER INSERT ON events BEGIN SELECT hex(zeroblob(1000000000)); END",
    "CREATE INDEX i ON events (hex(zeroblob(length(event) * 1000)))",
    "CREATE INDEX i ON events (at) WHERE abs(seq) > 0",
    "CREATE TABLE g (a INTEGER, b TEXT GENERATED ALWAYS AS (hex(zeroblob(1000000))) VIRTUAL)",
    "CREATE TABLE c (a CHECK (a IN (1, 2, 3)))",
    "CREATE TABLE w (a PRIMARY KEY, b) WITHOUT ROWID",
    "CREATE VIRTUAL TABLE f USING fts5(x)",
    "CREATE VIRTUAL TABLE r USING rtree(id, a, b)",
    "CREATE TABLE attachments (sha256 TEXT NOT NULL UNIQUE, content BLOB NOT NULL) STRICT",
    "INSERT INTO attachments VALUES ('0000000000000000000000000000000000000000000000000000000000000000', zeroblob(9000000))",
    "INSERT INTO attachments VALUES ('../../x', 'x')",
    "PRAGMA user_version = 2",
    "PRAGMA user_version = -1",
    "PRAGMA user_version = 2147483647",
    "PRAGMA application_id = 0",
    "PRAGMA journal_mode = WAL",
    "PRAGMA schema_version = 2147483647",
    "PRAGMA auto_vacuum = FULL; VACUUM",
    "PRAGMA page_size = 512; VACUUM",
    "PRAGMA page_size = 65536; VACUUM",
    "DROP TABLE events",
    "ALTER TABLE events RENAME TO e2; CREATE VIEW events AS SELECT * FROM e2",
    "ALTER TABLE framework ADD COLUMN x DEFAULT (1)",
    "ANALYZE",
];

/// The values that come after each thing to do; a text up to the next line end, or one of these.
fn value(tag: u8, text: &str) -> Value {
    match tag % 6 {
        0 => Value::Null,
        1 => Value::Integer(i64::MIN + i64::from(tag)),
        2 => Value::Real(f64::from(tag) * 1e300),
        3 => Value::Blob(text.as_bytes().to_vec()),
        _ => Value::Text(text.to_owned()),
    }
}

/// Makes the chain whole again, so that what stands in the events is looked at and not only their hashes.
fn chain(connection: &Connection) -> rusqlite::Result<()> {
    let framework: Vec<u8> = connection.query_row("SELECT text FROM framework", [], |row| row.get(0))?;
    let mut statement = connection.prepare("SELECT seq, at, actor, event FROM events ORDER BY seq")?;
    let rows: Vec<(i64, String, String, String)> = statement
        .query_map([], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?, row.get(3)?)))?
        .collect::<Result<_, _>>()?;
    let mut previous = sha256(&framework);
    for (seq, at, actor, event) in rows {
        let hash = sha256(serde_json::json!([seq, at, actor, event, previous]).to_string().as_bytes());
        connection
            .execute("UPDATE events SET previous = ?1, hash = ?2 WHERE seq = ?3", params![previous, hash, seq])?;
        previous = hash;
    }
    Ok(())
}

fn make(path: &std::path::Path, input: &str) -> rusqlite::Result<()> {
    let connection = Connection::open(path)?;
    connection.pragma_update(None, "synchronous", "OFF")?;
    connection.pragma_update(None, "journal_mode", "MEMORY")?;
    for line in input.split('\n').take(8) {
        let mut bytes = line.bytes();
        let (Some(what), Some(tag)) = (bytes.next(), bytes.next()) else { continue };
        let text = line.get(2..).unwrap_or_default();
        let what = usize::from(what);
        let done = match what {
            126 => chain(&connection),
            33..=79 => {
                connection.pragma_update(None, "writable_schema", "ON")?;
                let sql = STATEMENTS[what % STATEMENTS.len()];
                connection.execute(sql, [value(tag, text)]).map(|_| ())
            }
            _ => {
                connection.pragma_update(None, "writable_schema", "OFF")?;
                connection.execute_batch(CHANGES[what % CHANGES.len()])
            }
        };
        // What SQLite refuses to make cannot come in that way.
        let _ = done;
    }
    Ok(())
}

fuzz_target!(|bytes: &[u8]| {
    let Ok(input) = std::str::from_utf8(bytes) else { return };
    let path = trede_fuzz::FOLDER.join("schema.trede");
    std::fs::write(&path, trede_fuzz::ASSESSMENT).expect("there is room");
    let _ = make(&path, input);
    trede_fuzz::open(&path);
    for ending in ["-wal", "-shm", "-journal"] {
        let _ = std::fs::remove_file(path.with_extension(format!("trede{ending}")));
    }
    // Those of another assessment under the same name are never dropped, and here each is another.
    let _ = std::fs::remove_dir_all(backup::folder(&path));
});
