//! The judgement of programs that others made, where they are installed.

use std::path::Path;
use std::process::{Command, Output};

use super::fixture::{ASSESSOR, SECOND_READER, SIGNED_ONCE, SIGNED_TWICE, identity};

/// Runs a program; `None`, said aloud, when it is not installed.
fn run(program: &str, arguments: &[&str], folder: &Path) -> Option<String> {
    match Command::new(program).args(arguments).current_dir(folder).output() {
        Ok(Output { stdout, stderr, .. }) => {
            Some(String::from_utf8_lossy(&stdout).into_owned() + &String::from_utf8_lossy(&stderr))
        }
        Err(error) => {
            println!("skipped: {program}: {error}");
            None
        }
    }
}

fn folder_with_reports() -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    let path = |name: &str| folder.path().join(name);
    std::fs::write(path("once.pdf"), &*SIGNED_ONCE).unwrap();
    std::fs::write(path("twice.pdf"), &*SIGNED_TWICE).unwrap();
    std::fs::write(path("a.pem"), ASSESSOR.certificate().to_pem()).unwrap();
    std::fs::write(path("b.pem"), SECOND_READER.certificate().to_pem()).unwrap();
    assert!(SIGNED_TWICE.len() > SIGNED_ONCE.len());
    folder
}

#[test]
fn pyhanko_accepts_both_signatures() {
    let folder = folder_with_reports();
    if !run("python3", &["-m", "pyhanko", "--version"], folder.path()).is_some_and(|text| text.contains("CLI")) {
        println!("skipped: pyHanko is not installed");
        return;
    }
    let validate = |file| {
        let mut arguments = vec!["-m", "pyhanko", "sign", "validate", "--trust-replace", "--trust", "a.pem"];
        arguments.extend(["--trust", "b.pem", "--validation-time", "claimed", file]);
        run("python3", &arguments, folder.path()).unwrap_or_default()
    };
    let once = validate("once.pdf");
    assert!(once.contains(&format!("{}:INTACT:TRUSTED,UNTOUCHED", ASSESSOR.certificate().fingerprint())), "{once}");
    let twice = validate("twice.pdf");
    assert!(twice.contains("Beoordelaar:") && twice.contains("ACCEPTABLE_MODIFICATIONS"), "{twice}");
    assert!(twice.contains("TweedeLezer:") && twice.contains(":INTACT:TRUSTED,UNTOUCHED"), "{twice}");
}

#[test]
fn pdfsig_accepts_both_signatures() {
    let folder = folder_with_reports();
    for (file, signatures) in [("once.pdf", 1), ("twice.pdf", 2)] {
        let Some(text) = run("pdfsig", &["-nocert", file], folder.path()) else { return };
        assert_eq!(text.matches("Signature Validation: Signature is Valid.").count(), signatures, "{text}");
        assert!(text.contains("Total document signed"), "{text}");
    }
}

#[test]
fn qpdf_finds_no_errors() {
    let folder = folder_with_reports();
    for file in ["once.pdf", "twice.pdf"] {
        let Some(text) = run("qpdf", &["--check", file], folder.path()) else { return };
        assert!(text.contains("No syntax or stream encoding errors") && !text.contains("WARNING"), "{text}");
    }
}

#[test]
fn openssl_opens_the_key_file() {
    let folder = tempfile::tempdir().unwrap();
    std::fs::write(folder.path().join("key.pem"), identity("A").to_pem()).unwrap();
    let open = |password| {
        run("openssl", &["pkey", "-in", "key.pem", "-noout", "-text_pub", "-passin", password], folder.path())
    };
    let Some(text) = open("pass:een lange wachtzin") else { return };
    assert!(text.contains("P-256"), "{text}");
    assert!(!open("pass:een andere zin").unwrap_or_default().contains("P-256"));
}
