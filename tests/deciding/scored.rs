//! Scoring only what an event changes.

use std::collections::BTreeSet;

use trede::domain::framework::ExceedsOne;
use trede::domain::{
    Cause, Change, Command, Event, Finding, Level, NormId, PartId, Perspective, Settlement, Sheet, Verdict,
    parts_changed, score, score_again,
};

use super::{SIDE, Work, part, verdict};

fn parts(ids: &[&str]) -> BTreeSet<PartId> {
    ids.iter().map(|id| part(id)).collect()
}

#[test]
fn an_event_changes_the_parts_that_it_touches_for_its_own_side() {
    let work = Work::new();
    let changed = |change: Change, side| {
        let event = Event { cause: Cause::Edit, changes: vec![change] };
        parts_changed(&work.framework, &event, side)
    };
    let (before, after) = (Finding::default(), Finding::bare(Verdict::Holds));
    let finding = Change::Finding { perspective: SIDE, norm: NormId::new("I.3.1"), before, after };
    let after = Some(Settlement { level: Level::TWO, rationale: "Zo.".to_owned() });
    let settled = Change::Settlement { perspective: SIDE, part: part("II"), before: None, after };
    let (before, after) = (ExceedsOne::AssessorSettles, ExceedsOne::AnyDeficiency);
    let policy = Change::ExceedsOne { perspective: SIDE, before, after };
    let named = Change::Assessor { perspective: SIDE, before: None, after: None };
    for (change, touched) in [(finding, &["I"][..]), (settled, &["II"]), (policy, &["I", "II", "III"]), (named, &[])] {
        assert_eq!(changed(change.clone(), SIDE), parts(touched), "{change:?}");
        assert_eq!(changed(change, Perspective::Reviewer), parts(&[]));
    }
}

#[test]
fn only_the_changed_parts_are_scored_anew() {
    let mut work = Work::new();
    let known = score(&work.framework, &Sheet::empty(&work.framework));
    for norm in ["I.3.1", "II.3.1"] {
        work.does(verdict(norm, Verdict::Fails));
    }
    let settlement = Some(Settlement { level: Level::TWO, rationale: "Zo.".to_owned() });
    work.does(Command::Settle { perspective: SIDE, part: part("II"), settlement });
    let anew = score(&work.framework, work.sheet());
    assert_eq!(score_again(&work.framework, work.sheet(), &known, &parts(&["I", "II"])), anew);
    let half = score_again(&work.framework, work.sheet(), &known, &parts(&["I"]));
    assert_eq!((half.part("I"), half.part("II")), (anew.part("I"), known.part("II")));
    assert_ne!(half.part("II"), anew.part("II"));
}
