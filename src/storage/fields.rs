//! Reading the fields of a located structure, with every problem noted and none the last.

use super::located::{Node, Value, is_no_number};
use super::problem::{Code, Position, Problem};

/// A value of a file together with its place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Placed<T> {
    /// The value.
    pub value: T,
    /// Where it stands.
    pub at: Position,
}

/// The fields of one structure. [`Fields::finish`] notes the fields that nobody asked for.
pub struct Fields<'a> {
    at: Position,
    fields: Vec<(&'a str, Position, &'a Node, bool)>,
}

impl<'a> Fields<'a> {
    /// The fields of `node`; notes another kind of value, and keys that stand twice.
    pub fn of(node: &'a Node, problems: &mut Vec<Problem>) -> Option<Fields<'a>> {
        let Value::Fields(all) = &node.value else {
            problems.push(Problem::new(Code::WrongType, node.at).with("expected", "structure"));
            return None;
        };
        let mut fields: Vec<(&str, Position, &Node, bool)> = Vec::new();
        let mut seen = std::collections::BTreeMap::new();
        for (key, at, value) in all {
            if let Some(first) = seen.insert(key.as_str(), *at) {
                problems.push(Problem::new(Code::DuplicateKey, *at).with("key", key).with("line", first.line));
            } else {
                fields.push((key, *at, value, false));
            }
        }
        Some(Fields { at: node.at, fields })
    }

    /// Where the structure begins.
    pub fn at(&self) -> Position {
        self.at
    }

    /// The value of a field that may be missing.
    pub fn optional(&mut self, name: &str) -> Option<&'a Node> {
        let field = self.fields.iter_mut().find(|(key, ..)| *key == name)?;
        field.3 = true;
        Some(field.2).filter(|node| node.value != Value::Nothing)
    }

    /// The value of a field that has to be there.
    pub fn required(&mut self, name: &'static str, problems: &mut Vec<Problem>) -> Option<&'a Node> {
        let found = self.optional(name);
        if found.is_none() {
            problems.push(Problem::new(Code::MissingField, self.at).with("field", name));
        }
        found
    }

    /// A text that has to be there and to say something.
    pub fn text(&mut self, name: &'static str, problems: &mut Vec<Problem>) -> Option<Placed<String>> {
        let node = self.required(name, problems)?;
        words(node, problems)
    }

    /// A whole number that has to be there.
    pub fn number(&mut self, name: &'static str, problems: &mut Vec<Problem>) -> Option<Placed<i64>> {
        let node = self.required(name, problems)?;
        number(node, problems)
    }

    /// A list that has to be there.
    pub fn list(&mut self, name: &'static str, problems: &mut Vec<Problem>) -> &'a [Node] {
        self.required(name, problems).map_or(&[], |node| list(node, problems))
    }

    /// The fields that were not asked for, as key, place and value: for maps.
    pub fn rest(&mut self) -> Vec<(&'a str, Position, &'a Node)> {
        let rest = self.fields.iter_mut().filter(|field| !field.3);
        rest.map(|field| {
            field.3 = true;
            (field.0, field.1, field.2)
        })
        .collect()
    }

    /// Notes the fields that nobody asked for.
    pub fn finish(mut self, problems: &mut Vec<Problem>) {
        for (key, at, _) in self.rest() {
            problems.push(Problem::new(Code::UnknownField, at).with("field", key));
        }
    }
}

/// A text, which may be empty.
pub fn text(node: &Node, problems: &mut Vec<Problem>) -> Option<Placed<String>> {
    match &node.value {
        Value::Text(text) => Some(Placed { value: text.clone(), at: node.at }),
        _ => wrong(node, "text", problems),
    }
}

/// A text that says something.
pub fn words(node: &Node, problems: &mut Vec<Problem>) -> Option<Placed<String>> {
    let text = text(node, problems)?;
    if text.value.trim().is_empty() {
        problems.push(Problem::new(Code::EmptyText, node.at));
        return None;
    }
    Some(text)
}

/// A whole number.
pub fn number(node: &Node, problems: &mut Vec<Problem>) -> Option<Placed<i64>> {
    match &node.value {
        Value::Number(number) => Some(Placed { value: *number, at: node.at }),
        // Already noted as such where it was read.
        Value::OtherNumber(written) if is_no_number(written) => None,
        _ => wrong(node, "number", problems),
    }
}

/// A list.
pub fn list<'a>(node: &'a Node, problems: &mut Vec<Problem>) -> &'a [Node] {
    match &node.value {
        Value::List(list) => list,
        _ => wrong::<&[Node]>(node, "list", problems).unwrap_or(&[]),
    }
}

fn wrong<T>(node: &Node, expected: &'static str, problems: &mut Vec<Problem>) -> Option<T> {
    problems.push(Problem::new(Code::WrongType, node.at).with("expected", expected));
    None
}
