//! A new assessment: which framework, which lender, which period, who judges from which side, and where the file goes.

use std::path::{Path, PathBuf};

use eframe::egui::Ui;

use super::cover_fields::{Field, assessor, assessor_fields, assessor_too_long, cover, cover_fields, refused_fields};
use super::dialogs::Purpose;
use super::errand::Errand;
use super::file_names;
use super::form;
use super::own_framework::OwnFramework;
use super::start::{self, OnBoard};
use super::theme::{self, STEP};
use super::widgets;
use super::wish::{NewAssessment, Scene, Screen, Wish};
use crate::domain::Perspective;
use crate::domain::command::Refusal;
use crate::storage::{protection, shipped};

/// What is filled in so far.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewForm {
    /// Whether it was filled with what the program knows.
    pub prepared: bool,
    frameworks: Option<Vec<OnBoard>>,
    own: Option<OwnFramework>,
    /// Which of the frameworks on board; after the last of them the one from a file.
    pub framework: usize,
    /// The name of the lender.
    pub subject: String,
    /// Its number in the trade register; may be empty.
    pub kvk: String,
    /// The period.
    pub period: String,
    /// From which side the assessment is made.
    pub perspective: Perspective,
    /// The name of the assessor.
    pub name: String,
    /// The role of the assessor.
    pub role: String,
    /// The folder that files go to.
    pub folder: PathBuf,
    /// The date of today, as part of a file name: `2026-11-22`.
    pub today: String,
    /// What the file is called while the lender has no name, in the language of the window.
    pub nameless: String,
    /// The place that the user chose; none means the proposal.
    pub chosen: Option<PathBuf>,
    /// A path that is being typed.
    pub typed: String,
    /// The path of a framework that is being typed.
    pub typed_framework: String,
    /// Whether its password is asked before the file is made.
    pub protect: bool,
    /// Whether an assessment is open.
    pub has_session: bool,
    /// Whether the first field had the focus.
    pub begun: bool,
    /// Whether the user asked to go on, so that what is missing is named.
    pub asked: bool,
    /// Why the file could not be made.
    pub problem: Option<String>,
}

impl Default for NewForm {
    fn default() -> NewForm {
        NewForm {
            prepared: false,
            frameworks: None,
            own: None,
            framework: 0,
            subject: String::new(),
            kvk: String::new(),
            period: String::new(),
            perspective: Perspective::Supervisor,
            name: String::new(),
            role: String::new(),
            folder: PathBuf::new(),
            today: String::new(),
            nameless: String::new(),
            chosen: None,
            typed: String::new(),
            typed_framework: String::new(),
            protect: false,
            has_session: false,
            begun: false,
            asked: false,
            problem: None,
        }
    }
}

impl NewForm {
    /// A form with what the program knows: where files go, the date, and who filled it in last time.
    pub fn new(folder: &Path, today: &str, name: &str, role: &str) -> NewForm {
        NewForm {
            prepared: true,
            period: today.split('-').next().unwrap_or_default().to_owned(),
            name: name.to_owned(),
            role: role.to_owned(),
            folder: folder.to_owned(),
            today: today.to_owned(),
            ..NewForm::default()
        }
    }

    /// Draws the form.
    pub fn show(&mut self, ui: &mut Ui, scene: &mut Scene) {
        let title = scene.text("new-title");
        self.nameless = scene.text("new-nameless");
        // Back to the assessment that this hides, where there is one.
        let back = if self.has_session { Screen::Workspace } else { Screen::Start };
        form::page(ui, "new", theme::COLUMN, Some(back), scene, &title, |ui, scene| {
            widgets::text(ui, &scene.text("new-about"));
            ui.add_space(2.0 * STEP);
            let refused = if self.asked { self.read().err().unwrap_or_default() } else { Vec::new() };
            widgets::card(ui, |ui| self.about(ui, scene, &refused));
            ui.add_space(2.0 * STEP);
            widgets::card(ui, |ui| self.who(ui, scene, &refused));
            ui.add_space(2.0 * STEP);
            widgets::card(ui, |ui| self.place(ui, scene));
            if let Some(problem) = &self.problem {
                ui.add_space(2.0 * STEP);
                form::bad(ui, problem);
            }
            ui.add_space(3.0 * STEP);
            ui.horizontal(|ui| {
                if widgets::primary(ui, &scene.text("new-create")).clicked() {
                    self.asked = true;
                    scene.wish(Wish::Errand(Errand::CreateNew));
                }
                if widgets::secondary(ui, &scene.text("form-cancel")).clicked() {
                    scene.wish(Wish::Show(back));
                }
            });
        });
    }

    fn about(&mut self, ui: &mut Ui, scene: &mut Scene, refused: &[(Field, Refusal)]) {
        ui.set_width(ui.available_width());
        let language = scene.words.language();
        let options: Vec<(usize, String)> = self
            .frameworks
            .get_or_insert_with(start::on_board)
            .iter()
            .chain(self.own.as_ref().map(|own| &own.about))
            .enumerate()
            .map(|(at, each)| (at, format!("{} ({})", each.title.plain(language), each.version)))
            .collect();
        form::choices(ui, &scene.text("new-framework"), &mut self.framework, &options);
        let button = scene.text("new-own-framework");
        form::ask_file(ui, scene, Purpose::Framework, &mut self.typed_framework, &button);
        ui.add_space(STEP);
        let first = cover_fields(ui, scene, refused, [&mut self.subject, &mut self.kvk, &mut self.period]);
        // Who begins types the name of the lender first.
        if let Some(first) = first.filter(|_| !std::mem::replace(&mut self.begun, true)) {
            first.request_focus();
        }
    }

