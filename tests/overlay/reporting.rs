//! Reports that quote literal words: what they say, what travels inside, and that nobody can exchange it.

use trede::report::content::{ASSESSMENT_FILE, FRAMEWORK_FILE, OVERLAY_FILES, PARAMETERS_FILE};
use trede::report::reading::{attachments, page_texts};
use trede::report::{AttachedFile, Document};
use trede::session::ReportError;
use trede::storage::framework_file::sha256;
use trede::storage::problem::Code;
use trede::verification::{Reason, Verification, verify};

use crate::cli::desk::{Desk, FRAMEWORK};
use crate::example::{ASSESSOR, EXCHANGE, REPORT, TEXT, framework, job, pages, pages_quoting, parameters, signed};

/// Made-up words; nothing of any official text.
const FILE: &str = r#"(
    format: 1,
    overlay_of: "afm-betalingsachterstanden-hypotheken",
    source: "Verzonnen module, Ons Dorp, 2026",
    texts: {
        "I.3.1": "Piet Paaltjens ziet zijn risico's.",
        "IV.1.2": "Zeven zwarte zwanen\nzwemmen naar {$ zee } met *sterren*[^1].",
    },
)
"#;

fn json() -> String {
    "{\"format\": 1, \"overlay_of\": \"F\", \"source\": \"Module\", \"texts\": {\"I.3.1\": \"Piet.\"}}"
        .replace('F', FRAMEWORK)
}

fn quoting(overlay: &str) -> Document {
    pages_quoting(TEXT, &EXCHANGE, Some(overlay.as_bytes()), &parameters(Some(&ASSESSOR)))
}

fn report(overlay: &str) -> Vec<u8> {
    let mut job = job(&EXCHANGE, true);
    job.overlay = Some(overlay.as_bytes().to_vec());
    job.make(Some(&ASSESSOR)).unwrap()
}

fn text(pdf: &[u8]) -> String {
    let pages = page_texts(pdf).unwrap();
    let texts: Vec<String> = pages.into_iter().flatten().collect();
    texts.join("\n").split_whitespace().collect::<Vec<_>>().join(" ")
}

fn inside(document: &mut Document, name: &str) -> usize {
    document.attachments.iter().position(|file| file.name == name).unwrap()
}

#[track_caller]
fn refused(document: &Document) -> Verification {
    let found = verify(&signed(document), None);
    assert!(!found.is_intact());
    found
}

#[test]
fn a_report_quotes_the_words_with_their_source_and_verifies() {
    let pdf = report(FILE);
    let found = verify(&pdf, None);
    assert!(found.is_intact(), "{:?}", found.reasons);
    let overlay = found.recomputed.unwrap().overlay.unwrap();
    assert_eq!((overlay.filled(), overlay.sha256.clone()), (2, sha256(FILE.as_bytes())));
    let text = text(&pdf);
    for words in
        ["“Piet Paaltjens ziet zijn risico's.”", "“Zeven zwarte zwanen zwemmen naar {$ zee } met *sterren*[^1].”"]
    {
        assert_eq!(text.matches(words).count(), 1, "{words}");
    }
    // Once on the cover, and once in each part that quotes.
    assert_eq!(text.matches("Verzonnen module, Ons Dorp, 2026").count(), 3);
    assert!(text.contains("bij 2 van de 95 normen") && text.contains(&overlay.sha256), "{text}");
    assert!(signed(&quoting(FILE)).len() == pdf.len(), "the tests write what the program writes");
}

#[test]
fn the_overlay_travels_inside_as_it_was_given() {
    let [ron, json_name] = OVERLAY_FILES;
    let marked = format!("\u{feff}  {}", json());
    for (file, name) in [(FILE, ron), (&json(), json_name), (&marked, json_name)] {
        let pdf = report(file);
        let inside = attachments(&pdf).unwrap();
        let overlay = inside.iter().find(|each| each.name == name).unwrap();
        assert_eq!((overlay.bytes.as_slice(), inside.len()), (file.as_bytes(), 4));
        assert!(verify(&pdf, None).is_intact(), "{name}");
    }
}

#[test]
fn a_report_without_an_overlay_has_three_files_and_no_word_of_it() {
    let mut names: Vec<String> = attachments(&REPORT).unwrap().into_iter().map(|file| file.name).collect();
    names.sort();
    let mut expected = [ASSESSMENT_FILE, FRAMEWORK_FILE, PARAMETERS_FILE];
    expected.sort_unstable();
    assert_eq!(names, expected);
    let text = text(&REPORT);
    assert!(!text.to_lowercase().contains("letterlijke") && !text.contains('“'));
    assert!(verify(&REPORT, None).recomputed.unwrap().overlay.is_none());
}

#[test]
fn a_changed_missing_swapped_or_doubled_overlay_is_refused() {
    let [ron, json_name] = OVERLAY_FILES;
    // The signature is valid each time: only the overlay inside does not belong to the pages.
    let with = |change: &dyn Fn(&mut Document)| {
        let mut document = quoting(FILE);
        change(&mut document);
        refused(&document)
    };
    let exchanged = |text: &str| {
        let text = text.to_owned();
        with(&move |document: &mut Document| {
            let at = inside(document, ron);
            document.attachments[at].bytes = text.clone().into_bytes();
        })
    };
    for other in [FILE.replace("Piet", "Pier"), FILE.replace("Ons Dorp", "Elders"), format!("{FILE} "), json()] {
        let found = exchanged(&other);
        assert!(found.reasons.iter().any(|reason| matches!(reason, Reason::Page { .. })), "{:?}", found.reasons);
    }
    let found = with(&|document| {
        let at = inside(document, ron);
        document.attachments.remove(at);
    });
    assert!(found.reasons.iter().all(|reason| matches!(reason, Reason::Page { .. })), "{:?}", found.reasons);
    let found = with(&|document| {
        let at = inside(document, ron);
        document.attachments[at].name = json_name.to_owned();
    });
    assert!(matches!(found.reasons[..], [Reason::Drawing]), "{:?}", found.reasons);
    let found = with(&|document| {
        let at = inside(document, ron);
        let second = AttachedFile { name: json_name.to_owned(), ..document.attachments[at].clone() };
        document.attachments.push(second);
    });
    assert!(found.reasons.iter().any(|reason| matches!(reason, Reason::Attachment(_))), "{:?}", found.reasons);
    // Pages that quote nothing, with an overlay inside.
    let mut document = pages(TEXT, &EXCHANGE, &parameters(Some(&ASSESSOR)));
    let mut quoting = quoting(FILE);
    let at = inside(&mut quoting, ron);
    document.attachments.push(quoting.attachments[at].clone());
    refused(&document);
}

