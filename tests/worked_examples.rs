//! Scores worked out by hand from the rules, and each rule of thumb as one sentence. Never adapted to what the program
//! says.

mod derivations;
mod rows;

use trede::domain::derivation::Statement;
use trede::domain::framework::ExceedsOne;
use trede::domain::{
    Assessment, Command, Exact, Finding, Framework, History, Level, LevelSet, NormId, PartId, PartScore, Perspective,
    Refusal, Rung, Score, Settlement, Sheet, Status, Verdict, decide, score,
};
use trede::storage::exchange_file;

use crate::frameworks::afm;
use Verdict::{Fails, Holds, NotApplicable, Partly};

/// A sheet with these verdicts; each for one norm, or for a whole rung of a part such as `VI.3`.
fn sheet(framework: &Framework, verdicts: &[(&str, Verdict)]) -> Sheet {
    let mut sheet = Sheet::empty(framework);
    add(framework, &mut sheet, verdicts);
    sheet
}

fn add(framework: &Framework, sheet: &mut Sheet, verdicts: &[(&str, Verdict)]) {
    for (named, verdict) in verdicts {
        let whole_rung = format!("{named}.");
        let norms =
            framework.norms().filter(|norm| norm.id.as_str() == *named || norm.id.as_str().starts_with(&whole_rung));
        let mut found = 0;
        for norm in norms {
            let twin = framework.twin_of(norm.id.as_str()).map(|twin| twin.id.clone());
            for id in twin.into_iter().chain([norm.id.clone()]) {
                sheet.findings.insert(id, Finding::because(*verdict, "Zoals bekeken."));
            }
            found += 1;
        }
        assert!(found > 0, "{named} names no norm");
    }
}

fn part(framework: &Framework, sheet: &Sheet, id: &str) -> PartScore {
    PartScore::of(framework.part(id).unwrap(), sheet)
}

fn levels(score: &PartScore) -> Vec<u8> {
    score.admissible.levels().map(Level::number).collect()
}

/// Findings that bring a part to a level, worked out by hand.
fn bring(framework: &Framework, sheet: &mut Sheet, id: &str, level: u8) {
    let rung = |number: u8| format!("{id}.{number}");
    let (five, three, one) = (rung(5), rung(3), rung(1));
    let (on_five, on_three, on_one) = match level {
        5 => (Holds, Holds, Fails),
        4 | 3 => (Fails, Holds, Fails),
        2 => (Fails, Fails, Fails),
        _ => (Fails, Fails, Holds),
    };
    // Rung 3 comes last: a twin on rung 5 takes what its norm on rung 3 says.
    add(framework, sheet, &[(&five, on_five), (&one, on_one), (&three, on_three)]);
    if level == 4 {
        let lifts = ["I.5.1", "II.5.1", "III.5.1", "IV.5.1", "V.5.1", "VI.5.1", "VII.5.2"];
        let lift = lifts.into_iter().find(|norm| norm.starts_with(&format!("{id}.")));
        add(framework, sheet, &[(lift.unwrap(), Holds)]);
    }
}

fn parts_at(framework: &Framework, levels: [u8; 7]) -> Score {
    let mut sheet = Sheet::empty(framework);
    for (part, level) in framework.parts().zip(levels) {
        bring(framework, &mut sheet, part.id.as_str(), level);
    }
    let scored = score(framework, &sheet);
    for (part, level) in scored.parts.iter().zip(levels) {
        assert_eq!(self::levels(part), [level], "part {}", part.part);
    }
    scored
}

#[test]
fn the_table_worked_by_hand_comes_out() {
    let framework = afm();
    for (levels, unrounded, shown) in [
        ([3, 3, 3, 3, 3, 1, 3], "2.650", "2,7"),
        ([5, 5, 5, 1, 1, 1, 1], "2.200", "2,2"),
        ([1, 1, 1, 5, 5, 5, 5], "3.800", "3,8"),
        ([2, 3, 4, 2, 3, 4, 2], "2.825", "2,8"),
        ([4, 3, 3, 2, 3, 4, 3], "3.100", "3,1"),
    ] {
        let scored = parts_at(&framework, levels);
        let total = scored.total.unwrap().only().unwrap();
        assert_eq!(total.rounded(3, '.'), unrounded, "{levels:?}");
        assert_eq!(total.rounded(1, ','), shown, "{levels:?}");
        assert!(scored.complete, "{levels:?}");
    }
}

#[test]
fn every_part_can_be_brought_to_every_level() {
    let framework = afm();
    for level in 1..=5 {
        let total = parts_at(&framework, [level; 7]).total.unwrap().only();
        assert_eq!(total, Some(Exact::whole(i64::from(level))));
    }
}

