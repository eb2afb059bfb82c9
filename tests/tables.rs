//! The assessment as tables: the same scores and texts as in the program, in files that run nothing.

pub mod readers;

use proptest::prelude::*;
use proptest::test_runner::TestRunner;
use trede::domain::text::Language;
use trede::domain::{
    Cover, Finding, Framework, LogHead, NormId, Perspective, Score, Settlement, Sheet, Verdict, score,
};
use trede::report::tables::{Source, findings_csv, workbook};
use trede::wording::Wording;

use crate::cli::desk::Desk;
use crate::example::at;
use crate::frameworks::{afm, all_rungs, eight_parts};
use crate::properties::sheets::{config, whole_sheet};
use readers::{Book, rows_of};

/// Does something with the source of this sheet.
fn with_source<T>(framework: &Framework, sheet: &Sheet, act: impl FnOnce(&Source, &Score) -> T) -> T {
    let cover = Cover { subject: "=Bank N.V.".to_owned(), kvk: Some("00000000".to_owned()), period: "2026".to_owned() };
    let score = score(framework, sheet);
    let log_head = LogHead { count: 7, sha256: "0".repeat(64) };
    let perspective = Perspective::Supervisor;
    let source = Source { framework, cover: &cover, perspective, sheet, score: &score, log_head: &log_head, at: at() };
    act(&source, &score)
}

fn book(framework: &Framework, sheet: &Sheet, language: Language) -> (Book, Score) {
    with_source(framework, sheet, |source, score| {
        let written = workbook(source, &Wording::new(language)).unwrap();
        (Book::read(&written.bytes), score.clone())
    })
}

/// Texts that are meant to do harm, and ordinary ones.
fn texts() -> impl Strategy<Value = String> {
    let pieces = prop_oneof![
        Just("=1+1"),
        Just("+"),
        Just("-"),
        Just("@"),
        Just("\t"),
        Just("\r"),
        Just("\n"),
        Just("\0"),
        Just("'"),
        Just("\""),
        Just(";"),
        Just(","),
        Just(" "),
        Just("\u{A0}"),
        Just("\u{FF1D}"),
        Just("\u{FF0B}"),
        Just("\u{FF0D}"),
        Just("\u{FF20}"),
        Just("\u{200B}"),
        Just("\u{FEFF}"),
        Just("\u{202E}"),
        Just("cmd|'/C calc'!A0"),
        Just("Norm"),
        Just("é"),
        Just("😀"),
        Just("2,5"),
        Just("\r\n"),
        Just("|"),
        Just("_x000A_"),
    ];
    proptest::collection::vec(pieces, 0..6).prop_map(|pieces| pieces.concat())
}

/// Whether a spreadsheet could take it for a formula; worked out apart from the program.
fn is_dangerous(cell: &str) -> bool {
    let blank = |each: char| each.is_whitespace() || each.is_control() || "\u{200B}\u{FEFF}\u{202E}".contains(each);
    let shown = cell.trim_start_matches(blank).chars().next();
    shown.is_some_and(|first| "=+-@＝＋－＠".contains(first)) || cell.starts_with(['\t', '\r', '\n', '\0'])
}

