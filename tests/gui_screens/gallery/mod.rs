//! Every screen and state that a user can meet, one after the other. In `cargo test` each is only checked: nothing clashes, is
//! cut off, lies over something else or is out of reach. With pictures, to be looked at one by one:
//!
//! ```sh
//! cargo test --features image-tests gallery -- --ignored    # writes target/gallery/NAME.SIZE.LOOK.png
//! ```
//!
//! `TREDE_GALLERY="report dark 1280x800"` draws only what has all these words in its name. With `--features
//! image-tests,encryption` the screens on passwords are there too.

use eframe::egui::{Rect, Role, Theme, Vec2};
use egui_kittest::kittest::Queryable as _;
use trede::gui::theme::Contrast;

use super::Desk;

mod disk;
mod english;
mod faults;
mod first;
mod over;
mod passwords;
mod reports;
mod rubric;
mod token;
mod trouble;

/// How to get to one screen or to several that lie on one way.
type Journey = fn(&mut Camera);

/// The height in which one gets there: nothing has to be scrolled into sight.
const TALL: Vec2 = Vec2::new(1280.0, 2400.0);
/// In pixels, with the size of everything in per cent.
const SIZES: [(&str, [f32; 2], f32); 4] = [
    ("1280x800", [1280.0, 800.0], 1.0),
    ("1440x900", [1440.0, 900.0], 1.0),
    ("2560x1440", [2560.0, 1440.0], 1.0),
    ("1280x800-200", [640.0, 400.0], 2.0),
];
const LOOKS: [(&str, Theme, Contrast); 4] = [
    ("light", Theme::Light, Contrast::Normal),
    ("dark", Theme::Dark, Contrast::Normal),
    ("light-contrast", Theme::Light, Contrast::Strong),
    ("dark-contrast", Theme::Dark, Contrast::Strong),
];

/// Looks at screens: draws them, or notes what is wrong with them.
pub struct Camera {
    draws: bool,
    taken: usize,
    /// Whether a process of its own goes on with this.
    is_elsewhere: bool,
    faults: Vec<String>,
}

impl Camera {
    /// The name of the test that goes the ways of this group: what needs a process of its own starts it there once more.
    fn elsewhere(&mut self, group: &str) -> String {
        self.is_elsewhere = true;
        format!("gui_screens::gallery::tests::{group}::{}", if self.draws { "is_drawn" } else { "is_in_order" })
    }

    /// Takes what is to be seen now, under this name.
    pub fn take(&mut self, desk: &mut Desk, name: &str) {
        self.take_with(desk, name, |_| {});
    }

    /// The same with the control or text of this name scrolled into sight.
    pub fn take_at(&mut self, desk: &mut Desk, name: &str, label: &str) {
        self.take_with(desk, name, |desk| {
            desk.harness.get_all_by_label(label).next().expect("what to scroll to").scroll_to_me();
            let _ = desk.harness.run_ok();
        });
    }

    /// The same with the menu open that this button opens: a window of another size may have closed it.
    pub fn take_menu(&mut self, desk: &mut Desk, name: &str, button: &str) {
        self.take_with(desk, name, |desk| {
            if desk.names(Role::MenuItem).is_empty() {
                desk.press(button);
            }
            assert!(!desk.names(Role::MenuItem).is_empty(), "{name}");
        });
    }

    /// The same after this was done at every size.
    pub fn take_with(&mut self, desk: &mut Desk, name: &str, prepare: impl Fn(&mut Desk)) {
        self.taken += 1;
        if !self.draws {
            // Here also what has to be scrolled to elsewhere is painted.
            self.faults.extend(faults::torn_on(desk).into_iter().map(|fault| format!("{name}: {fault}")));
        }
        for (size, points, scale) in SIZES {
            // Other sizes differ in their room only.
            if !self.draws && matches!(size, "1440x900" | "2560x1440") {
                continue;
            }
            if self.draws && LOOKS.iter().all(|(look, ..)| !is_wanted(&format!("{name}.{size}.{look}"))) {
                continue;
            }
            frame(desk, points.into(), scale);
            prepare(desk);
            desk.harness.remove_cursor();
            if self.draws {
                draw(desk, name, size);
            } else {
                self.faults.extend(faults::of(desk).into_iter().map(|fault| format!("{name}.{size}: {fault}")));
            }
        }
        frame(desk, TALL, 1.0);
    }
}

fn frame(desk: &mut Desk, points: Vec2, scale: f32) {
    if desk.harness.ctx.pixels_per_point() != scale {
        // Another scale stretches the window in the frame that follows.
        desk.harness.set_pixels_per_point(scale);
        desk.harness.step();
    }
    desk.harness.set_size(points);
    // What was scrolled further than there is now comes back in the second frame.
    desk.harness.step();
    let _ = desk.harness.run_ok();
}

/// Whether this picture is among those that were asked for.
fn is_wanted(name: &str) -> bool {
    let words = std::env::var("TREDE_GALLERY").unwrap_or_default();
    words.split_whitespace().all(|word| name.split('.').any(|part| part == word) || name.starts_with(word))
}

#[cfg(not(feature = "image-tests"))]
fn draw(_: &mut Desk, _: &str, _: &str) {}

#[cfg(feature = "image-tests")]
fn draw(desk: &mut Desk, name: &str, size: &str) {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("target/gallery");
    std::fs::create_dir_all(&folder).expect("a folder for pictures");
    for (look, theme, contrast) in LOOKS {
        let name = format!("{name}.{size}.{look}");
        if is_wanted(&name) {
            dress(desk, theme, contrast);
            let picture = desk.harness.render().expect("a picture");
            picture.save(folder.join(format!("{name}.png"))).expect("it is written");
        }
    }
    dress(desk, Theme::Light, Contrast::Normal);
}

#[cfg(feature = "image-tests")]
fn dress(desk: &mut Desk, look: Theme, contrast: Contrast) {
    desk.harness.ctx.set_theme(look);
    trede::gui::theme::dress(&desk.harness.ctx, contrast);
    let _ = desk.harness.run_ok();
    if desk.window().preview().is_some() {
        desk.settle();
    }
}

/// Goes all these ways; without drawing, whatever is wrong on the way fails.
fn go(journeys: &[Journey], draws: bool) {
    let mut camera = Camera { draws, taken: 0, is_elsewhere: false, faults: Vec::new() };
    for journey in journeys {
        journey(&mut camera);
    }
    assert!(camera.is_elsewhere || camera.taken >= journeys.len());
    assert!(camera.faults.is_empty(), "{} faults:\n{}", camera.faults.len(), camera.faults.join("\n"));
}

/// Two tests of each group: one that checks, one that draws.
macro_rules! groups {
    ($($group:ident)*) => { $(
        mod $group {
            #[test]
            fn is_in_order() {
                super::super::go(super::super::$group::JOURNEYS, false);
            }

            #[cfg(feature = "image-tests")]
            #[test]
            #[ignore = "draws for minutes, to be looked at"]
            fn is_drawn() {
                super::super::go(super::super::$group::JOURNEYS, true);
            }
        }
    )* };
}

mod tests {
    groups!(disk english first over passwords reports rubric token trouble);
}

/// The window as a rectangle.
fn window(desk: &Desk) -> Rect {
    desk.harness.ctx.content_rect()
}
