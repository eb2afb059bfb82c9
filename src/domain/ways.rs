//! Ways up: the smallest set of changes that brings a part to a higher level.
//!
//! A way *reaches* a level when, after its changes, every completion of the norms that are still open is at that level
//! or above it. Changes only ever go to the good verdict, and a way is free of contradictions. What is not applicable
//! stays so.

use std::collections::{BTreeMap, BTreeSet};

use super::finding::Verdict;
use super::framework::{NormId, Part, Rung};
use super::ladder::{Ladder, Row, SeenSet};
use super::level::Level;

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
    let routes = routes(ladder);
    let mut ways: Vec<WayUp> = Vec::new();
    for to in Level::ALL.into_iter().rev().filter(|level| *level > from) {
        let reaching = routes
            .iter()
            .filter(|(seen, _)| ladder.setting.judge_all(**seen).0.lowest().is_some_and(|level| level >= to))
            .map(|(_, route)| route);
        let Some(best) = reaching.cloned().reduce(Route::or) else { continue };
        let way = WayUp { to, changes: named(part, best.first), candidates: named(part, best.any) };
        if ways.last().is_none_or(|higher| higher.changes != way.changes) {
            ways.push(way);
        }
    }
    ways.reverse();
    ways
}

/// A norm by its row and its place in rubric order within the row.
type Place = (usize, usize);

#[derive(Clone, Debug, PartialEq, Eq)]
struct Route {
    cost: usize,
    first: Vec<Place>,
    any: BTreeSet<Place>,
}

impl Route {
    /// The cheaper of two; of equals the first in rubric order, remembering the norms of both.
    fn or(self, other: Route) -> Route {
        match self.cost.cmp(&other.cost) {
            std::cmp::Ordering::Less => self,
            std::cmp::Ordering::Greater => other,
            std::cmp::Ordering::Equal => Route {
                cost: self.cost,
                first: self.first.min(other.first),
                any: self.any.into_iter().chain(other.any).collect(),
            },
        }
    }

    fn then(&self, row: usize, changed: &[Rung]) -> Route {
        let places = changed.iter().map(|rung| (row, Rung::ALL.iter().position(|each| each == rung).unwrap_or(0)));
        let mut next = self.clone();
        next.cost += changed.len();
        next.first.extend(places.clone());
        next.any.extend(places);
        next
    }
}

/// For everything that can be seen after changes, the cheapest way to see it.
fn routes(ladder: &Ladder) -> BTreeMap<SeenSet, Route> {
    let start = Route { cost: 0, first: Vec::new(), any: BTreeSet::new() };
    let mut routes = BTreeMap::from([(SeenSet::START, start)]);
    for (at, row) in ladder.rows.iter().enumerate() {
        let options = options(row);
        let mut next: BTreeMap<SeenSet, Route> = BTreeMap::new();
        for (seen, route) in &routes {
            for (changed, row_seen) in &options {
                let route = route.then(at, changed);
                let seen = seen.and(*row_seen);
                let merged = match next.remove(&seen) {
                    Some(known) => known.or(route),
                    None => route,
                };
                next.insert(seen, merged);
            }
        }
        routes = next;
    }
    routes
}

/// What can be changed in a row for the better, with what is to be seen afterwards.
fn options(row: &Row) -> Vec<(Vec<Rung>, SeenSet)> {
    let changeable: Vec<Rung> = Rung::ALL
        .into_iter()
        .filter(|rung| !(row.twins() && *rung == Rung::Five))
        .filter(|rung| {
            row.verdict(*rung).is_some_and(|verdict| verdict != rung.good() && verdict != Verdict::NotApplicable)
        })
        .collect();
    (0..1_usize << changeable.len())
        .map(|choice| {
            let changed: Vec<Rung> = changeable
                .iter()
                .enumerate()
                .filter(|(bit, _)| choice & (1 << bit) != 0)
                .map(|(_, rung)| *rung)
                .collect();
            let row = changed.iter().fold(*row, |row, rung| row.with(*rung, rung.good()));
            (changed, row.seen())
        })
        .filter(|(_, seen)| !seen.is_empty())
        .collect()
}

fn named(part: &Part, places: impl IntoIterator<Item = Place>) -> Vec<NormId> {
    let mut names = Vec::new();
    for (row, place) in places {
        let Some(aspect) = part.aspects.get(row) else { continue };
        let Some(norm) = Rung::ALL.get(place).and_then(|rung| aspect.norm(*rung)) else { continue };
        if let Some((five, _)) = aspect.twins().filter(|(_, three)| three.id == norm.id) {
            names.push(five.id.clone());
        }
        names.push(norm.id.clone());
    }
    names
}
