//! The cover of an open assessment: lender, period, who judges, and the policy that the source leaves to the assessor.

use eframe::egui;
use egui::Ui;

use super::cover_fields::{self, Field};
use super::errand::Errand;
use super::form;
use super::theme::{Look, STEP};
use super::widgets;
use super::wish::{Scene, Wish};
use crate::domain::command::Refusal;
use crate::domain::framework::ExceedsOne;
use crate::domain::{Assessment, Command, Framework, Perspective};
use crate::session::Session;

/// The form; empty until it is shown.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct CoverForm {
    /// What is filled in.
    pub filled: Option<Filled>,
    /// Whether the user asked to save, so that what is missing is named.
    pub asked: bool,
    /// Why it was refused.
    pub problem: Option<String>,
}

/// What is filled in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Filled {
    /// Whose assessor and policy.
    pub perspective: Perspective,
    /// The name of the lender.
    pub subject: String,
    /// Its number in the trade register.
    pub kvk: String,
    /// The period.
    pub period: String,
    /// The name of the assessor.
    pub name: String,
    /// The role of the assessor.
    pub role: String,
    /// The policy on deficiencies.
    pub exceeds_one: ExceedsOne,
}

impl CoverForm {
    /// Draws the form, for an overlay.
    pub fn show(&mut self, ui: &mut Ui, scene: &mut Scene, session: &mut Session) {
        let (framework, assessment) = (session.framework(), session.assessment());
        let filled = self.filled.get_or_insert_with(|| Filled::of(framework, assessment, scene.perspective));
        let refused = if self.asked { filled.read(framework, assessment).err() } else { None }.unwrap_or_default();
        widgets::title(ui, &scene.text("cover-title"));
        let height = (ui.ctx().content_rect().height() - 220.0).max(160.0);
        egui::ScrollArea::vertical().id_salt("cover").max_height(height).min_scrolled_height(height).show(ui, |ui| {
            ui.set_width(ui.available_width() - 4.0 * STEP);
            let Filled { subject, kvk, period, name, role, perspective, .. } = filled;
            cover_fields::cover_fields(ui, scene, &refused, [subject, kvk, period]);
            let side = crate::wording::arg("perspective", scene.words.perspective(*perspective));
            form::section(ui, &scene.words.with("cover-assessor", &[side]));
            cover_fields::assessor_fields(ui, scene, &refused, name, role);
            policy(ui, filled, framework, scene);
            super::reach::by_keys(ui);
        });
        if let Some(problem) = &self.problem {
            form::bad(ui, problem);
        }
        ui.add_space(2.0 * STEP);
        ui.horizontal(|ui| {
            if widgets::primary(ui, &scene.text("cover-save")).clicked() {
                self.asked = true;
                scene.wish(Wish::Errand(Errand::SaveCover));
            }
            if widgets::secondary(ui, &scene.text("form-cancel")).clicked() {
                scene.wish(Wish::Lay(None));
            }
        });
    }
}

impl Filled {
    /// The form as the assessment is now.
    pub fn of(framework: &Framework, assessment: &Assessment, perspective: Perspective) -> Filled {
        let sheet = assessment.sheet(framework, perspective);
        let (name, role) = sheet.assessor.clone().map(|assessor| (assessor.name, assessor.role)).unwrap_or_default();
        Filled {
            perspective,
            subject: assessment.cover.subject.clone(),
            kvk: assessment.cover.kvk.clone().unwrap_or_default(),
            period: assessment.cover.period.clone(),
            name,
            role,
            exceeds_one: sheet.exceeds_one,
        }
    }

    /// What the fields change, as commands; nothing that stays as it was.
    pub fn read(&self, framework: &Framework, assessment: &Assessment) -> Result<Vec<Command>, Vec<(Field, Refusal)>> {
        let cover = cover_fields::cover(&self.subject, &self.kvk, &self.period);
        let mut refused = cover_fields::refused_fields(&cover);
        let assessor = cover_fields::assessor(&self.name, &self.role);
        let sheet = assessment.sheet(framework, self.perspective);
        if assessor.is_none() && (sheet.assessor.is_some() || !self.role.trim().is_empty()) {
            refused.push((Field::Name, Refusal::ReasonNeeded));
        }
        refused.extend(cover_fields::assessor_too_long(&self.name, &self.role));
        if !refused.is_empty() {
            return Err(refused);
        }
        let perspective = self.perspective;
        let mut commands = Vec::new();
        if cover != assessment.cover {
            commands.push(Command::EditCover(cover));
        }
        if let Some(assessor) = assessor
            && sheet.assessor.as_ref() != Some(&assessor)
        {
            commands.push(Command::NameAssessor { perspective, assessor });
        }
        if sheet.exceeds_one != self.exceeds_one {
            commands.push(Command::ChoosePolicy { perspective, exceeds_one: self.exceeds_one });
        }
        Ok(commands)
    }
}

fn policy(ui: &mut Ui, form: &mut Filled, framework: &Framework, scene: &Scene) {
    let Some(policy) = framework.policies.iter().find(|policy| policy.id == "exceeds_one") else { return };
    let language = scene.words.language();
    let options = ExceedsOne::ALL.map(|value| (value, scene.words.exceeds_one(value)));
    let title = policy.title.plain(language);
    let label = policy.note.as_ref().map_or_else(|| title.clone(), |note| format!("{note} {title}"));
    ui.add_space(2.0 * STEP);
    form::choices(ui, &label, &mut form.exceeds_one, &options);
    let ground = Look::of(ui).accent_ground;
    widgets::remark(ui, ground, |ui| {
        for (key, text) in [("cover-source-says", &policy.source_says), ("cover-choice", &policy.choice)] {
            widgets::strong(ui, &scene.text(key));
            widgets::text(ui, &text.plain(language));
        }
    });
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::Cover;
    use crate::storage::shipped;

    fn assessment() -> Assessment {
        let cover = Cover { subject: "Voorbeeldbank".to_owned(), kvk: None, period: "2026".to_owned() };
        Assessment { cover, ..Assessment::default() }
    }

    #[test]
    fn only_what_is_changed_becomes_a_command() {
        let framework = shipped::ALL[0].load().unwrap();
        let assessment = assessment();
        let mut form = Filled::of(&framework, &assessment, Perspective::Supervisor);
        assert_eq!(form.read(&framework, &assessment), Ok(vec![]));
        form.name = "A. Bee".to_owned();
        form.exceeds_one = ExceedsOne::AnyDeficiency;
        let commands = form.read(&framework, &assessment).unwrap();
        assert!(matches!(commands.as_slice(), [Command::NameAssessor { .. }, Command::ChoosePolicy { .. }]));
    }

    #[test]
    fn a_wrong_number_is_refused_beside_its_field() {
        let framework = shipped::ALL[0].load().unwrap();
        let mut form = Filled::of(&framework, &assessment(), Perspective::Supervisor);
        form.kvk = "12345".to_owned();
        let refused = form.read(&framework, &assessment()).unwrap_err();
        assert_eq!(refused.len(), 1);
    }
}
