//! What comes in from outside, and the cover that says about whom.

use trede::domain::command::CoverField;
use trede::domain::personal::PersonalKind;
use trede::domain::{
    Assessor, Cause, Command, Cover, Finding, Import, Level, NormId, PartId, Refusal, Settlement, Sheet, Verdict,
};

use super::{NUMBER, SIDE, Work, find, verdict};

fn cover(subject: &str, kvk: Option<&str>) -> Cover {
    Cover { subject: subject.to_owned(), kvk: kvk.map(str::to_owned), period: "2025".to_owned() }
}

fn import(cover: Cover, sheet: Sheet) -> Command {
    Command::Import(Box::new(Import { perspective: SIDE, cover, sheet, states_policy: false }))
}

fn sheet(norm: &str, finding: Finding) -> Sheet {
    Sheet { findings: [(NormId::new(norm), finding)].into(), ..Sheet::default() }
}

#[test]
fn a_cover_is_about_the_same_lender_by_its_number_or_else_by_its_name() {
    let bank = cover("Bank", Some("12345678"));
    assert!(bank.is_about_the_lender_of(&cover("Anders geheten", Some("12345678"))));
    assert!(!bank.is_about_the_lender_of(&cover("Bank", Some("87654321"))));
    assert!(bank.is_about_the_lender_of(&cover(" BANK ", None)));
    assert!(cover("Bank", None).is_about_the_lender_of(&bank));
    assert!(!cover("Bank", None).is_about_the_lender_of(&cover("Bankier", None)));
}

#[test]
fn a_file_about_the_same_lender_is_taken_in() {
    let mut work = Work::new();
    let other = import(cover("Anderbank", None), sheet("I.3.1", Finding::bare(Verdict::Holds)));
    assert_eq!(work.refused(other), Refusal::OtherSubject("Anderbank".to_owned()));
    work.does(verdict("II.3.1", Verdict::Holds));
    let mut incoming = sheet("I.3.1", Finding::because(Verdict::Fails, "Niet gezien."));
    incoming.findings.insert(NormId::new("II.3.1"), Finding::bare(Verdict::Holds));
    incoming.assessor = Some(Assessor { name: "B. Ander".to_owned(), role: String::new() });
    let settlement = Settlement { level: Level::THREE, rationale: "Zo.".to_owned() };
    incoming.settlements.insert(PartId::new("III"), settlement.clone());
    let event = work.does(import(cover("voorbeeldbank", None), incoming.clone()));
    assert_eq!((event.cause, event.changes.len()), (Cause::Imported, 3), "what is the same is no change");
    assert_eq!(work.finding("I.3.1").rationale, "Niet gezien.");
    assert_eq!(work.sheet().settlements[&PartId::new("III")], settlement);
    assert_eq!(work.assessment.cover.period, "2026", "the cover stays");
    assert_eq!(work.refused(import(cover("Voorbeeldbank", None), incoming)), Refusal::NothingChanges);
}

#[test]
fn a_number_of_a_person_does_not_come_in_without_a_reason() {
    let work = Work::new();
    let bank = cover("Voorbeeldbank", None);
    let kinds = vec![PersonalKind::Bsn];
    let refused = work.refused(import(bank.clone(), sheet("I.3.1", Finding::because(Verdict::Holds, NUMBER))));
    assert_eq!(refused, Refusal::PersonalData { norms: vec![NormId::new("I.3.1")], kinds: kinds.clone() });
    let mut settled = Sheet::default();
    let settlement = Settlement { level: Level::THREE, rationale: NUMBER.to_owned() };
    settled.settlements.insert(PartId::new("III"), settlement);
    assert_eq!(work.refused(import(bank, settled)), Refusal::PersonalData { norms: Vec::new(), kinds });
}

#[test]
fn a_cover_has_a_name_a_period_and_a_number_of_eight_digits_if_any() {
    let mut work = Work::new();
    let lacks = |work: &Work, edit: Cover| work.refused(Command::EditCover(edit));
    assert_eq!(lacks(&work, cover(" ", None)), Refusal::CoverIncomplete(CoverField::Subject));
    let undated = Cover { period: " ".to_owned(), ..cover("Bank", None) };
    assert_eq!(lacks(&work, undated), Refusal::CoverIncomplete(CoverField::Period));
    for kvk in ["", "1234567", "123456789", "1234567a"] {
        assert_eq!(lacks(&work, cover("Bank", Some(kvk))), Refusal::CoverIncomplete(CoverField::Kvk), "{kvk}");
    }
    work.does(Command::EditCover(cover(" Bank\u{202E} ", Some("12345678"))));
    assert_eq!(work.assessment.cover, cover("Bank", Some("12345678")));
}

#[test]
fn a_finding_is_put_in_order_before_it_is_recorded() {
    let mut work = Work::new();
    let mut given = Finding::because(Verdict::Holds, "Gezien.");
    given.evidence = vec!["p. 4".to_owned(), "tip".to_owned(), " ".to_owned()];
    given.internal.evidence = vec!["tip".to_owned(), String::new()];
    given.personal_data_reason = "Nergens voor.".to_owned();
    given.withheld.rationale = true;
    work.does(find("I.3.1", given.clone()));
    let found = work.finding("I.3.1");
    assert_eq!((found.evidence, found.internal.evidence), (vec!["p. 4".to_owned()], vec!["tip".to_owned()]));
    assert_eq!(found.personal_data_reason, "", "there is no number that it could be for");
    assert!(!found.withheld.rationale, "there is one here");
    given.rationale = " ".to_owned();
    work.does(find("I.3.1", given));
    assert!(work.finding("I.3.1").withheld.rationale);
    let bare = Finding::because(Verdict::Holds, "");
    work.does(find("I.3.1", bare));
    assert!(!work.finding("I.3.1").withheld.rationale);
}

#[test]
fn what_comes_in_takes_the_place_of_what_is_not_internal() {
    let mut work = Work::new();
    work.does(find("I.3.1", Finding::because(Verdict::Holds, "Eigen woorden.")));
    let bank = cover("Voorbeeldbank", None);
    let other = Finding::because(Verdict::Holds, "Andere woorden.");
    work.does(import(bank.clone(), sheet("I.3.1", other.clone())));
    assert_eq!(work.finding("I.3.1"), other, "nothing of it was internal");
    let numbered = Finding { personal_data_reason: "Nodig.".to_owned(), ..Finding::because(Verdict::Holds, NUMBER) };
    work.does(import(bank, sheet("I.3.1", numbered.clone())));
    assert_eq!(work.finding("I.3.1"), numbered);
}
