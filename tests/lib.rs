//! All integration tests in one binary, so that the program is linked once.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::print_stdout,
    reason = "a test may stop at once; the lints spare test functions only, not what they call"
)]

mod frameworks;
#[cfg(feature = "gui")]
mod gui;
mod properties;
mod report_pdf;
mod report_sample;
mod signature;
