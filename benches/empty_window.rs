//! An empty eframe window, built as the program is: what `.ci/window-figures` compares the program with.

use eframe::egui;
use trede::gui::trace::Traced;

struct Empty;

impl eframe::App for Empty {
    fn ui(&mut self, ui: &mut egui::Ui, _frame: &mut eframe::Frame) {
        ui.label("leeg");
    }
}

fn main() -> eframe::Result {
    // `cargo test --all-targets` starts benches too; without being asked to measure there is nothing to do.
    if std::env::var_os("TREDE_TRACE").is_none() {
        return Ok(());
    }
    let options = eframe::NativeOptions {
        viewport: egui::ViewportBuilder::default().with_inner_size([1440.0, 900.0]),
        renderer: eframe::Renderer::Glow,
        ..eframe::NativeOptions::default()
    };
    eframe::run_native("empty", options, Box::new(|_| Ok(Box::new(Traced::new(Empty)))))
}
