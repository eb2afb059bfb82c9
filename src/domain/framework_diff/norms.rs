//! Norm by norm: what differs, and what that asks of an assessor.

use std::collections::BTreeSet;

use super::collect::{Collector, matched, words};
use super::{Difference, Effect, Field, NormState, Subject};
use crate::domain::framework::{Aspect, Footnote, Framework, Norm, NormId, Part, TestUnit};
use crate::domain::text::{Language, Piece, Text, pieces};

/// A norm where it stands.
type Placed<'a> = (&'a Part, &'a Aspect, &'a Norm);

/// Compares the norms.
pub(super) fn compare(before: &Framework, after: &Framework, found: &mut Collector) {
    let (old, new): (Vec<&Norm>, Vec<&Norm>) = (before.norms().collect(), after.norms().collect());
    for (old, new) in matched(&old, &new, |old, new| old.id == new.id) {
        let Some(id) = new.or(old).map(|norm| &norm.id) else { continue };
        let subject = Subject::Norm(id.clone());
        match (before.norm(id.as_str()), after.norm(id.as_str())) {
            (Some(old), Some(new)) => {
                norm(&subject, old, new, found);
                for (old, new) in footnotes(&subject, before, after) {
                    found.text(&subject, Field::Footnote, Effect::Judgement, old, new);
                }
            }
            (old, new) => {
                let text = |placed: Placed<'_>| placed.2.text.clone();
                found.presence(&subject, Effect::Score, old.map(text).as_ref(), new.map(text).as_ref());
            }
        }
    }
}

fn norm(subject: &Subject, (old_part, old_row, old): Placed, (new_part, new_row, new): Placed, found: &mut Collector) {
    let mut value = |field, effect, before: String, after: String| {
        found.value(subject, field, effect, Some(before), Some(after));
    };
    value(Field::Rung, Effect::Score, old.rung.number().to_string(), new.rung.number().to_string());
    value(Field::Row, Effect::Score, old_row.id.to_string(), new_row.id.to_string());
    value(Field::Part, Effect::Score, old_part.id.to_string(), new_part.id.to_string());
    value(Field::TestUnit, Effect::Judgement, test_unit(old.test_unit), test_unit(new.test_unit));
    let twin = |norm: &Norm| norm.twin.as_ref().map(NormId::to_string);
    found.value(subject, Field::Twin, Effect::Score, twin(old), twin(new));
    found.text(subject, Field::Text, Effect::Judgement, &old.text, &new.text);
    qualifiers(subject, &old.text, &new.text, found);
    found.text(subject, Field::Place, Effect::None, &old.place, &new.place);
}

/// The marked words that were dropped and those that were added, language by language.
fn qualifiers(subject: &Subject, old: &Text, new: &Text, found: &mut Collector) {
    for language in Language::ALL {
        let (Some(old), Some(new)) = (words(old, language), words(new, language)) else { continue };
        let (mut dropped, mut added) = (marked(old), Vec::new());
        for word in marked(new) {
            match dropped.iter().position(|old| *old == word) {
                Some(at) => drop(dropped.remove(at)),
                None => added.push(word),
            }
        }
        if dropped.is_empty() && added.is_empty() {
            continue;
        }
        let listed = |words: Vec<&str>| Some(words.join("; ")).filter(|list| !list.is_empty());
        found.differences.push(Difference {
            subject: subject.clone(),
            field: Field::Qualifiers,
            language: Some(language),
            before: listed(dropped),
            after: listed(added),
            effect: Effect::Judgement,
        });
    }
}

fn marked(text: &str) -> Vec<&str> {
    let qualifier = |piece| if let Piece::Qualifier(words) = piece { Some(words) } else { None };
    pieces(text).into_iter().filter_map(qualifier).collect()
}

/// The footnotes that a norm refers to before and after, when their words differ.
fn footnotes<'a>(subject: &Subject, before: &'a Framework, after: &'a Framework) -> Vec<(&'a Text, &'a Text)> {
    let Subject::Norm(id) = subject else { return Vec::new() };
    let texts = |framework: &'a Framework| framework.norm(id.as_str()).map(|(_, _, norm)| &norm.text);
    let (Some(old), Some(new)) = (texts(before), texts(after)) else { return Vec::new() };
    let note = |list: &'a [Footnote], number| list.iter().find(|note| note.number == number).map(|note| &note.text);
    let shared = footnote_marks(old).intersection(&footnote_marks(new)).copied().collect::<Vec<u32>>();
    let pairs =
        shared.into_iter().filter_map(|number| note(&before.footnotes, number).zip(note(&after.footnotes, number)));
    pairs.filter(|(old, new)| old != new).collect()
}

/// The numbers of the footnotes that a text refers to, in any language.
pub(super) fn footnote_marks(text: &Text) -> BTreeSet<u32> {
    let numbers = |words: &str| {
        let marks = pieces(words).into_iter().filter_map(|piece| match piece {
            Piece::Footnote(number) => Some(number),
            _ => None,
        });
        marks.collect::<Vec<u32>>()
    };
    text.languages().flat_map(|(_, words)| numbers(words)).collect()
}

/// What became of every norm.
pub(super) fn states(before: &Framework, after: &Framework, found: &[Difference]) -> Vec<(NormId, NormState)> {
    let changed: BTreeSet<&NormId> = found.iter().filter_map(norm_of).collect();
    let of_new = after.norms().map(|norm| {
        let state = match before.norm(norm.id.as_str()) {
            None => NormState::New,
            Some(_) if changed.contains(&norm.id) => NormState::Changed,
            Some(_) => NormState::Same,
        };
        (norm.id.clone(), state)
    });
    let gone = before.norms().filter(|norm| after.norm(norm.id.as_str()).is_none());
    of_new.chain(gone.map(|norm| (norm.id.clone(), NormState::Removed))).collect()
}

/// The norms of both whose answers have to be judged anew.
pub(super) fn anew(before: &Framework, after: &Framework, found: &[Difference]) -> BTreeSet<NormId> {
    let reads_otherwise = found.iter().filter(|found| found.effect == Effect::Judgement).filter_map(norm_of).cloned();
    let turned = after
        .norms()
        .filter(|new| before.norm(new.id.as_str()).is_some_and(|(_, _, old)| old.rung.good() != new.rung.good()));
    reads_otherwise.chain(turned.map(|norm| norm.id.clone())).collect()
}

fn norm_of(difference: &Difference) -> Option<&NormId> {
    if let Subject::Norm(id) = &difference.subject { Some(id) } else { None }
}

fn test_unit(unit: TestUnit) -> String {
    match unit {
        TestUnit::Lender => "lender",
        TestUnit::File => "file",
        TestUnit::Both => "both",
    }
    .to_owned()
}
