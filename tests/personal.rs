//! Numbers of persons stay in an assessment only with a reason, and never come out of it in a report or a table.

use trede::domain::personal::PersonalKind;
use trede::domain::text::Language;
use trede::domain::{
    Attachment, Cause, Change, Command, Cover, Event, Finding, NormId, PartId, Perspective, Refusal, Settlement,
    Verdict,
};
use trede::report::reading::{attachments, page_texts};
use trede::session::{ExportForm, Session, SessionError, Stamp};
use trede::storage::exchange_write::ExchangeFormat;
use trede::storage::problem::Code;
use trede::storage::{Access, TredeFile, exchange_file};
use trede::verification::verify;
use trede::wording::Wording;

use crate::example::{TEXT, at, framework};

const BSN: &str = "111222333";
const IBAN: &str = "NL91 ABNA 0417 1643 00";
const SIDE: Perspective = Perspective::Supervisor;

struct Desk {
    session: Session,
    stamp: Stamp,
    _folder: tempfile::TempDir,
}

impl Desk {
    fn new() -> Desk {
        let folder = tempfile::tempdir().unwrap();
        let stamp = Stamp { at: at().to_rfc3339(), actor: "A. Voorbeeld".to_owned() };
        let cover = Cover { subject: "Voorbeeldbank N.V.".to_owned(), kvk: None, period: "2026".to_owned() };
        let session = Session::create(&folder.path().join("a.trede"), TEXT.as_bytes(), cover, &stamp).unwrap();
        Desk { session, stamp, _folder: folder }
    }

    fn run(&mut self, command: Command) -> Result<(), SessionError> {
        self.session.execute(command, &self.stamp)
    }

    fn find(&mut self, norm: &str, finding: Finding) -> Result<(), SessionError> {
        self.run(Command::Find { perspective: SIDE, norm: NormId::new(norm), finding, continues: false })
    }
}

fn kept() -> Finding {
    Finding {
        evidence: vec![format!("Afschrift {IBAN}"), "p. 4".to_owned()],
        personal_data_reason: "Het dossier is anders niet te vinden.".to_owned(),
        ..Finding::because(Verdict::Holds, &format!("Bij klant {BSN} gezien."))
    }
}

fn refused(found: Result<(), SessionError>) -> Refusal {
    match found {
        Err(SessionError::Refused(refusal)) => refusal,
        other => panic!("{other:?}"),
    }
}

#[test]
fn a_number_is_kept_only_with_a_reason_that_holds_none_itself() {
    let mut desk = Desk::new();
    let norms = vec![NormId::new("I.3.1")];
    let kinds = vec![PersonalKind::Bsn, PersonalKind::Iban];
    let bare = Finding { personal_data_reason: " ".to_owned(), ..kept() };
    assert_eq!(refused(desk.find("I.3.1", bare)), Refusal::PersonalData { norms, kinds });
    let talkative = Finding { personal_data_reason: format!("Omdat {BSN} dat vroeg."), ..kept() };
    let kinds = vec![PersonalKind::Bsn];
    assert_eq!(refused(desk.find("I.3.1", talkative)), Refusal::PersonalData { norms: Vec::new(), kinds });
    assert_eq!(desk.session.sheet(SIDE).verdict("I.3.1"), Verdict::Open);
    desk.find("I.3.1", kept()).unwrap();
    assert_eq!(desk.session.sheet(SIDE).finding("I.3.1"), kept());
    // Without the number the reason has no use.
    desk.find("I.3.1", Finding { evidence: Vec::new(), rationale: "Gezien.".to_owned(), ..kept() }).unwrap();
    assert_eq!(desk.session.sheet(SIDE).finding("I.3.1").personal_data_reason, "");
}

/// An earlier version of the program does not know the reason: it has to say that the file is newer.
#[test]
fn only_a_file_that_holds_a_reason_is_in_the_newer_form() {
    let mut desk = Desk::new();
    let mut form = |finding: Finding| {
        desk.find("I.3.1", finding).unwrap();
        desk.session.flush().unwrap();
        let file = rusqlite::Connection::open(desk.session.path()).unwrap();
        file.query_row("PRAGMA user_version", [], |row| row.get::<_, i32>(0)).unwrap()
    };
    assert_eq!(form(Finding::because(Verdict::Holds, "Gezien.")), 1);
    assert_eq!(form(kept()), 2);
}

#[test]
fn a_reason_of_another_kind_never_holds_a_number() {
    let mut desk = Desk::new();
    let read = exchange_file::read(trede::cli::EXAMPLE.as_bytes(), &framework()).unwrap();
    desk.run(Command::Import(Box::new(read.into()))).unwrap();
    let level = desk.session.score(SIDE).part("I").unwrap().admissible.levels().next().unwrap();
    let settlement = Some(Settlement { level, rationale: format!("Zie {BSN}.") });
    let settle = Command::Settle { perspective: SIDE, part: PartId::new("I"), settlement };
    assert!(matches!(refused(desk.run(settle)), Refusal::PersonalData { .. }));
    desk.run(Command::Finalize(SIDE)).unwrap();
    let reopen = Command::Reopen(SIDE, format!("Klant {IBAN} belde."));
    assert!(matches!(refused(desk.run(reopen)), Refusal::PersonalData { .. }));
}

