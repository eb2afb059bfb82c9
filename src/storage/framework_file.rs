//! Framework files: RON (or JSON) to a checked [`Framework`]. The format is described in `normenkaders/README.md`.

use sha2::{Digest, Sha256};

use super::fields::{Fields, Placed, list, text, words};
use super::framework_check;
use super::framework_reader::{Loader, Weight};
use super::located::Node;
use super::problem::{Code, Problem};
use super::syntax;
use crate::domain::exact::Exact;
use crate::domain::finding::Verdict;
use crate::domain::framework::{
    AlertRule, AmbiguityNote, ExceedsOne, Footnote, Framework, FrameworkContent, NormId, Policy, Theme, ThemeId,
};
use crate::domain::level::Level;
use crate::domain::text::Text;

/// The most themes that a framework can have.
const MOST_THEMES: usize = 100;
/// The most parts that a theme can have.
const MOST_PARTS: usize = 1_000;

/// Reads and checks a framework file; all its problems when there are any, in file order.
pub fn load(bytes: &[u8]) -> Result<Framework, Vec<Problem>> {
    let mut loader = Loader::default();
    let content = syntax::parse(bytes, &mut loader.problems).and_then(|node| loader.framework(&node, bytes));
    match content {
        Some(content) if loader.problems.is_empty() => Ok(Framework::new(content)),
        _ => {
            loader.problems.sort_by_key(|problem| (problem.at, problem.code));
            loader.problems.dedup();
            Err(loader.problems)
        }
    }
}

/// Whether a text can be an id: up to 100 letters without accents, digits, dots and hyphens.
pub fn is_id(text: &str) -> bool {
    let fits = |each: char| each.is_ascii_alphanumeric() || matches!(each, '.' | '-');
    !text.is_empty() && text.len() <= 100 && text.chars().all(fits)
}

/// SHA-256 of a file as 64 lowercase hexadecimal digits.
pub fn sha256(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().map(|byte| format!("{byte:02x}")).collect()
}

impl Loader {
    fn framework(&mut self, node: &Node, bytes: &[u8]) -> Option<FrameworkContent> {
        let mut fields = Fields::of(node, &mut self.problems)?;
        let format = fields.number("format", &mut self.problems);
        if let Some(format) = format.filter(|format| format.value != 1) {
            self.problems.push(Problem::new(Code::NewerFormat, format.at).with("found", format.value).with("known", 1));
            return None;
        }
        let id = self.id(&mut fields, "id");
        let version = fields.text("version", &mut self.problems).and_then(|version| self.version(version));
        let languages = self.some(&mut fields, "languages", 2, Loader::language);
        let title = self.text(&mut fields, "title");
        let report_title = self.text(&mut fields, "report_title");
        let source = self.text(&mut fields, "source");
        let scale = self.each(&mut fields, "scale", Loader::step);
        let scale_source = self.text(&mut fields, "scale_source");
        let policies = self.each(&mut fields, "policies", Loader::policy);
        let mut themes = self.some(&mut fields, "themes", MOST_THEMES, Loader::theme);
        for (name, at) in [
            ("scale", &mut self.places.scale_at),
            ("policies", &mut self.places.policies_at),
            ("themes", &mut self.places.themes_at),
        ] {
            *at = fields.optional(name).map_or(node.at, |node| node.at);
        }
        let footnotes = self.each(&mut fields, "footnotes", Loader::footnote);
        let alerts = self.each(&mut fields, "alerts", Loader::alert);
        let notes = self.each(&mut fields, "notes", Loader::ambiguity);
        let silent = self.each(&mut fields, "silent", Loader::texts);
        fields.finish(&mut self.problems);
        let shares = framework_check::shares(&self.places.weights, "themes", self.places.themes_at, &mut self.problems);
        for (theme, share) in themes.iter_mut().zip(shares) {
            theme.weight = share;
        }
        framework_check::check(&languages, &self.places, &mut self.problems);
        let exceeds_one = policies
            .iter()
            .find(|policy| policy.id == "exceeds_one")
            .and_then(|policy| ExceedsOne::from_code(&policy.value))
            .unwrap_or_default();
        Some(FrameworkContent {
            id: id?,
            version: version?,
            sha256: sha256(bytes),
            languages,
            title: title?,
            report_title: report_title?,
            source: source?,
            scale,
            scale_source: scale_source?,
            policies,
            exceeds_one,
            themes,
            footnotes,
            alerts,
            notes,
            silent,
        })
    }

    fn step(&mut self, node: &Node) -> Option<(Level, Text)> {
        let mut fields = Fields::of(node, &mut self.problems)?;
        let number = fields.number("level", &mut self.problems);
        let text = self.text(&mut fields, "text");
        fields.finish(&mut self.problems);
        let Some(number) = number else {
            self.places.scale.push(None);
            return None;
        };
        let level = Level::new(number.value);
        let again = level.is_some() && self.places.scale.contains(&level);
        self.places.scale.push(level.filter(|_| !again));
        match level {
            None => self.problems.push(Problem::new(Code::LevelRange, number.at).with("found", number.value)),
            Some(level) if again => {
                self.problems.push(Problem::new(Code::DuplicateId, number.at).with("id", level).with("line", "none"))
            }
            Some(_) => {}
        }
        Some((level?, text?))
    }

