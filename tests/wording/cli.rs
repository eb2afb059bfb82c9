//! The command line says nothing that comes from no locale file.

use std::ffi::OsString;
use std::fs;
use std::path::Path;

use trede::cli::{EXAMPLE, run_in};
use trede::domain::Verdict;
use trede::storage::exchange_file;
use trede::storage::problem::Code;

use super::pseudo::{self, Data};
use crate::example::framework;
use crate::tables::readers::{Book, rows_of};

/// What the program answers, on both streams.
fn answer(arguments: &[&str]) -> String {
    let (mut out, mut err) = (Vec::new(), Vec::new());
    let arguments: Vec<OsString> = std::iter::once(&"trede").chain(arguments).map(OsString::from).collect();
    run_in(pseudo::wording(), &arguments, &mut out, &mut err);
    String::from_utf8(out).unwrap() + &String::from_utf8(err).unwrap()
}

/// Names of commands, of what is in the example, and of values that are written in files.
fn data(folder: &Path) -> Data {
    let read = exchange_file::read(EXAMPLE.as_bytes(), &framework()).unwrap();
    let mut names: Vec<String> = Code::ALL.iter().map(|code| code.word().to_owned()).collect();
    names.extend(
        [
            "framework",
            "list",
            "check",
            "overlay",
            "diff",
            "migrate",
            "show",
            "new",
            "import",
            "export",
            "score",
            "finalize",
            "reopen",
            "attach",
            "attached",
            "internal",
            "rationale",
            "evidence",
            "password",
            "set",
            "change",
            "remove",
            "propose",
            "demo",
        ]
        .map(Into::into),
    );
    names.extend(
        [
            "legal-limit-costs",
            "report",
            "sign",
            "verify",
            "extract",
            "log",
            "identity",
            "schema",
            "exchange",
            "failure",
            "csv",
            "xlsx",
            "token",
            "password",
            "backup",
            "restore",
            "salvage",
            "trust",
            "add",
            "remove",
        ]
        .map(Into::into),
    );
    names.extend(["nl", "en", "ron", "json", "supervisor", "self", "reviewer", "assessor"].map(Into::into));
    names.extend([read.cover.subject.clone(), "A. Voorbeeld".to_owned(), "toezichthouder".to_owned()]);
    for finding in read.sheet.findings.values() {
        names.push(finding.rationale.clone());
        names.push(finding.evidence.join("; "));
        names.extend(finding.evidence.iter().cloned());
    }
    names.extend(read.sheet.settlements.values().map(|settled| settled.rationale.clone()));
    names.extend(["brief.txt", "nieuw.trede", "voorbeeld.trede"].map(Into::into));
    // What the reader of RON says; the message calls it technical.
    names.push("Unexpected char".to_owned());
    names.push(folder.display().to_string());
    Data::with(&names.iter().map(String::as_str).collect::<Vec<_>>())
}

#[track_caller]
fn assert_known(data: &Data, arguments: &[&str]) {
    let text = answer(arguments);
    assert!(text.contains('«'), "{arguments:?}: {text}");
    let strange: Vec<(&str, Vec<String>)> =
        text.lines().map(|line| (line, data.strangers(line))).filter(|(_, found)| !found.is_empty()).collect();
    assert!(strange.is_empty(), "{arguments:?}: {strange:#?}");
}

#[test]
fn every_word_of_the_help_of_every_command_is_a_message() {
    let data = data(Path::new("/"));
    let commands = [
        "",
        "framework",
        "framework list",
        "framework check",
        "framework new",
        "framework overlay",
        "framework diff",
        "migrate",
        "framework show",
        "new",
        "import",
        "export",
        "score",
        "finalize",
        "reopen",
        "attach",
        "attached",
        "internal",
        "propose",
        "backup",
        "restore",
        "salvage",
        "demo",
        "password",
        "password set",
        "password change",
        "password remove",
        "report",
        "sign",
        "verify",
        "extract",
        "log",
        "identity",
        "identity new",
        "identity list",
        "identity export",
        "schema",
        "token",
        "token list",
        "trust",
        "trust add",
        "trust list",
        "trust remove",
    ];
    for command in commands {
        let arguments: Vec<&str> = command.split_whitespace().chain(["--help"]).collect();
        assert_known(&data, &arguments);
    }
}

