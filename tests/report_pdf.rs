//! The report as a file: structure, text, determinism, conformance.
#![expect(clippy::unwrap_used, clippy::print_stdout, reason = "helpers of tests: the unexpected should fail")]

use std::{
    path::Path,
    process::{Command, Output},
};

use chrono::DateTime;
use lopdf::{Dictionary, Object};
use trede::report::{
    AttachedFile, Document, Relationship, WriteError,
    block::{Align, Block, CalloutKind, Cell, Level, Row, RowKind, Span, Table, Width},
    fonts::legible::legible,
    reading::{ReadingError, attachments, page_texts},
    write,
};

use crate::report_sample::{column, document, heading, key, paragraph, sample, signature};

fn all_text(pdf: &[u8]) -> String {
    page_texts(pdf).unwrap().concat().join("|")
}

fn run(program: &str, arguments: &[&str], file: &Path) -> Option<Output> {
    match Command::new(program).args(arguments).arg(file).output() {
        Ok(output) => Some(output),
        Err(_) => {
            println!("skipped: {program} is not installed");
            None
        }
    }
}

fn on_disk(pdf: &[u8]) -> (tempfile::TempDir, std::path::PathBuf) {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("rapport.pdf");
    std::fs::write(&path, pdf).unwrap();
    (folder, path)
}

#[test]
fn the_same_document_gives_the_same_bytes_and_another_date_another_identifier() {
    let one = write(&sample()).unwrap();
    assert!(one == write(&sample()).unwrap(), "not deterministic");
    let later = Document { created_at: DateTime::parse_from_rfc3339("2026-11-22T14:03:01+01:00").unwrap(), ..sample() };
    let identifier = |pdf: &[u8]| lopdf::Document::load_mem(pdf).unwrap().trailer.get(b"ID").unwrap().clone();
    assert_ne!(identifier(&one), identifier(&write(&later).unwrap()));
    assert_ne!(identifier(&one).as_array().unwrap()[0].as_str().unwrap(), [0; 16]);
}

#[test]
fn a_report_of_many_pages_stays_small() {
    let pdf = write(&sample()).unwrap();
    let pages = page_texts(&pdf).unwrap().len();
    println!("{pages} pages, {} bytes", pdf.len());
    assert!((20..40).contains(&pages), "{pages}");
    assert!(pdf.len() <= 200_000, "{}", pdf.len());
}

#[test]
fn the_pages_give_back_the_text_in_reading_order() {
    let pdf = write(&document(vec![
        heading(Level::One, "Titel"),
        paragraph("Eén alinea – met ‘tekens’, € 5,- en 30\u{a0}%."),
        Block::Bullets(vec![vec![Span::plain("eerste"), Span::bold(" vet")], vec![Span::mono("00ff")]]),
        Block::KeyValues(vec![key("sleutel", vec![Span::plain("waarde")])]),
        Block::Total { number: "2,8".to_owned(), title: "Totaal".to_owned(), text: vec![Span::muted("uitleg")] },
    ]))
    .unwrap();
    let expected = [
        "Titel",
        "Eén alinea – met ‘tekens’, € 5,- en 30\u{a0}%.",
        "•",
        "eerste vet",
        "•",
        "00ff",
        "sleutel",
        "waarde",
        "2,8",
        "Totaal",
        "uitleg",
        "Voorbeeldbank N.V. · Betalingsachterstanden hypotheken 2017",
        "pagina 1 van 1",
    ];
    assert_eq!(page_texts(&pdf).unwrap(), [expected]);
}

