//! How the window looks to this user: colours, contrast and size, remembered between runs.

use eframe::egui::{Context, ThemePreference};

use super::commands::Action;
use super::theme::{self, Contrast};
use super::window::Window;
use crate::storage::settings::{Appearance, Zoom};

/// By how much larger and smaller change the size, in percent.
const ZOOM_STEP: u16 = 10;

impl Window {
    /// Shows the window as the settings say.
    pub(super) fn dress(&mut self, ctx: &Context) {
        let settings = &self.office.settings;
        let contrast = if settings.strong_contrast { Contrast::Strong } else { Contrast::Normal };
        ctx.set_theme(preference(settings.appearance));
        theme::dress(ctx, contrast);
        ctx.set_zoom_factor(f32::from(settings.zoom.percent()) / 100.0);
    }

    pub(super) fn appear(&mut self, ctx: &Context, appearance: Appearance) {
        self.remember(|settings| settings.appearance = appearance);
        self.dress(ctx);
    }

    pub(super) fn contrast(&mut self, ctx: &Context, strong: bool) {
        self.remember(|settings| settings.strong_contrast = strong);
        self.dress(ctx);
    }

    pub(super) fn zoom(&mut self, ctx: &Context, zoom: Zoom) {
        self.remember(|settings| settings.zoom = zoom);
        self.dress(ctx);
    }

    /// The size after a command for it.
    pub(super) fn zoomed(&self, action: Action) -> Zoom {
        let percent = self.office.settings.zoom.percent();
        match action {
            Action::Larger => Zoom::of(percent + ZOOM_STEP),
            Action::Smaller => Zoom::of(percent - ZOOM_STEP),
            _ => Zoom::default(),
        }
    }

    /// The colours can be chosen with a command as well: whatever was chosen last is remembered.
    pub(super) fn note_appearance(&mut self, ctx: &Context) {
        let chosen = ctx.options(|options| options.theme_preference);
        if self.office.places.is_some() && chosen != preference(self.office.settings.appearance) {
            let same = |appearance: &Appearance| preference(*appearance) == chosen;
            if let Some(appearance) = Appearance::ALL.into_iter().find(same) {
                self.remember(|settings| settings.appearance = appearance);
            }
        }
        let (shown, settings) = (&mut self.screens.settings, &self.office.settings);
        shown.appearance = settings.appearance;
        shown.strong_contrast = settings.strong_contrast;
        shown.zoom = settings.zoom;
    }
}

fn preference(appearance: Appearance) -> ThemePreference {
    match appearance {
        Appearance::System => ThemePreference::System,
        Appearance::Light => ThemePreference::Light,
        Appearance::Dark => ThemePreference::Dark,
    }
}
