//! `trede attach` and `trede attached`: files at the findings of an assessment.

use std::path::{Path, PathBuf};

use serde_json::{Value, json};

use super::World;
use super::assessments::said;
use super::failure::{Ending, Failure};
use super::target;
use crate::domain::{Attachment, NormId, Perspective, Refusal};
use crate::session::{Headway, Session, SessionError};
use crate::storage::{Access, whole_file};
use crate::wording::arg;

/// `trede attach`.
#[derive(clap::Args)]
pub struct Attach {
    /// The assessment.
    pub file: PathBuf,
    /// The norm.
    pub norm: String,
    #[arg(required = true)]
    /// The files.
    pub path: Vec<PathBuf>,
    #[arg(long, value_parser = ["supervisor", "self", "reviewer"])]
    /// Whose finding.
    pub perspective: Option<String>,
}

/// `trede attached`.
#[derive(clap::Args)]
pub struct Attached {
    /// The assessment.
    pub file: PathBuf,
    #[arg(long, value_parser = ["supervisor", "self", "reviewer"])]
    /// Whose findings.
    pub perspective: Option<String>,
    #[arg(long, requires = "out")]
    /// The start of the hash of the file to write.
    pub extract: Option<String>,
    #[arg(long, requires = "extract")]
    /// Where to.
    pub out: Option<PathBuf>,
    #[arg(long, requires = "extract")]
    /// Whether an existing file is replaced.
    pub force: bool,
}

/// The fewest digits by which a file is named.
pub const FEWEST_DIGITS: usize = 8;

/// Attaches files to the finding on a norm.
pub fn attach(world: &mut World, asked: &Attach) -> Ending {
    let mut session = target::open(world, &asked.file, Access::Write, None)?;
    let side = side(asked.perspective.as_deref());
    let norm = NormId::new(&asked.norm);
    let assessor = session.sheet(side).into_owned().assessor;
    let stamp = world.stamp(assessor.as_ref().map(|assessor| assessor.name.as_str()));
    let mut done = || -> Result<(Vec<Attachment>, bool), SessionError> {
        let gathering = session.gathering(side, &norm)?;
        let kept = gathering.bring(&asked.path, &Headway::default(), &|| {})?;
        let new = match session.attach(side, &norm, &kept, &stamp) {
            Ok(()) => true,
            Err(SessionError::Refused(Refusal::NothingChanges)) => false,
            Err(error) => return Err(error),
        };
        session.flush()?;
        Ok((kept.iter().map(|kept| kept.attachment().clone()).collect(), new))
    };
    let (files, new) = done().map_err(|error| Failure::session(&world.wording, &error))?;
    let key = if new { "cli-attached-to" } else { "cli-attached-before" };
    let line =
        |file: &Attachment| world.wording.with(key, &[arg("norm", &norm), arg("file", world.wording.attachment(file))]);
    let lines: Vec<String> = files.iter().map(line).collect();
    let files: Vec<Value> = files.iter().map(as_json).collect();
    let document = json!({"perspective": side.code(), "norm": norm.as_str(), "attached": files, "new": new});
    said(world, lines.join("\n"), document)
}

/// Shows the attached files, or writes one of them.
pub fn attached(world: &mut World, asked: &Attached) -> Ending {
    let session = target::open(world, &asked.file, Access::Read, None)?;
    let side = side(asked.perspective.as_deref());
    if let (Some(start), Some(out)) = (&asked.extract, &asked.out) {
        return extract(world, &session, side, start, (out, asked.force), &asked.file);
    }
    let sheet = session.sheet(side);
    let mut lines = Vec::new();
    let mut files = Vec::new();
    for norm in session.framework().norms() {
        let Some(finding) = sheet.findings.get(&norm.id) else { continue };
        for file in &finding.attached {
            let here = session.has_bytes_of(file);
            let key = if here { "cli-attached-line" } else { "cli-attached-line-missing" };
            let args = [
                arg("norm", format!("{:<7}", norm.id.as_str())),
                arg("file", world.wording.marked_internal(&world.wording.attachment(file), finding.is_internal(file))),
                arg("sha256", file.sha256()),
            ];
            lines.push(world.wording.with(key, &args));
            let mut document = as_json(file);
            document["norm"] = json!(norm.id.as_str());
            document["here"] = json!(here);
            document["internal"] = json!(finding.is_internal(file));
            files.push(document);
        }
    }
    if lines.is_empty() {
        lines.push(world.wording.text("cli-attached-none"));
    }
    said(world, lines.join("\n"), json!({"perspective": side.code(), "attached": files}))
}

fn extract(
    world: &mut World,
    session: &Session,
    side: Perspective,
    start: &str,
    (out, force): (&Path, bool),
    source: &Path,
) -> Ending {
    let sheet = session.sheet(side);
    let named = sheet.findings.values().flat_map(|finding| &finding.attached);
    let start = start.to_lowercase();
    let mut found: Vec<&Attachment> = named.filter(|file| file.sha256().starts_with(&start)).collect();
    found.sort_by_key(|file| file.sha256());
    found.dedup_by_key(|file| file.sha256());
    let [file] = found.as_slice() else { return Err(unclear(world, &start, found.len(), source)) };
    if start.len() < FEWEST_DIGITS {
        return Err(unclear(world, &start, 2, source));
    }
    let replace = target::replacing(world, out, force, source)?;
    let bytes = session.vault().and_then(|vault| vault.fetch(file));
    let bytes = bytes.map_err(|error| Failure::session(&world.wording, &SessionError::Attach(error)))?;
    whole_file::write(out, &bytes, replace).map_err(|error| Failure::file(&world.wording, &error))?;
    let text = world.wording.with("cli-written", &[arg("file", out.display())]);
    said(world, text, json!({"file": out.display().to_string()}))
}

/// The start of a hash names no file, or may soon name several.
pub fn unclear(world: &World, start: &str, count: usize, source: &Path) -> Failure {
    let args = [arg("start", start), arg("count", count), arg("file", source.display())];
    Failure::usage(world.wording.with("cli-attached-which", &args))
}

/// A file as it stands in the answers of the program.
pub fn as_json(file: &Attachment) -> Value {
    json!({"name": file.name(), "sha256": file.sha256(), "size": file.size()})
}

fn side(code: Option<&str>) -> Perspective {
    code.and_then(Perspective::from_code).unwrap_or(Perspective::Supervisor)
}
