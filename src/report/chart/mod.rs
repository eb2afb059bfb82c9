//! Charts as shapes: what the report prints and the window draws is one and the same.
//!
//! A chart knows no page and no screen. Its unit is a point of the report at its natural size (1/72 inch), measured from
//! its top left corner, downwards; whoever draws it may scale it. Colours are meanings ([`Ink`]), and no colour says what
//! no figure says.

mod bars;
mod radar;
mod series;

pub use bars::{MOST_BARS, bars};
pub use radar::{MOST_AXES, radar};
pub use series::{Entry, Group, Series};

use super::block::Letter;
use super::fonts::{Fonts, legible::legible_line};

/// A picture of shapes, each drawn over those before it.
#[derive(Debug, Clone, PartialEq)]
pub struct Chart {
    /// Its width; no shape reaches outside it.
    pub width: f32,
    /// Its height.
    pub height: f32,
    /// The shapes, the lowest first. Texts stand in the order in which they are read.
    pub shapes: Vec<Shape>,
}

/// A place in a chart.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Spot {
    /// From the left.
    pub x: f32,
    /// From the top.
    pub y: f32,
}

/// Colour by meaning.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Ink {
    /// Text.
    Text,
    /// Text that steps back.
    Muted,
    /// Rings, spokes and rules to read a value by.
    Grid,
    /// The line around what is reached.
    Outline,
    /// What is reached for certain.
    Area,
    /// What may still be reached: between the lowest and the highest score.
    Band,
    /// A score, 1 to 5.
    Level(u8),
}

/// One shape.
#[derive(Debug, Clone, PartialEq)]
pub enum Shape {
    /// A line through these places.
    Path {
        /// From place to place.
        through: Vec<Spot>,
        /// Whether it ends where it began.
        closed: bool,
        /// Its colour.
        ink: Ink,
        /// Its thickness.
        thickness: f32,
    },
    /// A filled area that can be seen whole from its centre.
    Area {
        /// The centre.
        centre: Spot,
        /// The places around it, in order; at least two.
        rim: Vec<Spot>,
        /// Whether the rim goes all the way round; else the area ends at lines from the centre to its first and last place.
        closed: bool,
        /// Its colour.
        ink: Ink,
    },
    /// A filled rectangle.
    Bar {
        /// Its top left corner.
        at: Spot,
        /// Its width.
        width: f32,
        /// Its height.
        height: f32,
        /// Its colour.
        ink: Ink,
    },
    /// A filled circle.
    Dot {
        /// Its centre.
        at: Spot,
        /// Its radius.
        radius: f32,
        /// Its colour.
        ink: Ink,
    },
    /// Words on one line.
    Label {
        /// The end or the middle of the words, at half the height of a capital.
        at: Spot,
        /// Which of these it is.
        anchor: Anchor,
        /// The words.
        text: String,
        /// Size of the letters.
        size: f32,
        /// Whether they are bold.
        bold: bool,
        /// Their colour.
        ink: Ink,
    },
}

/// To which side of its place a label stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Anchor {
    /// It begins there.
    Start,
    /// Its middle is there.
    Middle,
    /// It ends there.
    End,
}

impl Anchor {
    /// Where words of this width begin.
    pub fn left(self, x: f32, width: f32) -> f32 {
        match self {
            Anchor::Start => x,
            Anchor::Middle => x - width / 2.0,
            Anchor::End => x - width,
        }
    }
}

/// The highest score, in the measure of a chart.
const TOP_LEVEL: f32 = 5.0;

/// How wide `text` is, as it can be printed.
pub(crate) fn text_width(text: &str, size: f32, bold: bool) -> f32 {
    Fonts::bundled().map_or(0.0, |fonts| fonts.width(letter(bold), &legible_line(text), size, 0.0))
}

/// `text`, or as much of its beginning as fits in `room` with an ellipsis; the table beside a chart has it whole.
fn shortened(text: &str, size: f32, bold: bool, room: f32) -> String {
    match Fonts::bundled() {
        Some(fonts) if text_width(text, size, bold) > room => {
            fonts.shortened(letter(bold), &legible_line(text), (size, 0.0), room)
        }
        _ => text.to_owned(),
    }
}

