//! What is marked as internal never goes out: planted markers, and every way out searched for them.

use std::collections::BTreeSet;
use std::fs;
use std::io::Read as _;
use std::path::Path;

use trede::domain::text::Language;
use trede::domain::{Attachment, Command, Finding, Internal, NormId, Perspective, Verdict, Withheld};
use trede::report::reading::{attachments, page_texts};
use trede::session::{ExportForm, Session, SessionError, Stamp};
use trede::storage::problem::Code;
use trede::storage::{Access, exchange_file};
use trede::verification::{Reason, verify};
use trede::wording::Wording;

use crate::cli::desk::Desk;
use crate::example::{ASSESSOR, at, framework};

const SIDE: Perspective = Perspective::Supervisor;
/// Nothing of this may come out: the rationale, the reference, the name of the file, and the reason to keep a number that
/// stands in the internal rationale alone.
const MARKERS: [&str; 4] = ["tipgever-zq", "geheimstuk-zq", "bijlage-zq", "redenering-zq"];
const NORM: &str = "I.3.1";
const NOT_APPLICABLE: &str = "IV.3.2";

fn stamp() -> Stamp {
    Stamp { at: at().to_rfc3339(), actor: "A. Voorbeeld".to_owned() }
}

fn file() -> Attachment {
    Attachment::new("bijlage-zq.pdf", &"ab".repeat(32), 3).unwrap()
}

fn marked(verdict: Verdict) -> Finding {
    Finding {
        evidence: vec!["p. 4".to_owned()],
        internal: Internal { rationale: true, evidence: vec!["geheimstuk-zq".to_owned()], ..Internal::default() },
        personal_data_reason: "redenering-zq".to_owned(),
        ..Finding::because(verdict, "Gehoord van tipgever-zq, BSN 111222333.")
    }
}

fn execute(session: &mut Session, command: Command) {
    session.execute(command, &stamp()).unwrap();
}

fn find(session: &mut Session, norm: &str, finding: Finding) {
    let norm = NormId::new(norm);
    execute(session, Command::Find { perspective: SIDE, norm, finding, continues: false });
}

/// A folder with a complete assessment in `a.trede` in which the markers stand.
fn desk() -> (Desk, Session) {
    let desk = Desk::with_example();
    let mut session = Session::open(&desk.path("a.trede"), Access::Write, "A. Voorbeeld").unwrap();
    let verdict = session.sheet(SIDE).verdict(NORM);
    find(&mut session, NORM, marked(verdict));
    find(&mut session, NOT_APPLICABLE, marked(Verdict::NotApplicable));
    for norm in [NORM, NOT_APPLICABLE] {
        let norm = NormId::new(norm);
        execute(&mut session, Command::Attach { perspective: SIDE, norm: norm.clone(), files: vec![file()] });
        let sha256 = file().sha256().to_owned();
        execute(&mut session, Command::MarkFile { perspective: SIDE, norm, sha256, internal: true });
    }
    session.flush().unwrap();
    (desk, session)
}

/// Every byte sequence in which a marker could stand: the file, the members of an archive, the streams of a PDF unpacked,
/// its texts as they are read, the files inside.
fn opened(bytes: &[u8]) -> Vec<Vec<u8>> {
    let mut all = vec![bytes.to_vec()];
    if bytes.starts_with(b"PK") {
        let mut archive = zip::ZipArchive::new(std::io::Cursor::new(bytes)).unwrap();
        for at in 0..archive.len() {
            let mut member = Vec::new();
            archive.by_index(at).unwrap().read_to_end(&mut member).unwrap();
            all.push(member);
        }
    }
    if bytes.starts_with(b"%PDF") {
        let mut unpacked = lopdf::Document::load_mem(bytes).unwrap();
        unpacked.decompress();
        let mut plain = Vec::new();
        unpacked.save_to(&mut plain).unwrap();
        all.push(plain);
        all.extend(page_texts(bytes).unwrap().concat().into_iter().map(String::into_bytes));
        all.extend(attachments(bytes).unwrap().into_iter().map(|file| file.bytes));
    }
    all
}

