//! `trede trust`: the user's own list of trusted signers, and what `verify` compares with.

use std::path::{Path, PathBuf};

use chrono::SecondsFormat;
use clap::Subcommand;
use serde_json::{Value, json};

use super::World;
use super::assessments::said;
use super::failure::{Ending, Failure, Outcome};
use crate::signing::{Certificate, SignatureFacts};
use crate::trust::{TrustError, TrustList, Trusted, read_certificate, source_of};
use crate::wording::arg;

/// Commands on trusted signers.
#[derive(Subcommand)]
pub enum Trust {
    /// Adds one.
    Add {
        /// Its certificate.
        certificate: PathBuf,
        #[arg(long)]
        /// What to remember of it.
        note: Option<String>,
    },
    /// Lists them.
    List,
    /// Takes one out.
    Remove {
        /// The first digits of the fingerprint of its certificate.
        fingerprint: String,
    },
}

/// With whom the signers of a report are compared.
pub enum Known {
    /// With nobody: no certificates were given and the list is empty.
    Nobody,
    /// With the certificates that were given for this report.
    Files(Vec<Certificate>),
    /// With the user's own list.
    List(TrustList),
}

impl Known {
    /// The certificates; none when there is nobody to compare with.
    pub fn certificates(&self) -> Option<Vec<Certificate>> {
        match self {
            Known::Nobody => None,
            Known::Files(certificates) => Some(certificates.clone()),
            Known::List(list) => Some(list.certificates()),
        }
    }

    /// How many there are.
    pub fn count(&self) -> usize {
        match self {
            Known::Nobody => 0,
            Known::Files(certificates) => certificates.len(),
            Known::List(list) => list.entries().len(),
        }
    }

    /// The entry of this signer in the list.
    pub fn entry(&self, signature: &SignatureFacts) -> Option<&Trusted> {
        match self {
            Known::List(list) => list.find(signature.certificate.as_ref()?),
            _ => None,
        }
    }
}

/// Those in these files; without files those in the list.
pub fn known(world: &World, files: &[PathBuf]) -> Result<Known, Failure> {
    if !files.is_empty() {
        let read: Result<_, _> = files.iter().map(|path| read_certificate(path)).collect();
        return read.map(Known::Files).map_err(|error| failure(world, &error));
    }
    let list = TrustList::load(&folder()).map_err(|error| failure(world, &error))?;
    Ok(if list.entries().is_empty() { Known::Nobody } else { Known::List(list) })
}

/// Does what is asked of the list.
pub fn run(world: &mut World, asked: &Trust) -> Ending {
    match asked {
        Trust::Add { certificate, note } => add(world, certificate, note.as_deref()),
        Trust::List => list(world),
        Trust::Remove { fingerprint } => remove(world, fingerprint),
    }
}

fn add(world: &mut World, path: &Path, note: Option<&str>) -> Ending {
    let certificate = read_certificate(path).map_err(|error| failure(world, &error))?;
    let note = note.unwrap_or_default().trim().to_owned();
    let entry = Trusted { certificate, added: world.now, source: source_of(path), note };
    let mut list = TrustList::load(&folder()).map_err(|error| failure(world, &error))?;
    list.add(entry.clone()).map_err(|error| failure(world, &error))?;
    list.save(&folder()).map_err(|error| Failure::file(&world.wording, &error))?;
    let args = [arg("name", entry.certificate.name()), ("sha256", entry.certificate.fingerprint())];
    let text = world.wording.with("trust-added", &args);
    said(world, text, as_json(&entry))
}

fn list(world: &mut World) -> Ending {
    let list = TrustList::load(&folder()).map_err(|error| failure(world, &error))?;
    if world.json {
        let signers: Vec<Value> = list.entries().iter().map(as_json).collect();
        world.say_json(&json!({ "signers": signers }));
        return Ok(Outcome::Done);
    }
    if list.entries().is_empty() {
        let text = world.wording.text("trust-none");
        world.say(text);
    }
    for entry in list.entries() {
        let since = world.wording.trusted_since(entry);
        world.say(format!("{}  sha256 {}", entry.certificate.name(), entry.certificate.fingerprint()));
        world.say(format!("  {since}"));
    }
    Ok(Outcome::Done)
}

fn remove(world: &mut World, prefix: &str) -> Ending {
    let mut list = TrustList::load(&folder()).map_err(|error| failure(world, &error))?;
    let entry = list.remove(prefix).map_err(|error| failure(world, &error))?;
    list.save(&folder()).map_err(|error| Failure::file(&world.wording, &error))?;
    let args = [arg("name", entry.certificate.name()), ("sha256", entry.certificate.fingerprint())];
    let text = world.wording.with("trust-removed", &args);
    said(world, text, as_json(&entry))
}

/// An entry for programs.
pub fn as_json(entry: &Trusted) -> Value {
    json!({
        "name": entry.certificate.name(), "fingerprint": entry.certificate.fingerprint(),
        "added": entry.added.to_rfc3339_opts(SecondsFormat::Secs, false),
        "source": entry.source, "note": entry.note,
    })
}

/// The folder of the settings; the window keeps its list there too.
fn folder() -> PathBuf {
    let own = directories::ProjectDirs::from("nl", "", "Trede");
    own.map_or_else(|| PathBuf::from(".trede"), |own| own.config_dir().to_owned())
}

fn failure(world: &World, error: &TrustError) -> Failure {
    let message = world.wording.trust_error(error);
    match error {
        TrustError::File(error) => Failure::file(&world.wording, error),
        TrustError::Certificate { path, .. } => {
            Failure { code: "certificate", message, file: Some(path.display().to_string()), at: None, more: Vec::new() }
        }
        TrustError::Damaged { path, .. } => {
            Failure { code: "damaged", message, file: Some(path.display().to_string()), at: None, more: Vec::new() }
        }
        _ => Failure::usage(message),
    }
}
