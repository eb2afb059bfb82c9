//! Files with a password, mended and made in the window: it asks, tells of a wrong one, and goes on with the right one.

use std::fs;
use std::path::{Path, PathBuf};

use egui_kittest::kittest::Queryable as _;
use trede::storage::password::is_protected;
use trede::storage::{Access, Password, TredeFile, backup};

use super::Desk;

pub(super) const FILE: &str = "Voorbeeldbank.trede";
pub(super) const WORD: &str = "een lange wachtzin";
pub(super) const GO_ON: &str = "Verder met dit wachtwoord";

/// The example with a password and a backup, closed.
pub(super) fn closed() -> Desk {
    let mut desk = Desk::with_example(&[]);
    desk.key(eframe::egui::Key::N);
    desk.ctrl(eframe::egui::Key::W);
    let password = Password::typed(WORD.to_owned());
    TredeFile::change_password(&desk.path(FILE), None, password.as_ref(), "A").unwrap();
    drop(trede::session::Session::open_with(&desk.path(FILE), Access::Write, "A", password.as_ref()).unwrap());
    assert!(backup::list(&desk.path(FILE)).iter().any(|backup| is_protected(&backup.path)));
    desk
}

pub(super) fn open(desk: &mut Desk) {
    let (path, ctx) = (desk.path(FILE), desk.harness.ctx.clone());
    desk.window().open(&ctx, &path);
    desk.harness.run();
}

pub(super) fn damage(path: &Path, page: usize) {
    let mut bytes = fs::read(path).unwrap();
    for byte in &mut bytes[page * 4096 + 100..page * 4096 + 200] {
        *byte ^= 0xA5;
    }
    fs::write(path, bytes).unwrap();
}

pub(super) fn fill(desk: &mut Desk, word: &str) {
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

/// Whether something readable of the assessment stands in any file beneath this folder, other than what the window
/// remembers of its paths.
fn stands_readable(folder: &Path, words: &[&str]) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            found.extend(stands_readable(&path, words));
            continue;
        }
        // Meanwhile it may have got its name.
        let Ok(bytes) = fs::read(&path) else { continue };
        if words.iter().any(|word| bytes.windows(word.len()).any(|window| window == word.as_bytes())) {
            found.push(path);
        }
    }
    found
}

#[test]
fn a_new_assessment_with_a_password_is_encrypted_from_its_first_byte() {
    let mut desk = Desk::start(|_| {}, &["geheim.trede"]);
    desk.press("Nieuwe beoordeling");
    desk.fill("Aanbieder", "Merktekenbank-QZ N.V.");
    desk.press("Andere plek kiezen");
    desk.press("Met een wachtwoord beveiligen (aanbevolen)");
    desk.press("Beoordeling maken");
    assert!(desk.shows("Wachtwoord instellen") && !desk.path("geheim.trede").exists());
    for (word, again) in [("te kort", "te kort"), (WORD, "een andere wachtzin")] {
        desk.fill("Nieuw wachtwoord", word);
        desk.fill("Nog een keer", again);
        desk.press("Maken en versleutelen");
        assert!(desk.window().session().is_none() && !desk.path("geheim.trede").exists());
    }
    desk.fill("Nieuw wachtwoord", WORD);
    desk.fill("Nog een keer", WORD);
    desk.harness.get_by_label("Maken en versleutelen").click();
    let late = std::time::Instant::now() + std::time::Duration::from_secs(60);
    while desk.window().session().is_none() {
        // Also while it is being made.
        assert_eq!(stands_readable(desk.folder.path(), &["Merktekenbank-QZ", "CREATE TABLE"]), Vec::<PathBuf>::new());
        assert!(std::time::Instant::now() < late);
        desk.harness.step();
    }
    desk.harness.run();
    desk.key(eframe::egui::Key::J);
    desk.window().session().expect("it is open").flush().unwrap();
    is_open(&mut desk, "geheim.trede");
    assert!(desk.path("geheim.trede-wal").exists() && is_protected(&desk.path("geheim.trede")));
    assert_eq!(stands_readable(desk.folder.path(), &["Merktekenbank-QZ", "CREATE TABLE"]), Vec::<PathBuf>::new());
}
