//! The report of the example: everything that was found stands on its pages.

use std::process::Command;

use trede::domain::text::Language;
use trede::domain::{Verdict, score};
use trede::report::reading::page_texts;
use trede::signing::{FieldRole, SignRequest, sign};
use trede::storage::exchange_file;
use trede::verification::verify;
use trede::wording::Wording;

use crate::example::{ASSESSOR, EXCHANGE, REPORT, STRANGER, at, changed, framework, job};

/// The words on each page; every kind and number of spaces is one space.
fn pages(pdf: &[u8]) -> Vec<String> {
    page_texts(pdf).unwrap().iter().map(|texts| spaced(&texts.join(" "))).collect()
}

fn spaced(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn unsigned(exchange: &str, is_final: bool) -> Vec<u8> {
    job(exchange, is_final).make(None).unwrap()
}

#[track_caller]
fn assert_holds(text: &str, part: &str) {
    assert!(text.contains(&spaced(part)), "missing: {part}");
}

#[test]
fn every_norm_finding_and_rationale_stands_on_the_pages() {
    let framework = framework();
    let read = exchange_file::read(EXCHANGE.as_bytes(), &framework).unwrap();
    // A text that runs over to the next page is cut by foot and page number: the columns of cells are joined again.
    let texts = page_texts(&REPORT).unwrap();
    let text = spaced(&texts.concat().join(" "));
    for norm in framework.norms() {
        assert!(texts.iter().flatten().any(|each| each == norm.id.as_str()), "{}", norm.id);
    }
    let cells: Vec<String> = texts.iter().flatten().map(|each| spaced(each)).collect();
    let stands = |part: &str| {
        let whole = text.contains(part);
        // Over a page break: it begins in one cell and ends in another.
        let mut begun = cells.iter().filter_map(|cell| {
            let from =
                (1..=part.len()).rev().find(|end| part.is_char_boundary(*end) && cell.ends_with(&part[..*end]))?;
            (from > 8).then(|| part[from..].trim_start())
        });
        whole || begun.any(|rest| cells.iter().any(|cell| cell.starts_with(rest)))
    };
    for (id, finding) in &read.sheet.findings {
        assert!(stands(&spaced(&finding.rationale)), "{id}: {}", finding.rationale);
        for evidence in &finding.evidence {
            assert!(stands(&spaced(evidence)), "{id}: {evidence}");
        }
    }
    assert_eq!(read.sheet.findings.len(), 95);
    assert!(read.sheet.findings.values().filter(|finding| finding.has_rationale()).count() > 40);
    assert!(stands(&spaced(&read.sheet.settlements.values().next().unwrap().rationale)));
}

#[test]
fn the_cover_tells_who_what_and_how_much() {
    let pages = pages(&REPORT);
    let hash = framework().sha256.clone();
    let head = exchange_file::read(EXCHANGE.as_bytes(), &framework()).unwrap().log_head.unwrap();
    for part in ["Voorbeeldbank N.V.", "00000000", &hash, &head.sha256, "2,9", "2,850", "22 november 2026"] {
        assert_holds(&pages[0], part);
    }
    for part in ["A. Voorbeeld, toezichthouder", "geen uitgave van de AFM", "afm-betalingsachterstanden-hypotheken"] {
        assert_holds(&pages[0], part);
    }
    assert_holds(&pages[0], "VI.1.1 en VI.3.1");
}

#[test]
fn the_scores_on_the_page_are_those_of_the_rules() {
    let framework = framework();
    let read = exchange_file::read(EXCHANGE.as_bytes(), &framework).unwrap();
    let scored = score(&framework, &read.sheet);
    let wording = Wording::new(Language::Dutch);
    let texts = page_texts(&REPORT).unwrap();
    assert!(texts[0].contains(&wording.score(&scored.total.as_ref().unwrap().lowest)));
    let expected = [("I", 3), ("II", 5), ("III", 3), ("IV", 3), ("V", 2), ("VI", 1), ("VII", 4)];
    for (part, level) in expected {
        let score = scored.part(part).unwrap();
        assert_eq!(score.score().unwrap().number(), level);
        // The part's name stands between its number and its status.
        let title = framework.part(part).unwrap().title.plain(Language::Dutch);
        let at = texts[1].iter().position(|text| *text == title).unwrap();
        assert_eq!(
            (texts[1][at - 1].as_str(), &texts[1][at + 2]),
            (part, &level.to_string()),
            "in the table of scores"
        );
        let heading = format!("{part}. {}", framework.part(part).unwrap().title.plain(Language::Dutch));
        let page = texts.iter().skip(1).find(|page| page.contains(&heading)).unwrap();
        let at = page.iter().position(|text| *text == heading).unwrap();
        assert_eq!(page[at + 1], level.to_string(), "part {part} in its own section");
        assert_holds(&pages(&REPORT).join(" "), &wording.headline(score));
    }
}

#[test]
fn policies_notes_and_the_signature_page_are_there() {
    let framework = framework();
    let all = pages(&REPORT);
    let text = all.join(" ");
    for policy in &framework.policies {
        assert_holds(&text, &policy.title.plain(Language::Dutch));
        if let Some(note) = &policy.note {
            assert_holds(&text, note);
        }
    }
    for note in &framework.notes {
        assert_holds(&text, &format!("{} {}", note.id, note.title.plain(Language::Dutch)));
    }
    let last = all.last().unwrap();
    for part in ["Ondertekening", "A. Voorbeeld", "Tweede lezer", "nog te ondertekenen", "geen gekwalificeerde"] {
        assert_holds(last, part);
    }
    assert_holds(last, &ASSESSOR.certificate().fingerprint());
    assert_holds(last, trede::report::content::PROGRAM);
}

#[test]
fn a_draft_says_so_on_every_page_and_a_final_report_on_none() {
    assert!(pages(&REPORT).iter().all(|page| !page.contains("CONCEPT")));
    let draft = pages(&unsigned(&EXCHANGE, false));
    assert!(draft.len() > 10 && draft.iter().all(|page| page.contains("CONCEPT")));
}

#[test]
fn an_incomplete_assessment_shows_its_interval_and_its_open_norms() {
    let open = changed("\"I.3.4\": \"holds\",", "");
    let text = pages(&unsigned(&open, false)).join(" ");
    let read = exchange_file::read(open.as_bytes(), &framework()).unwrap();
    let total = score(&framework(), &read.sheet).total.unwrap();
    assert_ne!(total.lowest, total.highest);
    let wording = Wording::new(Language::Dutch);
    assert_holds(&text, &format!("{} – {}", wording.score(&total.lowest), wording.score(&total.highest)));
    for part in ["nog niet volledig beoordeeld", "Onderdeel I: I.3.4", "Bepalend zijn: I.3.4"] {
        assert_holds(&text, part);
    }
}

#[test]
fn a_contradiction_and_a_part_that_does_not_apply_are_told_and_give_no_number() {
    let contradiction = changed("\"I.1.1\": \"fails\"", "\"I.1.1\": (verdict: \"holds\", rationale: \"x\")");
    let contradiction = contradiction.replace("\"I.1.2\": \"fails\"", "\"I.1.2\": \"holds\"");
    let contradiction = contradiction.replace("\"I.1.4\": \"fails\"", "\"I.1.4\": \"holds\"");
    let read = exchange_file::read(contradiction.as_bytes(), &framework()).unwrap();
    let scored = score(&framework(), &read.sheet);
    assert_eq!(scored.total, None);
    let clash = &scored.part("I").unwrap().contradictions[0];
    let pdf = unsigned(&contradiction, false);
    let text = pages(&pdf).join(" ");
    assert_holds(&text, "Er is geen totaalscore");
    assert_holds(&text, "Er is geen mogelijke score.");
    assert_holds(&text, &Wording::new(Language::Dutch).norms(clash));
    assert!(page_texts(&pdf).unwrap()[0].contains(&"–".to_owned()));

    let mut read = exchange_file::read(EXCHANGE.as_bytes(), &framework()).unwrap();
    for norm in framework().part("VI").unwrap().norms() {
        let finding = read.sheet.findings.get_mut(&norm.id).unwrap();
        (finding.verdict, finding.rationale) = (Verdict::NotApplicable, "Er worden geen kosten gerekend.".to_owned());
    }
    let exchange = trede::storage::exchange_write::write(
        &framework(),
        &read.cover,
        read.perspective,
        &read.sheet,
        None,
        trede::storage::exchange_write::ExchangeFormat::Ron,
    );
    let text = pages(&unsigned(&exchange.unwrap(), true)).join(" ");
    let scored = score(&framework(), &read.sheet);
    assert_holds(&text, &Wording::new(Language::Dutch).headline(scored.part("VI").unwrap()));
    assert_holds(&text, "Totaalscore, volledig beoordeeld");
}

#[test]
fn long_and_odd_texts_survive_and_verify_as_intact() {
    let long: String = (0..1_500).map(|word| format!("woord{word} ")).collect();
    let odd = "emoji 😀, combinatie e\u{301} x\u{301}, hebreeuws שלום, “aanhaling”, 100% \\\\ \\\"zo\\\" *ster* [^1]";
    assert!(long.len() > 10_000);
    let exchange =
        changed("\"I.1.4\": \"fails\"", &format!("\"I.1.4\": (verdict: \"fails\", rationale: \"{long}{odd}\")"));
    let report = job(&exchange, true).make(Some(&ASSESSOR)).unwrap();
    let found = verify(&report, None);
    assert!(found.is_intact(), "{:?}", found.reasons);
    let texts = page_texts(&report).unwrap();
    let flowed: String = texts.iter().flatten().filter(|text| text.starts_with("woord")).map(String::as_str).collect();
    assert!(spaced(&flowed).starts_with(long.trim_end()), "words were lost");
    assert_holds(&flowed, "emoji [U+1F600], combinatie é x[U+0301], hebreeuws [U+05E9][U+05DC][U+05D5][U+05DD]");
    assert_holds(&flowed, "“aanhaling”, 100% \\ \"zo\" *ster* [^1]");
}

#[test]
fn the_same_assessment_gives_the_same_bytes() {
    assert!(unsigned(&EXCHANGE, true) == unsigned(&EXCHANGE, true));
    assert!(job(&EXCHANGE, true).make(None).unwrap().len() <= 500_000);
    assert!(REPORT.len() <= 500_000, "{}", REPORT.len());
}

#[test]
fn a_screen_reader_meets_headings_of_three_levels() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("rapport.pdf");
    std::fs::write(&path, &*REPORT).unwrap();
    let Ok(output) = Command::new("pdfinfo").arg("-struct-text").arg(&path).output() else {
        assert!(!pages(&REPORT).is_empty());
        return println!("skipped: pdfinfo is not installed");
    };
    let text = String::from_utf8_lossy(&output.stdout);
    let count = |tag: &str| text.lines().filter(|line| line.trim_start().split(' ').next() == Some(tag)).count();
    assert_eq!(count("H1"), 1, "{}", String::from_utf8_lossy(&output.stderr));
    assert!(count("H2") >= 7 + 5 && count("H3") >= 4 * 7, "{} {}", count("H2"), count("H3"));
}

