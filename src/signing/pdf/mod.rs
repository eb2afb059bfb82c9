//! PDF bytes, read strictly and written exactly.
//!
//! A general PDF reader repairs, guesses and follows pointers; every known attack on signed PDFs lives in that freedom.
//! This one reads a file from its first byte to its last: header, objects, cross-references, end mark, and so for each
//! revision. What it cannot place is refused; nothing is searched for. Only streams of objects and of cross-references are
//! unpacked, where they stand, within a bound, and held to what was found: every object has one place, and one entry
//! that says so.
//!
//! Left out on purpose: encryption, comments, indirect stream lengths, tables beside streams (hybrid files).

pub(super) mod content;
pub(super) mod form;
mod packed;
pub(super) mod revision;
pub(super) mod scanner;
pub(super) mod text;
pub(super) mod update;
