//! The score of one part and the reasons for it, norm by norm.

use super::assessment::{Settlement, Sheet};
use super::finding::Verdict;
use super::framework::{ExceedsOne, NormId, PairRule, Part, PartId, Rung};
use super::ladder::{Ladder, Row};
use super::level::{Level, LevelSet};
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
    /// No rung-3 norm is applicable: no score.
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

/// Two findings of a row that are odd together but leave the score alone.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum WarningKind {
    /// Rung 5 holds while rung 3 fails.
    FiveAboveThree,
    /// Rung 3 holds while the deficiency is present.
    ThreeAboveOne,
    /// Rung 3 and the deficiency both fail although each denies the other.
    Negation,
}

impl WarningKind {
    /// The word in JSON.
    pub fn code(self) -> &'static str {
        match self {
            WarningKind::FiveAboveThree => "row-5-3",
            WarningKind::ThreeAboveOne => "row-3-1",
            WarningKind::Negation => "negation-3-1",
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

/// One sentence of a derivation, as facts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Statement {
    /// These findings exclude each other.
    Contradiction(Vec<NormId>),
    /// No rung-3 norm is applicable, so there is no score.
    NoThreeApplicable,
    /// All this many applicable rung-3 norms hold.
    AllThreeHold(usize),
    /// These rung-3 norms fail: no 3 or higher.
    ThreeFails(Vec<NormId>),
    /// These rung-3 norms are open or undetermined.
    ThreeOpen(Vec<NormId>),
    /// These rung-3 norms are open, but can only hold: their rung-5 norm holds.
    ThreeFollows(Vec<NormId>),
    /// No applicable deficiency is present.
    NoDeficiency,
    /// These deficiencies, every applicable one, are present.
    EveryDeficiency(Vec<NormId>),
    /// These deficiencies are present and these absent; the policy says what follows.
    SomeDeficiencies {
        /// The deficiencies that are present.
        present: Vec<NormId>,
        /// How many applicable deficiencies there are.
        applicable: usize,
        /// The policy in force.
        policy: ExceedsOne,
    },
    /// These deficiencies are present; it does not touch a part that meets every norm of rung 3.
    DeficiencyBesideThree(Vec<NormId>),
    /// These deficiencies are open or undetermined.
    DeficiencyOpen(Vec<NormId>),
    /// These deficiencies are open, but can only be absent: their rung-3 norm holds, or follows from rung 5.
    DeficiencyFollows(Vec<NormId>),
    /// Every applicable rung-5 norm holds.
    AllFiveHold(usize),
    /// These rung-5 norms lift the part above a 3.
    FiveLifts(Vec<NormId>),
    /// These rung-5 norms fail, so it is no 5.
    FiveFails(Vec<NormId>),
    /// These rung-5 norms are met in part: a sign of a 4.
    FivePartly(Vec<NormId>),
    /// These rung-5 norms are open or undetermined.
    FiveOpen(Vec<NormId>),
    /// These rung-5 norms equal their rung-3 norm and cannot lift the part.
    TwinsDoNotLift(Vec<NormId>),
    /// No distinguishing rung-5 norm is applicable: the part ends at 3.
    NothingLifts,
    /// These norms do not apply and leave the count.
    LeftOut(Vec<NormId>),
    /// The assessor settled this level.
    Settled(Level),
    /// The settled level is outside the set now and does not count.
    Lapsed(Level),
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
        let counts = settlement.as_ref().is_some_and(|settled| ladder.admissible.contains(settled.level));
        let status = if !ladder.contradictions.is_empty() {
            Status::Contradiction
        } else if !ladder.setting.three_applicable {
            Status::NotApplicable
        } else if counts {
            Status::Settled
        } else if ladder.admissible.only().is_some() {
            Status::Determined
        } else {
            Status::Interval
        };
        let open = pick(part, &ladder, |_, _, verdict| verdict.leaves_open());
        let decisive = if ladder.admissible.is_empty() {
            Vec::new()
        } else {
            pick(part, &ladder, |row, rung, verdict| verdict.leaves_open() && ladder.is_decisive(row, rung))
        };
        let mut score = PartScore {
            part: part.id.clone(),
            status,
            admissible: ladder.admissible,
            suggested: ladder.suggested,
            lapsed: settlement.is_some() && !counts,
            settlement,
            open,
            unanswered: part.norms().filter(|norm| sheet.verdict(norm.id.as_str()) == Verdict::Open).count(),
            decisive,
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

/// The norms of `part`, in rubric order, whose row, rung and effective verdict are wanted.
fn pick(part: &Part, ladder: &Ladder, wanted: impl Fn(usize, Rung, Verdict) -> bool) -> Vec<NormId> {
    let mut names = Vec::new();
    for (at, (aspect, row)) in part.aspects.iter().zip(&ladder.rows).enumerate() {
        for rung in Rung::ALL {
            let Some((norm, verdict)) = aspect.norm(rung).zip(row.verdict(rung)) else { continue };
            if wanted(at, rung, verdict) {
                names.push(norm.id.clone());
            }
        }
    }
    names
}

fn warnings(part: &Part, ladder: &Ladder) -> Vec<Warning> {
    let mut found = Vec::new();
    for (aspect, row) in part.aspects.iter().zip(&ladder.rows) {
        let fails = |rung| row.verdict(rung) == Some(Verdict::Fails);
        let odd = [
            (
                WarningKind::FiveAboveThree,
                [Rung::Five, Rung::Three],
                aspect.five_three == PairRule::Warn && row.five_above_three(),
            ),
            (
                WarningKind::ThreeAboveOne,
                [Rung::Three, Rung::One],
                aspect.three_one == PairRule::Warn && row.three_above_one(),
            ),
            (
                WarningKind::Negation,
                [Rung::Three, Rung::One],
                aspect.negation && fails(Rung::Three) && fails(Rung::One),
            ),
        ];
        for (kind, rungs, applies) in odd {
            if applies {
                let norms = rungs.iter().filter_map(|rung| aspect.norm(*rung)).map(|norm| norm.id.clone()).collect();
                found.push(Warning { kind, norms });
            }
        }
    }
    found
}

fn derivation(part: &Part, ladder: &Ladder, score: &PartScore) -> Vec<Statement> {
    let on = |rung: Rung, wanted: &dyn Fn(Verdict) -> bool| {
        pick(part, ladder, |_, at, verdict| at == rung && wanted(verdict))
    };
    let left_out = pick(part, ladder, |_, _, verdict| verdict == Verdict::NotApplicable);
    let mut said: Vec<Statement> = score.contradictions.iter().cloned().map(Statement::Contradiction).collect();
    if score.status == Status::NotApplicable {
        said.push(Statement::NoThreeApplicable);
    } else if said.is_empty() {
        let follows = |rung: Rung| {
            pick(part, ladder, |at, each, _| each == rung && ladder.rows.get(at).is_some_and(|row| row.follows(rung)))
        };
        let mut three = three_and_one(ladder.setting.exceeds_one, &on, &follows);
        said.append(&mut three);
        if on(Rung::Three, &|verdict| verdict == Verdict::Fails).is_empty() {
            said.append(&mut five(part, ladder, &on));
        }
    }
    push_named(&mut said, left_out, Statement::LeftOut);
    if let Some(settlement) = &score.settlement {
        let level = settlement.level;
        said.push(if score.lapsed { Statement::Lapsed(level) } else { Statement::Settled(level) });
    }
    said
}

type On<'a> = dyn Fn(Rung, &dyn Fn(Verdict) -> bool) -> Vec<NormId> + 'a;

fn three_and_one(policy: ExceedsOne, on: &On, follows: &dyn Fn(Rung) -> Vec<NormId>) -> Vec<Statement> {
    let mut said = Vec::new();
    let failing = on(Rung::Three, &|verdict| verdict == Verdict::Fails);
    let open = on(Rung::Three, &Verdict::leaves_open);
    let holding = on(Rung::Three, &|verdict| verdict == Verdict::Holds).len();
    if failing.is_empty() && open.is_empty() {
        said.push(Statement::AllThreeHold(holding));
    }
    let below_three = !failing.is_empty();
    push_named(&mut said, failing, Statement::ThreeFails);
    let following = follows(Rung::Three);
    let open: Vec<NormId> = open.into_iter().filter(|norm| !following.contains(norm)).collect();
    let all_three = !below_three && open.is_empty() && following.is_empty();
    push_named(&mut said, open, Statement::ThreeOpen);
    push_named(&mut said, following, Statement::ThreeFollows);
    let present = on(Rung::One, &|verdict| verdict == Verdict::Holds);
    let applicable = on(Rung::One, &|verdict| verdict != Verdict::NotApplicable).len();
    let open = on(Rung::One, &Verdict::leaves_open);
    if present.is_empty() && open.is_empty() {
        said.push(Statement::NoDeficiency);
    } else if all_three {
        push_named(&mut said, present, Statement::DeficiencyBesideThree);
    } else if present.len() == applicable {
        said.push(Statement::EveryDeficiency(present));
    } else if !present.is_empty() {
        said.push(Statement::SomeDeficiencies { present, applicable, policy });
    }
    let following = follows(Rung::One);
    let open = open.into_iter().filter(|norm| !following.contains(norm)).collect();
    push_named(&mut said, open, Statement::DeficiencyOpen);
    push_named(&mut said, following, Statement::DeficiencyFollows);
    said
}

fn five(part: &Part, ladder: &Ladder, on: &On) -> Vec<Statement> {
    let mut said = Vec::new();
    if !ladder.setting.distinguishing_applicable {
        return vec![Statement::NothingLifts];
    }
    let applicable = on(Rung::Five, &|verdict| verdict != Verdict::NotApplicable).len();
    let holding = on(Rung::Five, &|verdict| verdict == Verdict::Holds).len();
    if holding == applicable {
        return vec![Statement::AllFiveHold(applicable)];
    }
    let twin = |at: usize| ladder.rows.get(at).is_some_and(Row::twins);
    let lifts = pick(part, ladder, |at, rung, verdict| rung == Rung::Five && verdict == Verdict::Holds && !twin(at));
    let idle = pick(part, ladder, |at, rung, verdict| rung == Rung::Five && verdict == Verdict::Holds && twin(at));
    push_named(&mut said, lifts, Statement::FiveLifts);
    push_named(&mut said, on(Rung::Five, &|verdict| verdict == Verdict::Partly), Statement::FivePartly);
    push_named(&mut said, on(Rung::Five, &|verdict| verdict == Verdict::Fails), Statement::FiveFails);
    push_named(&mut said, on(Rung::Five, &Verdict::leaves_open), Statement::FiveOpen);
    push_named(&mut said, idle, Statement::TwinsDoNotLift);
    said
}

fn push_named(said: &mut Vec<Statement>, names: Vec<NormId>, statement: impl Fn(Vec<NormId>) -> Statement) {
    if !names.is_empty() {
        said.push(statement(names));
    }
}
