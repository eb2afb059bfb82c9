//! Which certificates an authority says it signs with (RFC 2634 and RFC 5035): these it binds by their hash, every byte.

use der::asn1::OctetString;
use der::oid::ObjectIdentifier;
use der::{Any, Decode, Encode, Sequence};
use pkcs8::spki::AlgorithmIdentifierOwned;
use sha1::Sha1;
use sha2::{Digest, Sha256, Sha384, Sha512};
use x509_cert::attr::Attribute;
use x509_cert::ext::pkix::name::GeneralName;
use x509_cert::serial_number::SerialNumber;

use super::super::certificate::Certificate;
use super::super::cms::{SHA_256, SIGNING_CERTIFICATE_V2};
use super::token::{SHA_384, SHA_512};

const SIGNING_CERTIFICATE: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.2.840.113549.1.9.16.2.12");
const SHA_1: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.3.14.3.2.26");

/// One certificate that is named.
struct Named {
    hash: ObjectIdentifier,
    digest: Vec<u8>,
    issuer: Option<IssuerSerial>,
}

/// The certificates that are named, the authority's own first.
pub(super) struct Names(Vec<Vec<Named>>);

#[derive(Sequence)]
struct First {
    certificates: Vec<FirstId>,
    #[asn1(optional = "true")]
    policies: Option<Any>,
}

#[derive(Sequence)]
struct FirstId {
    digest: OctetString,
    #[asn1(optional = "true")]
    issuer: Option<IssuerSerial>,
}

#[derive(Sequence)]
struct Second {
    certificates: Vec<SecondId>,
    #[asn1(optional = "true")]
    policies: Option<Any>,
}

#[derive(Sequence)]
struct SecondId {
    #[asn1(optional = "true")]
    hash: Option<AlgorithmIdentifierOwned>,
    digest: OctetString,
    #[asn1(optional = "true")]
    issuer: Option<IssuerSerial>,
}

#[derive(Clone, Sequence)]
struct IssuerSerial {
    issuer: Vec<GeneralName>,
    serial: SerialNumber,
}

impl Names {
    /// Reads them from the signed attributes. An authority may name them in the older way (SHA-1), the newer one, or both;
    /// then both have to fit.
    pub(super) fn read<'a>(attributes: impl Iterator<Item = &'a Attribute>) -> Option<Names> {
        let mut names = Vec::new();
        for attribute in attributes {
            let value = || attribute.values.iter().next()?.to_der().ok();
            if attribute.oid == SIGNING_CERTIFICATE {
                let list = First::from_der(&value()?).ok()?.certificates;
                let named =
                    |id: FirstId| Named { hash: SHA_1, digest: id.digest.as_bytes().to_vec(), issuer: id.issuer };
                names.push(list.into_iter().map(named).collect());
            } else if attribute.oid == SIGNING_CERTIFICATE_V2 {
                let list = Second::from_der(&value()?).ok()?.certificates;
                let named = |id: SecondId| Named {
                    // SHA-256 need not be named.
                    hash: id.hash.map_or(SHA_256, |hash| hash.oid),
                    digest: id.digest.as_bytes().to_vec(),
                    issuer: id.issuer,
                };
                names.push(list.into_iter().map(named).collect());
            }
        }
        (!names.is_empty()).then_some(Names(names))
    }

    /// Whether this is the certificate that the authority signs with.
    pub(super) fn is_signer(&self, certificate: &Certificate) -> bool {
        self.0.iter().all(|names| names.first().is_some_and(|name| name.fits(certificate)))
    }

    /// Whether the authority binds this certificate by its hash.
    pub(super) fn bind(&self, certificate: &Certificate) -> bool {
        self.0.iter().flatten().any(|name| name.fits(certificate))
    }
}

impl Named {
    fn fits(&self, certificate: &Certificate) -> bool {
        let der = certificate.der();
        let digest = match self.hash {
            SHA_1 => Sha1::digest(der).to_vec(),
            SHA_256 => Sha256::digest(der).to_vec(),
            SHA_384 => Sha384::digest(der).to_vec(),
            SHA_512 => Sha512::digest(der).to_vec(),
            _ => return false,
        };
        let tbs = certificate.parsed().tbs_certificate();
        let is_issuer = |named: &IssuerSerial| {
            let issuer = GeneralName::DirectoryName(tbs.issuer().clone());
            named.issuer == [issuer] && named.serial == *tbs.serial_number()
        };
        digest == self.digest && self.issuer.as_ref().is_none_or(is_issuer)
    }
}
