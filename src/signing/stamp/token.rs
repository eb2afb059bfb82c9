//! A time stamp as a message: read, written in the one form that we keep, and checked.
//!
//! An authority is free in how it builds a stamp, and its signature covers only a part: the statement and the signed
//! attributes. So the rest is written anew before a stamp is kept: one signer, no unsigned attributes, no revocation lists,
//! one way to name each algorithm, ECDSA in low-S form, and no certificates but those that something vouches for byte by
//! byte. Checking writes it again in the same way and compares.

use chrono::{DateTime, Utc};
use cms::cert::CertificateChoices;
use cms::content_info::{CmsVersion, ContentInfo};
use cms::signed_data::{
    CertificateSet, EncapsulatedContentInfo, SignedAttributes, SignedData, SignerIdentifier, SignerInfo, SignerInfos,
};
use der::asn1::{Any, Int, OctetString, SetOfVec};
use der::oid::ObjectIdentifier;
use der::{Decode, Encode};
use pkcs8::spki::AlgorithmIdentifierOwned;
use sha2::{Digest, Sha256, Sha384, Sha512};
use x509_cert::ext::pkix::ExtendedKeyUsage;

use super::super::certificate::Certificate;
use super::super::chain;
use super::super::cms::{CONTENT_TYPE, MESSAGE_DIGEST, SHA_256, SIGNED_DATA, issuer_and_serial, readable};
use super::super::keys::{self, PublicKey};
use super::TimeStamp;
use super::ess::Names;
use super::info::Info;
use super::problem::StampProblem;

const TST_INFO: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.2.840.113549.1.9.16.1.4");
const TIME_STAMPING: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.3.6.1.5.5.7.3.8");
pub(super) const SHA_384: ObjectIdentifier = ObjectIdentifier::new_unwrap("2.16.840.1.101.3.4.2.2");
pub(super) const SHA_512: ObjectIdentifier = ObjectIdentifier::new_unwrap("2.16.840.1.101.3.4.2.3");

/// What was found in a stamp, whether it is right or not.
#[derive(Default)]
pub(in super::super) struct Checked {
    pub stamp: Option<TimeStamp>,
    pub nonce: Option<Int>,
    pub problems: Vec<StampProblem>,
}

/// What a stamp is made of.
struct Parts {
    /// The statement.
    info: Vec<u8>,
    pool: Vec<Certificate>,
    signer: SignerIdentifier,
    hash: ObjectIdentifier,
    attributes: SignedAttributes,
    algorithm: AlgorithmIdentifierOwned,
    signature: Vec<u8>,
}

/// Checks a stamp in every respect but its time against that of the signer: it must be one over `signature`, and written as
/// [`normalised`] does.
pub(in super::super) fn verify(token: &[u8], signature: &[u8]) -> Checked {
    let failed = |problem| Checked { problems: vec![problem], ..Checked::default() };
    let Some(parts) = Parts::read(token) else { return failed(StampProblem::Unreadable) };
    let Some((info, at)) = Info::read(&parts.info) else { return failed(StampProblem::Unreadable) };
    let Some(names) = Names::read(parts.attributes.iter()) else { return failed(StampProblem::NoCertificate) };
    let Some(certificate) = parts.pool.iter().find(|each| names.is_signer(each)) else {
        return failed(StampProblem::NoCertificate);
    };
    let issuers = chain::issuers_of(certificate, &parts.pool);
    let mut problems = Vec::new();
    let is_sha_256 =
        info.imprint.algorithm.oid == SHA_256 && info.imprint.algorithm.parameters.as_ref().is_none_or(Any::is_null);
    if !is_sha_256 || info.imprint.hash.as_bytes() != Sha256::digest(signature).as_slice() {
        problems.push(StampProblem::Imprint);
    }
    if parts.write(certificate, &issuers).as_deref() != Some(token) || !is_bound(&names, certificate, &issuers) {
        problems.push(StampProblem::Shape);
    }
    if !parts.binds_its_statement() {
        problems.push(StampProblem::Statement);
    }
    let key = certificate.public_key().ok();
    match key.as_ref().map(|key| parts.is_signed_by(key)) {
        // Without a usable key the certificate is refused below.
        None | Some(Ok(true)) => {}
        Some(Ok(false)) => problems.push(StampProblem::Signature),
        Some(Err(problem)) => problems.push(problem),
    }
    problems.extend(certificate_problems(certificate, &issuers, at));
    let stamp = TimeStamp { at, certificate: certificate.clone(), issuers };
    Checked { stamp: Some(stamp), nonce: info.nonce, problems }
}

