//! The screens around the workspace, driven by accessible name: from the first start to a verified report.

mod announcements;
mod any_keys;
mod attached;
mod beginning;
mod composing;
mod document;
mod expected;
mod find;
mod fixture;
mod gallery;
mod gone;
mod help;
mod history;
mod keys;
mod known;
mod looks;
mod messages;
mod odd_names;
mod overview;
mod places;
mod preview;
mod proposed;
#[cfg(feature = "encryption")]
mod protected;
mod raster;
mod reach;
mod reading_order;
mod seen;
mod signing;
mod stamps;
mod steady;
mod tabs;
mod token;
mod tour;
mod trouble;
mod unopened;
mod who;
mod zoomed;

use fixture::Desk;
use signing::signed_report;
