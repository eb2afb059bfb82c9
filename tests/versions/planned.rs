//! The plan of a migration: what is kept, opened again and left, decided by the rules alone.

use trede::domain::framework::ExceedsOne;
use trede::domain::migration::{Hindrance, Left, MigratedSheet};
use trede::domain::text::LONGEST_TEXT;
use trede::domain::{
    Assessment, Assessor, Attachment, Cause, Change, Cover, Finding, Framework, Level, LogHead, Migration, NormId,
    PartId, Perspective, Settlement, Sheet, Verdict,
};

use super::{NEW, OLD, edited, load};
use Verdict::{Fails, Holds, Open, Partly};

const SIDE: Perspective = Perspective::Supervisor;

fn assessed(sheet: Sheet) -> Assessment {
    Assessment { sheets: [(SIDE, sheet)].into(), ..Assessment::default() }
}

fn plan_from(from: &Framework, to: &Framework, sheet: Sheet) -> Migration {
    Migration::plan(from, to, &assessed(sheet), &|_, verdict| format!("Was {}.", verdict.code())).unwrap()
}

fn plan(to: &Framework, sheet: Sheet) -> Migration {
    plan_from(&load(OLD), to, sheet)
}

fn moved(to: &Framework, sheet: Sheet) -> MigratedSheet {
    plan(to, sheet).sheets.remove(0)
}

fn sheet(findings: &[(&str, Finding)]) -> Sheet {
    let findings = findings.iter().map(|(norm, finding)| (NormId::new(norm), finding.clone()));
    Sheet { findings: findings.collect(), ..Sheet::default() }
}

fn because(verdict: Verdict, rationale: &str) -> Finding {
    Finding::because(verdict, rationale)
}

fn ids(norms: &[NormId]) -> Vec<&str> {
    norms.iter().map(NormId::as_str).collect()
}

fn settled(level: Level) -> Settlement {
    Settlement { level, rationale: "Zo.".to_owned() }
}

#[test]
fn another_framework_and_the_same_one_are_no_migration() {
    let plan = |to: &Framework| Migration::plan(&load(OLD), to, &Assessment::default(), &|_, _| String::new());
    assert_eq!(plan(&load(OLD)).unwrap_err(), Hindrance::SameFramework);
    assert_eq!(plan(&load(&edited("\"klein\"", "\"groot\""))).unwrap_err(), Hindrance::OtherFramework);
}

#[test]
fn answers_are_kept_opened_again_or_left() {
    let mut old = sheet(&[
        ("I.3.1", because(Holds, "Elke maand.")),
        ("I.1.1", because(Fails, "Nooit.")),
        ("II.1.2", because(Fails, "Weg.")),
        ("II.3.2", because(Open, "Nog kijken.")),
    ]);
    old.settlements = [(PartId::new("III"), settled(Level::THREE)), (PartId::new("I"), settled(Level::TWO))].into();
    old.assessor = Some(Assessor { name: "A. Bee".to_owned(), role: "lezer".to_owned() });
    let new = moved(&load(NEW), old.clone());
    assert_eq!(ids(&new.kept), ["I.1.1"]);
    assert_eq!(new.reopened, [(NormId::new("I.3.1"), because(Holds, "Elke maand."))]);
    assert_eq!(new.sheet.finding("I.3.1"), because(Open, "Was holds. Elke maand."));
    assert_eq!(new.sheet.finding("II.3.2"), because(Open, "Nog kijken."), "what had no verdict has no remark");
    assert_eq!(ids(&new.unasked), ["II.5.2"]);
    let left: Vec<Option<&Finding>> = new.left.iter().map(Left::finding).collect();
    assert_eq!(left, [Some(&because(Fails, "Weg.")), None]);
    assert!(new.has_answers() && !new.was_final);
    assert_eq!((&new.sheet.assessor, new.sheet.settlements.len()), (&old.assessor, 1));
}

#[test]
fn a_side_that_answered_nothing_says_so() {
    let new = load(NEW);
    let one = |norm: &str, verdict| moved(&new, sheet(&[(norm, Finding::bare(verdict))]));
    let assessor = Some(Assessor { name: "A. Bee".to_owned(), role: String::new() });
    assert!(!moved(&new, Sheet { assessor, ..Sheet::default() }).has_answers());
    assert!(one("I.1.1", Fails).has_answers(), "kept");
    assert!(one("I.3.1", Holds).has_answers(), "opened again");
    assert!(one("III.3.1", Holds).has_answers(), "left");
    let settlements = [(PartId::new("I"), settled(Level::TWO))].into();
    assert!(moved(&new, Sheet { settlements, ..Sheet::default() }).has_answers(), "settled");
}

