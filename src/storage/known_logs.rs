//! How far the logs of assessments went that were open on this computer: to notice that a file is older than it was, was
//! replaced, or is one of two copies that have grown apart. Only lengths and hashes; nothing of an assessment.

use std::fs;
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

use super::file_error::FileError;
use super::log::{self, Entry};
use super::whole_file::{self, Replace};
use crate::domain::LogHead;

const NAME: &str = "known-logs.json";
const LARGEST: u64 = 256 * 1024;
const MOST: usize = 60;

/// What is known of one file.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Known {
    path: PathBuf,
    /// The hash of the first event: which assessment it is.
    first: String,
    count: u64,
    sha256: String,
}

/// What deserves to be said of a file that is opened.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Remark {
    /// It had so many events when it was last open here, and holds fewer now: an earlier state was put in its place.
    Older {
        /// How many it had.
        had: u64,
    },
    /// It had so many events, of which it does not hold the last: another history was put in its place.
    Otherwise {
        /// How many it had.
        had: u64,
    },
    /// Another assessment lay at this place.
    Another,
    /// The same assessment was open from another place too, where it holds events that this file does not have.
    Copy {
        /// The other place.
        path: PathBuf,
        /// How many events it had there.
        had: u64,
    },
}

/// What is known of all files.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct KnownLogs(Vec<Known>);

impl KnownLogs {
    /// What is remembered in `folder`; what cannot be read is as if there were nothing.
    pub fn load(folder: &Path) -> KnownLogs {
        let content = whole_file::read(&folder.join(NAME), LARGEST).ok();
        KnownLogs(content.and_then(|content| serde_json::from_slice(&content).ok()).unwrap_or_default())
    }

    /// Remembers it in `folder`, which is made if need be.
    pub fn save(&self, folder: &Path) -> Result<(), FileError> {
        let path = folder.join(NAME);
        fs::create_dir_all(folder).map_err(|error| FileError::io(folder, &error))?;
        let text = serde_json::to_vec_pretty(&self.0).map_err(|error| FileError::damaged(&path, error))?;
        whole_file::write(&path, &text, Replace::Asked)
    }

    /// What there is to say of the file at `path`, which holds `entries`.
    pub fn remarks(&self, path: &Path, entries: &[Entry]) -> Vec<Remark> {
        let Some(first) = entries.first() else { return Vec::new() };
        let count = entries.len() as u64;
        let lacks = |known: &Known| {
            log::matches(entries, &LogHead { count: known.count, sha256: known.sha256.clone() }).is_err()
        };
        let mut remarks = Vec::new();
        for known in &self.0 {
            let had = known.count;
            match (known.path == path, known.first == first.hash) {
                (true, false) => remarks.push(Remark::Another),
                (true, true) if lacks(known) && had > count => remarks.push(Remark::Older { had }),
                (true, true) if lacks(known) => remarks.push(Remark::Otherwise { had }),
                // One that has gone was moved or put away.
                (false, true) if lacks(known) && known.path.is_file() => {
                    remarks.push(Remark::Copy { path: known.path.clone(), had });
                }
                _ => {}
            }
        }
        remarks
    }

    /// Takes note of how far the log of the file at `path` goes; tells whether that is new.
    pub fn note(&mut self, path: &Path, entries: &[Entry]) -> bool {
        let (Some(first), Some(last)) = (entries.first(), entries.last()) else { return false };
        let LogHead { count, sha256 } = last.head();
        let known = Known { path: path.to_owned(), first: first.hash.clone(), count, sha256 };
        if self.0.first() == Some(&known) {
            return false;
        }
        self.0.retain(|other| other.path != path);
        self.0.insert(0, known);
        self.0.truncate(MOST);
        true
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{Cause, Change, Cover, Event};

    fn logged(periods: &[&str]) -> Vec<Entry> {
        let mut head = log::origin("x");
        let entry = |period: &&str| {
            let after = Cover { subject: "B".to_owned(), kvk: None, period: (*period).to_owned() };
            let event = Event { cause: Cause::Edit, changes: vec![Change::Cover { before: Cover::default(), after }] };
            let entry = Entry::next(&head, &event, "2026-11-27T10:00:00Z", "A").unwrap();
            head = entry.head();
            entry
        };
        periods.iter().map(entry).collect()
    }

    #[test]
    fn a_file_that_is_older_other_or_a_copy_is_told_apart_from_one_that_grew() {
        let folder = tempfile::tempdir().unwrap();
        let (path, copy) = (folder.path().join("a.trede"), folder.path().join("b.trede"));
        let mut known = KnownLogs::default();
        assert!(known.note(&path, &logged(&["1", "2", "3"])));
        assert!(!known.note(&path, &logged(&["1", "2", "3"])));
        known.save(folder.path()).unwrap();
        let known = KnownLogs::load(folder.path());
        let remarks = |path: &Path, periods: &[&str]| known.remarks(path, &logged(periods));
        assert_eq!(remarks(&path, &["1", "2", "3"]), []);
        assert_eq!(remarks(&path, &["1", "2", "3", "4"]), []);
        assert_eq!(remarks(&path, &["1", "2"]), [Remark::Older { had: 3 }]);
        assert_eq!(remarks(&path, &["1", "2", "x"]), [Remark::Otherwise { had: 3 }]);
        assert_eq!(remarks(&path, &["9", "2", "3"]), [Remark::Another]);
        // A copy is of interest only while the other is there and holds more.
        assert_eq!(remarks(&copy, &["1", "2"]), []);
        fs::write(&path, "x").unwrap();
        assert_eq!(remarks(&copy, &["1", "2", "x"]), [Remark::Copy { path: path.clone(), had: 3 }]);
        assert_eq!(remarks(&copy, &["1", "2", "3", "4"]), []);
        fs::write(folder.path().join(NAME), "onzin").unwrap();
        assert_eq!(KnownLogs::load(folder.path()), KnownLogs::default());
    }
}
