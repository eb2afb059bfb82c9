//! What becomes of answers and settlements, and what the log of the new file says.

use std::path::Path;

use tempfile::TempDir;
use trede::domain::migration::{Hindrance, Left, MigratedSheet};
use trede::domain::text::LONGEST_TEXT;
use trede::domain::{
    Assessor, Cause, Command, Cover, Finding, Language, Level, Migration, NormId, PartId, Perspective, Refusal,
    Settlement, Verdict,
};
use trede::session::{MigrateError, Session, SessionError, Stamp};
use trede::storage::exchange_write::ExchangeFormat;
use trede::storage::{Access, FileError, exchange_file, log};
use trede::wording::Wording;

use super::{NEW, OLD, edited, load};

use Verdict::{Fails, Holds, Open, Partly, Undetermined};

const SIDE: Perspective = Perspective::Supervisor;

fn stamp() -> Stamp {
    Stamp { at: "2026-11-22T10:00:00+01:00".to_owned(), actor: "A. Bee".to_owned() }
}

fn wording() -> Wording {
    Wording::new(Language::Dutch)
}

/// An assessment under `framework` with these answers.
fn assessed(folder: &TempDir, framework: &str, answers: &[(&str, Verdict, &str)]) -> Session {
    let cover = Cover { subject: "Voorbeeldbank".to_owned(), kvk: None, period: "2026".to_owned() };
    let mut session = Session::create(&folder.path().join("oud.trede"), framework.as_bytes(), cover, &stamp()).unwrap();
    for (norm, verdict, rationale) in answers {
        let finding = Finding { evidence: vec!["p. 4".to_owned()], ..Finding::because(*verdict, rationale) };
        find(&mut session, SIDE, norm, finding);
    }
    session
}

fn find(session: &mut Session, perspective: Perspective, norm: &str, finding: Finding) {
    let command = Command::Find { perspective, norm: NormId::new(norm), finding, continues: false };
    session.execute(command, &stamp()).unwrap();
}

fn planned(session: &Session, to: &str) -> Migration {
    session.migration(&load(to), &wording()).unwrap()
}

fn side(migration: &Migration) -> &MigratedSheet {
    migration.sheets.iter().find(|sheet| sheet.perspective == SIDE).unwrap()
}

fn ids(norms: &[NormId]) -> Vec<&str> {
    norms.iter().map(NormId::as_str).collect()
}

/// All norms of the first version but one.
const ANSWERS: &[(&str, Verdict, &str)] = &[
    ("I.5.1", Fails, ""),
    ("I.3.1", Holds, "Elke maand."),
    ("I.1.1", Fails, ""),
    ("I.5.2", Holds, "Het staat op p. 2."),
    ("II.5.1", Partly, "Bijna iedereen."),
    ("II.3.1", Fails, "Te weinig."),
    ("II.3.2", Fails, "Niet bewaard."),
    ("II.1.2", Holds, "Drie dossiers zijn weg."),
    ("III.3.1", Undetermined, "Niet in de stukken."),
];

fn settle(session: &mut Session, part: &str, level: Level) {
    let settlement = Some(Settlement { level, rationale: format!("Gewogen voor {part}.") });
    session.execute(Command::Settle { perspective: SIDE, part: PartId::new(part), settlement }, &stamp()).unwrap();
}

#[test]
fn every_answer_is_kept_asked_anew_or_listed() {
    let folder = TempDir::new().unwrap();
    let session = assessed(&folder, OLD, ANSWERS);
    let planned = planned(&session, NEW);
    let side = side(&planned);
    // I.3.2 took the answer of its twin: ten answers.
    assert_eq!(session.sheet(SIDE).findings.len(), 10);
    assert_eq!(ids(&side.kept), ["I.5.1", "I.1.1", "I.5.2", "I.3.2", "II.5.1", "II.3.1", "II.3.2"]);
    let old = Finding { evidence: vec!["p. 4".to_owned()], ..Finding::because(Holds, "Elke maand.") };
    assert_eq!(side.reopened, [(NormId::new("I.3.1"), old)]);
    assert_eq!(side.left.len(), 2);
    assert_eq!(ids(&side.unasked), ["II.5.2"]);
    let reopened = side.sheet.finding("I.3.1");
    assert_eq!(reopened.verdict, Open);
    assert_eq!(reopened.rationale, "Was in versie 1.0.0: voldaan. Elke maand.");
    assert_eq!(reopened.evidence, ["p. 4"]);
    assert!(side.before.part("III").is_some() && side.after.part("III").is_none());
}

