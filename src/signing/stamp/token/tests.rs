//! Stamps of authorities in `tests/fixtures/stamps`, made here: right ones, wrong ones, and every one-bit change.

use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;

use x509_cert::attr::Attribute;

use super::super::query::{self, Query};
use super::super::{ServiceError, StampError, Stamping, TimeStamper, obtain};
use super::*;
use crate::signing::{Password, Signer, cms};

const NOW: &str = "20261123101112Z";
const DIGEST: [u8; 32] = [7; 32];

fn key(folder: &str, name: &str, password: &str) -> Signer {
    let path = format!("{}/tests/fixtures/{folder}/{name}.p12", env!("CARGO_MANIFEST_DIR"));
    Signer::from_p12(&std::fs::read(path).unwrap(), &Password::new(password.to_owned())).unwrap()
}

/// An authority that answers as it is told.
struct Authority {
    key: Signer,
    time: &'static str,
    change: fn(&mut Parts),
    /// Changes the whole message, after it was signed.
    message: fn(&mut SignedData),
    /// The certificates that it sends along; all when empty.
    sends: Vec<Certificate>,
}

fn authority(name: &str) -> Authority {
    Authority { key: key("stamps", name, ""), time: NOW, change: |_| {}, message: |_| {}, sends: Vec::new() }
}

fn attribute(oid: ObjectIdentifier, value: Any) -> Attribute {
    Attribute { oid, values: SetOfVec::try_from(vec![value]).unwrap() }
}

/// The newer way of naming a certificate, without its issuer.
fn named(certificate: &Certificate) -> Any {
    let name = [&[0x30, 0x26, 0x30, 0x24, 0x30, 0x22, 0x04, 0x20][..], &Sha256::digest(certificate.der())].concat();
    Any::from_der(&name).unwrap()
}

impl Authority {
    fn token(&self, query: &[u8]) -> Vec<u8> {
        let query = Query::from_der(query).unwrap();
        let info = Info::answering(&query, self.time).to_der().unwrap();
        let (certificate, issuers) = (self.key.certificate().clone(), self.key.issuers().to_vec());
        let mut parts = Parts {
            pool: Vec::new(),
            signer: SignerIdentifier::IssuerAndSerialNumber(issuer_and_serial(&certificate)),
            hash: SHA_256,
            attributes: SetOfVec::try_from(vec![
                attribute(CONTENT_TYPE, Any::encode_from(&TST_INFO).unwrap()),
                attribute(
                    MESSAGE_DIGEST,
                    Any::encode_from(&OctetString::new(Sha256::digest(&info).to_vec()).unwrap()).unwrap(),
                ),
                attribute(super::super::super::cms::SIGNING_CERTIFICATE_V2, named(&certificate)),
            ])
            .unwrap(),
            algorithm: AlgorithmIdentifierOwned { oid: SHA_256, parameters: None },
            signature: Vec::new(),
            info,
        };
        (self.change)(&mut parts);
        parts.signature = self.key.sign(&parts.attributes.to_der().unwrap()).unwrap();
        let sends = if self.sends.is_empty() { issuers } else { self.sends.clone() };
        let mut content = ContentInfo::from_der(&parts.write(&certificate, &sends).unwrap()).unwrap();
        let mut signed: SignedData = content.content.decode_as().unwrap();
        (self.message)(&mut signed);
        content.content = Any::encode_from(&signed).unwrap();
        content.to_der().unwrap()
    }
}

impl TimeStamper for Authority {
    fn answer(&self, query: &[u8]) -> Result<Vec<u8>, ServiceError> {
        let token = self.token(query);
        let content = [&[0x30, 3, 2, 1, 0][..], &token].concat();
        Ok(Any::new(der::Tag::Sequence, content).unwrap().to_der().unwrap())
    }
}

fn ask(service: &dyn TimeStamper, signature: &[u8]) -> Result<Vec<u8>, StampError> {
    let claimed = DateTime::parse_from_rfc3339("2026-11-23T11:12:00+01:00").unwrap();
    obtain(&Stamping { service, nonce: [9; 16] }, signature, claimed)
}

#[track_caller]
fn refused(authority: &Authority) -> StampProblem {
    match ask(authority, b"signature") {
        Err(StampError::Problem(problem)) => problem,
        other => panic!("{other:?}"),
    }
}

