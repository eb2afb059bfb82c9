//! Frameworks with other rules than the module on arrears (scoring rules, section 7), calculated by hand.

use trede::domain::derivation::Statement;
use trede::domain::{
    Finding, Framework, Level, NormId, PartId, PartScore, Rung, Settlement, Sheet, Status, Verdict, score,
};

use crate::frameworks::{all_rungs, eight_parts};
use Verdict::{Fails, Holds, NotApplicable, Partly};

/// A sheet with these verdicts; twins follow.
fn sheet(framework: &Framework, verdicts: &[(&str, Verdict)]) -> Sheet {
    let mut sheet = Sheet::empty(framework);
    add(framework, &mut sheet, verdicts);
    sheet
}

fn add(framework: &Framework, sheet: &mut Sheet, verdicts: &[(&str, Verdict)]) {
    for (id, verdict) in verdicts {
        assert!(framework.norm(id).is_some(), "{id}");
        let twin = framework.twin_of(id).map(|twin| twin.id.clone());
        for norm in [Some(NormId::new(id)), twin].into_iter().flatten() {
            sheet.findings.insert(norm, Finding::because(*verdict, "Omdat."));
        }
    }
}

/// Every requirement of a part up to this rung holds, the others fail, no deficiency is present.
fn up_to(framework: &Framework, sheet: &mut Sheet, part: &str, rung: Rung) {
    for norm in framework.part(part).unwrap().norms() {
        let verdict = if norm.rung.is_deficiency() || norm.rung > rung { Fails } else { Holds };
        sheet.findings.insert(norm.id.clone(), Finding::bare(verdict));
    }
    // A twin goes with the lower of the two.
    for aspect in &framework.part(part).unwrap().aspects {
        for (higher, lower) in aspect.twins() {
            let found = sheet.finding(lower.id.as_str());
            sheet.findings.insert(higher.id.clone(), found);
        }
    }
}

fn levels(framework: &Framework, sheet: &Sheet, part: &str) -> Vec<u8> {
    PartScore::of(framework.part(part).unwrap(), sheet).admissible.levels().map(Level::number).collect()
}

/// The levels of a part of which everything up to this rung is met, with these verdicts instead.
fn with(framework: &Framework, part: &str, rung: Rung, verdicts: &[(&str, Verdict)]) -> Vec<u8> {
    let mut sheet = Sheet::empty(framework);
    up_to(framework, &mut sheet, part, rung);
    add(framework, &mut sheet, verdicts);
    levels(framework, &sheet, part)
}

fn settle(sheet: &mut Sheet, part: &str, level: Level) {
    let settlement = Settlement { level, rationale: "Omdat.".to_owned() };
    sheet.settlements.insert(PartId::new(part), settlement);
}

#[test]
fn every_norm_of_a_cell_counts() {
    let framework = eight_parts();
    assert_eq!(with(&framework, "1", Rung::THREE, &[]), [3]);
    assert_eq!(with(&framework, "1", Rung::THREE, &[("1.3.3", Fails)]), [2], "one of two norms in the cell fails");
    assert_eq!(with(&framework, "1", Rung::THREE, &[("1.5.3", Holds)]), [4], "one of two on rung 5 lifts");
    assert_eq!(with(&framework, "1", Rung::FIVE, &[("1.5.3", Fails)]), [4]);
    assert_eq!(with(&framework, "1", Rung::FIVE, &[]), [5]);
    assert_eq!(with(&framework, "1", Rung::THREE, &[("1.5.3", Partly)]), [3, 4]);
}

