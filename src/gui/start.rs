//! The first screen: what one was busy with, something new, and an example to try.

use std::path::{Path, PathBuf};

use eframe::egui;
use egui::{Align, Layout, Ui, Vec2};

use super::commands::{self, Action};
use super::dialogs::Purpose;
use super::errand::Errand;
use super::form;
use super::theme::{self, Look, STEP};
use super::widgets::{self, Press, Tone};
use super::wish::{Scene, Screen, Wish};
use crate::storage::shipped;
use crate::wording::arg;

/// An assessment that was opened before.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Recent {
    /// Where it is.
    pub path: PathBuf,
    /// Its folder as it is shown.
    pub folder: String,
    /// Whether nothing is there any more.
    pub missing: bool,
}

/// A framework that comes with the program.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OnBoard {
    /// Its name.
    pub title: crate::domain::Text,
    /// Its version.
    pub version: String,
    /// The hash of its file.
    pub sha256: String,
}

/// The first screen.
#[derive(Clone, Debug, Default)]
pub struct StartScreen {
    /// Recent assessments, the latest first; nothing while nobody has looked whether they are still there.
    pub recent: Option<Vec<Recent>>,
    /// The frameworks on board, once they are loaded.
    frameworks: Option<Vec<OnBoard>>,
    typed: String,
}

impl StartScreen {
    /// Looks which of these are still there; a folder below `home` is shown as one.
    pub fn look_up(&mut self, recent: &[PathBuf], home: Option<&Path>) {
        let look = |path: &PathBuf| Recent {
            folder: folder_text(path.parent().unwrap_or(Path::new("")), home),
            missing: !path.is_file(),
            path: path.clone(),
        };
        self.recent = Some(recent.iter().map(look).collect());
    }

    /// Draws it.
    pub fn show(&mut self, ui: &mut Ui, scene: &mut Scene) {
        let title = scene.text("start-title");
        let frameworks = self.frameworks.get_or_insert_with(on_board);
        form::page(ui, "start", theme::PAGE, None, scene, &title, |ui, scene| {
            widgets::text(ui, &scene.text("start-about"));
            ui.add_space(3.0 * STEP);
            ways(ui, scene);
            ui.add_space(2.0 * STEP);
            if let Some(errand) = form::typed_path(ui, scene.words, Purpose::Any, &mut self.typed) {
                scene.wish(Wish::Errand(errand));
            }
            widgets::muted(ui, &scene.text("start-drop"));
            form::section(ui, &scene.text("start-recent"));
            widgets::card(ui, |ui| {
                ui.set_width(ui.available_width());
                recent_list(ui, self.recent.as_deref().unwrap_or_default(), scene);
            });
            form::section(ui, &scene.text("start-frameworks"));
            widgets::card(ui, |ui| {
                ui.set_width(ui.available_width());
                framework_list(ui, frameworks, scene);
            });
            ui.add_space(3.0 * STEP);
            ui.horizontal(|ui| {
                ui.spacing_mut().item_spacing.x = 4.0 * STEP;
                for action in [Action::Settings, Action::Help, Action::Palette] {
                    let Some(entry) = commands::entry(action) else { continue };
                    let keys = entry.keys(scene.words).map(|keys| format!(" ({keys})")).unwrap_or_default();
                    let text = format!("{}{keys}", scene.text(&format!("command-{}", entry.text)));
                    if widgets::link(ui, &text).clicked() {
                        scene.wish(Wish::Run(action));
                    }
                }
            });
        });
    }
}

/// The frameworks that come with the program.
pub fn on_board() -> Vec<OnBoard> {
    let loaded = shipped::ALL.iter().filter_map(|each| each.load().ok());
    loaded
        .map(|framework| OnBoard {
            title: framework.title.clone(),
            version: framework.version.clone(),
            sha256: framework.sha256.clone(),
        })
        .collect()
}

