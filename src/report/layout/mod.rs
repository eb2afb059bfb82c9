//! Blocks -> strips -> pages, with the structure tree beside them. Pure: values in, values out.

mod cards;
mod figures;
mod furniture;
mod paginate;
pub(crate) mod strip;
pub(crate) mod structure;
pub(crate) mod style;
mod table;
mod wrap;

pub(crate) use furniture::Furniture;
pub(crate) use paginate::{Page, Place};

use self::{
    strip::{Bookmark, Shape, Strip, Text, texts},
    structure::{Element, ElementId, Structure, Tag},
    style::{BODY, HEADING_ONE, HEADING_THREE, HEADING_TWO, Type, WIDTH, Words, colour},
    wrap::{Line, plain, words, wrap},
};
use super::{
    block::{Block, Chip, Letter, Level, Span, Tone},
    fonts::{Fonts, legible::legible_line},
};

/// The whole report, laid out.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Composed {
    pub(crate) pages: Vec<Page>,
    pub(crate) structure: Structure,
    /// The headings in order.
    pub(crate) places: Vec<Place>,
}

/// Lays out `blocks` and puts `furniture` on every page.
pub(crate) fn compose(fonts: &Fonts, blocks: &[Block], furniture: &Furniture<'_>) -> Composed {
    let mut composer = Composer::new(fonts);
    for block in blocks {
        composer.block(block);
    }
    let (mut pages, places) = paginate::paginate(composer.strips, &composer.heads);
    furniture::furnish(fonts, &mut pages, &places, furniture);
    Composed { pages, structure: composer.structure, places }
}

/// Collects strips and elements while the blocks go by.
struct Composer<'a> {
    fonts: &'a Fonts,
    structure: Structure,
    strips: Vec<Strip>,
    /// Heading rows that tables repeat.
    heads: Vec<Strip>,
    panels: usize,
    /// Whether the next strip begins a page.
    breaks: bool,
    /// Whether the block before was a heading.
    below_heading: bool,
}

impl<'a> Composer<'a> {
    fn new(fonts: &'a Fonts) -> Self {
        let (strips, heads) = (Vec::new(), Vec::new());
        Self { fonts, structure: Structure::new(), strips, heads, panels: 0, breaks: false, below_heading: false }
    }

    fn block(&mut self, block: &Block) {
        match block {
            Block::Cover { brand, title, subtitle } => self.cover(brand, title, subtitle),
            Block::Heading { level, text, chip } => self.heading(*level, text, chip.as_ref()),
            Block::Paragraph(spans) => self.paragraph(spans),
            Block::Bullets(items) => self.bullets(items),
            Block::KeyValues(rows) => self.key_values(rows),
            Block::Callout { kind, text } => self.callout(*kind, text),
            Block::Total { number, title, text } => self.total(number, title, text),
            Block::Table(table) => self.table(table),
            Block::Figures(figures) => self.figures(figures),
            Block::OnePage(choices) => self.one_page(choices),
            Block::Signatures(fields) => self.signatures(fields),
            Block::PageBreak => self.breaks = true,
        }
        self.below_heading = matches!(block, Block::Heading { .. });
    }

    fn push(&mut self, strip: Strip) {
        let breaks = std::mem::take(&mut self.breaks);
        self.strips.push(Strip { breaks, ..strip });
    }

    /// Space above a block: less below a heading.
    fn gap(&self, usual: f32) -> f32 {
        if self.below_heading { usual.min(4.0) } else { usual }
    }

    fn wrap(&self, words: &[Words], kind: Type, width: f32) -> Vec<Line> {
        wrap(self.fonts, words, kind, width)
    }

    /// Strips of one line each. A first or last line does not stand alone on a page.
    fn lines(&mut self, lines: &[Line], owner: ElementId, kind: Type, x: f32, gap: f32) {
        let count = lines.len();
        for (index, line) in lines.iter().enumerate() {
            let keeps_next = count > 1 && (index == 0 || index + 2 == count);
            let gap = if index == 0 { gap } else { 0.0 };
            let texts = texts(line, owner, kind, x, 0.0).collect();
            self.push(Strip { gap, height: kind.leading, keeps_next, texts, ..Strip::default() });
        }
    }

