//! Commands on assessments and exchange files.

use std::path::{Path, PathBuf};

use serde_json::{Value, json};

use super::World;
use super::arguments::{Export, Log, New, Reopen, Score as ScoreArguments};
use super::claims;
use super::failure::{Ending, Failure, Outcome};
use super::letter;
use super::passwords;
use super::score_json;
use super::target::{self, Findings};
use crate::domain::score::Ends;
use crate::domain::{Assessor, Command, Cover, LogHead, PartScore, Perspective, Score};
use crate::report::tables::Altered;
use crate::session::{ExportForm, Exported, Session, SessionError};
use crate::storage::whole_file;
use crate::storage::{Access, FileError, exchange_file, log as audit};
use crate::wording::arg;

/// Makes an assessment.
pub fn new(world: &mut World, new: &New) -> Ending {
    let (framework_text, framework) = target::framework_named(world, &new.framework)?;
    claims::accept(world, &new.framework, &framework, new.accept_sha256.as_deref())?;
    let cover = Cover {
        subject: new.subject.trim().to_owned(),
        kvk: new.kvk.clone(),
        period: new.period.clone().unwrap_or_else(|| world.now.format("%Y").to_string()),
    };
    let fail = |error: SessionError| Failure::session(&world.wording, &error);
    // All is checked before anything is replaced.
    let cover = cover.entered().map_err(|refusal| fail(refusal.into()))?;
    let assessor = new.assessor.as_ref().map(|name| {
        let assessor = Assessor { name: name.clone(), role: new.role.clone().unwrap_or_default() };
        Command::NameAssessor { perspective: Perspective::Supervisor, assessor }.entered()
    });
    let assessor = assessor.transpose().map_err(|refusal| fail(refusal.into()))?;
    let password = passwords::for_new_file(world)?;
    let old = match new.force && new.file.exists() {
        true => Some(set_aside(world, &new.file)?),
        false => None,
    };
    let subject = cover.subject.clone();
    let stamp = world.stamp(new.assessor.as_deref());
    let made =
        Session::create_with(&new.file, &framework_text, cover, &stamp, password.as_ref()).and_then(|mut session| {
            assessor.map_or(Ok(()), |command| session.execute(command, &stamp))?;
            session.flush()
        });
    if let Some(old) = old {
        // What fails here leaves the earlier assessment under its other name.
        let _ = if made.is_ok() { std::fs::remove_file(&old) } else { std::fs::rename(&old, &new.file) };
    }
    made.map_err(fail)?;
    super::warn_of_name(world, &subject);
    let text = world.wording.with("cli-made", &[arg("file", new.file.display())]);
    said(world, text, json!({"file": new.file.display().to_string()}))
}

/// `--force` on an assessment: only one that is ours and not in use is replaced. It gets another name until the new one
/// is there.
pub fn set_aside(world: &World, path: &Path) -> Result<PathBuf, Failure> {
    drop(target::open(world, path, Access::Write, None)?);
    let aside = whole_file::free_path(path);
    std::fs::rename(path, &aside).map_err(|error| Failure::file(&world.wording, &FileError::io(path, &error)))?;
    Ok(aside)
}

/// Takes in an exchange file.
pub fn import(world: &mut World, file: &Path, exchange: &Path) -> Ending {
    let bytes = target::read_text(world, exchange)?;
    let mut session = target::open(world, file, Access::Write, None)?;
    let read = exchange_file::read(&bytes, session.framework())
        .map_err(|problems| Failure::problems(&world.wording, exchange, &problems, &bytes))?;
    let perspective = read.perspective;
    let stamp = world.stamp(read.sheet.assessor.as_ref().map(|assessor| assessor.name.as_str()));
    let (answers, settlements) = (read.sheet.findings.len(), read.sheet.settlements.len());
    super::warn_of_name(world, &read.cover.subject);
    match session.execute(Command::Import(Box::new(read.into())), &stamp).and_then(|()| session.flush()) {
        Ok(()) | Err(SessionError::Refused(crate::domain::Refusal::NothingChanges)) => {}
        Err(error) => return Err(Failure::session(&world.wording, &error)),
    }
    let perspective_name = world.wording.perspective(perspective);
    let args = [arg("answers", answers), arg("settlements", settlements), arg("perspective", perspective_name)];
    let text = world.wording.with("cli-imported", &args);
    said(world, text, json!({"perspective": perspective.code(), "answers": answers, "settlements": settlements}))
}

