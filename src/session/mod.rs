//! What a user does, done in order: decide, take in, store. The same for window and command line.
//!
//! Storing runs on a thread of its own, so that typing never waits for the disk. An event is *saved* when that thread
//! has it durably on the disk; [`Session::save_state`] tells, and nothing is given up when it fails: the event stays in
//! the queue and is tried again.

pub mod attaching;
mod backing_up;
pub mod exporting;
pub mod migrating;
pub mod proposing;
pub mod reporting;
mod standing;
mod trial;
pub mod writer;

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use chrono::{DateTime, FixedOffset};

use crate::domain::text::Language;
use crate::domain::{
    Assessment, Cause, Change, Command, Cover, Event, Framework, History, LogHead, Perspective, Refusal, Score, Sheet,
};
use crate::storage::exchange_write::{self, ExchangeFormat};
use crate::storage::log::Entry;
use crate::storage::trede_file::Content;
use crate::storage::{Access, AttachError, FileError, Password, TredeFile, framework_file};
pub use attaching::{Gathering, Headway};
pub use exporting::{ExportForm, Exported};
pub use migrating::{MigrateError, Migrating};
pub use proposing::{Proposing, Taken};
pub use reporting::{ReportError, ReportJob};
use standing::Standing;
use writer::Writer;
pub use writer::{Kept, SaveState, Vault};

/// Who acts and when: from outside, never asked for here.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stamp {
    /// The time, as RFC 3339 with offset.
    pub at: String,
    /// The name of who acts.
    pub actor: String,
}

/// An assessment that is open.
pub struct Session {
    framework: Framework,
    framework_text: Vec<u8>,
    standing: Standing,
    /// How it would stand with what is tried out.
    trial: Option<Standing>,
    path: PathBuf,
    access: Access,
    attached: BTreeMap<String, u64>,
    /// For files that are made from this one.
    password: Option<Password>,
    writer: Writer,
}

impl Session {
    /// Makes a new assessment file. `framework_text` is kept inside it.
    pub fn create(path: &Path, framework_text: &[u8], cover: Cover, stamp: &Stamp) -> Result<Session, SessionError> {
        Session::create_with(path, framework_text, cover, stamp, None)
    }

    /// Makes a new assessment file, encrypted with `password` where there is one.
    pub fn create_with(
        path: &Path,
        framework_text: &[u8],
        cover: Cover,
        stamp: &Stamp,
        password: Option<&Password>,
    ) -> Result<Session, SessionError> {
        let cover = cover.entered()?;
        framework_file::load(framework_text)
            .map_err(|problems| FileError::Framework { path: path.to_owned(), problems })?;
        let first =
            Event { cause: Cause::Created, changes: vec![Change::Cover { before: Cover::default(), after: cover }] };
        let who = (stamp.at.as_str(), stamp.actor.as_str());
        let (file, content) = TredeFile::create_holding(path, framework_text, &first, who, password, &mut |_| Ok(()))?;
        Ok(Session::with(file, content, Access::Write, password))
    }

    /// Opens an assessment file.
    pub fn open(path: &Path, access: Access, actor: &str) -> Result<Session, SessionError> {
        Session::open_with(path, access, actor, None)
    }

    /// Opens an assessment file that may have a password.
    pub fn open_with(
        path: &Path,
        access: Access,
        actor: &str,
        password: Option<&Password>,
    ) -> Result<Session, SessionError> {
        let (file, content) = TredeFile::open_with(path, access, actor, password)?;
        Ok(Session::with(file, content, access, password))
    }

    fn with(file: TredeFile, content: Content, access: Access, password: Option<&Password>) -> Session {
        // One that is not needed is not kept.
        let password = password.filter(|_| file.has_password()).cloned();
        let Content { framework, framework_text, entries, events, attached } = content;
        let standing = Standing::after(&framework, &events);
        let path = file.path().to_owned();
        let writer = Writer::start(file, entries, access);
        Session { framework, framework_text, standing, trial: None, path, access, attached, password, writer }
    }

    /// Does what the user asks: decides, takes it in and hands it to be stored. A refusal changes nothing.
    pub fn execute(&mut self, command: Command, stamp: &Stamp) -> Result<(), SessionError> {
        if self.access == Access::Read {
            return Err(FileError::ReadOnly(self.path.clone()).into());
        }
        let event = self.standing.execute(&self.framework, command)?;
        self.writer.append(event, stamp);
        Ok(())
    }

    /// The score of a perspective, computed when first asked for.
    pub fn score(&mut self, perspective: Perspective) -> &Arc<Score> {
        self.standing.score(&self.framework, perspective)
    }

    /// A number that is another one after every change of the assessment.
    pub fn revision(&self) -> u64 {
        self.standing.next_seq
    }

