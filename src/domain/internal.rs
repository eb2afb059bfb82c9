//! What stays inside the house: a rationale, references and files that are marked as internal. They are worked with like any
//! other and never go out; what goes out says that they were withheld.

use std::collections::BTreeSet;

use super::assessment::{Perspective, Sheet};
use super::attachment::{Attachment, change};
use super::command::Refusal;
use super::event::Change;
use super::finding::Finding;
use super::framework::{Framework, NormId};

/// What of a finding is internal.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Internal {
    /// Whether the rationale is. It may be set before there is one.
    pub rationale: bool,
    /// References to documents and pages; they stand here and not among the others.
    pub evidence: Vec<String>,
    /// SHA-256 of the files that are, among those attached.
    pub files: BTreeSet<String>,
}

/// What was withheld from a finding before it came here, as internal to those it came from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub struct Withheld {
    /// The rationale.
    pub rationale: bool,
    /// References.
    pub evidence: bool,
    /// Files.
    pub files: bool,
}

impl Internal {
    /// Whether nothing is internal.
    pub fn is_empty(&self) -> bool {
        *self == Internal::default()
    }

    /// All that is internal here or there.
    pub(super) fn joined(mut self, other: Internal) -> Internal {
        self.rationale |= other.rationale;
        for reference in other.evidence {
            if !self.evidence.contains(&reference) {
                self.evidence.push(reference);
            }
        }
        self.files.extend(other.files);
        self
    }
}

impl Withheld {
    /// Every kind with its word in files.
    const WORDS: [&str; 3] = ["rationale", "evidence", "attached"];

    /// The words for what was withheld, as they stand in files.
    pub fn words(self) -> Vec<&'static str> {
        let stands = [self.rationale, self.evidence, self.files];
        Withheld::WORDS.into_iter().zip(stands).filter_map(|(word, stands)| stands.then_some(word)).collect()
    }

    /// Adds what this word stands for; tells whether there is such a word.
    pub fn add(&mut self, word: &str) -> bool {
        match Withheld::WORDS.iter().position(|each| *each == word) {
            Some(0) => self.rationale = true,
            Some(1) => self.evidence = true,
            Some(_) => self.files = true,
            None => return false,
        }
        true
    }

    /// Whether nothing was withheld.
    pub fn is_empty(self) -> bool {
        self == Withheld::default()
    }

    pub(super) fn joined(self, other: Withheld) -> Withheld {
        Withheld {
            rationale: self.rationale || other.rationale,
            evidence: self.evidence || other.evidence,
            files: self.files || other.files,
        }
    }
}

impl Finding {
    /// Whether this file is internal.
    pub fn is_internal(&self, file: &Attachment) -> bool {
        self.internal.files.contains(file.sha256())
    }

    /// Whether there is a rationale, here or withheld.
    pub fn is_reasoned(&self) -> bool {
        self.has_rationale() || self.withheld.rationale
    }

    /// The finding as it goes out: without what is internal, and saying so.
    pub fn without_internal(&self) -> Finding {
        let mut out = self.clone();
        let internal = std::mem::take(&mut out.internal);
        if internal.rationale && self.has_rationale() {
            out.rationale.clear();
            out.withheld.rationale = true;
        }
        out.withheld.evidence |= !internal.evidence.is_empty();
        out.attached.retain(|file| !internal.files.contains(file.sha256()));
        out.withheld.files |= out.attached.len() < self.attached.len();
        // What stands in both is internal.
        out.evidence.retain(|reference| !internal.evidence.contains(reference));
        if out.personal_data().is_empty() {
            // The reason is about what stays inside.
            out.personal_data_reason.clear();
        }
        out
    }

