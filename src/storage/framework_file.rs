//! Framework files: RON (or JSON) to a checked [`Framework`]. The format is described in `normenkaders/README.md`.

use sha2::{Digest, Sha256};

use super::fields::{Fields, Placed, list, text, words};
use super::framework_check;
use super::framework_reader::Loader;
use super::located::{Node, Value};
use super::problem::{Code, Position, Problem};
use super::syntax;
use crate::domain::exact::Exact;
use crate::domain::finding::Verdict;
use crate::domain::framework::{
    AlertRule, AmbiguityNote, Aspect, AspectId, ExceedsOne, Footnote, Framework, FrameworkContent, Group, Norm, NormId,
    PairRule, Part, PartId, Policy, Rung, TestUnit, Theme, ThemeId,
};
use crate::domain::level::Level;
use crate::domain::text::Text;

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
        let themes = self.some(&mut fields, "themes", 5, Loader::theme);
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
            Some(level) if again => self.problems.push(Problem::new(Code::DuplicateId, number.at).with("id", level)),
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
            self.problems.push(Problem::new(Code::DuplicateId, id.at).with("id", &id.value));
        }
        self.places.references.extend(note.iter().map(|note| (note.value.clone(), note.at)));
        let value = value?;
        framework_check::policy_value(&id, &value, &mut self.problems);
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
        let weight = fields.text("weight", &mut self.problems);
        let parts = self.some(&mut fields, "parts", 40, Loader::part);
        fields.finish(&mut self.problems);
        let exact = weight.as_ref().and_then(|weight| Exact::parse(&weight.value));
        self.places.weights.push(exact);
        if let Some(weight) = weight.filter(|_| exact.is_none()) {
            self.problems.push(Problem::new(Code::Weight, weight.at).with("found", &weight.value));
        }
        Some(Theme { id: ThemeId::new(&id?), title: title?, weight: exact?, parts })
    }

    fn part(&mut self, node: &Node) -> Option<Part> {
        let mut fields = Fields::of(node, &mut self.problems)?;
        let id = self.id(&mut fields, "id");
        let title = self.text(&mut fields, "title");
        let summary = self.text(&mut fields, "summary");
        let introduction = self.each(&mut fields, "introduction", Loader::texts);
        let groups = self.each(&mut fields, "groups", Loader::group);
        let aspects = self.some(&mut fields, "aspects", 1_000, Loader::aspect);
        fields.finish(&mut self.problems);
        for group in std::mem::take(&mut self.places.group_references) {
            if !groups.iter().any(|known: &Group| known.id == group.value) {
                self.problems.push(Problem::new(Code::UnknownReference, group.at).with("id", group.value));
            }
        }
        Some(Part { id: PartId::new(&id?), title: title?, summary: summary?, introduction, groups, aspects })
    }

    fn group(&mut self, node: &Node) -> Option<Group> {
        let mut fields = Fields::of(node, &mut self.problems)?;
        let id = fields.text("id", &mut self.problems);
        let title = self.text(&mut fields, "title");
        fields.finish(&mut self.problems);
        Some(Group { id: id?.value, title: title? })
    }

    fn aspect(&mut self, node: &Node) -> Option<Aspect> {
        let mut fields = Fields::of(node, &mut self.problems)?;
        let id = self.id(&mut fields, "id");
        let title = self.text(&mut fields, "title");
        let group = fields.optional("group").and_then(|node| words(node, &mut self.problems));
        self.places.group_references.extend(group.clone());
        let five_three = self.pair_rule(&mut fields, "five_three");
        let three_one = self.pair_rule(&mut fields, "three_one");
        let negation = match fields.optional("negation").map(|node| (&node.value, node.at)) {
            None => false,
            Some((Value::Word(word), _)) if word == "true" => true,
            Some((Value::Word(word), _)) if word == "false" => false,
            Some((_, at)) => {
                self.problems.push(Problem::new(Code::WrongType, at).with("expected", "truth"));
                false
            }
        };
        let mut norms = self.norms(&mut fields);
        fields.finish(&mut self.problems);
        norms.sort_by_key(|norm| std::cmp::Reverse(norm.rung));
        Some(Aspect {
            id: AspectId::new(&id?),
            title: title?,
            group: group.map(|group| group.value),
            norms,
            five_three,
            three_one,
            negation,
        })
    }

    fn norms(&mut self, fields: &mut Fields) -> Vec<Norm> {
        let given = fields.optional("norms").map_or(0, |node| list(node, &mut Vec::new()).len());
        let placed: Vec<(Norm, Position, Option<Position>)> = self.some(fields, "norms", 1_000, Loader::norm);
        let norms: Vec<Norm> = placed.iter().map(|(norm, ..)| norm.clone()).collect();
        for (index, (norm, at, twin_at)) in placed.iter().enumerate() {
            if norms.iter().take(index).any(|other| other.rung == norm.rung) {
                let problem = Problem::new(Code::CellOccupied, *at).with("norm", &norm.id);
                self.problems.push(problem.with("rung", norm.rung.number()));
            }
            // Where a norm could not be read it may well be the twin.
            if let Some((twin, at)) = norm.twin.as_ref().zip(*twin_at)
                && norms.len() == given
                && !framework_check::is_twin(&norms, norm, twin)
            {
                self.places.false_twins.push((norm.id.clone(), twin.clone(), at));
            }
        }
        norms
    }

    /// A pair refuses unless the file says that it warns.
    fn pair_rule(&mut self, fields: &mut Fields, name: &'static str) -> PairRule {
        let found = fields.optional(name).and_then(|node| words(node, &mut self.problems));
        self.one_of(found, &[("refuse", PairRule::Refuse), ("warn", PairRule::Warn)]).unwrap_or(PairRule::Refuse)
    }

    /// A norm, where it stands, and where its twin is named.
    fn norm(&mut self, node: &Node) -> Option<(Norm, Position, Option<Position>)> {
        let mut fields = Fields::of(node, &mut self.problems)?;
        let id = self.id(&mut fields, "id");
        self.places.norms.extend(id.clone());
        let rung = fields.number("rung", &mut self.problems);
        let unit = fields.text("test_unit", &mut self.problems);
        let place = self.text(&mut fields, "place");
        let text = self.text(&mut fields, "text");
        let twin = fields.optional("twin").and_then(|node| words(node, &mut self.problems));
        fields.finish(&mut self.problems);
        let units = [("lender", TestUnit::Lender), ("file", TestUnit::File), ("both", TestUnit::Both)];
        let unit = self.one_of(unit, &units);
        let rung = rung?;
        let known = Rung::ALL.into_iter().find(|each| i64::from(each.number()) == rung.value);
        if known.is_none() {
            let found = Placed { value: rung.value.to_string(), at: rung.at };
            self.unknown_value(&found, "5, 3, 1");
        }
        self.places.norm_references.extend(twin.iter().map(|twin| (twin.value.clone(), twin.at)));
        let twin_at = twin.as_ref().map(|twin| twin.at);
        let twin = twin.map(|twin| NormId::new(&twin.value));
        let norm = Norm { id: NormId::new(&id?), rung: known?, text: text?, place: place?, test_unit: unit?, twin };
        Some((norm, node.at, twin_at))
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
            self.problems.push(Problem::new(Code::DuplicateId, found.at).with("id", number));
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
