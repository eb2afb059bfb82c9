//! The rooms of the program know only what the table in `src/lib.rs` says.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use crate::source;

/// Which rooms a room may name. A room that stands on another may also name what that one is made of; so the rooms
/// that combine reach down to the domain.
const MAY_KNOW: &[(&str, &[&str])] = &[
    ("domain", &[]),
    // The facts of problems and errors, to put them into words; see `the_wording_does_nothing_with_outer_rooms`.
    ("wording", &["domain", "storage", "report", "signing", "stamping", "trust", "verification", "session"]),
    ("storage", &["domain"]),
    ("report", &["domain", "wording"]),
    ("signing", &[]),
    ("stamping", &["signing"]),
    ("trust", &["domain", "storage", "signing"]),
    ("verification", &["domain", "wording", "storage", "report", "signing"]),
    ("session", &["domain", "wording", "storage", "report", "signing", "verification"]),
    ("cli", &["domain", "wording", "storage", "report", "signing", "stamping", "trust", "verification", "session"]),
    ("gui", &["domain", "wording", "storage", "report", "signing", "stamping", "trust", "verification", "session"]),
];

fn src() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("src")
}

/// The files of a room with their code, tests left out.
fn room(name: &str) -> Vec<(PathBuf, String)> {
    let mut files = Vec::new();
    let single = src().join(format!("{name}.rs"));
    if single.exists() {
        files.push(single);
    }
    if src().join(name).is_dir() {
        files.extend(source::rust_files(&src().join(name)));
    }
    files.into_iter().map(|path| (path.clone(), source::code(&fs::read_to_string(&path).unwrap()))).collect()
}

/// The names right after each `prefix`; those in braces too.
fn named_after(code: &str, prefix: &str) -> BTreeSet<String> {
    let code: String = code.split_whitespace().collect::<Vec<_>>().join(" ");
    let word = |text: &str| text.chars().take_while(|each| each.is_alphanumeric() || *each == '_').collect::<String>();
    let mut names = BTreeSet::new();
    for (at, _) in code.match_indices(prefix) {
        let before = code[..at].chars().next_back();
        if before.is_some_and(|each| each.is_alphanumeric() || each == '_' || each == ':' || each == '$') {
            continue;
        }
        let after = &code[at + prefix.len()..];
        let Some(list) = after.strip_prefix('{') else {
            names.insert(word(after));
            continue;
        };
        let mut depth = 0;
        let mut start = true;
        for (place, each) in list.char_indices() {
            match each {
                '}' if depth == 0 => break,
                '{' => depth += 1,
                '}' => depth -= 1,
                ',' if depth == 0 => start = true,
                ' ' => {}
                _ if start && depth == 0 => {
                    names.insert(word(&list[place..]));
                    start = false;
                }
                _ => {}
            }
        }
    }
    names.remove("");
    names
}

fn strangers(name: &str) -> Vec<String> {
    let (_, may_know) = MAY_KNOW.iter().find(|(room, _)| *room == name).unwrap();
    let mut found = Vec::new();
    for (path, code) in room(name) {
        for other in named_after(&code, "crate::") {
            if MAY_KNOW.iter().any(|(room, _)| *room == other) && other != name && !may_know.contains(&other.as_str()) {
                found.push(format!("{} names {other}", path.display()));
            }
        }
    }
    found
}

#[test]
fn domain_knows_no_outer_layer() {
    assert_eq!(strangers("domain"), [""; 0]);
    for (path, code) in room("domain") {
        let crates =
            ["rusqlite", "ron", "serde", "serde_json", "fluent_bundle", "eframe", "printpdf", "lopdf", "chrono"];
        for outside in crates {
            assert!(!code.contains(&format!("{outside}::")), "{} uses {outside}", path.display());
        }
    }
}

#[test]
fn every_room_knows_only_the_rooms_that_the_map_names_with_it() {
    for (name, _) in MAY_KNOW {
        assert!(!room(name).is_empty(), "there is no room {name}");
        assert_eq!(strangers(name), [""; 0]);
    }
}