/// A whole message of a signer with a stamp.
fn stamped(signer: &Signer, authority: &Authority) -> Vec<u8> {
    let bare = cms::sign(&DIGEST, signer).unwrap();
    let token = ask(authority, &cms::signature_value(&bare).unwrap()).unwrap();
    let stamped = cms::with_stamp(&bare, Some(&token)).unwrap();
    assert_eq!(cms::with_stamp(&stamped, None).unwrap(), bare);
    assert_eq!(cms::unstamped_length(&stamped), (bare.len(), true));
    assert_eq!(cms::unstamped_length(&bare), (bare.len(), false));
    stamped
}

fn names(checked: &Checked) -> Vec<String> {
    let stamp = checked.stamp.as_ref().unwrap();
    std::iter::once(&stamp.certificate).chain(&stamp.issuers).map(|each| each.name().to_owned()).collect()
}

#[test]
fn a_stamp_keeps_only_certificates_that_something_vouches_for() {
    for (name, kept) in [
        ("rsa", &["Voorbeeld Tijdstempels", "Voorbeeld Tijduitgever", "Voorbeeld Tijdstam"][..]),
        ("rsa-without-root", &["Voorbeeld Tijdstempels"]),
        ("p256", &["Voorbeeld Kleine Tijdstempels", "Voorbeeld Kleine Tijdstam"]),
        ("p256-high-root", &["Voorbeeld Hoge Tijdstempels"]),
    ] {
        let token = ask(&authority(name), b"signature").unwrap();
        let checked = verify(&token, b"signature");
        assert_eq!((checked.problems.as_slice(), names(&checked)), (&[][..], kept.iter().map(|&n| n.into()).collect()));
        assert_eq!(verify(&token, b"other").problems, [StampProblem::Imprint]);
        // The root that was left out still vouches for it.
        let stamp = checked.stamp.unwrap();
        assert!(
            key("stamps", name, "")
                .issuers()
                .iter()
                .next()
                .is_some_and(|one| stamp.is_confirmed_by(std::slice::from_ref(one)))
        );
        assert!(
            !stamp.is_confirmed_by(&[authority("purpose").key.certificate().clone()]) && !stamp.is_confirmed_by(&[])
        );
    }
}

#[test]
fn what_an_authority_adds_is_left_out() {
    let plain = ask(&authority("rsa"), b"signature").unwrap();
    let adds: [fn(&mut SignedData); 5] = [
        |signed| {
            let mut info = signed.signer_infos.0.iter().next().unwrap().clone();
            let more = attribute(CONTENT_TYPE, Any::encode_from(&TST_INFO).unwrap());
            info.unsigned_attrs = Some(SetOfVec::try_from(vec![more]).unwrap());
            signed.signer_infos = SignerInfos::try_from(vec![info]).unwrap();
        },
        |signed| {
            let mut info = signed.signer_infos.0.iter().next().unwrap().clone();
            info.signature_algorithm.oid = ObjectIdentifier::new_unwrap("1.2.840.113549.1.1.1");
            info.digest_alg.parameters = Some(Any::null());
            signed.signer_infos = SignerInfos::try_from(vec![info]).unwrap();
        },
        |signed| {
            let stranger = authority("p256").key.certificate().parsed().clone();
            let set = &mut signed.certificates.as_mut().unwrap().0;
            set.insert(CertificateChoices::Certificate(stranger)).unwrap();
        },
        |signed| {
            let more = AlgorithmIdentifierOwned { oid: SHA_512, parameters: None };
            signed.digest_algorithms.insert(more).unwrap();
        },
        |signed| signed.version = CmsVersion::V5,
    ];
    for (at, message) in adds.into_iter().enumerate() {
        let given = Authority { message, ..authority("rsa") };
        assert_eq!(ask(&given, b"signature").unwrap(), plain, "{at}");
        // As it was given it is not accepted.
        let query = query::write(b"signature", [9; 16]).unwrap();
        assert_eq!(verify(&given.token(&query), b"signature").problems, [StampProblem::Shape], "{at}");
    }
}

