//! Files of every earlier format open, say the same, and can be worked on.
//!
//! `tests/fixtures/formats` holds for each format an assessment, its exchange files, and its log and score as the program
//! that wrote them told them. They are never written anew.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command as Program;

use serde_json::Value;
use trede::domain::{Command, Finding, Internal, NormId, Perspective, Verdict};
use trede::session::{Session, Stamp};
use trede::storage::{Access, exchange_file, framework_file};

use super::{AT, WHO};

const FORMATS: [&str; 3] = ["1", "2", "3"];
const SIDE: Perspective = Perspective::Supervisor;

fn fixture(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/formats").join(name)
}

fn told(name: &str) -> Value {
    serde_json::from_slice(&fs::read(fixture(name)).unwrap()).unwrap()
}

/// A copy, for an assessment that is opened to be worked on changes its file.
fn copied(format: &str) -> (tempfile::TempDir, PathBuf) {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("oud.trede");
    fs::copy(fixture(&format!("{format}.trede")), &path).unwrap();
    (folder, path)
}

#[test]
fn every_earlier_format_opens_and_says_what_it_said() {
    for format in FORMATS {
        let (_folder, path) = copied(format);
        for access in [Access::Read, Access::Write] {
            let mut session = Session::open(&path, access, WHO).unwrap();
            let log = told(&format!("{format}.log.json"));
            let hashes: Vec<&str> =
                log["entries"].as_array().unwrap().iter().map(|entry| entry["hash"].as_str().unwrap()).collect();
            let kept: Vec<String> = session.log().iter().map(|entry| entry.hash.clone()).collect();
            assert_eq!(kept, hashes, "{format}");
            assert!(session.sheet(SIDE).is_final);
        }
        let scored =
            Program::new(env!("CARGO_BIN_EXE_trede-cli")).args(["score", "--json"]).arg(&path).output().unwrap();
        let scored: Value = serde_json::from_slice(&scored.stdout).unwrap();
        assert_eq!(scored, told(&format!("{format}.score.json")), "{format}");
        for ending in ["ron", "json"] {
            let session = Session::open(&path, Access::Read, WHO).unwrap();
            let exchange = fs::read(fixture(&format!("{format}.{ending}"))).unwrap();
            let framework = framework_file::load(session.framework_text()).unwrap();
            let read = exchange_file::read(&exchange, &framework).unwrap();
            assert_eq!(read.sheet.findings, session.sheet(SIDE).for_exchange().findings, "{format}.{ending}");
            assert_eq!(read.sheet.settlements, session.sheet(SIDE).settlements);
        }
    }
}

#[test]
fn what_is_internal_in_a_file_of_format_3_stays_so() {
    let (_folder, path) = copied("3");
    let database = rusqlite::Connection::open(&path).unwrap();
    assert_eq!(database.query_row("PRAGMA user_version", [], |row| row.get::<_, i32>(0)).unwrap(), 3);
    drop(database);
    let session = Session::open(&path, Access::Read, WHO).unwrap();
    let finding = session.sheet(SIDE).finding("I.5.1");
    let internal = Internal { rationale: true, evidence: vec!["gesprek 12".to_owned()], files: BTreeSet::new() };
    assert_eq!((finding.rationale.as_str(), finding.internal), ("Gehoord van een medewerker.", internal));
    assert_eq!(finding.evidence, ["verslag p. 4"]);
    let finding = session.sheet(SIDE).finding("I.5.2");
    let [file] = finding.attached.as_slice() else { panic!("{:?}", finding.attached) };
    assert!(finding.is_internal(file) && file.name() == "tip.txt");
    assert_eq!(&session.vault().unwrap().fetch(file).unwrap()[..], b"Een tip.\n");
}

#[test]
fn every_earlier_format_can_be_worked_on() {
    for format in FORMATS {
        let (_folder, path) = copied(format);
        let stamp = Stamp { at: AT.to_owned(), actor: WHO.to_owned() };
        let mut session = Session::open(&path, Access::Write, WHO).unwrap();
        let before = session.log().len();
        session.execute(Command::Reopen(SIDE, "Nieuw stuk.".to_owned()), &stamp).unwrap();
        let (norm, finding) = (NormId::new("I.3.1"), Finding::because(Verdict::Fails, "Toch niet."));
        let find = Command::Find { perspective: SIDE, norm, finding, continues: false };
        session.execute(find, &stamp).unwrap();
        session.flush().unwrap();
        drop(session);
        let mut session = Session::open(&path, Access::Read, WHO).unwrap();
        assert_eq!(session.sheet(SIDE).verdict("I.3.1"), Verdict::Fails);
        assert_eq!(session.log().len(), before + 2, "{format}");
    }
}
