//! `trede demo`: the main job from end to end, by the same commands as the window.

use std::path::{Path, PathBuf};

use serde_json::json;

use super::failure::{Ending, Failure, Outcome};
use super::{World, assessments, identities, reports};
use crate::domain::{Command, Perspective};
use crate::session::{Session, SessionError};
use crate::signing::Passphrase;
use crate::storage::exchange_write::ExchangeFormat;
use crate::storage::whole_file::{self, Replace};
use crate::storage::{FileError, exchange_file, shipped};
use crate::verification::verify;
use crate::wording::arg;

/// The example: all norms of the embedded framework judged.
pub const EXAMPLE: &str = include_str!("../../assets/voorbeeld.ron");

/// Runs the main job on the example and leaves its files in a folder.
pub fn demo(world: &mut World, out: Option<&Path>) -> Ending {
    let folder = folder(world, out)?;
    let place = |name: &str| folder.join(name);
    let fail = |wording: &crate::wording::Wording, error: SessionError| Failure::session(wording, &error);

    let shipped = shipped::ALL.first().ok_or_else(|| Failure::usage(String::new()))?;
    let framework = shipped
        .load()
        .map_err(|problems| Failure::problems(&world.wording, Path::new(shipped.file), &problems, b""))?;
    let example = exchange_file::read(EXAMPLE.as_bytes(), &framework).map_err(|problems| {
        Failure::problems(&world.wording, Path::new("voorbeeld.ron"), &problems, EXAMPLE.as_bytes())
    })?;
    let name = example.sheet.assessor.as_ref().map_or_else(|| world.user.clone(), |assessor| assessor.name.clone());
    let stamp = world.stamp(Some(&name));
    let perspective = Perspective::Supervisor;

    let mut session =
        Session::create(&place("voorbeeld.trede"), shipped.text.as_bytes(), example.cover.clone(), &stamp)
            .map_err(|error| fail(&world.wording, error))?;
    for command in [Command::Import(Box::new(example.into())), Command::Finalize(perspective)] {
        session.execute(command, &stamp).map_err(|error| fail(&world.wording, error))?;
    }
    let exchange = session.export(perspective, ExchangeFormat::Ron).map_err(|error| fail(&world.wording, error))?;
    write(world, &place("voorbeeld.ron"), exchange.as_bytes())?;

    // A key for this one example; it is used once and kept nowhere.
    let passphrase = Passphrase::new("alleen voor het voorbeeld".to_owned())
        .map_err(|error| Failure::usage(world.wording.passphrase_too_short(&error)))?;
    let identity = identities::generate(world, &name, &passphrase)?;
    let signer = identity.unlock(&passphrase).map_err(|error| Failure::usage(world.wording.identity_error(&error)))?;
    write(world, &place("ondertekenaar.pem"), identity.certificate().to_pem().as_bytes())?;
    let job = session
        .report_job(perspective, world.now, world.wording.language())
        .map_err(|error| fail(&world.wording, error))?;
    let score = session.score(perspective).clone();
    drop(session);
    reports::write(world, &job, Some(&signer), None, (&place("rapport.pdf"), Replace::Never))?;

    let pdf =
        whole_file::read(&place("rapport.pdf"), u64::MAX - 1).map_err(|error| Failure::file(&world.wording, &error))?;
    let found = verify(&pdf, Some(&[identity.certificate().clone()]));
    let files = ["voorbeeld.trede", "voorbeeld.ron", "rapport.pdf", "ondertekenaar.pem"].map(place);
    if world.json {
        let document = super::score_json::document(&framework, perspective, &score, &world.wording);
        let files: Vec<String> = files.iter().map(|file| file.display().to_string()).collect();
        world.say_json(&json!({"files": files, "intact": found.is_intact(), "score": document}));
    } else {
        assessments::show_score(world, &framework, &score);
        world.say("");
        let text = world.wording.text(if found.is_intact() { "verify-intact" } else { "verify-not-intact" });
        world.say(text);
        for file in files {
            world.say(format!("  {}", file.display()));
        }
    }
    Ok(if found.is_intact() { Outcome::Done } else { Outcome::Findings })
}

fn folder(world: &World, out: Option<&Path>) -> Result<PathBuf, Failure> {
    let folder = out.map_or_else(|| whole_file::free_path(Path::new("trede-demo")), Path::to_owned);
    std::fs::create_dir_all(&folder).map_err(|error| Failure::file(&world.wording, &FileError::io(&folder, &error)))?;
    let taken = std::fs::read_dir(&folder).is_ok_and(|mut entries| entries.next().is_some());
    if taken {
        let message = world.wording.with("cli-demo-taken", &[arg("folder", folder.display())]);
        return Err(Failure::usage(message));
    }
    Ok(folder)
}

fn write(world: &World, path: &Path, content: &[u8]) -> Result<(), Failure> {
    whole_file::write(path, content, Replace::Never).map_err(|error| Failure::file(&world.wording, &error))
}
