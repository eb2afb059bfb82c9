//! Everything but the norms: the framework as a whole, themes, parts, rows, policies, scale, footnotes, signals, notes.

use super::collect::{Collector, Matched, matched};
use super::norms;
use super::{Effect, Field, Subject};
use crate::domain::framework::{
    AlertRule, AmbiguityNote, Aspect, Footnote, Framework, Gate, Group, PairRule, Part, Policy, Rule, Rung, Theme,
};
use crate::domain::level::Level;
use crate::domain::text::Text;

/// Compares two frameworks.
pub(super) fn compare(before: &Framework, after: &Framework, found: &mut Collector) {
    let whole = Subject::Framework;
    let languages = |framework: &Framework| {
        Some(framework.languages.iter().map(|language| language.code()).collect::<Vec<_>>().join(", "))
    };
    found.value(&whole, Field::Languages, Effect::None, languages(before), languages(after));
    found.text(&whole, Field::Title, Effect::None, &before.title, &after.title);
    found.text(&whole, Field::ReportTitle, Effect::None, &before.report_title, &after.report_title);
    found.text(&whole, Field::Source, Effect::None, &before.source, &after.source);
    scale(before, after, found);
    policies(before, after, found);
    themes(before, after, found);
    parts(before, after, found);
    aspects(before, after, found);
    norms::compare(before, after, found);
    footnotes(before, after, found);
    alerts(before, after, found);
    notes(before, after, found);
    found.paragraphs(&whole, Field::Silent, &before.silent, &after.silent);
}

/// The pairs of two lists, with a note where the order differs.
fn pairs<'a, T>(
    subject: &Subject,
    before: &'a [T],
    after: &'a [T],
    key: impl Fn(&T) -> String,
    found: &mut Collector,
) -> Vec<Matched<'a, T>> {
    let keys = |list: &[T]| list.iter().map(&key).collect::<Vec<String>>();
    found.order(subject, &keys(before), &keys(after));
    let (before, after): (Vec<&T>, Vec<&T>) = (before.iter().collect(), after.iter().collect());
    matched(&before, &after, |old, new| key(old) == key(new))
}

fn scale(before: &Framework, after: &Framework, found: &mut Collector) {
    found.text(&Subject::Framework, Field::ScaleSource, Effect::None, &before.scale_source, &after.scale_source);
    let key = |(level, _): &(Level, Text)| level.to_string();
    for pair in pairs(&Subject::Framework, &before.scale, &after.scale, key, found) {
        match pair {
            // What a level means is what an assessor settles by.
            (Some((level, old)), Some((_, new))) => {
                found.text(&Subject::Level(*level), Field::Text, Effect::Judgement, old, new);
            }
            (old, new) => {
                let Some((level, _)) = old.or(new) else { continue };
                let text = |step: Option<&'_ (Level, Text)>| step.map(|(_, text)| text.clone());
                let (old, new) = (text(old), text(new));
                found.presence(&Subject::Level(*level), Effect::Judgement, old.as_ref(), new.as_ref());
            }
        }
    }
}

fn policies(before: &Framework, after: &Framework, found: &mut Collector) {
    let key = |policy: &Policy| policy.id.clone();
    for (old, new) in pairs(&Subject::Framework, &before.policies, &after.policies, key, found) {
        let Some(id) = old.or(new).map(|policy| policy.id.clone()) else { continue };
        let subject = Subject::Policy(id);
        let (Some(old), Some(new)) = (old, new) else {
            let title = |policy: &Policy| policy.title.clone();
            found.presence(&subject, Effect::Score, old.map(title).as_ref(), new.map(title).as_ref());
            continue;
        };
        found.value(&subject, Field::Value, Effect::Score, Some(old.value.clone()), Some(new.value.clone()));
        found.value(&subject, Field::Note, Effect::None, old.note.clone(), new.note.clone());
        found.text(&subject, Field::Title, Effect::None, &old.title, &new.title);
        found.text(&subject, Field::SourceSays, Effect::None, &old.source_says, &new.source_says);
        // Some policies tell the assessor how to read a norm.
        found.text(&subject, Field::Choice, Effect::Judgement, &old.choice, &new.choice);
    }
}

