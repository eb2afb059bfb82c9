//! The score of one part and the reasons for it, norm by norm.

use super::assessment::{Settlement, Sheet};
use super::derivation::{Statement, derivation};
use super::finding::Verdict;
use super::framework::{Part, Rung};
use super::ids::{NormId, PartId};
use super::ladder::Ladder;
use super::level::{Level, LevelSet};
use super::rule::Pair;
use super::ways::{WayUp, ways_up};

/// Where a part stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Status {
    /// The assessor settled a level that counts.
    Settled,
    /// One level is admissible.
    Determined,
    /// More than one level is admissible.
    Interval,
    /// Findings exclude each other; to be resolved first.
    Contradiction,
    /// No norm of the lowest gate is applicable: no score.
    NotApplicable,
}

impl Status {
    /// The word in JSON.
    pub fn code(self) -> &'static str {
        match self {
            Status::Settled => "settled",
            Status::Determined => "determined",
            Status::Interval => "interval",
            Status::Contradiction => "contradiction",
            Status::NotApplicable => "not_applicable",
        }
    }
}

/// Findings of a row that are odd together but leave the score alone.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum WarningKind {
    /// The higher rung of the pair is met while the lower is not, or while the deficiency is present.
    Above(Pair),
    /// The base rung and the deficiency both fail although each denies the other.
    Negation(Rung),
}

impl WarningKind {
    /// The word in JSON: `row-5-3`, `row-3-1`, `negation-3-1`.
    pub fn code(self) -> String {
        match self {
            WarningKind::Above(pair) => format!("row-{}-{}", pair.higher.number(), pair.lower.number()),
            WarningKind::Negation(base) => format!("negation-{}-1", base.number()),
        }
    }
}

/// A warning and its norms, higher rung first.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Warning {
    /// What is odd.
    pub kind: WarningKind,
    /// The norms.
    pub norms: Vec<NormId>,
}

/// The score of one part.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PartScore {
    /// The part.
    pub part: PartId,
    /// Where it stands.
    pub status: Status,
    /// The admissible levels.
    pub admissible: LevelSet,
    /// The suggested level.
    pub suggested: Option<Level>,
    /// The settlement, also a lapsed one.
    pub settlement: Option<Settlement>,
    /// Whether the settlement is outside the set and does not count.
    pub lapsed: bool,
    /// Norms that are open or undetermined, in rubric order.
    pub open: Vec<NormId>,
    /// How many norms have no verdict at all; undetermined ones are answered.
    pub unanswered: usize,
    /// Open norms that decide the set.
    pub decisive: Vec<NormId>,
    /// Norms that stand between the part and its next level.
    pub blocking: Vec<NormId>,
    /// Findings that exclude each other.
    pub contradictions: Vec<Vec<NormId>>,
    /// Findings that are odd together.
    pub warnings: Vec<Warning>,
    /// The reasons, in order.
    pub derivation: Vec<Statement>,
    /// The cheapest ways to higher levels.
    pub ways: Vec<WayUp>,
}

impl PartScore {
    /// Scores `part` as `sheet` judges it.
    pub fn of(part: &Part, sheet: &Sheet) -> PartScore {
        let ladder = Ladder::climb(part, sheet);
        let settlement = sheet.settlements.get(&part.id).cloned();
        let stepped = part.rule.is_stepped();
        let admissible = if stepped { ladder.admissible } else { LevelSet::all() };
        let counts = settlement.as_ref().is_some_and(|settled| admissible.contains(settled.level));
        let status = if !ladder.contradictions.is_empty() {
            Status::Contradiction
        } else if stepped && !ladder.setting.is_applicable() {
            Status::NotApplicable
        } else if counts {
            Status::Settled
        } else if admissible.only().is_some() {
            Status::Determined
        } else {
            Status::Interval
        };
        let open = ladder.pick(part, |_, entry| entry.verdict.leaves_open());
        let mut score = PartScore {
            part: part.id.clone(),
            status,
            admissible,
            suggested: ladder.suggested,
            lapsed: settlement.is_some() && !counts,
            settlement,
            open,
            unanswered: part.norms().filter(|norm| sheet.verdict(norm.id.as_str()) == Verdict::Open).count(),
            decisive: ladder.decisive(part),
            blocking: Vec::new(),
            contradictions: ladder.contradictions.clone(),
            warnings: warnings(part, &ladder),
            derivation: Vec::new(),
            ways: Vec::new(),
        };
        if let Some(from) = score.lowest() {
            score.ways = ways_up(part, &ladder, from);
            score.blocking = score.ways.first().map(|way| way.candidates.clone()).unwrap_or_default();
        }
        score.derivation = derivation(part, &ladder, &score);
        score
    }

    /// The settled level while it counts, else the only admissible one.
    pub fn score(&self) -> Option<Level> {
        self.settled().or_else(|| self.admissible.only())
    }

    /// The lower end: the settled level while it counts, else the lowest admissible one.
    pub fn lowest(&self) -> Option<Level> {
        self.settled().or_else(|| self.admissible.lowest())
    }

    /// The upper end.
    pub fn highest(&self) -> Option<Level> {
        self.settled().or_else(|| self.admissible.highest())
    }

    /// The settled level while it counts.
    pub fn settled(&self) -> Option<Level> {
        self.settlement.as_ref().filter(|_| !self.lapsed).map(|settled| settled.level)
    }
}

fn warnings(part: &Part, ladder: &Ladder) -> Vec<Warning> {
    let mut found = Vec::new();
    for (aspect, row) in part.aspects.iter().zip(&ladder.rows) {
        let named = |places: Vec<usize>| {
            places.into_iter().filter_map(|at| aspect.norms.get(at)).map(|norm| norm.id.clone()).collect()
        };
        for pair in row.oddities() {
            found.push(Warning { kind: WarningKind::Above(pair), norms: named(row.at_odds(pair)) });
        }
        if let Some(base) = part.rule.base().filter(|base| aspect.negation && row.all_fail(&[*base, Rung::ONE])) {
            let norms = [base, Rung::ONE].into_iter().flat_map(|rung| aspect.on(rung)).map(|norm| norm.id.clone());
            found.push(Warning { kind: WarningKind::Negation(base), norms: norms.collect() });
        }
    }
    found
}
