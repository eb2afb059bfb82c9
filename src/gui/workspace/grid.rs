//! The rubric: a row per aspect, the rungs side by side.

use eframe::egui;
use egui::{Label, Rect, RichText, ScrollArea, Sense, Stroke, Ui, Vec2};

use super::cell::{self, Cell};
use super::view::{Filter, View, columns};
use super::{Keys, Workspace, keys_id};
use crate::domain::{Aspect, Rung, Verdict};
use crate::gui::commands::Action;
use crate::gui::theme::{self, Look};
use crate::gui::widgets::{self, Press, Tone};
use crate::gui::wish::{Overlay, Scene, Wish};
use crate::wording::arg;

const GAP: f32 = 8.0;
/// A cell narrower than this has no room for its buttons.
const NARROWEST: f32 = 184.0;

impl Workspace {
    /// Draws the rubric of the part.
    pub(super) fn show_grid(&mut self, ui: &mut Ui, scene: &mut Scene, view: &View) {
        self.show_head(ui, scene, view);
        let columns = columns(view.part);
        let places = Places::of(ui.available_width() - 12.0, columns.len());
        let fits = places.all <= ui.available_width();
        if fits {
            show_columns(ui, view, &columns, places);
        }
        let rows: Vec<&Aspect> =
            view.part.aspects.iter().filter(|aspect| self.filter.shows(view, aspect, self.chosen.as_ref())).collect();
        ScrollArea::new([!fits, true]).id_salt(("rubric", &view.part.id)).auto_shrink(false).show(ui, |ui| {
            ui.spacing_mut().item_spacing.y = GAP;
            if !fits {
                show_columns(ui, view, &columns, places);
            }
            // Room for the ring around the first row.
            ui.add_space(2.0);
            let mut group = None;
            for aspect in rows {
                if aspect.group.is_some() && aspect.group != group {
                    group.clone_from(&aspect.group);
                    show_group(ui, view, aspect);
                }
                self.show_row(ui, scene, view, aspect, &columns, places);
            }
            ui.add_space(GAP);
        });
        (self.scroll, self.take_focus) = (false, false);
    }

