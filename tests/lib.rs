//! All integration tests in one binary, so that the program is linked once.

mod architecture;
mod frameworks;
mod problems;
mod properties;
mod source;
mod wording;
mod worked_examples;
