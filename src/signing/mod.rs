//! Identities and PAdES signatures. This room knows PDF bytes and keys, and nothing of assessments.
//!
//! | file | subject |
//! |---|---|
//! | `identity`, `store`, `passphrase` | a key of one's own, locked on disk |
//! | `p12` | a key that another issued, in a PKCS #12 file |
//! | `token` | a key on a smart card or another token, reached through PKCS #11 |
//! | `signer`, `keys`, `certificate`, `chain`, `cms` | what an unlocked key does, and what proves it |
//! | `pdf` | reading a report strictly, writing a signature exactly |
//! | `sign`, `integrity`, `fault` | signing a report; saying what is wrong with one |
//! | `stamp` | time stamps of an authority: asking, checking |
//! | `foreign` | who claims to have signed a file that is no report |

mod certificate;
mod chain;
mod cms;
mod fault;
mod field;
mod foreign;
mod hex;
mod identity;
mod integrity;
mod keys;
mod p12;
mod passphrase;
mod pdf;
mod plain_text;
mod private_file;
mod sign;
mod signer;
mod stamp;
mod store;
mod token;

pub use certificate::{Certificate, CertificateError};
pub use chain::CertificateProblem;
pub use fault::Fault;
pub use field::FieldRole;
pub use foreign::claimed_signers;
pub use identity::{Identity, IdentityError, MAX_NAME_CHARS};
pub use integrity::{Inspection, MAX_PDF_BYTES, SignatureFacts, inspect};
pub use keys::{KeyFault, KeyKind};
pub use p12::{MAX_P12_BYTES, P12Error, Password};
pub use passphrase::{Passphrase, PassphraseTooShort};
pub use plain_text::{MAX_STATEMENT_CHARS, PlainTextError};
pub use sign::{SignError, SignRequest, sign, sign_stamped};
pub use signer::Signer;
pub use stamp::{
    MAX_STAMP_ANSWER_BYTES, MAX_STAMP_DIFFERENCE, ServiceError, StampError, StampProblem, Stamping, TimeStamp,
    TimeStamper,
};
pub use store::{IdentityStore, Listing, StoreError};
pub use token::{Chosen, PATIENCE, Pin, PinState, Token, TokenCertificate, TokenError, TokenModule, Tries};
