//! The rule of one part once more, written from the rules alone and by brute force: every completion of the open norms
//! is tried. Slow, simple, and independent of `ladder` and `ways`: it shares no code with them.

use std::collections::BTreeMap;

use trede::domain::framework::{ExceedsOne, Gate, PairRule};
use trede::domain::{Norm, Part, Rung, Sheet, Verdict};

/// Levels as bits: bit 3 is level 3.
pub type Levels = u8;

/// What the rules say of a part, found by trying everything.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Found {
    pub levels: Levels,
    pub suggested: Option<u8>,
    pub contradictions: Vec<Vec<String>>,
    pub applicable: bool,
    pub open: Vec<String>,
    pub decisive: Vec<String>,
    pub completions: Vec<Levels>,
}

/// The lowest level of a set.
pub fn lowest(levels: Levels) -> Option<u8> {
    (1..=5).find(|level| levels & (1 << level) != 0)
}

/// The highest level of a set.
pub fn highest(levels: Levels) -> Option<u8> {
    (1..=5).rev().find(|level| levels & (1 << level) != 0)
}

/// One part with a verdict for each norm, in rubric order.
#[derive(Clone)]
pub struct Judged<'a> {
    part: &'a Part,
    norms: Vec<(usize, &'a Norm)>,
    verdicts: Vec<Verdict>,
    policy: ExceedsOne,
    /// The places of norms that are asked together: twins, or one norm alone.
    asked: Vec<Vec<usize>>,
}