    /// This finding, which came in from outside, in the place of `present`: what is internal there stays.
    pub(super) fn received(mut self, present: &Finding) -> Finding {
        let mut internal = present.internal.clone();
        if internal.rationale && present.has_rationale() {
            if !self.has_rationale() || self.rationale == present.rationale {
                self.rationale.clone_from(&present.rationale);
                self.withheld.rationale = false;
            } else {
                internal.rationale = false;
                // Two rationales: the one that was internal becomes an internal reference, so that nothing is lost.
                if !internal.evidence.contains(&present.rationale) {
                    internal.evidence.push(present.rationale.clone());
                }
            }
        } else {
            internal.rationale = false;
        }
        self.evidence.retain(|reference| !internal.evidence.contains(reference));
        let known = |files: &[Attachment], file: &Attachment| files.iter().any(|each| each.sha256() == file.sha256());
        for file in present.attached.iter().filter(|file| internal.files.contains(file.sha256())) {
            if !known(&self.attached, file) {
                self.attached.push(file.clone());
            }
        }
        // An export that comes back says of itself what was withheld from it: that is here.
        self.withheld.evidence &= internal.evidence.is_empty();
        self.withheld.files &= internal.files.is_empty();
        self.internal = internal;
        if self.personal_data_reason.is_empty() && !self.personal_data().is_empty() {
            self.personal_data_reason.clone_from(&present.personal_data_reason);
        }
        self
    }
}

/// Marks the file with this hash as internal, or takes the mark off, at a norm and its twin.
pub(super) fn mark(
    framework: &Framework,
    sheet: &Sheet,
    perspective: Perspective,
    norm: &NormId,
    (sha256, internal): (&str, bool),
) -> Result<Vec<Change>, Refusal> {
    change(framework, sheet, perspective, norm, |finding| {
        let is_here = finding.attached.iter().any(|file| file.sha256() == sha256);
        if internal && is_here {
            finding.internal.files.insert(sha256.to_owned());
        } else {
            finding.internal.files.remove(sha256);
        }
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::Verdict;

    fn inside() -> Finding {
        let file = |name: &str, digit: &str| Attachment::new(name, &digit.repeat(64), 3).unwrap();
        Finding {
            evidence: vec!["p. 4".to_owned(), "tip".to_owned()],
            attached: vec![file("brief.pdf", "a"), file("tip.pdf", "b")],
            internal: Internal {
                rationale: true,
                evidence: vec!["tip".to_owned()],
                files: BTreeSet::from(["b".repeat(64)]),
            },
            personal_data_reason: "Nodig.".to_owned(),
            ..Finding::because(Verdict::NotApplicable, "Een tip over 111222333.")
        }
    }

    #[test]
    fn what_is_internal_is_left_out_and_the_finding_says_so() {
        let out = inside().without_internal();
        assert_eq!((out.rationale.as_str(), out.personal_data_reason.as_str()), ("", ""));
        assert_eq!((out.evidence.as_slice(), out.attached.len()), (&["p. 4".to_owned()][..], 1));
        assert_eq!(out.withheld.words(), ["rationale", "evidence", "attached"]);
        assert!(out.internal.is_empty() && out.is_reasoned());
        assert_eq!(out.without_internal(), out);
        // A mark without anything under it withholds nothing.
        let empty = Finding { internal: Internal { rationale: true, ..Internal::default() }, ..Finding::default() };
        assert_eq!(empty.without_internal(), Finding::default());
    }

    #[test]
    fn what_comes_back_leaves_what_is_internal_in_place() {
        let back = inside().without_internal().received(&inside());
        assert_eq!(back, Finding { evidence: vec!["p. 4".to_owned()], ..inside() });
        let other = Finding::because(Verdict::Holds, "Een ander woord.").received(&inside());
        assert!(!other.internal.rationale);
        assert_eq!(other.internal.evidence, ["tip", "Een tip over 111222333."]);
        assert_eq!((other.rationale.as_str(), other.attached.len()), ("Een ander woord.", 1));
        assert!(!other.without_internal().attached.iter().any(|file| file.name() == "tip.pdf"));
    }
}
