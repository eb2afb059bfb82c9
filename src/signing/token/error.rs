//! Why a token gives no signature.

use std::path::PathBuf;

use cryptoki::error::{Error, RvError};

use super::super::chain::CertificateProblem;
use super::super::plain_text::PlainTextError;

/// How many wrong PINs the token still takes, as far as it says.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Tries {
    /// It does not say that there are few.
    #[default]
    Enough,
    /// A wrong PIN was given since the last right one.
    Few,
    /// The next wrong PIN locks it.
    Last,
}

/// Why a token cannot be read or does not sign.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum TokenError {
    /// There is no library at this path that can be loaded.
    #[error("{path}: no library: {detail}")]
    NoLibrary {
        /// The path.
        path: PathBuf,
        /// What the system says.
        detail: String,
    },
    /// The library is no PKCS #11 module, or lacks a function.
    #[error("{path}: no PKCS #11 module")]
    NoModule {
        /// The path.
        path: PathBuf,
    },
    /// The module lacks a function that is needed.
    #[error("module lacks a function")]
    Incomplete,
    /// No token is there.
    #[error("no token")]
    NoToken,
    /// None of the tokens is called so.
    #[error("no token {asked} among {found:?}")]
    UnknownToken {
        /// Label or serial number that was asked for.
        asked: String,
        /// Those that are there.
        found: Vec<String>,
    },
    /// Several tokens, and it was not said which.
    #[error("tokens {found:?}")]
    SeveralTokens {
        /// Those that are there.
        found: Vec<String>,
    },
    /// There is no certificate of a signer on the token.
    #[error("no certificate on {token}")]
    NoCertificate {
        /// The token.
        token: String,
    },
    /// None of the certificates is called so.
    #[error("no certificate {asked} among {found:?}")]
    UnknownKey {
        /// Name or fingerprint that was asked for.
        asked: String,
        /// Those that are there.
        found: Vec<String>,
    },
    /// Several certificates fit.
    #[error("certificates {found:?}")]
    SeveralKeys {
        /// Name and start of the fingerprint of each.
        found: Vec<String>,
    },
    /// The certificate, or that of an issuer, is not accepted.
    #[error("certificate of {name}: {problem}")]
    Certificate {
        /// The name in it.
        name: String,
        /// What is wrong with it.
        problem: CertificateProblem,
    },
    /// The name in the certificate cannot stand in a report.
    #[error("name: {0}")]
    Name(#[from] PlainTextError),
    /// There is no private key with the certificate.
    #[error("no key for the certificate of {name}")]
    NoKey {
        /// The name in the certificate.
        name: String,
    },
    /// The token wants a PIN and none was given.
    #[error("PIN needed")]
    PinNeeded,
    /// The PIN cannot be right; it was not tried.
    #[error("PIN of {min} to {max} characters")]
    PinLength {
        /// The fewest characters.
        min: usize,
        /// The most characters.
        max: usize,
    },
    /// The PIN is wrong.
    #[error("PIN wrong, {tries:?} left")]
    PinWrong {
        /// What is left.
        tries: Tries,
    },
    /// Too many wrong PINs.
    #[error("PIN locked")]
    PinLocked,
    /// The PIN must be changed first.
    #[error("PIN expired")]
    PinExpired,
    /// The token has no PIN yet.
    #[error("PIN not set")]
    PinNotSet,
    /// The signer stopped it on the card reader.
    #[error("cancelled")]
    Cancelled,
    /// The token is not there any more.
    #[error("token gone")]
    Gone,
    /// The token cannot make the kind of signature that this key needs.
    #[error("no mechanism for {algorithm}")]
    Mechanism {
        /// The kind, as `KeyKind::algorithm` names it.
        algorithm: &'static str,
    },
    /// What the token gave is no signature by this key.
    #[error("signature does not verify")]
    Rubbish,
    /// The token did not answer in time.
    #[error("no answer in {seconds} s")]
    Silent {
        /// How long it was waited for.
        seconds: u64,
    },
    /// An earlier call has not come back.
    #[error("busy")]
    Busy,
    /// The module says no, in the words of PKCS #11.
    #[error("{function}: {code}")]
    Failed {
        /// The function; empty when nothing is known.
        function: String,
        /// The code.
        code: String,
    },
}

impl TokenError {
    /// What a call gave, when nothing more is known about it.
    pub(super) fn of(error: &Error) -> Self {
        let (code, function) = match error {
            Error::Pkcs11(code, function) => (code, function),
            Error::NullFunctionPointer => return Self::Incomplete,
            _ => return Self::Failed { function: String::new(), code: error.to_string() },
        };
        match code {
            RvError::TokenNotPresent
            | RvError::TokenNotRecognized
            | RvError::DeviceRemoved
            | RvError::SlotIdInvalid
            | RvError::SessionClosed
            | RvError::SessionHandleInvalid => Self::Gone,
            RvError::PinIncorrect | RvError::PinInvalid | RvError::PinLenRange => {
                Self::PinWrong { tries: Tries::Enough }
            }
            RvError::PinLocked => Self::PinLocked,
            RvError::PinExpired => Self::PinExpired,
            RvError::UserPinNotInitialized => Self::PinNotSet,
            RvError::UserNotLoggedIn => Self::PinNeeded,
            RvError::Cancel | RvError::FunctionCanceled => Self::Cancelled,
            code => Self::Failed { function: format!("C_{function:?}"), code: format!("{code:?}") },
        }
    }
}

impl From<Error> for TokenError {
    fn from(error: Error) -> Self {
        Self::of(&error)
    }
}
