//! Files that are read and written whole: never half, never over something else unasked.

use std::fs::{self, OpenOptions};
use std::io::{Read as _, Write as _};
use std::path::{Path, PathBuf};

use super::file_error::FileError;

/// Whether a file that is there may be replaced.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Replace {
    /// No: refuse.
    Never,
    /// Yes, the user said so.
    Asked,
}

/// Writes a file: beside it first, then in its place, so that it is either the old one or the new one.
pub fn write(path: &Path, content: &[u8], replace: Replace) -> Result<(), FileError> {
    if replace == Replace::Never && path.symlink_metadata().is_ok() {
        return Err(FileError::Exists(path.to_owned()));
    }
    if path.exists() {
        // A device would be replaced by a file, for whoever may do that.
        check_plain(path)?;
    }
    let mut name = path.file_name().unwrap_or_default().to_owned();
    name.push(format!(".{}.part", std::process::id()));
    let part = path.with_file_name(name);
    let written = (|| {
        let mut file = private().open(&part)?;
        file.write_all(content)?;
        file.sync_all()?;
        if replace == Replace::Never {
            move_unless_there(&part, path)?;
        } else {
            fs::rename(&part, path)?;
        }
        sync_folder(path)
    })();
    written.map_err(|error| {
        let _ = fs::remove_file(&part);
        FileError::io(path, &error)
    })
}

/// Reads a file of at most `most` bytes. A device or a channel of another program, which may never end or let anyone wait
/// for ever, is refused before it is opened.
pub fn read(path: &Path, most: u64) -> Result<Vec<u8>, FileError> {
    check_plain(path)?;
    let file = fs::File::open(path).map_err(|error| FileError::io(path, &error))?;
    let metadata = file.metadata().map_err(|error| FileError::io(path, &error))?;
    if !metadata.is_file() {
        return Err(FileError::NotPlain(path.to_owned()));
    }
    let mut content = Vec::new();
    if metadata.len() == 0 {
        // What the system itself shows as files says this of all it has to tell, and some of that has no end.
        return Ok(content);
    }
    file.take(most + 1).read_to_end(&mut content).map_err(|error| FileError::io(path, &error))?;
    if content.len() as u64 > most {
        return Err(FileError::TooLarge(path.to_owned()));
    }
    Ok(content)
}

/// Whether this is a plain file, or a link that leads to one.
pub fn check_plain(path: &Path) -> Result<(), FileError> {
    let kind = fs::metadata(path).map_err(|error| FileError::io(path, &error))?;
    match (kind.is_file(), kind.is_dir()) {
        (true, _) => Ok(()),
        (_, true) => Err(FileError::Folder(path.to_owned())),
        _ => Err(FileError::NotPlain(path.to_owned())),
    }
}

/// Whether a file can be written to, before anything is started on it.
pub fn check_writable(path: &Path) -> Result<(), FileError> {
    match OpenOptions::new().append(true).open(path) {
        Ok(_) => Ok(()),
        Err(error) => Err(match FileError::io(path, &error) {
            FileError::Denied(path) => FileError::ReadOnly(path),
            other => other,
        }),
    }
}

/// Makes an empty file that is new and for its owner only.
pub fn create_private(path: &Path) -> std::io::Result<()> {
    private().open(path).map(|_| ())
}

fn private() -> OpenOptions {
    let mut options = OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options
}

/// Keeps a file from other users of the machine, where the system has such rights.
pub fn make_private(path: &Path) {
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt as _;
        // Some file systems have no rights to set; the file is no worse for it.
        let _ = fs::set_permissions(path, fs::Permissions::from_mode(0o600));
    }
    #[cfg(not(unix))]
    let _ = path;
}

/// A path with another ending than any file has yet: `name.ext`, `name-2.ext`, …
pub fn free_path(wanted: &Path) -> PathBuf {
    let stem = wanted.file_stem().unwrap_or_default().to_string_lossy().into_owned();
    let ending = wanted.extension().map(|ending| format!(".{}", ending.to_string_lossy())).unwrap_or_default();
    let mut candidates = (2_u32..).map(|number| wanted.with_file_name(format!("{stem}-{number}{ending}")));
    if wanted.symlink_metadata().is_err() {
        return wanted.to_owned();
    }
    candidates.find(|path| path.symlink_metadata().is_err()).unwrap_or_else(|| wanted.to_owned())
}

/// Puts the file at `part` in the place of the one at `path`, durably.
#[cfg(feature = "encryption")]
pub fn replace(part: &Path, path: &Path) -> Result<(), FileError> {
    let replaced = (|| {
        fs::File::open(part)?.sync_all()?;
        // What was beside the file is gone on the disk too before another has its name.
        sync_folder(path)?;
        fs::rename(part, path)?;
        sync_folder(path)
    })();
    replaced.map_err(|error| FileError::io(path, &error))
}

/// Gives a file another name; fails if a file has come there in the meantime, where the file system can tell.
pub(super) fn move_unless_there(from: &Path, to: &Path) -> std::io::Result<()> {
    fs::hard_link(from, to).or_else(|error| match error.kind() {
        std::io::ErrorKind::AlreadyExists => Err(error),
        _ => fs::rename(from, to),
    })?;
    let _ = fs::remove_file(from);
    Ok(())
}

/// Makes the names in the folder of `path` durable.
pub(super) fn sync_folder(path: &Path) -> std::io::Result<()> {
    if !cfg!(unix) {
        return Ok(());
    }
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    fs::File::open(folder)?.sync_all()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_is_read_up_to_its_limit_and_no_further() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a");
        for (bytes, most, fits) in
            [(0, 0, true), (1, 0, false), (6, 7, true), (7, 7, true), (8, 7, false), (70_000, 7, false)]
        {
            fs::write(&path, vec![7_u8; bytes]).unwrap();
            match read(&path, most) {
                Ok(content) => assert!(fits && content.len() == bytes, "{bytes} of {most}"),
                Err(error) => {
                    assert!(!fits && error == FileError::TooLarge(path.clone()), "{bytes} of {most}: {error}")
                }
            }
        }
    }
}
