//! An overlay: the literal wording of the norms of a framework, supplied by someone who holds the document they stand in.
//!
//! It lies over our restatement and never replaces it: nothing is scored by it.

use std::collections::BTreeMap;

use super::ids::NormId;
use super::text::Language;

/// The literal wording of some or all norms of one framework.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Overlay {
    /// The id of the framework.
    pub framework: String,
    /// Which document the words stand in, on one line; empty only while no norm has a text.
    pub source: String,
    /// The language of the words; none when it does not say.
    pub language: Option<Language>,
    /// The words of each norm that has them; never blank.
    pub texts: BTreeMap<NormId, String>,
    /// SHA-256 of its file, 64 lowercase hexadecimal digits.
    pub sha256: String,
}

impl Overlay {
    /// The literal words of a norm, if it has them.
    pub fn text(&self, norm: &str) -> Option<&str> {
        self.texts.get(norm).map(String::as_str)
    }

    /// How many norms have their literal words.
    pub fn filled(&self) -> usize {
        self.texts.len()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_a_norm_with_words_has_a_literal_text() {
        let overlay = Overlay {
            framework: "klein".to_owned(),
            source: "Verzonnen module, blz. 1".to_owned(),
            language: Some(Language::Dutch),
            texts: ["I.3.1", "I.1.1"].map(|norm| (NormId::new(norm), "Zo staat het er.".to_owned())).into(),
            sha256: "0".repeat(64),
        };
        assert_eq!((overlay.text("I.3.1"), overlay.text("I.5.1")), (Some("Zo staat het er."), None));
        assert_eq!(overlay.filled(), 2);
    }
}
