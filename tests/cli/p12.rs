//! `trede report --p12` and `trede sign --p12`.

use serde_json::json;

use super::desk::Desk;

/// The example with the key files named.
fn desk(files: &[&str]) -> Desk {
    let desk = Desk::with_example();
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/keys");
    for file in files {
        desk.write(file, &std::fs::read(folder.join(file)).unwrap());
    }
    desk
}

#[test]
fn a_report_is_signed_with_two_key_files_and_confirmed_by_their_root() {
    let desk = desk(&["rsa-2048-chain.p12", "rsa-3072-legacy.p12", "root.pem", "small-root.pem"]);
    let report = ["report", "a.trede", "--out", "r.pdf", "--p12", "rsa-2048-chain.p12", "--password-env", "SLEUTEL"];
    desk.signed_by_another(&report);
    desk.done(&["sign", "r.pdf", "--p12", "rsa-3072-legacy.p12", "--password-env", "SLEUTEL"]);
    let out = desk.done(&["verify", "r.pdf", "--trust", "root.pem"]);
    for text in ["RSA (PKCS #1 v1.5), 2048 bits, met SHA-256", "3072 bits", "Voorbeeld Uitgever, Voorbeeld Stam"] {
        assert!(out.contains(text), "{text}: {out}");
    }
    desk.findings(&["verify", "r.pdf", "--trust", "small-root.pem"]);
    let (code, found) = desk.json(&["verify", "r.pdf"]);
    let signature = &found["signatures"][0];
    assert_eq!(code, 0);
    assert_eq!([&signature["algorithm"], &signature["key_bits"]], [&json!("rsa-pkcs1v15-sha256"), &json!(2048)]);
    assert_eq!(signature["issuers"], json!(["Voorbeeld Uitgever", "Voorbeeld Stam"]));
}

#[test]
fn a_key_file_that_cannot_sign_leaves_everything_as_it_was() {
    let files = ["p256-self.p12", "expired-2020.p12", "rsa-1024.p12", "iterations.p12"];
    let desk = desk(&files);
    desk.signed_by_another(&[
        "report",
        "a.trede",
        "--out",
        "r.pdf",
        "--p12",
        "p256-self.p12",
        "--password-env",
        "SLEUTEL",
    ]);
    desk.write("groot.p12", &vec![0x30; 300_000]);
    let before = (desk.names(), desk.read("r.pdf"));
    for (file, variable, code, sentence) in [
        ("p256-self.p12", "ZIN", "p12", "Het wachtwoord is niet juist"),
        ("p256-self.p12", "NERGENS", "usage", "De omgevingsvariabele NERGENS bestaat niet"),
        ("rsa-1024.p12", "SLEUTEL", "p12", "RSA met 1024 bits"),
        ("iterations.p12", "SLEUTEL", "p12", "onredelijk veel rekenwerk"),
        ("expired-2020.p12", "SLEUTEL", "usage", "Oud Papier is verlopen op 31-12-2020"),
        ("groot.p12", "SLEUTEL", "too-large", "groot.p12 is te groot om te lezen"),
        ("a.trede", "SLEUTEL", "p12", "geen PKCS#12-bestand"),
        ("nergens.p12", "SLEUTEL", "missing", "nergens.p12"),
    ] {
        let key = ["--p12", file, "--password-env", variable];
        let told = desk.refused(&[&["report", "a.trede", "--out", "n.pdf"][..], &key].concat(), code);
        assert!(told.contains(sentence) && !told.contains("wächt"), "{told}");
        let told = desk.refused(&[&["sign", "r.pdf"][..], &key].concat(), code);
        assert!(told.contains(sentence), "{told}");
    }
    let needed = desk.refused(&["sign", "r.pdf", "--p12", "p256-self.p12"], "usage");
    assert!(needed.contains("--password-env"), "{needed}");
    for wrong in [["--identity", "A"], ["--passphrase-env", "ZIN"]] {
        let key = ["sign", "r.pdf", "--p12", "p256-self.p12", "--password-env", "SLEUTEL"];
        desk.refused(&[&key[..], &wrong].concat(), "usage");
    }
    assert_eq!((desk.names(), desk.read("r.pdf")), before);
}
