//! Searching regardless of capitals and diacritics, and where in a text the hits are.

use std::ops::Range;

use unicode_normalization::UnicodeNormalization as _;
use unicode_normalization::char::is_combining_mark;

/// The text without capitals and diacritics: what is searched in, and what is searched for.
pub fn folded(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    text.chars().for_each(|each| fold(each, &mut folded));
    folded
}

fn fold(each: char, folded: &mut String) {
    match each {
        each if each.is_ascii() => folded.push(each.to_ascii_lowercase()),
        '‘' | '’' => folded.push('\''),
        '“' | '”' => folded.push('"'),
        each => {
            let plain = std::iter::once(each).nfkd().filter(|part| !is_combining_mark(*part));
            folded.extend(plain.flat_map(char::to_lowercase));
        }
    }
}

/// Where the folded `words` occur in `text`, as ranges of bytes of `text`: in order, none over another.
pub fn marks(text: &str, words: &[String]) -> Vec<Range<usize>> {
    let mut folded = String::with_capacity(text.len());
    // For every byte of the folded text the character of `text` that it comes from.
    let mut sources: Vec<Range<usize>> = Vec::with_capacity(text.len());
    for (at, each) in text.char_indices() {
        fold(each, &mut folded);
        let end = at + each.len_utf8();
        if sources.len() == folded.len()
            && let Some(last) = sources.last_mut()
        {
            // A mark that combines with the character before belongs to it.
            last.end = end;
        }
        sources.resize(folded.len(), at..end);
    }
    let mut found: Vec<Range<usize>> = Vec::new();
    for word in words.iter().filter(|word| !word.is_empty()) {
        for (at, _) in folded.match_indices(word.as_str()) {
            let (first, last) = (&sources[at], &sources[at + word.len() - 1]);
            found.push(first.start..last.end);
        }
    }
    found.sort_by_key(|range| range.start);
    let mut apart: Vec<Range<usize>> = Vec::new();
    for range in found {
        match apart.last_mut().filter(|last| range.start <= last.end) {
            Some(last) => last.end = last.end.max(range.end),
            None => apart.push(range),
        }
    }
    apart
}

/// How much of a text stands before its first hit, and after, in characters.
const BEFORE: usize = 40;
const AFTER: usize = 260;

/// The passage around the first hit, on one line, and where the hits in it are; the whole text without words. What is left out is shown as `…`, and
/// words stay whole.
pub fn passage(text: &str, words: &[String]) -> (String, Vec<Range<usize>>) {
    let line = text.split_whitespace().collect::<Vec<_>>().join(" ");
    if words.is_empty() {
        return (line, Vec::new());
    }
    let hits = marks(&line, words);
    let start = hits.first().map_or(0, |first| cut_before(&line, first.start));
    let end = line[start..].char_indices().nth(BEFORE + AFTER).map_or(line.len(), |(at, _)| {
        let at = start + at;
        line[at..].find(' ').map_or(line.len(), |blank| at + blank)
    });
    let mut shown = String::new();
    if start > 0 {
        shown.push_str("… ");
    }
    shown.push_str(&line[start..end]);
    if end < line.len() {
        shown.push_str(" …");
    }
    let hits = marks(&shown, words);
    (shown, hits)
}

/// Where a passage begins whose first hit is at `hit`.
fn cut_before(line: &str, hit: usize) -> usize {
    let Some((at, _)) = line[..hit].char_indices().rev().nth(BEFORE - 1).filter(|(at, _)| *at > 0) else { return 0 };
    line[at..hit].find(' ').map_or(at, |blank| at + blank + 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn marked(text: &str, query: &str) -> Vec<String> {
        let words: Vec<String> = folded(query).split_whitespace().map(str::to_owned).collect();
        marks(text, &words).into_iter().map(|range| text[range].to_owned()).collect()
    }

    #[test]
    fn capitals_and_diacritics_make_no_difference() {
        for (text, query) in [
            ("Proactief geïnformeerd", "GEINFORMEERD"),
            ("geinformeerd", "geïnformeerd"),
            ("één", "een"),
            // Typed as a letter with a mark that combines.
            ("e\u{301}e\u{301}n", "één"),
            ("‘klant’", "'klant'"),
            ("ŁÓDŹ of ﬁnanciën", "financien"),
        ] {
            assert!(folded(text).contains(&folded(query)), "{query} in {text}");
        }
        assert!(!folded("Ja").contains(&folded("nee")));
    }

    #[test]
    fn a_hit_is_marked_as_it_stands_in_the_text() {
        assert_eq!(marked("De kliënt is geïnformeerd.", "klient geïnf"), ["kliënt", "geïnf"]);
        assert_eq!(marked("e\u{301}e\u{301}n keer", "een"), ["e\u{301}e\u{301}n"]);
        assert_eq!(marked("een eenheid", "een eenheid"), ["een", "eenheid"]);
        assert_eq!(marked("ﬁnancieel", "f"), ["ﬁ"]);
        assert_eq!(marked("niets", "iets anders"), ["iets"]);
        assert_eq!(marked("", "iets"), [""; 0]);
    }

    #[test]
    fn a_long_text_is_shown_around_its_first_hit_with_whole_words() {
        let long = format!("{} betaalregeling {}", "woord ".repeat(500), "later ".repeat(500));
        let (shown, hits) = passage(&long, &["betaalregeling".to_owned()]);
        assert!(shown.starts_with("… woord") && shown.ends_with("later …"), "{shown}");
        assert!(shown.chars().count() < BEFORE + AFTER + 20);
        assert_eq!(&shown[hits[0].clone()], "betaalregeling");
        let (whole, hits) = passage("Kort\nen krachtig", &["krachtig".to_owned()]);
        assert_eq!((whole.as_str(), &whole[hits[0].clone()]), ("Kort en krachtig", "krachtig"));
        // No blank to cut at.
        let (shown, hits) = passage(&"ë".repeat(900), &["eeee".to_owned()]);
        assert_eq!((shown.chars().count(), hits.len()), (900, 1));
    }
}
