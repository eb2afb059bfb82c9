//! A handful of pictures of the window. They guard against what no other test sees: clipping, lost colours, a blank
//! screen. Made anew with `UPDATE_SNAPSHOTS=1 cargo test --features image-tests gui_images`, and then looked at.

use eframe::egui::{self, Theme};
use egui_kittest::{Harness, SnapshotOptions};
use trede::gui::{Window, desk, dialogs::AnsweredDialogs};

/// Drivers round differently; a real change moves far more pixels than this.
fn compare(harness: &mut Harness<'_, Option<Window>>, name: &str) {
    let options = SnapshotOptions::new().threshold(1.5).max_failed_pixels(2_000);
    harness.snapshot_options(name, &options);
}

fn window(theme: Theme, with_example: bool) -> (Harness<'static, Option<Window>>, tempfile::TempDir) {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("voorbeeld.trede");
    let mut given = with_example.then(|| desk::example(&path, &desk::stamp("A. Voorbeeld")).expect("the example"));
    let mut harness = Harness::builder().with_size([1280.0, 800.0]).with_theme(theme).wgpu().build_ui_state(
        move |ui: &mut egui::Ui, window: &mut Option<Window>| {
            let ctx = ui.ctx().clone();
            let window = window.get_or_insert_with(|| {
                let mut window = Window::new(&ctx, Box::new(AnsweredDialogs::default()));
                if let Some(mut session) = given.take() {
                    session.flush().expect("stored");
                    window.take(&ctx, session);
                }
                window
            });
            window.logic(&ctx);
            window.show(ui);
        },
        None,
    );
    harness.run();
    (harness, folder)
}

#[test]
fn the_workspace_in_light() {
    let (mut harness, _folder) = window(Theme::Light, true);
    compare(&mut harness, "workspace-light");
}

#[test]
fn the_workspace_in_dark() {
    let (mut harness, _folder) = window(Theme::Dark, true);
    compare(&mut harness, "workspace-dark");
}

#[test]
fn the_start_screen() {
    let (mut harness, _folder) = window(Theme::Light, false);
    compare(&mut harness, "start");
}
