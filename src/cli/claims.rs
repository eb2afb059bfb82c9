//! Framework files that call themselves what an embedded framework is called, with other contents.

use super::World;
use super::failure::Failure;
use crate::domain::Framework;
use crate::storage::shipped;
use crate::wording::arg;

/// How much of a hash has to be given.
const SHORTEST: usize = 8;

/// The warning about a framework that is not the embedded one it claims to be, with both hashes; none when all is well.
pub fn warning(world: &World, file: &str, framework: &Framework) -> Option<String> {
    let known = shipped::namesake(framework)?;
    let args = [
        arg("file", file),
        arg("id", &framework.id),
        arg("version", &framework.version),
        arg("known", &known.sha256),
        arg("found", &framework.sha256),
    ];
    Some(world.wording.with("claim-warning", &args))
}

/// Goes on with such a framework only when the user names its hash. What is named has to fit in any case.
pub fn accept(world: &World, file: &str, framework: &Framework, named: Option<&str>) -> Result<(), Failure> {
    if let Some(given) = named {
        let given = given.to_ascii_lowercase();
        if given.len() < SHORTEST || !framework.sha256.starts_with(&given) {
            let args = [arg("given", given), arg("file", file), arg("found", &framework.sha256)];
            return Err(Failure::usage(world.wording.with("claim-wrong", &args)));
        }
        return Ok(());
    }
    let Some(warning) = warning(world, file, framework) else { return Ok(()) };
    let prefix: String = framework.sha256.chars().take(SHORTEST).collect();
    let message = world.wording.with("claim-refused", &[arg("warning", warning), arg("prefix", prefix)]);
    Err(Failure { code: "other-content", message, file: Some(file.to_owned()), at: None, more: Vec::new() })
}
