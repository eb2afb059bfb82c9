//! One writer at a time: a lock file beside the assessment, locked by the operating system.
//!
//! The operating system frees the lock when a program dies, so a lock file that is left behind keeps nobody out. The
//! database has locks of its own; they keep the file whole, this one keeps two people from working past each other.

use std::fs::{self, File, OpenOptions, TryLockError};
use std::io::{Read as _, Seek as _, Write as _};
use std::path::{Path, PathBuf};

use super::file_error::FileError;

/// A held lock; freed and removed when dropped.
#[derive(Debug)]
pub struct FileLock {
    path: PathBuf,
    file: File,
}

impl FileLock {
    /// Takes the lock for `document` in the name of `actor`.
    pub fn take(document: &Path, actor: &str) -> Result<FileLock, FileError> {
        let mut name = document.as_os_str().to_owned();
        name.push(".lock");
        let path = PathBuf::from(name);
        if path.symlink_metadata().is_ok_and(|found| !found.is_file()) {
            // A link could lead to somebody's file, which the name of the user would then be written over.
            return Err(FileError::NotPlain(path));
        }
        let mut options = OpenOptions::new();
        options.read(true).write(true).create(true).truncate(false);
        // It names who works on the document.
        #[cfg(unix)]
        std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
        let mut file = options.open(&path).map_err(|error| match FileError::io(document, &error) {
            FileError::Denied(path) => FileError::ReadOnly(path),
            other => other,
        })?;
        match file.try_lock() {
            Ok(()) => {}
            Err(TryLockError::WouldBlock) => {
                let mut by = String::new();
                // Only for the message: an unreadable lock file is as locked as any other.
                let _ = (&mut file).take(200).read_to_string(&mut by);
                return Err(FileError::Locked { path: document.to_owned(), by: by.trim().to_owned() });
            }
            Err(TryLockError::Error(error)) => return Err(FileError::io(document, &error)),
        }
        let said = (|| {
            file.set_len(0)?;
            file.rewind()?;
            writeln!(file, "{actor}")
        })();
        said.map_err(|error| FileError::io(document, &error))?;
        Ok(FileLock { path, file })
    }
}

impl Drop for FileLock {
    fn drop(&mut self) {
        // Removed while still held. What fails here leaves a file that locks nobody out.
        let _ = fs::remove_file(&self.path);
        let _ = self.file.unlock();
    }
}
