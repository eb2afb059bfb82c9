//! A copy of an assessment file at another place, when the file itself is no longer where it was.

use std::fs;
use std::path::Path;

use super::file_error::{FileError, cause_of};
use super::log::Entry;
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
            rebuild(path, framework_text, entries, actor)
        })
    }

    fn copy_content(&self, path: &Path, actor: &str) -> Result<TredeFile, FileError> {
        let unfit = || FileError::Other { path: path.to_owned(), detail: path.display().to_string() };
        let target = std::path::absolute(path).ok().and_then(|path| path.to_str().map(str::to_owned));
        let target = target.ok_or_else(unfit)?;
        self.connection.execute("VACUUM INTO ?1", [target]).map_err(|error| cause_of(path, error))?;
        whole_file::make_private(path);
        let (copy, _) = TredeFile::open(path, Access::Write, actor)?;
        if copy.head() == self.head() { Ok(copy) } else { Err(unfit()) }
    }
}

/// Writes the events anew: the same chain, since every hash follows from them.
fn rebuild(path: &Path, framework_text: &[u8], entries: &[Entry], actor: &str) -> Result<TredeFile, FileError> {
    let read = |entry: &Entry| entry.read().map_err(|error| FileError::damaged(path, error));
    let (first, rest) = entries.split_first().ok_or_else(|| FileError::damaged(path, "0"))?;
    let mut file = TredeFile::create(path, framework_text, &read(first)?, &first.at, &first.actor)?;
    for entry in rest {
        file.append(&read(entry)?, &entry.at, &entry.actor)?;
    }
    drop(file);
    // In the name of who writes now.
    let (file, _) = TredeFile::open(path, Access::Write, actor)?;
    Ok(file)
}
