//! Taking an assessment over to another version of its framework: what becomes of every answer and settlement.
//!
//! No answer is dropped. It is kept when its norm still reads the same; it is opened again, with the old verdict in its
//! rationale, when the norm has to be judged anew; and it is left behind, in the log of the new assessment, when the
//! norm is gone.

use std::collections::BTreeMap;

use super::assessment::{Assessment, Cover, LogHead, Perspective, Settlement, Sheet};
use super::event::{Cause, Change, Event};
use super::finding::{Finding, Verdict};
use super::framework::{Framework, Norm, NormId, Part, PartId, Rung};
use super::framework_diff::{FrameworkDiff, NormState};
use super::score::{Score, score};
use super::text::LONGEST_TEXT;

/// Where an assessment was taken over from; stands in the first event of its log.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Origin {
    /// The log of the earlier assessment as it was then.
    pub log: LogHead,
    /// The id of its framework.
    pub framework: String,
    /// The version of its framework.
    pub version: String,
    /// SHA-256 of its framework file.
    pub sha256: String,
    /// What had no place in the new framework.
    pub left: Vec<Left>,
}

/// Something without a place in the new framework.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Left {
    /// The answer to a norm that is gone.
    Finding {
        /// Whose.
        perspective: Perspective,
        /// The norm.
        norm: NormId,
        /// Its rung, without which the verdict cannot be read.
        rung: Rung,
        /// The answer.
        finding: Finding,
    },
    /// The settlement of a part that is gone.
    Settlement {
        /// Whose.
        perspective: Perspective,
        /// The part.
        part: PartId,
        /// The settlement.
        settlement: Settlement,
    },
}

impl Left {
    /// The answer, if it is one.
    pub fn finding(&self) -> Option<&Finding> {
        match self {
            Left::Finding { finding, .. } => Some(finding),
            Left::Settlement { .. } => None,
        }
    }
}

/// Why an assessment is not taken over.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Hindrance {
    /// It has this very framework file already.
    SameFramework,
    /// The framework has another id: it is another framework, not another version.
    OtherFramework,
}

/// A settlement that is kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KeptSettlement {
    /// The part.
    pub part: PartId,
    /// The settlement.
    pub settlement: Settlement,
    /// Whether its level is outside the set now, so that it does not count.
    pub lapsed: bool,
    /// Whether the part stands otherwise than it did, so that it has to be looked at again.
    pub look_again: bool,
}

/// What becomes of one perspective.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MigratedSheet {
    /// The perspective.
    pub perspective: Perspective,
    /// Norms whose answers are kept.
    pub kept: Vec<NormId>,
    /// Norms that are open again, with the answer that they had.
    pub reopened: Vec<(NormId, Finding)>,
    /// Norms that were not asked before and have no answer.
    pub unasked: Vec<NormId>,
    /// Settlements that are kept.
    pub settlements: Vec<KeptSettlement>,
    /// What is left behind.
    pub left: Vec<Left>,
    /// Whether it was final; the new one never is.
    pub was_final: bool,
    /// The score as it was.
    pub before: Score,
    /// The score that follows now.
    pub after: Score,
    /// The new sheet.
    pub sheet: Sheet,
}

/// What becomes of an assessment.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Migration {
    /// What differs between the frameworks.
    pub diff: FrameworkDiff,
    /// Every perspective that did something.
    pub sheets: Vec<MigratedSheet>,
}

/// The words for an answer that is opened again: "Was in versie 1.0.0: voldaan."
pub type Remark<'a> = &'a dyn Fn(&Norm, Verdict) -> String;

impl Migration {
    /// Plans the migration of `assessment` from one framework to another version of it. Changes nothing itself.
    pub fn plan(
        from: &Framework,
        to: &Framework,
        assessment: &Assessment,
        remark: Remark,
    ) -> Result<Migration, Hindrance> {
        if from.id != to.id {
            return Err(Hindrance::OtherFramework);
        }
        if from.sha256 == to.sha256 {
            return Err(Hindrance::SameFramework);
        }
        let diff = FrameworkDiff::between(from, to);
        let sheets = assessment
            .sheets
            .iter()
            .map(|(perspective, sheet)| Mover { from, to, diff: &diff, remark }.moved(*perspective, sheet))
            .collect();
        Ok(Migration { diff, sheets })
    }

