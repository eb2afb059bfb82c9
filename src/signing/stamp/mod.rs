//! Time stamps (RFC 3161): an authority states that a signature existed at some moment.
//!
//! What goes to the authority is a hash of the signature's value, and nothing of the report. What comes back is checked in
//! every respect, written anew in the one form that we accept, and put beside the signature. This room opens no
//! connection: whoever wants a stamp brings along a [`TimeStamper`].
//!
//! | file | subject |
//! |---|---|
//! | `query` | what is asked, and what the answer says |
//! | `info` | the statement inside a stamp |
//! | `ess` | which certificate the authority says it signs with |
//! | `token` | the stamp as a message: reading, writing in one form, checking |
//! | `problem` | what can be wrong |

mod ess;
mod info;
mod problem;
mod query;
mod token;

use chrono::{DateTime, FixedOffset, TimeDelta, Utc};

use super::certificate::Certificate;
use super::chain;
pub use problem::{ServiceError, StampError, StampProblem};
pub(super) use token::verify;

/// How far the time of a stamp may be from the time that the signer claims.
pub const MAX_STAMP_DIFFERENCE: TimeDelta = TimeDelta::minutes(10);
/// The largest answer that is looked at, in bytes.
pub const MAX_STAMP_ANSWER_BYTES: usize = 64 * 1024;

/// Brings a question to an authority and its answer back, both as DER.
pub trait TimeStamper {
    /// Sends a `TimeStampReq`; gives the `TimeStampResp`.
    ///
    /// # Errors
    /// [`ServiceError`] when there is no answer of the right kind.
    fn answer(&self, query: &[u8]) -> Result<Vec<u8>, ServiceError>;
}

/// How a stamp is asked for.
#[derive(Clone, Copy)]
pub struct Stamping<'a> {
    /// Who is asked.
    pub service: &'a dyn TimeStamper,
    /// Fresh random bytes: the answer must repeat them, so that an older one does not pass for it.
    pub nonce: [u8; 16],
}

/// A time stamp, as far as it can be read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TimeStamp {
    /// The time that the authority states.
    pub at: DateTime<Utc>,
    /// The certificate of the authority.
    pub certificate: Certificate,
    /// The certificates of those who issued it, the nearest one first, as far as they travel with the stamp.
    pub issuers: Vec<Certificate>,
}

impl TimeStamp {
    /// Whether one of `trusted` is the authority's whole certificate, that of one of its issuers, or issued the last of those.
    /// Says nothing about the signature that the stamp belongs to.
    #[must_use]
    pub fn is_confirmed_by(&self, trusted: &[Certificate]) -> bool {
        chain::is_trusted(&self.certificate, &self.issuers, trusted, self.at)
    }
}

/// Asks for a stamp over `signature` and checks it; gives the stamp in the form in which it is kept. `claimed` is the time of
/// signing, by which the authority's clock is judged.
pub(super) fn obtain(
    stamping: &Stamping<'_>,
    signature: &[u8],
    claimed: DateTime<FixedOffset>,
) -> Result<Vec<u8>, StampError> {
    let query = query::write(signature, stamping.nonce).ok_or(StampError::Encoding)?;
    let answer = stamping.service.answer(&query)?;
    if answer.len() > MAX_STAMP_ANSWER_BYTES {
        return Err(ServiceError::TooLarge { max: MAX_STAMP_ANSWER_BYTES }.into());
    }
    let given = query::read(&answer)?;
    let token = token::normalised(&given)?;
    let checked = verify(&token, signature);
    // Another document first: then nothing else about the answer matters.
    if let Some(problem) = checked.problems.into_iter().next() {
        return Err(problem.into());
    }
    if !checked.nonce.is_some_and(|nonce| query::is_nonce(&nonce, stamping.nonce)) {
        return Err(StampError::Nonce);
    }
    match checked.stamp {
        Some(stamp) => time_problem(stamp.at, claimed).map_or(Ok(token), |problem| Err(problem.into())),
        None => Err(StampProblem::Unreadable.into()),
    }
}

/// Whether the two times contradict each other.
pub(super) fn time_problem(stamped: DateTime<Utc>, claimed: DateTime<FixedOffset>) -> Option<StampProblem> {
    let difference = stamped.signed_duration_since(claimed).abs();
    (difference > MAX_STAMP_DIFFERENCE).then_some(StampProblem::Time { stamped, claimed })
}
