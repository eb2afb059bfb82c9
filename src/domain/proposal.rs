//! Findings from an earlier assessment of the same lender, to be confirmed. A proposal is no finding: scores, open norms
//! and finality know nothing of it.

use std::collections::BTreeMap;

use super::assessment::{Assessment, Cover, LogHead, Perspective, Sheet};
use super::attachment::MOST_ATTACHED;
use super::command::{Refusal, open_sheet};
use super::event::{Cause, Change, Event};
use super::finding::{Finding, Verdict};
use super::framework::{Framework, Norm, NormId, Part};
use super::framework_diff::FrameworkDiff;
use super::internal::Internal;
use super::text::LONGEST_TEXT;

/// From which file proposals came; stands in the log.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Earlier {
    /// The name of the file, without folders.
    pub file: String,
    /// The period that it judges.
    pub period: String,
    /// Its log as it was then.
    pub log: LogHead,
}

/// Findings of an earlier assessment that are offered here.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Proposal {
    /// Whose.
    pub perspective: Perspective,
    /// About whom; it has to be the same lender.
    pub cover: Cover,
    /// Where they come from.
    pub earlier: Earlier,
    /// The findings.
    pub findings: BTreeMap<NormId, Finding>,
}

/// What becomes of the findings of an earlier assessment.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Offer {
    /// Those that can be proposed.
    pub findings: BTreeMap<NormId, Finding>,
    /// How many norms were judged there and have a verdict here already.
    pub judged: usize,
    /// How many norms were judged there and read otherwise here, or are not asked here.
    pub otherwise: usize,
}

/// Compares an earlier sheet with the present one, norm by norm. Frameworks with different ids have nothing in common.
pub fn offer(from: &Framework, earlier: &Sheet, to: &Framework, sheet: &Sheet) -> Offer {
    let mut offer = Offer::default();
    let diff = (from.sha256 != to.sha256).then(|| FrameworkDiff::between(from, to));
    let same = |norm: &Norm, part: &Part, found: &Finding| {
        from.id == to.id
            && from.norm(norm.id.as_str()).is_some()
            && diff.as_ref().is_none_or(|diff| !diff.anew.contains(&norm.id))
            && (found.verdict != Verdict::Partly || part.allows_partly(norm))
    };
    for (id, found) in earlier.findings.iter().filter(|(_, found)| found.verdict != Verdict::Open) {
        let Some((part, _, norm)) = to.norm(id.as_str()) else {
            offer.otherwise += 1;
            continue;
        };
        // What is asked once here has to have had one answer there.
        let twin = to.twin_of(id.as_str()).map(|twin| earlier.verdict(twin.id.as_str()));
        if !same(norm, part, found) || twin.is_some_and(|twin| twin != found.verdict) {
            offer.otherwise += 1;
        } else if sheet.verdict(id.as_str()) != Verdict::Open {
            offer.judged += 1;
        } else {
            // A number of a person that was kept there without a reason does not come along.
            let personal = found.holds_unexplained_personal_data();
            offer.findings.insert(id.clone(), if personal { found.without_personal_data() } else { found.clone() });
        }
    }
    offer
}

/// The event that puts proposals beside the norms that are still open.
pub(super) fn propose(framework: &Framework, assessment: &Assessment, asked: Proposal) -> Result<Event, Refusal> {
    let Proposal { perspective, cover, earlier, findings } = asked;
    if !assessment.cover.is_about_the_lender_of(&cover) {
        return Err(Refusal::OtherSubject(cover.subject));
    }
    let sheet = open_sheet(framework, assessment, perspective)?;
    let open = |norm: &NormId| framework.norm(norm.as_str()).is_some() && sheet.verdict(norm.as_str()) == Verdict::Open;
    let changes = findings.into_iter().filter(|(norm, _)| open(norm)).map(|(norm, finding)| {
        let before = sheet.proposals.get(&norm).cloned();
        Change::Proposal { perspective, norm, before, after: Some(finding) }
    });
    Ok(Event { cause: Cause::Proposed(Box::new(earlier)), changes: changes.collect() })
}

