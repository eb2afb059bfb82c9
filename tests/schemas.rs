//! The published schemas fit what really goes in and out, and refuse what does not belong.

use std::fs;
use std::path::Path;

use jsonschema::Validator;
use proptest::test_runner::TestRunner;
use serde_json::{Map, Value, json};
use trede::domain::{Cover, Perspective};
use trede::storage::exchange_write::{ExchangeFormat, write};
use trede::storage::located::{Node, Value as Located};
use trede::storage::syntax;

use crate::cli::desk::Desk;
use crate::frameworks::{afm, all_rungs, eight_parts};
use crate::properties::sheets::{config, whole_sheet};

/// The schema as the program prints it, checked against the schema of schemas.
fn schema(name: &str) -> Validator {
    let document: Value = serde_json::from_str(&Desk::new().done(&["schema", name])).unwrap();
    assert!(jsonschema::meta::is_valid(&document), "{name}");
    assert_eq!(document["$schema"], "https://json-schema.org/draft/2020-12/schema");
    jsonschema::validator_for(&document).unwrap()
}

#[track_caller]
fn assert_fits(schema: &Validator, document: &Value) {
    let errors: Vec<String> =
        schema.iter_errors(document).map(|error| format!("{}: {error}", error.instance_path())).collect();
    assert!(errors.is_empty(), "{errors:#?} in {document:#}");
}

/// What a file in RON or JSON says, as JSON; none where it cannot be read at all.
fn as_json(node: &Node) -> Value {
    match &node.value {
        Located::Text(text) => json!(text),
        Located::Number(number) => json!(number),
        Located::OtherNumber(text) => json!({ "number": text }),
        Located::Word(word) => json!(word == "true"),
        Located::Nothing => Value::Null,
        Located::List(list) => list.iter().map(as_json).collect(),
        Located::Fields(fields) => {
            Value::Object(fields.iter().map(|(key, _, node)| (key.clone(), as_json(node))).collect::<Map<_, _>>())
        }
    }
}

/// Bad files that are bad by what no schema can say: what is in the framework, which key stands twice, whether a number is
/// one of a person.
const BEYOND_A_SCHEMA: [&str; 6] = [
    "duplicate-key.json",
    "other-framework.ron",
    "personal-data.ron",
    "unequal-twins.ron",
    "unknown-norm.ron",
    "unknown-part.ron",
];

#[test]
fn the_schema_of_an_exchange_file_takes_the_good_files_and_refuses_the_bad_ones() {
    let schema = schema("exchange");
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/exchanges");
    let mut taken = Vec::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        let name = path.file_name().unwrap().to_string_lossy().into_owned();
        if name.ends_with(".txt") {
            continue;
        }
        let Some(node) = syntax::parse(&fs::read(&path).unwrap(), &mut Vec::new()) else { continue };
        if schema.is_valid(&as_json(&node)) {
            taken.push(name);
        }
    }
    taken.sort();
    let mut expected: Vec<&str> = [&BEYOND_A_SCHEMA[..], &["good.json", "good.ron", "partly-not-allowed.ron"]].concat();
    expected.sort_unstable();
    assert_eq!(taken, expected);
}

#[test]
fn prop_every_exchange_file_that_is_written_fits_its_schema() {
    let schema = schema("exchange");
    let cover = Cover { subject: "Bank".to_owned(), kvk: Some("12345678".to_owned()), period: "2026".to_owned() };
    for framework in [afm(), eight_parts(), all_rungs()] {
        let written = TestRunner::new(config(30)).run(&whole_sheet(&framework, 40), |sheet| {
            let side = Perspective::Reviewer;
            let text = write(&framework, &cover, side, &sheet, None, ExchangeFormat::Json).unwrap();
            assert_fits(&schema, &serde_json::from_str(&text).unwrap());
            Ok(())
        });
        written.unwrap();
    }
    let desk = Desk::with_example();
    assert_fits(&schema, &serde_json::from_str(&desk.done(&["export", "a.trede", "--format", "json"])).unwrap());
}

