//! `trede backup`, `trede restore` and `trede salvage`: backups of an assessment, and what can be done with a damaged one.

use std::path::{Path, PathBuf};

use serde_json::{Value, json};

use super::World;
use super::assessments::said;
use super::failure::{Ending, Failure, Outcome};
use super::{passwords, target};
use crate::storage::backup::{self, Backup};
use crate::storage::restoring::{self, RestoreError};
use crate::storage::salvage::{self, SalvageError};
use crate::storage::{Access, FileError, Password, TredeFile, password};
use crate::wording::arg;

/// `trede backup`.
#[derive(clap::Args)]
pub struct MakeBackup {
    /// The assessment.
    pub file: PathBuf,
    #[arg(long)]
    /// Whether only to list what there is.
    pub list: bool,
}

/// `trede restore`.
#[derive(clap::Args)]
pub struct Restore {
    /// The assessment.
    pub file: PathBuf,
    #[arg(long)]
    /// The backup; the latest without it.
    pub backup: Option<PathBuf>,
    #[arg(long)]
    /// Whether a file that can be used is set aside.
    pub set_aside: bool,
}

/// `trede salvage`.
#[derive(clap::Args)]
pub struct Salvage {
    /// The damaged file.
    pub damaged: PathBuf,
    #[arg(long)]
    /// Where to.
    pub out: PathBuf,
}

/// Makes a backup now, and lists what there is.
pub fn make_backup(world: &mut World, asked: &MakeBackup) -> Ending {
    let file_error = |error: FileError| Failure::file(&world.wording, &error);
    let made = match asked.list {
        true => None,
        false => {
            let password = passwords::of(world, &asked.file, None)?;
            let (file, _) =
                TredeFile::open_with(&asked.file, Access::Write, &world.user, password.as_ref()).map_err(file_error)?;
            file.back_up(&mut || true).map_err(file_error)?
        }
    };
    let all = backup::list(&asked.file);
    let mut lines: Vec<String> =
        made.iter().map(|path| world.wording.with("backup-made", &[arg("file", path.display())])).collect();
    lines.extend(world.wording.backups(&asked.file, &all));
    let document = json!({
        "made": made.map(|path| path.display().to_string()),
        "backups": all.iter().map(as_json).collect::<Vec<_>>(),
    });
    said(world, lines.join("\n"), document)
}

/// Puts a backup back.
pub fn restore(world: &mut World, asked: &Restore) -> Ending {
    let fail = |error: RestoreError| failure(world, &asked.file, &error);
    let password = password_of_backups(world, &asked.file, asked.backup.as_deref())?;
    let password = password.as_ref();
    let from = match &asked.backup {
        Some(path) => path.clone(),
        None => restoring::choose(&asked.file, password).map_err(fail)?.path,
    };
    let word = world.wording.text("restore-word");
    let done = restoring::restore(&asked.file, &from, &word, asked.set_aside, (&world.user, password)).map_err(fail)?;
    let text = world.wording.restored(&asked.file, &done);
    let aside = done.aside.map(|path| path.display().to_string());
    said(world, text, json!({"from": done.from.display().to_string(), "count": done.count, "aside": aside}))
}

/// Saves what can be saved of a damaged file.
pub fn salvage(world: &mut World, asked: &Salvage) -> Ending {
    target::replacing(world, &asked.out, false, &asked.damaged)?;
    let password = match password_of_backups(world, &asked.damaged, None)? {
        Some(password) => Some(password),
        // One whose beginning is destroyed looks as if it had one.
        None => passwords::of(world, &asked.damaged, None).ok().flatten(),
    };
    let done = salvage::salvage(&asked.damaged, &asked.out, password.as_ref()).map_err(|error| match &error {
        SalvageError::File(error) => Failure::file(&world.wording, error),
        other => Failure { code: "nothing", ..Failure::usage(world.wording.salvage_error(other)) },
    })?;
    let text = world.wording.salvaged(&asked.out, &done);
    let document = json!({
        "file": asked.out.display().to_string(),
        "kept": done.kept,
        "from_backups": done.from_backups,
        "lost": done.lost,
        "end_seen": done.end_seen,
        "files_kept": done.files_kept,
        "files_lost": done.files_lost,
    });
    said(world, text, document)?;
    Ok(if done.is_whole() { Outcome::Done } else { Outcome::Findings })
}

/// The password of the backups, which is that of the assessment; a damaged file may not tell whether it has one.
fn password_of_backups(world: &World, document: &Path, named: Option<&Path>) -> Result<Option<Password>, Failure> {
    let listed = || backup::list(document).into_iter().map(|backup| backup.path);
    let mut all = named.map(Path::to_owned).into_iter().chain(listed());
    let protected = all.find(|path| password::is_protected(path));
    protected.map_or(Ok(None), |path| passwords::of(world, &path, None))
}

fn failure(world: &World, document: &Path, error: &RestoreError) -> Failure {
    let code = match error {
        RestoreError::File(error) => return Failure::file(&world.wording, error),
        RestoreError::None(_) => "missing",
        RestoreError::Several(_) | RestoreError::InUse(..) => "usage",
    };
    let mut message = world.wording.restore_error(error);
    if matches!(error, RestoreError::InUse(..)) {
        message = format!("{message} {}", world.wording.text("restore-force"));
    }
    Failure { code, file: Some(document.display().to_string()), ..Failure::usage(message) }
}

fn as_json(backup: &Backup) -> Value {
    json!({"file": backup.path.display().to_string(), "at": backup.at(), "count": backup.count, "of": backup.of})
}
