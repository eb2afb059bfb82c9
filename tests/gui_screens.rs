//! The screens around the workspace, driven by accessible name: from the first start to a verified report.

use std::fs;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use eframe::egui::{self, Key, Role};
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use trede::domain::framework::ExceedsOne;
use trede::domain::{NormId, Perspective, Verdict};
use trede::gui::dialogs::{AnsweredDialogs, Dialogs};
use trede::gui::places::Places;
use trede::gui::{Window, desk};
use trede::storage::settings::{Appearance, Settings};

mod announcements;
mod attached;
mod composing;
mod document;
mod expected;
mod find;
mod gallery;
mod gone;
mod help;
mod history;
mod keys;
mod known;
mod looks;
mod messages;
mod odd_names;
mod places;
mod preview;
mod proposed;
#[cfg(feature = "encryption")]
mod protected;
mod reading_order;
mod seen;
mod stamps;
mod tabs;
mod token;
mod tour;
mod trouble;
mod unopened;
mod who;
mod zoomed;

/// A window of a user with a home of his own.
struct Desk {
    harness: Harness<'static, Option<Window>>,
    folder: tempfile::TempDir,
}

impl Desk {
    /// The window as it starts, in a home that is prepared first; dialogs answer with these files in the home.
    fn start(prepare: impl FnOnce(&Path), answers: &[&str]) -> Desk {
        let answers: Vec<String> = answers.iter().map(|name| (*name).to_owned()).collect();
        Desk::start_with(prepare, move |home| {
            Box::new(AnsweredDialogs::with(answers.iter().map(|name| home.join(name)).collect::<Vec<PathBuf>>()))
        })
    }

    /// The same on a system that has no dialogs for files.
    fn without_dialogs() -> Desk {
        Desk::start_with(
            |_| {},
            |_| {
                let mut dialogs = AnsweredDialogs::default();
                dialogs.missing = true;
                Box::new(dialogs)
            },
        )
    }

    /// The same with other dialogs.
    fn start_with(prepare: impl FnOnce(&Path), dialogs: impl FnOnce(&Path) -> Box<dyn Dialogs>) -> Desk {
        let folder = tempfile::tempdir().expect("a folder");
        prepare(folder.path());
        if !folder.path().join("settings.ron").exists() {
            // The tour is in a test of its own.
            Settings { tour_done: true, ..Settings::default() }.save(folder.path()).expect("settings");
        }
        let places = Places::under(folder.path());
        let mut dialogs = Some(dialogs(folder.path()));
        let builder = Harness::builder().with_size([1280.0, 2400.0]).with_theme(egui::Theme::Light).with_max_steps(16);
        let mut harness = builder.build_ui_state(
            move |ui, window: &mut Option<Window>| {
                let ctx = ui.ctx().clone();
                let window = window.get_or_insert_with(|| {
                    let mut window =
                        Window::new(&ctx, dialogs.take().unwrap_or_else(|| Box::new(AnsweredDialogs::default())));
                    window.at_home(&ctx, places.clone());
                    window
                });
                window.logic(&ctx);
                window.show(ui);
            },
            None,
        );
        harness.run();
        Desk { harness, folder }
    }

    fn with_example(answers: &[&str]) -> Desk {
        let mut desk = Desk::start(|_| {}, answers);
        desk.press("Voorbeeld proberen");
        desk
    }

    fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    fn window(&mut self) -> &mut Window {
        self.harness.state_mut().as_mut().expect("the window")
    }

    fn press(&mut self, name: &str) {
        self.harness.get_by_label(name).click();
        self.harness.run();
    }

    /// Presses what sets a thread to work, and waits until this is to be read.
    fn press_and_wait(&mut self, name: &str, text: &str) {
        self.harness.get_by_label(name).click();
        self.wait(text);
    }

    fn ctrl(&mut self, key: Key) {
        self.harness.key_press_modifiers(egui::Modifiers::COMMAND, key);
        self.harness.run();
    }

