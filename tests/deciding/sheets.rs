//! A sheet as it goes out, what it lacks, and what a framework says of its parts.

use trede::domain::framework::ExceedsOne;
use trede::domain::framework_diff::Effect;
use trede::domain::{
    Assessor, Exact, Finding, Internal, Level, LevelSet, NormId, PartId, Perspective, Rung, Settlement, Sheet, Status,
    Verdict, Withheld,
};

use super::{NUMBER, file, names};
use crate::versions::{OLD, diff_of, edited, load};
use Verdict::{Fails, Holds, NotApplicable, Partly};

/// A sheet with numbers of persons and with something internal at I.3.1, and a reason at I.1.1.
fn full() -> Sheet {
    let inside = Finding {
        evidence: vec![NUMBER.to_owned()],
        attached: vec![file("111222333.pdf", "ab")],
        internal: Internal { evidence: vec!["tip".to_owned()], ..Internal::default() },
        ..Finding::because(Holds, NUMBER)
    };
    let reasoned = Finding { personal_data_reason: "Nodig.".to_owned(), ..Finding::because(Holds, NUMBER) };
    let settlement = Settlement { level: Level::THREE, rationale: NUMBER.to_owned() };
    Sheet {
        assessor: Some(Assessor { name: "A. Bee".to_owned(), role: String::new() }),
        findings: [(NormId::new("I.3.1"), inside), (NormId::new("I.1.1"), reasoned)].into(),
        proposals: [(NormId::new("II.3.1"), Finding::bare(Holds))].into(),
        settlements: [(PartId::new("I"), settlement)].into(),
        ..Sheet::default()
    }
}

#[test]
fn numbers_of_persons_stay_only_with_a_reason_and_never_for_others() {
    let sheet = full();
    assert_eq!(sheet.unexplained_personal_data(), [NormId::new("I.3.1")]);
    let out = sheet.for_exchange();
    let left_out = "Klant [BSN] belde.";
    let found = out.finding("I.3.1");
    assert_eq!((found.rationale.as_str(), found.evidence.as_slice()), (left_out, &[left_out.to_owned()][..]));
    assert_eq!((found.verdict, names(&found)), (Holds, vec!["[BSN].pdf"]));
    assert_eq!(out.finding("I.1.1"), sheet.finding("I.1.1"));
    assert_eq!(out.for_others().finding("I.1.1").rationale, left_out);
    for out in [out, sheet.for_others()] {
        assert_eq!(out.settlements[&PartId::new("I")].rationale, left_out);
        assert_eq!((&out.assessor, out.proposals.len()), (&sheet.assessor, 0));
        assert_eq!(out.finding("I.3.1").withheld, Withheld { evidence: true, ..Withheld::default() });
        assert!(out.finding("I.3.1").internal.is_empty() && !sheet.finding("I.3.1").internal.is_empty());
    }
}

#[test]
fn without_numbers_of_persons_what_is_internal_stays() {
    let mut finding = full().finding("I.3.1");
    finding.internal = Internal { rationale: true, evidence: vec![NUMBER.to_owned()], ..Internal::default() };
    let out = finding.without_personal_data();
    let internal = Internal { rationale: true, evidence: vec!["Klant [BSN] belde.".to_owned()], ..Internal::default() };
    assert_eq!((out.verdict, out.internal), (Holds, internal));
}

#[test]
fn what_weighs_against_the_lender_or_needed_a_rationale_at_once_lacks_one() {
    let framework = load(OLD);
    let mut sheet = Sheet::empty(&framework);
    for (norm, verdict) in [
        ("I.5.1", Fails),
        ("I.3.1", Fails),
        ("I.1.1", Holds),
        ("II.5.1", Partly),
        ("II.3.1", Holds),
        ("II.1.1", Fails),
        ("II.3.2", NotApplicable),
    ] {
        sheet.findings.insert(NormId::new(norm), Finding::bare(verdict));
    }
    let missing = |sheet: &Sheet| -> Vec<String> {
        sheet.missing_rationales(&framework).iter().map(ToString::to_string).collect()
    };
    assert_eq!(missing(&sheet), ["I.3.1", "I.1.1", "II.5.1", "II.3.2"]);
    sheet.findings.insert(NormId::new("I.3.1"), Finding::because(Fails, "Zo."));
    let withheld = Withheld { rationale: true, ..Withheld::default() };
    sheet.findings.insert(NormId::new("I.1.1"), Finding { withheld, ..Finding::bare(Holds) });
    assert_eq!(missing(&sheet), ["II.5.1", "II.3.2"], "one that is withheld is there");
}