#[track_caller]
fn assert_clean(what: &str, bytes: &[u8]) {
    for part in opened(bytes) {
        // Also as two bytes a character, as in the strings of a PDF.
        let squeezed: Vec<u8> = part.iter().copied().filter(|byte| *byte != 0).collect();
        for marker in MARKERS {
            let stands = |text: &[u8]| text.windows(marker.len()).any(|window| window == marker.as_bytes());
            assert!(!stands(&part) && !stands(&squeezed), "{marker} stands in {what}");
        }
    }
}

#[test]
fn the_search_finds_what_is_not_marked() {
    let (_desk, mut session) = desk();
    let open = Finding { internal: Internal::default(), ..marked(Verdict::NotApplicable) };
    find(&mut session, NOT_APPLICABLE, open);
    let words = Wording::new(Language::Dutch);
    let report = session.report_job(SIDE, at(), Language::Dutch).unwrap().make(None).unwrap();
    let table = session.export_as(SIDE, ExportForm::Xlsx, at(), &words).unwrap().bytes;
    for bytes in [report, table] {
        let found = |part: &[u8]| part.windows(11).any(|window| window == MARKERS[0].as_bytes());
        assert!(opened(&bytes).iter().skip(1).any(|part| found(part)));
    }
}

#[test]
fn no_way_out_holds_what_is_internal() {
    let (desk, mut session) = desk();
    for language in Language::ALL {
        let words = Wording::new(language);
        for form in ExportForm::ALL {
            let bytes = session.export_as(SIDE, form, at(), &words).unwrap().bytes;
            assert_clean(form.word(), &bytes);
        }
        let report = session.report_job(SIDE, at(), language).unwrap().make(Some(&ASSESSOR)).unwrap();
        assert_clean("report", &report);
    }
    drop(session);
    for (arguments, out) in [
        (&["score", "a.trede", "--json"][..], None),
        (&["score", "a.trede"], None),
        (&["score", "a.trede", "--letter"], None),
        (&["export", "a.trede", "--format", "ron"], None),
        (&["export", "a.trede", "--format", "json"], None),
        (&["export", "a.trede", "--format", "csv", "--out", "a.csv"], Some("a.csv")),
        (&["export", "a.trede", "--format", "xlsx", "--out", "a.xlsx"], Some("a.xlsx")),
        (&["report", "a.trede", "--unsigned", "--out", "a.pdf"], Some("a.pdf")),
        (&["extract", "a.pdf", "--out", "uit.ron"], Some("uit.ron")),
    ] {
        let said = desk.run(arguments);
        assert!(said.code < 2, "{arguments:?}: {said:?}");
        assert_clean(&arguments.join(" "), said.out.as_bytes());
        assert_clean(&arguments.join(" "), said.err.as_bytes());
        if let Some(out) = out {
            assert_clean(out, &desk.read(out));
        }
    }
    // The log is the assessor's own, and says what is internal.
    let log = desk.done(&["log", "a.trede"]);
    assert!(log.contains(MARKERS[0]) && log.contains("toelichting intern"), "{log}");
    assert!(desk.done(&["attached", "a.trede"]).contains("bijlage-zq.pdf (3\u{A0}bytes) [intern]"));
}