fn themes(before: &Framework, after: &Framework, found: &mut Collector) {
    let key = |theme: &Theme| theme.id.to_string();
    for (old, new) in pairs(&Subject::Framework, &before.themes, &after.themes, key, found) {
        let Some(id) = old.or(new).map(|theme| theme.id.clone()) else { continue };
        let subject = Subject::Theme(id);
        let (Some(old), Some(new)) = (old, new) else {
            found.presence(&subject, Effect::Score, old.map(|theme| &theme.title), new.map(|theme| &theme.title));
            continue;
        };
        found.text(&subject, Field::Title, Effect::None, &old.title, &new.title);
        let (old_weight, new_weight) = (old.weight.as_fraction(), new.weight.as_fraction());
        found.value(&subject, Field::Weight, Effect::Score, Some(old_weight), Some(new_weight));
        let ids = |theme: &Theme| theme.parts.iter().map(|part| part.id.to_string()).collect::<Vec<_>>();
        found.order(&subject, &ids(old), &ids(new));
    }
}

fn parts(before: &Framework, after: &Framework, found: &mut Collector) {
    let (old, new): (Vec<&Part>, Vec<&Part>) = (before.parts().collect(), after.parts().collect());
    for (old, new) in matched(&old, &new, |old, new| old.id == new.id) {
        let Some(id) = old.or(new).map(|part| part.id.clone()) else { continue };
        let subject = Subject::Part(id);
        let (Some(old), Some(new)) = (old, new) else {
            found.presence(&subject, Effect::Score, old.map(|part| &part.title), new.map(|part| &part.title));
            continue;
        };
        let theme = |framework: &Framework, part: &Part| {
            let mut themes = framework.themes.iter();
            themes.find(|theme| theme.parts.iter().any(|each| each.id == part.id)).map(|theme| theme.id.to_string())
        };
        found.value(&subject, Field::Theme, Effect::Score, theme(before, old), theme(after, new));
        let (old_weight, new_weight) = (old.weight.as_fraction(), new.weight.as_fraction());
        found.value(&subject, Field::Weight, Effect::Score, Some(old_weight), Some(new_weight));
        found.value(&subject, Field::Rule, Effect::Score, Some(rule(old)), Some(rule(new)));
        found.text(&subject, Field::Title, Effect::None, &old.title, &new.title);
        found.text(&subject, Field::Summary, Effect::None, &old.summary, &new.summary);
        found.paragraphs(&subject, Field::Introduction, &old.introduction, &new.introduction);
        let ids = |part: &Part| part.aspects.iter().map(|aspect| aspect.id.to_string()).collect::<Vec<_>>();
        found.order(&subject, &ids(old), &ids(new));
        groups(&subject, old, new, found);
    }
}

fn groups(part: &Subject, old: &Part, new: &Part, found: &mut Collector) {
    let id = old.id.clone();
    for (old, new) in pairs(part, &old.groups, &new.groups, |group: &Group| group.id.clone(), found) {
        let Some(group) = old.or(new) else { continue };
        let subject = Subject::Group(id.clone(), group.id.clone());
        match (old, new) {
            (Some(old), Some(new)) => found.text(&subject, Field::Title, Effect::None, &old.title, &new.title),
            _ => found.presence(&subject, Effect::None, old.map(|group| &group.title), new.map(|group| &group.title)),
        }
    }
}

fn aspects(before: &Framework, after: &Framework, found: &mut Collector) {
    let rows = |framework: &'_ Framework| -> Vec<(String, Aspect)> {
        let in_part = |part: &Part| {
            let id = part.id.to_string();
            part.aspects.iter().map(|aspect| (id.clone(), aspect.clone())).collect::<Vec<_>>()
        };
        framework.parts().flat_map(in_part).collect()
    };
    let (old, new) = (rows(before), rows(after));
    let (old, new): (Vec<_>, Vec<_>) = (old.iter().collect(), new.iter().collect());
    for pair in matched(&old, &new, |(_, old), (_, new)| old.id == new.id) {
        match pair {
            (Some((old_part, old)), Some((new_part, new))) => {
                let subject = Subject::Aspect(new.id.clone());
                let (old_part, new_part) = (Some(old_part.clone()), Some(new_part.clone()));
                found.value(&subject, Field::Part, Effect::Score, old_part, new_part);
                aspect(&subject, old, new, found);
            }
            (old, new) => {
                let Some((_, row)) = old.or(new) else { continue };
                let title = |placed: Option<&(String, Aspect)>| placed.map(|(_, aspect)| aspect.title.clone());
                let (old, new) = (title(old), title(new));
                found.presence(&Subject::Aspect(row.id.clone()), Effect::Score, old.as_ref(), new.as_ref());
            }
        }
    }
}

