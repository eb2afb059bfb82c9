//! Over the rubric: which part it is, how far it is judged, and which rows are shown.

use eframe::egui;
use egui::{Label, RichText, Ui};

use super::Workspace;
use super::filter::Filter;
use super::view::View;
use crate::gui::commands::Action;
use crate::gui::theme::{self, Look};
use crate::gui::widgets::{self, Press, Tone};
use crate::gui::wish::{Overlay, Scene, Wish};
use crate::wording::arg;

impl Workspace {
    /// Draws the head of the rubric.
    pub(super) fn show_head(&mut self, ui: &mut Ui, scene: &mut Scene, view: &View) {
        self.show_all_of_head(ui, scene, view);
        self.show_nothing_left(ui, view);
    }

    fn show_all_of_head(&mut self, ui: &mut Ui, scene: &mut Scene, view: &View) {
        let look = Look::of(ui);
        let language = view.language();
        ui.spacing_mut().item_spacing.y = 4.0;
        if theme::is_low(ui) {
            return self.show_low_head(ui, scene, view);
        }
        ui.horizontal_wrapped(|ui| {
            ui.spacing_mut().item_spacing.x = 12.0;
            widgets::title(ui, &format!("{}. {}", view.part.id, view.part.title.get(language)));
            let (text, hint) = (scene.text("introduction-link"), scene.text("introduction-hint"));
            if Press::new(&text).tone(Tone::Link).tight().hint(hint).show(ui).clicked() {
                scene.wish(Wish::Lay(Some(Overlay::Introduction)));
            }
        });
        let summary = RichText::new(view.part.summary.plain(language)).color(look.muted);
        ui.add(Label::new(summary).wrap());
        ui.add_space(4.0);
        let (done, all) = view.progress();
        let room = ui.available_width();
        let show_progress = |ui: &mut Ui| {
            let values = [arg("done", done), arg("all", all)];
            let text = view.words.with("progress-norms", &values);
            widgets::progress(ui, done, all, if room < 660.0 { 72.0 } else { 140.0 }, &text);
            let shown = if room < 740.0 { view.words.with("progress-short", &values) } else { text };
            ui.add(Label::new(RichText::new(shown).font(theme::small()).color(look.muted)).extend());
        };
        if room < 520.0 {
            ui.horizontal_wrapped(|ui| {
                self.show_filters(ui, view);
                show_adopt(ui, scene, view);
            });
            ui.horizontal(show_progress);
        } else {
            ui.horizontal(|ui| {
                show_progress(ui);
                widgets::at_right(ui, "filters", |ui| {
                    ui.spacing_mut().item_spacing.x = 6.0;
                    show_adopt(ui, scene, view);
                    ui.add_space(6.0);
                    self.show_filters(ui, view);
                    ui.add_space(6.0);
                });
            });
        }
    }

    /// The head where there is little height: in few lines, so that the rubric keeps its room.
    fn show_low_head(&mut self, ui: &mut Ui, scene: &mut Scene, view: &View) {
        let title = format!("{}. {}", view.part.id, view.part.title.get(view.language()));
        widgets::subtitle(ui, &title);
        let narrow = ui.available_width() < 520.0;
        ui.horizontal_wrapped(|ui| {
            if narrow {
                self.show_filter_menu(ui, scene, view);
                show_adopt(ui, scene, view);
                return;
            }
            self.show_filters(ui, view);
            show_adopt(ui, scene, view);
            if Press::new(&scene.text("introduction-link")).tone(Tone::Link).tight().show(ui).clicked() {
                scene.wish(Wish::Lay(Some(Overlay::Introduction)));
            }
        });
    }

    /// Says so when the filter is about no norm: what is chosen stays in sight, and would seem to be one.
    fn show_nothing_left(&self, ui: &mut Ui, view: &View) {
        if self.filter != Filter::All && meant(view, self.filter) == 0 {
            widgets::muted(ui, &view.words.text("filter-none"));
        }
    }

    fn show_filters(&mut self, ui: &mut Ui, view: &View) {
        ui.spacing_mut().item_spacing.x = 6.0;
        for (filter, text) in filters(view) {
            let press = Press::new(&text).chosen(self.filter == filter).role(egui::Role::RadioButton).tight();
            if press.show(ui).clicked() {
                self.filter = filter;
            }
        }
    }

    /// The same behind one button, with what else the head leads to.
    fn show_filter_menu(&mut self, ui: &mut Ui, scene: &mut Scene, view: &View) {
        let filters = filters(view);
        let shown = filters.iter().find(|(filter, _)| *filter == self.filter).map(|(_, text)| text.as_str());
        let shown = shown.unwrap_or_default();
        let name = view.words.with("filter-menu-name", &[arg("shown", shown)]);
        let button = Press::new(&format!("{shown} …")).tight().name(&name).show(ui);
        egui::Popup::menu(&button).accessible_name(&name).show(|ui| {
            for (filter, text) in &filters {
                let press = Press::new(text).tone(Tone::Row).left().chosen(self.filter == *filter).width(200.0);
                if press.role(egui::Role::MenuItem).show(ui).clicked() {
                    self.filter = *filter;
                    ui.close();
                }
            }
            ui.separator();
            let introduction = scene.text("introduction-link");
            let press = Press::new(&introduction).tone(Tone::Row).left().width(200.0).role(egui::Role::MenuItem);
            if press.show(ui).clicked() {
                scene.wish(Wish::Lay(Some(Overlay::Introduction)));
                ui.close();
            }
        });
    }
}

/// The filters of the part, each with how many norms it is about.
fn filters(view: &View) -> Vec<(Filter, String)> {
    // Nothing stands in the way of a score that the assessor gives.
    let offered = |filter: &Filter| *filter != Filter::Blocking || view.part.rule.is_stepped();
    let text = |filter| {
        let key = match filter {
            Filter::All => "filter-all",
            Filter::Open => "filter-open",
            Filter::Blocking => "filter-blocking",
            Filter::Alert => "filter-alert",
        };
        (filter, view.words.with(key, &[arg("count", meant(view, filter))]))
    };
    Filter::ALL.into_iter().filter(offered).map(text).collect()
}

/// How many norms a filter is about.
fn meant(view: &View, filter: Filter) -> usize {
    let (done, all) = view.progress();
    match filter {
        Filter::All => all,
        Filter::Open => all - done,
        Filter::Blocking => view.blocking().len(),
        Filter::Alert => view.signalled().len(),
    }
}

fn show_adopt(ui: &mut Ui, scene: &mut Scene, view: &View) {
    if !view.may_judge() || view.part.aspects.iter().all(|aspect| aspect.pairs.is_empty()) {
        return;
    }
    let (adopt, hint) = (scene.text("adopt"), scene.text("adopt-hint"));
    if Press::new(&adopt).tone(Tone::Accent).tight().hint(hint).show(ui).clicked() {
        scene.wish(Wish::Run(Action::Adopt));
    }
}
