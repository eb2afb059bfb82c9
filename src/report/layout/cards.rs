//! Pieces with a look of their own: the cover's opening, callouts, the total, the places to sign.

use super::{
    Composer,
    strip::{Bookmark, Field, Panel, Shape, Strip, Text, texts},
    structure::{Element, ElementId, Structure, Tag},
    style::{
        ACCENT, ACCENT_GROUND, ALERT, ALERT_GROUND, BODY, BRAND, Colour, HEADING_ONE, HEIGHT, LINE, NUMBER, SMALL,
        SUBTITLE, TITLE, Type, WIDTH,
    },
    table::{Laid, RowLook},
    wrap::{Line, plain, words},
};
use crate::report::{
    block::{Align, CalloutKind, Letter, SignatureField, Span, Tone},
    fonts::legible::legible_line,
};

/// A line with what it needs to be drawn.
type Drawn = (Line, ElementId, Type);

impl Composer<'_> {
    pub(super) fn cover(&mut self, brand: &str, title: &str, subtitle: &str) {
        if !brand.is_empty() {
            let owner = self.structure.add(Structure::DOCUMENT, Tag::P);
            let lines = self.wrap(&plain(brand, Letter::Bold, Tone::Accent), BRAND, WIDTH - 12.0);
            let first = self.strips.len();
            self.lines(&lines, owner, BRAND, 12.0, 0.0);
            if let Some(strip) = self.strips.get_mut(first) {
                // Two steps.
                strip.shapes.push(Shape::filled(0.0, 7.0, 4.4, 5.0, ACCENT));
                strip.shapes.push(Shape::filled(4.4, 2.0, 4.4, 10.0, ACCENT));
            }
        }
        let owner = self.structure.add(Structure::DOCUMENT, Tag::H1);
        let lines = self.wrap(&plain(title, Letter::Bold, Tone::Ink), TITLE, WIDTH * 0.86);
        let first = self.strips.len();
        self.lines(&lines, owner, TITLE, 0.0, 14.0);
        for (index, strip) in self.strips.iter_mut().skip(first).enumerate() {
            strip.keeps_next = true;
            if index == 0 {
                strip.bookmark = Some(Bookmark { depth: 1, title: legible_line(title) });
            }
        }
        let owner = self.structure.add(Structure::DOCUMENT, Tag::P);
        let lines = self.wrap(&plain(subtitle, Letter::Regular, Tone::Ink), SUBTITLE, WIDTH);
        self.lines(&lines, owner, SUBTITLE, 0.0, 6.0);
        let shapes = vec![Shape::rule(0.0, 1.0, WIDTH, 1.6, ACCENT)];
        self.push(Strip { gap: 12.0, height: 2.0, shapes, ..Strip::default() });
    }

    pub(super) fn callout(&mut self, kind: CalloutKind, text: &[Span]) {
        let (fill, bar) = match kind {
            CalloutKind::Info => (ACCENT_GROUND, ACCENT),
            CalloutKind::Alert => (ALERT_GROUND, ALERT),
        };
        let owner = self.structure.add(Structure::DOCUMENT, Tag::P);
        let lines = self.wrap(&words(text), BODY, WIDTH - 24.0);
        let drawn: Vec<Drawn> = lines.into_iter().map(|line| (line, owner, BODY)).collect();
        let panel = self.panel(Some(fill), None, Some(bar), 0.0);
        self.card(&drawn, panel, 13.0, (8.0, 8.0));
    }

    pub(super) fn total(&mut self, number: &str, title: &str, text: &[Span]) {
        const PADDING: f32 = 15.0;
        let group = self.structure.add(Structure::DOCUMENT, Tag::Div);
        let number_owner = self.structure.add(group, Tag::P);
        let title_owner = self.structure.add(group, Tag::P);
        let text_owner = self.structure.add(group, Tag::P);

        let number = plain(&legible_line(number), Letter::Bold, Tone::Ink);
        let big = [NUMBER, HEADING_ONE].into_iter().find_map(|kind| {
            let line = self.wrap(&number, kind, f32::INFINITY).into_iter().next()?;
            (line.width <= WIDTH * 0.4).then_some((line, kind))
        });
        let x = PADDING + big.as_ref().map_or(0.0, |(line, _)| line.width + 18.0);
        let room = WIDTH - x - PADDING;
        let mut drawn: Vec<Drawn> = Vec::new();
        if big.is_none() {
            drawn.extend(self.wrap(&number, BODY, room).into_iter().map(|line| (line, number_owner, BODY)));
        }
        let heading = self.wrap(&plain(title, Letter::Bold, Tone::Ink), BODY, room);
        drawn.extend(heading.into_iter().map(|line| (line, title_owner, BODY)));
        if !text.is_empty() {
            drawn.extend(self.wrap(&words(text), SMALL, room).into_iter().map(|line| (line, text_owner, SMALL)));
        }

        let height: f32 = drawn.iter().map(|(_, _, kind)| kind.leading).sum();
        let least = big.as_ref().map_or(0.0, |(_, kind)| kind.leading);
        let extra = ((least - height) / 2.0).max(0.0);
        let padding = 11.0 + extra;
        let panel = self.panel(Some(ACCENT_GROUND), None, None, 7.0);
        let first = self.strips.len();
        self.card(&drawn, panel, x, (padding, padding));
        if let (Some((line, kind)), Some(strip)) = (big, self.strips.get_mut(first)) {
            let top = (height.min(HEIGHT / 2.0) + 2.0 * padding - kind.leading) / 2.0;
            let numbers: Vec<Text> = texts(&line, number_owner, kind, PADDING, top).collect();
            strip.texts.splice(0..0, numbers);
        }
    }

    /// Lines on a shared ground; together on one page unless they are very many.
    fn card(&mut self, lines: &[Drawn], panel: Panel, x: f32, padding: (f32, f32)) {
        let height: f32 = lines.iter().map(|(_, _, kind)| kind.leading).sum();
        let together = height < HEIGHT / 2.0;
        let count = lines.len();
        let usual = self.gap(12.0).max(8.0);
        for (index, (line, owner, kind)) in lines.iter().enumerate() {
            let (first, last) = (index == 0, index + 1 == count);
            let above = if first { padding.0 } else { 0.0 };
            let below = if last { padding.1 } else { 0.0 };
            self.push(Strip {
                gap: if first { usual } else { 0.0 },
                height: above + kind.leading + below,
                keeps_next: !last && (together || first || index + 2 == count),
                texts: texts(line, *owner, *kind, x, above).collect(),
                panel: Some(panel),
                ..Strip::default()
            });
        }
    }

    fn panel(&mut self, fill: Option<Colour>, stroke: Option<Colour>, bar: Option<Colour>, radius: f32) -> Panel {
        self.panels += 1;
        Panel { number: self.panels, fill, stroke, bar, radius }
    }

    pub(super) fn signatures(&mut self, fields: &[SignatureField]) {
        for pair in fields.chunks(2) {
            self.signature_pair(pair);
        }
    }

    fn signature_pair(&mut self, fields: &[SignatureField]) {
        const PADDING: f32 = 13.0;
        const FIELD_HEIGHT: f32 = 52.0;
        let panel = self.panel(None, Some(LINE), None, 7.0);
        // Two places even when one is used, so that fields look alike.
        let width = (WIDTH - 3.0 * PADDING) / 2.0;
        let mut cells = Vec::new();
        let mut row = Strip { height: FIELD_HEIGHT + 8.0 + PADDING, panel: Some(panel), ..Strip::default() };
        for (index, field) in fields.iter().enumerate() {
            let x = PADDING + index as f32 * (width + PADDING);
            let group = self.structure.add(Structure::DOCUMENT, Tag::Div);
            let mut lines = Vec::new();
            for paragraph in &field.lines {
                let owner = self.structure.add(group, Tag::P);
                lines.extend(self.wrap(&words(paragraph), BODY, width).into_iter().map(|line| (owner, line)));
            }
            // Cells carry their own padding of 5 at each side.
            cells.push(Laid { x: x - 5.0, width: width + 10.0, align: Align::Left, lines, chip: None });
            let description = legible_line(&field.description);
            let owner = self.structure.add_element(Element {
                tag: Tag::Form,
                parent: group,
                columns: 1,
                spoken: Some(description.clone()),
            });
            let (name, y, height) = (field.name.clone(), 8.0, FIELD_HEIGHT);
            row.fields.push(Field { owner, name, description, x, y, width, height });
        }
        let look = RowLook { kind: BODY, above: PADDING - 2.0, below: 0.0, rule: None };
        let gap = self.gap(12.0).max(8.0);
        for (index, strip) in self.row_strips(&cells, look, HEIGHT / 2.0).into_iter().enumerate() {
            let gap = if index == 0 { gap } else { 0.0 };
            self.push(Strip { gap, keeps_next: true, panel: Some(panel), ..strip });
        }
        self.push(row);
    }
}
