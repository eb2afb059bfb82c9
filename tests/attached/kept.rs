//! The bytes: stored once, whole or told, within limits, and gone only when nothing names them.

use std::collections::BTreeMap;
use std::fs::{self, File};
use std::path::Path;

use rusqlite::Connection;
use trede::domain::attachment::{LARGEST_FILE_BYTES, MOST_ATTACHED};
use trede::domain::{Command, Finding, NormId, Refusal, Verdict};
use trede::session::{Headway, Session, SessionError};
use trede::storage::{Access, AttachError, FileError, Incoming, incoming, shipped};
use trede::wording::Wording;

use super::{Desk, SIDE, attach, open, stamp};

const LETTER: &[u8] = b"Geachte heer, mevrouw";

/// What a forger, or a disk, does to a file that is closed.
fn changed(path: &Path, sql: &str) {
    Connection::open(path).unwrap().execute_batch(sql).unwrap();
}

fn number(path: &Path, sql: &str) -> i64 {
    Connection::open(path).unwrap().query_row(sql, [], |row| row.get(0)).unwrap()
}

fn attach_error(error: SessionError) -> AttachError {
    match error {
        SessionError::Attach(error) => error,
        other => panic!("{other}"),
    }
}

#[test]
fn what_is_attached_comes_back_byte_for_byte_and_is_stored_once() {
    let mut desk = Desk::new();
    let all: Vec<u8> = (0..700_000_u32).map(|at| (at.wrapping_mul(2_654_435_761) >> 24) as u8).collect();
    let (letter, twice, noise) =
        (desk.file("brief.txt", LETTER), desk.file("kopie.txt", LETTER), desk.file("ruis.bin", &all));
    desk.attach("I.3.1", &[letter, noise]).unwrap();
    desk.attach("I.3.2", &[twice]).unwrap();
    let desk = desk.again(Access::Read);
    let [first, second] = desk.named("I.3.1").try_into().unwrap();
    let [copy] = desk.named("I.3.2").try_into().unwrap();
    assert_eq!((first.name(), first.size(), copy.name()), ("brief.txt", 21, "kopie.txt"));
    assert_eq!(first.sha256(), copy.sha256());
    let vault = desk.session.vault().unwrap();
    assert_eq!(vault.fetch(&copy).unwrap(), LETTER);
    assert!(vault.fetch(&second).unwrap() == all);
    let path = desk.session.path().to_owned();
    assert_eq!(desk.session.attached().values().sum::<u64>(), 700_021);
    drop(desk.session);
    assert_eq!(number(&path, "SELECT count(*) FROM attachments"), 2);
}

#[test]
fn the_same_file_is_attached_once_and_both_twins_have_it() {
    let mut desk = Desk::new();
    let framework = desk.session.framework().clone();
    let twin = framework.norms().find(|norm| norm.twin.is_some()).unwrap();
    let lower = twin.twin.clone().unwrap();
    let letter = desk.file("brief.txt", LETTER);
    desk.attach(lower.as_str(), std::slice::from_ref(&letter)).unwrap();
    assert_eq!(desk.named(lower.as_str()), desk.named(twin.id.as_str()));
    let again = desk.attach(twin.id.as_str(), &[letter]).unwrap_err();
    assert!(matches!(again, SessionError::Refused(Refusal::NothingChanges)), "{again}");
    let sha256 = desk.named(twin.id.as_str())[0].sha256().to_owned();
    desk.execute(Command::Detach { perspective: SIDE, norm: twin.id.clone(), sha256 });
    assert!(desk.named(lower.as_str()).is_empty() && desk.named(twin.id.as_str()).is_empty());
}

