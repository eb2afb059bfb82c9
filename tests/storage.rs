//! The assessment file: what is stored comes back, what is not ours is refused and left as it is, and nothing that was
//! acknowledged is ever lost.

mod backups;
mod crash;
mod formats;
mod moved;
mod salvaged;
mod tampering;

use std::fs;
use std::path::{Path, PathBuf};

use rusqlite::Connection;
use tempfile::TempDir;
use trede::domain::{Cause, Change, Command, Cover, Event, Finding, NormId, Perspective, Verdict};
use trede::session::{Session, Stamp};
use trede::storage::log::{self, Break};
use trede::storage::{Access, FileError, TredeFile, shipped};

const AT: &str = "2026-09-14T10:00:00+02:00";
const WHO: &str = "A. Voorbeeld";

fn framework_text() -> &'static [u8] {
    shipped::ALL[0].text.as_bytes()
}

fn cover() -> Cover {
    Cover { subject: "Voorbeeldbank N.V.".to_owned(), kvk: Some("00000000".to_owned()), period: "2026".to_owned() }
}

fn first() -> Event {
    Event { cause: Cause::Created, changes: vec![Change::Cover { before: Cover::default(), after: cover() }] }
}

fn finding(number: usize) -> Event {
    let after =
        Finding::because(Verdict::Holds, &format!("Bevinding {number}: \u{e9}\u{e9}n \"aanhaling\"\nen een regel."));
    let (perspective, norm) = (Perspective::Supervisor, NormId::new("I.3.1"));
    Event {
        cause: Cause::Edit,
        changes: vec![Change::Finding { perspective, norm, before: Finding::default(), after }],
    }
}

/// A file with a first event and so many findings.
fn made(folder: &TempDir, name: &str, findings: usize) -> PathBuf {
    let path = folder.path().join(name);
    let mut file = TredeFile::create(&path, framework_text(), &first(), AT, WHO).unwrap();
    for number in 0..findings {
        file.append(&finding(number), AT, WHO).unwrap();
    }
    path
}

fn open(path: &Path, access: Access) -> Result<(), FileError> {
    TredeFile::open(path, access, WHO).map(|_| ())
}

/// Opens in both ways; both have to refuse, and leave the file and its folder as they were.
fn refused(path: &Path) -> FileError {
    let before = fs::read(path).ok();
    let beside = || {
        let mut names: Vec<_> =
            fs::read_dir(path.parent().unwrap()).unwrap().map(|entry| entry.unwrap().file_name()).collect();
        names.sort();
        names
    };
    let names = beside();
    let reading = open(path, Access::Read).expect_err("reading is refused");
    let writing = open(path, Access::Write).expect_err("writing is refused");
    assert_eq!(reading.to_string(), writing.to_string());
    assert!(fs::read(path).ok() == before, "the file was changed");
    assert_eq!(beside(), names, "something was left beside the file");
    writing
}

#[test]
fn what_is_stored_comes_back_byte_for_byte() {
    let folder = tempfile::tempdir().unwrap();
    let path = made(&folder, "a.trede", 5);
    for access in [Access::Read, Access::Write] {
        let (file, content) = TredeFile::open(&path, access, WHO).unwrap();
        assert_eq!(content.framework_text, framework_text());
        let mut expected = vec![first()];
        expected.extend((0..5).map(finding));
        assert_eq!(content.events, expected);
        assert_eq!((file.head().count, content.entries.len()), (6, 6));
        assert!(content.entries.iter().all(|entry| entry.at == AT && entry.actor == WHO));
    }
    let (mut file, _) = TredeFile::open(&path, Access::Write, "B. Tweede").unwrap();
    file.append(&finding(5), "2026-09-15T09:00:00+02:00", "B. Tweede").unwrap();
    let head = file.head().clone();
    drop(file);
    let (file, content) = TredeFile::open(&path, Access::Read, WHO).unwrap();
    assert_eq!(file.head(), &head);
    assert_eq!(content.entries.last().map(|entry| entry.actor.as_str()), Some("B. Tweede"));
}

