//! Gathering differences of values, texts and lists.

use super::{Difference, Effect, Field, Subject};
use crate::domain::text::{Language, Text};

/// The differences found so far.
#[derive(Debug, Default)]
pub(super) struct Collector {
    pub differences: Vec<Difference>,
}

impl Collector {
    /// Notes a value that differs.
    pub fn value(
        &mut self,
        subject: &Subject,
        field: Field,
        effect: Effect,
        before: Option<String>,
        after: Option<String>,
    ) {
        if before != after {
            let subject = subject.clone();
            self.differences.push(Difference { subject, field, language: None, before, after, effect });
        }
    }

    /// Notes what is new or gone, with its words.
    pub fn presence(&mut self, subject: &Subject, effect: Effect, before: Option<&Text>, after: Option<&Text>) {
        let words = |text: &Text| text.languages().next().map_or_else(String::new, |(_, words)| words.to_owned());
        self.value(subject, Field::Presence, effect, before.map(words), after.map(words));
    }

    /// Notes every language in which a text differs. A translation that comes or goes beside another does nothing: the
    /// text is still there as it was.
    pub fn text(&mut self, subject: &Subject, field: Field, effect: Effect, before: &Text, after: &Text) {
        let shared =
            Language::ALL.into_iter().any(|each| words(before, each).is_some() && words(after, each).is_some());
        for language in Language::ALL {
            let (before, after) = (words(before, language), words(after, language));
            if before == after {
                continue;
            }
            let translation = shared && (before.is_none() || after.is_none());
            self.differences.push(Difference {
                subject: subject.clone(),
                field,
                language: Some(language),
                before: before.map(str::to_owned),
                after: after.map(str::to_owned),
                effect: if translation { Effect::None } else { effect },
            });
        }
    }

    /// The same for paragraphs, one by one.
    pub fn paragraphs(&mut self, subject: &Subject, field: Field, before: &[Text], after: &[Text]) {
        let nothing = Text::default();
        for at in 0..before.len().max(after.len()) {
            let (before, after) = (before.get(at).unwrap_or(&nothing), after.get(at).unwrap_or(&nothing));
            self.text(subject, field, Effect::None, before, after);
        }
    }

    /// Notes that what both lists have stands in another order.
    pub fn order(&mut self, subject: &Subject, before: &[String], after: &[String]) {
        let common = |list: &[String], other: &[String]| {
            list.iter().filter(|each| other.contains(each)).cloned().collect::<Vec<_>>().join(", ")
        };
        let (before, after) = (common(before, after), common(after, before));
        self.value(subject, Field::Order, Effect::None, Some(before), Some(after));
    }
}

/// The words of a text in this very language.
pub(super) fn words(text: &Text, language: Language) -> Option<&str> {
    text.languages().find(|(found, _)| *found == language).map(|(_, words)| words)
}

/// An item of the old list and the item of the new list with the same key; at least one is there.
pub(super) type Matched<'a, T> = (Option<&'a T>, Option<&'a T>);

/// Items of two lists by their keys: those of `after` in order, then what is left of `before`.
pub(super) fn matched<'a, T>(before: &[&'a T], after: &[&'a T], same: impl Fn(&T, &T) -> bool) -> Vec<Matched<'a, T>> {
    let mut left: Vec<&T> = before.to_vec();
    let mut found = Vec::new();
    for item in after.iter().copied() {
        let at = left.iter().position(|old| same(old, item));
        found.push((at.map(|at| left.remove(at)), Some(item)));
    }
    found.extend(left.into_iter().map(|item| (Some(item), None)));
    found
}
