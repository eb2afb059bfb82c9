//! Is a report intact, and is its signer known? Two questions, answered apart.

use std::path::PathBuf;

use eframe::egui::{Spinner, Ui};

use super::dialogs::Purpose;
use super::errand::Errand;
use super::form;
use super::key_form::KeyForm;
use super::overview::score_text;
use super::start::file_name;
use super::theme::{Look, STEP};
use super::widgets::{self, Press};
use super::wish::{Scene, Screen, Wish};
use crate::signing::{Certificate, FieldRole, SignatureFacts};
use crate::verification::{Confirmation, Recomputed, Verification};
use crate::wording::arg;

/// What is known of a report.
#[derive(Debug, Default)]
pub struct VerifyView {
    /// The report.
    pub path: Option<PathBuf>,
    /// Whether it is being verified.
    pub working: bool,
    /// What was found.
    pub found: Option<Verification>,
    /// Why it could not be read.
    pub problem: Option<String>,
    /// Whether an assessment is open.
    pub has_session: bool,
    /// A path that is being typed.
    pub typed: String,
    /// With what the second reader signs.
    pub key: KeyForm,
}

impl VerifyView {
    /// Draws it.
    pub fn show(&mut self, ui: &mut Ui, scene: &mut Scene) {
        let title = scene.text("verify-title");
        // With an assessment open the way back stands at the left.
        let back = (!self.has_session).then_some(Screen::Start);
        form::page(ui, "verify", form::WIDTH, back, scene, &title, |ui, scene| {
            widgets::text(ui, &scene.text("verify-about"));
            ui.add_space(2.0 * STEP);
            wide_card(ui, |ui| {
                if let Some(path) = &self.path {
                    widgets::strong(ui, &file_name(path));
                    form::copyable(ui, &path.display().to_string());
                }
                let key = if self.path.is_some() { "verify-other" } else { "verify-choose" };
                let button = scene.text(key);
                form::ask_file(ui, scene, Purpose::Verify, &mut self.typed, &button);
            });
            ui.add_space(2.0 * STEP);
            if self.working {
                ui.horizontal(|ui| {
                    ui.add(Spinner::new());
                    widgets::text(ui, &scene.text("verify-working"));
                });
                return;
            }
            if let Some(problem) = &self.problem {
                form::bad(ui, problem);
            }
            if let Some(found) = &self.found {
                verdict(ui, scene, found);
                signers(ui, scene, found);
                if found.is_intact() && found.inspection.signatures.len() < FieldRole::ALL.len() {
                    second(ui, scene, &mut self.key);
                }
                if let Some(recomputed) = &found.recomputed {
                    says(ui, scene, recomputed);
                }
            }
        });
    }
}

fn wide_card(ui: &mut Ui, content: impl FnOnce(&mut Ui)) {
    widgets::card(ui, |ui| {
        ui.set_width(ui.available_width());
        content(ui);
    });
}

fn verdict(ui: &mut Ui, scene: &Scene, found: &Verification) {
    if found.is_intact() {
        form::good(ui, &format!("✓ {}", scene.text("verify-intact")));
        return;
    }
    let look = Look::of(ui);
    form::banner(ui, look.bad, look.bad_ground, |ui| {
        widgets::strong(ui, &format!("✗ {}", scene.text("verify-not-intact")));
        for reason in &found.reasons {
            form::selectable(ui, &format!("• {}", scene.words.reason(reason)));
        }
    });
}

fn signers(ui: &mut Ui, scene: &mut Scene, found: &Verification) {
    if found.inspection.signatures.is_empty() {
        return;
    }
    form::section(ui, &scene.text("verify-signer"));
    wide_card(ui, |ui| {
        for signature in &found.inspection.signatures {
            signer(ui, scene, signature);
        }
        let look = Look::of(ui);
        match found.confirmation {
            Confirmation::Confirmed => form::good(ui, &format!("✓ {}", scene.text("verify-confirmed"))),
            Confirmation::NotAsked | Confirmation::Stranger => {
                widgets::remark(ui, look.accent_ground, |ui| {
                    widgets::strong(ui, &scene.text("verify-unknown"));
                    widgets::text(ui, &scene.text("verify-unknown-about"));
                });
                ui.add_space(STEP);
                ui.horizontal_wrapped(|ui| {
                    if found.is_intact() && widgets::secondary(ui, &scene.text("verify-trust")).clicked() {
                        scene.wish(Wish::Errand(Errand::TrustSigners(false)));
                    }
                    if widgets::secondary(ui, &scene.text("verify-trust-file")).clicked() {
                        scene.wish(Wish::Ask(Purpose::Trust));
                    }
                });
            }
        }
    });
}

