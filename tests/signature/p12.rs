//! Signing with keys from PKCS #12 files, and the chains of certificates that come with them.

use std::path::Path;
use std::sync::LazyLock;

use chrono::DateTime;
use proptest::prelude::*;
use trede::signing::{
    Certificate, CertificateProblem, FieldRole, KeyFault, KeyKind, P12Error, Password, SignError, SignRequest, Signer,
    inspect, sign,
};

use super::fixture::{ASSESSOR, SIGNED_ONCE, assert_refused, request, unsigned};

const PASSWORD: &str = "wächt€r";

fn fixture(name: &str) -> Vec<u8> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/keys");
    std::fs::read(folder.join(name)).unwrap()
}

fn certificate(name: &str) -> Certificate {
    Certificate::from_pem(&String::from_utf8(fixture(name)).unwrap()).unwrap()
}

fn opened(file: &[u8]) -> Result<Signer, P12Error> {
    Signer::from_p12(file, &Password::new(PASSWORD.to_owned()))
}

#[track_caller]
fn signer(name: &str) -> Signer {
    opened(&fixture(&format!("{name}.p12"))).unwrap()
}

#[track_caller]
fn refusal(name: &str) -> P12Error {
    opened(&fixture(&format!("{name}.p12"))).expect_err(name)
}

static SIGNED_BY_RSA: LazyLock<Vec<u8>> =
    LazyLock::new(|| sign(&unsigned(), &request(FieldRole::Assessor), &signer("rsa-2048-without-root")).unwrap());

#[test]
fn keys_of_every_kind_and_protection_sign_with_their_whole_chain() {
    let (stem, issuer) = ("Voorbeeld Stam", "Voorbeeld Uitgever");
    let small = "Voorbeeld Kleine Stam";
    for (file, kind, issuers) in [
        ("rsa-2048-chain", KeyKind::Rsa { bits: 2048 }, vec![issuer, stem]),
        ("rsa-2048-without-root", KeyKind::Rsa { bits: 2048 }, vec![issuer]),
        ("rsa-3072-legacy", KeyKind::Rsa { bits: 3072 }, vec![issuer, stem]),
        ("rsa-4096-sha512-mac", KeyKind::Rsa { bits: 4096 }, vec![issuer, stem]),
        ("p256-chain", KeyKind::P256, vec![small]),
        ("p256-self", KeyKind::P256, vec![]),
        ("no-password-protection", KeyKind::P256, vec![]),
        ("wide-chain", KeyKind::Rsa { bits: 2048 }, vec!["Voorbeeld Brede Uitgever", stem]),
    ] {
        let signer = signer(file);
        assert_eq!(signer.kind(), kind, "{file}");
        assert_eq!(signer.issuers().iter().map(Certificate::name).collect::<Vec<_>>(), issuers, "{file}");
        let once = sign(&unsigned(), &request(FieldRole::Assessor), &signer).unwrap();
        let inspection = inspect(&once);
        assert_eq!(inspection.all_faults(), [], "{file}");
        let signature = &inspection.signatures[0];
        assert_eq!(signature.certificate.as_ref(), Some(signer.certificate()));
        assert_eq!(signature.issuers, signer.issuers());
        let twice = sign(&once, &request(FieldRole::SecondReader), &ASSESSOR).unwrap();
        assert!(inspect(&twice).is_intact() && twice.starts_with(&once), "{file}");
    }
}

#[test]
fn only_a_chain_that_does_not_fit_gets_a_larger_place() {
    let small = sign(&unsigned(), &request(FieldRole::Assessor), &signer("rsa-4096-sha512-mac")).unwrap();
    let wide = sign(&unsigned(), &request(FieldRole::Assessor), &signer("wide-chain")).unwrap();
    assert!(small.len() < SIGNED_ONCE.len() + 100, "{} {}", small.len(), SIGNED_ONCE.len());
    assert!(wide.len() > small.len() + 20_000, "{} {}", wide.len(), small.len());
    let error = sign(&unsigned(), &request(FieldRole::Assessor), &signer("too-wide")).unwrap_err();
    assert!(matches!(error, SignError::ChainTooLarge { max: 16_384, .. }), "{error}");
}

#[test]
fn a_signer_is_confirmed_by_any_certificate_of_the_chain_and_by_no_other() {
    let inspection = inspect(&SIGNED_BY_RSA);
    let signature = &inspection.signatures[0];
    let leaf = signature.certificate.clone().unwrap();
    let (root, other) = (certificate("root.pem"), certificate("small-root.pem"));
    for trusted in [leaf, signature.issuers[0].clone(), root] {
        assert!(inspection.is_confirmed_by(&[other.clone(), trusted]));
    }
    // A person who issues certificates is no authority, and another certificate of the same signer is not his.
    for stranger in [other, ASSESSOR.certificate().clone(), signer("rsa-3072-legacy").certificate().clone()] {
        assert!(!inspection.is_confirmed_by(&[stranger]));
    }
    assert!(!inspection.is_confirmed_by(&[]));
}