#[test]
fn a_settlement_is_looked_at_again_where_the_part_stands_otherwise() {
    let mut old = sheet(&[("I.3.1", because(Holds, "Elke maand."))]);
    old.settlements = [(PartId::new("I"), settled(Level::TWO)), (PartId::new("II"), settled(Level::TWO))].into();
    // A word in part I only.
    let new = moved(&load(&edited("*vaak*", "*soms*")), old);
    let kept: Vec<(&str, bool)> = new.settlements.iter().map(|kept| (kept.part.as_str(), kept.look_again)).collect();
    assert_eq!(kept, [("I", true), ("II", false)]);
    assert_eq!(new.settlements[0].settlement, settled(Level::TWO));
}

#[test]
fn the_policy_follows_the_framework_unless_the_assessor_chose() {
    let to = load(&edited("\"assessor_settles\"", "\"any_deficiency\""));
    let policy = |exceeds_one| moved(&to, Sheet { exceeds_one, ..Sheet::default() }).sheet.exceeds_one;
    assert_eq!(policy(ExceedsOne::AssessorSettles), ExceedsOne::AnyDeficiency);
    assert_eq!(policy(ExceedsOne::AllDeficiencies), ExceedsOne::AllDeficiencies);
}

#[test]
fn the_first_event_says_what_was_taken_over_and_from_where() {
    let (from, to) = (load(OLD), load(NEW));
    let cover = Cover { subject: "Bank".to_owned(), kvk: None, period: "2026".to_owned() };
    let log = LogHead { count: 7, sha256: "ab".repeat(32) };
    let changes = |sheet: Sheet| {
        let event = plan(&to, sheet.clone()).event(&to, &cover, &from, log.clone());
        let mut made = Assessment::default();
        made.apply(&to, &event);
        let Cause::Migrated(origin) = event.cause else { panic!("migrated") };
        assert_eq!((&origin.log, origin.version.as_str(), &made.cover), (&log, "1.0.0", &cover));
        assert_eq!(made.sheet(&to, SIDE).into_owned(), moved(&to, sheet).sheet);
        event.changes
    };
    assert_eq!(changes(Sheet::default()).len(), 1, "the cover alone");
    let mut full = sheet(&[("I.1.1", because(Fails, "Nooit."))]);
    full.proposals = [(NormId::new("II.3.1"), because(Holds, "Toen."))].into();
    full.settlements = [(PartId::new("I"), settled(Level::TWO))].into();
    full.exceeds_one = ExceedsOne::AllDeficiencies;
    let changes = changes(full);
    assert_eq!(changes.len(), 5);
    assert!(changes.iter().any(|change| matches!(change, Change::ExceedsOne { .. })));
}

#[test]
fn proposals_stay_for_norms_that_read_the_same_and_are_open() {
    let old = |norm: &str, proposal: Verdict, here: Verdict| {
        let mut sheet = sheet(&[(norm, because(here, "Nu."))]);
        sheet.proposals = [(NormId::new(norm), because(proposal, "Toen."))].into();
        sheet
    };
    let new = load(NEW);
    let stay = |to: &Framework, sheet: Sheet| moved(to, sheet).sheet.proposals.len() == 1;
    assert!(stay(&new, old("II.5.1", Partly, Open)));
    assert!(stay(&new, old("I.1.1", Holds, Open)));
    assert!(!stay(&new, old("I.1.1", Holds, Fails)), "answered");
    assert!(!stay(&new, old("I.3.1", Holds, Open)), "reads otherwise");
    assert!(!stay(&new, old("III.3.1", Holds, Open)), "gone");
    assert!(!stay(&new, old("II.3.1", Partly, Open)), "cannot be met in part");
    let proposals = [(NormId::new("I.1.1"), because(Holds, "Toen."))].into();
    assert!(stay(&new, Sheet { proposals, ..Sheet::default() }));
}

#[test]
fn a_verdict_that_is_no_longer_allowed_is_opened_again() {
    let old = sheet(&[("I.5.2", because(Partly, "Deels.")), ("II.5.1", because(Partly, "Deels."))]);
    let new = plan_from(&load(&without_twins()), &load(OLD), old).sheets.remove(0);
    assert_eq!(new.sheet.finding("I.5.2"), because(Open, "Was partly. Deels."));
    assert_eq!(new.sheet.finding("II.5.1"), because(Partly, "Deels."));
}

