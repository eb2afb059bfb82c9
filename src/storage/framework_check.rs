//! What has to be true of a framework as a whole.

use super::fields::Placed;
use super::framework_file::Places;
use super::problem::{Code, Position, Problem};
use crate::domain::exact::Exact;
use crate::domain::framework::{ExceedsOne, FrameworkContent, Part, Rung};

/// The policies that a framework declares, each with the values that this version knows.
pub const POLICIES: [(&str, &[&str]); 7] = [
    ("exceeds_one", &["assessor_settles", "any_deficiency", "all_deficiencies"]),
    ("exceeds_three", &["any_distinguishing"]),
    ("partly", &["signals_four"]),
    ("score_two_refers_to", &["3"]),
    ("part_weights", &["equal"]),
    ("rounding", &["half_up_one_decimal"]),
    ("waived_costs", &["net_with_gross_shown"]),
];

/// Notes a policy or a value that the program does not know.
pub fn policy_value(id: &Placed<String>, value: &Placed<String>, problems: &mut Vec<Problem>) {
    match POLICIES.iter().find(|(known, _)| *known == id.value) {
        None => {
            let known: Vec<&str> = POLICIES.iter().map(|(known, _)| *known).collect();
            problems.push(Problem::new(Code::Policy, id.at).with("policy", &id.value).with("known", known.join(", ")));
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
pub fn check(content: &FrameworkContent, places: &Places, problems: &mut Vec<Problem>) {
    let whole = places.weights.unwrap_or(Position::START);
    for (id, at) in &places.ids {
        for again in at.iter().skip(1) {
            problems.push(Problem::new(Code::DuplicateId, *again).with("id", id));
        }
    }
    for (id, at) in &places.references {
        if !places.ids.contains_key(id) {
            problems.push(Problem::new(Code::UnknownReference, *at).with("id", id));
        }
    }
    for (languages, at) in &places.texts {
        for missing in content.languages.iter().filter(|language| !languages.contains(language)) {
            problems.push(Problem::new(Code::MissingLanguage, *at).with("language", missing.code()));
        }
    }
    for (policy, _) in POLICIES.iter().filter(|(policy, _)| !places.policies.contains_key(*policy)) {
        problems.push(Problem::new(Code::Policy, whole).with("policy", policy).with("known", ""));
    }
    sizes(content, whole, problems);
    let sum = content.themes.iter().fold(Exact::whole(0), |sum, theme| sum.plus(theme.weight));
    if sum != Exact::whole(1) && !problems.iter().any(|problem| problem.code == Code::Weight) {
        problems.push(Problem::new(Code::Weights, whole).with("sum", sum.as_fraction()));
    }
    for part in content.themes.iter().flat_map(|theme| &theme.parts) {
        twins(part, places, problems);
    }
    footnotes(places, problems);
}

/// A framework needs parts and norms to score, and few enough for exact arithmetic.
fn sizes(content: &FrameworkContent, whole: Position, problems: &mut Vec<Problem>) {
    let mut need = |found: usize, most: usize, what: &'static str| {
        if found == 0 {
            problems.push(Problem::new(Code::MissingField, whole).with("field", what));
        } else if found > most {
            problems.push(Problem::new(Code::TooLarge, whole).with("most", most));
        }
    };
    need(content.themes.len(), 5, "themes");
    need(content.languages.len(), 2, "languages");
    for theme in &content.themes {
        need(theme.parts.len(), 40, "parts");
        for part in &theme.parts {
            need(part.aspects.len(), 1_000, "aspects");
            for aspect in &part.aspects {
                need(aspect.norms.len(), 3, "norms");
            }
        }
    }
}

fn twins(part: &Part, places: &Places, problems: &mut Vec<Problem>) {
    for aspect in &part.aspects {
        for norm in aspect.norms.iter().filter(|norm| norm.twin.is_some()) {
            let same_text = aspect.twins().is_some_and(|(five, three)| five.id == norm.id && five.text == three.text);
            if norm.rung == Rung::Five && same_text {
                continue;
            }
            let twin = norm.twin.as_ref().map(|twin| twin.as_str()).unwrap_or_default();
            let at = places.references.iter().find(|(id, _)| id == twin).map_or(Position::START, |(_, at)| *at);
            problems.push(Problem::new(Code::Twin, at).with("norm", &norm.id).with("twin", twin));
        }
    }
}

fn footnotes(places: &Places, problems: &mut Vec<Problem>) {
    for (number, at) in &places.footnotes {
        if !places.footnote_marks.iter().any(|(mark, _)| mark == number) {
            problems.push(Problem::new(Code::UnusedFootnote, *at).with("number", number));
        }
    }
    for (number, at) in &places.footnote_marks {
        if !places.footnotes.contains_key(number) {
            problems.push(Problem::new(Code::UnknownReference, *at).with("id", format!("[^{number}]")));
        }
    }
}