#[test]
fn a_wrong_certificate_of_the_authority_is_refused() {
    let name = |name: &str| format!("Voorbeeld {name}");
    assert_eq!(refused(&authority("purpose")), StampProblem::Purpose { name: name("Ander Doel") });
    assert_eq!(refused(&authority("optional")), StampProblem::Purpose { name: name("Vrijblijvend") });
    assert_eq!(refused(&authority("several")), StampProblem::Purpose { name: name("Veel Doelen") });
    let at = "2026-11-23T10:11:12Z".parse().unwrap();
    assert_eq!(refused(&authority("expired")), StampProblem::Period { name: name("Verlopen"), at });
    let stranger = authority("p256").key.certificate().clone();
    let other = Authority { sends: vec![stranger], ..authority("p256-high-root") };
    // Its own certificate is always sent by this authority; one that names another does not sign with that.
    assert!(ask(&other, b"signature").is_ok());
    let unnamed = Authority {
        change: |parts| parts.attributes = without(parts, "1.2.840.113549.1.9.16.2.47"),
        ..authority("p256")
    };
    assert_eq!(refused(&unnamed), StampProblem::NoCertificate);
    let wrong = Authority {
        change: |parts| {
            parts.attributes = without(parts, "1.2.840.113549.1.9.16.2.47");
            let another = named(authority("purpose").key.certificate());
            parts.attributes.insert(attribute(super::super::super::cms::SIGNING_CERTIFICATE_V2, another)).unwrap();
        },
        ..authority("p256")
    };
    assert_eq!(refused(&wrong), StampProblem::NoCertificate);
}

fn without(parts: &Parts, oid: &str) -> SignedAttributes {
    let kept = parts.attributes.iter().filter(|each| each.oid.to_string() != oid).cloned().collect::<Vec<_>>();
    SetOfVec::try_from(kept).unwrap()
}

#[test]
fn a_wrong_statement_or_signature_is_refused() {
    let untied =
        Authority { change: |parts| parts.attributes = without(parts, "1.2.840.113549.1.9.4"), ..authority("p256") };
    assert_eq!(refused(&untied), StampProblem::Statement);
    let kindless =
        Authority { change: |parts| parts.attributes = without(parts, "1.2.840.113549.1.9.3"), ..authority("p256") };
    assert_eq!(refused(&kindless), StampProblem::Statement);
    let altered = Authority { change: |parts| *parts.info.last_mut().unwrap() ^= 1, ..authority("p256") };
    assert_eq!(refused(&altered), StampProblem::Statement);
    let resigned = Authority {
        message: |signed| {
            let mut info = signed.signer_infos.0.iter().next().unwrap().clone();
            let other = authority("expired").key.sign(b"something else").unwrap();
            info.signature = OctetString::new(other).unwrap();
            signed.signer_infos = SignerInfos::try_from(vec![info]).unwrap();
        },
        ..authority("p256")
    };
    assert_eq!(refused(&resigned), StampProblem::Signature);
    let pss = Authority {
        message: |signed| {
            let mut info = signed.signer_infos.0.iter().next().unwrap().clone();
            info.signature_algorithm.oid = ObjectIdentifier::new_unwrap("1.2.840.113549.1.1.10");
            signed.signer_infos = SignerInfos::try_from(vec![info]).unwrap();
        },
        ..authority("rsa")
    };
    assert_eq!(refused(&pss), StampProblem::Algorithm { name: "RSASSA-PSS".into() });
    let late = Authority { time: "20261123102201Z", ..authority("p256") };
    assert!(matches!(refused(&late), StampProblem::Time { .. }));
    assert!(ask(&Authority { time: "20261123102200Z", ..authority("p256") }, b"signature").is_ok());
    assert!(ask(&Authority { time: "20261123100200.5Z", ..authority("p256") }, b"signature").is_ok());
    assert!(matches!(
        refused(&Authority { time: "20261123100159.5Z", ..authority("p256") }),
        StampProblem::Time { .. }
    ));
    assert_eq!(refused(&Authority { time: "2026112310111Z", ..authority("p256") }), StampProblem::Unreadable);
}

#[test]
fn the_other_form_of_the_authoritys_signature_is_brought_into_one() {
    let high = |signed: &mut SignedData| {
        let mut info = signed.signer_infos.0.iter().next().unwrap().clone();
        let low = p256::ecdsa::Signature::from_der(info.signature.as_bytes()).unwrap();
        let high = p256::ecdsa::Signature::from_scalars(low.r(), -*low.s()).unwrap();
        info.signature = OctetString::new(high.to_der().as_bytes()).unwrap();
        signed.signer_infos = SignerInfos::try_from(vec![info]).unwrap();
    };
    let given = Authority { message: high, ..authority("p256") };
    assert_eq!(ask(&given, b"signature"), ask(&authority("p256"), b"signature"));
    let token = given.token(&query::write(b"signature", [9; 16]).unwrap());
    assert_eq!(verify(&token, b"signature").problems, [StampProblem::Signature]);
}

