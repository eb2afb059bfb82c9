//! What stands on every page: the running foot, the page number, the mark of a draft. Never read out as content.

use super::{
    Page,
    strip::{Shape, Text},
    structure::Structure,
    style::{ALERT, CONCEPT, FOOT, FOOT_TYPE, LEFT, LINE, PAGE_WIDTH, Type, WIDTH},
};
use crate::report::{
    block::{Letter, Tone},
    fonts::{Fonts, legible::legible_line},
};

/// The words that return on every page.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Furniture<'a> {
    /// At the left of the foot.
    pub(crate) foot: &'a str,
    /// At the right of the foot; `{page}` and `{pages}` are replaced by numbers.
    pub(crate) page_number: &'a str,
    /// The mark of a draft.
    pub(crate) concept: Option<&'a str>,
}

pub(crate) fn furnish(fonts: &Fonts, pages: &mut [Page], furniture: &Furniture<'_>) {
    let total = pages.len().to_string();
    let foot = legible_line(furniture.foot);
    for (index, page) in pages.iter_mut().enumerate() {
        page.shapes.push(Shape::rule(LEFT, FOOT - 14.0, WIDTH, 0.6, LINE));
        let number = furniture.page_number.replace("{page}", &(index + 1).to_string()).replace("{pages}", &total);
        let number = text(fonts, &legible_line(&number), Letter::Regular, Tone::Muted, FOOT_TYPE, f32::INFINITY);
        let room = WIDTH - number.1 - 24.0;
        let line = text(fonts, &foot, Letter::Regular, Tone::Muted, FOOT_TYPE, room);
        page.artifacts.push(Text { x: LEFT, baseline: FOOT, ..line.0 });
        page.artifacts.push(Text { x: LEFT + WIDTH - number.1, baseline: FOOT, ..number.0 });
        if let Some(concept) = furniture.concept {
            mark(fonts, page, &legible_line(concept));
        }
    }
}

/// The word in a frame at the top right.
fn mark(fonts: &Fonts, page: &mut Page, concept: &str) {
    let (word, width) = text(fonts, concept, Letter::Bold, Tone::Score(1), CONCEPT, f32::INFINITY);
    let (height, y) = (CONCEPT.leading, 22.0);
    let frame = width + 14.0;
    let x = PAGE_WIDTH - LEFT - frame;
    let stroke = Some((ALERT, 1.0));
    page.shapes.push(Shape { x, y, width: frame, height, radius: 3.0, fill: None, stroke });
    // The last letter is followed by tracking, too.
    page.artifacts.push(Text { x: x + 7.0 + CONCEPT.tracking / 2.0, baseline: y + CONCEPT.baseline(), ..word });
}

/// One line of text, cut with an ellipsis when it is wider than `room`, and its width.
fn text(fonts: &Fonts, content: &str, letter: Letter, tone: Tone, kind: Type, room: f32) -> (Text, f32) {
    let shown = fonts.shortened(letter, content, (kind.size, kind.tracking), room);
    let width = fonts.width(letter, &shown, kind.size, kind.tracking);
    let owner = Structure::DOCUMENT;
    let (size, tracking) = (kind.size, kind.tracking);
    (Text { owner, x: 0.0, baseline: 0.0, letter, tone, size, tracking, text: shown }, width)
}
