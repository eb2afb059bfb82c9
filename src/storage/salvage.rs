//! Saving what can be saved of a damaged assessment file, into a new file: as far as the chain of its log goes, from the
//! file itself and, where the chain leads there, from its backups. Nothing is guessed: an event counts only when its hash
//! says that it follows on the one before.

mod loose;

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use super::attachments;
use super::backup;
use super::file_error::FileError;
use super::framework_file::{self, sha256};
use super::log::{self, Entry};
use super::password::Password;
use super::shipped;
use super::trede_file::{Access, TredeFile};
use crate::domain::LogHead;
use loose::Loose;

/// What was saved, and what is missing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Salvaged {
    /// Where the framework came from.
    pub framework: Origin,
    /// How many events were saved: the first so many of the log.
    pub kept: u64,
    /// The saved events that came from a backup, by number.
    pub from_backups: Vec<u64>,
    /// The events that are known to have been and are lost, by number: what can still be read of them does not follow.
    pub lost: Vec<u64>,
    /// Whether the end of the log could be seen. Where not, there may have been more than is known.
    pub end_seen: bool,
    /// The names of the attached files whose bytes are lost.
    pub files_lost: Vec<String>,
    /// How many attached files were saved.
    pub files_kept: usize,
}

impl Salvaged {
    /// Whether nothing is known to be missing.
    pub fn is_whole(&self) -> bool {
        self.lost.is_empty() && self.end_seen && self.files_lost.is_empty()
    }
}

/// Where the framework of a salvaged assessment came from. Whichever it is, its hash is the one that the log begins with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Origin {
    /// The damaged file.
    File,
    /// A backup of it.
    Backup,
    /// What is on board.
    OnBoard,
}

/// Why nothing was salvaged.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum SalvageError {
    /// Neither the file nor a backup holds a first event with its framework.
    #[error("nothing to save in {0}")]
    Nothing(PathBuf),
    /// The file cannot be read at all, and there are backups of more than one assessment.
    #[error("backups of several assessments beside {0}")]
    Several(PathBuf),
    /// What a file says.
    #[error(transparent)]
    File(#[from] FileError),
}

/// Saves what can be saved of `document` into a new file at `out`, which has the same password where there is one. The
/// damaged file is only read.
pub fn salvage(document: &Path, out: &Path, password: Option<&Password>) -> Result<Salvaged, SalvageError> {
    if out.symlink_metadata().is_ok() {
        return Err(FileError::Exists(out.to_owned()).into());
    }
    let file = Loose::read(document, password)?;
    let backups: Vec<TredeFile> = Vec::new();
    let mut sources = Sources { file, backups, contents: Vec::new() };
    for found in backup::list(document) {
        if let Ok((opened, content)) = TredeFile::open_with(&found.path, Access::Read, "", password) {
            sources.backups.push(opened);
            sources.contents.push(content);
        }
    }
    let (framework_text, framework) = sources.framework(document)?;
    let (entries, from_backups) = sources.chain(&framework_text);
    if entries.is_empty() {
        return Err(SalvageError::Nothing(document.to_owned()));
    }
    let kept = entries.len() as u64;
    let known = sources.file.entries.keys().copied().chain(sources.file.last).max().unwrap_or_default();
    let lost: Vec<u64> = (kept + 1..=known).collect();
    let mut named = Vec::new();
    for entry in &entries {
        let event = entry.read().map_err(|error| FileError::damaged(document, error))?;
        attachments::note_files(&event, &mut |file| named.push(file.clone()));
    }
    let (mut done, mut files_kept, mut files_lost) = (BTreeSet::new(), 0, Vec::new());
    named.retain(|file| done.insert(file.sha256().to_owned()));
    TredeFile::write_anew(out, &framework_text, &entries, password, &mut |keep| {
        for file in &named {
            match sources.bytes_of(file.sha256()) {
                Some(bytes) => {
                    keep(file.sha256(), &bytes)?;
                    files_kept += 1;
                }
                None => files_lost.push(file.name().to_owned()),
            }
        }
        Ok(())
    })?;
    Ok(Salvaged { framework, kept, from_backups, lost, end_seen: sources.file.last.is_some(), files_lost, files_kept })
}

struct Sources {
    file: Loose,
    backups: Vec<TredeFile>,
    contents: Vec<super::trede_file::Content>,
}

