//! Strips: slices of the report, as wide as the text, that never break. Pages are filled with them.

use super::{
    structure::ElementId,
    style::{Colour, Type},
    wrap::Line,
};
use crate::report::{
    block::{Letter, Tone},
    chart,
};

/// A slice of the report. Places in it are measured from its top left corner, downwards.
#[derive(Debug, Clone, PartialEq, Default)]
pub(crate) struct Strip {
    /// Space above, left out at the top of a page.
    pub(crate) gap: f32,
    pub(crate) height: f32,
    /// Whether it must stand on the same page as the next one.
    pub(crate) keeps_next: bool,
    pub(crate) shapes: Vec<Shape>,
    pub(crate) texts: Vec<Text>,
    pub(crate) drawings: Vec<Drawing>,
    pub(crate) fields: Vec<Field>,
    /// Ground that it shares with its neighbours of the same number.
    pub(crate) panel: Option<Panel>,
    /// The strip (by place in the list of heads) to repeat when this one begins a page.
    pub(crate) head: Option<usize>,
    pub(crate) bookmark: Option<Bookmark>,
    /// Whether it begins a new page.
    pub(crate) breaks: bool,
}

/// Letters on a baseline.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Text {
    pub(crate) owner: ElementId,
    pub(crate) x: f32,
    pub(crate) baseline: f32,
    pub(crate) letter: Letter,
    pub(crate) tone: Tone,
    pub(crate) size: f32,
    pub(crate) tracking: f32,
    pub(crate) text: String,
}

/// A rectangle, maybe with round corners.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Shape {
    pub(crate) x: f32,
    pub(crate) y: f32,
    pub(crate) width: f32,
    pub(crate) height: f32,
    pub(crate) radius: f32,
    pub(crate) fill: Option<Colour>,
    pub(crate) stroke: Option<(Colour, f32)>,
}

impl Shape {
    /// A horizontal line.
    pub(crate) fn rule(x: f32, y: f32, width: f32, thickness: f32, colour: Colour) -> Self {
        Self::filled(x, y - thickness / 2.0, width, thickness, colour)
    }

    /// A filled rectangle.
    pub(crate) fn filled(x: f32, y: f32, width: f32, height: f32, colour: Colour) -> Self {
        Self { x, y, width, height, radius: 0.0, fill: Some(colour), stroke: None }
    }
}

/// The shapes of a chart; its letters are texts of the same owner.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Drawing {
    pub(crate) owner: ElementId,
    pub(crate) x: f32,
    pub(crate) y: f32,
    pub(crate) width: f32,
    pub(crate) height: f32,
    pub(crate) shapes: Vec<chart::Shape>,
}

/// A signature field.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Field {
    pub(crate) owner: ElementId,
    pub(crate) name: String,
    pub(crate) description: String,
    pub(crate) x: f32,
    pub(crate) y: f32,
    pub(crate) width: f32,
    pub(crate) height: f32,
}

/// The ground below neighbouring strips.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Panel {
    pub(crate) number: usize,
    pub(crate) fill: Option<Colour>,
    pub(crate) stroke: Option<Colour>,
    /// A bar at its left side.
    pub(crate) bar: Option<Colour>,
    pub(crate) radius: f32,
}

/// An entry of the outline.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Bookmark {
    /// 1, 2 or 3.
    pub(crate) depth: usize,
    pub(crate) title: String,
}

/// The letters of `line` at `x`, its top at `y`.
pub(crate) fn texts(line: &Line, owner: ElementId, kind: Type, x: f32, y: f32) -> impl Iterator<Item = Text> + '_ {
    line.runs.iter().map(move |run| Text {
        owner,
        x: x + run.x,
        baseline: y + kind.baseline(),
        letter: run.words.letter,
        tone: run.words.tone,
        size: kind.size,
        tracking: kind.tracking,
        text: run.words.text.clone(),
    })
}
