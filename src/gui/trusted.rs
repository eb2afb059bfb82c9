//! The signers that the user trusts: showing the list, adding to it and taking out; and holding a report against the
//! log of an assessment.

use std::path::{Path, PathBuf};

use eframe::egui::{Context, Role, Ui};

use super::desk;
use super::dialogs::Purpose;
use super::errand::Errand;
use super::form;
use super::passwords::About;
use super::theme::STEP;
use super::verify_view::spaced;
use super::widgets::{self, Press, Tone};
use super::window::Window;
use super::wish::{Notice, Scene, Wish};
use crate::session::{Session, SessionError};
use crate::signing::Certificate;
use crate::storage::{Access, log as audit};
use crate::trust::{TrustError, TrustList, Trusted, read_certificate, source_of};
use crate::wording::{Wording, arg};

/// The list as the window shows it.
#[derive(Debug, Default)]
pub struct TrustedView {
    /// The list as it stands in its file; none when it was not looked up yet.
    pub list: Option<TrustList>,
    /// The certificates of the user's own signatures.
    pub own: Vec<Certificate>,
    /// Why the list is not used.
    pub problem: Option<String>,
    /// A path that is being typed.
    pub typed: String,
    /// The note for the signer that is added next.
    pub note: String,
}

impl TrustedView {
    /// The certificates to compare with; none when there is nobody.
    pub fn certificates(&self) -> Option<Vec<Certificate>> {
        let mut known = self.own.clone();
        known.extend(self.list.iter().flat_map(TrustList::certificates));
        (!known.is_empty()).then_some(known)
    }

    /// What is known of whoever has this certificate, in words; none when he is a stranger.
    pub fn standing(&self, words: &Wording, certificate: &Certificate) -> Option<String> {
        match self.list.as_ref().and_then(|list| list.find(certificate)) {
            Some(entry) => Some(words.trusted_since(entry)),
            None => self.own.contains(certificate).then(|| words.text("trusted-own")),
        }
    }

    /// Draws the list and what can be done with it.
    pub fn show(&mut self, ui: &mut Ui, scene: &mut Scene) {
        form::section(ui, &scene.text("trusted-title"));
        widgets::card(ui, |ui| {
            ui.set_width(ui.available_width());
            widgets::text(ui, &scene.text("trusted-about"));
            ui.add_space(STEP);
            if let Some(problem) = &self.problem {
                form::bad(ui, problem);
                return;
            }
            let entries = self.list.as_ref().map(TrustList::entries).unwrap_or_default();
            if entries.is_empty() {
                widgets::muted(ui, &scene.text("trust-none"));
            }
            for entry in entries {
                show_entry(ui, scene, entry);
            }
            ui.add_space(STEP);
            let help = scene.text("trusted-note-help");
            let shown = form::Shown { help: &help, ..form::Shown::default() };
            form::field(ui, &scene.text("trusted-note"), &mut self.note, shown);
            let button = scene.text("verify-trust-file");
            form::ask_file(ui, scene, Purpose::Trust, &mut self.typed, &button);
        });
    }
}

fn show_entry(ui: &mut Ui, scene: &mut Scene, entry: &Trusted) {
    let print = entry.certificate.fingerprint();
    widgets::sentence(ui, |ui| {
        widgets::strong(ui, entry.certificate.name());
        let text = scene.text("trusted-remove-yes");
        let remove = scene.words.with("trusted-remove", &[arg("name", entry.certificate.name())]);
        let press = Press::new(&text).tone(Tone::Link).role(Role::Link).tight().name(remove);
        if press.show(ui).clicked() {
            scene.wish(Wish::Errand(Errand::Distrust(print.clone(), false)));
        }
    });
    form::copyable(ui, &spaced(&print));
    widgets::muted(ui, &scene.words.trusted_since(entry));
    ui.add_space(STEP);
}

impl Window {
    fn trust_folder(&self) -> Option<PathBuf> {
        self.office.places.as_ref().map(|places| places.settings.clone())
    }

    /// Reads the list and the user's own certificates anew: another window, or the command line, may have changed them.
    pub(super) fn look_up_trusted(&mut self) {
        let own = self.store().list().map(|listing| listing.identities).unwrap_or_default();
        let loaded = self.trust_folder().map_or_else(|| Ok(TrustList::default()), |folder| TrustList::load(&folder));
        let view = &mut self.screens.trusted;
        view.own = own.iter().map(|identity| identity.certificate().clone()).collect();
        match loaded {
            Ok(list) => (view.list, view.problem) = (Some(list), None),
            Err(error) => {
                (view.list, view.problem) = (Some(TrustList::default()), Some(self.words.trust_error(&error)));
            }
        }
    }

    /// Trusts the signers of the report that is shown, after asking.
    pub(super) fn trust_signers(&mut self, ctx: &Context, asked: bool) {
        let Some(found) = self.screens.verify.found.as_ref().filter(|found| found.is_intact()) else { return };
        let signatures = found.inspection.signatures.iter();
        let trusted = self.screens.trusted.certificates().unwrap_or_default();
        let strangers: Vec<Certificate> = signatures
            .filter_map(|signature| signature.certificate.clone())
            .filter(|certificate| !trusted.contains(certificate))
            .collect();
        if !asked {
            return self.ask_trust("verify-trust-question", &strangers, Errand::TrustSigners(true));
        }
        let source = self.screens.verify.path.as_deref().map(source_of).unwrap_or_default();
        self.trust(ctx, "verify-trusted", strangers, &source);
    }

