//! The window. It decides nothing itself: screens are drawn from the session and return wishes; [`window`] fulfils them.
//!
//! | file | holds |
//! |---|---|
//! | `theme`, `press`, `widgets` | how everything looks |
//! | `window`, `wish`, `desk` | what is open, what is asked for, and doing it |
//! | `workspace/` | the screen on which a part is judged |
//! | `commands`, `keys`, `palette` | every command with its key, in one list |
//! | the others | a screen each |

pub mod commands;
pub mod cover_form;
pub mod desk;
pub mod dialogs;
mod fulfil;
pub mod help;
mod keys;
pub mod log_view;
pub mod new_form;
pub mod overview;
pub mod palette;
mod parts;
pub mod press;
pub mod report_form;
pub mod settings;
pub mod start;
mod start_up;
pub mod theme;
mod top;
pub mod widgets;
pub mod window;
pub mod wish;
pub mod workspace;

pub use desk::stamp;
pub use start_up::start_up;
pub use window::{Window, open_window};
pub use wish::{Notice, Overlay, Scene, Screen, Wish};
