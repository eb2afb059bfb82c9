//! With what is signed: a signature of one's own, or a key in a PKCS#12 file.

use std::path::PathBuf;

use eframe::egui::{Key as Button, Ui};
use zeroize::Zeroizing;

use super::dialogs::Purpose;
use super::form::{self, Shown};
use super::widgets;
use super::wish::Scene;
use crate::signing::{Identity, IdentityError, IdentityStore, Listing, Passphrase, Password, StoreError};

/// The choice that stands for a file, after the identities.
const FILE: usize = usize::MAX;

/// An identity that can sign.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Known {
    /// The name in its certificate.
    pub name: String,
    /// The fingerprint of its certificate.
    pub fingerprint: String,
}

/// What is signed with, still locked.
#[derive(Debug)]
pub enum Key {
    /// An identity of one's own, by name, and its passphrase.
    Own(IdentityStore, String, Passphrase),
    /// A PKCS#12 file and its password.
    File(PathBuf, Password),
}

/// The choice of a key, and what unlocks it.
#[derive(Debug, Default)]
pub struct KeyForm {
    /// The identities that can sign; nothing while nobody has looked.
    pub identities: Option<Vec<Known>>,
    /// Files that should be identities and are not.
    pub unreadable: Vec<(PathBuf, StoreError)>,
    /// Which identity signs.
    pub chosen: usize,
    /// Whether a key in a file signs instead.
    pub from_file: bool,
    /// That file.
    pub file: Option<PathBuf>,
    /// A path that is being typed.
    pub typed: String,
    /// The passphrase or password.
    pub secret: Zeroizing<String>,
}

impl KeyForm {
    /// Takes in which identities there are; the one with this name is chosen.
    pub fn take(&mut self, listing: Listing, last: Option<&str>) {
        let known = |identity: &Identity| Known {
            name: identity.name().to_owned(),
            fingerprint: identity.certificate().fingerprint(),
        };
        let known: Vec<Known> = listing.identities.iter().map(known).collect();
        self.chosen = known.iter().position(|each| Some(each.name.as_str()) == last).unwrap_or(0);
        self.identities = Some(known);
        self.unreadable = listing.unreadable;
    }

    /// The identity that signs.
    pub fn signer(&self) -> Option<&Known> {
        if self.from_file { None } else { self.identities.as_ref()?.get(self.chosen) }
    }

    /// Whether all is there to try it. A file can be without a password.
    pub fn is_filled(&self) -> bool {
        if self.from_file { self.file.is_some() } else { self.signer().is_some() && !self.secret.is_empty() }
    }

    /// The key; what unlocks it leaves the form. Nothing when there is none, an error for a passphrase that cannot be right.
    pub fn key(&mut self, store: IdentityStore) -> Option<Result<Key, IdentityError>> {
        let text = std::mem::take(&mut self.secret).to_string();
        if self.from_file {
            return Some(Ok(Key::File(self.file.clone()?, Password::new(text))));
        }
        let name = self.signer()?.name.clone();
        let passphrase = Passphrase::new(text).map_err(|_| IdentityError::WrongPassphrase);
        Some(passphrase.map(|passphrase| Key::Own(store, name, passphrase)))
    }

    /// Draws it; tells whether the user wants to go on with Enter.
    pub fn show(&mut self, ui: &mut Ui, scene: &mut Scene) -> bool {
        let short = |print: &str| print.chars().take(16).collect::<String>();
        let known = self.identities.iter().flatten().enumerate();
        let mut options: Vec<(usize, String)> = known
            .map(|(at, each)| {
                let args = [("name", each.name.clone()), ("sha256", short(&each.fingerprint))];
                (at, scene.words.with("reporting-signer", &args))
            })
            .collect();
        options.push((FILE, scene.text("key-from-file")));
        let mut chosen = if self.from_file { FILE } else { self.chosen };
        let before = chosen;
        form::choices(ui, &scene.text("reporting-identity"), &mut chosen, &options);
        if chosen != before {
            self.secret = Zeroizing::default();
            self.from_file = chosen == FILE;
            self.chosen = if self.from_file { self.chosen } else { chosen };
        }
        let mut help = String::new();
        let mut label = scene.text("reporting-passphrase");
        if self.from_file {
            if let Some(file) = &self.file {
                form::copyable(ui, &file.display().to_string());
            }
            let button = scene.text("key-choose");
            form::ask_file(ui, scene, Purpose::Key, &mut self.typed, &button);
            (label, help) = (scene.text("key-password"), scene.text("key-password-help"));
        }
        let secret = Shown { secret: true, help: &help, ..Shown::default() };
        let field = form::field(ui, &label, &mut *self.secret, secret);
        for (path, error) in &self.unreadable {
            widgets::muted(ui, &format!("{}: {}", path.display(), scene.words.store_error(error)));
        }
        field.lost_focus() && ui.input(|input| input.key_pressed(Button::Enter)) && self.is_filled()
    }
}
