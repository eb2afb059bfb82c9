//! Trede: the window, or with a subcommand the same as `trede-cli`.

use std::process::ExitCode;

fn main() -> ExitCode {
    trede::cli::run(std::env::args_os())
}
