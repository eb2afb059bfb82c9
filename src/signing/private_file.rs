//! Files that only their owner may read. The one place in this room with a branch per operating system.

use std::fs::{self, File, OpenOptions};
use std::io::{self, Write};
use std::path::Path;

/// Makes the folder, for its owner only where the system knows that.
pub(super) fn create_folder(folder: &Path) -> io::Result<()> {
    let mut builder = fs::DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder.create(folder)
}

/// Writes a new file that appears whole or not at all, and never takes the place of another.
///
/// `temporary` is a path in the same folder that nobody else uses.
///
/// # Errors
/// `AlreadyExists` when there is a file at `path`; it is left alone.
pub(super) fn create(path: &Path, temporary: &Path, content: &[u8]) -> io::Result<()> {
    let result = write_new(temporary, content).and_then(|()| publish(temporary, path));
    // After a hard link the temporary name is superfluous, after a failure unwanted, after a rename gone.
    let _ = fs::remove_file(temporary);
    result?;
    sync_folder(path)
}

fn write_new(path: &Path, content: &[u8]) -> io::Result<()> {
    let mut options = OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    let mut file = options.open(path)?;
    file.write_all(content)?;
    file.sync_all()
}

/// A hard link fails when the name is taken, where a rename would replace it. File systems without hard links get a
/// check and a rename.
fn publish(temporary: &Path, path: &Path) -> io::Result<()> {
    match fs::hard_link(temporary, path) {
        Err(error) if error.kind() != io::ErrorKind::AlreadyExists => {
            if fs::exists(path)? {
                return Err(io::ErrorKind::AlreadyExists.into());
            }
            fs::rename(temporary, path)
        }
        result => result,
    }
}

/// Makes the new name durable, where folders can be synchronised.
fn sync_folder(path: &Path) -> io::Result<()> {
    match path.parent() {
        Some(folder) if cfg!(unix) => File::open(folder)?.sync_all(),
        _ => Ok(()),
    }
}
