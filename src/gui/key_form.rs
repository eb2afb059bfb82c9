//! With what is signed: a signature of one's own, a key in a PKCS#12 file, or one on a token.

use std::path::PathBuf;

use eframe::egui::{Align, Key as Button, Ui};
use zeroize::Zeroizing;

use super::dialogs::Purpose;
use super::form::{self, Shown};
use super::token_form::TokenForm;
use super::widgets;
use super::wish::Scene;
use crate::signing::{
    Identity, IdentityError, IdentityStore, Listing, Passphrase, Password, Pin, StoreError, TokenModule,
};

/// Where the key comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum Origin {
    /// An identity of one's own.
    #[default]
    Own,
    /// A PKCS#12 file.
    File,
    /// A token.
    Token,
}

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
    /// A certificate on a token.
    Token(TokenKey),
}

/// A key on a token, and what unlocks it.
#[derive(Debug)]
pub struct TokenKey {
    /// The module.
    pub module: TokenModule,
    /// The serial number of the token, or its label when it has none.
    pub token: String,
    /// The fingerprint of the certificate.
    pub fingerprint: String,
    /// The PIN, unless it is typed on the card reader.
    pub pin: Option<Pin>,
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
    /// Where the key comes from.
    pub origin: Origin,
    /// That file.
    pub file: Option<PathBuf>,
    /// A path that is being typed.
    pub typed: String,
    /// Which token, and which certificate on it.
    pub token: TokenForm,
    /// The passphrase, password or PIN.
    pub secret: Zeroizing<String>,
    /// Why the one before was refused, as a sentence under its field.
    pub refused: Option<Refusal>,
}

/// That a passphrase, password or PIN does not unlock the key.
#[derive(Debug)]
pub struct Refusal {
    text: String,
    is_new: bool,
}

impl Refusal {
    /// Tells this sentence, and leads to the field when it is first drawn.
    pub fn new(text: String) -> Refusal {
        Refusal { text, is_new: true }
    }
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
        if self.origin == Origin::Own { self.identities.as_ref()?.get(self.chosen) } else { None }
    }

    /// The name in whose signature the report would be, as far as it is known before a file is unlocked.
    pub fn signer_name(&self) -> Option<&str> {
        match self.origin {
            Origin::Own => self.signer().map(|known| known.name.as_str()),
            Origin::File => None,
            Origin::Token => self.token.name(),
        }
    }

    /// Whether all is there to try it. A file can be without a password.
    pub fn is_filled(&self) -> bool {
        match self.origin {
            Origin::Own => self.signer().is_some() && !self.secret.is_empty(),
            Origin::File => self.file.is_some(),
            Origin::Token => self.token.is_filled(!self.secret.is_empty()),
        }
    }

    /// The key; what unlocks it leaves the form. Nothing when there is none, an error for a passphrase that cannot be right.
    pub fn key(&mut self, store: IdentityStore) -> Option<Result<Key, IdentityError>> {
        let text = std::mem::take(&mut self.secret).to_string();
        self.refused = None;
        match self.origin {
            Origin::Own => {
                let name = self.signer()?.name.clone();
                let passphrase = Passphrase::new(text).map_err(|_| IdentityError::WrongPassphrase);
                Some(passphrase.map(|passphrase| Key::Own(store, name, passphrase)))
            }
            Origin::File => Some(Ok(Key::File(self.file.clone()?, Password::new(text)))),
            Origin::Token => Some(Ok(Key::Token(self.token.key(Pin::new(text))?))),
        }
    }

    /// Draws it; tells whether the user wants to go on with Enter.
    pub fn show(&mut self, ui: &mut Ui, scene: &mut Scene) -> bool {
        let short = |print: &str| print.chars().take(16).collect::<String>();
        let known = self.identities.iter().flatten().enumerate();
        let mut options: Vec<((Origin, usize), String)> = known
            .map(|(at, each)| {
                let args = [("name", each.name.clone()), ("sha256", short(&each.fingerprint))];
                ((Origin::Own, at), scene.words.with("reporting-signer", &args))
            })
            .collect();
        let elsewhere = [(Origin::File, "key-from-file"), (Origin::Token, "key-on-token")];
        options.extend(elsewhere.map(|(origin, text)| ((origin, self.chosen), scene.text(text))));
        let before = (self.origin, self.chosen);
        let mut chosen = before;
        form::choices(ui, &scene.text("reporting-identity"), &mut chosen, &options);
        if chosen != before {
            self.secret = Zeroizing::default();
            self.refused = None;
            (self.origin, self.chosen) = chosen;
        }
        let (mut label, mut help) = (scene.text("reporting-passphrase"), String::new());
        match self.origin {
            Origin::Own => {}
            Origin::File => {
                if let Some(file) = &self.file {
                    form::copyable(ui, &file.display().to_string());
                }
                let button = scene.text("key-choose");
                form::ask_file(ui, scene, Purpose::Key, &mut self.typed, &button);
                (label, help) = (scene.text("key-password"), scene.text("key-password-help"));
            }
            Origin::Token => {
                if !self.token.show(ui, scene) {
                    return false;
                }
                (label, help) = (scene.text("token-pin"), scene.text("token-pin-help"));
            }
        }
        let error = self.refused.as_ref().map(|refusal| refusal.text.as_str());
        let secret = Shown { secret: true, help: &help, error, ..Shown::default() };
        let field = form::field(ui, &label, &mut *self.secret, secret);
        if self.refused.as_mut().is_some_and(|refusal| std::mem::take(&mut refusal.is_new)) {
            // After the work the page starts at its top again.
            ui.scroll_to_rect(field.rect, Some(Align::Center));
            field.request_focus();
        }
        if field.changed() {
            self.refused = None;
        }
        for (path, error) in &self.unreadable {
            widgets::muted(ui, &format!("{}: {}", path.display(), scene.words.store_error(error)));
        }
        field.lost_focus() && ui.input(|input| input.key_pressed(Button::Enter)) && self.is_filled()
    }
}
