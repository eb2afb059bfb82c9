//! A step that can be undone or done again, in a few words: `I.5.1 voldaan`.

use super::{Wording, arg};
use crate::domain::event::Change;
use crate::domain::history::Step;
use crate::domain::{Finding, Framework, NormId, Perspective, Rung};

impl Wording {
    /// What a step did. The side is named where it is another than `perspective`.
    pub fn step(&self, framework: &Framework, perspective: Perspective, step: &Step) -> String {
        let text = self.step_itself(framework, &step.changes);
        match side(&step.changes).filter(|side| *side != perspective) {
            Some(side) => self.with("step-other-side", &[("step", text), ("perspective", self.perspective(side))]),
            None => text,
        }
    }

    fn step_itself(&self, framework: &Framework, changes: &[Change]) -> String {
        // An import brings findings together with a cover and an assessor: the findings are what it is about.
        let norms = norms(framework, changes);
        match (norms.as_slice(), changes.first()) {
            ([norm], _) => self.finding_step(framework, changes, norm),
            ([first, ..], _) => self.with("step-norms", &[arg("first", first), arg("more", norms.len() - 1)]),
            ([], Some(Change::Cover { .. })) => self.text("step-cover"),
            ([], Some(Change::Assessor { .. })) => self.text("step-assessor"),
            ([], Some(Change::ExceedsOne { .. })) => self.text("step-policy"),
            ([], Some(Change::Settlement { part, after: Some(settled), .. })) => {
                self.with("step-settled", &[arg("part", part), arg("level", settled.level)])
            }
            ([], Some(Change::Settlement { part, after: None, .. })) => {
                self.with("step-settled-back", &[arg("part", part)])
            }
            ([], Some(Change::Proposal { norm, after: None, .. })) => self.with("step-dismissed", &[arg("norm", norm)]),
            ([], Some(Change::Proposal { .. })) => self.with("step-proposed", &[arg("count", changes.len())]),
            ([], _) => self.text("step-other"),
        }
    }

    fn finding_step(&self, framework: &Framework, changes: &[Change], norm: &NormId) -> String {
        let Some((before, after)) = ends(changes, norm) else { return self.text("step-other") };
        if before.verdict != after.verdict {
            let rung = framework.norm(norm.as_str()).map_or(Rung::THREE, |(_, _, norm)| norm.rung);
            return self.with("step-verdict", &[arg("norm", norm), arg("verdict", self.verdict(rung, after.verdict))]);
        }
        let key = match (before.rationale != after.rationale, before.evidence != after.evidence) {
            (true, _) if !after.has_rationale() => "step-rationale-gone",
            (true, _) => "step-rationale",
            (false, true) => "step-evidence",
            (false, false) if before.attached != after.attached => "step-attached",
            (false, false) if before.internal.evidence != after.internal.evidence => "step-internal-evidence",
            (false, false) if before.internal != after.internal => "step-internal",
            (false, false) => "step-other-norm",
        };
        self.with(key, &[arg("norm", norm)])
    }
}

/// The norms that a step is about, in its order; of twins, which are judged together, the first.
fn norms(framework: &Framework, changes: &[Change]) -> Vec<NormId> {
    let mut found: Vec<NormId> = Vec::new();
    let mut known = std::collections::BTreeSet::new();
    for change in changes {
        let Change::Finding { norm, .. } = change else { continue };
        let twin = framework.twin_of(norm.as_str()).is_some_and(|twin| known.contains(&twin.id));
        if known.insert(norm.clone()) && !twin {
            found.push(norm.clone());
        }
    }
    found
}

/// The finding on a norm before the step and after it.
fn ends<'a>(changes: &'a [Change], norm: &NormId) -> Option<(&'a Finding, &'a Finding)> {
    let mut of_norm = changes.iter().filter_map(|change| match change {
        Change::Finding { norm: changed, before, after, .. } if changed == norm => Some((before, after)),
        _ => None,
    });
    let (before, first) = of_norm.next()?;
    Some((before, of_norm.next_back().map_or(first, |(_, after)| after)))
}