/// A stamp as an authority gave it, written in the form that we keep.
pub(super) fn normalised(token: &[u8]) -> Result<Vec<u8>, StampProblem> {
    let mut parts = Parts::read(token).ok_or(StampProblem::Unreadable)?;
    let names = Names::read(parts.attributes.iter()).ok_or(StampProblem::NoCertificate)?;
    let certificate = parts.pool.iter().find(|each| names.is_signer(each)).cloned();
    let certificate = certificate.ok_or(StampProblem::NoCertificate)?;
    if parts.signer != SignerIdentifier::IssuerAndSerialNumber(issuer_and_serial(&certificate)) {
        return Err(StampProblem::Shape);
    }
    if let Ok(key) = certificate.public_key() {
        let expected = key.signature_algorithm_with(parts.hash);
        if !expected.is_some_and(|expected| keys::is_same_algorithm(&parts.algorithm, &expected)) {
            return Err(StampProblem::Algorithm { name: keys::signature_name(parts.algorithm.oid) });
        }
        parts.signature = key.one_form(&parts.signature).ok_or(StampProblem::Signature)?;
    }
    let mut issuers = chain::issuers_of(&certificate, &parts.pool);
    if !is_bound(&names, &certificate, &issuers) || !chain::problems(&certificate, &issuers).is_empty() {
        // What nothing vouches for is left out; the authority's own certificate always stays.
        issuers = issuers.into_iter().take_while(|each| names.bind(each)).collect();
    }
    parts.write(&certificate, &issuers).ok_or(StampProblem::Unreadable)
}

/// Whether no byte of these certificates can be another unnoticed: the authority binds them by their hash, or they form a
/// chain up to one that issued itself, each under a signature that has one form only. (Of an ECDSA signature there are two
/// forms; only low-S counts, and whether an issuer wrote that is chance.)
fn is_bound(names: &Names, certificate: &Certificate, issuers: &[Certificate]) -> bool {
    let ends = issuers.last().unwrap_or(certificate).is_self_issued();
    let is_closed = ends && issuers.iter().all(|each| names.bind(each) || keys::is_one_form(each.parsed()));
    names.bind(certificate) && (is_closed || issuers.iter().all(|each| names.bind(each)))
}

fn certificate_problems(certificate: &Certificate, issuers: &[Certificate], at: DateTime<Utc>) -> Vec<StampProblem> {
    let mut problems = Vec::new();
    let usage = certificate.parsed().tbs_certificate().get_extension::<ExtendedKeyUsage>();
    if !matches!(usage, Ok(Some((true, ExtendedKeyUsage(purposes)))) if purposes == [TIME_STAMPING]) {
        problems.push(StampProblem::Purpose { name: certificate.name().to_owned() });
    }
    let found = chain::problems(certificate, issuers).into_iter();
    problems.extend(found.map(|(about, problem)| StampProblem::Certificate { name: about.name().to_owned(), problem }));
    let outside = std::iter::once(certificate).chain(issuers).filter(|each| !each.is_valid_at(at));
    problems.extend(outside.map(|each| StampProblem::Period { name: each.name().to_owned(), at }));
    problems
}

