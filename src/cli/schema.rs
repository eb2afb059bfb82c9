//! The published schemas of what goes in and out as JSON.

use super::World;
use super::failure::{Ending, Outcome};

/// The schemas, by name.
pub const ALL: [(&str, &str); 3] = [
    ("exchange", include_str!("../../assets/schemas/exchange.schema.json")),
    ("score", include_str!("../../assets/schemas/score.schema.json")),
    ("failure", include_str!("../../assets/schemas/failure.schema.json")),
];

/// Prints a schema; it is JSON itself, so `--json` changes nothing.
pub fn show(world: &mut World, name: &str) -> Ending {
    let text = ALL.iter().find(|(known, _)| *known == name).map_or("", |(_, text)| *text);
    world.say(text.trim_end());
    Ok(Outcome::Done)
}
