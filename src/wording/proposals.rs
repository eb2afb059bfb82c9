//! Findings of an earlier assessment that wait to be confirmed, in words.

use super::{Wording, arg};
use crate::domain::proposal::Offer;
use crate::domain::{Finding, Framework, NormId, Rung};

impl Wording {
    /// What is proposed for a norm, on one line for the log.
    pub(super) fn proposed(&self, framework: &Framework, norm: &NormId, finding: Option<&Finding>) -> String {
        let Some(finding) = finding else { return String::new() };
        let rung = framework.norm(norm.as_str()).map_or(Rung::THREE, |(_, _, norm)| norm.rung);
        std::iter::once(self.verdict(rung, finding.verdict)).chain(self.grounds(finding)).collect::<Vec<_>>().join("; ")
    }

    /// What came over from an earlier assessment, and what did not.
    pub fn offered(&self, file: &str, offer: &Offer) -> String {
        let mut sentences = vec![self.with("proposed-done", &[arg("count", offer.findings.len()), arg("file", file)])];
        if offer.judged > 0 {
            sentences.push(self.with("proposed-judged", &[arg("count", offer.judged)]));
        }
        if offer.otherwise > 0 {
            sentences.push(self.with("proposed-otherwise", &[arg("count", offer.otherwise)]));
        }
        sentences.join(" ")
    }
}
