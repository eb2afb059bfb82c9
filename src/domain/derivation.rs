//! Why a part stands where it stands: facts in order, which `wording` puts into sentences.

use super::finding::Verdict;
use super::framework::Part;
use super::ids::NormId;
use super::ladder::Ladder;
use super::level::{Level, LevelSet};
use super::part_score::{PartScore, Status};
use super::policy::ExceedsOne;
use super::row::Entry;
use super::rule::{Gate, Rung};

/// One sentence of a derivation, as facts. The *base* is the rung of the lowest gate: rung 3 in the module on arrears.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Statement {
    /// These findings exclude each other.
    Contradiction(Vec<NormId>),
    /// No norm of the base rung is applicable, so there is no score.
    NoneApplicable(Rung),
    /// The part is not scored in steps: the assessor settles any level.
    AssessorSettles,
    /// All this many applicable norms of the base rung hold.
    BaseHolds(Rung, usize),
    /// These norms of the base rung fail: the level is not reached, nor one above it.
    BaseFails(Rung, Vec<NormId>),
    /// These norms of the base rung fail: the level is not reached, but a higher one does not need it.
    BaseFailsAlone(Rung, Vec<NormId>),
    /// These norms of the base rung are open or undetermined.
    BaseOpen(Rung, Vec<NormId>),
    /// These norms are open, but can only hold: the norm above them holds.
    Follows(Rung, Vec<NormId>),
    /// No applicable deficiency is present.
    NoDeficiency,
    /// These deficiencies, every applicable one, are present.
    EveryDeficiency(Vec<NormId>),
    /// Some of the deficiencies are present; the policy says what follows.
    SomeDeficiencies {
        /// The deficiencies that are present.
        present: Vec<NormId>,
        /// How many applicable deficiencies there are.
        applicable: usize,
        /// The policy in force; none where no level lies between 1 and the lowest gate.
        policy: Option<ExceedsOne>,
        /// The levels between 1 and the lowest gate.
        between: LevelSet,
    },
    /// These deficiencies are present; it does not touch a part that meets every norm of the base rung.
    DeficiencyBeside(Rung, Vec<NormId>),
    /// These deficiencies are open or undetermined.
    DeficiencyOpen(Vec<NormId>),
    /// These deficiencies are open, but can only be absent: the base norm beside them holds, or follows.
    DeficiencyFollows(Rung, Vec<NormId>),
    /// Every applicable norm of this higher rung holds.
    UpperHolds(Rung, usize),
    /// These norms of a higher rung lift the part above this level.
    Lifts(Level, Vec<NormId>),
    /// These norms of a higher rung hold, which does not lift the part as long as others of the rung do not.
    UpperHoldsInPart(Rung, Vec<NormId>),
    /// These norms of a higher rung fail.
    UpperFails(Rung, Vec<NormId>),
    /// These norms of a higher rung are met in part: a sign of the levels between.
    Partly(Rung, LevelSet, Vec<NormId>),
    /// These norms of a higher rung are open or undetermined.
    UpperOpen(Rung, Vec<NormId>),
    /// These norms equal a norm on a lower rung and cannot lift the part.
    TwinsDoNotLift(Vec<NormId>),
    /// Nothing that distinguishes this rung is applicable.
    NothingLifts(Rung),
    /// No norm of this rung is applicable, so that a level that needs it cannot be reached.
    RungIsEmpty(Rung, Level),
    /// Nothing can be reached above this level, so the part ends there.
    Ends(Level),
    /// These norms do not apply and leave the count.
    LeftOut(Vec<NormId>),
    /// The assessor settled this level.
    Settled(Level),
    /// The settled level is outside the set now and does not count.
    Lapsed(Level),
}

/// The reasons for `score`, in order.
pub fn derivation(part: &Part, ladder: &Ladder, score: &PartScore) -> Vec<Statement> {
    let facts = Facts { part, ladder };
    let mut said: Vec<Statement> = score.contradictions.iter().cloned().map(Statement::Contradiction).collect();
    match part.rule.gates().split_first() {
        None => said.push(Statement::AssessorSettles),
        Some((lowest, _)) if score.status == Status::NotApplicable => said.push(Statement::NoneApplicable(lowest.rung)),
        Some((lowest, higher)) if said.is_empty() => {
            facts.base(lowest.rung, &mut said);
            facts.deficiencies(lowest.rung, &mut said);
            facts.higher(lowest, higher, &mut said);
        }
        Some(_) => {}
    }
    push(&mut said, facts.named(|_, entry| !entry.is_applicable()), Statement::LeftOut);
    if let Some(settlement) = &score.settlement {
        let level = settlement.level;
        said.push(if score.lapsed { Statement::Lapsed(level) } else { Statement::Settled(level) });
    }
    said
}

fn push(said: &mut Vec<Statement>, norms: Vec<NormId>, statement: impl FnOnce(Vec<NormId>) -> Statement) {
    if !norms.is_empty() {
        said.push(statement(norms));
    }
}

struct Facts<'a> {
    part: &'a Part,
    ladder: &'a Ladder,
}

