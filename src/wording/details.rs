//! Technical facts at the end of a sentence, apart from what everyone can read.

use super::Wording;

impl Wording {
    /// A text and, where it ends in them, its technical facts: what the window shows only when it is asked to.
    pub fn folded(&self, text: &str) -> (String, Option<String>) {
        // A list of problems is one too; its heading goes with it.
        let all = format!("\n{}", self.text("all-problems"));
        if let Some(at) = text.find(&all) {
            return (text[..at].trim_end().to_owned(), Some(text[at..].trim().to_owned()));
        }
        let mark = self.text("technical-message");
        match text.rsplit_once(&mark) {
            Some((sentence, details)) if !details.trim().is_empty() => {
                (sentence.trim_end().to_owned(), Some(details.trim().to_owned()))
            }
            _ => (text.to_owned(), None),
        }
    }
}

#[cfg(test)]
mod tests {
    use std::path::PathBuf;

    use super::*;
    use crate::domain::Language;
    use crate::storage::FileError;

    #[test]
    fn technical_facts_are_folded_away_in_both_languages() {
        let error = FileError::Other { path: PathBuf::from("a.trede"), detail: "EIO (os error 5)".to_owned() };
        for language in Language::ALL {
            let words = Wording::new(language);
            let (sentence, details) = words.folded(&words.file_error(&error));
            assert_eq!(details.as_deref(), Some("EIO (os error 5)."), "{language:?}");
            assert!(sentence.ends_with('.') && !sentence.contains("EIO"), "{sentence}");
            assert_eq!(words.folded("a.trede"), ("a.trede".to_owned(), None));
        }
    }

    #[test]
    fn every_message_that_ends_in_a_detail_can_be_folded() {
        for language in Language::ALL {
            let mark = Wording::new(language).text("technical-message");
            for (file, content) in super::super::files(language) {
                for line in content.lines().filter(|line| line.trim_end().ends_with("{ $detail }.")) {
                    assert!(line.contains(&format!(" {mark} {{ $detail }}.")), "{file}: {line}");
                }
            }
        }
    }
}