#[test]
fn one_norm_of_a_cell_is_enough_for_a_contradiction() {
    let framework = eight_parts();
    let part = framework.part("1").unwrap();
    let named = |verdicts: &[(&str, Verdict)]| -> Vec<String> {
        let scored = PartScore::of(part, &sheet(&framework, verdicts));
        scored.contradictions.iter().flatten().map(ToString::to_string).collect()
    };
    assert_eq!(named(&[("1.3.2", Holds), ("1.3.3", Fails), ("1.1.3", Holds)]), ["1.3.2", "1.1.3"]);
    assert_eq!(named(&[("1.5.2", Holds), ("1.3.3", Fails)]), ["1.5.2", "1.3.3"]);
    let none: [&str; 0] = [];
    assert_eq!(named(&[("1.3.2", NotApplicable), ("1.3.3", Fails), ("1.1.3", Holds)]), none);
    let all_left_out = [("1.3.2", NotApplicable), ("1.3.3", NotApplicable), ("1.1.3", Holds)];
    assert_eq!(named(&all_left_out), ["1.3.2", "1.3.3", "1.1.3"]);
    // Two norms of a rung with the same verdict say no less than one.
    assert_eq!(named(&[("1.3.2", Holds), ("1.3.3", Holds), ("1.1.3", Holds)]), ["1.3.2", "1.3.3", "1.1.3"]);
    assert_eq!(named(&[("1.5.2", Holds), ("1.3.2", Fails), ("1.3.3", Fails)]), ["1.5.2", "1.3.2", "1.3.3"]);
    // Row 1.a3: the norm on rung 5 repeats the one on rung 3 and is asked with it.
    assert_eq!(named(&[("1.3.4", Fails), ("1.5.2", Holds), ("1.3.2", Holds), ("1.3.3", Holds)]), none);
}

#[test]
fn a_five_can_need_rung_five_alone() {
    let framework = eight_parts();
    // 4.a2 only warns when rung 5 is met and rung 3 is not.
    assert_eq!(with(&framework, "4", Rung::FIVE, &[("4.3.2", Fails)]), [5]);
    assert_eq!(with(&framework, "4", Rung::FIVE, &[("4.3.2", Fails), ("4.5.1", Fails)]), [2]);
    assert_eq!(with(&framework, "4", Rung::THREE, &[("4.5.1", Holds)]), [4]);
    let mut found = Sheet::empty(&framework);
    up_to(&framework, &mut found, "4", Rung::FIVE);
    add(&framework, &mut found, &[("4.3.2", Fails)]);
    let scored = PartScore::of(framework.part("4").unwrap(), &found);
    let alone = Statement::BaseFailsAlone(Rung::THREE, vec![NormId::new("4.3.2")]);
    assert!(scored.derivation.contains(&alone), "{:?}", scored.derivation);
    assert_eq!(scored.warnings.len(), 1);
}

#[test]
fn in_a_part_that_is_not_stepped_findings_bind_nothing_and_the_assessor_settles() {
    let framework = eight_parts();
    let part = framework.part("3").unwrap();
    let mut found = sheet(&framework, &[("3.5.1", Holds), ("3.3.1", Fails), ("3.1.1", Holds), ("3.5.2", Partly)]);
    let open = PartScore::of(part, &found);
    assert_eq!((open.status, levels(&framework, &found, "3")), (Status::Interval, vec![1, 2, 3, 4, 5]));
    assert!(open.contradictions.is_empty() && open.warnings.is_empty() && open.blocking.is_empty());
    assert_eq!((open.suggested, open.score()), (None, None));
    assert_eq!(open.derivation.first(), Some(&Statement::AssessorSettles));
    settle(&mut found, "3", Level::FOUR);
    let settled = PartScore::of(part, &found);
    assert_eq!((settled.status, settled.score()), (Status::Settled, Some(Level::FOUR)));
}

#[test]
fn in_a_part_that_is_not_stepped_every_requirement_can_be_met_in_part() {
    let framework = eight_parts();
    let part = framework.part("3").unwrap();
    let allowed = |id: &str| part.allows_partly(framework.norm(id).unwrap().2);
    assert!(allowed("3.5.1") && allowed("3.3.1") && !allowed("3.1.1"));
}

#[test]
fn eight_parts_of_equal_weight_make_a_plain_mean() {
    let framework = eight_parts();
    let mut found = Sheet::empty(&framework);
    for (part, rung) in [("1", Rung::THREE), ("2", Rung::FIVE), ("4", Rung::THREE), ("5", Rung::FIVE)] {
        up_to(&framework, &mut found, part, rung);
    }
    for (part, rung) in [("6", Rung::ONE), ("8", Rung::THREE)] {
        up_to(&framework, &mut found, part, rung);
    }
    add(&framework, &mut found, &[("6.1.1", Holds)]);
    settle(&mut found, "3", Level::FOUR);
    settle(&mut found, "6", Level::ONE);
    settle(&mut found, "7", Level::TWO);
    let scored = score(&framework, &found);
    let of = |id: &str| scored.part(id).unwrap().score().map(Level::number);
    let all: Vec<Option<u8>> = ["1", "2", "3", "4", "5", "6", "7", "8"].map(of).to_vec();
    assert_eq!(all, [3, 5, 4, 3, 5, 1, 2, 3].map(Some));
    let total = scored.total.as_ref().and_then(trede::domain::score::Ends::only).unwrap();
    assert_eq!(total.as_fraction(), "13/4", "26 divided by 8");
    assert_eq!((total.rounded(3, '.').as_str(), total.rounded(1, ',').as_str()), ("3.250", "3,3"));
    assert!(!scored.complete, "the norms of the two parts that the assessor scores are still open");
}

