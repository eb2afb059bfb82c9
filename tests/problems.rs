//! Every kind of problem in a file has a bad file here, with the message that a reader gets to see beside it.
//!
//! `fixtures/frameworks`, `fixtures/exchanges` and `fixtures/overlays` hold one file for each code, and some that hold many problems. The
//! expected messages stand in `NAME.txt`; they were read by a person and are never written by a test.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use trede::domain::text::{LONGEST_TEXT, Language};
use trede::domain::{Framework, Verdict};
use trede::storage::located::{Node, Value};
use trede::storage::problem::{Code, Problem};
use trede::storage::{exchange_file, framework_file, overlay_file, syntax};
use trede::wording::Wording;

fn fixtures(folder: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures").join(folder)
}

/// The bad files of a folder: their names and contents, in order.
fn bad_files(folder: &str) -> Vec<(String, Vec<u8>)> {
    let mut files: Vec<(String, Vec<u8>)> = fs::read_dir(fixtures(folder))
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.extension().is_none_or(|ending| ending != "txt"))
        .map(|path| (path.file_name().unwrap().to_string_lossy().into_owned(), fs::read(&path).unwrap()))
        .filter(|(name, _)| !name.starts_with("good."))
        .collect();
    files.sort();
    files
}

/// The framework that the exchange files are about.
fn small() -> Framework {
    framework_file::load(&fs::read(fixtures("frameworks/good.ron")).unwrap()).unwrap()
}

fn shown(file: &str, problems: &[Problem]) -> String {
    let wording = Wording::new(Language::Dutch);
    problems
        .iter()
        .map(|problem| {
            let (line, column, code) = (problem.at.line, problem.at.column, problem.code.word());
            let (message, hint) = (wording.problem(problem), wording.hint(problem));
            format!("{file}:{line}:{column} {code}: {message}\n    {hint}\n")
        })
        .collect()
}

/// Compares with the expected messages; gives the codes that occur.
fn compare(folder: &str, file: &str, problems: &[Problem]) -> BTreeSet<Code> {
    let name = file.split('.').next().unwrap();
    let expected = fixtures(folder).join(format!("{name}.txt"));
    let expected = fs::read_to_string(&expected).unwrap_or_default();
    let shown = shown(file, problems);
    assert!(shown == expected, "{folder}/{file} gives\n{shown}\nand not\n{expected}");
    let codes: BTreeSet<Code> = problems.iter().map(|problem| problem.code).collect();
    if let Some(code) = Code::ALL.iter().find(|code| code.word() == name) {
        assert!(codes.contains(code), "{folder}/{file} does not show {name}");
    }
    codes
}

/// Files that are too large or odd to keep beside the others.
fn made() -> Vec<(&'static str, Vec<u8>)> {
    let good = fs::read_to_string(fixtures("frameworks/good.ron")).unwrap();
    let long = good.replace("Klein kader", &"a".repeat(LONGEST_TEXT + 1));
    let mut no_text = good.clone().into_bytes();
    let place = good.find("kader").unwrap();
    no_text[place] = 0xFF;
    vec![
        ("too-large.ron", vec![b' '; syntax::LARGEST + 1]),
        ("text-too-long.ron", long.into_bytes()),
        ("not-text.ron", no_text),
        (
            "raw-control-characters.ron",
            good.replace("Verslag", "Ver\u{0}slag").replace("Vijf", "\u{202E}fjiV").into_bytes(),
        ),
        ("many-values.ron", format!("[{}]", "0,".repeat(200_000)).into_bytes()),
    ]
}

#[test]
fn every_bad_file_is_answered_with_all_its_problems_in_words() {
    let framework = small();
    let mut failed = Vec::new();
    let mut check = |folder: &str, file: &str, problems: Vec<Problem>| {
        let outcome = std::panic::catch_unwind(|| compare(folder, file, &problems));
        failed.extend(outcome.is_err().then(|| format!("{folder}/{file}")));
    };
    for (file, bytes) in bad_files("frameworks") {
        check("frameworks", &file, framework_file::load(&bytes).unwrap_err());
    }
    for (file, bytes) in bad_files("exchanges") {
        check("exchanges", &file, exchange_file::read(&bytes, &framework).unwrap_err());
    }
    for (file, bytes) in bad_files("overlays") {
        check("overlays", &file, overlay_file::read(&bytes, &framework).unwrap_err());
    }
    for (file, bytes) in made() {
        check("made", file, framework_file::load(&bytes).unwrap_err());
    }
    assert!(failed.is_empty(), "{failed:#?}");
}

#[test]
fn every_code_has_a_bad_file() {
    let names: BTreeSet<String> = ["frameworks", "exchanges", "overlays"]
        .iter()
        .flat_map(|folder| bad_files(folder))
        .map(|(name, _)| name)
        .chain(made().into_iter().map(|(name, _)| name.to_owned()))
        .filter_map(|name| name.split('.').next().map(str::to_owned))
        .collect();
    let lacking: Vec<&str> = Code::ALL.iter().map(|code| code.word()).filter(|word| !names.contains(*word)).collect();
    assert!(lacking.is_empty(), "{lacking:?}");
}

