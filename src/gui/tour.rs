//! A tour in three steps for who is here for the first time; each step points at a real thing in the window.

use eframe::egui;
use egui::{Align2, Area, Context, CornerRadius, Frame, Id, Key, LayerId, Margin, Order, Rect, Stroke, StrokeKind, Ui};

use super::theme::Look;
use super::widgets;
use super::window::Window;
use super::wish::Screen;
use super::workspace::Workspace;
use crate::wording::arg;

/// What the steps point at, in their order.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Spot {
    /// The list of parts.
    Parts,
    /// The cell of the chosen norm.
    Cell,
    /// The reasons for the score.
    Why,
}

impl Spot {
    /// All of them.
    pub const ALL: [Spot; 3] = [Spot::Parts, Spot::Cell, Spot::Why];

    fn key(self) -> &'static str {
        match self {
            Spot::Parts => "tour-parts",
            Spot::Cell => "tour-cell",
            Spot::Why => "tour-why",
        }
    }

    fn id(self) -> Id {
        Id::unique(("tour spot", self as u8))
    }

    /// Remembers where this is in this frame.
    pub fn mark(self, ui: &Ui, rect: Rect) {
        let rect = rect.intersect(ui.clip_rect());
        ui.ctx().data_mut(|data| data.insert_temp(self.id(), rect));
    }

    fn place(self, ctx: &Context) -> Option<Rect> {
        ctx.data(|data| data.get_temp(self.id()))
    }

    /// Where the words stand, and with which of their corners, for a thing in this place. Those at a cell, which are so
    /// large, hide as little of it as there is room for.
    fn beside(self, rect: Rect, words: egui::Vec2, window: Rect) -> (egui::Pos2, Align2) {
        const GAP: f32 = 10.0;
        let below = (rect.left_bottom() + egui::vec2(0.0, GAP), Align2::LEFT_TOP);
        match self {
            Spot::Parts => (rect.right_top() + egui::vec2(GAP, 40.0), Align2::LEFT_TOP),
            Spot::Cell => {
                let ways = [
                    below,
                    (rect.left_top() - egui::vec2(0.0, GAP), Align2::LEFT_BOTTOM),
                    (rect.right_top() + egui::vec2(GAP, 0.0), Align2::LEFT_TOP),
                    (rect.left_top() - egui::vec2(GAP, 0.0), Align2::RIGHT_TOP),
                ];
                let hidden = |(at, pivot): &(egui::Pos2, Align2)| {
                    let most = (window.size() - words).max(egui::Vec2::ZERO);
                    let corner = pivot.anchor_size(*at, words).min.clamp(window.min, window.min + most);
                    let shared = Rect::from_min_size(corner, words).intersect(rect);
                    if shared.is_positive() { shared.area() } else { 0.0 }
                };
                ways.into_iter().min_by(|one, other| hidden(one).total_cmp(&hidden(other))).unwrap_or(below)
            }
            Spot::Why => (rect.left_top() + egui::vec2(-GAP, 40.0), Align2::RIGHT_TOP),
        }
    }
}

/// How wide the words are, in points.
const WIDTH: f32 = 300.0;

impl Window {
    /// Begins the tour on the rubric.
    pub(super) fn begin_tour(&mut self) {
        if self.session.is_some() {
            self.tour = Some(0);
            self.screens.tour_told = None;
            self.show_screen(Screen::Workspace);
        }
    }

    /// Begins the tour for who never took or skipped it.
    pub(super) fn begin_tour_once(&mut self) {
        if self.office.places.is_some() && !self.office.settings.tour_done {
            self.begin_tour();
        }
    }

    fn end_tour(&mut self) {
        self.tour = None;
        if !self.office.settings.tour_done {
            self.remember(|settings| settings.tour_done = true);
        }
    }

