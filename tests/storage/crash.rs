//! A program that is killed while it saves.

use std::fs;
use std::io::{BufRead as _, BufReader, Write as _};
use std::path::PathBuf;
use std::process::{Command, Stdio};

use trede::domain::Assessment;
use trede::storage::{Access, TredeFile};

use super::{AT, WHO, cover, finding, made};

/// Appends until it is killed, printing each number once it is on the disk; without a file to append to it shows that
/// appending works at all. Run by `killed_while_saving_loses_nothing_acknowledged` as a program of its own.
#[test]
fn appending_acknowledges_one_by_one() {
    let Some(path) = std::env::var_os("TREDE_TEST_APPEND_TO").map(PathBuf::from) else {
        let folder = tempfile::tempdir().unwrap();
        let path = made(&folder, "a.trede", 3);
        assert_eq!(TredeFile::open(&path, Access::Read, WHO).unwrap().0.head().count, 4);
        return;
    };
    let (mut file, _) = TredeFile::open(&path, Access::Write, WHO).unwrap();
    let mut out = std::io::stderr();
    for number in 0.. {
        file.append(&finding(number), AT, WHO).unwrap();
        writeln!(out, "saved {}", file.head().count).unwrap();
    }
}

/// A program that is killed while it closes leaves a journal that has to be rolled back; looking at the file comes first.
#[test]
fn a_file_that_was_cut_off_while_closing_can_be_looked_at() {
    let folder = tempfile::tempdir().unwrap();
    let path = made(&folder, "a.trede", 3);
    let journal = folder.path().join("a.trede-journal");
    let (cut_off, cut_off_journal) = (folder.path().join("b.trede"), folder.path().join("b.trede-journal"));
    let writer = rusqlite::Connection::open(&path).unwrap();
    writer.execute_batch("PRAGMA cache_size = 1; BEGIN; UPDATE events SET actor = hex(zeroblob(20000))").unwrap();
    assert!(journal.metadata().unwrap().len() > 512, "nothing of it was written yet");
    fs::copy(&path, &cut_off).unwrap();
    fs::copy(&journal, &cut_off_journal).unwrap();
    drop(writer);
    for access in [Access::Read, Access::Write] {
        let (_, content) = TredeFile::open(&cut_off, access, WHO).unwrap();
        assert_eq!(content.entries.len(), 4);
        assert!(content.entries.iter().all(|entry| entry.actor == WHO));
    }
}

#[test]
fn killed_while_saving_loses_nothing_acknowledged() {
    let folder = tempfile::tempdir().unwrap();
    let path = made(&folder, "a.trede", 0);
    let mut before = 1;
    for round in 0..20_u64 {
        let mut child = Command::new(std::env::current_exe().unwrap())
            .args(["storage::crash::appending_acknowledges_one_by_one", "--exact", "--nocapture", "--test-threads=1"])
            .env("TREDE_TEST_APPEND_TO", &path)
            .stdout(Stdio::null())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        let mut acknowledged = 0;
        let mut lines = BufReader::new(child.stderr.take().unwrap()).lines();
        // Killed after a different number of saves each round, wherever the next one then is.
        let enough = before + 1 + (round * 7) % 23;
        let number = |line: &str| line.strip_prefix("saved ").and_then(|number| number.parse::<u64>().ok());
        for line in lines.by_ref() {
            acknowledged = number(&line.unwrap()).unwrap_or(acknowledged);
            if acknowledged >= enough {
                break;
            }
        }
        std::thread::sleep(std::time::Duration::from_micros(round * 389 % 3_000));
        child.kill().unwrap();
        child.wait().unwrap();
        for line in lines.map_while(Result::ok) {
            acknowledged = number(&line).unwrap_or(acknowledged);
        }
        assert!(acknowledged >= enough, "round {round} stored nothing");
        // Looking first, as after any crash; then writing, which tidies up.
        for access in [Access::Read, Access::Write] {
            let (file, content) = TredeFile::open(&path, access, WHO).unwrap();
            before = file.head().count;
            assert!(before >= acknowledged, "round {round}: {acknowledged} were acknowledged, {before} are there");
            assert!(before <= acknowledged + 1, "round {round}: {before} after {acknowledged}");
            let mut assessment = Assessment::default();
            content.events.iter().for_each(|event| assessment.apply(&content.framework, event));
            assert_eq!(assessment.cover, cover());
        }
    }
    let names: Vec<_> = fs::read_dir(folder.path()).unwrap().map(|entry| entry.unwrap().file_name()).collect();
    assert_eq!(names, ["a.trede"], "after closing, one file is the whole document");
}
