//! Files at a norm, in the window: by dialog, by typed path, dropped; opened, saved, taken off.

use std::fs;

use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex};

use eframe::egui::{self, DroppedFile, Key, Modifiers};
use trede::domain::{Attachment, NormId};
use trede::gui::desk;

use super::Desk;

/// A file that is dropped on the window.
#[derive(Debug)]
struct Dropped(PathBuf);

impl DroppedFile for Dropped {
    fn path(&self) -> &Path {
        &self.0
    }

    fn bytes(&self) -> Result<Vec<u8>, String> {
        Err("the window reads files itself".to_owned())
    }
}

/// The example with these files beside it; dialogs answer with those files in order.
fn desk_with(files: &[&str], answers: &[&str]) -> Desk {
    let prepare =
        |home: &Path| files.iter().for_each(|name| fs::write(home.join(name), format!("inhoud van {name}")).unwrap());
    let mut desk = Desk::start(prepare, answers);
    desk.press("Voorbeeld proberen");
    desk
}

impl Desk {
    pub fn drop_on(&mut self, names: &[&str]) {
        for name in names {
            let file = Arc::new(Dropped(self.path(name)));
            self.harness.input_mut().dropped_files.push(file);
        }
        self.harness.step();
        // Only once.
        self.harness.input_mut().dropped_files.clear();
        let _ = self.harness.run_ok();
    }

    fn files_at(&mut self, norm: &str) -> Vec<Attachment> {
        let side = self.window().perspective();
        self.window().session().expect("an assessment").sheet(side).finding(norm).attached
    }

    fn chosen_norm(&mut self) -> String {
        self.window().chosen().map(NormId::to_string).expect("a norm")
    }

    fn is_there(&self, name: &str) -> bool {
        self.harness.query_by_label(name).is_some()
    }
}

use egui_kittest::kittest::Queryable as _;

/// What was opened in another program.
fn opened(desk: &mut Desk) -> Arc<Mutex<Vec<PathBuf>>> {
    let list = Arc::<Mutex<Vec<PathBuf>>>::default();
    let shown = Arc::clone(&list);
    desk.window().show_files_with(Box::new(move |path| {
        shown.lock().unwrap().push(path.to_owned());
        Ok(())
    }));
    list
}

#[test]
fn a_file_is_added_by_dialog_to_the_norm_for_which_it_was_asked() {
    let mut desk = desk_with(&["brief.txt"], &["brief.txt"]);
    let norm = desk.chosen_norm();
    assert!(desk.shows("Hoogstens 50\u{A0}MB per bestand en 500\u{A0}MB samen; nu 0\u{A0}bytes."));
    desk.press_and_wait("Bestand toevoegen", &format!("Bijgevoegd bij {norm}: 1 bestand."));
    assert!(desk.shows("brief.txt (20\u{A0}bytes)"));
    let [file] = desk.files_at(&norm).try_into().unwrap();
    assert_eq!((file.name(), file.size()), ("brief.txt", 20));
    // Taken off, and back by one undo.
    desk.press(&format!("brief.txt weghalen bij {norm}"));
    assert!(desk.files_at(&norm).is_empty());
    desk.harness.key_press_modifiers(Modifiers::COMMAND, Key::Z);
    desk.harness.run();
    assert_eq!(desk.files_at(&norm), [file]);
}

#[test]
fn the_key_asks_for_a_file_and_a_path_can_be_typed() {
    let mut desk = desk_with(&["brief.txt"], &[]);
    let norm = desk.chosen_norm();
    desk.harness.key_press(Key::B);
    desk.harness.run();
    let path = desk.path("brief.txt").display().to_string();
    desk.fill("Bestand toevoegen: typ een pad", &path);
    desk.press_and_wait("Bestand toevoegen: neem het getypte pad", "Bijgevoegd bij");
    assert_eq!(desk.files_at(&norm).len(), 1);
    assert!(!desk.is_there("Bestand toevoegen: typ een pad"));
}

#[test]
fn asking_for_a_file_names_the_norm() {
    let mut desk = Desk::without_dialogs();
    desk.press("Voorbeeld proberen");
    let norm = desk.chosen_norm();
    desk.key(Key::B);
    assert!(
        desk.harness
            .query_all_by_role_and_label(egui::Role::Heading, &format!("Bestand toevoegen bij {norm}"))
            .next()
            .is_some()
    );
}