#[test]
fn every_expected_message_belongs_to_a_file() {
    for folder in ["frameworks", "exchanges", "overlays", "made"] {
        let made: Vec<&str> = made().into_iter().map(|(name, _)| name).collect();
        for entry in fs::read_dir(fixtures(folder)).unwrap() {
            let path = entry.unwrap().path();
            if path.extension().is_some_and(|ending| ending == "txt") {
                let beside = ["ron", "json"].iter().any(|ending| path.with_extension(ending).exists());
                let name = path.file_stem().unwrap().to_string_lossy().into_owned();
                assert!(beside || made.contains(&format!("{name}.ron").as_str()), "{}", path.display());
            }
        }
    }
}

#[test]
fn the_good_files_are_read_with_and_without_a_byte_order_mark() {
    let framework = small();
    for file in ["exchanges/good.ron", "exchanges/good.json"] {
        let bytes = fs::read(fixtures(file)).unwrap();
        let plain = exchange_file::read(&bytes, &framework).unwrap();
        let marked = exchange_file::read(&[b"\xEF\xBB\xBF", bytes.as_slice()].concat(), &framework).unwrap();
        assert_eq!(plain, marked);
        assert_eq!(plain.sheet.verdict("I.3.1"), Verdict::Holds);
    }
    let bytes = fs::read(fixtures("frameworks/good.ron")).unwrap();
    let marked = framework_file::load(&[b"\xEF\xBB\xBF", bytes.as_slice()].concat()).unwrap();
    assert_eq!(marked.themes, framework.themes);
    // A changed byte is a changed file, even where nothing is read differently.
    assert_ne!(marked.sha256, framework.sha256);
}

/// The names of all fields in a value.
fn field_names(node: &Node, names: &mut BTreeSet<String>) {
    match &node.value {
        Value::List(list) => list.iter().for_each(|node| field_names(node, names)),
        Value::Fields(fields) => fields.iter().for_each(|(name, _, node)| {
            names.insert(name.clone());
            field_names(node, names);
        }),
        _ => {}
    }
}

#[test]
fn the_example_in_the_description_of_the_format_is_a_clean_framework() {
    let text = include_str!("../normenkaders/README.md");
    let example = text.split_once("```ron\n").and_then(|(_, rest)| rest.split_once("```")).unwrap().0;
    let framework = framework_file::load(example.as_bytes()).unwrap_or_else(|problems| panic!("{problems:#?}"));
    assert_eq!(framework.norms().count(), 3);
    // Every field that the format has is named, and every policy with its values.
    for (policy, values) in trede::storage::framework_check::POLICIES {
        for word in [&policy].into_iter().chain(values) {
            assert!(text.contains(&format!("`{word}`")), "{word}");
        }
    }
    let mut fields = BTreeSet::new();
    let others = ["good.eight-parts.ron", "good.all-rungs.ron"].map(|name| fixtures("frameworks").join(name));
    let others = others.map(|path| fs::read_to_string(path).unwrap());
    for text in [trede::storage::shipped::ALL[0].text, &others[0], &others[1]] {
        field_names(&syntax::parse(text.as_bytes(), &mut Vec::new()).unwrap(), &mut fields);
    }
    for field in fields {
        let described = text.split("```").step_by(2).any(|prose| {
            [format!("`{field}`"), format!("({field}: "), format!(", {field}: ")]
                .iter()
                .any(|form| prose.contains(form))
        });
        assert!(described, "{field}");
    }
}

#[test]
fn a_byte_order_mark_moves_no_place() {
    let bytes = fs::read(fixtures("frameworks/many.ron")).unwrap();
    let marked = [b"\xEF\xBB\xBF", bytes.as_slice()].concat();
    assert_eq!(framework_file::load(&bytes).unwrap_err(), framework_file::load(&marked).unwrap_err());
}

#[test]
fn windows_line_ends_move_no_place() {
    for folder in ["frameworks", "exchanges"] {
        let (framework, file) = (small(), if folder == "frameworks" { "many.ron" } else { "many.json" });
        let unix = fs::read_to_string(fixtures(folder).join(file)).unwrap();
        let windows = unix.replace('\n', "\r\n");
        let read = |text: &str| match folder {
            "frameworks" => framework_file::load(text.as_bytes()).unwrap_err(),
            _ => exchange_file::read(text.as_bytes(), &framework).unwrap_err(),
        };
        assert_eq!(read(&unix), read(&windows));
    }
}

