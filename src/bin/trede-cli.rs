//! Trede without a window: for terminals and scripts.

use std::process::ExitCode;

fn main() -> ExitCode {
    trede::cli::run(std::env::args_os())
}