impl Facts<'_> {
    fn named(&self, wanted: impl Fn((usize, usize), &Entry) -> bool) -> Vec<NormId> {
        self.ladder.pick(self.part, wanted)
    }

    fn on(&self, rung: Rung, wanted: impl Fn(Verdict) -> bool) -> Vec<NormId> {
        self.named(|_, entry| entry.rung == rung && wanted(entry.verdict))
    }

    /// The open norms of a rung: those that can still go both ways, and those that can only be good.
    fn open(&self, rung: Rung) -> (Vec<NormId>, Vec<NormId>) {
        let follows = |(row, at): (usize, usize)| self.ladder.follows(row, at);
        let open = |entry: &Entry| entry.rung == rung && entry.verdict.leaves_open();
        (
            self.named(|place, entry| open(entry) && !follows(place)),
            self.named(|place, entry| open(entry) && follows(place)),
        )
    }

    fn base(&self, base: Rung, said: &mut Vec<Statement>) {
        let failing = self.on(base, |verdict| verdict == Verdict::Fails);
        let (open, following) = self.open(base);
        if failing.is_empty() && open.is_empty() && following.is_empty() {
            said.push(Statement::BaseHolds(base, self.on(base, |verdict| verdict == Verdict::Holds).len()));
        }
        let needed = self.ladder.setting.gates.iter().all(|gate| gate.needs.contains(&base));
        push(said, failing, |norms| match needed {
            true => Statement::BaseFails(base, norms),
            false => Statement::BaseFailsAlone(base, norms),
        });
        push(said, open, |norms| Statement::BaseOpen(base, norms));
        push(said, following, |norms| Statement::Follows(base, norms));
    }

    fn deficiencies(&self, base: Rung, said: &mut Vec<Statement>) {
        if self.on(Rung::ONE, |_| true).is_empty() {
            return;
        }
        let all_base = self.on(base, |verdict| verdict == Verdict::Fails || verdict.leaves_open()).is_empty();
        let present = self.on(Rung::ONE, |verdict| verdict == Verdict::Holds);
        let applicable = self.on(Rung::ONE, |verdict| verdict != Verdict::NotApplicable).len();
        let (open, following) = self.open(Rung::ONE);
        let between = LevelSet::between(Level::ONE, base.level());
        if present.is_empty() && open.is_empty() && following.is_empty() {
            said.push(Statement::NoDeficiency);
        } else if all_base {
            push(said, present, |norms| Statement::DeficiencyBeside(base, norms));
        } else if present.len() == applicable {
            said.push(Statement::EveryDeficiency(present));
        } else if !present.is_empty() {
            let policy = (!between.is_empty()).then_some(self.ladder.setting.exceeds_one);
            said.push(Statement::SomeDeficiencies { present, applicable, policy, between });
        }
        push(said, open, Statement::DeficiencyOpen);
        push(said, following, |norms| Statement::DeficiencyFollows(base, norms));
    }

    /// The gates above the lowest. A gate is passed over while another rung that it needs is known not to be met.
    fn higher(&self, lowest: &Gate, higher: &[Gate], said: &mut Vec<Statement>) {
        let unmet =
            |rung: &Rung| !self.on(*rung, |verdict| matches!(verdict, Verdict::Fails | Verdict::Partly)).is_empty();
        let mut below = lowest;
        for gate in higher {
            let out_of_reach = gate.needs.iter().any(|rung| *rung != gate.rung && unmet(rung));
            if !self.ladder.setting.gates.contains(gate) {
                if !out_of_reach {
                    said.push(self.cannot_be_met(gate));
                }
                continue;
            }
            if !out_of_reach {
                self.gate(gate, below, below.needs.iter().any(unmet), said);
            }
            below = gate;
        }
        let written_to = higher.last().unwrap_or(lowest).level();
        let base_may_hold = self.on(lowest.rung, |verdict| verdict == Verdict::Fails).is_empty();
        if below.level() < Level::FIVE && (written_to < Level::FIVE || base_may_hold) {
            said.push(Statement::Ends(below.level()));
        }
    }

    /// Why a gate can never be met as things stand.
    fn cannot_be_met(&self, gate: &Gate) -> Statement {
        let is_empty = |rung: &&Rung| self.on(**rung, |verdict| verdict != Verdict::NotApplicable).is_empty();
        match gate.needs.iter().find(is_empty) {
            Some(empty) if *empty != gate.rung => Statement::RungIsEmpty(*empty, gate.level()),
            _ => Statement::NothingLifts(gate.rung),
        }
    }

    /// What lifts a part through a gate; `below` is the gate before it, which may be known not to be met.
    fn gate(&self, gate: &Gate, below: &Gate, below_is_unmet: bool, said: &mut Vec<Statement>) {
        let below = below.level();
        let rung = gate.rung;
        let applicable = self.on(rung, |verdict| verdict != Verdict::NotApplicable).len();
        let holding = self.on(rung, |verdict| verdict == Verdict::Holds);
        let (open, following) = self.open(rung);
        if holding.len() + following.len() == applicable {
            push(said, following, |norms| Statement::Follows(rung, norms));
            said.push(Statement::UpperHolds(rung, applicable));
            return;
        }
        let between = LevelSet::between(below, gate.level());
        let held = |entry: &Entry| entry.rung == rung && entry.verdict == Verdict::Holds;
        push(said, self.named(|_, entry| held(entry) && entry.distinguishes()), |norms| {
            match between.is_empty() || below_is_unmet {
                true => Statement::UpperHoldsInPart(rung, norms),
                false => Statement::Lifts(below, norms),
            }
        });
        push(said, self.on(rung, |verdict| verdict == Verdict::Partly), |norms| {
            Statement::Partly(rung, between, norms)
        });
        push(said, self.on(rung, |verdict| verdict == Verdict::Fails), |norms| Statement::UpperFails(rung, norms));
        push(said, open, |norms| Statement::UpperOpen(rung, norms));
        push(said, following, |norms| Statement::Follows(rung, norms));
        push(said, self.named(|_, entry| held(entry) && !entry.distinguishes()), Statement::TwinsDoNotLift);
    }
}
