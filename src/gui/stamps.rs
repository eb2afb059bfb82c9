//! Time stamps in the window: the service in the settings, the choice when signing, and what a stamp says.

use eframe::egui::Ui;
use getrandom::SysRng;

use super::errand::Errand;
use super::form::{self, Shown};
use super::theme::STEP;
use super::top::capitalized;
use super::verify_view::spaced;
use super::widgets;
use super::window::Window;
use super::wish::{Scene, Wish};
use crate::signing::{ServiceError, SignatureFacts, Stamping, TimeStamper};
use crate::stamping::{PATIENCE, StampService, nonce};
use crate::wording::{Wording, arg};

/// The time stamp service in the settings.
#[derive(Debug, Default)]
pub struct StampSetting {
    /// The address that is used.
    pub address: Option<String>,
    /// An address that is being typed.
    pub typed: String,
    /// Why a typed address is not taken.
    pub problem: Option<String>,
}

impl StampSetting {
    /// Draws it.
    pub fn show(&mut self, ui: &mut Ui, scene: &mut Scene) {
        widgets::strong(ui, &scene.text("settings-stamp"));
        widgets::muted(ui, &scene.text("settings-stamp-about"));
        let state = self.address.as_ref().map_or_else(
            || scene.text("settings-stamp-none"),
            |address| scene.words.with("settings-stamp-used", &[arg("address", address)]),
        );
        widgets::text(ui, &state);
        let help = scene.text("settings-stamp-help");
        let shown = Shown { help: &help, error: self.problem.as_deref(), ..Shown::default() };
        form::field(ui, &scene.text("settings-stamp-address"), &mut self.typed, shown);
        ui.horizontal_wrapped(|ui| {
            let set = scene.text("settings-stamp-set");
            let filled = !self.typed.trim().is_empty();
            if widgets::Press::new(&set).enabled(filled).show(ui).clicked() {
                scene.wish(Wish::Errand(Errand::StampWith(self.typed.trim().to_owned())));
            }
            if self.address.is_some() && widgets::secondary(ui, &scene.text("settings-stamp-drop")).clicked() {
                scene.wish(Wish::Errand(Errand::DropStamps));
            }
        });
        ui.add_space(STEP);
    }
}

/// Whether a signature gets a time stamp; a question only where a service is set.
#[derive(Debug, Default)]
pub struct StampChoice {
    /// The address of the service that is set.
    pub address: Option<String>,
    /// Whether this signature goes without all the same.
    pub without: bool,
}

impl StampChoice {
    /// Draws it; nothing without a service.
    pub fn show(&mut self, ui: &mut Ui, scene: &mut Scene) {
        let Some(address) = &self.address else { return };
        let about = scene.words.with("reporting-stamp-about", &[arg("address", address)]);
        let options = [false, true]
            .map(|without| (without, scene.text(if without { "reporting-stamp-no" } else { "reporting-stamp-yes" })));
        form::choices(ui, &scene.text("reporting-stamp"), &mut self.without, &options);
        if !self.without {
            widgets::muted(ui, &about);
        }
        ui.add_space(STEP);
    }

    /// The service to ask, with fresh bytes for the question; none when none is wanted. An error is a sentence.
    pub(super) fn asked(&self, words: &Wording) -> Result<Option<Asked>, String> {
        let Some(address) = self.address.as_ref().filter(|_| !self.without) else { return Ok(None) };
        let service = StampService::at(address, PATIENCE).map_err(|error| words.address_error(address, error))?;
        let nonce = nonce(&mut SysRng).map_err(|_| words.text("identity-no-randomness"))?;
        Ok(Some(Asked { service, nonce }))
    }
}

/// A question that is going to be asked.
pub(super) struct Asked {
    service: StampService,
    nonce: [u8; 16],
}

impl Asked {
    /// Signs by `sign`, with a stamp; `begins` is called when the service is asked.
    pub(super) fn with<T>(&self, begins: &dyn Fn(), sign: impl FnOnce(&Stamping<'_>) -> T) -> T {
        sign(&Stamping { service: &Announced { service: &self.service, begins }, nonce: self.nonce })
    }
}

struct Announced<'a> {
    service: &'a StampService,
    begins: &'a dyn Fn(),
}

impl TimeStamper for Announced<'_> {
    fn answer(&self, query: &[u8]) -> Result<Vec<u8>, ServiceError> {
        (self.begins)();
        self.service.answer(query)
    }
}

/// What the time stamp of a signature says. `confirmed` is none when the file is not intact.
pub(super) fn rows(ui: &mut Ui, words: &Wording, signature: &SignatureFacts, confirmed: Option<bool>) {
    let Some(stamp) = &signature.stamp else { return };
    let name = stamp.certificate.name();
    // In the signer's time zone, beside the time that he claims.
    let zone = signature.at.map_or(stamp.at.fixed_offset().timezone(), |at| at.timezone());
    let at = words.second(stamp.at.with_timezone(&zone));
    form::row(ui, &words.text("verify-stamped"), &words.with("verify-stamped-at", &[("at", at), arg("name", name)]));
    form::row(ui, &words.text("verify-stamped-print"), &spaced(&stamp.certificate.fingerprint()));
    let standing = match confirmed {
        Some(true) => "verify-stamped-yes",
        Some(false) => "verify-stamped-no",
        None => "verify-stamped-unsure",
    };
    form::row(ui, &words.text("verify-stamped-standing"), &capitalized(&words.text(standing)));
}

impl Window {
    /// Takes this address as the time stamp service from now on. One that cannot be used is not taken.
    pub(super) fn stamp_with(&mut self, address: &str) {
        match StampService::at(address, PATIENCE) {
            Ok(service) => {
                let address = service.address().to_owned();
                self.screens.settings.stamp = StampSetting::default();
                self.remember(|settings| settings.time_stamp_url = Some(address));
            }
            Err(error) => self.screens.settings.stamp.problem = Some(self.words.address_error(address, error)),
        }
    }

    /// Signs without time stamps from now on.
    pub(super) fn drop_stamps(&mut self) {
        self.screens.settings.stamp = StampSetting::default();
        self.remember(|settings| settings.time_stamp_url = None);
    }

    /// Gives the screens what they say of the time stamp service.
    pub(super) fn show_stamp_state(&mut self) {
        let address = &self.office.settings.time_stamp_url;
        let screens = &mut self.screens;
        if self.overlay != Some(super::wish::Overlay::Settings) {
            screens.settings.stamp.problem = None;
        }
        let shown =
            [&mut screens.settings.stamp.address, &mut screens.report.stamp.address, &mut screens.verify.stamp.address];
        for each in shown {
            each.clone_from(address);
        }
    }
}
