//! Pages -> printpdf operators, with a marked-content number for everything that is read out.

use std::collections::{BTreeMap, BTreeSet};

use printpdf::{
    Color, DictItem, FontId, LinePoint, Mm, Op, PaintMode, PdfDocument, PdfFontHandle, PdfPage, PdfSaveOptions, Point,
    Polygon, PolygonRing, Pt, Rgb, TextItem, TextMatrix, WindingOrder,
};

use super::{WriteError, chart};
use crate::report::{
    block::{Letter, Tone},
    fonts::{Fonts, legible::legible_line, subset::subset},
    layout::{
        Composed, Page,
        strip::{Shape, Text},
        structure::{ElementId, Structure},
        style::{self, Colour, PAGE_HEIGHT, PAGE_WIDTH},
    },
};

/// The pages as a PDF without tags, and which element owns which numbered content.
pub(super) struct Painted {
    pub(super) pdf: lopdf::Document,
    /// For each page, the owner of each marked-content number.
    pub(super) content: Vec<Vec<ElementId>>,
}

const LETTERS: [Letter; 3] = [Letter::Regular, Letter::Bold, Letter::Mono];

pub(super) fn paint(fonts: &Fonts, composed: &Composed, concept: Option<&str>) -> Result<Painted, WriteError> {
    let concept = concept.map(legible_line);
    let mut pdf = PdfDocument::new("");
    let mut content = Vec::new();
    for page in &composed.pages {
        let mut painter = Painter { fonts, ops: Vec::new() };
        painter.artifact(|painter| {
            if let Some(concept) = &concept {
                painter.watermark(concept);
            }
            page.shapes.iter().for_each(|shape| painter.shape(shape));
        });
        content.push(painter.contents(page, &composed.structure));
        painter.artifact(|painter| page.artifacts.chunks(1).for_each(|text| painter.texts(text)));
        pdf.pages.push(PdfPage::new(Mm(210.0), Mm(297.0), painter.ops));
    }
    embed(fonts, &mut pdf)?;
    let options = PdfSaveOptions { optimize: false, subset_fonts: false, secure: true, image_optimization: None };
    Ok(Painted { pdf: pdf.to_lopdf_document(&options, &mut Vec::new()), content })
}

/// Puts into `pdf` of each face what its pages use.
fn embed(fonts: &Fonts, pdf: &mut PdfDocument) -> Result<(), WriteError> {
    let mut used: BTreeMap<Letter, BTreeSet<u16>> = BTreeMap::new();
    for page in &pdf.pages {
        let mut current = None;
        for op in &page.ops {
            match op {
                Op::SetFont { font: PdfFontHandle::External(id), .. } => {
                    current = LETTERS.into_iter().find(|letter| font_id(*letter) == *id);
                }
                Op::ShowText { items } => {
                    let Some(letter) = current else { continue };
                    let glyphs = used.entry(letter).or_default();
                    for item in items {
                        if let TextItem::Text(text) = item {
                            let face = fonts.face(letter);
                            glyphs
                                .extend(text.chars().filter_map(|character| face.lookup_glyph_index(character.into())));
                        }
                    }
                }
                _ => {}
            }
        }
    }
    for (letter, glyphs) in used {
        let mut face = fonts.face(letter).clone();
        face.original_bytes = subset(&face.original_bytes, &glyphs).ok_or(WriteError::Font)?;
        face.font_name = Some(face_name(letter).to_owned());
        pdf.resources.fonts.map.insert(font_id(letter), printpdf::PdfFont::new(face));
    }
    Ok(())
}

fn font_id(letter: Letter) -> FontId {
    let id = match letter {
        Letter::Regular => "Regular",
        Letter::Bold => "Bold",
        Letter::Mono => "Mono",
    };
    FontId(id.to_owned())
}

/// The six letters mark a subset.
fn face_name(letter: Letter) -> &'static str {
    match letter {
        Letter::Regular => "TREDEA+Inter-Regular",
        Letter::Bold => "TREDEB+Inter-Bold",
        Letter::Mono => "TREDEM+JetBrainsMono-Regular",
    }
}

struct Painter<'a> {
    fonts: &'a Fonts,
    ops: Vec<Op>,
}

