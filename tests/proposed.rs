//! Findings of an earlier assessment of the same lender: proposed, confirmed one by one, never counted before.

use std::path::{Path, PathBuf};

use serde_json::json;
use trede::domain::proposal::offer;
use trede::domain::text::Language;
use trede::domain::{Cause, Command, Cover, Finding, Import, NormId, Perspective, Refusal, Sheet, Verdict, score};
use trede::session::{Headway, Session, SessionError, Stamp};
use trede::storage::exchange_write::ExchangeFormat;
use trede::storage::{Access, AttachError, FileError, exchange_file, shipped};
use trede::wording::Wording;

use crate::cli::desk::Desk as Terminal;
use crate::example::framework;
use crate::versions::{NEW, OLD, load};

use Verdict::{Fails, Holds, Open, Partly};

const SIDE: Perspective = Perspective::Supervisor;

fn stamp() -> Stamp {
    Stamp { at: "2026-09-14T10:00:00+02:00".to_owned(), actor: "A. Voorbeeld".to_owned() }
}

fn cover(subject: &str, kvk: Option<&str>, period: &str) -> Cover {
    Cover { subject: subject.to_owned(), kvk: kvk.map(str::to_owned), period: period.to_owned() }
}

fn session(path: &Path, cover: Cover) -> Session {
    Session::create(path, shipped::ALL[0].text.as_bytes(), cover, &stamp()).unwrap()
}

fn find(session: &mut Session, norm: &str, finding: Finding) {
    let command = Command::Find { perspective: SIDE, norm: NormId::new(norm), finding, continues: false };
    session.execute(command, &stamp()).unwrap();
}

/// Two assessments of one lender: that of 2025 with findings and a file, and that of 2026, which is new.
struct Desk {
    folder: tempfile::TempDir,
    earlier: PathBuf,
    now: Session,
}

const LETTER: &[u8] = b"Geachte heer, mevrouw";

impl Desk {
    fn new() -> Desk {
        let folder = tempfile::tempdir().unwrap();
        let earlier = folder.path().join("bank-2025.trede");
        let mut before = session(&earlier, cover("Voorbeeldbank N.V.", Some("00000000"), "2025"));
        let finding = Finding { evidence: vec!["p. 4".to_owned()], ..Finding::because(Holds, "Elke maand.") };
        find(&mut before, "I.3.1", finding);
        find(&mut before, "I.3.2", Finding::because(Fails, "Niet altijd."));
        find(&mut before, "I.1.1", Finding::bare(Fails));
        let letter = folder.path().join("brief.txt");
        std::fs::write(&letter, LETTER).unwrap();
        let norm = NormId::new("I.3.1");
        let kept = before.gathering(SIDE, &norm).unwrap().bring(&[letter], &Headway::default(), &|| {}).unwrap();
        before.attach(SIDE, &norm, &kept, &stamp()).unwrap();
        drop(before);
        let now =
            session(&folder.path().join("bank-2026.trede"), cover("Voorbeeldbank N.V.", Some("00000000"), "2026"));
        Desk { folder, earlier, now }
    }

    fn propose(&mut self) -> Result<trede::domain::proposal::Offer, SessionError> {
        let taken = self.now.proposing(SIDE)?.take_from((&self.earlier, None), "A", &Headway::default(), &|| {})?;
        let offer = taken.offer.clone();
        self.now.propose(taken, &stamp()).map(|()| offer)
    }

    fn execute(&mut self, command: Command) {
        self.now.execute(command, &stamp()).unwrap();
    }

    fn refused(&mut self, command: Command) -> Refusal {
        match self.now.execute(command, &stamp()).unwrap_err() {
            SessionError::Refused(refusal) => refusal,
            other => panic!("{other}"),
        }
    }

    fn sheet(&self) -> Sheet {
        self.now.sheet(SIDE).into_owned()
    }

    fn proposed(&self) -> Vec<String> {
        self.sheet().proposals.keys().map(NormId::to_string).collect()
    }
}