    /// The first event of the new assessment: all that is taken over, and where from.
    pub fn event(&self, to: &Framework, cover: &Cover, from: &Framework, log: LogHead) -> Event {
        let mut changes = vec![Change::Cover { before: Cover::default(), after: cover.clone() }];
        for MigratedSheet { perspective, sheet, .. } in &self.sheets {
            let perspective = *perspective;
            let empty = Sheet::empty(to);
            if sheet.assessor.is_some() {
                changes.push(Change::Assessor { perspective, before: None, after: sheet.assessor.clone() });
            }
            if sheet.exceeds_one != empty.exceeds_one {
                changes.push(Change::ExceedsOne { perspective, before: empty.exceeds_one, after: sheet.exceeds_one });
            }
            changes.extend(sheet.findings.iter().map(|(norm, after)| Change::Finding {
                perspective,
                norm: norm.clone(),
                before: Finding::default(),
                after: after.clone(),
            }));
            changes.extend(sheet.proposals.iter().map(|(norm, after)| Change::Proposal {
                perspective,
                norm: norm.clone(),
                before: None,
                after: Some(after.clone()),
            }));
            changes.extend(sheet.settlements.iter().map(|(part, after)| Change::Settlement {
                perspective,
                part: part.clone(),
                before: None,
                after: Some(after.clone()),
            }));
        }
        let origin = Origin {
            log,
            framework: from.id.clone(),
            version: from.version.clone(),
            sha256: from.sha256.clone(),
            left: self.sheets.iter().flat_map(|sheet| sheet.left.iter().cloned()).collect(),
        };
        Event { cause: Cause::Migrated(Box::new(origin)), changes }
    }
}

impl MigratedSheet {
    /// Norms that ask for an answer because of the other version: those that are open again, then those that are new.
    pub fn to_judge(&self) -> Vec<NormId> {
        self.reopened.iter().map(|(norm, _)| norm).chain(&self.unasked).cloned().collect()
    }

    /// Whether this side found something at all.
    pub fn has_answers(&self) -> bool {
        !(self.kept.is_empty() && self.reopened.is_empty() && self.settlements.is_empty() && self.left.is_empty())
    }
}

/// Takes one sheet over.
struct Mover<'a> {
    from: &'a Framework,
    to: &'a Framework,
    diff: &'a FrameworkDiff,
    remark: Remark<'a>,
}