fn aspect(subject: &Subject, old: &Aspect, new: &Aspect, found: &mut Collector) {
    found.text(subject, Field::Title, Effect::None, &old.title, &new.title);
    found.value(subject, Field::Group, Effect::None, old.group.clone(), new.group.clone());
    found.value(subject, Field::Pair, Effect::Score, pair_rules(old, new), pair_rules(new, old));
    let truth = |aspect: &Aspect| Some(aspect.negation.to_string());
    found.value(subject, Field::Negation, Effect::Signal, truth(old), truth(new));
    let ids = |aspect: &Aspect| aspect.norms.iter().map(|norm| norm.id.to_string()).collect::<Vec<_>>();
    found.order(subject, &ids(old), &ids(new));
}

/// The pairs of a row, as far as both rungs are written in the other version too: `(5,3) refuse, (3,1) warn`. What comes
/// and goes with a norm is told of the norm.
fn pair_rules(aspect: &Aspect, other: &Aspect) -> Option<String> {
    let written = |rung: Rung| [aspect, other].iter().all(|row| row.on(rung).next().is_some());
    let word = |rule: PairRule| if rule == PairRule::Refuse { "refuse" } else { "warn" };
    let pairs = aspect.pairs.iter().filter(|pair| written(pair.higher) && written(pair.lower));
    let told = pairs.map(|pair| format!("({},{}) {}", pair.higher.number(), pair.lower.number(), word(pair.rule)));
    Some(told.collect::<Vec<_>>().join(", ")).filter(|told| !told.is_empty())
}

/// The rule of a part, the lowest gate first: `3: 3; 5: 5 3`, or `assessor`.
fn rule(part: &Part) -> String {
    let Rule::Stepped(gates) = &part.rule else { return "assessor".to_owned() };
    let gate = |gate: &Gate| {
        let needs: Vec<String> = gate.needs.iter().rev().map(|rung| rung.number().to_string()).collect();
        format!("{}: {}", gate.rung.number(), needs.join(" "))
    };
    gates.iter().map(gate).collect::<Vec<_>>().join("; ")
}

fn footnotes(before: &Framework, after: &Framework, found: &mut Collector) {
    let key = |note: &Footnote| note.number.to_string();
    for (old, new) in pairs(&Subject::Framework, &before.footnotes, &after.footnotes, key, found) {
        let Some(number) = old.or(new).map(|note| note.number) else { continue };
        let subject = Subject::Footnote(number);
        match (old, new) {
            (Some(old), Some(new)) => {
                let in_norm = [before, after]
                    .iter()
                    .any(|framework| framework.norms().any(|norm| norms::footnote_marks(&norm.text).contains(&number)));
                let effect = if in_norm { Effect::Judgement } else { Effect::None };
                found.text(&subject, Field::Text, effect, &old.text, &new.text);
            }
            // A norm that begins or ceases to refer to it has another text itself.
            _ => found.presence(&subject, Effect::None, old.map(|note| &note.text), new.map(|note| &note.text)),
        }
    }
}

fn alerts(before: &Framework, after: &Framework, found: &mut Collector) {
    let key = |alert: &AlertRule| alert.code.clone();
    for (old, new) in pairs(&Subject::Framework, &before.alerts, &after.alerts, key, found) {
        let Some(code) = old.or(new).map(|alert| alert.code.clone()) else { continue };
        let subject = Subject::Alert(code);
        let (Some(old), Some(new)) = (old, new) else {
            found.presence(&subject, Effect::Signal, old.map(|alert| &alert.title), new.map(|alert| &alert.title));
            continue;
        };
        let triggers = |alert: &AlertRule| {
            let each = alert.any.iter().map(|(norm, verdict)| format!("{norm} {}", verdict.code()));
            Some(each.collect::<Vec<_>>().join(", "))
        };
        found.value(&subject, Field::Triggers, Effect::Signal, triggers(old), triggers(new));
        found.text(&subject, Field::Title, Effect::None, &old.title, &new.title);
        found.text(&subject, Field::Text, Effect::None, &old.text, &new.text);
    }
}

fn notes(before: &Framework, after: &Framework, found: &mut Collector) {
    let key = |note: &AmbiguityNote| note.id.clone();
    for (old, new) in pairs(&Subject::Framework, &before.notes, &after.notes, key, found) {
        let Some(id) = old.or(new).map(|note| note.id.clone()) else { continue };
        let subject = Subject::Note(id);
        let (Some(old), Some(new)) = (old, new) else {
            found.presence(&subject, Effect::None, old.map(|note| &note.title), new.map(|note| &note.title));
            continue;
        };
        found.text(&subject, Field::Title, Effect::None, &old.title, &new.title);
        found.text(&subject, Field::Text, Effect::None, &old.text, &new.text);
        found.value(&subject, Field::Touches, Effect::None, Some(old.touches.join(", ")), Some(new.touches.join(", ")));
    }
}