#[test]
fn the_example_lender_scores_as_worked_out() {
    let framework = afm();
    let read = exchange_file::read(include_bytes!("../assets/voorbeeld.ron"), &framework).unwrap();
    let scored = score(&framework, &read.sheet);
    let sets: Vec<Vec<u8>> = scored.parts.iter().map(levels).collect();
    assert_eq!(sets, [vec![3], vec![5], vec![3], vec![3], vec![1, 2], vec![1], vec![4]]);
    let five = scored.part("V").unwrap();
    assert_eq!((five.status, five.settled(), five.lapsed), (Status::Settled, Some(Level::TWO), false));
    assert!(scored.parts.iter().filter(|part| part.part.as_str() != "V").all(|part| part.status == Status::Determined));
    let themes: Vec<String> =
        scored.themes.iter().map(|theme| theme.ends.as_ref().unwrap().only().unwrap().as_fraction()).collect();
    assert_eq!(themes, ["11/3", "5/2"]);
    let total = scored.total.unwrap().only().unwrap();
    assert_eq!(total.as_fraction(), "57/20");
    assert_eq!((total.rounded(3, '.').as_str(), total.rounded(1, ',').as_str()), ("2.850", "2,9"));
    let alerts: Vec<&str> = scored.alerts.iter().map(|alert| alert.code.as_str()).collect();
    assert_eq!(alerts, ["legal-limit-costs"]);
    assert!(scored.complete);
    assert!(read.sheet.missing_rationales(&framework).is_empty());
}

#[test]
fn weak_practice_is_not_masked_by_strong_policy() {
    // Perfect policy and poor treatment: the low parts stay visible, and the total stays nearer to them.
    let framework = afm();
    let scored = parts_at(&framework, [5, 5, 5, 1, 1, 1, 1]);
    assert_eq!(scored.part("V").unwrap().score(), Some(Level::ONE));
    assert_eq!(scored.theme("A").unwrap().ends.as_ref().unwrap().only(), Some(Exact::whole(5)));
    assert_eq!(scored.theme("B").unwrap().ends.as_ref().unwrap().only(), Some(Exact::whole(1)));
    assert_eq!(scored.total.unwrap().only(), Exact::fraction_of(11, 5));
}

#[test]
fn one_missed_norm_of_rung_three_keeps_a_part_below_three_whatever_rung_five_says() {
    let framework = afm();
    let mut found = Sheet::empty(&framework);
    bring(&framework, &mut found, "II", 5);
    add(&framework, &mut found, &[("II.3.4", Fails), ("II.5.4", Fails)]);
    assert_eq!(levels(&part(&framework, &found, "II")), [2]);
}

#[test]
fn costs_within_the_damage_without_regard_for_the_customer_is_a_two() {
    let framework = afm();
    let found = sheet(&framework, &[("VI.5", Fails), ("VI.3.1", Holds), ("VI.3.2", Fails), ("VI.1.1", Fails)]);
    let scored = score(&framework, &found);
    assert_eq!(levels(scored.part("VI").unwrap()), [2]);
    assert!(scored.alerts.is_empty());
}

#[test]
fn more_than_the_damage_raises_the_alert_whatever_the_part_does() {
    let framework = afm();
    let raised = |verdicts: &[(&str, Verdict)]| {
        let scored = score(&framework, &sheet(&framework, verdicts));
        let norms = |norms: &[NormId]| norms.iter().map(ToString::to_string).collect::<Vec<_>>();
        (scored.part("VI").unwrap().status, scored.alerts.first().map(|alert| norms(&alert.norms)).unwrap_or_default())
    };
    assert_eq!(raised(&[("VI.1.1", Holds)]).1, ["VI.1.1"]);
    assert_eq!(raised(&[("VI.3.1", Fails)]).1, ["VI.3.1"]);
    assert_eq!(raised(&[("VI.3.1", Fails), ("VI.1.1", Holds)]).1, ["VI.1.1", "VI.3.1"]);
    assert_eq!(raised(&[("VI.3", Holds), ("VI.1.1", Holds)]), (Status::Contradiction, vec!["VI.1.1".to_owned()]));
    let not_applicable = [("VI.3.1", Fails), ("VI.3.2", NotApplicable)];
    assert_eq!(raised(&not_applicable).1, ["VI.3.1"]);
    assert!(raised(&[("VI.3.1", Holds), ("VI.1.1", Fails)]).1.is_empty());
}

#[test]
fn a_twin_alone_cannot_lift() {
    let framework = afm();
    let mut found = Sheet::empty(&framework);
    bring(&framework, &mut found, "V", 3);
    let scored = part(&framework, &found, "V");
    assert_eq!(found.verdict("V.5.2"), Holds, "the twins do hold on rung 5");
    assert_eq!(levels(&scored), [3]);
    let idle: Vec<NormId> = ["V.5.2", "V.5.4", "V.5.5"].map(NormId::new).to_vec();
    assert!(scored.derivation.contains(&Statement::TwinsDoNotLift(idle)));
    add(&framework, &mut found, &[("V.5.1", Holds)]);
    assert_eq!(levels(&part(&framework, &found, "V")), [4]);
}

