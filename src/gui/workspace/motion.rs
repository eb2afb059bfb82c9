//! From norm to norm by keys.

use super::filter::Filter;
use super::view::{View, columns};
use crate::domain::{Aspect, Framework, Norm, NormId, Part, PartId, Rung};

/// Where a key leads.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// One column to the left.
    Left,
    /// One column to the right.
    Right,
    /// One row up.
    Up,
    /// One row down.
    Down,
}

/// The norm one step from `from`; `column` is the column that is kept while moving over rows that lack it.
pub fn step(view: &View, filter: Filter, from: &NormId, column: Rung, step: Step) -> Option<NormId> {
    let shows = filter.rows(view, Some(from));
    let rows: Vec<&Aspect> = view.part.aspects.iter().filter(|aspect| shows(aspect)).collect();
    let at = rows.iter().position(|aspect| aspect.norms.iter().any(|norm| norm.id == *from))?;
    let stacked = |by: isize| {
        let row = rows.get(at)?;
        let rung = row.norms.iter().find(|norm| norm.id == *from)?.rung;
        let cell: Vec<&NormId> = row.on(rung).map(|norm| &norm.id).collect();
        let place = cell.iter().position(|id| *id == from)?.checked_add_signed(by)?;
        cell.get(place).map(|id| (*id).clone())
    };
    match step {
        Step::Up if stacked(-1).is_some() => stacked(-1),
        Step::Down if stacked(1).is_some() => stacked(1),
        Step::Up => nearest(rows.get(at.checked_sub(1)?)?, column),
        Step::Down => nearest(rows.get(at + 1)?, column),
        Step::Left | Step::Right => {
            let row = rows.get(at)?;
            let rung = row.norms.iter().find(|norm| norm.id == *from)?.rung;
            let beside = |other: &&Norm| match step {
                Step::Left => other.rung < rung,
                _ => other.rung > rung,
            };
            // The norms stand highest rung first; of several on the nearest rung the first is meant.
            let norms = row.norms.iter().filter(beside);
            norms.min_by_key(|norm| norm.rung.number().abs_diff(rung.number())).map(|norm| norm.id.clone())
        }
    }
}

/// The norm of a row that stands in `column`, or nearest to it.
pub fn nearest(row: &Aspect, column: Rung) -> Option<NormId> {
    let distance = |rung: Rung| rung.number().abs_diff(column.number());
    row.norms.iter().min_by_key(|norm| distance(norm.rung)).map(|norm| norm.id.clone())
}

/// The norms of a part as they stand on screen: row by row, from left to right.
pub fn reading_order(part: &Part) -> impl Iterator<Item = &Norm> {
    let columns = columns(part);
    part.aspects.iter().flat_map(move |aspect| columns.clone().into_iter().flat_map(move |rung| aspect.on(rung)))
}

/// The next norm after `from` of which `is_meant` is true: in its part, round to where it began, then in the parts that
/// follow. A twin is passed over: it is asked on the lower rung.
pub fn next(
    framework: &Framework,
    part: &PartId,
    from: Option<&NormId>,
    is_meant: impl Fn(&Part, &Norm) -> bool,
) -> Option<NormId> {
    let parts: Vec<&Part> = framework.parts().collect();
    let start = parts.iter().position(|each| each.id == *part)?;
    let own: Vec<&Norm> = reading_order(parts[start]).filter(|norm| norm.twin.is_none()).collect();
    let after = from.and_then(|from| own.iter().position(|norm| norm.id == *from)).map_or(0, |at| at + 1);
    let mut round = own[after..].iter().chain(&own[..after]).copied();
    let here = round.find(|norm| is_meant(parts[start], norm));
    let others = || {
        let others = parts[start + 1..].iter().chain(&parts[..start]).copied();
        let mut norms = others.flat_map(|part| reading_order(part).map(move |norm| (part, norm)));
        norms.find(|(part, norm)| norm.twin.is_none() && is_meant(part, norm)).map(|(_, norm)| norm)
    };
    here.or_else(others).map(|norm| norm.id.clone())
}
