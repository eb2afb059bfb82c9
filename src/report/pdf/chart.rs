//! The shapes of a chart -> printpdf operators. Colours and thickness are said again only where they change.

use printpdf::{Line, LinePoint, Op, PaintMode, Point, Polygon, PolygonRing, Pt, WindingOrder};

use super::paint::{rgb, round};
use crate::report::{
    chart::{Ink, Shape, Spot},
    layout::{
        strip::Drawing,
        style::{self, PAGE_HEIGHT},
    },
};

pub(super) fn ops(drawing: &Drawing) -> Vec<Op> {
    let mut pen = Pen { drawing, ops: Vec::new(), fill: None, line: None };
    drawing.shapes.iter().for_each(|shape| pen.shape(shape));
    pen.ops
}

struct Pen<'a> {
    drawing: &'a Drawing,
    ops: Vec<Op>,
    fill: Option<Ink>,
    line: Option<(Ink, f32)>,
}

impl Pen<'_> {
    fn shape(&mut self, shape: &Shape) {
        match shape {
            Shape::Path { through, closed, ink, thickness } => {
                self.line_of(*ink, *thickness);
                let points = through.iter().map(|spot| self.point(*spot, false)).collect();
                self.ops.push(Op::DrawLine { line: Line { points, is_closed: *closed } });
            }
            Shape::Area { centre, rim, closed, ink } => {
                let from = (!closed).then_some(centre);
                self.filled(*ink, from.into_iter().chain(rim).map(|spot| (*spot, false)));
            }
            Shape::Bar { at, width, height, ink } => {
                let (right, bottom) = (at.x + width, at.y + height);
                let corners = [(at.x, at.y), (right, at.y), (right, bottom), (at.x, bottom)];
                self.filled(*ink, corners.map(|(x, y)| (Spot { x, y }, false)).into_iter());
            }
            Shape::Dot { at, radius, ink } => self.filled(*ink, circle(*at, *radius).into_iter()),
            // Letters are texts of the page.
            Shape::Label { .. } => {}
        }
    }

    fn line_of(&mut self, ink: Ink, thickness: f32) {
        if self.line.map(|line| line.0) != Some(ink) {
            self.ops.push(Op::SetOutlineColor { col: rgb(style::ink(ink)) });
        }
        if self.line.map(|line| line.1) != Some(thickness) {
            self.ops.push(Op::SetOutlineThickness { pt: Pt(thickness) });
        }
        self.line = Some((ink, thickness));
    }

    fn filled(&mut self, ink: Ink, spots: impl Iterator<Item = (Spot, bool)>) {
        if self.fill.replace(ink) != Some(ink) {
            self.ops.push(Op::SetFillColor { col: rgb(style::ink(ink)) });
        }
        let rings = vec![PolygonRing { points: spots.map(|(spot, bezier)| self.point(spot, bezier)).collect() }];
        let mode = PaintMode::Fill;
        self.ops.push(Op::DrawPolygon { polygon: Polygon { rings, mode, winding_order: WindingOrder::NonZero } });
    }

    fn point(&self, spot: Spot, bezier: bool) -> LinePoint {
        let (x, y) = (self.drawing.x + spot.x, PAGE_HEIGHT - self.drawing.y - spot.y);
        LinePoint { p: Point { x: Pt(round(x)), y: Pt(round(y)) }, bezier }
    }
}

/// A circle as four curves; `true` stands with the points that pull at them.
fn circle(at: Spot, radius: f32) -> Vec<(Spot, bool)> {
    // As far from the end of a quarter circle as pulls it round.
    let pull = radius * 0.552;
    let spot = |x: f32, y: f32, pulls: bool| (Spot { x: at.x + x, y: at.y + y }, pulls);
    vec![
        spot(radius, 0.0, false),
        spot(radius, pull, true),
        spot(pull, radius, true),
        spot(0.0, radius, false),
        spot(-pull, radius, true),
        spot(-radius, pull, true),
        spot(-radius, 0.0, false),
        spot(-radius, -pull, true),
        spot(-pull, -radius, true),
        spot(0.0, -radius, false),
        spot(pull, -radius, true),
        spot(radius, -pull, true),
        spot(radius, 0.0, false),
    ]
}
