//! What a path on the command line leads to: an assessment file, an exchange file or a framework.

use std::path::Path;

use super::World;
use super::failure::Failure;
use super::passwords;
use crate::domain::{Cover, Framework, Perspective, Sheet};
use crate::session::Session;
use crate::storage::problem::Problem;
use crate::storage::whole_file::Replace;
use crate::storage::{Access, FileError, exchange_file, framework_file, shipped, syntax, whole_file};
use crate::wording::arg;

/// The findings of one perspective, wherever they came from.
pub struct Findings {
    /// Under which framework.
    pub framework: Framework,
    /// The cover.
    pub cover: Cover,
    /// Whose findings.
    pub perspective: Perspective,
    /// The findings.
    pub sheet: Sheet,
}

/// Reads the findings of a perspective from a `.trede` file or an exchange file; content tells which it is.
pub fn findings(
    world: &World,
    path: &Path,
    perspective: Option<Perspective>,
    framework: Option<&str>,
) -> Result<Findings, Failure> {
    if is_database(path) || crate::storage::password::is_protected(path) {
        let session = open(world, path, Access::Read, None)?;
        let perspective = perspective.unwrap_or(Perspective::Supervisor);
        return Ok(Findings {
            framework: session.framework().clone(),
            cover: session.assessment().cover.clone(),
            perspective,
            sheet: session.sheet(perspective).into_owned(),
        });
    }
    let bytes = read_text(world, path)?;
    let refused = |problems: Vec<Problem>| Failure::problems(&world.wording, path, &problems, &bytes);
    let (_, framework) = match framework {
        Some(named) => framework_named(world, named)?,
        None => framework_named(world, &exchange_file::framework_of(&bytes).map_err(refused)?)?,
    };
    let exchange = exchange_file::read(&bytes, &framework).map_err(refused)?;
    if let Some(asked) = perspective.filter(|asked| *asked != exchange.perspective) {
        return Err(Failure::usage(world.wording.with(
            "cli-other-perspective",
            &[
                arg("file", path.display()),
                arg("found", world.wording.perspective(exchange.perspective)),
                arg("asked", world.wording.perspective(asked)),
            ],
        )));
    }
    Ok(Findings { framework, cover: exchange.cover, perspective: exchange.perspective, sheet: exchange.sheet })
}

/// Opens an assessment file.
pub fn open(world: &World, path: &Path, access: Access, actor: Option<&str>) -> Result<Session, Failure> {
    let actor = actor.unwrap_or(&world.user);
    let password = passwords::of(world, path, None)?;
    Session::open_with(path, access, actor, password.as_ref()).map_err(|error| Failure::session(&world.wording, &error))
}

/// The framework with this id, or in this file, and its text.
pub fn framework_named(world: &World, named: &str) -> Result<(Vec<u8>, Framework), Failure> {
    if let Some((shipped, framework)) = shipped::by_id(named) {
        return Ok((shipped.text.as_bytes().to_vec(), framework));
    }
    let path = Path::new(named);
    if !path.exists() {
        let known: Vec<String> = shipped::ALL
            .iter()
            .filter_map(|shipped| shipped.load().ok())
            .map(|framework| framework.id.clone())
            .collect();
        let known = world.wording.list(known, "or");
        return Err(Failure::usage(
            world.wording.with("cli-unknown-framework", &[arg("framework", named), arg("known", known)]),
        ));
    }
    let bytes = read_text(world, path)?;
    let framework =
        framework_file::load(&bytes).map_err(|problems| Failure::problems(&world.wording, path, &problems, &bytes))?;
    Ok((bytes, framework))
}

/// Reads a text file that is not larger than is read anyway.
pub fn read_text(world: &World, path: &Path) -> Result<Vec<u8>, Failure> {
    // One byte more than is read, so that the reader can say that it is too large.
    whole_file::read(path, syntax::LARGEST as u64 + 1).map_err(|error| Failure::file(&world.wording, &error))
}

/// Whether a file that is at `out` is replaced; asked before any work is done. The file that is read, `source`, never is.
pub fn replacing(world: &World, out: &Path, force: bool, source: &Path) -> Result<Replace, Failure> {
    let same = |one: &Path, other: &Path| Some(one.canonicalize().ok()? == other.canonicalize().ok()?);
    if !force && out.symlink_metadata().is_ok() {
        return Err(Failure::file(&world.wording, &FileError::Exists(out.to_owned())));
    }
    if same(out, source) == Some(true) {
        return Err(Failure::usage(world.wording.with("cli-same-file", &[arg("file", out.display())])));
    }
    Ok(if force { Replace::Asked } else { Replace::Never })
}

/// Reads a report or a text file.
pub fn read_report_or_text(world: &World, path: &Path) -> Result<Vec<u8>, Failure> {
    whole_file::read(path, crate::signing::MAX_PDF_BYTES as u64).map_err(|error| Failure::file(&world.wording, &error))
}

/// Whether a file is a database rather than text.
pub fn is_database(path: &Path) -> bool {
    use std::io::Read as _;
    let mut start = [0_u8; 16];
    // Whatever is no file, or says that it is empty, is refused where it is read.
    let has_content = std::fs::metadata(path).is_ok_and(|found| found.is_file() && found.len() > 0);
    has_content
        && std::fs::File::open(path).and_then(|mut file| file.read_exact(&mut start)).is_ok()
        && &start == b"SQLite format 3\0"
}
