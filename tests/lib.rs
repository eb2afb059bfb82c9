//! All integration tests, in one executable.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::print_stdout,
    reason = "a test may stop at once; the lints spare test functions only, not what they call"
)]

mod signature;
