//! From the command line to the window.

use std::ffi::OsString;
use std::io::Write as _;
use std::path::PathBuf;
use std::process::ExitCode;

use super::places::Places;
use crate::storage::settings::Settings;
use crate::wording::{Wording, arg, choice};

/// Opens the window for these arguments, the name of the program first: at most one file, and `--lang`. Without a
/// display it says so on standard error and gives exit code 2.
pub fn start_up(arguments: &[OsString]) -> ExitCode {
    let asked = choice::asked(arguments);
    let setting = Settings::language_in(&Places::of_user().settings);
    let language = choice::language(asked, setting, locale().as_deref());
    let words = Wording::new(language);
    if cfg!(all(unix, not(target_os = "macos"))) && !has_display() {
        return refuse(&words.text("no-display"));
    }
    match super::open_window(file(arguments), language) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => refuse(&words.with("window-failed", &[arg("detail", error)])),
    }
}

/// The file that the arguments name: the first word that is no option, nor the value of `--lang`.
fn file(arguments: &[OsString]) -> Option<PathBuf> {
    let words: Vec<_> = arguments.iter().map(|word| word.to_string_lossy()).collect();
    let at = (1..words.len()).find(|at| !words[*at].starts_with('-') && words[at - 1] != "--lang")?;
    arguments.get(at).map(PathBuf::from)
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

    #[test]
    fn the_language_is_not_taken_for_a_file() {
        let of = |words: &[&str]| file(&words.iter().map(OsString::from).collect::<Vec<_>>());
        assert_eq!(of(&["trede", "--lang", "en"]), None);
        assert_eq!(of(&["trede", "--lang", "en", "bank.trede"]), Some(PathBuf::from("bank.trede")));
        assert_eq!(of(&["trede", "bank.trede", "--lang=en"]), Some(PathBuf::from("bank.trede")));
    }
}