#[test]
fn an_existing_file_is_never_replaced() {
    let folder = tempfile::tempdir().unwrap();
    let path = made(&folder, "a.trede", 1);
    let other = folder.path().join("brief.txt");
    fs::write(&other, "geen beoordeling").unwrap();
    for path in [&path, &other] {
        let before = fs::read(path).unwrap();
        let refused = TredeFile::create(path, framework_text(), &first(), AT, WHO).unwrap_err();
        assert!(matches!(refused, FileError::Exists(_)), "{refused}");
        assert!(fs::read(path).unwrap() == before);
    }
    let nowhere = folder.path().join("geen map/a.trede");
    let refused = TredeFile::create(&nowhere, framework_text(), &first(), AT, WHO).unwrap_err();
    assert!(matches!(refused, FileError::Missing(_)), "{refused}");
}

#[test]
fn a_second_writer_is_refused_with_the_name_of_the_first() {
    let folder = tempfile::tempdir().unwrap();
    let path = made(&folder, "a.trede", 1);
    let (mut writer, _) = TredeFile::open(&path, Access::Write, WHO).unwrap();
    let refused = TredeFile::open(&path, Access::Write, "B. Tweede").unwrap_err();
    assert!(matches!(&refused, FileError::Locked { by, .. } if by == WHO), "{refused}");
    // Looking is allowed meanwhile, and shows what was saved so far.
    writer.append(&finding(1), AT, WHO).unwrap();
    let (_, content) = TredeFile::open(&path, Access::Read, "B. Tweede").unwrap();
    assert_eq!(content.events.len(), 3);
    drop(writer);
    assert!(TredeFile::open(&path, Access::Write, "B. Tweede").is_ok());
}

#[test]
fn a_stale_lock_file_keeps_nobody_out() {
    let folder = tempfile::tempdir().unwrap();
    let path = made(&folder, "a.trede", 1);
    fs::write(folder.path().join("a.trede.lock"), "Iemand van gisteren\n").unwrap();
    assert!(open(&path, Access::Write).is_ok());
    assert!(!folder.path().join("a.trede.lock").exists());
}

#[test]
fn closing_leaves_one_file() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("a.trede");
    let stamp = Stamp { at: AT.to_owned(), actor: WHO.to_owned() };
    let mut session = Session::create(&path, framework_text(), cover(), &stamp).unwrap();
    let (perspective, norm) = (Perspective::Supervisor, NormId::new("I.3.1"));
    let command = Command::Find { perspective, norm, finding: Finding::bare(Verdict::Holds), continues: false };
    session.execute(command, &stamp).unwrap();
    drop(session);
    let mut names: Vec<_> = fs::read_dir(folder.path()).unwrap().map(|entry| entry.unwrap().file_name()).collect();
    names.sort();
    assert_eq!(names, ["a.trede", "a.trede-backups"]);
    // And one that opens where nothing can be written: not in write-ahead mode.
    assert_eq!(fs::read(&path).unwrap()[18..20], [1, 1]);
    let again = Session::open(&path, Access::Read, WHO).unwrap();
    assert_eq!(again.sheet(perspective).verdict("I.3.1"), Verdict::Holds);
    assert_eq!(again.assessment().cover, cover());
}

#[cfg(unix)]
#[test]
fn a_file_that_cannot_be_written_opens_for_reading_only() {
    use std::os::unix::fs::PermissionsExt as _;
    let folder = tempfile::tempdir().unwrap();
    let path = made(&folder, "a.trede", 1);
    fs::set_permissions(&path, fs::Permissions::from_mode(0o400)).unwrap();
    let root = fs::OpenOptions::new().append(true).open(&path).is_ok();
    let opened = open(&path, Access::Write);
    assert!(root || matches!(opened, Err(FileError::ReadOnly(_))), "{opened:?}");
    assert!(open(&path, Access::Read).is_ok());
    let (mut reader, _) = TredeFile::open(&path, Access::Read, WHO).unwrap();
    let refused = reader.append(&finding(9), AT, WHO).unwrap_err();
    assert!(matches!(refused, FileError::ReadOnly(_)), "{refused}");
}

#[test]
fn looking_at_a_file_leaves_nothing_behind() {
    let folder = tempfile::tempdir().unwrap();
    let path = made(&folder, "a #1? 100%.trede", 1);
    // As a copy of an open file is.
    Connection::open(&path).unwrap().pragma_update(None, "journal_mode", "WAL").unwrap();
    let before = fs::read(&path).unwrap();
    open(&path, Access::Read).unwrap();
    let names: Vec<_> = fs::read_dir(folder.path()).unwrap().map(|entry| entry.unwrap().file_name()).collect();
    assert_eq!(names, ["a #1? 100%.trede"]);
    assert!(fs::read(&path).unwrap() == before);
}

