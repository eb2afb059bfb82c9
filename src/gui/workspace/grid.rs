//! The rubric: a row per aspect, the rungs side by side. Only the rows in view are laid out.

use eframe::egui;
use egui::accesskit::Action;
use egui::scroll_area::State as Scrolled;
use egui::{IdSalt, Rangef, Rect, ScrollArea, Sense, Ui, UiBuilder, Vec2};

use super::Workspace;
use super::cell::{self, Cell};
use super::keys::{Keys, keys_id};
use super::names::{show_columns, show_names};
use super::places::{BAR, GAP, Places, count};
use super::rows::{LOWEST, Rows};
use super::view::{View, columns};
use crate::domain::{Aspect, Rung};
use crate::gui::wish::{Scene, Wish};

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
        let salt = ("rubric", &view.part.id);
        let (header, _) = ui.allocate_exact_size(Vec2::new(ui.available_width(), 24.0), Sense::hover());
        let scrolled = Scrolled::load(ui.ctx(), ui.make_persistent_id(IdSalt::new(salt)));
        let before = scrolled.unwrap_or_default().unclamped_offset();
        // The bar at the foot lies over the cells.
        let bar = if places.fit { 0.0 } else { BAR };
        let (seen, mut offset) = self.lay(ui, view, &mut rows, &columns, places, before);
        if let Some(first) = show_columns(ui, view, &columns, places, header, offset.x) {
            offset.x = places.moved_to(first);
        }
        let mut area = ScrollArea::new([!places.fit, true]).id_salt(salt).auto_shrink(false);
        if offset.x != before.x {
            area = area.horizontal_scroll_offset(offset.x);
        }
        if offset.y != before.y {
            area = area.vertical_scroll_offset(offset.y);
        }
        if !places.fit {
            // The columns in sight are whole ones: none of their letters is to fade.
            ui.spacing_mut().scroll.fade.strength = 0.0;
        }
        let shown = area.show_viewport(ui, |ui, viewport| {
            let (all, _) = ui.allocate_exact_size(Vec2::new(places.all(), rows.height() + bar), Sense::hover());
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
                self.show_row(&mut cells, scene, view, aspect, (&columns, seen), places, row);
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

    /// Measures the rows; gives the column in sight where it is the only one, and how far to scroll, from so far.
    fn lay(
        &mut self,
        ui: &Ui,
        view: &View,
        rows: &mut Rows,
        columns: &[Rung],
        places: Places,
        mut offset: Vec2,
    ) -> (Option<Rung>, Vec2) {
        let is_led = self.scroll || self.scroll_next || self.take_focus;
        let led = if is_led { self.chosen_column(view, columns) } else { None };
        let first = led.map_or(places.first(offset.x), |column| places.brought_in(column, offset.x));
        let seen = columns.get(first).copied().filter(|_| places.shown == 1 && !places.fit);
        let top = rows.before(&view.part.id, seen, offset.y);
        rows.fit(ui, view, self.moment(view, seen), places);
        let window = ui.available_height() - if places.fit { 0.0 } else { BAR };
        let most = (rows.height() - window).max(0.0);
        // Another column makes other heights: the row at the top stays there. In the next pass, when the room to scroll in is
        // the new one.
        let other_heights = std::mem::replace(&mut self.at_top, top);
        self.moved = other_heights.is_some();
        if top.is_some() {
            ui.ctx().request_discard("the rows have other heights");
        }
        if let Some((row, away)) = other_heights.and_then(|(aspect, away)| Some((rows.of(aspect)?, away))) {
            offset.y = (row.top + away.min(row.height - LOWEST)).min(most);
        }
        // Between two columns only while the hand is moving them.
        let resting = ui.input(|input| input.smooth_scroll_delta() == Vec2::ZERO && !input.pointer.any_down());
        let whole = places.moved_to(places.first(offset.x));
        if !places.fit && resting && (whole - offset.x).abs() > 0.5 {
            offset.x = whole;
        }
        // A key leads to the norm at once, also to one that is far out of view.
        if (self.scroll || self.take_focus)
            && let (Some(column), Some(target)) = (led, self.chosen_place(ui, view, rows, places))
        {
            offset.x = places.moved_to(places.brought_in(column, offset.x));
            offset.y = brought_in(offset.y, window, target).min(most);
        }
        (seen, offset)
    }

    /// In which column the cell of the chosen norm stands.
    fn chosen_column(&self, view: &View, columns: &[Rung]) -> Option<usize> {
        let chosen = self.chosen.as_ref()?;
        let rung = view.part.norms().find(|norm| norm.id == *chosen)?.rung;
        columns.iter().position(|column| *column == rung)
    }

    /// From where to where the cell of the chosen norm reaches below the top of the rubric.
    fn chosen_place(&self, ui: &Ui, view: &View, rows: &Rows, places: Places) -> Option<Rangef> {
        let chosen = self.chosen.as_ref()?;
        let has_chosen = |aspect: &Aspect| aspect.norms.iter().any(|norm| norm.id == *chosen);
        let at = view.part.aspects.iter().position(has_chosen)?;
        let (aspect, place) = (view.part.aspects.get(at)?, rows.of(at)?);
        let rung = aspect.norms.iter().find(|norm| norm.id == *chosen)?.rung;
        let stack: Vec<Cell> = aspect.on(rung).map(|norm| self.measured(ui, view, norm, places)).collect();
        let inside = stack.iter().position(|cell| cell.norm.id == *chosen)?;
        let above: f32 = stack.iter().take(inside).map(|cell| cell.height + GAP).sum();
        let last = inside + 1 == stack.len();
        // With the first norm of a row its name comes into sight too, when that stands above it.
        let top = if inside == 0 { place.top - place.above() } else { place.top + above };
        let bottom = if last { place.top + place.height } else { place.top + above + stack.get(inside)?.height };
        Some(Rangef::new(top - GAP, bottom + GAP))
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
        (columns, seen): (&[Rung], Option<Rung>),
        places: Places,
        row: Rect,
    ) {
        for (at, rung) in columns.iter().enumerate() {
            let left = row.left() + places.column(at);
            // Out of sight nothing sticks out of its row: it could not be reached.
            let squeezed = seen.is_some_and(|seen| seen != *rung);
            // A cell may hold several norms, one above the other.
            let stack: Vec<Cell> = aspect.on(*rung).map(|norm| self.measured(ui, view, norm, places)).collect();
            if stack.is_empty() {
                let rect = Rect::from_min_size(egui::pos2(left, row.top()), Vec2::new(places.cell, row.height()));
                cell::show_empty(ui, view, aspect, *rung, rect);
            }
            let last = stack.len().saturating_sub(1);
            let share = ((row.height() + GAP) / count(stack.len()) - GAP).max(0.0);
            let mut top = row.top();
            for (place, found) in stack.into_iter().enumerate() {
                // The last one takes the room that is left.
                let bottom = match place {
                    _ if place == last => row.bottom(),
                    _ if squeezed => top + share,
                    _ => top + found.height,
                };
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
        // What a screen reader wants to see may stand elsewhere once its column is in sight.
        let asked = |id| ui.input(|input| input.has_accesskit_action_request(id, Action::ScrollIntoView));
        if shown.buttons.iter().chain([&shown.response.id]).any(|id| asked(*id)) {
            self.asked = Some(found.norm.id.clone());
        }
        if self.moved && self.asked.as_ref() == Some(&found.norm.id) {
            ui.scroll_to_rect(shown.response.rect, None);
            self.asked = None;
        }
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
        // Keys are about the norm that has the focus, or one of whose buttons has it; unless the focus is about to go to
        // another.
        let focused = ctx.memory(|memory| memory.focused());
        let is_here = focused.is_some_and(|id| id == shown.response.id || shown.buttons.contains(&id));
        if is_here && !chosen && !self.take_focus && self.to_field.is_none() {
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
                if self.pending_on(&found.norm.id).is_none() {
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
