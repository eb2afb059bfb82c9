//! Recording a finding, and taking over what follows from it.

use trede::domain::personal::PersonalKind;
use trede::domain::{Cause, Command, Finding, NormId, Refusal, Verdict};

use super::{NUMBER, SIDE, Work, file, find, names, part, verdict};
use Verdict::{Fails, Holds, NotApplicable, Open, Partly, Undetermined};

#[test]
fn a_finding_is_recorded_for_the_norm_and_its_twin() {
    let mut work = Work::new();
    work.does(find("I.3.2", Finding::because(Holds, "Gezien.")));
    for norm in ["I.3.2", "I.5.2"] {
        assert_eq!(work.finding(norm), Finding::because(Holds, "Gezien."), "{norm}");
    }
    assert_eq!(work.sheet().findings.len(), 2);
    let unknown = NormId::new("X.1.1");
    assert_eq!(work.refused(verdict("X.1.1", Holds)), Refusal::UnknownNorm(unknown));
    assert_eq!(work.refused(find("I.3.2", Finding::because(Holds, "Gezien."))), Refusal::NothingChanges);
}

#[test]
fn only_a_norm_above_the_base_rung_that_distinguishes_can_be_met_in_part() {
    let mut work = Work::new();
    for norm in ["I.3.1", "I.1.1", "I.5.2", "I.3.2", "III.3.1"] {
        let refused = work.refused(find(norm, Finding::because(Partly, "Deels.")));
        assert_eq!(refused, Refusal::PartlyNotAllowed(NormId::new(norm)), "{norm}");
    }
    work.does(find("I.5.1", Finding::because(Partly, "Deels.")));
    assert_eq!(work.finding("I.5.1").verdict, Partly);
}

#[test]
fn three_verdicts_are_accepted_only_with_a_rationale() {
    let mut work = Work::new();
    for needing in [Partly, NotApplicable, Undetermined] {
        let needed = Refusal::RationaleNeeded(NormId::new("I.5.1"), needing);
        assert_eq!(work.refused(verdict("I.5.1", needing)), needed);
        assert_eq!(work.refused(find("I.5.1", Finding::because(needing, " \n"))), needed);
        work.does(find("I.5.1", Finding::because(needing, "Omdat.")));
    }
    for bare in [Holds, Fails, Open] {
        work.does(verdict("I.5.1", bare));
    }
}

#[test]
fn a_new_text_with_a_number_of_a_person_needs_a_reason() {
    let mut work = Work::new();
    let told = |norms: Vec<NormId>| Refusal::PersonalData { norms, kinds: vec![PersonalKind::Bsn] };
    let numbered = Finding::because(Holds, NUMBER);
    assert_eq!(work.refused(find("I.3.1", numbered.clone())), told(vec![NormId::new("I.3.1")]));
    let in_evidence = Finding { evidence: vec![NUMBER.to_owned()], ..Finding::bare(Holds) };
    assert_eq!(work.refused(find("I.3.1", in_evidence)), told(vec![NormId::new("I.3.1")]));
    let reasoned = |reason: &str| Finding { personal_data_reason: reason.to_owned(), ..numbered.clone() };
    assert_eq!(work.refused(find("I.3.1", reasoned(NUMBER))), told(Vec::new()), "not in the reason itself");
    work.does(find("I.3.1", reasoned("Het bewijs staat op naam.")));
    assert_eq!(work.finding("I.3.1").personal_data_reason, "Het bewijs staat op naam.");
}

#[test]
fn a_number_that_stands_there_already_leaves_the_verdict_free() {
    let mut work = Work::new();
    // As a file of before the check has it.
    let event = work.try_to(verdict("I.3.1", Holds)).unwrap();
    work.assessment.apply(&work.framework, &event);
    let sheet = work.assessment.sheets.get_mut(&SIDE).unwrap();
    sheet.findings.insert(NormId::new("I.3.1"), Finding::because(Holds, NUMBER));
    work.does(find("I.3.1", Finding::because(Fails, NUMBER)));
    assert_eq!(work.finding("I.3.1"), Finding::because(Fails, NUMBER));
    let longer = format!("{NUMBER} En nog eens.");
    assert!(matches!(work.refused(find("I.3.1", Finding::because(Fails, &longer))), Refusal::PersonalData { .. }));
    work.does(find("I.3.1", Finding::because(Fails, "Zonder nummer.")));
}

#[test]
fn recording_a_finding_leaves_its_files_as_they_are() {
    let mut work = Work::new();
    let (perspective, norm) = (SIDE, NormId::new("I.3.1"));
    let sha256 = file("brief.pdf", "ab").sha256().to_owned();
    work.does(Command::Attach { perspective, norm: norm.clone(), files: vec![file("brief.pdf", "ab")] });
    work.does(Command::MarkFile { perspective, norm, sha256, internal: true });
    let other = Finding { attached: vec![file("ander.pdf", "cd")], ..Finding::bare(Holds) };
    work.does(find("I.3.1", other));
    let found = work.finding("I.3.1");
    assert_eq!((found.verdict, names(&found)), (Holds, vec!["brief.pdf"]));
    assert!(found.is_internal(&file("brief.pdf", "ab")) && !found.is_internal(&file("ander.pdf", "cd")));
}

#[test]
fn what_follows_from_findings_is_taken_over_down_to_the_deficiency() {
    let mut work = Work::new();
    let adopt = |id: &str| Command::Adopt { perspective: SIDE, part: part(id) };
    assert_eq!(work.refused(adopt("I")), Refusal::NothingChanges);
    assert_eq!(work.refused(adopt("X")), Refusal::UnknownPart(part("X")));
    work.does(verdict("I.5.1", Holds));
    let noted = Finding { evidence: vec!["p. 4".to_owned()], ..Finding::default() };
    work.does(find("I.3.1", noted.clone()));
    let event = work.does(adopt("I"));
    assert_eq!((event.cause, event.changes.len()), (Cause::Adopted, 2));
    assert_eq!(work.finding("I.3.1"), Finding { verdict: Holds, ..noted.clone() });
    assert_eq!(work.finding("I.1.1").verdict, Fails);
    assert_eq!(work.finding("I.3.2").verdict, Open, "the other row says nothing");
    let undone = work.does(Command::Undo);
    assert_eq!(undone.cause, Cause::Undo(3));
    assert_eq!((work.finding("I.3.1"), work.finding("I.1.1").verdict), (noted, Open));
}

#[test]
fn the_steps_that_can_be_undone_and_redone_are_listed() {
    let mut work = Work::new();
    for (norm, each) in [("I.3.1", Holds), ("II.3.1", Fails)] {
        work.does(verdict(norm, each));
    }
    let places = |steps: &[trede::domain::history::Step]| steps.iter().map(|step| step.seq).collect::<Vec<u64>>();
    assert_eq!((places(work.history.done()), places(work.history.undone())), (vec![1, 2], vec![]));
    work.does(Command::Undo);
    assert_eq!((places(work.history.done()), places(work.history.undone())), (vec![1], vec![2]));
}