#[test]
fn every_written_rung_is_a_step_of_its_own() {
    let framework = all_rungs();
    assert_eq!(with(&framework, "P1", Rung::ONE, &[]), [1], "below rung 2 there is nothing between");
    assert_eq!(with(&framework, "P1", Rung::TWO, &[]), [2]);
    assert_eq!(with(&framework, "P1", Rung::THREE, &[]), [3]);
    assert_eq!(with(&framework, "P1", Rung::THREE, &[("P1.4.2", Holds)]), [3], "between 3 and 4 lies no level");
    assert_eq!(with(&framework, "P1", Rung::FOUR, &[]), [4]);
    assert_eq!(with(&framework, "P1", Rung::FIVE, &[]), [5]);
    // Row P1.a2 warns for 4 and 2, and refuses 4 beside the deficiency.
    let part = framework.part("P1").unwrap();
    let odd = PartScore::of(part, &sheet(&framework, &[("P1.4.2", Holds), ("P1.2.2", Fails)]));
    assert_eq!(odd.warnings[0].kind.code(), "row-4-2");
    let refused = PartScore::of(part, &sheet(&framework, &[("P1.4.2", Holds), ("P1.1.2", Holds)]));
    assert_eq!(refused.contradictions, [["P1.4.2", "P1.1.2"].map(NormId::new)]);
}

#[test]
fn rungs_two_and_four_alone_leave_a_three_between_and_no_five() {
    let framework = all_rungs();
    assert_eq!(levels(&framework, &Sheet::empty(&framework), "P2"), [1, 2, 3, 4]);
    assert_eq!(with(&framework, "P2", Rung::TWO, &[]), [2]);
    assert_eq!(with(&framework, "P2", Rung::TWO, &[("P2.4.3", Holds)]), [3]);
    assert_eq!(with(&framework, "P2", Rung::TWO, &[("P2.4.3", Partly)]), [2, 3]);
    assert_eq!(with(&framework, "P2", Rung::FOUR, &[]), [4]);
    assert_eq!(with(&framework, "P2", Rung::FOUR, &[("P2.4.2", NotApplicable)]), [4]);
    let left_out = [("P2.4.1", NotApplicable), ("P2.4.2", NotApplicable), ("P2.4.3", NotApplicable)];
    assert_eq!(with(&framework, "P2", Rung::FOUR, &left_out), [2], "an empty rung is never met");
}

#[test]
fn a_five_can_pass_over_rung_four() {
    let framework = all_rungs();
    assert_eq!(with(&framework, "P3", Rung::FIVE, &[("P3.4.2", Fails)]), [5]);
    assert_eq!(with(&framework, "P3", Rung::FOUR, &[]), [4]);
    assert_eq!(with(&framework, "P3", Rung::FOUR, &[("P3.4.2", Fails)]), [3]);
    // The rungs 5 and 4 of row P3.a1 do exclude each other.
    let part = framework.part("P3").unwrap();
    let clash = PartScore::of(part, &sheet(&framework, &[("P3.5.1", Holds), ("P3.4.1", Fails)]));
    assert_eq!(clash.status, Status::Contradiction);
}

#[test]
fn between_one_and_four_lie_two_levels_for_the_assessor() {
    let framework = all_rungs();
    assert_eq!(with(&framework, "Q1", Rung::ONE, &[]), [2, 3]);
    assert_eq!(with(&framework, "Q1", Rung::ONE, &[("Q1.1.1", Holds)]), [1, 2, 3]);
    assert_eq!(with(&framework, "Q1", Rung::ONE, &[("Q1.1.1", Holds), ("Q1.1.2", Holds)]), [1]);
    assert_eq!(with(&framework, "Q1", Rung::FOUR, &[]), [4]);
}

