//! What a frame of the window costs while a framework of 5,100 norms is scrolled through: `cargo bench --bench scrolling`.
//! Without a screen; what painting costs depends on the machine.
#![expect(clippy::unwrap_used, clippy::print_stdout, reason = "a measurement may stop at once, and tells its result")]

#[path = "../tests/large_framework.rs"]
mod large_framework;

use std::time::{Duration, Instant};

use eframe::egui::{self, Event, Key, Modifiers};
use trede::domain::Cover;
use trede::gui::{Window, desk, dialogs::AnsweredDialogs};
use trede::session::Session;

const FRAMES: usize = 600;

fn main() {
    // `cargo test --all-targets` starts benches too, without this argument.
    if !std::env::args().any(|argument| argument == "--bench") {
        return;
    }
    for (parts, rows) in [(10, 170), (1, 1_700)] {
        let folder = tempfile::tempdir().unwrap();
        let cover = Cover { subject: "Grootbank".to_owned(), kvk: None, period: "2026".to_owned() };
        let text = large_framework::text(parts, rows);
        let stamp = desk::stamp("A. Voorbeeld");
        let session = Session::create(&folder.path().join("a.trede"), text.as_bytes(), cover, &stamp).unwrap();
        let ctx = egui::Context::default();
        let mut window = Window::new(&ctx, Box::new(AnsweredDialogs::default()));
        window.take(&ctx, session);
        let mut frame = |events: Vec<Event>| {
            let screen_rect = Some(egui::Rect::from_min_size(egui::Pos2::ZERO, egui::vec2(1280.0, 800.0)));
            let input = egui::RawInput { screen_rect, events, ..egui::RawInput::default() };
            let start = Instant::now();
            let output = ctx.run_ui(input, |ui| {
                window.logic(&ui.ctx().clone());
                window.show(ui);
            });
            let taken = start.elapsed();
            drop(output);
            taken
        };
        let first = frame(vec![Event::PointerMoved(egui::pos2(600.0, 500.0))]);
        for _ in 0..20 {
            frame(Vec::new());
        }
        let name = format!("{parts} part(s) of {rows} rows");
        println!("{name}: first frame, with every row measured: {first:.1?}");
        tell(&name, "standing still", (0..FRAMES).map(|_| frame(Vec::new())).collect());
        let wheel = || Event::MouseWheel {
            unit: egui::MouseWheelUnit::Point,
            delta: egui::vec2(0.0, -35.0),
            phase: egui::TouchPhase::Move,
            source: egui::MouseWheelSource::Wheel,
            modifiers: Modifiers::NONE,
        };
        tell(&name, "scrolling", (0..FRAMES).map(|_| frame(vec![wheel()])).collect());
        let key =
            |key| Event::Key { key, physical_key: None, pressed: true, repeat: false, modifiers: Modifiers::NONE };
        tell(&name, "moving by keys", (0..150).map(|_| frame(vec![key(Key::ArrowDown)])).collect());
        // Each of these judges a norm and goes to the next open one.
        let judged = (0..60).map(|_| frame(vec![key(Key::N)]).max(frame(vec![key(Key::Space)])));
        tell(&name, "judging", judged.collect());
    }
}

fn tell(name: &str, what: &str, mut frames: Vec<Duration>) {
    frames.sort();
    let at = |share: usize| frames[(frames.len() * share / 100).min(frames.len() - 1)];
    println!("{name}, {what}: median {:.2?}, p95 {:.2?}, longest {:.2?}", at(50), at(95), at(100));
}
