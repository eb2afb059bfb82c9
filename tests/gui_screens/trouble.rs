//! What the machine lacks: dialogs for files, and room on the disk.

use std::path::{Path, PathBuf};
use std::process::Command;

use eframe::egui::{Key, Role};
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use trede::domain::{Perspective, Verdict};
use trede::gui::desk;
use trede::session::Session;
use trede::storage::Access;

use super::Desk;

#[test]
fn without_dialogs_a_path_can_be_typed_wherever_a_file_is_asked_for() {
    let mut desk = Desk::without_dialogs();
    desk.press("Voorbeeld proberen");
    desk.harness.get_by_role_and_label(Role::Button, "Menu").click();
    desk.harness.run();
    desk.press("Uitwisselbestand maken (RON) …");
    assert!(desk.shows("Dit systeem heeft geen venster om een bestand te kiezen"));
    // The field has the focus: whoever types is at the right place at once.
    let field = desk.harness.query_all_by(|node| node.is_focused()).next().expect("a field");
    assert_eq!(field.accesskit_node().role(), Role::TextInput);
    field.type_text("uit.ron");
    desk.harness.run();
    desk.key(Key::Enter);
    assert!(!desk.shows("Dit systeem heeft geen venster"));
    assert!(desk.path("uit.ron").exists() || desk.shows("uit.ron"), "the file is written where one typed");
}

/// Where a test runs once more, on a disk of its own.
const DISK: &str = "TREDE_TEST_DISK";

/// What that takes: a disk of its own, made where the system lets a user do that.
const SCRIPT: &str = r#"mount -t tmpfs -o size=1m proef "$TREDE_TEST_DISK" || exit 77
    exec "$0" --exact "$1" --nocapture --include-ignored"#;

/// Does this on a small disk, in a process of its own that runs only the test of this name; nothing, said aloud, where no
/// disk can be made.
pub(super) fn on_a_disk_of_its_own(test: &str, work: impl FnOnce(&Path)) {
    if let Some(disk) = std::env::var_os(DISK) {
        return work(Path::new(&disk));
    }
    let folder = tempfile::tempdir().unwrap();
    let mut shell = Command::new("unshare");
    shell.args(["--mount", "--map-root-user", "sh", "-c", SCRIPT]).arg(std::env::current_exe().unwrap()).arg(test);
    let ran = match shell.env(DISK, folder.path()).output() {
        Ok(ran) if ran.status.code() != Some(1) && ran.status.code() != Some(77) => ran,
        other => {
            println!("skipped: no disk can be made here: {other:?}");
            return;
        }
    };
    let out = String::from_utf8_lossy(&ran.stdout);
    assert!(ran.status.success() && out.contains("1 passed"), "{out}{}", String::from_utf8_lossy(&ran.stderr));
}

const NAME: &str = "gui_screens::trouble::on_a_full_disk_the_assessor_keeps_working_and_nothing_is_lost";

#[test]
fn on_a_full_disk_the_assessor_keeps_working_and_nothing_is_lost() {
    on_a_disk_of_its_own(NAME, judge_on_a_full_disk);
}

/// What does not fit any more on a full disk, also where there is some room left in a page.
pub(super) fn long_rationale() -> String {
    "Gezien in het dossier. ".repeat(400)
}

/// The example on this disk, which is full from now on, with a rationale that does not fit any more; and what fills the
/// disk, and the norm.
pub(super) fn typed_on_a_full_disk(disk: &Path) -> (Desk, PathBuf, String) {
    let file = disk.join("bank.trede");
    drop(desk::example(&file, &desk::stamp("Test")).unwrap());
    let mut desk = Desk::start(|_| {}, &[]);
    let ctx = desk.harness.ctx.clone();
    desk.window().open(&ctx, &file);
    desk.harness.run();
    let filler = disk.join("vol");
    fill(&filler);
    let norm = desk.window().chosen().expect("a norm").as_str().to_owned();
    // Open again, with a long rationale: too much for what may be left in a page.
    desk.key(Key::Backspace);
    desk.key(Key::R);
    desk.harness.get_by_label(&format!("Toelichting bij {norm}")).type_text(&long_rationale());
    desk.harness.run();
    desk.wait("Niet opgeslagen. Geen ruimte meer voor");
    (desk, filler, norm)
}

fn judge_on_a_full_disk(disk: &Path) {
    let (mut desk, filler, norm) = typed_on_a_full_disk(disk);
    let (file, long) = (disk.join("bank.trede"), long_rationale());
    // What is typed is taken in after a second without typing.
    desk.harness.run_steps(8);
    let _ = desk.harness.run_ok();
    assert!(desk.shows("Wat u deed blijft in het venster staan"));
    let (verdict, rationale) = finding(&mut desk, &norm);
    assert!(verdict == Verdict::Open && rationale.ends_with(long.trim()), "{rationale}");
    std::fs::remove_file(&filler).unwrap();
    desk.press("Opnieuw proberen");
    desk.wait("✓ alles opgeslagen");
    assert!(!desk.shows("Niet opgeslagen."));
    desk.window().session().expect("an assessment").flush().expect("it is on the disk");
    drop(desk);
    let session = Session::open(&file, Access::Read, "Test").unwrap();
    let sheet = session.sheet(Perspective::Supervisor);
    assert_eq!(sheet.verdict(&norm), Verdict::Open);
    assert_eq!(sheet.finding(&norm).rationale.trim(), rationale);
}

/// Writes until nothing fits any more.
fn fill(path: &PathBuf) {
    use std::io::Write as _;
    let mut file = std::fs::File::create(path).unwrap();
    while file.write_all(&[0; 512]).is_ok() {}
}

fn finding(desk: &mut Desk, norm: &str) -> (Verdict, String) {
    let side = desk.window().perspective();
    let session = desk.window().session().expect("an assessment");
    let sheet = session.sheet(side);
    (sheet.verdict(norm), sheet.finding(norm).rationale.trim().to_owned())
}