#[test]
fn a_long_rationale_flows_over_pages_without_loss() {
    let long: String = (0..1_800).map(|word| format!("woord{word} ")).collect();
    assert!(long.len() > 10_000);
    let row = Row {
        kind: RowKind::Body,
        cells: vec![Cell::text(vec![Span::plain("I.3.1")]), Cell::text(vec![Span::plain(&long)])],
    };
    let columns =
        vec![column("Norm", Width::Points(50.0), Align::Left), column("Toelichting", Width::Share(1.0), Align::Left)];
    let table = Block::Table(Table { columns, rows: vec![row] });
    for block in [paragraph(&long), table, Block::Callout { kind: CalloutKind::Alert, text: vec![Span::plain(&long)] }]
    {
        let pages = page_texts(&write(&document(vec![block])).unwrap()).unwrap();
        assert!(pages.len() > 2, "{}", pages.len());
        let text: String =
            pages.iter().flatten().filter(|text| text.starts_with("woord")).map(String::as_str).collect();
        assert!(text == long, "text was lost");
        assert!(
            pages
                .iter()
                .enumerate()
                .all(|(index, page)| *page.last().unwrap() == format!("pagina {} van {}", index + 1, pages.len()))
        );
    }
}

#[test]
fn a_word_as_long_as_a_page_is_not_lost() {
    let long = "a".repeat(12_000);
    let pages = page_texts(&write(&document(vec![paragraph(&long)])).unwrap()).unwrap();
    let text: String = pages.iter().flatten().filter(|text| text.starts_with('a')).map(String::as_str).collect();
    assert!(text == long);
}

#[test]
fn odd_characters_are_shown_and_never_dropped() {
    let odd = "emoji 😀 hebreeuws א rtl \u{202e} nul \u{0} combinatie e\u{301} x\u{301} zw\u{200b} 中";
    let pdf =
        write(&Document { title: odd.to_owned(), ..document(vec![heading(Level::One, odd), paragraph(odd)]) }).unwrap();
    let shown =
        "emoji [U+1F600] hebreeuws [U+05D0] rtl [U+202E] nul [U+0000] combinatie é x[U+0301] zw[U+200B] [U+4E2D]";
    assert_eq!(page_texts(&pdf).unwrap()[0][1], shown);
}

#[test]
fn attached_files_come_out_as_they_went_in() {
    let document = sample();
    let files = attachments(&write(&document).unwrap()).unwrap();
    let names: Vec<_> =
        files.iter().map(|file| (file.name.as_str(), file.media_type.as_str(), file.relationship.as_str())).collect();
    assert_eq!(names, [("beoordeling.json", "application/json", "Source"), ("normenkader.ron", "text/plain", "Data")]);
    assert_eq!(files[0].bytes, document.attachments[1].bytes);
}

#[test]
fn two_files_or_fields_of_one_name_are_refused() {
    let mut twice = sample();
    twice.attachments[0].name = "beoordeling.json".to_owned();
    assert!(matches!(write(&twice), Err(WriteError::TwiceAttached(name)) if name == "beoordeling.json"));
    let field = signature("Beoordelaar", "", "", "");
    let fields = Block::Signatures(vec![field.clone(), field]);
    assert!(matches!(write(&document(vec![fields])), Err(WriteError::TwiceField(name)) if name == "Beoordelaar"));
}

fn fields(pdf: &lopdf::Document) -> Vec<Dictionary> {
    let form = pdf.catalog().unwrap().get_deref(b"AcroForm", pdf).unwrap().as_dict().unwrap();
    let fields = form.get(b"Fields").unwrap().as_array().unwrap();
    fields.iter().map(|field| pdf.get_dictionary(field.as_reference().unwrap()).unwrap().clone()).collect()
}

#[test]
fn both_signature_fields_are_empty_tagged_and_ready() {
    let pdf = lopdf::Document::load_mem(&write(&sample()).unwrap()).unwrap();
    let fields = fields(&pdf);
    let names: Vec<_> =
        fields.iter().map(|field| lopdf::decode_text_string(field.get(b"T").unwrap()).unwrap()).collect();
    assert_eq!(names, ["Beoordelaar", "TweedeLezer"]);
    for field in &fields {
        assert!(!field.has(b"V"));
        assert_eq!(field.get(b"F").unwrap().as_i64().unwrap(), 132);
        assert!(field.has(b"TU") && field.has(b"StructParent") && field.has(b"AP"));
    }
    let forms: Vec<&Dictionary> = pdf
        .objects
        .values()
        .filter_map(|object| object.as_dict().ok())
        .filter(|element| matches!(element.get(b"S").and_then(Object::as_name), Ok(b"Form")))
        .collect();
    assert_eq!(forms.len(), 2);
    assert!(forms.iter().all(|form| form.get(b"K").unwrap().as_dict().unwrap().has_type(b"OBJR")));
}

