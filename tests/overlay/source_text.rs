//! A trial with a real document, for whoever has its text: `TREDE_SOURCE_TEXT` names a plain text file of the module.
//!
//! Nothing of such a text stands in this project. The sentences are found by their order and by the words that they
//! share with our restatement, so some may not be found: the test says how many were.

use std::collections::BTreeSet;

use trede::domain::{Framework, Language, Norm, Part};
use trede::report::fonts::legible::legible;
use trede::report::reading::page_texts;
use trede::storage::overlay_file;
use trede::verification::verify;

use crate::cli::desk::FRAMEWORK;
use crate::example::{ASSESSOR, EXCHANGE, framework, job};

const VARIABLE: &str = "TREDE_SOURCE_TEXT";

/// Words that tell something.
fn words(text: &str) -> BTreeSet<String> {
    let words = text.split(|each: char| !each.is_alphanumeric()).map(str::to_lowercase);
    words.filter(|word| word.chars().count() > 3).collect()
}

/// How much two texts have in common, in thousandths.
fn likeness(one: &BTreeSet<String>, other: &BTreeSet<String>) -> usize {
    2000 * one.intersection(other).count() / (one.len() + other.len()).max(1)
}

/// The line without the mark of an item (a bullet, or the letter that a scan makes of it) or of a score in the margin;
/// and whether it began an item.
fn item(line: &str) -> (&str, bool) {
    let line = line.trim();
    let margin = line.trim_start_matches(|each: char| each.is_ascii_digit() || each == '|').trim_start();
    let line = if margin.len() < line.len() && line.len() - margin.len() <= 3 { margin } else { line };
    match line.split_once(' ') {
        Some(("e" | "o" | "•" | "-" | "–" | "*", rest)) => (rest.trim(), true),
        _ => (line, false),
    }
}

/// The paragraphs and items of a text, each on one line.
fn paragraphs(text: &str) -> Vec<String> {
    let mut found: Vec<String> = Vec::new();
    let mut broken = true;
    for line in text.lines() {
        let (line, begins) = item(line);
        if line.is_empty() {
            broken = true;
            continue;
        }
        // A sentence goes on over an empty line, as at the end of a page.
        let goes_on = line.starts_with(|first: char| first.is_lowercase() || first == '(');
        match found.last_mut() {
            Some(last) if !begins && (!broken || goes_on) => {
                last.push(' ');
                last.push_str(line);
            }
            _ => found.push(line.to_owned()),
        }
        broken = false;
    }
    found
}

/// The lines of a part: from the last heading with its title to that of the next part.
fn section<'a>(lines: &'a [&'a str], parts: &[&Part], at: usize) -> &'a [&'a str] {
    let heading = |part: &Part| {
        let title = part.title.plain(Language::Dutch).to_lowercase();
        let is_heading =
            |line: &&str| line.trim().to_lowercase().ends_with(&title) && line.trim().len() < title.len() + 8;
        lines.iter().rposition(is_heading)
    };
    let from = heading(parts[at]).map_or(lines.len(), |line| line + 1);
    let to = parts.get(at + 1).and_then(|part| heading(part)).unwrap_or(lines.len());
    &lines[from..to.max(from)]
}

/// The norms of a part in the order of the document, with the paragraph that suits each best in that order.
fn place<'a>(part: &'a Part, paragraphs: &'a [String]) -> Vec<(&'a Norm, &'a str)> {
    let mut norms: Vec<&Norm> = part.norms().collect();
    norms.sort_by_key(|norm| std::cmp::Reverse(norm.rung.number()));
    let ours: Vec<_> = norms.iter().map(|norm| words(&norm.text.plain(Language::Dutch))).collect();
    let theirs: Vec<_> = paragraphs.iter().map(|paragraph| words(paragraph)).collect();
    let alike = |n: usize, p: usize| Some(likeness(&ours[n], &theirs[p])).filter(|alike| *alike > 150);
    // best[n][p]: the highest likeness of the norms from n on with the paragraphs from p on.
    let mut best = vec![vec![0; theirs.len() + 1]; ours.len() + 1];
    for n in (0..ours.len()).rev() {
        for p in (0..theirs.len()).rev() {
            let together = alike(n, p).map_or(0, |alike| alike + best[n + 1][p + 1]);
            best[n][p] = together.max(best[n + 1][p]).max(best[n][p + 1]);
        }
    }
    let (mut n, mut p, mut placed) = (0, 0, Vec::new());
    while n < ours.len() && p < theirs.len() {
        if best[n][p] == best[n][p + 1] {
            p += 1;
        } else if best[n][p] == best[n + 1][p] {
            n += 1;
        } else {
            placed.push((norms[n], paragraphs[p].as_str()));
            (n, p) = (n + 1, p + 1);
        }
    }
    placed
}

fn overlay(framework: &Framework, text: &str) -> Vec<u8> {
    let lines: Vec<&str> = text.lines().collect();
    let parts: Vec<&Part> = framework.parts().collect();
    let mut texts = serde_json::Map::new();
    for (at, part) in parts.iter().enumerate() {
        let paragraphs = paragraphs(&section(&lines, &parts, at).join("\n"));
        for (norm, text) in place(part, &paragraphs) {
            texts.insert(norm.id.to_string(), text.into());
        }
    }
    let document = serde_json::json!({
        "format": 1, "overlay_of": FRAMEWORK, "language": "nl", "source": "De eigen tekst van de proef", "texts": texts,
    });
    document.to_string().into_bytes()
}

#[test]
fn the_words_of_a_real_document_lie_over_our_norms_where_its_text_is_given() {
    let Some(path) = std::env::var_os(VARIABLE) else {
        println!("left out: {VARIABLE} does not name a text of the module");
        return assert!(paragraphs("e een\n  twee\n\n3| o Drie\n\nvier").len() == 2);
    };
    let text = std::fs::read_to_string(&path).unwrap();
    let framework = framework();
    let file = overlay(&framework, &text);
    let read = overlay_file::read(&file, &framework).unwrap_or_else(|problems| panic!("{problems:#?}"));
    let norms = framework.norms().count();
    println!("{} of {norms} norms have their literal text", read.filled());
    assert!(read.filled() * 10 > norms * 8, "only {} of {norms}", read.filled());

    let mut job = job(&EXCHANGE, true);
    job.overlay = Some(file);
    let pdf = job.make(Some(&ASSESSOR)).unwrap();
    let found = verify(&pdf, None);
    assert!(found.is_intact(), "{:?}", found.reasons);
    let one_line = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
    let pages: Vec<String> = page_texts(&pdf).unwrap().iter().flatten().map(|text| one_line(text)).collect();
    for (norm, text) in &read.texts {
        let quoted = format!("“{}”", one_line(&legible(text)));
        assert!(pages.iter().any(|page| page.contains(&quoted)), "{norm} is not quoted");
    }
}
