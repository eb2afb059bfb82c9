//! Tokens that misbehave: a module of our own stands between the program and SoftHSM2, and does what it is told.

use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::LazyLock;

use super::commands::{report, report_of_another, with};
use super::fixture::{Card, fixture, softhsm};
use crate::cli::desk::Desk;

/// The module, built once; the compiler is there, or these tests would not be.
static MODULE: LazyLock<(tempfile::TempDir, PathBuf)> = LazyLock::new(|| {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("module.so");
    let compiler = std::env::var_os("RUSTC").unwrap_or_else(|| "rustc".into());
    let output = Command::new(compiler)
        .args(["--edition", "2024", "--crate-type", "cdylib", "-C", "panic=abort", "-o"])
        .arg(&path)
        .arg(fixture("module.rs"))
        .output()
        .unwrap();
    assert!(output.status.success(), "{output:?}");
    (folder, path)
});

pub fn module() -> &'static str {
    MODULE.1.to_str().unwrap()
}

/// A desk at which this goes wrong.
fn desk(card: &Card, fault: &str) -> Desk {
    let mut desk = card.desk();
    let calls = desk.path("home").join("calls");
    std::fs::create_dir_all(desk.path("home")).unwrap();
    desk.environment.extend([
        ("TREDE_TEST_MODULE", softhsm().unwrap().into()),
        ("TREDE_TEST_CALLS", calls.into()),
        ("TREDE_TEST_FOLDER", card.tokens().into()),
        ("TREDE_TEST_FAULT", fault.into()),
    ]);
    desk
}

/// The calls since the last look.
fn calls(desk: &Desk) -> Vec<String> {
    let path = desk.path("home").join("calls");
    let calls = std::fs::read_to_string(&path).unwrap_or_default();
    let _ = std::fs::remove_file(path);
    calls.lines().map(str::to_owned).collect()
}

const LOOKED: [&str; 3] = ["C_Initialize", "C_CloseSession", "C_Finalize"];
const SIGNED: [&str; 6] = ["C_Initialize", "C_Login", "C_SignInit", "C_Logout", "C_CloseSession", "C_Finalize"];

#[test]
fn a_token_is_asked_once_for_each_signature_and_left_as_it_was() {
    let Some(card) = Card::new() else { return };
    let mut desk = desk(&card, "none");
    desk.done(&["token", "list", "--module", module()]);
    assert_eq!(calls(&desk), LOOKED);
    for key in ["Rens Kaart", "Pia Kromme"] {
        desk.signed_by_another(&report(&format!("{key}.pdf"), &with(module(), key)));
        assert_eq!(calls(&desk), [&LOOKED[..], &SIGNED].concat());
    }
    desk.refused(
        &report("n.pdf", &["--token-module", module(), "--token-key", "Pia Kromme", "--pin-env", "FOUT"]),
        "usage",
    );
    let once = [&LOOKED[..], &["C_Initialize", "C_Login", "C_CloseSession", "C_Finalize"]].concat();
    assert_eq!(calls(&desk), [once.clone(), once].concat(), "in words and as JSON; never a second try");
    // What cannot be right is not tried.
    let short = ["--token-module", module(), "--token-key", "Pia Kromme", "--pin-env", "EEN"];
    desk.environment.push(("EEN", "1".into()));
    let told = desk.refused(&report("n.pdf", &short), "token");
    assert!(told.contains("heeft 4 tot 255 tekens"), "{told}");
    assert!(!calls(&desk).contains(&"C_Login".to_owned()));
}

#[test]
fn a_token_that_hashes_itself_or_has_its_pin_typed_on_the_reader_signs_too() {
    let Some(card) = Card::new() else { return };
    let hashes = desk(&card, "hashes itself");
    hashes.signed_by_another(&report("r.pdf", &with(module(), "Rens Kaart")));
    assert!(hashes.done(&["verify", "r.pdf"]).starts_with("Gaaf"));

    let reader = desk(&card, "reader with keys");
    let without_pin = ["--token-module", module(), "--token-key", "Pia Kromme"];
    reader.signed_by_another(&report("r.pdf", &without_pin));
    assert!(reader.done(&["verify", "r.pdf"]).starts_with("Gaaf"));
    assert!(reader.done(&["token", "list", "--module", module()]).contains("Typ de pincode straks op de kaartlezer."));

    // This one wants its PIN for every signature: between the start and the rest.
    let always = desk(&card, "always authenticates");
    always.signed_by_another(&report("r.pdf", &with(module(), "Rens Kaart")));
    assert!(always.done(&["verify", "r.pdf"]).starts_with("Gaaf"));
    let twice = ["C_Initialize", "C_Login", "C_SignInit", "C_Login", "C_Logout", "C_CloseSession", "C_Finalize"];
    assert_eq!(calls(&always), [&LOOKED[..], &twice].concat());
}

