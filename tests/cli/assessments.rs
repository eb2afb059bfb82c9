//! `trede new`, `import`, `export`, `finalize`.

use serde_json::json;

use super::desk::{Desk, FRAMEWORK, keys};

#[test]
fn a_new_assessment_is_made_once() {
    let desk = Desk::new();
    let make = [
        "new",
        "a.trede",
        "--framework",
        FRAMEWORK,
        "--subject",
        " Bank ",
        "--kvk",
        "12345678",
        "--assessor",
        "A",
        "--role",
        "b",
    ];
    assert_eq!(desk.done(&make), "Gemaakt: a.trede\n");
    assert_eq!(desk.names(), ["a.trede"]);
    let before = desk.read("a.trede");
    assert!(desk.refused(&make, "exists").contains("--force"));
    assert_eq!(desk.read("a.trede"), before);
    assert!(desk.done(&["log", "a.trede"]).contains("beoordelaar (toezichthouder): (niets) → A (b)\n"));
    assert_eq!(
        desk.json(&["new", "b.trede", "--framework", FRAMEWORK, "--subject", "B"]),
        (0, json!({"file": "b.trede"}))
    );
}

#[test]
fn force_replaces_an_assessment_and_nothing_else() {
    let desk = Desk::with_example();
    let make = |file: &'static str, more: &[&'static str]| {
        [&["new", file, "--framework", FRAMEWORK, "--subject", "Bank", "--force"], more].concat()
    };
    let before = desk.read("a.trede");
    // Whatever is refused, the old assessment stays.
    let long = "x".repeat(30_000).leak();
    for more in [["--assessor", ""], ["--kvk", "1"], ["--period", " "], ["--assessor", long], ["--period", long]] {
        desk.refused(&make("a.trede", &more), "refused");
        assert_eq!(desk.read("a.trede"), before);
        desk.refused(&make("nieuw.trede", &more), "refused");
    }
    desk.write("brief.txt", b"Beste lezer");
    desk.refused(&make("brief.txt", &[]), "not-trede");
    assert_eq!(desk.read("brief.txt"), b"Beste lezer");
    desk.done(&make("a.trede", &[]));
    assert!(desk.done(&["score", "a.trede"]).starts_with("Bank, "));
    assert_eq!(desk.names(), ["a.trede", "brief.txt", "voorbeeld.ron"]);
}

#[test]
fn a_new_assessment_needs_a_lender_and_a_framework() {
    let desk = Desk::new();
    let with = |framework: &str, subject: &str, kvk: &str| {
        ["new", "a.trede", "--framework", framework, "--subject", subject, "--kvk", kvk].map(str::to_owned)
    };
    for (arguments, code) in [
        (with(FRAMEWORK, "  ", "12345678"), "refused"),
        (with(FRAMEWORK, "A", "1234567"), "refused"),
        (with(FRAMEWORK, "A", "1234567x"), "refused"),
        (with("iets", "A", "12345678"), "usage"),
        (with(".", "A", "12345678"), "other"),
    ] {
        desk.refused(&arguments.each_ref().map(String::as_str), code);
    }
    desk.refused(&["new", "a.trede", "--framework", FRAMEWORK], "usage");
    desk.refused(&["new", "a.trede", "--framework", FRAMEWORK, "--subject", "A", "--role", "b"], "usage");
    desk.refused(&["new", "nergens/a.trede", "--framework", FRAMEWORK, "--subject", "A"], "missing");
    assert!(desk.names().is_empty(), "{:?}", desk.names());
}

#[test]
fn names_that_the_database_would_misread_are_files() {
    let desk = Desk::new();
    for name in [":memory:", "file:b.trede?mode=memory", "c?d#e%20f.trede"] {
        desk.new_assessment(name);
        assert_eq!(desk.done(&["score", name]).lines().next(), Some("Voorbeeldbank N.V., 2026 (toezichthouder)"));
    }
    assert_eq!(desk.names(), [":memory:", "c?d#e%20f.trede", "file:b.trede?mode=memory"]);
}

#[test]
fn an_import_says_what_it_took_over() {
    let desk = Desk::new();
    desk.write("voorbeeld.ron", trede::cli::EXAMPLE.as_bytes());
    desk.new_assessment("a.trede");
    let said = "Overgenomen voor perspectief toezichthouder: 95 bevindingen, 1 vaststelling.\n";
    assert_eq!(desk.done(&["import", "a.trede", "voorbeeld.ron"]), said);
    // A second time nothing changes, and the log does not grow.
    let (_, log) = desk.json(&["log", "a.trede"]);
    assert_eq!(
        desk.json(&["import", "a.trede", "voorbeeld.ron"]),
        (0, json!({"perspective": "supervisor", "answers": 95, "settlements": 1}))
    );
    assert_eq!(desk.json(&["log", "a.trede"]).1, log);
    desk.done(&["new", "ander.trede", "--framework", FRAMEWORK, "--subject", "Andere Bank"]);
    assert!(desk.refused(&["import", "ander.trede", "voorbeeld.ron"], "refused").contains("Voorbeeldbank N.V."));
}

