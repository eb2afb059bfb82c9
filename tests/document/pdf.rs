//! A small reader of our own reports, apart from the program: where each run of letters stands, and the structure tree.

use std::collections::BTreeMap;

use lopdf::content::Content;
use lopdf::{Dictionary, Document, Object, ObjectId};
use trede::report::reading::page_texts;

/// Letters on one baseline; measures in points, from the bottom left corner of the page.
#[derive(Clone, Debug)]
pub struct Run {
    pub page: usize,
    pub x: f32,
    pub baseline: f32,
    /// Without spaces at the end.
    pub width: f32,
    pub size: f32,
    /// Whether it is content and not an artifact.
    pub is_content: bool,
}

/// An element of the structure tree without children of its own, or a figure.
#[derive(Clone, Debug, PartialEq)]
pub struct Leaf {
    pub tag: String,
    pub text: String,
    pub alt: Option<String>,
    pub bbox: Option<[f32; 4]>,
}

pub struct Pdf {
    document: Document,
    pages: Vec<ObjectId>,
    /// The text of each marked content, by page and number.
    marked: BTreeMap<(ObjectId, i64), String>,
    pub runs: Vec<Run>,
}

fn number(object: &Object) -> f32 {
    object.as_float().unwrap_or_else(|_| panic!("no number: {object:?}"))
}

impl Pdf {
    pub fn read(bytes: &[u8]) -> Pdf {
        let document = Document::load_mem(bytes).unwrap();
        let pages: Vec<ObjectId> = document.page_iter().collect();
        let mut pdf = Pdf { document, pages: pages.clone(), marked: BTreeMap::new(), runs: Vec::new() };
        let texts = page_texts(bytes).unwrap();
        for (index, (page, texts)) in pages.iter().zip(texts).enumerate() {
            pdf.read_page(index, *page, &texts);
        }
        pdf
    }

    pub fn page_count(&self) -> usize {
        self.pages.len()
    }

    fn resolve<'a>(&'a self, object: &'a Object) -> &'a Object {
        self.document.dereference(object).unwrap().1
    }

    /// Widths in thousandths of an em by glyph, for each font of the page.
    fn widths(&self, page: ObjectId) -> BTreeMap<Vec<u8>, BTreeMap<u16, f32>> {
        let fonts = self.document.get_page_fonts(page).unwrap();
        let of = |font: &Dictionary| {
            let descendants = self.resolve(font.get(b"DescendantFonts").unwrap()).as_array().unwrap();
            let descendant = self.resolve(&descendants[0]).as_dict().unwrap();
            let listed = self.resolve(descendant.get(b"W").unwrap()).as_array().unwrap();
            let mut widths = BTreeMap::new();
            let mut at = 0;
            while at + 1 < listed.len() {
                let first = u16::try_from(listed[at].as_i64().unwrap()).unwrap();
                match self.resolve(&listed[at + 1]) {
                    Object::Array(each) => {
                        widths.extend((first..).zip(each.iter().map(number)));
                        at += 2;
                    }
                    last => {
                        let last = u16::try_from(last.as_i64().unwrap()).unwrap();
                        widths.extend((first..=last).map(|glyph| (glyph, number(&listed[at + 2]))));
                        at += 3;
                    }
                }
            }
            widths
        };
        fonts.into_iter().map(|(name, font)| (name, of(font))).collect()
    }

    fn read_page(&mut self, index: usize, page: ObjectId, texts: &[String]) {
        let widths = self.widths(page);
        let content = Content::decode(&self.document.get_page_content(page)).unwrap();
        let (mut font, mut size, mut tracking, mut at, mut turned) = (Vec::new(), 0.0, 0.0, (0.0, 0.0), false);
        let (mut number_of, mut object, mut ended) = (None, 0, true);
        for operation in &content.operations {
            let operands = &operation.operands;
            match operation.operator.as_str() {
                "BMC" => number_of = None,
                "BDC" => {
                    let properties = self.resolve(&operands[1]).as_dict().unwrap();
                    number_of = Some(properties.get(b"MCID").unwrap().as_i64().unwrap());
                }
                "EMC" => number_of = None,
                "ET" => {
                    if let Some(number) = number_of {
                        self.marked.entry((page, number)).or_default().push_str(&texts[object]);
                    }
                    object += 1;
                }
                "Tf" => (font, size) = (operands[0].as_name().unwrap().to_vec(), number(&operands[1])),
                "Tc" => tracking = number(&operands[0]),
                "Tm" => {
                    (at, turned) = ((number(&operands[4]), number(&operands[5])), number(&operands[1]).abs() > 0.01);
                    ended = true;
                }
                "Td" => (at, turned, ended) = ((number(&operands[0]), number(&operands[1])), false, true),
                "Tj" | "TJ" => {
                    let parts = match &operands[0] {
                        Object::Array(parts) => parts.clone(),
                        one => vec![one.clone()],
                    };
                    let glyphs: Vec<u16> = parts
                        .iter()
                        .filter_map(|part| part.as_str().ok())
                        .flat_map(|bytes| bytes.chunks_exact(2))
                        .map(|pair| u16::from_be_bytes([pair[0], pair[1]]))
                        .collect();
                    let known = &widths[&font];
                    let width: f32 = glyphs.iter().map(|glyph| known[glyph] * size / 1000.0 + tracking).sum();
                    if !turned {
                        // Another face for a character in between goes on where the run was.
                        let x = if ended { at.0 } else { self.runs.last().map_or(at.0, |run| run.x + run.width) };
                        let is_content = number_of.is_some();
                        self.runs.push(Run { page: index, x, baseline: at.1, width, size, is_content });
                    }
                    ended = false;
                }
                "cm" => panic!("a page moves its content"),
                _ => {}
            }
        }
        assert_eq!(object, texts.len(), "text objects of page {}", index + 1);
    }

