//! Overlay files, good and bad, and what the command line says of them. Bad files stand in `fixtures/overlays` too.

use std::fs;
use std::path::Path;

use serde_json::json;
use trede::domain::text::LONGEST_TEXT;
use trede::domain::{Framework, Language};
use trede::storage::overlay_file::{self, LONGEST_SOURCE};
use trede::storage::problem::Code;
use trede::storage::{framework_file, syntax};

use crate::cli::desk::{Desk, FRAMEWORK, keys};

fn fixture(name: &str) -> Vec<u8> {
    fs::read(Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures").join(name)).unwrap()
}

fn small() -> Framework {
    framework_file::load(&fixture("frameworks/good.ron")).unwrap()
}

fn codes(file: &str) -> Vec<(Code, usize, usize)> {
    let problems = overlay_file::read(file.as_bytes(), &small()).unwrap_err();
    problems.iter().map(|problem| (problem.code, problem.at.line, problem.at.column)).collect()
}

#[test]
fn ron_and_json_say_the_same() {
    let framework = small();
    let mut read = Vec::new();
    for file in ["overlays/good.ron", "overlays/good.json"] {
        let bytes = fixture(file);
        assert!(overlay_file::is_overlay(&bytes));
        let overlay = overlay_file::read(&bytes, &framework).unwrap();
        assert_eq!(overlay.sha256, framework_file::sha256(&bytes));
        let marked = overlay_file::read(&[b"\xEF\xBB\xBF", bytes.as_slice()].concat(), &framework).unwrap();
        assert_eq!(marked.texts, overlay.texts);
        read.push(overlay);
    }
    let [ron, json] = &read[..] else { panic!() };
    assert_eq!((&ron.texts, &ron.source, ron.language), (&json.texts, &json.source, json.language));
    assert_eq!(ron.source, "Verzonnen module, Ons Dorp, 22 november 2026");
    assert_eq!((ron.language, ron.filled()), (Some(Language::Dutch), 2));
    assert_eq!(ron.text("I.1.1"), Some("Het gebeurt zelden.\nEn als het gebeurt, is het \"toeval\"."));
    // Named but not filled in, and not named at all.
    assert_eq!((ron.text("I.3.1"), ron.text("I.3.2")), (None, None));
}

#[test]
fn a_file_is_an_overlay_by_what_it_says() {
    for other in ["frameworks/good.ron", "exchanges/good.ron", "exchanges/good.json", "overlays/syntax.ron"] {
        assert!(!overlay_file::is_overlay(&fixture(other)), "{other}");
    }
    assert!(overlay_file::is_overlay(b"// een kop\n{\"overlay_of\": \"x\"}"));
    for odd in [&b""[..], b"[]", b"\"overlay_of\"", b"\xff", b"(overlay_of"] {
        assert!(!overlay_file::is_overlay(odd));
    }
}

#[test]
fn texts_and_sources_have_a_longest_length() {
    let with = |source: &str, text: &str| {
        format!("(format: 1, overlay_of: \"klein\",\nsource: \"{source}\",\ntexts: {{\"I.5.1\": \"{text}\"}})")
    };
    let (source, text) = ("é".repeat(LONGEST_SOURCE), "é".repeat(LONGEST_TEXT));
    assert!(overlay_file::read(with(&source, &text).as_bytes(), &small()).is_ok());
    let too_long = with(&format!("{source}é"), &format!("{text}é"));
    assert_eq!(codes(&too_long), [(Code::TextTooLong, 2, 9), (Code::TextTooLong, 3, 19 + LONGEST_TEXT)]);
}

#[test]
fn hostile_files_are_answered_and_never_a_panic() {
    let framework = small();
    let deep = format!("(format: 1, overlay_of: \"klein\", source: \"x\", texts: {}", "{\"a\":".repeat(100_000));
    let many = format!(
        "(format: 1, overlay_of: \"klein\", source: \"x\", texts: {{{}}})",
        "\"I.5.1\": \"x\",".repeat(200_000)
    );
    let large = vec![b' '; syntax::LARGEST + 1];
    let good = fixture("overlays/good.ron");
    let mut files = vec![deep.into_bytes(), many.into_bytes(), large, b"\xff\xfe".to_vec(), Vec::new(), b"()".to_vec()];
    files.extend((0..good.len()).map(|end| good[..end].to_vec()));
    for (at, byte) in good.iter().enumerate() {
        let mut changed = good.clone();
        changed[at] = byte ^ 0x12;
        let _ = (overlay_file::is_overlay(&changed), overlay_file::read(&changed, &framework));
    }
    for file in files.iter().filter(|file| file.trim_ascii_end().len() + 1 < good.len() || file.len() > good.len()) {
        assert!(!overlay_file::read(file, &framework).unwrap_err().is_empty());
        let _ = overlay_file::framework_of(file);
    }
}

#[test]
fn an_empty_overlay_is_made_checked_and_filled_in() {
    let desk = Desk::new();
    for (format, file) in [("ron", "leeg.ron"), ("json", "leeg.json")] {
        let make = ["framework", "overlay", FRAMEWORK, "--out", file, "--format", format];
        assert_eq!(desk.done(&make), format!("Geschreven: {file}\n"));
        let hash = framework_file::sha256(&desk.read(file));
        let out = desk.done(&["framework", "check", file]);
        let clean =
            format!("{file} is in orde: letterlijke tekst bij 0 van de 95 normen.\n    {FRAMEWORK}  sha256 {hash}\n");
        assert_eq!(out, clean);
        let refused = desk.refused(&["framework", "show", FRAMEWORK, "--overlay", file], "usage");
        assert!(refused.contains("nog geen enkele letterlijke tekst"), "{refused}");
        desk.refused(&make, "exists");
        desk.done(&[&make[..], &["--force"]].concat());
    }
    let empty = String::from_utf8(desk.read("leeg.ron")).unwrap();
    assert!(empty.contains("// I. Actief en preventief beheer\n"), "{empty}");
    assert!(!String::from_utf8(desk.read("leeg.json")).unwrap().contains("//"));
    let filled = empty.replacen("source: \"\"", "source: \"Verzonnen module\"", 1).replacen(
        "\"IV.3.2\": \"\"",
        "\"IV.3.2\": \"Zo staat het er.\\nEcht waar.\"",
        1,
    );
    desk.write("vol.ron", filled.as_bytes());
    let (code, found) = desk.json(&["framework", "check", "vol.ron"]);
    let hash = framework_file::sha256(filled.as_bytes());
    let cover = json!({"file": "vol.ron", "framework": FRAMEWORK, "filled": 1, "norms": 95, "sha256": hash,
                       "source": "Verzonnen module"});
    assert_eq!((code, found), (0, json!({"problems": [], "overlays": [cover]})));
    let shown = desk.done(&["framework", "show", FRAMEWORK, "--overlay", "vol.ron"]);
    assert!(shown.contains("Letterlijke teksten uit: Verzonnen module (1 van 95 normen).\n"), "{shown}");
    assert!(shown.contains("\n             “Zo staat het er.\n             Echt waar.”\n"), "{shown}");
    let (_, shown) = desk.json(&["framework", "show", FRAMEWORK, "--overlay", "vol.ron"]);
    assert_eq!(keys(&shown["overlay"]), ["filled", "framework", "norms", "sha256", "source"]);
    assert_eq!(shown.to_string().matches("\"literal\"").count(), 1);
    assert!(desk.json(&["framework", "show", FRAMEWORK]).1.get("overlay").is_none());
}

#[test]
fn a_check_tells_overlays_from_frameworks_and_names_the_problems_of_both() {
    let desk = Desk::new();
    desk.write("klein.ron", &fixture("frameworks/good.ron"));
    desk.write("laag.ron", &fixture("overlays/good.ron"));
    desk.write("fout.ron", &fixture("overlays/many.ron"));
    let out = desk.done(&["framework", "check", "klein.ron", "laag.ron", "--framework", "klein.ron"]);
    assert!(out.contains("laag.ron is in orde: letterlijke tekst bij 2 van de 5 normen."), "{out}");
    // Its framework is not on board and is not named.
    let out = desk.findings(&["framework", "check", "laag.ron"]);
    assert!(out.starts_with("laag.ron:4:17 unknown-value: ‘klein’ kan hier niet."), "{out}");
    assert!(out.contains(&format!("Wat hier wel kan: {FRAMEWORK}")), "{out}");
    let (code, found) = desk.json(&["framework", "check", "fout.ron", "klein.ron", "--framework", "klein.ron"]);
    assert_eq!((code, keys(&found)), (1, vec!["problems"]));
    assert_eq!(found["problems"].as_array().unwrap().len(), 10);
    desk.refused(&["framework", "check", "laag.ron", "--framework", "nergens"], "usage");
}

#[test]
fn the_example_in_the_description_of_the_format_lies_over_the_framework_beside_it() {
    let text = include_str!("../../normenkaders/README.md");
    let examples: Vec<&str> =
        text.split("```ron\n").skip(1).filter_map(|rest| Some(rest.split_once("```")?.0)).collect();
    let [framework, overlay] = examples[..] else { panic!("{}", examples.len()) };
    let framework = framework_file::load(framework.as_bytes()).unwrap();
    let overlay = overlay_file::read(overlay.as_bytes(), &framework).unwrap();
    assert_eq!(overlay.filled(), 2);
    assert!(overlay.text("I.3.1").unwrap().ends_with("binnen \"redelijke tijd\"."));
    for field in ["format", "overlay_of", "framework_version", "source", "language", "texts"] {
        assert!(text.contains(&format!("| `{field}` |")), "{field}");
    }
}
