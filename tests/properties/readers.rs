//! Readers of files from outside: whatever comes in, they answer, quickly, and read what the formats mean.

use proptest::prelude::*;
use proptest::test_runner::TestRunner;
use trede::storage::located::{Node, Value};
use trede::storage::problem::{Code, Problem};
use trede::storage::{exchange_file, framework_file, syntax};

use super::sheets::config;
use crate::frameworks::afm;

fn parse(text: &str) -> Result<Node, Vec<Problem>> {
    let mut problems = Vec::new();
    let node = syntax::parse(text.as_bytes(), &mut problems);
    node.filter(|_| problems.is_empty()).ok_or(problems)
}

#[test]
fn nested_bombs_are_refused_as_too_deep() {
    for (open, close) in
        [("[", "]"), ("(", ")"), ("{\"a\":", "}"), ("Some(", ")"), ("A(", ")"), ("(a:", ")"), ("A(b:", ")")]
    {
        let bomb = format!("{}1{}", open.repeat(100_000), close.repeat(100_000));
        let problems = parse(&bomb).unwrap_err();
        assert!(problems.iter().all(|problem| problem.code == Code::TooDeep), "{open}: {problems:?}");
        // Cut off as well.
        assert!(!parse(&open.repeat(100_000)).unwrap_err().is_empty(), "{open}");
    }
    assert!(parse(&format!("{}1", "/*".repeat(1_000_000))).is_err());
    let balanced = format!("{}{}1", "/*".repeat(10_000), "*/".repeat(10_000));
    assert!(parse(&balanced).is_ok());
}

#[test]
fn a_million_small_mistakes_are_answered_without_taking_all_memory() {
    let framework = afm();
    for mistakes in ["-inf,", "NaN,", "1.5,", "(),", "\"\\0\",", "(a:1,a:1),"] {
        let list = mistakes.repeat(7 * 1024 * 1024 / mistakes.len());
        let file = format!("(format: 1, id: \"x\", themes: [{list}])");
        assert!(!framework_file::load(file.as_bytes()).unwrap_err().is_empty());
        let file = format!("(format: 1, framework: \"x\", answers: {{}}, case_files: [{list}])");
        assert!(!exchange_file::read(file.as_bytes(), &framework).unwrap_err().is_empty());
    }
}

#[test]
fn prop_whatever_the_bytes_the_readers_answer() {
    let framework = afm();
    let shipped = trede::storage::shipped::ALL[0].text.as_bytes();
    let example = include_bytes!("../../assets/voorbeeld.ron").as_slice();
    let cut = |source: &'static [u8]| {
        let edit = (any::<prop::sample::Index>(), proptest::collection::vec(any::<u8>(), 0..6), 0..40_usize);
        proptest::collection::vec(edit, 1..4).prop_map(move |edits| {
            let mut bytes = source.to_vec();
            for (at, new, drop) in edits {
                let at = at.index(bytes.len());
                let end = (at + drop).min(bytes.len());
                bytes.splice(at..end, new);
            }
            bytes
        })
    };
    let piece = "[(){}\\[\\]\":,#!/*\\\\a-zA-Z0-9_.+-]|Some|NaN|inf|r#|\\\\u|1e99|//|\n| |é";
    let soup = proptest::collection::vec(piece, 0..40).prop_map(|pieces| pieces.concat().into_bytes());
    let bytes = prop_oneof![
        1 => proptest::collection::vec(any::<u8>(), 0..200),
        4 => soup,
        1 => cut(example),
        1 => cut(shipped),
    ];
    let outcome = TestRunner::new(config(600)).run(&bytes, |bytes| {
        let text = String::from_utf8_lossy(&bytes).into_owned();
        for problem in framework_file::load(&bytes).err().into_iter().flatten() {
            prop_assert!(problem.at.line <= text.lines().count() + 1, "{problem:?}");
        }
        if let Err(problems) = exchange_file::read(&bytes, &framework) {
            prop_assert!(!problems.is_empty());
        }
        Ok(())
    });
    outcome.unwrap_or_else(|failure| panic!("{failure}"));
}

fn json() -> impl Strategy<Value = serde_json::Value> {
    let text = || {
        let any_text = proptest::string::string_regex("(?s).{0,8}").unwrap();
        any_text.prop_filter("readable", |text| !text.chars().any(trede::domain::text::is_hidden))
    };
    let leaf = prop_oneof![
        Just(serde_json::Value::Null),
        any::<i64>().prop_map(serde_json::Value::from),
        text().prop_map(serde_json::Value::from),
    ];
    leaf.prop_recursive(4, 24, 5, move |inner| {
        prop_oneof![
            proptest::collection::vec(inner.clone(), 0..5).prop_map(serde_json::Value::from),
            proptest::collection::btree_map(text(), inner, 0..5)
                .prop_map(|map| serde_json::Value::from(map.into_iter().collect::<serde_json::Map<_, _>>())),
        ]
    })
}

fn same(node: &Node, json: &serde_json::Value) -> bool {
    match (&node.value, json) {
        (Value::Nothing, serde_json::Value::Null) => true,
        (Value::Number(ours), serde_json::Value::Number(theirs)) => theirs.as_i64() == Some(*ours),
        (Value::Text(ours), serde_json::Value::String(theirs)) => ours == theirs,
        (Value::List(ours), serde_json::Value::Array(theirs)) => {
            ours.len() == theirs.len() && ours.iter().zip(theirs).all(|(ours, theirs)| same(ours, theirs))
        }
        (Value::Fields(ours), serde_json::Value::Object(theirs)) => {
            ours.len() == theirs.len()
                && ours.iter().all(|(key, _, node)| theirs.get(key).is_some_and(|value| same(node, value)))
        }
        _ => false,
    }
}

#[test]
fn prop_our_reader_reads_what_the_crates_for_json_and_ron_wrote() {
    let outcome = TestRunner::new(config(500)).run(&json(), |value| {
        let object = serde_json::json!({ "value": value });
        for text in [object.to_string(), serde_json::to_string_pretty(&object).unwrap()] {
            let node = parse(&text).map_err(|problems| TestCaseError::fail(format!("{problems:?}\n{text}")))?;
            prop_assert!(same(&node, &object), "{text}\n{node:?}");
        }
        // RON writes maps with braces, which at the start of a file would be JSON.
        let list = serde_json::json!([value]);
        let pretty = ron::ser::to_string_pretty(&list, ron::ser::PrettyConfig::new()).unwrap();
        for text in [ron::to_string(&list).unwrap(), pretty] {
            let node = parse(&text).map_err(|problems| TestCaseError::fail(format!("{problems:?}\n{text}")))?;
            prop_assert!(same(&node, &list) || text.contains("()"), "{text}\n{node:?}");
        }
        Ok(())
    });
    outcome.unwrap_or_else(|failure| panic!("{failure}"));
}