#[test]
fn undo_and_redo_take_a_file_off_and_put_it_back_also_after_closing() {
    let mut desk = Desk::new();
    let letter = desk.file("brief.txt", LETTER);
    let [file] = desk.attach("I.3.1", &[letter]).unwrap().try_into().unwrap();
    let sha256 = file.sha256().to_owned();
    desk.execute(Command::Detach { perspective: SIDE, norm: NormId::new("I.3.1"), sha256 });
    assert!(desk.named("I.3.1").is_empty());
    let mut desk = desk.again(Access::Write);
    // The log still names it.
    assert!(desk.session.has_bytes_of(&file));
    desk.execute(Command::Undo);
    assert_eq!(desk.named("I.3.1"), std::slice::from_ref(&file));
    assert_eq!(desk.session.vault().unwrap().fetch(&file).unwrap(), LETTER);
    desk.execute(Command::Undo);
    assert!(desk.named("I.3.1").is_empty());
    desk.execute(Command::Redo);
    assert_eq!(desk.named("I.3.1"), [file]);
}

#[test]
fn typing_and_judging_leave_the_files_as_they_are() {
    let mut desk = Desk::new();
    let letter = desk.file("brief.txt", LETTER);
    desk.attach("I.3.1", &[letter]).unwrap();
    let (norm, attached) = (NormId::new("I.3.1"), desk.named("I.3.1"));
    let finding = Finding::because(Verdict::Holds, "Zie de brief.");
    desk.execute(Command::Find { perspective: SIDE, norm, finding: finding.clone(), continues: false });
    assert_eq!(desk.session.sheet(SIDE).finding("I.3.1"), Finding { attached, ..finding });
}

#[test]
fn a_file_that_nothing_in_the_log_names_goes_when_the_assessment_is_next_opened_to_write() {
    let desk = Desk::new();
    let file = Incoming::new("brief.txt", LETTER.to_vec());
    desk.session.vault().unwrap().keep(file.clone()).unwrap();
    let desk = desk.again(Access::Read);
    assert!(desk.session.has_bytes_of(file.attachment()));
    let desk = desk.again(Access::Write);
    assert!(desk.session.attached().is_empty());
    let fetched = desk.session.vault().unwrap().fetch(file.attachment());
    assert_eq!(fetched, Err(AttachError::NotHere("brief.txt".to_owned())));
}

#[test]
fn a_damaged_file_is_told_and_not_given_and_attaching_it_again_mends_it() {
    let mut desk = Desk::new();
    let letter = desk.file("brief.txt", LETTER);
    let [file] = desk.attach("I.3.1", std::slice::from_ref(&letter)).unwrap().try_into().unwrap();
    let path = desk.session.path().to_owned();
    let Desk { folder, session } = desk;
    drop(session);
    changed(&path, "UPDATE attachments SET content = CAST(replace(CAST(content AS TEXT), 'heer', 'Heer') AS BLOB)");
    let mut desk = Desk { session: open(&path, Access::Write), folder };
    let told = desk.session.vault().unwrap().fetch(&file).unwrap_err();
    assert_eq!(told, AttachError::Changed("brief.txt".to_owned()));
    assert!(Wording::new(trede::domain::Language::Dutch).attach_error(&told).contains("wordt niet geopend"));
    desk.attach("I.3.2", &[letter]).unwrap();
    assert_eq!(desk.session.vault().unwrap().fetch(&file).unwrap(), LETTER);
}

