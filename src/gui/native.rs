//! The window that the system gives: its size, its icon, and what it begins with.

use std::path::PathBuf;

use eframe::egui;
use egui::IconData;

use super::dialogs::SystemDialogs;
use super::places::Places;
use super::renderer::Renderer;
use super::trace::Traced;
use super::window::Window;
use crate::domain::text::Language;
use crate::wording::Wording;

/// Opens the window in this language, with an assessment and the literal wording of its norms if they are named, and
/// stays until it is closed.
pub fn open_window(
    file: Option<PathBuf>,
    overlay: Option<PathBuf>,
    language: Language,
    renderer: Renderer,
) -> eframe::Result {
    let options = eframe::NativeOptions {
        viewport: egui::ViewportBuilder::default()
            .with_title("Trede")
            .with_app_id("trede")
            .with_inner_size([1440.0, 900.0])
            .with_min_inner_size([720.0, 450.0])
            .with_icon(icon()),
        renderer: renderer.into(),
        // There are no colours that run into each other, and without a graphics card it is work for every point.
        dithering: false,
        system_font_fallback: false,
        ..eframe::NativeOptions::default()
    };
    eframe::run_native(
        "trede",
        options,
        Box::new(move |creation| {
            let ctx = creation.egui_ctx.clone();
            let waker = ctx.clone();
            let mut window = Window::new(&ctx, Box::new(SystemDialogs::new(move || waker.request_repaint())));
            // Before, for what there is to tell of the settings; after, for a language that was asked for once.
            window.words = Wording::new(language);
            window.at_home(&ctx, Places::of_user());
            window.words = Wording::new(language);
            if let Some(overlay) = overlay {
                window.lay_overlay(&overlay);
            }
            if let Some(file) = file {
                window.open(&ctx, &file);
            }
            Ok(Box::new(Traced::new(window)))
        }),
    )
}

/// What stands in the bar of the window and in the list of programs, where the system has no icon by the name of the
/// program; empty, for that of the system, should the picture not be readable.
fn icon() -> IconData {
    eframe::icon_data::from_png_bytes(include_bytes!("../../assets/icon/trede-128.png")).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::icon;

    #[test]
    fn the_icon_of_the_window_is_ours() {
        let icon = icon();
        assert_eq!((icon.width, icon.height, icon.rgba.len()), (128, 128, 128 * 128 * 4));
        let middle = |x: usize, y: usize| &icon.rgba[(y * 128 + x) * 4..][..4];
        // The rungs and what they stand before, as in the drawing.
        assert_eq!((middle(80, 80), middle(16, 64)), (&[0x0B, 0x5C, 0x7D, 0xFF][..], &[0xE3, 0xF0, 0xF5, 0xFF][..]));
    }
}
