//! Taking an assessment over to another version of its framework, into a file of its own. The old file is only read.

use std::path::{Path, PathBuf};
use std::slice;

use super::{Session, SessionError, Stamp, Standing, Vault, attaching};
use crate::domain::migration::Hindrance;
use crate::domain::{Event, Framework, Migration};
use crate::storage::{Access, AttachError, FileError, Keep, Password, TredeFile, framework_file};
use crate::wording::Wording;

/// Why an assessment was not taken over.
#[derive(Debug, thiserror::Error)]
pub enum MigrateError {
    /// The framework does not fit.
    #[error("the framework does not fit: {0:?}")]
    Hindered(Hindrance),
    /// What the old or the new file says.
    #[error(transparent)]
    Session(#[from] SessionError),
}

impl Session {
    /// What would become of this assessment under `to`. The remarks in it are in the language of `wording`.
    pub fn migration(&self, to: &Framework, wording: &Wording) -> Result<Migration, Hindrance> {
        let version = &self.framework.version;
        let remark = |norm: &crate::domain::Norm, verdict| wording.migrated_verdict(version, norm.rung, verdict);
        Migration::plan(&self.framework, to, &self.standing.assessment, &remark)
    }

    /// Writes this assessment, taken over to the framework in `text`, to a new file at `path`. What is not stored yet is
    /// stored first, so that the head of the log that the new file names is the last.
    pub fn migrate(
        &mut self,
        text: &[u8],
        path: &Path,
        stamp: &Stamp,
        wording: &Wording,
    ) -> Result<(Session, Migration), MigrateError> {
        self.migrating(text, path, stamp, wording)?.write()
    }

    /// What is needed to write that file from another thread, as the assessment stands now.
    pub fn migrating(
        &mut self,
        text: &[u8],
        path: &Path,
        stamp: &Stamp,
        wording: &Wording,
    ) -> Result<Migrating, MigrateError> {
        let to = framework_file::load(text)
            .map_err(|problems| SessionError::File(FileError::Framework { path: path.to_owned(), problems }))?;
        let migration = self.migration(&to, wording).map_err(MigrateError::Hindered)?;
        let log = self.log_head()?;
        let first = migration.event(&to, &self.standing.assessment.cover, &self.framework, log);
        let vault = self.vault().map_err(SessionError::from)?;
        let (text, path, stamp) = (text.to_vec(), path.to_owned(), stamp.clone());
        Ok(Migrating { text, to, path, first, stamp, password: self.password.clone(), vault, migration })
    }
}

/// An assessment that is to be written under another version; writing derives a key where there is a password, and copies
/// files.
pub struct Migrating {
    text: Vec<u8>,
    to: Framework,
    path: PathBuf,
    first: Event,
    stamp: Stamp,
    password: Option<Password>,
    vault: Vault,
    migration: Migration,
}

impl Migrating {
    /// Writes the new file; it stands in its place when it is whole, with all files that the old one has. Those that are not
    /// there, or were damaged, stay away here too.
    pub fn write(self) -> Result<(Session, Migration), MigrateError> {
        let files = attaching::named(&Standing::after(&self.to, slice::from_ref(&self.first)).assessment);
        let mut missed = None;
        let mut hand_over = |keep: &mut Keep| {
            for file in &files {
                match self.vault.fetch(file) {
                    Ok(bytes) => keep(file.sha256(), &bytes)?,
                    Err(AttachError::NotHere(_) | AttachError::Changed(_)) => {}
                    Err(AttachError::File(error)) => return Err(error),
                    Err(error) => {
                        missed = Some(error);
                        return Err(FileError::Missing(self.path.clone()));
                    }
                }
            }
            Ok(())
        };
        let (who, password) = ((self.stamp.at.as_str(), self.stamp.actor.as_str()), self.password.as_ref());
        let made = TredeFile::create_holding(&self.path, &self.text, &self.first, who, password, &mut hand_over);
        match (made, missed) {
            (Ok((file, content)), _) => Ok((Session::with(file, content, Access::Write, password), self.migration)),
            (Err(_), Some(error)) => Err(SessionError::from(error).into()),
            (Err(error), None) => Err(SessionError::from(error).into()),
        }
    }
}
