//! What can be wrong with a time stamp, or with asking for one.

use chrono::{DateTime, FixedOffset, Utc};

use super::super::chain::CertificateProblem;

/// What is wrong with a time stamp.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum StampProblem {
    /// Not a time stamp, or damaged beyond reading.
    #[error("time stamp unreadable")]
    Unreadable,
    /// It holds more, less or something else than those we keep, or is encoded differently.
    #[error("time stamp of another shape")]
    Shape,
    /// It is signed in a way that we do not accept.
    #[error("time stamp signed with {name}")]
    Algorithm {
        /// What it is called; an object identifier when we do not know it.
        name: String,
    },
    /// It is about something else than this signature.
    #[error("time stamp of another signature")]
    Imprint,
    /// Its statement is not the one that the authority signed.
    #[error("statement of the time stamp altered")]
    Statement,
    /// It was not signed with the key of the authority's certificate.
    #[error("signature of the time stamp does not verify")]
    Signature,
    /// The certificate that the authority says it signs with is not there.
    #[error("certificate of the authority missing")]
    NoCertificate,
    /// The certificate is not one for issuing time stamps, and for that alone.
    #[error("certificate of {name} not for time stamps")]
    Purpose {
        /// The name in it.
        name: String,
    },
    /// The certificate, or that of an issuer, is not of a kind that we accept.
    #[error("certificate of {name}: {problem}")]
    Certificate {
        /// The name in it.
        name: String,
        /// What is wrong with it.
        problem: CertificateProblem,
    },
    /// The certificate, or that of an issuer, was not valid at the time of the stamp.
    #[error("certificate of {name} not valid at {at}")]
    Period {
        /// The name in it.
        name: String,
        /// The time of the stamp.
        at: DateTime<Utc>,
    },
    /// The time of the stamp and the time that the signer claims are too far apart.
    #[error("stamped at {stamped}, claimed {claimed}")]
    Time {
        /// What the authority states.
        stamped: DateTime<Utc>,
        /// What the signer claims.
        claimed: DateTime<FixedOffset>,
    },
}

impl StampProblem {
    /// A stable word for this kind of problem, for machine-readable output and as key of its message.
    #[must_use]
    pub const fn code(&self) -> &'static str {
        match self {
            Self::Unreadable => "stamp-unreadable",
            Self::Shape => "stamp-shape",
            Self::Algorithm { .. } => "stamp-algorithm",
            Self::Imprint => "stamp-imprint",
            Self::Statement => "stamp-statement",
            Self::Signature => "stamp-signature",
            Self::NoCertificate => "stamp-no-certificate",
            Self::Purpose { .. } => "stamp-purpose",
            Self::Certificate { .. } => "stamp-certificate",
            Self::Period { .. } => "stamp-period",
            Self::Time { .. } => "stamp-time",
        }
    }
}

/// Why no answer came from a time stamp service.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ServiceError {
    /// No whole answer within the time that we wait.
    #[error("no answer in time")]
    TimedOut,
    /// No machine has this name, or the network cannot find it.
    #[error("host not found")]
    HostNotFound,
    /// No connection, or one that broke off.
    #[error("connection failed: {detail}")]
    Connection {
        /// What the system says.
        detail: String,
    },
    /// An HTTP status other than 200.
    #[error("HTTP status {status}")]
    Status {
        /// The status.
        status: u16,
    },
    /// The service sends on to another address, which is not followed.
    #[error("redirected")]
    Redirect,
    /// The answer says that it is something else than a time stamp.
    #[error("content type {found}")]
    ContentType {
        /// What it says that it is; empty when it says nothing.
        found: String,
    },
    /// More bytes than a time stamp needs.
    #[error("answer larger than {max} bytes")]
    TooLarge {
        /// Bytes that are accepted.
        max: usize,
    },
}

/// Why there is no time stamp.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum StampError {
    /// No answer.
    #[error(transparent)]
    Service(#[from] ServiceError),
    /// The answer cannot be read.
    #[error("answer unreadable")]
    Unreadable,
    /// The authority refuses.
    #[error("refused: status {status}, {reason}, {text}")]
    Refused {
        /// The status (RFC 3161, `PKIStatus`).
        status: u8,
        /// The name of the reason (`PKIFailureInfo`); empty when there is none.
        reason: &'static str,
        /// What the authority says in words; empty when it says nothing.
        text: String,
    },
    /// The answer is to another question.
    #[error("answer to another question")]
    Nonce,
    /// The stamp does not fit in the place for it.
    #[error("time stamp of {bytes} bytes, at most {max}")]
    TooLarge {
        /// Bytes needed.
        bytes: usize,
        /// Bytes there are.
        max: usize,
    },
    /// The stamp is not right.
    #[error(transparent)]
    Problem(#[from] StampProblem),
    /// A library could not encode what we gave it; not expected.
    #[error("encoding failed")]
    Encoding,
}