#[test]
fn the_new_file_holds_what_was_planned_and_names_where_it_came_from() {
    let folder = TempDir::new().unwrap();
    let mut session = assessed(&folder, OLD, ANSWERS);
    let assessor = Assessor { name: "A. Bee".to_owned(), role: "toezichthouder".to_owned() };
    session.execute(Command::NameAssessor { perspective: SIDE, assessor: assessor.clone() }, &stamp()).unwrap();
    find(&mut session, Perspective::SelfAssessment, "I.3.1", Finding::bare(Fails));
    settle(&mut session, "II", Level::TWO);
    settle(&mut session, "III", Level::THREE);
    let head = session.log_head().unwrap();
    let path = folder.path().join("nieuw.trede");
    let (mut new, planned) = session.migrate(NEW.as_bytes(), &path, &stamp(), &wording()).unwrap();
    new.flush().unwrap();
    drop(new);

    let mut new = Session::open(&path, Access::Write, "C. Dee").unwrap();
    assert_eq!(new.framework().version, "2.0.0");
    assert_eq!(new.framework_text(), NEW.as_bytes());
    assert_eq!(new.assessment().cover, session.assessment().cover);
    for moved in &planned.sheets {
        assert_eq!(*new.sheet(moved.perspective), moved.sheet);
        assert_eq!(**new.score(moved.perspective), moved.after);
    }
    assert_eq!(new.sheet(SIDE).assessor, Some(assessor));
    assert_eq!(new.sheet(SIDE).settlements.len(), 1);
    // One event that says all, in a chain that holds and that cannot be undone.
    let entries = new.log().to_vec();
    let events = log::verify(&entries, &load(NEW).sha256).unwrap();
    let [event] = events.as_slice() else { panic!("{events:?}") };
    let Cause::Migrated(origin) = &event.cause else { panic!("{event:?}") };
    assert_eq!(origin.log, head);
    assert_eq!((origin.framework.as_str(), origin.version.as_str()), ("klein", "1.0.0"));
    assert_eq!(origin.sha256, load(OLD).sha256);
    assert_eq!(origin.left.len(), 3);
    assert!(matches!(new.execute(Command::Undo, &stamp()), Err(SessionError::Refused(Refusal::NothingToUndo))));
    // It is read in words too: an old requirement and an old deficiency, each as it read then.
    let words = wording().entry(new.framework(), &entries[0]).join("\n");
    for told in [
        &format!("logboek van {} gebeurtenissen, controlegetal {}", head.count, head.sha256),
        &format!("normenkader klein versie 1.0.0, SHA-256 {}", load(OLD).sha256),
        "I.3.1, toelichting (toezichthouder): (niets) → Was in versie 1.0.0: voldaan. Elke maand.",
        "II.1.2, vervallen norm (toezichthouder): gebrek aanwezig; Drie dossiers zijn weg.; p. 4 → vervallen",
        "III.3.1, vervallen norm (toezichthouder): niet vast te stellen; Niet in de stukken.; p. 4 → vervallen",
        "III, vervallen onderdeel (toezichthouder): ",
        "Gewogen voor III.",
    ] {
        assert!(words.contains(told), "{told} in {words}");
    }
    // And it goes on like any other: exported, it can be read in again.
    let exported = new.export(SIDE, ExchangeFormat::Ron).unwrap();
    let read = exchange_file::read(exported.as_bytes(), new.framework()).unwrap();
    assert_eq!(read.sheet.findings, new.sheet(SIDE).findings);
}

