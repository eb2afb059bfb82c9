//! The menu with the commands, and the keys at the foot of the window.

use eframe::egui;
use egui::{Frame, Label, Margin, Panel, Popup, RichText, Role, Stroke, Ui};

use super::commands::{self, Action};
use super::history::Names;
use super::theme::{self, Look};
use super::widgets::{self, Press, Tone};
use super::wish::{Scene, Wish};

/// How wide the menu is, in points: its longest line fits.
const MENU: f32 = 360.0;

/// Draws the button that opens the menu.
pub fn show_menu(ui: &mut Ui, scene: &mut Scene, names: &dyn Fn() -> Names) {
    let text = scene.text("menu");
    let button = Press::new(&text).show(ui);
    Popup::menu(&button).accessible_name(&text).show(|ui| {
        ui.set_min_width(MENU);
        ui.spacing_mut().item_spacing.y = 0.0;
        let names = names();
        let height = ui.ctx().content_rect().bottom() - ui.cursor().top() - 24.0;
        let height = height.max(120.0);
        egui::ScrollArea::vertical().max_height(height).min_scrolled_height(height).show(ui, |ui| {
            menu_rows(ui, scene, &names);
        });
    });
}

fn menu_rows(ui: &mut Ui, scene: &mut Scene, names: &Names) {
    for (at, group) in commands::MENU.iter().enumerate() {
        if at > 0 {
            ui.add(egui::Separator::default().spacing(9.0));
        }
        for entry in group.iter().filter_map(|action| commands::entry(*action)) {
            if command_row(ui, scene, entry, &names.of(scene.words, entry), false, MENU).clicked() {
                scene.wish(Wish::Run(entry.action));
                ui.close();
            }
        }
    }
}

/// A command as a line: its text, and its keys at the right.
pub fn command_row(
    ui: &mut Ui,
    scene: &Scene,
    entry: &commands::Entry,
    text: &str,
    chosen: bool,
    width: f32,
) -> egui::Response {
    let press = Press::new(text).tone(Tone::Row).left().role(Role::MenuItem).chosen(chosen).width(width);
    press.aside(entry.keys(scene.words).unwrap_or_default()).show(ui)
}

/// Draws the keys at the foot of the window; those that change something only where that can be.
pub fn show_keys(ui: &mut Ui, scene: &Scene, may_judge: bool) {
    const SHOWN: [Action; 8] = [
        Action::Judge(crate::domain::Verdict::Holds),
        Action::Judge(crate::domain::Verdict::Fails),
        Action::Judge(crate::domain::Verdict::Partly),
        Action::Judge(crate::domain::Verdict::NotApplicable),
        Action::Judge(crate::domain::Verdict::Undetermined),
        Action::Judge(crate::domain::Verdict::Open),
        Action::NextOpen,
        Action::Rationale,
    ];
    let look = Look::of(ui);
    let frame = Frame::new().fill(look.card).inner_margin(Margin::symmetric(16, 4)).stroke(Stroke::NONE);
    Panel::bottom("keys").exact_size(30.0).frame(frame).show(ui, |ui| {
        ui.horizontal_centered(|ui| {
            ui.spacing_mut().item_spacing.x = 5.0;
            let mut hint = |keys: &str, text: &str| {
                // Half a hint helps nobody.
                if ui.available_width() < 150.0 {
                    return;
                }
                widgets::key_cap(ui, keys);
                ui.add(Label::new(RichText::new(text).font(theme::small()).color(look.muted)).extend());
                ui.add_space(9.0);
            };
            hint(&scene.text("key-arrows"), &scene.text("keys-move"));
            for entry in SHOWN
                .iter()
                .chain(&[Action::Undo])
                .filter(|_| may_judge)
                .chain(&[Action::Palette, Action::Help])
                .filter_map(|action| commands::entry(*action))
            {
                let keys = entry.keys(scene.words).unwrap_or_default();
                hint(&keys, &scene.text(&format!("keys-{}", entry.text)));
            }
        });
    });
}
