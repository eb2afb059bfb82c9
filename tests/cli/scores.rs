//! `trede score`, field by field.

use serde_json::{Value, json};
use trede::storage::{framework_file, shipped};

use super::desk::{Desk, FRAMEWORK, keys};

fn example() -> Value {
    let desk = Desk::with_example();
    let (code, from_file) = desk.json(&["score", "a.trede"]);
    assert_eq!(code, 0);
    let (_, from_exchange) = desk.json(&["score", "voorbeeld.ron"]);
    assert_eq!(from_file, from_exchange, "an exchange file scores as the assessment does");
    from_file
}

#[test]
fn the_json_has_the_fields_that_are_promised() {
    let score = example();
    assert_eq!(keys(&score), ["alerts", "framework", "parts", "perspective", "themes", "total"]);
    let hash = framework_file::sha256(shipped::ALL[0].text.as_bytes());
    assert_eq!(score["framework"], json!({"id": FRAMEWORK, "version": "1.0.0", "sha256": hash}));
    assert_eq!(score["perspective"], "supervisor");
    assert_eq!(
        score["total"],
        json!({"lowest": "2.850", "highest": "2.850", "lowest_fraction": "57/20", "highest_fraction": "57/20",
               "display": "2,9", "complete": true})
    );
    assert_eq!(
        score["themes"],
        json!([
            {"id": "A", "weight": "3/10", "lowest": "3.667", "highest": "3.667", "lowest_fraction": "11/3", "highest_fraction": "11/3"},
            {"id": "B", "weight": "7/10", "lowest": "2.500", "highest": "2.500", "lowest_fraction": "5/2", "highest_fraction": "5/2"},
        ])
    );
    assert_eq!(score["alerts"], json!([{"code": "legal-limit-costs", "norms": ["VI.1.1", "VI.3.1"]}]));
}

#[test]
fn a_part_tells_its_set_its_reasons_and_its_settlement() {
    let score = example();
    let ids: Vec<_> = score["parts"].as_array().unwrap().iter().map(|part| part["id"].as_str().unwrap()).collect();
    assert_eq!(ids, ["I", "II", "III", "IV", "V", "VI", "VII"]);
    assert_eq!(
        score["parts"][5],
        json!({"id": "VI", "status": "determined", "admissible": [1], "lowest": 1, "highest": 1, "suggested": 1,
               "settled": null, "score": 1, "open": [], "decisive": [], "blocking": ["VI.1.1"], "contradictions": [],
               "warnings": [],
               "derivation": [
                   "Niet voldaan voor een 3: VI.3.1. Daarmee blijft de score onder de 3.",
                   "Het enige gebrek van trede 1 dat van toepassing is, is aanwezig: VI.1.1.",
                   "Niet van toepassing en dus niet meegeteld: VI.5.3."]})
    );
    let settled = &score["parts"][4];
    assert_eq!(
        [&settled["status"], &settled["admissible"], &settled["score"]],
        [&json!("settled"), &json!([1, 2]), &json!(2)]
    );
    assert_eq!([&settled["lowest"], &settled["highest"], &settled["suggested"]], [&json!(2), &json!(2), &Value::Null]);
    assert_eq!(keys(&settled["settled"]), ["lapsed", "level", "rationale"]);
    assert_eq!([&settled["settled"]["level"], &settled["settled"]["lapsed"]], [&json!(2), &json!(false)]);
    assert_eq!(settled["open"], json!(["V.5.6"]), "undetermined norms are listed as open");
}

#[test]
fn an_empty_assessment_has_ends_and_nothing_to_display() {
    let desk = Desk::new();
    desk.new_assessment("leeg.trede");
    let (code, score) = desk.json(&["score", "leeg.trede"]);
    assert_eq!(code, 0);
    assert_eq!(
        score["total"],
        json!({"lowest": "1.000", "highest": "5.000", "lowest_fraction": "1/1", "highest_fraction": "5/1",
               "display": null, "complete": false})
    );
    let part = &score["parts"][3];
    assert_eq!([&part["status"], &part["score"]], [&json!("interval"), &Value::Null]);
    assert_eq!(
        [&part["admissible"], &part["lowest"], &part["highest"]],
        [&json!([1, 2, 3, 4, 5]), &json!(1), &json!(5)]
    );
    assert_eq!(part["open"].as_array().unwrap().len(), 6);
    let out = desk.done(&["score", "leeg.trede"]);
    assert!(out.starts_with("Voorbeeldbank N.V., 2026 (toezichthouder)\nBetalingsachterstanden hypotheken"), "{out}");
    assert!(out.ends_with("\nTotaal, nog niet volledig: 1,0 – 5,0 (1,000 – 5,000)\n"), "{out}");
}

