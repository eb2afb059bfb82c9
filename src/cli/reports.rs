//! Commands on reports: make, sign, verify, take out the assessment.

use std::path::{Path, PathBuf};

use chrono::{DateTime, FixedOffset, SecondsFormat};
use serde_json::{Value, json};

use super::arguments::{Report, Sign, Verify};
use super::failure::{Ending, Failure, Outcome};
use super::identities;
use super::overlays;
use super::target;
use super::{World, assessments::said};
use crate::domain::Perspective;
use crate::domain::score::Ends;
use crate::session::ReportJob;
use crate::signing::{Certificate, FieldRole, KeyKind, MAX_PDF_BYTES, SignRequest, SignatureFacts, Signer, sign};
use crate::storage::whole_file::{self, Replace};
use crate::storage::{Access, log as audit};
use crate::verification::{Confirmation, Recomputed, Verification, embedded_exchange, verify};
use crate::wording::arg;

/// Makes a report, signed unless asked otherwise.
pub fn report(world: &mut World, asked: &Report) -> Ending {
    let perspective = asked.perspective.as_deref().and_then(Perspective::from_code).unwrap_or(Perspective::Supervisor);
    let at = clock(world, asked.at.as_deref())?;
    let replace = target::replacing(world, &asked.out, asked.force, &asked.file)?;
    let mut session = target::open(world, &asked.file, Access::Read, None)?;
    let mut job = session
        .report_job(perspective, at, world.wording.language())
        .map_err(|error| Failure::session(&world.wording, &error))?;
    drop(session);
    if let Some(overlay) = &asked.overlay {
        job.overlay = Some(overlays::read(world, overlay, &job.framework)?.1);
    }
    let signer = match asked.unsigned {
        true => None,
        false => Some(match &asked.p12 {
            Some(file) => identities::p12_signer(world, file, asked.password_env.as_deref())?,
            None => identities::signer(world, asked.identity.as_deref(), asked.passphrase_env.as_deref())?,
        }),
    };
    write(world, &job, signer.as_ref(), &asked.out, replace)?;
    let key = if signer.is_some() { "cli-report-signed" } else { "cli-report-unsigned" };
    let text = world.wording.with(key, &[arg("file", asked.out.display())]);
    said(
        world,
        text,
        json!({"file": asked.out.display().to_string(), "signed": signer.is_some(), "final": job.is_final}),
    )
}

/// Makes a report and writes it.
pub fn write(
    world: &mut World,
    job: &ReportJob,
    signer: Option<&Signer>,
    out: &Path,
    replace: Replace,
) -> Result<(), Failure> {
    super::progress(world, "cli-report-progress");
    let pdf = job.make(signer).map_err(|error| Failure::usage(world.wording.report_error(&error)))?;
    whole_file::write(out, &pdf, replace).map_err(|error| Failure::file(&world.wording, &error))
}