impl Sources {
    /// The framework whose hash the first event names.
    fn framework(&mut self, document: &Path) -> Result<(Vec<u8>, Origin), SalvageError> {
        // What is of another assessment never counts: the first event of the file tells, else all backups agree.
        let first = self.file.entries.get(&1).filter(|entry| follows(entry, None)).cloned();
        let mut known: BTreeSet<String> = self
            .contents
            .iter()
            .filter_map(|content| content.entries.first())
            .map(|first| first.hash.clone())
            .collect();
        if let Some(first) = &first {
            known = BTreeSet::from([first.hash.clone()]);
        }
        let Some(hash) = known.pop_first() else { return Err(SalvageError::Nothing(document.to_owned())) };
        if !known.is_empty() {
            return Err(SalvageError::Several(document.to_owned()));
        }
        let ours = |content: &super::trede_file::Content| content.entries.first().is_some_and(|e| e.hash == hash);
        let keep: Vec<bool> = self.contents.iter().map(ours).collect();
        let mut kept = keep.iter();
        self.contents.retain(|_| kept.next().copied().unwrap_or(false));
        let mut kept = keep.iter();
        self.backups.retain(|_| kept.next().copied().unwrap_or(false));
        let begins = first.map(|first| first.previous);
        let begins = begins.or_else(|| Some(self.contents.first()?.entries.first()?.previous.clone()));
        let fits = |text: &[u8]| Some(sha256(text)) == begins && framework_file::load(text).is_ok();
        if let Some(text) = self.file.framework.clone().filter(|text| fits(text)) {
            return Ok((text, Origin::File));
        }
        if let Some(content) = self.contents.iter().find(|content| fits(&content.framework_text)) {
            return Ok((content.framework_text.clone(), Origin::Backup));
        }
        let on_board = shipped::ALL.iter().map(|shipped| shipped.text.as_bytes()).find(|text| fits(text));
        on_board.map(|text| (text.to_vec(), Origin::OnBoard)).ok_or(SalvageError::Nothing(document.to_owned()))
    }

    /// The log as far as its chain goes, and which of it came from a backup.
    fn chain(&self, framework_text: &[u8]) -> (Vec<Entry>, Vec<u64>) {
        let mut entries: Vec<Entry> = Vec::new();
        let mut from_backups = Vec::new();
        let mut head = log::origin(&sha256(framework_text));
        loop {
            if let Some(entry) = self.file.entries.get(&(head.count + 1)).filter(|entry| follows(entry, Some(&head))) {
                head = entry.head();
                entries.push(entry.clone());
                continue;
            }
            let Some(bridge) = self.bridge(&head) else { return (entries, from_backups) };
            from_backups.extend(bridge.iter().map(|entry| entry.seq));
            entries.extend_from_slice(bridge);
            head = bridge.last().map(Entry::head).unwrap_or(head);
        }
    }

    /// What a backup holds after `head`: up to where the file goes on; all of it only where the file holds nothing more, so
    /// that what was done after an earlier backup was put back never mixes with what was done before.
    fn bridge(&self, head: &LogHead) -> Option<&[Entry]> {
        let after = |entries: &'_ [Entry]| {
            let start = usize::try_from(head.count).ok()?;
            let joins = entries.get(start).is_some_and(|next| next.previous == head.sha256);
            joins.then_some(start)
        };
        let goes_on = self.file.entries.keys().any(|seq| *seq > head.count + 1);
        self.contents.iter().find_map(|content| {
            let start = after(&content.entries)?;
            let rest = content.entries.get(start..)?;
            let reaches = |entry: &Entry| {
                let next = self.file.entries.get(&(entry.seq + 1));
                next.is_some_and(|next| follows(next, Some(&entry.head())))
            };
            match rest.iter().position(reaches) {
                Some(place) => rest.get(..=place),
                None if goes_on => None,
                None => Some(rest),
            }
        })
    }

    fn bytes_of(&self, hash: &str) -> Option<Vec<u8>> {
        self.file.bytes_of(hash).or_else(|| self.backups.iter().find_map(|backup| backup.bytes_of(hash)))
    }
}

/// Whether an entry is as it was written, can be read, and follows on `head`.
fn follows(entry: &Entry, head: Option<&LogHead>) -> bool {
    let on_head = head.is_none_or(|head| entry.seq == head.count + 1 && entry.previous == head.sha256);
    on_head && entry.is_as_written() && entry.read().is_ok()
}
