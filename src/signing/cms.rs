//! The CMS message inside a signature: PAdES baseline B, detached, one signer, his certificate and those of its issuers.
//!
//! A time stamp over the signature can stand beside it (baseline B-T).
//!
//! As with the update, verifying writes again what it read and compares: a message has one acceptable encoding only, and
//! no room for attributes, certificates or algorithms that ours do not have.

use cms::cert::{CertificateChoices, IssuerAndSerialNumber};
use cms::content_info::{CmsVersion, ContentInfo};
use cms::signed_data::{
    CertificateSet, EncapsulatedContentInfo, SignedAttributes, SignedData, SignerIdentifier, SignerInfo, SignerInfos,
};
use der::asn1::{Any, OctetString, SetOfVec};
use der::oid::ObjectIdentifier;
use der::{Decode, Encode, Header, Reader, SliceReader, Tag};
use pkcs8::spki::AlgorithmIdentifierOwned;
use sha2::{Digest, Sha256};
use x509_cert::attr::Attribute;

use super::certificate::Certificate;
use super::chain::{self, CertificateProblem};
use super::fault::Fault;
use super::keys::{KeyKind, SigningFault};
use super::signer::Signer;
use super::stamp::{self, TimeStamp};

const DATA: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.2.840.113549.1.7.1");
pub(super) const SIGNED_DATA: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.2.840.113549.1.7.2");
pub(super) const CONTENT_TYPE: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.2.840.113549.1.9.3");
pub(super) const MESSAGE_DIGEST: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.2.840.113549.1.9.4");
pub(super) const SIGNING_CERTIFICATE_V2: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.2.840.113549.1.9.16.2.47");
const TIME_STAMP: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.2.840.113549.1.9.16.2.14");
pub(super) const SHA_256: ObjectIdentifier = ObjectIdentifier::new_unwrap("2.16.840.1.101.3.4.2.1");

/// Signs a document of which `digest` is the SHA-256; fails only when the key does, or a library to encode.
pub(super) fn sign(digest: &[u8], signer: &Signer) -> Result<Vec<u8>, SigningFault> {
    let (certificate, issuers) = (signer.certificate(), signer.issuers());
    let attributes = signed_attributes(certificate, issuers, digest)?;
    let signature = signer.sign(&attributes.to_der()?)?;
    Ok(message(certificate, issuers, signer.kind(), attributes, &signature, None)?)
}

/// The most bytes that a message of this signer can have, found without using the key.
pub(super) fn longest(signer: &Signer) -> Option<usize> {
    let (certificate, issuers, kind) = (signer.certificate(), signer.issuers(), signer.kind());
    let attributes = signed_attributes(certificate, issuers, &[0; 32]).ok()?;
    message(certificate, issuers, kind, attributes, &vec![0; kind.longest_signature()], None)
        .ok()
        .map(|message| message.len())
}

/// The value of the signature in a message of ours: that is what a time stamp is about.
pub(super) fn signature_value(cms: &[u8]) -> Option<Vec<u8>> {
    open(cms).map(|(_, info)| info.signature.as_bytes().to_vec())
}

/// A message of ours with this time stamp beside the signature, or without any.
pub(super) fn with_stamp(cms: &[u8], stamp: Option<&[u8]>) -> Option<Vec<u8>> {
    let mut content = ContentInfo::from_der(cms).ok()?;
    let mut signed: SignedData = content.content.decode_as().ok()?;
    let mut info = signed.signer_infos.0.iter().next()?.clone();
    info.unsigned_attrs = unsigned_attributes(stamp).ok()?;
    signed.signer_infos = SignerInfos::try_from(vec![info]).ok()?;
    content.content = Any::encode_from(&signed).ok()?;
    content.to_der().ok()
}

/// How many bytes a message has without its time stamp, and whether it has one.
pub(super) fn unstamped_length(cms: &[u8]) -> (usize, bool) {
    let is_stamped = open(cms).is_some_and(|(_, info)| info.unsigned_attrs.is_some());
    let bare = if is_stamped { with_stamp(cms, None) } else { None };
    bare.map_or((cms.len(), false), |bare| (bare.len(), true))
}

/// What a message holds, whether it verifies or not.
#[derive(Default)]
pub(super) struct Verified {
    pub certificate: Option<Certificate>,
    /// Those who issued it, the nearest one first.
    pub issuers: Vec<Certificate>,
    /// The time stamp beside the signature.
    pub stamp: Option<TimeStamp>,
    pub faults: Vec<Fault>,
}

