//! Everything that an assessor may write comes out of the report as it went in, or as its code point; then it is reported.

use std::process::Command;

use trede::domain::text::Language;
use trede::domain::{Assessor, Cover, Finding, Perspective, Sheet, Verdict};
use trede::report::content::unshown::Place;
use trede::report::fonts::legible::legible;
use trede::session::ReportJob;
use trede::storage::exchange_write::{ExchangeFormat, write};
use trede::storage::framework_file;
use trede::verification::verify;

use super::pdf::{Pdf, assert_nothing_overlaps};
use crate::example::{ASSESSOR, EXCHANGE, at, changed, job};
use crate::large_framework;

/// A lender with a name from right to left, in two scripts.
const SUBJECT: &str = "בנק הדוגמה – مصرف المثال N.V.";

/// The rationale of the finding with this number; each word of letters occurs once.
fn rationale(number: usize) -> String {
    let words = |count: usize| (0..count).map(|word| format!("w{number}x{word}")).collect::<Vec<_>>().join(" ");
    match number % 8 {
        0 => String::new(),
        1 if number < 40 => (words(1_300) + " " + &"eind".repeat(4)).chars().take(10_000).collect(),
        1 => words(60),
        2 => format!("{} 😀 👩‍👩‍👧 en 中文", words(8)),
        3 => format!("{} e\u{301}e\u{308}n x\u{301} Å ﬁ", words(8)),
        4 => format!("{}\tna de tab\n\n- regel {}", words(5), words(3)),
        5 => format!("{} {}", words(2), "onafbreekbaar".repeat(30)),
        6 => format!("{} שלום עולם مرحبا", words(4)),
        _ => words(12),
    }
}

fn stress() -> (ReportJob, Sheet) {
    let text = large_framework::text(4, 17);
    let framework = framework_file::load(text.as_bytes()).unwrap();
    let mut sheet = Sheet::empty(&framework);
    sheet.assessor = Some(Assessor { name: "ج. 🙂 Zoë".to_owned(), role: "toezichthouder".to_owned() });
    for (number, norm) in framework.norms().enumerate() {
        let verdict = match norm.rung.number() {
            5 | 1 => Verdict::Fails,
            _ => Verdict::Holds,
        };
        let evidence = vec![format!("dossier d{number}"), format!("blz. {number} 📎")];
        let finding = Finding { evidence, ..Finding::because(verdict, &rationale(number)) };
        sheet.findings.insert(norm.id.clone(), finding);
    }
    assert!(sheet.findings.len() >= 200, "{}", sheet.findings.len());
    assert!(sheet.findings.values().any(|finding| finding.rationale.chars().count() == 10_000));
    let cover = Cover { subject: SUBJECT.to_owned(), kvk: None, period: "2026".to_owned() };
    let exchange = write(&framework, &cover, Perspective::Supervisor, &sheet, None, ExchangeFormat::Ron).unwrap();
    let (framework_text, language) = (text.into_bytes(), Language::Dutch);
    let job = ReportJob { framework, framework_text, exchange, overlay: None, is_final: true, at: at(), language };
    (job, sheet)
}

#[test]
fn two_hundred_findings_with_every_kind_of_text_come_out_whole_and_beside_each_other() {
    let (job, sheet) = stress();
    let bytes = job.make(Some(&ASSESSOR)).unwrap();
    assert!(verify(&bytes, None).is_intact(), "{:?}", verify(&bytes, None).reasons);
    let pdf = Pdf::read(&bytes);
    let leaves = pdf.leaves();
    let printed = |text: &str| legible(text).replace('\n', " ");
    for (norm, finding) in &sheet.findings {
        let evidence = format!("Bewijs: {}", finding.evidence.join("; "));
        let cell = match finding.rationale.is_empty() {
            true => printed(&evidence),
            false => printed(&format!("{}\n{evidence}", finding.rationale)),
        };
        assert!(leaves.iter().any(|leaf| leaf.tag == "TD" && leaf.text == cell), "{norm}: {cell}");
        assert!(leaves.iter().any(|leaf| leaf.tag == "TH" && leaf.text == norm.as_str()), "{norm}");
    }
    assert!(leaves.iter().any(|leaf| leaf.text == printed(SUBJECT)));
    assert_nothing_overlaps(&pdf);
    found_by_pdftotext(&bytes, &sheet);
}

/// Another program reads the same words.
fn found_by_pdftotext(bytes: &[u8], sheet: &Sheet) {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("r.pdf");
    std::fs::write(&path, bytes).unwrap();
    let Ok(output) = Command::new("pdftotext").arg("-raw").arg(&path).arg("-").output() else {
        return println!("skipped: pdftotext is not installed");
    };
    let text = String::from_utf8(output.stdout).unwrap();
    let found: std::collections::HashSet<&str> = text.split_whitespace().collect();
    for (norm, finding) in &sheet.findings {
        for word in finding.rationale.split_whitespace().filter(|word| word.starts_with('w') && word.len() < 15) {
            assert!(found.contains(word), "{norm}: {word}");
        }
    }
    // Letters that the faces lack are there as code points, right to left as they are stored.
    assert!(text.contains("[U+1F600]") && text.contains("[U+05E9][U+05DC]"), "no code points");
}

#[test]
fn characters_without_a_glyph_are_reported_with_the_places_where_they_stand() {
    let (job, _) = stress();
    let unshown = job.unshown(Some(&ASSESSOR)).unwrap();
    let of = |character: char| unshown.characters.iter().find(|each| each.character == character).unwrap();
    assert!(of('ב').places == [Place::Subject], "{:?}", of('ב'));
    assert_eq!(of('🙂').places, [Place::Assessor]);
    let smile = of('😀');
    assert!(smile.places.len() == 12 && smile.more > 10, "{smile:?}");
    assert!(smile.places.iter().all(|place| matches!(place, Place::Norm(_))));
    assert!(unshown.characters.is_sorted_by_key(|each| each.character) && unshown.characters.len() <= 40);

    let odd = changed("\"I.1.4\": \"fails\"", "\"I.1.4\": (verdict: \"fails\", rationale: \"blij 😀\")");
    let report = crate::example::job(&odd, true).make(None).unwrap();
    let text = trede::report::reading::page_texts(&report).unwrap().concat().join(" ");
    assert!(text.contains("Eén teken kan het rapport niet tonen. Er staat het codepunt, tussen rechte haken."));
    assert!(text.contains("U+1F600: I.1.4"));
}

#[test]
fn a_report_of_letters_that_can_all_be_shown_says_nothing_of_it() {
    let job = job(&EXCHANGE, true);
    assert!(job.unshown(None).unwrap().is_empty());
    let text = trede::report::reading::page_texts(&job.make(None).unwrap()).unwrap().concat().join(" ");
    assert!(!text.contains("codepunt") && !text.contains("[U+"));
}
