//! Findings of an earlier assessment: what is offered, and what becomes of it.

use std::collections::BTreeMap;

use trede::domain::attachment::MOST_ATTACHED;
use trede::domain::proposal::{Earlier, Offer, Proposal, offer};
use trede::domain::text::LONGEST_TEXT;
use trede::domain::{Attachment, Cause, Command, Cover, Finding, Framework, LogHead, NormId, Refusal, Sheet, Verdict};

use super::{NUMBER, SIDE, Work, file, find, names, verdict};
use crate::versions::{NEW, OLD, edited, load};
use Verdict::{Fails, Holds, NotApplicable, Open, Partly};

fn sheet(findings: &[(&str, Finding)]) -> Sheet {
    let findings = findings.iter().map(|(norm, finding)| (NormId::new(norm), finding.clone()));
    Sheet { findings: findings.collect(), ..Sheet::default() }
}

fn bare(verdicts: &[(&str, Verdict)]) -> Sheet {
    let findings: Vec<_> = verdicts.iter().map(|(norm, verdict)| (*norm, Finding::bare(*verdict))).collect();
    sheet(&findings)
}

fn told(offer: &Offer) -> (Vec<&str>, usize, usize) {
    (offer.findings.keys().map(NormId::as_str).collect(), offer.judged, offer.otherwise)
}

fn offered(from: &Framework, earlier: &Sheet, to: &Framework, here: &Sheet) -> (Vec<String>, usize, usize) {
    let offer = offer(from, earlier, to, here);
    let (norms, judged, otherwise) = told(&offer);
    (norms.into_iter().map(str::to_owned).collect(), judged, otherwise)
}

fn list(norms: &[&str]) -> Vec<String> {
    norms.iter().map(|norm| (*norm).to_owned()).collect()
}

#[test]
fn what_was_judged_there_and_is_open_here_is_offered() {
    let old = load(OLD);
    let earlier =
        bare(&[("I.3.1", Holds), ("II.3.1", Fails), ("II.3.2", Open), ("II.5.1", Partly), ("III.3.1", Fails)]);
    let here = bare(&[("II.3.1", Holds), ("III.3.1", NotApplicable), ("I.3.1", Open)]);
    assert_eq!(offered(&old, &earlier, &old, &here), (list(&["I.3.1", "II.5.1"]), 2, 0));
    // Twins go together, or not at all.
    let agreed = bare(&[("I.5.2", Holds), ("I.3.2", Holds)]);
    assert_eq!(offered(&old, &agreed, &old, &Sheet::default()), (list(&["I.3.2", "I.5.2"]), 0, 0));
    let apart = bare(&[("I.5.2", Holds), ("I.3.2", Fails)]);
    assert_eq!(offered(&old, &apart, &old, &Sheet::default()), (Vec::new(), 0, 2));
    // A norm that cannot be met in part here.
    assert_eq!(offered(&old, &bare(&[("I.3.1", Partly)]), &old, &Sheet::default()), (Vec::new(), 0, 1));
}

#[test]
fn what_reads_otherwise_or_is_not_asked_is_counted_apart() {
    let (old, new) = (load(OLD), load(NEW));
    let judged = ["I.3.1", "I.1.1", "II.1.2", "III.3.1", "II.5.2"].map(|norm| (norm, Fails));
    assert_eq!(offered(&old, &bare(&judged), &new, &Sheet::default()), (list(&["I.1.1"]), 0, 4));
    let other = load(&edited("id: \"klein\"", "id: \"groot\""));
    assert_eq!(offered(&old, &bare(&[("I.1.1", Fails)]), &other, &Sheet::default()), (Vec::new(), 0, 1));
}

#[test]
fn a_number_of_a_person_without_a_reason_is_left_behind() {
    let old = load(OLD);
    let kept = Finding { personal_data_reason: "Nodig.".to_owned(), ..Finding::because(Holds, NUMBER) };
    let earlier = sheet(&[("I.3.1", Finding::because(Holds, NUMBER)), ("I.1.1", kept.clone())]);
    let offer = offer(&old, &earlier, &old, &Sheet::default());
    assert_eq!(offer.findings[&NormId::new("I.3.1")].rationale, "Klant [BSN] belde.");
    assert_eq!(offer.findings[&NormId::new("I.1.1")], kept);
}

