//! The stepped rule ("trapsgewijs") for one part: from verdicts to admissible levels.
//!
//! Source: module, scoremethodiek. Where it is silent a named policy decides (S-01, S-02, S-03). Norms that are open or
//! undetermined stand for both outcomes: the admissible set is the union over all their completions. It is found by
//! folding the rows, each reduced to what the rule looks at ([`Seen`]), so that the cost grows with the rows and not
//! with the number of completions. Which rungs are written and which levels need which rungs is data ([`Gate`]).

use std::collections::HashMap;

use super::assessment::Sheet;
use super::finding::Verdict;
use super::framework::{Aspect, Part};
use super::ids::NormId;
use super::level::{Level, LevelSet};
use super::policy::ExceedsOne;
use super::row::{Entry, Row};
use super::rule::{Gate, Rung};
use super::seen::{Joins, Seen, SeenSet};

/// What does not depend on how open norms are closed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Setting {
    /// The gates that can be met, the lowest first: every rung that they need has an applicable norm, and their own rung
    /// one that distinguishes. Empty when the lowest gate of the part cannot be met: then it is not applicable.
    pub gates: Vec<Gate>,
    /// The rungs with a distinguishing norm that is recorded as partly met.
    pub partly: Vec<Rung>,
    /// The policy on deficiencies.
    pub exceeds_one: ExceedsOne,
}

impl Setting {
    /// The setting of these rows.
    pub fn of(gates: &[Gate], rows: &[Row], exceeds_one: ExceedsOne) -> Setting {
        let any = |rung: Rung, wanted: &dyn Fn(&Entry) -> bool| {
            rows.iter().flat_map(Row::entries).any(|entry| entry.rung == rung && wanted(entry))
        };
        let can_be_met = |gate: &&Gate| {
            gate.needs.iter().all(|rung| any(*rung, &Entry::is_applicable))
                && any(gate.rung, &|entry| entry.is_applicable() && entry.distinguishes())
        };
        let lowest = gates.first().filter(can_be_met);
        let gates = gates.iter().filter(|_| lowest.is_some()).filter(can_be_met).cloned().collect();
        let partly = |rung: &Rung| any(*rung, &|entry| entry.verdict == Verdict::Partly && entry.distinguishes());
        Setting { gates, partly: Rung::ALL.into_iter().filter(partly).collect(), exceeds_one }
    }

    /// Whether the part can have a score.
    pub fn is_applicable(&self) -> bool {
        !self.gates.is_empty()
    }

    /// The table of scoring.md section 2: the admissible levels and the suggested one for completed rows.
    pub fn judge(&self, seen: Seen) -> (LevelSet, Option<Level>) {
        let met = |gate: &Gate| gate.needs.iter().all(|rung| seen.all(*rung));
        let Some(at) = self.gates.iter().rposition(met) else { return self.below(seen) };
        let here = self.gates.get(at).map_or(Level::ONE, Gate::level);
        let Some(next) = self.gates.get(at + 1) else { return settled(LevelSet::of(&[here])) };
        let between = LevelSet::between(here, next.level());
        if between.is_empty() {
            settled(LevelSet::of(&[here]))
        } else if seen.some(next.rung) {
            settled(between)
        } else if self.partly.contains(&next.rung) {
            (between.union(LevelSet::of(&[here])), Some(here))
        } else {
            settled(LevelSet::of(&[here]))
        }
    }

    /// Below the lowest gate the deficiencies decide. Where that gate leads to a 2 there is nothing to decide.
    fn below(&self, seen: Seen) -> (LevelSet, Option<Level>) {
        let one = LevelSet::of(&[Level::ONE]);
        let between = LevelSet::between(Level::ONE, self.gates.first().map_or(Level::ONE, Gate::level));
        match (seen.is_present(), seen.is_absent()) {
            _ if between.is_empty() => settled(one),
            (false, _) => settled(between),
            (true, false) => settled(one),
            (true, true) => match self.exceeds_one {
                ExceedsOne::AssessorSettles => (one.union(between), None),
                ExceedsOne::AnyDeficiency => settled(one),
                ExceedsOne::AllDeficiencies => settled(between),
            },
        }
    }

    /// The admissible levels over all completions, and the suggestion that they share.
    pub fn judge_all(&self, seen: &SeenSet) -> (LevelSet, Option<Level>) {
        let mut judged = seen.iter().map(|seen| self.judge(seen));
        let Some(first) = judged.next() else { return (LevelSet::EMPTY, None) };
        judged.fold(first, |(set, suggested), (more, other)| {
            (set.union(more), suggested.filter(|level| Some(*level) == other))
        })
    }
}

/// A set of which the only member, if it has one, is suggested.
fn settled(set: LevelSet) -> (LevelSet, Option<Level>) {
    (set, set.only())
}

/// The stepped rule applied to one part.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ladder {
    /// The rows, as the part orders them.
    pub rows: Vec<Row>,
    /// What does not depend on open norms.
    pub setting: Setting,
    /// The admissible levels; empty for a contradiction or a part that is not applicable.
    pub admissible: LevelSet,
    /// The suggested level.
    pub suggested: Option<Level>,
    /// The norms of each contradiction, higher rung first.
    pub contradictions: Vec<Vec<NormId>>,
    /// What follows from a row on its own, once for rows that are alike.
    kinds: Vec<Kind>,
    /// Which kind each row is of.
    kind_of: Vec<usize>,
    /// For each row what all rows before it leave to be seen.
    before: Vec<SeenSet>,
    /// For each row what all rows after it leave to be seen.
    after: Vec<SeenSet>,
}

