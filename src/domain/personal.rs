//! Numbers of persons in free text: a citizen service number (BSN) or an account number (IBAN).
//!
//! An assessment is about a lender; numbers of its customers have no place in it. What looks like such a number and has a
//! right check digit is taken for one: one in eleven of arbitrary numbers of nine digits is, too.

use std::ops::Range;

/// What kind of number it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum PersonalKind {
    /// A citizen service number: nine digits with the elfproef, or eight where the word BSN stands before them.
    Bsn,
    /// An account number: ISO 13616, check digits modulo 97.
    Iban,
}

impl PersonalKind {
    /// All kinds.
    pub const ALL: [PersonalKind; 2] = [PersonalKind::Bsn, PersonalKind::Iban];

    /// The name by which both languages know it.
    pub fn name(self) -> &'static str {
        match self {
            PersonalKind::Bsn => "BSN",
            PersonalKind::Iban => "IBAN",
        }
    }
}

/// A number of a person, and where it stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PersonalData {
    /// What it is.
    pub kind: PersonalKind,
    /// Where it stands, in bytes.
    pub at: Range<usize>,
}

/// The numbers of persons in `text`, in order.
pub fn personal_data(text: &str) -> Vec<PersonalData> {
    let mut found = Vec::new();
    let mut from = 0;
    while let Some(start) = next_run(text, from) {
        let data = iban(text, start).or_else(|| bsn(text, start));
        from = data.as_ref().map_or_else(|| start + run(&text[start..]), |data| data.at.end);
        found.extend(data);
    }
    found
}

/// The text with every number of a person left out; in its place stands what was there, such as `[BSN]`.
pub fn without_personal_data(text: &str) -> String {
    let mut kept = String::new();
    let mut from = 0;
    for data in personal_data(text) {
        kept.push_str(&text[from..data.at.start]);
        kept.push_str(&omitted(data.kind));
        from = data.at.end;
    }
    kept.push_str(&text[from..]);
    kept
}

/// What stands where a number was left out.
pub fn omitted(kind: PersonalKind) -> String {
    format!("[{}]", kind.name())
}

/// Where the next run of letters and digits begins.
fn next_run(text: &str, from: usize) -> Option<usize> {
    text[from..].find(|each: char| each.is_alphanumeric()).map(|at| from + at)
}

/// How long the run of letters and digits is with which `text` begins, in bytes.
fn run(text: &str) -> usize {
    text.find(|each: char| !each.is_alphanumeric()).unwrap_or(text.len())
}

/// Groups of letters and digits with one separator between two of them, from `start`: the characters, and where each
/// group ends.
fn groups(text: &str, start: usize, separators: &[char], most: usize) -> Vec<(String, usize)> {
    let mut taken = String::new();
    let mut ends = Vec::new();
    let mut at = start;
    loop {
        let length = run(&text[at..]);
        let group = &text[at..at + length];
        if length == 0 || !group.is_ascii() || taken.len() + length > most {
            return ends;
        }
        taken.push_str(group);
        at += length;
        ends.push((taken.clone(), at));
        match text[at..].strip_prefix(separators) {
            Some(rest) => at = text.len() - rest.len(),
            None => return ends,
        }
    }
}

fn bsn(text: &str, start: usize) -> Option<PersonalData> {
    let groups = groups(text, start, &['.', ' ', '-', '\u{A0}'], 9);
    let named = || {
        let mut words = text[..start].rsplit(|each: char| !each.is_alphanumeric()).filter(|word| !word.is_empty());
        words
            .next()
            .is_some_and(|word| ["bsn", "burgerservicenummer", "sofinummer"].contains(&word.to_lowercase().as_str()))
    };
    let is_bsn = |digits: &str| match digits.len() {
        9 => passes_eleven(digits),
        8 => named() && passes_eleven(&format!("0{digits}")),
        _ => false,
    };
    // The number ends where the digits do: a group of digits that follows would make it another number.
    let (digits, end) = groups.iter().rev().find(|(digits, _)| digits.bytes().all(|each| each.is_ascii_digit()))?;
    let goes_on = text[*end..].trim_start_matches(['.', '-']).starts_with(|each: char| each.is_ascii_digit());
    (!goes_on && is_bsn(digits)).then_some(PersonalData { kind: PersonalKind::Bsn, at: start..*end })
}