#[test]
fn a_settlement_that_no_longer_fits_is_kept_as_lapsed() {
    let folder = TempDir::new().unwrap();
    let strict = edited("\"assessor_settles\"", "\"any_deficiency\"").replace("\"1.0.0\"", "\"2.0.0\"");
    let mut session = assessed(
        &folder,
        OLD,
        &[("II.3.1", Fails, ""), ("II.3.2", Fails, ""), ("II.1.1", Holds, ""), ("II.1.2", Fails, "")],
    );
    settle(&mut session, "II", Level::TWO);
    let planned = planned(&session, &strict);
    let [kept] = side(&planned).settlements.as_slice() else { panic!() };
    assert!(kept.lapsed && kept.look_again);
    assert_eq!(side(&planned).sheet.settlements.len(), 1);
    assert_eq!(side(&planned).after.part("II").unwrap().score(), Some(Level::ONE));
}

#[test]
fn a_policy_that_the_assessor_chose_stays_and_that_of_the_framework_follows() {
    let folder = TempDir::new().unwrap();
    let strict = edited("\"assessor_settles\"", "\"any_deficiency\"").replace("\"1.0.0\"", "\"2.0.0\"");
    let mut session = assessed(&folder, OLD, ANSWERS);
    use trede::domain::framework::ExceedsOne::{AllDeficiencies, AnyDeficiency};
    assert_eq!(side(&planned(&session, &strict)).sheet.exceeds_one, AnyDeficiency);
    let choice = Command::ChoosePolicy { perspective: SIDE, exceeds_one: AllDeficiencies };
    session.execute(choice, &stamp()).unwrap();
    assert_eq!(side(&planned(&session, &strict)).sheet.exceeds_one, AllDeficiencies);
}

#[test]
fn a_requirement_that_becomes_a_deficiency_is_asked_anew() {
    let folder = TempDir::new().unwrap();
    let line = OLD.lines().find(|line| line.contains("\"II.1.2\"")).unwrap();
    let turned = edited(line, &line.replace("rung: 1", "rung: 5")).replace("\"1.0.0\"", "\"2.0.0\"");
    let session = assessed(&folder, OLD, &[("II.1.2", Holds, "Weg.")]);
    let planned = planned(&session, &turned);
    assert_eq!(side(&planned).sheet.finding("II.1.2").rationale, "Was in versie 1.0.0: gebrek aanwezig. Weg.");
    assert_eq!(side(&planned).sheet.verdict("II.1.2"), Open);
}

#[test]
fn norms_that_become_twins_share_an_answer_or_are_asked_anew() {
    let folder = TempDir::new().unwrap();
    let apart = edited("twin: \"I.3.2\", ", "");
    let together = OLD.replace("\"1.0.0\"", "\"2.0.0\"");
    let answers = |answers: &[(&str, Verdict, &str)]| {
        let session = assessed(&folder, &apart, answers);
        let planned = planned(&session, &together);
        drop(session);
        std::fs::remove_file(folder.path().join("oud.trede")).unwrap();
        planned
    };
    let one = answers(&[("I.3.2", Holds, "Zo.")]);
    assert_eq!(ids(&side(&one).kept), ["I.3.2"]);
    assert_eq!(side(&one).sheet.finding("I.5.2"), side(&one).sheet.finding("I.3.2"));
    let unequal = answers(&[("I.5.2", Partly, "Half."), ("I.3.2", Holds, "Heel.")]);
    assert_eq!(side(&unequal).reopened.len(), 2);
    let both = side(&unequal).sheet.finding("I.5.2");
    assert_eq!(both, side(&unequal).sheet.finding("I.3.2"));
    assert_eq!(both.verdict, Open);
    assert_eq!(both.rationale, "Was in versie 1.0.0: deels voldaan. Half.\nWas in versie 1.0.0: voldaan. Heel.");
    assert_eq!(both.evidence, ["p. 4"]);
}

