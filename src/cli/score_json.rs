//! `score --json`, as interface.md describes it.

use serde_json::{Value, json};

use crate::domain::score::Ends;
use crate::domain::{Exact, Framework, Level, NormId, PartScore, Perspective, Score};
use crate::wording::Wording;

/// The whole answer.
pub fn document(framework: &Framework, perspective: Perspective, score: &Score, wording: &Wording) -> Value {
    let display = score.total.as_ref().and_then(Ends::only).map(|total| wording.score(&total));
    let mut total = ends(score.total.as_ref());
    total["display"] = json!(display);
    total["complete"] = json!(score.complete);
    let themes: Vec<Value> = score
        .themes
        .iter()
        .map(|theme| {
            let mut value = ends(theme.ends.as_ref());
            value["id"] = json!(theme.theme.as_str());
            value["weight"] = json!(theme.weight.as_fraction());
            value
        })
        .collect();
    json!({
        "framework": {"id": framework.id, "version": framework.version, "sha256": framework.sha256},
        "perspective": perspective.code(),
        "total": total,
        "themes": themes,
        "parts": score.parts.iter().map(|score| part(score, wording)).collect::<Vec<_>>(),
        "alerts": score.alerts.iter().map(|alert| json!({"code": alert.code, "norms": ids(&alert.norms)})).collect::<Vec<_>>(),
    })
}

fn ends(ends: Option<&Ends>) -> Value {
    let three = |number: &Exact| number.rounded(3, '.');
    json!({
        "lowest": ends.map(|ends| three(&ends.lowest)),
        "highest": ends.map(|ends| three(&ends.highest)),
        "lowest_fraction": ends.map(|ends| ends.lowest.as_fraction()),
        "highest_fraction": ends.map(|ends| ends.highest.as_fraction()),
    })
}

fn part(score: &PartScore, wording: &Wording) -> Value {
    let number = |level: Option<Level>| level.map(Level::number);
    let settled = score.settlement.as_ref().map(
        |settled| json!({"level": settled.level.number(), "rationale": settled.rationale, "lapsed": score.lapsed}),
    );
    json!({
        "id": score.part.as_str(),
        "status": score.status.code(),
        "admissible": score.admissible.levels().map(Level::number).collect::<Vec<_>>(),
        "lowest": number(score.lowest()),
        "highest": number(score.highest()),
        "suggested": number(score.suggested),
        "settled": settled,
        "score": number(score.score()),
        "open": ids(&score.open),
        "decisive": ids(&score.decisive),
        "blocking": ids(&score.blocking),
        "contradictions": score.contradictions.iter().map(|norms| ids(norms)).collect::<Vec<_>>(),
        "warnings": score.warnings.iter().map(|warning| json!({"code": warning.kind.code(), "norms": ids(&warning.norms)})).collect::<Vec<_>>(),
        "derivation": wording.derivation(score),
    })
}

fn ids(norms: &[NormId]) -> Vec<&str> {
    norms.iter().map(NormId::as_str).collect()
}