#[test]
fn a_message_with_a_stamp_holds_that_one_stamp_and_nothing_else_beside_it() {
    let signer = key("keys", "p256-self", "wächt€r");
    let message = stamped(&signer, &authority("p256"));
    assert_eq!(cms::verify(&message, &DIGEST).faults, []);
    let faults = |change: fn(&mut SetOfVec<Attribute>)| -> Vec<&'static str> {
        let mut content = ContentInfo::from_der(&message).unwrap();
        let mut signed: SignedData = content.content.decode_as().unwrap();
        let mut info = signed.signer_infos.0.iter().next().unwrap().clone();
        change(info.unsigned_attrs.as_mut().unwrap());
        signed.signer_infos = SignerInfos::try_from(vec![info]).unwrap();
        content.content = Any::encode_from(&signed).unwrap();
        cms::verify(&content.to_der().unwrap(), &DIGEST).faults.iter().map(|fault| fault.code()).collect()
    };
    assert_eq!(faults(|_| {}), [""; 0]);
    assert_eq!(faults(|all| all.insert(attribute(TST_INFO, Any::null())).unwrap()), ["cms-shape"]);
    let twice = |all: &mut SetOfVec<Attribute>| {
        let mut one = all.iter().next().unwrap().clone();
        one.values.insert(Any::from_der(&[4, 1, 0]).unwrap()).unwrap();
        *all = SetOfVec::try_from(vec![one]).unwrap();
    };
    assert!(faults(twice).contains(&"cms-shape"));
    // The stamp of another signature.
    let other = cms::sign(&[8; 32], &signer).unwrap();
    let token = ask(&authority("p256"), &cms::signature_value(&other).unwrap()).unwrap();
    let moved = cms::with_stamp(&message, Some(&token)).unwrap();
    assert_eq!(cms::verify(&moved, &DIGEST).faults, [super::super::super::Fault::Stamp(StampProblem::Imprint)]);
}

/// Changes every byte of a message with a stamp in one bit, another each, or in every bit with `TREDE_SWEEP=all`; gives how many
/// changes there were and which are accepted.
fn every_byte(signer: &Signer, authority: &Authority) -> (usize, Vec<(usize, u8)>) {
    let message = stamped(signer, authority);
    assert_eq!(cms::verify(&message, &DIGEST).faults, []);
    let all = std::env::var("TREDE_SWEEP").is_ok_and(|asked| asked == "all");
    let (next, tried) = (AtomicUsize::new(0), AtomicUsize::new(0));
    let worker = || {
        let (mut damaged, mut accepted) = (message.clone(), Vec::new());
        loop {
            let at = next.fetch_add(1, Ordering::Relaxed);
            if at >= message.len() {
                return accepted;
            }
            for bit in (0..8).filter(|bit| all || usize::from(*bit) == at % 8) {
                tried.fetch_add(1, Ordering::Relaxed);
                damaged[at] ^= 1 << bit;
                if cms::verify(&damaged, &DIGEST).faults.is_empty() {
                    accepted.push((at, bit));
                }
                damaged[at] ^= 1 << bit;
            }
        }
    };
    let threads = thread::available_parallelism().map_or(1, usize::from);
    let accepted = thread::scope(|scope| {
        let workers: Vec<_> = (0..threads).map(|_| scope.spawn(worker)).collect();
        workers.into_iter().flat_map(|worker| worker.join().unwrap()).collect()
    });
    (tried.into_inner(), accepted)
}

#[test]
fn no_byte_of_a_message_with_a_stamp_of_an_rsa_authority_can_be_changed() {
    let (changes, accepted) = every_byte(&key("keys", "rsa-2048-chain", "wächt€r"), &authority("rsa"));
    println!("{changes} changes, {} accepted", accepted.len());
    assert_eq!(accepted, []);
    assert!(changes > 1_000);
}

#[test]
fn no_byte_of_a_message_with_a_stamp_of_a_p256_authority_can_be_changed() {
    let (changes, accepted) = every_byte(&key("keys", "p256-self", "wächt€r"), &authority("p256"));
    println!("{changes} changes, {} accepted", accepted.len());
    assert_eq!(accepted, []);
    assert!(changes > 1_000);
}
