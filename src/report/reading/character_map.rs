//! A font's `ToUnicode` map: which characters a two-byte code stands for.

use std::collections::BTreeMap;

/// Codes and their characters.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct CharacterMap(BTreeMap<u16, String>);

impl CharacterMap {
    /// Reads the `bfchar` and `bfrange` sections; what is not understood is left out.
    pub(super) fn parse(bytes: &[u8]) -> Self {
        let text = String::from_utf8_lossy(bytes);
        let mut map = BTreeMap::new();
        let mut section = "";
        let mut ranged = 0;
        let mut codes: Vec<Vec<u8>> = Vec::new();
        for token in text.split_inclusive(['>', ' ', '\n', '\r', '\t']) {
            let token = token.trim();
            match token {
                "beginbfchar" | "beginbfrange" => section = token,
                "endbfchar" | "endbfrange" => section = "",
                _ => {}
            }
            if section.is_empty() {
                codes.clear();
                continue;
            }
            let Some(code) = token.strip_prefix('<').and_then(|token| token.strip_suffix('>')).and_then(hex) else {
                continue;
            };
            codes.push(code);
            match (section, codes.as_slice()) {
                ("beginbfchar", [code, characters]) => {
                    if let Some(code) = unit(code) {
                        map.insert(code, characters_of(characters));
                    }
                    codes.clear();
                }
                ("beginbfrange", [first, last, characters]) => {
                    if let (Some(first), Some(last), Some(start)) = (unit(first), unit(last), unit(characters)) {
                        ranged += usize::from(last.saturating_sub(first));
                        if ranged > usize::from(u16::MAX) {
                            // The same codes again and again.
                            return Self::default();
                        }
                        for (code, character) in (first..=last).zip(start..=u16::MAX) {
                            map.insert(code, String::from_utf16_lossy(&[character]));
                        }
                    }
                    codes.clear();
                }
                _ => {}
            }
        }
        Self(map)
    }

    /// The characters of a string of two-byte codes; `None` when a code stands for nothing.
    pub(super) fn decode(&self, codes: &[u8]) -> Option<String> {
        if !codes.len().is_multiple_of(2) {
            return None;
        }
        codes.chunks_exact(2).map(|code| self.0.get(&unit(code)?).map(String::as_str)).collect()
    }
}

fn unit(bytes: &[u8]) -> Option<u16> {
    bytes.try_into().ok().map(u16::from_be_bytes)
}

fn characters_of(bytes: &[u8]) -> String {
    let units: Vec<u16> = bytes.chunks_exact(2).filter_map(unit).collect();
    String::from_utf16_lossy(&units)
}

fn hex(digits: &str) -> Option<Vec<u8>> {
    // No code or ligature is longer.
    if !digits.len().is_multiple_of(2) || digits.len() > 64 || !digits.is_ascii() {
        return None;
    }
    (0..digits.len()).step_by(2).map(|at| u8::from_str_radix(digits.get(at..at + 2)?, 16).ok()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    const MAP: &[u8] = b"1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange\n2 beginbfchar\n<0003> <0061>\n<0004> <00660069>\nendbfchar\n1 beginbfrange\n<0010> <0012> <0041>\nendbfrange";

    #[test]
    fn single_codes_ligatures_and_ranges_are_read() {
        let map = CharacterMap::parse(MAP);
        assert_eq!(map.decode(&[0, 3, 0, 4, 0, 0x12]).as_deref(), Some("afiC"));
    }

    #[test]
    fn a_range_ends_where_the_characters_end() {
        let map = CharacterMap::parse(b"beginbfrange\n<0000> <FFFF> <FFFE>\nendbfrange");
        assert_eq!(map.decode(&[0, 0, 0, 1]).as_deref(), Some("\u{fffe}\u{ffff}"));
        assert_eq!(map.decode(&[0, 2]), None);
    }

    #[test]
    fn the_same_codes_over_and_over_are_no_map() {
        let again = format!("beginbfrange\n{}endbfrange", "<0000> <FFFF> <0000>\n".repeat(3));
        assert_eq!(CharacterMap::parse(again.as_bytes()), CharacterMap::default());
    }

    #[test]
    fn a_code_that_stands_for_nothing_is_not_guessed() {
        let map = CharacterMap::parse(MAP);
        assert_eq!(map.decode(&[0, 9]), None);
        assert_eq!(map.decode(&[0]), None);
    }

    #[test]
    fn nonsense_gives_an_empty_map() {
        assert_eq!(CharacterMap::parse(b"beginbfchar <zz> <0> >< \xff\xfe <0001 endbfchar"), CharacterMap::default());
    }
}