#[test]
fn a_report_lists_the_places_and_holds_no_number() {
    let mut desk = Desk::new();
    desk.find("I.3.1", kept()).unwrap();
    let job = desk.session.report_job(SIDE, at(), Language::Dutch).unwrap();
    let report = job.make(None).unwrap();
    let text = page_texts(&report).unwrap().concat().join(" ");
    assert!(text.contains("Bij klant [BSN] gezien.") && text.contains("Afschrift [IBAN]"), "{text}");
    assert!(text.contains("Weggelaten nummers van personen"));
    assert!(text.contains(
        "I.3.1: BSN en IBAN. In de beoordeling bewaard, met deze reden: Het dossier is anders niet te vinden."
    ));
    for attached in attachments(&report).unwrap() {
        let file = String::from_utf8_lossy(&attached.bytes).into_owned();
        assert!(!file.contains(BSN) && !file.contains(IBAN), "{}", attached.name);
    }
    assert!(!text.contains(BSN) && !text.contains(IBAN));
    let signed = job.make(Some(&crate::example::ASSESSOR)).unwrap();
    assert!(verify(&signed, None).is_intact());
    // Where nothing was left out there is nothing to list.
    desk.find("I.3.1", Finding::bare(Verdict::Holds)).unwrap();
    let report = desk.session.report_job(SIDE, at(), Language::Dutch).unwrap().make(None).unwrap();
    assert!(!page_texts(&report).unwrap().concat().join(" ").contains("Weggelaten nummers"));
}

#[test]
fn tables_hold_no_number_and_an_exchange_file_keeps_it_with_its_reason() {
    let mut desk = Desk::new();
    desk.find("I.3.1", kept()).unwrap();
    let words = Wording::new(Language::Dutch);
    let csv = desk.session.export_as(SIDE, ExportForm::Csv, at(), &words).unwrap();
    let csv = String::from_utf8(csv.bytes).unwrap();
    assert!(csv.contains("Bij klant [BSN] gezien.") && !csv.contains(BSN) && !csv.contains("ABNA"), "{csv}");
    for form in [ExportForm::Ron, ExportForm::Json] {
        let exchange = desk.session.export_as(SIDE, form, at(), &words).unwrap();
        let read = exchange_file::read(&exchange.bytes, &framework()).unwrap();
        assert_eq!(read.sheet.finding("I.3.1"), kept());
    }
}

/// A log from before numbers were looked for.
#[test]
fn what_an_older_program_kept_opens_and_has_to_be_explained_before_it_is_final() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("oud.trede");
    let read = exchange_file::read(trede::cli::EXAMPLE.as_bytes(), &framework()).unwrap();
    let stamp = Stamp { at: at().to_rfc3339(), actor: "A. Voorbeeld".to_owned() };
    let mut session = Session::create(&path, TEXT.as_bytes(), read.cover.clone(), &stamp).unwrap();
    session.execute(Command::Import(Box::new(read.into())), &stamp).unwrap();
    let before = session.sheet(SIDE).finding("I.3.1");
    session.flush().unwrap();
    drop(session);
    let (mut file, _) = TredeFile::open(&path, Access::Write, "A. Voorbeeld").unwrap();
    let after = Finding { personal_data_reason: String::new(), ..kept() };
    let change = Change::Finding { perspective: SIDE, norm: NormId::new("I.3.1"), before, after };
    file.append(&Event { cause: Cause::Edit, changes: vec![change] }, &stamp.at, &stamp.actor).unwrap();
    drop(file);
    let mut session = Session::open(&path, Access::Write, "A. Voorbeeld").unwrap();
    let norm = NormId::new("I.3.1");
    assert!(session.sheet(SIDE).finding("I.3.1").holds_unexplained_personal_data());
    let refusal = refused(session.execute(Command::Finalize(SIDE), &stamp));
    assert!(matches!(&refusal, Refusal::PersonalData { norms, .. } if *norms == [norm.clone()]));
    let words = Wording::new(Language::Dutch);
    assert!(words.refusal(&refusal).contains("I.3.1") && words.refusal(&refusal).contains("BSN en IBAN"));
    // Another verdict on it is taken all the same.
    let finding = Finding { verdict: Verdict::Fails, ..session.sheet(SIDE).finding("I.3.1") };
    let command = Command::Find { perspective: SIDE, norm, finding, continues: false };
    session.execute(command, &stamp).unwrap();
    // What goes out can be read in again.
    let exchange = session.export_as(SIDE, ExportForm::Ron, at(), &words).unwrap();
    let read = exchange_file::read(&exchange.bytes, &framework()).unwrap();
    assert_eq!(read.sheet.finding("I.3.1").rationale, "Bij klant [BSN] gezien.");
}

#[test]
fn a_number_in_the_name_of_an_attached_file_is_left_out_at_once() {
    let mut desk = Desk::new();
    let file = Attachment::new(&format!("dossier {BSN}.pdf"), &"ab".repeat(32), 3).unwrap();
    desk.run(Command::Attach { perspective: SIDE, norm: NormId::new("I.3.1"), files: vec![file] }).unwrap();
    assert_eq!(desk.session.sheet(SIDE).finding("I.3.1").attached[0].name(), "dossier [BSN].pdf");
    // Nor does it come in with an exchange file.
    let exchange = desk.session.export(SIDE, ExchangeFormat::Json).unwrap();
    let exchange = exchange.replace("[BSN]", BSN);
    let problems = exchange_file::read(exchange.as_bytes(), &framework()).unwrap_err();
    assert_eq!(problems[0].code, Code::PersonalData);
}
