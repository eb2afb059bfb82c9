//! The certificate of a signer and those of its issuers: in what order they stand, and whether each is in order.

use chrono::{DateTime, Utc};
use der::Encode;
use der::oid::{AssociatedOid, ObjectIdentifier};
use x509_cert::ext::pkix::{BasicConstraints, CertificatePolicies, ExtendedKeyUsage, KeyUsage};

use super::certificate::Certificate;
use super::keys::{AlgorithmFault, KeyFault, certificate_algorithm};

/// More issuers than this are not followed.
const MAX_ISSUERS: usize = 8;

/// A name that is longer says nothing to a reader.
const MAX_NAME_CHARS: usize = 400;

/// What is wrong with a certificate in a chain.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum CertificateProblem {
    /// The signature under it does not verify: altered, or issued by another.
    #[error("signature under the certificate does not verify")]
    Signature,
    /// The signature under it uses a hash that can be forged.
    #[error("signed with {name}")]
    WeakSignature {
        /// The hash.
        name: &'static str,
    },
    /// The signature under it is of a kind that we do not know.
    #[error("signature {name} not supported")]
    UnsupportedSignature {
        /// What it is called; an object identifier when we do not know it.
        name: String,
    },
    /// Its key is not accepted.
    #[error("{0}")]
    Key(#[from] KeyFault),
    /// The name in it is no plain line of text.
    #[error("name not plain")]
    Name,
    /// It may not be used for signing documents.
    #[error("not for signing")]
    KeyUsage,
    /// It issued a certificate in the chain and may not.
    #[error("not an authority")]
    NotAnAuthority,
    /// It sets a condition that we cannot check.
    #[error("extension {oid}")]
    Extension {
        /// The object identifier of the condition.
        oid: String,
    },
}

/// Those who issued `signer`, the nearest one first, as far as they are in `pool`.
pub(super) fn issuers_of(signer: &Certificate, pool: &[Certificate]) -> Vec<Certificate> {
    let mut issuers: Vec<Certificate> = Vec::new();
    let mut current = signer;
    while !current.is_self_issued() && issuers.len() < MAX_ISSUERS {
        let is_new = |each: &&Certificate| **each != *signer && !issuers.contains(each);
        let named = || pool.iter().filter(|each| each.is_named_as_issuer_of(current)).filter(is_new);
        // Issuers renew their certificates under the same name: the one whose key fits comes first.
        let Some(next) = named().find(|each| issued(each, current)).or_else(|| named().next()) else { break };
        issuers.push(next.clone());
        current = next;
    }
    issuers
}

/// Everything that is wrong with a chain, apart from its time, each with the certificate that it is about.
pub(super) fn problems<'a>(
    signer: &'a Certificate,
    issuers: &'a [Certificate],
) -> Vec<(&'a Certificate, CertificateProblem)> {
    let chain: Vec<&Certificate> = std::iter::once(signer).chain(issuers).collect();
    let mut found = Vec::new();
    for (place, certificate) in chain.iter().enumerate() {
        // The last one is its own issuer, or was issued by someone who is not here; then only trust can vouch for it.
        let issuer = chain.get(place + 1).or(certificate.is_self_issued().then_some(certificate));
        let mut add = |problem| found.push((*certificate, problem));
        if let Err(fault) = certificate.public_key() {
            add(fault.into());
        }
        if certificate.plain_name(MAX_NAME_CHARS).is_err() {
            add(CertificateProblem::Name);
        }
        match certificate_algorithm(certificate.parsed().signature_algorithm()) {
            Err(AlgorithmFault::Weak { name }) => add(CertificateProblem::WeakSignature { name }),
            Err(AlgorithmFault::Unsupported { name }) => add(CertificateProblem::UnsupportedSignature { name }),
            Ok(()) if issuer.is_some_and(|issuer| !issued(issuer, certificate)) => add(CertificateProblem::Signature),
            Ok(()) => {}
        }
        if let Some(oid) = unknown_condition(certificate) {
            add(CertificateProblem::Extension { oid });
        }
        match place.checked_sub(1) {
            None if !may_sign(certificate) => add(CertificateProblem::KeyUsage),
            Some(below) if !may_issue(certificate, below) => add(CertificateProblem::NotAnAuthority),
            _ => {}
        }
    }
    found
}

/// Whether one of `trusted` is in this chain, or issued its last certificate. Says nothing about what is in the chain.
pub(super) fn is_trusted(
    signer: &Certificate,
    issuers: &[Certificate],
    trusted: &[Certificate],
    at: DateTime<Utc>,
) -> bool {
    let last = issuers.last().unwrap_or(signer);
    let vouches = |one: &Certificate| {
        one.is_named_as_issuer_of(last)
            && may_issue(one, issuers.len())
            && one.is_valid_at(at)
            && unknown_condition(one).is_none()
            && issued(one, last)
    };
    trusted.iter().any(|one| one == signer || issuers.contains(one) || vouches(one))
}

/// Whether the signature under `certificate` was made with the key of `issuer`.
fn issued(issuer: &Certificate, certificate: &Certificate) -> bool {
    let parsed = certificate.parsed();
    let algorithm = parsed.signature_algorithm();
    algorithm == parsed.tbs_certificate().signature()
        && match (issuer.public_key(), parsed.signature().as_bytes(), parsed.tbs_certificate().to_der()) {
            (Ok(key), Some(signature), Ok(message)) => key.issued(algorithm, &message, signature),
            _ => false,
        }
}

/// Without a statement about its use a key may sign. Extended key usage is not looked at: no purpose is agreed upon for
/// signing documents.
fn may_sign(certificate: &Certificate) -> bool {
    match certificate.parsed().tbs_certificate().get_extension::<KeyUsage>() {
        Ok(None) => true,
        Ok(Some((_, usage))) => usage.digital_signature() || usage.non_repudiation(),
        Err(_) => false,
    }
}

/// `below` is the number of issuers between this one and the signer.
fn may_issue(certificate: &Certificate, below: usize) -> bool {
    let tbs = certificate.parsed().tbs_certificate();
    let usage = match tbs.get_extension::<KeyUsage>() {
        Ok(None) => true,
        Ok(Some((_, usage))) => usage.key_cert_sign(),
        Err(_) => false,
    };
    usage
        && tbs.get_extension::<BasicConstraints>().is_ok_and(|found| {
            found.is_some_and(|(_, constraints)| {
                constraints.ca && constraints.path_len_constraint.is_none_or(|most| below <= usize::from(most))
            })
        })
}

/// The first extension that must be understood and is not.
fn unknown_condition(certificate: &Certificate) -> Option<String> {
    const KNOWN: [ObjectIdentifier; 4] =
        [BasicConstraints::OID, KeyUsage::OID, ExtendedKeyUsage::OID, CertificatePolicies::OID];
    let extensions = certificate.parsed().tbs_certificate().extensions()?;
    extensions.iter().find(|each| each.critical && !KNOWN.contains(&each.extn_id)).map(|each| each.extn_id.to_string())
}
