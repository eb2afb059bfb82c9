//! Names for files that the program proposes, and paths that the user types.

use std::path::{Path, PathBuf};

const LONGEST: usize = 60;
const LEGAL_FORMS: [&str; 6] = [" N.V.", " B.V.", " NV", " BV", " U.A.", " Bank N.V."];

/// The name of a file about `subject` on `date`: `Voorbeeldbank-2026-11-22.trede`, or about `nameless` while the subject
/// has no letters. Only letters, digits, dots and
/// hyphens, so that it works on every system and in every mail program.
pub fn proposed(subject: &str, nameless: &str, date: &str, ending: &str) -> String {
    let subject = subject.trim();
    let bare = LEGAL_FORMS.iter().find_map(|form| subject.strip_suffix(form)).unwrap_or(subject);
    let mut name = String::new();
    for character in bare.chars() {
        if name.chars().count() >= LONGEST {
            break;
        }
        if character.is_alphanumeric() {
            name.push(character);
        } else if !name.is_empty() && !name.ends_with('-') {
            name.push('-');
        }
    }
    let name = name.trim_end_matches('-');
    let name = if name.is_empty() { nameless } else { name };
    format!("{name}-{date}.{ending}")
}

/// The path that the user typed: a bare name goes into `folder`, `~/` is the home folder, a missing ending is added.
/// Nothing for an empty field.
pub fn typed(text: &str, folder: &Path, home: Option<&Path>, ending: Option<&str>) -> Option<PathBuf> {
    let text = text.trim();
    // A path that was copied from a file manager may carry quotation marks.
    let text = text.strip_prefix('"').and_then(|rest| rest.strip_suffix('"')).unwrap_or(text);
    if text.is_empty() {
        return None;
    }
    let mut path = match (text.strip_prefix("~/"), home) {
        (Some(rest), Some(home)) => home.join(rest),
        _ => folder.join(text),
    };
    if let Some(ending) = ending
        && path.extension().is_none_or(|found| !found.eq_ignore_ascii_case(ending))
        && let Some(name) = path.file_name().map(std::ffi::OsStr::to_owned)
    {
        let mut name = name;
        name.push(format!(".{ending}"));
        path.set_file_name(name);
    }
    Some(path)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_holds_nothing_that_a_system_refuses() {
        assert_eq!(proposed("Voorbeeldbank N.V.", "naamloos", "2026-11-22", "trede"), "Voorbeeldbank-2026-11-22.trede");
        assert_eq!(
            proposed("Één & Co: /hypotheken\\", "naamloos", "2026-11-22", "pdf"),
            "Één-Co-hypotheken-2026-11-22.pdf"
        );
        assert_eq!(proposed(" ../.. ", "naamloos", "2026-11-22", "trede"), "naamloos-2026-11-22.trede");
        assert!(proposed(&"lang ".repeat(80), "naamloos", "2026-11-22", "trede").len() < 90);
    }

    #[test]
    fn a_typed_path_is_completed() {
        let typed = |text| typed(text, Path::new("/map"), Some(Path::new("/thuis")), Some("trede"));
        assert_eq!(typed("  "), None);
        assert_eq!(typed("bank"), Some(PathBuf::from("/map/bank.trede")));
        assert_eq!(typed("~/x/bank.trede"), Some(PathBuf::from("/thuis/x/bank.trede")));
        assert_eq!(typed("\"/elders/bank v1.2\""), Some(PathBuf::from("/elders/bank v1.2.trede")));
    }
}