#[test]
fn prop_every_cell_of_a_csv_is_safe_and_every_text_is_found_back() {
    let framework = all_rungs();
    let count = framework.norms().count();
    let grounds = proptest::collection::vec((texts(), texts()), count);
    TestRunner::new(config(200))
        .run(&grounds, |grounds| {
            let mut sheet = Sheet::empty(&framework);
            for (norm, (rationale, evidence)) in framework.norms().zip(&grounds) {
                let evidence = vec![evidence.clone()];
                let finding = Finding { evidence, ..Finding::because(Verdict::Fails, rationale) };
                sheet.findings.insert(norm.id.clone(), finding);
            }
            for (language, mark) in [(Language::Dutch, ','), (Language::English, '.')] {
                let written =
                    with_source(&framework, &sheet, |source, _| findings_csv(source, &Wording::new(language)).unwrap());
                let rows = rows_of(&written);
                prop_assert_eq!(rows.len(), count + 1);
                prop_assert!(rows.iter().all(|row| row.len() == 11));
                prop_assert!(!rows.iter().flatten().any(|cell| is_dangerous(cell)));
                let themes =
                    framework.themes.iter().flat_map(|theme| theme.parts.iter().map(move |part| (theme, part)));
                let norms = themes.flat_map(|(theme, part)| part.norms().map(move |norm| (theme, part, norm)));
                for ((row, (theme, part, norm)), (rationale, evidence)) in rows[1..].iter().zip(norms).zip(&grounds) {
                    let texts: Vec<&str> = row.iter().map(|cell| cell.strip_prefix('\'').unwrap_or(cell)).collect();
                    prop_assert_eq!((texts[0], texts[4]), (part.id.as_str(), norm.id.as_str()));
                    prop_assert_eq!(texts[6], norm.text.plain(language));
                    prop_assert_eq!((texts[8], texts[9], texts[10]), ("fails", rationale.as_str(), evidence.as_str()));
                    prop_assert_eq!(&row[5], &norm.rung.number().to_string());
                    let weight: f64 = row[2].replace(mark, ".").parse().unwrap();
                    let exact = readers::float(&theme.weight.times(&part.weight));
                    let other = if mark == ',' { '.' } else { ',' };
                    prop_assert!(!row[2].contains(other) && (weight - exact).abs() < 1e-6);
                }
            }
            Ok(())
        })
        .unwrap();
}

#[test]
fn prop_the_formulas_give_the_scores_of_the_program() {
    for (framework, cases) in [(afm(), 20), (eight_parts(), 15), (all_rungs(), 15)] {
        let sheets = (whole_sheet(&framework, 6), 1..=5_i64);
        let run = TestRunner::new(config(cases)).run(&sheets, |(mut sheet, level)| {
            for part in framework.parts() {
                let level = trede::domain::Level::new(level).unwrap();
                sheet.settlements.insert(part.id.clone(), Settlement { level, rationale: "=Zo.".to_owned() });
            }
            let (book, score) = book(&framework, &sheet, Language::Dutch);
            let summary = &book.sheets[0];
            let mut row = 3;
            for theme in &framework.themes {
                let ends = score.theme(theme.id.as_str()).unwrap().ends.as_ref();
                summary.assert_score(row, ends);
                prop_assert_eq!(&summary.formulas[&format!("C{row}")], &theme.weight.as_fraction());
                for (part, row) in theme.parts.iter().zip(row + 1..) {
                    let scored = score.part(part.id.as_str()).unwrap();
                    let number = |level: Option<trede::domain::Level>| level.map(|level| f64::from(level.number()));
                    prop_assert_eq!(&summary.formulas[&format!("D{row}")], &part.weight.as_fraction());
                    prop_assert_eq!(summary.number(&format!("E{row}")), number(scored.lowest()));
                    prop_assert_eq!(summary.number(&format!("F{row}")), number(scored.highest()));
                    prop_assert_eq!(summary.number(&format!("G{row}")), number(scored.settled()));
                }
                row += 1 + theme.parts.len();
            }
            summary.assert_score(row + 1, score.total.as_ref());
            if let Some(total) = &score.total {
                let shown = |end: &trede::domain::Exact| end.rounded(1, '.').parse::<f64>().unwrap();
                prop_assert_eq!(summary.calculated(&format!("E{}", row + 2)), shown(&total.lowest));
                prop_assert_eq!(summary.calculated(&format!("F{}", row + 2)), shown(&total.highest));
            }
            // Every result that stands in the file is what its formula gives.
            for cell in summary.formulas.keys() {
                prop_assert!((summary.number(cell).unwrap() - summary.calculated(cell)).abs() < 1e-12, "{}", cell);
            }
            prop_assert!(book.sheets[1..].iter().all(|sheet| sheet.formulas.is_empty()));
            Ok(())
        });
        run.unwrap_or_else(|error| panic!("{}: {error}", framework.id));
    }
}