fn letter(bold: bool) -> Letter {
    if bold { Letter::Bold } else { Letter::Regular }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Every place of a shape, with what its letters take.
    fn corners(shape: &Shape) -> Vec<Spot> {
        match shape {
            Shape::Path { through, .. } => through.clone(),
            Shape::Area { centre, rim, .. } => rim.iter().copied().chain([*centre]).collect(),
            Shape::Bar { at, width, height, .. } => vec![*at, Spot { x: at.x + width, y: at.y + height }],
            Shape::Dot { at, radius, .. } => {
                vec![Spot { x: at.x - radius, y: at.y - radius }, Spot { x: at.x + radius, y: at.y + radius }]
            }
            Shape::Label { at, anchor, text, size, bold, .. } => {
                let width = text_width(text, *size, *bold);
                let left = anchor.left(at.x, width);
                vec![Spot { x: left, y: at.y - size / 2.0 }, Spot { x: left + width, y: at.y + size / 2.0 }]
            }
        }
    }

    fn entry(id: &str, figure: &str, ends: Option<(u8, u8)>) -> Entry {
        Entry { id: id.to_owned(), figure: figure.to_owned(), ends }
    }

    fn groups(ids: &[&str]) -> Vec<Group> {
        let ends = [Some((3, 3)), Some((1, 4)), None, Some((5, 5)), Some((2, 2)), Some((1, 1)), Some((4, 5))];
        let entries = ids.iter().zip(ends.iter().cycle()).map(|(id, ends)| {
            let figure = ends.map_or("geen score".to_owned(), |(low, high)| format!("{low} of {high}"));
            entry(id, &figure, *ends)
        });
        vec![Group {
            title: "Thema met een naam (30 %)".to_owned(),
            figure: "3,7".to_owned(),
            entries: entries.collect(),
        }]
    }

    #[test]
    fn nothing_reaches_outside_a_chart_however_long_the_names() {
        let long = "onderdeel-met-een-heel-erg-lange-naam-die-nergens-past".repeat(4);
        for ids in [&["I", "II", "III"][..], &["I", "II", "III", "IV", "V", "VI", "VII"], &[&long, "b", &long, "d"]] {
            let mut groups = groups(ids);
            groups[0].title = long.repeat(3);
            let charts = [radar(&groups, 220.0, 210.0).unwrap(), bars(&groups, 270.0)];
            for chart in charts {
                for spot in chart.shapes.iter().flat_map(corners) {
                    assert!((-0.1..=chart.width + 0.1).contains(&spot.x), "{spot:?} of {} wide", chart.width);
                    assert!((-0.1..=chart.height + 0.1).contains(&spot.y), "{spot:?} of {} high", chart.height);
                }
            }
        }
    }

    #[test]
    fn a_radar_needs_three_axes_and_has_room_for_few_more_than_ten() {
        assert_eq!(radar(&groups(&["I", "II"]), 220.0, 210.0), None);
        let ids: Vec<String> = (0..=MOST_AXES).map(|number| number.to_string()).collect();
        let ids: Vec<&str> = ids.iter().map(String::as_str).collect();
        assert_eq!(radar(&groups(&ids), 220.0, 210.0), None);
        assert!(radar(&groups(&ids[1..]), 220.0, 210.0).is_some());
    }

    #[test]
    fn a_score_of_five_reaches_the_outer_ring_and_a_part_without_score_leaves_a_gap() {
        let entries = [("a", Some((5, 5))), ("b", Some((5, 5))), ("c", None), ("d", Some((5, 5)))];
        let entries = entries.into_iter().map(|(id, ends)| entry(id, "5", ends)).collect();
        let groups = [Group { title: String::new(), figure: String::new(), entries }];
        let chart = radar(&groups, 220.0, 210.0).unwrap();
        let ring = chart.shapes.iter().find_map(|shape| match shape {
            Shape::Path { through, closed: true, ink: Ink::Grid, .. } => Some(through.clone()),
            _ => None,
        });
        let ring = ring.unwrap();
        let areas = chart.shapes.iter().filter_map(|shape| match shape {
            Shape::Area { rim, closed, .. } => Some((rim.clone(), *closed)),
            _ => None,
        });
        // From d over a to b; nothing reaches c.
        assert_eq!(areas.collect::<Vec<_>>(), [(vec![ring[3], ring[0], ring[1]], false)]);
    }

    #[test]
    fn a_radar_is_as_large_with_a_part_without_score() {
        let outer = |ends: Option<(u8, u8)>| {
            let entries = ["I", "II", "III", "IV", "V", "VI", "VII"].map(|id| match id {
                "II" => entry(id, ends.map_or("geen score", |_| "3"), ends),
                _ => entry(id, "3", Some((3, 3))),
            });
            let groups = [Group { title: String::new(), figure: String::new(), entries: entries.to_vec() }];
            let shapes = radar(&groups, 236.0, 224.0).unwrap().shapes;
            let ring = shapes.into_iter().find(|shape| matches!(shape, Shape::Path { ink: Ink::Grid, .. }));
            ring.unwrap()
        };
        assert_eq!(outer(None), outer(Some((3, 3))));
    }

    #[test]
    fn no_ring_goes_through_its_figure() {
        let ids = ["I", "II", "III", "IV", "V", "VI", "VII"].map(|id| entry(id, "3", Some((3, 3)))).to_vec();
        let groups = [Group { title: String::new(), figure: String::new(), entries: ids }];
        let shapes = radar(&groups, 236.0, 224.0).unwrap().shapes;
        let rings: Vec<(Spot, Spot)> = shapes
            .iter()
            .filter_map(|shape| match shape {
                Shape::Path { through, closed: true, ink: Ink::Grid, .. } => Some((through[0], through[6])),
                _ => None,
            })
            .collect();
        let figures = shapes.iter().filter(|shape| matches!(shape, Shape::Label { ink: Ink::Muted, .. }));
        for figure in figures {
            let corners = corners(figure);
            // The height of a figure is less than that of its line.
            let (left, top, bottom) = (corners[0].x, corners[0].y + 1.0, corners[1].y - 1.0);
            for (end, down) in &rings {
                let at = end.y + (end.x - left) * (down.y - end.y) / (end.x - down.x);
                assert!(!(top..bottom).contains(&at), "{figure:?}: {at}");
            }
        }
    }

    #[test]
    fn a_bar_is_as_long_as_its_score_and_an_interval_shows_both_its_ends() {
        let entries = [("a", Some((4, 4))), ("b", Some((2, 2))), ("c", Some((1, 3))), ("d", None)];
        let entries = entries.into_iter().map(|(id, ends)| entry(id, "4", ends)).collect();
        let groups = [Group { title: "Thema".to_owned(), figure: "3".to_owned(), entries }];
        let chart = bars(&groups, 270.0);
        let bars = chart.shapes.iter().filter_map(|shape| match shape {
            Shape::Bar { at, width, ink, .. } => Some((*ink, at.x, *width)),
            _ => None,
        });
        let bars: Vec<(Ink, f32, f32)> = bars.collect();
        let [(four, start, width), (two, _, half), (area, _, low), (band, from, rest)] = bars.as_slice() else {
            panic!("{bars:?}")
        };
        assert_eq!((*four, *two, *area, *band), (Ink::Level(4), Ink::Level(2), Ink::Muted, Ink::Band));
        assert!((width - 2.0 * half).abs() < 0.01 && (low - half / 2.0).abs() < 0.01);
        assert!((from - start - low).abs() < 0.01 && (rest - half).abs() < 0.01);
        let figures: Vec<&str> = chart
            .shapes
            .iter()
            .filter_map(|shape| match shape {
                Shape::Label { text, anchor: Anchor::Middle, .. } => Some(text.as_str()),
                _ => None,
            })
            .collect();
        assert_eq!(figures, ["1", "2", "3", "4", "5"]);
    }

    #[test]
    fn what_does_not_fit_ends_with_an_ellipsis() {
        assert_eq!(shortened("kort", 8.0, false, 100.0), "kort");
        let cut = shortened("een tamelijk lange naam", 8.0, false, 50.0);
        assert!(cut.starts_with("een") && cut.ends_with('…') && text_width(&cut, 8.0, false) <= 50.0, "{cut}");
    }
}
