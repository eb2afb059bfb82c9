//! Backups, restoring and salvaging, in words.

use std::path::Path;

use super::{Wording, arg};
use crate::storage::backup::Backup;
use crate::storage::restoring::{RestoreError, Restored, Standing};
use crate::storage::salvage::{Origin, SalvageError, Salvaged};

impl Wording {
    /// What there is of backups, the latest first.
    pub fn backups(&self, document: &Path, all: &[Backup]) -> Vec<String> {
        if all.is_empty() {
            return vec![self.with("backup-none", &[arg("file", document.display())])];
        }
        all.iter().map(|backup| format!("  {}  {}", self.backup(backup), backup.path.display())).collect()
    }

    /// One backup: when its last event was, and how many it has.
    pub fn backup(&self, backup: &Backup) -> String {
        self.with("backup-line", &[arg("at", self.moment_and_utc(&backup.at())), arg("count", backup.count)])
    }

    /// What was put back.
    pub fn restored(&self, document: &Path, done: &Restored) -> String {
        let args = [arg("file", document.display()), arg("count", done.count), arg("from", done.from.display())];
        let mut text = self.with("restored", &args);
        if let Some(aside) = &done.aside {
            text = format!("{text} {}", self.with("restored-aside", &[arg("aside", aside.display())]));
        }
        text
    }

    /// Why nothing was put back.
    pub fn restore_error(&self, error: &RestoreError) -> String {
        match error {
            RestoreError::None(path) => self.with("restore-none", &[arg("file", path.display())]),
            RestoreError::Several(path) => self.with("restore-several", &[arg("file", path.display())]),
            RestoreError::InUse(path, standing) => {
                let file = arg("file", path.display());
                match standing {
                    Standing::Ahead(0) => self.with("restore-same", &[file]),
                    Standing::Ahead(more) => self.with("restore-ahead", &[file, arg("more", more)]),
                    Standing::Parted { file: ours, backup } => {
                        self.with("restore-parted", &[file, arg("more", ours), arg("backup", backup)])
                    }
                    _ => self.with("restore-other", &[file]),
                }
            }
            RestoreError::File(error) => self.file_error(error),
        }
    }

    /// What was saved of a damaged file, and what is missing.
    pub fn salvaged(&self, out: &Path, done: &Salvaged) -> String {
        let mut lines = vec![self.with("salvaged", &[arg("file", out.display()), arg("count", done.kept)])];
        if !done.from_backups.is_empty() {
            let args = [arg("count", done.from_backups.len()), arg("numbers", numbers(&done.from_backups))];
            lines.push(self.with("salvaged-from-backups", &args));
        }
        match done.framework {
            Origin::File => {}
            Origin::Backup => lines.push(self.text("salvaged-framework-backup")),
            Origin::OnBoard => lines.push(self.text("salvaged-framework-on-board")),
        }
        if !done.lost.is_empty() {
            let args = [arg("count", done.lost.len()), arg("numbers", numbers(&done.lost))];
            lines.push(self.with("salvaged-lost", &args));
        }
        if !done.end_seen {
            lines.push(self.with("salvaged-end-unseen", &[arg("count", done.kept)]));
        }
        if !done.files_lost.is_empty() {
            let names = self.list(done.files_lost.iter().map(|name| format!("‘{name}’")).collect(), "and");
            lines.push(self.with("salvaged-files-lost", &[arg("count", done.files_lost.len()), arg("names", names)]));
        }
        if done.is_whole() {
            lines.push(self.text("salvaged-whole"));
        }
        lines.join("\n")
    }

    /// Why nothing was saved.
    pub fn salvage_error(&self, error: &SalvageError) -> String {
        match error {
            SalvageError::Nothing(path) => self.with("salvage-nothing", &[arg("file", path.display())]),
            SalvageError::Several(path) => self.with("restore-several", &[arg("file", path.display())]),
            SalvageError::File(error) => self.file_error(error),
        }
    }
}

/// Numbers in order, runs of them as `7–12`.
fn numbers(all: &[u64]) -> String {
    let mut runs: Vec<(u64, u64)> = Vec::new();
    for &number in all {
        match runs.last_mut() {
            Some((_, last)) if *last + 1 == number => *last = number,
            _ => runs.push((number, number)),
        }
    }
    let shown = runs.iter().map(|(first, last)| match first == last {
        true => first.to_string(),
        false => format!("{first}–{last}"),
    });
    shown.collect::<Vec<_>>().join(", ")
}