#[test]
fn what_is_too_large_is_refused_before_anything_is_read() {
    let mut desk = Desk::new();
    let letter = desk.file("brief.txt", LETTER);
    let home = desk.folder.path().to_owned();
    let sized = |name: &str, size: u64| {
        let path = home.join(name);
        File::create(&path).unwrap().set_len(size).unwrap();
        path
    };
    let (just, over) = (sized("net.bin", LARGEST_FILE_BYTES), sized("over.bin", LARGEST_FILE_BYTES + 1));
    let none = BTreeMap::new();
    assert_eq!(incoming::look_at(std::slice::from_ref(&just), &none), Ok(LARGEST_FILE_BYTES));
    let refused = AttachError::TooLarge(over.clone());
    assert_eq!(incoming::look_at(std::slice::from_ref(&over), &none), Err(refused.clone()));
    // Nothing of the other files either.
    assert_eq!(attach_error(desk.attach("I.3.1", &[letter, over]).unwrap_err()), refused);
    assert!(desk.session.attached().is_empty() && desk.named("I.3.1").is_empty());
    // Together: 480 MB are there, of which one of 21 bytes less than the largest.
    let stored: BTreeMap<String, u64> = (0..10).map(|at| (format!("{at}"), 48_000_000)).collect();
    assert_eq!(incoming::look_at(&[sized("klein.bin", 20_000_000)], &stored), Ok(20_000_000));
    let too_much = AttachError::TooMuch { stored: 480_000_000, size: 20_000_001 };
    assert_eq!(incoming::look_at(&[sized("groter.bin", 20_000_001)], &stored), Err(too_much));
    // One that may well be there already takes no room.
    assert_eq!(incoming::look_at(&[sized("zelfde.bin", 48_000_000)], &stored), Ok(48_000_000));
}

#[cfg(unix)]
#[test]
fn links_folders_and_devices_are_refused() {
    let mut desk = Desk::new();
    let letter = desk.file("brief.txt", LETTER);
    let link = desk.path("verwijzing.txt");
    std::os::unix::fs::symlink(&letter, &link).unwrap();
    let folder = desk.path("map");
    fs::create_dir(&folder).unwrap();
    let pipe = desk.path("pijp");
    assert!(std::process::Command::new("mkfifo").arg(&pipe).status().unwrap().success());
    for path in [&link, &pipe, Path::new("/dev/zero")] {
        let refused = attach_error(desk.attach("I.3.1", &[path.to_owned()]).unwrap_err());
        assert_eq!(refused, AttachError::NotPlain(path.to_owned()));
    }
    let refused = attach_error(desk.attach("I.3.1", std::slice::from_ref(&folder)).unwrap_err());
    assert_eq!(refused, AttachError::File(FileError::Folder(folder)));
    let gone = desk.path("weg.txt");
    let refused = attach_error(desk.attach("I.3.1", std::slice::from_ref(&gone)).unwrap_err());
    assert_eq!(refused, AttachError::File(FileError::Missing(gone)));
}

#[test]
fn calling_it_off_attaches_nothing_and_tells_how_far_it_was() {
    let desk = Desk::new();
    let large = desk.file("groot.bin", &vec![1; 600_000]);
    let gathering = desk.session.gathering(SIDE, &NormId::new("I.3.1")).unwrap();
    let headway = Headway::default();
    let told = std::cell::Cell::new(0);
    let stop = || {
        told.set(told.get() + 1);
        headway.call_off();
    };
    assert_eq!(gathering.bring(&[large], &headway, &stop), Err(AttachError::Cancelled));
    let (read, all) = headway.bytes();
    assert!(told.get() == 1 && read > 0 && read < all && all == 600_000, "{read} of {all}");
    assert!(desk.named("I.3.1").is_empty());
}

#[test]
fn nothing_is_read_for_a_finding_to_which_nothing_can_be_attached() {
    let mut desk = Desk::new();
    let letter = desk.file("brief.txt", LETTER);
    let refused = desk.attach("X.9.9", std::slice::from_ref(&letter)).unwrap_err();
    assert!(matches!(refused, SessionError::Refused(Refusal::UnknownNorm(_))), "{refused}");
    let files: Vec<_> =
        (0..=MOST_ATTACHED).map(|at| desk.file(&format!("{at}.txt"), at.to_string().as_bytes())).collect();
    let refused = desk.attach("I.3.1", &files).unwrap_err();
    assert!(matches!(refused, SessionError::Refused(Refusal::TooManyAttached(MOST_ATTACHED))), "{refused}");
    desk.attach("I.3.1", &files[1..]).unwrap();
    let mut desk = desk.again(Access::Read);
    let refused = desk.attach("I.3.2", &[letter]).unwrap_err();
    assert!(matches!(refused, SessionError::File(FileError::ReadOnly(_))), "{refused}");
}

