//! What Trede is about: a framework of norms, what an assessor found, and the score that follows.
//!
//! Pure: no input or output, no clock, no chance, no floating point. Time and people come in as values; every function
//! decides and returns. The rules stand in `ladder` (one part) and `score` (themes and total); everything that changes
//! an assessment goes through `command`.

#![deny(clippy::float_arithmetic, clippy::disallowed_methods)]

pub mod assessment;
pub mod attachment;
pub mod command;
pub mod derivation;
pub mod entered;
pub mod event;
pub mod exact;
mod finality;
pub mod finding;
pub mod framework;
pub mod framework_diff;
pub mod history;
pub mod ids;
mod importing;
pub mod internal;
pub mod ladder;
pub mod level;
pub mod migration;
pub mod odd_letters;
pub mod overlay;
pub mod part_score;
pub mod personal;
pub mod policy;
pub mod proposal;
pub mod row;
pub mod rule;
pub mod score;
pub mod seen;
pub mod text;
pub mod version;
pub mod ways;

pub use assessment::{Assessment, Assessor, Cover, LogHead, Perspective, Settlement, Sheet};
pub use attachment::Attachment;
pub use command::{Command, Import, Refusal, decide};
pub use derivation::Statement;
pub use event::{Cause, Change, Event};
pub use exact::Exact;
pub use finding::{Finding, Verdict};
pub use framework::{Aspect, Framework, Norm, Part, Theme};
pub use framework_diff::FrameworkDiff;
pub use history::History;
pub use ids::{AspectId, NormId, PartId, ThemeId};
pub use internal::{Internal, Withheld};
pub use level::{Level, LevelSet};
pub use migration::Migration;
pub use overlay::Overlay;
pub use part_score::{PartScore, Status};
pub use rule::{Gate, Pair, PairRule, Rule, Rung};
pub use score::{Score, parts_changed, score, score_again};
pub use text::{Language, Piece, Text};
pub use version::Version;