#[test]
fn a_rationale_of_the_greatest_length_is_kept_whole() {
    let folder = TempDir::new().unwrap();
    let long = "é".repeat(LONGEST_TEXT);
    let mut session = assessed(&folder, OLD, &[("I.3.1", Holds, &long)]);
    let planned = planned(&session, NEW);
    let finding = side(&planned).sheet.finding("I.3.1");
    assert_eq!(finding.rationale, long);
    assert_eq!(finding.evidence, ["p. 4", "Was in versie 1.0.0: voldaan."]);
    let path = folder.path().join("nieuw.trede");
    let (mut new, _) = session.migrate(NEW.as_bytes(), &path, &stamp(), &wording()).unwrap();
    let exported = new.export(SIDE, ExchangeFormat::Json).unwrap();
    assert!(exchange_file::read(exported.as_bytes(), new.framework()).is_ok());
}

#[test]
fn a_note_without_a_verdict_is_kept_as_it_is() {
    let folder = TempDir::new().unwrap();
    let session = assessed(&folder, OLD, &[("I.3.1", Open, "Nog navragen.")]);
    let planned = planned(&session, NEW);
    assert!(side(&planned).kept.is_empty(), "it is no answer");
    assert_eq!(side(&planned).sheet.finding("I.3.1").rationale, "Nog navragen.");
}

#[test]
fn a_final_assessment_stays_final_and_its_copy_is_not() {
    let folder = TempDir::new().unwrap();
    let all = [
        ("I.5.1", Fails, "a"),
        ("I.3.1", Holds, "b"),
        ("I.1.1", Fails, "c"),
        ("I.5.2", Holds, "d"),
        ("II.5.1", Fails, "e"),
        ("II.3.1", Fails, "f"),
        ("II.1.1", Fails, "g"),
        ("II.3.2", Holds, "h"),
        ("II.1.2", Fails, "i"),
        ("III.3.1", Holds, "j"),
    ];
    let mut session = assessed(&folder, OLD, &all);
    session.execute(Command::Finalize(SIDE), &stamp()).unwrap();
    let path = folder.path().join("nieuw.trede");
    let (new, planned) = session.migrate(NEW.as_bytes(), &path, &stamp(), &wording()).unwrap();
    assert!(side(&planned).was_final && session.sheet(SIDE).is_final && !new.sheet(SIDE).is_final);
}

#[test]
fn the_same_framework_another_framework_and_a_taken_name_are_refused() {
    let folder = TempDir::new().unwrap();
    let mut session = assessed(&folder, OLD, ANSWERS);
    let path = folder.path().join("nieuw.trede");
    let other = NEW.replace("id: \"klein\"", "id: \"groot\"");
    for (text, expected) in [(OLD, Hindrance::SameFramework), (&other, Hindrance::OtherFramework)] {
        let refused = session.migrate(text.as_bytes(), &path, &stamp(), &wording());
        assert!(matches!(refused, Err(MigrateError::Hindered(found)) if found == expected));
    }
    let broken = session.migrate(b"(format: 1)", &path, &stamp(), &wording());
    assert!(matches!(broken, Err(MigrateError::Session(SessionError::File(FileError::Framework { .. })))));
    assert!(!path.exists());
    let own = session.path().to_owned();
    let taken = session.migrate(NEW.as_bytes(), &own, &stamp(), &wording());
    assert!(matches!(taken, Err(MigrateError::Session(SessionError::File(FileError::Exists(_))))));
    assert!(Path::new(&own).exists());
}

#[test]
fn what_is_left_behind_is_told_by_side() {
    let folder = TempDir::new().unwrap();
    let mut session = assessed(&folder, OLD, &[("II.1.2", Fails, "")]);
    find(&mut session, Perspective::Reviewer, "III.3.1", Finding::bare(Holds));
    let planned = planned(&session, NEW);
    let sides: Vec<Perspective> = planned
        .sheets
        .iter()
        .flat_map(|sheet| &sheet.left)
        .map(|left| match left {
            Left::Finding { perspective, .. } | Left::Settlement { perspective, .. } => *perspective,
        })
        .collect();
    assert_eq!(sides, [SIDE, Perspective::Reviewer]);
}
