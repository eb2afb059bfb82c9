//! Making a sheet final, and opening it again.

use super::assessment::{Assessment, Perspective};
use super::command::{Refusal, open_sheet, without_numbers_of_persons};
use super::event::{Cause, Change, Event};
use super::finding::Verdict;
use super::framework::Framework;
use super::part_score::Status;
use super::score::score;

/// The event that freezes a complete sheet.
pub(super) fn finalize(
    framework: &Framework,
    assessment: &Assessment,
    perspective: Perspective,
) -> Result<Event, Refusal> {
    let sheet = open_sheet(framework, assessment, perspective)?;
    let scored = score(framework, &sheet);
    if !scored.complete {
        let open = framework.norms().map(|norm| &norm.id).filter(|id| sheet.verdict(id.as_str()) == Verdict::Open);
        let unsettled = scored
            .parts
            .iter()
            .filter(|part| matches!(part.status, Status::Interval | Status::Contradiction))
            .map(|part| part.part.clone());
        return Err(Refusal::NotComplete { open: open.cloned().collect(), parts: unsettled.collect() });
    }
    let personal = sheet.unexplained_personal_data();
    if let Some(first) = personal.first() {
        let kinds = sheet.finding(first.as_str()).personal_data();
        return Err(Refusal::PersonalData { norms: personal, kinds });
    }
    let missing = sheet.missing_rationales(framework);
    if !missing.is_empty() {
        return Err(Refusal::RationalesMissing(missing));
    }
    Ok(Event { cause: Cause::Finalized, changes: vec![Change::Final { perspective, before: false, after: true }] })
}

/// The event that opens a final sheet again.
pub(super) fn reopen(
    framework: &Framework,
    assessment: &Assessment,
    perspective: Perspective,
    reason: String,
) -> Result<Event, Refusal> {
    if !assessment.sheet(framework, perspective).is_final {
        return Err(Refusal::NotFinal(perspective));
    }
    if reason.trim().is_empty() {
        return Err(Refusal::ReasonNeeded);
    }
    without_numbers_of_persons(&reason)?;
    Ok(Event {
        cause: Cause::Reopened(reason),
        changes: vec![Change::Final { perspective, before: true, after: false }],
    })
}
