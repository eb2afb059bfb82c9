//! Two texts compared word by word, as a reader would: only what carries meaning differs.
//!
//! Capitals and the marks around a word do not count. An article alone is no difference; an article or a preposition that
//! would stand alone belongs to the words beside it.

use std::ops::Range;

use similar::{Algorithm, DiffTag, capture_diff_slices};

use crate::domain::Language;

/// The words of a text beside those of another.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Difference {
    /// The words of the other text, in order; those that are only there are marked.
    pub there: Vec<(String, bool)>,
    /// The stretches that are only in the own text.
    pub only_here: Vec<String>,
}

/// Words that say nothing by themselves, and those that say something of the words after them only.
struct Light {
    articles: &'static [&'static str],
    prepositions: &'static [&'static str],
}

const DUTCH: Light = Light {
    articles: &["de", "het", "een"],
    prepositions: &[
        "aan", "bij", "binnen", "door", "in", "met", "na", "naar", "om", "onder", "op", "over", "per", "te", "tot",
        "tussen", "uit", "van", "via", "voor", "zonder",
    ],
};

const ENGLISH: Light = Light {
    articles: &["the", "a", "an"],
    prepositions: &[
        "about", "after", "at", "before", "between", "by", "for", "from", "in", "into", "of", "on", "per", "through",
        "to", "under", "via", "with", "within", "without",
    ],
};

/// A stretch of both texts, in words: either equal or not.
#[derive(Clone, Debug)]
struct Stretch {
    differs: bool,
    here: Range<usize>,
    there: Range<usize>,
}

/// How `other` differs from `own`; both are in this language.
pub fn difference(own: &str, other: &str, language: Language) -> Difference {
    let light = match language {
        Language::Dutch => &DUTCH,
        Language::English => &ENGLISH,
    };
    let (own, other): (Vec<&str>, Vec<&str>) = (own.split_whitespace().collect(), other.split_whitespace().collect());
    let keys = |words: &[&str]| words.iter().map(|word| key(word)).collect::<Vec<String>>();
    let texts = Texts { here: keys(&own), there: keys(&other), light };
    let mut found = Difference::default();
    for Stretch { differs, here, there } in texts.stretches() {
        let words = other.get(there).unwrap_or_default();
        found.there.extend(words.iter().map(|word| ((*word).to_owned(), differs)));
        let words = own.get(here).unwrap_or_default();
        if differs && !words.is_empty() {
            let phrase = words.join(" ");
            found.only_here.push(phrase.trim_end_matches(['.', ',', ';', ':']).to_owned());
        }
    }
    found
}

/// A word as it is compared: without capitals and without the marks around it.
fn key(word: &str) -> String {
    let bare = word.trim_matches(|mark: char| ".,;:!?()‘’“”'\"".contains(mark));
    if bare.is_empty() { word.to_owned() } else { bare.to_lowercase() }
}

/// The words of both texts as they are compared.
struct Texts {
    here: Vec<String>,
    there: Vec<String>,
    light: &'static Light,
}

impl Texts {
    fn stretches(&self) -> Vec<Stretch> {
        let steps = capture_diff_slices(Algorithm::Myers, &self.here, &self.there).into_iter().map(|step| {
            let (tag, here, there) = step.as_tag_tuple();
            Stretch { differs: tag != DiffTag::Equal, here, there }
        });
        let mut stretches: Vec<Stretch> = steps.collect();
        for stretch in &mut stretches {
            stretch.differs &= !self.both(stretch, Texts::is_article);
        }
        let mut stretches = joined(stretches);
        // Between two differences a light word is no rest: it belongs to the phrase.
        for at in 1..stretches.len().saturating_sub(1) {
            if stretches[at - 1].differs && stretches[at + 1].differs && self.both(&stretches[at], Texts::is_light) {
                stretches[at].differs = true;
            }
        }
        let mut stretches = joined(stretches);
        for at in 1..stretches.len() {
            if stretches[at - 1].differs && self.both(&stretches[at - 1], Texts::is_light) {
                let with = self.to_first_weighty(&stretches[at]);
                let (before, after) = stretches.split_at_mut(at);
                if let (Some(before), Some(after)) = (before.last_mut(), after.first_mut()) {
                    (before.here.end, before.there.end) = (before.here.end + with, before.there.end + with);
                    (after.here.start, after.there.start) = (after.here.start + with, after.there.start + with);
                }
            }
        }
        joined(stretches)
    }

