//! The folder in which identities are kept, one PEM file each.

use std::fs::File;
use std::io::{self, Read};
use std::path::{Path, PathBuf};

use sha2::{Digest, Sha256};

use super::identity::{Identity, IdentityError, MAX_NAME_CHARS};
use super::plain_text::{PlainTextError, plain_line};
use super::{hex, private_file};

const MAX_FILE_BYTES: u64 = 64 * 1024;
const EXTENSION: &str = "pem";

/// A folder of identities. Nothing is read or made until it is used.
#[derive(Debug, Clone)]
pub struct IdentityStore {
    folder: PathBuf,
}

/// What a folder holds.
#[derive(Debug, Default)]
pub struct Listing {
    /// The identities, by name.
    pub identities: Vec<Identity>,
    /// PEM files that hold no identity that can be read, with the reason.
    pub unreadable: Vec<(PathBuf, StoreError)>,
}

impl IdentityStore {
    /// The store in `folder`, which need not exist yet.
    #[must_use]
    pub fn at(folder: impl Into<PathBuf>) -> Self {
        Self { folder: folder.into() }
    }

    /// Writes a new identity, durably, readable by its owner only, and returns where it stands.
    ///
    /// # Errors
    /// [`StoreError::Exists`] when there is one of that name; [`StoreError::Io`].
    pub fn save(&self, identity: &Identity) -> Result<PathBuf, StoreError> {
        let path = self.path_of(identity.name())?;
        let failed = |error| StoreError::Io { path: self.folder.clone(), error };
        private_file::create_folder(&self.folder).map_err(failed)?;
        // The fingerprint makes the temporary name as unique as the key.
        let temporary = self.folder.join(format!(".{}.tmp", identity.certificate().fingerprint()));
        private_file::create(&path, &temporary, identity.to_pem().as_bytes()).map_err(|error| match error.kind() {
            io::ErrorKind::AlreadyExists => StoreError::Exists { name: identity.name().to_owned() },
            _ => StoreError::Io { path: path.clone(), error },
        })?;
        Ok(path)
    }

    /// Reads the identity with this name, still locked.
    ///
    /// # Errors
    /// [`StoreError::NotFound`] when there is none; otherwise what is wrong with its file.
    pub fn load(&self, name: &str) -> Result<Identity, StoreError> {
        let path = self.path_of(name)?;
        let identity = read(&path)?;
        // A file that was renamed must not pass for somebody else's identity.
        if identity.name() == name.trim() {
            Ok(identity)
        } else {
            Err(StoreError::OtherName { path, found: identity.name().to_owned() })
        }
    }

    /// Reads all identities in the folder; none when the folder does not exist.
    ///
    /// # Errors
    /// [`StoreError::Io`] when the folder cannot be read. A bad file does not hide the others: see [`Listing`].
    pub fn list(&self) -> Result<Listing, StoreError> {
        let failed = |error| StoreError::Io { path: self.folder.clone(), error };
        let mut listing = Listing::default();
        let entries = match std::fs::read_dir(&self.folder) {
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(listing),
            entries => entries.map_err(failed)?,
        };
        for entry in entries {
            let path = entry.map_err(failed)?.path();
            if path.extension().is_some_and(|extension| extension == EXTENSION) {
                match read(&path) {
                    Ok(identity) => listing.identities.push(identity),
                    Err(error) => listing.unreadable.push((path, error)),
                }
            }
        }
        listing.identities.sort_by(|a, b| a.name().cmp(b.name()));
        listing.unreadable.sort_by(|a, b| a.0.cmp(&b.0));
        Ok(listing)
    }

    /// The readable part of the file name is for people; the hash keeps different names apart and makes every name safe.
    fn path_of(&self, name: &str) -> Result<PathBuf, StoreError> {
        let name = plain_line(name, MAX_NAME_CHARS)?;
        let readable: String =
            name.chars().map(|c| if c.is_ascii_alphanumeric() { c.to_ascii_lowercase() } else { '-' }).collect();
        let hash = hex::encode(&Sha256::digest(name.as_bytes()));
        let hash = hash.get(..16).unwrap_or(&hash);
        Ok(self.folder.join(format!("{}-{hash}.{EXTENSION}", readable.trim_matches('-'))))
    }
}

fn read(path: &Path) -> Result<Identity, StoreError> {
    let failed = |error: io::Error| match error.kind() {
        io::ErrorKind::NotFound => StoreError::NotFound { path: path.to_owned() },
        _ => StoreError::Io { path: path.to_owned(), error },
    };
    let mut text = String::new();
    // What is no file may keep whoever opens it waiting for ever.
    if !std::fs::metadata(path).map_err(failed)?.is_file() {
        return Err(StoreError::Identity { path: path.to_owned(), error: IdentityError::NoKey });
    }
    let file = File::open(path).map_err(failed)?;
    file.take(MAX_FILE_BYTES).read_to_string(&mut text).map_err(failed)?;
    Identity::from_pem(&text).map_err(|error| StoreError::Identity { path: path.to_owned(), error })
}

/// Why an identity cannot be stored or read.
#[derive(Debug, thiserror::Error)]
pub enum StoreError {
    /// The name is refused.
    #[error("name: {0}")]
    Name(#[from] PlainTextError),
    /// There is an identity of that name already; it is left alone.
    #[error("identity {name} exists")]
    Exists {
        /// The name.
        name: String,
    },
    /// There is no such file.
    #[error("no identity at {path}")]
    NotFound {
        /// Where it should be.
        path: PathBuf,
    },
    /// The file holds the identity of somebody else.
    #[error("{path} holds the identity of {found}")]
    OtherName {
        /// The file.
        path: PathBuf,
        /// The name in it.
        found: String,
    },
    /// The file holds no identity.
    #[error("{path}: {error}")]
    Identity {
        /// The file.
        path: PathBuf,
        /// What is wrong with it.
        error: IdentityError,
    },
    /// Reading or writing failed.
    #[error("{path}: {error}")]
    Io {
        /// The file or folder.
        path: PathBuf,
        /// What the system says.
        error: io::Error,
    },
}
