//! Files with a password, mended and made in the window: it asks, tells of a wrong one, and goes on with the right one.

use std::fs;
use std::path::Path;

use egui_kittest::kittest::Queryable as _;
use trede::storage::password::is_protected;
use trede::storage::{Access, Password, TredeFile, backup};

use super::Desk;

const FILE: &str = "Voorbeeldbank.trede";
const WORD: &str = "een lange wachtzin";
const GO_ON: &str = "Verder met dit wachtwoord";

/// The example with a password and a backup, closed.
fn closed() -> Desk {
    let mut desk = Desk::with_example(&[]);
    desk.key(eframe::egui::Key::N);
    desk.ctrl(eframe::egui::Key::W);
    let password = Password::typed(WORD.to_owned());
    TredeFile::change_password(&desk.path(FILE), None, password.as_ref(), "A").unwrap();
    drop(trede::session::Session::open_with(&desk.path(FILE), Access::Write, "A", password.as_ref()).unwrap());
    assert!(backup::list(&desk.path(FILE)).iter().any(|backup| is_protected(&backup.path)));
    desk
}

fn open(desk: &mut Desk) {
    let (path, ctx) = (desk.path(FILE), desk.harness.ctx.clone());
    desk.window().open(&ctx, &path);
    desk.harness.run();
}

fn damage(path: &Path, page: usize) {
    let mut bytes = fs::read(path).unwrap();
    for byte in &mut bytes[page * 4096 + 100..page * 4096 + 200] {
        *byte ^= 0xA5;
    }
    fs::write(path, bytes).unwrap();
}

fn fill(desk: &mut Desk, word: &str) {
    desk.harness.get_by_label("Wachtwoord").focus();
    desk.harness.run();
    desk.harness.get_by_label("Wachtwoord").type_text(word);
    desk.harness.run();
}

fn is_open(desk: &mut Desk, name: &str) {
    let path = desk.path(name);
    let session = desk.window().session().expect("it is open");
    assert_eq!((session.path(), session.has_password()), (path.as_path(), true));
}

#[test]
fn a_backup_with_a_password_is_put_back_wherever_the_file_is_damaged() {
    for page in [0, 3] {
        let mut desk = closed();
        damage(&desk.path(FILE), page);
        open(&mut desk);
        fill(&mut desk, WORD);
        desk.press_and_wait(GO_ON, "is beschadigd of afgebroken");
        desk.wait("krijgt een andere naam en blijft bewaard");
        desk.harness.get_all_by_label_contains("Terugzetten: tot en met ").next().unwrap().click();
        desk.wait("Deze beoordeling heeft een wachtwoord");
        fill(&mut desk, "een andere wachtzin");
        desk.press_and_wait(GO_ON, "Dit wachtwoord past niet op");
        assert!(!desk.path("Voorbeeldbank-vervangen.trede").exists());
        fill(&mut desk, WORD);
        desk.press_and_wait(GO_ON, "is teruggezet, met ");
        is_open(&mut desk, FILE);
        assert!(desk.path("Voorbeeldbank-vervangen.trede").exists());
    }
}

#[test]
fn what_can_be_read_of_a_file_with_a_password_is_saved_with_that_password() {
    let mut desk = closed();
    damage(&desk.path(FILE), 3);
    open(&mut desk);
    fill(&mut desk, WORD);
    desk.press_and_wait(GO_ON, "Redden in een nieuw bestand");
    desk.press_and_wait("Redden in een nieuw bestand", "Deze beoordeling heeft een wachtwoord");
    fill(&mut desk, "een andere wachtzin");
    desk.press_and_wait(GO_ON, "Dit wachtwoord past niet op");
    assert!(!desk.path("Voorbeeldbank-gered.trede").exists());
    fill(&mut desk, WORD);
    desk.press_and_wait(GO_ON, "Voorbeeldbank-gered.trede is gemaakt");
    is_open(&mut desk, "Voorbeeldbank-gered.trede");
    assert!(is_protected(&desk.path("Voorbeeldbank-gered.trede")));
}
