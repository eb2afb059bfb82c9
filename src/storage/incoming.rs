//! Files from outside that are going to be attached: looked at before anything is read, then read whole and hashed.

use std::collections::BTreeMap;
use std::fs::{self, File, Metadata};
use std::io::{self, Read as _};
use std::path::{Path, PathBuf};

use sha2::{Digest as _, Sha256};

use super::attachments::{AttachError, check_room};
use super::file_error::FileError;
use crate::domain::Attachment;
use crate::domain::attachment::{LARGEST_FILE_BYTES, LARGEST_TOGETHER_BYTES};

/// How much is read at a time, in bytes.
const STRETCH: usize = 256 * 1024;

/// A file that was read to be attached.
#[derive(Clone, PartialEq, Eq)]
pub struct Incoming {
    attachment: Attachment,
    bytes: Vec<u8>,
}

impl Incoming {
    /// A file with these bytes; of its name the last part counts.
    pub fn new(name: &str, bytes: Vec<u8>) -> Incoming {
        Incoming { attachment: Attachment::of(name, Sha256::digest(&bytes).into(), bytes.len() as u64), bytes }
    }

    /// What the assessment is going to call it.
    pub fn attachment(&self) -> &Attachment {
        &self.attachment
    }

    /// Its bytes.
    pub fn bytes(&self) -> &[u8] {
        &self.bytes
    }
}

impl std::fmt::Debug for Incoming {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        self.attachment.fmt(out)
    }
}

/// Looks at files before any is read: that each is a plain file of its own, and that they fit beside those of the
/// assessment, given by hash with their sizes. Gives how many bytes there are to read.
///
/// A file of just the size of one that is there may be the same one, which takes no room; what that comes to is told
/// when it is stored.
pub fn look_at(paths: &[PathBuf], attached: &BTreeMap<String, u64>) -> Result<u64, AttachError> {
    let (mut all, mut new) = (0_u64, 0_u64);
    for path in paths {
        let size = plain(path)?.len();
        all = all.saturating_add(size);
        if !attached.values().any(|known| *known == size) {
            new = new.saturating_add(size);
        }
    }
    check_together(attached, new)?;
    Ok(all)
}

/// Whether so many bytes fit beside the files of an assessment, given by hash with their sizes.
pub fn check_together(attached: &BTreeMap<String, u64>, new: u64) -> Result<(), AttachError> {
    check_room(attached.values().sum(), new, LARGEST_TOGETHER_BYTES)
}

/// Reads a file. `go_on` is told how many bytes were read since it was last asked; when it says no the reading ends.
pub fn read(path: &Path, go_on: &mut dyn FnMut(u64) -> bool) -> Result<Incoming, AttachError> {
    let looked_at = plain(path)?;
    let wrong = |error: &io::Error| AttachError::from(FileError::io(path, error));
    let mut file = File::open(path).map_err(|error| wrong(&error))?;
    // What was opened is what was looked at, and not something that came in its place.
    let opened = file.metadata().map_err(|error| wrong(&error))?;
    if !opened.is_file() || !is_same(&looked_at, &opened) {
        return Err(AttachError::NotPlain(path.to_owned()));
    }
    let mut bytes = Vec::new();
    let mut hasher = Sha256::new();
    let mut stretch = vec![0; STRETCH];
    // What the system itself shows as files says that it is empty, and may keep a reader waiting for ever.
    while opened.len() > 0 {
        let count = match file.read(&mut stretch) {
            Ok(0) => break,
            Ok(count) => count,
            Err(error) if error.kind() == io::ErrorKind::Interrupted => continue,
            Err(error) => return Err(wrong(&error)),
        };
        let read = stretch.get(..count).unwrap_or_default();
        bytes.extend_from_slice(read);
        hasher.update(read);
        if bytes.len() as u64 > LARGEST_FILE_BYTES {
            return Err(AttachError::TooLarge(path.to_owned()));
        }
        if !go_on(count as u64) {
            return Err(AttachError::Cancelled);
        }
    }
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    Ok(Incoming { attachment: Attachment::of(&name, hasher.finalize().into(), bytes.len() as u64), bytes })
}

/// What is known of a plain file that is not too large.
fn plain(path: &Path) -> Result<Metadata, AttachError> {
    let found = fs::symlink_metadata(path).map_err(|error| FileError::io(path, &error))?;
    if found.is_dir() {
        return Err(FileError::Folder(path.to_owned()).into());
    }
    if !found.is_file() {
        return Err(AttachError::NotPlain(path.to_owned()));
    }
    if found.len() > LARGEST_FILE_BYTES {
        return Err(AttachError::TooLarge(path.to_owned()));
    }
    Ok(found)
}

/// Whether both are the same file, where the system can tell.
fn is_same(one: &Metadata, other: &Metadata) -> bool {
    #[cfg(unix)]
    {
        use std::os::unix::fs::MetadataExt as _;
        one.dev() == other.dev() && one.ino() == other.ino()
    }
    #[cfg(not(unix))]
    {
        one.created().ok() == other.created().ok()
    }
}