#[test]
fn an_empty_file_is_attached_with_a_remark() {
    let mut desk = desk_with(&["brief.txt"], &[]);
    fs::write(desk.path("brief.txt"), "").unwrap();
    let norm = desk.chosen_norm();
    desk.drop_on(&["brief.txt"]);
    desk.wait(&format!("Bijgevoegd bij {norm}, maar brief.txt is leeg (0 bytes)."));
    assert_eq!(desk.files_at(&norm).len(), 1);
}

#[test]
fn files_of_other_kinds_are_attached_when_they_are_dropped() {
    let mut desk = desk_with(&["foto.jpg", "brief.docx"], &[]);
    let norm = desk.chosen_norm();
    desk.drop_on(&["foto.jpg", "brief.docx"]);
    desk.wait(&format!("Bijgevoegd bij {norm}: 2 bestanden."));
    let names: Vec<String> = desk.files_at(&norm).iter().map(|file| file.name().to_owned()).collect();
    assert_eq!(names, ["foto.jpg", "brief.docx"]);
    desk.drop_on(&["foto.jpg"]);
    desk.wait(&format!("Dit bestand stond al bij {norm}."));
    // Where no norm is shown it is as it was.
    desk.go_to("Overzicht");
    desk.drop_on(&["foto.jpg"]);
    assert!(desk.shows("kan Trede niet openen"));
}

#[test]
fn what_is_meant_is_asked_when_a_dropped_file_could_be_opened_too() {
    let mut desk = desk_with(&["rapport.pdf"], &[]);
    let norm = desk.chosen_norm();
    desk.drop_on(&["rapport.pdf"]);
    assert!(desk.shows("Wat wilt u met rapport.pdf doen?"));
    desk.press("Niets doen");
    assert!(!desk.shows("Wat wilt u met") && desk.files_at(&norm).is_empty());
    desk.drop_on(&["rapport.pdf"]);
    desk.press_and_wait(&format!("Bijvoegen bij {norm}"), "Bijgevoegd bij");
    assert_eq!(desk.files_at(&norm).len(), 1);
    desk.drop_on(&["rapport.pdf"]);
    desk.harness.get_by_label("Openen in Trede").click();
    let _ = desk.harness.run_ok();
    assert!(!desk.is_there("Bestand toevoegen") && desk.shows("Niet gaaf"));
    // On another screen a report is opened as before.
    desk.drop_on(&["rapport.pdf"]);
    assert!(!desk.shows("Wat wilt u met"));
}

#[test]
fn a_document_opens_as_a_private_copy_and_a_program_does_not_open() {
    let mut desk = desk_with(&["brief.pdf", "start.bat"], &["elders.bat"]);
    let opened = opened(&mut desk);
    desk.drop_on(&["start.bat"]);
    desk.wait("Bijgevoegd bij");
    desk.harness.key_press(Key::ArrowRight);
    desk.harness.run();
    desk.drop_on(&["brief.pdf"]);
    let norm = desk.chosen_norm();
    desk.press_and_wait(&format!("Bijvoegen bij {norm}"), "Bijgevoegd bij");
    // The first message may still stand there.
    desk.wait("brief.pdf openen");
    desk.press_and_wait("brief.pdf openen", "brief.pdf is geopend als kopie");
    let copy = opened.lock().unwrap().pop().expect("it was opened");
    assert_eq!(fs::read_to_string(&copy).unwrap(), "inhoud van brief.pdf");
    assert!(copy != desk.path("brief.pdf") && copy.ends_with("brief.pdf"));
    assert!(fs::metadata(&copy).unwrap().permissions().readonly());
    // The program: it can be saved, not opened.
    desk.harness.key_press(Key::ArrowLeft);
    desk.harness.run();
    assert!(!desk.can_press("start.bat openen"));
    assert!(desk.shows("start.bat wordt niet geopend: Trede opent alleen documenten"));
    desk.press_and_wait("start.bat opslaan als", "Opgeslagen: ");
    assert_eq!(fs::read_to_string(desk.path("elders.bat")).unwrap(), "inhoud van start.bat");
    assert!(opened.lock().unwrap().is_empty());
}

