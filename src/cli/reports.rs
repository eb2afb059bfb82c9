//! Commands on reports: make, sign, take out the assessment. `verify` is apart.

use std::path::Path;

use chrono::{DateTime, FixedOffset};
use serde_json::json;

use super::failure::{Ending, Failure};
use super::identities;
use super::overlays;
use super::signing_arguments::{Key, Report, Sign};
use super::stamps;
use super::target;
use super::tokens;
use super::{World, assessments::said};
use crate::domain::Perspective;
use crate::report::content::unshown::{AllUnshown, Place};
use crate::session::ReportJob;
use crate::signing::{FieldRole, MAX_PDF_BYTES, SignRequest, Signer, Stamping, sign, sign_stamped};
use crate::storage::Access;
use crate::storage::whole_file::{self, Replace};
use crate::verification::{embedded_exchange, verify};
use crate::wording::arg;

/// Makes a report, signed unless asked otherwise.
pub fn report(world: &mut World, asked: &Report) -> Ending {
    let perspective = asked.perspective.as_deref().and_then(Perspective::from_code).unwrap_or(Perspective::Supervisor);
    let at = clock(world, asked.at.as_deref())?;
    let replace = target::replacing(world, &asked.out, asked.force, &asked.file)?;
    let service = if asked.unsigned { None } else { asked.stamp.service(world)? };
    let mut session = target::open(world, &asked.file, Access::Read, None)?;
    let mut job = session
        .report_job(perspective, at, world.wording.language())
        .map_err(|error| Failure::session(&world.wording, &error))?;
    let assessor = session.sheet(perspective).assessor.clone();
    super::warn_of_name(world, &session.assessment().cover.subject);
    drop(session);
    if let Some(overlay) = &asked.overlay {
        job.overlay = Some(overlays::read(world, overlay, &job.framework)?.1);
    }
    let signer = match asked.unsigned {
        true => None,
        false => Some(signer(world, &asked.key)?),
    };
    let stamping = service.as_ref().map(|service| stamps::stamping(world, service)).transpose()?;
    let unshown = write(world, &job, signer.as_ref(), stamping.as_ref(), (&asked.out, replace))?;
    if let (Some(assessor), Some(signer)) = (&assessor, signer.as_ref().map(|signer| signer.certificate().name()))
        && !assessor.is_called(signer)
        && !world.json
    {
        let args = [arg("assessor", &assessor.name), arg("signer", signer)];
        super::warn(world, &[world.wording.with("reporting-other-name", &args)]);
    }
    let key = if signer.is_some() { "cli-report-signed" } else { "cli-report-unsigned" };
    let text = world.wording.with(key, &[arg("file", asked.out.display())]);
    let unshown = unshown.characters.iter().map(|each| {
        let places: Vec<String> = each.places.iter().map(Place::code).collect();
        json!({"character": each.code(), "places": places, "more": each.more})
    });
    let document = json!({
        "file": asked.out.display().to_string(),
        "signed": signer.is_some(),
        "signer": signer.as_ref().map(|signer| signer.certificate().name()),
        "assessor": assessor.map(|assessor| assessor.name),
        "final": job.is_final,
        "time_stamp": service.is_some(),
        "unshown": unshown.collect::<Vec<_>>(),
    });
    said(world, text, document)
}

/// Makes a report and writes it; warns of characters that it cannot show and gives them.
pub fn write(
    world: &mut World,
    job: &ReportJob,
    signer: Option<&Signer>,
    stamping: Option<&Stamping>,
    (out, replace): (&Path, Replace),
) -> Result<AllUnshown, Failure> {
    super::progress(world, "cli-report-progress");
    let unshown = job.unshown(signer).map_err(|error| stamps::failure(world, &error))?;
    let made = signer.map_or_else(|| job.make(None), |signer| job.make_signed(signer, stamping));
    let pdf = made.map_err(|error| stamps::failure(world, &error))?;
    whole_file::write(out, &pdf, replace).map_err(|error| Failure::file(&world.wording, &error))?;
    // With --json the answer itself says it.
    if !world.json {
        super::warn(world, &world.wording.all_unshown(&unshown));
    }
    Ok(unshown)
}

/// Adds the signature of the second reader.
pub fn second_signature(world: &mut World, asked: &Sign) -> Ending {
    let at = clock(world, asked.at.as_deref())?;
    let service = asked.stamp.service(world)?;
    let pdf = read(world, &asked.report)?;
    // Nobody puts his name under pages that say something else than the assessment inside, or gives his PIN for them. What
    // is wrong with the signatures before his, signing says itself.
    let found = verify(&pdf, None);
    if found.inspection.is_intact() && !found.is_intact() {
        let more = found.reasons.iter().map(|reason| format!("  - {}", world.wording.reason(reason))).collect();
        return Err(Failure { more, ..Failure::usage(world.wording.text("sign-refused")) });
    }
    let signer = signer(world, &asked.key)?;
    let reason = world.wording.text("signature-reason-second-reader");
    let request = SignRequest { field: FieldRole::SecondReader, reason, location: None, at };
    let stamping = service.as_ref().map(|service| stamps::stamping(world, service)).transpose()?;
    let signed = match &stamping {
        Some(stamping) => sign_stamped(&pdf, &request, &signer, stamping),
        None => sign(&pdf, &request, &signer),
    };
    let signed = signed.map_err(|error| stamps::failure(world, &error.into()))?;
    // The earlier bytes stay as they are; this only adds to them.
    whole_file::write(&asked.report, &signed, Replace::Asked).map_err(|error| Failure::file(&world.wording, &error))?;
    let text = world.wording.with("cli-signed", &[arg("file", asked.report.display())]);
    said(
        world,
        text,
        json!({"file": asked.report.display().to_string(), "signed": true, "time_stamp": service.is_some()}),
    )
}

/// The signer that the arguments name.
fn signer(world: &World, key: &Key) -> Result<Signer, Failure> {
    match (&key.token_module, &key.p12) {
        (Some(module), _) => tokens::signer(world, module, key),
        (None, Some(file)) => identities::p12_signer(world, file, key.password_env.as_deref()),
        (None, None) => identities::signer(world, key.identity.as_deref(), key.passphrase_env.as_deref()),
    }
}

/// Takes the assessment out of a report.
pub fn extract(world: &mut World, report: &Path, out: &Path, force: bool) -> Ending {
    let replace = target::replacing(world, out, force, report)?;
    let pdf = read(world, report)?;
    let exchange = embedded_exchange(&pdf)
        .map_err(|error| Failure::usage(world.wording.reading_error(&error)))?
        .ok_or_else(|| Failure::usage(world.wording.text("reason-not-a-report")))?;
    whole_file::write(out, &exchange, replace).map_err(|error| Failure::file(&world.wording, &error))?;
    let text = world.wording.with("cli-written", &[arg("file", out.display())]);
    said(world, text, json!({"file": out.display().to_string()}))
}

/// Reads a report.
pub fn read(world: &World, path: &Path) -> Result<Vec<u8>, Failure> {
    // One byte more than is inspected, so that the inspection can say that it is too large.
    whole_file::read(path, MAX_PDF_BYTES as u64 + 1).map_err(|error| Failure::file(&world.wording, &error))
}

/// The time that was asked for, or now.
fn clock(world: &World, at: Option<&str>) -> Result<DateTime<FixedOffset>, Failure> {
    at.map_or(Ok(world.now), |at| {
        DateTime::parse_from_rfc3339(at)
            .map_err(|_| Failure::usage(world.wording.with("cli-wrong-time", &[arg("at", at)])))
    })
}
