//! The rubric: a row per aspect, the rungs side by side. Only the rows in view are laid out.

use eframe::egui;
use egui::scroll_area::State as Scrolled;
use egui::{IdSalt, Label, Rangef, Rect, RichText, ScrollArea, Sense, Stroke, Ui, UiBuilder, Vec2};

use super::cell::{self, Cell};
use super::rows::{BAR, GAP, Place, Places, Rows, line_below};
use super::view::{View, columns};
use super::{Keys, Workspace, keys_id};
use crate::domain::{Aspect, Rung, Verdict};
use crate::gui::theme::{self, Look};
use crate::gui::widgets::{self, Press, Tone};
use crate::gui::wish::{Scene, Wish};
use crate::wording::arg;

impl Workspace {
    /// Draws the rubric of the part.
    pub(super) fn show_grid(&mut self, ui: &mut Ui, scene: &mut Scene, view: &View) {
        self.show_head(ui, scene, view);
        let columns = columns(view.part);
        let mut rows = std::mem::take(&mut self.rows);
        let places = Places::of(ui.available_width() - BAR, columns.len(), rows.longest(ui, view));
        // In a window of another size the chosen norm stays in sight. In the next frame: in this one the room to scroll in
        // is still the old one, and what is scrolled too far springs back slowly.
        if (std::mem::take(&mut self.in_sight) || self.scroll) && self.room != ui.available_size() {
            self.scroll_next = true;
            ui.ctx().request_repaint();
        }
        self.room = ui.available_size();
        rows.fit(ui, view, self.moment(view), places);
        let salt = ("rubric", &view.part.id);
        let (header, _) = ui.allocate_exact_size(Vec2::new(ui.available_width(), 24.0), Sense::hover());
        let scrolled = Scrolled::load(ui.ctx(), ui.make_persistent_id(IdSalt::new(salt)));
        let mut offset = scrolled.unwrap_or_default().unclamped_offset();
        let mut area = ScrollArea::new([!places.fit, true]).id_salt(salt).auto_shrink(false);
        if !places.fit {
            // The columns in sight are whole ones: none of their letters is to fade.
            ui.spacing_mut().scroll.fade.strength = 0.0;
            // Between two columns only while the hand is moving them.
            let resting = ui.input(|input| input.smooth_scroll_delta() == Vec2::ZERO && !input.pointer.any_down());
            let whole = places.moved_to(places.first(offset.x));
            if resting && (whole - offset.x).abs() > 0.5 {
                offset.x = whole;
                area = area.horizontal_scroll_offset(whole);
            }
        }
        // A key leads to the norm at once, also to one that is far out of view.
        if (self.scroll || self.take_focus)
            && let Some((column, target)) = self.chosen_place(ui, view, &rows, &columns, places)
        {
            // The bar at the foot lies over the cells.
            let bar = if places.fit { 0.0 } else { BAR };
            let window = ui.available_height() - bar;
            offset.x = places.moved_to(places.brought_in(column, offset.x));
            let most = (rows.height() - window).max(0.0);
            offset.y = brought_in(offset.y, window, target).min(most);
            area = area.scroll_offset(offset);
        }
        if let Some(first) = show_columns(ui, view, &columns, places, header, offset.x) {
            area = area.horizontal_scroll_offset(places.moved_to(first));
        }
        let shown = area.show_viewport(ui, |ui, viewport| {
            let (all, _) = ui.allocate_exact_size(Vec2::new(places.all(), rows.height()), Sense::hover());
            // Where the names of the rows stand: they stay in sight when the columns are moved.
            let edge = all.left() + viewport.left();
            let mut cells = ui.new_child(UiBuilder::new().id_salt("cells").max_rect(all));
            if !places.fit {
                let clip = ui.clip_rect();
                cells.set_clip_rect(clip.with_min_x(clip.left().max(edge + places.left() - 4.0)));
            }
            for place in rows.in_view(viewport.y_range()) {
                let Some(aspect) = view.part.aspects.get(place.aspect) else { continue };
                let row = place.rect(all.min, places.all());
                if places.fit {
                    show_names(&mut cells, view, aspect, place, places, row);
                }
                self.show_row(&mut cells, scene, view, aspect, &columns, places, row);
            }
            (egui::pos2(edge, all.top()), viewport)
        });
        if !places.fit {
            // Above the edge at which the cells fade.
            let (corner, viewport) = shown.inner;
            let mut names = ui.new_child(UiBuilder::new().id_salt("names").max_rect(shown.inner_rect));
            names.set_clip_rect(shown.inner_rect.intersect(ui.clip_rect()));
            for place in rows.in_view(viewport.y_range()) {
                let Some(aspect) = view.part.aspects.get(place.aspect) else { continue };
                show_names(&mut names, view, aspect, place, places, place.rect(corner, places.all()));
            }
        }
        self.rows = rows;
        (self.scroll, self.take_focus) = (std::mem::take(&mut self.scroll_next), false);
    }