    fn key(&mut self, key: Key) {
        self.harness.key_press(key);
        self.harness.run();
    }

    fn type_into(&mut self, field: &str, text: &str) {
        self.harness.get_by_role_and_label(Role::TextInput, field).type_text(text);
        self.harness.run();
    }

    /// The names of everything with this role.
    fn names(&self, role: Role) -> Vec<String> {
        let nodes = self.harness.query_all_by_role(role);
        nodes.filter_map(|node| node.accesskit_node().label().map(|label| label.to_string())).collect()
    }

    fn wait(&mut self, text: &str) {
        let late = Instant::now() + Duration::from_secs(120);
        while !self.shows(text) {
            assert!(Instant::now() < late, "“{text}” never came");
            self.harness.step();
            std::thread::sleep(Duration::from_millis(10));
        }
        let _ = self.harness.run_ok();
    }

    fn fill(&mut self, field: &str, text: &str) {
        let old = self.field(field);
        self.harness.get_by_label(field).focus();
        self.harness.run();
        for _ in old.chars() {
            self.harness.key_press(Key::Backspace);
        }
        self.harness.get_by_label(field).type_text(text);
        self.harness.run();
    }

    fn field(&self, field: &str) -> String {
        let node = self.harness.get_by_label(field);
        node.accesskit_node().value().map(|value| value.to_string()).unwrap_or_default()
    }

    fn shows(&self, text: &str) -> bool {
        self.harness.query_all_by_label_contains(text).next().is_some()
    }

    fn can_press(&self, name: &str) -> bool {
        !self.harness.get_by_label(name).accesskit_node().is_disabled()
    }

    fn go_to(&mut self, screen: &str) {
        self.harness.get_by_role_and_label(Role::Button, screen).click();
        self.harness.run();
    }

    fn settings(&self) -> Settings {
        Settings::load(self.folder.path()).settings
    }
}

#[test]
fn the_first_start_says_what_one_can_do() {
    let desk = Desk::start(|_| {}, &[]);
    for name in ["Nieuwe beoordeling", "Openen", "Voorbeeld proberen", "Rapport controleren"] {
        assert!(desk.can_press(name), "{name}");
    }
    assert!(desk.shows("Nog niets. Begin met ‘Nieuwe beoordeling’"));
    assert!(desk.shows("versie 1.0.0, sha256 "));
}

#[test]
fn the_example_is_made_beside_what_is_there_and_remembered() {
    let mut desk = Desk::start(|home| fs::write(home.join("Voorbeeldbank.trede"), "van een ander").unwrap(), &[]);
    desk.press("Voorbeeld proberen");
    assert_eq!(
        desk.window().session().map(|session| session.path().to_owned()),
        Some(desk.path("Voorbeeldbank-2.trede"))
    );
    assert_eq!(fs::read_to_string(desk.path("Voorbeeldbank.trede")).unwrap(), "van een ander");
    assert_eq!(desk.settings().recent, [desk.path("Voorbeeldbank-2.trede")]);
}

#[test]
fn a_recent_assessment_opens_and_a_missing_one_is_marked() {
    let prepare = |home: &Path| {
        desk::example(&home.join("hier.trede"), &desk::stamp("Test")).unwrap();
        let mut settings = Settings::default();
        settings.note_opened(&home.join("weg.trede"));
        settings.note_opened(&home.join("hier.trede"));
        settings.save(home).unwrap();
    };
    let mut desk = Desk::start(prepare, &[]);
    assert!(desk.shows("niet gevonden"));
    desk.press("weg.trede uit de lijst halen");
    assert!(!desk.shows("niet gevonden"));
    desk.press("hier.trede openen");
    assert!(desk.window().session().is_some());
    assert_eq!(desk.settings().recent, [desk.path("hier.trede")]);
}