    fn who(&mut self, ui: &mut Ui, scene: &Scene, refused: &[(Field, Refusal)]) {
        ui.set_width(ui.available_width());
        let sides = [Perspective::Supervisor, Perspective::SelfAssessment, Perspective::Reviewer];
        let options = sides.map(|side| (side, scene.words.perspective(side)));
        form::choices(ui, &scene.text("new-perspective"), &mut self.perspective, &options);
        assessor_fields(ui, scene, refused, &mut self.name, &mut self.role);
    }

    fn place(&mut self, ui: &mut Ui, scene: &mut Scene) {
        ui.set_width(ui.available_width());
        widgets::strong(ui, &scene.text("new-place"));
        form::copyable(ui, &self.path().display().to_string());
        let button = scene.text("new-elsewhere");
        form::ask_file(ui, scene, Purpose::NewAssessment, &mut self.typed, &button);
        if protection::AVAILABLE {
            ui.add_space(STEP);
            ui.checkbox(&mut self.protect, scene.text("new-protect"));
            widgets::muted(ui, &scene.text("new-protect-about"));
        }
    }

    /// Offers a framework from a file, and chooses it.
    pub fn take_framework(&mut self, own: OwnFramework) {
        self.typed_framework.clear();
        self.own = Some(own);
        self.framework = shipped::ALL.len();
    }

    /// The file of the framework that is chosen.
    fn framework_text(&self) -> Option<Vec<u8>> {
        let own = || self.own.as_ref().filter(|_| self.framework == shipped::ALL.len()).map(|own| own.text.clone());
        shipped::ALL.get(self.framework).map(|shipped| shipped.text.as_bytes().to_vec()).or_else(own)
    }

    /// Where the file goes.
    pub fn path(&self) -> PathBuf {
        self.chosen.clone().unwrap_or_else(|| self.folder.join(self.file_name()))
    }

    /// The name that is proposed for the file.
    pub fn file_name(&self) -> String {
        file_names::proposed(&self.subject, &self.nameless, &self.today, "trede")
    }

    /// What the fields say; whatever the rules refuse, field by field.
    pub fn read(&self) -> Result<NewAssessment, Vec<(Field, Refusal)>> {
        let cover = cover(&self.subject, &self.kvk, &self.period);
        let mut refused = refused_fields(&cover);
        let assessor = assessor(&self.name, &self.role);
        if assessor.is_none() && !self.role.trim().is_empty() {
            refused.push((Field::Name, Refusal::ReasonNeeded));
        }
        refused.extend(assessor_too_long(&self.name, &self.role));
        let Some(framework_text) = self.framework_text().filter(|_| refused.is_empty()) else {
            return Err(refused);
        };
        Ok(NewAssessment {
            path: self.path(),
            framework_text,
            cover,
            perspective: self.perspective,
            assessor,
            protect: self.protect,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::super::cover_fields::LONGEST;
    use super::*;
    use crate::domain::command::CoverField;

    fn form() -> NewForm {
        let mut form = NewForm::new(Path::new("/map"), "2026-11-22", "A. Bee", "toezichthouder");
        form.subject = "Voorbeeldbank N.V.".to_owned();
        form
    }

    #[test]
    fn the_place_follows_the_name_until_another_is_chosen() {
        let mut form = form();
        assert_eq!(form.path(), Path::new("/map/Voorbeeldbank-2026-11-22.trede"));
        form.chosen = Some(PathBuf::from("/elders/x.trede"));
        form.subject = "Andere bank".to_owned();
        assert_eq!(form.path(), Path::new("/elders/x.trede"));
    }

    #[test]
    fn every_field_that_is_wrong_is_named() {
        let mut form = form();
        (form.subject, form.kvk, form.period) = (" ".to_owned(), "1234".to_owned(), String::new());
        form.name = String::new();
        let refused: Vec<Field> = form.read().unwrap_err().into_iter().map(|(field, _)| field).collect();
        let cover = [CoverField::Subject, CoverField::Kvk, CoverField::Period].map(Field::Cover);
        assert_eq!(refused, [&cover[..], &[Field::Name]].concat());
    }

    #[test]
    fn what_does_not_fit_is_refused_and_never_cut_off() {
        let mut form = form();
        form.subject = "é".repeat(LONGEST);
        assert_eq!(form.read().unwrap().cover.subject, form.subject);
        form.subject.push('x');
        form.role = form.subject.clone();
        let refused = |field| (field, Refusal::TextTooLong(LONGEST));
        assert_eq!(form.read().unwrap_err(), [refused(Field::Cover(CoverField::Subject)), refused(Field::Name)]);
    }

    #[test]
    fn a_number_may_be_written_in_groups() {
        let mut form = form();
        form.kvk = " 12.34 56.78 ".to_owned();
        assert_eq!(form.read().unwrap().cover.kvk.as_deref(), Some("12345678"));
        form.kvk = String::new();
        assert_eq!(form.read().unwrap().cover.kvk, None);
    }
}
