//! Verifying a report, and the signature of its second reader under one that was found intact.

use std::path::PathBuf;

use eframe::egui::Context;

use super::job::{Halt, Job};
use super::key_form::{KeyForm, Origin, Refusal};
use super::report_work::{Trouble, unlock};
use super::reports::waker;
use super::verify_view::VerifyView;
use super::window::Window;
use super::wish::Screen;
use crate::session::ReportError;
use crate::signing::{FieldRole, MAX_PDF_BYTES, SignError, SignRequest, sign, sign_stamped};
use crate::storage::whole_file::{self, Replace};
use crate::verification::verify;

impl Window {
    /// Verifies a report and shows what is found.
    pub(super) fn verify(&mut self, ctx: &Context, path: PathBuf) {
        self.screen = Screen::Verify;
        self.overlay = None;
        self.look_up_trusted();
        let trusted = self.screens.trusted.certificates();
        let (listing, last) = (self.store().list().unwrap_or_default(), self.office.settings.last_identity.as_deref());
        let view = &mut self.screens.verify;
        let origin = if listing.identities.is_empty() { Origin::File } else { Origin::Own };
        view.key = KeyForm { origin, ..KeyForm::default() };
        view.key.token.module.clone_from(&self.office.settings.token_module);
        view.key.token.looking = self.office.jobs.tokens.is_some();
        view.key.take(listing, last);
        view.typed.clear();
        view.halt = Halt::default();
        (view.found, view.problem, view.working) = (None, None, true);
        view.log = None;
        view.path = Some(path.clone());
        self.office.jobs.verification = Some(Job::start(waker(ctx), move || {
            // One byte more than is inspected, so that the inspection can say that it is too large.
            let pdf = whole_file::read(&path, MAX_PDF_BYTES as u64 + 1)?;
            Ok(Box::new(verify(&pdf, trusted.as_deref())))
        }));
    }

    /// Asks for a report: what was found of another is not the answer for this one.
    pub(super) fn verify_another(&mut self) {
        if !self.screens.verify.working {
            self.screens.verify = VerifyView::default();
        }
    }

    /// Signs the report that is shown, and verifies it again.
    pub(super) fn sign_second(&mut self, ctx: &Context) {
        self.look_up_trusted();
        let (store, trusted) = (self.store(), self.screens.trusted.certificates());
        let view = &mut self.screens.verify;
        let (Some(path), false) = (view.path.clone(), view.working) else { return };
        let key = match view.key.key(store) {
            Some(Ok(key)) => key,
            Some(Err(error)) => {
                view.key.refused = Some(Refusal::new(self.words.identity_error(&error)));
                return;
            }
            None => return,
        };
        let stamp = match view.stamp.asked(&self.words) {
            Ok(stamp) => stamp,
            Err(problem) => {
                view.problem = Some(problem);
                return;
            }
        };
        view.halt = Halt::default();
        let halt = view.halt.clone();
        (view.problem, view.working, view.on_token) = (None, true, view.key.origin == Origin::Token);
        let reason = self.words.text("signature-reason-second-reader");
        let request = SignRequest { field: FieldRole::SecondReader, reason, location: None, at: super::desk::now() };
        self.office.jobs.verification = Some(Job::start(waker(ctx), move || {
            let read = || whole_file::read(&path, MAX_PDF_BYTES as u64 + 1);
            let pdf = read()?;
            let signer = unlock(key)?;
            if !halt.is_undecided() {
                return Err(Trouble::Stopped);
            }
            // Nobody puts his name under pages that say something else than the assessment inside.
            if !verify(&pdf, None).is_intact() {
                return Err(Trouble::Report(ReportError::Sign(SignError::NotIntact { faults: Vec::new() })));
            }
            let signed = match &stamp {
                Some(asked) => asked.with(&|| {}, |stamping| sign_stamped(&pdf, &request, &signer, stamping)),
                None => sign(&pdf, &request, &signer),
            };
            let signed = signed.map_err(ReportError::Sign)?;
            if !halt.may_write() {
                return Err(Trouble::Stopped);
            }
            whole_file::write(&path, &signed, Replace::Asked)?;
            Ok(Box::new(verify(&read()?, trusted.as_deref())))
        }));
    }
}
