//! The secret that protects a signing key on disk.

use std::fmt;

use zeroize::Zeroizing;

/// A passphrase, wiped from memory when dropped and never shown.
pub struct Passphrase(Zeroizing<String>);

impl Passphrase {
    /// The least number of characters a passphrase must have.
    pub const MIN_CHARS: usize = 8;

    /// Takes over `text` as it is; spaces count, nothing is trimmed.
    ///
    /// # Errors
    /// [`PassphraseTooShort`] below [`Self::MIN_CHARS`] characters; the text is wiped then too.
    pub fn new(text: String) -> Result<Self, PassphraseTooShort> {
        let text = Zeroizing::new(text);
        let chars = text.chars().count();
        if chars < Self::MIN_CHARS { Err(PassphraseTooShort { chars, min: Self::MIN_CHARS }) } else { Ok(Self(text)) }
    }

    pub(super) fn as_bytes(&self) -> &[u8] {
        self.0.as_bytes()
    }
}

impl fmt::Debug for Passphrase {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Passphrase(..)")
    }
}

/// A passphrase with fewer characters than the rule asks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("passphrase has {chars} characters, {min} are needed")]
pub struct PassphraseTooShort {
    /// Characters given.
    pub chars: usize,
    /// Characters needed.
    pub min: usize,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_passphrase_needs_eight_characters_not_bytes() {
        assert_eq!(Passphrase::new("éééé".into()).unwrap_err(), PassphraseTooShort { chars: 4, min: 8 });
        assert_eq!(Passphrase::new(String::new()).unwrap_err().chars, 0);
        assert_eq!(format!("{:?}", Passphrase::new("wächt€r!".into()).unwrap()), "Passphrase(..)");
    }
}
