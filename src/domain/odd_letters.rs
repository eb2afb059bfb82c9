//! Letters in a name that pass for others, and characters that nobody sees: with them the name of one lender can look like
//! that of another.

use unicode_script::{Script, UnicodeScript as _};
use unicode_security::GeneralSecurityProfile as _;
use unicode_security::confusable_detection::skeleton;
use unicode_security::general_security_profile::IdentifierType;

use super::text::is_hidden;

/// The characters of `name` that deserve a second look, in order and once each: those that are not seen; letters of another
/// script beside Latin ones; and, in a name without Latin letters, all its letters when every one of them looks like a Latin
/// one. A name that is written in Greek as Greeks do has none.
pub fn odd_letters(name: &str) -> Vec<char> {
    let foreign = |each: char| each.is_alphabetic() && !is_latin(each);
    let has_latin = name.chars().any(is_latin);
    let all_look_latin = name.chars().filter(|each| foreign(*each)).all(looks_latin);
    let mut found = Vec::new();
    for each in name.chars() {
        let is_odd = is_unseen(each) || foreign(each) && (has_latin || all_look_latin);
        if is_odd && !found.contains(&each) {
            found.push(each);
        }
    }
    found
}

/// Whether a character leaves nothing on the screen.
pub fn is_unseen(character: char) -> bool {
    is_hidden(character) || character.identifier_type() == Some(IdentifierType::Default_Ignorable)
}

/// The Latin letters that have a form of their own; those of double width and those for formulas pass for them.
fn is_latin(character: char) -> bool {
    character.is_alphabetic() && character.script() == Script::Latin && !('\u{FF00}'..='\u{FFEF}').contains(&character)
}

fn looks_latin(character: char) -> bool {
    skeleton(character.encode_utf8(&mut [0; 4])).all(|each| each.is_ascii_alphanumeric())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_as_lenders_have_them_are_plain() {
        for name in [
            "Voorbeeldbank N.V.",
            "Een & Twee – Hypotheken (2026) B.V.",
            "Crédit Île-de-France",
            "Şişli Bankası",
            "Ĳsselbank",
            "Łódź «Bank» 3×",
            "Straße",
            "銀行",
            "Εθνική Τράπεζα",
            "",
        ] {
            assert!(odd_letters(name).is_empty(), "{name}");
        }
    }

    #[test]
    fn letters_that_pass_for_others_are_found() {
        for (name, odd) in [
            ("Voorbeeldb\u{430}nk", "\u{430}"),
            ("\u{410}BN \u{410}MR\u{41E}", "\u{410}\u{41E}"),
            ("R\u{3B1}bo", "\u{3B1}"),
            ("\u{412}\u{410}\u{41D}\u{41A}", "\u{412}\u{410}\u{41D}\u{41A}"),
            ("\u{FF22}ank", "\u{FF22}"),
            ("\u{1D401}ank", "\u{1D401}"),
            ("Voor\u{200B}beeld\u{AD}bank", "\u{200B}\u{AD}"),
            ("Bank\u{202E}VN", "\u{202E}"),
            ("Bank \u{9280}\u{884C}", "\u{9280}\u{884C}"),
        ] {
            assert_eq!(odd_letters(name), odd.chars().collect::<Vec<_>>(), "{name}");
        }
    }
}
