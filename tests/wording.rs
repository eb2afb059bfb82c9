//! The texts: every key that the program asks for exists, none is forgotten, and every value finds its place.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use fluent_bundle::FluentResource;
use trede::domain::command::CoverField;
use trede::domain::derivation::Statement;
use trede::domain::framework::{ExceedsOne, TestUnit};
use trede::domain::part_score::{Warning, WarningKind};
use trede::domain::text::Language;
use trede::domain::ways::WayUp;
use trede::domain::{
    Level, LevelSet, NormId, Pair, PairRule, PartId, PartScore, Perspective, Refusal, Rung, Sheet, Status, Verdict,
};
use trede::storage::problem::{Code, Position, Problem};
use trede::wording::{Wording, files};

use crate::source;

mod cli;
mod hard_coded;
mod parity;
mod pseudo;
mod report;
#[cfg(feature = "gui")]
mod window;

/// Named values for a message.
fn args<'a>(values: &[(&'a str, &str)]) -> Vec<(&'a str, String)> {
    values.iter().map(|(name, value)| (*name, (*value).to_owned())).collect()
}

/// The keys of the messages in the files of a language, in order.
fn keys(language: Language) -> Vec<String> {
    let lines = files(language).iter().flat_map(|(_, content)| content.lines());
    lines
        .filter_map(|line| line.split_once(" ="))
        .map(|(key, _)| key)
        .filter(|key| is_key(key))
        .map(str::to_owned)
        .collect()
}

/// Words of small letters and digits, joined by hyphens.
fn is_key(text: &str) -> bool {
    let word = |word: &str| !word.is_empty() && word.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit());
    text.starts_with(|first: char| first.is_ascii_lowercase()) && text.split('-').all(word)
}

/// Whether a key can come from this literal, in which `{}` and `{name}` stand for any words.
fn gives(literal: &str, key: &str) -> bool {
    let mut pieces = Vec::new();
    let mut rest = literal;
    while let Some((before, after)) = rest.split_once('{') {
        pieces.push(before);
        let Some((_, after)) = after.split_once('}') else { return false };
        rest = after;
    }
    let Some(first) = pieces.first() else { return literal == key };
    let Some(mut left) = key.strip_prefix(first).filter(|_| !first.is_empty()) else { return false };
    for piece in pieces.iter().skip(1) {
        let Some((_, after)) = left.split_once(piece) else { return false };
        left = after;
    }
    left.len() > rest.len() && left.ends_with(rest)
}

