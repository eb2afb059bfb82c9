//! What a frame of the window costs, from input to triangles: the fullest part on board, and frameworks of 5,100 norms; and
//! each letter that is typed to find something in the largest.
//! `cargo bench --bench scrolling`, without a screen; what painting costs depends on the machine.
#![expect(clippy::unwrap_used, clippy::print_stdout, reason = "a measurement may stop at once, and tells its result")]

#[path = "../tests/large_framework.rs"]
mod large_framework;

use std::time::{Duration, Instant};

use eframe::egui::{self, Event, Key, Modifiers};
use trede::domain::{Command, Cover, Finding, NormId, Perspective, Verdict};
use trede::gui::{Window, desk, dialogs::AnsweredDialogs};
use trede::session::Session;

const FRAMES: usize = 600;

fn main() {
    // `cargo test --all-targets` starts benches too, without this argument.
    if !std::env::args().any(|argument| argument == "--bench") {
        return;
    }
    let folder = tempfile::tempdir().unwrap();
    let stamp = desk::stamp("A. Voorbeeld");
    // The fullest part on board is the third: 25 norms.
    let example = desk::example(&folder.path().join("voorbeeld.trede"), &stamp).unwrap();
    measure("part III of the example", example, 2);
    for (parts, rows) in [(10, 170), (1, 1_700)] {
        let cover = Cover { subject: "Grootbank".to_owned(), kvk: None, period: "2026".to_owned() };
        let text = large_framework::text(parts, rows);
        let path = folder.path().join(format!("{parts}.trede"));
        let mut session = Session::create(&path, text.as_bytes(), cover, &stamp).unwrap();
        // Forty rationales of 8,400 characters.
        for number in 1..=40 {
            let (perspective, norm) = (Perspective::Supervisor, NormId::new(&format!("1.3.{number}")));
            let rationale = format!("{} Naald {number}.", "Hooi en stro. ".repeat(600));
            let finding = Finding::because(Verdict::Fails, &rationale);
            session.execute(Command::Find { perspective, norm, finding, continues: false }, &stamp).unwrap();
        }
        measure(&format!("{parts} part(s) of {rows} rows"), session, 0);
    }
}

/// Measures the part so many parts after the first.
fn measure(name: &str, session: Session, part: usize) {
    let ctx = egui::Context::default();
    let mut window = Window::new(&ctx, Box::new(AnsweredDialogs::default()));
    window.take(&ctx, session);
    let mut frame = |events: Vec<Event>| {
        let screen_rect = Some(egui::Rect::from_min_size(egui::Pos2::ZERO, egui::vec2(1440.0, 900.0)));
        let input = egui::RawInput { screen_rect, events, ..egui::RawInput::default() };
        let start = Instant::now();
        let output = ctx.run_ui(input, |ui| {
            window.logic(&ui.ctx().clone());
            window.show(ui);
        });
        let drawn = ctx.tessellate(output.shapes, output.pixels_per_point);
        let taken = start.elapsed();
        drop((drawn, output.textures_delta));
        taken
    };
    let key = |key| Event::Key { key, physical_key: None, pressed: true, repeat: false, modifiers: Modifiers::NONE };
    let first = frame(vec![Event::PointerMoved(egui::pos2(600.0, 500.0))]);
    println!("{name}: first frame, with every row measured: {first:.1?}");
    for _ in 0..part {
        frame(vec![key(Key::PageDown)]);
    }
    for _ in 0..20 {
        frame(Vec::new());
    }
    tell(name, "standing still", (0..FRAMES).map(|_| frame(Vec::new())).collect());
    let wheel = |down: f32| Event::MouseWheel {
        unit: egui::MouseWheelUnit::Point,
        delta: egui::vec2(0.0, -down),
        phase: egui::TouchPhase::Move,
        source: egui::MouseWheelSource::Wheel,
        modifiers: Modifiers::NONE,
    };
    // A short part down and up again, so that it goes on moving.
    let down = |at: usize| if part == 0 || (at / 30).is_multiple_of(2) { 35.0 } else { -35.0 };
    tell(name, "scrolling", (0..FRAMES).map(|at| frame(vec![wheel(down(at))])).collect());
    tell(name, "moving by keys", (0..150).map(|_| frame(vec![key(Key::ArrowDown)])).collect());
    // Each of these judges a norm and goes to the next open one.
    let judged = (0..60).map(|_| frame(vec![key(Key::N)]).max(frame(vec![key(Key::Space)])));
    tell(name, "judging", judged.collect());
    let find =
        Event::Key { key: Key::F, physical_key: None, pressed: true, repeat: false, modifiers: Modifiers::COMMAND };
    frame(vec![find]);
    for _ in 0..3 {
        frame(Vec::new());
    }
    let letters = "naald 37.".chars().map(|letter| frame(vec![Event::Text(letter.to_string())]));
    tell(name, "finding, letter by letter", letters.collect());
}

fn tell(name: &str, what: &str, mut frames: Vec<Duration>) {
    frames.sort();
    let at = |share: usize| frames[(frames.len() * share / 100).min(frames.len() - 1)];
    println!("{name}, {what}: median {:.2?}, p95 {:.2?}, longest {:.2?}", at(50), at(95), at(100));
}
