//! What stands above and beside the cells of the rubric: the rungs, the groups, the rows.

use eframe::egui;
use egui::{Label, Rect, RichText, Stroke, Ui, UiBuilder, Vec2};

use super::places::Places;
use super::rows::{Place, line_below};
use super::view::View;
use crate::domain::{Aspect, Rung};
use crate::gui::theme::{self, Look};
use crate::gui::widgets::{self, Press, Tone};
use crate::wording::arg;

/// The names of the columns; they move sideways together with the cells below them. Where not all are in sight, buttons lead
/// to those that are not: the column that is to be the first in sight.
pub(super) fn show_columns(
    ui: &mut Ui,
    view: &View,
    columns: &[Rung],
    places: Places,
    header: Rect,
    offset: f32,
) -> Option<usize> {
    let look = Look::of(ui);
    let mut names = ui.new_child(UiBuilder::new().id_salt("columns").max_rect(header));
    let first = places.first(offset);
    let end = first + places.shown;
    let mut asked = None;
    // A button for the column beside those in sight, at this place; how wide it is.
    let mut button = |ui: &mut Ui, text: String, rung: &Rung, first: usize| {
        let name = view.words.with("column-show", &[arg("rung", rung.number())]);
        let response = Press::new(&text).tone(Tone::Link).tight().name(name).show(ui);
        if response.clicked() {
            asked = Some(first);
        }
        response.rect.width()
    };
    for (at, rung) in columns.iter().enumerate() {
        let left = header.left() + places.column(at) - offset;
        let rect = Rect::from_x_y_ranges(left + 2.0..=left + places.cell, header.y_range());
        let seen = Rect::from_x_y_ranges(header.left() + places.left()..=header.right(), header.y_range());
        if !places.fit && (rect.left() < seen.left() || rect.right() > seen.right()) {
            continue;
        }
        let layout = egui::Layout::left_to_right(egui::Align::Center);
        widgets::inside(&mut names, rect, ("column", at), layout, |ui| {
            if let (true, Some(lower)) = (at == first, first.checked_sub(1)) {
                button(ui, format!("‹ {}", columns[lower].number()), &columns[lower], lower);
            }
            let key = if rung.is_deficiency() { "column-deficiency" } else { "column-requirement" };
            let text = view.words.with(key, &[arg("rung", rung.number())]);
            let text = RichText::new(text).font(theme::bold(13.0)).color(look.muted);
            ui.add(Label::new(text).halign(egui::Align::LEFT).truncate());
            if let (true, Some(higher)) = (at + 1 == end, columns.get(end)) {
                button(ui, format!("{} ›", higher.number()), higher, first + 1);
            }
        });
    }
    asked
}

/// What a row is called: beside it or, where there is no room, above it; and the group that begins with it.
pub(super) fn show_names(ui: &mut Ui, view: &View, aspect: &Aspect, place: &Place, places: Places, row: Rect) {
    let width = ui.clip_rect().right() - row.left();
    if place.group > 0.0 {
        let corner = row.min - Vec2::new(0.0, place.above());
        let room = if places.fit { places.all() } else { width };
        show_group(ui, view, aspect, Rect::from_min_size(corner, Vec2::new(room, place.group)));
    }
    if places.label > 0.0 {
        let rect = Rect::from_min_size(row.min, Vec2::new(places.label, row.height()));
        show_aspect(ui, view, aspect, rect);
    } else {
        let corner = row.min - Vec2::new(0.0, place.name);
        let rect = Rect::from_min_size(corner, Vec2::new(width, place.name));
        let layout = egui::Layout::left_to_right(egui::Align::Min);
        widgets::inside(ui, rect, &aspect.id, layout, |ui| {
            widgets::strong(ui, aspect.title.get(view.language()));
            widgets::muted(ui, aspect.id.as_str());
        });
    }
}

fn show_aspect(ui: &mut Ui, view: &View, aspect: &Aspect, rect: Rect) {
    let inner = Rect::from_min_max(rect.min + Vec2::new(0.0, 8.0), rect.max);
    widgets::inside(ui, inner, &aspect.id, egui::Layout::top_down(egui::Align::Min), |ui| {
        ui.spacing_mut().item_spacing.y = 2.0;
        widgets::strong(ui, aspect.title.get(view.language()));
        widgets::muted(ui, &line_below(view.words, aspect));
    });
}

fn show_group(ui: &mut Ui, view: &View, aspect: &Aspect, rect: Rect) {
    let Some(group) = view.part.groups.iter().find(|group| Some(&group.id) == aspect.group.as_ref()) else { return };
    widgets::inside(ui, rect, ("group", &aspect.id), egui::Layout::top_down(egui::Align::Min), |ui| {
        ui.add_space(4.0);
        widgets::subtitle(ui, group.title.get(view.language()));
    });
    let look = Look::of(ui);
    ui.painter().hline(rect.x_range(), rect.bottom() - 6.0, Stroke::new(1.0, look.line));
}
