//! Attaching files to findings: the bytes first, then the event that names them. Reading and storing may take a while and
//! are for a thread that can wait; what the assessment says changes here.

use std::collections::{BTreeMap, BTreeSet};
use std::path::PathBuf;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};

use super::{Kept, Session, SessionError, Stamp, Vault};
use crate::domain::{Assessment, Attachment, Command, NormId, Perspective, Refusal, decide};
use crate::storage::{Access, AttachError, FileError, incoming};

/// How far the reading of files is, and whether it is called off. Shared with the thread that reads.
#[derive(Debug, Default)]
pub struct Headway {
    read: AtomicU64,
    all: AtomicU64,
    called_off: AtomicBool,
}

impl Headway {
    /// How many bytes were read, and how many there are.
    pub fn bytes(&self) -> (u64, u64) {
        (self.read.load(Ordering::Relaxed), self.all.load(Ordering::Relaxed))
    }

    /// Calls it off; what was not named yet is not attached.
    pub fn call_off(&self) {
        self.called_off.store(true, Ordering::Relaxed);
    }

    fn goes_on(&self) -> bool {
        !self.called_off.load(Ordering::Relaxed)
    }
}

/// What is needed to bring files into an assessment from another thread.
pub struct Gathering {
    vault: Vault,
    attached: BTreeMap<String, u64>,
}

impl Gathering {
    /// Reads these files and stores their bytes, each file once. Nothing is read when one of them cannot be attached.
    /// `told` is called after every stretch that was read.
    pub fn bring(&self, paths: &[PathBuf], headway: &Headway, told: &dyn Fn()) -> Result<Vec<Kept>, AttachError> {
        headway.all.store(incoming::look_at(paths, &self.attached)?, Ordering::Relaxed);
        let mut kept = Vec::with_capacity(paths.len());
        for path in paths {
            let mut go_on = |bytes| {
                headway.read.fetch_add(bytes, Ordering::Relaxed);
                told();
                headway.goes_on()
            };
            let file = incoming::read(path, &mut go_on)?;
            kept.push(self.vault.keep(file)?);
        }
        if headway.goes_on() { Ok(kept) } else { Err(AttachError::Cancelled) }
    }
}

impl Session {
    /// The files of which the bytes are in the assessment: SHA-256 and size in bytes. Those that no finding names any
    /// more are among them.
    pub fn attached(&self) -> &BTreeMap<String, u64> {
        &self.attached
    }

    /// Whether the bytes of a file are in the assessment; a name that came with an exchange file has none.
    pub fn has_bytes_of(&self, file: &Attachment) -> bool {
        self.attached.contains_key(file.sha256())
    }

    /// The file with this hash, as a finding of a perspective names it.
    pub fn file_named(&self, perspective: Perspective, sha256: &str) -> Option<Attachment> {
        let sheet = self.standing.assessment.sheets.get(&perspective)?;
        let findings = sheet.findings.values().chain(sheet.proposals.values());
        let mut named = findings.flat_map(|finding| &finding.attached);
        named.find(|file| file.sha256() == sha256).cloned()
    }

    /// The way to the bytes of attached files.
    pub fn vault(&self) -> Result<Vault, AttachError> {
        self.writer.vault().ok_or(AttachError::Closed)
    }

    /// What is needed to bring in files for this finding, unless nothing can be attached to it.
    pub fn gathering(&self, perspective: Perspective, norm: &NormId) -> Result<Gathering, SessionError> {
        if self.access == Access::Read {
            return Err(FileError::ReadOnly(self.path.clone()).into());
        }
        let nothing = Command::Attach { perspective, norm: norm.clone(), files: Vec::new() };
        match decide(&self.framework, &self.standing.assessment, &self.standing.history, nothing) {
            Ok(_) | Err(Refusal::NothingChanges) => {}
            Err(refusal) => return Err(refusal.into()),
        }
        Ok(Gathering { vault: self.vault()?, attached: self.attached.clone() })
    }

    /// Attaches files whose bytes are stored.
    pub fn attach(
        &mut self,
        perspective: Perspective,
        norm: &NormId,
        files: &[Kept],
        stamp: &Stamp,
    ) -> Result<(), SessionError> {
        self.note_kept(files);
        let files = files.iter().map(|kept| kept.attachment().clone()).collect();
        self.execute(Command::Attach { perspective, norm: norm.clone(), files }, stamp)
    }

    pub(super) fn note_kept(&mut self, files: &[Kept]) {
        let kept = files.iter().map(|kept| kept.attachment());
        self.attached.extend(kept.map(|file| (file.sha256().to_owned(), file.size())));
    }
}

/// All files that an assessment names, in findings and proposals.
pub(super) fn named(assessment: &Assessment) -> BTreeSet<Attachment> {
    let findings = assessment.sheets.values().flat_map(|sheet| sheet.findings.values().chain(sheet.proposals.values()));
    findings.flat_map(|finding| finding.attached.iter().cloned()).collect()
}

/// Copies the bytes of these files from one assessment to another; gives those that were there, whole. `told` is called
/// after every file.
pub(super) fn copy(
    files: &BTreeSet<Attachment>,
    (from, to): (&Vault, &Vault),
    headway: &Headway,
    told: &dyn Fn(),
) -> Result<Vec<Kept>, AttachError> {
    // What a name claims of its file may be anything.
    let all = files.iter().fold(0, |all: u64, file| all.saturating_add(file.size()));
    headway.all.store(all, Ordering::Relaxed);
    let mut kept = Vec::new();
    for file in files {
        if !headway.goes_on() {
            return Err(AttachError::Cancelled);
        }
        match from.fetch(file) {
            Ok(bytes) => kept.push(to.keep(incoming::Incoming::new(file.name(), bytes))?),
            Err(AttachError::NotHere(_) | AttachError::Changed(_)) => {}
            Err(error) => return Err(error),
        }
        headway.read.fetch_add(file.size(), Ordering::Relaxed);
        told();
    }
    if headway.goes_on() { Ok(kept) } else { Err(AttachError::Cancelled) }
}