impl<'a> Judged<'a> {
    pub fn new(part: &'a Part, sheet: &Sheet) -> Judged<'a> {
        let norms: Vec<(usize, &Norm)> = part
            .aspects
            .iter()
            .enumerate()
            .flat_map(|(row, aspect)| aspect.norms.iter().map(move |n| (row, n)))
            .collect();
        let mut verdicts: Vec<Verdict> = norms.iter().map(|(_, norm)| sheet.verdict(norm.id.as_str())).collect();
        let mut asked: Vec<Vec<usize>> = Vec::new();
        for (at, (_, norm)) in norms.iter().enumerate() {
            let twin = norm.twin.as_ref().and_then(|twin| norms.iter().position(|(_, other)| other.id == *twin));
            if let Some(three) = twin {
                // Only one of them named: the other takes its verdict.
                if verdicts[at] == Verdict::Open {
                    verdicts[at] = verdicts[three];
                } else if verdicts[three] == Verdict::Open {
                    verdicts[three] = verdicts[at];
                }
                asked.push(vec![at, three]);
            } else if !norms.iter().any(|(_, five)| five.twin.as_ref() == Some(&norm.id)) {
                asked.push(vec![at]);
            }
        }
        Judged { part, norms, verdicts, policy: sheet.exceeds_one, asked }
    }

    /// The places of the norms of a row on a rung.
    fn at(&self, row: usize, rung: Rung) -> Vec<usize> {
        (0..self.norms.len()).filter(|at| self.norms[*at].0 == row && self.norms[*at].1.rung == rung).collect()
    }

    /// The recorded pairs of a row that contradict each other, the higher rung first.
    fn clashes(&self, row: usize) -> Vec<Vec<String>> {
        let mut clashes = Vec::new();
        for pair in &self.part.aspects[row].pairs {
            let refuses = pair.rule == PairRule::Refuse;
            let (above, below) = (self.at(row, pair.higher), self.at(row, pair.lower));
            let is = |at: &usize, verdict: Verdict| self.verdicts[*at] == verdict;
            let deficiency = pair.lower == Rung::ONE;
            // A norm that repeats a lower one says nothing that the lower one does not say itself.
            let met: Vec<usize> = above
                .iter()
                .copied()
                .filter(|at| is(at, Verdict::Holds) && (deficiency || self.norms[*at].1.twin.is_none()))
                .collect();
            let left_out = !above.is_empty() && above.iter().all(|at| is(at, Verdict::NotApplicable));
            let wrong = |at: &usize| match deficiency {
                true => is(at, Verdict::Holds),
                false => is(at, Verdict::Fails) || is(at, Verdict::Partly),
            };
            let wrong: Vec<usize> = below.into_iter().filter(wrong).collect();
            let higher = match () {
                () if wrong.is_empty() => continue,
                () if deficiency && left_out => above,
                () if refuses && !met.is_empty() => met,
                () => continue,
            };
            clashes.push(higher.iter().chain(&wrong).map(|at| self.norms[*at].1.id.to_string()).collect());
        }
        clashes
    }

    fn is_free(&self) -> bool {
        (0..self.part.aspects.len()).all(|row| self.clashes(row).is_empty())
    }

    /// The verdicts on the norms of a rung that apply.
    fn on(&self, rung: Rung, distinguishing: bool) -> Vec<Verdict> {
        let all = self.norms.iter().zip(&self.verdicts).filter(|((_, norm), _)| norm.rung == rung);
        all.filter(|((_, norm), verdict)| {
            **verdict != Verdict::NotApplicable && (!distinguishing || norm.twin.is_none())
        })
        .map(|(_, verdict)| *verdict)
        .collect()
    }

    /// Whether a gate can be met at all.
    fn can_be_met(&self, gate: &Gate) -> bool {
        gate.needs.iter().all(|rung| !self.on(*rung, false).is_empty()) && !self.on(gate.rung, true).is_empty()
    }

    fn is_applicable(&self) -> bool {
        self.part.rule.gates().first().is_some_and(|lowest| self.can_be_met(lowest))
    }

    /// The table of the stepped rule, for a part without open norms.
    fn table(&self) -> (Levels, Option<u8>) {
        let gates: Vec<&Gate> = self.part.rule.gates().iter().filter(|gate| self.can_be_met(gate)).collect();
        let holds = |verdict: &Verdict| *verdict == Verdict::Holds;
        let met = |gate: &&&Gate| gate.needs.iter().all(|rung| self.on(*rung, false).iter().all(holds));
        let span = |low: u8, high: u8| (low..=high).fold(0, |set, level| set | 1 << level);
        let only = |levels: Levels| (levels, (levels.count_ones() == 1).then(|| lowest(levels)).flatten());
        let Some(here) = gates.iter().rev().find(met).map(|gate| gate.rung.number()) else {
            let first = self.part.rule.gates()[0].rung.number();
            let ones = self.on(Rung::ONE, false);
            let deficient = ones.iter().filter(|verdict| holds(verdict)).count();
            let (one, between) = (1 << 1, span(2, first - 1));
            return match self.policy {
                _ if between == 0 || (deficient > 0 && deficient == ones.len()) => only(one),
                _ if deficient == 0 => only(between),
                ExceedsOne::AssessorSettles => (one | between, None),
                ExceedsOne::AnyDeficiency => only(one),
                ExceedsOne::AllDeficiencies => only(between),
            };
        };
        let Some(next) = gates.iter().find(|gate| gate.rung.number() > here) else { return only(1 << here) };
        let between = span(here + 1, next.rung.number() - 1);
        let own = self.on(next.rung, true);
        if between != 0 && own.iter().any(holds) {
            only(between)
        } else if between != 0 && own.contains(&Verdict::Partly) {
            (1 << here | between, Some(here))
        } else {
            only(1 << here)
        }
    }

    /// Everything that the rules say, found by trying every completion.
    pub fn found(&self) -> Found {
        let open: Vec<&Vec<usize>> = self.asked.iter().filter(|asked| self.verdicts[asked[0]].leaves_open()).collect();
        assert!(open.len() <= 14, "{} open norms are too many to try everything", open.len());
        let mut levels = 0;
        let mut suggested: Option<Option<u8>> = None;
        let mut closed = vec![[0_u8; 2]; open.len()];
        let mut completions = Vec::new();
        let mut completion = self.clone();
        for choice in 0..1_usize << open.len() {
            for (bit, places) in open.iter().enumerate() {
                let verdict = if choice & (1 << bit) != 0 { Verdict::Holds } else { Verdict::Fails };
                places.iter().for_each(|place| completion.verdicts[*place] = verdict);
            }
            if !completion.is_free() {
                continue;
            }
            let (found, suggestion) = completion.table();
            levels |= found;
            completions.push(found);
            suggested = Some(suggested.map_or(suggestion, |before| before.filter(|_| before == suggestion)));
            for (bit, sets) in closed.iter_mut().enumerate() {
                sets[usize::from(choice & (1 << bit) != 0)] |= found;
            }
        }
        let contradictions = self.contradictions();
        let applicable = self.is_applicable();
        if !contradictions.is_empty() || !applicable {
            (levels, suggested) = (0, None);
            completions.clear();
        }
        let decides = |place: usize| {
            let bit = open.iter().position(|places| places.contains(&place));
            levels != 0 && bit.is_some_and(|bit| closed[bit].iter().any(|set| *set != levels))
        };
        let named = |wanted: &dyn Fn(usize) -> bool| -> Vec<String> {
            let wanted = self.norms.iter().enumerate().filter(|(place, _)| wanted(*place));
            wanted.map(|(_, (_, norm))| norm.id.to_string()).collect()
        };
        Found {
            levels,
            suggested: suggested.flatten(),
            contradictions,
            applicable,
            open: named(&|place| self.verdicts[place].leaves_open()),
            decisive: named(&decides),
            completions,
        }
    }

    fn contradictions(&self) -> Vec<Vec<String>> {
        let mut all = Vec::new();
        for row in 0..self.part.aspects.len() {
            let clashes = self.clashes(row);
            if clashes.is_empty() && !self.row_can_be_free(row) {
                let norms = self.norms.iter().filter(|(in_row, _)| *in_row == row);
                all.push(norms.map(|(_, norm)| norm.id.to_string()).collect());
            }
            all.extend(clashes);
        }
        all
    }

    fn row_can_be_free(&self, row: usize) -> bool {
        let open: Vec<&Vec<usize>> = self
            .asked
            .iter()
            .filter(|asked| self.norms[asked[0]].0 == row && self.verdicts[asked[0]].leaves_open())
            .collect();
        (0..1_usize << open.len()).any(|choice| {
            let mut completion = self.clone();
            for (bit, places) in open.iter().enumerate() {
                let verdict = if choice & (1 << bit) != 0 { Verdict::Holds } else { Verdict::Fails };
                places.iter().for_each(|place| completion.verdicts[*place] = verdict);
            }
            completion.clashes(row).is_empty()
        })
    }

    /// For each level above `from` the smallest sets of good changes after which every completion is at that level or
    /// above: the first such set in rubric order, and every norm of any of them. Tries every subset.
    pub fn ways(&self, from: u8) -> BTreeMap<u8, (Vec<String>, Vec<String>)> {
        let good = |place: usize| self.norms[place].1.rung.good();
        let changeable: Vec<&Vec<usize>> = self
            .asked
            .iter()
            .filter(|asked| {
                self.verdicts[asked[0]] != Verdict::NotApplicable && self.verdicts[asked[0]] != good(asked[0])
            })
            .collect();
        let mut reached: Vec<(u32, Vec<usize>, u8)> = Vec::new();
        for choice in 0..1_u32 << changeable.len() {
            let mut changed = self.clone();
            let mut places: Vec<usize> = Vec::new();
            for (_, asked) in changeable.iter().enumerate().filter(|(bit, _)| choice & (1 << bit) != 0) {
                asked.iter().for_each(|place| changed.verdicts[*place] = good(*place));
                places.extend(asked.iter());
            }
            if let Some(level) = lowest(changed.found().levels) {
                places.sort_unstable();
                reached.push((choice.count_ones(), places, level));
            }
        }
        let mut ways: BTreeMap<u8, (Vec<String>, Vec<String>)> = BTreeMap::new();
        for to in (from + 1..=5).rev() {
            let reaching: Vec<_> = reached.iter().filter(|(_, _, level)| *level >= to).collect();
            let Some(least) = reaching.iter().map(|(size, _, _)| *size).min() else { continue };
            let smallest: Vec<&Vec<usize>> =
                reaching.iter().filter(|(size, _, _)| *size == least).map(|(_, places, _)| places).collect();
            let Some(first) = smallest.iter().min() else { continue };
            let named = |places: &[usize]| places.iter().map(|place| self.norms[*place].1.id.to_string()).collect();
            let mut any: Vec<usize> = smallest.iter().flat_map(|places| places.iter().copied()).collect();
            any.sort_unstable();
            any.dedup();
            let way: (Vec<String>, Vec<String>) = (named(first), named(&any));
            // The same changes reach a higher level: that one says it.
            if !ways.values().any(|(changes, _)| *changes == way.0) {
                ways.insert(to, way);
            }
        }
        ways
    }
}
