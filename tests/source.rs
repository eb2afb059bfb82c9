//! Reading the program's own source, for the tests that guard its texts and its layers.

use std::fs;
use std::path::{Path, PathBuf};

/// All Rust files under a folder, in order.
pub fn rust_files(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            found.extend(rust_files(&path));
        } else if path.extension().is_some_and(|ending| ending == "rs") {
            found.push(path);
        }
    }
    found.sort();
    found
}

/// The source up to its tests, which stand at the end of a file.
pub fn without_tests(text: &str) -> &str {
    text.split_once("#[cfg(test)]\nmod tests").map_or(text, |(program, _)| program)
}

/// A stretch of source: code, or the inside of a text literal.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Stretch {
    Code(String),
    Literal(String),
}

/// Cuts source into code and text literals; comments are left out.
pub fn stretches(text: &str) -> Vec<Stretch> {
    let all: Vec<char> = text.chars().collect();
    let (mut at, mut code, mut found) = (0, String::new(), Vec::new());
    let ahead = |at: usize, text: &str| text.chars().enumerate().all(|(step, each)| all.get(at + step) == Some(&each));
    while at < all.len() {
        let raw = (all[at] == 'r' && !code.ends_with(|last: char| last.is_alphanumeric() || last == '_'))
            .then(|| all[at + 1..].iter().take_while(|each| **each == '#').count())
            .filter(|hashes| all.get(at + 1 + hashes) == Some(&'"'));
        if ahead(at, "//") {
            while at < all.len() && all[at] != '\n' {
                at += 1;
            }
        } else if ahead(at, "/*") {
            while at < all.len() && !ahead(at, "*/") {
                at += 1;
            }
            at += 2;
        } else if let Some(hashes) = raw {
            let end = format!("\"{}", "#".repeat(hashes));
            at += 2 + hashes;
            let mut literal = String::new();
            while at < all.len() && !ahead(at, &end) {
                literal.push(all[at]);
                at += 1;
            }
            at += end.len();
            found.extend([Stretch::Code(std::mem::take(&mut code)), Stretch::Literal(literal)]);
        } else if all[at] == '"' {
            at += 1;
            let mut literal = String::new();
            while at < all.len() && all[at] != '"' {
                if all[at] == '\\' {
                    literal.push(all[at]);
                    at += 1;
                }
                literal.extend(all.get(at));
                at += 1;
            }
            at += 1;
            found.extend([Stretch::Code(std::mem::take(&mut code)), Stretch::Literal(literal)]);
        } else if all[at] == '\'' && (all.get(at + 1) == Some(&'\\') || all.get(at + 2) == Some(&'\'')) {
            // A character, not a lifetime.
            at += if all.get(at + 1) == Some(&'\\') { 3 } else { 2 };
            while at < all.len() && all[at] != '\'' {
                at += 1;
            }
            at += 1;
        } else {
            code.push(all[at]);
            at += 1;
        }
    }
    found.push(Stretch::Code(code));
    found
}

/// Every text literal of the program, without its tests, with the code right before it (blanks left out).
pub fn literals(text: &str) -> Vec<(String, String)> {
    let mut before = String::new();
    let mut found = Vec::new();
    for stretch in stretches(without_tests(text)) {
        match stretch {
            Stretch::Code(code) => before = code.chars().filter(|each| !each.is_whitespace()).collect(),
            Stretch::Literal(literal) => found.push((before.clone(), literal)),
        }
    }
    found
}

/// The code of the program, without its tests, comments and text literals.
pub fn code(text: &str) -> String {
    stretches(without_tests(text))
        .into_iter()
        .map(|stretch| match stretch {
            Stretch::Code(code) => code,
            Stretch::Literal(_) => "\"\"".to_owned(),
        })
        .collect()
}

#[test]
fn source_is_cut_into_code_and_literals() {
    let text =
        "let a = \"x\\\"y\"; // \"no\"\nlet b: &'static str = r#\"z\"q\"#; let c = '\"'; /* \"no\" */ f(\n  \"k\")";
    let literals: Vec<String> = literals(text).into_iter().map(|(_, literal)| literal).collect();
    assert_eq!(literals, ["x\\\"y", "z\"q", "k"]);
    assert!(super::source::literals(text)[2].0.ends_with("f("));
    assert!(!code(text).contains("no"));
}
