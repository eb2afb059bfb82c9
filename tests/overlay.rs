//! Overlays: the literal wording of norms, read, quoted in a report, and verified with it.

mod reading;
mod reporting;
mod source_text;
#[cfg(feature = "gui")]
pub mod window;