    /// The leaves of the structure tree, in the order in which a screen reader meets them.
    pub fn leaves(&self) -> Vec<Leaf> {
        let root = self.resolve(self.document.catalog().unwrap().get(b"StructTreeRoot").unwrap());
        let mut leaves = Vec::new();
        self.walk(root.as_dict().unwrap().get(b"K").unwrap(), &mut leaves);
        leaves
    }

    fn walk(&self, object: &Object, leaves: &mut Vec<Leaf>) {
        let element = self.resolve(object).as_dict().unwrap();
        let tag = String::from_utf8(element.get(b"S").unwrap().as_name().unwrap().to_vec()).unwrap();
        let home = element.get(b"Pg").and_then(Object::as_reference).ok();
        let kids = element.get(b"K").map(|kids| self.resolve(kids).clone());
        let kids = match kids {
            Ok(Object::Array(kids)) => kids,
            Ok(one) => vec![one],
            Err(_) => Vec::new(),
        };
        let alt = element.get(b"Alt").ok().map(|alt| decode(alt.as_str().unwrap()));
        let bbox = element.get(b"A").ok().and_then(|attributes| {
            let edges = self.resolve(attributes).as_dict().ok()?.get(b"BBox").ok()?.as_array().ok()?;
            <[f32; 4]>::try_from(edges.iter().map(number).collect::<Vec<_>>()).ok()
        });
        let place = leaves.len();
        let mut text = String::new();
        let mut own = false;
        for kid in &kids {
            match kid {
                Object::Integer(number) => {
                    text.push_str(&self.marked[&(home.unwrap(), *number)]);
                    own = true;
                }
                Object::Dictionary(content) if content.get(b"MCID").is_ok() => {
                    let page = content.get(b"Pg").and_then(Object::as_reference).unwrap();
                    text.push_str(&self.marked[&(page, content.get(b"MCID").unwrap().as_i64().unwrap())]);
                    own = true;
                }
                Object::Reference(_) => self.walk(kid, leaves),
                _ => {}
            }
        }
        if own {
            // Its own content comes before its children.
            leaves.insert(place, Leaf { tag, text, alt, bbox });
        }
    }
}

fn decode(bytes: &[u8]) -> String {
    let units: Vec<u16> = bytes[2..].chunks_exact(2).map(|pair| u16::from_be_bytes([pair[0], pair[1]])).collect();
    String::from_utf16(&units).unwrap()
}

/// Whatever the texts are: nothing stands outside the page or over something else.
#[track_caller]
pub fn assert_nothing_overlaps(pdf: &Pdf) {
    const WIDTH: f32 = 595.28;
    assert!(pdf.runs.len() > 10);
    for run in &pdf.runs {
        assert!(run.x > 20.0 && run.baseline > 20.0 && run.baseline < 842.0 - 20.0, "{run:?}");
        assert!(run.x + run.width < WIDTH - 20.0 || !run.is_content, "{run:?}");
    }
    for page in 0..pdf.page_count() {
        let mut runs: Vec<&Run> = pdf.runs.iter().filter(|run| run.page == page && run.width > 0.5).collect();
        runs.sort_by(|one, other| one.baseline.total_cmp(&other.baseline));
        for (number, one) in runs.iter().enumerate() {
            for other in &runs[number + 1..] {
                // From the middle of a descender to the height of a small letter.
                if other.baseline - 0.1 * other.size > one.baseline + 0.6 * one.size {
                    break;
                }
                let beside = one.x + one.width <= other.x + 0.6 || other.x + other.width <= one.x + 0.6;
                assert!(beside, "page {}: {one:?} and {other:?}", page + 1);
            }
        }
    }
}