    /// How many words of an equal stretch go along with the light words before it.
    fn to_first_weighty(&self, equal: &Stretch) -> usize {
        let words = self.here.get(equal.here.clone()).unwrap_or_default();
        let with = words.iter().position(|word| !self.is_light(word)).map_or(words.len(), |at| at + 1);
        with.min(equal.there.len())
    }

    fn both(&self, stretch: &Stretch, is: impl Fn(&Texts, &str) -> bool) -> bool {
        let here = self.here.get(stretch.here.clone()).unwrap_or_default();
        let there = self.there.get(stretch.there.clone()).unwrap_or_default();
        here.iter().chain(there).all(|word| is(self, word))
    }

    fn is_article(&self, word: &str) -> bool {
        self.light.articles.contains(&word)
    }

    fn is_light(&self, word: &str) -> bool {
        self.is_article(word) || self.light.prepositions.contains(&word)
    }
}

/// The stretches, with those beside each other that are alike as one.
fn joined(stretches: Vec<Stretch>) -> Vec<Stretch> {
    let mut joined: Vec<Stretch> = Vec::new();
    for stretch in stretches {
        match joined.last_mut() {
            Some(last) if last.differs == stretch.differs => {
                (last.here.end, last.there.end) = (stretch.here.end, stretch.there.end);
            }
            _ if stretch.here.is_empty() && stretch.there.is_empty() => {}
            _ => joined.push(stretch),
        }
    }
    joined
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(own: &str, other: &str) -> (Vec<String>, Vec<String>) {
        let found = difference(own, other, Language::Dutch);
        let new = found.there.iter().filter(|(_, new)| *new).map(|(word, _)| word.clone());
        (new.collect(), found.only_here)
    }

    #[test]
    fn words_that_are_only_on_one_side_are_told() {
        let own = "Hij benut een aantal factoren voor de korte termijn.";
        let (there, here) = found(own, "Hij benut een groot aantal factoren voor de korte termijn, aantoonbaar.");
        assert_eq!(there, ["groot", "aantoonbaar."]);
        assert!(here.is_empty());
    }

    #[test]
    fn capitals_articles_and_marks_are_no_difference() {
        let none = (Vec::new(), Vec::new());
        assert_eq!(found("Elke  medewerker.", "elke medewerker"), none);
        assert_eq!(found("De klant krijgt hulp.", "Klant krijgt de hulp,"), none);
        assert_eq!(found("Het beleid geldt.", "Een beleid geldt."), none);
    }

    #[test]
    fn what_turns_the_meaning_is_a_difference() {
        assert_eq!(found("Hij meldt tijdig.", "Hij meldt niet tijdig.").0, ["niet"]);
        assert_eq!(found("Duidelijk en volledig.", "Duidelijk of volledig.").0, ["of"]);
    }

    #[test]
    fn a_light_word_stands_with_its_phrase() {
        let (there, here) = found("Hij belt voor de achterstand op.", "Hij belt na de achterstand op.");
        assert_eq!((there.join(" "), here), ("na de achterstand".to_owned(), vec!["voor de achterstand".to_owned()]));
        let (there, here) = found("Hij let op inzet van geld.", "Hij let op kennis van mensen.");
        assert_eq!((there.join(" "), here), ("kennis van mensen.".to_owned(), vec!["inzet van geld".to_owned()]));
    }

    #[test]
    fn all_words_of_the_other_text_stand_in_order() {
        let other = "Via een passend medium neemt de verstrekker regelmatig contact op met de klant.";
        let found = difference("De communicatie tussen verstrekker en klant is passend.", other, Language::Dutch);
        let words: Vec<&str> = found.there.iter().map(|(word, _)| word.as_str()).collect();
        assert_eq!(words.join(" "), other);
    }
}