#[test]
fn a_file_is_saved_at_a_typed_path_and_nothing_is_replaced_unasked() {
    let mut desk = desk_with(&["brief.txt", "bezet.txt"], &[]);
    desk.drop_on(&["brief.txt"]);
    desk.wait("Bijgevoegd bij");
    desk.press("brief.txt opslaan als");
    let path = desk.path("bezet.txt").display().to_string();
    desk.fill("Bijgevoegd bestand opslaan als: typ een pad", &path);
    desk.press_and_wait("Bijgevoegd bestand opslaan als: neem het getypte pad", "bestaat al. Als u het vervangt");
    assert_eq!(fs::read_to_string(desk.path("bezet.txt")).unwrap(), "inhoud van bezet.txt");
    desk.press_and_wait("Ja, vervangen", "Opgeslagen: ");
    assert_eq!(fs::read_to_string(desk.path("bezet.txt")).unwrap(), "inhoud van brief.txt");
}

#[test]
fn what_cannot_be_attached_is_told_and_leaves_everything_as_it_was() {
    let mut desk = desk_with(&["brief.txt"], &[]);
    let norm = desk.chosen_norm();
    fs::File::create(desk.path("groot.mov")).unwrap().set_len(50_000_001).unwrap();
    desk.drop_on(&["brief.txt", "groot.mov"]);
    desk.wait("is groter dan 50\u{A0}MB. Er is niets bijgevoegd.");
    assert!(desk.files_at(&norm).is_empty());
    desk.go_to("Overzicht");
    desk.press("Definitief maken");
    desk.press("Ga naar norm VI.1.1");
    desk.drop_on(&["brief.txt"]);
    assert!(desk.shows("definitief"));
    assert!(desk.files_at("VI.1.1").is_empty());
}

#[test]
fn a_damaged_file_and_one_that_is_not_here_are_told() {
    let mut desk = desk_with(&["brief.txt"], &[]);
    desk.drop_on(&["brief.txt"]);
    desk.wait("Bijgevoegd bij");
    let norm = desk.chosen_norm();
    let side = desk.window().perspective();
    let text =
        desk.window().session().unwrap().export(side, trede::storage::exchange_write::ExchangeFormat::Ron).unwrap();
    fs::write(desk.path("uit.ron"), text).unwrap();
    let path = desk.window().session().unwrap().path().to_owned();
    desk.go_to("Overzicht");
    // What a disk may do while the file is closed.
    let ctx = desk.harness.ctx.clone();
    drop(desk::example(&desk.path("ander.trede"), &desk::stamp("Test")).unwrap());
    desk.ctrl(Key::W);
    let forger = rusqlite::Connection::open(&path).unwrap();
    forger.execute_batch("UPDATE attachments SET content = x'00'").unwrap();
    drop(forger);
    desk.window().open(&ctx, &path);
    desk.harness.run();
    assert_eq!(desk.chosen_norm(), norm);
    let opened = opened(&mut desk);
    desk.press_and_wait("brief.txt openen", "brief.txt is beschadigd: de inhoud past niet meer bij het controlegetal.");
    assert!(opened.lock().unwrap().is_empty());
    // The name alone, in another assessment.
    let other = desk.path("ander.trede");
    desk.window().open(&ctx, &other);
    desk.harness.run();
    let uit = desk.path("uit.ron");
    desk.drop_on(&["uit.ron"]);
    assert!(desk.shows("Wat wilt u met uit.ron doen?"));
    desk.press("Openen in Trede");
    assert!(uit.exists() && desk.shows("bestand niet in dit dossier"));
    assert!(!desk.can_press("brief.txt openen") && !desk.can_press("brief.txt opslaan als"));
}

#[test]
fn a_file_on_its_way_waits_until_its_own_assessment_is_in_sight_again() {
    let mut desk = desk_with(&["foto.jpg"], &[]);
    let (norm, ctx) = (desk.chosen_norm(), desk.harness.ctx.clone());
    let first = desk.window().session().unwrap().path().to_owned();
    let other = desk::example(&desk.path("ander.trede"), &desk::stamp("Test")).unwrap();
    let photo = Arc::new(Dropped(desk.path("foto.jpg")));
    desk.harness.input_mut().dropped_files.push(photo);
    desk.harness.step();
    desk.harness.input_mut().dropped_files.clear();
    desk.window().take(&ctx, other);
    let _ = desk.harness.run_ok();
    assert!(desk.files_at(&norm).is_empty(), "it went to another assessment");
    assert!(!desk.shows("Bijgevoegd bij") && !desk.shows("Er is niets bijgevoegd"));
    desk.window().open(&ctx, &first);
    desk.wait(&format!("Bijgevoegd bij {norm}: 1 bestand."));
    assert_eq!(desk.files_at(&norm).len(), 1);
}