#[test]
fn an_overlay_inside_that_is_not_in_order_is_named() {
    let broken: [(String, Code); 4] = [
        (FILE.replace("I.3.1", "I.3.99"), Code::UnknownNorm),
        (FILE.replace(FRAMEWORK, "een-ander-kader"), Code::OtherFramework),
        (FILE.replace("Piet", "\\u{202E}Piet"), Code::ControlCharacter),
        (FILE.replacen('"', "", 1), Code::Syntax),
    ];
    for (text, code) in broken {
        let mut document = quoting(FILE);
        let at = inside(&mut document, OVERLAY_FILES[0]);
        document.attachments[at].bytes = text.clone().into_bytes();
        let found = refused(&document);
        let named = |reason: &Reason| matches!(reason, Reason::Overlay(problems) if problems[0].code == code);
        assert!(found.reasons.iter().any(named), "{code:?}: {:?}", found.reasons);
        assert!(found.recomputed.is_none());
        let mut job = job(&EXCHANGE, true);
        job.overlay = Some(text.into_bytes());
        assert!(matches!(job.make(None), Err(ReportError::Overlay(_))));
    }
}

#[test]
fn rubbish_in_the_place_of_an_overlay_is_refused_without_a_panic() {
    let deep = "(texts: ".repeat(100_000).into_bytes();
    let large = vec![b' '; trede::storage::syntax::LARGEST + 1];
    for rubbish in [Vec::new(), vec![0xff; 300], b"[1, 2]".to_vec(), b"{\"overlay_of\": 7}".to_vec(), deep, large] {
        let mut document = quoting(FILE);
        let at = inside(&mut document, OVERLAY_FILES[0]);
        document.attachments[at].bytes = rubbish;
        let found = refused(&document);
        assert!(found.reasons.iter().any(|reason| matches!(reason, Reason::Overlay(_))), "{:?}", found.reasons);
    }
}

#[test]
fn hostile_words_make_a_report_that_still_verifies() {
    let odd =
        "😀 שלום \u{200b}\u{ad}x\u{301} {$a} { \\\"b\\\" } *q* [^7] <b>&amp; %s \\\\ \\\" \\r\\n\\t“”‘’ ( [U+0041] ";
    let framework = framework();
    let texts: Vec<String> = framework
        .norms()
        .enumerate()
        .map(|(at, norm)| {
            let text = match at {
                0 => "w".repeat(20_000),
                1 => "w\\n".repeat(9_000),
                2 => "5".to_owned(),
                _ => odd.repeat(1 + at % 7),
            };
            format!("\"{}\": \"{text}\"", norm.id)
        })
        .collect();
    let source = odd.repeat(2);
    let file = format!(
        "(format: 1, overlay_of: \"{FRAMEWORK}\", language: \"en\", source: \"{source}\", texts: {{{}}})",
        texts.join(",")
    );
    let pdf = report(&file);
    let found = verify(&pdf, None);
    assert!(found.is_intact(), "{:?}", found.reasons);
    assert_eq!(found.recomputed.unwrap().overlay.unwrap().filled(), 95);
    assert!(text(&pdf).contains("(in het Engels)"));
}

#[test]
fn the_command_line_makes_and_verifies_a_report_with_quotations() {
    let desk = Desk::with_example();
    desk.write("laag.ron", FILE.as_bytes());
    desk.write("leeg.ron", FILE.split("\"I.3.1\"").next().unwrap().replace("texts: {", "texts: {},)").as_bytes());
    desk.write("fout.ron", FILE.replace("I.3.1", "I.3.99").as_bytes());
    let report = |overlay: &'static str| ["report", "a.trede", "--out", "r.pdf", "--unsigned", "--overlay", overlay];
    desk.refused(&report("nergens.ron"), "missing");
    desk.refused(&report("leeg.ron"), "usage");
    assert!(desk.refused(&report("fout.ron"), "unknown-norm").contains("I.3.99"));
    assert!(!desk.path("r.pdf").exists());
    desk.done(&report("laag.ron"));
    let out = desk.findings(&["verify", "r.pdf"]);
    assert!(out.contains("Het rapport haalt letterlijke teksten aan uit: Verzonnen module, Ons Dorp, 2026"), "{out}");
    let found = desk.json(&["verify", "r.pdf"]).1;
    let codes: Vec<_> = found["reasons"].as_array().unwrap().iter().map(|reason| reason["code"].clone()).collect();
    assert_eq!(codes, ["unsigned"]);
    assert_eq!(found["report"]["overlay"]["sha256"], sha256(FILE.as_bytes()));
    desk.done(&["report", "a.trede", "--out", "zonder.pdf", "--unsigned"]);
    assert_eq!(desk.json(&["verify", "zonder.pdf"]).1["report"]["overlay"], serde_json::Value::Null);
}