    fn heading(&mut self, level: Level, text: &str, chip: Option<&Chip>) {
        let (tag, kind, tone, gap, depth) = match level {
            Level::One => (Tag::H1, HEADING_ONE, Tone::Ink, 20.0, 1),
            Level::Two => (Tag::H2, HEADING_TWO, Tone::Ink, 20.0, 2),
            Level::Three => (Tag::H3, HEADING_THREE, Tone::Accent, 11.0, 3),
        };
        let owner = self.structure.add(Structure::DOCUMENT, tag);
        let size = if level == Level::Three { ChipSize::Small } else { ChipSize::Large };
        let room = if chip.is_some() { WIDTH - 70.0 } else { WIDTH };
        let lines = self.wrap(&plain(text, Letter::Bold, tone), kind, room);
        let mark = chip.map(|chip| {
            let (parent, tag, spoken) = (owner, Tag::Span, chip.spoken.as_deref().map(legible_line));
            let owner = self.structure.add_element(Element { tag, parent, columns: 1, spoken });
            self.chip(chip, owner, WIDTH, kind.leading / 2.0, size)
        });
        for (index, line) in lines.iter().enumerate() {
            let mut strip = Strip { height: kind.leading, keeps_next: true, ..Strip::default() };
            strip.texts = texts(line, owner, kind, 0.0, 0.0).collect();
            if index == 0 {
                strip.gap = gap;
                strip.bookmark = Some(Bookmark { depth, title: legible_line(text) });
                if let Some((shape, text)) = &mark {
                    strip.shapes.push(*shape);
                    strip.texts.push(text.clone());
                }
            }
            self.push(strip);
        }
    }

    fn paragraph(&mut self, spans: &[Span]) {
        let owner = self.structure.add(Structure::DOCUMENT, Tag::P);
        let lines = self.wrap(&words(spans), BODY, WIDTH);
        let gap = self.gap(5.0);
        self.lines(&lines, owner, BODY, 0.0, gap);
    }

    fn bullets(&mut self, items: &[Vec<Span>]) {
        const INDENT: f32 = 14.0;
        if items.is_empty() {
            return;
        }
        let list = self.structure.add(Structure::DOCUMENT, Tag::List);
        for (index, item) in items.iter().enumerate() {
            let entry = self.structure.add(list, Tag::ListItem);
            let label = self.structure.add(entry, Tag::Label);
            let body = self.structure.add(entry, Tag::ListBody);
            let first = self.strips.len();
            let gap = if index == 0 { self.gap(7.0) } else { 1.5 };
            let lines = self.wrap(&words(item), BODY, WIDTH - INDENT);
            self.lines(&lines, body, BODY, INDENT, gap);
            let bullet = self.wrap(&plain("•", Letter::Regular, Tone::Ink), BODY, INDENT);
            if let (Some(strip), Some(line)) = (self.strips.get_mut(first), bullet.first()) {
                strip.texts.extend(texts(line, label, BODY, 4.0, 0.0));
            }
        }
    }