/// Writes an exchange file or tables.
pub fn export(world: &mut World, export: &Export) -> Ending {
    let form = ExportForm::of(&export.export_format).unwrap_or(ExportForm::Ron);
    if form.is_table() && export.out.is_none() {
        return Err(Failure::usage(world.wording.with("cli-export-needs-out", &[arg("format", form.word())])));
    }
    let mut session = target::open(world, &export.file, Access::Read, None)?;
    let perspective = export.perspective.as_deref().and_then(Perspective::from_code).unwrap_or(Perspective::Supervisor);
    let Exported { bytes, altered } = session
        .export_as(perspective, form, world.now, &world.wording)
        .map_err(|error| Failure::session(&world.wording, &error))?;
    let Some(out) = &export.out else {
        let text = String::from_utf8_lossy(&bytes).trim_end().to_owned();
        // JSON is the answer itself.
        return match world.json && form == ExportForm::Ron {
            true => said(world, String::new(), json!({"text": text})),
            false => {
                world.say(text);
                Ok(Outcome::Done)
            }
        };
    };
    let replace = target::replacing(world, out, export.force, &export.file)?;
    whole_file::write(out, &bytes, replace).map_err(|error| Failure::file(&world.wording, &error))?;
    let mut lines = vec![world.wording.with("cli-written", &[arg("file", out.display())])];
    lines.extend(altered.iter().map(|altered| altered.told(&world.wording)));
    let mut document = json!({"file": out.display().to_string()});
    if form == ExportForm::Xlsx {
        let cells =
            altered.iter().map(|Altered { cell, how }| json!({"cell": cell, "how": how.code(), "count": how.count()}));
        document["altered"] = cells.collect();
    }
    said(world, lines.join("\n"), document)
}

/// Scores and derivation.
pub fn score(world: &mut World, asked: &ScoreArguments) -> Ending {
    let perspective = asked.perspective.as_deref().and_then(Perspective::from_code);
    let Findings { framework, perspective, sheet, cover, .. } =
        target::findings(world, &asked.file, perspective, asked.framework.as_deref())?;
    let score = crate::domain::score(&framework, &sheet);
    super::warn_of_name(world, &cover.subject);
    if asked.letter {
        letter::show(world, &framework, &cover.subject, &sheet, &score);
    } else if world.json {
        let document = score_json::document(&framework, perspective, &score, &world.wording);
        world.say_json(&document);
    } else {
        let name = world.wording.perspective(perspective);
        world.say(format!("{}, {} ({name})", cover.subject, cover.period));
        world.say(format!("{} {}", framework.title.plain(world.wording.language()), framework.version));
        show_score(world, &framework, &score);
    }
    Ok(if asked.require_complete && !score.complete { Outcome::Findings } else { Outcome::Done })
}

/// The scores as people read them.
pub fn show_score(world: &mut World, framework: &crate::domain::Framework, score: &Score) {
    let language = world.wording.language();
    for theme in &framework.themes {
        let ends = score.theme(theme.id.as_str()).and_then(|theme| theme.ends.as_ref());
        let (weight, ends) = (world.wording.percent(&theme.weight), interval(world, ends));
        world.say("");
        world.say(format!("{} ({weight})  {ends}", theme.title.plain(language)));
        for part in &theme.parts {
            let Some(scored) = score.part(part.id.as_str()) else { continue };
            let headline = world.wording.headline(scored);
            world.say(format!("  {:<4} {}  —  {headline}", part.id.as_str(), part.title.plain(language)));
            for line in reasons(world, scored) {
                world.say(format!("         {line}"));
            }
        }
    }
    world.say("");
    for alert in &score.alerts {
        let title = framework.alerts.iter().find(|rule| rule.code == alert.code);
        let title = title.map(|rule| rule.title.plain(language)).unwrap_or_default();
        let args = [arg("norms", world.wording.norms(&alert.norms)), arg("title", title)];
        let text = world.wording.with("cli-alert", &args);
        world.say(text);
    }
    let total = interval(world, score.total.as_ref());
    let key = if score.complete { "cli-total-complete" } else { "cli-total-incomplete" };
    let text = world.wording.with(key, &[arg("total", total)]);
    world.say(text);
}

fn reasons(world: &World, score: &PartScore) -> Vec<String> {
    let wording = &world.wording;
    let mut lines = wording.derivation(score);
    lines.extend(score.warnings.iter().map(|warning| wording.warning(warning)));
    lines.extend(score.ways.iter().map(|way| wording.way_up(way)));
    lines
}

fn interval(world: &World, ends: Option<&Ends>) -> String {
    let wording = &world.wording;
    match ends {
        None => wording.text("score-none"),
        Some(Ends { lowest, highest }) if lowest == highest => {
            format!("{} ({})", wording.score(lowest), wording.unrounded(lowest))
        }
        Some(Ends { lowest, highest }) => {
            let (from, to) = (wording.unrounded(lowest), wording.unrounded(highest));
            format!("{} – {} ({from} – {to})", wording.score(lowest), wording.score(highest))
        }
    }
}

