//! PDF bytes, read strictly and written exactly.
//!
//! A general PDF reader repairs, guesses and follows pointers; every known attack on signed PDFs lives in that freedom.
//! This one reads a file from its first byte to its last: header, objects, cross-reference table, trailer, end mark, and
//! so for each revision. What it cannot place is refused. Nothing is decompressed, nothing is searched for.
//!
//! Left out on purpose: object streams, cross-reference streams, encryption, comments, indirect stream lengths.

pub(super) mod content;
pub(super) mod form;
pub(super) mod revision;
pub(super) mod scanner;
pub(super) mod text;
pub(super) mod update;
