//! Is a report intact, and is its signer known? Two questions, answered apart.

use std::path::PathBuf;

use eframe::egui::{self, Spinner, Ui};

use super::dialogs::Purpose;
use super::errand::Errand;
use super::form;
use super::key_form::KeyForm;
use super::overview::score_text;
use super::stamps::{self, StampChoice};
use super::start::file_name;
use super::theme::{self, Look, STEP};
use super::top::capitalized;
use super::trusted::TrustedView;
use super::widgets::{self, Press};
use super::wish::{Scene, Screen, Wish};
use crate::signing::{Certificate, FieldRole, SignatureFacts};
use crate::verification::{Confirmation, Reason, Recomputed, Verification};
use crate::wording::{Wording, arg};

/// What is known of a report.
#[derive(Debug, Default)]
pub struct VerifyView {
    /// The report.
    pub path: Option<PathBuf>,
    /// Whether it is being verified.
    pub working: bool,
    /// Whether a token is being waited for.
    pub on_token: bool,
    /// What was found.
    pub found: Option<Verification>,
    /// Why it could not be read.
    pub problem: Option<String>,
    /// Whether an assessment is open.
    pub has_session: bool,
    /// A path that is being typed.
    pub typed: String,
    /// Whether a field had the focus in the last frame.
    typing: bool,
    /// The assessment that the report was held against, and why its log does not match.
    pub log: Option<(PathBuf, Result<(), String>)>,
    /// A path of an assessment that is being typed.
    pub typed_log: String,
    /// With what the second reader signs.
    pub key: KeyForm,
    /// Whether that signature gets a time stamp.
    pub stamp: StampChoice,
}

impl VerifyView {
    /// Draws it.
    pub fn show(&mut self, ui: &mut Ui, scene: &mut Scene, trusted: &mut TrustedView) {
        let title = scene.text("verify-title");
        let back = if self.has_session { Screen::Workspace } else { Screen::Start };
        let free = ui.memory(|memory| memory.top_modal_layer().is_none()) && !egui::Popup::is_any_open(ui.ctx());
        // In a field the key only leaves the field.
        let typed = std::mem::replace(&mut self.typing, ui.ctx().text_edit_focused());
        if free && !typed && ui.input(|input| input.key_pressed(egui::Key::Escape)) {
            scene.wish(Wish::Show(back));
        }
        form::page(ui, "verify", theme::COLUMN, Some(back), scene, &title, |ui, scene| {
            match &self.path {
                // What was found comes first; another report is chosen below it.
                Some(path) => {
                    widgets::strong(ui, &file_name(path));
                    form::copyable(ui, &path.display().to_string());
                    ui.add_space(STEP);
                }
                None => {
                    widgets::text(ui, &scene.text("verify-about"));
                    ui.add_space(2.0 * STEP);
                    self.choose(ui, scene, "verify-choose");
                }
            }
            if self.working {
                ui.horizontal(|ui| {
                    ui.add(Spinner::new());
                    let text = if self.on_token { "token-looking" } else { "verify-working" };
                    widgets::text(ui, &scene.text(text));
                });
                return;
            }
            if let Some(problem) = &self.problem {
                form::bad(ui, problem);
            }
            if let Some(found) = &self.found {
                verdict(ui, scene, found);
                look(ui, scene, found, self.path.as_ref());
                signers(ui, scene, found, trusted);
                if found.is_intact() && found.inspection.signatures.len() < FieldRole::ALL.len() {
                    second(ui, scene, found, &mut self.key, &mut self.stamp);
                }
                if let Some(recomputed) = &found.recomputed {
                    says(ui, scene, found, recomputed);
                    log(ui, scene, self.log.as_ref(), &mut self.typed_log);
                }
            }
            if self.path.is_some() {
                ui.add_space(4.0 * STEP);
                self.choose(ui, scene, "verify-other");
            }
            trusted.show(ui, scene);
        });
    }

    fn choose(&mut self, ui: &mut Ui, scene: &mut Scene, button: &str) {
        let button = scene.text(button);
        wide_card(ui, |ui| form::ask_file(ui, scene, Purpose::Verify, &mut self.typed, &button));
        ui.add_space(2.0 * STEP);
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
            widgets::point(ui, "•", |ui| drop(form::selectable(ui, &scene.words.reason(reason))));
        }
        if !found.claimed.is_empty() {
            let names = scene.words.list(found.claimed.clone(), "and");
            form::selectable(ui, &scene.words.with("verify-claimed-signers", &[("names", names)]));
        }
    });
}

/// The way to the pages of a report, intact or not.
fn look(ui: &mut Ui, scene: &mut Scene, found: &Verification, path: Option<&PathBuf>) {
    let is_read =
        found.recomputed.is_some() && !found.reasons.iter().any(|reason| matches!(reason, Reason::Reading(_)));
    let Some(path) = path.filter(|_| is_read) else { return };
    ui.add_space(2.0 * STEP);
    if widgets::secondary(ui, &scene.text("preview-look")).clicked() {
        scene.wish(Wish::Errand(Errand::PreviewFile(path.clone())));
    }
}

fn signers(ui: &mut Ui, scene: &mut Scene, found: &Verification, trusted: &TrustedView) {
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
fn second(ui: &mut Ui, scene: &mut Scene, found: &Verification, key: &mut KeyForm, stamp: &mut StampChoice) {
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

/// Whether the pages say what the assessment inside gives, said for people.
fn pages(words: &Wording, found: &Verification) -> String {
    let unread = |reason: &Reason| matches!(reason, Reason::Reading(_));
    let differ = |reason: &Reason| matches!(reason, Reason::Page { .. } | Reason::NotAReport);
    let drawn = |reason: &Reason| matches!(reason, Reason::Drawing | Reason::OtherProgram { .. });
    words.text(match () {
        () if found.reasons.iter().any(unread) => "verify-pages-unread",
        () if found.reasons.iter().any(differ) => "verify-pages-differ",
        () if found.reasons.iter().any(drawn) || !found.inspection.all_faults().is_empty() => "verify-pages-drawn",
        () => "verify-pages-same",
    })
}

/// Whether the log of an assessment is the one that the report was made from.
fn log(ui: &mut Ui, scene: &mut Scene, answer: Option<&(PathBuf, Result<(), String>)>, typed: &mut String) {
    form::section(ui, &scene.text("verify-log"));
    wide_card(ui, |ui| {
        widgets::text(ui, &scene.text("verify-log-about"));
        ui.add_space(STEP);
        if let Some((path, answer)) = answer {
            form::copyable(ui, &path.display().to_string());
            match answer {
                Ok(()) => form::good(ui, &format!("✓ {}", scene.text("verify-log-matches"))),
                Err(reason) => {
                    let text = scene.words.with("verify-log-differs", &[("reason", reason.clone())]);
                    form::bad(ui, &format!("✗ {text}"));
                }
            }
            ui.add_space(STEP);
        }
        let button = scene.text("verify-log-choose");
        form::ask_file(ui, scene, Purpose::CompareLog, typed, &button);
    });
}

fn says(ui: &mut Ui, scene: &mut Scene, found: &Verification, recomputed: &Recomputed) {
    let words = scene.words;
    form::section(ui, &words.text("verify-says"));
    wide_card(ui, |ui| {
        let language = words.language();
        if !found.is_intact() {
            form::bad(ui, &words.text("verify-broken-says"));
            ui.add_space(STEP);
        }
        form::row(ui, &words.text("verify-pages"), &capitalized(&pages(words, found)));
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