#[test]
fn every_room_stands_in_the_map() {
    let map = fs::read_to_string(src().join("lib.rs")).unwrap();
    let rooms: Vec<&str> = map.lines().filter_map(|line| line.strip_prefix("pub mod ")?.strip_suffix(';')).collect();
    let known: Vec<&str> = MAY_KNOW.iter().map(|(room, _)| *room).collect();
    assert!(rooms.iter().all(|room| known.contains(room)), "{rooms:?}");
    assert_eq!(rooms.len(), known.len());
    assert!(known.iter().all(|room| map.contains(&format!("`{room}`"))));
}

#[test]
fn the_domain_has_no_clock_no_chance_no_files_and_no_floating_point() {
    let outside = [
        "std::fs",
        "std::io",
        "std::net",
        "std::env",
        "std::process",
        "std::thread",
        "std::time",
        "SystemTime",
        "Instant",
        "f32",
        "f64",
        "getrandom",
        "rand_core",
        "println!",
        "eprintln!",
    ];
    for (path, code) in room("domain") {
        let words: BTreeSet<&str> =
            code.split(|each: char| !(each.is_alphanumeric() || "_:!".contains(each))).collect();
        for word in outside {
            let used = words.iter().any(|found| *found == word || found.starts_with(&format!("{word}::")));
            assert!(!used, "{} uses {word}", path.display());
        }
    }
}

/// The last names of the paths in every `use` of an outer room.
fn last_names(code: &str) -> Vec<String> {
    let uses = code.split(';').filter_map(|statement| statement.trim().strip_prefix("use crate::"));
    let outer = uses.filter(|path| !path.starts_with("domain"));
    outer
        .flat_map(|path| path.split([',', '}']).map(str::trim).filter(|path| !path.is_empty()).collect::<Vec<_>>())
        .filter_map(|path| path.rsplit("::").next())
        .map(|name| name.trim_start_matches('{').trim().to_owned())
        .filter(|name| !name.is_empty())
        .collect()
}

#[test]
fn the_wording_does_nothing_with_outer_rooms() {
    // It names their errors and problems, which are facts, and calls no function of such a room itself.
    for (path, code) in room("wording") {
        for name in last_names(&code) {
            assert!(name.starts_with(char::is_uppercase), "{} uses {name}", path.display());
        }
        for (at, _) in code.match_indices("crate::").filter(|(at, _)| !code[..*at].ends_with("use ")) {
            let named: String =
                code[at..].chars().take_while(|each| each.is_alphanumeric() || matches!(each, '_' | ':')).collect();
            let has_type = named.split("::").any(|word| word.starts_with(char::is_uppercase));
            assert!(has_type, "{} names {named}", path.display());
        }
    }
    assert_eq!(last_names("use crate::storage::log::{Entry, read};"), ["Entry", "read"]);
}

#[test]
fn only_one_room_knows_each_outside_library() {
    for (library, may_use) in [
        ("rusqlite", &["storage"][..]),
        ("fluent_bundle", &["wording"]),
        ("printpdf", &["report"]),
        ("eframe", &["gui"]),
        ("hayro", &["gui"]),
        ("egui", &["gui"]),
        ("clap", &["cli"]),
        ("cms", &["signing"]),
        ("p256", &["signing"]),
        ("cryptoki", &["signing"]),
    ] {
        for (name, _) in MAY_KNOW.iter().filter(|(name, _)| !may_use.contains(name)) {
            for (path, code) in room(name) {
                let uses = named_after(&code, "use ").contains(library)
                    || code.match_indices(&format!("{library}::")).any(|(at, _)| {
                        !code[..at].ends_with(|before: char| before.is_alphanumeric() || before == '_' || before == ':')
                    });
                assert!(!uses, "{} uses {library}", path.display());
            }
        }
    }
}

#[test]
fn files_stay_small_enough_to_read() {
    let long: Vec<String> = source::rust_files(&src())
        .into_iter()
        .map(|path| (fs::read_to_string(&path).unwrap().lines().count(), path))
        .filter(|(lines, _)| *lines > 420)
        .map(|(lines, path)| format!("{} has {lines} lines", path.display()))
        .collect();
    assert_eq!(long, [""; 0]);
}

#[test]
fn names_after_a_prefix_are_found_in_braces_too() {
    let found = named_after(
        "use crate::{domain::{Level, Text}, storage, report::x};\nlet y = crate::session::go();",
        "crate::",
    );
    assert_eq!(found, ["domain", "report", "session", "storage"].map(String::from).into());
}