#[test]
fn a_new_assessment_names_what_is_missing_and_then_is_made() {
    let mut desk = Desk::start(|_| {}, &[]);
    desk.press("Nieuwe beoordeling");
    desk.fill("KvK-nummer (mag leeg blijven)", "1234");
    desk.press("Beoordeling maken");
    assert!(desk.shows("Vul de naam van de aanbieder in."));
    assert!(desk.shows("Een KvK-nummer heeft acht cijfers."));
    assert!(desk.window().session().is_none());
    desk.fill("Aanbieder", "Testbank B.V.");
    desk.fill("KvK-nummer (mag leeg blijven)", "12345678");
    desk.fill("Naam van de beoordelaar", "T. Ester");
    desk.fill("Rol", "toezichthouder");
    desk.press("Beoordeling maken");
    let session = desk.window().session().expect("it is open");
    let sheet = session.sheet(Perspective::Supervisor);
    assert_eq!(session.assessment().cover.kvk.as_deref(), Some("12345678"));
    assert_eq!(sheet.assessor.clone().map(|assessor| assessor.name).as_deref(), Some("T. Ester"));
    let name = session.path().file_name().unwrap().to_string_lossy().into_owned();
    assert!(name.starts_with("Testbank-20") && name.ends_with(".trede"), "{name}");
    assert_eq!(desk.settings().assessor_name, "T. Ester");
}

#[test]
fn a_new_assessment_never_replaces_a_file() {
    let mut desk = Desk::start(|home| fs::write(home.join("bezet.trede"), "van een ander").unwrap(), &["bezet.trede"]);
    desk.press("Nieuwe beoordeling");
    desk.fill("Aanbieder", "Testbank");
    desk.press("Andere plek kiezen");
    desk.harness.run();
    desk.press("Beoordeling maken");
    assert!(desk.shows("bestaat al en wordt niet overschreven. Kies een andere plek."));
    assert_eq!(fs::read_to_string(desk.path("bezet.trede")).unwrap(), "van een ander");
}

#[test]
fn a_typed_path_does_what_a_dialog_does() {
    let prepare = |home: &Path| drop(desk::example(&home.join("hier.trede"), &desk::stamp("Test")).unwrap());
    let mut desk = Desk::start(prepare, &[]);
    let path = desk.path("hier.trede").display().to_string();
    desk.fill("Beoordeling of rapport openen: typ een pad", &path);
    desk.press("Beoordeling of rapport openen: neem het getypte pad");
    assert!(desk.window().session().is_some());
}

#[test]
fn the_cover_can_be_changed_with_its_policy() {
    let mut desk = Desk::with_example(&[]);
    desk.go_to("Overzicht");
    desk.press("Voorblad wijzigen");
    assert!(desk.shows("Wat de bron zegt"));
    desk.fill("KvK-nummer (mag leeg blijven)", "1");
    desk.press("Bewaren");
    assert!(desk.shows("Een KvK-nummer heeft acht cijfers."));
    desk.fill("KvK-nummer (mag leeg blijven)", "87654321");
    desk.press("Eén gebrek geeft een 1");
    desk.press("Bewaren");
    assert!(!desk.shows("Wat de bron zegt"));
    let session = desk.window().session().expect("it is open");
    assert_eq!(session.assessment().cover.kvk.as_deref(), Some("87654321"));
    assert_eq!(session.sheet(Perspective::Supervisor).exceeds_one, ExceedsOne::AnyDeficiency);
}

#[test]
fn the_overview_leads_to_norms_and_to_a_final_assessment() {
    let mut desk = Desk::with_example(&[]);
    desk.go_to("Overzicht");
    assert!(desk.shows("Niet afgerond: 2,850"));
    assert!(desk.shows("Signaal: "));
    desk.press("Definitief maken");
    assert!(desk.shows("Deze beoordeling is definitief en bevroren."));
    assert!(!desk.can_press("Heropenen"));
    desk.fill("Reden om te heropenen", "Nieuwe stukken ontvangen.");
    desk.press("Heropenen");
    assert!(desk.can_press("Definitief maken"));
    desk.press("Ga naar norm VI.1.1");
    assert_eq!(desk.window().chosen().map(NormId::as_str), Some("VI.1.1"));
}