fn confirm(norm: &str) -> Command {
    Command::Confirm(SIDE, NormId::new(norm))
}

fn dismiss(norm: &str) -> Command {
    Command::Dismiss(SIDE, NormId::new(norm))
}

#[test]
fn a_proposal_counts_for_nothing() {
    let mut desk = Desk::new();
    let before = desk.now.score(SIDE).clone();
    let offer = desk.propose().unwrap();
    assert_eq!((offer.findings.len(), offer.judged, offer.otherwise), (3, 0, 0));
    assert_eq!(desk.proposed(), ["I.1.1", "I.3.1", "I.3.2"]);
    let sheet = desk.sheet();
    assert!(sheet.findings.is_empty() && sheet.verdict("I.3.1") == Open);
    assert_eq!(*desk.now.score(SIDE), before);
    assert_eq!(score(desk.now.framework(), &sheet), *before);
    let refused = desk.refused(Command::Finalize(SIDE));
    assert!(matches!(refused, Refusal::NotComplete { open, .. } if open.contains(&NormId::new("I.3.1"))));
    let exported = desk.now.export(SIDE, ExchangeFormat::Json).unwrap();
    assert!(!exported.contains("Elke maand.") && !exported.contains("brief.txt"));
    let read = exchange_file::read(exported.as_bytes(), desk.now.framework()).unwrap();
    assert!(read.sheet.findings.is_empty() && read.sheet.proposals.is_empty());
}

#[test]
fn a_proposal_survives_closing_and_its_file_is_there() {
    let mut desk = Desk::new();
    desk.propose().unwrap();
    let (sheet, path) = (desk.sheet(), desk.now.path().to_owned());
    drop(desk.now);
    // The earlier file is not needed any more.
    std::fs::remove_file(&desk.earlier).unwrap();
    let again = Session::open(&path, Access::Write, "A").unwrap();
    assert_eq!(*again.sheet(SIDE), sheet);
    let file = sheet.proposals[&NormId::new("I.3.1")].attached[0].clone();
    assert_eq!(again.vault().unwrap().fetch(&file).unwrap(), LETTER);
    assert_eq!(again.file_named(SIDE, file.sha256()), Some(file));
    drop(desk.folder);
}

#[test]
fn confirming_makes_a_finding_like_any_other_and_one_undo_takes_it_back() {
    let mut desk = Desk::new();
    desk.propose().unwrap();
    let proposed = desk.sheet();
    desk.execute(confirm("I.3.1"));
    let sheet = desk.sheet();
    assert_eq!(sheet.findings[&NormId::new("I.3.1")], proposed.proposals[&NormId::new("I.3.1")]);
    assert_eq!(desk.proposed(), ["I.1.1", "I.3.2"]);
    assert_eq!(sheet.finding("I.3.1").attached.len(), 1);
    desk.execute(Command::Undo);
    assert_eq!(desk.sheet(), proposed);
    desk.execute(Command::Redo);
    assert_eq!(desk.sheet(), sheet);
    assert_eq!(desk.refused(confirm("I.3.1")), Refusal::NothingProposed(NormId::new("I.3.1")));
    // And the step before takes all proposals away.
    desk.execute(Command::Undo);
    desk.execute(Command::Undo);
    assert_eq!(desk.sheet(), Sheet::empty(desk.now.framework()));
}

#[test]
fn what_stands_here_already_is_kept_beside_what_is_confirmed() {
    let mut desk = Desk::new();
    find(
        &mut desk.now,
        "I.3.1",
        Finding { evidence: vec!["p. 4".to_owned(), "p. 9".to_owned()], ..Finding::because(Open, "Nog na te gaan.") },
    );
    desk.propose().unwrap();
    desk.execute(confirm("I.3.1"));
    let finding = desk.sheet().finding("I.3.1");
    assert_eq!((finding.verdict, finding.rationale.as_str()), (Holds, "Nog na te gaan.\nElke maand."));
    assert_eq!((finding.evidence.as_slice(), finding.attached.len()), (&["p. 4".to_owned(), "p. 9".to_owned()][..], 1));
}

