//! All integration tests in one binary, so that the program is linked once.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::print_stdout,
    reason = "a test may stop at once; the lints spare test functions only, not what they call"
)]

mod architecture;
mod attached;
mod authority;
mod cli;
mod deciding;
mod document;
mod example;
mod frameworks;
#[cfg(feature = "gui")]
mod gui;
#[cfg(feature = "image-tests")]
mod gui_images;
#[cfg(feature = "gui")]
mod gui_modules;
#[cfg(feature = "gui")]
mod gui_screens;
mod internal;
mod large;
mod large_framework;
mod located;
#[cfg(target_os = "linux")]
mod memory;
mod modules;
mod overlay;
mod personal;
mod problems;
mod properties;
mod proposed;
mod protection;
mod report;
mod report_pdf;
mod report_sample;
#[cfg(unix)]
mod rights;
mod schemas;
mod signature;
mod source;
mod stamping;
mod storage;
mod sweep;
mod tables;
mod token;
mod trust;
mod verification;
mod versions;
mod wording;
mod worked_examples;
