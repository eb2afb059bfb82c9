//! `trede propose`: findings from an earlier assessment, to be confirmed in the window.

use std::path::PathBuf;

use serde_json::json;

use super::World;
use super::assessments::said;
use super::failure::{Ending, Failure};
use super::{passwords, target};
use crate::domain::proposal::Offer;
use crate::domain::{Perspective, Refusal};
use crate::session::{Headway, SessionError};
use crate::storage::Access;

/// `trede propose`.
#[derive(clap::Args)]
pub struct Propose {
    /// The assessment.
    pub file: PathBuf,
    #[arg(long)]
    /// The earlier one.
    pub from: PathBuf,
    #[arg(long)]
    /// The environment variable with the password of the earlier one.
    pub from_password_env: Option<String>,
    #[arg(long, value_parser = ["supervisor", "self", "reviewer"])]
    /// Whose findings.
    pub perspective: Option<String>,
}

/// Puts findings of an earlier assessment beside the norms that are still open, as proposals.
pub fn propose(world: &mut World, asked: &Propose) -> Ending {
    let mut session = target::open(world, &asked.file, Access::Write, None)?;
    let side = asked.perspective.as_deref().and_then(Perspective::from_code).unwrap_or(Perspective::Supervisor);
    let assessor = session.sheet(side).into_owned().assessor;
    let stamp = world.stamp(assessor.as_ref().map(|assessor| assessor.name.as_str()));
    let user = world.user.clone();
    let password = passwords::of(world, &asked.from, asked.from_password_env.as_deref())?;
    let mut done = || -> Result<Offer, SessionError> {
        let taken =
            session.proposing(side)?.take_from((&asked.from, password.as_ref()), &user, &Headway::default(), &|| {})?;
        let offer = taken.offer.clone();
        match session.propose(taken, &stamp) {
            Ok(()) | Err(SessionError::Refused(Refusal::NothingChanges)) => session.flush().map(|()| offer),
            Err(error) => Err(error),
        }
    };
    let offer = done().map_err(|error| Failure::session(&world.wording, &error))?;
    let name = asked.from.file_name().unwrap_or_default().to_string_lossy().into_owned();
    let text = world.wording.offered(&name, &offer);
    let norms: Vec<&str> = offer.findings.keys().map(|norm| norm.as_str()).collect();
    let document =
        json!({"perspective": side.code(), "proposed": norms, "judged": offer.judged, "otherwise": offer.otherwise});
    said(world, text, document)
}