#[test]
fn dismissing_and_judging_otherwise_end_a_proposal_and_typing_does_not() {
    let mut desk = Desk::new();
    desk.propose().unwrap();
    desk.execute(dismiss("I.1.1"));
    assert_eq!(desk.proposed(), ["I.3.1", "I.3.2"]);
    assert_eq!(desk.refused(dismiss("I.1.1")), Refusal::NothingProposed(NormId::new("I.1.1")));
    find(&mut desk.now, "I.3.1", Finding::because(Open, "Nog na te gaan."));
    assert_eq!(desk.proposed(), ["I.3.1", "I.3.2"]);
    find(&mut desk.now, "I.3.1", Finding::because(Fails, "Dit jaar niet."));
    assert_eq!(desk.proposed(), ["I.3.2"]);
    assert_eq!(desk.sheet().finding("I.3.1").rationale, "Dit jaar niet.");
    desk.execute(Command::Undo);
    assert_eq!(desk.proposed(), ["I.3.1", "I.3.2"]);
    // So does a verdict that an exchange file brings.
    let mut sheet = Sheet::empty(desk.now.framework());
    sheet.findings.insert(NormId::new("I.3.2"), Finding::bare(Holds));
    let cover = desk.now.assessment().cover.clone();
    desk.execute(Command::Import(Box::new(Import { perspective: SIDE, cover, sheet, states_policy: false })));
    assert_eq!(desk.proposed(), ["I.3.1"]);
}

#[test]
fn only_what_is_open_here_is_proposed() {
    let mut desk = Desk::new();
    find(&mut desk.now, "I.3.1", Finding::because(Verdict::Undetermined, "Niet in de stukken."));
    let offer = desk.propose().unwrap();
    assert_eq!((offer.findings.len(), offer.judged, offer.otherwise), (2, 1, 0));
    assert_eq!(desk.proposed(), ["I.1.1", "I.3.2"]);
    let again = desk.propose().unwrap_err();
    assert!(matches!(again, SessionError::Refused(Refusal::NothingChanges)), "{again}");
}

#[test]
fn twins_are_proposed_and_confirmed_together() {
    let framework = framework();
    let twin = framework.norms().find(|norm| norm.twin.is_some()).unwrap();
    let (higher, lower) = (twin.id.clone(), twin.twin.clone().unwrap());
    let mut desk = Desk::new();
    let mut before = Session::open(&desk.earlier, Access::Write, "A").unwrap();
    find(&mut before, lower.as_str(), Finding::bare(Holds));
    drop(before);
    desk.propose().unwrap();
    assert!(desk.sheet().proposals.contains_key(&higher) && desk.sheet().proposals.contains_key(&lower));
    let proposed = desk.sheet();
    desk.execute(dismiss(higher.as_str()));
    assert!(!desk.sheet().proposals.contains_key(&lower));
    desk.execute(Command::Undo);
    assert_eq!(desk.sheet(), proposed);
    desk.execute(confirm(higher.as_str()));
    let sheet = desk.sheet();
    assert_eq!((sheet.verdict(lower.as_str()), sheet.verdict(higher.as_str())), (Holds, Holds));
    assert!(!sheet.proposals.contains_key(&higher) && !sheet.proposals.contains_key(&lower));
}

