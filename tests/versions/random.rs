//! Random changes to the embedded framework and random answers: what is said to leave the score alone does.

use proptest::prelude::*;
use proptest::test_runner::TestRunner;
use trede::domain::framework::{ExceedsOne, FrameworkContent, PairRule, Rule, TestUnit};
use trede::domain::framework_diff::Effect;
use trede::domain::{Exact, Framework, FrameworkDiff, NormId, Score, Sheet, Text, Verdict, score};

use crate::frameworks::afm;
use crate::properties::sheets::{config, whole_sheet};

/// How many kinds of change there are.
const KINDS: usize = 22;

/// The content of the embedded framework after changes: kind, place.
fn changed(old: &Framework, changes: &[(usize, usize)]) -> Framework {
    let mut content = FrameworkContent::clone(old);
    for (kind, at) in changes {
        change(&mut content, *kind, *at);
    }
    content.sha256 = "0".repeat(64);
    Framework::new(content)
}

fn change(content: &mut FrameworkContent, kind: usize, at: usize) {
    let other = || Text::dutch("Iets *heel* anders.");
    let pick = |length: usize| at % length.max(1);
    let theme = pick(content.themes.len());
    let norms: Vec<NormId> = {
        let rows = content.themes.iter().flat_map(|theme| &theme.parts).flat_map(|part| &part.aspects);
        rows.flat_map(|row| &row.norms).map(|norm| norm.id.clone()).collect()
    };
    let (mut part_at, mut row_at, mut norm_at) = (0, 0, 0);
    for (p, part) in content.themes[theme].parts.iter().enumerate() {
        for (r, row) in part.aspects.iter().enumerate() {
            for n in 0..row.norms.len() {
                if norms[pick(norms.len())] == row.norms[n].id {
                    (part_at, row_at, norm_at) = (p, r, n);
                }
            }
        }
    }
    let rule = |rule: &mut PairRule| *rule = if *rule == PairRule::Warn { PairRule::Refuse } else { PairRule::Warn };
    match kind {
        0 => content.title = other(),
        1 => content.scale[at % 5].1 = other(),
        2 => content.footnotes[0].text = other(),
        3 => drop(content.alerts.pop()),
        4 => content.notes.reverse(),
        5 => drop(content.silent.pop()),
        6 => content.policies.reverse(),
        7 => content.exceeds_one = ExceedsOne::AnyDeficiency,
        8 => {
            content.themes[0].weight = Exact::fraction_of(1, 2).unwrap();
            content.themes[1].weight = Exact::fraction_of(1, 2).unwrap();
        }
        9 => content.themes.reverse(),
        10 => content.themes[theme].parts.reverse(),
        11 => drop(content.themes[theme].parts.pop()),
        12 => content.themes[theme].parts[part_at].aspects.reverse(),
        20 => content.themes[theme].parts[part_at].weight = Exact::fraction_of(1, 100).unwrap(),
        21 => content.themes[theme].parts[part_at].rule = Rule::Assessor,
        _ => {
            let row = &mut content.themes[theme].parts[part_at].aspects[row_at];
            let norm_at = norm_at.min(row.norms.len().saturating_sub(1));
            match kind {
                13 | 14 => {
                    let at = (kind - 13) % row.pairs.len();
                    rule(&mut row.pairs[at].rule);
                }
                15 => row.negation = !row.negation,
                16 => row.title = other(),
                17 => row.norms[norm_at].test_unit = TestUnit::Both,
                18 => row.norms[norm_at].place = other(),
                _ => {
                    // Both twins, because they read the same.
                    let pairs: Vec<_> =
                        row.twins().map(|(higher, lower)| [higher.id.clone(), lower.id.clone()]).collect();
                    let id = row.norms[norm_at].id.clone();
                    let twin = |norm: &NormId| pairs.iter().any(|pair| pair.contains(norm) && pair.contains(&id));
                    for norm in row.norms.iter_mut().filter(|norm| norm.id == id || twin(&norm.id)) {
                        norm.text = other();
                    }
                }
            }
        }
    }
    if kind == 7
        && let Some(policy) = content.policies.iter_mut().find(|policy| policy.id == "exceeds_one")
    {
        policy.value = ExceedsOne::AnyDeficiency.code().to_owned();
    }
}

/// What counts of a score: the total, the themes, the levels of the parts. Signals and warnings stand apart.
fn figures(score: &Score) -> impl PartialEq + std::fmt::Debug + use<> {
    let mut themes: Vec<_> =
        score.themes.iter().map(|theme| (theme.theme.clone(), format!("{:?}", theme.ends))).collect();
    themes.sort();
    let mut parts: Vec<_> = score
        .parts
        .iter()
        .map(|part| (part.part.clone(), format!("{:?} {:?} {:?}", part.status, part.admissible, part.suggested)))
        .collect();
    parts.sort();
    (format!("{:?}", score.total), themes, parts)
}

