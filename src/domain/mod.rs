//! What Trede is about: a framework of norms, what an assessor found, and the score that follows.
//!
//! Pure: no input or output, no clock, no chance, no floating point. Time and people come in as values; every function
//! decides and returns. The rules stand in `ladder` (one part) and `score` (themes and total); everything that changes
//! an assessment goes through `command`.

#![deny(clippy::float_arithmetic, clippy::disallowed_methods)]

pub mod assessment;
pub mod command;
pub mod entered;
pub mod event;
pub mod exact;
pub mod finding;
pub mod framework;
pub mod framework_diff;
pub mod history;
pub mod ladder;
pub mod level;
pub mod migration;
pub mod part_score;
pub mod score;
pub mod text;
pub mod version;
pub mod ways;

pub use assessment::{Assessment, Assessor, Cover, LogHead, Perspective, Settlement, Sheet};
pub use command::{Command, Import, Refusal, decide};
pub use event::{Cause, Change, Event};
pub use exact::Exact;
pub use finding::{Finding, Verdict};
pub use framework::{Aspect, AspectId, Framework, Norm, NormId, Part, PartId, Rung, Theme, ThemeId};
pub use framework_diff::FrameworkDiff;
pub use history::History;
pub use level::{Level, LevelSet};
pub use migration::Migration;
pub use part_score::{PartScore, Statement, Status};
pub use score::{Score, score};
pub use text::{Language, Piece, Text};
pub use version::Version;