#[test]
fn norms_that_read_otherwise_or_are_gone_are_not_proposed() {
    let (old, new) = (load(OLD), load(NEW));
    let mut earlier = Sheet::empty(&old);
    for norm in old.norms() {
        earlier.findings.insert(norm.id.clone(), Finding::bare(Holds));
    }
    earlier.findings.insert(NormId::new("I.5.1"), Finding::bare(Open));
    let offered = offer(&old, &earlier, &new, &Sheet::empty(&new));
    let named: Vec<&str> = offered.findings.keys().map(NormId::as_str).collect();
    // I.3.1 reads otherwise, II.1.2 and part III are gone.
    assert!(
        !named.contains(&"I.3.1") && !named.contains(&"II.1.2") && !named.iter().any(|norm| norm.starts_with("III"))
    );
    assert!(named.contains(&"I.1.1") && !named.contains(&"I.5.1"), "{named:?}");
    assert_eq!(offered.findings.len() + offered.otherwise, old.norms().count() - 1);
    // The same framework: everything; another one with norms of the same name: nothing.
    assert_eq!(offer(&old, &earlier, &old, &Sheet::empty(&old)).otherwise, 0);
    let other = load(&OLD.replacen("id: \"", "id: \"ander-", 1));
    assert!(offer(&old, &earlier, &other, &Sheet::empty(&other)).findings.is_empty());
    // A partial verdict only where the norm allows one.
    earlier.findings.insert(NormId::new("I.1.1"), Finding::because(Partly, "Half."));
    assert!(!offer(&old, &earlier, &old, &Sheet::empty(&old)).findings.contains_key(&NormId::new("I.1.1")));
}

#[test]
fn another_lender_a_final_sheet_and_a_file_that_is_only_looked_at_are_refused() {
    let mut desk = Desk::new();
    let here = desk.earlier.clone();
    for (subject, kvk) in [("Andere Bank", None), ("Voorbeeldbank N.V.", Some("12345678"))] {
        desk.earlier = desk.folder.path().join(format!("{}.trede", kvk.unwrap_or("ander")));
        drop(session(&desk.earlier, cover(subject, kvk, "2025")));
        let refused = desk.propose().unwrap_err();
        assert!(matches!(refused, SessionError::Refused(Refusal::OtherSubject(_))), "{refused}");
    }
    desk.earlier = desk.folder.path().join("weg.trede");
    assert!(matches!(desk.propose().unwrap_err(), SessionError::File(FileError::Missing(_))));
    desk.earlier = here;
    let path = desk.now.path().to_owned();
    drop(desk.now);
    desk.now = Session::open(&path, Access::Read, "A").unwrap();
    assert!(matches!(desk.propose().unwrap_err(), SessionError::File(FileError::ReadOnly(_))));
}

#[test]
fn a_file_that_is_damaged_there_stays_away_and_its_name_comes_over() {
    let mut desk = Desk::new();
    let forger = rusqlite::Connection::open(&desk.earlier).unwrap();
    forger.execute_batch("UPDATE attachments SET content = x'00'").unwrap();
    drop(forger);
    desk.propose().unwrap();
    let file = desk.sheet().proposals[&NormId::new("I.3.1")].attached[0].clone();
    assert!(!desk.now.has_bytes_of(&file));
    assert_eq!(desk.now.vault().unwrap().fetch(&file), Err(AttachError::NotHere("brief.txt".to_owned())));
}

#[test]
fn calling_it_off_proposes_nothing() {
    let desk = Desk::new();
    let headway = Headway::default();
    headway.call_off();
    let stopped = desk.now.proposing(SIDE).unwrap().take_from((&desk.earlier, None), "A", &headway, &|| {});
    assert!(matches!(stopped, Err(SessionError::Attach(AttachError::Cancelled))));
    assert!(desk.proposed().is_empty());
}

#[test]
fn the_log_says_from_which_file_and_which_head_proposals_came() {
    let mut desk = Desk::new();
    let head = Session::open(&desk.earlier, Access::Read, "A").unwrap().log_head().unwrap();
    desk.propose().unwrap();
    desk.execute(confirm("I.3.2"));
    desk.now.flush().unwrap();
    let framework = desk.now.framework().clone();
    let log = desk.now.log().to_vec();
    let event = log[1].read().unwrap();
    assert!(matches!(&event.cause, Cause::Proposed(earlier) if earlier.log == head && earlier.period == "2025"));
    let words = Wording::new(Language::Dutch);
    let lines: Vec<String> = log.iter().flat_map(|entry| words.entry(&framework, entry)).collect();
    let text = lines.join("\n");
    let cause = format!(
        "voorgesteld uit bank-2025.trede (periode 2025; logboek: {} gebeurtenissen, sha256 {})",
        head.count, head.sha256
    );
    assert!(text.contains(&cause), "{text}");
    assert!(text.contains("I.3.2, voorstel (toezichthouder): (niets) → niet voldaan; Niet altijd."), "{text}");
    assert!(text.contains("I.3.2, voorstel (toezichthouder): niet voldaan; Niet altijd. → (niets)"), "{text}");
}