#[test]
fn what_is_missing_stands_beside_a_button_that_waits() {
    let mut desk = Desk::start(|_| {}, &[]);
    desk.press("Nieuwe beoordeling");
    desk.fill("Aanbieder", "Testbank");
    desk.press("Beoordeling maken");
    desk.go_to("Overzicht");
    assert!(!desk.can_press("Definitief maken"));
    assert!(desk.shows("95 normen staan open."));
    desk.press("Ga naar norm IV.3.2");
    assert_eq!(desk.window().chosen().map(NormId::as_str), Some("IV.3.2"));
}

#[test]
fn findings_go_out_and_come_in_and_nothing_is_replaced_unasked() {
    let mut desk = Desk::with_example(&["uit.ron", "uit.ron", "uit.ron"]);
    desk.go_to("Overzicht");
    desk.press("Schrijven als RON");
    let written = fs::read_to_string(desk.path("uit.ron")).expect("it is written");
    fs::write(desk.path("uit.ron"), "van een ander").unwrap();
    desk.press("Schrijven als RON");
    assert!(desk.shows("Wilt u dit bestand vervangen?"));
    desk.press("Nee, niets doen");
    assert_eq!(fs::read_to_string(desk.path("uit.ron")).unwrap(), "van een ander");
    desk.press("Schrijven als RON");
    desk.press("Ja, vervangen");
    assert_eq!(fs::read_to_string(desk.path("uit.ron")).unwrap(), written);
    let changed = written.replacen("\"I.1.1\": \"fails\"", "\"I.1.1\": \"open\"", 1);
    assert_ne!(changed, written);
    fs::write(desk.path("in.ron"), changed).unwrap();
    let path = desk.path("in.ron").display().to_string();
    desk.fill("Uitwisselbestand inlezen: typ een pad", &path);
    desk.press("Uitwisselbestand inlezen: neem het getypte pad");
    let session = desk.window().session().expect("it is open");
    assert_eq!(session.sheet(Perspective::Supervisor).verdict("I.1.1"), Verdict::Open);
}

#[test]
fn tables_go_out_beside_exchange_files_by_a_dialog_and_by_a_typed_path() {
    let mut desk = Desk::with_example(&["uit"]);
    desk.go_to("Overzicht");
    desk.press("Schrijven als werkblad (XLSX)");
    assert!(fs::read(desk.path("uit.xlsx")).expect("it is written").starts_with(b"PK"));
    let path = desk.path("uit.csv").display().to_string();
    desk.fill("Bevindingen schrijven: typ een pad", &path);
    desk.press("Bevindingen schrijven: neem het getypte pad");
    let table = fs::read_to_string(desk.path("uit.csv")).expect("it is written");
    assert!(table.starts_with("\u{FEFF}Nr.;Onderdeel;") && table.contains("\r\nI;"));
}

#[test]
fn the_log_tells_who_did_what_with_the_old_and_the_new_value() {
    let mut desk = Desk::with_example(&[]);
    desk.go_to("Logboek");
    assert!(desk.shows("de keten van controlegetallen klopt van de eerste tot de laatste"));
    assert!(desk.shows("uitwisselbestand overgenomen"));
    assert!(desk.shows("I.3.1, oordeel (toezichthouder): open → voldaan"));
}

#[test]
fn help_explains_the_rule_and_lists_the_keys() {
    let mut desk = Desk::with_example(&[]);
    desk.harness.key_press(Key::F1);
    desk.harness.run();
    assert!(desk.shows("Hoe een score ontstaat"));
    assert!(desk.shows("Toetsen"));
    assert!(desk.shows("Ctrl Z") || desk.shows("Ctrl+Z"));
    desk.press("Sluiten");
    assert!(!desk.shows("Hoe een score ontstaat"));
}