#[test]
fn a_reader_is_told_that_something_was_left_out_and_the_report_is_intact() {
    let (_desk, mut session) = desk();
    execute(&mut session, Command::Finalize(SIDE));
    let report = session.report_job(SIDE, at(), Language::Dutch).unwrap().make(Some(&ASSESSOR)).unwrap();
    let text = page_texts(&report).unwrap().concat().join(" ");
    let told = text.matches("Intern gehouden en hier weggelaten: toelichting, bewijs en bestanden.").count();
    assert!(told >= 2, "{text}");
    let verified = verify(&report, None);
    assert!(verified.is_intact(), "{:?}", verified.reasons);
    // A final report in which the rationale is neither there nor withheld could not have been made.
    let mut job = session.report_job(SIDE, at(), Language::Dutch).unwrap();
    let withheld = without_a_rationale(&job.exchange);
    assert_ne!(withheld, job.exchange);
    job.exchange = withheld;
    let reasons = verify(&job.make(Some(&ASSESSOR)).unwrap(), None).reasons;
    assert!(reasons.iter().any(|reason| matches!(reason, Reason::NotFinal)), "{reasons:?}");
    let words = Wording::new(Language::Dutch);
    let csv = session.export_as(SIDE, ExportForm::Csv, at(), &words).unwrap().bytes;
    assert!(String::from_utf8(csv).unwrap().contains("Intern gehouden en hier weggelaten"));
}

/// The exchange file as if nothing was said of a withheld rationale of a norm that weighs.
fn without_a_rationale(exchange: &str) -> String {
    let framework = framework();
    let read = exchange_file::read(exchange.as_bytes(), &framework).unwrap();
    let mut sheet = read.sheet.clone();
    let bad = framework.parts().flat_map(|part| part.norms().map(move |norm| (part, norm)));
    let weighing = bad.filter(|(part, norm)| part.weighs(norm, sheet.verdict(norm.id.as_str())));
    let norm = weighing.map(|(_, norm)| norm.id.clone()).next().unwrap();
    let finding = sheet.findings.get_mut(&norm).unwrap();
    finding.rationale.clear();
    finding.withheld = Withheld::default();
    let format = trede::storage::exchange_write::ExchangeFormat::Ron;
    let (cover, side, head) = (&read.cover, read.perspective, read.log_head.as_ref());
    trede::storage::exchange_write::write(&framework, cover, side, &sheet, head, format).unwrap()
}

#[test]
fn an_export_that_comes_back_leaves_what_is_internal_where_it_is() {
    let (desk, mut session) = desk();
    let before = session.sheet(SIDE).into_owned();
    let words = Wording::new(Language::Dutch);
    let exchange = session.export_as(SIDE, ExportForm::Ron, at(), &words).unwrap().bytes;
    let read = exchange_file::read(&exchange, &framework()).unwrap();
    assert_eq!(read.sheet.finding(NORM).withheld, Withheld { rationale: true, evidence: true, files: true });
    let import = Command::Import(Box::new(read.into()));
    match session.execute(import, &stamp()) {
        Ok(()) | Err(SessionError::Refused(_)) => {}
        Err(error) => panic!("{error:?}"),
    }
    assert_eq!(session.sheet(SIDE).findings, before.findings);
    // With someone else it arrives as withheld, counts as a rationale, and goes on to be said.
    desk.write("van-buiten.ron", &exchange);
    desk.new_assessment("b.trede");
    desk.done(&["import", "b.trede", "van-buiten.ron"]);
    desk.done(&["finalize", "b.trede", "--perspective", "supervisor"]);
    assert!(desk.done(&["export", "b.trede", "--format", "json"]).contains("\"withheld\""));
}

#[test]
fn an_exchange_file_cannot_mark_or_claim_what_it_likes() {
    let (_desk, mut session) = desk();
    let words = Wording::new(Language::Dutch);
    let json = session.export_as(SIDE, ExportForm::Json, at(), &words).unwrap().bytes;
    let json = String::from_utf8(json).unwrap();
    let unknown = json.replacen("\"rationale\",", "\"alles\",", 1);
    assert_ne!(unknown, json);
    assert_eq!(exchange_file::read(unknown.as_bytes(), &framework()).unwrap_err()[0].code, Code::UnknownValue);
    let internal = json.replacen("\"withheld\": [", "\"internal\": [", 1);
    assert_eq!(exchange_file::read(internal.as_bytes(), &framework()).unwrap_err()[0].code, Code::UnknownField);
}

