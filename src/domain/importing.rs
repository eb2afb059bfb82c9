//! Taking in an exchange file.

use super::assessment::{Assessment, Cover, Perspective, Sheet};
use super::command::{Refusal, open_sheet, without_numbers_of_persons};
use super::event::{Cause, Change, Event};
use super::framework::Framework;

/// Findings and settlements to take in, as an exchange file states them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Import {
    /// Whose findings.
    pub perspective: Perspective,
    /// The cover of the exchange file; it has to be about the same lender.
    pub cover: Cover,
    /// The sheet; what it does not name stays as it was.
    pub sheet: Sheet,
    /// Whether the file states the policy; if not, the one in force stays.
    pub states_policy: bool,
}

impl Cover {
    /// Whether both are about the same lender: the same number in the trade register or, where one of them has none, the
    /// same name.
    pub fn is_about_the_lender_of(&self, other: &Cover) -> bool {
        match (&self.kvk, &other.kvk) {
            (Some(ours), Some(theirs)) => ours == theirs,
            _ => self.subject.trim().to_lowercase() == other.subject.trim().to_lowercase(),
        }
    }
}

/// The event that takes `import` in.
pub(super) fn import_all(framework: &Framework, assessment: &Assessment, import: Import) -> Result<Event, Refusal> {
    let Import { perspective, cover, sheet: incoming, states_policy } = import;
    if !assessment.cover.is_about_the_lender_of(&cover) {
        return Err(Refusal::OtherSubject(cover.subject));
    }
    let sheet = open_sheet(framework, assessment, perspective)?;
    let mut changes = Vec::new();
    let personal = incoming.unexplained_personal_data();
    if let Some(first) = personal.first() {
        let kinds = incoming.finding(first.as_str()).personal_data();
        return Err(Refusal::PersonalData { norms: personal, kinds });
    }
    if let Some(after) = incoming.assessor {
        changes.push(Change::Assessor { perspective, before: sheet.assessor.clone(), after: Some(after) });
    }
    if states_policy {
        changes.push(Change::ExceedsOne { perspective, before: sheet.exceeds_one, after: incoming.exceeds_one });
    }
    for (norm, after) in incoming.findings {
        let before = sheet.finding(norm.as_str());
        let after = after.received(&before);
        changes.push(Change::Finding { perspective, norm, before, after });
    }
    for (part, after) in incoming.settlements {
        without_numbers_of_persons(&after.rationale)?;
        let before = sheet.settlements.get(&part).cloned();
        changes.push(Change::Settlement { perspective, part, before, after: Some(after) });
    }
    changes.retain(|change| change.clone().inverse() != *change);
    Ok(Event { cause: Cause::Imported, changes })
}
