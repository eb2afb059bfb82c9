//! A damaged file is salvaged as far as its chain goes, and what is missing is said.

use std::fs;
use std::path::Path;

use rusqlite::Connection;
use trede::domain::event::{Cause, Change};
use trede::domain::{Event, Finding, NormId, Perspective, Verdict};
use trede::storage::log::Entry;
use trede::storage::salvage::{Origin, SalvageError, Salvaged, salvage};
use trede::storage::{Access, FileError, Incoming, TredeFile, backup};

use super::{AT, WHO, finding, framework_text, made};

const PAGE: usize = 4096;

fn entries(path: &Path) -> Vec<Entry> {
    TredeFile::open(path, Access::Read, WHO).unwrap().1.entries
}

fn whole(kept: u64) -> Salvaged {
    let (from_backups, lost, files_lost) = (Vec::new(), Vec::new(), Vec::new());
    Salvaged { framework: Origin::File, kept, from_backups, lost, end_seen: true, files_lost, files_kept: 0 }
}

#[test]
fn what_follows_on_a_changed_event_is_left_out_and_numbered() {
    let folder = tempfile::tempdir().unwrap();
    let (path, out) = (made(&folder, "a.trede", 9), folder.path().join("b.trede"));
    let original = entries(&path);
    let forger = Connection::open(&path).unwrap();
    forger.execute_batch("UPDATE events SET actor = 'Iemand anders' WHERE seq = 7").unwrap();
    drop(forger);
    let before = fs::read(&path).unwrap();
    let done = salvage(&path, &out, None).unwrap();
    assert_eq!(done, Salvaged { lost: vec![7, 8, 9, 10], ..whole(6) });
    assert_eq!(entries(&out), original[..6]);
    assert!(fs::read(&path).unwrap() == before, "the damaged file was changed");
    assert_eq!(salvage(&path, &out, None), Err(FileError::Exists(out).into()));
}

/// Whatever page is destroyed: what comes out is the beginning of the log, as long as the damage lets it be.
#[test]
fn with_any_page_destroyed_the_beginning_of_the_log_comes_out() {
    let folder = tempfile::tempdir().unwrap();
    let path = made(&folder, "a.trede", 200);
    let original = entries(&path);
    let bytes = fs::read(&path).unwrap();
    let (mut kept_all, mut kept_some, mut nothing) = (0, 0, 0);
    for page in 0..bytes.len() / PAGE {
        let damaged = folder.path().join("c.trede");
        let out = folder.path().join("d.trede");
        let mut changed = bytes.clone();
        changed[page * PAGE..(page + 1) * PAGE].fill(0xAA);
        fs::write(&damaged, changed).unwrap();
        match salvage(&damaged, &out, None) {
            Ok(done) => {
                let kept = usize::try_from(done.kept).unwrap();
                assert_eq!(entries(&out), original[..kept], "page {page}");
                if done.is_whole() {
                    assert_eq!(kept, original.len(), "page {page}: what is missing is not said");
                    kept_all += 1;
                } else {
                    let lost: Vec<u64> = (done.kept + 1..=201).collect();
                    assert!(
                        done.lost == lost || !done.end_seen && lost.starts_with(&done.lost),
                        "page {page}: {done:?}"
                    );
                    kept_some += 1;
                }
                fs::remove_file(&out).unwrap();
            }
            // The first page, that of the tables; the one from which all events hang; the one with the first of them.
            Err(SalvageError::Nothing(_)) => nothing += 1,
            Err(other) => panic!("page {page}: {other}"),
        }
    }
    assert!(kept_all > 10 && kept_some > 10 && nothing <= 3, "{kept_all} whole, {kept_some} in part, {nothing} not");
}

#[test]
fn a_file_that_was_cut_off_gives_what_is_left_of_it() {
    let folder = tempfile::tempdir().unwrap();
    let path = made(&folder, "a.trede", 200);
    let (original, bytes) = (entries(&path), fs::read(&path).unwrap());
    let out = folder.path().join("b.trede");
    fs::write(&path, &bytes[..bytes.len() - 10 * PAGE]).unwrap();
    let done = salvage(&path, &out, None).unwrap();
    assert!(done.kept > 100 && done.kept < 201 && !done.end_seen && !done.is_whole(), "{done:?}");
    assert_eq!(entries(&out), original[..usize::try_from(done.kept).unwrap()]);
}