fn rust_files() -> Vec<PathBuf> {
    source::rust_files(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src"))
}

/// Every text literal outside the tests of the program.
fn literals() -> BTreeSet<String> {
    let read = |path: &PathBuf| source::literals(&fs::read_to_string(path).unwrap());
    rust_files().iter().flat_map(read).map(|(_, literal)| literal).collect()
}

#[test]
fn every_locale_file_parses_without_an_error_and_names_no_message_twice() {
    for language in Language::ALL {
        for (name, content) in files(language) {
            let outcome = FluentResource::try_new((*content).to_owned());
            assert!(outcome.is_ok(), "{name}: {:?}", outcome.err().map(|(_, errors)| errors));
        }
        let keys = keys(language);
        let twice: Vec<&String> =
            keys.iter().enumerate().filter(|(at, key)| keys[..*at].contains(key)).map(|(_, key)| key).collect();
        assert!(twice.is_empty(), "{twice:?}");
        let wording = Wording::new(language);
        assert!(keys.iter().all(|key| wording.has(key)));
    }
}

#[test]
fn every_key_that_the_program_names_exists() {
    let keys: BTreeSet<String> = keys(Language::Dutch).into_iter().collect();
    let mut missing = Vec::new();
    for path in rust_files() {
        let text = fs::read_to_string(&path).unwrap();
        let inside = |room: &str| path.components().any(|part| part.as_os_str() == room);
        for (before, literal) in source::literals(&text) {
            let asked = [".text(", ".with(", "named(", "norms("].iter().any(|call| before.ends_with(call));
            // Domain and storage know no wording: their `with` gives facts.
            if !asked || inside("domain") || inside("storage") || !literal.contains('-') {
                continue;
            }
            if is_key(&literal.replace("{}", "x")) && !keys.iter().any(|key| gives(&literal, key)) {
                missing.push(format!("{}: {literal}", path.display()));
            }
        }
    }
    assert!(missing.is_empty(), "{missing:#?}");
}

#[test]
fn no_message_is_left_over() {
    let literals = literals();
    let given = |key: &str| literals.iter().any(|literal| gives(literal, key));
    // `{key}-about` belongs to a key that is given.
    let named = |key: &str| {
        let ends = literals.iter().filter_map(|literal| literal.strip_prefix('{')?.split_once('}')).map(|(_, end)| end);
        given(key) || ends.filter(|end| end.starts_with('-')).any(|end| key.strip_suffix(end).is_some_and(given))
    };
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/cli");
    let arguments: String = source::rust_files(&folder).iter().map(|path| fs::read_to_string(path).unwrap()).collect();
    // The description of a command has the key `cli-NAME`, or `cli-GROUP-NAME`.
    let is_command = |key: &str| {
        let mut names = key.split('-').skip(1);
        key.starts_with("cli-")
            && names.all(|name| arguments.contains(&format!("    {}{}", name[..1].to_uppercase(), &name[1..])))
    };
    let unused: Vec<String> = keys(Language::Dutch).into_iter().filter(|key| !named(key) && !is_command(key)).collect();
    assert!(unused.is_empty(), "{unused:#?}");
}

/// No key without a message, no value without a place.
fn is_whole(text: &str) -> bool {
    !text.is_empty() && !text.starts_with('[') && !text.contains("{$") && !text.contains("{ $")
}

#[test]
fn every_kind_of_problem_has_a_message_and_a_hint() {
    for language in Language::ALL {
        let wording = Wording::new(language);
        for code in Code::ALL {
            for key in [format!("problem-{}", code.word()), format!("problem-{}-hint", code.word())] {
                assert!(wording.has(&key), "{key}");
            }
        }
        let known: BTreeSet<String> = Code::ALL.iter().map(|code| code.word().to_owned()).collect();
        let (_, problems) = files(language).iter().find(|(name, _)| *name == "problems.ftl").unwrap();
        let words = problems.lines().filter_map(|line| line.strip_prefix("problem-")?.split_once(" ="));
        let strange: Vec<&str> =
            words.map(|(word, _)| word.trim_end_matches("-hint")).filter(|word| !known.contains(*word)).collect();
        assert!(strange.is_empty(), "{strange:?}");
    }
    // With their facts they are compared in `problems`; none of those messages has an empty place.
    for folder in ["frameworks", "exchanges", "overlays", "made"] {
        for entry in fs::read_dir(Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures").join(folder)).unwrap() {
            let path = entry.unwrap().path();
            if path.extension().is_some_and(|ending| ending == "txt") {
                let text = fs::read_to_string(&path).unwrap();
                assert!(is_whole(&text) && !text.contains("[problem"), "{}", path.display());
            }
        }
    }
}

#[test]
fn what_stands_in_a_file_cannot_steer_a_terminal() {
    let problem = Problem::new(Code::UnknownNorm, Position::START).with("norm", "\u{1b}[31mI\n.1\u{202E}");
    let message = Wording::new(Language::Dutch).problem(&problem);
    assert!(message.chars().all(|each| !each.is_control() && each != '\u{202E}'), "{message:?}");
}

#[test]
fn every_value_of_the_domain_has_words() {
    for language in Language::ALL {
        let wording = Wording::new(language);
        let mut texts: Vec<String> = Vec::new();
        texts.extend(Perspective::ALL.map(|each| wording.perspective(each)));
        texts.extend(ExceedsOne::ALL.map(|each| wording.exceeds_one(each)));
        for rung in Rung::ALL {
            texts.extend(Verdict::ALL.map(|verdict| wording.verdict(rung, verdict)));
        }
        texts.extend([TestUnit::Lender, TestUnit::File, TestUnit::Both].map(|unit| wording.test_unit(unit)));
        let all = [Status::Settled, Status::Determined, Status::Interval, Status::Contradiction, Status::NotApplicable];
        texts.extend(all.map(|status| wording.status(status)));
        for norms in [vec![NormId::new("I.5.1")], vec![NormId::new("I.5.1"), NormId::new("I.3.1")]] {
            texts.extend(statements(&norms).iter().map(|statement| wording.statement(statement)));
            texts.extend(refusals(&norms).iter().map(|refusal| wording.refusal(refusal)));
            for kind in warnings() {
                texts.push(wording.warning(&Warning { kind, norms: norms.clone() }));
            }
            let way = WayUp { to: Level::FOUR, changes: vec![NormId::new("I.5.1")], candidates: norms.clone() };
            texts.push(wording.way_up(&way));
        }
        let strange: Vec<&String> = texts.iter().filter(|text| !is_whole(text)).collect();
        assert!(strange.is_empty(), "{strange:#?}");
    }
}

fn warnings() -> [WarningKind; 3] {
    let pair = |lower| Pair { higher: Rung::FIVE, lower, rule: PairRule::Warn };
    [WarningKind::Above(pair(Rung::THREE)), WarningKind::Above(pair(Rung::ONE)), WarningKind::Negation(Rung::THREE)]
}

fn statements(norms: &[NormId]) -> Vec<Statement> {
    let norms = norms.to_vec();
    let between = LevelSet::of(&[Level::TWO]);
    let some = |policy| Statement::SomeDeficiencies { present: norms.clone(), applicable: 4, policy, between };
    let named: [fn(Vec<NormId>) -> Statement; 5] = [
        Statement::Contradiction,
        Statement::EveryDeficiency,
        Statement::DeficiencyOpen,
        Statement::TwinsDoNotLift,
        Statement::LeftOut,
    ];
    let on_rung: [fn(Rung, Vec<NormId>) -> Statement; 9] = [
        Statement::BaseFails,
        Statement::BaseFailsAlone,
        Statement::BaseOpen,
        Statement::Follows,
        Statement::DeficiencyBeside,
        Statement::DeficiencyFollows,
        Statement::UpperHoldsInPart,
        Statement::UpperFails,
        Statement::UpperOpen,
    ];
    let mut all: Vec<Statement> = named.iter().map(|statement| statement(norms.clone())).collect();
    all.extend(on_rung.iter().map(|statement| statement(Rung::FOUR, norms.clone())));
    all.extend(ExceedsOne::ALL.map(Some).into_iter().chain([None]).map(some));
    all.extend([Statement::AssessorSettles, Statement::NoDeficiency, Statement::NoneApplicable(Rung::THREE)]);
    all.extend([Statement::BaseHolds(Rung::THREE, norms.len()), Statement::UpperHolds(Rung::FIVE, norms.len())]);
    all.extend([between, LevelSet::EMPTY].map(|set| Statement::Partly(Rung::FIVE, set, norms.clone())));
    all.extend([Statement::Lifts(Level::THREE, norms.clone()), Statement::NothingLifts(Rung::FIVE)]);
    all.push(Statement::RungIsEmpty(Rung::THREE, Level::FOUR));
    all.extend([Statement::Settled(Level::TWO), Statement::Lapsed(Level::TWO), Statement::Ends(Level::FOUR)]);
    all
}

fn refusals(norms: &[NormId]) -> Vec<Refusal> {
    let (norm, part) = (|| norms[0].clone(), || PartId::new("I"));
    let admissible = LevelSet::of(&[Level::ONE, Level::TWO]);
    let many: Vec<NormId> = (1..=12).map(|number| NormId::new(&format!("I.5.{number}"))).collect();
    let mut all = vec![
        Refusal::UnknownNorm(norm()),
        Refusal::UnknownPart(part()),
        Refusal::PartlyNotAllowed(norm()),
        Refusal::ReasonNeeded,
        Refusal::NotAdmissible { part: part(), level: Level::FIVE, admissible },
        Refusal::NothingToSettle(part(), Status::Contradiction),
        Refusal::NotComplete { open: norms.to_vec(), parts: vec![part()] },
        Refusal::NotComplete { open: many.clone(), parts: Vec::new() },
        Refusal::NotComplete { open: Vec::new(), parts: vec![part()] },
        Refusal::RationalesMissing(norms.to_vec()),
        Refusal::RationalesMissing(many),
        Refusal::AssessorUnnamed,
        Refusal::TextTooLong(20_000),
        Refusal::OtherSubject("Een ander".to_owned()),
        Refusal::NothingToUndo,
        Refusal::NothingToRedo,
        Refusal::NothingChanges,
    ];
    all.extend([CoverField::Subject, CoverField::Kvk, CoverField::Period].map(Refusal::CoverIncomplete));
    all.extend(Verdict::ALL.map(|verdict| Refusal::RationaleNeeded(norm(), verdict)));
    all.extend(Perspective::ALL.map(Refusal::Final));
    all.extend(Perspective::ALL.map(Refusal::NotFinal));
    all
}

#[test]
fn long_lists_of_norms_are_cut_in_a_refusal_and_short_ones_are_not() {
    let wording = Wording::new(Language::Dutch);
    let many: Vec<NormId> = (1..=12).map(|number| NormId::new(&format!("I.5.{number}"))).collect();
    let cut = wording.refusal(&Refusal::NotComplete { open: many.clone(), parts: Vec::new() });
    assert_eq!(
        cut,
        "Nog niet volledig: 12 normen staan nog open (I.5.1, I.5.2, I.5.3, I.5.4, I.5.5, I.5.6, I.5.7, I.5.8, I.5.9, \
         I.5.10 en nog 2)."
    );
    let whole = wording.refusal(&Refusal::RationalesMissing(many[..2].to_vec()));
    assert_eq!(whole, "De toelichting ontbreekt bij I.5.1 en I.5.2. Vul die eerst aan.");
}

#[test]
fn the_headline_of_every_part_is_a_sentence_in_every_state() {
    let framework = crate::frameworks::afm();
    let wording = Wording::new(Language::Dutch);
    let part = framework.part("VI").unwrap();
    let headline = |verdicts: &[(&str, Verdict)]| {
        let mut sheet = Sheet::empty(&framework);
        for (norm, verdict) in verdicts {
            sheet.findings.insert(NormId::new(norm), trede::domain::Finding::bare(*verdict));
        }
        wording.headline(&PartScore::of(part, &sheet))
    };
    use Verdict::{Fails, Holds, NotApplicable};
    assert_eq!(headline(&[]), "Nog 6 normen bepalen of dit een 1, 2, 3, 4 of 5 is");
    assert_eq!(headline(&[("VI.3.1", Fails), ("VI.1.1", Fails)]), "Dit is een 2");
    assert_eq!(headline(&[("VI.3.1", Fails), ("VI.5.1", Fails)]), "Nog 1 norm bepaalt of dit een 1 of 2 is");
    assert_eq!(headline(&[("VI.3.1", Holds), ("VI.1.1", Holds)]), "Tegenspraak: eerst oplossen");
    assert_eq!(headline(&[("VI.3.1", NotApplicable), ("VI.3.2", NotApplicable)]), "Niet van toepassing: geen score");
}