/// The answers of a sheet on a fresh sheet of `framework`: the policy follows the framework.
fn on(framework: &Framework, sheet: &Sheet) -> Sheet {
    Sheet { findings: sheet.findings.clone(), ..Sheet::empty(framework) }
}

#[test]
fn prop_a_difference_that_is_no_matter_of_score_alters_none() {
    let old = afm();
    let cases = (proptest::collection::vec((0..KINDS, 0..200_usize), 1..4), whole_sheet(&old, 20));
    let outcome = TestRunner::new(config(100)).run(&cases, |(changes, sheet)| {
        let new = changed(&old, &changes);
        let diff = FrameworkDiff::between(&old, &new);
        let (before, after) = (score(&old, &on(&old, &sheet)), score(&new, &on(&new, &sheet)));
        let matters = diff.with_effect(Effect::Score).next().is_some();
        prop_assert!(matters || figures(&before) == figures(&after), "{:?} {:?}", changes, diff.differences);
        let signals = diff.differences.iter().any(|found| found.effect != Effect::None);
        prop_assert!(signals || before.alerts == after.alerts);
        Ok(())
    });
    assert!(outcome.is_ok(), "{outcome:?}");
}

#[test]
fn prop_without_a_difference_the_contents_are_the_same() {
    let old = afm();
    let changes = proptest::collection::vec((0..KINDS, 0..200_usize), 0..3);
    let outcome = TestRunner::new(config(100)).run(&changes, |changes| {
        let new = changed(&old, &changes);
        let same = FrameworkContent { sha256: old.sha256.clone(), ..FrameworkContent::clone(&new) };
        let equal = same == *old;
        prop_assert_eq!(FrameworkDiff::between(&old, &new).is_empty(), equal, "{:?}", changes);
        prop_assert_eq!(FrameworkDiff::between(&new, &old).is_empty(), equal, "{:?}", changes);
        Ok(())
    });
    assert!(outcome.is_ok(), "{outcome:?}");
}

#[test]
fn each_kind_of_random_change_shows_and_some_are_matters_of_score() {
    let old = afm();
    let effects: Vec<Option<Effect>> = (0..KINDS)
        .map(|kind| {
            FrameworkDiff::between(&old, &changed(&old, &[(kind, 4)]))
                .differences
                .iter()
                .map(|found| found.effect)
                .max()
        })
        .collect();
    assert!(effects.iter().all(Option::is_some), "{effects:?}");
    for effect in Effect::ALL {
        assert!(effects.contains(&Some(effect)), "{effect:?}");
    }
}

#[test]
fn prop_no_answer_is_lost_in_a_migration() {
    let old = afm();
    let cases = (proptest::collection::vec((0..KINDS, 0..200_usize), 1..6), whole_sheet(&old, 20));
    let outcome = TestRunner::new(config(50)).run(&cases, |(changes, sheet)| {
        let new = changed(&old, &changes);
        let side = trede::domain::Perspective::Supervisor;
        let assessment = trede::domain::Assessment {
            sheets: [(side, sheet.clone())].into(),
            ..trede::domain::Assessment::default()
        };
        let remark = |norm: &trede::domain::Norm, verdict: Verdict| format!("{} {}", norm.id, verdict.code());
        let planned = trede::domain::Migration::plan(&old, &new, &assessment, &remark).unwrap();
        let moved = planned.sheets.iter().find(|moved| moved.perspective == side);
        let Some(moved) = moved else { return Ok(()) };
        prop_assert_eq!(sheet.findings.len(), moved.kept.len() + moved.reopened.len() + moved.left.len());
        for norm in &moved.kept {
            prop_assert_eq!(moved.sheet.finding(norm.as_str()), sheet.finding(norm.as_str()));
        }
        for (norm, finding) in &moved.reopened {
            prop_assert_eq!(finding, &sheet.finding(norm.as_str()));
            prop_assert_eq!(moved.sheet.verdict(norm.as_str()), Verdict::Open);
            prop_assert!(moved.sheet.finding(norm.as_str()).rationale.contains(finding.verdict.code()));
        }
        // The twins of the new framework agree, and the score is the one that the new sheet gives.
        for (five, three) in new.parts().flat_map(|part| &part.aspects).flat_map(|row| row.twins()) {
            prop_assert_eq!(moved.sheet.verdict(five.id.as_str()), moved.sheet.verdict(three.id.as_str()));
        }
        prop_assert_eq!(&moved.after, &score(&new, &moved.sheet));
        Ok(())
    });
    assert!(outcome.is_ok(), "{outcome:?}");
}
