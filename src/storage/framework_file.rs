//! Framework files: RON (or JSON) to a checked [`Framework`]. The format is described in `normenkaders/README.md`.

use std::collections::BTreeMap;

use sha2::{Digest, Sha256};

use super::fields::{Fields, Placed, list, text, words};
use super::framework_check;
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
use crate::domain::text::{Language, Piece, Text, pieces};

/// Reads and checks a framework file; all its problems when there are any, in file order.
pub fn load(bytes: &[u8]) -> Result<Framework, Vec<Problem>> {
    let mut loader = Loader::default();
    let content = syntax::parse(bytes, &mut loader.problems).and_then(|node| loader.framework(&node, bytes));
    if let Some(content) = &content {
        framework_check::check(content, &loader.places, &mut loader.problems);
    }
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

/// Where things stand in the file, for problems that show only when all of it is known.
#[derive(Debug, Default)]
pub struct Places {
    /// Each id with every place where it is given.
    pub ids: BTreeMap<String, Vec<Position>>,
    /// Each reference to a norm or part.
    pub references: Vec<(String, Position)>,
    /// Each translated text with the languages it has.
    pub texts: Vec<(Vec<Language>, Position)>,
    /// The weights of the themes.
    pub weights: Option<Position>,
    /// Each footnote.
    pub footnotes: BTreeMap<u32, Position>,
    /// Each footnote mark in a text.
    pub footnote_marks: Vec<(u32, Position)>,
    /// The policies.
    pub policies: BTreeMap<String, Position>,
}

#[derive(Default)]
struct Loader {
    problems: Vec<Problem>,
    places: Places,
}

impl Loader {
    fn note(&mut self, code: Code, at: Position) -> &mut Problem {
        let next = self.problems.len();
        self.problems.push(Problem::new(code, at));
        &mut self.problems[next]
    }

    fn framework(&mut self, node: &Node, bytes: &[u8]) -> Option<FrameworkContent> {
        let mut fields = Fields::of(node, &mut self.problems)?;
        let format = fields.number("format", &mut self.problems);
        if let Some(format) = format.filter(|format| format.value != 1) {
            self.problems.push(Problem::new(Code::NewerFormat, format.at).with("found", format.value).with("known", 1));
            return None;
        }
        let id = self.id(&mut fields, "id");
        let version = fields.text("version", &mut self.problems).and_then(|version| self.version(version));
        let languages = self.each(&mut fields, "languages", Loader::language);
        let title = self.text(&mut fields, "title");
        let report_title = self.text(&mut fields, "report_title");
        let source = self.text(&mut fields, "source");
        let scale = self.each(&mut fields, "scale", Loader::step);
        let scale_source = self.text(&mut fields, "scale_source");
        let policies = self.each(&mut fields, "policies", Loader::policy);
        self.places.weights = fields.optional("themes").map(|node| node.at);
        let themes = self.each(&mut fields, "themes", Loader::theme);
        let footnotes = self.each(&mut fields, "footnotes", Loader::footnote);
        let alerts = self.each(&mut fields, "alerts", Loader::alert);
        let notes = self.each(&mut fields, "notes", Loader::ambiguity);
        let silent = self.each(&mut fields, "silent", Loader::texts);
        fields.finish(&mut self.problems);
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

    /// Every item of a list, read by `read`; items with problems are left out.
    fn each<T>(
        &mut self,
        fields: &mut Fields,
        name: &'static str,
        read: fn(&mut Loader, &Node) -> Option<T>,
    ) -> Vec<T> {
        let items = fields.list(name, &mut self.problems);
        items.iter().filter_map(|item| read(self, item)).collect()
    }

    fn id(&mut self, fields: &mut Fields, name: &'static str) -> Option<String> {
        let Placed { value, at } = fields.text(name, &mut self.problems)?;
        if value.len() > 100 || !value.chars().all(|each| each.is_ascii_alphanumeric() || matches!(each, '.' | '-')) {
            self.problems.push(Problem::new(Code::MalformedId, at).with("id", &value));
            return None;
        }
        self.places.ids.entry(value.clone()).or_default().push(at);
        Some(value)
    }

    fn version(&mut self, version: Placed<String>) -> Option<String> {
        let numbers: Vec<&str> = version.value.split('.').collect();
        let fine =
            |number: &&str| !number.is_empty() && number.len() <= 6 && number.bytes().all(|b| b.is_ascii_digit());
        if numbers.len() == 3 && numbers.iter().all(fine) {
            return Some(version.value);
        }
        self.unknown_value(&version, "1.0.0");
        None
    }

    fn unknown_value(&mut self, found: &Placed<String>, known: &str) {
        let problem = Problem::new(Code::UnknownValue, found.at).with("found", &found.value).with("known", known);
        self.problems.push(problem);
    }

    fn one_of<T>(&mut self, found: Option<Placed<String>>, known: &[(&str, T)]) -> Option<T>
    where
        T: Copy,
    {
        let found = found?;
        let value = known.iter().find(|(word, _)| *word == found.value).map(|(_, value)| *value);
        if value.is_none() {
            let words: Vec<&str> = known.iter().map(|(word, _)| *word).collect();
            self.unknown_value(&found, &words.join(", "));
        }
        value
    }

    fn language(&mut self, node: &Node) -> Option<Language> {
        let found = words(node, &mut self.problems);
        self.one_of(found, &Language::ALL.map(|language| (language.code(), language)))
    }

    fn text(&mut self, fields: &mut Fields, name: &'static str) -> Option<Text> {
        let node = fields.required(name, &mut self.problems)?;
        self.texts(node)
    }

    fn texts(&mut self, node: &Node) -> Option<Text> {
        let fields = Fields::of(node, &mut self.problems)?;
        let mut fields = fields;
        let mut languages = BTreeMap::new();
        for (key, at, value) in fields.rest() {
            let Some(language) = Language::from_code(key) else {
                self.problems.push(Problem::new(Code::UnknownField, at).with("field", key));
                continue;
            };
            if let Some(text) = words(value, &mut self.problems) {
                if text.value.matches('*').count() % 2 == 1 {
                    self.note(Code::OpenMark, text.at);
                }
                let marks = pieces(&text.value).into_iter().filter_map(|piece| match piece {
                    Piece::Footnote(number) => Some((number, text.at)),
                    _ => None,
                });
                self.places.footnote_marks.extend(marks);
                languages.insert(language, text.value);
            }
        }
        self.places.texts.push((languages.keys().copied().collect(), node.at));
        Some(Text::new(languages))
    }

    fn step(&mut self, node: &Node) -> Option<(Level, Text)> {
        let mut fields = Fields::of(node, &mut self.problems)?;
        let number = fields.number("level", &mut self.problems);
        let text = self.text(&mut fields, "text");
        fields.finish(&mut self.problems);
        let number = number?;
        let level = Level::new(number.value);
        if level.is_none() {
            self.problems.push(Problem::new(Code::LevelRange, number.at).with("found", number.value));
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
        let parts = self.each(&mut fields, "parts", Loader::part);
        fields.finish(&mut self.problems);
        let weight = weight?;
        let exact = Exact::parse(&weight.value);
        if exact.is_none() {
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
        let aspects = self.each(&mut fields, "aspects", Loader::aspect);
        fields.finish(&mut self.problems);
        for group in aspects.iter().filter_map(|aspect| aspect.group.as_ref()) {
            if !groups.iter().any(|known: &Group| known.id == *group) {
                let at = node.at;
                self.problems.push(Problem::new(Code::UnknownReference, at).with("id", group));
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
        let placed: Vec<(Norm, Position)> = fields
            .list("norms", &mut self.problems)
            .iter()
            .filter_map(|item| Some((self.norm(item)?, item.at)))
            .collect();
        fields.finish(&mut self.problems);
        for (index, (norm, at)) in placed.iter().enumerate() {
            if placed.iter().take(index).any(|(other, _)| other.rung == norm.rung) {
                let problem = Problem::new(Code::CellOccupied, *at).with("norm", &norm.id);
                self.problems.push(problem.with("rung", norm.rung.number()));
            }
        }
        let mut norms: Vec<Norm> = placed.into_iter().map(|(norm, _)| norm).collect();
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

    /// A pair refuses unless the file says that it warns.
    fn pair_rule(&mut self, fields: &mut Fields, name: &'static str) -> PairRule {
        let found = fields.optional(name).and_then(|node| words(node, &mut self.problems));
        self.one_of(found, &[("refuse", PairRule::Refuse), ("warn", PairRule::Warn)]).unwrap_or(PairRule::Refuse)
    }

    fn norm(&mut self, node: &Node) -> Option<Norm> {
        let mut fields = Fields::of(node, &mut self.problems)?;
        let id = self.id(&mut fields, "id");
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
        self.places.references.extend(twin.iter().map(|twin| (twin.value.clone(), twin.at)));
        let twin = twin.map(|twin| NormId::new(&twin.value));
        Some(Norm { id: NormId::new(&id?), rung: known?, text: text?, place: place?, test_unit: unit?, twin })
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
        self.places.references.push((norm.value.clone(), norm.at));
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
