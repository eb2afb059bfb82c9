//! `trede password`, and asking for the password of an assessment: from an environment variable or on the terminal, never from
//! an argument.

use std::io::IsTerminal as _;
use std::path::{Path, PathBuf};

use clap::Subcommand;
use serde_json::json;
use zeroize::Zeroizing;

use super::World;
use super::assessments::said;
use super::failure::{Ending, Failure};
use crate::storage::{FileError, Password, TredeFile, password, protection};
use crate::wording::arg;

/// Commands on the password of an assessment.
#[derive(Subcommand)]
pub enum PasswordCommand {
    /// Sets one.
    Set(New),
    /// Puts another in its place.
    Change(New),
    /// Removes it.
    Remove {
        /// The assessment.
        file: PathBuf,
    },
}

/// An assessment and its new password.
#[derive(clap::Args)]
pub struct New {
    /// The assessment.
    pub file: PathBuf,
    #[arg(long)]
    /// The environment variable with the new password.
    pub new_password_env: Option<String>,
}

/// Sets, changes or removes a password.
pub fn run(world: &mut World, command: &PasswordCommand) -> Ending {
    let (file, old, new, key) = match command {
        PasswordCommand::Set(asked) if password::is_protected(&asked.file) => {
            return Err(Failure::usage(world.wording.with("cli-password-there", &[arg("file", asked.file.display())])));
        }
        PasswordCommand::Set(asked) => (&asked.file, None, Some(new(world, asked)?), "cli-password-set-done"),
        PasswordCommand::Change(New { file, .. }) | PasswordCommand::Remove { file }
            if !password::is_protected(file) =>
        {
            // What stands in the way of opening it is told first.
            drop(super::target::open(world, file, crate::storage::Access::Read, None)?);
            return Err(Failure::usage(world.wording.with("cli-password-none", &[arg("file", file.display())])));
        }
        PasswordCommand::Change(asked) => {
            let old = of(world, &asked.file, None)?;
            (&asked.file, old, Some(new(world, asked)?), "cli-password-change-done")
        }
        PasswordCommand::Remove { file } => (file, of(world, file, None)?, None, "cli-password-remove-done"),
    };
    TredeFile::change_password(file, old.as_ref(), new.as_ref(), &world.user)
        .map_err(|error| Failure::file(&world.wording, &error))?;
    let text = world.wording.with(key, &[arg("file", file.display())]);
    said(world, text, json!({"file": file.display().to_string(), "password": new.is_some()}))
}

/// The password of an assessment, where it has one. `variable` is one for this file alone.
pub fn of(world: &World, path: &Path, variable: Option<&str>) -> Result<Option<Password>, Failure> {
    if !protection::AVAILABLE || !password::is_protected(path) {
        return Ok(None);
    }
    let variable = variable.or(world.file_password_env.as_deref());
    let text = match variable {
        Some(variable) => from(world, variable)?,
        None if std::io::stdin().is_terminal() => {
            let question = world.wording.with("cli-file-password", &[arg("file", path.display())]);
            rpassword::prompt_password(format!("{question} ")).map_err(|_| needed(world, path))?
        }
        None => return Err(needed(world, path)),
    };
    // What no password can be is not this one.
    let wrong = || Failure::file(&world.wording, &FileError::PasswordWrong(path.to_owned()));
    Password::typed(text).ok_or_else(wrong).map(Some)
}

/// The password for a file that is made, where a variable for it is named.
pub fn for_new_file(world: &World) -> Result<Option<Password>, Failure> {
    let Some(variable) = &world.file_password_env else { return Ok(None) };
    fit(world, from(world, variable)?).map(Some)
}

fn new(world: &World, asked: &New) -> Result<Password, Failure> {
    if !protection::AVAILABLE {
        return Err(Failure::file(&world.wording, &FileError::PasswordUnsupported(asked.file.clone())));
    }
    let text = match &asked.new_password_env {
        Some(variable) => from(world, variable)?,
        None if std::io::stdin().is_terminal() => {
            let ask = |key: &str| {
                rpassword::prompt_password(format!("{} ", world.wording.text(key)))
                    .map_err(|_| Failure::usage(world.wording.text("cli-new-password-needed")))
            };
            let text = Zeroizing::new(ask("cli-new-password")?);
            if *Zeroizing::new(ask("cli-passphrase-again")?) != *text {
                return Err(Failure::usage(world.wording.text("cli-new-password-differs")));
            }
            text.to_string()
        }
        None => return Err(Failure::usage(world.wording.text("cli-new-password-needed"))),
    };
    fit(world, text)
}

fn fit(world: &World, text: String) -> Result<Password, Failure> {
    let least = [arg("least", Password::MIN_CHARS)];
    let fits = Password::typed(text).filter(Password::is_long_enough);
    fits.ok_or_else(|| Failure::usage(world.wording.with("file-password-unfit", &least)))
}

fn from(world: &World, variable: &str) -> Result<String, Failure> {
    std::env::var(variable)
        .map_err(|_| Failure::usage(world.wording.with("cli-file-password-variable", &[arg("variable", variable)])))
}

fn needed(world: &World, path: &Path) -> Failure {
    Failure::file(&world.wording, &FileError::PasswordNeeded(path.to_owned()))
}
