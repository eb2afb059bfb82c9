//! The colours of the window, all in this one file: light and dark, each in normal and in strong contrast.

use eframe::egui::{Color32, Style, Theme, Ui, Visuals};

use crate::domain::Level;

/// How much the colours differ.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum Contrast {
    /// Text at least 4.5 to 1, borders of controls at least 3 to 1.
    #[default]
    Normal,
    /// Text at least 7 to 1, every border at least 4.5 to 1.
    Strong,
}

/// The colours of one theme in one contrast; see [`Contrast`].
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Look {
    /// Behind everything.
    pub ground: Color32,
    /// Behind cards and fields.
    pub card: Color32,
    /// Text.
    pub ink: Color32,
    /// Text that steps back.
    pub muted: Color32,
    /// Decoration: lines between things.
    pub line: Color32,
    /// Borders of controls.
    pub control: Color32,
    /// Links, the chosen thing, the main button.
    pub accent: Color32,
    /// Behind what is chosen.
    pub accent_ground: Color32,
    /// Text on the accent.
    pub on_accent: Color32,
    /// Met, or a deficiency that is absent.
    pub good: Color32,
    /// Behind it.
    pub good_ground: Color32,
    /// A requirement of rung 3 that fails, a deficiency that is present, a problem.
    pub bad: Color32,
    /// Behind it.
    pub bad_ground: Color32,
    scores: [Color32; 5],
}

const fn hex(rgb: u32) -> Color32 {
    Color32::from_rgb((rgb >> 16) as u8, (rgb >> 8) as u8, rgb as u8)
}

const LIGHT: Look = Look {
    ground: hex(0xF4F6F8),
    card: hex(0xFFFFFF),
    ink: hex(0x16212B),
    muted: hex(0x55636F),
    line: hex(0xD5DCE2),
    control: hex(0x7C8A96),
    accent: hex(0x0B5C7D),
    accent_ground: hex(0xE3F0F5),
    on_accent: hex(0xFFFFFF),
    good: hex(0x0F6B4A),
    good_ground: hex(0xE8F3EE),
    bad: hex(0x9A3412),
    bad_ground: hex(0xFBEDE7),
    scores: [hex(0x8E2A54), hex(0xB4532A), hex(0x8A6A00), hex(0x1E7A78), hex(0x1B5E99)],
};

const DARK: Look = Look {
    ground: hex(0x11181E),
    card: hex(0x1A232B),
    ink: hex(0xE8EEF2),
    muted: hex(0xA3B1BC),
    line: hex(0x33414C),
    control: hex(0x768794),
    accent: hex(0x63BFE0),
    accent_ground: hex(0x16323F),
    on_accent: hex(0x0B171E),
    good: hex(0x7ED8B4),
    good_ground: hex(0x163229),
    bad: hex(0xF5B08E),
    bad_ground: hex(0x3A241B),
    scores: [hex(0xE889B0), hex(0xF0A07A), hex(0xE3C25A), hex(0x6CCFC8), hex(0x86BDF2)],
};

const STRONG_LIGHT: Look = Look {
    ground: hex(0xFFFFFF),
    card: hex(0xFFFFFF),
    ink: hex(0x000000),
    muted: hex(0x2E363C),
    line: hex(0x5A646C),
    control: hex(0x2E363C),
    accent: hex(0x003E5C),
    accent_ground: hex(0xD3EAF4),
    on_accent: hex(0xFFFFFF),
    good: hex(0x00452D),
    good_ground: hex(0xDFF3E9),
    bad: hex(0x741E00),
    bad_ground: hex(0xFFE6DB),
    scores: [hex(0x7A1546), hex(0x7F2E0A), hex(0x5A4400), hex(0x0B5250), hex(0x0B4480)],
};

const STRONG_DARK: Look = Look {
    ground: hex(0x000000),
    card: hex(0x0A0D0F),
    ink: hex(0xFFFFFF),
    muted: hex(0xD5DCE2),
    line: hex(0x8E9BA6),
    control: hex(0xC3CCD4),
    accent: hex(0x8ADCFF),
    accent_ground: hex(0x00324A),
    on_accent: hex(0x000000),
    good: hex(0x97F2CD),
    good_ground: hex(0x00301F),
    bad: hex(0xFFC3A6),
    bad_ground: hex(0x431800),
    scores: [hex(0xFFA6CC), hex(0xFFB994), hex(0xFFDB6B), hex(0x83EBE3), hex(0xABD5FF)],
};

#[cfg(test)]
const ALL: [&Look; 4] = [&LIGHT, &DARK, &STRONG_LIGHT, &STRONG_DARK];

