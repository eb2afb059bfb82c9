//! The whole derivation of a part, sentence by sentence, worked out by hand.

use trede::domain::derivation::Statement::{self, *};
use trede::domain::framework::ExceedsOne;
use trede::domain::{Level, LevelSet, NormId, Rung, Sheet, Verdict};

use super::{add, bring, part, sheet};
use crate::frameworks::{afm, all_rungs};
use crate::versions::{OLD, load};
use Verdict::{Fails, Holds, NotApplicable, Undetermined};

const THREE: Rung = Rung::THREE;
const FIVE: Rung = Rung::FIVE;

fn norms(ids: &[&str]) -> Vec<NormId> {
    ids.iter().map(|id| NormId::new(id)).collect()
}

fn only(level: Level) -> LevelSet {
    LevelSet::of(&[level])
}

/// The derivation of a part of the small framework with these verdicts; every other norm is open.
fn small(id: &str, verdicts: &[(&str, Verdict)]) -> Vec<Statement> {
    let framework = load(OLD);
    part(&framework, &sheet(&framework, verdicts), id).derivation
}

#[test]
fn an_open_part_names_what_is_open_rung_by_rung() {
    let open = [
        BaseOpen(THREE, norms(&["II.3.1", "II.3.2"])),
        DeficiencyOpen(norms(&["II.1.1", "II.1.2"])),
        UpperOpen(FIVE, norms(&["II.5.1"])),
    ];
    assert_eq!(small("II", &[]), open);
    // What could not be established is open all the same.
    assert_eq!(small("II", &[("II.3.1", Undetermined), ("II.1.2", Undetermined)]), open);
}

#[test]
fn what_can_only_be_good_follows() {
    let above = [
        BaseOpen(THREE, norms(&["II.3.2"])),
        Follows(THREE, norms(&["II.3.1"])),
        DeficiencyOpen(norms(&["II.1.2"])),
        DeficiencyFollows(THREE, norms(&["II.1.1"])),
        UpperHolds(FIVE, 1),
    ];
    assert_eq!(small("II", &[("II.5.1", Holds)]), above);
    let rest = [("II.5.1", Holds), ("II.3.2", Holds), ("II.1", Fails)];
    assert_eq!(small("II", &rest), [Follows(THREE, norms(&["II.3.1"])), NoDeficiency, UpperHolds(FIVE, 1)]);
    let below = [("II.5.1", Fails), ("II.3", Holds), ("II.1.2", Fails)];
    let said =
        [BaseHolds(THREE, 2), DeficiencyFollows(THREE, norms(&["II.1.1"])), UpperFails(FIVE, norms(&["II.5.1"]))];
    assert_eq!(small("II", &below), said);
}

#[test]
fn a_part_that_meets_everything_says_so() {
    let all = [("II.5", Holds), ("II.3", Holds), ("II.1", Fails)];
    assert_eq!(small("II", &all), [BaseHolds(THREE, 2), NoDeficiency, UpperHolds(FIVE, 1)]);
    let mut partly = all;
    partly[0].1 = Verdict::Partly;
    let sign = Statement::Partly(FIVE, only(Level::FOUR), norms(&["II.5.1"]));
    assert_eq!(small("II", &partly), [BaseHolds(THREE, 2), NoDeficiency, sign]);
    let left_out =
        [("II.5", Holds), ("II.3.1", Holds), ("II.1.1", Fails), ("II.3.2", NotApplicable), ("II.1.2", Fails)];
    let said = [BaseHolds(THREE, 1), NoDeficiency, UpperHolds(FIVE, 1), LeftOut(norms(&["II.3.2"]))];
    assert_eq!(small("II", &left_out), said);
}

#[test]
fn deficiencies_are_counted_where_the_base_is_not_met() {
    let base = BaseFails(THREE, norms(&["II.3.1", "II.3.2"]));
    let fails =
        |one: [Verdict; 2]| small("II", &[("II.5", Fails), ("II.3", Fails), ("II.1.1", one[0]), ("II.1.2", one[1])]);
    let between = only(Level::TWO);
    let policy = Some(ExceedsOne::AssessorSettles);
    let some = SomeDeficiencies { present: norms(&["II.1.1"]), applicable: 2, policy, between };
    assert_eq!(fails([Holds, Fails]), [base.clone(), some]);
    assert_eq!(fails([Holds, Holds]), [base.clone(), EveryDeficiency(norms(&["II.1.1", "II.1.2"]))]);
    assert_eq!(fails([Fails, Fails]), [base.clone(), NoDeficiency]);
    let left_out = LeftOut(norms(&["II.1.2"]));
    assert_eq!(fails([Holds, NotApplicable]), [base, EveryDeficiency(norms(&["II.1.1"])), left_out]);
}

#[test]
fn one_open_deficiency_beside_a_present_one_is_named_too() {
    let said = small("II", &[("II.5", Fails), ("II.3", Fails), ("II.1.1", Holds)]);
    let some = SomeDeficiencies {
        present: norms(&["II.1.1"]),
        applicable: 2,
        policy: Some(ExceedsOne::AssessorSettles),
        between: only(Level::TWO),
    };
    assert_eq!(said, [BaseFails(THREE, norms(&["II.3.1", "II.3.2"])), some, DeficiencyOpen(norms(&["II.1.2"]))]);
}