impl Mover<'_> {
    fn moved(&self, perspective: Perspective, old: &Sheet) -> MigratedSheet {
        let mut findings = BTreeMap::new();
        let mut left = Vec::new();
        for (norm, finding) in &old.findings {
            let rung = self.from.norm(norm.as_str()).map_or(Rung::THREE, |(_, _, norm)| norm.rung);
            match self.to.norm(norm.as_str()) {
                None => left.push(Left::Finding { perspective, norm: norm.clone(), rung, finding: finding.clone() }),
                Some((part, _, new)) => drop(findings.insert(norm.clone(), self.finding(part, new, finding))),
            }
        }
        self.agree_twins(old, &mut findings);
        let mut settlements = old.settlements.clone();
        settlements.retain(|part, settlement| {
            let stays = self.to.part(part.as_str()).is_some();
            if !stays {
                left.push(Left::Settlement { perspective, part: part.clone(), settlement: settlement.clone() });
            }
            stays
        });
        // The value of the framework follows the framework; a choice of the assessor stays.
        let follows = old.exceeds_one == self.from.exceeds_one;
        let exceeds_one = if follows { self.to.exceeds_one } else { old.exceeds_one };
        let proposals = self.proposals(old, &findings);
        let assessor = old.assessor.clone();
        let sheet = Sheet { assessor, exceeds_one, findings, proposals, settlements, is_final: false };
        let (before, after) = (score(self.from, old), score(self.to, &sheet));
        let (reopened, kept): (Vec<&Norm>, Vec<&Norm>) = self
            .to
            .norms()
            .filter(|norm| old.verdict(norm.id.as_str()) != Verdict::Open)
            .partition(|norm| sheet.verdict(norm.id.as_str()) != old.verdict(norm.id.as_str()));
        let unasked =
            self.diff.norms_in(NormState::New).filter(|norm| !sheet.findings.contains_key(*norm)).cloned().collect();
        MigratedSheet {
            perspective,
            kept: kept.into_iter().map(|norm| norm.id.clone()).collect(),
            reopened: reopened.into_iter().map(|norm| (norm.id.clone(), old.finding(norm.id.as_str()))).collect(),
            unasked,
            settlements: kept_settlements(&sheet, &before, &after),
            left,
            was_final: old.is_final,
            before,
            after,
            sheet,
        }
    }

    /// What is proposed for norms that read the same and are still open. The rest can be proposed again.
    fn proposals(&self, old: &Sheet, findings: &BTreeMap<NormId, Finding>) -> BTreeMap<NormId, Finding> {
        let mut proposals = old.proposals.clone();
        proposals.retain(|norm, proposal| {
            let stays = |(part, _, new): (&Part, _, &Norm)| {
                !self.diff.anew.contains(norm) && (proposal.verdict != Verdict::Partly || part.allows_partly(new))
            };
            let open = findings.get(norm).is_none_or(|finding| finding.verdict == Verdict::Open);
            open && self.to.norm(norm.as_str()).is_some_and(stays)
        });
        proposals
    }

    /// The answer to a norm that is still there.
    fn finding(&self, part: &Part, new: &Norm, old: &Finding) -> Finding {
        let refused = old.verdict == Verdict::Partly && !part.allows_partly(new);
        if self.diff.anew.contains(&new.id) || refused { self.reopened(&new.id, old) } else { old.clone() }
    }

    /// The finding without its verdict, which the rationale tells instead.
    fn reopened(&self, norm: &NormId, old: &Finding) -> Finding {
        let Some((_, _, was)) = self.from.norm(norm.as_str()).filter(|_| old.verdict != Verdict::Open) else {
            return old.clone();
        };
        let remark = (self.remark)(was, old.verdict);
        let mut evidence = old.evidence.clone();
        let rationale = joined(remark, " ", &old.rationale, &mut evidence);
        Finding { verdict: Verdict::Open, rationale, evidence, ..old.clone() }
    }

    /// Twins are asked once: an answer to one is taken over by the other; answers that differ are opened again.
    fn agree_twins(&self, old: &Sheet, findings: &mut BTreeMap<NormId, Finding>) {
        for (higher, lower) in self.to.parts().flat_map(|part| &part.aspects).flat_map(|aspect| aspect.twins()) {
            let pair = [&higher.id, &lower.id].map(|norm| findings.get(norm).cloned());
            let (one, other) = match pair {
                [None, None] => continue,
                [Some(only), None] => {
                    findings.insert(lower.id.clone(), only);
                    continue;
                }
                [None, Some(only)] => {
                    findings.insert(higher.id.clone(), only);
                    continue;
                }
                [Some(one), Some(other)] if one.verdict == other.verdict => {
                    if one == other || one.verdict != Verdict::Open {
                        continue;
                    }
                    (one, other)
                }
                [Some(_), Some(_)] => (
                    self.reopened(&higher.id, &old.finding(higher.id.as_str())),
                    self.reopened(&lower.id, &old.finding(lower.id.as_str())),
                ),
            };
            let mut evidence = one.evidence;
            evidence.extend(other.evidence.into_iter().filter(|each| !evidence.contains(each)).collect::<Vec<_>>());
            let mut attached = one.attached;
            attached.extend(other.attached.into_iter().filter(|each| !attached.contains(each)).collect::<Vec<_>>());
            let mut spilled = Vec::new();
            let rationale = match one.rationale == other.rationale {
                true => one.rationale,
                false => joined(one.rationale, "\n", &other.rationale, &mut spilled),
            };
            let mut internal = one.internal.joined(other.internal);
            if internal.rationale { &mut internal.evidence } else { &mut evidence }.append(&mut spilled);
            let withheld = one.withheld.joined(other.withheld);
            let personal_data_reason = match one.personal_data_reason.is_empty() {
                true => other.personal_data_reason,
                false => one.personal_data_reason,
            };
            let verdict = Verdict::Open;
            let both = Finding { verdict, rationale, evidence, attached, personal_data_reason, internal, withheld };
            findings.insert(higher.id.clone(), both.clone());
            findings.insert(lower.id.clone(), both);
        }
    }
}

/// Both texts as one; when that is too long to be read in again, the first goes to the references.
fn joined(first: String, between: &str, second: &str, evidence: &mut Vec<String>) -> String {
    let one = if first.is_empty() || second.is_empty() {
        format!("{first}{second}")
    } else {
        format!("{first}{between}{second}")
    };
    if one.chars().count() <= LONGEST_TEXT {
        return one;
    }
    evidence.push(first);
    second.to_owned()
}

fn kept_settlements(sheet: &Sheet, before: &Score, after: &Score) -> Vec<KeptSettlement> {
    let stands =
        |score: &Score, part: &PartId| score.part(part.as_str()).map(|part| (part.admissible, part.open.clone()));
    let kept = |(part, settlement): (&PartId, &Settlement)| KeptSettlement {
        part: part.clone(),
        settlement: settlement.clone(),
        lapsed: after.part(part.as_str()).is_some_and(|part| part.lapsed),
        look_again: stands(before, part) != stands(after, part),
    };
    sheet.settlements.iter().map(kept).collect()
}