fn propose(subject: &str, findings: &[(&str, Finding)]) -> Command {
    let cover = Cover { subject: subject.to_owned(), kvk: None, period: "2025".to_owned() };
    let log = LogHead { count: 3, sha256: "ab".repeat(32) };
    let earlier = Earlier { file: "2025.trede".to_owned(), period: "2025".to_owned(), log };
    let findings: BTreeMap<NormId, Finding> = sheet(findings).findings;
    Command::Propose(Box::new(Proposal { perspective: SIDE, cover, earlier, findings }))
}

fn confirm(norm: &str) -> Command {
    Command::Confirm(SIDE, NormId::new(norm))
}

/// What a finding becomes when this is proposed beside it and confirmed.
fn confirmed(here: Finding, proposed: Finding) -> Finding {
    let mut work = Work::new();
    work.does(propose("Voorbeeldbank", &[("I.3.1", proposed)]));
    let sheet = work.assessment.sheets.get_mut(&SIDE).unwrap();
    sheet.findings.insert(NormId::new("I.3.1"), here);
    work.does(confirm("I.3.1"));
    work.finding("I.3.1")
}

#[test]
fn only_open_norms_of_the_same_lender_get_a_proposal() {
    let mut work = Work::new();
    work.does(verdict("II.3.1", Holds));
    let found = Finding::because(Fails, "Toen niet.");
    let findings = [("I.3.1", found.clone()), ("II.3.1", found.clone()), ("X.1.1", found.clone())];
    assert_eq!(work.refused(propose("Anderbank", &findings)), Refusal::OtherSubject("Anderbank".to_owned()));
    let event = work.does(propose("Voorbeeldbank", &findings));
    assert!(matches!(event.cause, Cause::Proposed(_)));
    assert_eq!(work.sheet().proposals, sheet(&[("I.3.1", found)]).findings);
    assert_eq!(work.sheet().verdict("I.3.1"), Open, "a proposal is no finding");
    assert_eq!(work.refused(confirm("II.3.1")), Refusal::NothingProposed(NormId::new("II.3.1")));
}

#[test]
fn a_verdict_ends_the_proposal_and_a_note_does_not() {
    let mut work = Work::new();
    let found = Finding::because(Fails, "Toen niet.");
    work.does(propose("Voorbeeldbank", &[("I.3.2", found.clone()), ("I.5.2", found.clone()), ("I.3.1", found)]));
    work.does(find("I.3.1", Finding::because(Open, "Nog kijken.")));
    assert_eq!(work.sheet().proposals.len(), 3);
    work.does(verdict("I.3.1", Holds));
    assert!(!work.sheet().proposals.contains_key("I.3.1"));
    work.does(confirm("I.5.2"));
    assert!(work.sheet().proposals.is_empty(), "the twin is answered with it");
    assert_eq!((work.finding("I.3.2").verdict, work.finding("I.5.2").rationale.as_str()), (Fails, "Toen niet."));
    work.does(Command::Undo);
    assert_eq!(work.sheet().proposals.len(), 2);
    work.does(Command::Dismiss(SIDE, NormId::new("I.3.2")));
    assert!(work.sheet().proposals.is_empty());
    let again = work.refused(Command::Dismiss(SIDE, NormId::new("I.3.2")));
    assert_eq!(again, Refusal::NothingProposed(NormId::new("I.3.2")));
}

