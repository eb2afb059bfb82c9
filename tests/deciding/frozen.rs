//! Making a sheet final, and opening it again.

use trede::domain::personal::PersonalKind;
use trede::domain::{Cause, Command, Cover, Finding, NormId, PartId, Refusal, Verdict};

use super::{NUMBER, SIDE, Work, find, part, verdict};
use Verdict::{Fails, Holds};

fn finalize() -> Command {
    Command::Finalize(SIDE)
}

fn reopen(reason: &str) -> Command {
    Command::Reopen(SIDE, reason.to_owned())
}

/// Everything judged but the one norm of part III; a failing norm of rung 3 lacks its rationale.
fn nearly() -> Work {
    let mut work = Work::new();
    for norm in ["I.3.1", "I.3.2", "II.3.2"] {
        work.does(verdict(norm, Holds));
    }
    for norm in ["I.5.1", "I.1.1", "II.5.1", "II.3.1", "II.1.1", "II.1.2"] {
        work.does(verdict(norm, Fails));
    }
    work
}

#[test]
fn what_is_not_complete_is_not_frozen_and_the_refusal_names_what_is_open() {
    let mut work = nearly();
    let open = |norms: &[&str], parts: &[&str]| Refusal::NotComplete {
        open: norms.iter().map(|norm| NormId::new(norm)).collect(),
        parts: parts.iter().map(|part| PartId::new(part)).collect(),
    };
    assert_eq!(work.refused(finalize()), open(&["III.3.1"], &["III"]));
    // Judged, and yet without a score.
    work.does(find("III.3.1", Finding::because(Verdict::Undetermined, "Niet te zien.")));
    assert_eq!(work.refused(finalize()), open(&[], &["III"]));
    work.does(verdict("III.3.1", Holds));
    work.does(verdict("II.1.1", Holds));
    assert_eq!(work.refused(finalize()), open(&[], &["II"]), "the assessor has to settle a 1 or a 2");
}

#[test]
fn what_weighs_against_the_lender_needs_a_rationale() {
    let mut work = nearly();
    work.does(verdict("III.3.1", Holds));
    assert_eq!(work.refused(finalize()), Refusal::RationalesMissing(vec![NormId::new("II.3.1")]));
    work.does(find("II.3.1", Finding::because(Fails, "Niet gezien.")));
    let event = work.does(finalize());
    assert_eq!(event.cause, Cause::Finalized);
    assert!(work.sheet().is_final);
}

#[test]
fn a_number_of_a_person_without_a_reason_is_not_frozen() {
    let mut work = nearly();
    work.does(verdict("III.3.1", Holds));
    work.does(find("II.3.1", Finding::because(Fails, "Niet gezien.")));
    let sheet = work.assessment.sheets.get_mut(&SIDE).unwrap();
    sheet.findings.insert(NormId::new("I.3.1"), Finding::because(Holds, NUMBER));
    let (norms, kinds) = (vec![NormId::new("I.3.1")], vec![PersonalKind::Bsn]);
    assert_eq!(work.refused(finalize()), Refusal::PersonalData { norms, kinds });
}

#[test]
fn a_frozen_sheet_takes_nothing_until_it_is_opened_with_a_reason() {
    let mut work = nearly();
    work.does(verdict("III.3.1", Holds));
    work.does(find("II.3.1", Finding::because(Fails, "Niet gezien.")));
    assert_eq!(work.refused(reopen("Zo.")), Refusal::NotFinal(SIDE));
    work.does(finalize());
    let settle = Command::Settle { perspective: SIDE, part: part("II"), settlement: None };
    let cover = Command::EditCover(Cover { period: "2027".to_owned(), ..work.assessment.cover.clone() });
    for command in [verdict("I.3.1", Fails), finalize(), settle, cover.clone()] {
        assert_eq!(work.refused(command), Refusal::Final(SIDE));
    }
    assert_eq!(work.refused(reopen(" \n")), Refusal::ReasonNeeded);
    let (norms, kinds) = (Vec::new(), vec![PersonalKind::Bsn]);
    assert_eq!(work.refused(reopen(NUMBER)), Refusal::PersonalData { norms, kinds });
    let event = work.does(reopen("Nieuwe stukken."));
    assert_eq!(event.cause, Cause::Reopened("Nieuwe stukken.".to_owned()));
    assert!(!work.sheet().is_final);
    assert_eq!(work.refused(Command::Undo), Refusal::NothingToUndo);
    work.does(cover);
    assert_eq!(work.assessment.cover.period, "2027");
}
