//! Who names the files: exchange files, reports, tables, the log.

use std::collections::BTreeSet;

use trede::domain::text::Language;
use trede::domain::{Attachment, Command, Finding, NormId, Verdict};
use trede::report::reading::page_texts;
use trede::session::{ExportForm, Session};
use trede::storage::exchange_file;
use trede::storage::exchange_write::ExchangeFormat;
use trede::storage::shipped;
use trede::verification::{embedded_exchange, verify};
use trede::wording::Wording;

use super::{Desk, SIDE, cover, stamp};
use crate::example::{ASSESSOR, at};
use crate::tables::readers::rows_of;

const SECRET: &str = "De inhoud blijft in de beoordeling";

fn desk() -> (Desk, Attachment) {
    let mut desk = Desk::new();
    let letter = desk.file("brief.txt", SECRET.as_bytes());
    let finding = Finding { evidence: vec!["p. 4".to_owned()], ..Finding::because(Verdict::Fails, "Te laat.") };
    let norm = NormId::new("I.3.1");
    desk.execute(Command::Find { perspective: SIDE, norm, finding, continues: false });
    let [file] = desk.attach("I.3.1", std::slice::from_ref(&letter)).unwrap().try_into().unwrap();
    desk.attach("IV.3.2", &[letter]).unwrap();
    (desk, file)
}

fn wording() -> Wording {
    Wording::new(Language::Dutch)
}

#[test]
fn an_exchange_file_names_the_files_and_holds_none_of_their_bytes() {
    let (mut desk, file) = desk();
    for format in [ExchangeFormat::Ron, ExchangeFormat::Json] {
        let text = desk.session.export(SIDE, format).unwrap();
        assert!(text.contains("brief.txt") && text.contains(file.sha256()) && !text.contains(SECRET));
        let read = exchange_file::read(text.as_bytes(), desk.session.framework()).unwrap();
        assert_eq!(read.sheet, *desk.session.sheet(SIDE));
        let to = desk.path(if format == ExchangeFormat::Ron { "ron.trede" } else { "json.trede" });
        let mut other = Session::create(&to, shipped::ALL[0].text.as_bytes(), cover(), &stamp()).unwrap();
        other.execute(Command::Import(Box::new(read.into())), &stamp()).unwrap();
        other.flush().unwrap();
        assert_eq!(other.sheet(SIDE).finding("IV.3.2").attached, std::slice::from_ref(&file));
        assert!(!other.has_bytes_of(&file));
        // And it opens again, though the bytes never came.
        drop(other);
        assert_eq!(
            super::open(&to, trede::storage::Access::Write).sheet(SIDE).finding("I.3.1").attached,
            std::slice::from_ref(&file)
        );
    }
}

#[test]
fn a_report_names_each_file_and_is_made_again_byte_for_byte() {
    let (mut desk, file) = desk();
    let pdf = desk.session.report_job(SIDE, at(), Language::Dutch).unwrap().make(Some(&ASSESSOR)).unwrap();
    let text = page_texts(&pdf).unwrap().concat().join(" ").split_whitespace().collect::<Vec<_>>().join(" ");
    let short = format!("Bestand: brief.txt (34 bytes, sha256 {}…)", &file.sha256()[..12]);
    assert_eq!(text.matches(&short).count(), 2, "{short}");
    assert!(text.contains("Bijgevoegde bestanden Deze bestanden staan in de beoordeling en niet in dit rapport."));
    let whole: String = text.split_whitespace().collect();
    assert_eq!(whole.matches(&format!("brief.txt34bytes,bijI.3.1enIV.3.2.SHA-256:{}", file.sha256())).count(), 1);
    let found = verify(&pdf, None);
    assert!(found.is_intact() && found.recomputed.is_some_and(|found| found.drawing_compared), "{:?}", found.reasons);
    let inside = embedded_exchange(&pdf).unwrap().unwrap();
    assert!(!inside.windows(SECRET.len()).any(|window| window == SECRET.as_bytes()));
    // One that names another file is no longer what the pages say.
    let other = String::from_utf8(inside).unwrap().replace("brief.txt", "bries.txt");
    let job = desk.session.report_job(SIDE, at(), Language::Dutch).unwrap();
    let forged = trede::session::ReportJob { exchange: other, ..job }.make(Some(&ASSESSOR)).unwrap();
    assert_ne!(forged, pdf);
}

#[test]
fn a_report_without_files_has_no_list_of_them() {
    let mut desk = Desk::new();
    let pdf = desk.session.report_job(SIDE, at(), Language::Dutch).unwrap().make(None).unwrap();
    assert!(!page_texts(&pdf).unwrap().concat().join(" ").contains("Bijgevoegde bestanden"));
}

#[test]
fn a_table_has_the_names_beside_the_references() {
    let (mut desk, _) = desk();
    let csv = desk.session.export_as(SIDE, ExportForm::Csv, at(), &wording()).unwrap().bytes;
    let rows = rows_of(&csv);
    let evidence = |norm: &str| rows.iter().find(|row| row[4] == norm).unwrap()[10].replace('\u{A0}', " ");
    assert_eq!(evidence("I.3.1"), "p. 4\nbrief.txt (34 bytes)");
    assert_eq!((evidence("IV.3.2").as_str(), evidence("I.3.2").as_str()), ("brief.txt (34 bytes)", ""));
}

#[test]
fn the_log_says_which_file_came_and_went() {
    let (mut desk, file) = desk();
    let sha256 = file.sha256().to_owned();
    desk.execute(Command::Detach { perspective: SIDE, norm: NormId::new("I.3.1"), sha256 });
    desk.session.flush().unwrap();
    let framework = desk.session.framework().clone();
    let lines: Vec<String> = desk
        .session
        .log()
        .iter()
        .flat_map(|entry| wording().entry(&framework, entry))
        .map(|line| line.replace('\u{A0}', " "))
        .collect();
    let shown = format!("brief.txt (34 bytes, sha256 {}…)", &file.sha256()[..12]);
    let lines: BTreeSet<&str> = lines.iter().map(|line| line.trim()).collect();
    assert!(lines.contains(format!("I.3.1, bestanden (toezichthouder): (niets) → {shown}").as_str()), "{lines:#?}");
    assert!(lines.contains(format!("I.3.1, bestanden (toezichthouder): {shown} → (niets)").as_str()), "{lines:#?}");
}
