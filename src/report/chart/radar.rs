//! The radar: an axis for every part, five rings, and what is reached as an area.

use std::f32::consts::TAU;

use super::{Anchor, Chart, Entry, Group, Ink, Shape, Spot, TOP_LEVEL, shortened, text_width};

/// Most axes: with more, no eye tells them apart.
pub const MOST_AXES: usize = 12;
const LEAST_AXES: usize = 3;

const LABEL: f32 = 8.2;
const RING_FIGURE: f32 = 8.0;
/// Between the end of an axis and its label.
const GAP: f32 = 6.0;

/// The parts of `groups` as a radar of this size; none where there are fewer than three or more than [`MOST_AXES`].
pub fn radar(groups: &[Group], width: f32, height: f32) -> Option<Chart> {
    let entries: Vec<&Entry> = groups.iter().flat_map(|group| &group.entries).collect();
    if !(LEAST_AXES..=MOST_AXES).contains(&entries.len()) {
        return None;
    }
    let labels: Vec<String> = entries.iter().map(|entry| label(entry, width * 0.34)).collect();
    let widest = labels.iter().map(|label| text_width(label, LABEL, false)).fold(0.0, f32::max);
    let radius = (width / 2.0 - widest - GAP).min(height / 2.0 - LABEL - GAP).max(0.0);
    let wheel = Wheel { centre: Spot { x: width / 2.0, y: height / 2.0 }, radius, axes: entries.len() };

    let mut shapes = Vec::new();
    areas(&wheel, &entries, &mut shapes);
    for level in (1..=5u8).rev() {
        let through = (0..wheel.axes).map(|axis| wheel.spot(axis, f32::from(level))).collect();
        let thickness = if level == 5 { 0.8 } else { 0.5 };
        shapes.push(Shape::Path { through, closed: true, ink: Ink::Grid, thickness });
    }
    for axis in 0..wheel.axes {
        let through = vec![wheel.centre, wheel.spot(axis, TOP_LEVEL)];
        shapes.push(Shape::Path { through, closed: false, ink: Ink::Grid, thickness: 0.5 });
    }
    outlines(&wheel, &entries, &mut shapes);
    for level in 1..=5u8 {
        let ring = wheel.spot(0, f32::from(level));
        shapes.push(Shape::Label {
            // Under its ring, which runs down from the axis, so that no line goes through it.
            at: Spot { x: ring.x - 3.0, y: ring.y + RING_FIGURE * 0.9 },
            anchor: Anchor::End,
            text: level.to_string(),
            size: RING_FIGURE,
            bold: false,
            ink: Ink::Muted,
        });
    }
    shapes.extend(labels.into_iter().enumerate().map(|(axis, text)| wheel.label(axis, text)));
    Some(Chart { width, height, shapes })
}

/// The part and its figure; a dash where it has none: words would leave the wheel less room than with a score.
fn label(entry: &Entry, room: f32) -> String {
    let figure = format!(" · {}", entry.ends.map_or("–", |_| &entry.figure));
    let left = room - text_width(&figure, LABEL, false);
    shortened(&format!("{}{figure}", shortened(&entry.id, LABEL, false, left)), LABEL, false, room)
}

/// Where the axes run: the first one up, the others clockwise.
struct Wheel {
    centre: Spot,
    radius: f32,
    axes: usize,
}

impl Wheel {
    fn direction(&self, axis: usize) -> (f32, f32) {
        // At most a dozen axes.
        let (sin, cos) = (axis as f32 * TAU / self.axes as f32).sin_cos();
        (sin, -cos)
    }

    fn spot(&self, axis: usize, level: f32) -> Spot {
        let (x, y) = self.direction(axis);
        let reach = self.radius * level / TOP_LEVEL;
        Spot { x: self.centre.x + x * reach, y: self.centre.y + y * reach }
    }

    fn label(&self, axis: usize, text: String) -> Shape {
        let (x, y) = self.direction(axis);
        let end = self.spot(axis, TOP_LEVEL);
        let anchor = match x {
            x if x > 0.15 => Anchor::Start,
            x if x < -0.15 => Anchor::End,
            _ => Anchor::Middle,
        };
        let at = Spot { x: end.x + x * GAP, y: end.y + y * (GAP + LABEL / 2.0) };
        Shape::Label { at, anchor, text, size: LABEL, bold: false, ink: Ink::Text }
    }
}

/// Neighbouring axes with a score: the first and how many; `true` when it is all of them, so that they close.
fn runs(entries: &[&Entry]) -> Vec<(usize, usize, bool)> {
    let count = entries.len();
    let scored = |axis: usize| entries.get(axis % count).is_some_and(|entry| entry.ends.is_some());
    if (0..count).all(scored) {
        return vec![(0, count, true)];
    }
    let begins = |axis: &usize| scored(*axis) && !scored(axis + count - 1);
    let length = |first: usize| (first..first + count).take_while(|axis| scored(*axis)).count();
    (0..count).filter(begins).map(|first| (first, length(first), false)).collect()
}

/// The places along a run at the lowest or the highest scores.
fn rim(wheel: &Wheel, entries: &[&Entry], run: (usize, usize), end: fn((u8, u8)) -> u8) -> Vec<Spot> {
    (run.0..run.0 + run.1)
        .map(|axis| axis % wheel.axes)
        .filter_map(|axis| Some(wheel.spot(axis, f32::from(end(entries.get(axis)?.ends?)))))
        .collect()
}

/// What may be reached, and over it what is reached.
fn areas(wheel: &Wheel, entries: &[&Entry], shapes: &mut Vec<Shape>) {
    for (ends, ink) in [(highest as fn((u8, u8)) -> u8, Ink::Band), (lowest, Ink::Area)] {
        if ink == Ink::Band && !has_interval(entries) {
            continue;
        }
        for (first, count, closed) in runs(entries).into_iter().filter(|(_, count, _)| *count > 1) {
            let rim = rim(wheel, entries, (first, count), ends);
            shapes.push(Shape::Area { centre: wheel.centre, rim, closed, ink });
        }
    }
}

/// The lines around the areas, and a dot on every axis with a score: two dots and a line between them for an interval.
fn outlines(wheel: &Wheel, entries: &[&Entry], shapes: &mut Vec<Shape>) {
    for (ends, thickness) in [(highest as fn((u8, u8)) -> u8, 0.7), (lowest, 1.3)] {
        if thickness < 1.0 && !has_interval(entries) {
            continue;
        }
        for (first, count, closed) in runs(entries).into_iter().filter(|(_, count, _)| *count > 1) {
            let through = rim(wheel, entries, (first, count), ends);
            shapes.push(Shape::Path { through, closed, ink: Ink::Outline, thickness });
        }
    }
    for (axis, entry) in entries.iter().enumerate() {
        let Some((low, high)) = entry.ends else { continue };
        let (from, to) = (wheel.spot(axis, f32::from(low)), wheel.spot(axis, f32::from(high)));
        if low != high {
            shapes.push(Shape::Path { through: vec![from, to], closed: false, ink: Ink::Muted, thickness: 1.6 });
            shapes.push(Shape::Dot { at: to, radius: 2.6, ink: Ink::Muted });
        }
        shapes.push(Shape::Dot { at: from, radius: 2.6, ink: entry.ink() });
    }
}

fn has_interval(entries: &[&Entry]) -> bool {
    entries.iter().any(|entry| entry.ends.is_some_and(|(low, high)| low != high))
}

fn lowest(ends: (u8, u8)) -> u8 {
    ends.0
}

fn highest(ends: (u8, u8)) -> u8 {
    ends.1
}