impl Look {
    /// The look of a theme in this contrast.
    pub fn of_theme(theme: Theme, contrast: Contrast) -> &'static Look {
        match (theme, contrast) {
            (Theme::Light, Contrast::Normal) => &LIGHT,
            (Theme::Dark, Contrast::Normal) => &DARK,
            (Theme::Light, Contrast::Strong) => &STRONG_LIGHT,
            (Theme::Dark, Contrast::Strong) => &STRONG_DARK,
        }
    }

    /// The look in which `ui` is drawn: the style says which, and each look has a ground of its own.
    pub fn of(ui: &Ui) -> &'static Look {
        Look::of_visuals(ui.visuals())
    }

    /// The look of a style, where no `ui` is at hand.
    pub fn of_style(style: &Style) -> &'static Look {
        Look::of_visuals(&style.visuals)
    }

    fn of_visuals(visuals: &Visuals) -> &'static Look {
        let theme = Theme::from_dark_mode(visuals.dark_mode);
        let strong = Look::of_theme(theme, Contrast::Strong);
        if visuals.panel_fill == strong.ground { strong } else { Look::of_theme(theme, Contrast::Normal) }
    }

    /// The colour of a level; never shown without its figure.
    pub fn score(&self, level: Level) -> Color32 {
        self.scores[usize::from(level.number() - 1)]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn luminance(color: Color32) -> f64 {
        let channel = |value: u8| {
            let value = f64::from(value) / 255.0;
            if value <= 0.04045 { value / 12.92 } else { ((value + 0.055) / 1.055).powf(2.4) }
        };
        0.2126 * channel(color.r()) + 0.7152 * channel(color.g()) + 0.0722 * channel(color.b())
    }

    fn contrast(one: Color32, other: Color32) -> f64 {
        let (one, other) = (luminance(one), luminance(other));
        (one.max(other) + 0.05) / (one.min(other) + 0.05)
    }

    /// Every text that is drawn on a ground.
    fn texts(look: &Look) -> Vec<(Color32, Color32)> {
        let mut texts = vec![(look.on_accent, look.accent), (look.good, look.good_ground), (look.bad, look.bad_ground)];
        for ground in [look.ground, look.card, look.accent_ground] {
            texts.extend([look.ink, look.muted, look.accent, look.bad].map(|text| (text, ground)));
        }
        // What can be pressed beside a problem or on a good message, and plain words in such a block.
        for ground in [look.good_ground, look.bad_ground] {
            texts.extend([(look.accent, ground), (look.ink, ground), (look.muted, ground)]);
        }
        // A sentence that went well stands on cards as well; a score on a chip or a page, never on what is chosen.
        for ground in [look.ground, look.card] {
            texts.push((look.good, ground));
            texts.extend(look.scores.map(|text| (text, ground)));
        }
        texts
    }

    #[test]
    fn text_and_borders_stand_out_in_every_look() {
        for (look, text, border) in
            [(&LIGHT, 4.5, 3.0), (&DARK, 4.5, 3.0), (&STRONG_LIGHT, 7.0, 4.5), (&STRONG_DARK, 7.0, 4.5)]
        {
            for (ink, ground) in texts(look) {
                let found = contrast(ink, ground);
                assert!(found >= text, "{ink:?} on {ground:?}: {found:.2}");
            }
            let mut borders = Vec::new();
            for ground in [look.ground, look.card, look.accent_ground] {
                borders.extend([(look.control, ground), (look.ink, ground)]);
            }
            borders.extend([(look.good, look.good_ground), (look.bad, look.bad_ground)]);
            if border > 3.0 {
                // In strong contrast the lines that only divide are borders too.
                borders.extend([look.ground, look.card].map(|ground| (look.line, ground)));
            }
            for (line, ground) in borders {
                let found = contrast(line, ground);
                assert!(found >= border, "border {line:?} on {ground:?}: {found:.2}");
            }
        }
    }

    #[test]
    fn the_ring_around_the_focus_stands_out_on_every_ground() {
        for look in ALL {
            for ground in [look.ground, look.card, look.accent_ground, look.good_ground, look.bad_ground] {
                let found = contrast(look.accent, ground);
                assert!(found >= 3.0, "{:?} on {ground:?}: {found:.2}", look.accent);
            }
        }
    }

    #[test]
    fn each_look_is_told_by_its_ground() {
        for (at, look) in ALL.iter().enumerate() {
            assert!(ALL[at + 1..].iter().all(|other| other.ground != look.ground));
        }
    }
}
