//! What is internal and what was withheld, in words.

use super::{Wording, arg};
use crate::domain::{Attachment, Finding, Withheld};

impl Wording {
    /// Says what was withheld, and nothing of what it says; none when nothing was.
    pub fn withheld(&self, withheld: Withheld) -> Option<String> {
        let what = withheld.words().into_iter().map(|word| self.text(&format!("withheld-{word}"))).collect::<Vec<_>>();
        (!what.is_empty()).then(|| self.with("withheld", &[("what", self.list(what, "and"))]))
    }

    /// A text, marked as internal where it is.
    pub fn marked_internal(&self, text: &str, is_internal: bool) -> String {
        if is_internal { self.with("internal-marked", &[arg("text", text)]) } else { text.to_owned() }
    }

    /// Everything that a finding says beside its verdict, in one line for whoever works with it: what is internal is marked.
    pub(super) fn grounds(&self, finding: &Finding) -> Vec<String> {
        let rationale =
            finding.has_rationale().then(|| self.marked_internal(&finding.rationale, finding.internal.rationale));
        let inside = finding.internal.evidence.iter().map(|reference| self.marked_internal(reference, true));
        let file = |file: &Attachment| self.marked_internal(&self.attachment(file), finding.is_internal(file));
        let files = finding.attached.iter().map(file).collect::<Vec<_>>().join("; ");
        let files = (!files.is_empty()).then_some(files);
        rationale.into_iter().chain(finding.evidence.iter().cloned()).chain(inside).chain(files).collect()
    }
}
