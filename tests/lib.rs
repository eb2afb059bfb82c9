//! All integration tests in one binary, so that the program is linked once.

mod frameworks;
#[cfg(feature = "gui")]
mod gui;
mod report_pdf;
mod signature;
