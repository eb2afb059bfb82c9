//! Themes and total, exactly, with the signals that stand apart from the score.

use std::collections::BTreeSet;

use super::assessment::{Perspective, Sheet};
use super::event::{Change, Event};
use super::exact::Exact;
use super::framework::{Framework, Part, Theme};
use super::ids::{NormId, PartId, ThemeId};
use super::level::Level;
use super::part_score::{PartScore, Status};

/// The ends between which a score lies; equal when nothing is open.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ends {
    /// The lowest possible score.
    pub lowest: Exact,
    /// The highest possible score.
    pub highest: Exact,
}

impl Ends {
    /// The score, when both ends are the same.
    pub fn only(&self) -> Option<Exact> {
        (self.lowest == self.highest).then(|| self.lowest.clone())
    }
}

/// The score of one theme.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ThemeScore {
    /// The theme.
    pub theme: ThemeId,
    /// Its share of the total.
    pub weight: Exact,
    /// The weighted mean of its parts; none while a part is in contradiction or no part can be scored.
    pub ends: Option<Ends>,
}

/// A signal that is raised.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Alert {
    /// The code of the rule.
    pub code: String,
    /// The norms that raise it.
    pub norms: Vec<NormId>,
}

/// Everything that follows from one sheet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Score {
    /// The weighted total; none while a theme has none: it is never silently weighed anew.
    pub total: Option<Ends>,
    /// The themes, in order.
    pub themes: Vec<ThemeScore>,
    /// The parts, in order.
    pub parts: Vec<PartScore>,
    /// The signals.
    pub alerts: Vec<Alert>,
    /// No norm is open and every part is settled, determined or not applicable.
    pub complete: bool,
}

impl Score {
    /// The score of one part.
    pub fn part(&self, id: &str) -> Option<&PartScore> {
        self.parts.iter().find(|part| part.part.as_str() == id)
    }

    /// The score of one theme.
    pub fn theme(&self, id: &str) -> Option<&ThemeScore> {
        self.themes.iter().find(|theme| theme.theme.as_str() == id)
    }
}

/// Scores a sheet under `framework`.
pub fn score(framework: &Framework, sheet: &Sheet) -> Score {
    gather(framework, sheet, |part| PartScore::of(part, sheet))
}

/// The same as [`score`], where `known` is the score of a sheet that differs from this one in no other than the `changed`
/// parts: only those are scored anew. A part is scored from its own findings, its settlement and the policy.
pub fn score_again(framework: &Framework, sheet: &Sheet, known: &Score, changed: &BTreeSet<PartId>) -> Score {
    gather(framework, sheet, |part| match known.part(part.id.as_str()) {
        Some(score) if !changed.contains(&part.id) => score.clone(),
        _ => PartScore::of(part, sheet),
    })
}

/// The parts of which `event` changes what `perspective` found; the score of every other part stays.
pub fn parts_changed(framework: &Framework, event: &Event, perspective: Perspective) -> BTreeSet<PartId> {
    let mut changed = BTreeSet::new();
    for change in &event.changes {
        match change {
            Change::Finding { perspective: side, norm, .. } if *side == perspective => {
                changed.extend(framework.norm(norm.as_str()).map(|(part, _, _)| part.id.clone()));
            }
            Change::Settlement { perspective: side, part, .. } if *side == perspective => {
                changed.insert(part.clone());
            }
            Change::ExceedsOne { perspective: side, .. } if *side == perspective => {
                changed.extend(framework.parts().map(|part| part.id.clone()));
            }
            Change::Finding { .. }
            | Change::Settlement { .. }
            | Change::ExceedsOne { .. }
            | Change::Proposal { .. }
            | Change::Assessor { .. }
            | Change::Cover { .. }
            | Change::Final { .. } => {}
        }
    }
    changed
}

fn gather(framework: &Framework, sheet: &Sheet, part_score: impl Fn(&Part) -> PartScore) -> Score {
    let mut parts = Vec::new();
    let mut themes = Vec::new();
    for theme in &framework.themes {
        let scores: Vec<PartScore> = theme.parts.iter().map(&part_score).collect();
        let ends = theme_ends(theme, &scores);
        themes.push(ThemeScore { theme: theme.id.clone(), weight: theme.weight.clone(), ends });
        parts.extend(scores);
    }
    let nothing = Ends { lowest: Exact::whole(0), highest: Exact::whole(0) };
    let total = themes.iter().try_fold(nothing, |sum, theme| {
        let ends = theme.ends.as_ref()?;
        Some(Ends {
            lowest: sum.lowest.plus(&theme.weight.times(&ends.lowest)),
            highest: sum.highest.plus(&theme.weight.times(&ends.highest)),
        })
    });
    let complete = parts.iter().all(|part| {
        part.unanswered == 0 && matches!(part.status, Status::Settled | Status::Determined | Status::NotApplicable)
    });
    Score { total, themes, parts, alerts: alerts(framework, sheet), complete }
}

/// A part that cannot be scored leaves the mean; the others keep their weights among each other.
fn theme_ends(theme: &Theme, scores: &[PartScore]) -> Option<Ends> {
    if scores.iter().any(|part| part.status == Status::Contradiction) {
        return None;
    }
    let mean = |end: &dyn Fn(&PartScore) -> Option<Level>| {
        let weighed: Vec<(Exact, Exact)> = theme
            .parts
            .iter()
            .zip(scores)
            .filter_map(|(part, score)| Some((part.weight.clone(), Exact::whole(i64::from(end(score)?.number())))))
            .collect();
        Exact::mean(&weighed)
    };
    Some(Ends { lowest: mean(&PartScore::lowest)?, highest: mean(&PartScore::highest)? })
}

fn alerts(framework: &Framework, sheet: &Sheet) -> Vec<Alert> {
    let raised = framework.alerts.iter().map(|rule| Alert {
        code: rule.code.clone(),
        norms: rule
            .any
            .iter()
            .filter(|(norm, verdict)| sheet.verdict(norm.as_str()) == *verdict)
            .map(|(norm, _)| norm.clone())
            .collect(),
    });
    raised.filter(|alert| !alert.norms.is_empty()).collect()
}
