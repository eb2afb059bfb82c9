//! What every part of a framework file is read with: lists, ids, words and texts, and where they stand.

use std::collections::{BTreeMap, BTreeSet};

use super::fields::{Fields, Placed, list, words};
use super::located::Node;
use super::problem::{Code, Position, Problem};
use crate::domain::exact::Exact;
use crate::domain::framework::NormId;
use crate::domain::level::Level;
use crate::domain::text::{Language, Piece, Text, pieces};
use crate::domain::version::Version;

/// What is written as the weight of a theme or part.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Weight {
    /// Nothing, or that it weighs as much as the others.
    Equal,
    /// A fraction.
    Share(Exact),
    /// Something else, which is a problem of its own.
    Unreadable,
}

/// Where things stand in the file, for problems that show only when all of it is known.
#[derive(Debug, Default)]
pub struct Places {
    /// Each id with every place where it is given.
    pub ids: BTreeMap<String, Vec<Position>>,
    /// The ids of the norms.
    pub norms: BTreeSet<String>,
    /// Each reference to a norm, a part or a note.
    pub references: Vec<(String, Position)>,
    /// Each reference that has to be to a norm.
    pub norm_references: Vec<(String, Position)>,
    /// Each norm that names a norm as its twin which is none, with that norm.
    pub false_twins: Vec<(NormId, NormId, Position)>,
    /// Each reference to a group of the part that is being read.
    pub group_references: Vec<Placed<String>>,
    /// Each translated text with the languages it has.
    pub texts: Vec<(Vec<Language>, Position)>,
    /// The levels of the scale; none where one cannot be read or stands twice.
    pub scale: Vec<Option<Level>>,
    /// Where the scale stands.
    pub scale_at: Position,
    /// The weights of the themes.
    pub weights: Vec<Weight>,
    /// The weights of the parts of the theme that is being read.
    pub part_weights: Vec<Weight>,
    /// Whether a part has a weight of its own.
    pub parts_are_weighed: bool,
    /// Where the themes stand.
    pub themes_at: Position,
    /// Each footnote.
    pub footnotes: BTreeMap<u32, Position>,
    /// Each footnote mark in a text.
    pub footnote_marks: Vec<(u32, Position)>,
    /// The policies.
    pub policies: BTreeMap<String, Position>,
    /// The value of each policy, and where it stands.
    pub policy_values: BTreeMap<String, (String, Position)>,
    /// Where the policies stand.
    pub policies_at: Position,
}

/// What is found while a framework file is read.
#[derive(Default)]
pub(super) struct Loader {
    pub(super) problems: Vec<Problem>,
    pub(super) places: Places,
}

impl Loader {
    pub(super) fn note(&mut self, code: Code, at: Position) -> &mut Problem {
        let next = self.problems.len();
        self.problems.push(Problem::new(code, at));
        &mut self.problems[next]
    }

    /// Every item of a list, read by `read`; items with problems are left out.
    pub(super) fn each<T>(
        &mut self,
        fields: &mut Fields,
        name: &'static str,
        read: fn(&mut Loader, &Node) -> Option<T>,
    ) -> Vec<T> {
        let items = fields.list(name, &mut self.problems);
        items.iter().filter_map(|item| read(self, item)).collect()
    }

    /// The same for a list that has to hold something, and no more than exact arithmetic and a reader can bear.
    pub(super) fn some<T>(
        &mut self,
        fields: &mut Fields,
        name: &'static str,
        most: usize,
        read: fn(&mut Loader, &Node) -> Option<T>,
    ) -> Vec<T> {
        let place = fields.optional(name).map(|node| (node.at, list(node, &mut Vec::new()).len()));
        if let Some((at, 0)) = place {
            self.problems.push(Problem::new(Code::EmptyText, at));
        } else if let Some((at, _)) = place.filter(|(_, found)| *found > most) {
            self.problems.push(Problem::new(Code::TooLarge, at).with("what", name).with("most", most));
        }
        self.each(fields, name, read)
    }

    pub(super) fn id(&mut self, fields: &mut Fields, name: &'static str) -> Option<String> {
        let Placed { value, at } = fields.text(name, &mut self.problems)?;
        if !super::framework_file::is_id(&value) {
            self.problems.push(Problem::new(Code::MalformedId, at).with("id", &value));
            return None;
        }
        self.places.ids.entry(value.clone()).or_default().push(at);
        Some(value)
    }

    /// A weight: a fraction, or `equal`, which may be left out.
    pub(super) fn weight(&mut self, fields: &mut Fields) -> Weight {
        let Some(node) = fields.optional("weight") else { return Weight::Equal };
        let Some(word) = words(node, &mut self.problems) else { return Weight::Unreadable };
        if word.value == "equal" {
            return Weight::Equal;
        }
        let case = match Exact::parse(&word.value) {
            Some(weight) if weight > Exact::whole(0) => return Weight::Share(weight),
            Some(_) => "zero",
            None => "unreadable",
        };
        self.problems.push(Problem::new(Code::Weight, word.at).with("found", &word.value).with("case", case));
        Weight::Unreadable
    }

    pub(super) fn version(&mut self, version: Placed<String>) -> Option<String> {
        if Version::parse(&version.value).is_some() {
            return Some(version.value);
        }
        self.unknown_value(&version, "1.0.0, 1.1.0, …");
        None
    }

    pub(super) fn unknown_value(&mut self, found: &Placed<String>, known: &str) {
        let problem = Problem::new(Code::UnknownValue, found.at).with("found", &found.value).with("known", known);
        self.problems.push(problem);
    }

    pub(super) fn one_of<T>(&mut self, found: Option<Placed<String>>, known: &[(&str, T)]) -> Option<T>
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

    pub(super) fn language(&mut self, node: &Node) -> Option<Language> {
        let found = words(node, &mut self.problems);
        self.one_of(found, &Language::ALL.map(|language| (language.code(), language)))
    }

    pub(super) fn text(&mut self, fields: &mut Fields, name: &'static str) -> Option<Text> {
        let node = fields.required(name, &mut self.problems)?;
        self.texts(node)
    }

    pub(super) fn texts(&mut self, node: &Node) -> Option<Text> {
        let fields = Fields::of(node, &mut self.problems)?;
        let mut fields = fields;
        let mut languages = BTreeMap::new();
        let mut given = Vec::new();
        for (key, at, value) in fields.rest() {
            let Some(language) = Language::from_code(key) else {
                self.problems.push(Problem::new(Code::UnknownField, at).with("field", key));
                continue;
            };
            given.push(language);
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
        let complete = languages.len() == given.len();
        self.places.texts.push((given, node.at));
        complete.then(|| Text::new(languages))
    }
}