#[test]
fn a_contradiction_leaves_theme_and_total_empty_and_the_reason_beside_them() {
    let framework = afm();
    let mut sheet = Sheet::empty(&framework);
    for norm in ["II.3.1", "II.1.1"] {
        sheet.findings.insert(NormId::new(norm), Finding::bare(Verdict::Holds));
    }
    let (book, score) = book(&framework, &sheet, Language::Dutch);
    assert_eq!(score.total, None);
    let summary = &book.sheets[0];
    for cell in ["E3", "F3", "E5", "E13", "F13", "E14"] {
        assert!(!summary.formulas.contains_key(cell) && summary.number(cell).is_none(), "{cell}");
    }
    assert_eq!(summary.text("I3"), "Geen score: los eerst de tegenspraak in onderdeel II op.");
    assert!(summary.text("I13").starts_with("Er is geen totaalscore"), "{}", summary.text("I13"));
    assert_eq!((summary.calculated("E7"), summary.calculated("F7")), (1.0, 5.0));
    let attention = &book.sheets[2];
    assert_eq!(
        (attention.text("A2"), attention.text("B2"), attention.text("C2")),
        ("tegenspraak", "II", "II.3.1, II.1.1")
    );
    let open = attention.texts.values().filter(|text| *text == "open norm").count();
    assert_eq!(open, 93);
}

#[test]
fn a_spreadsheet_has_three_sheets_and_nothing_else_in_it() {
    let framework = afm();
    let (dutch, _) = book(&framework, &Sheet::empty(&framework), Language::Dutch);
    let (english, _) = book(&framework, &Sheet::empty(&framework), Language::English);
    assert_eq!(dutch.names, ["Samenvatting", "Bevindingen", "Aandacht"]);
    assert_eq!(english.names, ["Summary", "Findings", "Attention"]);
    let files = [
        "[Content_Types].xml",
        "_rels/.rels",
        "docProps/app.xml",
        "docProps/core.xml",
        "xl/_rels/workbook.xml.rels",
        "xl/sharedStrings.xml",
        "xl/styles.xml",
        "xl/theme/theme1.xml",
        "xl/workbook.xml",
        "xl/worksheets/sheet1.xml",
        "xl/worksheets/sheet2.xml",
        "xl/worksheets/sheet3.xml",
    ];
    assert_eq!(dutch.files, files);
    for (sheet, frozen) in dutch.sheets.iter().zip([2, 1, 1]) {
        assert!(sheet.xml.contains(&format!("ySplit=\"{frozen}\"")) && sheet.xml.contains("state=\"frozen\""));
    }
    // A row is as high as its longest text.
    assert!(dutch.sheets[1].xml.contains("<row r=\"2\" spans=\"1:11\" ht=\"105\" customHeight=\"1\">"));
    assert_eq!(dutch.sheets[1].text("A1"), "Nr.");
    assert_eq!(english.sheets[1].text("J1"), "Rationale");
    assert_eq!(dutch.sheets[1].number("F2"), Some(5.0));
    // The date of the export is a date: 22 November 2026, 14:03.
    assert!(dutch.sheets[0].numbers.values().any(|number| (number - 46_348.585_416).abs() < 1e-5));
}

#[test]
fn the_same_assessment_gives_the_same_bytes() {
    let framework = eight_parts();
    let sheet = Sheet::empty(&framework);
    let words = Wording::new(Language::Dutch);
    let once = with_source(&framework, &sheet, |source, _| workbook(source, &words).unwrap());
    std::thread::sleep(std::time::Duration::from_millis(1_100));
    assert!(once == with_source(&framework, &sheet, |source, _| workbook(source, &words).unwrap()));
}

