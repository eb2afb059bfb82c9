//! `trede framework diff`.

use serde_json::{Value, json};

use super::failure::{Ending, Outcome};
use super::{World, target};
use crate::domain::framework_diff::{Difference, Effect, NormState};
use crate::domain::{Framework, FrameworkDiff, Version};
use crate::wording::arg;

/// Shows what differs between two frameworks.
pub fn diff(world: &mut World, before: &str, after: &str) -> Ending {
    let (_, before) = target::framework_named(world, before)?;
    let (_, after) = target::framework_named(world, after)?;
    let found = FrameworkDiff::between(&before, &after);
    if world.json {
        let document = document(world, &before, &after, &found);
        world.say_json(&document);
    } else {
        tell(world, &before, &after, &found);
    }
    Ok(if found.is_empty() { Outcome::Done } else { Outcome::Findings })
}

fn tell(world: &mut World, before: &Framework, after: &Framework, found: &FrameworkDiff) {
    for framework in [before, after] {
        world.say(format!("{}  {}", framework.id, framework.version));
        world.say(format!("    sha256 {}", framework.sha256));
    }
    let cautions = found.cautions(before, after);
    for caution in &cautions {
        let text = world.wording.caution(*caution, before, after);
        world.say(text);
    }
    world.say("");
    if found.is_empty() {
        let name = |framework: &Framework| format!("{} {}", framework.id, framework.version);
        let text = match (before.sha256 == after.sha256, name(before) == name(after)) {
            (false, false) => {
                world.wording.with("diff-names-only", &[arg("before", name(before)), arg("after", name(after))])
            }
            (same, _) => {
                let key = if same { "diff-nothing" } else { "diff-writing-only" };
                world.wording.with(key, &[arg("before", &before.sha256), arg("after", &after.sha256)])
            }
        };
        world.say(text);
        return;
    }
    let count = |state| found.norms_in(state).count();
    let args = NormState::ALL.map(|state| arg(state.code(), count(state)));
    let text = world.wording.with("diff-norms", &args);
    world.say(text);
    for effect in Effect::ALL {
        let these: Vec<&Difference> = found.with_effect(effect).collect();
        if these.is_empty() {
            continue;
        }
        let args = [arg("effect", world.wording.effect(effect)), arg("count", these.len())];
        let heading = world.wording.with("diff-effect", &args);
        world.say("");
        world.say(heading);
        for difference in these {
            for line in world.wording.difference(difference) {
                world.say(format!("  {line}"));
            }
        }
    }
    if let Some((fits, version)) = advice(before, after, found) {
        let key = if fits { "diff-advice-kept" } else { "diff-advice" };
        let text = world.wording.with(key, &[arg("version", version)]);
        world.say("");
        world.say(text);
    }
}

/// Whether the number of the second fits the differences, and the number that it has, or should at least have. None for
/// two different frameworks.
fn advice(before: &Framework, after: &Framework, found: &FrameworkDiff) -> Option<(bool, Version)> {
    let (old, new) = (Version::parse(&before.version)?, Version::parse(&after.version)?);
    let step = found.advice().filter(|_| before.id == after.id)?;
    let fits = old.step_to(new).is_some_and(|raised| raised >= step);
    Some((fits, if fits { new } else { old.raised(step) }))
}

fn document(world: &World, before: &Framework, after: &Framework, found: &FrameworkDiff) -> Value {
    let wording = &world.wording;
    let edition =
        |framework: &Framework| json!({"id": framework.id, "version": framework.version, "sha256": framework.sha256});
    let norms = |state| found.norms_in(state).map(|norm| norm.as_str()).collect::<Vec<_>>();
    let states: serde_json::Map<String, Value> =
        NormState::ALL.into_iter().map(|state| (state.code().to_owned(), json!(norms(state)))).collect();
    let cautions: Vec<Value> = found
        .cautions(before, after)
        .into_iter()
        .map(|caution| json!({"code": caution.code(), "message": wording.caution(caution, before, after)}))
        .collect();
    let advice = advice(before, after, found).map(|(fits, version)| {
        let step = found.advice().map(|step| step.code());
        json!({"raise": step, "fits": fits, "version": version.to_string()})
    });
    json!({
        "from": edition(before),
        "to": edition(after),
        "cautions": cautions,
        "norms": states,
        "judge_anew": found.anew.iter().map(|norm| norm.as_str()).collect::<Vec<_>>(),
        "differences": found.differences.iter().map(as_json).collect::<Vec<_>>(),
        "advice": advice,
    })
}

/// A difference as a document.
pub fn as_json(difference: &Difference) -> Value {
    json!({
        "subject": difference.subject.code(),
        "id": difference.subject.id(),
        "field": difference.field.code(),
        "language": difference.language.map(|language| language.code()),
        "before": difference.before,
        "after": difference.after,
        "effect": difference.effect.code(),
    })
}
