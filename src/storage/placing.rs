//! Putting a file in its place only when it is whole: whoever finds it there finds all of it, also after a power cut.

use std::fs::{self, OpenOptions};
use std::path::{Path, PathBuf};

use super::file_error::FileError;
use super::whole_file;

/// What SQLite may leave beside a database.
const BESIDE: [&str; 3] = ["-journal", "-wal", "-shm"];
/// Of these, what it takes back or folds into whatever database then has the name.
const PENDING: [&str; 2] = ["-journal", "-wal"];

/// A file that is written beside its place. What is not placed goes when this is dropped.
#[derive(Debug)]
pub struct Part {
    path: PathBuf,
    to: PathBuf,
}

impl Part {
    /// Begins an empty file for the place `to`, readable by the user only. A file that is there already is refused.
    pub fn begin(to: &Path) -> Result<Part, FileError> {
        if to.symlink_metadata().is_ok() {
            return Err(FileError::Exists(to.to_owned()));
        }
        let mut name = to.file_name().unwrap_or_default().to_owned();
        name.push(format!(".{}.part", std::process::id()));
        let path = to.with_file_name(name);
        let mut options = OpenOptions::new();
        options.write(true).create_new(true);
        #[cfg(unix)]
        std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
        options.open(&path).map_err(|error| FileError::io(to, &error))?;
        whole_file::make_private(&path);
        Ok(Part { path, to: to.to_owned() })
    }

    /// Where it is being written.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// Puts it in its place, durably. A file that came there in the meantime stays, and this one is refused.
    pub fn place(self) -> Result<(), FileError> {
        nothing_pending(&self.path)?;
        set_aside(&self.to)?;
        let placed = || -> std::io::Result<()> {
            OpenOptions::new().write(true).open(&self.path)?.sync_all()?;
            whole_file::move_unless_there(&self.path, &self.to)?;
            whole_file::sync_folder(&self.to)
        };
        placed().map_err(|error| FileError::io(&self.to, &error))
    }
}

impl Drop for Part {
    fn drop(&mut self) {
        // Nothing half written stays; what fails here was told by the error that came first.
        let _ = fs::remove_file(&self.path);
        for ending in BESIDE {
            let _ = fs::remove_file(beside(&self.path, ending));
        }
    }
}

/// Looks whether the database at `path` is all that there is: nothing stands beside it that is still to be taken back or folded
/// in. Where that is so the file has not what its last writer meant, and it must not be moved, nor another be put in its place.
///
/// # Errors
/// [`FileError::Other`] with the name of what is left.
pub fn nothing_pending(path: &Path) -> Result<(), FileError> {
    match PENDING.iter().map(|ending| beside(path, ending)).find(|left| left.symlink_metadata().is_ok()) {
        Some(left) => Err(FileError::io(path, &std::io::Error::other(left.display().to_string()))),
        None => Ok(()),
    }
}

/// What is left of a database at `path` that is gone itself gets another name: it would end up in the one that comes there.
fn set_aside(path: &Path) -> Result<(), FileError> {
    if path.symlink_metadata().is_ok() {
        // It belongs to that.
        return Err(FileError::Exists(path.to_owned()));
    }
    for left in PENDING.iter().map(|ending| beside(path, ending)).filter(|left| left.symlink_metadata().is_ok()) {
        let aside = whole_file::free_path(&beside(&left, ".old"));
        fs::rename(&left, aside)
            .and_then(|()| whole_file::sync_folder(path))
            .map_err(|error| FileError::io(&left, &error))?;
    }
    Ok(())
}

/// The path with something behind its name.
pub fn beside(path: &Path, ending: &str) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(ending);
    PathBuf::from(name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_not_placed_is_gone_and_what_is_placed_never_goes_over_another_file() {
        let folder = tempfile::tempdir().unwrap();
        let to = folder.path().join("a");
        let names = || fs::read_dir(folder.path()).unwrap().count();
        let part = Part::begin(&to).unwrap();
        fs::write(beside(part.path(), "-journal"), "x").unwrap();
        assert_eq!(names(), 2);
        drop(part);
        assert_eq!(names(), 0);
        let part = Part::begin(&to).unwrap();
        fs::write(part.path(), "van mij").unwrap();
        fs::write(&to, "van een ander").unwrap();
        assert_eq!(part.place(), Err(FileError::Exists(to.clone())));
        assert_eq!((fs::read_to_string(&to).unwrap().as_str(), names()), ("van een ander", 1));
        assert!(matches!(Part::begin(&to), Err(FileError::Exists(_))));
    }

    #[test]
    fn what_is_left_of_a_file_that_is_gone_does_not_come_into_the_new_one() {
        let folder = tempfile::tempdir().unwrap();
        let to = folder.path().join("a.trede");
        let read = |ending: &str| fs::read_to_string(beside(&to, ending));
        let left = |ending: &str| fs::write(beside(&to, ending), ending).unwrap();
        ["-journal", "-wal", "-journal.old"].into_iter().for_each(left);
        Part::begin(&to).unwrap().place().unwrap();
        assert!(read("-journal").is_err() && read("-wal").is_err() && to.exists());
        assert_eq!(
            (read("-journal.old").unwrap(), read("-wal.old").unwrap()),
            ("-journal.old".to_owned(), "-wal".to_owned())
        );
        assert_eq!(read("-journal-2.old").unwrap(), "-journal");
        // Of a file that is not whole itself nothing is made.
        let other = folder.path().join("b.trede");
        let part = Part::begin(&other).unwrap();
        fs::write(beside(part.path(), "-journal"), "x").unwrap();
        assert!(matches!(part.place(), Err(FileError::Other { .. })));
        assert!(!other.exists());
    }
}