#[test]
fn a_file_stays_in_the_older_form_until_something_is_attached() {
    let mut desk = Desk::new();
    let path = desk.session.path().to_owned();
    let norm = NormId::new("I.3.1");
    let finding = Finding::bare(Verdict::Holds);
    desk.execute(Command::Find { perspective: SIDE, norm, finding, continues: false });
    let mut desk = desk.again(Access::Write);
    let version = "SELECT user_version FROM pragma_user_version";
    assert_eq!(number(&path, version), 1);
    assert!(desk.session.log().iter().all(|entry| !entry.event.contains("attached")));
    let letter = desk.file("brief.txt", LETTER);
    desk.attach("I.3.1", &[letter]).unwrap();
    let mut desk = desk.again(Access::Read);
    assert!(desk.session.log().last().unwrap().event.contains("\"attached\":[{\"name\":\"brief.txt\""));
    assert_eq!(desk.session.sheet(SIDE).verdict("I.3.1"), Verdict::Holds);
    drop(desk.session);
    assert_eq!(number(&path, version), 2);
}

#[test]
fn a_hostile_place_for_files_is_refused() {
    for (sql, refused) in [
        ("CREATE INDEX i ON attachments (content)", true),
        ("CREATE TRIGGER t AFTER INSERT ON attachments BEGIN DELETE FROM events; END", true),
        ("DROP TABLE attachments", true),
        ("PRAGMA user_version = 1", true),
        ("DROP TABLE attachments; CREATE TABLE attachments (sha256 TEXT, content BLOB)", true),
        ("UPDATE attachments SET sha256 = 'geen'", true),
        ("DELETE FROM attachments", false),
    ] {
        let mut desk = Desk::new();
        let letter = desk.file("brief.txt", LETTER);
        let [file] = desk.attach("I.3.1", &[letter]).unwrap().try_into().unwrap();
        let path = desk.session.path().to_owned();
        drop(desk.session);
        changed(&path, sql);
        match Session::open(&path, Access::Read, "A") {
            Ok(session) => assert!(!refused && !session.has_bytes_of(&file), "{sql}"),
            Err(error) => {
                let damaged = matches!(error, SessionError::File(FileError::Damaged { .. }));
                assert!(refused && damaged, "{sql}: {error}");
            }
        }
        drop(desk.folder);
    }
}

#[test]
fn a_copy_under_another_version_of_the_framework_has_the_files_too() {
    let mut desk = Desk::new();
    let letter = desk.file("brief.txt", LETTER);
    let [file] = desk.attach("I.3.1", &[letter]).unwrap().try_into().unwrap();
    let newer = shipped::ALL[0].text.replacen("version: \"1.0.0\"", "version: \"1.0.1\"", 1);
    let to = desk.path("b.trede");
    let words = Wording::new(trede::domain::Language::Dutch);
    let (copy, _) = desk.session.migrate(newer.as_bytes(), &to, &stamp(), &words).unwrap();
    drop(copy);
    let copy = open(&to, Access::Read);
    assert_eq!(copy.sheet(SIDE).finding("I.3.1").attached, std::slice::from_ref(&file));
    assert_eq!(copy.vault().unwrap().fetch(&file).unwrap(), LETTER);
}

#[test]
fn a_session_closes_while_another_thread_still_holds_the_way_to_its_files() {
    let mut desk = Desk::new();
    let letter = desk.file("brief.txt", LETTER);
    let [file] = attach(&mut desk.session, "I.3.1", &[letter]).unwrap().try_into().unwrap();
    let vault = desk.session.vault().unwrap();
    drop(desk.session);
    assert_eq!(vault.fetch(&file), Err(AttachError::Closed));
    assert_eq!(vault.keep(Incoming::new("a", Vec::new())), Err(AttachError::Closed));
}