#[test]
fn a_norm_that_is_named_as_open_replaces_an_earlier_finding() {
    use trede::domain::{Assessment, Command, Finding, History, NormId, Perspective, decide};
    let framework = small();
    let read = exchange_file::read(&fs::read(fixtures("exchanges/good.ron")).unwrap(), &framework).unwrap();
    let mut assessment = Assessment { cover: read.cover.clone(), ..Assessment::default() };
    let (perspective, finding) = (Perspective::Supervisor, Finding::bare(Verdict::Holds));
    let find = Command::Find { perspective, norm: NormId::new("I.5.2"), finding, continues: false };
    for command in [find, Command::Import(Box::new(read.into()))] {
        let event = decide(&framework, &assessment, &History::default(), command).unwrap();
        assessment.apply(&framework, &event);
    }
    let sheet = assessment.sheet(&framework, perspective);
    assert_eq!((sheet.verdict("I.3.2"), sheet.verdict("I.5.2")), (Verdict::Open, Verdict::Open));
    assert_eq!(sheet.verdict("I.3.1"), Verdict::Holds);
}

#[test]
fn a_list_over_its_limit_is_refused_by_name() {
    let good = fs::read_to_string(fixtures("frameworks/good.ron")).unwrap();
    let many = good.replacen("themes: [", &format!("themes: [{}", "(),".repeat(100)), 1);
    let problems = framework_file::load(many.as_bytes()).unwrap_err();
    let found = problems.iter().find(|problem| problem.code == Code::TooLarge).unwrap();
    assert_eq!((found.facts["what"].as_str(), found.facts["most"].as_str()), ("themes", "100"));
}

#[test]
fn every_problem_is_told_in_english_as_well() {
    let (framework, words) = (small(), Wording::new(Language::English));
    let files =
        bad_files("frameworks").into_iter().map(|(file, bytes)| (file, framework_file::load(&bytes).unwrap_err()));
    let exchanges = bad_files("exchanges");
    let exchanges =
        exchanges.into_iter().map(|(file, bytes)| (file, exchange_file::read(&bytes, &framework).unwrap_err()));
    let overlays = bad_files("overlays");
    let overlays =
        overlays.into_iter().map(|(file, bytes)| (file, overlay_file::read(&bytes, &framework).unwrap_err()));
    let made = made().into_iter().map(|(file, bytes)| (file.to_owned(), framework_file::load(&bytes).unwrap_err()));
    let dutch = Wording::new(Language::Dutch);
    for (file, problems) in files.chain(exchanges).chain(overlays).chain(made) {
        for problem in problems {
            for (english, other) in
                [(words.problem(&problem), dutch.problem(&problem)), (words.hint(&problem), dutch.hint(&problem))]
            {
                let whole = !english.is_empty() && !english.contains("[problem") && !english.contains("{ $");
                // A hint may be no more than a list of words that stand in files.
                let own = english != other;
                assert!(whole && own, "{file}: {english}");
                for fact in problem.facts.values().filter(|fact| fact.len() > 20) {
                    assert_eq!(english.contains(fact.as_str()), other.contains(fact.as_str()), "{file}: {english}");
                }
            }
        }
    }
}

#[test]
fn a_break_in_the_syntax_comes_with_a_hint_on_what_people_do_wrong() {
    let good = fs::read_to_string(fixtures("frameworks/good.ron")).unwrap();
    let words = Wording::new(Language::Dutch);
    let hint = |text: &str| {
        let problems = framework_file::load(text.as_bytes()).unwrap_err();
        assert_eq!(problems[0].code, Code::Syntax, "{problems:?}");
        words.hint(&problems[0])
    };
    let cases = [
        (String::new(), "leeg"),
        ("{\\rtf1\\ansi kader}".to_owned(), "platte tekst"),
        (good.replacen("\"Verslag\"", "“Verslag”", 1), "gekrulde"),
        (good.replacen("weight: \"1\"", "weight: 30%", 1), "rechte aanhalingstekens"),
        (good.replacen("    languages", "\u{a0}   languages", 1), "bijzondere spatie"),
        ("{\n  // een opmerking\n  \"format\": 1\n}".to_owned(), "JSON"),
        (good.replacen("id: \"klein\",", "id: \"klein\"", 1), "komma"),
    ];
    for (text, sign) in cases {
        let said = hint(&text);
        assert!(said.contains(sign), "{sign}: {said}");
    }
}

#[test]
fn the_log_head_of_an_exchange_file_is_read_as_it_stands() {
    let framework = trede::storage::shipped::ALL[0].load().unwrap();
    let read = |count: &str| {
        let head = format!("log_head: (count: {count}, sha256: \"{}\"),", "ab".repeat(32));
        let text = trede::cli::EXAMPLE.replacen("answers:", &format!("{head}\n    answers:"), 1);
        trede::storage::exchange_file::read(text.as_bytes(), &framework).map(|read| read.log_head)
    };
    let head = |count| trede::domain::LogHead { count, sha256: "ab".repeat(32) };
    assert_eq!((read("1").unwrap(), read("70").unwrap()), (Some(head(1)), Some(head(70))));
    for wrong in ["0", "-1"] {
        assert!(read(wrong).unwrap_err().iter().any(|problem| problem.code == Code::UnknownValue), "{wrong}");
    }
}
