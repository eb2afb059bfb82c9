//! The pages themselves: white paper with a border, in both themes.

use eframe::egui::{self, Color32, Pos2, Rect, ScrollArea, Sense, Stroke, StrokeKind, Ui, Vec2, WidgetInfo};

use super::cache::Picture;
use super::raster::pixels;
use super::worker::Wanted;
use super::zoom::{GAP, Sheet, Zoom, percent};
use super::{Preview, zoom};
use crate::gui::theme::{self, Look};
use crate::gui::widgets;
use crate::gui::wish::Scene;
use crate::wording::arg;

/// How far an arrow key scrolls, in points.
pub(super) const LINES: f32 = 60.0;

impl Preview {
    pub(super) fn show_paper(&mut self, ui: &mut Ui, scene: &Scene) {
        let scroll = &mut ui.spacing_mut().scroll;
        // The edges of paper are not to fade into the ground.
        scroll.fade.strength = 0.0;
        let bars = Vec2::splat(scroll.allocated_width());
        let room = ui.available_size() - bars;
        let by_hand = ui.input(egui::InputState::zoom_delta);
        if by_hand != 1.0 {
            self.zoom = Some(Zoom::Percent(percent(self.sheet.scale) * by_hand));
        }
        // Where pages have another size the room to scroll in is still the old one in this frame, and what is scrolled
        // too far springs back slowly: the place that is looked at comes back in the next.
        let waits = self.lay_out(room);
        let mut area = ScrollArea::both().id_salt("preview").auto_shrink(false);
        let lines = std::mem::take(&mut self.lines);
        let end = (self.sheet.size.y - room.y).max(0.0);
        let given = if waits { None } else { self.to.take().map(|to| to.clamp(0.0, end)) };
        if given.is_some() || lines != 0.0 {
            area = area.vertical_scroll_offset(given.unwrap_or(self.offset + lines).clamp(0.0, end));
        }
        let before = self.offset;
        let shown = area.show_viewport(ui, |ui, view| {
            ui.set_min_size(self.sheet.size);
            let seen = self.sheet.seen(view.top(), view.bottom());
            let width = self.sheet.size.x.max(ui.available_width());
            let origin = ui.min_rect().min;
            for page in seen.clone() {
                let size = (self.leaves[page].size * self.sheet.scale).round();
                let left = ((width - size.x) / 2.0).max(GAP);
                let at = round_to_pixels(ui, origin + Vec2::new(left, self.sheet.top(page)));
                self.show_page(ui, scene, page, Rect::from_min_size(at, size));
            }
            (seen, view)
        });
        let (seen, view) = shown.inner;
        self.offset = shown.state.clamped_offset().y;
        // Going to a page says which one is read; scrolling is followed.
        if waits {
            ui.ctx().request_repaint();
        } else if given.is_none() && (self.offset - before).abs() > 0.5 {
            self.at = self.sheet.read(view.top(), view.bottom());
        }
        self.want(ui, &seen);
    }

    /// Lays the pages out for the present size, and keeps the place that is looked at; tells whether it is another size than
    /// before.
    fn lay_out(&mut self, room: Vec2) -> bool {
        if self.leaves.is_empty() {
            return false;
        }
        self.shown = self.zoom.unwrap_or_else(|| Zoom::first(room, &self.leaves));
        let scale = self.shown.scale(room, &self.leaves);
        if scale == self.sheet.scale {
            return false;
        }
        let old = std::mem::replace(&mut self.sheet, Sheet::new(&self.leaves, scale));
        if old.scale > 0.0 {
            let within = (self.to.unwrap_or(self.offset) - old.offset(self.at)) / old.scale;
            self.to = Some(self.sheet.offset(self.at) + within * scale);
        }
        old.scale > 0.0
    }

    fn show_page(&self, ui: &Ui, scene: &Scene, page: usize, rect: Rect) {
        let look = Look::of(ui);
        let args = [arg("page", page + 1), arg("all", self.leaves.len())];
        let name = scene.words.with("preview-page", &args);
        let response = ui.interact(rect, ui.scope_id().with(("page", page)), Sense::hover());
        response.widget_info(|| WidgetInfo::labeled(egui::Role::Image, true, &name));
        let text = &self.leaves[page].text;
        ui.ctx().accesskit_node_builder(response.id, |node| node.set_description(text.as_str()));
        let painter = ui.painter();
        painter.rect_filled(rect, 0.0, Color32::WHITE);
        match self.cache.get(page) {
            Some(Picture::Drawn(_, texture)) => {
                let whole = Rect::from_min_max(Pos2::ZERO, Pos2::new(1.0, 1.0));
                painter.image(texture.id(), rect, whole, Color32::WHITE);
            }
            other => {
                let key = if other.is_some() { "preview-page-failed" } else { "preview-page-coming" };
                let ink = Look::of_theme(egui::Theme::Light, theme::Contrast::Normal).muted;
                let note = widgets::one_line(ui, &scene.text(key), theme::body(), ink, rect.width() - 2.0 * zoom::GAP);
                painter.galley(rect.min + Vec2::splat(2.0 * zoom::GAP), note, ink);
            }
        }
        painter.rect_stroke(rect, 0.0, Stroke::new(1.0, look.control), StrokeKind::Outside);
    }

    /// Asks for the pages in sight and their neighbours that are not there in this size.
    fn want(&mut self, ui: &Ui, seen: &std::ops::Range<usize>) {
        let density = self.sheet.scale * ui.ctx().pixels_per_point();
        let largest = ui.input(|input| input.max_texture_side);
        let neighbours = [seen.end, seen.start.wrapping_sub(1)];
        let wanted = seen.clone().chain(neighbours).filter(|page| *page < self.leaves.len());
        let wanted = wanted.map(|page| Wanted { page, pixels: pixels(self.leaves[page].size, density, largest) });
        self.worker.want(wanted.filter(|wanted| !self.cache.has(wanted)).collect());
        self.cache.trim(seen);
    }
}

/// The nearest place where a picture's pixels fall on those of the screen.
fn round_to_pixels(ui: &Ui, at: Pos2) -> Pos2 {
    let density = ui.ctx().pixels_per_point();
    Pos2::new((at.x * density).round() / density, (at.y * density).round() / density)
}