#[test]
fn every_word_of_an_answer_is_a_message_or_data() {
    let folder = tempfile::tempdir().unwrap();
    let place = |name: &str| folder.path().join(name).display().to_string();
    let data = data(folder.path());
    let (out, file, report) = (place("demo"), place("demo/voorbeeld.trede"), place("demo/rapport.pdf"));
    assert_known(&data, &["demo", "--out", &out]);
    assert_known(&data, &["framework", "list"]);
    assert_known(&data, &["framework", "show", &framework().id]);
    let (made, exchange) = (place("nieuw.trede"), place("demo/voorbeeld.ron"));
    let id = framework().id.clone();
    assert_known(
        &data,
        &["new", &made, "--framework", &id, "--subject", "Voorbeeldbank N.V.", "--assessor", "A. Voorbeeld"],
    );
    assert_known(&data, &["score", &made]);
    assert_known(&data, &["import", &made, &exchange]);
    assert_known(&data, &["log", &made]);
    assert_known(&data, &["attached", &made]);
    fs::write(place("brief.txt"), "7").unwrap();
    assert_known(&data, &["attach", &made, "IV.3.2", &place("brief.txt")]);
    assert_known(&data, &["attach", &made, "IV.3.2", &place("brief.txt")]);
    assert_known(&data, &["attached", &made]);
    assert_known(&data, &["internal", &made, "IV.3.2", "--rationale", "--attached", "7902699b"]);
    assert_known(&data, &["internal", &made, "IV.3.2", "--rationale", "--attached", "7902699b", "--undo"]);
    assert_known(&data, &["log", &made]);
    assert_known(&data, &["finalize", &made, "--perspective", "supervisor"]);
    assert_known(&data, &["reopen", &made, "--reason", "7"]);
    let later = place("later.trede");
    assert_known(&data, &["new", &later, "--framework", &id, "--subject", "Voorbeeldbank N.V.", "--kvk", "00000000"]);
    assert_known(&data, &["propose", &later, "--from", &made]);
    assert_known(&data, &["propose", &made, "--from", &file, "--perspective", "self"]);
    assert_known(&data, &["log", &later]);
    assert_known(&data, &["score", &file]);
    assert_known(&data, &["log", &file, "--verify"]);
    assert_known(&data, &["log", &file, "--verify", "--against", &exchange]);
    assert_known(&data, &["export", &file, "--format", "json", "--out", &place("uit.json")]);
    assert_known(&data, &["report", &file, "--unsigned", "--out", &place("los.pdf")]);
    assert_known(&data, &["verify", &report, "--file", &file]);
    let overlay = place("laag.ron");
    assert_known(&data, &["framework", "overlay", &id, "--out", &overlay]);
    assert_known(&data, &["framework", "check", &overlay]);
    let filled = fs::read_to_string(&overlay).unwrap().replacen(": \"\"", ": \"7\"", 2);
    fs::write(&overlay, filled).unwrap();
    assert_known(&data, &["framework", "show", &id, "--overlay", &overlay]);
    assert_known(&data, &["report", &file, "--unsigned", "--overlay", &overlay, "--out", &place("aan.pdf")]);
    assert_known(&data, &["verify", &place("aan.pdf")]);
    assert_known(&data, &["verify", &report, "--trust", &place("demo/ondertekenaar.pem")]);
    assert_known(&data, &["verify", &report, "--file", &made]);
    assert_known(&data, &["verify", &place("los.pdf")]);
    assert_known(&data, &["extract", &report, "--out", &place("uit.ron")]);
}

