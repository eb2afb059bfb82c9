//! The frameworks that are embedded in the program.

use super::framework_file;
use super::problem::Problem;
use crate::domain::Framework;

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

/// The embedded framework with this id.
pub fn by_id(id: &str) -> Option<(&'static Shipped, Framework)> {
    ALL.iter()
        .find_map(|shipped| shipped.load().ok().filter(|framework| framework.id == id).map(|found| (shipped, found)))
}
