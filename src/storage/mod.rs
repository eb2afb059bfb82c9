//! Files: frameworks, exchange files, the `.trede` file and settings. Formats are types of their own, never the domain's.

pub mod exchange_file;
pub mod fields;
pub mod framework_check;
pub mod framework_file;
pub mod located;
pub mod problem;
pub mod shipped;
pub mod syntax;
