//! Random sheets that look like real ones: rows lean to one side, contradictions are rare but do occur.

use proptest::prelude::*;
use proptest::test_runner::RngSeed;
use trede::domain::framework::ExceedsOne;
use trede::domain::{Finding, Framework, Part, Rung, Sheet, Verdict};

use Verdict::{Fails, Holds, NotApplicable, Open, Partly, Undetermined};

/// Each run tries the same cases, so that a failure is never a matter of luck.
pub fn config(cases: u32) -> ProptestConfig {
    ProptestConfig {
        cases,
        failure_persistence: None,
        rng_seed: RngSeed::Fixed(20_260_114),
        ..ProptestConfig::default()
    }
}

/// Verdicts on the rungs 5, 3 and 1 of one row.
pub type Triple = [Verdict; 3];

/// How a lender does on the whole; a part keeps to it for most of its rows.
fn usual(mood: usize) -> &'static [Triple] {
    match mood {
        0 => &[[Holds, Holds, Fails]],
        1 => &[[Holds, Holds, Fails], [Fails, Holds, Fails], [Partly, Holds, Fails]],
        2 => &[[Fails, Holds, Fails]],
        3 => &[[Fails, Holds, Fails], [Partly, Holds, Fails]],
        4 => &[[Fails, Fails, Fails], [Fails, Holds, Fails]],
        5 => &[[Fails, Fails, Holds], [Fails, Holds, Fails], [Fails, Fails, Fails]],
        6 => &[[Fails, Fails, Holds]],
        _ => &[[NotApplicable, NotApplicable, NotApplicable], [NotApplicable, NotApplicable, Fails]],
    }
}

fn any_verdict() -> impl Strategy<Value = Verdict> {
    prop_oneof![Just(Open), Just(Holds), Just(Fails), Just(Partly), Just(NotApplicable), Just(Undetermined)]
}

/// The row of a mood, now and then with something else on some rungs.
fn triple(mood: usize) -> impl Strategy<Value = Triple> {
    let usual = proptest::sample::select(usual(mood));
    let twist = prop_oneof![
        16 => Just([None; 3]),
        12 => proptest::sample::select(vec![
            [Some(Open), None, None], [None, Some(Open), None], [None, None, Some(Open)],
            [None, None, Some(Undetermined)], [Some(Open), Some(Open), None], [Some(Open); 3],
            [Some(NotApplicable), None, None], [None, None, Some(NotApplicable)],
            [Some(NotApplicable), Some(NotApplicable), Some(Fails)], [Some(NotApplicable); 3],
        ]),
        1 => [any_verdict(), any_verdict(), any_verdict()].prop_map(|verdicts| verdicts.map(Some)),
    ];
    (usual, twist).prop_map(|(usual, twist)| [0, 1, 2].map(|at| twist[at].unwrap_or(usual[at])))
}

/// Verdicts for the rows of a part with so many of them.
pub fn triples(rows: usize) -> impl Strategy<Value = Vec<Triple>> {
    (0..8_usize).prop_flat_map(move |mood| proptest::collection::vec(triple(mood), rows))
}

/// One of the three policies.
pub fn policy() -> impl Strategy<Value = ExceedsOne> {
    proptest::sample::select(ExceedsOne::ALL.to_vec())
}

/// A finding with a rationale where one is needed.
pub fn finding(verdict: Verdict) -> Finding {
    if verdict.needs_rationale_at_once() { Finding::because(verdict, "Omdat.") } else { Finding::bare(verdict) }
}

/// Where the verdict for a rung stands in a triple: 4 goes with 5, and 2 with 3.
fn column(rung: Rung) -> usize {
    match rung.number() {
        5 | 4 => 0,
        3 | 2 => 1,
        _ => 2,
    }
}

/// Writes the verdicts of `rows` onto `sheet`: partial ones only where they belong, twins alike, and at most `most`
/// norms open (the rest fails).
pub fn put(part: &Part, rows: &[Triple], most: usize, sheet: &mut Sheet) {
    let mut open = 0;
    for (row, aspect) in part.aspects.iter().enumerate().take(rows.len()) {
        for norm in &aspect.norms {
            // Of several norms in a cell the later ones follow the next row.
            let place = aspect.on(norm.rung).position(|other| other.id == norm.id).unwrap_or(0);
            let triple = &rows[(row + place) % rows.len()];
            let mut verdict = triple[column(norm.rung)];
            if let Some((_, lower)) = aspect.twins().find(|(higher, _)| higher.id == norm.id) {
                verdict = triple[column(lower.rung)];
            }
            if verdict == Partly && !part.allows_partly(norm) {
                verdict = Fails;
            }
            if verdict.leaves_open() {
                open += 1;
                if open > most {
                    verdict = Fails;
                }
            }
            if verdict != Open {
                sheet.findings.insert(norm.id.clone(), finding(verdict));
            }
        }
        // Where the limit fell between twins.
        for (higher, lower) in aspect.twins() {
            if sheet.verdict(higher.id.as_str()) != sheet.verdict(lower.id.as_str()) {
                sheet.findings.insert(higher.id.clone(), finding(Fails));
                sheet.findings.insert(lower.id.clone(), finding(Fails));
            }
        }
    }
}

/// A sheet with random verdicts for one part.
pub fn part_sheet(framework: &Framework, part: &Part, most: usize) -> impl Strategy<Value = Sheet> + use<> {
    let (part, empty) = (part.clone(), Sheet::empty(framework));
    (triples(part.aspects.len()), policy()).prop_map(move |(rows, exceeds_one)| {
        let mut sheet = Sheet { exceeds_one, ..empty.clone() };
        put(&part, &rows, most, &mut sheet);
        sheet
    })
}

/// A sheet with random verdicts for every part.
pub fn whole_sheet(framework: &Framework, most: usize) -> impl Strategy<Value = Sheet> + use<> {
    let (parts, empty) = (framework.parts().cloned().collect::<Vec<Part>>(), Sheet::empty(framework));
    let rows: Vec<_> = parts.iter().map(|part| triples(part.aspects.len())).collect();
    (rows, policy()).prop_map(move |(rows, exceeds_one)| {
        let mut sheet = Sheet { exceeds_one, ..empty.clone() };
        for (part, rows) in parts.iter().zip(&rows) {
            put(part, rows, most, &mut sheet);
        }
        sheet
    })
}
