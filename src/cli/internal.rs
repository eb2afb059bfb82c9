//! `trede internal`: what of a finding stays inside the house.

use std::path::PathBuf;

use serde_json::json;

use super::World;
use super::assessments::said;
use super::failure::{Ending, Failure};
use super::target;
use crate::domain::{Command, Finding, NormId, Perspective, Refusal};
use crate::session::{Session, SessionError};
use crate::storage::Access;
use crate::wording::arg;

/// `trede internal`.
#[derive(clap::Args)]
pub struct Internal {
    /// The assessment.
    pub file: PathBuf,
    /// The norm.
    pub norm: String,
    #[arg(long)]
    /// Whether the rationale is.
    pub rationale: bool,
    #[arg(long)]
    /// The references that are, as they stand at the finding.
    pub evidence: Vec<String>,
    #[arg(long)]
    /// The starts of the hashes of the attached files that are.
    pub attached: Vec<String>,
    #[arg(long)]
    /// Whether the marks are taken off instead.
    pub undo: bool,
    #[arg(long, value_parser = ["supervisor", "self", "reviewer"])]
    /// Whose finding.
    pub perspective: Option<String>,
}

/// Marks what is named as internal, or takes the marks off. All of it is there, or nothing is done.
pub fn internal(world: &mut World, asked: &Internal) -> Ending {
    if !asked.rationale && asked.evidence.is_empty() && asked.attached.is_empty() {
        return Err(Failure::usage(world.wording.text("cli-internal-what")));
    }
    let mut session = target::open(world, &asked.file, Access::Write, None)?;
    let side = asked.perspective.as_deref().and_then(Perspective::from_code).unwrap_or(Perspective::Supervisor);
    let norm = NormId::new(&asked.norm);
    let failed = |world: &World, error: &SessionError| Failure::session(&world.wording, error);
    if session.framework().norm(norm.as_str()).is_none() {
        return Err(failed(world, &SessionError::Refused(Refusal::UnknownNorm(norm))));
    }
    let sheet = session.sheet(side).into_owned();
    let finding = sheet.finding(norm.as_str());
    // What can be refused comes first.
    let mut commands = Vec::new();
    let files = files(world, asked, &finding)?;
    if asked.rationale || !asked.evidence.is_empty() {
        let finding = marked(world, asked, finding)?;
        commands.push(Command::Find { perspective: side, norm: norm.clone(), finding, continues: false });
    }
    commands.extend(files.into_iter().map(|sha256| Command::MarkFile {
        perspective: side,
        norm: norm.clone(),
        sha256,
        internal: !asked.undo,
    }));
    let stamp = world.stamp(sheet.assessor.as_ref().map(|assessor| assessor.name.as_str()));
    for command in commands {
        match session.execute(command, &stamp) {
            Ok(()) | Err(SessionError::Refused(Refusal::NothingChanges)) => {}
            Err(error) => return Err(failed(world, &error)),
        }
    }
    session.flush().map_err(|error| failed(world, &error))?;
    tell(world, &session, side, &norm)
}

/// The hashes of the files that are named.
fn files(world: &World, asked: &Internal, finding: &Finding) -> Result<Vec<String>, Failure> {
    let named = asked.attached.iter().map(|start| {
        let start = start.to_lowercase();
        let mut found = finding.attached.iter().map(|file| file.sha256()).filter(|sha256| sha256.starts_with(&start));
        match (found.next(), found.next()) {
            (Some(file), None) if start.len() >= super::attached::FEWEST_DIGITS => Ok(file.to_owned()),
            (None, _) => Err(super::attached::unclear(world, &start, 0, &asked.file)),
            _ => Err(super::attached::unclear(world, &start, 2, &asked.file)),
        }
    });
    named.collect()
}

/// The finding with the marks on its rationale and references as they are asked for.
fn marked(world: &World, asked: &Internal, mut finding: Finding) -> Result<Finding, Failure> {
    if asked.rationale {
        finding.internal.rationale = !asked.undo;
    }
    for reference in &asked.evidence {
        let (from, to) = if asked.undo {
            (&mut finding.internal.evidence, &mut finding.evidence)
        } else {
            (&mut finding.evidence, &mut finding.internal.evidence)
        };
        if let Some(place) = from.iter().position(|each| each == reference) {
            to.push(from.remove(place));
        } else if !to.contains(reference) {
            let args = [arg("norm", &asked.norm), arg("evidence", reference)];
            return Err(Failure::usage(world.wording.with("cli-internal-evidence-missing", &args)));
        }
    }
    Ok(finding)
}

fn tell(world: &mut World, session: &Session, side: Perspective, norm: &NormId) -> Ending {
    let sheet = session.sheet(side);
    let finding = sheet.finding(norm.as_str());
    let inside = &finding.internal;
    let files: Vec<_> = finding.attached.iter().filter(|file| finding.is_internal(file)).collect();
    let mut lines: Vec<String> = Vec::new();
    if inside.rationale {
        lines.push(world.wording.with("cli-internal-rationale", &[arg("norm", norm)]));
    }
    for reference in &inside.evidence {
        let args = [arg("norm", norm), arg("evidence", reference)];
        lines.push(world.wording.with("cli-internal-evidence", &args));
    }
    for file in &files {
        let args = [arg("norm", norm), arg("file", world.wording.attachment(file))];
        lines.push(world.wording.with("cli-internal-file", &args));
    }
    if lines.is_empty() {
        lines.push(world.wording.with("cli-internal-nothing", &[arg("norm", norm)]));
    }
    let document = json!({
        "perspective": side.code(),
        "norm": norm.as_str(),
        "rationale": inside.rationale,
        "evidence": inside.evidence,
        "attached": files.iter().map(|file| file.sha256()).collect::<Vec<_>>(),
    });
    said(world, lines.join("\n"), document)
}
