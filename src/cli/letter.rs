//! `trede score --letter`: each part in sentences for a letter.

use serde_json::json;

use super::World;
use crate::domain::{Framework, Score, Sheet};
use crate::wording::letter::Letter;

/// Writes the sentences, or with `--json` a document with the paragraphs of each part.
pub fn show(world: &mut World, framework: &Framework, subject: &str, sheet: &Sheet, score: &Score) {
    let language = world.wording.language();
    let (mut document, mut first) = (Vec::new(), true);
    for part in framework.parts() {
        let title = part.title.plain(language);
        let paragraphs = world.wording.letter(&Letter { framework, subject, sheet, score, part });
        if world.json {
            document.push(json!({"part": part.id.as_str(), "title": title, "paragraphs": paragraphs}));
            continue;
        }
        let gap = if first { "" } else { "\n" };
        world.say(format!("{gap}{}. {title}", part.id));
        for paragraph in paragraphs {
            world.say(format!("\n{paragraph}"));
        }
        first = false;
    }
    if world.json {
        world.say_json(&json!({"letters": document}));
    }
}
