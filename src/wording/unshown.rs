//! Characters that a report shows by their code points, in words.

use super::{Wording, arg};
use crate::report::content::unshown::{AllUnshown, Place, Unshown};

impl Wording {
    /// One character and where it stands: `U+1F600: V.3.3 en naam van de aanbieder`.
    pub fn unshown(&self, unshown: &Unshown) -> String {
        let mut places: Vec<String> = unshown.places.iter().map(|place| self.place(place)).collect();
        if unshown.more > 0 {
            places.push(self.with("and-more", &[arg("count", unshown.more)]));
        }
        self.with("unshown-character", &[("code", unshown.code()), ("places", self.list(places, "and"))])
    }

    /// A sentence on all of them and a line on each; nothing where every character can be shown.
    pub fn all_unshown(&self, all: &AllUnshown) -> Vec<String> {
        if all.is_empty() {
            return Vec::new();
        }
        let count = all.characters.len() + all.more;
        let mut lines = vec![self.with("unshown", &[arg("count", count)])];
        lines.extend(all.characters.iter().map(|unshown| self.unshown(unshown)));
        if all.more > 0 {
            lines.push(self.with("and-more", &[arg("count", all.more)]));
        }
        lines
    }

    fn place(&self, place: &Place) -> String {
        match place {
            Place::Subject => self.text("unshown-subject"),
            Place::Period => self.text("unshown-period"),
            Place::Assessor => self.text("unshown-assessor"),
            Place::Signer => self.text("unshown-signer"),
            Place::Part(part) => self.with("unshown-part", &[arg("part", part)]),
            Place::Norm(norm) => norm.to_string(),
            Place::Overlay => self.text("unshown-overlay"),
            Place::Framework => self.text("unshown-framework"),
        }
    }
}