#[test]
fn bookmarks_follow_the_headings_as_a_tree() {
    let pdf = write(&document(vec![
        heading(Level::One, "A"),
        heading(Level::Two, "B"),
        heading(Level::Three, "C"),
        heading(Level::Two, "D"),
        Block::PageBreak,
        heading(Level::One, "E"),
    ]))
    .unwrap();
    let pdf = lopdf::Document::load_mem(&pdf).unwrap();
    let root = pdf.catalog().unwrap().get_deref(b"Outlines", &pdf).unwrap().as_dict().unwrap();
    assert_eq!(root.get(b"Count").unwrap().as_i64().unwrap(), 4);
    assert_eq!(branch(&pdf, root), "A(B(C)D)E");
}

fn branch(pdf: &lopdf::Document, node: &Dictionary) -> String {
    let mut text = String::new();
    let mut next = node.get_deref(b"First", pdf).and_then(Object::as_dict).ok();
    while let Some(item) = next {
        text.push_str(&lopdf::decode_text_string(item.get(b"Title").unwrap()).unwrap());
        let below = branch(pdf, item);
        if !below.is_empty() {
            text.push_str(&format!("({below})"));
        }
        next = item.get_deref(b"Next", pdf).and_then(Object::as_dict).ok();
    }
    text
}

#[test]
fn a_draft_says_so_on_every_page() {
    let pages = page_texts(&write(&sample()).unwrap()).unwrap();
    assert!(pages.iter().all(|page| page.iter().filter(|text| text.contains("CONCEPT")).count() == 2));
    assert!(!all_text(&write(&Document { concept: None, ..sample() }).unwrap()).contains("CONCEPT"));
}

#[test]
fn a_page_with_a_foreign_operator_is_not_read() {
    let mut pdf = lopdf::Document::load_mem(&write(&document(vec![paragraph("tekst")])).unwrap()).unwrap();
    let page = pdf.page_iter().next().unwrap();
    let content = pdf.get_page_content(page);
    for (operators, name) in [("3 Tr", "Tr"), ("/X Do", "Do"), ("0 0 9 9 re W n", "W"), ("q q quit", "quit")] {
        let mut changed = content.clone();
        changed.extend(format!("\n{operators}").into_bytes());
        pdf.change_page_content(page, changed).unwrap();
        let mut bytes = Vec::new();
        pdf.save_to(&mut bytes).unwrap();
        assert!(
            matches!(page_texts(&bytes), Err(ReadingError::ForeignOperator { page: 1, operator }) if operator == name)
        );
    }
}

#[test]
fn files_that_expand_without_end_are_refused() {
    let bomb = AttachedFile {
        name: "bom".to_owned(),
        media_type: "application/octet-stream".to_owned(),
        description: String::new(),
        relationship: Relationship::Data,
        bytes: vec![0; 17 << 20],
    };
    let pdf = write(&Document { attachments: vec![bomb], ..document(Vec::new()) }).unwrap();
    assert!(pdf.len() < 200_000);
    assert!(matches!(attachments(&pdf), Err(ReadingError::TooLarge)));
}

