//! Trede: the window, or with a subcommand the same as `trede-cli`.

use std::ffi::OsString;
use std::process::ExitCode;

fn main() -> ExitCode {
    let arguments: Vec<OsString> = std::env::args_os().collect();
    #[cfg(feature = "gui")]
    if !trede::cli::is_command(&arguments) {
        return trede::gui::start_up(&arguments);
    }
    trede::cli::run(arguments)
}
