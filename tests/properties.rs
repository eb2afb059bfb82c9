//! What has to be true of every assessment, tried on many random ones (scoring rules, sections 2 and 5).

mod exchange;
mod oracle;
mod readers;
pub mod sheets;
mod steps;

use std::collections::BTreeMap;

use proptest::prelude::*;
use proptest::test_runner::TestRunner;
use trede::domain::framework::ExceedsOne;
use trede::domain::{Exact, Framework, Level, Part, PartScore, Rung, Sheet, Status, Verdict, score};

use crate::frameworks::{afm, all_rungs, eight_parts};
use oracle::{Found, Judged, highest, lowest};
use sheets::{config, finding, part_sheet, whole_sheet};

/// Runs `check` on random sheets for each of the seven parts of the module on arrears, and for every stepped part of the
/// frameworks with other rules.
fn on_every_part(cases: u32, most_open: usize, check: impl Fn(&Framework, &Part, &Sheet) -> Result<(), TestCaseError>) {
    for (framework, cases) in [(afm(), cases), (eight_parts(), cases / 4), (all_rungs(), cases / 4)] {
        for part in framework.parts().filter(|part| part.rule.is_stepped()) {
            let sheets = part_sheet(&framework, part, most_open);
            let outcome = TestRunner::new(config(cases)).run(&sheets, |sheet| check(&framework, part, &sheet));
            if let Err(failure) = outcome {
                panic!("{} part {}: {failure}", framework.id, part.id);
            }
        }
    }
}

fn bits(score: &PartScore) -> u8 {
    score.admissible.levels().map(|level| 1 << level.number()).sum()
}

fn number(level: Option<Level>) -> Option<u8> {
    level.map(Level::number)
}

fn names(norms: &[trede::domain::NormId]) -> Vec<String> {
    norms.iter().map(ToString::to_string).collect()
}

fn status_of(found: &Found) -> Status {
    match found {
        Found { contradictions, .. } if !contradictions.is_empty() => Status::Contradiction,
        Found { applicable: false, .. } => Status::NotApplicable,
        Found { levels, .. } if levels.count_ones() == 1 => Status::Determined,
        _ => Status::Interval,
    }
}

#[test]
fn prop_a_part_scores_as_trying_every_completion_says() {
    on_every_part(250, 12, |_, part, sheet| {
        let found = Judged::new(part, sheet).found();
        let scored = PartScore::of(part, sheet);
        prop_assert_eq!(bits(&scored), found.levels, "admissible");
        prop_assert_eq!(number(scored.suggested), found.suggested, "suggested");
        let contradictions: Vec<Vec<String>> = scored.contradictions.iter().map(|norms| names(norms)).collect();
        prop_assert_eq!(contradictions, found.contradictions.clone(), "contradictions");
        prop_assert_eq!(scored.status, status_of(&found), "status");
        prop_assert_eq!(names(&scored.open), found.open, "open");
        prop_assert_eq!(names(&scored.decisive), found.decisive, "decisive");
        Ok(())
    });
}

#[test]
fn the_random_sheets_show_every_status_and_every_kind_of_set() {
    let mut seen: BTreeMap<String, usize> = BTreeMap::new();
    let counted = std::cell::RefCell::new(&mut seen);
    on_every_part(250, 12, |_, part, sheet| {
        let scored = PartScore::of(part, sheet);
        let set: String = scored.admissible.levels().map(|level| level.to_string()).collect();
        let mut counted = counted.borrow_mut();
        *counted.entry(scored.status.code().to_owned()).or_default() += 1;
        *counted.entry(set).or_default() += 1;
        Ok(())
    });
    for kind in
        ["determined", "interval", "contradiction", "not_applicable", "1", "2", "3", "4", "5", "12", "34", "45", "35"]
    {
        assert!(seen.get(kind).is_some_and(|times| *times >= 5), "{kind} hardly occurs: {seen:?}");
    }
}

#[test]
fn prop_the_ways_up_are_the_smallest_sets_of_good_changes() {
    let framework = afm();
    for (id, cases, most_open) in [("IV", 120, 4), ("VI", 120, 4), ("I", 12, 2), ("VII", 12, 2)] {
        let part = framework.part(id).unwrap();
        let sheets = part_sheet(&framework, part, most_open);
        let outcome = TestRunner::new(config(cases)).run(&sheets, |sheet| {
            let scored = PartScore::of(part, &sheet);
            let Some(from) = scored.lowest() else {
                prop_assert!(scored.ways.is_empty() && scored.blocking.is_empty());
                return Ok(());
            };
            let ways = scored.ways.iter().map(|way| (way.to.number(), (names(&way.changes), names(&way.candidates))));
            let ways: BTreeMap<u8, _> = ways.collect();
            let expected = Judged::new(part, &sheet).ways(from.number());
            let blocking = expected.values().next().map(|(_, any)| any.clone()).unwrap_or_default();
            prop_assert_eq!(ways, expected);
            prop_assert_eq!(names(&scored.blocking), blocking);
            Ok(())
        });
        if let Err(failure) = outcome {
            panic!("part {id}: {failure}");
        }
    }
}

/// The sheet with one finding replaced; twins together.
fn with(framework: &Framework, sheet: &Sheet, norm: &str, verdict: Verdict) -> Sheet {
    let mut changed = sheet.clone();
    let twin = framework.twin_of(norm).map(|twin| twin.id.clone());
    let norm = framework.norm(norm).map(|(_, _, norm)| norm.id.clone());
    for id in norm.into_iter().chain(twin) {
        changed.findings.insert(id, finding(verdict));
    }
    changed
}