/// An earlier version has no word for it and has to say that the file is newer; until then a file stays as it was.
#[test]
fn only_a_file_in_which_something_is_internal_is_in_the_third_form() {
    let desk = Desk::with_example();
    let path = desk.path("a.trede");
    let form = |path: &Path| {
        let file = rusqlite::Connection::open(path).unwrap();
        file.query_row("PRAGMA user_version", [], |row| row.get::<_, i32>(0)).unwrap()
    };
    assert_eq!(form(&path), 1);
    let mut session = Session::open(&path, Access::Write, "A").unwrap();
    find(
        &mut session,
        NORM,
        Finding { personal_data_reason: String::new(), ..marked(Verdict::Holds).without_internal() },
    );
    session.flush().unwrap();
    drop(session);
    assert_eq!(form(&path), 3);
    // It opens again and holds the same; a file in the second form gets no second table.
    let session = Session::open(&path, Access::Read, "A").unwrap();
    assert!(session.sheet(SIDE).finding(NORM).withheld.rationale);
    drop(session);
    fs::remove_file(&path).unwrap();
    let (desk, session) = self::desk();
    drop(session);
    assert_eq!(form(&desk.path("a.trede")), 3);
    let session = Session::open(&desk.path("a.trede"), Access::Write, "A").unwrap();
    let found = session.sheet(SIDE).finding(NORM);
    assert_eq!(found.internal.files, BTreeSet::from([file().sha256().to_owned()]));
    assert_eq!(
        (found.internal.rationale, found.internal.evidence.as_slice()),
        (true, &["geheimstuk-zq".to_owned()][..])
    );
}

#[test]
fn marks_come_along_with_proposals_and_stay_when_they_are_confirmed() {
    let (desk, session) = desk();
    drop(session);
    desk.new_assessment("b.trede");
    desk.done(&["propose", "b.trede", "--from", "a.trede"]);
    let mut later = Session::open(&desk.path("b.trede"), Access::Write, "A").unwrap();
    let words = Wording::new(Language::Dutch);
    for form in ExportForm::ALL {
        assert_clean(form.word(), &later.export_as(SIDE, form, at(), &words).unwrap().bytes);
    }
    // What stood here is open; together with what is internal it is internal.
    find(&mut later, NORM, Finding { rationale: "Eigen woorden.".to_owned(), ..Finding::default() });
    execute(&mut later, Command::Confirm(SIDE, NormId::new(NORM)));
    let confirmed = later.sheet(SIDE).finding(NORM);
    assert!(confirmed.internal.rationale && confirmed.rationale.contains(MARKERS[0]), "{confirmed:?}");
    assert_eq!(confirmed.internal.evidence, ["geheimstuk-zq"]);
    for form in ExportForm::ALL {
        assert_clean(form.word(), &later.export_as(SIDE, form, at(), &words).unwrap().bytes);
    }
}

#[test]
fn a_migrated_copy_keeps_the_marks() {
    let (desk, session) = desk();
    drop(session);
    let text = fs::read_to_string(
        Path::new(env!("CARGO_MANIFEST_DIR")).join("normenkaders").join(format!("{}.ron", crate::cli::desk::FRAMEWORK)),
    )
    .unwrap();
    let newer = text.replacen("version: \"1.0.0\"", "version: \"1.1.0\"", 1);
    assert_ne!(newer, text);
    desk.write("nieuw.ron", newer.as_bytes());
    let said = desk.run(&["migrate", "a.trede", "--to", "nieuw.ron", "--out", "b.trede"]);
    assert!(said.code < 2, "{said:?}");
    let mut copy = Session::open(&desk.path("b.trede"), Access::Read, "A").unwrap();
    assert!(copy.sheet(SIDE).finding(NORM).internal.rationale);
    let words = Wording::new(Language::Dutch);
    for form in ExportForm::ALL {
        assert_clean(form.word(), &copy.export_as(SIDE, form, at(), &words).unwrap().bytes);
    }
}
