//! The password on an assessment file: wiped from memory when dropped, never shown.

use std::fmt;
use std::path::Path;

use unicode_normalization::UnicodeNormalization as _;
use zeroize::Zeroizing;

/// How many bytes SQLCipher encrypts at a time; a file is a whole number of these.
const PAGE: u64 = 4096;

/// A password.
#[derive(Clone, PartialEq, Eq)]
pub struct Password(Zeroizing<String>);

impl Password {
    /// The least number of characters of a new password.
    pub const MIN_CHARS: usize = 10;
    /// The greatest number of characters.
    const MAX_CHARS: usize = 1000;

    /// Takes a password as it is typed, composed (NFC), since not every keyboard composes an é alike. None when it is empty,
    /// endless or holds control characters, which no password has.
    pub fn typed(text: String) -> Option<Password> {
        let text = Zeroizing::new(text);
        let fits =
            !text.is_empty() && text.chars().count() <= Password::MAX_CHARS && !text.chars().any(char::is_control);
        fits.then(|| Password(Zeroizing::new(text.nfc().collect())))
    }

    /// Whether it is long enough to be set.
    pub fn is_long_enough(&self) -> bool {
        self.0.chars().count() >= Password::MIN_CHARS
    }

    #[cfg(feature = "encryption")]
    pub(super) fn text(&self) -> &str {
        &self.0
    }
}

impl fmt::Debug for Password {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str("Password(..)")
    }
}

/// Whether a file looks like an assessment with a password: whole pages of bytes that follow no pattern. Only the password
/// tells whether it is one.
pub fn is_protected(path: &Path) -> bool {
    use std::io::Read as _;
    // A pipe would wait for somebody to write to it.
    let is_whole = |known: &std::fs::Metadata| known.is_file() && known.len() > 0 && known.len().is_multiple_of(PAGE);
    if !std::fs::metadata(path).is_ok_and(|known| is_whole(&known)) {
        return false;
    }
    let Ok(mut file) = std::fs::File::open(path) else { return false };
    let mut page = vec![0_u8; PAGE as usize];
    if file.read_exact(&mut page).is_err() {
        return false;
    }
    // Encrypted bytes are evenly spread: of 256 values at least 240 are in a page, and none is there often.
    let mut counts = [0_u32; 256];
    page.iter().for_each(|byte| counts[usize::from(*byte)] += 1);
    // Of a random beginning, two bytes would be met once in 65,536 files, which then could not be opened: four are compared.
    let known_start = [
        &b"SQLite format 3\0"[..],
        b"PK\x03\x04",
        b"PK\x05\x06",
        b"%PDF",
        b"\x1F\x8B\x08\x00",
        b"\x1F\x8B\x08\x08",
        b"\xFF\xD8\xFF\xDB",
        b"\xFF\xD8\xFF\xE0",
        b"\xFF\xD8\xFF\xE1",
        b"\x89PNG",
    ];
    !known_start.iter().any(|start| page.starts_with(start))
        && counts.iter().filter(|count| **count > 0).count() >= 240
        && counts.iter().all(|count| *count < 64)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_password_is_composed_and_never_shown() {
        let composed = Password::typed("\u{E9}\u{E9}n".to_owned());
        assert_eq!(composed, Password::typed("e\u{301}e\u{301}n".to_owned()));
        assert_eq!(format!("{composed:?}"), "Some(Password(..))");
        assert!(Password::typed("acht tek".to_owned()).is_some_and(|short| !short.is_long_enough()));
        assert!(Password::typed("tien teken".to_owned()).is_some_and(|long| long.is_long_enough()));
        for text in [String::new(), "a\0b".to_owned(), "a\n".to_owned(), "a".repeat(1001)] {
            assert!(Password::typed(text).is_none());
        }
    }

    #[test]
    fn only_whole_pages_without_a_pattern_look_protected() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a.trede");
        let mut random = vec![0_u8; 8192];
        getrandom::fill(&mut random).unwrap();
        let looks = |bytes: &[u8]| {
            std::fs::write(&path, bytes).unwrap();
            is_protected(&path)
        };
        assert!(looks(&random));
        assert!(!looks(&random[..8191]) && !looks(b"") && !looks(&[7; 8192]));
        assert!(!looks(&b"Een gewone tekst. ".repeat(512)[..8192]));
        for start in [&b"%PDF"[..], b"PK\x03\x04", b"\xFF\xD8\xFF\xE1"] {
            random[..4].copy_from_slice(start);
            assert!(!looks(&random));
        }
        // What happens by chance now and then is no sign of another kind of file.
        for start in [b"PK", b"\x1F\x8B", b"\xFF\xD8"] {
            random[..4].copy_from_slice(&[start[0], start[1], 0x77, 0x99]);
            assert!(looks(&random));
        }
        assert!(!is_protected(folder.path()));
    }
}