#[test]
fn a_deficiency_beside_a_base_that_holds_does_not_touch_the_part() {
    let framework = afm();
    let mut found = Sheet::empty(&framework);
    bring(&framework, &mut found, "I", 3);
    add(&framework, &mut found, &[("I.1.3", Holds)]);
    let said = part(&framework, &found, "I").derivation;
    assert_eq!(said[..2], [BaseHolds(THREE, 4), DeficiencyBeside(THREE, norms(&["I.1.3"]))]);
    // With the base open it is one of those that count.
    add(&framework, &mut found, &[("I.3.1", Undetermined)]);
    let said = part(&framework, &found, "I").derivation;
    assert!(said.iter().any(|each| matches!(each, SomeDeficiencies { .. })), "{said:?}");
}

#[test]
fn some_of_rung_five_lifts_and_the_rest_is_named() {
    let framework = afm();
    let mut found = Sheet::empty(&framework);
    bring(&framework, &mut found, "IV", 4);
    let said = part(&framework, &found, "IV").derivation;
    let lifts = Lifts(Level::THREE, norms(&["IV.5.1"]));
    assert_eq!(said, [BaseHolds(THREE, 2), NoDeficiency, lifts, UpperFails(FIVE, norms(&["IV.5.2"]))]);
}

#[test]
fn a_norm_that_repeats_a_lower_one_does_not_lift() {
    let said = small("I", &[("I.5.1", Fails), ("I.3.1", Holds), ("I.1.1", Fails), ("I.3.2", Holds)]);
    let twins = TwinsDoNotLift(norms(&["I.5.2"]));
    assert_eq!(said, [BaseHolds(THREE, 2), NoDeficiency, UpperFails(FIVE, norms(&["I.5.1"])), twins]);
}

#[test]
fn nothing_above_the_base_ends_the_part_there() {
    assert_eq!(small("III", &[("III.3.1", Holds)]), [BaseHolds(THREE, 1), Ends(Level::THREE)]);
    assert_eq!(small("III", &[]), [BaseOpen(THREE, norms(&["III.3.1"])), Ends(Level::THREE)]);
    assert_eq!(small("III", &[("III.3.1", Fails)]), [BaseFails(THREE, norms(&["III.3.1"])), Ends(Level::THREE)]);
    let nothing = [NoneApplicable(THREE), LeftOut(norms(&["III.3.1"]))];
    assert_eq!(small("III", &[("III.3.1", NotApplicable)]), nothing);
}

#[test]
fn a_part_in_which_only_a_twin_is_left_of_rung_five_ends_below_it() {
    let left_out = LeftOut(norms(&["I.5.1"]));
    let mut verdicts = [("I.5.1", NotApplicable), ("I.3.1", Holds), ("I.1.1", Fails), ("I.3.2", Holds)];
    let said = [BaseHolds(THREE, 2), NoDeficiency, NothingLifts(FIVE), Ends(Level::THREE), left_out.clone()];
    assert_eq!(small("I", &verdicts), said);
    // Where the base fails, what lies above it is not spoken of.
    verdicts[1].1 = Fails;
    assert_eq!(small("I", &verdicts), [BaseFails(THREE, norms(&["I.3.1"])), NoDeficiency, left_out]);
}

#[test]
fn a_contradiction_comes_first_and_leaves_the_rest_unsaid() {
    let said = small("II", &[("II.3.1", Holds), ("II.1.1", Holds), ("II.1.2", NotApplicable)]);
    assert_eq!(said, [Contradiction(norms(&["II.3.1", "II.1.1"])), LeftOut(norms(&["II.1.2"]))]);
}

#[test]
fn on_a_middle_rung_what_holds_and_what_follows_count_together() {
    let framework = all_rungs();
    let mut verdicts =
        vec![("P1.5.1", Holds), ("P1.5.2", Fails), ("P1.4.2", Fails), ("P1.3.3", Holds), ("P1.3.4", Holds)];
    verdicts.extend([("P1.2", Holds), ("P1.1", Fails)]);
    let (two, four) = (Rung::TWO, Rung::FOUR);
    let said = part(&framework, &sheet(&framework, &verdicts), "P1").derivation;
    let expected = [
        BaseHolds(two, 2),
        NoDeficiency,
        Follows(THREE, norms(&["P1.3.1"])),
        UpperHolds(THREE, 3),
        UpperFails(four, norms(&["P1.4.2"])),
        Follows(four, norms(&["P1.4.1"])),
        TwinsDoNotLift(norms(&["P1.4.3"])),
    ];
    assert_eq!(said, expected);
}

#[test]
fn between_neighbouring_levels_nothing_is_lifted() {
    let framework = all_rungs();
    let verdicts =
        [("P1.5", Fails), ("P1.4", Fails), ("P1.4.1", Holds), ("P1.3", Holds), ("P1.2", Holds), ("P1.1", Fails)];
    let said = part(&framework, &sheet(&framework, &verdicts), "P1").derivation;
    let four = Rung::FOUR;
    let expected = [
        BaseHolds(Rung::TWO, 2),
        NoDeficiency,
        UpperHolds(THREE, 3),
        UpperHoldsInPart(four, norms(&["P1.4.1"])),
        UpperFails(four, norms(&["P1.4.2"])),
        TwinsDoNotLift(norms(&["P1.4.3"])),
    ];
    assert_eq!(said, expected);
}
