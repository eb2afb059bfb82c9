//! Writes the files that the targets start from, a folder for each, into the folder that TREDE_SEEDS names: the fixtures of the
//! tests, and small signed reports that are made anew. It is built as a target, since all that is built here is.
#![no_main]

use std::fs;
use std::path::{Path, PathBuf};

use trede::domain::text::Language;
use trede::session::ReportJob;
use trede::storage::framework_file;

#[path = "../../tests/signature/fixture.rs"]
#[allow(dead_code, reason = "the tests of signatures use more of it")]
mod fixture;

const FINDINGS: &str = r#"(
    format: 1, framework: "proef", subject: (name: "Proefbank N.V."), period: "2026", perspective: "supervisor",
    answers: { "I.5.1": (verdict: "fails", rationale: "Niet altijd."), "I.3.1": "holds" },
)"#;

libfuzzer_sys::fuzz_target!(init: write_all(), |_bytes: &[u8]| {});

fn write_all() {
    let to = PathBuf::from(std::env::var_os("TREDE_SEEDS").expect("a folder"));
    let of = |target: &str| {
        let folder = to.join(target);
        fs::create_dir_all(&folder).expect("there is room");
        folder
    };
    let fixtures = Path::new(env!("CARGO_MANIFEST_DIR")).join("../tests/fixtures");
    for (target, from, endings) in [
        ("framework", "frameworks", &["ron"][..]),
        ("overlay", "overlays", &["ron", "json"]),
        ("exchange-ron", "exchanges", &["ron"]),
        ("exchange-json", "exchanges", &["json"]),
        ("trede_bytes", "formats", &["trede"]),
        ("p12", "keys", &["p12"]),
        ("certificate", "keys", &["pem"]),
        ("certificate", "token", &["pem"]),
    ] {
        for entry in fs::read_dir(fixtures.join(from)).expect("the fixtures are there") {
            let path = entry.expect("it can be read").path();
            if path.extension().is_some_and(|ending| endings.iter().any(|each| ending == *each)) {
                fs::copy(&path, of(target).join(path.file_name().expect("it has one"))).expect("there is room");
            }
        }
    }
    let write =
        |target: &str, name: &str, bytes: &[u8]| fs::write(of(target).join(name), bytes).expect("there is room");
    write("pdf", "unsigned", &fixture::unsigned());
    write("pdf", "signed-once", &fixture::SIGNED_ONCE);
    write("pdf", "signed-twice", &fixture::SIGNED_TWICE);
    write("report", "report", &report());
    for signer in [&fixture::ASSESSOR, &fixture::SECOND_READER] {
        write("certificate", signer.certificate().name(), signer.certificate().der());
    }
    for (number, name) in ["beleid.pdf", "../../etc/passwd", "CON", "nul.txt ", "a\u{202E}fdp.exe"].iter().enumerate() {
        write("names", &number.to_string(), name.as_bytes());
    }
    // A letter for what is done, one for the kind of value, and the value, line by line.
    let event = r#"{"cause":"created","changes":[{"cover":{"before":{"subject":"","period":""},"after":{"subject":"Bank","period":"2026"}}}]}"#;
    let number = |letter: u8| char::from(letter);
    for what in 33_u8..=112 {
        let line = format!("{}e{event}\n~e\n{}eCREATE TABLE x (a)\n", number(what), number(what.wrapping_add(3)));
        write("trede_schema", &what.to_string(), line.as_bytes());
    }
}

/// A whole report on a framework of two parts, signed.
fn report() -> Vec<u8> {
    let text = include_str!("../../assets/skeletons/nl.ron").replacen("id: \"ID\"", "id: \"proef\"", 1);
    let job = ReportJob {
        framework: framework_file::load(text.as_bytes()).expect("the skeleton is good"),
        framework_text: text.into_bytes(),
        exchange: FINDINGS.to_owned(),
        overlay: None,
        is_final: false,
        at: fixture::request(trede::signing::FieldRole::Assessor).at,
        language: Language::Dutch,
    };
    job.make(Some(&fixture::ASSESSOR)).expect("it can be made")
}