#[test]
fn a_contradiction_and_a_part_that_does_not_apply_have_null_ends() {
    let desk = Desk::new();
    let with = |answers: &str| {
        desk.write("x.json", format!(
            r#"{{"format": 1, "framework": "{FRAMEWORK}", "subject": {{"name": "X"}}, "period": "2026",
                "perspective": "self", "answers": {{{answers}}}, "settlements": {{"V": {{"level": 5, "rationale": "x"}}}}}}"#
        ).as_bytes());
        let (code, score) = desk.json(&["score", "x.json"]);
        assert_eq!(code, 0);
        score
    };
    let clash = with(r#""II.3.1": "holds", "II.1.1": "holds", "V.3.1": "fails""#);
    let part = &clash["parts"][1];
    assert_eq!([&part["status"], &part["contradictions"]], [&json!("contradiction"), &json!([["II.3.1", "II.1.1"]])]);
    assert_eq!(
        [&part["admissible"], &part["lowest"], &part["highest"], &part["score"]],
        [&json!([]), &Value::Null, &Value::Null, &Value::Null]
    );
    for ends in [&clash["total"], &clash["themes"][0]] {
        assert!(["lowest", "highest", "lowest_fraction", "highest_fraction"].iter().all(|key| ends[key].is_null()));
    }
    assert!(clash["themes"][1]["lowest"].is_string());
    assert_eq!(clash["perspective"], "self");
    assert_eq!(clash["parts"][4]["settled"], json!({"level": 5, "rationale": "x", "lapsed": true}));
    let none = r#"{"verdict": "not_applicable", "rationale": "x"}"#;
    let none = with(&format!(r#""VI.3.1": {none}, "VI.3.2": {none}"#));
    let part = &none["parts"][5];
    assert_eq!(
        [&part["status"], &part["admissible"], &part["lowest"]],
        [&json!("not_applicable"), &json!([]), &Value::Null]
    );
    assert_eq!(part["open"], json!(["VI.5.1", "VI.1.1", "VI.5.2", "VI.5.3"]));
}

#[test]
fn the_exit_code_tells_complete_from_incomplete_only_when_asked() {
    let desk = Desk::with_example();
    desk.new_assessment("leeg.trede");
    desk.done(&["score", "a.trede", "--require-complete"]);
    desk.findings(&["score", "leeg.trede", "--require-complete"]);
    assert_eq!(desk.json(&["score", "leeg.trede", "--require-complete"]).0, 1);
    desk.done(&["score", "leeg.trede"]);
}

#[test]
fn a_perspective_that_the_exchange_file_does_not_have_is_wrong_use() {
    let desk = Desk::with_example();
    desk.done(&["score", "voorbeeld.ron", "--perspective", "supervisor"]);
    let sentence = desk.refused(&["score", "voorbeeld.ron", "--perspective", "self"], "usage");
    assert!(sentence.contains("toezichthouder") && sentence.contains("zelfbeoordeling"), "{sentence}");
    let (_, other) = desk.json(&["score", "a.trede", "--perspective", "reviewer"]);
    assert_eq!([&other["perspective"], &other["total"]["complete"]], [&json!("reviewer"), &json!(false)]);
    desk.refused(&["score", "a.trede", "--perspective", "iemand"], "usage");
}

#[test]
fn the_language_sets_the_decimal_mark() {
    let desk = Desk::with_example();
    for (language, display) in [("en", "2.9"), ("nl", "2,9")] {
        assert_eq!(desk.json(&["score", "a.trede", "--lang", language]).1["total"]["display"], display);
    }
    let out = desk.done(&["--lang=en", "score", "a.trede"]);
    assert!(out.contains("2.9 (2.850)"), "{out}");
    let of_locale = desk.command().env("LANG", "en_GB.UTF-8").args(["score", "a.trede", "--json"]).output().unwrap();
    assert!(String::from_utf8_lossy(&of_locale.stdout).contains("\"display\": \"2.9\""));
    desk.refused(&["score", "a.trede", "--lang", "fr"], "usage");
}

#[test]
fn each_part_is_told_in_sentences_for_a_letter() {
    let desk = Desk::with_example();
    let text = desk.done(&["score", "a.trede", "--letter"]);
    assert!(
        text.starts_with("I. Actief en preventief beheer\n\nVoor het onderdeel Actief en preventief beheer (I) krijgt")
    );
    assert!(text.contains("\n\nVII. Oplossingen\n\n"), "{text}");
    let (code, document) = desk.json(&["score", "voorbeeld.ron", "--letter"]);
    assert_eq!((code, keys(&document)), (0, vec!["letters"]));
    let letters = document["letters"].as_array().unwrap();
    assert_eq!((letters.len(), keys(&letters[4])), (7, vec!["paragraphs", "part", "title"]));
    assert_eq!(letters[4]["part"], "V");
    for paragraph in letters[4]["paragraphs"].as_array().unwrap() {
        assert!(text.contains(paragraph.as_str().unwrap()));
    }
}