/// Where the digits of the signature stand, and the message in them.
fn contents(pdf: &[u8]) -> (usize, Vec<u8>) {
    let start = pdf.windows(10).rposition(|window| window == b"/Contents<").unwrap() + 10;
    let end = start + pdf[start..].iter().position(|byte| *byte == b'>').unwrap();
    let digits = std::str::from_utf8(&pdf[start..end]).unwrap();
    let bytes: Vec<u8> =
        (0..digits.len()).step_by(2).map(|at| u8::from_str_radix(&digits[at..at + 2], 16).unwrap()).collect();
    let length = 4 + usize::from(bytes[2]) * 256 + usize::from(bytes[3]);
    assert_eq!(bytes[..2], [0x30, 0x82], "a long sequence");
    (start, bytes[..length].to_vec())
}

#[test]
fn no_bit_of_an_rsa_signature_and_its_chain_can_be_changed() {
    let pdf = &*SIGNED_BY_RSA;
    let (start, message) = contents(pdf);
    assert!(message.len() > 2400, "{}", message.len());
    // Every third byte of the message; and a sample of the rest of the file.
    for at in (0..message.len()).step_by(3) {
        let mut damaged = pdf.clone();
        let byte = format!("{:02x}", message[at] ^ (1 << (at / 3 % 8)));
        damaged[start + 2 * at..start + 2 * at + 2].copy_from_slice(byte.as_bytes());
        assert!(!inspect(&damaged).is_intact(), "byte {at} of the message may be changed");
    }
    for at in (0..pdf.len()).step_by(71) {
        let mut damaged = pdf.clone();
        damaged[at] ^= 1 << (at % 8);
        assert!(!inspect(&damaged).is_intact(), "byte {at} of the file may be changed");
    }
}

#[test]
fn a_certificate_that_is_not_valid_is_named_with_its_end() {
    let at =
        |time: &str| SignRequest { at: DateTime::parse_from_rfc3339(time).unwrap(), ..request(FieldRole::Assessor) };
    let refused = |file: &str, time: &str| sign(&unsigned(), &at(time), &signer(file)).unwrap_err();
    let old = refused("expired-2020", "2026-11-23T10:00:00Z");
    assert!(matches!(&old, SignError::CertificatePeriod { name, .. } if name == "Oud Papier"), "{old}");
    let early = refused("not-yet-2098", "2026-11-23T10:00:00Z");
    assert!(matches!(&early, SignError::CertificatePeriod { name, .. } if name == "Veel Later"), "{early}");
    // The certificate itself was valid then, that of its issuer was not.
    let issuer = refused("expired-2020", "2019-11-23T10:00:00Z");
    assert!(
        matches!(&issuer, SignError::CertificatePeriod { name, .. } if name == "Voorbeeld Kleine Stam"),
        "{issuer}"
    );
}

#[test]
fn what_is_wrong_with_a_file_is_told_apart() {
    let wrong = Signer::from_p12(&fixture("rsa-2048-chain.p12"), &Password::new("wachter".to_owned()));
    assert_eq!(wrong.unwrap_err(), P12Error::WrongPassword);
    let wrong = Signer::from_p12(&fixture("rsa-3072-legacy.p12"), &Password::new(String::new()));
    assert_eq!(wrong.unwrap_err(), P12Error::WrongPassword);
    assert_eq!(refusal("iterations"), P12Error::TooMuchWork);
    assert_eq!(refusal("no-key"), P12Error::NoKey);
    assert_eq!(refusal("no-certificate"), P12Error::NoCertificate);
    assert_eq!(refusal("rsa-1024"), P12Error::Key(KeyFault::Weak { bits: 1024 }));
    for (file, name) in [("p384", "P-384"), ("ed25519", "Ed25519"), ("rsa-exponent-3", "RSA (e ≠ 65537)")] {
        assert_eq!(refusal(file), P12Error::Key(KeyFault::Unsupported { name: name.to_owned() }));
    }
    for (file, about, problem) in [
        ("sha1", "Zwakke Hash", CertificateProblem::WeakSignature { name: "SHA-1" }),
        ("md5", "Zwakkere Hash", CertificateProblem::WeakSignature { name: "MD5" }),
        ("key-usage", "Alleen Sleutels", CertificateProblem::KeyUsage),
        ("issuer-is-no-authority", "Jip Kromme", CertificateProblem::NotAnAuthority),
        ("wrong-issuer", "Verkeerde Stam", CertificateProblem::Signature),
    ] {
        assert_eq!(refusal(file), P12Error::Certificate { name: about.to_owned(), problem });
    }
    let large = vec![0x30; trede::signing::MAX_P12_BYTES + 1];
    assert!(matches!(opened(&large), Err(P12Error::TooLarge { .. })));
    for broken in
        [&b""[..], b"%PDF-1.7", b"\x30\x80\0\0", &fixture("p256-chain.p12")[..900], b"-----BEGIN CERTIFICATE-----"]
    {
        assert_eq!(opened(broken).unwrap_err(), P12Error::Unreadable);
    }
}

