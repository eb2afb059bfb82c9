//! A chart of the report as Typst markup: the same shapes at the same places.

use trede::report::block::Figure;
use trede::report::chart::{Anchor, Ink, Shape, Spot};

/// The chart, with what a screen reader says of it.
pub fn figure(chart: &Figure, text: impl Fn(&str) -> String) -> String {
    let shapes: String = chart.chart.shapes.iter().map(|shape| format!("#place({})", placed(shape, &text))).collect();
    let (width, height) = (chart.chart.width, chart.chart.height);
    format!("#figure(alt: {}, block(width: {width}pt, height: {height}pt)[{shapes}])", text(&chart.spoken))
}

fn placed(shape: &Shape, text: &impl Fn(&str) -> String) -> String {
    match shape {
        Shape::Path { through, closed, ink, thickness } => {
            let first = through.first().filter(|_| *closed);
            let points: Vec<String> = through.iter().chain(first).map(point).collect();
            let segments: Vec<String> = points
                .iter()
                .enumerate()
                .map(|(at, point)| format!("curve.{}({point})", if at == 0 { "move" } else { "line" }))
                .collect();
            format!("curve(stroke: {thickness}pt + {}, {})", colour(*ink), segments.join(", "))
        }
        Shape::Area { centre, rim, closed, ink } => {
            let middle = Some(centre).filter(|_| !closed);
            let points: Vec<String> = rim.iter().chain(middle).map(point).collect();
            format!("polygon(fill: {}, {})", colour(*ink), points.join(", "))
        }
        Shape::Bar { at, width, height, ink } => {
            format!(
                "dx: {}pt, dy: {}pt, rect(width: {width}pt, height: {height}pt, fill: {})",
                at.x,
                at.y,
                colour(*ink)
            )
        }
        Shape::Dot { at, radius, ink } => {
            let (x, y) = (at.x - radius, at.y - radius);
            format!("dx: {x}pt, dy: {y}pt, circle(radius: {radius}pt, fill: {})", colour(*ink))
        }
        Shape::Label { at, anchor, text: words, size, bold, ink } => {
            let weight = if *bold { "bold" } else { "regular" };
            // A box without width leans to the side of its anchor.
            let side = match anchor {
                Anchor::Start => "left",
                Anchor::Middle => "center",
                Anchor::End => "right",
            };
            let words =
                format!("std.text(size: {size}pt, weight: \"{weight}\", fill: {}, {})", colour(*ink), text(words));
            format!("dx: {}pt, dy: {}pt, box(width: 0pt, align({side}, box({words})))", at.x, at.y - size / 2.0)
        }
    }
}

fn point(spot: &Spot) -> String {
    format!("({}pt, {}pt)", spot.x, spot.y)
}

fn colour(ink: Ink) -> &'static str {
    match ink {
        Ink::Text | Ink::Outline => "rgb(\"#16212B\")",
        Ink::Muted => "rgb(\"#55636F\")",
        Ink::Grid => "rgb(\"#D5DCE2\")",
        Ink::Area => "rgb(\"#E3F0F5\")",
        Ink::Band => "rgb(\"#F4F6F8\")",
        Ink::Level(1) => "rgb(\"#8E2A54\")",
        Ink::Level(2) => "rgb(\"#B4532A\")",
        Ink::Level(3) => "rgb(\"#8A6A00\")",
        Ink::Level(4) => "rgb(\"#1E7A78\")",
        Ink::Level(_) => "rgb(\"#1B5E99\")",
    }
}
