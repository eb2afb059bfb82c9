//! The work on reports that is done on another thread, and why it fails.

use std::path::{Path, PathBuf};

use super::job::Halt;
use super::key_form::{Key, Known};
use super::report_form::Made;
use super::stamps::Asked;
use crate::session::{ReportError, ReportJob};
use crate::signing::{
    IdentityError, MAX_P12_BYTES, MAX_PDF_BYTES, P12Error, SignError, Signer, StoreError, TokenError,
};
use crate::storage::FileError;
use crate::storage::whole_file::{self, Replace};
use crate::verification::verify;
use crate::wording::Wording;

/// Why such work failed.
#[derive(Debug, thiserror::Error)]
pub(super) enum Trouble {
    #[error(transparent)]
    Identity(#[from] IdentityError),
    #[error(transparent)]
    Store(#[from] StoreError),
    #[error("{0}: {1}")]
    P12(PathBuf, P12Error),
    #[error(transparent)]
    Token(#[from] TokenError),
    #[error(transparent)]
    Report(#[from] ReportError),
    #[error(transparent)]
    File(#[from] FileError),
    /// It was called off.
    #[error("stopped")]
    Stopped,
    /// The thread ended without a result.
    #[error("lost")]
    Lost,
}

impl Trouble {
    /// Why, in the words of the user.
    pub fn words(&self, words: &Wording) -> String {
        match self {
            Trouble::Identity(error) => words.identity_error(error),
            Trouble::Store(error) => words.store_error(error),
            Trouble::P12(path, error) => words.p12_error(&path.display().to_string(), error),
            Trouble::Token(error) => words.token_error(error),
            Trouble::Report(error) => words.report_error(error),
            Trouble::File(error) => words.file_error(error),
            Trouble::Stopped => words.text("work-stopped"),
            Trouble::Lost => words.text("job-lost"),
        }
    }

    /// Whether what unlocks the key is to be typed again: that is told at its field.
    pub fn is_refusal(&self) -> bool {
        match self {
            Trouble::Identity(IdentityError::WrongPassphrase) | Trouble::P12(_, P12Error::WrongPassword) => true,
            Trouble::Token(error) | Trouble::Report(ReportError::Sign(SignError::Token(error))) => {
                matches!(error, TokenError::PinNeeded | TokenError::PinLength { .. } | TokenError::PinWrong { .. })
            }
            _ => false,
        }
    }
}

/// Unlocks the key, makes the report, writes it and reads it again; `next` after each of these. Once `halt` was stopped no
/// key is asked to sign and nothing is written.
pub(super) fn make(
    job: &ReportJob,
    key: Key,
    stamp: Option<&Asked>,
    (path, replace): (&Path, Replace),
    (next, halt): (&dyn Fn(), &Halt),
) -> Result<Made, Trouble> {
    let signer = unlock(key)?;
    if !halt.is_undecided() {
        return Err(Trouble::Stopped);
    }
    next();
    let unshown = job.unshown(Some(&signer))?;
    let pdf = match stamp {
        Some(asked) => asked.with(next, |stamping| job.make_signed(&signer, Some(stamping)))?,
        None => job.make(Some(&signer))?,
    };
    next();
    if !halt.may_write() {
        return Err(Trouble::Stopped);
    }
    whole_file::write(path, &pdf, replace)?;
    next();
    // What stands on the disk is checked, not what was meant to.
    let written = whole_file::read(path, MAX_PDF_BYTES as u64 + 1)?;
    let certificate = signer.certificate();
    let signer = Known { name: certificate.name().to_owned(), fingerprint: certificate.fingerprint() };
    Ok(Made { path: path.to_owned(), intact: verify(&written, None).is_intact(), signer, unshown })
}

/// Takes a noticeable part of a second.
pub(super) fn unlock(key: Key) -> Result<Signer, Trouble> {
    match key {
        Key::Own(store, name, passphrase) => Ok(store.load(&name)?.unlock(&passphrase)?),
        Key::File(path, password) => {
            let file = zeroize::Zeroizing::new(whole_file::read(&path, MAX_P12_BYTES as u64)?);
            Signer::from_p12(&file, &password).map_err(|error| Trouble::P12(path.clone(), error))
        }
        Key::Token(key) => Ok(key.module.choose(Some(&key.token), Some(&key.fingerprint))?.into_signer(key.pin)?),
    }
}