fn ways(ui: &mut Ui, scene: &mut Scene) {
    let ways = [
        ("start-new", "start-new-about", Tone::Main, Wish::Show(Screen::New)),
        ("start-open", "start-open-about", Tone::Plain, Wish::Ask(Purpose::OpenAssessment)),
        ("start-example", "start-example-about", Tone::Plain, Wish::Errand(Errand::TryExample)),
        ("start-verify", "start-verify-about", Tone::Plain, Wish::Show(Screen::Verify)),
    ];
    let columns = if ui.available_width() > 700.0 { 4 } else { 2 };
    for row in ways.chunks(columns) {
        // As high as the highest of the row.
        let height = if row.iter().any(|(key, ..)| *key == "start-example") { 104.0 } else { 56.0 };
        ui.columns(columns, |uis| {
            for (ui, (key, about, tone, wish)) in uis.iter_mut().zip(row) {
                widgets::card(ui, |ui| {
                    ui.set_width(ui.available_width());
                    ui.set_min_height(height);
                    let text = scene.text(key);
                    let width = ui.available_width();
                    if Press::new(&text).tone(*tone).width(width).show(ui).clicked() {
                        scene.wish(wish.clone());
                    }
                    // Columns would stretch the lines of a text to their width.
                    ui.with_layout(Layout::top_down(Align::Min), |ui| {
                        widgets::muted(ui, &scene.text(about));
                    });
                    if *key == "start-example" && widgets::link(ui, &scene.text("start-example-elsewhere")).clicked() {
                        scene.wish(Wish::Ask(Purpose::ExampleFolder));
                    }
                });
            }
        });
        ui.add_space(STEP);
    }
}

fn recent_list(ui: &mut Ui, recent: &[Recent], scene: &mut Scene) {
    if recent.is_empty() {
        widgets::text(ui, &scene.text("start-recent-none"));
        return;
    }
    for recent in recent {
        let name = file_name(&recent.path);
        ui.horizontal(|ui| {
            // What stands on the line is centred on the highest of it.
            ui.set_min_height(28.0);
            // A long name leaves room for what stands beside it.
            let room = ui.available_width();
            let shown = widgets::cut(ui, &name, room * if recent.missing { 0.35 } else { 0.6 });
            if recent.missing {
                widgets::strong(ui, &shown).on_hover_text(&name);
                let look = Look::of(ui);
                widgets::chip(ui, &scene.text("start-missing"), look.bad, look.bad_ground);
                let remove = scene.text("start-forget");
                let called = scene.words.with("start-forget-name", &[arg("file", &name)]);
                if Press::new(&remove).tone(Tone::Link).name(called).show(ui).clicked() {
                    scene.wish(Wish::Errand(Errand::Forget(recent.path.clone())));
                }
            } else {
                let called = scene.words.with("start-open-name", &[arg("file", &name)]);
                if Press::new(&shown).tone(Tone::Link).name(called).hint(&name).show(ui).clicked() {
                    scene.wish(Wish::Errand(Errand::Take(recent.path.clone())));
                }
            }
            ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                let folder = widgets::cut_in_front(ui, &recent.folder, ui.available_width() - 8.0);
                widgets::muted(ui, &folder).on_hover_text(&recent.folder);
            });
        });
    }
}

fn framework_list(ui: &mut Ui, frameworks: &[OnBoard], scene: &Scene) {
    for framework in frameworks {
        let language = scene.words.language();
        widgets::strong(ui, &framework.title.plain(language));
        ui.spacing_mut().item_spacing = Vec2::new(8.0, 4.0);
        let args = [arg("version", &framework.version), arg("sha256", &framework.sha256)];
        form::copyable(ui, &scene.words.with("start-framework", &args));
    }
}

fn folder_text(folder: &Path, home: Option<&Path>) -> String {
    match home.and_then(|home| folder.strip_prefix(home).ok()) {
        Some(below) => Path::new("~").join(below).display().to_string(),
        None => folder.display().to_string(),
    }
}

/// The last part of a path, as it is shown.
pub fn file_name(path: &Path) -> String {
    path.file_name().map_or_else(|| path.display().to_string(), |name| name.to_string_lossy().into_owned())
}
