//! Drawing pages as pictures, by the crate `hayro`: the only file that knows it, but for what is refused beforehand.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;

use eframe::egui::{ColorImage, Vec2};
use hayro::hayro_interpret::{InterpreterSettings, RenderContent};
use hayro::hayro_syntax::Pdf;
use hayro::hayro_syntax::page::Page;
use hayro::vello_cpu::color::palette::css::WHITE;
use hayro::{PixmapSettings, RenderCache, RenderSettings, render};

use super::guard;
use super::refusal::Refusal;
use super::subject::{Standing, Subject};
use crate::report::reading::page_texts;

/// The widest and highest that a page may be, in points of the page; no report has pages other than A4.
const LARGEST_PAGE: f32 = 2_000.0;
/// The widest and highest that a picture gets, in pixels.
const LARGEST_SIDE: f32 = 8_192.0;
/// The most pixels that a picture gets, of four bytes each.
const MOST_PIXELS: f32 = 12_000_000.0;

/// A report whose pages can be drawn.
pub struct Opened {
    pdf: Pdf,
    standing: Standing,
    /// The pages.
    pub leaves: Vec<Leaf>,
}

/// What is known of a page before it is drawn.
#[derive(Clone, Debug, PartialEq)]
pub struct Leaf {
    /// Width and height, in points of the page.
    pub size: Vec2,
    /// The text on it, a line for each paragraph or cell.
    pub text: String,
}

impl Opened {
    /// Makes or reads what is looked at. A panic of what reads it is a refusal.
    pub fn open(subject: &Subject) -> Result<Opened, Refusal> {
        catch_unwind(AssertUnwindSafe(|| open(subject))).unwrap_or(Err(Refusal::Lost))
    }

    /// How far what is drawn can be relied on.
    pub fn standing(&self) -> Standing {
        self.standing
    }

    /// Something that draws its pages, and keeps what several of them need.
    pub fn pen(&self) -> Pen<'_> {
        Pen { opened: self, cache: RenderCache::new() }
    }
}

fn open(subject: &Subject) -> Result<Opened, Refusal> {
    let (bytes, standing) = subject.bytes()?;
    // Bounded, and strict about what stands on a page; what it cannot read is not drawn either.
    let texts = page_texts(&bytes)?;
    let pdf = Pdf::new(Arc::new(bytes)).map_err(|_| Refusal::NoPages)?;
    let pages = pdf.pages();
    if pages.is_empty() || pages.len() != texts.len() {
        return Err(Refusal::NoPages);
    }
    if standing == Standing::Doubtful {
        guard::check(pages)?;
    }
    let mut leaves = Vec::new();
    for (at, (page, lines)) in pages.iter().zip(texts).enumerate() {
        let (width, height) = page.render_dimensions();
        let fits = |side: f32| (1.0..=LARGEST_PAGE).contains(&side);
        if !fits(width) || !fits(height) {
            return Err(Refusal::Unusual { page: at + 1 });
        }
        leaves.push(Leaf { size: Vec2::new(width, height), text: lines.join("\n") });
    }
    Ok(Opened { pdf, standing, leaves })
}

/// Draws pages of one report.
pub struct Pen<'a> {
    opened: &'a Opened,
    cache: RenderCache<'a>,
}

impl<'a> Pen<'a> {
    /// The page, so many pixels wide and high, on white paper; nothing when it cannot be drawn.
    pub fn draw(&self, page: usize, pixels: [u16; 2]) -> Option<ColorImage> {
        let page = self.opened.pdf.pages().get(page)?;
        catch_unwind(AssertUnwindSafe(|| self.picture(page, pixels))).ok()
    }

    fn picture(&self, page: &'a Page<'a>, pixels: [u16; 2]) -> ColorImage {
        let (width, height) = page.render_dimensions();
        // A quarter of a pixel more, because what is left after the whole pixels is cut off.
        let scale = |pixels: u16, side: f32| (f32::from(pixels) + 0.25) / side;
        let (x_scale, y_scale) = (scale(pixels[0], width), scale(pixels[1], height));
        let paper = PixmapSettings { x_scale, y_scale, bg_color: WHITE };
        // What lies over a page is drawn only where it is known to be a frame of ours.
        let content = match self.opened.standing {
            Standing::Doubtful => RenderContent::PAGE,
            Standing::Draft | Standing::Intact | Standing::Exact => RenderContent::all(),
        };
        let interpreter = InterpreterSettings { render_content: content, ..InterpreterSettings::default() };
        let drawn = render(page, &self.cache, &interpreter, &RenderSettings::default(), &paper);
        let size = [usize::from(drawn.width()), usize::from(drawn.height())];
        ColorImage::from_rgba_premultiplied(size, drawn.data_as_u8_slice())
    }
}

/// How many pixels a page gets on a screen with so many pixels for a point of the page, and textures of at most this side.
pub fn pixels(size: Vec2, density: f32, largest: usize) -> [u16; 2] {
    #[expect(clippy::cast_precision_loss, reason = "a few thousand")]
    let side = LARGEST_SIDE.min(largest as f32);
    let wanted = size * density;
    let shrink = (side / wanted.max_elem()).min((MOST_PIXELS / (wanted.x * wanted.y)).sqrt()).min(1.0);
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "between 1 and the largest side")]
    let whole = |side: f32| (side * shrink).round().clamp(1.0, LARGEST_SIDE) as u16;
    [whole(wanted.x), whole(wanted.y)]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_picture_has_a_pixel_for_each_of_the_screen_and_a_bound() {
        let page = Vec2::new(600.0, 800.0);
        assert_eq!(pixels(page, 1.5, 16_384), [900, 1200]);
        assert_eq!(pixels(page, 1.5, 600), [450, 600]);
        let [width, height] = pixels(page, 50.0, 16_384);
        assert_eq!((width, height), (3000, 4000));
    }
}