#[cfg(unix)]
#[test]
fn a_new_file_is_for_its_owner_only() {
    use std::os::unix::fs::PermissionsExt as _;
    let folder = tempfile::tempdir().unwrap();
    let path = made(&folder, "a.trede", 1);
    assert_eq!(fs::metadata(&path).unwrap().permissions().mode() & 0o777, 0o600);
}

#[test]
fn files_that_are_no_assessment_are_refused_and_left_alone() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("a.trede");
    assert!(matches!(refused(&path), FileError::Missing(_)));
    let noise: Vec<u8> = (0..20_000_u32).map(|at| (at.wrapping_mul(2_654_435_761) >> 24) as u8).collect();
    let mut disguised = noise.clone();
    disguised[..16].copy_from_slice(b"SQLite format 3\0");
    for content in [&b""[..], b"SQLite format 3\0", b"Dit is een brief.", &noise, &disguised] {
        fs::write(&path, content).unwrap();
        let error = refused(&path);
        assert!(matches!(error, FileError::NotTrede(_)), "{error}");
    }
    // One of ours whose header tells of pages that cannot be: without a password, so it is not asked for one either.
    let mut scrambled = noise.clone();
    scrambled[..16].copy_from_slice(b"SQLite format 3\0");
    scrambled[60..64].copy_from_slice(&1_i32.to_be_bytes());
    scrambled[68..72].copy_from_slice(b"Tred");
    fs::write(&path, &scrambled).unwrap();
    assert!(matches!(refused(&path), FileError::NotTrede(_)));
    let inner = folder.path().join("map.trede");
    fs::create_dir(&inner).unwrap();
    let error = refused(&inner);
    assert!(matches!(error, FileError::NotTrede(_)), "{error}");
}

#[test]
fn a_database_of_another_program_is_refused() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("a.trede");
    let foreign = Connection::open(&path).unwrap();
    foreign.execute_batch("CREATE TABLE events (seq INTEGER PRIMARY KEY); INSERT INTO events VALUES (1);").unwrap();
    drop(foreign);
    let error = refused(&path);
    assert!(matches!(error, FileError::NotTrede(_)), "{error}");
}

#[test]
fn a_file_of_a_newer_version_is_refused_as_such() {
    let folder = tempfile::tempdir().unwrap();
    let path = made(&folder, "a.trede", 1);
    Connection::open(&path).unwrap().pragma_update(None, "user_version", 4).unwrap();
    let error = refused(&path);
    assert!(matches!(error, FileError::Newer { found: 4, known: 3, .. }), "{error}");
}

/// A file that someone changed with SQL; the error that follows.
fn changed(sql: &str) -> FileError {
    let folder = tempfile::tempdir().unwrap();
    let path = made(&folder, "a.trede", 3);
    let forger = Connection::open(&path).unwrap();
    forger.execute_batch(sql).unwrap();
    drop(forger);
    refused(&path)
}

#[test]
fn a_hostile_schema_is_refused() {
    for sql in [
        "CREATE TRIGGER t AFTER INSERT ON events BEGIN DELETE FROM events; END",
        "CREATE VIEW v AS SELECT * FROM events",
        "CREATE TABLE extra (x)",
        "PRAGMA journal_mode = WAL; CREATE TABLE extra (x)",
        "CREATE INDEX i ON events (actor)",
        "CREATE INDEX i ON events (abs(seq))",
        "ALTER TABLE events ADD COLUMN extra TEXT",
        "ALTER TABLE events ADD COLUMN grown TEXT GENERATED ALWAYS AS (hex(zeroblob(100000))) VIRTUAL",
        "DROP TABLE framework",
        "DROP TABLE events; CREATE VIEW events AS SELECT 1 AS seq, 'x' AS at, 'x' AS actor, '{}' AS event, '' AS previous, '' AS hash",
    ] {
        let error = changed(sql);
        assert!(matches!(error, FileError::Damaged { .. }), "{sql}: {error}");
    }
}

#[test]
fn an_empty_log_or_a_missing_framework_is_refused() {
    let error = changed("DELETE FROM events");
    assert!(matches!(error, FileError::Log { broken: Break::Empty, .. }), "{error}");
    let error = changed("DELETE FROM framework");
    assert!(matches!(error, FileError::Damaged { .. }), "{error}");
    let error = changed("UPDATE events SET actor = CAST(x'FF' AS TEXT)");
    assert!(matches!(error, FileError::Damaged { .. }), "{error}");
    let error = changed("INSERT INTO framework SELECT text FROM framework");
    assert!(matches!(error, FileError::Damaged { .. }), "{error}");
}