/// Makes an assessment final.
pub fn finalize(world: &mut World, file: &Path, perspective: &str) -> Ending {
    let perspective = Perspective::from_code(perspective).unwrap_or(Perspective::Supervisor);
    let mut session = target::open(world, file, Access::Write, None)?;
    let assessor = session.sheet(perspective).into_owned().assessor;
    let stamp = world.stamp(assessor.as_ref().map(|assessor| assessor.name.as_str()));
    session
        .execute(Command::Finalize(perspective), &stamp)
        .and_then(|()| session.flush())
        .map_err(|error| Failure::session(&world.wording, &error))?;
    let text = world.wording.with("cli-final", &[arg("perspective", world.wording.perspective(perspective))]);
    said(world, text, json!({"perspective": perspective.code(), "final": true}))
}

/// Opens a final assessment again, with a reason.
pub fn reopen(world: &mut World, asked: &Reopen) -> Ending {
    let perspective = asked.perspective.as_deref().and_then(Perspective::from_code).unwrap_or(Perspective::Supervisor);
    let mut session = target::open(world, &asked.file, Access::Write, None)?;
    let assessor = session.sheet(perspective).into_owned().assessor;
    let stamp = world.stamp(assessor.as_ref().map(|assessor| assessor.name.as_str()));
    session
        .execute(Command::Reopen(perspective, asked.reason.clone()), &stamp)
        .and_then(|()| session.flush())
        .map_err(|error| Failure::session(&world.wording, &error))?;
    let text = world.wording.with("cli-reopened", &[arg("perspective", world.wording.perspective(perspective))]);
    said(world, text, json!({"perspective": perspective.code(), "final": false}))
}

/// Shows or checks the audit log.
pub fn log(world: &mut World, asked: &Log) -> Ending {
    let password = passwords::of(world, &asked.file, None)?;
    let mut session = match Session::open_with(&asked.file, Access::Read, &world.user, password.as_ref()) {
        Err(SessionError::File(FileError::Log { broken, .. })) if asked.verify => {
            let text = world.wording.log_break(&broken);
            said(world, text.clone(), json!({"intact": false, "reason": text}))?;
            return Ok(Outcome::Findings);
        }
        other => other.map_err(|error| Failure::session(&world.wording, &error))?,
    };
    let head = session.log_head().map_err(|error| Failure::session(&world.wording, &error))?;
    if asked.verify {
        let against = asked.against.as_deref().map(|path| handed_out(world, path, &session)).transpose()?;
        if let Some(Err(broken)) = against.map(|head| audit::matches(session.log(), &head)) {
            let text = world.wording.log_break(&broken);
            said(world, text.clone(), json!({"intact": false, "reason": text}))?;
            return Ok(Outcome::Findings);
        }
        let text = world.wording.with("cli-log-intact", &[arg("count", head.count), arg("sha256", &head.sha256)]);
        return said(world, text, json!({"intact": true, "count": head.count, "sha256": head.sha256}));
    }
    let entries = session.log().to_vec();
    if world.json {
        let entries: Vec<Value> = entries
            .iter()
            .map(|entry| {
                let event: Value = serde_json::from_str(&entry.event).unwrap_or_default();
                json!({"seq": entry.seq, "at": entry.at, "actor": entry.actor, "event": event, "hash": entry.hash})
            })
            .collect();
        world.say_json(&json!({"count": head.count, "sha256": head.sha256, "entries": entries}));
        return Ok(Outcome::Done);
    }
    for entry in &entries {
        for line in world.wording.entry(session.framework(), entry) {
            world.say(line);
        }
    }
    Ok(Outcome::Done)
}

/// The log head in a report or exchange file.
fn handed_out(world: &World, path: &Path, session: &Session) -> Result<LogHead, Failure> {
    let mut bytes = target::read_report_or_text(world, path)?;
    if bytes.starts_with(b"%PDF") {
        let inside = crate::verification::embedded_exchange(&bytes)
            .map_err(|error| Failure::usage(world.wording.reading_error(&error)))?;
        bytes = inside.ok_or_else(|| Failure::usage(world.wording.text("reason-not-a-report")))?;
    }
    let exchange = exchange_file::read(&bytes, session.framework())
        .map_err(|problems| Failure::problems(&world.wording, path, &problems, &bytes))?;
    exchange
        .log_head
        .ok_or_else(|| Failure::usage(world.wording.with("cli-no-log-head", &[arg("file", path.display())])))
}

/// Answers with a sentence, or with a document when JSON is asked for.
pub fn said(world: &mut World, text: String, document: Value) -> Ending {
    if world.json {
        world.say_json(&document);
    } else {
        world.say(text);
    }
    Ok(Outcome::Done)
}
