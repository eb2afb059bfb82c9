//! The pictures that are kept, as textures: those nearest to what is looked at, within a bound.

use std::collections::BTreeMap;

use eframe::egui::{ColorImage, Context, TextureHandle, TextureOptions};

use super::worker::Wanted;

/// Most bytes of all pictures that are not in sight.
const MOST_BYTES: usize = 64 << 20;

/// A page as it was drawn.
pub enum Picture {
    /// In this size.
    Drawn([u16; 2], TextureHandle),
    /// It cannot be drawn.
    Failed,
}

/// The pictures by page.
#[derive(Default)]
pub struct Cache(BTreeMap<usize, Picture>);

impl Cache {
    /// The picture of a page, in whatever size it was drawn last.
    pub fn get(&self, page: usize) -> Option<&Picture> {
        self.0.get(&page)
    }

    /// Whether a page is there in this size, or will never be.
    pub fn has(&self, wanted: &Wanted) -> bool {
        match self.0.get(&wanted.page) {
            Some(Picture::Drawn(pixels, _)) => *pixels == wanted.pixels,
            Some(Picture::Failed) => true,
            None => false,
        }
    }

    /// Keeps a picture.
    pub fn put(&mut self, ctx: &Context, wanted: Wanted, picture: Option<ColorImage>) {
        let picture = match picture {
            Some(image) => {
                let texture = ctx.load_texture(format!("page {}", wanted.page), image, TextureOptions::LINEAR);
                Picture::Drawn(wanted.pixels, texture)
            }
            None => Picture::Failed,
        };
        self.0.insert(wanted.page, picture);
    }

    /// Drops what is farthest from the pages that are in sight, until the rest is within the bound.
    pub fn trim(&mut self, seen: &std::ops::Range<usize>) {
        let distance =
            |page: usize| if page < seen.start { seen.start - page } else { (page + 1).saturating_sub(seen.end) };
        loop {
            let hidden = || self.0.iter().filter(|(page, _)| !seen.contains(page));
            let bytes: usize = hidden().map(|(_, picture)| picture.bytes()).sum();
            let farthest = hidden().map(|(page, _)| *page).max_by_key(|page| distance(*page));
            match farthest {
                Some(page) if bytes > MOST_BYTES => self.0.remove(&page),
                _ => return,
            };
        }
    }

    /// How many bytes all pictures have.
    pub fn bytes(&self) -> usize {
        self.0.values().map(Picture::bytes).sum()
    }
}

impl Picture {
    fn bytes(&self) -> usize {
        match self {
            Picture::Drawn([width, height], _) => usize::from(*width) * usize::from(*height) * 4,
            Picture::Failed => 0,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_farthest_goes_first_and_what_is_in_sight_stays() {
        let ctx = Context::default();
        let mut cache = Cache::default();
        for page in 0..23 {
            let image = ColorImage::filled([1000, 2000], eframe::egui::Color32::WHITE);
            cache.put(&ctx, Wanted { page, pixels: [1000, 2000] }, Some(image));
        }
        cache.trim(&(10..12));
        assert!(cache.bytes() <= MOST_BYTES + 2 * 8_000_000, "{}", cache.bytes());
        assert!(cache.get(10).is_some() && cache.get(11).is_some() && cache.get(9).is_some());
        assert!(cache.get(0).is_none() && cache.get(22).is_none());
    }
}