#[test]
fn changed_dropped_and_swapped_events_are_each_told() {
    let sequence = |error: &FileError| matches!(error, FileError::Log { broken: Break::Sequence { after: 1 }, .. });
    let changed_at = |error: &FileError| matches!(error, FileError::Log { broken: Break::Changed { seq: 2 }, .. });
    let error = changed("UPDATE events SET event = replace(event, 'holds', 'fails') WHERE seq = 2");
    assert!(changed_at(&error), "{error}");
    let error = changed("UPDATE events SET actor = 'Iemand anders' WHERE seq = 2");
    assert!(changed_at(&error), "{error}");
    let error = changed("UPDATE events SET at = '2020-01-01T00:00:00Z' WHERE seq = 2");
    assert!(changed_at(&error), "{error}");
    let error = changed("DELETE FROM events WHERE seq = 2");
    assert!(sequence(&error), "{error}");
    let error = changed("DELETE FROM events WHERE seq = 2; UPDATE events SET seq = seq - 1 WHERE seq > 2");
    assert!(matches!(error, FileError::Log { broken: Break::Chain { seq: 2 }, .. }), "{error}");
    let error = changed("UPDATE events SET seq = -seq WHERE seq = 2");
    assert!(matches!(error, FileError::Log { .. }), "{error}");
    let error = changed("UPDATE framework SET text = CAST(replace(CAST(text AS TEXT), 'warn', 'refuse') AS BLOB)");
    assert!(matches!(error, FileError::Log { broken: Break::Chain { seq: 1 }, .. }), "{error}");
    let error = changed("UPDATE framework SET text = x'00'");
    assert!(matches!(error, FileError::Framework { .. }), "{error}");
}

#[test]
fn a_log_that_was_cut_off_opens_and_the_head_that_was_handed_out_tells() {
    let folder = tempfile::tempdir().unwrap();
    let path = made(&folder, "a.trede", 3);
    let (file, _) = TredeFile::open(&path, Access::Read, WHO).unwrap();
    let head = file.head().clone();
    drop(file);
    Connection::open(&path).unwrap().execute_batch("DELETE FROM events WHERE seq = 4").unwrap();
    let (_, content) = TredeFile::open(&path, Access::Read, WHO).unwrap();
    assert_eq!(log::matches(&content.entries, &head), Err(Break::Head { count: 4 }));
}

#[test]
fn a_file_cut_off_anywhere_is_refused_or_whole() {
    let folder = tempfile::tempdir().unwrap();
    let whole = fs::read(made(&folder, "whole.trede", 20)).unwrap();
    let path = folder.path().join("a.trede");
    let lengths =
        (0..whole.len()).step_by(1_531).chain([1, 99, 100, 4_095, 4_096, 8_192, whole.len() - 4_096, whole.len() - 1]);
    for length in lengths {
        fs::write(&path, &whole[..length]).unwrap();
        let error = refused(&path);
        // The last bytes are the last event; SQLite reads what is missing as zeros, and the log tells.
        let known = matches!(error, FileError::NotTrede(_) | FileError::Damaged { .. } | FileError::Log { .. });
        assert!(known, "{length} of {}: {error}", whole.len());
    }
}

#[test]
fn a_file_with_any_overwritten_stretch_is_refused_or_unharmed() {
    let folder = tempfile::tempdir().unwrap();
    let whole = fs::read(made(&folder, "whole.trede", 20)).unwrap();
    let path = folder.path().join("a.trede");
    let (_, original) = TredeFile::open(&folder.path().join("whole.trede"), Access::Read, WHO).unwrap();
    for at in (0..whole.len()).step_by(1_999) {
        let mut bytes = whole.clone();
        let end = (at + 16).min(bytes.len());
        bytes[at..end].iter_mut().for_each(|byte| *byte ^= 0x5A);
        fs::write(&path, &bytes).unwrap();
        // Unused space in a page may hold anything.
        if let Ok((_, content)) = TredeFile::open(&path, Access::Read, WHO) {
            assert_eq!(content.entries, original.entries, "at {at}");
            assert_eq!(content.framework_text, original.framework_text, "at {at}");
        } else {
            refused(&path);
        }
    }
}