#[test]
fn every_word_of_a_refusal_is_a_message_or_data() {
    let folder = tempfile::tempdir().unwrap();
    let place = |name: &str| folder.path().join(name).display().to_string();
    let data = data(folder.path());
    let (file, text, pdf) = (place("a.trede"), place("a.ron"), place("a.pdf"));
    let id = framework().id.clone();
    answer(&["new", &file, "--framework", &id, "--subject", "Voorbeeldbank N.V."]);
    fs::write(&text, EXAMPLE).unwrap();
    fs::write(&pdf, "%PDF-1.7\n").unwrap();
    let folder_name = folder.path().display().to_string();
    for arguments in [
        &["7"][..],
        &["score"],
        &["score", "1", "2"],
        &["score", "1", "--7"],
        &["score", "1", "--perspective"],
        &["score", "1", "--perspective", "7"],
        &["framework"],
        &["report", &file, "--out", &place("r.pdf"), "--unsigned", "--identity", "7"],
        &["score", &place("weg.trede")],
        &["score", &folder_name],
        &["score", &text, "--perspective", "self"],
        &["score", &text, "--framework", "7"],
        &["new", &file, "--framework", &id, "--subject", "7"],
        &["new", &place("b.trede"), "--framework", &id, "--subject", "7", "--kvk", "1"],
        &["import", &file, &pdf],
        &["finalize", &file, "--perspective", "supervisor"],
        &["reopen", &file, "--reason", "7"],
        &["propose", &file, "--from", &text],
        &["attach", &file, "X.1", &text],
        &["attach", &file, "I.3.1", &folder_name],
        &["attach", &file, "I.3.1", "/dev/null"],
        &["internal", &file, "I.3.1"],
        &["internal", &file, "I.3.1", "--evidence", "7"],
        &["internal", &file, "I.3.1", "--attached", "7902699b"],
        &["attached", &file, "--extract", "7", "--out", &pdf],
        &["report", &file, "--out", &place("r.pdf"), "--unsigned", "--at", "7"],
        &["report", &file, "--out", &file, "--unsigned", "--force"],
        &["verify", &text],
        &["verify", &pdf],
        &["verify", &pdf, "--trust", &text],
        &["extract", &text, "--out", &place("c.ron")],
        &["trust", "add", &text],
        &["trust", "remove", "7"],
        &["log", &text],
        &["log", &file, "--verify", "--against", &text],
        &["demo", "--out", &folder_name],
        &["export", &file, "--format", "csv"],
        &["schema", "7"],
    ] {
        assert_known(&data, arguments);
    }
    for kind in ["frameworks", "exchanges", "overlays"] {
        let fixtures = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures").join(kind);
        for entry in fs::read_dir(&fixtures).unwrap() {
            let path = entry.unwrap().path();
            let is_file = path.extension().is_some_and(|ending| ending == "ron" || ending == "json");
            // The facts of a problem are words of the file itself: here it is the sentences around them that count.
            if is_file {
                let text = answer(&["framework", "check", &path.display().to_string()]);
                assert!(text.lines().any(|line| line.contains('«')), "{}: {text}", path.display());
            }
        }
    }
}

#[test]
fn every_word_of_a_table_is_a_message_or_data() {
    let folder = tempfile::tempdir().unwrap();
    let place = |name: &str| folder.path().join(name).display().to_string();
    let data = data(folder.path());
    let (file, text) = (place("a.trede"), place("a.ron"));
    answer(&["new", &file, "--framework", &framework().id, "--subject", "Voorbeeldbank N.V."]);
    fs::write(&text, EXAMPLE).unwrap();
    let codes = Verdict::ALL.map(Verdict::code);
    for imported in [false, true] {
        if imported {
            answer(&["import", &file, &text]);
        }
        answer(&["export", &file, "--format", "csv", "--out", &place("a.csv"), "--force"]);
        answer(&["export", &file, "--format", "xlsx", "--out", &place("a.xlsx"), "--force"]);
        let table = rows_of(&fs::read(place("a.csv")).unwrap()).into_iter().flatten();
        let sheets = Book::read(&fs::read(place("a.xlsx")).unwrap()).sheets;
        let cells: Vec<String> = table.chain(sheets.into_iter().flat_map(|sheet| sheet.texts.into_values())).collect();
        assert!(cells.len() > 1_000);
        for cell in cells.iter().filter(|cell| !codes.contains(&cell.as_str())) {
            assert_eq!(data.strangers(cell), [""; 0], "{cell}");
        }
    }
}