/// Adds the signature of the second reader.
pub fn second_signature(world: &mut World, asked: &Sign) -> Ending {
    let at = clock(world, asked.at.as_deref())?;
    let pdf = read(world, &asked.report)?;
    let signer = match &asked.p12 {
        Some(file) => identities::p12_signer(world, file, asked.password_env.as_deref())?,
        None => identities::signer(world, asked.identity.as_deref(), asked.passphrase_env.as_deref())?,
    };
    let reason = world.wording.text("signature-reason-second-reader");
    let request = SignRequest { field: FieldRole::SecondReader, reason, location: None, at };
    let signed = sign(&pdf, &request, &signer).map_err(|error| Failure::usage(world.wording.sign_error(&error)))?;
    // Nobody puts his name under pages that say something else than the assessment inside.
    let found = verify(&pdf, None);
    if !found.is_intact() {
        let more = found.reasons.iter().map(|reason| format!("  - {}", world.wording.reason(reason))).collect();
        return Err(Failure { more, ..Failure::usage(world.wording.text("sign-refused")) });
    }
    // The earlier bytes stay as they are; this only adds to them.
    whole_file::write(&asked.report, &signed, Replace::Asked).map_err(|error| Failure::file(&world.wording, &error))?;
    let text = world.wording.with("cli-signed", &[arg("file", asked.report.display())]);
    said(world, text, json!({"file": asked.report.display().to_string(), "signed": true}))
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

/// Verifies a report.
pub fn verify_report(world: &mut World, asked: &Verify) -> Ending {
    let pdf = read(world, &asked.report)?;
    let trusted = trusted(world, &asked.trust)?;
    let found = verify(&pdf, (!asked.trust.is_empty()).then_some(&trusted[..]));
    let log = match (&asked.file, &found.recomputed) {
        (Some(file), Some(recomputed)) => Some(log_matches(world, file, recomputed)?),
        _ => None,
    };
    if world.json {
        let document = document(world, &found, log.as_ref());
        world.say_json(&document);
    } else {
        tell(world, &found, log.as_ref());
    }
    let good = found.is_intact() && found.confirmation != Confirmation::Stranger && !matches!(log, Some(Err(_)));
    Ok(if good { Outcome::Done } else { Outcome::Findings })
}

fn log_matches(world: &World, file: &Path, recomputed: &Recomputed) -> Result<Result<(), String>, Failure> {
    let mut session = target::open(world, file, Access::Read, None)?;
    let Some(head) = &recomputed.log_head else {
        return Ok(Err(world.wording.text("verify-no-log-head")));
    };
    session.flush().map_err(|error| Failure::session(&world.wording, &error))?;
    Ok(audit::matches(session.log(), head).map_err(|broken| world.wording.log_break(&broken)))
}

fn tell(world: &mut World, found: &Verification, log: Option<&Result<(), String>>) {
    let wording = &world.wording;
    let mut lines = vec![wording.text(if found.is_intact() { "verify-intact" } else { "verify-not-intact" })];
    lines.extend(found.reasons.iter().map(|reason| format!("  - {}", wording.reason(reason))));
    for signature in &found.inspection.signatures {
        let at = signature.at.map(|at| wording.second(at)).unwrap_or_default();
        let args = [("name", signature.name.clone()), ("field", wording.field(signature.field)), ("at", at)];
        lines.push(wording.with("verify-signature", &args));
        lines.push(wording.with("verify-fingerprint", &[("sha256", signature.fingerprint().unwrap_or_default())]));
        if let Some(kind) = signature.certificate.as_ref().and_then(Certificate::key_kind) {
            lines.push(wording.with("verify-key", &[("key", wording.key_kind(kind))]));
        }
        if !signature.issuers.is_empty() {
            lines.push(wording.with("verify-issuers", &[("names", issuers(signature).join(", "))]));
        }
    }
    lines.push(wording.text(match found.confirmation {
        Confirmation::NotAsked => "verify-not-confirmed",
        Confirmation::Confirmed => "verify-confirmed",
        Confirmation::Stranger => "verify-stranger",
    }));
    if let Some(recomputed) = &found.recomputed {
        let total = match &recomputed.score.total {
            None => wording.text("score-none"),
            Some(Ends { lowest, highest }) if lowest == highest => wording.score(lowest),
            Some(Ends { lowest, highest }) => format!("{} – {}", wording.score(lowest), wording.score(highest)),
        };
        let args = [
            ("subject", recomputed.cover.subject.clone()),
            ("period", recomputed.cover.period.clone()),
            ("perspective", wording.perspective(recomputed.perspective)),
            ("total", total),
        ];
        lines.push(wording.with("verify-recomputed", &args));
        if !recomputed.parameters.is_final {
            lines.push(wording.text("verify-concept"));
        }
        if let Some(overlay) = &recomputed.overlay {
            let source = arg("source", wording.literal_source(overlay));
            let args = [source, arg("filled", overlay.filled()), arg("sha256", &overlay.sha256)];
            lines.push(wording.with("verify-overlay", &args));
        }
        if !recomputed.framework_on_board {
            lines.push(wording.text("verify-framework-foreign"));
        }
        if !recomputed.drawing_compared {
            lines.push(wording.text("verify-drawing-not-compared"));
        }
    }
    match log {
        Some(Ok(())) => lines.push(wording.text("verify-log-matches")),
        Some(Err(reason)) => lines.push(wording.with("verify-log-differs", &[("reason", reason.clone())])),
        None => {}
    }
    for line in lines {
        world.say(line);
    }
}

fn document(world: &World, found: &Verification, log: Option<&Result<(), String>>) -> Value {
    let wording = &world.wording;
    let reasons: Vec<Value> = found
        .reasons
        .iter()
        .map(|reason| json!({"code": wording.reason_code(reason), "message": wording.reason(reason)}))
        .collect();
    let signatures: Vec<Value> = found
        .inspection
        .signatures
        .iter()
        .map(|signature| {
            let kind = signature.certificate.as_ref().and_then(Certificate::key_kind);
            json!({
                "field": signature.field.field_name(), "name": signature.name, "reason": signature.reason,
                "at": signature.at.map(|at| at.to_rfc3339_opts(SecondsFormat::Secs, false)),
                "fingerprint": signature.fingerprint(),
                "algorithm": kind.map(KeyKind::algorithm), "key_bits": kind.map(KeyKind::bits),
                "issuers": issuers(signature),
                "covers": [signature.covers.start, signature.covers.end],
            })
        })
        .collect();
    let report = found.recomputed.as_ref().map(|recomputed| {
        let score =
            super::score_json::document(&recomputed.framework, recomputed.perspective, &recomputed.score, wording);
        let norms = recomputed.framework.norms().count();
        let overlay = recomputed.overlay.as_ref().map(|overlay| overlays::as_json(None, overlay, norms));
        json!({
            "subject": recomputed.cover.subject, "kvk": recomputed.cover.kvk, "period": recomputed.cover.period,
            "final": recomputed.parameters.is_final, "framework_on_board": recomputed.framework_on_board,
            "drawing_compared": recomputed.drawing_compared, "program": recomputed.parameters.program,
            "log_head": recomputed.log_head.as_ref().map(|head| json!({"count": head.count, "sha256": head.sha256})),
            "overlay": overlay, "score": score,
        })
    });
    json!({
        "intact": found.is_intact(),
        "confirmed": match found.confirmation {
            Confirmation::NotAsked => None,
            Confirmation::Confirmed => Some(true),
            Confirmation::Stranger => Some(false),
        },
        "reasons": reasons,
        "signatures": signatures,
        "report": report,
        "log_matches": log.map(Result::is_ok),
    })
}

/// The names of those who issued the signer's certificate, the nearest one first.
fn issuers(signature: &SignatureFacts) -> Vec<&str> {
    signature.issuers.iter().map(Certificate::name).collect()
}

fn trusted(world: &World, paths: &[PathBuf]) -> Result<Vec<Certificate>, Failure> {
    paths
        .iter()
        .map(|path| {
            let bytes = whole_file::read(path, 64 * 1024).map_err(|error| Failure::file(&world.wording, &error))?;
            Certificate::from_pem(&String::from_utf8_lossy(&bytes)).map_err(|error| {
                let file = path.display().to_string();
                let message = world.wording.certificate_error(&file, &error);
                Failure { code: "certificate", message, file: Some(file), at: None, more: Vec::new() }
            })
        })
        .collect()
}

fn read(world: &World, path: &Path) -> Result<Vec<u8>, Failure> {
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
