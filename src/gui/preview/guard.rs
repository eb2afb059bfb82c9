//! What a report that is not intact may have on its pages before they are drawn.
//!
//! The reader of the texts has refused every operator and every size that no report has, as it sees the file. Here the
//! same file is looked at with the eyes of what draws it, which may see another one: only letters in fonts of the kind
//! that reports have, and lines. Pictures, forms, patterns and fonts whose letters are programs are not drawn.

use hayro::hayro_syntax::content::UntypedIter;
use hayro::hayro_syntax::object::{Array, Dict, Name, Stream};
use hayro::hayro_syntax::page::Page;

use super::refusal::Refusal;

/// Most bytes of the packed content of a page; deflate unpacks at most some thousand times as many.
const PACKED_PAGE: usize = 64 << 10;
/// Most bytes of the content of a page.
const PLAIN_PAGE: usize = 1 << 20;
/// Most bytes of a packed font.
const PACKED_FONT: usize = 256 << 10;
/// Most fonts of a page.
const FONTS: usize = 16;

/// Whether all pages are built as those of a report.
pub fn check(pages: &[Page<'_>]) -> Result<(), Refusal> {
    match pages.iter().position(|page| !is_usual(page)) {
        None => Ok(()),
        Some(at) => Err(Refusal::Unusual { page: at + 1 }),
    }
}

fn is_usual(page: &Page<'_>) -> bool {
    let resources = page.resources();
    let others = [
        &resources.ext_g_states,
        &resources.color_spaces,
        &resources.x_objects,
        &resources.patterns,
        &resources.shadings,
    ];
    others.iter().all(|each| each.is_empty()) && has_usual_fonts(&resources.fonts) && has_usual_content(page)
}

fn has_usual_content(page: &Page<'_>) -> bool {
    let content = page.raw().get::<Stream<'_>>("Contents");
    let is_packed_once = |stream: &Stream<'_>| stream.filters().len() <= 1 && stream.raw_data().len() <= PACKED_PAGE;
    // Several streams for one page are not ours.
    if !content.is_some_and(|stream| is_packed_once(&stream)) {
        return false;
    }
    let Some(plain) = page.page_stream().filter(|plain| plain.len() <= PLAIN_PAGE) else { return false };
    let mut instructions = UntypedIter::new(plain);
    while let Some(instruction) = instructions.next() {
        // A picture within the content.
        if matches!(&**instruction.operator, b"BI" | b"ID" | b"EI") {
            return false;
        }
    }
    true
}

fn has_usual_fonts(fonts: &Dict<'_>) -> bool {
    let names: Vec<Name<'_>> = fonts.keys().collect();
    names.len() <= FONTS
        && names.iter().all(|name| fonts.get::<Dict<'_>>(name).is_some_and(|font| is_usual_font(&font)))
}

/// Whether a font has its letters as TrueType outlines inside the file.
fn is_usual_font(font: &Dict<'_>) -> bool {
    let is = |dictionary: &Dict<'_>, kind: &[u8]| {
        dictionary.get::<Name<'_>>("Subtype").is_some_and(|found| found.as_ref() == kind)
    };
    let descendants = font.get::<Array<'_>>("DescendantFonts");
    let Some(outlines) = descendants.and_then(|fonts| fonts.iter::<Dict<'_>>().next()) else { return false };
    let file = outlines.get::<Dict<'_>>("FontDescriptor").and_then(|each| each.get::<Stream<'_>>("FontFile2"));
    let is_bounded = |file: Stream<'_>| file.filters().len() <= 1 && file.raw_data().len() <= PACKED_FONT;
    is(font, b"Type0") && is(&outlines, b"CIDFontType2") && file.is_some_and(is_bounded)
}
