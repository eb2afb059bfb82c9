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
mod tests;
