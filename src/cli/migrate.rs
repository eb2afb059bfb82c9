//! `trede migrate`.

use std::path::{Path, PathBuf};

use serde_json::{Value, json};

use super::arguments::Migrate;
use super::failure::{Ending, Failure, Outcome};
use super::{World, assessments, attached, claims, framework_diff, score_json, target};
use crate::domain::migration::{Hindrance, Left, MigratedSheet};
use crate::domain::{Finding, Framework, Migration, NormId};
use crate::session::{MigrateError, Session};
use crate::storage::file_lock::FileLock;
use crate::storage::{Access, FileError};
use crate::wording::arg;

/// Takes an assessment over to another version of its framework, or shows what that would do.
pub fn migrate(world: &mut World, asked: &Migrate) -> Ending {
    let (text, to) = target::framework_named(world, &asked.to)?;
    claims::accept(world, &asked.to, &to, asked.accept_sha256.as_deref())?;
    let _unchanging = if asked.dry_run { None } else { hold(world, &asked.file)? };
    let mut session = target::open(world, &asked.file, Access::Read, None)?;
    let from = session.framework().clone();
    let planned = match session.migration(&to, &world.wording) {
        Ok(planned) => planned,
        Err(hindrance @ Hindrance::SameFramework) => {
            let text = world.wording.hindrance(hindrance, &from, &to);
            return assessments::said(world, text.clone(), json!({"file": null, "message": text}));
        }
        Err(hindrance) => return Err(Failure::usage(world.wording.hindrance(hindrance, &from, &to))),
    };
    if asked.dry_run {
        answer(world, &session, &to, &planned, None);
        return Ok(Outcome::Done);
    }
    let out = asked.out.clone().unwrap_or_else(|| beside(&asked.file, &to));
    write(world, asked, &mut session, &text, &out)?;
    answer(world, &session, &to, &planned, Some(&out));
    Ok(Outcome::Done)
}

/// `bank.trede` becomes `bank-2.0.0.trede`.
fn beside(file: &Path, to: &Framework) -> PathBuf {
    let stem = file.file_stem().unwrap_or_default().to_string_lossy();
    file.with_file_name(format!("{stem}-{}.trede", to.version))
}

fn write(world: &World, asked: &Migrate, session: &mut Session, text: &[u8], out: &Path) -> Result<(), Failure> {
    target::replacing(world, out, asked.force, &asked.file)?;
    let old = match asked.force && out.exists() {
        true => Some(assessments::set_aside(world, out)?),
        false => None,
    };
    let stamp = world.stamp(None);
    let made = session.migrate(text, out, &stamp, &world.wording);
    if let Some(old) = old {
        // What fails here leaves the earlier assessment under its other name.
        let _ = if made.is_ok() { std::fs::remove_file(&old) } else { std::fs::rename(&old, out) };
    }
    made.map(drop).map_err(|error| match error {
        MigrateError::Session(error) => Failure::session(&world.wording, &error),
        MigrateError::Hindered(hindrance) => {
            Failure::usage(world.wording.hindrance(hindrance, session.framework(), session.framework()))
        }
    })
}

/// Keeps others from changing the old file while it is read; where no lock can be had nobody else has one either.
fn hold(world: &World, file: &Path) -> Result<Option<FileLock>, Failure> {
    if !file.is_file() {
        return Ok(None);
    }
    match FileLock::take(file, &world.user) {
        Ok(lock) => Ok(Some(lock)),
        Err(error @ FileError::Locked { .. }) => Err(Failure::file(&world.wording, &error)),
        Err(_) => Ok(None),
    }
}

