//! Keys on smart cards and other tokens, reached through a PKCS #11 module: a library that comes with the card.
//!
//! | file | subject |
//! |---|---|
//! | `call` | one call at a time in the whole program, none waited for longer than its patience |
//! | `session` | the module, its tokens, logging in; all of it closed again, however it ends |
//! | `contents` | what stands on a token, for all to see |
//! | `choice` | from what was asked to one certificate on one token |
//! | `key` | the key on the token, asked to sign |
//! | `error` | why something does not work |
//!
//! Every call opens the module anew and leaves nothing open: a card can be exchanged between two calls, and another
//! program can use it. The key never leaves the token. The module is foreign code that runs inside this program with
//! all its rights; it is only loaded from a path that the user gave.

mod call;
mod choice;
mod contents;
mod error;
mod key;
mod session;

use std::fmt;
use std::path::PathBuf;
use std::time::Duration;

use zeroize::Zeroizing;

pub use choice::Chosen;
pub use contents::{PinState, Token, TokenCertificate};
pub use error::{TokenError, Tries};
pub(super) use key::TokenKey;

/// How long a card may take for one call; slow ones need some seconds for a signature.
pub const PATIENCE: Duration = Duration::from_secs(60);
/// A person who types his PIN on the card reader needs time: so many times as long.
const PAD_FACTOR: u32 = 3;

/// The PIN of a token; wiped from memory when dropped and never shown.
pub struct Pin(Zeroizing<String>);

impl Pin {
    /// Takes over `text` as it is.
    #[must_use]
    pub fn new(text: String) -> Self {
        Self(Zeroizing::new(text))
    }
}

impl fmt::Debug for Pin {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Pin(..)")
    }
}

/// A PKCS #11 module. It is not loaded before it is used.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TokenModule {
    path: PathBuf,
    patience: Duration,
}

impl TokenModule {
    /// The module in the library at `path`, which is waited for [`PATIENCE`] at a time.
    #[must_use]
    pub fn at(path: impl Into<PathBuf>) -> Self {
        Self { path: path.into(), patience: PATIENCE }
    }

    /// The same, waited for so long.
    #[must_use]
    pub fn with_patience(self, patience: Duration) -> Self {
        Self { patience, ..self }
    }

    /// The tokens that are there now with the certificates on them; needs no PIN. Runs the module, on a thread of its
    /// own.
    ///
    /// # Errors
    /// [`TokenError`]; no token at all is an empty list.
    pub fn tokens(&self) -> Result<Vec<Token>, TokenError> {
        let path = self.path.clone();
        call::within(self.patience, move || contents::tokens(&path))
    }
}