    fn show_head(&mut self, ui: &mut Ui, scene: &mut Scene, view: &View) {
        let look = Look::of(ui);
        let language = view.language();
        ui.spacing_mut().item_spacing.y = 4.0;
        widgets::title(ui, &format!("{}. {}", view.part.id, view.part.title.get(language)));
        ui.horizontal_wrapped(|ui| {
            ui.spacing_mut().item_spacing.x = 8.0;
            let summary = RichText::new(view.part.summary.plain(language)).color(look.muted);
            ui.add(Label::new(summary).wrap());
            let (text, hint) = (scene.text("introduction-link"), scene.text("introduction-hint"));
            if Press::new(&text).tone(Tone::Link).tight().hint(hint).show(ui).clicked() {
                scene.wish(Wish::Lay(Some(Overlay::Introduction)));
            }
        });
        let (done, all) = view.progress();
        let room = ui.available_width();
        let show_progress = |ui: &mut Ui| {
            let values = [arg("done", done), arg("all", all)];
            let text = view.words.with("progress-norms", &values);
            widgets::progress(ui, done, all, if room < 660.0 { 72.0 } else { 140.0 }, &text);
            let shown = if room < 660.0 { view.words.with("progress-short", &values) } else { text };
            ui.add(Label::new(RichText::new(shown).font(theme::small()).color(look.muted)).extend());
        };
        if room < 520.0 {
            ui.horizontal_wrapped(|ui| {
                self.show_filters(ui, view, Filter::ALL);
                show_adopt(ui, scene);
            });
            ui.horizontal(show_progress);
        } else {
            ui.horizontal(|ui| {
                show_progress(ui);
                ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
                    ui.add_space(12.0);
                    let mut filters = Filter::ALL;
                    filters.reverse();
                    self.show_filters(ui, view, filters);
                    ui.add_space(6.0);
                    show_adopt(ui, scene);
                });
            });
        }
    }

    fn show_filters(&mut self, ui: &mut Ui, view: &View, filters: [Filter; 3]) {
        ui.spacing_mut().item_spacing.x = 6.0;
        let (done, all) = view.progress();
        for filter in filters {
            let (key, count) = match filter {
                Filter::All => ("filter-all", all),
                Filter::Open => ("filter-open", all - done),
                Filter::Blocking => ("filter-blocking", view.score.blocking.len()),
            };
            let text = view.words.with(key, &[arg("count", count)]);
            let press = Press::new(&text).chosen(self.filter == filter).role(egui::Role::RadioButton).tight();
            if press.show(ui).clicked() {
                self.filter = filter;
            }
        }
    }

    fn show_row(
        &mut self,
        ui: &mut Ui,
        scene: &mut Scene,
        view: &View,
        aspect: &Aspect,
        columns: &[Rung],
        places: Places,
    ) {
        // A cell may hold several norms, one above the other.
        let cells: Vec<Vec<Cell>> = columns
            .iter()
            .map(|rung| {
                let measure = |norm| Cell::measure(ui, view, norm, self.pending_on(&norm.id), places.cell);
                aspect.on(*rung).map(measure).collect()
            })
            .collect();
        if places.label == 0.0 {
            show_aspect_above(ui, view, aspect);
        }
        let tallest = cells.iter().map(|stack| stacked(stack)).fold(64.0, f32::max);
        let (row, _) = ui.allocate_exact_size(Vec2::new(places.all, tallest), Sense::hover());
        if places.label > 0.0 {
            show_aspect(ui, view, aspect, Rect::from_min_size(row.min, Vec2::new(places.label, tallest)));
        }
        for (at, (stack, rung)) in cells.into_iter().zip(columns).enumerate() {
            let left = places.column(row.left(), at);
            if stack.is_empty() {
                let rect = Rect::from_min_size(egui::pos2(left, row.top()), Vec2::new(places.cell, tallest));
                cell::show_empty(ui, view, aspect, *rung, rect);
            }
            let last = stack.len().saturating_sub(1);
            let mut top = row.top();
            for (place, found) in stack.into_iter().enumerate() {
                // The last one takes the room that is left.
                let bottom = if place == last { row.bottom() } else { top + found.height };
                let rect = Rect::from_min_max(egui::pos2(left, top), egui::pos2(left + places.cell, bottom));
                self.show_cell(ui, scene, view, aspect, &found, rect);
                top = bottom + GAP;
            }
        }
    }

    fn show_cell(&mut self, ui: &mut Ui, scene: &mut Scene, view: &View, aspect: &Aspect, found: &Cell, rect: Rect) {
        let ctx = ui.ctx().clone();
        let chosen = self.chosen.as_ref() == Some(&found.norm.id);
        let shown = cell::show(ui, view, aspect, found, rect, chosen);
        ctx.data_mut(|data| {
            data.insert_temp(keys_id(shown.response.id), Keys::All);
            for id in &shown.buttons {
                data.insert_temp(keys_id(*id), Keys::Letters);
            }
        });
        if chosen && self.scroll {
            ui.scroll_to_rect(rect.expand(GAP), None);
        }
        if chosen && self.take_focus {
            shown.response.request_focus();
            // The next frame keeps the arrows here.
            ctx.request_repaint();
        }
        if shown.response.has_focus() {
            // The arrows move in the rubric, not from button to button.
            let filter = egui::EventFilter { horizontal_arrows: true, vertical_arrows: true, ..Default::default() };
            ctx.memory_mut(|memory| memory.set_focus_lock_filter(shown.response.id, filter));
        }
        if shown.response.gained_focus() && !chosen {
            self.select(&found.norm.id);
            self.scroll = true;
        }
        if shown.response.clicked() {
            self.select(&found.norm.id);
            self.column = Some(found.norm.rung);
            shown.response.request_focus();
        }
        match shown.pressed {
            Some(cell::Pressed::Verdict(verdict)) => {
                self.column = Some(found.norm.rung);
                self.choose(&ctx, scene, view, &found.norm.id, verdict);
                if self.pending_on(&found.norm.id).is_none() && verdict != Verdict::Open {
                    shown.response.request_focus();
                }
            }
            Some(cell::Pressed::Twin(three)) => scene.wish(Wish::Jump(three)),
            None => {}
        }
    }
}

