//! The frameworks that are embedded in the program.

use super::framework_file;
use super::problem::Problem;
use crate::domain::{Framework, Version};

/// One embedded framework file.
#[derive(Clone, Copy, Debug)]
pub struct Shipped {
    /// The name of the file.
    pub file: &'static str,
    /// Its content.
    pub text: &'static str,
}

impl Shipped {
    /// The checked framework.
    pub fn load(&self) -> Result<Framework, Vec<Problem>> {
        framework_file::load(self.text.as_bytes())
    }
}

/// All embedded frameworks.
pub const ALL: &[Shipped] = &[Shipped {
    file: "afm-betalingsachterstanden-hypotheken.ron",
    text: include_str!("../../normenkaders/afm-betalingsachterstanden-hypotheken.ron"),
}];

/// The embedded framework with this id; the latest version of it.
pub fn by_id(id: &str) -> Option<(&'static Shipped, Framework)> {
    with_id(id).max_by_key(|(_, framework)| Version::parse(&framework.version))
}

/// The latest embedded version of `framework`, when that is a later one.
pub fn newer_than(framework: &Framework) -> Option<(&'static Shipped, Framework)> {
    by_id(&framework.id).filter(|(_, latest)| Version::parse(&latest.version) > Version::parse(&framework.version))
}

/// The embedded framework that has the id and version of `framework` but other contents.
pub fn namesake(framework: &Framework) -> Option<Framework> {
    with_id(&framework.id)
        .map(|(_, known)| known)
        .find(|known| known.version == framework.version && known.sha256 != framework.sha256)
}

/// All embedded frameworks with this id: one for each version.
pub fn with_id(id: &str) -> impl Iterator<Item = (&'static Shipped, Framework)> {
    ALL.iter()
        .filter_map(|shipped| shipped.load().ok().map(|framework| (shipped, framework)))
        .filter(move |(_, framework)| framework.id == id)
}