#[test]
fn damaged_files_give_errors_and_no_panic() {
    let pdf = write(&document(vec![heading(Level::One, "Titel"), paragraph("tekst")])).unwrap();
    let mut refused = 0;
    for step in 0..400_usize {
        let mut damaged = pdf.clone();
        let at = step * 7919 % damaged.len();
        match step % 3 {
            0 => damaged[at] ^= 1 << (step % 8),
            1 => damaged.truncate(at),
            _ => {
                let end = (at + 40).min(damaged.len());
                damaged.drain(at..end);
            }
        }
        refused += usize::from(page_texts(&damaged).is_err());
        let _ = attachments(&damaged);
    }
    assert!(refused > 100, "{refused}");
    for nonsense in [b"".as_slice(), b"%PDF-1.7", b"%PDF-1.7\n/O#62jStm"] {
        assert!(page_texts(nonsense).is_err());
    }
}

#[test]
fn poppler_and_qpdf_read_the_report_without_complaint() {
    let (_folder, path) = on_disk(&write(&sample()).unwrap());
    if let Some(output) = run("qpdf", &["--check"], &path) {
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stdout));
    }
    if let Some(output) = run("pdfinfo", &["-struct-text"], &path) {
        let text = String::from_utf8_lossy(&output.stdout);
        assert!(output.stderr.is_empty(), "{}", String::from_utf8_lossy(&output.stderr));
        let places = [
            "Beoordeling behandeling",
            "Normenkader",
            "2,8",
            "Scores per onderdeel",
            "V. Communicatie",
            "Ondertekening",
        ];
        let places: Vec<_> = places.iter().map(|text_part| text.find(text_part).unwrap()).collect();
        assert!(places.is_sorted(), "{places:?}");
        assert!(!text.contains("pagina 1 van"), "the foot is read out");
    }
    if let Some(output) = run("pdffonts", &[], &path) {
        let text = String::from_utf8_lossy(&output.stdout).into_owned();
        assert_eq!(text.lines().skip(2).filter(|line| line.contains("yes yes yes")).count(), 3, "{text}");
    }
}

#[test]
fn verapdf_finds_pdf_a_3a_and_pdf_ua_1() {
    let Ok(checker) = std::env::var("PDF_CONFORMANCE") else {
        println!("skipped: PDF_CONFORMANCE does not name a checker");
        return;
    };
    let (_folder, path) = on_disk(&write(&sample()).unwrap());
    let output = Command::new(checker).arg("3a,ua1").arg(&path).output().unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stdout));
}

proptest::proptest! {
    #![proptest_config(proptest::prelude::ProptestConfig { cases: 60, failure_persistence: None, ..Default::default() })]

    #[test]
    fn prop_the_page_shows_the_legible_text_and_nothing_else(text in "(?s).{0,400}", latin in "[a-zà-ž €\u{a0}\u{2011}/-]{0,400}") {
        for text in [text, latin] {
            let pdf = write(&Document { running_foot: "voet".to_owned(), ..document(vec![paragraph(&text)]) }).unwrap();
            let pages = page_texts(&pdf).unwrap();
            let shown: String = pages.iter().flat_map(|page| &page[..page.len() - 2]).map(String::as_str).collect();
            proptest::prop_assert_eq!(shown, legible(&text).replace('\n', " "));
        }
    }
}

#[test]
fn a_page_that_names_its_content_many_times_is_refused_at_once() {
    let pdf = write(&document(vec![heading(Level::One, "Titel")])).unwrap();
    let mut changed = lopdf::Document::load_mem(&pdf).unwrap();
    let page = changed.page_iter().next().unwrap();
    let parts = vec![Object::Reference(changed.get_page_contents(page)[0]); 100_000];
    let shared = changed.add_object(parts);
    changed.get_dictionary_mut(page).unwrap().set("Contents", shared);
    let mut bytes = Vec::new();
    changed.save_to(&mut bytes).unwrap();
    assert!(matches!(page_texts(&bytes), Err(ReadingError::TooLarge)));
}

#[test]
fn texts_of_more_lines_than_a_report_has_are_refused_before_anything_is_drawn() {
    let lines = |count: usize| document(vec![heading(Level::One, "Titel"), paragraph(&"\n".repeat(count))]);
    assert!(matches!(write(&lines(200_001)), Err(WriteError::TooLong { lines: 200_001 })));
    assert!(write(&lines(1_000)).is_ok());
}