fn side(changes: &[Change]) -> Option<Perspective> {
    changes.iter().find_map(|change| match change {
        Change::Cover { .. } => None,
        Change::Assessor { perspective, .. }
        | Change::ExceedsOne { perspective, .. }
        | Change::Finding { perspective, .. }
        | Change::Proposal { perspective, .. }
        | Change::Settlement { perspective, .. }
        | Change::Final { perspective, .. } => Some(*perspective),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::assessment::Settlement;
    use crate::domain::{Attachment, Language, Level, PartId, Verdict};
    use crate::storage::shipped;

    fn told(changes: Vec<Change>) -> String {
        let framework = shipped::ALL[0].load().unwrap();
        Wording::new(Language::Dutch).step(&framework, Perspective::Supervisor, &Step { seq: 2, changes })
    }

    fn finding(norm: &str, before: Finding, after: Finding) -> Change {
        Change::Finding { perspective: Perspective::Supervisor, norm: NormId::new(norm), before, after }
    }

    #[test]
    fn a_step_is_named_by_its_norm_and_what_became_of_it() {
        let holds = Finding::bare(Verdict::Holds);
        assert_eq!(told(vec![finding("I.5.1", Finding::default(), holds.clone())]), "I.5.1 voldaan");
        assert_eq!(told(vec![finding("I.1.1", Finding::default(), holds.clone())]), "I.1.1 gebrek aanwezig");
        let because = Finding::because(Verdict::Holds, "Zie dossier 4.");
        // Typing that went on is one step.
        let half = Finding::because(Verdict::Holds, "Zie");
        let typed = vec![finding("I.5.1", holds.clone(), half.clone()), finding("I.5.1", half, because.clone())];
        assert_eq!(told(typed), "toelichting bij I.5.1");
        assert_eq!(told(vec![finding("I.5.1", because, holds.clone())]), "toelichting bij I.5.1 weggehaald");
        let with = Finding { evidence: vec!["p. 4".to_owned()], ..holds.clone() };
        assert_eq!(told(vec![finding("I.5.1", holds.clone(), with)]), "bewijs bij I.5.1");
        let file = Attachment::new("beleid.pdf", &"0".repeat(64), 3).unwrap();
        let with = Finding { attached: vec![file], ..holds.clone() };
        assert_eq!(told(vec![finding("I.5.1", holds, with)]), "bestand bij I.5.1");
    }

    #[test]
    fn proposals_are_counted_and_confirming_one_is_a_verdict() {
        let propose = |norm: &str, before, after| Change::Proposal {
            perspective: Perspective::Supervisor,
            norm: NormId::new(norm),
            before,
            after,
        };
        let holds = || Some(Finding::bare(Verdict::Holds));
        let two = vec![propose("I.5.1", None, holds()), propose("I.5.2", None, holds())];
        assert_eq!(told(two), "2 voorstellen uit een eerdere beoordeling");
        assert_eq!(told(vec![propose("I.5.1", holds(), None)]), "voorstel bij I.5.1 vervallen");
        let judged = finding("I.5.1", Finding::default(), Finding::bare(Verdict::Holds));
        assert_eq!(told(vec![judged, propose("I.5.1", holds(), None)]), "I.5.1 voldaan");
    }

    #[test]
    fn many_findings_are_counted_and_twins_are_one() {
        let framework = shipped::ALL[0].load().unwrap();
        let twin = framework.norms().find(|norm| norm.twin.is_some()).unwrap();
        let judge = |norm: &str| finding(norm, Finding::default(), Finding::bare(Verdict::Holds));
        let lower = twin.twin.clone().unwrap();
        assert_eq!(told(vec![judge(lower.as_str()), judge(twin.id.as_str())]), format!("{lower} voldaan"));
        assert_eq!(told(vec![judge("I.5.1"), judge("I.5.2")]), "I.5.1 en 1 andere norm");
        assert_eq!(told(vec![judge("I.5.1"), judge("I.5.2"), judge("I.5.3")]), "I.5.1 en 2 andere normen");
    }

    #[test]
    fn settling_is_named_and_another_side_too() {
        let settled = Some(Settlement { level: Level::FOUR, rationale: "Zo.".to_owned() });
        let settle = |before, after| Change::Settlement {
            perspective: Perspective::SelfAssessment,
            part: PartId::new("I"),
            before,
            after,
        };
        assert_eq!(told(vec![settle(None, settled.clone())]), "onderdeel I vastgesteld op een 4 (zelfbeoordeling)");
        assert_eq!(told(vec![settle(settled, None)]), "vaststelling van onderdeel I teruggenomen (zelfbeoordeling)");
    }
}
