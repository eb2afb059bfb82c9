//! Help: how a score comes about, with an example, and every key.

use eframe::egui::{Grid, ScrollArea, Ui, Vec2};

use super::commands;
use super::form;
use super::reach;
use super::theme::{Look, STEP};
use super::widgets;
use super::wish::{Scene, Wish};

/// Keys and explanation.
#[derive(Debug, Default)]
pub struct Help {}

const RULES: [&str; 6] = ["help-rule-1", "help-rule-2", "help-rule-3", "help-rule-4", "help-rule-5", "help-rule-6"];
const EXAMPLE: [&str; 5] = ["help-example-1", "help-example-2", "help-example-3", "help-example-4", "help-example-5"];
const GOOD_TO_KNOW: [&str; 5] = ["help-know-1", "help-know-2", "help-know-3", "help-know-4", "help-know-5"];

impl Help {
    /// Draws it.
    pub fn show(&mut self, ui: &mut Ui, scene: &mut Scene) {
        widgets::title(ui, &scene.text("help-title"));
        let height = (ui.ctx().content_rect().height() - 160.0).max(160.0);
        ScrollArea::vertical().id_salt("help").max_height(height).min_scrolled_height(height).show(ui, |ui| {
            ui.set_width((ui.available_width() - 4.0 * STEP).min(660.0));
            widgets::text(ui, &scene.text("help-about"));
            form::section(ui, &scene.text("help-rule"));
            for (number, key) in RULES.iter().enumerate() {
                point(ui, &format!("{}.", number + 1), &scene.text(key));
            }
            form::section(ui, &scene.text("help-example"));
            let ground = Look::of(ui).accent_ground;
            widgets::remark(ui, ground, |ui| {
                for key in EXAMPLE {
                    widgets::text(ui, &scene.text(key));
                }
            });
            form::section(ui, &scene.text("help-know"));
            for key in GOOD_TO_KNOW {
                point(ui, "•", &scene.text(key));
            }
            form::section(ui, &scene.text("help-keys"));
            keys(ui, scene);
            reach::by_keys(ui);
        });
        ui.add_space(2.0 * STEP);
        if widgets::primary(ui, &scene.text("close")).clicked() {
            scene.wish(Wish::Lay(None));
        }
    }
}

fn point(ui: &mut Ui, sign: &str, text: &str) {
    widgets::point(ui, sign, |ui| drop(widgets::text(ui, text)));
}

fn keys(ui: &mut Ui, scene: &Scene) {
    Grid::new("help-keys").num_columns(2).spacing(Vec2::new(16.0, 6.0)).show(ui, |ui| {
        for entry in commands::ALL {
            let Some(keys) = entry.keys(scene.words) else { continue };
            widgets::key_cap(ui, &keys);
            widgets::text(ui, &scene.text(&entry.text_key()));
            ui.end_row();
        }
    });
}
