//! `trede framework new`: a commented skeleton to write a framework from.

use std::path::Path;

use serde_json::json;

use super::World;
use super::failure::{Ending, Failure, Outcome};
use crate::domain::text::Language;
use crate::storage::whole_file::Replace;
use crate::storage::{framework_file, whole_file};
use crate::wording::arg;

const DUTCH: &str = include_str!("../../assets/skeletons/nl.ron");
const ENGLISH: &str = include_str!("../../assets/skeletons/en.ron");

/// Writes the skeleton in the language of the messages. Without an id the framework is called after its file.
pub fn write(world: &mut World, file: &Path, id: Option<&str>, force: bool) -> Ending {
    let id = match id {
        Some(id) => id.to_owned(),
        None => named_after(file),
    };
    if !framework_file::is_id(&id) {
        let text = world.wording.with("cli-framework-id", &[arg("id", &id)]);
        return Err(Failure::usage(text));
    }
    let replace = if force { Replace::Asked } else { Replace::Never };
    let skeleton = match world.wording.language() {
        Language::Dutch => DUTCH,
        Language::English => ENGLISH,
    };
    let text = skeleton.replacen("id: \"ID\"", &format!("id: \"{id}\""), 1);
    whole_file::write(file, text.as_bytes(), replace).map_err(|error| Failure::file(&world.wording, &error))?;
    if world.json {
        world.say_json(&json!({"file": file.display().to_string(), "id": id}));
    } else {
        let said = world.wording.with("framework-new", &[arg("file", file.display())]);
        world.say(said);
    }
    Ok(Outcome::Done)
}

/// The name of a file as an id: what an id cannot hold becomes a hyphen.
fn named_after(file: &Path) -> String {
    let stem = file.file_stem().map(|stem| stem.to_string_lossy().to_lowercase()).unwrap_or_default();
    let fits = |each: char| each.is_ascii_alphanumeric() || matches!(each, '.' | '-');
    let id: String = stem.chars().map(|each| if fits(each) { each } else { '-' }).take(100).collect();
    id.trim_matches('-').to_owned()
}