    /// Trusts the time stamp services of the report that is shown, after asking.
    pub(super) fn trust_stampers(&mut self, ctx: &Context, asked: bool) {
        let Some(found) = self.screens.verify.found.as_ref().filter(|found| found.is_intact()) else { return };
        let trusted = self.screens.trusted.certificates().unwrap_or_default();
        let mut strangers: Vec<Certificate> = Vec::new();
        for stamp in found.inspection.signatures.iter().filter_map(|signature| signature.stamp.as_ref()) {
            if !stamp.is_confirmed_by(&trusted) && !strangers.contains(&stamp.certificate) {
                strangers.push(stamp.certificate.clone());
            }
        }
        if !asked {
            return self.ask_trust("verify-trust-stamper-question", &strangers, Errand::TrustStampers(true));
        }
        let source = self.screens.verify.path.as_deref().map(source_of).unwrap_or_default();
        self.trust(ctx, "verify-trusted-stamper", strangers, &source);
    }

    /// Trusts the signer whose certificate this is, after asking.
    pub(super) fn trust_file(&mut self, ctx: &Context, path: &Path, asked: bool) {
        match read_certificate(path) {
            Ok(certificate) if asked => self.trust(ctx, "verify-trusted", vec![certificate], &source_of(path)),
            Ok(certificate) => {
                self.ask_trust("verify-trust-question", &[certificate], Errand::TrustFile(path.to_owned()));
            }
            Err(error) => self.tell_problem(self.words.trust_error(&error)),
        }
    }

    /// The fingerprints stand in the question: whoever says yes has seen them.
    fn ask_trust(&mut self, question: &str, certificates: &[Certificate], then: Errand) {
        let names = certificates.iter().map(|each| each.name().to_owned()).collect();
        let prints: Vec<String> = certificates
            .iter()
            .map(|each| {
                let args = [arg("name", each.name()), ("sha256", spaced(&each.fingerprint()))];
                self.words.with("verify-trust-print", &args)
            })
            .collect();
        let args = [("names", self.words.list(names, "and")), ("prints", prints.join("\n"))];
        let question = self.words.with(question, &args);
        self.ask_first("verify-trust-title", question, "verify-trust-yes", then);
    }

    fn trust(&mut self, ctx: &Context, done: &str, certificates: Vec<Certificate>, source: &str) {
        let note = self.screens.trusted.note.trim().to_owned();
        let names = certificates.iter().map(|each| each.name().to_owned()).collect();
        let changed = self.change_trusted(|list| {
            certificates.into_iter().try_for_each(|certificate| {
                list.add(Trusted { certificate, added: desk::now(), source: source.to_owned(), note: note.clone() })
            })
        });
        if changed {
            let text = self.words.with(done, &[("name", self.words.list(names, "and"))]);
            self.notice = Some(Notice::Done(text));
            self.screens.trusted.note.clear();
            self.screens.trusted.typed.clear();
            self.verify_again(ctx);
        }
    }

    /// Takes the signer with this fingerprint off the list, after asking.
    pub(super) fn distrust(&mut self, ctx: &Context, fingerprint: &str, asked: bool) {
        let list = self.screens.trusted.list.clone().unwrap_or_default();
        let entry = list.entries().iter().find(|entry| entry.certificate.fingerprint() == fingerprint);
        let name = entry.map(|entry| entry.certificate.name().to_owned()).unwrap_or_default();
        if !asked {
            let question = self.words.with("trusted-remove-question", &[("name", name)]);
            let then = Errand::Distrust(fingerprint.to_owned(), true);
            return self.ask_first("trusted-remove-title", question, "trusted-remove-yes", then);
        }
        if self.change_trusted(|list| list.remove(fingerprint).map(drop)) {
            let args = [("name", name), ("sha256", fingerprint.to_owned())];
            self.notice = Some(Notice::Done(self.words.with("trust-removed", &args)));
            self.verify_again(ctx);
        }
    }

    /// Changes the list as it stands in its file now, and writes it; tells what stands in the way.
    fn change_trusted(&mut self, change: impl FnOnce(&mut TrustList) -> Result<(), TrustError>) -> bool {
        let Some(folder) = self.trust_folder() else { return false };
        let changed = TrustList::load(&folder).and_then(|mut list| {
            change(&mut list)?;
            Ok(list.save(&folder)?)
        });
        if let Err(error) = &changed {
            self.tell_problem(self.words.trust_error(error));
        }
        self.look_up_trusted();
        changed.is_ok()
    }

    fn verify_again(&mut self, ctx: &Context) {
        if let Some(path) = self.screens.verify.path.clone() {
            let log = self.screens.verify.log.take();
            self.verify(ctx, path);
            self.screens.verify.log = log;
        }
    }

    /// Holds the log head in the report that is shown against this assessment.
    pub(super) fn compare_log(&mut self, path: PathBuf) {
        if !self.asks_password(&path, About::Compare) {
            let opened = Session::open(&path, Access::Read, &self.user);
            self.compared_log(path, opened);
        }
    }

    /// Holds that log head against the assessment that was opened for it.
    pub(super) fn compared_log(&mut self, path: PathBuf, opened: Result<Session, SessionError>) {
        let recomputed = self.screens.verify.found.as_ref().and_then(|found| found.recomputed.as_ref());
        let Some(recomputed) = recomputed else { return };
        let answer = match (&recomputed.log_head, opened) {
            (_, Err(error)) => {
                let text = self.words.session_error(&error);
                return self.tell_problem(text);
            }
            (None, _) => Err(self.words.text("verify-no-log-head")),
            (Some(head), Ok(mut session)) => {
                audit::matches(session.log(), head).map_err(|broken| self.words.log_break(&broken))
            }
        };
        self.screens.verify.typed_log.clear();
        self.screens.verify.log = Some((path, answer));
    }
}
