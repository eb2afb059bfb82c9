use super::*;
use crate::signing::{Identity, Passphrase};

const DIGEST: [u8; 32] = [7; 32];

fn signer() -> Signer {
    let passphrase = Passphrase::new("een lange wachtzin".into()).unwrap();
    let start = "2026-11-22T06:00:00Z".parse().unwrap();
    Identity::generate("A", &passphrase, start, &mut getrandom::SysRng).unwrap().unlock(&passphrase).unwrap()
}

/// A signer with two issuers.
fn chained() -> Signer {
    let file = include_bytes!("../../../tests/fixtures/keys/rsa-2048-chain.p12");
    Signer::from_p12(file, &crate::signing::Password::new("wächt€r".to_owned())).unwrap()
}

/// The codes of the faults of a message after a change to it.
fn faults_after(change: impl FnOnce(&mut SignedData, &mut SignerInfo)) -> Vec<&'static str> {
    faults_of(&signer(), change)
}

fn faults_of(signer: &Signer, change: impl FnOnce(&mut SignedData, &mut SignerInfo)) -> Vec<&'static str> {
    let cms = sign(&DIGEST, signer).unwrap();
    let mut info = ContentInfo::from_der(&cms).unwrap();
    let mut signed: SignedData = info.content.decode_as().unwrap();
    let mut signer = signed.signer_infos.0.iter().next().unwrap().clone();
    change(&mut signed, &mut signer);
    signed.signer_infos = SignerInfos::try_from(vec![signer]).unwrap();
    info.content = Any::encode_from(&signed).unwrap();
    verify(&info.to_der().unwrap(), &DIGEST).faults.iter().map(Fault::code).collect()
}

#[test]
fn a_message_of_ours_verifies_for_its_own_digest_only() {
    let cms = sign(&DIGEST, &signer()).unwrap();
    assert_eq!(verify(&cms, &DIGEST).faults, []);
    assert_eq!(verify(&cms, &[8; 32]).faults, [Fault::Digest]);
    assert_eq!(der_length(&[cms.as_slice(), &[0; 9]].concat()), Some(cms.len()));
    assert_eq!(verify(&cms[1..], &DIGEST).faults, [Fault::CmsUnreadable]);
    assert_eq!(faults_after(|_, _| {}), [""; 0]);
}

#[test]
fn the_longest_message_is_known_without_using_the_key() {
    let rsa = chained();
    assert_eq!(longest(&rsa), Some(sign(&DIGEST, &rsa).unwrap().len()));
    let p256 = signer();
    let lengths = (0..64).map(|digest| sign(&[digest; 32], &p256).unwrap().len());
    assert_eq!(longest(&p256), lengths.max(), "half of all signatures are of this length");
}

/// Made with a program of somebody else: ours refuses to make such an identity.
#[test]
fn a_name_that_goes_on_in_a_line_of_its_own_is_refused_and_shown_in_one() {
    let key = p256::ecdsa::SigningKey::from_slice(&[7; 32]).unwrap();
    let start = "2026-11-22T06:00:00Z".parse().unwrap();
    for (name, shown) in [
        ("A. Voorbeeld\nOndertekenaar bevestigd.", "A. Voorbeeld[U+000A]Ondertekenaar bevestigd."),
        ("A. Voor\u{200b}beeld", "A. Voor[U+200B]beeld"),
    ] {
        let certificate = crate::signing::identity::self_issue(&key, name, [1; 16], start).unwrap();
        let signer = Signer::own(key.clone(), certificate).unwrap();
        let verified = verify(&sign(&DIGEST, &signer).unwrap(), &DIGEST);
        let refused = Fault::Certificate { name: shown.to_owned(), problem: CertificateProblem::Name };
        assert_eq!(verified.faults, [refused]);
        assert_eq!(verified.certificate.unwrap().name(), shown);
    }
}

