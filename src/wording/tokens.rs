//! Tokens and what they refuse, in words.

use super::{Wording, arg};
use crate::signing::{PinState, TokenError, Tries};

impl Wording {
    /// Why a token cannot be read or did not sign.
    pub fn token_error(&self, error: &TokenError) -> String {
        let list = |found: &[String]| self.list(found.to_vec(), "and");
        match error {
            TokenError::NoLibrary { path, detail } => {
                self.with("token-no-library", &[arg("file", path.display()), arg("detail", detail)])
            }
            TokenError::NoModule { path } => self.with("token-no-module", &[arg("file", path.display())]),
            TokenError::Incomplete => self.text("token-incomplete"),
            TokenError::NoToken => self.text("token-none"),
            TokenError::UnknownToken { asked, found } => {
                self.with("token-unknown", &[arg("asked", asked), arg("found", list(found))])
            }
            TokenError::SeveralTokens { found } => self.with("token-several", &[arg("found", list(found))]),
            TokenError::NoCertificate { token } => self.with("token-no-certificate", &[arg("token", token)]),
            TokenError::UnknownKey { asked, found } => {
                self.with("token-unknown-key", &[arg("asked", asked), arg("found", list(found))])
            }
            TokenError::SeveralKeys { found } => self.with("token-several-keys", &[arg("found", list(found))]),
            TokenError::Certificate { name, problem } => {
                let problem = self.certificate_problem(problem);
                self.with("token-unusable", &[arg("name", name), arg("problem", problem)])
            }
            TokenError::Name(_) => self.text("token-name"),
            TokenError::NoKey { name } => self.with("token-no-key", &[arg("name", name)]),
            TokenError::Mechanism { algorithm } => self.with("token-mechanism", &[arg("algorithm", algorithm)]),
            TokenError::Rubbish => self.text("token-rubbish"),
            TokenError::Gone => self.text("token-gone"),
            TokenError::Silent { seconds } => self.with("token-silent", &[arg("seconds", seconds)]),
            TokenError::Busy => self.text("token-busy"),
            TokenError::Failed { function, code } => {
                self.with("token-failed", &[arg("detail", format!("{function} {code}").trim())])
            }
            TokenError::PinNeeded
            | TokenError::PinLength { .. }
            | TokenError::PinWrong { .. }
            | TokenError::PinLocked
            | TokenError::PinExpired
            | TokenError::PinNotSet
            | TokenError::Cancelled => self.pin_error(error),
        }
    }

    fn pin_error(&self, error: &TokenError) -> String {
        match error {
            TokenError::PinLength { min, max } => self.with("pin-length", &[arg("least", min), arg("most", max)]),
            TokenError::PinWrong { tries: Tries::Last } => self.text("pin-wrong-last"),
            TokenError::PinWrong { .. } => self.text("pin-wrong"),
            TokenError::PinLocked => self.text("pin-locked"),
            TokenError::PinExpired => self.text("pin-expired"),
            TokenError::PinNotSet => self.text("pin-not-set"),
            TokenError::Cancelled => self.text("pin-cancelled"),
            _ => self.text("pin-needed"),
        }
    }

    /// What to know about a PIN before it is given; nothing when all is well.
    pub fn pin_warning(&self, pin: PinState) -> Option<String> {
        Some(self.text(match pin {
            PinState { is_locked: true, .. } => "pin-locked",
            PinState { tries: Tries::Last, .. } => "pin-last-try",
            PinState { tries: Tries::Few, .. } => "pin-few-tries",
            PinState { is_on_pad: true, .. } => "pin-on-reader",
            PinState { .. } => return None,
        }))
    }
}