#[test]
fn one_deficiency_of_four_is_what_the_policy_says() {
    let framework = afm();
    for (policy, set, suggested) in [
        (ExceedsOne::AssessorSettles, vec![1, 2], None),
        (ExceedsOne::AnyDeficiency, vec![1], Some(Level::ONE)),
        (ExceedsOne::AllDeficiencies, vec![2], Some(Level::TWO)),
    ] {
        let mut found = sheet(&framework, &[("I.5", Fails), ("I.3", Fails), ("I.1", Fails), ("I.1.2", Holds)]);
        found.exceeds_one = policy;
        let scored = part(&framework, &found, "I");
        assert_eq!((levels(&scored), scored.suggested), (set, suggested), "{policy:?}");
        // With all of them it is a 1 under every reading, with none a 2.
        add(&framework, &mut found, &[("I.1", Holds)]);
        assert_eq!(levels(&part(&framework, &found, "I")), [1], "{policy:?}");
        add(&framework, &mut found, &[("I.1", Fails)]);
        assert_eq!(levels(&part(&framework, &found, "I")), [2], "{policy:?}");
    }
}

#[test]
fn a_part_without_applicable_norms_on_rung_three_has_no_score_and_leaves_its_theme() {
    let framework = afm();
    let mut found = Sheet::empty(&framework);
    for (part, level) in framework.parts().zip([3, 3, 3, 5, 5, 1, 5]) {
        bring(&framework, &mut found, part.id.as_str(), level);
    }
    add(&framework, &mut found, &[("VI.1.1", Fails), ("VI.3", NotApplicable)]);
    let scored = score(&framework, &found);
    assert_eq!(scored.part("VI").unwrap().status, Status::NotApplicable);
    assert_eq!(scored.theme("B").unwrap().ends.as_ref().unwrap().only(), Some(Exact::whole(5)));
    assert!(scored.complete);
    // A contradiction takes precedence.
    add(&framework, &mut found, &[("VI.1.1", Holds)]);
    let scored = score(&framework, &found);
    assert_eq!(scored.part("VI").unwrap().status, Status::Contradiction);
    assert_eq!(scored.theme("B").unwrap().ends, None);
    assert!(scored.theme("A").unwrap().ends.is_some());
    assert_eq!(scored.total, None, "never weighed anew in silence");
    assert!(!scored.complete);
}

#[test]
fn without_an_applicable_norm_that_distinguishes_a_part_ends_at_three() {
    let framework = afm();
    let mut found = Sheet::empty(&framework);
    bring(&framework, &mut found, "VII", 5);
    add(&framework, &mut found, &[("VII.5.2", NotApplicable), ("VII.5.3", NotApplicable)]);
    let scored = part(&framework, &found, "VII");
    assert_eq!(levels(&scored), [3], "the twins VII.5.1 and VII.5.4 hold, and cannot lift");
    assert!(scored.derivation.contains(&Statement::NothingLifts(Rung::FIVE)));
}

#[test]
fn a_partly_met_norm_signals_a_four_and_suggests_a_three() {
    let framework = afm();
    let mut found = Sheet::empty(&framework);
    bring(&framework, &mut found, "IV", 3);
    add(&framework, &mut found, &[("IV.5.2", Partly)]);
    let scored = part(&framework, &found, "IV");
    assert_eq!((levels(&scored), scored.suggested, scored.status), (vec![3, 4], Some(Level::THREE), Status::Interval));
    add(&framework, &mut found, &[("IV.5.1", Holds)]);
    assert_eq!(levels(&part(&framework, &found, "IV")), [4]);
    add(&framework, &mut found, &[("IV.3.1", Fails), ("IV.5.1", Fails)]);
    assert_eq!(levels(&part(&framework, &found, "IV")), [2], "below rung 3 it signals nothing");
}

#[test]
fn leaving_out_an_absent_deficiency_can_make_the_others_all_of_them() {
    // The one place where closing a norm as not applicable leaves the ends, and only under `all_deficiencies`.
    let framework = afm();
    let mut found = sheet(&framework, &[("I.5", Fails), ("I.3", Fails), ("I.1", Holds), ("I.3.1", Holds)]);
    found.exceeds_one = ExceedsOne::AllDeficiencies;
    found.findings.remove("I.1.1");
    assert_eq!(levels(&part(&framework, &found, "I")), [2], "I.1.1 can only be absent beside I.3.1");
    add(&framework, &mut found, &[("I.1.1", NotApplicable)]);
    assert_eq!(levels(&part(&framework, &found, "I")), [1]);
}