    /// Frame and figure of a score; its right end at `right`, its middle at `middle` below the top of the strip.
    fn chip(&self, chip: &Chip, owner: ElementId, right: f32, middle: f32, size: ChipSize) -> (Shape, Text) {
        let (points, height, least) = match size {
            ChipSize::Small => (8.8, 15.0, 19.0),
            ChipSize::Large => (14.0, 24.0, 24.0),
        };
        let kind = Type { size: points, leading: height, tracking: 0.0 };
        let text = legible_line(&chip.text);
        let words = Words { text: text.clone(), letter: Letter::Bold, tone: chip.tone };
        let letters = self.wrap(&[words], kind, f32::INFINITY).first().map_or(0.0, |line| line.width);
        let width = (letters + 10.0).max(least);
        let (x, y) = (right - width, middle - height / 2.0);
        let stroke = Some((colour(chip.tone), if size == ChipSize::Large { 1.1 } else { 0.9 }));
        let shape = Shape { x, y, width, height, radius: height / 5.0, fill: None, stroke };
        let text = Text {
            owner,
            x: x + (width - letters) / 2.0,
            baseline: y + kind.baseline(),
            letter: Letter::Bold,
            tone: chip.tone,
            size: points,
            tracking: 0.0,
            text,
        };
        (shape, text)
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum ChipSize {
    Small,
    Large,
}

#[cfg(test)]
mod tests {
    use super::{
        style::{HEIGHT, LEFT, PAGE_HEIGHT, PAGE_WIDTH, TOP},
        *,
    };
    use crate::report::block::{
        Align, CalloutKind, Cell, Column, KeyValue, Row, RowKind, SignatureField, Table, Width,
    };

    const FURNITURE: Furniture<'_> =
        Furniture { foot: "voet", page_number: "{page}/{pages}", concept: Some("CONCEPT") };

    fn every_block(text: &str) -> Vec<Block> {
        let spans = || vec![Span::plain(text), Span::bold(text), Span::mono(text)];
        let chip = Chip { text: "4".to_owned(), tone: Tone::Score(4), spoken: None };
        let column = |width| Column { heading: text.chars().take(40).collect(), width, align: Align::Right };
        let row = |kind| Row { kind, cells: vec![Cell::text(spans()).over(2), Cell::chip(chip.clone())] };
        let columns = vec![column(Width::Points(90.0)), column(Width::Share(1.0)), column(Width::Points(60.0))];
        let field = |name: &str| SignatureField {
            name: name.to_owned(),
            description: text.to_owned(),
            lines: vec![spans(), spans()],
        };
        let text = text.to_owned();
        vec![
            Block::Cover { brand: text.clone(), title: text.clone(), subtitle: text.clone() },
            Block::Heading { level: Level::Two, text: text.clone(), chip: Some(chip.clone()) },
            Block::Paragraph(spans()),
            Block::Bullets(vec![spans(), spans()]),
            Block::KeyValues(vec![KeyValue { key: text.clone(), value: spans() }]),
            Block::Callout { kind: CalloutKind::Alert, text: spans() },
            Block::Total { number: text.clone(), title: text.clone(), text: spans() },
            Block::Table(Table { columns, rows: vec![row(RowKind::Group), row(RowKind::Body), row(RowKind::Body)] }),
            Block::Signatures(vec![field("A"), field("B"), field("C")]),
        ]
    }

    #[test]
    fn everything_stands_inside_the_page_however_long_the_texts() {
        let fonts = Fonts::bundled().unwrap();
        for text in [String::new(), "woord ".repeat(2), "woord ".repeat(2_000), "a".repeat(9_000), "a\n".repeat(300)] {
            let composed = compose(fonts, &every_block(&text), &FURNITURE);
            for page in &composed.pages {
                for text in &page.texts {
                    assert!((TOP..=TOP + HEIGHT + 1.0).contains(&text.baseline), "{text:?}");
                    assert!((LEFT - 1.0..=PAGE_WIDTH - LEFT).contains(&text.x), "{text:?}");
                }
                for text in &page.artifacts {
                    assert!(text.baseline > 0.0 && text.baseline < PAGE_HEIGHT && text.x > 0.0 && text.x < PAGE_WIDTH);
                }
                assert!(page.fields.iter().all(|field| field.y + field.height <= TOP + HEIGHT));
            }
            let fields: usize = composed.pages.iter().map(|page| page.fields.len()).sum();
            assert_eq!(fields, 3);
        }
    }

    #[test]
    fn reading_order_is_the_order_of_the_elements() {
        let composed = compose(Fonts::bundled().unwrap(), &every_block(&"woord ".repeat(400)), &FURNITURE);
        assert!(composed.pages.iter().all(|page| page.texts.is_sorted_by_key(|text| text.owner)));
        let elements = &composed.structure.elements;
        assert!(elements.iter().enumerate().skip(1).all(|(number, element)| element.parent < number));
    }
}