/// The inside of the value at the start of `bytes`, and what follows it.
fn value(bytes: &[u8]) -> (&[u8], &[u8]) {
    let (head, length) = match bytes[1] {
        short @ 0..=0x7f => (2, usize::from(short)),
        0x81 => (3, usize::from(bytes[2])),
        _ => (4, usize::from(bytes[2]) * 256 + usize::from(bytes[3])),
    };
    (&bytes[head..head + length], &bytes[head + length..])
}

fn wrapped(tag: u8, content: &[u8]) -> Vec<u8> {
    let length = u16::try_from(content.len()).unwrap().to_be_bytes();
    [&[tag, 0x82, length[0], length[1]], content].concat()
}

/// The parts of a file without protection: its certificates, then its key.
fn parts(name: &str) -> [Vec<u8>; 2] {
    let file = fixture(name);
    let (_, content) = value(&file[..]).0.split_at(3);
    let (_, explicit) = {
        let (oid, rest) = value(value(content).0);
        (oid, rest)
    };
    let safes = value(value(value(explicit).0).0).0;
    let (_, second) = value(safes);
    [safes[..safes.len() - second.len()].to_vec(), second.to_vec()]
}

fn file_of(parts: &[&[u8]]) -> Vec<u8> {
    let safes = wrapped(0x30, &parts.concat());
    let explicit = wrapped(0xa0, &wrapped(0x04, &safes));
    let data = [&b"\x06\x09\x2a\x86\x48\x86\xf7\x0d\x01\x07\x01"[..], &explicit].concat();
    wrapped(0x30, &[&b"\x02\x01\x03"[..], &wrapped(0x30, &data)].concat())
}

#[test]
fn the_one_key_with_a_certificate_is_taken_and_two_are_not_guessed_between() {
    let [own_certificate, own_key] = parts("no-password-protection.p12");
    let [other_certificate, other_key] = parts("other.p12");
    let (own, other) = ("Eigen Beheer".to_owned(), "Mees Ander".to_owned());
    let taken = opened(&file_of(&[&own_certificate, &other_key, &own_key])).unwrap();
    assert_eq!(taken.certificate().name(), own);
    let doubled = opened(&file_of(&[&own_certificate, &own_key, &own_certificate, &own_key])).unwrap();
    assert_eq!(doubled.certificate().name(), own);
    let several = opened(&file_of(&[&own_certificate, &own_key, &other_certificate, &other_key]));
    assert_eq!(several.unwrap_err(), P12Error::Several { names: vec![own, other] });
    assert_eq!(opened(&file_of(&[&own_certificate, &other_key])).unwrap_err(), P12Error::KeyMismatch);
}

#[test]
fn a_file_with_a_code_is_refused_after_any_damage() {
    let file = fixture("p256-self.p12");
    assert!(opened(&file).is_ok());
    for at in (0..file.len()).step_by(19) {
        let mut damaged = file.clone();
        damaged[at] ^= 1 << (at % 8);
        assert!(opened(&damaged).is_err(), "byte {at}");
    }
    // Without a code not everything shows, but the key and its certificate still belong together.
    let file = fixture("no-password-protection.p12");
    let mut refused = 0;
    for at in 0..file.len() {
        let mut damaged = file.clone();
        damaged[at] ^= 1 << (at % 8);
        match opened(&damaged) {
            Ok(signer) => assert_eq!(signer.certificate().key_kind(), Some(KeyKind::P256), "byte {at}"),
            Err(_) => refused += 1,
        }
    }
    assert!(refused > file.len() / 2, "{refused} of {}", file.len());
}

proptest! {
    #[test]
    fn any_bytes_are_refused(bytes in proptest::collection::vec(any::<u8>(), 0..200)) {
        prop_assert!(opened(&bytes).is_err());
    }
}

#[test]
fn a_changed_report_is_not_confirmed_by_an_issuer() {
    let mut changed = SIGNED_BY_RSA.clone();
    let at = changed.windows(7).rposition(|window| window == b"/Reason").unwrap() + 9;
    changed[at] ^= 1;
    assert!(!assert_refused(&changed, "digest").signatures[0].is_confirmed_by(&[certificate("root.pem")]));
}