#[test]
fn fractional_weights_are_exact_and_a_part_without_a_score_leaves_the_mean() {
    let framework = all_rungs();
    let mut found = Sheet::empty(&framework);
    let rungs = [("P1", Rung::FIVE), ("P2", Rung::FOUR), ("P3", Rung::THREE), ("Q1", Rung::FOUR), ("R2", Rung::FIVE)];
    for (part, rung) in rungs {
        up_to(&framework, &mut found, part, rung);
    }
    up_to(&framework, &mut found, "R1", Rung::FOUR);
    settle(&mut found, "R1", Level::TWO);
    let scored = score(&framework, &found);
    let theme = |scored: &trede::domain::Score, id: &str| {
        scored.theme(id).unwrap().ends.as_ref().and_then(trede::domain::score::Ends::only).unwrap().as_fraction()
    };
    // 5/2 + 4/3 + 3/6, and 4, and 4/7 + 25/7; a third of their sum.
    assert_eq!(["P", "Q", "R"].map(|id| theme(&scored, id)), ["13/3", "4/1", "29/7"]);
    let total = scored.total.as_ref().and_then(trede::domain::score::Ends::only).unwrap();
    assert_eq!((total.as_fraction().as_str(), total.rounded(3, '.').as_str()), ("262/63", "4.159"));
    assert!(scored.complete);
    // Without P2 the others keep their weights among each other: (5/2 + 3/6) / (2/3).
    for norm in framework.part("P2").unwrap().norms() {
        found.findings.insert(norm.id.clone(), Finding::because(NotApplicable, "Omdat."));
    }
    let scored = score(&framework, &found);
    assert_eq!(scored.part("P2").unwrap().status, Status::NotApplicable);
    assert_eq!(theme(&scored, "P"), "9/2");
}

#[test]
fn an_open_part_says_which_norms_decide_on_every_rung() {
    for framework in [eight_parts(), all_rungs()] {
        for part in framework.parts().filter(|part| part.rule.is_stepped()) {
            let scored = PartScore::of(part, &Sheet::empty(&framework));
            let decisive = scored.decisive.len();
            assert!(decisive > 0 && scored.status == Status::Interval, "{} {}", framework.id, part.id);
            let top = part.rule.gates().last().unwrap().level();
            assert_eq!(scored.highest(), Some(top), "{} {}", framework.id, part.id);
            let way = scored.ways.last().unwrap();
            assert_eq!(way.to, top, "{} {}", framework.id, part.id);
        }
    }
}

#[test]
fn what_follows_from_a_higher_rung_cannot_be_overturned_by_a_partial_verdict() {
    let framework = all_rungs();
    let part = framework.part("P1").unwrap();
    let mut found = Sheet::empty(&framework);
    up_to(&framework, &mut found, "P1", Rung::FIVE);
    found.findings.remove("P1.4.1");
    assert_eq!(levels(&framework, &found, "P1"), [5], "P1.5.1 holds, so P1.4.1 can only hold");
    let scored = PartScore::of(part, &found);
    assert!(scored.derivation.contains(&Statement::Follows(Rung::FOUR, vec![NormId::new("P1.4.1")])));
    add(&framework, &mut found, &[("P1.4.1", Partly)]);
    let clash = PartScore::of(part, &found);
    assert_eq!(clash.contradictions, [["P1.5.1", "P1.4.1"].map(NormId::new)]);
}

#[test]
fn a_level_that_needs_an_empty_rung_cannot_be_reached_and_that_is_what_is_said() {
    let framework = all_rungs();
    let part = framework.part("P1").unwrap();
    let mut found = Sheet::empty(&framework);
    up_to(&framework, &mut found, "P1", Rung::FIVE);
    let threes = ["P1.3.1", "P1.3.3", "P1.3.4"].map(|id| (id, NotApplicable));
    add(&framework, &mut found, &threes);
    let scored = PartScore::of(part, &found);
    assert_eq!(scored.score(), Some(Level::TWO));
    let says = |statement: &Statement| assert!(scored.derivation.contains(statement), "{:?}", scored.derivation);
    says(&Statement::NothingLifts(Rung::THREE));
    says(&Statement::RungIsEmpty(Rung::THREE, Level::FOUR));
    says(&Statement::RungIsEmpty(Rung::THREE, Level::FIVE));
    says(&Statement::Ends(Level::TWO));
}
