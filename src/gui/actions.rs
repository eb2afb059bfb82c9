//! Running errands: what the screens ask for besides the assessment. Files here, reports in `reports`.

use std::path::{Path, PathBuf};

use eframe::egui::Context;

use super::dialogs::{Purpose, Question, Way};
use super::errand::Errand;
use super::window::Window;
use super::wish::{Notice, Overlay, Wish};
use super::{desk, file_names};
use crate::domain::{Command, Perspective};
use crate::session::{ExportForm, SessionError};
use crate::storage::whole_file::{self, Replace};
use crate::storage::{Access, FileError};
use crate::wording::{Wording, arg};

impl Window {
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
        // What was done before is not an answer to this.
        if matches!(self.notice, Some(Notice::Done(_))) {
            self.notice = None;
        }
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
            Errand::StopWork => self.stop_work(),
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
        let Some(path) = file_names::typed(text, &self.office.folder(), home.as_deref(), ending) else { return };
        if self.overlay == Some(Overlay::Path) {
            if purpose.way() != Way::Save && !path.exists() {
                self.screens.path.problem = Some(self.words.file_error(&FileError::Missing(path)));
                return;
            }
            self.overlay = self.screens.path.back;
        }
        self.file_chosen(ctx, purpose, path);
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
}
