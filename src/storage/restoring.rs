//! Putting a backup back in the place of an assessment file. The file that lies there is set aside, never deleted.

use std::fs;
use std::path::{Path, PathBuf};

use super::backup::{self, Backup};
use super::file_error::FileError;
use super::file_lock::FileLock;
use super::log::Entry;
use super::password::Password;
use super::placing::{Part, beside};
use super::trede_file::{Access, TredeFile};
use super::whole_file;
use crate::domain::LogHead;

/// How an assessment file stands beside a backup of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Standing {
    /// There is no file.
    Gone,
    /// The file cannot be used.
    Broken(FileError),
    /// The file holds all that the backup holds, and so many events more.
    Ahead(u64),
    /// Each holds events that the other does not: the file so many since they parted, the backup so many.
    Parted {
        /// How many events of the file would be set aside.
        file: u64,
        /// How many events the backup has that the file has not.
        backup: u64,
    },
    /// The backup is of another assessment.
    Other,
}

/// Why nothing was restored.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum RestoreError {
    /// There is no backup that can be used.
    #[error("no backup of {0}")]
    None(PathBuf),
    /// There are backups of more than one assessment, and nothing tells which is meant.
    #[error("backups of several assessments beside {0}")]
    Several(PathBuf),
    /// The file can be used, and restoring would set aside what it holds.
    #[error("the file stands otherwise: {0:?}")]
    InUse(PathBuf, Standing),
    /// What a file says.
    #[error(transparent)]
    File(#[from] FileError),
}

/// What was done.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Restored {
    /// The backup.
    pub from: PathBuf,
    /// How many events it has.
    pub count: u64,
    /// Where the file is now that lay there.
    pub aside: Option<PathBuf>,
}

/// The backup that is meant when none is named: the latest that can be used, of the assessment that the file holds or,
/// where it cannot be read, of the only one there are backups of.
///
/// # Errors
/// [`RestoreError::None`] and [`RestoreError::Several`].
pub fn choose(document: &Path, password: Option<&Password>) -> Result<Backup, RestoreError> {
    let mut found = backup::list(document);
    match entries_of(document, password) {
        Ok(entries) => {
            let first = entries.first().map(|entry| entry.hash.clone()).unwrap_or_default();
            found.retain(|backup| first.starts_with(&backup.of));
        }
        Err(_) if found.iter().any(|backup| Some(&backup.of) != found.first().map(|first| &first.of)) => {
            return Err(RestoreError::Several(document.to_owned()));
        }
        Err(_) => {}
    }
    let sound = |backup: &Backup| TredeFile::open_with(&backup.path, Access::Read, "", password).is_ok();
    found.into_iter().find(sound).ok_or_else(|| RestoreError::None(document.to_owned()))
}

/// How the file stands beside a backup.
///
/// # Errors
/// When the backup cannot be used.
pub fn compare(document: &Path, backup: &Path, password: Option<&Password>) -> Result<Standing, FileError> {
    let theirs = entries_of(backup, password)?;
    let ours = match entries_of(document, password) {
        Ok(entries) => entries,
        Err(FileError::Missing(_)) => return Ok(Standing::Gone),
        Err(error) => return Ok(Standing::Broken(error)),
    };
    let shared = ours.iter().zip(&theirs).take_while(|(one, other)| one.hash == other.hash).count();
    let (file, backup) = ((ours.len() - shared) as u64, (theirs.len() - shared) as u64);
    Ok(match (shared, backup) {
        (0, _) => Standing::Other,
        (_, 0) => Standing::Ahead(file),
        _ => Standing::Parted { file, backup },
    })
}

/// Puts a backup in the place of the file, which gets `word` behind its name. A file that can be used is only set aside
/// when `asked` says so.
pub fn restore(
    document: &Path,
    from: &Path,
    word: &str,
    asked: bool,
    (actor, password): (&str, Option<&Password>),
) -> Result<Restored, RestoreError> {
    let lock = FileLock::take(document, actor)?;
    let standing = compare(document, from, password)?;
    if !asked && !matches!(standing, Standing::Gone | Standing::Broken(_)) {
        return Err(RestoreError::InUse(document.to_owned(), standing));
    }
    let (source, _) = TredeFile::open_with(from, Access::Read, actor, password)?;
    let LogHead { count, .. } = *source.head();
    let io = |error: std::io::Error| FileError::io(document, &error);
    let aside = match document.symlink_metadata() {
        Ok(_) => Some(free_aside(document, word)),
        Err(_) => None,
    };
    // Written under the name of the backup first: were the program killed below, the file or its copy is whole.
    let waiting = whole_file::free_path(&beside(document, ".restored"));
    let part = Part::begin(&waiting)?;
    drop(source);
    fs::copy(from, part.path()).map_err(io)?;
    whole_file::make_private(part.path());
    part.place()?;
    if let Some(aside) = &aside {
        // The name first, then what belongs to it: SQLite must never find it beside the file that is put back.
        fs::hard_link(document, aside).or_else(|_| fs::rename(document, aside)).map_err(io)?;
        for ending in ["-wal", "-journal"] {
            let left = beside(document, ending);
            if left.exists() {
                fs::rename(&left, beside(aside, ending)).map_err(io)?;
            }
        }
        let _ = fs::remove_file(beside(document, "-shm"));
    }
    fs::rename(&waiting, document).map_err(io)?;
    whole_file::sync_folder(document).map_err(io)?;
    drop(lock);
    Ok(Restored { from: from.to_owned(), count, aside })
}

fn free_aside(document: &Path, word: &str) -> PathBuf {
    let stem = document.file_stem().unwrap_or_default().to_string_lossy().into_owned();
    let ending = document.extension().map(|ending| format!(".{}", ending.to_string_lossy())).unwrap_or_default();
    whole_file::free_path(&document.with_file_name(format!("{stem}-{word}{ending}")))
}

fn entries_of(path: &Path, password: Option<&Password>) -> Result<Vec<Entry>, FileError> {
    TredeFile::open_with(path, Access::Read, "", password).map(|(_, content)| content.entries)
}