#[test]
fn a_backup_fills_what_the_file_lost_where_the_chain_leads_through_it() {
    let folder = tempfile::tempdir().unwrap();
    let (path, out) = (made(&folder, "a.trede", 5), folder.path().join("b.trede"));
    let (mut file, _) = TredeFile::open(&path, Access::Write, WHO).unwrap();
    file.back_up(&mut || true).unwrap().unwrap();
    for number in 6..9 {
        file.append(&finding(number), AT, WHO).unwrap();
    }
    drop(file);
    let original = entries(&path);
    let harm = |sql: &str| Connection::open(&path).unwrap().execute_batch(sql).unwrap();
    harm("DELETE FROM events WHERE seq IN (1, 4); UPDATE framework SET text = x'00'");
    let done = salvage(&path, &out, None).unwrap();
    assert_eq!(done, Salvaged { framework: Origin::Backup, from_backups: vec![1, 4], ..whole(9) });
    assert_eq!(entries(&out), original);
    // Without the backup nothing says what came first.
    fs::remove_dir_all(backup::folder(&path)).unwrap();
    let out = folder.path().join("c.trede");
    assert_eq!(salvage(&path, &out, None), Err(SalvageError::Nothing(path.clone())));
    assert!(!out.exists());
}

/// After an older backup was put back two histories lie in the folder; they never become one.
#[test]
fn a_history_that_was_left_is_not_mixed_in() {
    let folder = tempfile::tempdir().unwrap();
    let (path, out) = (made(&folder, "a.trede", 3), folder.path().join("b.trede"));
    let old = fs::read(&path).unwrap();
    let (mut file, _) = TredeFile::open(&path, Access::Write, WHO).unwrap();
    (10..14).for_each(|number| drop(file.append(&finding(number), AT, WHO).unwrap()));
    file.back_up(&mut || true).unwrap().unwrap();
    drop(file);
    fs::write(&path, old).unwrap();
    let (mut file, _) = TredeFile::open(&path, Access::Write, WHO).unwrap();
    (20..24).for_each(|number| drop(file.append(&finding(number), AT, WHO).unwrap()));
    drop(file);
    let original = entries(&path);
    Connection::open(&path).unwrap().execute_batch("DELETE FROM events WHERE seq = 5").unwrap();
    assert_eq!(salvage(&path, &out, None).unwrap(), Salvaged { lost: vec![5, 6, 7, 8], ..whole(4) });
    assert_eq!(entries(&out), original[..4]);
}

#[test]
fn attached_files_are_saved_and_the_lost_ones_named() {
    let folder = tempfile::tempdir().unwrap();
    let (path, out) = (made(&folder, "a.trede", 1), folder.path().join("b.trede"));
    let (mut file, _) = TredeFile::open(&path, Access::Write, WHO).unwrap();
    let files = [Incoming::new("brief.txt", vec![7; 30_000]), Incoming::new("weg.txt", vec![8; 10])];
    let attached = files.iter().map(|file| file.attachment().clone()).collect();
    files.iter().for_each(|each| file.keep(each).unwrap());
    let (perspective, norm, before) = (Perspective::Supervisor, NormId::new("I.3.2"), Finding::default());
    let after = Finding { attached, ..Finding::bare(Verdict::Holds) };
    let event = Event { cause: Cause::Edit, changes: vec![Change::Finding { perspective, norm, before, after }] };
    file.append(&event, AT, WHO).unwrap();
    drop(file);
    let sql = "UPDATE attachments SET content = x'00' WHERE length(content) = 10; DELETE FROM framework";
    Connection::open(&path).unwrap().execute_batch(sql).unwrap();
    let done = salvage(&path, &out, None).unwrap();
    let files_lost = vec!["weg.txt".to_owned()];
    assert_eq!(done, Salvaged { framework: Origin::OnBoard, files_lost, files_kept: 1, ..whole(3) });
    let (saved, content) = TredeFile::open(&out, Access::Read, WHO).unwrap();
    assert_eq!(content.framework_text, framework_text());
    assert_eq!(saved.fetch(files[0].attachment()).unwrap(), files[0].bytes());
}

#[test]
fn a_file_with_a_foreign_shape_or_none_gives_nothing_and_runs_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let out = folder.path().join("b.trede");
    let path = made(&folder, "a.trede", 3);
    Connection::open(&path).unwrap().execute_batch("CREATE VIEW v AS SELECT hex(zeroblob(1000000000))").unwrap();
    assert_eq!(salvage(&path, &out, None), Err(SalvageError::Nothing(path.clone())));
    fs::write(&path, "geen database").unwrap();
    assert_eq!(salvage(&path, &out, None), Err(SalvageError::Nothing(path.clone())));
    fs::remove_file(&path).unwrap();
    assert_eq!(salvage(&path, &out, None), Err(SalvageError::Nothing(path)));
    assert!(!out.exists());
}
