//! What can be wrong with a report or with a signature on it.

use super::chain::CertificateProblem;
use super::field::FieldRole;
use super::stamp::StampProblem;

/// One reason not to trust a file. Offsets count bytes from 0; objects and revisions are named by their numbers
/// (revision 0 is the report before any signature).
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Fault {
    /// More bytes than a report can have.
    #[error("file of {bytes} bytes, at most {max}")]
    TooLarge {
        /// Bytes given.
        bytes: usize,
        /// Bytes allowed.
        max: usize,
    },
    /// The file does not begin as a PDF does.
    #[error("no PDF header (byte {offset})")]
    NotPdf {
        /// Where it differs.
        offset: usize,
    },
    /// Something stands there that a report never holds: damaged, changed, or made by another program.
    #[error("byte {offset}: expected {expected}")]
    Syntax {
        /// Where reading stopped.
        offset: usize,
        /// What should have stood there, in English.
        expected: &'static str,
    },
    /// Bytes after the end mark of the last revision.
    #[error("bytes after the end, from {offset}")]
    BytesAfterEnd {
        /// The first of them.
        offset: usize,
    },
    /// The trailer holds an entry that a report does not have, or misses one.
    #[error("trailer entry {key}")]
    Trailer {
        /// Name of the entry.
        key: String,
    },
    /// The catalog or the form is not built as in a report.
    #[error("document shape: {what}")]
    Shape {
        /// The part, as a PDF name or path.
        what: &'static str,
    },
    /// A signature field is missing.
    #[error("field {} is missing", .field.field_name())]
    FieldMissing {
        /// The field.
        field: FieldRole,
    },
    /// A signature field is not built as in a report.
    #[error("field {}: {key}", .field.field_name())]
    FieldShape {
        /// The field.
        field: FieldRole,
        /// The entry that is wrong or does not belong there.
        key: &'static str,
    },
    /// Scripts, actions or other content that does something.
    #[error("active content {name} in object {object}")]
    ActiveContent {
        /// Number of the object.
        object: u32,
        /// The key or action that gives it away.
        name: String,
    },
    /// An annotation other than a link or one of the two signature fields.
    #[error("foreign annotation in object {object}")]
    ForeignAnnotation {
        /// Number of the object.
        object: u32,
    },
    /// A signature inside revision 0, where none can be.
    #[error("signature inside the report, object {object}")]
    SignatureInReport {
        /// Number of the object.
        object: u32,
    },
    /// A revision that brings no signature.
    #[error("revision {revision} holds no signature")]
    NoSignature {
        /// Number of the revision.
        revision: usize,
    },
    /// An entry of the signature is missing or unreadable.
    #[error("signature entry {key}")]
    SignatureEntry {
        /// Name of the entry.
        key: &'static str,
    },
    /// The signature covers other bytes than all of its revision.
    #[error("byte range {found:?} instead of {expected:?}")]
    ByteRange {
        /// What the file says; empty when it is missing or not four numbers.
        found: Vec<i64>,
        /// What it must say.
        expected: [usize; 4],
    },
    /// The bytes of the signature's own place are not what they must be (lowercase digits, then zeros).
    #[error("signature contents, byte {offset}")]
    Contents {
        /// The first wrong byte.
        offset: usize,
    },
    /// A revision holds more, less or something else than a signature in its field.
    #[error("revision {revision} changes more than the signature, byte {offset}")]
    UpdateDiffers {
        /// Number of the revision.
        revision: usize,
        /// The first byte that differs from what signing writes.
        offset: usize,
    },
    /// The place of the signature holds no readable CMS message.
    #[error("no CMS message")]
    CmsUnreadable,
    /// The CMS message holds more, less or something else than ours do, or is encoded differently.
    #[error("CMS message of another shape")]
    CmsShape,
    /// The certificate cannot be read or is not canonically encoded.
    #[error("certificate unreadable")]
    CertificateUnreadable,
    /// The document is not the one that was signed.
    #[error("document differs from what was signed")]
    Digest,
    /// The signature was not made with the key of its certificate.
    #[error("signature does not verify")]
    Signature,
    /// The certificate, or that of an issuer, was altered or issued by another than it names.
    #[error("certificate does not verify")]
    CertificateSignature,
    /// The certificate, or that of an issuer, is not of a kind that we accept.
    #[error("certificate of {name}: {problem}")]
    Certificate {
        /// The name in it.
        name: String,
        /// What is wrong with it.
        problem: CertificateProblem,
    },
    /// The certificate, or that of an issuer, was not valid at the time the signature claims.
    #[error("certificate not valid at the claimed time")]
    CertificatePeriod,
    /// The name in the signature is not the name in the certificate.
    #[error("name in signature differs from certificate")]
    NameDiffers,
    /// The time stamp of the signature is not right.
    #[error("{0}")]
    Stamp(StampProblem),
}

impl Fault {
    /// A stable word for this kind of fault, for machine-readable output and as key of its message.
    #[must_use]
    pub const fn code(&self) -> &'static str {
        match self {
            Self::TooLarge { .. } => "too-large",
            Self::NotPdf { .. } => "not-pdf",
            Self::Syntax { .. } => "syntax",
            Self::BytesAfterEnd { .. } => "bytes-after-end",
            Self::Trailer { .. } => "trailer",
            Self::Shape { .. } => "shape",
            Self::FieldMissing { .. } => "field-missing",
            Self::FieldShape { .. } => "field-shape",
            Self::ActiveContent { .. } => "active-content",
            Self::ForeignAnnotation { .. } => "foreign-annotation",
            Self::SignatureInReport { .. } => "signature-in-report",
            Self::NoSignature { .. } => "no-signature",
            Self::SignatureEntry { .. } => "signature-entry",
            Self::ByteRange { .. } => "byte-range",
            Self::Contents { .. } => "contents",
            Self::UpdateDiffers { .. } => "update-differs",
            Self::CmsUnreadable => "cms-unreadable",
            Self::CmsShape => "cms-shape",
            Self::CertificateUnreadable => "certificate-unreadable",
            Self::Digest => "digest",
            Self::Signature => "signature",
            Self::CertificateSignature => "certificate-signature",
            Self::Certificate { .. } => "certificate-refused",
            Self::CertificatePeriod => "certificate-period",
            Self::NameDiffers => "name-differs",
            Self::Stamp(problem) => problem.code(),
        }
    }
}
