//! What stands on every page: the running foot, the page number, the mark of a draft; and on a page in the middle of a section
//! what that is. Never read out as content.

use super::{
    Page, Place,
    strip::{Shape, Text},
    structure::Structure,
    style::{ALERT, CONCEPT, FOOT, FOOT_TYPE, HEAD, LEFT, LINE, PAGE_WIDTH, TOP, Type, WIDTH},
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

pub(crate) fn furnish(fonts: &Fonts, pages: &mut [Page], places: &[Place], furniture: &Furniture<'_>) {
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
        // A draft has its mark at the right.
        let room = WIDTH - if furniture.concept.is_some() { 120.0 } else { 0.0 };
        let (running, _) = text(fonts, &running_head(places, index), Letter::Regular, Tone::Muted, FOOT_TYPE, room);
        if !running.text.is_empty() {
            page.artifacts.push(Text { x: LEFT, baseline: HEAD, ..running });
        }
        if let Some(concept) = furniture.concept {
            mark(fonts, page, &legible_line(concept));
        }
    }
}

/// The headings under which a page goes on, from the page before; empty on a page that begins with a heading of its own.
fn running_head(places: &[Place], page: usize) -> String {
    let before = places.partition_point(|place| place.page < page);
    let (before, after) = places.split_at(before);
    let first = after.first().filter(|place| place.page == page && place.y <= TOP + 1.0);
    let begun = first.map_or(usize::MAX, |place| place.bookmark.depth);
    let mut titles: Vec<&str> = Vec::new();
    let mut above = begun;
    for place in before.iter().rev() {
        // The title of the report stands in the foot.
        if place.bookmark.depth < above && place.bookmark.depth > 1 {
            above = place.bookmark.depth;
            titles.insert(0, &place.bookmark.title);
        }
    }
    titles.join(" · ")
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

#[cfg(test)]
mod tests {
    use super::super::strip::Bookmark;
    use super::*;

    fn place(depth: usize, title: &str, page: usize, y: f32) -> Place {
        Place { bookmark: Bookmark { depth, title: title.to_owned() }, page, y }
    }

    #[test]
    fn a_page_names_the_headings_it_goes_on_under_unless_it_begins_with_its_own() {
        let places = [
            place(1, "Rapport", 0, TOP),
            place(2, "I", 0, 200.0),
            place(3, "Trede 1", 0, 300.0),
            place(3, "Trede 3", 2, 400.0),
            place(3, "Trede 5", 3, TOP),
            place(2, "II", 4, TOP),
            place(2, "III", 6, 500.0),
        ];
        let heads: Vec<String> = (0..9).map(|page| running_head(&places, page)).collect();
        assert_eq!(heads, ["", "I · Trede 1", "I · Trede 1", "I", "", "II", "II", "III", "III"]);
    }
}
