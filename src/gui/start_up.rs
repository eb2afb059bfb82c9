//! From the command line to the window.

use std::ffi::OsString;
use std::io::Write as _;
use std::path::PathBuf;
use std::process::ExitCode;

use super::places::Places;
use crate::storage::settings::Settings;
use crate::wording::{Wording, arg, choice};

/// What the arguments of the window name.
#[derive(Debug, Default, PartialEq, Eq)]
struct Asked {
    /// The assessment.
    file: Option<PathBuf>,
    /// The literal wording of the norms.
    overlay: Option<PathBuf>,
}

impl Asked {
    /// Reads the arguments, the name of the program first; the option without its value as an error.
    fn read(arguments: &[OsString]) -> Result<Asked, &'static str> {
        const OVERLAY: &str = "--overlay";
        let mut asked = Asked::default();
        let mut words = arguments.iter().skip(1);
        while let Some(word) = words.next() {
            let text = word.to_string_lossy();
            if text == OVERLAY {
                asked.overlay = Some(words.next().map(PathBuf::from).ok_or(OVERLAY)?);
            } else if let Some(path) = text.strip_prefix("--overlay=") {
                asked.overlay = Some(PathBuf::from(path));
            } else if text == "--lang" {
                // Read before, with the setting.
                words.next();
            } else if !text.starts_with('-') && asked.file.is_none() {
                asked.file = Some(PathBuf::from(word));
            }
        }
        Ok(asked)
    }
}

/// Opens the window for these arguments, the name of the program first: at most one file, `--overlay FILE` and
/// `--lang`. Without a display it says so on standard error and gives exit code 2.
pub fn start_up(arguments: &[OsString]) -> ExitCode {
    let asked = choice::asked(arguments);
    let setting = Settings::language_in(&Places::of_user().settings);
    let language = choice::language(asked, setting, locale().as_deref());
    let words = Wording::new(language);
    if cfg!(all(unix, not(target_os = "macos"))) && !has_display() {
        return refuse(&words.text("no-display"));
    }
    let named = match Asked::read(arguments) {
        Ok(named) => named,
        Err(option) => return refuse(&words.with("cli-missing-value", &[arg("argument", option)])),
    };
    match super::open_window(named.file, named.overlay, language) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => refuse(&words.with("window-failed", &[arg("detail", error)])),
    }
}

fn locale() -> Option<String> {
    let mut named = ["LC_ALL", "LC_MESSAGES", "LANG"].into_iter().filter_map(|name| std::env::var(name).ok());
    named.find(|value| !value.is_empty())
}

fn has_display() -> bool {
    ["DISPLAY", "WAYLAND_DISPLAY"].iter().any(|name| std::env::var_os(name).is_some_and(|value| !value.is_empty()))
}

fn refuse(why: &str) -> ExitCode {
    // Whoever closed standard error does not want to know.
    let _ = writeln!(std::io::stderr(), "{why}");
    ExitCode::from(2)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn asked(words: &[&str]) -> Result<(Option<String>, Option<String>), &'static str> {
        let arguments: Vec<OsString> = ["trede"].iter().chain(words).map(OsString::from).collect();
        let text = |path: Option<PathBuf>| path.map(|path| path.display().to_string());
        Asked::read(&arguments).map(|asked| (text(asked.file), text(asked.overlay)))
    }

    #[test]
    fn the_window_takes_an_assessment_and_an_overlay_in_any_order() {
        let both = Ok((Some("a.trede".to_owned()), Some("laag.ron".to_owned())));
        assert_eq!(asked(&["a.trede", "--overlay", "laag.ron"]), both);
        assert_eq!(asked(&["--overlay", "laag.ron", "a.trede"]), both);
        assert_eq!(asked(&["--overlay=laag.ron", "a.trede"]), both);
        assert_eq!(asked(&[]), Ok((None, None)));
        assert_eq!(asked(&["a.trede", "--overlay"]), Err("--overlay"));
    }

    #[test]
    fn the_language_is_not_taken_for_a_file() {
        let file = Ok((Some("bank.trede".to_owned()), None));
        assert_eq!(asked(&["--lang", "en"]), Ok((None, None)));
        assert_eq!(asked(&["--lang", "en", "bank.trede"]), file);
        assert_eq!(asked(&["bank.trede", "--lang=en"]), file);
    }
}
