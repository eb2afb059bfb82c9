//! A copy of a file that went away while it was open holds everything, under the same chain.

use std::fs;

use trede::domain::event::{Cause, Change};
use trede::domain::{Event, Finding, NormId, Perspective, Verdict};
use trede::storage::log::Entry;
use trede::storage::{Access, FileError, Incoming, TredeFile};

use super::{AT, WHO, finding, first, framework_text};

/// An open file with findings, one of which names an attached file; and its log.
fn open_file(path: &std::path::Path) -> (TredeFile, Vec<Entry>, Incoming) {
    let mut file = TredeFile::create(path, framework_text(), &first(), AT, WHO).unwrap();
    let letter = Incoming::new("brief.txt", b"Geachte heer, mevrouw".to_vec());
    file.keep(&letter).unwrap();
    let attached = vec![letter.attachment().clone()];
    let after = Finding { attached, ..Finding::bare(Verdict::Holds) };
    let (perspective, norm, before) = (Perspective::Supervisor, NormId::new("I.3.2"), Finding::default());
    let named = Event { cause: Cause::Edit, changes: vec![Change::Finding { perspective, norm, before, after }] };
    for event in [finding(1), named, finding(2)] {
        file.append(&event, AT, WHO).unwrap();
    }
    let (_, content) = TredeFile::open(path, Access::Read, WHO).unwrap();
    (file, content.entries, letter)
}

#[test]
fn a_copy_of_a_file_that_is_gone_holds_log_and_attached_files_and_is_written_to() {
    let folder = tempfile::tempdir().unwrap();
    let (path, to) = (folder.path().join("a.trede"), folder.path().join("b.trede"));
    let (file, entries, letter) = open_file(&path);
    fs::remove_file(&path).unwrap();
    let mut copy = file.copy(&to, framework_text(), &entries, WHO).unwrap();
    assert_eq!(copy.head(), file.head());
    drop(file);
    copy.append(&finding(3), AT, WHO).unwrap();
    assert_eq!(copy.fetch(letter.attachment()).unwrap(), letter.bytes());
    drop(copy);
    let (_, content) = TredeFile::open(&to, Access::Write, WHO).unwrap();
    assert_eq!(content.entries.len(), entries.len() + 1);
    assert_eq!(content.entries[..entries.len()], entries[..]);
}

#[test]
fn a_copy_is_never_made_over_another_file() {
    let folder = tempfile::tempdir().unwrap();
    let (path, to) = (folder.path().join("a.trede"), folder.path().join("b.trede"));
    let (file, entries, _) = open_file(&path);
    fs::write(&to, "van een ander").unwrap();
    let refused = file.copy(&to, framework_text(), &entries, WHO).unwrap_err();
    assert_eq!(refused, FileError::Exists(to.clone()));
    assert_eq!(fs::read_to_string(&to).unwrap(), "van een ander");
}
