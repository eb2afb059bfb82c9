//! A copy of an assessment file at another place, when the file itself is no longer where it was.

use std::path::Path;

use super::file_error::FileError;
use super::log::Entry;
use super::password::Password;
use super::trede_file::{Access, TredeFile};

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
            rebuild(path, framework_text, entries, actor, self.password.as_ref())
        })
    }

    fn copy_content(&self, path: &Path, actor: &str) -> Result<TredeFile, FileError> {
        self.copy_whole(path, &mut || true)?;
        TredeFile::open_with(path, Access::Write, actor, self.password.as_ref()).map(|(copy, _)| copy)
    }
}

/// Writes the events anew: the same chain, since they are the same.
fn rebuild(
    path: &Path,
    framework_text: &[u8],
    entries: &[Entry],
    actor: &str,
    password: Option<&Password>,
) -> Result<TredeFile, FileError> {
    if entries.is_empty() {
        return Err(FileError::damaged(path, "0"));
    }
    TredeFile::write_anew(path, framework_text, entries, password, &mut |_| Ok(()))?;
    TredeFile::open_with(path, Access::Write, actor, password).map(|(file, _)| file)
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
