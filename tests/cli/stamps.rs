//! `trede report --stamp` and what `verify` says of it.

use std::path::Path;

use serde_json::json;

use super::desk::{Desk, keys};
use crate::authority::{Authority, Kind, Part, Service, other_question, reply, respond};

/// The example with an identity.
fn desk() -> Desk {
    let mut desk = Desk::with_example();
    desk.environment.push(("SLEUTEL", "wächt€r".into()));
    desk.done(&["identity", "new", "A. Voorbeeld", "--passphrase-env", "ZIN"]);
    desk
}

const REPORT: [&str; 6] = ["report", "a.trede", "--out", "r.pdf", "--passphrase-env", "ZIN"];

/// The key of the second reader, who is never the first.
fn reader() -> String {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/keys/p256-self.p12").display().to_string()
}

fn report(desk: &Desk, more: &[&str]) -> String {
    desk.done(&[&REPORT[..], more].concat())
}

#[test]
fn a_report_with_a_stamp_is_verified_with_the_time_and_the_service() {
    let Some(authority) = Authority::new(Kind::Rsa, "sha256", "sha256") else { return };
    let desk = desk();
    desk.write("dienst.pem", authority.own().to_pem().as_bytes());
    desk.write("stam.pem", authority.root().to_pem().as_bytes());
    let print = authority.own().fingerprint();
    let service = Service::of(authority);
    report(&desk, &["--stamp", &service.address]);
    assert_eq!(service.asked(), 1, "one signature, one question");
    let said = desk.done(&["verify", "r.pdf"]);
    assert!(
        said.contains("Tijdstempel: ") && said.contains("volgens Proef Tijdstempels.") && said.contains(&print),
        "{said}"
    );
    assert!(said.contains("Tijdstempeldienst niet bevestigd: het tijdstempel is gaaf"), "{said}");
    assert!(said.contains("uitgegeven door: Proef Tijdstam"), "{said}");
    desk.done(&["identity", "export", "A. Voorbeeld", "--out", "a.pem"]);
    // A service that nobody confirms is no finding; one on the list is confirmed.
    let signer = desk.done(&["verify", "r.pdf", "--trust", "a.pem"]);
    assert!(
        signer.contains("Ondertekenaar bevestigd") && signer.contains("Tijdstempeldienst niet bevestigd"),
        "{signer}"
    );
    for authority in ["dienst.pem", "stam.pem"] {
        let both = desk.done(&["verify", "r.pdf", "--trust", "a.pem", "--trust", authority]);
        assert!(both.contains("Ondertekenaar bevestigd") && both.contains("Tijdstempeldienst bevestigd."), "{both}");
    }
    // Knowing the service alone does not tell who signed.
    assert!(desk.findings(&["verify", "r.pdf", "--trust", "dienst.pem"]).contains("Tijdstempeldienst bevestigd."));
    let (code, json) = desk.json(&["verify", "r.pdf", "--trust", "a.pem", "--trust", "dienst.pem"]);
    let stamp = &json["signatures"][0]["time_stamp"];
    assert_eq!((code, keys(stamp)), (0, vec!["at", "authority", "confirmed", "fingerprint", "issuers"]));
    assert_eq!((&stamp["authority"], &stamp["fingerprint"]), (&json!("Proef Tijdstempels"), &json!(print)));
    assert_eq!((&stamp["confirmed"], &json["confirmed"]), (&json!(true), &json!(true)));
    assert!(chrono::DateTime::parse_from_rfc3339(stamp["at"].as_str().unwrap()).is_ok());
    let (_, json) = desk.json(&["verify", "r.pdf"]);
    assert_eq!(json["signatures"][0]["time_stamp"]["confirmed"], json!(null));

    // The second reader, without a stamp and with one.
    let first = desk.read("r.pdf");
    let second = reader();
    desk.done(&["sign", "r.pdf", "--p12", &second, "--password-env", "SLEUTEL"]);
    let (_, json) = desk.json(&["verify", "r.pdf"]);
    assert_eq!((&json["intact"], &json["signatures"][1]["time_stamp"]), (&json!(true), &json!(null)));
    desk.write("r.pdf", &first);
    desk.done(&["sign", "r.pdf", "--p12", &second, "--password-env", "SLEUTEL", "--stamp", &service.address]);
    let (_, json) = desk.json(&["verify", "r.pdf"]);
    assert_eq!((&json["intact"], json["signatures"][1]["time_stamp"].is_object()), (&json!(true), true));
    assert_eq!(service.asked(), 2);
}

