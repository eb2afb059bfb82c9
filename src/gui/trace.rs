//! Counting frames for measurements: with the environment variable `TREDE_TRACE` set, every frame writes a line to
//! standard error; when it says `restless`, one frame follows the other without a pause. `.ci/window-figures` reads them.

use std::io::Write as _;

use eframe::egui;

/// An app whose frames are told.
pub struct Traced<A> {
    app: A,
    frames: Option<u64>,
    restless: bool,
}

impl<A> Traced<A> {
    /// Tells the frames of `app` when the environment asks for it.
    pub fn new(app: A) -> Traced<A> {
        let asked = std::env::var_os("TREDE_TRACE");
        Traced { app, restless: asked.as_ref().is_some_and(|asked| asked == "restless"), frames: asked.map(|_| 0) }
    }
}

impl<A: eframe::App> eframe::App for Traced<A> {
    fn logic(&mut self, ctx: &egui::Context, frame: &mut eframe::Frame) {
        if let Some(frames) = &mut self.frames {
            *frames += 1;
            // Told at the start of the next frame, when the one before has been painted; the first asks for a second.
            if *frames == 1 || self.restless {
                ctx.request_repaint();
            }
            let _ = writeln!(std::io::stderr(), "frame {frames} {}", milliseconds());
        }
        self.app.logic(ctx, frame);
    }

    fn ui(&mut self, ui: &mut egui::Ui, frame: &mut eframe::Frame) {
        self.app.ui(ui, frame);
    }

    fn persist_egui_memory(&self) -> bool {
        self.app.persist_egui_memory()
    }

    fn raw_input_hook(&mut self, ctx: &egui::Context, raw_input: &mut egui::RawInput) {
        self.app.raw_input_hook(ctx, raw_input);
    }

    fn on_exit(&mut self, gl: Option<&eframe::glow::Context>) {
        self.app.on_exit(gl);
    }
}

#[expect(clippy::disallowed_methods, reason = "a measurement against the clock of the script that started this")]
fn milliseconds() -> u128 {
    let since = std::time::SystemTime::now().duration_since(std::time::UNIX_EPOCH);
    since.map_or(0, |since| since.as_millis())
}
