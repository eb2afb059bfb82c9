//! A key on a token: its module, what is found there, and which certificate signs. Nothing is loaded before the user asks.

use std::path::{Path, PathBuf};

use eframe::egui::{Spinner, Ui};

use super::dialogs::Purpose;
use super::errand::Errand;
use super::form;
use super::key_form::TokenKey;
use super::theme::STEP;
use super::widgets::{self, Press};
use super::wish::{Scene, Wish};
use crate::signing::{CertificateProblem, Pin, PinState, Token, TokenModule};

/// The digits of a fingerprint that are shown beside a name.
const SHOWN_DIGITS: usize = 16;

/// A certificate on a token that can sign.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Offer {
    label: String,
    serial: String,
    name: String,
    fingerprint: String,
    pin: PinState,
}

/// What was found with a module.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
struct Found {
    offers: Vec<Offer>,
    /// Certificates that cannot sign: whose is refused, and why.
    refused: Vec<(String, CertificateProblem)>,
}

/// Which token, and which certificate on it.
#[derive(Debug, Default)]
pub struct TokenForm {
    /// The module.
    pub module: Option<PathBuf>,
    /// A path that is being typed.
    pub typed: String,
    /// Whether the module is being asked what there is.
    pub looking: bool,
    /// Why nothing was found.
    pub problem: Option<String>,
    found: Option<Found>,
    chosen: usize,
}

impl TokenForm {
    /// Takes another module; what was found with the one before is forgotten.
    pub fn take_module(&mut self, module: &Path) {
        *self = Self { module: Some(module.to_owned()), looking: self.looking, ..Self::default() };
    }

    /// Takes in what was found.
    pub fn take(&mut self, tokens: Vec<Token>) {
        let mut found = Found::default();
        for token in tokens {
            for each in token.certificates {
                match each.problem {
                    Some(problem) => found.refused.push(problem),
                    None => found.offers.push(Offer {
                        label: token.label.clone(),
                        serial: token.serial.clone(),
                        name: each.certificate.name().to_owned(),
                        fingerprint: each.certificate.fingerprint(),
                        pin: token.pin,
                    }),
                }
            }
        }
        (self.found, self.chosen, self.problem) = (Some(found), 0, None);
    }

    /// Whether all is there to try it, given whether there is a PIN.
    pub fn is_filled(&self, has_pin: bool) -> bool {
        self.offer().is_some_and(|offer| !offer.pin.is_locked && (has_pin || !is_typed_here(offer.pin)))
    }

    /// The key that was chosen.
    pub fn key(&self, pin: Pin) -> Option<TokenKey> {
        let offer = self.offer()?;
        Some(TokenKey {
            module: TokenModule::at(self.module.clone()?),
            token: if offer.serial.is_empty() { offer.label.clone() } else { offer.serial.clone() },
            fingerprint: offer.fingerprint.clone(),
            pin: Some(pin).filter(|_| is_typed_here(offer.pin)),
        })
    }

    /// The name in the certificate that was chosen.
    pub fn name(&self) -> Option<&str> {
        self.offer().map(|offer| offer.name.as_str())
    }

    fn offer(&self) -> Option<&Offer> {
        self.found.as_ref()?.offers.get(self.chosen)
    }

    /// Draws it; tells whether a PIN is to be typed here.
    pub fn show(&mut self, ui: &mut Ui, scene: &mut Scene) -> bool {
        widgets::muted(ui, &scene.text("token-module-about"));
        if let Some(module) = &self.module {
            form::copyable(ui, &module.display().to_string());
        }
        let button = scene.text("token-module-choose");
        form::ask_file(ui, scene, Purpose::Module, &mut self.typed, &button);
        ui.add_space(STEP);
        if self.looking {
            ui.horizontal(|ui| {
                ui.add(Spinner::new());
                widgets::text(ui, &scene.text("token-looking"));
            });
            if widgets::secondary(ui, &scene.text("stop-work")).clicked() {
                scene.wish(Wish::Errand(Errand::StopWork));
            }
            return false;
        }
        let look = scene.text("token-look");
        if Press::new(&look).enabled(self.module.is_some()).show(ui).clicked() {
            scene.wish(Wish::Errand(Errand::LookForKeys));
        }
        ui.add_space(STEP);
        if let Some(problem) = &self.problem {
            form::bad(ui, problem);
            ui.add_space(STEP);
        }
        self.show_found(ui, scene)
    }

    fn show_found(&mut self, ui: &mut Ui, scene: &Scene) -> bool {
        let Some(found) = &self.found else { return false };
        let options: Vec<(usize, String)> =
            found.offers.iter().enumerate().map(|(at, offer)| (at, offered(scene, offer))).collect();
        if options.is_empty() {
            widgets::text(ui, &scene.text("token-nothing-usable"));
        } else {
            form::choices(ui, &scene.text("token-certificates"), &mut self.chosen, &options);
        }
        for (name, problem) in &found.refused {
            let args = [("name", name.clone()), ("problem", scene.words.certificate_problem(problem))];
            widgets::muted(ui, &scene.words.with("token-unusable", &args));
        }
        let Some(offer) = found.offers.get(self.chosen) else { return false };
        if let Some(warning) = scene.words.pin_warning(offer.pin) {
            widgets::strong(ui, &warning);
        }
        is_typed_here(offer.pin)
    }
}

fn offered(scene: &Scene, offer: &Offer) -> String {
    let short: String = offer.fingerprint.chars().take(SHOWN_DIGITS).collect();
    let args = [("name", offer.name.clone()), ("token", offer.label.clone()), ("sha256", short)];
    scene.words.with("token-certificate", &args)
}

fn is_typed_here(pin: PinState) -> bool {
    pin.is_needed && !pin.is_on_pad && !pin.is_locked
}