fn settle(framework: &Framework, assessment: &Assessment, part: &str, level: Level) -> Result<Assessment, Refusal> {
    let settlement = Some(Settlement { level, rationale: "Alles afwegend.".to_owned() });
    let command = Command::Settle { perspective: Perspective::Supervisor, part: PartId::new(part), settlement };
    let event = decide(framework, assessment, &History::default(), command)?;
    let mut after = assessment.clone();
    after.apply(framework, &event);
    Ok(after)
}

fn with_sheet(sheet: Sheet) -> Assessment {
    let mut assessment = Assessment::default();
    assessment.sheets.insert(Perspective::Supervisor, sheet);
    assessment
}

#[test]
fn settling_outside_the_set_is_refused() {
    let framework = afm();
    let found = with_sheet(sheet(&framework, &[("I.5", Fails), ("I.3", Fails), ("I.1", Fails), ("I.1.2", Holds)]));
    let refused = settle(&framework, &found, "I", Level::THREE);
    let admissible = LevelSet::of(&[Level::ONE, Level::TWO]);
    assert_eq!(refused, Err(Refusal::NotAdmissible { part: PartId::new("I"), level: Level::THREE, admissible }));
    let none = with_sheet(sheet(&framework, &[("I.3.1", Holds), ("I.1.1", Holds)]));
    let refused = settle(&framework, &none, "I", Level::TWO);
    assert_eq!(refused, Err(Refusal::NothingToSettle(PartId::new("I"), Status::Contradiction)));
    let none = with_sheet(sheet(&framework, &[("VI.3", NotApplicable)]));
    let refused = settle(&framework, &none, "VI", Level::TWO);
    assert_eq!(refused, Err(Refusal::NothingToSettle(PartId::new("VI"), Status::NotApplicable)));
}

#[test]
fn a_level_can_be_settled_while_norms_are_open_and_where_the_set_has_one_member() {
    let framework = afm();
    let open = settle(&framework, &with_sheet(Sheet::empty(&framework)), "I", Level::FOUR).unwrap();
    let scored = part(&framework, &open.sheets[&Perspective::Supervisor], "I");
    assert_eq!(
        (scored.status, scored.lowest(), scored.highest()),
        (Status::Settled, Some(Level::FOUR), Some(Level::FOUR))
    );
    assert_eq!(levels(&scored), [1, 2, 3, 4, 5], "the set itself ignores the settlement");
    let mut one = Sheet::empty(&framework);
    bring(&framework, &mut one, "VI", 1);
    let settled = settle(&framework, &with_sheet(one), "VI", Level::ONE).unwrap();
    assert_eq!(part(&framework, &settled.sheets[&Perspective::Supervisor], "VI").status, Status::Settled);
}

#[test]
fn a_lapsed_settlement_comes_back_to_life() {
    let framework = afm();
    let found = with_sheet(sheet(&framework, &[("I.5", Fails), ("I.3", Fails), ("I.1", Fails), ("I.1.2", Holds)]));
    let mut settled = settle(&framework, &found, "I", Level::TWO).unwrap();
    let sheet = settled.sheets.get_mut(&Perspective::Supervisor).unwrap();
    assert_eq!(part(&framework, sheet, "I").score(), Some(Level::TWO));
    add(&framework, sheet, &[("I.1", Holds)]);
    let lapsed = part(&framework, sheet, "I");
    assert_eq!((lapsed.status, lapsed.lapsed, lapsed.score()), (Status::Determined, true, Some(Level::ONE)));
    assert!(lapsed.settlement.is_some(), "it is kept");
    assert!(lapsed.derivation.contains(&Statement::Lapsed(Level::TWO)));
    add(&framework, sheet, &[("I.1.1", Fails)]);
    let alive = part(&framework, sheet, "I");
    assert_eq!((alive.status, alive.lapsed, alive.score()), (Status::Settled, false, Some(Level::TWO)));
}

#[test]
fn undetermined_counts_as_open_for_the_score_and_as_answered_for_being_complete() {
    let framework = afm();
    let mut found = Sheet::empty(&framework);
    for part in framework.parts() {
        bring(&framework, &mut found, part.id.as_str(), 2);
    }
    add(&framework, &mut found, &[("I.5.1", Verdict::Undetermined)]);
    let scored = score(&framework, &found);
    assert_eq!(scored.part("I").unwrap().open, [NormId::new("I.5.1")]);
    assert!(scored.complete, "whatever I.5.1 turns out to be, I.3.1 fails");
    add(&framework, &mut found, &[("I.3", Holds), ("I.5.1", Verdict::Undetermined)]);
    let scored = score(&framework, &found);
    assert_eq!(levels(scored.part("I").unwrap()), [3, 4]);
    assert!(!scored.complete);
}
