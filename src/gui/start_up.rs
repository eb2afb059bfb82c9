//! From the command line to the window.

use std::ffi::OsString;
use std::io::Write as _;
use std::path::PathBuf;
use std::process::ExitCode;

use crate::domain::Language;
use crate::wording::{Wording, arg};

/// Opens the window for these arguments, the name of the program first: at most one file. Without a display it says so
/// on standard error and gives exit code 2.
pub fn start_up(arguments: &[OsString]) -> ExitCode {
    let words = Wording::new(Language::Dutch);
    if cfg!(all(unix, not(target_os = "macos"))) && !has_display() {
        return refuse(&words.text("no-display"));
    }
    let file = arguments.iter().skip(1).find(|word| !word.to_string_lossy().starts_with('-')).map(PathBuf::from);
    match super::open_window(file) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => refuse(&words.with("window-failed", &[arg("detail", error)])),
    }
}

fn has_display() -> bool {
    ["DISPLAY", "WAYLAND_DISPLAY"].iter().any(|name| std::env::var_os(name).is_some_and(|value| !value.is_empty()))
}

fn refuse(why: &str) -> ExitCode {
    // Whoever closed standard error does not want to know.
    let _ = writeln!(std::io::stderr(), "{why}");
    ExitCode::from(2)
}
