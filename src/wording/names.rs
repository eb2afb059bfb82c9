//! Names that can look like those of others, in words.

use super::{Wording, arg};
use crate::domain::odd_letters::{is_unseen, odd_letters};

/// How many characters are named.
const MOST: usize = 6;

impl Wording {
    /// A warning when the name of a lender has letters that pass for others, or characters that nobody sees.
    pub fn doubt_about_name(&self, name: &str) -> Option<String> {
        let odd = odd_letters(name);
        let mut characters: Vec<String> = odd.iter().take(MOST).map(|each| self.odd_character(*each)).collect();
        if odd.len() > MOST {
            characters.push(self.with("and-more", &[arg("count", odd.len() - MOST)]));
        }
        let args = [arg("name", name), arg("characters", self.list(characters, "and"))];
        (!odd.is_empty()).then(|| self.with("name-doubt", &args))
    }

    fn odd_character(&self, character: char) -> String {
        let code = format!("{:04X}", u32::from(character));
        match is_unseen(character) {
            true => format!("U+{code}"),
            false => self.with("name-character", &[arg("character", character), arg("code", code)]),
        }
    }
}