#[test]
fn the_grounds_of_both_are_kept() {
    let note = |rationale: &str| Finding::because(Open, rationale);
    let was = |rationale: &str| Finding::because(Fails, rationale);
    for (ours, theirs, both) in [
        ("", "Toen.", "Toen."),
        ("Nu.", "", "Nu."),
        ("Nu.", "Nu.", "Nu."),
        ("Nu.", "Toen.", "Nu.\nToen."),
        (" ", "Toen.", "Toen."),
    ] {
        assert_eq!(confirmed(note(ours), was(theirs)), was(both), "{ours:?} {theirs:?}");
    }
    let here = Finding { evidence: vec!["p. 1".to_owned(), "p. 2".to_owned()], ..note("") };
    let there = Finding { evidence: vec!["p. 2".to_owned(), "p. 3".to_owned()], ..was("Toen.") };
    assert_eq!(confirmed(here, there).evidence, ["p. 1", "p. 2", "p. 3"]);
    let here = Finding { attached: vec![file("a.pdf", "ab"), file("b.pdf", "cd")], ..note("") };
    let there = Finding { attached: vec![file("c.pdf", "cd"), file("d.pdf", "ef")], ..was("Toen.") };
    assert_eq!(names(&confirmed(here, there)), ["a.pdf", "b.pdf", "d.pdf"]);
}

#[test]
fn two_texts_that_are_too_long_together_are_both_kept() {
    let ours = "a".repeat(10);
    let fits = confirmed(Finding::because(Open, &ours), Finding::because(Fails, &"b".repeat(LONGEST_TEXT - 11)));
    assert_eq!((fits.rationale.chars().count(), fits.evidence.len()), (LONGEST_TEXT, 0));
    let theirs = "b".repeat(LONGEST_TEXT - 10);
    let spilled = confirmed(Finding::because(Open, &ours), Finding::because(Fails, &theirs));
    assert_eq!((&spilled.rationale, &spilled.evidence), (&theirs, &vec![ours.clone()]));
    let mut inside = Finding::because(Open, &ours);
    inside.internal.rationale = true;
    let spilled = confirmed(inside, Finding::because(Fails, &theirs));
    assert!(spilled.evidence.is_empty() && spilled.internal.rationale);
    assert_eq!(spilled.internal.evidence, [ours], "what is internal stays so");
}

#[test]
fn the_reasons_for_a_number_are_kept_and_the_files_counted() {
    let reasoned = |verdict, reason: &str| Finding {
        personal_data_reason: reason.to_owned(),
        ..Finding::because(verdict, NUMBER)
    };
    for (ours, theirs, both) in [("A", "", "A"), ("", "B", "B"), ("A", "A", "A"), ("A", "B", "A; B")] {
        let found = confirmed(reasoned(Open, ours), reasoned(Fails, theirs));
        assert_eq!(found.personal_data_reason, both, "{ours} {theirs}");
    }
    let files = |from: usize, number: usize| -> Vec<Attachment> {
        (from..from + number).map(|at| Attachment::new("a.pdf", &format!("{at:064x}"), 1).unwrap()).collect()
    };
    let with = |verdict, attached| Finding { attached, ..Finding::bare(verdict) };
    let full = confirmed(with(Open, files(0, MOST_ATTACHED - 1)), with(Fails, files(500, 1)));
    assert_eq!(full.attached.len(), MOST_ATTACHED);
    let mut work = Work::new();
    work.does(propose("Voorbeeldbank", &[("I.3.1", with(Fails, files(500, 2)))]));
    let files = files(0, MOST_ATTACHED - 1);
    work.does(Command::Attach { perspective: SIDE, norm: NormId::new("I.3.1"), files });
    assert_eq!(work.refused(confirm("I.3.1")), Refusal::TooManyAttached(MOST_ATTACHED));
}

#[test]
fn what_is_internal_or_was_withheld_here_or_there_is_so_afterwards() {
    let inside = |verdict, evidence: &[&str]| {
        let mut finding = Finding::bare(verdict);
        finding.internal.evidence = evidence.iter().map(|each| (*each).to_owned()).collect();
        finding
    };
    let (mut here, mut there) = (inside(Open, &["tip"]), inside(Fails, &["tip", "brief"]));
    here.withheld.rationale = true;
    there.internal.rationale = true;
    (there.withheld.evidence, there.withheld.files) = (true, true);
    let found = confirmed(here, there);
    assert_eq!(found.internal.evidence, ["tip", "brief"]);
    assert!(found.internal.rationale);
    assert_eq!(found.withheld.words(), ["rationale", "evidence", "attached"]);
}
