//! `trede identity`: the user's own signing identities.

use std::io::IsTerminal as _;
use std::path::{Path, PathBuf};

use chrono::Utc;
use getrandom::SysRng;
use serde_json::json;
use zeroize::Zeroizing;

use super::World;
use super::assessments::said;
use super::failure::{Ending, Failure};
use crate::signing::{Certificate, Identity, IdentityStore, MAX_P12_BYTES, Passphrase, Password, Signer};
use crate::storage::whole_file::{self, Replace};
use crate::wording::arg;

/// Makes an identity.
pub fn new(world: &mut World, name: &str, passphrase_env: Option<&str>) -> Ending {
    let passphrase = passphrase(world, passphrase_env, true)?;
    let identity = generate(world, name, &passphrase)?;
    let path = store().save(&identity).map_err(|error| Failure::usage(world.wording.store_error(&error)))?;
    let fingerprint = identity.certificate().fingerprint();
    let args =
        [("name", identity.name().to_owned()), ("file", path.display().to_string()), ("sha256", fingerprint.clone())];
    let text = world.wording.with("cli-identity-made", &args);
    said(world, text, json!({"name": identity.name(), "file": path.display().to_string(), "fingerprint": fingerprint}))
}

/// Makes a key and its certificate, valid from now.
pub fn generate(world: &World, name: &str, passphrase: &Passphrase) -> Result<Identity, Failure> {
    Identity::generate(name, passphrase, world.now.with_timezone(&Utc), &mut SysRng)
        .map_err(|error| Failure::usage(world.wording.identity_error(&error)))
}

/// Lists the identities.
pub fn list(world: &mut World) -> Ending {
    let listing = store().list().map_err(|error| Failure::usage(world.wording.store_error(&error)))?;
    if world.json {
        let identities: Vec<_> = listing
            .identities
            .iter()
            .map(|each| json!({"name": each.name(), "fingerprint": each.certificate().fingerprint()}))
            .collect();
        world.say_json(&json!({ "identities": identities }));
        return Ok(super::failure::Outcome::Done);
    }
    if listing.identities.is_empty() {
        let text = world.wording.text("cli-no-identities");
        world.say(text);
    }
    for identity in &listing.identities {
        world.say(format!("{}  sha256 {}", identity.name(), identity.certificate().fingerprint()));
    }
    for (path, error) in &listing.unreadable {
        let text = format!("{}: {}", path.display(), world.wording.store_error(error));
        world.say(text);
    }
    Ok(super::failure::Outcome::Done)
}

/// The certificates of the user's own identities; none where they cannot be read, which says nothing about a report.
pub fn own() -> Vec<Certificate> {
    let identities = store().list().map(|listing| listing.identities).unwrap_or_default();
    identities.iter().map(|identity| identity.certificate().clone()).collect()
}

/// Writes the certificate of an identity.
pub fn export(world: &mut World, name: &str, out: &Path, force: bool) -> Ending {
    let identity = store().load(name).map_err(|error| Failure::usage(world.wording.store_error(&error)))?;
    let replace = if force { Replace::Asked } else { Replace::Never };
    whole_file::write(out, identity.certificate().to_pem().as_bytes(), replace)
        .map_err(|error| Failure::file(&world.wording, &error))?;
    let text = world.wording.with("cli-written", &[arg("file", out.display())]);
    said(world, text, json!({"file": out.display().to_string()}))
}

/// Unlocks the identity with this name, or the only one there is.
pub fn signer(world: &World, name: Option<&str>, passphrase_env: Option<&str>) -> Result<Signer, Failure> {
    let fail = |error: &crate::signing::StoreError| Failure::usage(world.wording.store_error(error));
    let identity = match name {
        Some(name) => store().load(name).map_err(|error| fail(&error))?,
        None => {
            let mut found = store().list().map_err(|error| fail(&error))?.identities;
            match (found.pop(), found.is_empty()) {
                (Some(only), true) => only,
                (None, _) => return Err(Failure::usage(world.wording.text("cli-identity-none"))),
                (Some(_), false) => return Err(Failure::usage(world.wording.text("cli-identity-which"))),
            }
        }
    };
    let passphrase = passphrase(world, passphrase_env, false)?;
    identity.unlock(&passphrase).map_err(|error| Failure::usage(world.wording.identity_error(&error)))
}

/// The signer in a PKCS #12 file.
pub fn p12_signer(world: &World, path: &Path, password_env: Option<&str>) -> Result<Signer, Failure> {
    let name = path.display().to_string();
    let file = whole_file::read(path, MAX_P12_BYTES as u64);
    let file = file.map(Zeroizing::new).map_err(|error| Failure::file(&world.wording, &error))?;
    let password = match password_env {
        Some(variable) => std::env::var(variable)
            .map_err(|_| Failure::usage(world.wording.with("cli-password-variable", &[arg("variable", variable)])))?,
        None if std::io::stdin().is_terminal() => {
            rpassword::prompt_password(format!("{} ", world.wording.with("cli-p12-password", &[arg("file", &name)])))
                .map_err(|_| Failure::usage(world.wording.text("cli-password-needed")))?
        }
        None => return Err(Failure::usage(world.wording.text("cli-password-needed"))),
    };
    Signer::from_p12(&file, &Password::new(password)).map_err(|error| {
        let message = world.wording.p12_error(&name, &error);
        Failure { code: "p12", message, file: Some(name), at: None, more: Vec::new() }
    })
}

/// The folder with the user's identities.
pub fn store() -> IdentityStore {
    IdentityStore::at(folder())
}

fn folder() -> PathBuf {
    let project = directories::ProjectDirs::from("nl", "", "Trede");
    project.map_or_else(|| PathBuf::from("."), |project| project.data_dir().to_owned()).join("identities")
}

/// The passphrase: from the environment variable that is named, or typed on the terminal; never from an argument.
fn passphrase(world: &World, variable: Option<&str>, twice: bool) -> Result<Passphrase, Failure> {
    let text = match variable {
        Some(variable) => std::env::var(variable)
            .map_err(|_| Failure::usage(world.wording.with("cli-passphrase-variable", &[arg("variable", variable)])))?,
        None if std::io::stdin().is_terminal() => typed(world, twice)?,
        None => return Err(Failure::usage(world.wording.text("cli-passphrase-needed"))),
    };
    Passphrase::new(text).map_err(|error| Failure::usage(world.wording.passphrase_too_short(&error)))
}

fn typed(world: &World, twice: bool) -> Result<String, Failure> {
    let ask = |key: &str| {
        rpassword::prompt_password(format!("{} ", world.wording.text(key)))
            .map_err(|_| Failure::usage(world.wording.text("cli-passphrase-needed")))
    };
    let text = zeroize::Zeroizing::new(ask("cli-passphrase")?);
    if twice && *zeroize::Zeroizing::new(ask("cli-passphrase-again")?) != *text {
        return Err(Failure::usage(world.wording.text("cli-passphrase-differs")));
    }
    Ok(text.to_string())
}
