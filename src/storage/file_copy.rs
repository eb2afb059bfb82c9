//! A copy of an assessment file at another place, when the file itself is no longer where it was.

use std::fs;
use std::path::Path;

use super::file_error::{FileError, cause_of};
use super::log::Entry;
use super::password::Password;
use super::trede_file::{Access, TredeFile};
use super::whole_file;

impl TredeFile {
    /// Makes a copy at `path` and opens it to write: from the open file, also where its name is gone; where that cannot be
    /// read any more from the framework and the log that were read before. An existing file is refused.
    pub fn copy(
        &self,
        path: &Path,
        framework_text: &[u8],
        entries: &[Entry],
        actor: &str,
    ) -> Result<TredeFile, FileError> {
        if path.symlink_metadata().is_ok() {
            return Err(FileError::Exists(path.to_owned()));
        }
        self.copy_content(path, actor).or_else(|error| {
            // Only with all that is stored: what is missing here would be missing for good.
            if entries.last().map(Entry::head).as_ref() != Some(self.head()) {
                return Err(error);
            }
            // Made by the attempt right above.
            let _ = fs::remove_file(path);
            rebuild(path, framework_text, entries, actor, self.password.as_ref())
        })
    }

    fn copy_content(&self, path: &Path, actor: &str) -> Result<TredeFile, FileError> {
        let unfit = || FileError::Other { path: path.to_owned(), detail: path.display().to_string() };
        let target = std::path::absolute(path).ok().and_then(|path| path.to_str().map(str::to_owned));
        let target = target.ok_or_else(unfit)?;
        self.connection.execute("VACUUM INTO ?1", [target]).map_err(|error| cause_of(path, error))?;
        whole_file::make_private(path);
        let (copy, _) = TredeFile::open_with(path, Access::Write, actor, self.password.as_ref())?;
        if copy.head() == self.head() { Ok(copy) } else { Err(unfit()) }
    }
}

/// Writes the events anew: the same chain, since every hash follows from them.
fn rebuild(
    path: &Path,
    framework_text: &[u8],
    entries: &[Entry],
    actor: &str,
    password: Option<&Password>,
) -> Result<TredeFile, FileError> {
    let read = |entry: &Entry| entry.read().map_err(|error| FileError::damaged(path, error));
    let (first, rest) = entries.split_first().ok_or_else(|| FileError::damaged(path, "0"))?;
    let mut file = TredeFile::create_with(path, framework_text, &read(first)?, (&first.at, &first.actor), password)?;
    for entry in rest {
        file.append(&read(entry)?, &entry.at, &entry.actor)?;
    }
    drop(file);
    // In the name of who writes now.
    let (file, _) = TredeFile::open_with(path, Access::Write, actor, password)?;
    Ok(file)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{Cause, Change, Cover, Event};
    use crate::storage::shipped;

    fn event(cause: Cause, before: &str, after: &str) -> Event {
        let cover = |subject: &str| Cover { subject: subject.to_owned(), kvk: None, period: "2026".to_owned() };
        Event { cause, changes: vec![Change::Cover { before: cover(before), after: cover(after) }] }
    }

    #[test]
    fn what_is_written_anew_from_the_log_has_the_same_chain() {
        let folder = tempfile::tempdir().unwrap();
        let text = shipped::ALL[0].text.as_bytes();
        let (path, to) = (folder.path().join("a.trede"), folder.path().join("b.trede"));
        let first = event(Cause::Created, "", "Een");
        let mut file = TredeFile::create(&path, text, &first, "2026-11-26T09:00:00+01:00", "A").unwrap();
        file.append(&event(Cause::Edit, "Een", "Twee"), "2026-11-26T08:00:00+01:00", "B").unwrap();
        let (_, content) = TredeFile::open(&path, Access::Read, "C").unwrap();
        let anew = rebuild(&to, text, &content.entries, "C", None).unwrap();
        assert_eq!(anew.head(), file.head());
        drop(anew);
        assert_eq!(TredeFile::open(&to, Access::Write, "C").unwrap().1.entries, content.entries);
        assert!(rebuild(&folder.path().join("c.trede"), text, &[], "C", None).is_err());
    }
}