/// How good a verdict is for the lender; none where it cannot be compared.
fn goodness(rung: Rung, verdict: Verdict) -> Option<u8> {
    match verdict {
        verdict if verdict == rung.bad() => Some(0),
        Verdict::Partly => Some(1),
        verdict if verdict == rung.good() => Some(2),
        _ => None,
    }
}

#[test]
fn prop_raising_a_finding_never_lowers_an_end() {
    on_every_part(120, 8, |framework, part, sheet| {
        // Several norms are raised one after the other; every pair along the way has to keep its order.
        let mut raised = sheet.clone();
        let mut ends = vec![PartScore::of(part, sheet)];
        for norm in part.norms() {
            for verdict in [Verdict::Partly, norm.rung.good()] {
                let now = goodness(norm.rung, raised.verdict(norm.id.as_str()));
                let better = goodness(norm.rung, verdict).zip(now).is_some_and(|(to, from)| to > from);
                if better && (verdict != Verdict::Partly || part.allows_partly(norm)) {
                    raised = with(framework, &raised, norm.id.as_str(), verdict);
                    ends.push(PartScore::of(part, &raised));
                }
            }
        }
        ends.retain(|scored| scored.lowest().is_some());
        for pair in ends.windows(2) {
            prop_assert!(pair[0].lowest() <= pair[1].lowest(), "{:?}", pair);
            prop_assert!(pair[0].highest() <= pair[1].highest(), "{:?}", pair);
        }
        Ok(())
    });
}

#[test]
fn prop_the_set_is_the_union_of_its_completions_and_both_ends_are_reached() {
    on_every_part(100, 10, |_, part, sheet| {
        let scored = PartScore::of(part, sheet);
        let completions = Judged::new(part, sheet).found().completions;
        prop_assert_eq!(completions.iter().fold(0, |all, set| all | set), bits(&scored));
        if let (Some(low), Some(high)) = (scored.lowest(), scored.highest()) {
            prop_assert!(completions.iter().any(|set| lowest(*set) == Some(low.number())));
            prop_assert!(completions.iter().any(|set| highest(*set) == Some(high.number())));
        }
        Ok(())
    });
}

#[test]
fn prop_closing_a_norm_never_adds_a_score_and_stays_within_the_ends() {
    on_every_part(150, 12, |framework, part, sheet| {
        let before = PartScore::of(part, sheet);
        for norm in &before.open {
            for verdict in [Verdict::Holds, Verdict::Fails] {
                let after = PartScore::of(part, &with(framework, sheet, norm.as_str(), verdict));
                prop_assert_eq!(bits(&after) & !bits(&before), 0, "{} {:?}", norm, verdict);
            }
            // Under `all_deficiencies` leaving out an absent deficiency can make the others "all": see the example.
            if before.status == Status::Contradiction || sheet.exceeds_one == ExceedsOne::AllDeficiencies {
                continue;
            }
            let (_, _, found) = framework.norm(norm.as_str()).unwrap();
            for verdict in [Verdict::Partly, Verdict::NotApplicable] {
                if verdict == Verdict::Partly && !part.allows_partly(found) {
                    continue;
                }
                let after = PartScore::of(part, &with(framework, sheet, norm.as_str(), verdict));
                if let (Some(low), Some(high)) = (after.lowest(), after.highest()) {
                    prop_assert!(before.lowest() <= Some(low), "{} {:?}", norm, verdict);
                    prop_assert!(before.highest() >= Some(high), "{} {:?}", norm, verdict);
                }
            }
        }
        Ok(())
    });
}

#[test]
fn prop_a_total_lies_between_one_and_five_and_is_the_exact_weighted_mean() {
    let framework = afm();
    let outcome = TestRunner::new(config(300)).run(&whole_sheet(&framework, 12), |sheet| {
        let scored = score(&framework, &sheet);
        let null_theme = scored.themes.iter().any(|theme| theme.ends.is_none());
        prop_assert_eq!(scored.total.is_none(), null_theme);
        let Some(total) = scored.total else { return Ok(()) };
        prop_assert!(Exact::whole(1) <= total.lowest && total.highest <= Exact::whole(5));
        prop_assert!(total.lowest <= total.highest);
        let levels: Vec<Option<u8>> = scored.parts.iter().map(|part| number(part.lowest())).collect();
        if let [Some(a), Some(b), Some(c), Some(d), Some(e), Some(f), Some(g)] = levels[..] {
            let sum = |levels: &[u8]| levels.iter().map(|level| i64::from(*level)).sum::<i64>();
            let thousandfold = 100 * sum(&[a, b, c]) + 175 * sum(&[d, e, f, g]);
            prop_assert_eq!(Some(total.lowest), Exact::fraction_of(thousandfold, 1000));
        }
        Ok(())
    });
    outcome.unwrap_or_else(|failure| panic!("{failure}"));
}

#[test]
fn with_every_norm_open_every_part_can_still_get_each_score() {
    let framework = afm();
    let scored = score(&framework, &Sheet::empty(&framework));
    for part in &scored.parts {
        let levels: Vec<u8> = part.admissible.levels().map(Level::number).collect();
        assert_eq!(levels, [1, 2, 3, 4, 5], "part {}", part.part);
        assert_eq!(part.suggested, None);
        assert!(!part.decisive.is_empty());
    }
    let total = scored.total.unwrap();
    assert_eq!((total.lowest, total.highest), (Exact::whole(1), Exact::whole(5)));
    assert_eq!(scored.parts.iter().map(|part| part.open.len()).sum::<usize>(), 95);
    assert!(!scored.complete);
}