impl Ladder {
    /// Applies the rule to `part` as `sheet` judges it; settlements play no role.
    pub fn climb(part: &Part, sheet: &Sheet) -> Ladder {
        let rows: Vec<Row> = part.aspects.iter().map(|aspect| Row::of(aspect, sheet)).collect();
        let setting = Setting::of(part.rule.gates(), &rows, sheet.exceeds_one);
        let (kinds, kind_of) = kinds(&rows);
        let seen: Vec<SeenSet> = kind_of.iter().filter_map(|kind| kinds.get(*kind)).map(|kind| kind.seen).collect();
        let contradictions: Vec<Vec<NormId>> = part
            .aspects
            .iter()
            .zip(rows.iter().zip(&seen))
            .flat_map(|(aspect, (row, seen))| contradictions(aspect, row, seen))
            .collect();
        let mut joins = Joins::default();
        let (mut before, mut after) = (Vec::new(), Vec::new());
        let (mut so_far, mut still) = (SeenSet::start(), SeenSet::start());
        for (from_start, from_end) in seen.iter().zip(seen.iter().rev()) {
            before.push(so_far);
            so_far = joins.join(&so_far, from_start);
            after.push(still);
            still = joins.join(&still, from_end);
        }
        after.reverse();
        let (admissible, suggested) = if contradictions.is_empty() && setting.is_applicable() {
            setting.judge_all(&so_far)
        } else {
            (LevelSet::EMPTY, None)
        };
        Ladder { rows, setting, admissible, suggested, contradictions, kinds, kind_of, before, after }
    }

    /// The norms of `part`, in rubric order, of which the place (row, norm) and what counts for them are wanted.
    pub fn pick(&self, part: &Part, wanted: impl Fn((usize, usize), &Entry) -> bool) -> Vec<NormId> {
        let mut names = Vec::new();
        for (at, (aspect, row)) in part.aspects.iter().zip(&self.rows).enumerate() {
            for (place, (norm, entry)) in aspect.norms.iter().zip(row.entries()).enumerate() {
                if wanted((at, place), entry) {
                    names.push(norm.id.clone());
                }
            }
        }
        names
    }

    /// Which kind each row is of: rows of one kind have the same rungs, twins, pairs and verdicts.
    pub fn kind_of(&self) -> &[usize] {
        &self.kind_of
    }

    /// Whether the norm at a place of a row is open and yet can only get the good verdict.
    pub fn follows(&self, row: usize, at: usize) -> bool {
        let kind = self.kind_of.get(row).and_then(|kind| self.kinds.get(*kind));
        kind.and_then(|kind| kind.follows.get(at)).copied().unwrap_or_default()
    }

    /// The open norms of `part` of which closing as holds or as fails changes the admissible set.
    pub fn decisive(&self, part: &Part) -> Vec<NormId> {
        if self.admissible.is_empty() {
            return Vec::new();
        }
        let mut joins = Joins::default();
        let mut known: HashMap<(SeenSet, usize), Vec<bool>> = HashMap::new();
        let mut decisive: Vec<Vec<bool>> = Vec::with_capacity(self.rows.len());
        for ((before, after), kind_of) in self.before.iter().zip(&self.after).zip(&self.kind_of) {
            let around = joins.join(before, after);
            let decides = || {
                let changes = |seen: &SeenSet| self.setting.judge_all(&around.and(seen)).0 != self.admissible;
                let closed = self.kinds.get(*kind_of).map_or(&[][..], |kind| &kind.closed);
                closed.iter().map(|outcomes| outcomes.iter().any(changes)).collect()
            };
            decisive.push(known.entry((around, *kind_of)).or_insert_with(decides).clone());
        }
        self.pick(part, |(row, at), _| decisive.get(row).and_then(|row| row.get(at)).copied().unwrap_or_default())
    }
}

/// What follows from a row on its own.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Kind {
    /// What its completions leave to be seen.
    seen: SeenSet,
    /// For each norm whether it is open and yet can only get the good verdict.
    follows: Vec<bool>,
    /// For each norm what is left to be seen once it is closed as holds and once as fails; nothing where it is not open.
    closed: Vec<Vec<SeenSet>>,
}

impl Kind {
    fn of(row: &Row) -> Kind {
        let closed = |(at, entry): (usize, &Entry)| match entry.verdict.leaves_open() {
            true => [Verdict::Holds, Verdict::Fails].map(|verdict| row.with(at, verdict).seen()).to_vec(),
            false => Vec::new(),
        };
        Kind {
            seen: row.seen(),
            follows: (0..row.entries().len()).map(|at| row.follows(at)).collect(),
            closed: row.entries().iter().enumerate().map(closed).collect(),
        }
    }
}

/// The kinds of these rows, and which kind each row is of.
fn kinds(rows: &[Row]) -> (Vec<Kind>, Vec<usize>) {
    let mut kinds = Vec::new();
    let mut known: HashMap<&Row, usize> = HashMap::new();
    let kind_of = rows.iter().map(|row| {
        *known.entry(row).or_insert_with(|| {
            kinds.push(Kind::of(row));
            kinds.len() - 1
        })
    });
    let kind_of = kind_of.collect();
    (kinds, kind_of)
}

fn contradictions(aspect: &Aspect, row: &Row, seen: &SeenSet) -> Vec<Vec<NormId>> {
    let named = |places: Vec<usize>| -> Vec<NormId> {
        places.into_iter().filter_map(|at| aspect.norms.get(at)).map(|norm| norm.id.clone()).collect()
    };
    let pairs = row.contradictions();
    if pairs.is_empty() && seen.is_empty() {
        return vec![aspect.norms.iter().map(|norm| norm.id.clone()).collect()];
    }
    pairs.into_iter().map(|pair| named(row.at_odds(pair))).collect()
}
