//! `trede framework`.

use serde_json::json;
use trede::storage::{framework_file, shipped};

use super::desk::{Desk, FRAMEWORK, keys};

const TEXT: &str = shipped::ALL[0].text;

#[test]
fn the_list_names_those_on_board_and_those_in_a_folder() {
    let desk = Desk::new();
    let hash = framework_file::sha256(TEXT.as_bytes());
    let title = "Betalingsachterstanden hypotheken";
    let out = desk.done(&["framework", "list"]);
    assert!(out.starts_with(&format!("{FRAMEWORK}  1.0.0  {title}")), "{out}");
    assert!(out.ends_with(&format!("\n    sha256 {hash}  (ingebouwd)\n")), "{out}");
    desk.write("kader.ron", format!("// een kopie\n{TEXT}").as_bytes());
    desk.write("kapot.ron", b"(");
    desk.write("brief.txt", b"Beste lezer");
    let (code, listed) = desk.json(&["framework", "list", "--dir", "."]);
    assert_eq!((code, listed["frameworks"].as_array().unwrap().len()), (0, 2));
    let first = &listed["frameworks"][0];
    assert_eq!(keys(first), ["from", "id", "sha256", "title", "version"]);
    assert_eq!([&first["id"], &first["version"], &first["sha256"]], [FRAMEWORK, "1.0.0", &hash]);
    assert_eq!(listed["frameworks"][1]["from"], "./kader.ron");
    desk.refused(&["framework", "list", "--dir", "nergens"], "missing");
}

#[test]
fn a_check_names_every_problem_with_its_place() {
    let desk = Desk::new();
    desk.write("goed.ron", TEXT.as_bytes());
    let hash = framework_file::sha256(TEXT.as_bytes());
    assert_eq!(
        desk.done(&["framework", "check", "goed.ron"]),
        format!("goed.ron is in orde: 7 onderdelen, 95 normen.\n    {FRAMEWORK} 1.0.0  sha256 {hash}\n")
    );
    assert_eq!(desk.json(&["framework", "check", "goed.ron"]), (0, json!({"problems": []})));

    let bad = TEXT.replacen("\"3/10\"", "\"4/10\"", 1).replacen("version: \"1.0.0\"", "version: 1", 1);
    desk.write("fout.ron", bad.as_bytes());
    let out = desk.findings(&["framework", "check", "goed.ron", "fout.ron"]);
    let (code, found) = desk.json(&["framework", "check", "goed.ron", "fout.ron"]);
    let problems = found["problems"].as_array().unwrap();
    assert_eq!(code, 1);
    assert!(problems.len() >= 2, "{found}");
    let line = |text: &str| bad.lines().position(|line| line.contains(text)).unwrap() + 1;
    for problem in problems {
        assert_eq!(keys(problem), ["code", "column", "file", "hint", "line", "message"]);
        let place =
            format!("fout.ron:{}:{} {}: ", problem["line"], problem["column"], problem["code"].as_str().unwrap());
        assert!(out.contains(&place), "{place} in {out}");
    }
    assert!(problems.iter().any(|problem| problem["code"] == "wrong-type" && problem["line"] == line("version: 1")));
    assert!(problems.iter().any(|problem| problem["code"] == "weights"), "{found}");

    desk.write("syntaxis.ron", b"(id: \"x\",\n  title: [,\n)");
    let out = desk.findings(&["framework", "check", "syntaxis.ron"]);
    assert!(out.starts_with("syntaxis.ron:2:11 syntax: "), "{out}");
    desk.refused(&["framework", "check", "nergens.ron"], "missing");
    desk.refused(&["framework", "check"], "usage");
}

#[test]
fn show_gives_themes_parts_rows_norms_and_policies() {
    let desk = Desk::new();
    let out = desk.done(&["framework", "show", FRAMEWORK]);
    let norms = shipped::ALL[0].load().unwrap();
    assert!(norms.norms().all(|norm| out.contains(&format!("    {:<8} ", norm.id.as_str()))));
    assert!(out.contains("  exceeds_one = assessor_settles  S-03\n"), "{out}");
    let (_, shown) = desk.json(&["framework", "show", FRAMEWORK]);
    assert_eq!(keys(&shown), ["id", "policies", "sha256", "themes", "title", "version"]);
    let parts: Vec<_> =
        shown["themes"].as_array().unwrap().iter().flat_map(|theme| theme["parts"].as_array().unwrap()).collect();
    let rows: Vec<_> = parts.iter().flat_map(|part| part["aspects"].as_array().unwrap()).collect();
    let count: usize = rows.iter().map(|row| row["norms"].as_array().unwrap().len()).sum();
    assert_eq!((parts.len(), rows.len(), count), (7, 34, 95));
    assert_eq!(shown["themes"][0]["weight"], "3/10");
    assert_eq!(keys(&rows[0]["norms"][0]), ["id", "place", "rung", "text", "twin"]);
    // The same from a file; an id that nobody knows is answered with those that are.
    desk.write("kader.ron", TEXT.as_bytes());
    assert_eq!(desk.done(&["framework", "show", "kader.ron"]), out);
    assert!(desk.refused(&["framework", "show", "iets"], "usage").contains(FRAMEWORK));
    desk.write("kapot.ron", b"(id: 1)");
    let sentence = desk.refused(&["framework", "show", "kapot.ron"], "missing-field");
    assert!(sentence.contains("kapot.ron:1:"), "{sentence}");
}

#[test]
fn a_new_framework_is_a_skeleton_that_passes_the_check() {
    let desk = Desk::new();
    for (language, sign) in [("nl", "Skelet van een normenkader"), ("en", "Skeleton of a norm framework")] {
        let file = format!("Mijn kader {language}.ron");
        desk.done(&["framework", "new", &file, "--lang", language]);
        let text = String::from_utf8(desk.read(&file)).unwrap();
        assert!(text.contains(sign) && text.contains(&format!("id: \"mijn-kader-{language}\"")), "{text}");
        let framework = framework_file::load(text.as_bytes()).unwrap_or_else(|problems| panic!("{problems:#?}"));
        assert_eq!((framework.parts().count(), framework.norms().count()), (2, 8));
        desk.done(&["framework", "check", &file]);
        // It is whole enough to make an assessment with.
        desk.done(&["new", &format!("{language}.trede"), "--framework", &file, "--subject", "Voorbeeldbank"]);
        desk.done(&["score", &format!("{language}.trede")]);
        // Nothing is overwritten without being asked.
        desk.refused(&["framework", "new", &file], "exists");
    }
    desk.done(&["framework", "new", "Mijn kader nl.ron", "--id", "ander", "--force"]);
    assert!(String::from_utf8(desk.read("Mijn kader nl.ron")).unwrap().contains("id: \"ander\""));
    desk.refused(&["framework", "new", "x.ron", "--id", "met spatie"], "usage");
    assert!(!desk.names().contains(&"x.ron".to_owned()));
}