#[test]
fn verapdf_finds_the_signed_report_to_be_pdf_a_3a_and_pdf_ua_1() {
    let Ok(checker) = std::env::var("PDF_CONFORMANCE") else {
        assert!(REPORT.starts_with(b"%PDF-1.7"));
        return println!("skipped: PDF_CONFORMANCE does not name a checker");
    };
    let folder = tempfile::tempdir().unwrap();
    for (name, pdf) in [("rapport.pdf", REPORT.clone()), ("concept.pdf", unsigned(&EXCHANGE, false))] {
        let path = folder.path().join(name);
        std::fs::write(&path, pdf).unwrap();
        let output = Command::new(&checker).arg("3a,ua1").arg(&path).output().unwrap();
        assert!(output.status.success(), "{name}: {}", String::from_utf8_lossy(&output.stdout));
    }
}

/// A report as people hand it on: 20 to 30 pages, signed by the assessor and by the second reader.
#[test]
fn a_report_with_two_signatures_stays_below_200_kilobytes() {
    let reason = "Tweede lezer".to_owned();
    let request = SignRequest { field: FieldRole::SecondReader, reason, location: None, at: at() };
    let twice = sign(&REPORT, &request, &STRANGER).unwrap();
    let pages = page_texts(&twice).unwrap().len();
    println!("{pages} pages, {} bytes once, {} bytes twice signed", REPORT.len(), twice.len());
    assert!((20..=30).contains(&pages) && twice.len() <= 200_000, "{pages} pages, {} bytes", twice.len());
}
