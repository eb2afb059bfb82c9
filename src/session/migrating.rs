//! Taking an assessment over to another version of its framework, into a file of its own. The old file is only read.

use std::path::Path;

use super::{Session, SessionError, Stamp};
use crate::domain::migration::Hindrance;
use crate::domain::{Framework, Migration};
use crate::storage::{FileError, framework_file};
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
        let to = framework_file::load(text)
            .map_err(|problems| SessionError::File(FileError::Framework { path: path.to_owned(), problems }))?;
        let migration = self.migration(&to, wording).map_err(MigrateError::Hindered)?;
        let log = self.log_head()?;
        let first = migration.event(&to, &self.standing.assessment.cover, &self.framework, log);
        let mut session = Session::begin(path, text, to, first, (stamp, self.password.as_ref()))?;
        if let Err(error) = session.take_files_of(self) {
            drop(session);
            // Nothing half made stays behind; what fails here is told by the error that came first.
            let _ = std::fs::remove_file(path);
            return Err(SessionError::from(error).into());
        }
        Ok((session, migration))
    }
}
