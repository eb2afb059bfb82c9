//! The command line as a user meets it: the built program in a folder of its own.

mod arguments;
mod assessments;
pub mod desk;
mod files;
mod frameworks;
mod full_disk;
mod hostile;
pub mod killed;
mod log;
mod mending;
mod p12;
mod reports;
mod scores;
mod stamps;
mod trust;
