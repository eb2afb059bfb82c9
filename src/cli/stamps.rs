//! `--stamp` and `--no-stamp`: which time stamp service is asked, if any, and why none came.

use getrandom::SysRng;

use super::World;
use super::failure::Failure;
use crate::session::ReportError;
use crate::signing::{SignError, Stamping};
use crate::stamping::{PATIENCE, StampService, nonce};
use crate::storage::settings::Settings;

/// Which time stamp service is asked.
#[derive(clap::Args)]
pub struct Stamp {
    #[arg(long)]
    /// The service at this address.
    stamp: Option<String>,
    #[arg(long, conflicts_with = "stamp")]
    /// None, whatever the settings say.
    no_stamp: bool,
}

impl Stamp {
    /// The service that is named, or that of the settings; none when there is none.
    pub fn service(&self, world: &World) -> Result<Option<StampService>, Failure> {
        if self.no_stamp {
            return Ok(None);
        }
        let own = directories::ProjectDirs::from("nl", "", "Trede");
        let setting = || own.and_then(|own| Settings::time_stamp_url_in(own.config_dir()));
        let Some(address) = self.stamp.clone().or_else(setting) else { return Ok(None) };
        StampService::at(&address, PATIENCE)
            .map(Some)
            .map_err(|error| Failure { code: "stamp", ..Failure::usage(world.wording.address_error(&address, error)) })
    }
}

/// How a stamp is asked of `service`.
pub fn stamping<'a>(world: &mut World, service: &'a StampService) -> Result<Stamping<'a>, Failure> {
    super::progress(world, "cli-stamp-progress");
    let nonce = nonce(&mut SysRng).map_err(|_| Failure::usage(world.wording.text("identity-no-randomness")))?;
    Ok(Stamping { service, nonce })
}

/// Why there is no report.
pub fn failure(world: &World, error: &ReportError) -> Failure {
    let failure = Failure::usage(world.wording.report_error(error));
    match error {
        ReportError::Sign(SignError::Stamp(_)) => {
            Failure { code: "stamp", more: vec![world.wording.text("cli-stamp-without")], ..failure }
        }
        _ => failure,
    }
}
