//! Two versions of a framework: what differs, what it can do, and what becomes of an assessment.

mod commands;
mod difference;
mod migrating;
mod planned;
mod random;
#[cfg(feature = "gui")]
mod window;
mod words;

use trede::domain::{Framework, FrameworkDiff};
use trede::storage::framework_file;

/// The first version of a small framework: parts I, II and III.
pub const OLD: &str = include_str!("fixtures/versions/old.ron");

/// Its second version: I.3.1 reads otherwise, II.1.2 and part III are gone, II.5.2 is new.
pub const NEW: &str = include_str!("fixtures/versions/new.ron");

pub fn load(text: &str) -> Framework {
    framework_file::load(text.as_bytes()).unwrap_or_else(|problems| panic!("{problems:#?}"))
}

/// The first version with one thing replaced, which has to be there.
pub fn edited(from: &str, to: &str) -> String {
    assert!(OLD.contains(from), "{from}");
    OLD.replacen(from, to, 1)
}

/// What differs between the first version and one with these things replaced.
pub fn diff_of(edits: &[(&str, &str)]) -> FrameworkDiff {
    let text = edits.iter().fold(OLD.to_owned(), |text, (from, to)| {
        assert!(text.contains(from), "{from}");
        text.replacen(from, to, 1)
    });
    FrameworkDiff::between(&load(OLD), &load(&text))
}