/// Reads `cms` and checks it in every respect against `digest`, the SHA-256 of the signed bytes.
pub(super) fn verify(cms: &[u8], digest: &[u8]) -> Verified {
    let failed = |fault| Verified { faults: vec![fault], ..Verified::default() };
    let Some((certificates, info)) = open(cms) else { return failed(Fault::CmsUnreadable) };
    let pool: Option<Vec<Certificate>> = certificates.iter().map(readable).collect();
    let Some(pool) = pool else { return failed(Fault::CertificateUnreadable) };
    let Some(certificate) = signers_certificate(&pool, &info) else { return failed(Fault::CmsUnreadable) };
    let issuers = chain::issuers_of(&certificate, &pool);
    let mut faults = Vec::new();
    let claimed = claimed_digest(&info);
    if claimed.as_deref() != Some(digest) {
        faults.push(Fault::Digest);
    }
    // From here on everything is measured against what the signer should have signed given the digest he names: one
    // changed document then shows as one fault.
    let claimed = claimed.unwrap_or_else(|| digest.to_vec());
    let signature = info.signature.as_bytes();
    let token = token_of(&info);
    let key = certificate.public_key().ok();
    let kind = key.as_ref().map_or(KeyKind::P256, |key| key.kind());
    let rebuilt = signed_attributes(&certificate, &issuers, &claimed).and_then(|attributes| {
        let signed = attributes.to_der()?;
        Ok((signed, message(&certificate, &issuers, kind, attributes, signature, token.as_deref())?))
    });
    match rebuilt {
        Ok((signed, message)) => {
            if message != cms {
                faults.push(Fault::CmsShape);
            }
            if !key.is_some_and(|key| key.verifies(&signed, signature)) {
                faults.push(Fault::Signature);
            }
        }
        Err(_) => faults.push(Fault::CmsShape),
    }
    faults.extend(chain::problems(&certificate, &issuers).into_iter().map(|(about, problem)| match problem {
        CertificateProblem::Signature => Fault::CertificateSignature,
        problem => Fault::Certificate { name: about.name().to_owned(), problem },
    }));
    let stamp = token.map(|token| stamp::verify(&token, signature)).unwrap_or_default();
    faults.extend(stamp.problems.into_iter().map(Fault::Stamp));
    Verified { certificate: Some(certificate), issuers, stamp: stamp.stamp, faults }
}

/// The time stamp beside a signature; whether anything else stands there shows when the message is written again.
fn token_of(info: &SignerInfo) -> Option<Vec<u8>> {
    let attribute = info.unsigned_attrs.as_ref()?.iter().find(|attribute| attribute.oid == TIME_STAMP)?;
    attribute.values.iter().next()?.to_der().ok()
}

fn unsigned_attributes(stamp: Option<&[u8]>) -> der::Result<Option<SetOfVec<Attribute>>> {
    let Some(stamp) = stamp else { return Ok(None) };
    let values = SetOfVec::try_from(vec![Any::from_der(stamp)?])?;
    Ok(Some(SetOfVec::try_from(vec![Attribute { oid: TIME_STAMP, values }])?))
}

pub(super) fn readable(certificate: &x509_cert::Certificate) -> Option<Certificate> {
    Certificate::from_der(&certificate.to_der().ok()?).ok()
}

/// The certificate that the signer names; the first one when he names none of these, which shows when the message is
/// written again.
fn signers_certificate(pool: &[Certificate], info: &SignerInfo) -> Option<Certificate> {
    let is_named = |each: &&Certificate| matches!(&info.sid, SignerIdentifier::IssuerAndSerialNumber(sid) if *sid == issuer_and_serial(each));
    pool.iter().find(is_named).or(pool.first()).cloned()
}

/// The length in bytes of the one DER value at the start of `bytes`, which may be followed by padding.
pub(super) fn der_length(bytes: &[u8]) -> Option<usize> {
    let mut reader = SliceReader::new(bytes).ok()?;
    let header = Header::decode(&mut reader).ok()?;
    let content = usize::try_from(u32::from(header.length())).ok()?;
    let total = usize::try_from(u32::from(reader.position())).ok()?.checked_add(content)?;
    (total <= bytes.len() && bytes.first() == Some(&0x30)).then_some(total)
}

