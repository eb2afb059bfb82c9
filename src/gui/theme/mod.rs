//! How the window looks: sizes and fonts here, colours in [`tokens`].

mod tokens;

use std::sync::Arc;

use eframe::egui;
use egui::{
    Color32, CornerRadius, FontData, FontDefinitions, FontFamily, FontId, Margin, Shadow, Stroke, Style, TextStyle,
    Theme, Vec2, Visuals,
};

pub use tokens::{Contrast, Look};

/// Steps of the spacing grid, in points.
pub const STEP: f32 = 4.0;
/// The radius of corners, in points.
pub const RADIUS: u8 = 8;
/// The same of what a screen has many of: buttons, fields, cells. Up to 4 a corner with a border is drawn with half the
/// triangles, and they are most of what is drawn besides letters.
pub const CORNER: u8 = 4;
/// The smallest height of anything that can be clicked, in points.
pub const TARGET: f32 = 24.0;

/// From the left edge of a screen to what it shows, in points: the same on every screen.
pub const EDGE: f32 = 4.0 * STEP;
/// The widest that a screen gets, in points.
pub const PAGE: f32 = 960.0;
/// The widest that text and fields on a screen get, in points: lines stay readable.
pub const COLUMN: f32 = 680.0;

/// Below this height of the window, in points, what only explains gives way to what is worked with: large letters on a
/// small screen.
const LOW: f32 = 560.0;

/// The margin of what lies over a screen, in points.
pub const OVER: i8 = 20;

/// The frame of what lies over a screen.
pub fn over(ctx: &egui::Context) -> egui::Frame {
    egui::Frame::popup(&ctx.global_style()).inner_margin(Margin::same(OVER))
}

/// Whether there is little height.
pub fn is_low(ui: &egui::Ui) -> bool {
    ui.ctx().content_rect().height() < LOW
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
    ctx.options_mut(|options| {
        options.fallback_theme = Theme::Light;
        // Bounded and remembered by ourselves.
        options.zoom_with_keyboard = false;
    });
    dress(ctx, Contrast::Normal);
}

/// Shows both themes in this contrast.
pub fn dress(ctx: &egui::Context, contrast: Contrast) {
    for theme in [Theme::Light, Theme::Dark] {
        ctx.set_style_of(theme, style(theme, contrast));
    }
}

fn fonts() -> FontDefinitions {
    let mut fonts = FontDefinitions::empty();
    let files: [(&str, &'static [u8]); 3] = [
        ("Inter", include_bytes!("../../../assets/fonts/Inter-Regular.ttf")),
        ("Inter Bold", include_bytes!("../../../assets/fonts/Inter-Bold.ttf")),
        ("JetBrains Mono", include_bytes!("../../../assets/fonts/JetBrainsMono-Regular.ttf")),
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

fn style(theme: Theme, contrast: Contrast) -> Style {
    let look = Look::of_theme(theme, contrast);
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
    visuals.selection.stroke = Stroke::new(2.0, look.accent);
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
        corner_radius: CornerRadius::same(CORNER),
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
