//! Ways up: the smallest set of changes that brings a part to a higher level.
//!
//! A way *reaches* a level when, after its changes, every completion of the norms that are still open is at that level
//! or above it. Changes only ever go to the good verdict, and a way is free of contradictions. What is not applicable
//! stays so.
//!
//! The rows are steps of a walk: a place is what the rows so far leave to be seen, a move is a set of changes in the next
//! row. Only what can be seen matters, so that there are few places however many norms there are.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use super::framework::Part;
use super::ids::NormId;
use super::ladder::Ladder;
use super::level::Level;
use super::row::Row;
use super::seen::{Joins, SeenSet, Summary};

/// A cheapest way to a level.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WayUp {
    /// The level that is reached.
    pub to: Level,
    /// The norms to change; of equally small sets the first in rubric order. Twins count as one change, both named.
    pub changes: Vec<NormId>,
    /// The norms that occur in any equally small set, in rubric order.
    pub candidates: Vec<NormId>,
}

/// The cheapest way to each level above `from`, lowest first. A level that costs no more than a higher one is left out
/// when the same changes reach the higher one.
pub fn ways_up(part: &Part, ladder: &Ladder, from: Level) -> Vec<WayUp> {
    if ladder.admissible.is_empty() {
        return Vec::new();
    }
    let walk = Walk::of(ladder);
    let mut ways: Vec<WayUp> = Vec::new();
    for to in Level::ALL.into_iter().rev().filter(|level| *level > from) {
        let reaches = |seen: &SeenSet| ladder.setting.judge_all(seen).0.lowest().is_some_and(|level| level >= to);
        let Some(best) = walk.best(&reaches) else { continue };
        let way = WayUp { to, changes: named(part, &best.first), candidates: named(part, &best.any) };
        if ways.last().is_none_or(|higher| higher.changes != way.changes) {
            ways.push(way);
        }
    }
    ways.reverse();
    ways
}

/// The cheapest changes in one row that leave the same to be seen.
#[derive(Clone, Debug)]
struct Change {
    /// How many questions get another answer.
    cost: usize,
    /// The norms to change, by their places in the row; of equally cheap ones the first in rubric order.
    first: Vec<usize>,
    /// The norms of any equally cheap change.
    any: BTreeSet<usize>,
}

impl Change {
    const NONE: Change = Change { cost: 0, first: Vec::new(), any: BTreeSet::new() };

    fn and(&self, places: &[usize]) -> Change {
        let mut next = self.clone();
        next.cost += 1;
        next.first.extend(places);
        next.first.sort_unstable();
        next.any.extend(places);
        next
    }

    /// The cheaper of two; of equals the first in rubric order, remembering the norms of both.
    fn or(self, other: Change) -> Change {
        match self.cost.cmp(&other.cost) {
            std::cmp::Ordering::Less => self,
            std::cmp::Ordering::Greater => other,
            std::cmp::Ordering::Equal => Change {
                cost: self.cost,
                first: if comes_first(&other.first, &self.first) { other.first } else { self.first },
                any: self.any.into_iter().chain(other.any).collect(),
            },
        }
    }
}

/// Whether changes at `left` come before changes at `right` in rubric order, whatever changes in later rows: the first
/// place that only one of them changes is what counts.
fn comes_first(left: &[usize], right: &[usize]) -> bool {
    let same = left.iter().zip(right).take_while(|(one, two)| one == two).count();
    match (left.get(same), right.get(same)) {
        (Some(one), Some(two)) => one < two,
        (one, _) => one.is_some(),
    }
}

fn keep<K: Ord>(known: &mut BTreeMap<K, Change>, key: K, change: Change) {
    let merged = match known.remove(&key) {
        Some(before) => before.or(change),
        None => change,
    };
    known.insert(key, merged);
}