#[test]
fn every_single_change_for_the_worse_to_an_exchange_file_is_refused() {
    let schema = schema("exchange");
    let good = json!({
        "format": 1, "framework": "klein", "framework_sha256": "0".repeat(64), "subject": {"name": "Bank", "kvk": null},
        "period": "2026", "perspective": "self", "assessor": {"name": "A."}, "log_head": {"count": 1, "sha256": "a".repeat(64)},
        "answers": {"I.3.1": "holds", "I.5.1": {"verdict": "partly", "rationale": "Half.", "evidence": ["p. 1"], "withheld": ["evidence"],
            "attached": [{"name": "beleid 2026.pdf", "sha256": "b".repeat(64), "size": 0}]}},
        "settlements": {"I": {"level": 3, "rationale": "Zo."}}, "policies": {"exceeds_one": "any_deficiency"},
    });
    assert_fits(&schema, &good);
    for (place, bad) in [
        ("/format", json!(2)),
        ("/format", json!("1")),
        ("/framework", json!(" ")),
        ("/framework_sha256", json!("A".repeat(64))),
        ("/subject/name", json!("")),
        ("/subject/name", json!("a".repeat(20_001))),
        ("/subject/kvk", json!("1234567")),
        ("/period", json!(2026)),
        ("/period", Value::Null),
        ("/perspective", json!("lender")),
        ("/assessor", json!("A.")),
        ("/log_head/count", json!(0)),
        ("/answers/I.3.1", json!("partly")),
        ("/answers/I.3.1", json!("not_applicable")),
        ("/answers/I.3.1", json!(true)),
        ("/answers/I.3.1", Value::Null),
        ("/answers/I.5.1/rationale", json!(" ")),
        ("/answers/I.5.1/rationale", json!("a\u{202E}b")),
        ("/answers/I.5.1/rationale", Value::Null),
        ("/answers/I.5.1/withheld", json!(["verdict"])),
        ("/answers/I.5.1/withheld", json!("rationale")),
        ("/answers/I.5.1/evidence", json!([""])),
        ("/answers/I.5.1/evidence", json!("p. 1")),
        ("/answers/I.5.1/attached", json!("beleid.pdf")),
        ("/answers/I.5.1/attached", json!(["beleid.pdf"])),
        ("/answers/I.5.1/attached/0/name", json!("../beleid.pdf")),
        ("/answers/I.5.1/attached/0/name", json!("..")),
        ("/answers/I.5.1/attached/0/name", json!(" a")),
        ("/answers/I.5.1/attached/0/name", json!("a\nb")),
        ("/answers/I.5.1/attached/0/name", json!("a".repeat(151))),
        ("/answers/I.5.1/attached/0/sha256", json!("B".repeat(64))),
        ("/answers/I.5.1/attached/0/size", json!(-1)),
        ("/answers/I.5.1/attached/0/size", json!("1")),
        ("/settlements/I/level", json!(6)),
        ("/settlements/I/level", json!(2.5)),
        ("/settlements/I/rationale", json!("")),
        ("/policies/exceeds_one", json!("whatever")),
    ] {
        let mut changed = good.clone();
        *changed.pointer_mut(place).unwrap() = bad.clone();
        assert!(!schema.is_valid(&changed), "{place} may be {bad}");
    }
    for key in ["format", "framework", "subject", "period", "perspective", "answers"] {
        let mut without = good.clone();
        without.as_object_mut().unwrap().remove(key);
        assert!(!schema.is_valid(&without), "{key} may be missing");
    }
    for place in
        ["", "/subject", "/assessor", "/log_head", "/answers/I.5.1", "/answers/I.5.1/attached/0", "/settlements/I"]
    {
        let mut more = good.clone();
        more.pointer_mut(place).unwrap()["meer"] = json!("x");
        assert!(!schema.is_valid(&more), "{place} may hold more");
    }
}

