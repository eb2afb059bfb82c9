//! Attached files in words: name, size, and what goes wrong with them.

use super::{Wording, arg};
use crate::domain::Attachment;
use crate::domain::attachment::{LARGEST_FILE_BYTES, LARGEST_TOGETHER_BYTES};
use crate::storage::AttachError;

/// How many digits of a hash stand where there is little room.
const SHORT_HASH: usize = 12;

impl Wording {
    /// A number of bytes: `812 bytes`, `12 kB`, `3,4 MB`. Rounded half up; kilo is a thousand.
    pub fn size(&self, bytes: u64) -> String {
        let tenths = |unit: u64| (bytes.saturating_mul(10) + unit / 2) / unit;
        match bytes {
            0..1_000 => self.with("size-bytes", &[arg("number", bytes)]),
            // From here on a thousand kB would be shown.
            1_000..999_500 => self.with("size-kilobytes", &[arg("number", (bytes + 500) / 1_000)]),
            _ => {
                let tenths = tenths(1_000_000);
                let number = format!("{}{}{}", tenths / 10, self.decimal_mark(), tenths % 10);
                self.with("size-megabytes", &[("number", number)])
            }
        }
    }

    /// A limit in whole megabytes: `50 MB`.
    fn whole_megabytes(&self, bytes: u64) -> String {
        self.with("size-megabytes", &[("number", (bytes / 1_000_000).to_string())])
    }

    /// A file with its size: `beleid.pdf (12 kB)`.
    pub fn attachment(&self, file: &Attachment) -> String {
        self.with("attached-file", &[arg("name", file.name()), arg("size", self.size(file.size()))])
    }

    /// A file with its size and the start of its hash.
    pub fn attachment_hashed(&self, file: &Attachment) -> String {
        let hash = file.sha256().get(..SHORT_HASH).unwrap_or_default();
        let size = self.size(file.size());
        self.with("attached-file-hashed", &[arg("name", file.name()), arg("size", size), arg("sha256", hash)])
    }

    /// How much can be attached, said beforehand.
    pub fn attach_limits(&self, stored: u64) -> String {
        let args = [
            arg("file", self.whole_megabytes(LARGEST_FILE_BYTES)),
            arg("together", self.whole_megabytes(LARGEST_TOGETHER_BYTES)),
            arg("stored", self.size(stored)),
        ];
        self.with("attach-limits", &args)
    }

    /// Why a file is not attached, or does not come out again, and what to do.
    pub fn attach_error(&self, error: &AttachError) -> String {
        let file = |path: &std::path::Path| arg("file", path.display());
        match error {
            AttachError::TooLarge(path) => {
                self.with("attach-too-large", &[file(path), arg("most", self.whole_megabytes(LARGEST_FILE_BYTES))])
            }
            AttachError::TooMuch { stored, size } => {
                let args = [
                    arg("stored", self.size(*stored)),
                    arg("size", self.size(*size)),
                    arg("most", self.whole_megabytes(LARGEST_TOGETHER_BYTES)),
                ];
                self.with("attach-too-much", &args)
            }
            AttachError::NotPlain(path) => self.with("attach-not-plain", &[file(path)]),
            AttachError::Cancelled => self.text("attach-cancelled"),
            AttachError::NotHere(name) => self.with("attach-not-here", &[arg("name", name)]),
            AttachError::Changed(name) => self.with("attach-changed", &[arg("name", name)]),
            AttachError::Closed => self.text("attach-closed"),
            AttachError::File(error) => self.file_error(error),
        }
    }

    /// A word for programs, and the file that it is about.
    pub fn attach_error_code(&self, error: &AttachError) -> (&'static str, Option<String>) {
        let shown = |path: &std::path::Path| Some(path.display().to_string());
        match error {
            AttachError::TooLarge(path) => ("attach-too-large", shown(path)),
            AttachError::TooMuch { .. } => ("attach-too-much", None),
            AttachError::NotPlain(path) => ("attach-not-plain", shown(path)),
            AttachError::Cancelled => ("attach-cancelled", None),
            AttachError::NotHere(_) => ("attach-not-here", None),
            AttachError::Changed(_) => ("attach-changed", None),
            AttachError::Closed => ("attach-closed", None),
            AttachError::File(error) => {
                let (code, path) = self.file_error_code(error);
                (code, Some(path))
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::Language;

    #[test]
    fn a_size_is_rounded_half_up_and_never_shown_as_a_thousand_of_the_smaller_unit() {
        let words = Wording::new(Language::Dutch);
        let cases = [
            (0, "0 bytes"),
            (1, "1 byte"),
            (999, "999 bytes"),
            (1_000, "1 kB"),
            (1_499, "1 kB"),
            (1_500, "2 kB"),
            (999_499, "999 kB"),
            (999_500, "1,0 MB"),
            (3_449_999, "3,4 MB"),
            (3_450_000, "3,5 MB"),
            (500_000_000, "500,0 MB"),
        ];
        for (bytes, shown) in cases {
            assert_eq!(words.size(bytes).replace('\u{A0}', " "), shown);
        }
        assert_eq!(Wording::new(Language::English).size(3_450_000).replace('\u{A0}', " "), "3.5 MB");
    }
}