#[test]
fn an_old_rationale_that_is_too_long_for_the_remark_keeps_all_words() {
    let long = "a".repeat(LONGEST_TEXT - 11);
    let fits = moved(&load(NEW), sheet(&[("I.3.1", because(Holds, &long))])).sheet.finding("I.3.1");
    assert_eq!((fits.rationale.chars().count(), fits.evidence.len()), (LONGEST_TEXT, 0));
    let long = "a".repeat(LONGEST_TEXT - 10);
    let old = Finding { evidence: vec!["p. 4".to_owned()], ..because(Holds, &long) };
    let spilled = moved(&load(NEW), sheet(&[("I.3.1", old)])).sheet.finding("I.3.1");
    assert_eq!((spilled.rationale, spilled.evidence), (long, vec!["p. 4".to_owned(), "Was holds.".to_owned()]));
    let bare = moved(&load(NEW), sheet(&[("I.3.1", Finding::bare(Holds))])).sheet.finding("I.3.1");
    assert_eq!(bare.rationale, "Was holds.", "without a rationale nothing is put between");
}

/// The first version before I.5.2 and I.3.2 were one question.
fn without_twins() -> String {
    edited("twin: \"I.3.2\", ", "")
}

/// What becomes of two answers when their norms, I.5.2 and I.3.2, are one question now.
fn twinned(higher: Option<Finding>, lower: Option<Finding>) -> [Finding; 2] {
    let old = [("I.5.2", higher), ("I.3.2", lower)];
    let old: Vec<(&str, Finding)> = old.into_iter().filter_map(|(norm, found)| Some((norm, found?))).collect();
    let new = plan_from(&load(&without_twins()), &load(OLD), sheet(&old)).sheets.remove(0);
    ["I.5.2", "I.3.2"].map(|norm| new.sheet.finding(norm))
}

#[test]
fn an_answer_to_one_of_two_twins_goes_for_both() {
    let one = because(Holds, "Gezien.");
    assert_eq!(twinned(Some(one.clone()), None), [one.clone(), one.clone()]);
    assert_eq!(twinned(None, Some(one.clone())), [one.clone(), one.clone()]);
    assert_eq!(twinned(None, None), [Finding::default(), Finding::default()]);
    // The same verdict for other reasons stays as it is.
    let other = because(Holds, "Ook gezien.");
    assert_eq!(twinned(Some(one.clone()), Some(other.clone())), [one, other]);
}

#[test]
fn twins_with_other_answers_are_opened_again_and_keep_all_grounds() {
    let file = |name: &str, byte: &str| Attachment::new(name, &byte.repeat(32), 1).unwrap();
    let with = |verdict, rationale: &str, evidence: [&str; 2], files: [Attachment; 2], reason: &str| Finding {
        evidence: evidence.map(str::to_owned).to_vec(),
        attached: files.to_vec(),
        personal_data_reason: reason.to_owned(),
        ..because(verdict, rationale)
    };
    let (a, b, c) = (file("a.pdf", "ab"), file("b.pdf", "bc"), file("c.pdf", "cd"));
    let higher = with(Fails, "Nee.", ["p. 1", "p. 2"], [a.clone(), b.clone()], "Eerst.");
    let lower = with(Holds, "Ja.", ["p. 2", "p. 3"], [b.clone(), c.clone()], "Later.");
    let both = Finding {
        evidence: ["p. 1", "p. 2", "p. 3"].map(str::to_owned).to_vec(),
        attached: vec![a, b, c],
        personal_data_reason: "Eerst.".to_owned(),
        ..because(Open, "Was fails. Nee.\nWas holds. Ja.")
    };
    assert_eq!(twinned(Some(higher), Some(lower)), [both.clone(), both]);
    // Notes without a verdict are put together too, and the same note once.
    let note = Finding { personal_data_reason: "Later.".to_owned(), ..because(Open, "Nog kijken.") };
    let noted = twinned(Some(because(Open, "Nog kijken.")), Some(note.clone()));
    assert_eq!(noted, [note.clone(), note]);
    let same = because(Open, "Nog kijken.");
    assert_eq!(twinned(Some(same.clone()), Some(same.clone())), [same.clone(), same]);
}