/// The finding that follows when the proposal for a norm is confirmed: its verdict; its grounds after those that are
/// there already.
pub(super) fn confirmed(sheet: &Sheet, norm: &NormId) -> Result<Finding, Refusal> {
    let proposal = sheet.proposals.get(norm).ok_or_else(|| Refusal::NothingProposed(norm.clone()))?;
    let here = sheet.finding(norm.as_str());
    let mut evidence = here.evidence;
    let mut spilled = Internal::default();
    let rationale = match (here.rationale.trim(), proposal.rationale.trim()) {
        ("", _) => proposal.rationale.clone(),
        (_, "") => here.rationale,
        (ours, theirs) if ours == theirs => here.rationale,
        (ours, theirs) if ours.chars().count() + theirs.chars().count() < LONGEST_TEXT => format!("{ours}\n{theirs}"),
        (ours, _) => {
            // Too long together: what stood here becomes a reference, so that nothing is lost.
            match here.internal.rationale {
                true => spilled.evidence.push(ours.to_owned()),
                false => evidence.push(ours.to_owned()),
            }
            proposal.rationale.clone()
        }
    };
    let internal = here.internal.joined(spilled).joined(proposal.internal.clone());
    add(&mut evidence, &proposal.evidence);
    let mut attached = here.attached;
    let new = proposal.attached.iter().filter(|file| !attached.iter().any(|known| known.sha256() == file.sha256()));
    let new: Vec<_> = new.cloned().collect();
    attached.extend(new);
    if attached.len() > MOST_ATTACHED {
        return Err(Refusal::TooManyAttached(MOST_ATTACHED));
    }
    let reasons = [here.personal_data_reason.as_str(), proposal.personal_data_reason.as_str()];
    let personal_data_reason = match reasons {
        ["", reason] | [reason, ""] => reason.to_owned(),
        [ours, theirs] if ours == theirs => ours.to_owned(),
        both => both.join("; "),
    };
    let withheld = here.withheld.joined(proposal.withheld);
    Ok(Finding { verdict: proposal.verdict, rationale, evidence, attached, personal_data_reason, internal, withheld })
}

fn add(lines: &mut Vec<String>, more: &[String]) {
    for line in more {
        if !lines.contains(line) {
            lines.push(line.clone());
        }
    }
}

/// Takes the proposal for a norm away, and that for its twin.
pub(super) fn dismiss(
    framework: &Framework,
    sheet: &Sheet,
    perspective: Perspective,
    norm: &NormId,
) -> Result<Vec<Change>, Refusal> {
    let twin = framework.twin_of(norm.as_str()).map(|twin| twin.id.clone());
    let asked_once = std::iter::once(norm.clone()).chain(twin);
    let changes: Vec<Change> = asked_once.filter_map(|norm| gone(sheet, perspective, &norm)).collect();
    if changes.is_empty() { Err(Refusal::NothingProposed(norm.clone())) } else { Ok(changes) }
}

/// The changes together with the end of every proposal for a norm that gets a verdict by them.
pub(super) fn with_answered(assessment: &Assessment, mut changes: Vec<Change>) -> Vec<Change> {
    let answered = changes.iter().filter_map(|change| match change {
        Change::Finding { perspective, norm, after, .. } if after.verdict != Verdict::Open => {
            gone(assessment.sheets.get(perspective)?, *perspective, norm)
        }
        _ => None,
    });
    let answered: Vec<Change> = answered.collect();
    changes.extend(answered);
    changes
}

fn gone(sheet: &Sheet, perspective: Perspective, norm: &NormId) -> Option<Change> {
    let before = sheet.proposals.get(norm)?.clone();
    Some(Change::Proposal { perspective, norm: norm.clone(), before: Some(before), after: None })
}
