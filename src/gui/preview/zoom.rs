//! How large pages are, and where each stands in the long sheet that is scrolled.

use std::ops::Range;

use eframe::egui::Vec2;

use super::raster::Leaf;

/// Room around and between pages, in points of the screen.
pub const GAP: f32 = 12.0;
/// Points of the screen for a point of the page at 100 %: a page as large as it is printed, on a screen of 96 dots an inch.
const FULL: f32 = 96.0 / 72.0;
/// The steps of zooming in and out, in per cent.
const STEPS: [f32; 14] = [25.0, 33.0, 50.0, 67.0, 80.0, 100.0, 125.0, 150.0, 175.0, 200.0, 250.0, 300.0, 350.0, 400.0];

/// How large pages are.
#[derive(Clone, Copy, Debug, PartialEq, Default)]
pub enum Zoom {
    /// As wide as there is room.
    #[default]
    Width,
    /// As large as a whole page has room.
    Page,
    /// In per cent of the printed size.
    Percent(f32),
}

impl Zoom {
    /// How large pages are in this room to begin with: whole ones where they can be read well, else as wide as it is.
    pub fn first(room: Vec2, leaves: &[Leaf]) -> Zoom {
        if percent(Zoom::Page.scale(room, leaves)) >= 100.0 { Zoom::Page } else { Zoom::Width }
    }

    /// Points of the screen for a point of the page, in this room.
    pub fn scale(self, room: Vec2, leaves: &[Leaf]) -> f32 {
        let largest = leaves.iter().fold(Vec2::splat(1.0), |largest, leaf| largest.max(leaf.size));
        let fits = (room - Vec2::splat(2.0 * GAP)).max(Vec2::splat(1.0)) / largest;
        let scale = match self {
            Zoom::Width => fits.x,
            Zoom::Page => fits.min_elem(),
            Zoom::Percent(percent) => percent / 100.0 * FULL,
        };
        scale.clamp(STEPS[0] / 200.0 * FULL, STEPS[STEPS.len() - 1] / 100.0 * FULL)
    }

    /// A step larger than this scale is now.
    pub fn larger(scale: f32) -> Zoom {
        let now = percent(scale);
        Zoom::Percent(STEPS.into_iter().find(|step| *step > now + 0.5).unwrap_or(STEPS[STEPS.len() - 1]))
    }

    /// A step smaller than this scale is now.
    pub fn smaller(scale: f32) -> Zoom {
        let now = percent(scale);
        Zoom::Percent(STEPS.into_iter().rev().find(|step| *step < now - 0.5).unwrap_or(STEPS[0]))
    }

    /// The other way to fit: the width unless it is that already.
    pub fn fitted(self) -> Zoom {
        if self == Zoom::Width { Zoom::Page } else { Zoom::Width }
    }
}

/// A scale in per cent of the printed size.
pub fn percent(scale: f32) -> f32 {
    scale / FULL * 100.0
}

/// Where the pages stand, one under the other.
#[derive(Clone, Debug, PartialEq, Default)]
pub struct Sheet {
    /// Points of the screen for a point of the page.
    pub scale: f32,
    /// The top of each page; one more for the end.
    tops: Vec<f32>,
    /// Width and height of everything.
    pub size: Vec2,
}

impl Sheet {
    /// The pages at this scale.
    pub fn new(leaves: &[Leaf], scale: f32) -> Sheet {
        let mut tops = vec![GAP];
        let mut width = 0.0f32;
        let mut top = GAP;
        for leaf in leaves {
            top += (leaf.size.y * scale).round() + GAP;
            width = width.max((leaf.size.x * scale).round());
            tops.push(top);
        }
        Sheet { scale, tops, size: Vec2::new(width + 2.0 * GAP, top) }
    }

    /// The top of a page.
    pub fn top(&self, page: usize) -> f32 {
        self.tops.get(page).copied().unwrap_or_default()
    }

    /// How far the sheet is scrolled when a page begins at the top.
    pub fn offset(&self, page: usize) -> f32 {
        (self.top(page) - GAP).max(0.0)
    }

    /// The pages of which something is seen between these two heights.
    pub fn seen(&self, from: f32, to: f32) -> Range<usize> {
        let pages = self.tops.len() - 1;
        let first = self.tops.iter().skip(1).position(|end| *end - GAP > from).unwrap_or(pages);
        let last = self.tops.iter().take(pages).position(|top| *top >= to).unwrap_or(pages);
        first..last.max(first)
    }

    /// The page that is read: the one on which a line a third below the top falls.
    pub fn read(&self, from: f32, to: f32) -> usize {
        let line = from + (to - from) / 3.0;
        let pages = self.tops.len() - 1;
        self.tops.iter().skip(1).position(|end| *end > line).unwrap_or(pages).min(pages.saturating_sub(1))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn leaves() -> Vec<Leaf> {
        vec![Leaf { size: Vec2::new(600.0, 800.0), text: String::new() }; 3]
    }

    #[test]
    fn pages_fit_the_width_or_the_whole_window() {
        let room = Vec2::new(924.0, 424.0);
        assert_eq!(Zoom::Width.scale(room, &leaves()), 1.5);
        assert_eq!(Zoom::Page.scale(room, &leaves()), 0.5);
        assert_eq!(Zoom::Percent(150.0).scale(room, &leaves()), 2.0);
        assert_eq!(Zoom::first(room, &leaves()), Zoom::Width);
        assert_eq!(Zoom::first(Vec2::new(2000.0, 1100.0), &leaves()), Zoom::Page);
        assert_eq!(Zoom::Width.fitted(), Zoom::Page);
        assert_eq!(Zoom::Percent(50.0).fitted(), Zoom::Width);
    }

    #[test]
    fn zooming_goes_by_steps_and_has_ends() {
        let of = |zoom: Zoom| zoom.scale(Vec2::new(1000.0, 1000.0), &leaves());
        assert_eq!(Zoom::larger(of(Zoom::Percent(100.0))), Zoom::Percent(125.0));
        assert_eq!(Zoom::smaller(of(Zoom::Percent(100.0))), Zoom::Percent(80.0));
        assert_eq!(Zoom::larger(of(Zoom::Percent(400.0))), Zoom::Percent(400.0));
        assert_eq!(Zoom::smaller(of(Zoom::Percent(25.0))), Zoom::Percent(25.0));
    }

    #[test]
    fn the_pages_in_sight_are_known() {
        let sheet = Sheet::new(&leaves(), 1.0);
        assert_eq!(sheet.size, Vec2::new(624.0, 12.0 + 3.0 * 812.0));
        assert_eq!((sheet.offset(0), sheet.offset(1)), (0.0, 812.0));
        assert_eq!(sheet.seen(0.0, 500.0), 0..1);
        assert_eq!(sheet.seen(700.0, 900.0), 0..2);
        assert_eq!(sheet.seen(2000.0, 9000.0), 2..3);
        assert_eq!((sheet.read(0.0, 600.0), sheet.read(700.0, 1300.0), sheet.read(9000.0, 9600.0)), (0, 1, 2));
    }
}