#[test]
fn a_report_is_signed_verified_and_not_replaced_unasked() {
    let mut desk = Desk::with_example(&["rapport"]);
    desk.go_to("Rapport …");
    assert!(desk.shows("De zin is niet te herstellen"));
    assert_eq!(desk.field("Naam"), "A. Voorbeeld");
    desk.fill("Wachtwoordzin", "zeven bomen");
    desk.fill("Nog een keer", "acht bomen");
    assert!(desk.shows("De twee wachtwoordzinnen zijn niet gelijk."));
    assert!(!desk.can_press("Handtekening maken"));
    desk.fill("Nog een keer", "zeven bomen");
    desk.harness.key_press(Key::Enter);
    desk.wait("Wachtwoordzin van deze handtekening");
    assert!(!desk.shows("De handtekening staat op naam van"), "the assessor signs himself");
    desk.press("Andere plek kiezen");
    desk.fill("Wachtwoordzin van deze handtekening", "zes bomen!");
    desk.press_and_wait("Rapport maken en ondertekenen", "De wachtwoordzin is niet juist.");
    assert!(!desk.path("rapport.pdf").exists());
    desk.fill("Wachtwoordzin van deze handtekening", "zeven bomen");
    desk.press_and_wait("Rapport maken en ondertekenen", "Rapport staat klaar");
    assert_eq!(&fs::read(desk.path("rapport.pdf")).unwrap()[..5], b"%PDF-");

    desk.press_and_wait("Controleren", "Gaaf: het rapport is ongewijzigd");
    assert!(desk.shows("Ondertekenaar bevestigd"), "his own signature is known to him");
    assert!(desk.shows("Het is een concept"));

    desk.go_to("Rapport …");
    desk.press("Nog een rapport maken");
    desk.fill("Wachtwoordzin van deze handtekening", "zeven bomen");
    desk.press("Rapport maken en ondertekenen");
    assert!(desk.shows("Wilt u dit bestand vervangen?"));
    desk.press("Nee, niets doen");
    assert!(desk.can_press("Rapport maken en ondertekenen"));
}

#[test]
fn a_stranger_becomes_a_trusted_signer_after_asking() {
    let mut desk = Desk::start(|home| drop(fs::create_dir(home.join("ander"))), &[]);
    let report = signed_report(&desk.path("ander"));
    desk.press("Rapport controleren");
    desk.fill("Rapport controleren: typ een pad", &report.display().to_string());
    desk.press_and_wait("Rapport controleren: neem het getypte pad", "Gaaf: het rapport is ongewijzigd");
    assert!(desk.shows("Ondertekenaar niet bevestigd"));
    desk.press("Deze ondertekenaar vertrouwen");
    desk.press("Nee, niets doen");
    assert!(desk.shows("Ondertekenaar niet bevestigd"));
    desk.press("Deze ondertekenaar vertrouwen");
    assert!(desk.shows("B. Ander: "), "the question shows the fingerprint");
    desk.press_and_wait("Ik heb vergeleken: vertrouwen", "Ondertekenaar bevestigd");
    let list = trede::trust::TrustList::load(desk.folder.path()).unwrap();
    assert_eq!(list.entries()[0].source, "rapport.pdf");
    assert!(desk.shows("Het hele bestand (") && desk.shows("Zeggen precies wat uit de beoordeling"));
    desk.fill("Beoordeling bij dit rapport: typ een pad", &desk.path("ander/a.trede").display().to_string());
    desk.press("Beoordeling bij dit rapport: neem het getypte pad");
    assert!(desk.shows("Het logboek van het .trede-bestand komt overeen"));
    desk.press("B. Ander verwijderen");
    desk.press("Nee, niets doen");
    assert!(desk.shows("Ondertekenaar bevestigd"));
    desk.press("B. Ander verwijderen");
    desk.press_and_wait("Verwijderen", "Ondertekenaar niet bevestigd");
    assert!(desk.shows("De lijst van vertrouwde ondertekenaars is leeg."));
}

