//! How the window looks: colours, sizes and fonts, all in this one file.

use std::sync::Arc;

use eframe::egui;
use egui::{
    Color32, CornerRadius, FontData, FontDefinitions, FontFamily, FontId, Margin, Shadow, Stroke, Style, TextStyle,
    Theme, Ui, Vec2, Visuals,
};

use crate::domain::Level;

/// Steps of the spacing grid, in points.
pub const STEP: f32 = 4.0;
/// The radius of corners, in points.
pub const RADIUS: u8 = 8;
/// The smallest height of anything that can be clicked, in points.
pub const TARGET: f32 = 24.0;

/// The colours of one theme. Text has a contrast of at least 4.5 to 1, borders of controls at least 3 to 1.
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
    scores: [hex(0x8E2A54), hex(0xB4532A), hex(0x846600), hex(0x1E7A78), hex(0x1B5E99)],
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

impl Look {
    /// The look of a theme.
    pub fn of_theme(theme: Theme) -> &'static Look {
        match theme {
            Theme::Light => &LIGHT,
            Theme::Dark => &DARK,
        }
    }

    /// The look in which `ui` is drawn.
    pub fn of(ui: &Ui) -> &'static Look {
        if ui.visuals().dark_mode { &DARK } else { &LIGHT }
    }

    /// The colour of a level; never shown without its figure.
    pub fn score(&self, level: Level) -> Color32 {
        self.scores[usize::from(level.number() - 1)]
    }
}

/// Body text.
pub fn body() -> FontId {
    FontId::proportional(13.0)
}

/// Small text; nothing is smaller.
pub fn small() -> FontId {
    FontId::proportional(12.0)
}

/// Bold text of this size.
pub fn bold(size: f32) -> FontId {
    FontId::new(size, FontFamily::Name("bold".into()))
}

/// Gives the window its fonts and both its themes.
pub fn install(ctx: &egui::Context) {
    ctx.set_fonts(fonts());
    ctx.options_mut(|options| options.fallback_theme = Theme::Light);
    for theme in [Theme::Light, Theme::Dark] {
        ctx.set_style_of(theme, style(theme));
    }
}

fn fonts() -> FontDefinitions {
    let mut fonts = FontDefinitions::empty();
    let files: [(&str, &'static [u8]); 3] = [
        ("Inter", include_bytes!("../../assets/fonts/Inter-Regular.ttf")),
        ("Inter Bold", include_bytes!("../../assets/fonts/Inter-Bold.ttf")),
        ("JetBrains Mono", include_bytes!("../../assets/fonts/JetBrainsMono-Regular.ttf")),
    ];
    for (name, bytes) in files {
        fonts.font_data.insert(name.to_owned(), Arc::new(FontData::from_static(bytes)));
    }
    let families = [
        (FontFamily::Proportional, vec!["Inter"]),
        (FontFamily::Name("bold".into()), vec!["Inter Bold"]),
        (FontFamily::Monospace, vec!["JetBrains Mono", "Inter"]),
    ];
    for (family, names) in families {
        fonts.families.insert(family, names.into_iter().map(str::to_owned).collect());
    }
    fonts
}

fn style(theme: Theme) -> Style {
    let look = Look::of_theme(theme);
    let mut style = Style { visuals: visuals(theme, look), animation_time: 0.0, ..Style::default() };
    style.text_styles = [
        (TextStyle::Heading, bold(20.0)),
        (TextStyle::Body, body()),
        (TextStyle::Button, body()),
        (TextStyle::Small, small()),
        (TextStyle::Monospace, FontId::monospace(12.0)),
    ]
    .into();
    style.spacing.item_spacing = Vec2::splat(2.0 * STEP);
    style.spacing.button_padding = Vec2::new(3.0 * STEP, 6.0);
    style.spacing.interact_size.y = TARGET;
    style.spacing.window_margin = Margin::same(16);
    style.spacing.menu_margin = Margin::same(8);
    style.spacing.scroll = egui::style::ScrollStyle {
        bar_width: 8.0,
        floating_allocated_width: 8.0,
        dormant_handle_opacity: 0.6,
        ..egui::style::ScrollStyle::floating()
    };
    style.interaction.selectable_labels = false;
    style.scroll_animation = egui::style::ScrollAnimation::none();
    style
}

fn visuals(theme: Theme, look: &Look) -> Visuals {
    let mut visuals = theme.default_visuals();
    visuals.text_cursor.blink = false;
    visuals.text_cursor.stroke = Stroke::new(1.5, look.ink);
    visuals.weak_text_color = Some(look.muted);
    visuals.hyperlink_color = look.accent;
    visuals.selection.bg_fill = look.accent_ground;
    visuals.selection.stroke = Stroke::new(1.0, look.accent);
    visuals.panel_fill = look.ground;
    visuals.window_fill = look.card;
    visuals.window_stroke = Stroke::new(1.0, look.control);
    visuals.window_corner_radius = CornerRadius::same(RADIUS);
    visuals.menu_corner_radius = CornerRadius::same(RADIUS);
    visuals.window_shadow = Shadow { offset: [0, 6], blur: 24, spread: 0, color: Color32::from_black_alpha(60) };
    visuals.popup_shadow = Shadow { offset: [0, 3], blur: 12, spread: 0, color: Color32::from_black_alpha(50) };
    visuals.faint_bg_color = look.ground;
    visuals.extreme_bg_color = look.card;
    visuals.warn_fg_color = look.bad;
    visuals.error_fg_color = look.bad;
    let of = |ground: Color32, border: Color32, text: Color32, width: f32| egui::style::WidgetVisuals {
        bg_fill: ground,
        weak_bg_fill: ground,
        bg_stroke: Stroke::new(width, border),
        corner_radius: CornerRadius::same(6),
        fg_stroke: Stroke::new(1.0, text),
        expansion: 0.0,
    };
    visuals.widgets.noninteractive = of(look.card, look.line, look.ink, 1.0);
    visuals.widgets.inactive = of(look.card, look.control, look.ink, 1.0);
    visuals.widgets.hovered = of(look.accent_ground, look.accent, look.ink, 1.0);
    visuals.widgets.active = of(look.accent_ground, look.accent, look.ink, 2.0);
    visuals.widgets.open = of(look.accent_ground, look.accent, look.ink, 1.0);
    visuals
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

    #[test]
    fn text_and_borders_stand_out_in_both_themes() {
        for look in [&LIGHT, &DARK] {
            let mut texts =
                vec![(look.on_accent, look.accent), (look.good, look.good_ground), (look.bad, look.bad_ground)];
            for ground in [look.ground, look.card, look.accent_ground] {
                texts.extend([look.ink, look.muted, look.accent, look.bad].map(|text| (text, ground)));
                assert!(contrast(look.control, ground) >= 3.0, "border {:?} on {ground:?}", look.control);
            }
            for ground in [look.ground, look.card, look.accent_ground] {
                texts.extend(look.scores.map(|text| (text, ground)));
            }
            for (text, ground) in texts {
                let found = contrast(text, ground);
                assert!(found >= 4.5, "{text:?} on {ground:?}: {found:.2}");
            }
        }
    }
}