#[test]
fn every_score_fits_its_schema_and_a_changed_one_does_not() {
    let schema = schema("score");
    let desk = Desk::with_example();
    desk.new_assessment("leeg.trede");
    let contradiction = trede::cli::EXAMPLE.replacen("perspective: \"supervisor\"", "perspective: \"self\"", 1);
    desk.write("zelf.ron", contradiction.as_bytes());
    let (_, example) = desk.json(&["score", "a.trede"]);
    for arguments in [
        &["score", "a.trede", "--lang", "en"][..],
        &["score", "leeg.trede"],
        &["score", "leeg.trede", "--perspective", "reviewer"],
        &["score", "zelf.ron"],
    ] {
        assert_fits(&schema, &desk.json(arguments).1);
    }
    // Other frameworks, with contradictions, intervals and parts that are not applicable.
    for name in ["eight-parts", "all-rungs"] {
        let from = Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("tests/fixtures/frameworks/good.{name}.ron"));
        fs::copy(from, desk.path("kader.ron")).unwrap();
        let framework = if name == "all-rungs" { all_rungs() } else { eight_parts() };
        let cover = Cover { subject: "Bank".to_owned(), kvk: None, period: "2026".to_owned() };
        let tried = TestRunner::new(config(6)).run(&whole_sheet(&framework, 10), |sheet| {
            let side = Perspective::Supervisor;
            let text = write(&framework, &cover, side, &sheet, None, ExchangeFormat::Json).unwrap();
            desk.write("ander.json", text.as_bytes());
            assert_fits(&schema, &desk.json(&["score", "ander.json", "--framework", "kader.ron"]).1);
            Ok(())
        });
        tried.unwrap();
    }
    for (place, bad) in [
        ("/total/lowest", json!(2.85)),
        ("/total/lowest", json!("2,850")),
        ("/total/display", json!("2.85")),
        ("/total/lowest_fraction", json!("2.85")),
        ("/total/complete", json!("ja")),
        ("/themes/0/weight", json!("30%")),
        ("/parts/0/status", json!("klaar")),
        ("/parts/0/status", json!("contradiction")),
        ("/parts/0/admissible", json!([6])),
        ("/parts/0/admissible", json!([])),
        ("/parts/0/score", json!("3")),
        ("/parts/4/settled", json!({"level": 2})),
        ("/parts/0/open", json!("I.5.2")),
        ("/alerts/0/norms", Value::Null),
        ("/framework/sha256", json!("")),
        ("/perspective", json!("lender")),
    ] {
        let mut changed = example.clone();
        *changed.pointer_mut(place).unwrap() = bad.clone();
        assert!(!schema.is_valid(&changed), "{place} may be {bad}");
    }
    for place in ["", "/total", "/themes/0", "/parts/0", "/alerts/0", "/framework"] {
        for key in example.pointer(place).unwrap().as_object().unwrap().keys() {
            let mut without = example.clone();
            without.pointer_mut(place).unwrap().as_object_mut().unwrap().remove(key);
            assert!(!schema.is_valid(&without), "{place}/{key} may be missing");
        }
    }
}

#[test]
fn every_failure_fits_its_schema() {
    let schema = schema("failure");
    let desk = Desk::with_example();
    desk.write("fout.ron", b"(\n  format: 2,\n)");
    desk.write("kapot.trede", b"SQLite format 3\0 en dan niets");
    for arguments in [
        &["score", "weg.trede"][..],
        &["score", "fout.ron"],
        &["score", "kapot.trede"],
        &["score"],
        &["finalize", "a.trede", "--perspective", "self"],
        &["export", "a.trede", "--format", "xlsx"],
        &["verify", "weg.pdf"],
        &["new", "a.trede", "--framework", "geen", "--subject", "Bank"],
        &["schema", "onbekend"],
        &["identity", "export", "niemand", "--out", "n.pem"],
    ] {
        let (code, answer) = desk.json(arguments);
        assert_eq!(code, 2, "{arguments:?}");
        assert_fits(&schema, &answer);
    }
    for bad in [
        json!({}),
        json!({"error": "stuk"}),
        json!({"error": {"code": "usage", "message": "Dat gaat niet.", "file": null, "line": null}}),
        json!({"error": {"code": "Heel stuk", "message": "Dat gaat niet.", "file": null, "line": null, "column": null}}),
        json!({"error": {"code": "usage", "message": "", "file": null, "line": null, "column": null}}),
        json!({"error": {"code": "usage", "message": "Dat gaat niet.", "file": null, "line": 0, "column": 1}}),
        json!({"error": {"code": "usage", "message": "Zo.", "file": null, "line": 1, "column": 1}, "meer": 1}),
    ] {
        assert!(!schema.is_valid(&bad), "{bad}");
    }
}
