//! Charts on the page, and pages that hold what they must.

use super::{
    Composer,
    strip::{Drawing, Strip, Text},
    structure::{Element, Structure, Tag},
    style::{CAP_HEIGHT, HEIGHT, WIDTH, tone},
};
use crate::report::{
    block::{Block, Figure, Letter},
    chart::{Chart, Shape, text_width},
    fonts::legible::legible_line,
};

impl Composer<'_> {
    /// Charts beside each other, their middles on one line.
    pub(super) fn figures(&mut self, figures: &[Figure]) {
        let widths: f32 = figures.iter().map(|figure| figure.chart.width).sum();
        let height = figures.iter().map(|figure| figure.chart.height).fold(0.0, f32::max);
        // One stands in the middle; of several the first and the last stand at the edges.
        let spaces = figures.len().saturating_sub(1);
        let between = if spaces == 0 { 0.0 } else { (WIDTH - widths).max(0.0) / spaces as f32 };
        let mut x = if spaces == 0 { (WIDTH - widths).max(0.0) / 2.0 } else { 0.0 };
        let mut strip = Strip { gap: self.gap(10.0), height, ..Strip::default() };
        for Figure { chart, spoken } in figures {
            let spoken = Some(legible_line(spoken));
            let (tag, parent) = (Tag::Figure, Structure::DOCUMENT);
            let owner = self.structure.add_element(Element { tag, parent, columns: 1, spoken });
            let y = (height - chart.height) / 2.0;
            let (texts, shapes) = drawn(chart, owner, x, y);
            strip.texts.extend(texts);
            strip.drawings.push(Drawing { owner, x, y, width: chart.width, height: chart.height, shapes });
            x += chart.width + between;
        }
        self.push(strip);
    }

    /// The first of `choices` that stands on one page.
    pub(super) fn one_page(&mut self, choices: &[Vec<Block>]) {
        let breaks = self.breaks;
        for (number, blocks) in choices.iter().enumerate() {
            let (elements, strips, heads) = (self.structure.elements.len(), self.strips.len(), self.heads.len());
            for block in blocks {
                self.block(block);
            }
            if number + 1 == choices.len() || height(self.strips.get(strips..).unwrap_or_default()) <= HEIGHT {
                return;
            }
            self.structure.elements.truncate(elements);
            self.strips.truncate(strips);
            self.heads.truncate(heads);
            (self.breaks, self.below_heading) = (breaks, false);
        }
    }
}

/// What the strips up to the next page break take when they begin a page.
fn height(strips: &[Strip]) -> f32 {
    let own = strips.iter().enumerate().take_while(|(number, strip)| *number == 0 || !strip.breaks);
    own.map(|(number, strip)| strip.height + if number == 0 { 0.0 } else { strip.gap }).sum()
}

/// The letters of a chart in their places on the strip, and its other shapes.
fn drawn(chart: &Chart, owner: usize, x: f32, y: f32) -> (Vec<Text>, Vec<Shape>) {
    let (mut texts, mut shapes) = (Vec::new(), Vec::new());
    for shape in &chart.shapes {
        let Shape::Label { at, anchor, text, size, bold, ink } = shape else {
            shapes.push(shape.clone());
            continue;
        };
        texts.push(Text {
            owner,
            x: x + anchor.left(at.x, text_width(text, *size, *bold)),
            baseline: y + at.y + CAP_HEIGHT * size / 2.0,
            letter: if *bold { Letter::Bold } else { Letter::Regular },
            tone: tone(*ink),
            size: *size,
            tracking: 0.0,
            text: legible_line(text),
        });
    }
    (texts, shapes)
}
