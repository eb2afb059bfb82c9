//! Encrypting an assessment file with a password (SQLCipher 4, as it comes: AES-256, HMAC-SHA-512, PBKDF2 with 256,000
//! rounds), and setting, changing and removing that password.
//!
//! Without the feature `encryption` there is SQLite in its place, and a file with a password is refused.

use std::path::Path;

use rusqlite::Connection;

use super::file_error::FileError;
use super::password::Password;

/// Whether this build can open and make files with a password.
pub const AVAILABLE: bool = cfg!(feature = "encryption");

/// Unlocks a database that was just opened, before anything else is asked of it.
#[cfg(feature = "encryption")]
pub(super) fn unlock(connection: &Connection, password: Option<&Password>) -> rusqlite::Result<()> {
    use zeroize::Zeroizing;
    // It would tell of a wrong password on standard error.
    connection.execute_batch("PRAGMA cipher_log_level = NONE;")?;
    let Some(password) = password else { return Ok(()) };
    // What SQLite frees is wiped, the statement with the password among it.
    connection.execute_batch("PRAGMA cipher_memory_security = ON;")?;
    let quoted = Zeroizing::new(password.text().replace('\'', "''"));
    let key = Zeroizing::new(format!("PRAGMA key = '{}';", quoted.as_str()));
    connection.execute_batch(&key)?;
    // A later version may have other defaults.
    connection.execute_batch("PRAGMA cipher_compatibility = 4; PRAGMA temp_store = MEMORY;")
}

/// Nothing to unlock with.
#[cfg(not(feature = "encryption"))]
pub(super) fn unlock(_connection: &Connection, _password: Option<&Password>) -> rusqlite::Result<()> {
    Ok(())
}

/// Whether `path` can be opened with this password, as far as can be told beforehand; gives whether it is encrypted.
pub(super) fn check(path: &Path, password: Option<&Password>) -> Result<bool, FileError> {
    if !super::password::is_protected(path) {
        return Ok(false);
    }
    match password {
        _ if !AVAILABLE => Err(FileError::PasswordUnsupported(path.to_owned())),
        None => Err(FileError::PasswordNeeded(path.to_owned())),
        Some(_) => Ok(true),
    }
}

#[cfg(feature = "encryption")]
mod change {
    use std::fs;
    use std::path::{Path, PathBuf};

    use rusqlite::Connection;

    use super::super::file_error::{FileError, cause_of};
    use super::super::trede_file::{Access, TredeFile};
    use super::super::{backup, password::Password, placing, whole_file};

    /// Where the new file is made before it takes the place of the old one.
    fn part(path: &Path) -> PathBuf {
        let mut name = path.as_os_str().to_owned();
        name.push(".password.part");
        PathBuf::from(name)
    }

    /// Removes what a change that was cut off has left. Only while the file is locked: nobody makes one now.
    pub(in super::super) fn clean(path: &Path) {
        let part = part(path);
        for ending in ["", "-journal", "-wal", "-shm"] {
            let mut name = part.clone().into_os_string();
            name.push(ending);
            // There is none nearly always; one that cannot be removed stays for another time.
            let _ = fs::remove_file(name);
        }
    }

    impl TredeFile {
        /// Sets, changes or removes the password of the file at `path`. A new file is made beside it, checked, and put in its
        /// place: a failure or a kill at any moment leaves the one or the other.
        ///
        /// # Errors
        /// [`FileError::PasswordNeeded`] and [`FileError::PasswordWrong`] when `old` is not its password; what the disk says.
        pub fn change_password(
            path: &Path,
            old: Option<&Password>,
            new: Option<&Password>,
            actor: &str,
        ) -> Result<(), FileError> {
            let (file, content) = TredeFile::open_with(path, Access::Write, actor, old)?;
            // A link stays what it is: the file that it leads to is replaced.
            let path = path.canonicalize().map_err(|error| FileError::io(path, &error))?;
            let part = part(&path);
            let made = whole_file::create_private(&part)
                .map_err(|error| FileError::io(&part, &error))
                .and_then(|()| fill(&file.connection, &part, new).map_err(|error| cause_of(&part, error)))
                .and_then(|()| {
                    let (copy, copied) = TredeFile::open_with(&part, Access::Read, actor, new)?;
                    let same = copied.entries == content.entries
                        && copied.framework_text == content.framework_text
                        && copied.attached == content.attached;
                    drop(copy);
                    if same { Ok(()) } else { Err(FileError::damaged(&path, "password")) }
                });
            let first = content.entries.first().map(|entry| entry.hash.clone()).unwrap_or_default();
            let done = made.and_then(|()| file.replace_by(&part, &path, &first));
            if done.is_err() {
                clean(&path);
            }
            done
        }

        /// Puts the file at `part`, which has to hold the same, in the place of this one, which is at `path` and began with the
        /// event of this hash.
        fn replace_by(self, part: &Path, path: &Path, first: &str) -> Result<(), FileError> {
            // One file is the whole document from here on: nothing of the old one may be folded into the new one.
            let mode = self
                .connection
                .query_row("PRAGMA journal_mode = DELETE", [], |row| row.get::<_, String>(0))
                .map_err(|error| cause_of(&self.path, error))?;
            if mode != "delete" {
                return Err(FileError::Locked { path: self.path.clone(), by: String::new() });
            }
            // A failing disk may have kept it from being done although the answer is that it was.
            placing::nothing_pending(path)?;
            placing::nothing_pending(part)?;
            // The backups go first: after a kill in between nobody would know of them, and they can be read as before. Nothing
            // hangs on them here: the old file was read as a whole just now, and the new one too.
            backup::forget(path, first)?;
            whole_file::replace(part, path)
        }
    }

    /// Copies everything into the empty file at `part`, encrypted where there is a password.
    fn fill(from: &Connection, part: &Path, new: Option<&Password>) -> rusqlite::Result<()> {
        let unfit = || rusqlite::Error::InvalidPath(part.to_owned());
        let target = part.to_str().ok_or_else(unfit)?;
        let pragma = |name: &str| from.query_row(&format!("PRAGMA main.{name}"), [], |row| row.get::<_, i32>(0));
        let (application, format) = (pragma("application_id")?, pragma("user_version")?);
        from.execute("ATTACH DATABASE ?1 AS copy KEY ?2", [target, new.map_or("", Password::text)])?;
        from.execute_batch("PRAGMA copy.synchronous = FULL;")?;
        from.query_row("SELECT sqlcipher_export('copy')", [], |_| Ok(()))?;
        from.execute_batch(&format!(
            "PRAGMA copy.application_id = {application}; PRAGMA copy.user_version = {format};"
        ))?;
        from.execute_batch("DETACH DATABASE copy")
    }
}

#[cfg(feature = "encryption")]
pub(super) use change::clean;

/// Nothing is ever left.
#[cfg(not(feature = "encryption"))]
pub(super) fn clean(_path: &Path) {}

#[cfg(not(feature = "encryption"))]
impl super::TredeFile {
    /// Refused: this build cannot encrypt.
    pub fn change_password(
        path: &Path,
        _old: Option<&Password>,
        _new: Option<&Password>,
        _actor: &str,
    ) -> Result<(), FileError> {
        Err(FileError::PasswordUnsupported(path.to_owned()))
    }
}