#[test]
fn prop_a_text_in_a_spreadsheet_is_a_text_whatever_it_says() {
    let framework = all_rungs();
    TestRunner::new(config(60))
        .run(&(texts(), texts()), |(rationale, evidence)| {
            let mut sheet = Sheet::empty(&framework);
            let first = framework.norms().next().unwrap();
            let finding = Finding { evidence: vec![evidence], ..Finding::because(Verdict::Fails, &rationale) };
            sheet.findings.insert(first.id.clone(), finding);
            let (book, _) = book(&framework, &sheet, Language::English);
            prop_assert!(book.sheets[1].formulas.is_empty());
            let plain = !rationale.chars().any(|each| each == '\0' || each == '\u{FEFF}' || each == '\u{202E}');
            if plain {
                let lines = rationale.replace("\r\n", "\n").replace('\r', "\n");
                prop_assert_eq!(book.sheets[1].texts.get("J2").cloned().unwrap_or_default(), lines);
            }
            Ok(())
        })
        .unwrap();
}

#[test]
fn what_a_cell_cannot_hold_is_said_in_the_cell_and_to_the_user() {
    let framework = afm();
    let mut sheet = Sheet::empty(&framework);
    let long = "€".repeat(40_000);
    sheet.findings.insert(NormId::new("I.5.1"), Finding::because(Verdict::Fails, &long));
    sheet.findings.insert(NormId::new("I.3.1"), Finding::because(Verdict::Holds, "a\u{7}b"));
    let words = Wording::new(Language::Dutch);
    let written = with_source(&framework, &sheet, |source, _| workbook(source, &words).unwrap());
    let told: Vec<String> = written.altered.iter().map(|altered| altered.told(&words)).collect();
    assert_eq!(
        told,
        [
            "Bevindingen!J2: de tekst van 40000 tekens past niet in een cel en is ingekort. Het uitwisselbestand heeft hem helemaal.",
            "Bevindingen!J3: 1 verborgen teken is zichtbaar gemaakt.",
        ]
    );
    let book = Book::read(&written.bytes);
    assert_eq!(book.sheets[1].text("J2").chars().count(), 32_767);
    assert!(book.sheets[1].text("J2").ends_with("het uitwisselbestand heeft hem helemaal.]"));
    assert!(book.sheets[1].text("J3").starts_with("a␇b\n[Trede: 1 verborgen teken"));
}

#[test]
fn tables_go_out_by_the_command_line_and_never_over_something_else() {
    let desk = Desk::with_example();
    assert_eq!(desk.done(&["export", "a.trede", "--format", "xlsx", "--out", "a.xlsx"]), "Geschreven: a.xlsx\n");
    assert_eq!(
        desk.done(&["export", "a.trede", "--format", "csv", "--out", "a.csv", "--lang", "en"]),
        "Written: a.csv\n"
    );
    let book = Book::read(&desk.read("a.xlsx"));
    // The sum of binary fractions is a little less than 2.85; a tie is rounded up all the same.
    assert!((book.sheets[0].calculated("E13") - 2.85).abs() < 1e-12);
    assert_eq!((book.sheets[0].number("E13"), book.sheets[0].calculated("E14")), (Some(2.85), 2.9));
    assert_eq!(rows_of(&desk.read("a.csv")).len(), 96);
    let (code, json) = desk.json(&["export", "a.trede", "--format", "xlsx", "--out", "b.xlsx"]);
    assert_eq!((code, json), (0, serde_json::json!({"file": "b.xlsx", "altered": []})));
    desk.refused(&["export", "a.trede", "--format", "xlsx", "--out", "a.xlsx"], "exists");
    desk.refused(&["export", "a.trede", "--format", "xlsx", "--out", "a.trede", "--force"], "usage");
    let sentence = desk.refused(&["export", "a.trede", "--format", "csv"], "usage");
    assert!(sentence.contains("--out"), "{sentence}");
}