impl Parts {
    /// The statement, the certificates and the first signer; whether there is more shows when it is written again.
    fn read(token: &[u8]) -> Option<Parts> {
        let signed: SignedData = ContentInfo::from_der(token).ok()?.content.decode_as().ok()?;
        let info = signed.encap_content_info.econtent?.decode_as::<OctetString>().ok()?;
        let certificates = signed.certificates?.0;
        let certificates = certificates.iter().filter_map(|choice| match choice {
            CertificateChoices::Certificate(certificate) => Some(certificate),
            CertificateChoices::Other(_) => None,
        });
        let pool: Option<Vec<Certificate>> = certificates.map(readable).collect();
        let signer = signed.signer_infos.0.iter().next()?.clone();
        Some(Parts {
            info: info.as_bytes().to_vec(),
            pool: pool?,
            signer: signer.sid,
            hash: signer.digest_alg.oid,
            attributes: signer.signed_attrs?,
            algorithm: signer.signature_algorithm,
            signature: signer.signature.as_bytes().to_vec(),
        })
    }

    /// The stamp in the one form that we keep. `None` for algorithms that have none, or when a library fails to encode.
    fn write(&self, certificate: &Certificate, issuers: &[Certificate]) -> Option<Vec<u8>> {
        let hash = || AlgorithmIdentifierOwned { oid: self.hash, parameters: None };
        let key = certificate.public_key().ok();
        // With a key that is refused anyway the algorithm stays as it is.
        let algorithm =
            key.map_or_else(|| Some(self.algorithm.clone()), |key| key.signature_algorithm_with(self.hash))?;
        let info = SignerInfo {
            version: CmsVersion::V1,
            sid: SignerIdentifier::IssuerAndSerialNumber(issuer_and_serial(certificate)),
            digest_alg: hash(),
            signed_attrs: Some(self.attributes.clone()),
            signature_algorithm: algorithm,
            signature: OctetString::new(self.signature.clone()).ok()?,
            unsigned_attrs: None,
        };
        let certificates = std::iter::once(certificate).chain(issuers);
        let certificates: Vec<_> =
            certificates.map(|each| CertificateChoices::Certificate(each.parsed().clone())).collect();
        let content = Any::encode_from(&OctetString::new(self.info.clone()).ok()?).ok()?;
        let signed = SignedData {
            version: CmsVersion::V3,
            digest_algorithms: SetOfVec::try_from(vec![hash()]).ok()?,
            encap_content_info: EncapsulatedContentInfo { econtent_type: TST_INFO, econtent: Some(content) },
            certificates: Some(CertificateSet::try_from(certificates).ok()?),
            crls: None,
            signer_infos: SignerInfos::try_from(vec![info]).ok()?,
        };
        ContentInfo { content_type: SIGNED_DATA, content: Any::encode_from(&signed).ok()? }.to_der().ok()
    }

    /// Whether the signed attributes name the kind and the hash of the statement.
    fn binds_its_statement(&self) -> bool {
        let digest = match self.hash {
            SHA_256 => Sha256::digest(&self.info).to_vec(),
            SHA_384 => Sha384::digest(&self.info).to_vec(),
            SHA_512 => Sha512::digest(&self.info).to_vec(),
            _ => return false,
        };
        let kind = self.attribute(CONTENT_TYPE).and_then(|value| value.decode_as::<ObjectIdentifier>().ok());
        let named = self.attribute(MESSAGE_DIGEST).and_then(|value| value.decode_as::<OctetString>().ok());
        kind == Some(TST_INFO) && named.is_some_and(|named| named.as_bytes() == digest)
    }

    /// The one value of the one attribute of this kind.
    fn attribute(&self, oid: ObjectIdentifier) -> Option<&Any> {
        let mut found = self.attributes.iter().filter(|each| each.oid == oid);
        let (attribute, None) = (found.next()?, found.next()) else { return None };
        let mut values = attribute.values.iter();
        let (value, None) = (values.next()?, values.next()) else { return None };
        Some(value)
    }

    fn is_signed_by(&self, key: &PublicKey) -> Result<bool, StampProblem> {
        let unknown = || StampProblem::Algorithm { name: keys::signature_name(self.algorithm.oid) };
        let algorithm = key.signature_algorithm_with(self.hash).ok_or_else(unknown)?;
        let signed = self.attributes.to_der().map_err(|_| StampProblem::Unreadable)?;
        let is_one_form = key.one_form(&self.signature).as_deref() == Some(self.signature.as_slice());
        Ok(is_one_form && key.issued(&algorithm, &signed, &self.signature))
    }
}

#[cfg(test)]
mod tests;