/// What can be changed in a row for the better, by what is to be seen afterwards.
fn changes(row: &Row) -> BTreeMap<SeenSet, Change> {
    let mut known = BTreeMap::from([(vec![Summary::NOTHING], Change::NONE)]);
    for at in row.questions() {
        let mut next = BTreeMap::new();
        let entry = row.entries().get(at).filter(|entry| entry.is_applicable() && entry.verdict != entry.rung.good());
        for (summaries, change) in &known {
            keep(&mut next, row.widen(summaries, at, None), change.clone());
            if let Some(entry) = entry {
                let fixed = row.widen(summaries, at, Some(entry.rung.good()));
                keep(&mut next, fixed, change.and(&row.asked(at)));
            }
        }
        known = next;
    }
    let mut seen = BTreeMap::new();
    for (summaries, change) in known {
        let reduced = row.reduce(&summaries);
        if !reduced.is_empty() {
            keep(&mut seen, reduced, change);
        }
    }
    seen
}

/// A move from one place to the next, by their numbers.
struct Move {
    from: usize,
    to: usize,
    change: usize,
}

/// The moves of a row from one list of places to the next. Rows of one kind that begin at the same places share them.
struct Stretch {
    /// How many places it begins at.
    width: usize,
    moves: Vec<Move>,
    /// The list of places that it leads to.
    to: usize,
}

/// Every place that can be reached, row by row, and every move between them.
struct Walk<'a> {
    /// For each kind of row what can be changed in it.
    changes: Vec<Vec<Change>>,
    /// Which kind each row is of.
    kind_of: &'a [usize],
    stretches: Vec<Stretch>,
    /// The stretch of each row.
    path: Vec<usize>,
    ends: Vec<SeenSet>,
}

/// The best route to a goal: pairs of row and place in the row.
struct Route {
    first: Vec<(usize, usize)>,
    any: Vec<(usize, usize)>,
}

