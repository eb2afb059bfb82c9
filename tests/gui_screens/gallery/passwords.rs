//! A password: set, asked for when a file is opened, wrong, replaced, removed; and the sentence where that is not built in.

use super::super::Desk;
use super::{Camera, Journey};

#[cfg(feature = "encryption")]
pub const JOURNEYS: &[Journey] = &[set_and_changed, asked, asked_for_a_backup];
#[cfg(not(feature = "encryption"))]
pub const JOURNEYS: &[Journey] = &[not_built_in];

fn command(desk: &mut Desk) {
    desk.ctrl(eframe::egui::Key::P);
    desk.type_into("Opdrachten", "wachtwoord");
    desk.key(eframe::egui::Key::Enter);
}

#[cfg(not(feature = "encryption"))]
fn not_built_in(camera: &mut Camera) {
    let mut desk = Desk::with_example(&[]);
    command(&mut desk);
    assert!(desk.shows("kan niet met wachtwoorden werken"));
    camera.take(&mut desk, "password-not-built-in");
}

#[cfg(feature = "encryption")]
use super::super::protected::{self, GO_ON, WORD};

#[cfg(feature = "encryption")]
fn set_and_changed(camera: &mut Camera) {
    let mut desk = Desk::with_example(&[]);
    command(&mut desk);
    camera.take(&mut desk, "password-set");
    desk.fill("Nieuw wachtwoord", WORD);
    desk.fill("Nog een keer", "een andere wachtzin");
    desk.press("Versleutelen");
    camera.take(&mut desk, "password-differs");
    desk.fill("Nieuw wachtwoord", WORD);
    desk.fill("Nog een keer", WORD);
    desk.press_and_wait("Versleutelen", "De beoordeling is nu versleuteld.");
    camera.take(&mut desk, "password-was-set");
    command(&mut desk);
    camera.take(&mut desk, "password-change");
    desk.fill("Wachtwoord", "een andere wachtzin");
    desk.press_and_wait("Wachtwoord verwijderen", "Dit wachtwoord past niet op");
    camera.take(&mut desk, "password-remove-wrong");
    desk.fill("Wachtwoord", WORD);
    desk.press_and_wait("Wachtwoord verwijderen", "De beoordeling heeft geen wachtwoord meer.");
    camera.take(&mut desk, "password-removed");
}

#[cfg(feature = "encryption")]
fn asked(camera: &mut Camera) {
    let mut desk = protected::closed();
    protected::open(&mut desk);
    camera.take(&mut desk, "password-asked");
    protected::fill(&mut desk, "een andere wachtzin");
    desk.press_and_wait(GO_ON, "Dit wachtwoord past niet op");
    camera.take(&mut desk, "password-wrong");
    protected::fill(&mut desk, WORD);
    desk.press_and_wait(GO_ON, "Waarom deze score");
    camera.take(&mut desk, "password-opened");
}

#[cfg(feature = "encryption")]
fn asked_for_a_backup(camera: &mut Camera) {
    use egui_kittest::kittest::Queryable as _;
    let mut desk = protected::closed();
    protected::damage(&desk.path(protected::FILE), 3);
    protected::open(&mut desk);
    protected::fill(&mut desk, WORD);
    desk.press_and_wait(GO_ON, "krijgt een andere naam en blijft bewaard");
    camera.take(&mut desk, "password-damaged");
    desk.harness.get_all_by_label_contains("Terugzetten: tot en met ").next().expect("a backup").click();
    desk.wait("Deze beoordeling heeft een wachtwoord");
    camera.take(&mut desk, "password-backup");
}