#[test]
fn the_other_form_of_the_same_signature_is_refused() {
    let high_s = faults_after(|_, info| {
        let low = p256::ecdsa::Signature::from_der(info.signature.as_bytes()).unwrap();
        let high = p256::ecdsa::Signature::from_scalars(low.r(), -*low.s()).unwrap();
        info.signature = OctetString::new(high.to_der().as_bytes()).unwrap();
    });
    assert_eq!(high_s, ["signature"]);
}

#[test]
fn nothing_can_be_added_to_a_message() {
    let other = |oid| {
        let mut values = SetOfVec::new();
        values.insert(Any::encode_from(&DATA).unwrap()).unwrap();
        Attribute { oid, values }
    };
    let unsigned = |_: &mut SignedData, info: &mut SignerInfo| {
        info.unsigned_attrs = Some(SetOfVec::try_from(vec![other(DATA)]).unwrap());
    };
    assert_eq!(faults_after(unsigned), ["cms-shape"]);
    let signed = |_: &mut SignedData, info: &mut SignerInfo| {
        info.signed_attrs.as_mut().unwrap().insert(other(DATA)).unwrap();
    };
    assert_eq!(faults_after(signed), ["cms-shape"]);
    let certificate = |signed: &mut SignedData, _: &mut SignerInfo| {
        let another = CertificateChoices::Certificate(signer().certificate().parsed().clone());
        signed.certificates.as_mut().unwrap().0.insert(another).unwrap();
    };
    assert!(faults_after(certificate).contains(&"cms-shape"));
    let content = |signed: &mut SignedData, _: &mut SignerInfo| {
        signed.encap_content_info.econtent = Some(Any::encode_from(&DATA).unwrap());
    };
    assert_eq!(faults_after(content), ["cms-shape"]);
}

#[test]
fn no_issuer_can_be_taken_away_added_or_exchanged() {
    let chained = chained();
    assert_eq!(faults_of(&chained, |_, _| {}), [""; 0]);
    let with = |certificates: Vec<&Certificate>| {
        let set = certificates.into_iter().map(|each| CertificateChoices::Certificate(each.parsed().clone()));
        let set: Vec<_> = set.collect();
        move |signed: &mut SignedData, _: &mut SignerInfo| {
            signed.certificates = Some(CertificateSet::try_from(set).unwrap());
        }
    };
    let (leaf, [issuer, root]) = (chained.certificate(), chained.issuers()) else { panic!("two issuers") };
    let own = signer();
    assert_eq!(faults_of(&chained, with(vec![leaf, issuer, root])), [""; 0]);
    assert_eq!(faults_of(&chained, with(vec![leaf, issuer])), ["cms-shape", "signature"]);
    assert_eq!(faults_of(&chained, with(vec![leaf])), ["cms-shape", "signature"]);
    assert_eq!(faults_of(&chained, with(vec![leaf, issuer, root, own.certificate()])), ["cms-shape"]);
    assert!(faults_of(&chained, with(vec![issuer, root])).contains(&"signature"));
}

#[test]
fn an_rsa_signature_is_named_as_what_it_is() {
    let named = faults_of(&chained(), |_, info| info.signature_algorithm.parameters = None);
    assert_eq!(named, ["cms-shape"]);
    let other = faults_of(&chained(), |_, info| info.signature_algorithm.oid = DATA);
    assert_eq!(other, ["cms-shape"]);
}

#[test]
fn a_certificate_of_another_key_is_refused() {
    let swapped = faults_after(|signed, _| {
        let another = CertificateChoices::Certificate(signer().certificate().parsed().clone());
        signed.certificates = Some(CertificateSet::try_from(vec![another]).unwrap());
    });
    assert_eq!(swapped, ["cms-shape", "signature"]);
}

#[test]
fn lengths_that_lie_are_refused() {
    for bytes in
        [b"".as_slice(), b"0", b"\x30\x05\x00", b"\x30\x80\0\0", b"\x30\x84\xff\xff\xff\xff", b"\0\0\0", b"\x04\0"]
    {
        assert_eq!(der_length(bytes), None, "{bytes:?}");
    }
}