impl<'a> Walk<'a> {
    fn of(ladder: &'a Ladder) -> Walk<'a> {
        let kind_of = ladder.kind_of();
        let mut seen_by_kind: Vec<Vec<SeenSet>> = Vec::new();
        let mut all_changes = Vec::new();
        let mut places: Vec<Vec<SeenSet>> = vec![vec![SeenSet::start()]];
        let mut known_places: HashMap<Vec<SeenSet>, usize> = HashMap::from([(places[0].clone(), 0)]);
        let mut known: HashMap<(usize, usize), usize> = HashMap::new();
        let mut joins = Joins::default();
        let (mut stretches, mut path, mut here): (Vec<Stretch>, Vec<usize>, usize) = (Vec::new(), Vec::new(), 0);
        for (row, kind) in ladder.rows.iter().zip(kind_of) {
            // The kinds are numbered in the order of the rows.
            if *kind == seen_by_kind.len() {
                let (seen, changes) = changes(row).into_iter().unzip();
                seen_by_kind.push(seen);
                all_changes.push(changes);
            }
            let at = *known.entry((here, *kind)).or_insert_with(|| {
                let (reached, moves) = moves(&places[here], &seen_by_kind[*kind], &mut joins);
                let width = places[here].len();
                let to = *known_places.entry(reached).or_insert_with_key(|reached| {
                    places.push(reached.clone());
                    places.len() - 1
                });
                stretches.push(Stretch { width, moves, to });
                stretches.len() - 1
            });
            path.push(at);
            here = stretches[at].to;
        }
        Walk { changes: all_changes, kind_of, stretches, path, ends: places.swap_remove(here) }
    }

    fn change(&self, row: usize, step: &Move) -> Option<&Change> {
        self.changes.get(*self.kind_of.get(row)?)?.get(step.change)
    }

    fn cost(&self, row: usize, step: &Move) -> usize {
        self.change(row, step).map_or(0, |change| change.cost)
    }

    /// The stretches in the order of the rows.
    fn rows(&self) -> impl DoubleEndedIterator<Item = (usize, &Stretch)> + ExactSizeIterator {
        self.path.iter().enumerate().map(|(row, at)| (row, &self.stretches[*at]))
    }

    /// The cheapest route to an end that is a goal.
    fn best(&self, goal: &impl Fn(&SeenSet) -> bool) -> Option<Route> {
        // What is still to be paid from each place on, from the last row back to the first; none where no goal is reached.
        let mut left: Vec<Vec<Option<usize>>> = vec![self.ends.iter().map(|end| goal(end).then_some(0)).collect()];
        for (row, stretch) in self.rows().rev() {
            let mut here: Vec<Option<usize>> = vec![None; stretch.width];
            for step in &stretch.moves {
                let Some(rest) = left.last().and_then(|after| *after.get(step.to)?) else { continue };
                let cost = rest + self.cost(row, step);
                if let Some(least) = here.get_mut(step.from) {
                    *least = Some(least.map_or(cost, |least| least.min(cost)));
                }
            }
            left.push(here);
        }
        left.reverse();
        (*left.first()?.first()?)?;
        let mut route = Route { first: Vec::new(), any: Vec::new() };
        let (mut first_at, mut at) = (0, BTreeSet::from([0]));
        for (row, stretch) in self.rows() {
            let (Some(here), Some(after)) = (left.get(row), left.get(row + 1)) else { break };
            let cheapest = |step: &&Move| {
                let rest = after.get(step.to).copied().flatten().map(|rest| rest + self.cost(row, step));
                rest.is_some() && rest == here.get(step.from).copied().flatten()
            };
            let steps: Vec<&Move> =
                stretch.moves.iter().filter(|step| at.contains(&step.from)).filter(cheapest).collect();
            let any: BTreeSet<usize> = steps
                .iter()
                .filter_map(|step| self.change(row, step))
                .flat_map(|change| change.any.iter().copied())
                .collect();
            route.any.extend(any.into_iter().map(|place| (row, place)));
            at = steps.iter().map(|step| step.to).collect();
            let mut chosen: Option<(&Move, &[usize])> = None;
            for step in steps.iter().filter(|step| step.from == first_at) {
                let places = self.change(row, step).map_or(&[][..], |change| &change.first);
                if chosen.is_none_or(|(_, known)| comes_first(places, known)) {
                    chosen = Some((step, places));
                }
            }
            let (step, places) = chosen?;
            first_at = step.to;
            route.first.extend(places.iter().map(|place| (row, *place)));
        }
        Some(route)
    }
}

/// The moves from these places by the changes of a row, and the places that they lead to, each once and in order.
fn moves(places: &[SeenSet], changes: &[SeenSet], joins: &mut Joins) -> (Vec<SeenSet>, Vec<Move>) {
    let mut steps = Vec::new();
    for (from, place) in places.iter().enumerate() {
        for (change, seen) in changes.iter().enumerate() {
            steps.push((from, change, joins.join(place, seen)));
        }
    }
    let reached: BTreeSet<SeenSet> = steps.iter().map(|(_, _, to)| *to).collect();
    let reached: Vec<SeenSet> = reached.into_iter().collect();
    let to = |set: &SeenSet| reached.binary_search(set).unwrap_or_default();
    let moves = steps.iter().map(|(from, change, set)| Move { from: *from, to: to(set), change: *change }).collect();
    (reached, moves)
}

fn named(part: &Part, places: &[(usize, usize)]) -> Vec<NormId> {
    let norm = |(row, at): &(usize, usize)| part.aspects.get(*row)?.norms.get(*at);
    places.iter().filter_map(norm).map(|norm| norm.id.clone()).collect()
}

#[cfg(test)]
mod tests {
    use super::comes_first;

    #[test]
    fn the_first_place_that_only_one_changes_decides_what_comes_first() {
        let in_order: [&[usize]; 5] = [&[0, 1, 2], &[0, 1], &[0, 2], &[1], &[]];
        for (at, earlier) in in_order.iter().enumerate() {
            assert!(!comes_first(earlier, earlier));
            for later in &in_order[at + 1..] {
                assert!(comes_first(earlier, later) && !comes_first(later, earlier), "{earlier:?} and {later:?}");
            }
        }
    }
}
