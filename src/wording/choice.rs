//! Which language is spoken, before anything is said.

use std::ffi::OsString;

use crate::domain::text::Language;

/// The language that the arguments ask for with `--lang`; an unknown one is none.
pub fn asked(arguments: &[OsString]) -> Option<Language> {
    let words: Vec<_> = arguments.iter().map(|argument| argument.to_string_lossy()).collect();
    let code = words.iter().enumerate().find_map(|(at, word)| match word.strip_prefix("--lang=") {
        Some(code) => Some(code),
        None if word == "--lang" => words.get(at + 1).map(AsRef::as_ref),
        None => None,
    })?;
    Language::from_code(code)
}

/// What is asked for, else what was chosen in the settings, else what the locale (such as `en_GB.UTF-8`) says, else
/// Dutch.
pub fn language(asked: Option<Language>, setting: Option<Language>, locale: Option<&str>) -> Language {
    let of_locale = || Language::from_code(locale?.split(['_', '.', '-', '@']).next()?);
    asked.or(setting).or_else(of_locale).unwrap_or(Language::Dutch)
}

#[cfg(test)]
mod tests {
    use super::*;
    use Language::{Dutch, English};

    #[test]
    fn the_nearest_choice_wins() {
        let of = |words: &[&str]| asked(&words.iter().map(OsString::from).collect::<Vec<_>>());
        assert_eq!(of(&["trede", "--lang", "en", "score"]), Some(English));
        assert_eq!(of(&["trede", "score", "--lang=nl"]), Some(Dutch));
        assert_eq!(of(&["trede", "--lang"]), None);
        assert_eq!(language(Some(Dutch), Some(English), Some("en_GB.UTF-8")), Dutch);
        assert_eq!(language(None, Some(English), Some("nl_NL.UTF-8")), English);
        assert_eq!(language(None, None, Some("en_GB.UTF-8")), English);
        assert_eq!(language(None, None, Some("de_DE.UTF-8")), Dutch);
        assert_eq!(language(None, None, None), Dutch);
    }
}
