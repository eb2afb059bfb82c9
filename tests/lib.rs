//! All integration tests, in one executable.

mod signature;
