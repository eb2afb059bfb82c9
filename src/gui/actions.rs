//! Running errands: what the screens ask for besides the assessment. Files and settings here, reports in `reports`.

use std::path::{Path, PathBuf};

use eframe::egui::{self, Context, Modal};

use super::attaching::Attaching;
use super::dialogs::{Purpose, Question, Way};
use super::errand::Errand;
use super::literal::Literal;
use super::new_form::NewForm;
use super::passwords::Passwords;
use super::places::Places;
use super::reports::Jobs;
use super::theme;
use super::widgets;
use super::window::Window;
use super::wish::{Notice, Overlay, Screen, Wish};
use super::{desk, file_names};
use crate::domain::text::Language;
use crate::domain::{Command, Perspective};
use crate::session::{ExportForm, SessionError};
use crate::storage::settings::Settings;
use crate::storage::whole_file::{self, Replace};
use crate::storage::{Access, FileError};
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
    confirm: Option<Confirm>,
}

/// A question before something that cannot be taken back.
struct Confirm {
    question: String,
    yes: String,
    then: Errand,
}

impl Office {
    /// Where a file goes unless another place is chosen.
    pub fn folder(&self) -> PathBuf {
        let documents = || self.places.as_ref().map(|places| places.documents.clone());
        let last = self.settings.last_folder.clone().filter(|folder| folder.is_dir());
        last.or_else(documents).unwrap_or_else(|| PathBuf::from("."))
    }