#[test]
fn an_empty_sheet_has_the_policy_of_the_framework() {
    for policy in ExceedsOne::ALL {
        let framework = load(&edited("\"assessor_settles\"", &format!("\"{}\"", policy.code())));
        assert_eq!(Sheet::empty(&framework).exceeds_one, policy);
    }
}

#[test]
fn a_name_is_the_same_apart_from_capitals_full_stops_and_blanks() {
    let assessor = Assessor { name: "A. de Vries".to_owned(), role: String::new() };
    for same in ["a de vries", "A.de Vries", "A.  DE VRIES."] {
        assert!(assessor.is_called(same), "{same}");
    }
    for other in ["A. Vries", "B. de Vries", "", ". ."] {
        assert!(!assessor.is_called(other), "{other}");
    }
}

#[test]
fn words_in_files_stand_for_one_thing_each() {
    let codes = Perspective::ALL.map(Perspective::code);
    assert_eq!(codes, ["self", "supervisor", "reviewer"]);
    let all = [Status::Settled, Status::Determined, Status::Interval, Status::Contradiction, Status::NotApplicable];
    assert_eq!(all.map(Status::code), ["settled", "determined", "interval", "contradiction", "not_applicable"]);
    let mut withheld = Withheld::default();
    assert!(withheld.is_empty() && !withheld.add("verdict") && withheld.is_empty());
    for (at, word) in ["rationale", "evidence", "attached"].into_iter().enumerate() {
        let mut one = Withheld::default();
        assert!(one.add(word) && withheld.add(word));
        assert_eq!((one.words(), withheld.words().len()), (vec![word], at + 1));
        assert!(!one.is_empty());
    }
}

#[test]
fn a_framework_knows_its_parts() {
    let framework = load(OLD);
    let part = |id: &str| framework.part(id).unwrap();
    let rungs = |id: &str| part(id).rungs().into_iter().map(Rung::number).collect::<Vec<u8>>();
    assert_eq!((rungs("I"), rungs("III")), (vec![1, 3, 5], vec![3]));
    for (id, theme) in [("I", Some("A")), ("III", Some("B")), ("IV", None)] {
        assert_eq!(framework.theme_of(id).map(|theme| theme.id.as_str()), theme, "{id}");
    }
    let notes = |id: &str| framework.notes_on(part(id)).map(|note| note.id.as_str()).collect::<Vec<&str>>();
    assert_eq!((notes("I"), notes("II").len()), (vec!["S-03"], 0));
    let touching = |what: &str| load(&edited("touches: [\"I\", \"I.3.1\"]", &format!("touches: [\"{what}\"]")));
    for (what, of_one, of_two) in [("I.3.1", 1, 0), ("II", 0, 1), ("II.3.2", 0, 1)] {
        let framework = touching(what);
        let found = ["I", "II"].map(|id| framework.notes_on(framework.part(id).unwrap()).count());
        assert_eq!(found, [of_one, of_two], "{what}");
    }
    assert!(framework.themes.iter().all(trede::domain::Theme::weighs_alike));
    let mut theme = framework.themes[1].clone();
    theme.parts[0].weight = Exact::fraction_of(1, 3).unwrap();
    theme.parts[1].weight = Exact::fraction_of(2, 3).unwrap();
    assert!(!theme.weighs_alike());
}

#[test]
fn a_number_is_whole_when_nothing_is_below_the_line() {
    assert!(Exact::whole(3).is_whole() && Exact::fraction_of(6, 2).unwrap().is_whole());
    assert!(!Exact::fraction_of(5, 2).unwrap().is_whole());
    assert_eq!(Exact::mean(&[]), None);
    assert_eq!(Exact::mean(&[(Exact::whole(0), Exact::whole(3))]), None);
}

#[test]
fn differences_are_found_by_norm_and_by_effect() {
    let diff = diff_of(&[("*vaak*", "*soms*"), ("title: (nl: \"Beleid\")", "title: (nl: \"Het beleid\")")]);
    let norm = NormId::new("I.3.1");
    let (of_norm, others) = (diff.of_norm(&norm).count(), diff.of_norm(&NormId::new("I.1.1")).count());
    assert!(of_norm > 0 && others == 0);
    let judged = diff.with_effect(Effect::Judgement).count();
    assert_eq!((judged, diff.with_effect(Effect::None).count()), (of_norm, 1));
    assert_eq!(diff.differences.len(), of_norm + 1);
}

#[test]
fn a_level_that_is_named_twice_is_in_the_set_once() {
    let set = LevelSet::of(&[Level::TWO, Level::THREE, Level::TWO]);
    assert_eq!(set.levels().collect::<Vec<Level>>(), [Level::TWO, Level::THREE]);
}