#[test]
fn whatever_goes_wrong_on_a_token_is_one_sentence_and_changes_nothing() {
    let Some(card) = Card::new() else { return };
    let mut desk = desk(&card, "none");
    report_of_another(&desk);
    let before = (desk.names(), desk.read("r.pdf"));
    for (fault, key, code, sentence) in [
        ("no token", "Pia Kromme", "token", "De module vindt geen token."),
        ("locked", "Pia Kromme", "token", "De pincode van dit token is geblokkeerd."),
        ("wrong PIN, then locked", "Pia Kromme", "usage", "De pincode van dit token is geblokkeerd."),
        ("wrong PIN, then last try", "Pia Kromme", "usage", "na nog één foute poging wordt het token geblokkeerd"),
        (
            "cannot sign",
            "Pia Kromme",
            "usage",
            "Het token kan niet zo ondertekenen als deze sleutel vraagt (ecdsa-p256-sha256)",
        ),
        (
            "cannot sign",
            "Rens Kaart",
            "usage",
            "Het token kan niet zo ondertekenen als deze sleutel vraagt (rsa-pkcs1v15-sha256)",
        ),
        ("fails when signing", "Pia Kromme", "usage", "Technische melding: C_Sign FunctionFailed."),
        ("rubbish", "Pia Kromme", "usage", "een handtekening die niet klopt"),
        ("rubbish", "Drie Zoë", "usage", "een handtekening die niet klopt"),
        ("nothing", "Pia Kromme", "usage", "een handtekening die niet klopt"),
        ("nothing", "Rens Kaart", "usage", "een handtekening die niet klopt"),
        ("lacks C_SignInit", "Pia Kromme", "usage", "De module mist een functie"),
        ("lacks all", "Pia Kromme", "token", "is geen module voor tokens (PKCS#11), of er ontbreken functies in"),
    ] {
        desk.environment.push(("TREDE_TEST_FAULT", fault.into()));
        let told = desk.refused(&report("n.pdf", &with(module(), key)), code);
        assert!(told.contains(sentence), "{fault}: {told}");
        let answer = desk.run(&[&["sign", "r.pdf"][..], &with(module(), key)].concat());
        assert!(answer.code == 2 && answer.err.contains(sentence), "{fault}: {answer:?}");
        assert_eq!((desk.names(), desk.read("r.pdf")), before, "{fault}");
    }
}

#[test]
fn a_token_that_is_pulled_out_while_signing_leaves_everything_as_it_was() {
    for fault in ["pulled out", "folder lost"] {
        let Some(card) = Card::new() else { return };
        let mut desk = desk(&card, "none");
        report_of_another(&desk);
        let before = (desk.names(), desk.read("r.pdf"));
        desk.environment.push(("TREDE_TEST_FAULT", fault.into()));
        let answer = desk.run(&[&["sign", "r.pdf"][..], &with(module(), "Pia Kromme")].concat());
        assert!(!Path::new(&card.tokens()).exists(), "it was pulled out");
        if fault == "pulled out" {
            assert_eq!(answer.code, 2);
            assert!(answer.err.contains("Het token is niet meer aanwezig. Er is niets ondertekend"), "{answer:?}");
            assert_eq!((desk.names(), desk.read("r.pdf")), before);
        } else if answer.code == 0 {
            // SoftHSM2 had the key in memory already: then what came out is whole.
            assert!(desk.done(&["verify", "r.pdf"]).starts_with("Gaaf"));
        } else {
            assert!(answer.code == 2 && answer.err.contains("niets ondertekend"), "{answer:?}");
            assert_eq!((desk.names(), desk.read("r.pdf")), before);
        }
    }
}

#[test]
fn a_token_that_hangs_is_given_up() {
    let Some(card) = Card::new() else { return };
    let mut desk = desk(&card, "none");
    report_of_another(&desk);
    let before = (desk.names(), desk.read("r.pdf"));
    for (fault, code) in [("hangs at once", "token"), ("hangs when signing", "usage")] {
        desk.environment.push(("TREDE_TEST_FAULT", fault.into()));
        let key = [&with(module(), "Pia Kromme")[..], &["--token-wait", "2"]].concat();
        let told = desk.refused(&report("n.pdf", &key), code);
        assert!(told.contains("gaf binnen 2 seconden geen antwoord"), "{told}");
        assert_eq!((desk.names(), desk.read("r.pdf")), before);
    }
}
