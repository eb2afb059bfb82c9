//! A new assessment: which framework, which lender, which period, who judges from which side, and where the file goes.

use std::path::{Path, PathBuf};

use eframe::egui::Ui;

use super::dialogs::Purpose;
use super::errand::Errand;
use super::file_names;
use super::form::{self, Shown};
use super::own_framework::OwnFramework;
use super::start::{self, OnBoard};
use super::theme::{self, STEP};
use super::widgets;
use super::wish::{NewAssessment, Scene, Screen, Wish};
use crate::domain::command::{CoverField, Refusal};
use crate::domain::{Assessor, Cover, Perspective};
use crate::storage::{protection, shipped};

/// The longest text that fits in a report, in characters.
const LONGEST: usize = 200;

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
        form::page(ui, "new", theme::COLUMN, Some(Screen::Start), scene, &title, |ui, scene| {
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
                    scene.wish(Wish::Show(Screen::Start));
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
        cover_fields(ui, scene, refused, [&mut self.subject, &mut self.kvk, &mut self.period]);
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

/// A field that can be wrong.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Field {
    /// A field of the cover.
    Cover(CoverField),
    /// The name of the assessor.
    Name,
}

/// The cover that these fields make; blanks around them do not count, nor dots and spaces within a number.
pub fn cover(subject: &str, kvk: &str, period: &str) -> Cover {
    let kvk: String = kvk.chars().filter(|character| !character.is_whitespace() && *character != '.').collect();
    Cover {
        subject: subject.trim().to_owned(),
        kvk: Some(kvk).filter(|kvk| !kvk.is_empty()),
        period: period.trim().to_owned(),
    }
}

/// The assessor that these fields make; none without a name.
pub fn assessor(name: &str, role: &str) -> Option<Assessor> {
    let name = name.trim();
    (!name.is_empty()).then(|| Assessor { name: name.to_owned(), role: role.trim().to_owned() })
}

/// Every field of the cover that the rules refuse. They name one at a time; here each is judged by itself.
pub fn refused_fields(cover: &Cover) -> Vec<(Field, Refusal)> {
    let fine = || Cover { subject: "-".to_owned(), kvk: None, period: "-".to_owned() };
    let apart = [
        Cover { subject: cover.subject.clone(), ..fine() },
        Cover { kvk: cover.kvk.clone(), ..fine() },
        Cover { period: cover.period.clone(), ..fine() },
    ];
    let long = [(CoverField::Subject, &cover.subject), (CoverField::Period, &cover.period)];
    let long = long.into_iter().filter_map(|(field, text)| Some((Field::Cover(field), too_long(text)?)));
    let refusals = apart.iter().filter_map(|each| each.check().err());
    refusals
        .filter_map(|refusal| match refusal {
            Refusal::CoverIncomplete(field) => Some((Field::Cover(field), refusal)),
            _ => None,
        })
        .chain(long)
        .collect()
}

/// The fields of the cover (lender, number, period), each with its error.
pub fn cover_fields(ui: &mut Ui, scene: &Scene, refused: &[(Field, Refusal)], texts: [&mut String; 3]) {
    let fields =
        [("cover-subject", CoverField::Subject), ("cover-kvk", CoverField::Kvk), ("cover-period", CoverField::Period)];
    for ((key, field), text) in fields.into_iter().zip(texts) {
        text_field(ui, scene, key, text, error_of(scene, refused, Field::Cover(field)).as_deref());
        if field == CoverField::Subject
            && let Some(doubt) = scene.words.doubt_about_name(text)
        {
            form::bad(ui, &doubt);
        }
    }
}

/// The fields on the assessor.
pub fn assessor_fields(ui: &mut Ui, scene: &Scene, refused: &[(Field, Refusal)], name: &mut String, role: &mut String) {
    let is_needed = |(found, refusal): &(Field, Refusal)| *found == Field::Name && *refusal == Refusal::ReasonNeeded;
    let error = refused.iter().any(is_needed).then(|| scene.text("cover-name-needed"));
    text_field(ui, scene, "cover-name", name, error.as_deref());
    text_field(ui, scene, "cover-role", role, None);
}

/// A field of one line with its label and hint, and what is wrong with it: that it is too long at once.
pub fn text_field(ui: &mut Ui, scene: &Scene, key: &str, text: &mut String, error: Option<&str>) {
    let (label, hint) = (scene.text(key), scene.text(&format!("hint-{key}")));
    let long = too_long(text).map(|refusal| scene.words.refusal(&refusal));
    form::field(ui, &label, text, Shown { hint: &hint, error: long.as_deref().or(error), ..Shown::default() });
}

/// Why a text does not fit in a report, if it does not.
pub fn too_long(text: &str) -> Option<Refusal> {
    (text.trim().chars().count() > LONGEST).then_some(Refusal::TextTooLong(LONGEST))
}

/// The same of what names an assessor.
pub fn assessor_too_long(name: &str, role: &str) -> Option<(Field, Refusal)> {
    too_long(name).or_else(|| too_long(role)).map(|refusal| (Field::Name, refusal))
}

fn error_of(scene: &Scene, refused: &[(Field, Refusal)], field: Field) -> Option<String> {
    refused.iter().find(|(found, _)| *found == field).map(|(_, refusal)| scene.words.refusal(refusal))
}

#[cfg(test)]
mod tests {
    use super::*;

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