#[test]
fn what_is_exported_and_imported_gives_the_same_score_and_export() {
    let desk = Desk::with_example();
    for format in ["ron", "json"] {
        let (file, out) = (format!("{format}.trede"), format!("uit.{format}"));
        assert_eq!(
            desk.done(&["export", "a.trede", "--format", format, "--out", &out]),
            format!("Geschreven: {out}\n")
        );
        desk.new_assessment(&file);
        desk.done(&["import", &file, &out]);
        assert_eq!(desk.json(&["score", &file]), desk.json(&["score", "a.trede"]));
        assert_eq!(desk.json(&["score", &out]), desk.json(&["score", "a.trede"]));
        let printed = |file: &str| {
            let text = desk.done(&["export", file, "--format", "json"]);
            let mut value: serde_json::Value = serde_json::from_str(&text).unwrap();
            value["log_head"] = json!(null);
            value
        };
        assert_eq!(printed(&file), printed("a.trede"));
        assert_eq!(desk.done(&["export", "a.trede", "--format", format]).as_bytes(), desk.read(&out));
    }
}

#[test]
fn an_export_overwrites_only_what_it_may() {
    let desk = Desk::with_example();
    let before = desk.read("a.trede");
    let export = ["export", "a.trede", "--format", "ron", "--out"];
    let to = |out: &'static str, more: &[&'static str]| [&export, [out].as_slice(), more].concat();
    desk.write("uit.ron", b"iets");
    desk.refused(&to("uit.ron", &[]), "exists");
    assert_eq!(desk.read("uit.ron"), b"iets");
    desk.done(&to("uit.ron", &["--force"]));
    assert_eq!(desk.read("uit.ron"), desk.done(&export[..4]).as_bytes());
    desk.refused(&to("./a.trede", &["--force"]), "usage");
    desk.refused(&to("a.trede", &[]), "exists");
    assert_eq!(desk.read("a.trede"), before);
    desk.refused(&to("nergens/uit.ron", &[]), "missing");
    desk.refused(&["export", "a.trede"], "usage");
    desk.refused(&["export", "a.trede", "--format", "csv"], "usage");
    assert_eq!(desk.names(), ["a.trede", "uit.ron", "voorbeeld.ron"]);
    // One JSON document, in either form.
    let (_, ron) = desk.json(&export[..4]);
    assert_eq!(ron["text"].as_str().unwrap().as_bytes(), desk.read("uit.ron").trim_ascii_end());
    assert_eq!(keys(&desk.json(&["export", "a.trede", "--format", "json"]).1)[0], "answers");
}

#[test]
fn an_exchange_file_is_refused_whole_with_every_problem_in_its_place() {
    let desk = Desk::new();
    desk.new_assessment("a.trede");
    let bad = format!(
        r#"(
  format: 1, framework: "{FRAMEWORK}",
  subject: (name: "X", kvk: "12"), period: "2026", perspective: "boss",
  answers: {{
    "I.9.9": "holds",
    "I.3.1": "partly",
    "IV.3.2": "not_applicable",
    "I.3.2": "maybe",
    "III.5.2": "holds", "III.3.2": "fails",
    "I.3.3": "holds", "I.3.3": "fails",
  }},
  settlements: {{ "IX": (level: 3, rationale: "x"), "V": (level: 9, rationale: "y"), "I": (level: 3, rationale: " ") }},
  case_files: [], extra: 1,
)"#
    );
    desk.write("fout.ron", bad.as_bytes());
    let expected = [
        "3:29 kvk",
        "3:65 unknown-value",
        "5:5 unknown-norm",
        "6:14 partly-not-allowed",
        "6:14 rationale-needed",
        "7:15 rationale-needed",
        "8:14 unknown-value",
        "9:25 unequal-twins",
        "10:23 duplicate-key",
        "12:18 unknown-part",
        "12:65 level-range",
        "12:90 rationale-needed",
        "13:15 later",
        "13:19 unknown-field",
    ];
    for arguments in [&["import", "a.trede", "fout.ron"][..], &["score", "fout.ron"]] {
        let sentence = desk.refused(arguments, "kvk");
        let found: Vec<&str> = sentence
            .lines()
            .filter_map(|line| line.strip_prefix("fout.ron:")?.split_once(": ").map(|(place, _)| place))
            .collect();
        assert_eq!(found, expected);
        assert!(sentence.starts_with("fout.ron is geweigerd: 14 problemen."), "{sentence}");
        let error = &desk.json(arguments).1["error"];
        assert_eq!([&error["file"], &error["line"], &error["column"]], [&json!("fout.ron"), &json!(3), &json!(29)]);
    }
    assert_eq!(desk.json(&["log", "a.trede"]).1["count"], 1, "nothing was taken in");
}

#[test]
fn only_a_complete_assessment_becomes_final_and_stays_as_it_is() {
    let desk = Desk::with_example();
    desk.new_assessment("leeg.trede");
    let finalize = |file| ["finalize", file, "--perspective", "supervisor"];
    desk.refused(&finalize("leeg.trede"), "refused");
    desk.refused(&["finalize", "a.trede"], "usage");
    desk.refused(&["finalize", "a.trede", "--perspective", "self"], "refused");
    assert_eq!(desk.done(&finalize("a.trede")), "De beoordeling van perspectief toezichthouder is nu definitief.\n");
    desk.refused(&finalize("a.trede"), "refused");
    desk.write("ander.ron", trede::cli::EXAMPLE.replace("\"I.3.4\": \"holds\"", "\"I.3.4\": \"fails\"").as_bytes());
    desk.refused(&["import", "a.trede", "ander.ron"], "refused");
    assert_eq!(desk.json(&["log", "a.trede"]).1["count"], 3);
}
