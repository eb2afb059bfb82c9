//! All integration tests in one binary, so that the program is linked once.

mod frameworks;
mod problems;
mod properties;
mod worked_examples;
