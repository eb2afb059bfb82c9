//! Overlay files: the literal wording of norms, as plain RON or JSON. The format is described in `normenkaders/README.md`.
//!
//! A file is taken whole or not at all: every problem is named, with its line and column.

use std::collections::BTreeMap;

use super::fields::{Fields, Placed, text, words};
use super::framework_file::sha256;
use super::located::{Node, Value};
use super::problem::{Code, Problem};
use super::syntax;
use crate::domain::text::Language;
use crate::domain::{Framework, NormId, Overlay};

/// The longest name of a source, in characters: it stands on one line beside every quotation.
pub const LONGEST_SOURCE: usize = 300;

/// Whether a file is meant as an overlay, which its content tells: it names the framework that it lies over.
pub fn is_overlay(bytes: &[u8]) -> bool {
    match syntax::parse(bytes, &mut Vec::new()).map(|node| node.value) {
        Some(Value::Fields(fields)) => fields.iter().any(|(key, ..)| key == "overlay_of"),
        _ => false,
    }
}

/// The id of the framework that an overlay lies over, with its place.
pub fn framework_of(bytes: &[u8]) -> Result<Placed<String>, Vec<Problem>> {
    let mut problems = Vec::new();
    let found = syntax::parse(bytes, &mut problems)
        .and_then(|node| Fields::of(&node, &mut problems)?.text("overlay_of", &mut problems));
    found.ok_or(problems)
}

/// Reads an overlay over `framework`; all its problems when there are any, in file order.
pub fn read(bytes: &[u8], framework: &Framework) -> Result<Overlay, Vec<Problem>> {
    let mut problems = Vec::new();
    let overlay = syntax::parse(bytes, &mut problems)
        .and_then(|node| Reader { framework, problems: &mut problems }.overlay(&node, bytes));
    match overlay {
        Some(overlay) if problems.is_empty() => Ok(overlay),
        _ => {
            problems.sort_by_key(|problem| (problem.at, problem.code));
            problems.dedup();
            Err(problems)
        }
    }
}

struct Reader<'a> {
    framework: &'a Framework,
    problems: &'a mut Vec<Problem>,
}

impl Reader<'_> {
    fn overlay(mut self, node: &Node, bytes: &[u8]) -> Option<Overlay> {
        let mut fields = Fields::of(node, self.problems)?;
        let format = fields.number("format", self.problems);
        if let Some(format) = format.filter(|format| format.value != 1) {
            self.problems.push(Problem::new(Code::NewerFormat, format.at).with("found", format.value).with("known", 1));
            return None;
        }
        let framework = fields.text("overlay_of", self.problems);
        let version = fields.optional("framework_version").and_then(|node| words(node, self.problems));
        for (found, ours) in [(&framework, &self.framework.id), (&version, &self.framework.version)] {
            if let Some(found) = found.as_ref().filter(|found| found.value != *ours) {
                let problem = Problem::new(Code::OtherFramework, found.at);
                self.problems.push(problem.with("found", &found.value).with("known", ours));
            }
        }
        let language = fields.optional("language").and_then(|node| self.language(node));
        let source = fields.required("source", self.problems).and_then(|node| text(node, self.problems));
        let texts = fields.required("texts", self.problems).map(|node| self.texts(node)).unwrap_or_default();
        let source = source.and_then(|source| self.source(source, texts.is_empty()));
        fields.finish(self.problems);
        Some(Overlay { framework: framework?.value, source: source?, language, texts, sha256: sha256(bytes) })
    }

    fn language(&mut self, node: &Node) -> Option<Language> {
        let found = text(node, self.problems)?;
        let language = Language::from_code(&found.value);
        if language.is_none() {
            let known = Language::ALL.map(Language::code).join(", ");
            let problem = Problem::new(Code::UnknownValue, found.at).with("found", found.value);
            self.problems.push(problem.with("known", known));
        }
        language
    }

    /// The source on one line. Words without a source cannot be quoted.
    fn source(&mut self, found: Placed<String>, nothing_to_quote: bool) -> Option<String> {
        let source = found.value.split_whitespace().collect::<Vec<_>>().join(" ");
        if source.chars().count() > LONGEST_SOURCE {
            self.problems.push(Problem::new(Code::TextTooLong, found.at).with("most", LONGEST_SOURCE));
            return None;
        }
        if source.is_empty() && !nothing_to_quote {
            self.problems.push(Problem::new(Code::EmptyText, found.at));
            return None;
        }
        Some(source)
    }

    fn texts(&mut self, node: &Node) -> BTreeMap<NormId, String> {
        let mut texts = BTreeMap::new();
        let Some(mut fields) = Fields::of(node, self.problems) else { return texts };
        for (key, at, value) in fields.rest() {
            if self.framework.norm(key).is_none() {
                self.problems.push(Problem::new(Code::UnknownNorm, at).with("norm", key));
                continue;
            }
            // An empty text is one that is not filled in yet; one of blanks only looks filled in.
            if value.value == Value::Text(String::new()) {
                continue;
            }
            if let Some(text) = words(value, self.problems) {
                texts.insert(NormId::new(key), text.value);
            }
        }
        texts
    }
}
