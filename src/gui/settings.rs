//! Settings: the colours and the language of the window, the literal wording of the norms, and time stamps.

use eframe::egui::{ScrollArea, Ui};

use super::commands::Action;
use super::dialogs::Purpose;
use super::errand::Errand;
use super::form;
use super::stamps::StampSetting;
use super::theme::STEP;
use super::widgets;
use super::wish::{Scene, Wish};
use crate::domain::Language;
use crate::storage::settings::{Appearance, Zoom};
use crate::wording::arg;

/// The settings that can be changed here.
#[derive(Debug, Default)]
pub struct SettingsForm {
    /// The colours that are chosen.
    pub appearance: Appearance,
    /// Whether they differ strongly.
    pub strong_contrast: bool,
    /// How large everything is.
    pub zoom: Zoom,
    /// The file with literal wording that is used.
    pub overlay: Option<String>,
    /// What is used of it, or why it is not.
    pub overlay_state: Option<String>,
    /// Why a file that was chosen is not taken.
    pub problem: Option<String>,
    /// A path that is being typed.
    pub typed: String,
    /// The time stamp service.
    pub stamp: StampSetting,
}

impl SettingsForm {
    /// Draws it.
    pub fn show(&mut self, ui: &mut Ui, scene: &mut Scene) {
        widgets::title(ui, &scene.text("settings-title"));
        let height = (ui.ctx().content_rect().height() - 160.0).max(160.0);
        ScrollArea::vertical().id_salt("settings").max_height(height).min_scrolled_height(height).show(ui, |ui| {
            let mut chosen = self.appearance;
            let options = [Appearance::System, Appearance::Light, Appearance::Dark];
            let options = options.map(|each| (each, scene.text(&format!("settings-appearance-{}", each.code()))));
            form::choices(ui, &scene.text("settings-appearance"), &mut chosen, &options);
            if chosen != self.appearance {
                scene.wish(Wish::Errand(Errand::Appear(chosen)));
            }
            self.show_contrast(ui, scene);
            self.show_zoom(ui, scene);
            let mut language = scene.words.language();
            let options = Language::ALL.map(|each| (each, scene.text(&format!("settings-language-{}", each.code()))));
            form::choices(ui, &scene.text("settings-language"), &mut language, &options);
            if language != scene.words.language() {
                scene.wish(Wish::Errand(Errand::Speak(language)));
            }
            self.show_overlay(ui, scene);
            self.stamp.show(ui, scene);
            super::reach::by_keys(ui);
        });
        ui.add_space(2.0 * STEP);
        if widgets::primary(ui, &scene.text("close")).clicked() {
            scene.wish(Wish::Lay(None));
        }
    }

    fn show_contrast(&self, ui: &mut Ui, scene: &mut Scene) {
        let mut strong = self.strong_contrast;
        let options = [false, true]
            .map(|each| (each, scene.text(if each { "settings-contrast-strong" } else { "settings-contrast-normal" })));
        form::choices(ui, &scene.text("settings-contrast"), &mut strong, &options);
        if strong != self.strong_contrast {
            scene.wish(Wish::Errand(Errand::Contrast(strong)));
        }
    }

    fn show_zoom(&self, ui: &mut Ui, scene: &mut Scene) {
        widgets::strong(ui, &scene.text("settings-zoom"));
        ui.horizontal_wrapped(|ui| {
            for (action, key, possible) in [
                (Action::Smaller, "command-smaller", self.zoom > Zoom::SMALLEST),
                (Action::Larger, "command-larger", self.zoom < Zoom::LARGEST),
                (Action::NormalSize, "command-normal-size", self.zoom != Zoom::default()),
            ] {
                if widgets::Press::new(&scene.text(key)).enabled(possible).show(ui).clicked() {
                    scene.wish(Wish::Run(action));
                }
            }
            widgets::text(ui, &scene.words.with("settings-zoom-now", &[arg("percent", self.zoom.percent())]));
        });
        widgets::muted(ui, &scene.text("settings-size"));
        ui.add_space(STEP);
    }

    fn show_overlay(&mut self, ui: &mut Ui, scene: &mut Scene) {
        widgets::strong(ui, &scene.text("settings-overlay"));
        widgets::muted(ui, &scene.text("settings-overlay-about"));
        if let Some(path) = &self.overlay {
            form::copyable(ui, path);
        }
        let state = self.overlay_state.clone().unwrap_or_else(|| scene.text("settings-overlay-none"));
        widgets::text(ui, &state);
        if let Some(problem) = &self.problem {
            form::bad(ui, problem);
        }
        let button = scene.text("settings-overlay-choose");
        form::ask_file(ui, scene, Purpose::Overlay, &mut self.typed, &button);
        if self.overlay.is_some() && widgets::secondary(ui, &scene.text("settings-overlay-drop")).clicked() {
            scene.wish(Wish::Errand(Errand::DropOverlay));
        }
        ui.add_space(STEP);
    }
}