#[test]
fn proposals_go_along_to_another_version_of_the_framework() {
    let mut desk = Desk::new();
    desk.propose().unwrap();
    let newer = shipped::ALL[0].text.replacen("version: \"1.0.0\"", "version: \"1.0.1\"", 1);
    let to = desk.folder.path().join("b.trede");
    let words = Wording::new(Language::Dutch);
    drop(desk.now.migrate(newer.as_bytes(), &to, &stamp(), &words).unwrap());
    let copy = Session::open(&to, Access::Write, "A").unwrap();
    assert_eq!(copy.sheet(SIDE).proposals, desk.sheet().proposals);
    let file = copy.sheet(SIDE).proposals[&NormId::new("I.3.1")].attached[0].clone();
    assert_eq!(copy.vault().unwrap().fetch(&file).unwrap(), LETTER);
}

#[test]
fn the_command_proposes_and_says_what_stayed_behind() {
    let desk = Terminal::with_example();
    desk.new_assessment("b.trede");
    let propose = ["propose", "b.trede", "--from", "a.trede"];
    assert_eq!(desk.done(&propose), "95 bevindingen uit a.trede staan klaar om te bevestigen.\n");
    let (_, score) = desk.json(&["score", "b.trede"]);
    assert_eq!(score["total"]["complete"], json!(false));
    assert_eq!(score["parts"][0]["open"].as_array().unwrap().len(), 12);
    let (_, again) = desk.json(&propose);
    assert_eq!((again["proposed"].as_array().unwrap().len(), &again["judged"]), (95, &json!(0)));
    desk.done(&["import", "b.trede", "voorbeeld.ron"]);
    assert_eq!(
        desk.done(&propose),
        "In a.trede staat niets dat hier kan worden voorgesteld. 95 normen hebben hier al een oordeel.\n"
    );
    desk.refused(&["propose", "b.trede"], "usage");
    desk.refused(&["propose", "b.trede", "--from", "voorbeeld.ron"], "not-trede");
    desk.refused(&["propose", "b.trede", "--from", "weg.trede"], "missing");
    desk.done(&["finalize", "b.trede", "--perspective", "supervisor"]);
    desk.refused(&propose, "refused");
    desk.done(&["new", "ander.trede", "--framework", crate::cli::desk::FRAMEWORK, "--subject", "Andere Bank"]);
    assert!(
        desk.refused(&["propose", "ander.trede", "--from", "a.trede"], "refused")
            .contains("over Voorbeeldbank N.V., een andere aanbieder. Er is niets overgenomen.")
    );
}

#[test]
fn a_number_of_a_person_comes_along_only_with_the_reason_to_keep_it() {
    let mut desk = Desk::new();
    let mut before = Session::open(&desk.earlier, Access::Write, "A").unwrap();
    let explained = Finding {
        personal_data_reason: "Staat zo in het dossier.".to_owned(),
        ..Finding::because(Holds, "Klant 111222333 is gebeld.")
    };
    find(&mut before, "I.3.3", explained.clone());
    drop(before);
    // One from before numbers of persons were asked about: only a file can hold it.
    let framework = framework();
    let mut earlier = Sheet::empty(&framework);
    earlier.findings.insert(NormId::new("I.3.4"), Finding::because(Holds, "Klant 111222333 is gebeld."));
    let offered = offer(&framework, &earlier, &framework, &Sheet::empty(&framework));
    assert_eq!(offered.findings[&NormId::new("I.3.4")].rationale, "Klant [BSN] is gebeld.");
    desk.propose().unwrap();
    desk.execute(confirm("I.3.3"));
    assert_eq!(desk.sheet().finding("I.3.3"), explained);
}
