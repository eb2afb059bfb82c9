//! Files: frameworks, exchange files, the `.trede` file and settings. Formats are types of their own, never the domain's.

pub mod attachments;
mod event_v1;
mod exchange_attached;
pub mod exchange_file;
pub mod exchange_write;
pub mod fields;
pub mod file_copy;
mod file_error;
pub mod file_identity;
pub mod file_lock;
pub mod framework_check;
pub mod framework_file;
mod framework_reader;
mod framework_rubric;
pub mod incoming;
pub mod located;
pub mod log;
mod origin_v1;
pub mod overlay_file;
pub mod overlay_write;
pub mod password;
pub mod private_copy;
pub mod problem;
pub mod protection;
pub mod settings;
pub mod shipped;
mod still;
pub mod syntax;
pub mod trede_file;
pub mod whole_file;

pub use attachments::AttachError;
pub use exchange_file::Exchange;
pub use file_error::FileError;
pub use incoming::Incoming;
pub use password::Password;
pub use trede_file::{Access, TredeFile};
