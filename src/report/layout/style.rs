//! Measures (points, 1/72 inch) and colours. Every number of the look stands here.

use super::super::{
    block::{Letter, Tone},
    chart::Ink,
};

pub(crate) const PAGE_WIDTH: f32 = 595.28;
pub(crate) const PAGE_HEIGHT: f32 = 841.89;
pub(crate) const LEFT: f32 = 48.0;
pub(crate) const TOP: f32 = 54.0;
/// Width of the text.
pub(crate) const WIDTH: f32 = PAGE_WIDTH - 2.0 * LEFT;
/// Height of the text.
pub(crate) const HEIGHT: f32 = PAGE_HEIGHT - TOP - 60.0;
/// Baseline of the running head, from the top of the page.
pub(crate) const HEAD: f32 = 34.0;
/// Baseline of the running foot, likewise.
pub(crate) const FOOT: f32 = PAGE_HEIGHT - 34.0;

/// Red, green and blue, 0-255.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Colour(pub(crate) u8, pub(crate) u8, pub(crate) u8);

pub(crate) const INK: Colour = Colour(0x16, 0x21, 0x2B);
pub(crate) const MUTED: Colour = Colour(0x55, 0x63, 0x6F);
pub(crate) const LINE: Colour = Colour(0xD5, 0xDC, 0xE2);
pub(crate) const BORDER: Colour = Colour(0x7C, 0x8A, 0x96);
pub(crate) const ACCENT: Colour = Colour(0x0B, 0x5C, 0x7D);
pub(crate) const ACCENT_GROUND: Colour = Colour(0xE3, 0xF0, 0xF5);
pub(crate) const ALERT: Colour = Colour(0x8E, 0x2A, 0x54);
pub(crate) const ALERT_GROUND: Colour = Colour(0xFB, 0xEE, 0xF3);
/// Pale enough to read text over it with more than 4.5:1.
pub(crate) const WATERMARK: Colour = Colour(0xF2, 0xF4, 0xF6);

pub(crate) fn colour(tone: Tone) -> Colour {
    match tone {
        Tone::Muted => MUTED,
        Tone::Accent => ACCENT,
        Tone::Good => Colour(0x0F, 0x6B, 0x4A),
        Tone::Bad => Colour(0x9A, 0x34, 0x12),
        Tone::Score(1) => Colour(0x8E, 0x2A, 0x54),
        Tone::Score(2) => Colour(0xB4, 0x53, 0x2A),
        Tone::Score(3) => Colour(0x8A, 0x6A, 0x00),
        Tone::Score(4) => Colour(0x1E, 0x7A, 0x78),
        Tone::Score(5) => Colour(0x1B, 0x5E, 0x99),
        Tone::Ink | Tone::Score(_) => INK,
    }
}

/// What is reached for certain in a chart.
const AREA: Colour = Colour(0xD3, 0xE5, 0xED);
/// Rings and rules of a chart.
const GRID: Colour = Colour(0xC3, 0xCC, 0xD4);

/// The colour of a shape of a chart.
pub(crate) fn ink(ink: Ink) -> Colour {
    match ink {
        Ink::Grid => GRID,
        Ink::Area => AREA,
        Ink::Band => ACCENT_GROUND,
        text => colour(tone(text)),
    }
}

/// The tone of the letters of a chart.
pub(crate) fn tone(ink: Ink) -> Tone {
    match ink {
        Ink::Text => Tone::Ink,
        Ink::Outline => Tone::Accent,
        Ink::Level(level) => Tone::Score(level),
        Ink::Muted | Ink::Grid | Ink::Area | Ink::Band => Tone::Muted,
    }
}

/// Size of the letters and of the lines they stand on.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Type {
    pub(crate) size: f32,
    pub(crate) leading: f32,
    /// Extra space after each letter, in points.
    pub(crate) tracking: f32,
}

impl Type {
    /// Distance from the top of a line to its baseline: letters stand in the middle of their line.
    pub(crate) fn baseline(self) -> f32 {
        (self.leading + CAP_HEIGHT * self.size) / 2.0
    }
}

/// Height of a capital in both bundled Inter faces, in ems.
pub(crate) const CAP_HEIGHT: f32 = 0.7275;

pub(crate) const TITLE: Type = Type { size: 23.0, leading: 28.0, tracking: -0.35 };
pub(crate) const SUBTITLE: Type = Type { size: 14.0, leading: 20.0, tracking: -0.1 };
pub(crate) const BRAND: Type = Type { size: 9.5, leading: 14.0, tracking: 0.0 };
pub(crate) const HEADING_ONE: Type = Type { size: 20.0, leading: 26.0, tracking: -0.3 };
pub(crate) const HEADING_TWO: Type = Type { size: 15.5, leading: 22.0, tracking: -0.15 };
pub(crate) const HEADING_THREE: Type = Type { size: 10.0, leading: 15.0, tracking: 0.0 };
pub(crate) const BODY: Type = Type { size: 9.3, leading: 13.4, tracking: 0.0 };
pub(crate) const SMALL: Type = Type { size: 8.6, leading: 12.4, tracking: 0.0 };
pub(crate) const TABLE: Type = Type { size: 8.8, leading: 12.2, tracking: 0.0 };
pub(crate) const NUMBER: Type = Type { size: 34.0, leading: 40.0, tracking: -0.8 };
pub(crate) const FOOT_TYPE: Type = Type { size: 7.8, leading: 11.0, tracking: 0.0 };
pub(crate) const CONCEPT: Type = Type { size: 8.6, leading: 16.0, tracking: 0.9 };

/// Words of one paragraph before they are broken into lines.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Words {
    pub(crate) text: String,
    pub(crate) letter: Letter,
    pub(crate) tone: Tone,
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Contrast as WCAG 2 defines it.
    fn contrast(one: Colour, other: Colour) -> f64 {
        let part = |value: u8| {
            let value = f64::from(value) / 255.0;
            if value <= 0.04045 { value / 12.92 } else { ((value + 0.055) / 1.055).powf(2.4) }
        };
        let light = |colour: Colour| 0.2126 * part(colour.0) + 0.7152 * part(colour.1) + 0.0722 * part(colour.2) + 0.05;
        let (one, other) = (light(one), light(other));
        one.max(other) / one.min(other)
    }

    #[test]
    fn every_tone_can_be_read_on_paper_and_over_the_mark_of_a_draft() {
        let tones = [Tone::Ink, Tone::Muted, Tone::Accent, Tone::Good, Tone::Bad].into_iter();
        for tone in tones.chain((1..=5).map(Tone::Score)) {
            for ground in [Colour(255, 255, 255), WATERMARK] {
                let found = contrast(colour(tone), ground);
                assert!(found >= 4.5, "{tone:?} on {ground:?}: {found:.2}");
            }
        }
        for ground in [ACCENT_GROUND, ALERT_GROUND, AREA] {
            assert!(contrast(INK, ground) >= 4.5 && contrast(MUTED, ground) >= 4.5);
        }
        assert!(contrast(BORDER, Colour(255, 255, 255)) >= 3.0);
    }
}