/// How high the norms of a cell are together.
fn stacked(stack: &[Cell]) -> f32 {
    let heights: f32 = stack.iter().map(|cell| cell.height + GAP).sum();
    heights - GAP
}

/// Where the columns are, in points.
#[derive(Clone, Copy)]
struct Places {
    label: f32,
    cell: f32,
    all: f32,
}

impl Places {
    fn of(width: f32, columns: usize) -> Places {
        let label = match width {
            width if width < 680.0 => 0.0,
            width if width < 720.0 => 104.0,
            _ => 116.0,
        };
        #[expect(clippy::cast_precision_loss, reason = "at most five")]
        let count = columns.max(1) as f32;
        let all = width.max(count * NARROWEST + (count - 1.0) * GAP);
        let gaps = if label > 0.0 { count * GAP } else { (count - 1.0) * GAP };
        Places { label, cell: ((all - label - gaps) / count).floor(), all }
    }

    fn column(self, left: f32, at: usize) -> f32 {
        #[expect(clippy::cast_precision_loss, reason = "less than five")]
        let at = at as f32;
        let first = if self.label > 0.0 { self.label + GAP } else { 0.0 };
        left + first + at * (self.cell + GAP)
    }
}

fn show_columns(ui: &mut Ui, view: &View, columns: &[Rung], places: Places) {
    let look = Look::of(ui);
    let (row, _) = ui.allocate_exact_size(Vec2::new(places.all, 24.0), Sense::hover());
    for (at, rung) in columns.iter().enumerate() {
        let left = places.column(row.left(), at);
        let rect = Rect::from_min_max(egui::pos2(left + 2.0, row.top()), egui::pos2(left + places.cell, row.bottom()));
        let key = if rung.is_deficiency() { "column-deficiency" } else { "column-requirement" };
        let text = view.words.with(key, &[arg("rung", rung.number())]);
        let label = Label::new(RichText::new(text).font(theme::bold(13.0)).color(look.muted)).halign(egui::Align::LEFT);
        let layout = egui::Layout::left_to_right(egui::Align::Center);
        widgets::inside(ui, rect, ("column", at), layout, |ui| ui.add(label));
    }
}

fn show_group(ui: &mut Ui, view: &View, aspect: &Aspect) {
    let Some(group) = view.part.groups.iter().find(|group| Some(&group.id) == aspect.group.as_ref()) else { return };
    ui.add_space(4.0);
    widgets::subtitle(ui, group.title.get(view.language()));
    let look = Look::of(ui);
    let line = ui.min_rect();
    ui.painter().hline(line.x_range(), line.bottom() + 2.0, Stroke::new(1.0, look.line));
}

fn show_adopt(ui: &mut Ui, scene: &mut Scene) {
    let (adopt, hint) = (scene.text("adopt"), scene.text("adopt-hint"));
    if Press::new(&adopt).tone(Tone::Accent).tight().hint(hint).show(ui).clicked() {
        scene.wish(Wish::Run(Action::Adopt));
    }
}

/// The name of a row above it, where there is no room beside it.
fn show_aspect_above(ui: &mut Ui, view: &View, aspect: &Aspect) {
    ui.horizontal(|ui| {
        widgets::strong(ui, aspect.title.get(view.language()));
        widgets::muted(ui, aspect.id.as_str());
    });
}

fn show_aspect(ui: &mut Ui, view: &View, aspect: &Aspect, rect: Rect) {
    let inner = Rect::from_min_max(rect.min + Vec2::new(0.0, 8.0), rect.max);
    widgets::inside(ui, inner, &aspect.id, egui::Layout::top_down(egui::Align::Min), |ui| {
        ui.spacing_mut().item_spacing.y = 2.0;
        widgets::strong(ui, aspect.title.get(view.language()));
        let unit = aspect.norms.first().map(|norm| view.words.test_unit(norm.test_unit)).unwrap_or_default();
        widgets::muted(ui, &format!("{} · {unit}", aspect.id));
    });
}