fn answer(world: &mut World, session: &Session, to: &Framework, planned: &Migration, out: Option<&Path>) {
    if world.json {
        let document = document(world, session, to, planned, out);
        world.say_json(&document);
        return;
    }
    let (from, cover) = (session.framework(), &session.assessment().cover);
    let args = [
        arg("subject", &cover.subject),
        arg("period", &cover.period),
        arg("before", &from.version),
        arg("after", &to.version),
        arg("framework", &from.id),
    ];
    let heading = world.wording.with("migration-heading", &args);
    world.say(heading);
    for caution in planned.diff.cautions(from, to) {
        let text = world.wording.caution(caution, from, to);
        world.say(text);
    }
    let sides: Vec<&MigratedSheet> = planned.sheets.iter().filter(|sheet| sheet.has_answers()).collect();
    if sides.is_empty() {
        let text = world.wording.text("migration-nobody");
        world.say(text);
    }
    for sheet in sides {
        world.say("");
        tell_side(world, from, to, sheet);
    }
    for line in world.wording.described_otherwise(&planned.diff) {
        world.say(line);
    }
    world.say("");
    let text = match out {
        None => world.wording.text("migration-dry-run"),
        Some(out) => {
            let args = [arg("file", out.display()), arg("old", session.path().display())];
            world.wording.with("migration-made", &args)
        }
    };
    world.say(text);
}

fn tell_side(world: &mut World, from: &Framework, to: &Framework, sheet: &MigratedSheet) {
    let words = world.wording.migrated_side(from, to, sheet);
    world.say(words.headline);
    for [name, before, after] in words.rows {
        world.say(format!("  {name:<8}  {before:<14}  {after}"));
    }
    for line in words.lines {
        world.say(line);
    }
}

fn document(world: &World, session: &Session, to: &Framework, planned: &Migration, out: Option<&Path>) -> Value {
    let from = session.framework();
    let edition =
        |framework: &Framework| json!({"id": framework.id, "version": framework.version, "sha256": framework.sha256});
    let cautions: Vec<&str> = planned.diff.cautions(from, to).into_iter().map(|caution| caution.code()).collect();
    let sides = planned.sheets.iter().filter(|sheet| sheet.has_answers());
    json!({
        "file": out.map(|out| out.display().to_string()),
        "dry_run": out.is_none(),
        "from": edition(from),
        "to": edition(to),
        "cautions": cautions,
        "perspectives": sides.map(|sheet| side(world, from, to, sheet)).collect::<Vec<_>>(),
        "differences": planned.diff.differences.iter().map(framework_diff::as_json).collect::<Vec<_>>(),
    })
}

fn side(world: &World, from: &Framework, to: &Framework, sheet: &MigratedSheet) -> Value {
    let ids = |norms: &[NormId]| norms.iter().map(ToString::to_string).collect::<Vec<_>>();
    let finding = |norm: &NormId, finding: &Finding| {
        json!({"norm": norm.as_str(), "verdict": finding.verdict.code(), "rationale": finding.rationale,
               "evidence": finding.evidence, "internal_rationale": finding.internal.rationale,
               "internal_evidence": finding.internal.evidence, "attached": finding.attached.iter().map(attached::as_json).collect::<Vec<_>>()})
    };
    let settled: Vec<Value> = sheet
        .settlements
        .iter()
        .map(|kept| {
            json!({"part": kept.part.as_str(), "level": kept.settlement.level.number(), "lapsed": kept.lapsed,
                   "rationale": kept.settlement.rationale, "look_again": kept.look_again})
        })
        .collect();
    let left: Vec<Value> = sheet
        .left
        .iter()
        .map(|left| match left {
            Left::Finding { norm, finding: found, .. } => finding(norm, found),
            Left::Settlement { part, settlement, .. } => {
                json!({"part": part.as_str(), "level": settlement.level.number(), "rationale": settlement.rationale})
            }
        })
        .collect();
    json!({
        "perspective": sheet.perspective.code(),
        "was_final": sheet.was_final,
        "kept": ids(&sheet.kept),
        "judge_anew": sheet.reopened.iter().map(|(norm, found)| finding(norm, found)).collect::<Vec<_>>(),
        "new": ids(&sheet.unasked),
        "removed": left,
        "settlements": settled,
        "before": score_json::document(from, sheet.perspective, &sheet.before, &world.wording),
        "after": score_json::document(to, sheet.perspective, &sheet.after, &world.wording),
    })
}
