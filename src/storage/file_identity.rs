//! Which file it is, however it is called: to notice that another one lies in its place.

use std::fs;
use std::path::Path;

use super::file_error::FileError;

/// Which file it is. Where the system does not tell, every file that is there counts as the same one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct FileIdentity(Option<(u64, u64)>);

impl FileIdentity {
    /// The identity of the file that is at `path` now.
    pub fn of(path: &Path) -> Result<FileIdentity, FileError> {
        let metadata = fs::metadata(path).map_err(|error| FileError::io(path, &error))?;
        Ok(FileIdentity(number(&metadata)))
    }

    /// Whether this file is still at `path`: [`FileError::Missing`] where there is none, [`FileError::Replaced`] where there
    /// is another.
    pub fn check(self, path: &Path) -> Result<(), FileError> {
        if FileIdentity::of(path)? == self { Ok(()) } else { Err(FileError::Replaced(path.to_owned())) }
    }
}

#[cfg(unix)]
fn number(metadata: &fs::Metadata) -> Option<(u64, u64)> {
    use std::os::unix::fs::MetadataExt as _;
    Some((metadata.dev(), metadata.ino()))
}

#[cfg(not(unix))]
fn number(_: &fs::Metadata) -> Option<(u64, u64)> {
    // An open database can be neither removed nor replaced there.
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_that_is_gone_or_replaced_is_noticed_and_one_that_is_written_to_is_the_same() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a");
        fs::write(&path, "een").unwrap();
        let identity = FileIdentity::of(&path).unwrap();
        fs::write(&path, "twee").unwrap();
        assert_eq!(identity.check(&path), Ok(()));
        fs::write(folder.path().join("b"), "drie").unwrap();
        fs::rename(folder.path().join("b"), &path).unwrap();
        if cfg!(unix) {
            assert_eq!(identity.check(&path), Err(FileError::Replaced(path.clone())));
        }
        fs::remove_file(&path).unwrap();
        assert_eq!(identity.check(&path), Err(FileError::Missing(path)));
    }
}
