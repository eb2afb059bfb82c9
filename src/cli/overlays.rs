//! Overlays: the literal wording of norms.

use std::path::{Path, PathBuf};

use serde_json::{Value, json};

use super::assessments::said;
use super::failure::{Ending, Failure};
use super::{World, target};
use crate::domain::{Framework, Overlay};
use crate::storage::exchange_write::ExchangeFormat;
use crate::storage::problem::{Code, Problem};
use crate::storage::{overlay_file, overlay_write, shipped, whole_file};
use crate::wording::arg;

/// `trede framework overlay`.
#[derive(clap::Args)]
pub struct Empty {
    /// An id or a file.
    pub id: String,
    #[arg(long)]
    /// Where to.
    pub out: PathBuf,
    #[arg(long, value_parser = ["ron", "json"], default_value = "ron", hide_default_value = true)]
    /// The form.
    pub format: String,
    #[arg(long)]
    /// Whether an existing file is replaced.
    pub force: bool,
}

/// Writes an empty overlay to fill in.
pub fn empty(world: &mut World, asked: &Empty) -> Ending {
    let replace = target::replacing(world, &asked.out, asked.force, Path::new(&asked.id))?;
    let (_, framework) = target::framework_named(world, &asked.id)?;
    let format = if asked.format == "json" { ExchangeFormat::Json } else { ExchangeFormat::Ron };
    let lead = world.wording.text("overlay-lead");
    let file = overlay_write::empty(&framework, world.wording.language(), &lead, format);
    whole_file::write(&asked.out, file.as_bytes(), replace).map_err(|error| Failure::file(&world.wording, &error))?;
    let text = world.wording.with("cli-written", &[arg("file", asked.out.display())]);
    let norms = framework.norms().count();
    said(world, text, json!({"file": asked.out.display().to_string(), "framework": framework.id, "norms": norms}))
}

/// Reads an overlay over `framework`, to be quoted from.
pub fn read(world: &World, path: &Path, framework: &Framework) -> Result<(Overlay, Vec<u8>), Failure> {
    let bytes = target::read_text(world, path)?;
    let overlay = overlay_file::read(&bytes, framework)
        .map_err(|problems| Failure::problems(&world.wording, path, &problems, &bytes))?;
    if overlay.filled() == 0 {
        return Err(Failure::usage(world.wording.with("overlay-empty", &[arg("file", path.display())])));
    }
    Ok((overlay, bytes))
}

/// Reads an overlay to judge it: over the framework that is named, or over the one on board that it names itself.
/// Gives the number of norms of the framework beside it.
pub fn judge(bytes: &[u8], named: Option<&Framework>) -> Result<(Overlay, usize), Vec<Problem>> {
    if let Some(framework) = named {
        return Ok((overlay_file::read(bytes, framework)?, framework.norms().count()));
    }
    let id = overlay_file::framework_of(bytes)?;
    // Over the version that it names, or the latest.
    let over = |framework: &Framework| Some((overlay_file::read(bytes, framework).ok()?, framework.norms().count()));
    if let Some(read) = shipped::with_id(&id.value).find_map(|(_, framework)| over(&framework)) {
        return Ok(read);
    }
    let Some((_, framework)) = shipped::by_id(&id.value) else {
        let on_board = shipped::ALL.iter().filter_map(|shipped| Some(shipped.load().ok()?.id.clone()));
        let known = on_board.chain(["--framework".to_owned()]).collect::<Vec<_>>().join(", ");
        return Err(vec![Problem::new(Code::UnknownValue, id.at).with("found", id.value).with("known", known)]);
    };
    Ok((overlay_file::read(bytes, &framework)?, framework.norms().count()))
}

/// An overlay in JSON.
pub fn as_json(file: Option<&str>, overlay: &Overlay, norms: usize) -> Value {
    let mut document = json!({"source": overlay.source, "sha256": overlay.sha256, "filled": overlay.filled(),
                              "norms": norms, "framework": overlay.framework});
    if let (Some(file), Some(entries)) = (file, document.as_object_mut()) {
        entries.insert("file".to_owned(), Value::from(file));
    }
    document
}
