//! `trede token list`, `trede report --token-module` and `trede sign --token-module`, with a token that behaves.

use std::path::Path;
use std::process::Command;

use serde_json::json;

use super::fixture::{Card, certificate, fixture, softhsm};
use crate::cli::desk::Desk;

/// The arguments for a key on the token.
pub fn with<'a>(module: &'a str, key: &'a str) -> Vec<&'a str> {
    vec!["--token-module", module, "--token-key", key, "--pin-env", "PINCODE"]
}

/// A report that somebody else has signed, with a key from a file: a second reader is never the first.
pub fn report_of_another(desk: &Desk) {
    let key = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/keys/p256-self.p12").display().to_string();
    desk.signed_by_another(&["report", "a.trede", "--out", "r.pdf", "--p12", &key, "--password-env", "SLEUTEL"]);
}

pub fn report<'a>(out: &'a str, key: &[&'a str]) -> Vec<&'a str> {
    [&["report", "a.trede", "--out", out], key].concat()
}

#[test]
fn a_token_and_its_certificates_are_listed_without_a_pin() {
    let Some(card) = Card::new() else { return };
    card.add_token("Leeg");
    let desk = card.desk();
    let module = softhsm().unwrap().display().to_string();
    let out = desk.done(&["token", "list", "--module", &module]);
    for text in [
        "Proefkaart  serienummer ",
        "  Er staat geen certificaat op waarmee kan worden ondertekend.",
        &format!("  Pia Kromme  sha256 {}\n    ECDSA P-256", certificate("p256").fingerprint()),
        "Drie Zoë",
        "Het certificaat van Rens Kaart kan niet worden gebruikt: het is niet bedoeld om mee te ondertekenen.",
        "Oude Kaart",
        "RSA (PKCS #1 v1.5), 2048 bits, met SHA-256; geldig tot en met 01-01-2100",
    ] {
        assert!(out.contains(text) || out.contains(&text.replace("01-01-2100", "31-12-2099")), "{text}: {out}");
    }
    assert!(!out.contains("Kaartstam"), "an issuer signs nothing: {out}");
    let (code, found) = desk.json(&["token", "list", "--module", &module]);
    assert_eq!(code, 0);
    let tokens = found["tokens"].as_array().unwrap();
    assert_eq!(tokens.len(), 2);
    let token = tokens.iter().find(|token| token["label"] == "Proefkaart").unwrap();
    let pia = token["certificates"].as_array().unwrap().iter().find(|each| each["name"] == "Pia Kromme").unwrap();
    assert_eq!([&pia["algorithm"], &pia["key_bits"]], [&json!("ecdsa-p256-sha256"), &json!(256)]);
    assert_eq!(pia["fingerprint"], certificate("p256").fingerprint());
    let english = desk.done(&["token", "list", "--module", &module, "--lang", "en"]);
    assert!(english.contains("serial number"), "{english}");
}

#[test]
fn every_kind_of_key_signs_as_assessor_and_as_second_reader() {
    let Some(card) = Card::new() else { return };
    let desk = card.desk();
    let module = softhsm().unwrap().display().to_string();
    let print = certificate("p256").fingerprint();
    for file in ["root.pem", "p256.pem"] {
        std::fs::copy(fixture(file), desk.path(file)).unwrap();
    }
    for (first, second, sentence) in [
        ("Rens Kaart", &print[..12], "RSA (PKCS #1 v1.5), 2048 bits"),
        ("Drie Zoë", "Rens Kaart", "RSA (PKCS #1 v1.5), 3072 bits"),
        ("Pia Kromme", "Drie Zoë", "ECDSA P-256, 256 bits"),
    ] {
        let pdf = format!("{first}.pdf");
        desk.signed_by_another(&report(&pdf, &with(&module, first)));
        let once = desk.read(&pdf);
        let out = desk.done(&["verify", &pdf]);
        assert!(out.starts_with("Gaaf") && out.contains(sentence) && out.contains(first), "{out}");
        desk.done(&[&["sign", &pdf][..], &with(&module, second)].concat());
        let twice = desk.read(&pdf);
        assert!(twice.starts_with(&once) && twice.len() > once.len());
        let out = desk.done(&["verify", &pdf]);
        assert!(out.starts_with("Gaaf") && out.contains("tweede lezer"), "{out}");
        judged_by_others(&desk, &pdf);
    }
    // Rens was issued by the root, which stands on the token; it goes along as his issuer.
    let out = desk.done(&["verify", "Rens Kaart.pdf", "--trust", "root.pem", "--trust", "p256.pem"]);
    assert!(out.contains("Uitgegeven door: Kaartstam"), "{out}");
}

/// pdfsig and pyHanko, where they are installed.
fn judged_by_others(desk: &Desk, pdf: &str) {
    let run = |program: &str, arguments: &[&str]| {
        let output = Command::new(program).args(arguments).current_dir(desk.folder.path()).output().ok()?;
        Some(String::from_utf8_lossy(&output.stdout).into_owned() + &String::from_utf8_lossy(&output.stderr))
    };
    match run("pdfsig", &["-nocert", pdf]) {
        Some(text) => assert_eq!(text.matches("Signature Validation: Signature is Valid.").count(), 2, "{text}"),
        None => println!("skipped: pdfsig is not installed"),
    }
    if !run("python3", &["-m", "pyhanko", "--version"]).is_some_and(|text| text.contains("CLI")) {
        println!("skipped: pyHanko is not installed");
        return;
    }
    let trust: Vec<String> = ["root", "rsa-3072", "p256"]
        .iter()
        .flat_map(|name| ["--trust".to_owned(), fixture(&format!("{name}.pem")).display().to_string()])
        .collect();
    let mut arguments = vec!["-m", "pyhanko", "sign", "validate", "--trust-replace"];
    arguments.extend(trust.iter().map(String::as_str));
    arguments.extend(["--validation-time", "claimed", pdf]);
    let text = run("python3", &arguments).unwrap();
    assert!(text.contains("Beoordelaar:") && text.contains("ACCEPTABLE_MODIFICATIONS"), "{text}");
    assert!(text.contains("TweedeLezer:") && text.contains(":INTACT:TRUSTED,UNTOUCHED"), "{text}");
}

#[test]
fn what_is_not_clear_or_not_there_is_refused_by_name() {
    let Some(card) = Card::new() else { return };
    let desk = card.desk();
    let module = softhsm().unwrap().display().to_string();
    report_of_another(&desk);
    card.add_token("Leeg");
    let before = (desk.names(), desk.read("r.pdf"));
    let on = |token, key, pin| vec!["--token-module", &module, "--token", token, "--token-key", key, "--pin-env", pin];
    for (key, code, sentence) in [
        (with(&module, "Pia Kromme"), "token", "Er is meer dan één token: "),
        (on("Nergens", "Pia Kromme", "PINCODE"), "token", "naam of het serienummer Nergens. Gevonden: "),
        (on("Leeg", "Pia Kromme", "PINCODE"), "token", "Op Leeg staat geen certificaat"),
        (on("Proefkaart", "Niemand", "PINCODE"), "token", "naam of vingerafdruk Niemand. Gevonden: Andere Sleutel ("),
        (
            on("Proefkaart", "Twee Keer", "PINCODE"),
            "token",
            "Er staat meer dan één certificaat op het token: Twee Keer (",
        ),
        (on("Proefkaart", "Zonder Sleutel", "PINCODE"), "usage", "Zonder Sleutel staat geen sleutel op het token"),
        (on("Proefkaart", "Andere Sleutel", "PINCODE"), "usage", "een handtekening die niet klopt"),
        (on("Proefkaart", "Oude Kaart", "PINCODE"), "usage", "Oude Kaart is verlopen op 31-12-2020"),
        (on("Proefkaart", "Pia Kromme", "FOUT"), "usage", "De pincode is niet juist"),
        (on("Proefkaart", "Pia Kromme", "ZIN"), "usage", "De pincode is niet juist"),
        (on("Proefkaart", "Pia Kromme", "LEEG"), "token", "vraagt een pincode"),
        (on("Proefkaart", "Pia Kromme", "NERGENS"), "usage", "De omgevingsvariabele NERGENS bestaat niet"),
    ] {
        let told = desk.refused(&report("n.pdf", &key), code);
        assert!(told.contains(sentence) && !told.contains("654321"), "{told}");
        let told = desk.refused(&[&["sign", "r.pdf"][..], &key].concat(), code);
        assert!(told.contains(sentence), "{told}");
    }
    let encryption = certificate("encryption").fingerprint();
    let told = desk.refused(&report("n.pdf", &on("Proefkaart", &encryption, "PINCODE")), "token");
    assert!(told.contains("niet bedoeld om mee te ondertekenen"), "{told}");
    let needed = ["sign", "r.pdf", "--token-module", &module, "--token", "Proefkaart", "--token-key", "Pia Kromme"];
    let told = desk.refused(&needed, "usage");
    assert!(told.contains("--pin-env"), "{told}");
    assert_eq!((desk.names(), desk.read("r.pdf")), before);
}

#[test]
fn a_token_that_went_between_listing_and_signing_is_missed() {
    let Some(card) = Card::new() else { return };
    let desk = card.desk();
    let module = softhsm().unwrap().display().to_string();
    report_of_another(&desk);
    let before = (desk.names(), desk.read("r.pdf"));
    assert!(desk.done(&["token", "list", "--module", &module]).contains("Proefkaart"));
    std::fs::remove_dir_all(card.tokens()).unwrap();
    std::fs::create_dir(card.tokens()).unwrap();
    for arguments in
        [report("n.pdf", &with(&module, "Pia Kromme")), [&["sign", "r.pdf"][..], &with(&module, "Pia Kromme")].concat()]
    {
        let told = desk.refused(&arguments, "token");
        assert!(told.contains("De module vindt geen token"), "{told}");
    }
    assert!(desk.done(&["token", "list", "--module", &module]).contains("De module vindt geen token"));
    std::fs::remove_dir_all(card.tokens()).unwrap();
    let told = desk.refused(&report("n.pdf", &with(&module, "Pia Kromme")), "token");
    assert!(told.contains("Het token meldt een fout"), "{told}");
    assert_eq!((desk.names(), desk.read("r.pdf")), before);
}

#[test]
fn what_is_no_module_is_refused_and_no_name_is_looked_for() {
    let desk = Desk::with_example();
    desk.write("tekst.so", b"geen bibliotheek");
    let before = desk.names();
    let program = env!("CARGO_BIN_EXE_trede-cli");
    for (module, sentence) in [
        ("tekst.so", "De module tekst.so kan niet worden geladen"),
        ("a.trede", "De module a.trede kan niet worden geladen"),
        ("nergens.so", "De module nergens.so kan niet worden geladen"),
        (".", "De module . kan niet worden geladen"),
        // A bare name that the system would find in its own folders.
        ("libc.so.6", "De module libc.so.6 kan niet worden geladen"),
        ("libsofthsm2.so", "De module libsofthsm2.so kan niet worden geladen"),
        (program, " kan niet worden geladen"),
    ] {
        for arguments in [
            vec!["token", "list", "--module", module],
            report("n.pdf", &["--token-module", module, "--pin-env", "ZIN"]),
        ] {
            let told = desk.refused(&arguments, "token");
            assert!(told.contains(sentence) && told.trim_end().ends_with('.'), "{told}");
        }
    }
    let libraries = ["/lib/x86_64-linux-gnu/libz.so.1", "/lib/x86_64-linux-gnu/libm.so.6", "/usr/lib/libm.so.6"];
    let Some(library) = libraries.iter().find(|path| std::path::Path::new(path).exists()) else {
        println!("skipped: no other library found");
        return;
    };
    let told = desk.refused(&["token", "list", "--module", library], "token");
    assert!(told.contains("is geen module voor tokens"), "{told}");
    assert_eq!(desk.names(), before);
}

#[test]
fn a_key_is_on_a_token_or_somewhere_else() {
    let desk = Desk::with_example();
    for other in [["--identity", "A"], ["--p12", "a.p12"], ["--passphrase-env", "ZIN"]] {
        let key = ["--token-module", "m.so"];
        desk.refused(&[&report("n.pdf", &key)[..], &other].concat(), "usage");
        desk.refused(&[&["sign", "r.pdf"][..], &key, &other].concat(), "usage");
    }
    for alone in [["--token", "A"], ["--token-key", "A"], ["--pin-env", "ZIN"], ["--token-wait", "9"]] {
        for others in [&[][..], &["--unsigned"], &["--p12", "a.p12"], &["--identity", "A"]] {
            desk.refused(&report("n.pdf", &[&alone, others].concat()), "usage");
        }
    }
    desk.refused(&report("n.pdf", &["--unsigned", "--token-module", "m.so"]), "usage");
    desk.refused(&report("n.pdf", &["--token-module", "m.so", "--token-wait", "0"]), "usage");
    assert_eq!(desk.names(), ["a.trede", "voorbeeld.ron"]);
}
