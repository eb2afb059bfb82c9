//! Draws the charts of the report on the screen, from the same shapes.

use eframe::egui;
use egui::{
    Align2, Color32, FontId, Mesh, Painter, Pos2, Rect, Response, Role, Sense, Shape as Drawn, Stroke, Ui, Vec2,
    WidgetInfo,
};

use super::theme::{self, Look};
use crate::domain::Level;
use crate::report::chart::{Anchor, Chart, Ink, Shape, Spot};

/// How much larger a chart is on the screen than on paper: its smallest letters are as large as those of the window.
pub const SCALE: f32 = 1.5;

/// Draws a chart; a screen reader says `spoken`.
pub fn show(ui: &mut Ui, chart: &Chart, spoken: &str) -> Response {
    let size = Vec2::new(chart.width, chart.height) * SCALE;
    let (rect, response) = ui.allocate_exact_size(size, Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::Image, true, spoken));
    let easel = Easel { painter: ui.painter(), look: Look::of(ui), rect };
    chart.shapes.iter().for_each(|shape| easel.draw(shape));
    response
}

struct Easel<'a> {
    painter: &'a Painter,
    look: &'a Look,
    rect: Rect,
}

impl Easel<'_> {
    fn draw(&self, shape: &Shape) {
        match shape {
            Shape::Path { through, closed, ink, thickness } => {
                let points = through.iter().map(|spot| self.at(*spot)).collect();
                let stroke = Stroke::new(thickness * SCALE, self.color(*ink));
                self.painter.add(if *closed {
                    Drawn::closed_line(points, stroke)
                } else {
                    Drawn::line(points, stroke)
                });
            }
            Shape::Area { centre, rim, closed, ink } => self.area(*centre, rim, *closed, self.color(*ink)),
            Shape::Bar { at, width, height, ink } => {
                let bar = Rect::from_min_size(self.at(*at), Vec2::new(*width, *height) * SCALE);
                self.painter.rect_filled(bar, 0.0, self.color(*ink));
            }
            Shape::Dot { at, radius, ink } => {
                self.painter.circle_filled(self.at(*at), radius * SCALE, self.color(*ink));
            }
            Shape::Label { at, anchor, text, size, bold, ink } => {
                let align = match anchor {
                    Anchor::Start => Align2::LEFT_CENTER,
                    Anchor::Middle => Align2::CENTER_CENTER,
                    Anchor::End => Align2::RIGHT_CENTER,
                };
                let size = size * SCALE;
                let font = if *bold { theme::bold(size) } else { FontId::proportional(size) };
                self.painter.text(self.at(*at), align, text, font, self.color(*ink));
            }
        }
    }

    /// Triangles around the centre: the rim may have dents.
    fn area(&self, centre: Spot, rim: &[Spot], closed: bool, color: Color32) {
        let mut mesh = Mesh::default();
        mesh.colored_vertex(self.at(centre), color);
        for spot in rim {
            mesh.colored_vertex(self.at(*spot), color);
        }
        let count = u32::try_from(rim.len()).unwrap_or(0);
        for first in 1..count {
            mesh.add_triangle(0, first, first + 1);
        }
        if closed && count > 2 {
            mesh.add_triangle(0, count, 1);
        }
        self.painter.add(mesh);
    }

    fn at(&self, spot: Spot) -> Pos2 {
        self.rect.min + Vec2::new(spot.x, spot.y) * SCALE
    }

    fn color(&self, ink: Ink) -> Color32 {
        let look = self.look;
        match ink {
            Ink::Text => look.ink,
            Ink::Muted => look.muted,
            Ink::Grid => look.line,
            Ink::Outline => look.accent,
            Ink::Area => look.accent_ground,
            Ink::Band => look.card.lerp_to_gamma(look.accent_ground, 0.5),
            Ink::Level(level) => Level::new(i64::from(level)).map_or(look.ink, |level| look.score(level)),
        }
    }
}
