//! The report: blocks (what it says) -> strips (lines with their measures) -> pages -> tagged PDF/A-3A and PDF/UA-1.
//!
//! | file | holds | deliberately absent |
//! |---|---|---|
//! | [`block`] | what a report can consist of | measures, fonts, PDF |
//! | [`chart`] | scores as shapes, for the report and for the window, and in words | pages, screens, PDF |
//! | [`fonts`] | the bundled faces, what they can show, subsets of them | layout |
//! | `layout` | wrapping, tables, page breaks, the structure tree | PDF objects |
//! | `pdf` | page operators, tags, metadata, attachments, signature fields | any decision about where things stand |
//! | [`reading`] | the text and attachments of a finished PDF, for verification | trust in what it reads |
//! | [`tables`] | the same assessment as a spreadsheet and as text between semicolons | PDF, a score of its own |
//!
//! The same [`Document`] gives the same bytes, always: dates come in as values, the file identifier is a hash of the content.

pub mod block;
pub mod chart;
pub mod content;
pub mod fonts;
mod layout;
mod pdf;
pub mod reading;
pub mod tables;

pub use pdf::{AttachedFile, Document, Relationship, WriteError, write};