    /// In which column the cell of the chosen norm stands, and from where to where it reaches below the top of the rubric.
    fn chosen_place(
        &self,
        ui: &Ui,
        view: &View,
        rows: &Rows,
        columns: &[Rung],
        places: Places,
    ) -> Option<(usize, Rangef)> {
        let chosen = self.chosen.as_ref()?;
        let has_chosen = |aspect: &Aspect| aspect.norms.iter().any(|norm| norm.id == *chosen);
        let at = view.part.aspects.iter().position(has_chosen)?;
        let (aspect, place) = (view.part.aspects.get(at)?, rows.of(at)?);
        let rung = aspect.norms.iter().find(|norm| norm.id == *chosen)?.rung;
        let column = columns.iter().position(|column| *column == rung)?;
        let stack: Vec<Cell> = aspect.on(rung).map(|norm| self.measured(ui, view, norm, places)).collect();
        let inside = stack.iter().position(|cell| cell.norm.id == *chosen)?;
        let above: f32 = stack.iter().take(inside).map(|cell| cell.height + GAP).sum();
        let last = inside + 1 == stack.len();
        // With the first norm of a row its name comes into sight too, when that stands above it.
        let top = if inside == 0 { place.top - place.above() } else { place.top + above };
        let bottom = if last { place.top + place.height } else { place.top + above + stack.get(inside)?.height };
        Some((column, Rangef::new(top - GAP, bottom + GAP)))
    }

    fn measured<'a>(&self, ui: &Ui, view: &View, norm: &'a crate::domain::Norm, places: Places) -> Cell<'a> {
        Cell::measure(ui, view, norm, self.pending_on(&norm.id), places.cell)
    }

    #[expect(clippy::too_many_arguments, reason = "what a row is drawn from and where")]
    fn show_row(
        &mut self,
        ui: &mut Ui,
        scene: &mut Scene,
        view: &View,
        aspect: &Aspect,
        columns: &[Rung],
        places: Places,
        row: Rect,
    ) {
        for (at, rung) in columns.iter().enumerate() {
            let left = row.left() + places.column(at);
            // A cell may hold several norms, one above the other.
            let stack: Vec<Cell> = aspect.on(*rung).map(|norm| self.measured(ui, view, norm, places)).collect();
            if stack.is_empty() {
                let rect = Rect::from_min_size(egui::pos2(left, row.top()), Vec2::new(places.cell, row.height()));
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
        if chosen {
            self.in_sight = ui.clip_rect().intersects(rect);
            crate::gui::tour::Spot::Cell.mark(ui, shown.response.rect);
        }
        ctx.data_mut(|data| {
            for id in &shown.buttons {
                data.insert_temp(keys_id(*id), Keys::Letters);
            }
        });
        if chosen && self.take_focus {
            shown.response.request_focus();
            // The next frame keeps the arrows here.
            ctx.request_repaint();
        }
        // The arrows move in the rubric, not from button to button.
        Workspace::leave_keys(&ctx, &shown.response);
        if shown.response.gained_focus() && !chosen {
            self.select(&found.norm.id);
            self.scroll_next = true;
            ctx.request_repaint();
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

/// How far to scroll so that `target` is in sight of a window of this size, as little as possible.
fn brought_in(offset: f32, window: f32, target: Rangef) -> f32 {
    if target.min < offset || target.span() > window {
        target.min.max(0.0)
    } else if target.max > offset + window {
        target.max - window
    } else {
        offset
    }
}

/// The names of the columns; they move sideways together with the cells below them. Where not all are in sight, buttons lead
/// to those that are not: the column that is to be the first in sight.
fn show_columns(
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
fn show_names(ui: &mut Ui, view: &View, aspect: &Aspect, place: &Place, places: Places, row: Rect) {
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