    fn policy(&mut self, node: &Node) -> Option<Policy> {
        let mut fields = Fields::of(node, &mut self.problems)?;
        let id = fields.text("id", &mut self.problems);
        let value = fields.text("value", &mut self.problems);
        let note = fields.optional("note").and_then(|node| words(node, &mut self.problems));
        let title = self.text(&mut fields, "title");
        let source_says = self.text(&mut fields, "source_says");
        let choice = self.text(&mut fields, "choice");
        fields.finish(&mut self.problems);
        let id = id?;
        if self.places.policies.insert(id.value.clone(), id.at).is_some() {
            self.problems.push(Problem::new(Code::DuplicateId, id.at).with("id", &id.value).with("line", "none"));
        }
        self.places.references.extend(note.iter().map(|note| (note.value.clone(), note.at)));
        let value = value?;
        framework_check::policy_value(&id, &value, &mut self.problems);
        self.places.policy_values.insert(id.value.clone(), (value.value.clone(), value.at));
        Some(Policy {
            id: id.value,
            value: value.value,
            note: note.map(|note| note.value),
            title: title?,
            source_says: source_says?,
            choice: choice?,
        })
    }

    fn theme(&mut self, node: &Node) -> Option<Theme> {
        let mut fields = Fields::of(node, &mut self.problems)?;
        let id = self.id(&mut fields, "id");
        let title = self.text(&mut fields, "title");
        let weight = self.weight(&mut fields);
        self.places.weights.push(weight);
        self.places.part_weights.clear();
        let given = fields.optional("parts").map_or(0, |node| list(node, &mut Vec::new()).len());
        let at = fields.optional("parts").map_or(node.at, |node| node.at);
        let mut parts = self.some(&mut fields, "parts", MOST_PARTS, Loader::part);
        fields.finish(&mut self.problems);
        let weights = std::mem::take(&mut self.places.part_weights);
        self.places.parts_are_weighed |= weights.iter().any(|weight| matches!(weight, Weight::Share(_)));
        let shares = framework_check::shares(&weights, "parts", at, &mut self.problems);
        for (part, share) in parts.iter_mut().zip(shares.into_iter().filter(|_| weights.len() == given)) {
            part.weight = share;
        }
        // Its share is put right when all themes are known.
        Some(Theme { id: ThemeId::new(&id?), title: title?, weight: Exact::whole(0), parts })
    }

    fn footnote(&mut self, node: &Node) -> Option<Footnote> {
        let mut fields = Fields::of(node, &mut self.problems)?;
        let number = fields.number("number", &mut self.problems);
        let text = self.text(&mut fields, "text");
        fields.finish(&mut self.problems);
        let number = number?;
        let found = Placed { value: number.value.to_string(), at: number.at };
        let Ok(number) = u32::try_from(number.value) else {
            self.unknown_value(&found, "1, 2, 3");
            return None;
        };
        if self.places.footnotes.insert(number, found.at).is_some() {
            self.problems.push(Problem::new(Code::DuplicateId, found.at).with("id", number).with("line", "none"));
        }
        Some(Footnote { number, text: text? })
    }

    fn alert(&mut self, node: &Node) -> Option<AlertRule> {
        let mut fields = Fields::of(node, &mut self.problems)?;
        let code = fields.text("code", &mut self.problems);
        let title = self.text(&mut fields, "title");
        let text = self.text(&mut fields, "text");
        let any = self.each(&mut fields, "any", Loader::trigger);
        fields.finish(&mut self.problems);
        Some(AlertRule { code: code?.value, title: title?, text: text?, any })
    }

    fn trigger(&mut self, node: &Node) -> Option<(NormId, Verdict)> {
        let mut fields = Fields::of(node, &mut self.problems)?;
        let norm = fields.text("norm", &mut self.problems);
        let verdict = fields.text("verdict", &mut self.problems);
        fields.finish(&mut self.problems);
        let verdict = self.one_of(verdict, &Verdict::ALL.map(|verdict| (verdict.code(), verdict)));
        let norm = norm?;
        self.places.norm_references.push((norm.value.clone(), norm.at));
        Some((NormId::new(&norm.value), verdict?))
    }

    fn ambiguity(&mut self, node: &Node) -> Option<AmbiguityNote> {
        let mut fields = Fields::of(node, &mut self.problems)?;
        let id = self.id(&mut fields, "id");
        let touched = fields.required("touches", &mut self.problems);
        let touched: Vec<Placed<String>> = touched
            .map_or(&[][..], |node| list(node, &mut self.problems))
            .iter()
            .filter_map(|item| text(item, &mut self.problems))
            .collect();
        let title = self.text(&mut fields, "title");
        let text = self.text(&mut fields, "text");
        fields.finish(&mut self.problems);
        self.places.references.extend(touched.iter().map(|id| (id.value.clone(), id.at)));
        let touches = touched.into_iter().map(|id| id.value).collect();
        Some(AmbiguityNote { id: id?, touches, title: title?, text: text? })
    }
}
