//! The bundled faces: which characters they can show and how wide those are.

pub mod legible;
pub mod subset;

use std::sync::OnceLock;

use printpdf::ParsedFont;

use super::block::Letter;

/// Inter Regular (TrueType), the face of window and report.
pub const INTER_REGULAR: &[u8] = include_bytes!("../../../assets/fonts/Inter-Regular.ttf");
/// Inter Bold.
pub const INTER_BOLD: &[u8] = include_bytes!("../../../assets/fonts/Inter-Bold.ttf");
/// JetBrains Mono Regular, for hashes.
pub const MONO: &[u8] = include_bytes!("../../../assets/fonts/JetBrainsMono-Regular.ttf");

/// The three faces of the report, parsed once per process.
pub(crate) struct Fonts {
    regular: ParsedFont,
    bold: ParsedFont,
    mono: ParsedFont,
}

impl Fonts {
    /// The bundled faces; `None` would mean that a bundled file is damaged.
    pub(crate) fn bundled() -> Option<&'static Self> {
        static FONTS: OnceLock<Option<Fonts>> = OnceLock::new();
        FONTS.get_or_init(Self::parse).as_ref()
    }

    fn parse() -> Option<Self> {
        let face = |bytes| ParsedFont::from_bytes(bytes, 0, &mut Vec::new());
        Some(Self { regular: face(INTER_REGULAR)?, bold: face(INTER_BOLD)?, mono: face(MONO)? })
    }

    pub(crate) fn face(&self, letter: Letter) -> &ParsedFont {
        match letter {
            Letter::Regular => &self.regular,
            Letter::Bold => &self.bold,
            Letter::Mono => &self.mono,
        }
    }

    /// The face that shows `character`, as near to `wanted` as there is one, with the advance in thousandths of an em.
    ///
    /// The advance is the whole number that stands in the PDF's `/W` array, so that lines are as wide as they are measured.
    pub(crate) fn find(&self, wanted: Letter, character: char) -> Option<(Letter, u32)> {
        let of = |letter| self.advance(letter, character).map(|advance| (letter, advance));
        of(wanted).or_else(|| of(Letter::Regular))
    }

    /// How large a face is set beside the others: equally wide letters look larger than they are.
    pub(crate) fn scale(letter: Letter) -> f32 {
        if letter == Letter::Mono { 0.92 } else { 1.0 }
    }

    /// How wide these letters are on one line, in points.
    pub(crate) fn width(&self, wanted: Letter, text: &str, size: f32, tracking: f32) -> f32 {
        text.chars().map(|shown| self.letter_width(wanted, shown, size, tracking)).sum()
    }

    /// As much of the beginning of `text` as fits in `room`, with an ellipsis where that is not all of it.
    pub(crate) fn shortened(&self, wanted: Letter, text: &str, (size, tracking): (f32, f32), room: f32) -> String {
        if self.width(wanted, text, size, tracking) <= room {
            return text.to_owned();
        }
        let mut used = self.letter_width(wanted, '…', size, tracking);
        let fits = |shown: &char| {
            used += self.letter_width(wanted, *shown, size, tracking);
            used <= room
        };
        let beginning: String = text.chars().take_while(fits).collect();
        format!("{}…", beginning.trim_end())
    }

    fn letter_width(&self, wanted: Letter, shown: char, size: f32, tracking: f32) -> f32 {
        // Advances are at most a few thousand, exact in f32.
        let found = self.find(wanted, shown);
        found.map_or(0.0, |(letter, advance)| advance as f32 * size * Self::scale(letter) / 1000.0 + tracking)
    }

    fn advance(&self, letter: Letter, character: char) -> Option<u32> {
        let face = self.face(letter);
        let glyph = face.lookup_glyph_index(u32::from(character)).filter(|glyph| *glyph != 0)?;
        let units = u32::from(face.get_glyph_width(glyph)?);
        Some(units * 1000 / u32::from(face.units_per_em.max(1)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dutch_text_and_the_signs_of_the_report_can_be_shown() {
        let fonts = Fonts::bundled().unwrap();
        for letter in [Letter::Regular, Letter::Bold] {
            for character in
                "Één coördinatie, ĳsvrij: € 1.250 (≥ 30 %) ‘a’ “b” – — … • · ✓ ✗ → ← ² ³ ½ ×\u{a0}\u{2011}Łódź".chars()
            {
                assert_eq!(fonts.find(letter, character).map(|found| found.0), Some(letter), "{character}");
            }
        }
    }

    #[test]
    fn the_monospaced_face_falls_back_to_text_for_what_it_lacks() {
        let fonts = Fonts::bundled().unwrap();
        assert_eq!(fonts.find(Letter::Mono, 'a').map(|found| found.0), Some(Letter::Mono));
        assert_eq!(fonts.find(Letter::Mono, '✓').map(|found| found.0), Some(Letter::Regular));
    }

    #[test]
    fn no_two_characters_share_a_glyph() {
        let fonts = Fonts::bundled().unwrap();
        for letter in [Letter::Regular, Letter::Bold, Letter::Mono] {
            let map = &fonts.face(letter).codepoint_to_glyph;
            let glyphs: std::collections::BTreeSet<_> = map.values().collect();
            assert_eq!(glyphs.len(), map.len(), "{letter:?}");
        }
    }
}
