//! Strips -> pages.

use super::{
    strip::{Bookmark, Drawing, Field, Panel, Shape, Strip, Text},
    style::{HEIGHT, LEFT, TOP, WIDTH},
};

/// What stands on one page, measured from its top left corner, downwards.
#[derive(Debug, Clone, PartialEq, Default)]
pub(crate) struct Page {
    pub(crate) shapes: Vec<Shape>,
    /// In reading order.
    pub(crate) texts: Vec<Text>,
    /// Repeated or decorative: not read out.
    pub(crate) artifacts: Vec<Text>,
    pub(crate) drawings: Vec<Drawing>,
    pub(crate) fields: Vec<Field>,
}

/// Where a heading came to stand.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Place {
    pub(crate) bookmark: Bookmark,
    /// From 0.
    pub(crate) page: usize,
    /// From the top of the page.
    pub(crate) y: f32,
}

/// Fills pages with `strips`; `heads` are the rows that tables repeat. There is always at least one page.
pub(crate) fn paginate(strips: Vec<Strip>, heads: &[Strip]) -> (Vec<Page>, Vec<Place>) {
    let mut filler =
        Filler { heads, pages: vec![Page::default()], places: Vec::new(), y: 0.0, fresh: true, ground: None };
    for index in 0..strips.len() {
        let Some(strip) = strips.get(index) else { break };
        if !filler.fresh && (strip.breaks || filler.y + together(&strips, index) > HEIGHT) {
            filler.turn(strip);
        }
        filler.place(strip);
    }
    filler.close_ground();
    for page in &mut filler.pages {
        // Slices of one table row alternate between cells; numbers of elements follow the reading order.
        page.texts.sort_by_key(|text| text.owner);
    }
    (filler.pages, filler.places)
}

/// Height that the strip at `index` needs together with those it must stay with, at most a page and a bit.
fn together(strips: &[Strip], index: usize) -> f32 {
    let mut height = 0.0;
    for strip in strips.get(index..).unwrap_or_default() {
        height += strip.gap + strip.height;
        if !strip.keeps_next || height > HEIGHT {
            break;
        }
    }
    height
}

struct Filler<'a> {
    heads: &'a [Strip],
    pages: Vec<Page>,
    places: Vec<Place>,
    /// Used height of the current page.
    y: f32,
    /// Whether the current page has nothing but a repeated head.
    fresh: bool,
    /// The open ground and where it began.
    ground: Option<(Panel, f32)>,
}

impl Filler<'_> {
    fn turn(&mut self, next: &Strip) {
        self.close_ground();
        self.pages.push(Page::default());
        self.y = 0.0;
        self.fresh = true;
        if let Some(head) = next.head.and_then(|head| self.heads.get(head)) {
            let (dx, dy) = (LEFT, TOP + self.y);
            if let Some(page) = self.pages.last_mut() {
                page.shapes.extend(head.shapes.iter().map(|shape| moved_shape(shape, dx, dy)));
                page.artifacts.extend(head.texts.iter().map(|text| moved_text(text, dx, dy)));
            }
            self.y += head.height;
        }
    }

    fn place(&mut self, strip: &Strip) {
        if self.ground.map(|(panel, _)| panel.number) != strip.panel.map(|panel| panel.number) {
            self.close_ground();
        }
        if !self.fresh {
            self.y += strip.gap;
        }
        if let (None, Some(panel)) = (self.ground, strip.panel) {
            self.ground = Some((panel, self.y));
        }
        let (dx, dy) = (LEFT, TOP + self.y);
        let number = self.pages.len() - 1;
        if let Some(page) = self.pages.last_mut() {
            page.shapes.extend(strip.shapes.iter().map(|shape| moved_shape(shape, dx, dy)));
            page.texts.extend(strip.texts.iter().map(|text| moved_text(text, dx, dy)));
            page.drawings.extend(strip.drawings.iter().map(|drawing| Drawing {
                x: drawing.x + dx,
                y: drawing.y + dy,
                ..drawing.clone()
            }));
            page.fields.extend(strip.fields.iter().map(|field| Field {
                x: field.x + dx,
                y: field.y + dy,
                ..field.clone()
            }));
        }
        if let Some(bookmark) = &strip.bookmark {
            self.places.push(Place { bookmark: bookmark.clone(), page: number, y: dy });
        }
        self.y += strip.height;
        self.fresh = false;
    }

    fn close_ground(&mut self) {
        let (Some((panel, start)), Some(page)) = (self.ground.take(), self.pages.last_mut()) else { return };
        let height = self.y - start;
        let ground = Shape {
            x: LEFT,
            y: TOP + start,
            width: WIDTH,
            height,
            radius: panel.radius,
            fill: panel.fill,
            stroke: panel.stroke.map(|colour| (colour, 0.8)),
        };
        // Grounds lie below everything else on the page.
        let bar = panel.bar.map(|colour| Shape::filled(LEFT, TOP + start, 2.5, height, colour));
        page.shapes.splice(0..0, [ground].into_iter().chain(bar));
    }
}

fn moved_shape(shape: &Shape, dx: f32, dy: f32) -> Shape {
    Shape { x: shape.x + dx, y: shape.y + dy, ..*shape }
}

fn moved_text(text: &Text, dx: f32, dy: f32) -> Text {
    Text { x: text.x + dx, baseline: text.baseline + dy, ..text.clone() }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::layout::style::ACCENT;

    fn strip(height: f32) -> Strip {
        Strip { height, ..Strip::default() }
    }

    fn titled(height: f32) -> Strip {
        let bookmark = Some(Bookmark { depth: 2, title: String::new() });
        Strip { height, keeps_next: true, bookmark, ..Strip::default() }
    }

    #[test]
    fn a_heading_goes_to_the_next_page_with_what_follows() {
        let (pages, places) = paginate(vec![strip(HEIGHT - 50.0), titled(30.0), strip(30.0)], &[]);
        assert_eq!(pages.len(), 2);
        assert_eq!((places[0].page, places[0].y), (1, TOP));
    }

    #[test]
    fn a_heading_that_fits_with_what_follows_stays() {
        let (pages, places) = paginate(vec![strip(HEIGHT - 60.0), titled(30.0), strip(30.0), strip(1.0)], &[]);
        assert_eq!((pages.len(), places[0].page), (2, 0));
    }

    #[test]
    fn a_chain_longer_than_a_page_still_ends() {
        let (pages, _) = paginate((0..200).map(|_| titled(30.0)).collect(), &[]);
        assert!(pages.len() >= 8, "{}", pages.len());
    }

    #[test]
    fn nothing_gives_one_empty_page_and_breaks_give_no_empty_pages() {
        assert_eq!(paginate(Vec::new(), &[]).0.len(), 1);
        let breaking = Strip { breaks: true, ..strip(10.0) };
        assert_eq!(paginate(vec![breaking.clone(), breaking], &[]).0.len(), 2);
    }

    #[test]
    fn a_head_returns_on_every_page() {
        let head = Strip { shapes: vec![Shape::rule(0.0, 20.0, 10.0, 1.0, ACCENT)], ..strip(20.0) };
        let rows = (0..100).map(|_| Strip { head: Some(0), ..strip(30.0) }).collect();
        let (pages, _) = paginate(rows, &[head]);
        assert!(pages.len() > 3);
        assert!(pages.iter().skip(1).all(|page| page.shapes.len() == 1));
    }
}