/// The elfproef of nine digits: weights 9 to 2, and -1 for the last.
fn passes_eleven(digits: &str) -> bool {
    let weights = [9, 8, 7, 6, 5, 4, 3, 2, -1];
    let sum: i32 = digits.bytes().zip(weights).map(|(digit, weight)| i32::from(digit - b'0') * weight).sum();
    sum % 11 == 0 && digits.bytes().any(|digit| digit != b'0')
}

fn iban(text: &str, start: usize) -> Option<PersonalData> {
    let groups = groups(text, start, &[' ', '\u{A0}', '-', '.'], 34);
    // The longest that fits: a word of few letters right behind may be taken for a part of it, and then the check fails.
    let (_, end) = groups.iter().rev().find(|(characters, _)| is_iban(characters))?;
    Some(PersonalData { kind: PersonalKind::Iban, at: start..*end })
}

fn is_iban(characters: &str) -> bool {
    let bytes = characters.as_bytes();
    let begins = matches!(bytes, [a, b, c, d, ..] if a.is_ascii_alphabetic() && b.is_ascii_alphabetic()
        && c.is_ascii_digit() && d.is_ascii_digit());
    if !begins || !(15..=34).contains(&bytes.len()) {
        return false;
    }
    let value =
        |each: u8| u32::from(if each.is_ascii_digit() { each - b'0' } else { each.to_ascii_uppercase() - b'A' + 10 });
    let (head, body) = bytes.split_at(4);
    let rest = body.iter().chain(head).fold(0_u32, |rest, each| {
        let value = value(*each);
        (rest * if value > 9 { 100 } else { 10 } + value) % 97
    });
    rest == 1
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(text: &str) -> Vec<(&'static str, &str)> {
        personal_data(text).into_iter().map(|data| (data.kind.name(), &text[data.at])).collect()
    }

    #[test]
    fn numbers_with_a_right_check_digit_are_found() {
        assert_eq!(found("Klant 111222333 belde."), [("BSN", "111222333")]);
        assert_eq!(found("bsn: 1112.22.333, op 3 mei"), [("BSN", "1112.22.333")]);
        assert_eq!(found("(123 456 782)"), [("BSN", "123 456 782")]);
        assert_eq!(
            found("NL91 ABNA 0417 1643 00 en nl91abna0417164300."),
            [("IBAN", "NL91 ABNA 0417 1643 00"), ("IBAN", "nl91abna0417164300")]
        );
        assert_eq!(found("DE89370400440532013000"), [("IBAN", "DE89370400440532013000")]);
        assert_eq!(found("dossier-111222333.pdf"), [("BSN", "111222333")]);
    }

    #[test]
    fn other_numbers_are_left_alone() {
        for text in [
            "KvK 12345678, 2026-05-12, € 250.000.000, tel. 0612345678",
            "111222334",
            "1112223330",
            "000000000",
            "NL92 ABNA 0417 1643 00",
            "Zie III.3.1 en 12 van 40 dossiers",
            "10000016 zonder naam ervoor",
            "NL09ABN\u{e9}0417164300",
            "",
        ] {
            assert_eq!(found(text), [], "{text}");
        }
    }

    #[test]
    fn eight_digits_count_only_behind_the_word() {
        assert_eq!(found("BSN 10000008"), [("BSN", "10000008")]);
        assert_eq!(found("nummer 10000008"), []);
    }

    #[test]
    fn a_number_is_left_out_and_the_rest_stays() {
        let text = "Klant 111222333 (NL91ABNA0417164300) – zie p. 4.";
        assert_eq!(without_personal_data(text), "Klant [BSN] ([IBAN]) – zie p. 4.");
        assert_eq!(without_personal_data("é 3 één"), "é 3 één");
    }
}
