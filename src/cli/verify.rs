//! `trede verify`: is a report intact, and is its signer confirmed?

use std::path::Path;

use chrono::SecondsFormat;
use serde_json::{Value, json};

use super::failure::{Ending, Failure, Outcome};
use super::signing_arguments::Verify;
use super::trust::{self, Known};
use super::{World, identities, overlays, reports, target};
use crate::domain::score::Ends;
use crate::report::fonts::legible::legible_line;
use crate::signing::{Certificate, KeyKind, SignatureFacts, TimeStamp};
use crate::storage::{Access, log as audit};
use crate::verification::{Confirmation, Recomputed, Verification, verify};
use crate::wording::{Wording, arg};

/// Verifies a report.
pub fn verify_report(world: &mut World, asked: &Verify) -> Ending {
    let pdf = reports::read(world, &asked.report)?;
    let known = trust::known(world, &asked.trust)?;
    let found = verify(&pdf, known.certificates().as_deref());
    let log = match (&asked.file, &found.recomputed) {
        (Some(file), Some(recomputed)) => Some(log_matches(world, file, recomputed)?),
        _ => None,
    };
    if world.json {
        let document = document(world, &found, &known, log.as_ref());
        world.say_json(&document);
    } else {
        tell(world, &found, &known, log.as_ref());
    }
    // Whoever names the signers of this very report wants to hear that it is somebody else's; a list of all that the user
    // ever came to trust says nothing about who ought to have signed this one.
    let is_refused = found.confirmation == Confirmation::Stranger && matches!(known, Known::Files(_));
    let good = found.is_intact() && !is_refused && !matches!(log, Some(Err(_)));
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

fn tell(world: &mut World, found: &Verification, known: &Known, log: Option<&Result<(), String>>) {
    let wording = &world.wording;
    let mut lines = vec![wording.text(if found.is_intact() { "verify-intact" } else { "verify-not-intact" })];
    lines.extend(found.reasons.iter().map(|reason| format!("  - {}", wording.reason(reason))));
    if !found.claimed.is_empty() {
        let names = wording.list(found.claimed.clone(), "and");
        lines.push(wording.with("verify-claimed-signers", &[("names", names)]));
    }
    let own = identities::own();
    for signature in &found.inspection.signatures {
        let at = signature.at.map(|at| wording.second(at)).unwrap_or_default();
        let args = [("name", signature.name.clone()), ("field", wording.field(signature.field)), ("at", at)];
        lines.push(wording.with("verify-signature", &args));
        lines.push(wording.with("verify-fingerprint", &[("sha256", signature.fingerprint().unwrap_or_default())]));
        if let Some(kind) = signature.certificate.as_ref().and_then(Certificate::key_kind) {
            lines.push(wording.with("verify-key", &[("key", wording.key_kind(kind))]));
        }
        if !signature.issuers.is_empty() {
            lines.push(wording.with("verify-issuers", &[("names", names(&signature.issuers).join(", "))]));
        }
        if is_own(signature, &own) {
            lines.push(wording.text("verify-own"));
        }
        if let Some(entry) = known.entry(signature) {
            lines.push(wording.trusted_since(entry));
        }
        if let Some(stamp) = &signature.stamp {
            lines.extend(stamp_lines(wording, stamp, stamp_confirmed(found, known, signature)));
        }
    }
    // Whose name stands under a signature that does not hold, no comparison can tell.
    if !found.inspection.signatures.is_empty() && found.inspection.all_faults().is_empty() {
        lines.push(confirmation(world, found, known));
    }
    if let Some(recomputed) = &found.recomputed {
        let total = match &recomputed.score.total {
            None => wording.text("score-none"),
            Some(Ends { lowest, highest }) if lowest == highest => wording.score(lowest),
            Some(Ends { lowest, highest }) => format!("{} – {}", wording.score(lowest), wording.score(highest)),
        };
        let args = [
            ("subject", legible_line(&recomputed.cover.subject)),
            ("period", legible_line(&recomputed.cover.period)),
            ("perspective", wording.perspective(recomputed.perspective)),
            ("total", total),
        ];
        lines.push(wording.with("verify-recomputed", &args));
        lines.extend(wording.doubt_about_name(&recomputed.cover.subject));
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

/// The sentence on whether the signers are confirmed, and by what.
fn confirmation(world: &World, found: &Verification, known: &Known) -> String {
    let key = match (known, found.confirmation) {
        (Known::Nobody, _) | (_, Confirmation::NotAsked) => "verify-not-confirmed",
        (Known::Files(_), Confirmation::Confirmed) => "verify-confirmed",
        (Known::Files(_), Confirmation::Stranger) => "verify-stranger",
        (Known::List(_), Confirmation::Confirmed) => "verify-confirmed-list",
        (Known::List(_), Confirmation::Stranger) => "verify-stranger-list",
    };
    world.wording.with(key, &[arg("count", known.count())])
}

/// Whether this one signer is confirmed; none when there was nobody to compare with.
fn confirmed(found: &Verification, known: &Known, signature: &SignatureFacts) -> Option<bool> {
    let trusted = known.certificates()?;
    Some(found.inspection.all_faults().is_empty() && signature.is_confirmed_by(&trusted))
}

/// Whether the authority of its time stamp is confirmed; none when there is no stamp or nothing can be said about it. Nobody to
/// compare with confirms nobody.
fn stamp_confirmed(found: &Verification, known: &Known, signature: &SignatureFacts) -> Option<bool> {
    let is_sound = signature.stamp.is_some() && found.inspection.all_faults().is_empty();
    is_sound.then(|| signature.has_confirmed_stamp(&known.certificates().unwrap_or_default()))
}

/// Whether this is a signature of the user himself.
fn is_own(signature: &SignatureFacts, own: &[Certificate]) -> bool {
    signature.certificate.as_ref().is_some_and(|certificate| own.contains(certificate))
}

fn stamp_lines(wording: &Wording, stamp: &TimeStamp, confirmed: Option<bool>) -> Vec<String> {
    let at = wording.second(stamp.at.fixed_offset());
    let mut lines = vec![wording.with("verify-stamp", &[("at", at), arg("name", stamp.certificate.name())])];
    lines.push(wording.with("verify-stamp-print", &[("sha256", stamp.certificate.fingerprint())]));
    if !stamp.issuers.is_empty() {
        lines.push(wording.with("verify-stamp-issuers", &[("names", names(&stamp.issuers).join(", "))]));
    }
    lines.push(wording.text(match confirmed {
        Some(true) => "verify-stamp-confirmed",
        Some(false) => "verify-stamp-unknown",
        None => "verify-stamp-unsure",
    }));
    lines
}

/// For programs; with fractions of a second where the authority states them.
fn stamp_json(found: &Verification, known: &Known, signature: &SignatureFacts) -> Option<Value> {
    let stamp = signature.stamp.as_ref()?;
    Some(json!({
        "at": stamp.at.to_rfc3339_opts(SecondsFormat::AutoSi, true), "authority": stamp.certificate.name(),
        "fingerprint": stamp.certificate.fingerprint(), "issuers": names(&stamp.issuers),
        "confirmed": known.certificates().map(|_| stamp_confirmed(found, known, signature) == Some(true)),
    }))
}

fn document(world: &World, found: &Verification, known: &Known, log: Option<&Result<(), String>>) -> Value {
    let wording = &world.wording;
    let reasons: Vec<Value> = found
        .reasons
        .iter()
        .map(|reason| json!({"code": wording.reason_code(reason), "message": wording.reason(reason)}))
        .collect();
    let own = identities::own();
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
                "issuers": names(&signature.issuers),
                "covers": [signature.covers.start, signature.covers.end],
                "confirmed": confirmed(found, known, signature),
                "own": is_own(signature, &own),
                "trusted": known.entry(signature).map(trust::as_json),
                "time_stamp": stamp_json(found, known, signature),
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
        "compared_with": match known {
            Known::Nobody => None,
            Known::Files(_) => Some("files"),
            Known::List(_) => Some("list"),
        },
        "reasons": reasons,
        "signatures": signatures,
        "claimed_signers": found.claimed,
        "report": report,
        "log_matches": log.map(Result::is_ok),
    })
}

/// The names of those who issued a certificate, the nearest one first.
fn names(issuers: &[Certificate]) -> Vec<&str> {
    issuers.iter().map(Certificate::name).collect()
}
