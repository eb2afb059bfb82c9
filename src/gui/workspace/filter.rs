//! Which rows of a rubric are shown.

use std::collections::HashSet;

use super::view::View;
use crate::domain::{Aspect, NormId, Verdict};

/// Which rows are shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum Filter {
    /// Every row.
    #[default]
    All,
    /// Rows with a norm that has no verdict.
    Open,
    /// Rows with a norm that blocks the next level.
    Blocking,
    /// Rows with a norm that a signal, a contradiction or a warning is about.
    Alert,
}

impl Filter {
    /// All filters, in order.
    pub const ALL: [Filter; 4] = [Filter::All, Filter::Open, Filter::Blocking, Filter::Alert];

    /// Whether a row is shown; the row of the chosen norm always is, so that it does not vanish under the cursor.
    pub fn rows<'a>(self, view: &View<'a>, chosen: Option<&'a NormId>) -> impl Fn(&Aspect) -> bool + use<'a> {
        let sheet = view.sheet;
        let meant: HashSet<NormId> = match self {
            Filter::Blocking => view.blocking().iter().cloned().collect(),
            Filter::Alert => view.signalled().into_iter().cloned().collect(),
            _ => HashSet::new(),
        };
        move |aspect| {
            aspect.norms.iter().any(|norm| match self {
                _ if Some(&norm.id) == chosen => true,
                Filter::All => true,
                Filter::Open => sheet.verdict(norm.id.as_str()) == Verdict::Open,
                Filter::Blocking | Filter::Alert => meant.contains(&norm.id),
            })
        }
    }
}