/// The certificates and the first signer of a message; whether there is more shows when it is written again.
fn open(cms: &[u8]) -> Option<(Vec<x509_cert::Certificate>, SignerInfo)> {
    let info = ContentInfo::from_der(cms).ok()?;
    let signed: SignedData = info.content.decode_as().ok()?;
    let certificates = signed.certificates?;
    let certificates = certificates.0.iter().filter_map(|choice| match choice {
        CertificateChoices::Certificate(certificate) => Some(certificate.clone()),
        CertificateChoices::Other(_) => None,
    });
    let signer = signed.signer_infos.0.iter().next()?.clone();
    Some((certificates.collect(), signer))
}

fn claimed_digest(info: &SignerInfo) -> Option<Vec<u8>> {
    let attribute = info.signed_attrs.as_ref()?.iter().find(|attribute| attribute.oid == MESSAGE_DIGEST)?;
    let value = attribute.values.iter().next()?.decode_as::<OctetString>().ok()?;
    Some(value.as_bytes().to_vec())
}

/// No signing time: PAdES keeps that in the PDF (`/M`).
fn signed_attributes(
    certificate: &Certificate,
    issuers: &[Certificate],
    digest: &[u8],
) -> der::Result<SignedAttributes> {
    let one = |oid, value| -> der::Result<Attribute> {
        let mut values = SetOfVec::new();
        values.insert(value)?;
        Ok(Attribute { oid, values })
    };
    let mut attributes = SetOfVec::new();
    attributes.insert(one(CONTENT_TYPE, Any::encode_from(&DATA)?)?)?;
    attributes.insert(one(MESSAGE_DIGEST, Any::encode_from(&OctetString::new(digest)?)?)?)?;
    attributes.insert(one(SIGNING_CERTIFICATE_V2, signing_certificates(certificate, issuers)?)?)?;
    Ok(attributes)
}

/// `SEQUENCE { SEQUENCE OF { SEQUENCE { OCTET STRING } } }`, the signer's first: the hash algorithm is left out since SHA-256
/// is its default. Naming the issuers too ties every byte of their certificates to the signature.
fn signing_certificates(certificate: &Certificate, issuers: &[Certificate]) -> der::Result<Any> {
    let mut hashes = Vec::new();
    for each in std::iter::once(certificate).chain(issuers) {
        hashes.extend_from_slice(&[0x30, 34, 0x04, 32]);
        hashes.extend_from_slice(&Sha256::digest(each.der()));
    }
    Any::new(Tag::Sequence, Any::new(Tag::Sequence, hashes)?.to_der()?)
}

pub(super) fn issuer_and_serial(certificate: &Certificate) -> IssuerAndSerialNumber {
    let tbs = certificate.parsed().tbs_certificate();
    IssuerAndSerialNumber { issuer: tbs.issuer().clone(), serial_number: tbs.serial_number().clone() }
}

/// The set of certificates is sorted by DER; their order as a chain stands in the signed attributes.
fn message(
    certificate: &Certificate,
    issuers: &[Certificate],
    kind: KeyKind,
    attributes: SignedAttributes,
    signature: &[u8],
    stamp: Option<&[u8]>,
) -> der::Result<Vec<u8>> {
    let sha_256 = || AlgorithmIdentifierOwned { oid: SHA_256, parameters: None };
    let info = SignerInfo {
        version: CmsVersion::V1,
        sid: SignerIdentifier::IssuerAndSerialNumber(issuer_and_serial(certificate)),
        digest_alg: sha_256(),
        signed_attrs: Some(attributes),
        signature_algorithm: kind.signature_algorithm(),
        signature: OctetString::new(signature)?,
        unsigned_attrs: unsigned_attributes(stamp)?,
    };
    let certificates = std::iter::once(certificate).chain(issuers);
    let certificates: Vec<_> =
        certificates.map(|each| CertificateChoices::Certificate(each.parsed().clone())).collect();
    let signed = SignedData {
        version: CmsVersion::V1,
        digest_algorithms: SetOfVec::try_from(vec![sha_256()])?,
        encap_content_info: EncapsulatedContentInfo { econtent_type: DATA, econtent: None },
        certificates: Some(CertificateSet::try_from(certificates)?),
        crls: None,
        signer_infos: SignerInfos::try_from(vec![info])?,
    };
    ContentInfo { content_type: SIGNED_DATA, content: Any::encode_from(&signed)? }.to_der()
}

#[cfg(test)]
mod tests {
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
        let file = include_bytes!("../../tests/fixtures/keys/rsa-2048-chain.p12");
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
}
