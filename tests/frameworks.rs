//! The frameworks in `normenkaders/` are what they claim to be.

use trede::domain::text::{Language, Piece};
use trede::domain::{Framework, Rung};
use trede::storage::{framework_file, shipped};

pub fn afm() -> Framework {
    let (_, framework) =
        shipped::by_id("afm-betalingsachterstanden-hypotheken").expect("the embedded framework is clean");
    framework
}

/// A framework of our own making with eight parts of equal weight, of which two are not scored in steps.
pub fn eight_parts() -> Framework {
    framework_file::load(include_bytes!("fixtures/frameworks/good.eight-parts.ron")).expect("it is good")
}

/// A framework of our own making on which every rung is written.
pub fn all_rungs() -> Framework {
    framework_file::load(include_bytes!("fixtures/frameworks/good.all-rungs.ron")).expect("it is good")
}

#[test]
fn every_shipped_framework_is_clean() {
    for shipped in shipped::ALL {
        let problems = shipped.load().err().unwrap_or_default();
        assert!(problems.is_empty(), "{}: {problems:#?}", shipped.file);
    }
}

#[test]
fn the_afm_framework_has_its_parts_rows_and_norms() {
    let framework = afm();
    assert_eq!(framework.themes.iter().map(|theme| theme.weight.as_fraction()).collect::<Vec<_>>(), ["3/10", "7/10"]);
    let rungs = [Rung::FIVE, Rung::THREE, Rung::ONE];
    let counts: Vec<(&str, [usize; 3])> = framework
        .parts()
        .map(|part| (part.id.as_str(), rungs.map(|rung| part.norms().filter(|norm| norm.rung == rung).count())))
        .collect();
    let expected = [
        ("I", [4, 4, 4]),
        ("II", [5, 5, 5]),
        ("III", [9, 9, 7]),
        ("IV", [2, 2, 2]),
        ("V", [7, 6, 6]),
        ("VI", [3, 2, 1]),
        ("VII", [4, 4, 4]),
    ];
    assert_eq!(counts, expected);
    assert_eq!(framework.parts().map(|part| part.aspects.len()).sum::<usize>(), 34);
    assert_eq!(framework.norms().count(), 95);
    assert_eq!(framework.norms().filter(|norm| norm.twin.is_some()).count(), 7);
    assert_eq!(framework.part("III").map(|part| part.groups.len()), Some(2));
}

#[test]
fn every_qualifier_of_the_source_is_marked() {
    let listed: std::collections::BTreeMap<String, usize> =
        ron::from_str(include_str!("fixtures/qualifiers.ron")).expect("the list is RON");
    let framework = afm();
    for language in Language::ALL {
        let marked: std::collections::BTreeMap<String, usize> = framework
            .norms()
            .map(|norm| {
                let pieces = norm.text.pieces(language);
                (norm.id.to_string(), pieces.iter().filter(|piece| matches!(piece, Piece::Qualifier(_))).count())
            })
            .collect();
        assert_eq!(marked, listed, "{}", language.code());
    }
}