impl Painter<'_> {
    fn artifact(&mut self, draw: impl FnOnce(&mut Self)) {
        self.ops.push(Op::BeginMarkedContent { tag: "Artifact".to_owned() });
        draw(self);
        self.ops.push(Op::EndMarkedContent);
    }

    /// Draws texts, those of one element together, and before them the shapes of a chart; gives the owners in order of
    /// their numbers.
    fn contents(&mut self, page: &Page, structure: &Structure) -> Vec<ElementId> {
        let mut owners = Vec::new();
        for group in page.texts.chunk_by(|one, next| one.owner == next.owner) {
            let Some(first) = group.first() else { continue };
            let number = i64::try_from(owners.len()).unwrap_or(i64::MAX);
            let map = BTreeMap::from([("MCID".to_owned(), DictItem::Int(number))]);
            let properties = DictItem::Dict { map };
            let tag = structure.elements.get(first.owner).map_or("Span", |element| element.tag.name()).to_owned();
            self.ops.push(Op::BeginMarkedContentWithProperties { tag, properties });
            match page.drawings.iter().find(|drawing| drawing.owner == first.owner) {
                // The labels of a chart are no running text: each is a text of its own.
                Some(drawing) => {
                    self.ops.extend(chart::ops(drawing));
                    group.chunks(1).for_each(|text| self.texts(text));
                }
                None => self.texts(group),
            }
            self.ops.push(Op::EndMarkedContent);
            owners.push(first.owner);
        }
        owners
    }

    /// One text object, so that a reader sees the lines of a paragraph as one.
    fn texts(&mut self, texts: &[Text]) {
        if texts.is_empty() {
            return;
        }
        self.ops.push(Op::StartTextSection);
        for text in texts {
            let at = TextMatrix::Translate(Pt(round(text.x)), Pt(round(PAGE_HEIGHT - text.baseline)));
            self.text(text, at);
        }
        self.ops.push(Op::EndTextSection);
    }

    /// A character that the wanted face lacks changes the face for itself.
    fn text(&mut self, text: &Text, at: TextMatrix) {
        self.ops.push(Op::SetFillColor { col: rgb(style::colour(text.tone)) });
        self.ops.push(Op::SetCharacterSpacing { multiplier: text.tracking });
        self.ops.push(Op::SetTextMatrix { matrix: at });
        let characters: Vec<(Letter, char)> = text
            .text
            .chars()
            .filter_map(|character| self.fonts.find(text.letter, character).map(|(letter, _)| (letter, character)))
            .collect();
        for run in characters.chunk_by(|one, next| one.0 == next.0) {
            let Some((letter, _)) = run.first() else { continue };
            let font = PdfFontHandle::External(font_id(*letter));
            self.ops.push(Op::SetFont { font, size: Pt(round(text.size * Fonts::scale(*letter))) });
            let shown = run.iter().map(|(_, character)| character).collect();
            self.ops.push(Op::ShowText { items: vec![TextItem::Text(shown)] });
        }
    }

    /// The mark of a draft across the page, below everything else.
    fn watermark(&mut self, word: &str) {
        const SIZE: f32 = 96.0;
        let advances = word.chars().filter_map(|character| self.fonts.find(Letter::Bold, character));
        let width: f32 = advances.map(|(_, advance)| advance as f32 * SIZE / 1000.0).sum();
        // 45 degrees, the middle of the word in the middle of the page.
        let slope = std::f32::consts::FRAC_1_SQRT_2;
        let (half, rise) = (width / 2.0 * slope, SIZE * style::CAP_HEIGHT / 2.0 * slope);
        let (x, y) = (PAGE_WIDTH / 2.0 - half + rise, PAGE_HEIGHT / 2.0 - half - rise);
        let matrix = TextMatrix::Raw([round(slope), round(slope), round(-slope), round(slope), round(x), round(y)]);
        let text = Text {
            owner: 0,
            x: 0.0,
            baseline: 0.0,
            letter: Letter::Bold,
            tone: Tone::Ink,
            size: SIZE,
            tracking: 0.0,
            text: word.to_owned(),
        };
        self.ops.push(Op::StartTextSection);
        self.text(&text, matrix);
        let colour = Op::SetFillColor { col: rgb(style::WATERMARK) };
        if let Some(place) = self.ops.iter().rposition(|op| matches!(op, Op::SetFillColor { .. })) {
            self.ops.splice(place..=place, [colour]);
        }
        self.ops.push(Op::EndTextSection);
    }

    fn shape(&mut self, shape: &Shape) {
        if let Some(fill) = shape.fill {
            self.ops.push(Op::SetFillColor { col: rgb(fill) });
        }
        if let Some((stroke, thickness)) = shape.stroke {
            self.ops.push(Op::SetOutlineColor { col: rgb(stroke) });
            self.ops.push(Op::SetOutlineThickness { pt: Pt(thickness) });
        }
        let mode = match (shape.fill, shape.stroke) {
            (Some(_), Some(_)) => PaintMode::FillStroke,
            (Some(_), None) => PaintMode::Fill,
            (None, Some(_)) => PaintMode::Stroke,
            (None, None) => return,
        };
        let rings = vec![PolygonRing { points: outline(shape) }];
        self.ops.push(Op::DrawPolygon { polygon: Polygon { rings, mode, winding_order: WindingOrder::NonZero } });
    }
}

/// The corners, or for round ones the curves between the sides.
fn outline(shape: &Shape) -> Vec<LinePoint> {
    // Distance of the control points of a quarter circle from its ends, as a part of the radius.
    const CIRCLE: f32 = 0.552;
    let (left, right) = (shape.x, shape.x + shape.width);
    let (top, bottom) = (PAGE_HEIGHT - shape.y, PAGE_HEIGHT - shape.y - shape.height);
    let point = |x: f32, y: f32, bezier: bool| LinePoint { p: Point { x: Pt(round(x)), y: Pt(round(y)) }, bezier };
    if shape.radius <= 0.0 {
        return [(left, bottom), (right, bottom), (right, top), (left, top)].map(|(x, y)| point(x, y, false)).to_vec();
    }
    let radius = shape.radius.min(shape.width / 2.0).min(shape.height / 2.0);
    let near = radius * (1.0 - CIRCLE);
    vec![
        point(left + radius, bottom, false),
        point(right - radius, bottom, false),
        point(right - near, bottom, true),
        point(right, bottom + near, true),
        point(right, bottom + radius, false),
        point(right, top - radius, false),
        point(right, top - near, true),
        point(right - near, top, true),
        point(right - radius, top, false),
        point(left + radius, top, false),
        point(left + near, top, true),
        point(left, top - near, true),
        point(left, top - radius, false),
        point(left, bottom + radius, false),
        point(left, bottom + near, true),
        point(left + near, bottom, true),
        point(left + radius, bottom, false),
    ]
}

pub(super) fn rgb(colour: Colour) -> Color {
    let part = |value: u8| (f32::from(value) / 255.0 * 1000.0).round() / 1000.0;
    Color::Rgb(Rgb { r: part(colour.0), g: part(colour.1), b: part(colour.2), icc_profile: None })
}

/// A hundredth of a point is finer than any printer.
pub(super) fn round(points: f32) -> f32 {
    (points * 100.0).round() / 100.0
}