/// The place to sign as the second reader.
fn second(ui: &mut Ui, scene: &mut Scene, key: &mut KeyForm) {
    form::section(ui, &scene.text("second-title"));
    wide_card(ui, |ui| {
        widgets::text(ui, &scene.text("second-about"));
        let entered = key.show(ui, scene);
        let press = Press::new(&scene.text("second-sign")).enabled(key.is_filled()).show(ui);
        if entered || press.clicked() {
            scene.wish(Wish::Errand(Errand::SignSecond));
        }
    });
}

fn signer(ui: &mut Ui, scene: &Scene, signature: &SignatureFacts) {
    let words = scene.words;
    let at = signature.at.map(|at| words.moment(&at.to_rfc3339())).unwrap_or_default();
    form::row(ui, &words.text("verify-name"), &format!("{}, {}", signature.name, words.field(signature.field)));
    form::row(ui, &words.text("verify-at"), &words.with("verify-claimed", &[("at", at)]));
    form::row(ui, &words.text("verify-print"), &spaced(&signature.fingerprint().unwrap_or_default()));
    if let Some(kind) = signature.certificate.as_ref().and_then(Certificate::key_kind) {
        form::row(ui, &words.text("verify-kind"), &words.key_kind(kind));
    }
    if !signature.issuers.is_empty() {
        let names: Vec<&str> = signature.issuers.iter().map(Certificate::name).collect();
        form::row(ui, &words.text("verify-issued-by"), &names.join(", "));
    }
    ui.add_space(STEP);
}

fn says(ui: &mut Ui, scene: &mut Scene, recomputed: &Recomputed) {
    let words = scene.words;
    form::section(ui, &words.text("verify-says"));
    wide_card(ui, |ui| {
        let language = words.language();
        let framework = format!("{} {}", recomputed.framework.title.plain(language), recomputed.framework.version);
        form::row(ui, &words.text("verify-subject"), &recomputed.cover.subject);
        if let Some(kvk) = &recomputed.cover.kvk {
            form::row(ui, &words.text("verify-kvk"), kvk);
        }
        for (key, value) in [
            ("verify-period", recomputed.cover.period.clone()),
            ("verify-perspective", words.perspective(recomputed.perspective)),
            ("verify-framework", framework),
            ("verify-total", score_text(words, recomputed.score.total.as_ref())),
        ] {
            form::row(ui, &words.text(key), &value);
        }
        for part in &recomputed.score.parts {
            let title = recomputed.framework.part(part.part.as_str()).map(|part| part.title.plain(language));
            let value = format!("{}  {}", widgets::score_text(words, part), title.unwrap_or_default());
            form::row(ui, &words.with("verify-part", &[arg("part", &part.part)]), &value);
        }
        if let Some(overlay) = &recomputed.overlay {
            let source = arg("source", words.literal_source(overlay));
            let args = [source, arg("filled", overlay.filled()), arg("sha256", &overlay.sha256)];
            widgets::text(ui, &words.with("verify-overlay", &args));
        }
        let notes = [
            (!recomputed.parameters.is_final, "verify-concept"),
            (!recomputed.framework_on_board, "verify-framework-foreign"),
            (!recomputed.drawing_compared, "verify-drawing-not-compared"),
        ];
        for (_, key) in notes.into_iter().filter(|(holds, _)| *holds) {
            widgets::text(ui, &words.text(key));
        }
    });
}

/// A fingerprint in groups of four, so that two people can compare it aloud.
fn spaced(print: &str) -> String {
    let digits: Vec<char> = print.chars().collect();
    digits.chunks(4).map(|group| group.iter().collect::<String>()).collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_fingerprint_is_read_in_groups_of_four() {
        assert_eq!(spaced("0123456789ab"), "0123 4567 89ab");
        assert_eq!(spaced(""), "");
    }
}
