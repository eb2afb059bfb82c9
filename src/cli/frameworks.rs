//! `trede framework`.

use std::path::{Path, PathBuf};

use serde_json::{Value, json};

use super::failure::{Ending, Failure, Outcome};
use super::{World, claims, overlays, render, target};
use crate::domain::framework::{AlertRule, AmbiguityNote, Footnote};
use crate::domain::text::Language;
use crate::domain::{Aspect, Framework, Norm, Overlay, Part, Rung};
use crate::storage::problem::Problem;
use crate::storage::{FileError, framework_file, overlay_file, shipped};
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

/// Names every problem in these files: frameworks, and overlays over `framework` or one on board.
pub fn check(world: &mut World, files: &[PathBuf], framework: Option<&str>) -> Ending {
    let framework = framework.map(|named| target::framework_named(world, named)).transpose()?;
    let framework = framework.map(|(_, framework)| framework);
    let (mut all, mut covers, mut warnings): (Vec<Value>, Vec<Value>, Vec<Value>) = Default::default();
    let mut count = 0;
    for path in files {
        let bytes = target::read_text(world, path)?;
        let file = path.display().to_string();
        let judged = if overlay_file::is_overlay(&bytes) {
            overlays::judge(&bytes, framework.as_ref()).map(|(overlay, norms)| {
                covers.push(overlays::as_json(Some(&file), &overlay, norms));
                overlay_lines(world, &file, &overlay, norms).to_vec()
            })
        } else {
            framework_file::load(&bytes).map(|framework| {
                let warning = claims::warning(world, &file, &framework);
                let as_json = |message: &String| json!({"file": file, "code": "other-content", "message": message});
                warnings.extend(warning.iter().map(as_json));
                let lines = framework_lines(world, &file, &framework).into_iter();
                lines.chain(warning.map(|warning| format!("    {warning}"))).collect()
            })
        };
        let lines: Vec<String> = match judged {
            Ok(lines) => lines,
            Err(problems) => {
                count += problems.len();
                all.extend(problems.iter().map(|problem| as_json(world, &file, problem)));
                problems.iter().map(|problem| render::problem(&world.wording, &file, problem, &bytes)).collect()
            }
        };
        if !world.json {
            lines.iter().for_each(|line| world.say(line));
        }
    }
    if world.json {
        let mut document = json!({ "problems": all });
        for (name, found) in [("overlays", covers), ("warnings", warnings)] {
            if let (false, Some(entries)) = (found.is_empty(), document.as_object_mut()) {
                entries.insert(name.to_owned(), Value::from(found));
            }
        }
        world.say_json(&document);
    } else if count > 0 {
        let text = world.wording.with("framework-problems", &[arg("count", count)]);
        world.say(text);
    }
    Ok(if count == 0 { Outcome::Done } else { Outcome::Findings })
}

fn framework_lines(world: &World, file: &str, framework: &Framework) -> [String; 2] {
    let norms = framework.norms().count();
    let args = [arg("file", file), arg("parts", framework.parts().count()), arg("norms", norms)];
    let hash = format!("    {} {}  sha256 {}", framework.id, framework.version, framework.sha256);
    [world.wording.with("framework-clean", &args), hash]
}

fn overlay_lines(world: &World, file: &str, overlay: &Overlay, norms: usize) -> [String; 2] {
    let args = [arg("file", file), arg("filled", overlay.filled()), arg("norms", norms)];
    let hash = format!("    {}  sha256 {}", overlay.framework, overlay.sha256);
    [world.wording.with("overlay-clean", &args), hash]
}

fn as_json(world: &World, file: &str, problem: &Problem) -> Value {
    json!({"file": file, "line": problem.at.line, "column": problem.at.column, "code": problem.code.word(),
           "message": world.wording.problem(problem), "hint": world.wording.hint(problem)})
}

