//! The screens with the most text, in English: other words have other lengths.

use eframe::egui::Key;
use trede::domain::Language;
use trede::storage::settings::Settings;

use super::super::Desk;
use super::rubric::open_part;
use super::{Camera, Journey};

pub const JOURNEYS: &[Journey] = &[assessing, new_form, report];

fn start() -> Desk {
    let settings = Settings { tour_done: true, language: Some(Language::English), ..Settings::default() };
    Desk::start(move |home| settings.save(home).expect("settings"), &[])
}

fn assessing(camera: &mut Camera) {
    let mut desk = start();
    camera.take(&mut desk, "english-start");
    desk.press("Try the example");
    camera.take(&mut desk, "english-part-i");
    open_part(&mut desk, "III ");
    camera.take(&mut desk, "english-part-iii");
    desk.press("Menu");
    camera.take_menu(&mut desk, "english-menu", "Menu");
    desk.key(Key::Escape);
    desk.key(Key::F1);
    camera.take(&mut desk, "english-help");
    camera.take_at(&mut desk, "english-help-keys", "Keys");
    desk.key(Key::Escape);
    desk.press("Menu");
    desk.press("Settings");
    camera.take(&mut desk, "english-settings");
    desk.key(Key::Escape);
    desk.go_to("Overview");
    camera.take(&mut desk, "english-overview");
    desk.go_to("Audit log");
    camera.take(&mut desk, "english-log");
}

fn new_form(camera: &mut Camera) {
    let mut desk = start();
    desk.press("New assessment");
    camera.take(&mut desk, "english-new");
    desk.key(Key::Escape);
}

fn report(camera: &mut Camera) {
    let mut desk = start();
    desk.press("Try the example");
    desk.go_to("Report …");
    camera.take(&mut desk, "english-report");
    desk.press_and_wait("View first", "Page 1 of ");
    desk.settle();
    camera.take_with(&mut desk, "english-preview", Desk::settle);
}
