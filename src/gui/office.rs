//! What the window knows besides the assessment, and what there is to do besides drawing.

use std::path::{Path, PathBuf};

use eframe::egui::Context;

use super::attaching::Attaching;
use super::confirm::Confirm;
use super::desk;
use super::literal::Literal;
use super::new_form::NewForm;
use super::passwords::Passwords;
use super::places::Places;
use super::reports::Jobs;
use super::window::Window;
use super::wish::{Notice, Overlay, Screen};
use crate::domain::text::Language;
use crate::storage::settings::Settings;
use crate::wording::{Wording, arg};

/// What the window knows besides the assessment.
#[derive(Default)]
pub(super) struct Office {
    /// The folders of the user; none in tests and demonstrations, and nothing is remembered then.
    pub places: Option<Places>,
    /// What is remembered between runs.
    pub settings: Settings,
    /// The literal wording of the norms.
    pub literal: Literal,
    /// What is being worked on.
    pub jobs: Jobs,
    pub(super) attaching: Attaching,
    pub(super) passwords: Passwords,
    pub(super) confirm: Option<Confirm>,
}
impl Office {
    /// Where a file goes unless another place is chosen.
    pub fn folder(&self) -> PathBuf {
        let documents = || self.places.as_ref().map(|places| places.documents.clone());
        let last = self.settings.last_folder.clone().filter(|folder| folder.is_dir());
        last.or_else(documents).unwrap_or_else(|| PathBuf::from("."))
    }

    /// Where the example goes.
    pub(super) fn documents(&self) -> PathBuf {
        self.places.as_ref().map_or_else(|| PathBuf::from("."), |places| places.documents.clone())
    }
}

impl Window {
    /// Takes these folders as those of the user, and what is remembered there.
    pub fn at_home(&mut self, ctx: &Context, places: Places) {
        let loaded = Settings::load(&places.settings);
        if let Some(aside) = loaded.set_aside {
            let text = self.words.with("settings-set-aside", &[arg("file", aside.display())]);
            self.notice = Some(Notice::Problem(text));
        }
        self.office.settings = loaded.settings;
        self.office.places = Some(places);
        if let Some(language) = self.office.settings.language {
            self.words = Wording::new(language);
        }
        self.sweep_copies();
        self.dress(ctx);
        if let Some(overlay) = self.office.settings.overlay.clone() {
            self.lay_overlay(&overlay);
        }
    }

    pub(super) fn look_up_recent(&mut self) {
        let home = self.office.places.as_ref().and_then(|places| places.home.as_deref());
        self.screens.start.look_up(&self.office.settings.recent, home);
    }

    /// Changes what is remembered, and writes it down.
    pub(super) fn remember(&mut self, change: impl FnOnce(&mut Settings)) {
        change(&mut self.office.settings);
        let Some(places) = &self.office.places else { return };
        if let Err(error) = self.office.settings.save(&places.settings) {
            let text = self.words.with("settings-not-kept", &[("reason", self.words.file_error(&error))]);
            self.notice = Some(Notice::Problem(text));
        }
    }

    /// Remembers the assessment that was opened.
    pub(super) fn note_opened(&mut self) {
        if let Some(path) = self.session.as_ref().map(|session| absolute(session.path())) {
            self.remember(|settings| settings.note_opened(&path));
        }
    }

    /// What there is to do besides drawing: prepare what is going to be shown, take in what came.
    pub(super) fn office_logic(&mut self, ctx: &Context) {
        self.attaching_logic(ctx);
        self.poll_jobs();
        self.poll_unopened(ctx);
        self.poll_newer(ctx);
        self.preview_logic(ctx);
        self.note_appearance(ctx);
        self.show_overlay_state();
        self.show_stamp_state();
        if self.overlay != Some(Overlay::Cover) {
            self.screens.cover = super::cover_form::CoverForm::default();
        }
        if self.screen != Screen::New {
            self.screens.new_form.begun = false;
        }
        match self.screen {
            Screen::Start if self.screens.start.recent.is_none() => self.look_up_recent(),
            Screen::New if !self.screens.new_form.prepared => {
                let Settings { assessor_name, assessor_role, .. } = &self.office.settings;
                let folder = self.office.folder();
                self.screens.new_form = NewForm::new(&folder, &desk::today(), assessor_name, assessor_role);
            }
            Screen::New => self.screens.new_form.has_session = self.session.is_some(),
            Screen::Report => self.prepare_report(),
            Screen::Verify => {
                self.screens.verify.has_session = self.session.is_some();
                if self.screens.trusted.list.is_none() {
                    self.look_up_trusted();
                }
            }
            _ => {}
        }
    }

    /// The language of the window.
    pub(super) fn language(&self) -> Language {
        self.words.language()
    }
}

pub(super) fn absolute(path: &Path) -> PathBuf {
    std::path::absolute(path).unwrap_or_else(|_| path.to_owned())
}
