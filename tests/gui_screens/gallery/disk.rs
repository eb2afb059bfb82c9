//! A disk without room, in a process that has a disk of its own.

use eframe::egui::Key;

use super::super::trouble::{on_a_disk_of_its_own, typed_on_a_full_disk};
use super::{Camera, Journey};

pub const JOURNEYS: &[Journey] = &[full];

fn full(camera: &mut Camera) {
    let test = camera.elsewhere("disk");
    on_a_disk_of_its_own(&test, |disk| {
        let (mut desk, filler, _) = typed_on_a_full_disk(disk);
        desk.harness.run_steps(8);
        let _ = desk.harness.run_ok();
        camera.take(&mut desk, "disk-full");
        desk.go_to("Overzicht");
        camera.take(&mut desk, "disk-full-overview");
        desk.ctrl(Key::W);
        assert!(desk.window().session().is_some(), "it is held back once");
        camera.take(&mut desk, "disk-full-closing");
        std::fs::remove_file(filler).unwrap();
        desk.press_and_wait("Opnieuw proberen", "✓ alles opgeslagen");
        camera.take(&mut desk, "disk-full-over");
    });
}
