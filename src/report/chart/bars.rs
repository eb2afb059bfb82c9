//! The bars: one for every part, by theme, over a scale with its figures.

use super::{Anchor, Chart, Entry, Group, Ink, Shape, Spot, TOP_LEVEL, shortened, text_width};

/// Most bars in one chart: more do not stand on one page.
pub const MOST_BARS: usize = 40;

const TEXT: f32 = 8.2;
const ROW: f32 = 16.0;
const GROUP_ROW: f32 = 22.0;
const THICKNESS: f32 = 8.0;
const AXIS: f32 = 13.0;
const AXIS_FIGURE: f32 = 8.0;
const GAP: f32 = 5.0;

/// The parts of `groups` as bars from 0 to their scores; `width` is that of the whole chart.
pub fn bars(groups: &[Group], width: f32) -> Chart {
    let entries = || groups.iter().flat_map(|group| &group.entries);
    let widest = |text: &dyn Fn(&Entry) -> String, bold, most: f32| {
        entries().map(|entry| text_width(&text(entry), TEXT, bold)).fold(0.0, f32::max).min(most)
    };
    let names = widest(&|entry| entry.id.clone(), false, width * 0.25);
    let figures = widest(&|entry| entry.figure.clone(), true, width * 0.3).max(text_width("5", TEXT, true));
    let (left, right) = (names + 2.0 * GAP, width - figures - GAP);
    let scale = Scale { left, unit: ((right - left) / TOP_LEVEL).max(0.0) };
    // The foot of the grid, where the figures of the scale stand.
    let foot: f32 = groups.iter().map(|group| GROUP_ROW + group.entries.len() as f32 * ROW).sum();

    let mut shapes = Vec::new();
    let mut y = 0.0;
    for group in groups {
        y += GROUP_ROW;
        let height = group.entries.len() as f32 * ROW;
        for level in 0..=5u8 {
            let x = scale.x(f32::from(level));
            let through = vec![Spot { x, y }, Spot { x, y: y + height }];
            let thickness = if level == 0 { 0.8 } else { 0.5 };
            shapes.push(Shape::Path { through, closed: false, ink: Ink::Grid, thickness });
        }
        y += height;
    }
    let mut y = 0.0;
    for group in groups {
        heading(group, y + GROUP_ROW * 0.58, width, &mut shapes);
        y += GROUP_ROW;
        for entry in &group.entries {
            row(entry, &scale, y + ROW / 2.0, (names, figures), &mut shapes);
            y += ROW;
        }
    }
    for level in 1..=5u8 {
        shapes.push(Shape::Label {
            at: Spot { x: scale.x(f32::from(level)), y: foot + AXIS / 2.0 },
            anchor: Anchor::Middle,
            text: level.to_string(),
            size: AXIS_FIGURE,
            bold: false,
            ink: Ink::Muted,
        });
    }
    Chart { width, height: foot + AXIS, shapes }
}

struct Scale {
    left: f32,
    unit: f32,
}

impl Scale {
    fn x(&self, level: f32) -> f32 {
        self.left + level * self.unit
    }
}

fn heading(group: &Group, y: f32, width: f32, shapes: &mut Vec<Shape>) {
    let figure = shortened(&group.figure, TEXT, true, width * 0.45);
    let room = width - text_width(&figure, TEXT, true) - 2.0 * GAP;
    let label =
        |x, anchor, text| Shape::Label { at: Spot { x, y }, anchor, text, size: TEXT, bold: true, ink: Ink::Muted };
    let title = shortened(&group.title, TEXT, true, room);
    shapes.extend(
        [(0.0, Anchor::Start, title), (width, Anchor::End, figure)].map(|(x, anchor, text)| label(x, anchor, text)),
    );
}

fn row(entry: &Entry, scale: &Scale, y: f32, (names, figures): (f32, f32), shapes: &mut Vec<Shape>) {
    let bar = |from: f32, to: f32, ink| Shape::Bar {
        at: Spot { x: scale.x(from), y: y - THICKNESS / 2.0 },
        width: (to - from) * scale.unit,
        height: THICKNESS,
        ink,
    };
    let mut end = 0.0;
    if let Some((low, high)) = entry.ends {
        let (low, high) = (f32::from(low), f32::from(high));
        shapes.push(bar(0.0, low, entry.ink()));
        if high > low {
            shapes.push(bar(low, high, Ink::Band));
            let (left, right, top) = (scale.x(low), scale.x(high), y - THICKNESS / 2.0);
            let corner = |x, y| Spot { x, y };
            let through = vec![
                corner(left, top),
                corner(right, top),
                corner(right, top + THICKNESS),
                corner(left, top + THICKNESS),
            ];
            shapes.push(Shape::Path { through, closed: true, ink: Ink::Outline, thickness: 0.7 });
        }
        end = high;
    }
    let id = shortened(&entry.id, TEXT, false, names);
    let figure = shortened(&entry.figure, TEXT, true, figures);
    let ink = if entry.ends.is_none() { Ink::Muted } else { entry.ink() };
    let label =
        |x, text, bold, ink| Shape::Label { at: Spot { x, y }, anchor: Anchor::Start, text, size: TEXT, bold, ink };
    shapes.push(label(GAP, id, false, Ink::Text));
    shapes.push(label(scale.x(end) + GAP, figure, true, ink));
}