    /// Draws the step of the tour that is on. Enter goes on; the keys of the rubric still go there.
    pub(super) fn draw_tour(&mut self, ctx: &Context) {
        let Some(step) = self.tour else { return };
        if self.session.is_none() {
            self.tour = None;
            return;
        }
        let free = self.overlay.is_none() && self.screen == Screen::Workspace;
        let Some(spot) = Spot::ALL.get(step).filter(|_| free) else { return };
        let Some(rect) = spot.place(ctx) else { return };
        let look = Look::of_style(&ctx.global_style());
        let painter = ctx.layer_painter(LayerId::new(Order::Foreground, Id::unique("tour frame")));
        let ring = Stroke::new(3.0, look.accent);
        painter.rect_stroke(rect.shrink(2.0), CornerRadius::same(8), ring, StrokeKind::Inside);
        let size_id = Id::unique("tour size");
        let size = ctx.data(|data| data.get_temp(size_id)).unwrap_or(egui::vec2(WIDTH + 36.0, 180.0));
        let (at, pivot) = spot.beside(rect, size, ctx.content_rect());
        let (mut next, mut skip) = (false, false);
        let frame =
            Frame::popup(&ctx.global_style()).stroke(Stroke::new(2.0, look.accent)).inner_margin(Margin::same(16));
        let area = Area::new(Id::unique("tour")).order(Order::Tooltip).pivot(pivot).fixed_pos(at);
        let shown = area.constrain_to(ctx.content_rect()).show(ctx, |ui| {
            frame.show(ui, |ui| {
                ui.set_width(WIDTH);
                let words = &self.words;
                let args = [arg("step", step + 1), arg("all", Spot::ALL.len())];
                widgets::muted(ui, &words.with("tour-step", &args));
                widgets::subtitle(ui, &words.text(&format!("{}-title", spot.key())));
                let text = words.text(spot.key());
                let said = widgets::text(ui, &text);
                widgets::set_role(&said, egui::Role::Status, &text);
                ctx.accesskit_node_builder(said.id, |node| node.set_live(egui::accesskit::Live::Polite));
                ui.horizontal(|ui| {
                    let last = step + 1 == Spot::ALL.len();
                    let button = widgets::primary(ui, &words.text(if last { "tour-done" } else { "tour-next" }));
                    Workspace::leave_keys(ctx, &button);
                    if self.screens.tour_told.replace(step) != Some(step) {
                        button.request_focus();
                    }
                    next = button.clicked();
                    if !last {
                        skip = widgets::secondary(ui, &words.text("tour-skip")).clicked();
                    }
                });
            });
        });
        if shown.response.rect.size() != size {
            ctx.data_mut(|data| data.insert_temp(size_id, shown.response.rect.size()));
            ctx.request_repaint();
        }
        skip |= !ctx.text_edit_focused() && ctx.input(|input| input.key_pressed(Key::Escape));
        if next && step + 1 < Spot::ALL.len() {
            self.tour = Some(step + 1);
        } else if next || skip {
            self.end_tour();
        }
        if next || skip {
            ctx.request_repaint();
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_words_at_a_cell_hide_none_of_it_where_there_is_room_on_any_side() {
        let window = Rect::from_min_size(egui::Pos2::ZERO, egui::vec2(1280.0, 800.0));
        let words = egui::vec2(332.0, 180.0);
        for cell in [[300.0, 300.0], [300.0, 640.0], [700.0, 40.0], [940.0, 500.0]] {
            let cell = Rect::from_min_size(cell.into(), egui::vec2(300.0, 140.0));
            let tall = Rect::from_min_size(cell.min.min(egui::pos2(900.0, 0.0)), egui::vec2(300.0, 790.0));
            for cell in [cell, tall] {
                let (at, pivot) = Spot::Cell.beside(cell, words, window);
                let most = window.max - words;
                let shown = Rect::from_min_size(pivot.anchor_size(at, words).min.clamp(window.min, most), words);
                assert!(!shown.intersect(cell).is_positive(), "{shown:?} over {cell:?}");
            }
        }
    }
}
