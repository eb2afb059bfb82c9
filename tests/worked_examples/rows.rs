//! Rows whose findings exclude each other, and those where both can be true.

use trede::domain::part_score::WarningKind;
use trede::domain::{NormId, Pair, PairRule, PartScore, Rung, Sheet, Status, Verdict};

use super::{add, bring, levels, part, sheet};
use crate::frameworks::afm;
use Verdict::{Holds, NotApplicable};

const ABOVE: WarningKind = WarningKind::Above(Pair { higher: Rung::THREE, lower: Rung::ONE, rule: PairRule::Warn });

#[test]
fn rows_that_only_warn_leave_the_score_alone() {
    let framework = afm();
    for (id, three, one) in [
        ("I", "I.3.3", "I.1.3"),
        ("III", "III.3.5", "III.1.3"),
        ("IV", "IV.3.1", "IV.1.1"),
        ("IV", "IV.3.2", "IV.1.2"),
        ("V", "V.3.3", "V.1.3"),
        ("V", "V.3.6", "V.1.6"),
        ("VII", "VII.3.1", "VII.1.1"),
        ("VII", "VII.3.2", "VII.1.2"),
    ] {
        let mut found = Sheet::empty(&framework);
        bring(&framework, &mut found, id, 3);
        add(&framework, &mut found, &[(one, Holds)]);
        let scored = part(&framework, &found, id);
        assert_eq!((scored.status, levels(&scored)), (Status::Determined, vec![3]), "{one}");
        assert_eq!(scored.warnings.len(), 1, "{one}");
        assert_eq!(scored.warnings[0].kind, ABOVE, "{one}");
        assert_eq!(scored.warnings[0].norms, [three, one].map(NormId::new));
    }
}

#[test]
fn every_other_row_refuses_a_requirement_beside_its_deficiency() {
    let framework = afm();
    let mut refusing = 0;
    for each in framework.parts() {
        for aspect in &each.aspects {
            let Some((three, one)) = aspect.on(Rung::THREE).next().zip(aspect.on(Rung::ONE).next()) else { continue };
            let found = sheet(&framework, &[(three.id.as_str(), Holds), (one.id.as_str(), Holds)]);
            let scored = PartScore::of(each, &found);
            if scored.status == Status::Contradiction {
                assert_eq!(scored.contradictions, [vec![three.id.clone(), one.id.clone()]]);
                assert!(scored.admissible.is_empty() && scored.suggested.is_none());
                refusing += 1;
            }
        }
    }
    // There are 29 deficiencies, each beside a norm of rung 3; 8 of these rows only warn.
    assert_eq!(refusing, 21);
}

#[test]
fn fitting_contact_that_is_not_regular_is_only_a_warning() {
    let framework = afm();
    let mut found = Sheet::empty(&framework);
    bring(&framework, &mut found, "V", 2);
    add(&framework, &mut found, &[("V.5.3", Holds)]);
    let scored = part(&framework, &found, "V");
    assert_eq!(levels(&scored), [2]);
    // V.3.1 and V.1.1 deny each other and both fail here; that is odd as well.
    let kinds: Vec<WarningKind> = scored.warnings.iter().map(|warning| warning.kind).collect();
    assert_eq!(
        kinds,
        [
            WarningKind::Negation(Rung::THREE),
            WarningKind::Above(Pair { higher: Rung::FIVE, lower: Rung::THREE, rule: PairRule::Warn }),
        ]
    );
    // Elsewhere the same is a contradiction.
    add(&framework, &mut found, &[("V.5.1", Holds)]);
    let contradiction = part(&framework, &found, "V");
    assert_eq!(contradiction.contradictions, [vec![NormId::new("V.5.1"), NormId::new("V.3.1")]]);
}

#[test]
fn a_requirement_that_does_not_apply_beside_its_deficiency_contradicts_even_where_rows_warn() {
    let framework = afm();
    for (three, one) in [("I.3.1", "I.1.1"), ("IV.3.1", "IV.1.1")] {
        let found = sheet(&framework, &[(three, NotApplicable), (one, Holds)]);
        let id = three.split('.').next().unwrap();
        let scored = part(&framework, &found, id);
        assert_eq!(scored.status, Status::Contradiction, "{three}");
        assert_eq!(scored.contradictions, [vec![NormId::new(three), NormId::new(one)]]);
    }
}

#[test]
fn a_row_that_no_answer_can_put_right_contradicts_although_a_norm_is_open() {
    let framework = afm();
    let found = sheet(&framework, &[("I.5.1", Holds), ("I.1.1", Holds)]);
    let scored = part(&framework, &found, "I");
    assert_eq!(scored.status, Status::Contradiction);
    assert_eq!(scored.contradictions, [["I.5.1", "I.3.1", "I.1.1"].map(NormId::new)]);
}