#[test]
fn without_a_stamp_nothing_is_written_and_the_reason_is_told() {
    let Some(authority) = Authority::new(Kind::P256, "sha256", "sha256") else { return };
    let desk = desk();
    report(&desk, &[]);
    let first = desk.read("r.pdf");
    desk.write("oud.pdf", b"van gisteren");
    let service = Service::start(move |query, stream| {
        let at = ASKED.fetch_add(1, std::sync::atomic::Ordering::SeqCst) / 3 % 6;
        match at {
            0 => respond(stream, "500 Oeps", "", b""),
            1 => respond(stream, "302 Daar", "Location: http://127.0.0.1:9/\r\n", b""),
            2 => respond(stream, "200 OK", "Content-Type: text/html\r\n", b"<p>"),
            3 => reply(stream, b"rommel"),
            4 => reply(stream, &authority.reply(&other_question(query, Part::Nonce))),
            _ => reply(stream, &authority.reply(&other_question(query, Part::Hash))),
        }
    });
    for sentence in [
        "antwoordde met een fout (HTTP 500)",
        "verwijst door naar een ander adres",
        "geen tijdstempeldienst (soort antwoord: text/html)",
        "is niet te lezen",
        "antwoord op een andere vraag",
        "hoort bij een andere handtekening",
    ] {
        // Once as text and once as JSON, then over a file that is there.
        let told = desk.refused(
            &["report", "a.trede", "--out", "n.pdf", "--passphrase-env", "ZIN", "--stamp", &service.address],
            "stamp",
        );
        assert!(
            told.contains(sentence) && told.contains("er is niets geschreven") && told.contains("--no-stamp"),
            "{told}"
        );
        assert!(!desk.path("n.pdf").exists());
        let over = desk.run(&[
            "report",
            "a.trede",
            "--out",
            "oud.pdf",
            "--force",
            "--passphrase-env",
            "ZIN",
            "--stamp",
            &service.address,
        ]);
        assert!(over.code == 2 && over.err.contains(sentence), "{over:?}");
        assert_eq!(desk.read("oud.pdf"), b"van gisteren");
    }
    let gone = "http://127.0.0.1:1/";
    let sign = ["sign", "r.pdf", "--p12", &reader(), "--password-env", "SLEUTEL", "--stamp", gone];
    let told = desk.refused(&sign, "stamp");
    assert!(told.contains("De verbinding met de tijdstempeldienst"), "{told}");
    assert_eq!(desk.read("r.pdf"), first);
    let at = ["report", "a.trede", "--out", "n.pdf", "--passphrase-env", "ZIN", "--stamp"];
    assert!(desk.refused(&[&at[..], &["https://tijd.example/"]].concat(), "stamp").contains("geen https"));
    assert!(
        desk.refused(&[&at[..], &["tijd.example"]].concat(), "stamp").contains("geen adres van een tijdstempeldienst")
    );
    assert_eq!(desk.run(&[&at[..], &[gone, "--unsigned"]].concat()).code, 2);
    assert_eq!(desk.run(&[&at[..], &[gone, "--no-stamp"]].concat()).code, 2);
}

static ASKED: std::sync::atomic::AtomicUsize = std::sync::atomic::AtomicUsize::new(0);

#[test]
fn the_setting_asks_a_service_and_nothing_is_asked_without() {
    let Some(authority) = Authority::new(Kind::P256, "sha256", "sha256") else { return };
    let desk = desk();
    let service = Service::of(authority);
    report(&desk, &[]);
    assert_eq!(desk.json(&["verify", "r.pdf"]).1["signatures"][0]["time_stamp"], json!(null));
    let settings = format!("(time_stamp_url: {:?})", service.address);
    std::fs::create_dir_all(desk.path("home/trede")).unwrap();
    desk.write("home/trede/settings.ron", settings.as_bytes());
    report(&desk, &["--force", "--no-stamp"]);
    desk.done(&["report", "a.trede", "--out", "zonder.pdf", "--unsigned"]);
    desk.done(&["demo", "--out", "demo"]);
    assert_eq!(service.asked(), 0);
    report(&desk, &["--force"]);
    assert_eq!(service.asked(), 1);
    assert!(desk.json(&["verify", "r.pdf"]).1["signatures"][0]["time_stamp"].is_object());
    assert_eq!(service.asked(), 1, "verifying asks nobody");
}