#[test]
fn a_signer_is_trusted_from_a_file_with_a_note_and_a_damaged_list_is_told() {
    let mut desk = Desk::start(|_| {}, &[]);
    let pem = crate::example::STRANGER.certificate().to_pem();
    fs::write(desk.path("b.pem"), pem).unwrap();
    desk.press("Rapport controleren");
    desk.fill("Aantekening", "gebeld");
    desk.fill("Certificaat van een ondertekenaar: typ een pad", &desk.path("b.pem").display().to_string());
    desk.press("Certificaat van een ondertekenaar: neem het getypte pad");
    desk.press("Ik heb vergeleken: vertrouwen");
    assert!(desk.shows("van b.pem: gebeld"));
    fs::write(desk.path(trede::trust::FILE), "(format: 1").unwrap();
    let report = desk.path("r.pdf");
    fs::write(&report, &*crate::example::REPORT).unwrap();
    desk.fill("Rapport controleren: typ een pad", &report.display().to_string());
    desk.press_and_wait("Rapport controleren: neem het getypte pad", "Ondertekenaar niet bevestigd");
    assert!(desk.shows("is gewijzigd of beschadigd en wordt niet gebruikt"));
}

/// A report that somebody else signed.
fn signed_report(folder: &Path) -> PathBuf {
    use trede::signing::{Identity, Passphrase};
    let mut session = desk::example(&folder.join("a.trede"), &desk::stamp("Ander")).unwrap();
    let passphrase = Passphrase::new("negen bomen".to_owned()).unwrap();
    let now = desk::now();
    let identity =
        Identity::generate("B. Ander", &passphrase, now.with_timezone(&chrono::Utc), &mut getrandom::SysRng).unwrap();
    let signer = identity.unlock(&passphrase).unwrap();
    let job = session.report_job(Perspective::Supervisor, now, trede::domain::Language::Dutch).unwrap();
    let path = folder.join("rapport.pdf");
    fs::write(&path, job.make(Some(&signer)).unwrap()).unwrap();
    path
}

#[test]
fn what_is_no_report_is_not_intact_and_what_is_not_there_is_told() {
    let mut desk = Desk::start(|home| fs::write(home.join("a.pdf"), "%PDF-1.7 niets").unwrap(), &["a.pdf"]);
    desk.press("Rapport controleren");
    desk.harness.get_by_label("Rapport kiezen").click();
    desk.wait("Niet gaaf. Vertrouw dit rapport niet");
    let path = desk.path("b.pdf").display().to_string();
    desk.fill("Rapport controleren: typ een pad", &path);
    desk.press_and_wait("Rapport controleren: neem het getypte pad", "b.pdf is er niet");
}

#[test]
fn unreadable_settings_are_put_aside_and_told() {
    let mut desk = Desk::start(|home| fs::write(home.join("settings.ron"), "(kapot").unwrap(), &[]);
    assert!(desk.shows("De instellingen waren niet te lezen"));
    desk.press("Voorbeeld proberen");
    assert!(desk.window().session().is_some());
    assert!(desk.path("settings-unreadable.ron").exists());
}

#[test]
fn the_colours_are_as_they_were_chosen_and_stay_so() {
    let prepare = |home: &Path| {
        let settings = Settings { appearance: Appearance::Dark, ..Settings::default() };
        settings.save(home).unwrap();
    };
    let mut desk = Desk::start(prepare, &[]);
    let preference = |desk: &Desk| desk.harness.ctx.options(|options| options.theme_preference);
    assert_eq!(preference(&desk), egui::ThemePreference::Dark);
    desk.press("Voorbeeld proberen");
    desk.harness.key_press_modifiers(egui::Modifiers::COMMAND, Key::P);
    desk.harness.run();
    desk.harness.get_by_role_and_label(Role::TextInput, "Opdrachten").type_text("instellingen");
    desk.harness.run();
    desk.harness.key_press(Key::Enter);
    desk.harness.run();
    desk.press("Licht");
    assert_eq!(preference(&desk), egui::ThemePreference::Light);
    assert_eq!(desk.settings().appearance, Appearance::Light);
}