    /// Where the example goes.
    fn documents(&self) -> PathBuf {
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

    fn look_up_recent(&mut self) {
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
        match self.screen {
            Screen::Start if self.screens.start.recent.is_none() => self.look_up_recent(),
            Screen::New if !self.screens.new_form.prepared => {
                let Settings { assessor_name, assessor_role, .. } = &self.office.settings;
                let folder = self.office.folder();
                self.screens.new_form = NewForm::new(&folder, &desk::today(), assessor_name, assessor_role);
            }
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

    /// What asking for a file is called.
    pub(super) fn title_of(&self, purpose: Purpose) -> String {
        match (purpose, self.norm_to_attach_to()) {
            (Purpose::Attach, Some(norm)) => self.words.with("dialog-attach-to", &[arg("norm", norm)]),
            _ => self.words.text(purpose.title_key()),
        }
    }

    /// The question that asks for a file.
    pub(super) fn question(&self, purpose: Purpose) -> Question {
        let title = self.title_of(purpose);
        let beside = self.session.as_ref().and_then(|session| session.path().parent()).map(Path::to_owned);
        let folder = beside.unwrap_or_else(|| self.office.folder());
        let subject = || self.session.as_ref().map(|session| session.assessment().cover.subject.clone());
        let nameless = self.words.text("new-nameless");
        let named =
            |ending: &str| subject().map(|subject| file_names::proposed(&subject, &nameless, &desk::today(), ending));
        let file_name = match purpose {
            Purpose::NewAssessment => Some(self.screens.new_form.file_name()),
            Purpose::Export(form) => named(form.word()),
            Purpose::Report => named("pdf"),
            Purpose::SaveAttached => self.name_to_save(),
            Purpose::Copy => named("trede"),
            _ => None,
        };
        Question { purpose, title, folder: Some(folder), file_name }
    }

    /// Runs one errand.
    pub(super) fn errand(&mut self, ctx: &Context, errand: Errand) {
        match errand {
            Errand::Typed(purpose, text) => self.typed(ctx, purpose, &text),
            Errand::Chosen(purpose, path) => self.file_chosen(ctx, purpose, path),
            Errand::Take(path) => self.take_file(ctx, path),
            Errand::TryExample => self.example_in(ctx, &self.office.documents()),
            Errand::Forget(path) => {
                self.remember(|settings| settings.recent.retain(|known| *known != path));
                self.look_up_recent();
            }
            Errand::Appear(appearance) => self.appear(ctx, appearance),
            Errand::Contrast(strong) => self.contrast(ctx, strong),
            Errand::Zoom(zoom) => self.zoom(ctx, zoom),
            Errand::Speak(language) => {
                self.speak(Wording::new(language));
                self.remember(|settings| settings.language = Some(language));
            }
            Errand::DropOverlay => self.drop_overlay(),
            Errand::LookForKeys => self.look_for_keys(ctx),
            Errand::StampWith(address) => self.stamp_with(&address),
            Errand::DropStamps => self.drop_stamps(),
            Errand::TakeFramework(path, sha256) => self.take_framework(path, Some(&sha256)),
            Errand::CreateNew => self.create_new(ctx),
            Errand::SaveCover => self.save_cover(),
            Errand::Password(step) => self.password_step(ctx, step),
            Errand::WorkAs(assessor) => self.work_as(ctx, assessor),
            Errand::Restore(document, backup) => self.put_back(ctx, document, backup),
            Errand::Salvage(document) => self.save_readable(ctx, document),
            Errand::Migrate => self.migrate(ctx),
            Errand::Export(side, form, path, replace) => self.export_to(side, form, &path, replace),
            Errand::MakeIdentity => self.make_identity(ctx),
            Errand::MakeReport(replace) => self.make_report(ctx, replace),
            Errand::PreviewReport => self.preview_report(ctx),
            Errand::PreviewFile(path) => self.preview_file(ctx, path),
            Errand::SignSecond => self.sign_second(ctx),
            Errand::Verify(path) => self.verify(ctx, path),
            Errand::TrustSigners(asked) => self.trust_signers(ctx, asked),
            Errand::TrustStampers(asked) => self.trust_stampers(ctx, asked),
            Errand::TrustFile(path) => self.trust_file(ctx, &path, true),
            Errand::Distrust(fingerprint, asked) => self.distrust(ctx, &fingerprint, asked),
            Errand::ShowFile(path) => {
                if let Err(error) = open::that_detached(&path) {
                    let args = [arg("file", path.display()), arg("detail", error)];
                    self.tell_problem(self.words.with("show-failed", &args));
                }
            }
            Errand::Attached(errand) => self.attached_errand(ctx, errand),
            Errand::CopyLetter(part) => self.copy_letter(ctx, &part),
            Errand::WalkBack(count) => self.walk(ctx, &Command::Undo, count),
            Errand::Copy(text) => ctx.copy_text(text),
        }
    }

    fn typed(&mut self, ctx: &Context, purpose: Purpose, text: &str) {
        let home = self.office.places.as_ref().and_then(|places| places.home.clone());
        let ending = match purpose.way() {
            Way::Save => purpose.endings().first().copied(),
            Way::Open | Way::Folder => None,
        };
        // Whoever types another known ending wants that form.
        let purpose = match purpose {
            Purpose::Export(form) => {
                let ending = text.trim().rsplit_once('.').map(|(_, ending)| ending.to_lowercase()).unwrap_or_default();
                Purpose::Export(ExportForm::of(&ending).unwrap_or(form))
            }
            other => other,
        };
        let ending = if ending.is_some() { purpose.endings().first().copied() } else { None };
        if let Some(path) = file_names::typed(text, &self.office.folder(), home.as_deref(), ending) {
            self.file_chosen(ctx, purpose, path);
        }
    }

    fn file_chosen(&mut self, ctx: &Context, purpose: Purpose, path: PathBuf) {
        let complete = |path: PathBuf| {
            let ending = purpose.endings().first().copied();
            let text = path.to_string_lossy().into_owned();
            file_names::typed(&text, Path::new(""), None, ending).unwrap_or(path)
        };
        let side = self.perspective;
        match purpose {
            Purpose::OpenAssessment => self.open(ctx, &path),
            Purpose::Any => self.take_file(ctx, path),
            Purpose::NewAssessment => {
                let path = complete(path);
                self.screens.new_form.typed.clear();
                self.remember(|settings| settings.note_folder(&path));
                self.screens.new_form.chosen = Some(path);
            }
            Purpose::Framework => self.take_framework(path, None),
            Purpose::ExampleFolder => self.example_in(ctx, &path),
            Purpose::Import => self.fulfil(ctx, Wish::Import(path)),
            Purpose::Export(form) => self.export_to(side, form, &complete(path), Replace::Never),
            Purpose::Report => {
                self.screens.report.typed.clear();
                self.screens.report.path = complete(path);
            }
            Purpose::Copy => self.go_on_in(ctx, &complete(path)),
            Purpose::Verify => self.verify(ctx, path),
            Purpose::Trust => self.trust_file(ctx, &path, false),
            Purpose::CompareLog => self.compare_log(path),
            Purpose::Key => {
                let key = self.key_form();
                key.typed.clear();
                key.file = Some(path);
            }
            Purpose::Module => self.choose_module(path),
            Purpose::Overlay => self.choose_overlay(&path),
            Purpose::Earlier => self.take_earlier(ctx, path),
            Purpose::Attach => self.attach(ctx, vec![path]),
            Purpose::SaveAttached => self.save_attached_to(ctx, &path),
        }
    }

    /// Does with a file what its ending says.
    fn take_file(&mut self, ctx: &Context, path: PathBuf) {
        let ending = path.extension().map(|ending| ending.to_string_lossy().to_lowercase()).unwrap_or_default();
        match ending.as_str() {
            "trede" => self.fulfil(ctx, Wish::Open(path, Access::Write)),
            "pdf" => self.verify(ctx, path),
            "ron" | "json" if super::literal::is_overlay(&path) => {
                self.choose_overlay(&path);
                self.overlay = Some(Overlay::Settings);
            }
            "ron" | "json" if self.session.is_some() => self.fulfil(ctx, Wish::Import(path)),
            "ron" | "json" => self.tell_problem(self.words.text("take-needs-assessment")),
            _ => self.tell_problem(self.words.with("take-unknown", &[arg("file", path.display())])),
        }
    }

    fn example_in(&mut self, ctx: &Context, folder: &Path) {
        if let Err(error) = std::fs::create_dir_all(folder) {
            let error = FileError::io(folder, &error);
            self.tell_problem(self.words.file_error(&error));
            return;
        }
        self.fulfil(ctx, Wish::Example(whole_file::free_path(&folder.join("Voorbeeldbank.trede"))));
    }

    fn create_new(&mut self, ctx: &Context) {
        self.screens.new_form.asked = true;
        // What is refused stands beside its field.
        let Ok(new) = self.screens.new_form.read() else { return };
        if new.path.symlink_metadata().is_ok() {
            let text = self.words.with("form-exists", &[arg("file", new.path.display())]);
            self.screens.new_form.problem = Some(text);
            return;
        }
        self.screens.new_form.problem = None;
        if let Some(assessor) = new.assessor.clone() {
            self.remember(|settings| {
                settings.assessor_name = assessor.name;
                settings.assessor_role = assessor.role;
            });
        }
        self.fulfil(ctx, Wish::Create(Box::new(new)));
    }

    fn save_cover(&mut self) {
        let (Some(session), Some(filled)) = (&self.session, &self.screens.cover.filled) else { return };
        self.screens.cover.asked = true;
        let Ok(commands) = filled.read(session.framework(), session.assessment()) else { return };
        for command in commands {
            let stamp = self.stamp();
            let Some(session) = &mut self.session else { return };
            if let Err(error) = session.execute(command, &stamp) {
                self.screens.cover.problem = Some(self.words.session_error(&error));
                return;
            }
        }
        self.overlay = None;
    }

    fn export_to(&mut self, side: Perspective, form: ExportForm, path: &Path, replace: Replace) {
        let Some(session) = &mut self.session else { return };
        let written = session.export_as(side, form, desk::now(), &self.words).and_then(|exported| {
            whole_file::write(path, &exported.bytes, replace)?;
            Ok(exported.altered)
        });
        match written {
            Ok(altered) => {
                let mut lines = vec![self.words.with("export-done", &[arg("file", path.display())])];
                lines.extend(altered.iter().map(|altered| altered.told(&self.words)));
                self.notice = Some(Notice::Done(lines.join("\n")));
            }
            Err(SessionError::File(FileError::Exists(_))) => {
                self.ask_to_replace(path, Errand::Export(side, form, path.to_owned(), Replace::Asked));
            }
            Err(error) => self.tell_problem(self.words.session_error(&error)),
        }
    }

    /// Asks whether a file may be replaced, and then runs this.
    pub(super) fn ask_to_replace(&mut self, path: &Path, then: Errand) {
        let question = self.words.with("confirm-replace", &[arg("file", path.display())]);
        self.ask_first(question, "confirm-replace-yes", then);
    }

    /// Asks before running this.
    pub(super) fn ask_first(&mut self, question: String, yes: &str, then: Errand) {
        self.office.confirm = Some(Confirm { question, yes: self.words.text(yes), then });
    }

    /// Takes back a question that nobody answered.
    pub(super) fn forget_question(&mut self) {
        self.office.confirm = None;
    }

    /// Draws the question that is open, over everything else.
    pub(super) fn draw_confirm(&mut self, ctx: &Context) {
        let Some(confirm) = &self.office.confirm else { return };
        let no = self.words.text("confirm-no");
        let mut answer = None;
        let shown = Modal::new(egui::Id::unique("confirm")).frame(theme::over(ctx)).show(ctx, |ui| {
            ui.set_max_width(520.0);
            widgets::text(ui, &confirm.question);
            ui.add_space(12.0);
            ui.horizontal(|ui| {
                // What changes nothing comes first: it is what Enter and a hasty click meet.
                if widgets::primary(ui, &no).clicked() {
                    answer = Some(false);
                }
                if widgets::secondary(ui, &confirm.yes).clicked() {
                    answer = Some(true);
                }
            });
        });
        if answer.is_none() && !shown.should_close() {
            return;
        }
        if let Some(Confirm { then, .. }) = self.office.confirm.take().filter(|_| answer == Some(true)) {
            self.errand(ctx, then);
        }
        ctx.request_repaint();
    }

    /// The language of the window.
    pub(super) fn language(&self) -> Language {
        self.words.language()
    }
}

pub(super) fn absolute(path: &Path) -> PathBuf {
    std::path::absolute(path).unwrap_or_else(|_| path.to_owned())
}