/// Shows a framework, with the literal wording of its norms where an overlay gives it.
pub fn show(world: &mut World, named: &str, overlay: Option<&Path>) -> Ending {
    let (_, framework) = target::framework_named(world, named)?;
    let overlay = overlay.map(|path| overlays::read(world, path, &framework)).transpose()?;
    let overlay = overlay.map(|(overlay, _)| overlay);
    let language = world.wording.language();
    if world.json {
        world.say_json(&framework_json(&framework, language, overlay.as_ref()));
        return Ok(Outcome::Done);
    }
    world.say(format!("{}  ({} {})", framework.title.plain(language), framework.id, framework.version));
    world.say(format!("sha256 {}", framework.sha256));
    if let Some(overlay) = &overlay {
        let source = world.wording.literal_source(overlay);
        let args = [arg("source", source), arg("filled", overlay.filled()), arg("norms", framework.norms().count())];
        let text = world.wording.with("overlay-used", &args);
        world.say(text);
    }
    for theme in &framework.themes {
        world.say("");
        let weight = world.wording.percent(&theme.weight);
        world.say(format!("{}. {}  {weight}", theme.id, theme.title.plain(language)));
        for part in &theme.parts {
            show_part(world, part, language, overlay.as_ref());
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
    show_margin(world, &framework, language);
    Ok(Outcome::Done)
}

/// Footnotes, signals and notes, below the policies.
fn show_margin(world: &mut World, framework: &Framework, language: Language) {
    let verdict = |norm: &crate::domain::NormId, verdict| {
        let rung = framework.norm(norm.as_str()).map_or(Rung::THREE, |(_, _, norm)| norm.rung);
        format!("{norm} {}", world.wording.verdict(rung, verdict))
    };
    let alert = |rule: &AlertRule| {
        let any: Vec<String> = rule.any.iter().map(|(norm, wanted)| verdict(norm, *wanted)).collect();
        format!("{}  {}  ({})", rule.code, rule.title.plain(language), any.join(", "))
    };
    let alerts: Vec<String> = framework.alerts.iter().map(alert).collect();
    let mut said = |key: &str, lines: Vec<String>| {
        if !lines.is_empty() {
            world.say("");
            let heading = world.wording.text(key);
            world.say(heading);
            lines.into_iter().for_each(|line| world.say(format!("  {line}")));
        }
    };
    let footnote = |note: &Footnote| format!("[{}]  {}", note.number, note.text.get(language));
    said("framework-footnotes", framework.footnotes.iter().map(footnote).collect());
    said("framework-alerts", alerts);
    let note =
        |note: &AmbiguityNote| format!("{}  {}  ({})", note.id, note.title.plain(language), note.touches.join(", "));
    said("framework-notes", framework.notes.iter().map(note).collect());
}

fn show_part(world: &mut World, part: &Part, language: Language, overlay: Option<&Overlay>) {
    world.say("");
    let weight = world.wording.percent(&part.weight);
    world.say(format!("{}. {}  {weight}", part.id, part.title.plain(language)));
    if let Some(rule) = world.wording.rule(part) {
        world.say(format!("  {rule}"));
    }
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
            if let Some(twin) = &norm.twin {
                let same = world.wording.with("framework-twin", &[arg("norm", twin)]);
                world.say(format!("             {same}"));
            }
            if let Some(text) = overlay.and_then(|overlay| overlay.text(norm.id.as_str())) {
                let quoted = world.wording.with("literal-quoted", &[arg("text", text)]);
                for line in quoted.lines() {
                    world.say(format!("             {line}"));
                }
            }
        }
    }
}

fn framework_json(framework: &Framework, language: Language, overlay: Option<&Overlay>) -> Value {
    let norm = |norm: &Norm| {
        let mut document = json!({"id": norm.id.as_str(), "rung": norm.rung.number(), "text": norm.text.get(language),
               "place": norm.place.plain(language), "twin": norm.twin.as_ref().map(|twin| twin.as_str())});
        let literal = overlay.and_then(|overlay| overlay.text(norm.id.as_str()));
        if let (Some(text), Some(entries)) = (literal, document.as_object_mut()) {
            entries.insert("literal".to_owned(), Value::from(text));
        }
        document
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
    let mut document = json!({"id": framework.id, "version": framework.version, "sha256": framework.sha256,
           "title": framework.title.plain(language), "themes": themes, "policies": policies});
    if let (Some(overlay), Some(entries)) = (overlay, document.as_object_mut()) {
        entries.insert("overlay".to_owned(), overlays::as_json(None, overlay, framework.norms().count()));
    }
    document
}