    /// The findings of a perspective.
    pub fn sheet(&self, perspective: Perspective) -> Cow<'_, Sheet> {
        self.standing.sheet(&self.framework, perspective)
    }

    /// The framework as it was when the assessment began.
    pub fn framework(&self) -> &Framework {
        &self.framework
    }

    /// The file of the framework, byte for byte.
    pub fn framework_text(&self) -> &[u8] {
        &self.framework_text
    }

    /// The assessment.
    pub fn assessment(&self) -> &Assessment {
        &self.standing.assessment
    }

    /// What can be undone and done again.
    pub fn history(&self) -> &History {
        &self.standing.history
    }

    /// Whether this is its password.
    pub fn fits(&self, password: Option<&Password>) -> bool {
        self.password.as_ref() == password
    }

    /// Whether the file has a password.
    pub fn has_password(&self) -> bool {
        self.password.is_some()
    }

    /// Where the file is.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// Whether this session may write.
    pub fn access(&self) -> Access {
        self.access
    }

    /// Whether everything is on the disk; looks at what the storing thread reported and does not wait.
    pub fn save_state(&mut self) -> &SaveState {
        self.writer.poll();
        self.writer.state()
    }

    /// Goes on in a copy at another place: what could not be stored goes there too. The storing thread does it;
    /// [`Session::take_moved`] tells how it went.
    pub fn go_on_in(&mut self, path: &Path, actor: &str) {
        self.writer.go_on_in(path.to_owned(), self.framework_text.clone(), actor.to_owned());
    }

    /// Whether it goes on in a copy now, or why not, once after it was asked for; does not wait.
    pub fn take_moved(&mut self) -> Option<Result<(), FileError>> {
        self.writer.poll();
        let moved = self.writer.take_moved()?;
        Some(moved.map(|path| self.path = path))
    }

    /// Calls `wake` whenever an event was stored or could not be.
    pub fn on_saved(&mut self, wake: impl Fn() + Send + 'static) {
        self.writer.on_saved(Box::new(wake));
    }

    /// Why a backup could not be made, once after it happened; does not wait.
    pub fn take_not_backed_up(&mut self) -> Option<FileError> {
        self.writer.poll();
        self.writer.take_not_backed_up()
    }

    /// Tries again to store what could not be stored.
    pub fn retry(&mut self) {
        self.writer.retry();
    }

    /// Waits until everything is on the disk.
    pub fn flush(&mut self) -> Result<(), SessionError> {
        Ok(self.writer.flush()?)
    }

    /// The log as far as it is on the disk.
    pub fn log(&mut self) -> &[Entry] {
        self.writer.poll();
        self.writer.entries()
    }

    /// The head of the log, after everything is on the disk.
    pub fn log_head(&mut self) -> Result<LogHead, SessionError> {
        self.flush()?;
        let origin = crate::storage::log::origin(&self.framework.sha256);
        Ok(self.writer.entries().last().map_or(origin, Entry::head))
    }

    /// What a report of a perspective is made from; the report itself can then be made on another thread.
    pub fn report_job(
        &mut self,
        perspective: Perspective,
        at: DateTime<FixedOffset>,
        language: Language,
    ) -> Result<ReportJob, SessionError> {
        // A report goes to others: what is internal and numbers of persons are left out of it, also where they are kept.
        let sheet = self.sheet(perspective).for_others();
        let exchange = self.exchange(perspective, &sheet, ExchangeFormat::Ron)?;
        Ok(ReportJob {
            framework: self.framework.clone(),
            framework_text: self.framework_text.clone(),
            exchange,
            overlay: None,
            is_final: self.sheet(perspective).is_final,
            at,
            language,
        })
    }

    /// The findings of a perspective as an exchange file.
    pub fn export(&mut self, perspective: Perspective, format: ExchangeFormat) -> Result<String, SessionError> {
        let sheet = self.sheet(perspective).for_exchange();
        self.exchange(perspective, &sheet, format)
    }

    fn exchange(
        &mut self,
        perspective: Perspective,
        sheet: &Sheet,
        format: ExchangeFormat,
    ) -> Result<String, SessionError> {
        let head = self.log_head()?;
        let cover = &self.standing.assessment.cover;
        exchange_write::write(&self.framework, cover, perspective, sheet, Some(&head), format)
            .map_err(SessionError::Unwritable)
    }
}

/// Why something could not be done.
#[derive(Debug, thiserror::Error)]
pub enum SessionError {
    /// The rules refuse it.
    #[error(transparent)]
    Refused(#[from] Refusal),
    /// A file stands in the way.
    #[error(transparent)]
    File(#[from] FileError),
    /// A file is not attached, or does not come out again.
    #[error(transparent)]
    Attach(#[from] AttachError),
    /// It cannot be put into a file of this kind.
    #[error("{0}")]
    Unwritable(String),
}
