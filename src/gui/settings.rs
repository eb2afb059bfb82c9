//! Settings: the colours and the language of the window.

use eframe::egui::Ui;

use super::errand::Errand;
use super::form;
use super::widgets;
use super::wish::{Scene, Wish};
use crate::domain::Language;
use crate::storage::settings::Appearance;

/// The settings that can be changed here.
#[derive(Debug, Default)]
pub struct SettingsForm {
    /// The colours that are chosen.
    pub appearance: Appearance,
}

impl SettingsForm {
    /// Draws it.
    pub fn show(&mut self, ui: &mut Ui, scene: &mut Scene) {
        widgets::title(ui, &scene.text("settings-title"));
        let mut chosen = self.appearance;
        let options = [Appearance::System, Appearance::Light, Appearance::Dark];
        let options = options.map(|each| (each, scene.text(&format!("settings-appearance-{}", each.code()))));
        form::choices(ui, &scene.text("settings-appearance"), &mut chosen, &options);
        if chosen != self.appearance {
            scene.wish(Wish::Errand(Errand::Appear(chosen)));
        }
        let mut language = scene.words.language();
        let options = Language::ALL.map(|each| (each, scene.text(&format!("settings-language-{}", each.code()))));
        form::choices(ui, &scene.text("settings-language"), &mut language, &options);
        if language != scene.words.language() {
            scene.wish(Wish::Errand(Errand::Speak(language)));
        }
        widgets::text(ui, &scene.text("settings-size"));
        if widgets::primary(ui, &scene.text("close")).clicked() {
            scene.wish(Wish::Lay(None));
        }
    }
}
