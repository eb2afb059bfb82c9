//! `trede framework`.

use std::path::{Path, PathBuf};

use serde_json::{Value, json};

use super::failure::{Ending, Failure, Outcome};
use super::{World, claims, render, target};
use crate::domain::text::Language;
use crate::domain::{Aspect, Framework, Norm, Part};
use crate::storage::problem::Problem;
use crate::storage::{FileError, framework_file, shipped};
use crate::wording::arg;

/// Lists the frameworks on board and those in `folder`.
pub fn list(world: &mut World, folder: Option<&Path>) -> Ending {
    let mut found: Vec<(String, Framework)> = Vec::new();
    for shipped in shipped::ALL {
        if let Ok(framework) = shipped.load() {
            found.push((world.wording.text("framework-on-board"), framework));
        }
    }
    for path in folder.map(|folder| files_in(world, folder)).transpose()?.unwrap_or_default() {
        let bytes = target::read_text(world, &path)?;
        if let Ok(framework) = framework_file::load(&bytes) {
            found.push((path.display().to_string(), framework));
        }
    }
    let language = world.wording.language();
    if world.json {
        let frameworks: Vec<Value> = found
            .iter()
            .map(|(from, framework)| {
                json!({"id": framework.id, "version": framework.version, "sha256": framework.sha256,
                       "title": framework.title.plain(language), "from": from})
            })
            .collect();
        world.say_json(&json!({ "frameworks": frameworks }));
        return Ok(Outcome::Done);
    }
    for (from, framework) in found {
        world.say(format!("{}  {}  {}", framework.id, framework.version, framework.title.plain(language)));
        world.say(format!("    sha256 {}  ({from})", framework.sha256));
    }
    Ok(Outcome::Done)
}

fn files_in(world: &World, folder: &Path) -> Result<Vec<PathBuf>, Failure> {
    let listed =
        std::fs::read_dir(folder).map_err(|error| Failure::file(&world.wording, &FileError::io(folder, &error)))?;
    let mut files: Vec<PathBuf> = listed
        .filter_map(|entry| Some(entry.ok()?.path()))
        .filter(|path| path.extension().is_some_and(|ending| ending == "ron" || ending == "json"))
        .collect();
    files.sort();
    Ok(files)
}

/// Names every problem in these files.
pub fn check(world: &mut World, files: &[PathBuf]) -> Ending {
    let (mut all, mut warnings): (Vec<Value>, Vec<Value>) = (Vec::new(), Vec::new());
    let mut count = 0;
    for path in files {
        let bytes = target::read_text(world, path)?;
        let file = path.display().to_string();
        let loaded = framework_file::load(&bytes);
        let warning = loaded.as_ref().ok().and_then(|framework| claims::warning(world, &file, framework));
        warnings
            .extend(warning.iter().map(|message| json!({"file": file, "code": "other-content", "message": message})));
        match loaded {
            Ok(framework) if !world.json => {
                let norms = framework.norms().count();
                let args = [arg("file", &file), arg("parts", framework.parts().count()), arg("norms", norms)];
                let text = world.wording.with("framework-clean", &args);
                world.say(text);
                world.say(format!("    {} {}  sha256 {}", framework.id, framework.version, framework.sha256));
                if let Some(warning) = warning {
                    world.say(format!("    {warning}"));
                }
            }
            Ok(_) => {}
            Err(problems) => {
                count += problems.len();
                for problem in &problems {
                    if world.json {
                        all.push(as_json(world, &file, problem));
                    } else {
                        let text = render::problem(&world.wording, &file, problem, &bytes);
                        world.say(text);
                    }
                }
            }
        }
    }
    if world.json {
        world.say_json(&json!({"problems": all, "warnings": warnings}));
    } else if count > 0 {
        let text = world.wording.with("framework-problems", &[arg("count", count)]);
        world.say(text);
    }
    Ok(if count == 0 { Outcome::Done } else { Outcome::Findings })
}

fn as_json(world: &World, file: &str, problem: &Problem) -> Value {
    json!({"file": file, "line": problem.at.line, "column": problem.at.column, "code": problem.code.word(),
           "message": world.wording.problem(problem), "hint": world.wording.hint(problem)})
}

/// Shows a framework.
pub fn show(world: &mut World, named: &str) -> Ending {
    let (_, framework) = target::framework_named(world, named)?;
    let language = world.wording.language();
    if world.json {
        world.say_json(&framework_json(&framework, language));
        return Ok(Outcome::Done);
    }
    world.say(format!("{}  ({} {})", framework.title.plain(language), framework.id, framework.version));
    world.say(format!("sha256 {}", framework.sha256));
    for theme in &framework.themes {
        world.say("");
        let weight = world.wording.percent(&theme.weight);
        world.say(format!("{}. {}  {weight}", theme.id, theme.title.plain(language)));
        for part in &theme.parts {
            show_part(world, part, language);
        }
    }
    world.say("");
    let heading = world.wording.text("framework-policies");
    world.say(heading);
    for policy in &framework.policies {
        let note = policy.note.as_deref().unwrap_or("");
        world.say(format!("  {} = {}  {note}", policy.id, policy.value));
        world.say(format!("      {}", policy.choice.plain(language)));
    }
    Ok(Outcome::Done)
}

fn show_part(world: &mut World, part: &Part, language: Language) {
    world.say("");
    world.say(format!("{}. {}", part.id, part.title.plain(language)));
    let mut group = None;
    for aspect in &part.aspects {
        if aspect.group != group {
            group.clone_from(&aspect.group);
            let title = part.groups.iter().find(|each| Some(&each.id) == group.as_ref());
            world.say(format!("  {}", title.map(|each| each.title.plain(language)).unwrap_or_default()));
        }
        world.say(format!("  {}  {}", aspect.id, aspect.title.plain(language)));
        for norm in &aspect.norms {
            world.say(format!("    {:<8} {}", norm.id.as_str(), norm.text.get(language)));
        }
    }
}

fn framework_json(framework: &Framework, language: Language) -> Value {
    let norm = |norm: &Norm| {
        json!({"id": norm.id.as_str(), "rung": norm.rung.number(), "text": norm.text.get(language),
               "place": norm.place.plain(language), "twin": norm.twin.as_ref().map(|twin| twin.as_str())})
    };
    let aspect = |aspect: &Aspect| {
        json!({"id": aspect.id.as_str(), "title": aspect.title.plain(language), "group": aspect.group,
               "norms": aspect.norms.iter().map(norm).collect::<Vec<_>>()})
    };
    let part = |part: &Part| {
        json!({"id": part.id.as_str(), "title": part.title.plain(language),
               "aspects": part.aspects.iter().map(aspect).collect::<Vec<_>>()})
    };
    let themes: Vec<Value> = framework
        .themes
        .iter()
        .map(|theme| {
            json!({"id": theme.id.as_str(), "title": theme.title.plain(language), "weight": theme.weight.as_fraction(),
                   "parts": theme.parts.iter().map(part).collect::<Vec<_>>()})
        })
        .collect();
    let policies: Vec<Value> = framework
        .policies
        .iter()
        .map(|policy| {
            json!({"id": policy.id, "value": policy.value, "note": policy.note, "choice": policy.choice.plain(language)})
        })
        .collect();
    json!({"id": framework.id, "version": framework.version, "sha256": framework.sha256,
           "title": framework.title.plain(language), "themes": themes, "policies": policies})
}
