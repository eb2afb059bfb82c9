//! The window. It decides nothing itself: screens are drawn from the session and return wishes; [`window`] fulfils them.
//!
//! | file | holds |
//! |---|---|
//! | `theme`, `press`, `widgets`, `chart` | how everything looks |
//! | `window`, `wish`, `desk` | what is open, what is asked for, and doing it |
//! | `tabs`, `tab_strip`, `last_place` | several assessments in one window, and where one was in each |
//! | `workspace/` | the screen on which a part is judged |
//! | `focus` | where the keyboard goes when a dialog closes |
//! | `commands`, `keys`, `menu`, `palette` | every command with its key, in one list |
//! | `announcer` | what a screen reader says by itself |
//! | `start_up`, `native`, `renderer` | from the command line to the window, and what draws it |
//! | `find/`, `history`, `messages`, `tour` | finding by typing, the steps back and forward, what was told, the tour |
//! | `pace` | keys one by one, so that none is read as something else |
//! | `preview/` | the pages of a report, before it is signed and after |
//! | `attaching`, `dropped`, `earlier` | files that are attached to findings; findings of an earlier assessment |
//! | `trusted`, `verify_view` | verifying a report, and the signers that the user trusts |
//! | `actions`, `reports`, `second`, `key_form`, `token_form`, `tokens`, `literal`, `errand`, `job`, `places` | files, identities, keys, reports and literal wording: what the screens ask for besides the assessment |
//! | the others | a screen each |

mod actions;
mod announcer;
mod appearance;
mod attaching;
mod chart;
mod closing;
pub mod commands;
mod confirm;
pub mod cover_fields;
pub mod cover_form;
pub mod desk;
pub mod dialogs;
mod drawing;
mod dropped;
mod earlier;
pub mod errand;
pub mod file_names;
mod find;
mod focus;
pub mod form;
mod fulfil;
pub mod help;
mod history;
pub mod job;
pub mod key_form;
mod keys;
mod known;
mod last_place;
pub mod literal;
pub mod log_view;
mod menu;
mod messages;
mod native;
pub mod new_form;
mod newer;
mod office;
pub mod overview;
mod own_framework;
mod pace;
pub mod palette;
mod parts;
pub mod passwords;
mod path_form;
pub mod places;
pub mod press;
pub mod preview;
mod reach;
mod renderer;
pub mod report_form;
mod report_work;
mod reports;
pub mod settings;
mod stamps;
pub mod start;
mod start_up;
mod tab_names;
mod tab_strip;
mod tabs;
mod taking_out;
pub mod theme;
pub mod token_form;
mod tokens;
mod top;
mod tour;
pub mod trace;
mod trial;
mod trouble;
pub mod trusted;
mod unopened;
pub mod verify_view;
mod verifying;
mod who;
pub mod widgets;
pub mod window;
pub mod wish;
pub mod workspace;

pub use desk::stamp;
pub use native::open_window;
pub use start_up::start_up;
pub use window::Window;
pub use wish::{Notice, Overlay, Scene, Screen, Wish};
