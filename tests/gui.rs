//! The window, driven by role and accessible name as an assessor or a screen reader does.

mod fixture;
mod flow;
mod internal;
mod judging;
mod keyboard;
mod passwords;
mod personal;
mod trial;
mod typing;
mod window;

use fixture::Desk;
