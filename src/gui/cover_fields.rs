//! The fields on lender, period and assessor, and what the rules refuse in them.

use eframe::egui::{Response, Ui};

use super::form::{self, Shown};
use super::wish::Scene;
use crate::domain::command::{CoverField, Refusal};
use crate::domain::{Assessor, Cover};

/// The longest text that fits in a report, in characters.
pub const LONGEST: usize = 200;

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
/// Gives the first.
pub fn cover_fields(
    ui: &mut Ui,
    scene: &Scene,
    refused: &[(Field, Refusal)],
    texts: [&mut String; 3],
) -> Option<Response> {
    let fields =
        [("cover-subject", CoverField::Subject), ("cover-kvk", CoverField::Kvk), ("cover-period", CoverField::Period)];
    let mut first = None;
    for ((key, field), text) in fields.into_iter().zip(texts) {
        let shown = text_field(ui, scene, key, text, error_of(scene, refused, Field::Cover(field)).as_deref());
        if field == CoverField::Subject
            && let Some(doubt) = scene.words.doubt_about_name(text)
        {
            form::bad(ui, &doubt);
        }
        first.get_or_insert(shown);
    }
    first
}

/// The fields on the assessor.
pub fn assessor_fields(ui: &mut Ui, scene: &Scene, refused: &[(Field, Refusal)], name: &mut String, role: &mut String) {
    let is_needed = |(found, refusal): &(Field, Refusal)| *found == Field::Name && *refusal == Refusal::ReasonNeeded;
    let error = refused.iter().any(is_needed).then(|| scene.text("cover-name-needed"));
    text_field(ui, scene, "cover-name", name, error.as_deref());
    text_field(ui, scene, "cover-role", role, None);
}

/// A field of one line with its label and hint, and what is wrong with it: that it is too long at once.
pub fn text_field(ui: &mut Ui, scene: &Scene, key: &str, text: &mut String, error: Option<&str>) -> Response {
    let (label, hint) = (scene.text(key), scene.text(&format!("hint-{key}")));
    let long = too_long(text).map(|refusal| scene.words.refusal(&refusal));
    form::field(ui, &label, text, Shown { hint: &hint, error: long.as_deref().or(error), ..Shown::default() })
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
