//! Who signed a report, and what is known of him.

use eframe::egui::Ui;

use super::wide_card;
use crate::gui::errand::Errand;
use crate::gui::form;
use crate::gui::key_form::KeyForm;
use crate::gui::stamps::{self, StampChoice};
use crate::gui::theme::{Look, STEP};
use crate::gui::top::capitalized;
use crate::gui::trusted::TrustedView;
use crate::gui::widgets::{self, Press};
use crate::gui::wish::{Scene, Wish};
use crate::signing::{Certificate, SignatureFacts};
use crate::verification::{Confirmation, Verification};
use crate::wording::{Wording, arg};

pub(super) fn signers(ui: &mut Ui, scene: &mut Scene, found: &Verification, trusted: &TrustedView) {
    if found.inspection.signatures.is_empty() {
        return;
    }
    form::section(ui, &scene.text("verify-signer"));
    wide_card(ui, |ui| {
        for signature in &found.inspection.signatures {
            signer(ui, scene, found, signature, trusted);
        }
        let known = trusted.certificates().unwrap_or_default();
        let is_strange = |each: &SignatureFacts| each.stamp.is_some() && !each.has_confirmed_stamp(&known);
        let may_trust = found.is_intact() && trusted.problem.is_none();
        if may_trust && found.inspection.signatures.iter().any(is_strange) {
            if widgets::secondary(ui, &scene.text("verify-trust-stamper")).clicked() {
                scene.wish(Wish::Errand(Errand::TrustStampers(false)));
            }
            ui.add_space(STEP);
        }
        let look = Look::of(ui);
        match found.confirmation {
            _ if !found.is_intact() => {
                widgets::remark(ui, look.bad_ground, |ui| widgets::text(ui, &scene.text("verify-broken-about")));
            }
            Confirmation::Confirmed => form::good(ui, &format!("✓ {}", scene.text("verify-confirmed"))),
            Confirmation::NotAsked | Confirmation::Stranger => {
                widgets::remark(ui, look.accent_ground, |ui| {
                    widgets::strong(ui, &scene.text("verify-unknown"));
                    widgets::text(ui, &scene.text("verify-unknown-about"));
                });
                if may_trust {
                    ui.add_space(STEP);
                    if widgets::secondary(ui, &scene.text("verify-trust")).clicked() {
                        scene.wish(Wish::Errand(Errand::TrustSigners(false)));
                    }
                }
            }
        }
    });
}

/// The place to sign as the second reader.
pub(super) fn second(ui: &mut Ui, scene: &mut Scene, found: &Verification, key: &mut KeyForm, stamp: &mut StampChoice) {
    form::section(ui, &scene.text("second-title"));
    wide_card(ui, |ui| {
        widgets::text(ui, &scene.text("second-about"));
        let entered = key.show(ui, scene);
        stamp.show(ui, scene);
        let signed = |print: &str| found.has_signed(print);
        let same = key.signer().filter(|known| signed(&known.fingerprint));
        if let Some(known) = same {
            form::bad(ui, &scene.words.with("second-same", &[arg("name", &known.name)]));
        }
        let may = key.is_filled() && same.is_none();
        let press = Press::new(&scene.text("second-sign")).enabled(may).show(ui);
        if may && (entered || press.clicked()) {
            scene.wish(Wish::Errand(Errand::SignSecond));
        }
    });
}

fn signer(ui: &mut Ui, scene: &Scene, found: &Verification, signature: &SignatureFacts, trusted: &TrustedView) {
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
    form::row(ui, &words.text("verify-covers"), &capitalized(&covers(words, found, signature)));
    // A list says nothing about a signature that does not hold.
    let is_sound = found.inspection.all_faults().is_empty();
    let standing = signature.certificate.as_ref().filter(|_| is_sound).and_then(|each| trusted.standing(words, each));
    // Whose name stands under a signature that does not hold, it says itself: no list can bear it out.
    let none = match (is_sound, trusted.problem.is_some()) {
        (false, _) => "verify-standing-unsure",
        // Whether he is on a list that cannot be read nobody can tell.
        (true, true) => "verify-standing-unread",
        (true, false) => "verify-standing-none",
    };
    form::row(ui, &words.text("verify-standing"), &capitalized(&standing.unwrap_or_else(|| words.text(none))));
    let known = || trusted.certificates().unwrap_or_default();
    stamps::rows(ui, words, signature, is_sound.then(|| signature.has_confirmed_stamp(&known())));
    ui.add_space(STEP);
}

/// Which bytes a signature vouches for, said for people.
fn covers(words: &Wording, found: &Verification, signature: &SignatureFacts) -> String {
    let end = signature.covers.end;
    let is_all = found.inspection.revisions.last().is_some_and(|last| last.end == end);
    let key = match (found.inspection.is_intact(), is_all) {
        (true, true) => "verify-covers-all",
        (true, false) => "verify-covers-first",
        (false, _) => "verify-covers-unsure",
    };
    words.with(key, &[arg("bytes", end)])
}

/// A fingerprint in groups of four, so that two people can compare it aloud.
pub fn spaced(print: &str) -> String {
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
