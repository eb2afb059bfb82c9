//! What has to be true of a framework as a whole.

use std::collections::BTreeSet;

use super::fields::Placed;
use super::framework_reader::{Places, Weight};
use super::problem::{Code, Position, Problem};
use crate::domain::exact::Exact;
use crate::domain::framework::{ExceedsOne, Norm, NormId};
use crate::domain::level::Level;
use crate::domain::text::Language;

/// The policies that a framework declares, each with the values that this version knows.
pub const POLICIES: [(&str, &[&str]); 7] = [
    ("exceeds_one", &["assessor_settles", "any_deficiency", "all_deficiencies"]),
    ("exceeds_three", &["any_distinguishing"]),
    ("partly", &["signals_four"]),
    ("score_two_refers_to", &["3"]),
    ("part_weights", &["equal", "declared"]),
    ("rounding", &["half_up_one_decimal"]),
    ("waived_costs", &["net_with_gross_shown"]),
];

/// Notes a policy or a value that the program does not know.
pub fn policy_value(id: &Placed<String>, value: &Placed<String>, problems: &mut Vec<Problem>) {
    match POLICIES.iter().find(|(known, _)| *known == id.value) {
        None => {
            let known: Vec<&str> = POLICIES.iter().map(|(known, _)| *known).collect();
            problems.push(
                Problem::new(Code::Policy, id.at)
                    .with("case", "unknown")
                    .with("policy", &id.value)
                    .with("known", known.join(", ")),
            );
        }
        Some((_, values)) if !values.contains(&value.value.as_str()) => {
            problems.push(
                Problem::new(Code::UnknownValue, value.at).with("found", &value.value).with("known", values.join(", ")),
            );
        }
        Some(_) => {}
    }
    debug_assert_eq!(POLICIES[0].1.len(), ExceedsOne::ALL.len());
}

/// Checks what shows only when the whole file is known.
pub fn check(languages: &[Language], places: &Places, problems: &mut Vec<Problem>) {
    for (id, at) in &places.ids {
        let line = at.first().map_or(0, |first| first.line);
        for again in at.iter().skip(1) {
            problems.push(Problem::new(Code::DuplicateId, *again).with("id", id).with("line", line));
        }
    }
    for (id, at) in places.references.iter().filter(|(id, _)| !places.ids.contains_key(id)) {
        problems.push(Problem::new(Code::UnknownReference, *at).with("id", id).with("what", "id"));
    }
    for (id, at) in places.norm_references.iter().filter(|(id, _)| !places.norms.contains(id)) {
        problems.push(Problem::new(Code::UnknownReference, *at).with("id", id).with("what", "norm"));
    }
    for (norm, twin, at) in places.false_twins.iter().filter(|(_, twin, _)| places.norms.contains(twin.as_str())) {
        problems.push(Problem::new(Code::Twin, *at).with("norm", norm).with("twin", twin));
    }
    for (given, at) in &places.texts {
        for missing in languages.iter().filter(|language| !given.contains(language)) {
            problems.push(Problem::new(Code::MissingLanguage, *at).with("language", missing.code()));
        }
    }
    for (policy, _) in POLICIES.iter().filter(|(policy, _)| !places.policies.contains_key(*policy)) {
        problems.push(
            Problem::new(Code::Policy, places.policies_at)
                .with("case", "missing")
                .with("policy", policy)
                .with("known", policy),
        );
    }
    // A step that cannot be read, or that stands twice, is a problem of its own.
    if let Some(scale) = places.scale.iter().copied().collect::<Option<Vec<Level>>>() {
        for level in Level::ALL.iter().filter(|level| !scale.contains(level)) {
            problems.push(Problem::new(Code::MissingField, places.scale_at).with("field", format!("level: {level}")));
        }
    }
    let declared =
        places.policy_values.get("part_weights").filter(|(value, _)| (value == "declared") != places.parts_are_weighed);
    if let Some((value, at)) = declared {
        problems.push(Problem::new(Code::Weights, *at).with("case", "policy").with("value", value));
    }
    footnotes(places, problems);
}

/// The share of each theme, or of each part of a theme: all as written, or all equal. Notes weights that do not add up to
/// 1, and equal ones among fractions.
pub fn shares(weights: &[Weight], what: &str, at: Position, problems: &mut Vec<Problem>) -> Vec<Exact> {
    let written: Vec<&Exact> = weights
        .iter()
        .filter_map(|weight| if let Weight::Share(share) = weight { Some(share) } else { None })
        .collect();
    let count = i64::try_from(weights.len()).unwrap_or(i64::MAX);
    let equal = Exact::fraction_of(1, count).unwrap_or_else(|| Exact::whole(1));
    let equal = vec![equal; weights.len()];
    // A weight that cannot be read is a problem of its own.
    if written.is_empty() || weights.contains(&Weight::Unreadable) {
        return equal;
    }
    let mut note = |case: &str, sum: &Exact| {
        let problem = Problem::new(Code::Weights, at).with("case", case).with("what", what);
        problems.push(problem.with("sum", sum.as_fraction()));
    };
    let sum = Exact::sum(written.iter().copied());
    if written.len() < weights.len() {
        note("mixed", &sum);
        return equal;
    }
    if sum != Exact::whole(1) {
        note("sum", &sum);
    }
    written.into_iter().cloned().collect()
}

/// Whether `norm`, which names `twin`, has the same text as that norm on a lower requirement rung of its row. The twin is
/// the twin of no other norm and has none itself.
pub fn is_twin(norms: &[Norm], norm: &Norm, twin: &NormId) -> bool {
    let same = |other: &Norm| {
        other.id == *twin
            && other.rung < norm.rung
            && !other.rung.is_deficiency()
            && other.text == norm.text
            && other.twin.is_none()
    };
    norms.iter().any(same) && norms.iter().filter(|other| other.twin.as_ref() == Some(twin)).count() == 1
}

fn footnotes(places: &Places, problems: &mut Vec<Problem>) {
    let marks: BTreeSet<u32> = places.footnote_marks.iter().map(|(mark, _)| *mark).collect();
    for (number, at) in places.footnotes.iter().filter(|(number, _)| !marks.contains(number)) {
        problems.push(Problem::new(Code::UnusedFootnote, *at).with("number", number));
    }
    for (number, at) in places.footnote_marks.iter().filter(|(number, _)| !places.footnotes.contains_key(number)) {
        let problem = Problem::new(Code::UnknownReference, *at).with("id", format!("[^{number}]"));
        problems.push(problem.with("what", "footnote"));
    }
}
