//! The window points at a newer version quietly, shows what a copy would become, and writes it.

use std::path::PathBuf;

use eframe::egui;
use egui_kittest::Harness;
use egui_kittest::kittest::Queryable as _;
use trede::domain::{Command, Cover, Finding, NormId, Perspective, Verdict};
use trede::gui::dialogs::AnsweredDialogs;
use trede::gui::places::Places;
use trede::gui::{Window, desk};
use trede::session::Session;
use trede::storage::{framework_file, shipped};

struct Desk {
    harness: Harness<'static, Option<Window>>,
    folder: tempfile::TempDir,
}

/// A window on an assessment with one answer, under this framework.
fn opened(framework: &str) -> Desk {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("bank.trede");
    let cover = Cover { subject: "Bank".to_owned(), kvk: None, period: "2026".to_owned() };
    let stamp = desk::stamp("A. Bee");
    let mut session = Session::create(&path, framework.as_bytes(), cover, &stamp).unwrap();
    let finding = Finding::because(Verdict::Holds, "Elke maand.");
    let (perspective, norm) = (Perspective::Supervisor, NormId::new("I.3.2"));
    session.execute(Command::Find { perspective, norm, finding, continues: false }, &stamp).unwrap();
    drop(session);
    window(folder, Some(path))
}

/// A window, on this file if any.
fn window(folder: tempfile::TempDir, file: Option<PathBuf>) -> Desk {
    let places = Places::under(folder.path());
    let builder = Harness::builder().with_size([1280.0, 1600.0]).with_theme(egui::Theme::Light).with_max_steps(16);
    let mut harness = builder.build_ui_state(
        move |ui, window: &mut Option<Window>| {
            let ctx = ui.ctx().clone();
            let window = window.get_or_insert_with(|| {
                let mut window = Window::new(&ctx, Box::new(AnsweredDialogs::default()));
                window.at_home(&ctx, places.clone());
                if let Some(file) = &file {
                    window.open(&ctx, file);
                }
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

impl Desk {
    fn press(&mut self, name: &str) {
        self.harness.get_by_label(name).click();
        self.harness.run();
    }

    fn fill(&mut self, field: &str, text: &str) {
        self.harness.get_by_label(field).focus();
        self.harness.run();
        self.harness.get_by_label(field).type_text(text);
        self.harness.run();
    }

    fn wait(&mut self, text: &str) {
        let begun = std::time::Instant::now();
        while !self.shows(text) {
            assert!(begun.elapsed() < std::time::Duration::from_secs(60), "{text}");
            self.harness.step();
        }
        let _ = self.harness.run_ok();
    }

    fn shows(&self, text: &str) -> bool {
        self.harness.query_all_by_label_contains(text).next().is_some()
    }
}

#[test]
fn a_newer_version_is_pointed_out_and_a_copy_is_written_beside_the_assessment() {
    let embedded = shipped::ALL[0].text;
    let words = "neemt de verstrekker contact op met *klanten*";
    assert!(embedded.contains(words));
    let earlier = embedded.replacen("version: \"1.0.0\"", "version: \"0.9.0\"", 1);
    let mut desk = opened(&earlier.replacen(words, "neemt de verstrekker contact op met *alle klanten*", 1));
    desk.press("Overzicht");
    assert!(desk.shows("Er is een nieuwere versie van dit normenkader: 1.0.0."));
    let old = desk.folder.path().join("bank.trede");
    desk.press("Een kopie overzetten …");
    for told in ["Van versie 0.9.0 naar 1.0.0", "0 antwoorden behouden, 1 opnieuw te beoordelen", "I.3.2: was voldaan"]
    {
        assert!(desk.shows(told), "{told}");
    }
    assert!(!desk.shows("["), "a key without a text");
    desk.harness.get_by_label("Kopie maken en openen").click();
    desk.wait("Overgezet naar");
    // What has to be judged because of it is named, and chosen.
    assert!(desk.shows("bank.trede is niet gewijzigd. Beoordeel nog I.3.2."));
    assert!(desk.shows("Onderdeel I"), "the rubric");
    let copy = desk.folder.path().join("bank-1.0.0.trede");
    assert!(copy.exists());
    let session = desk.harness.state_mut().as_mut().unwrap().session().unwrap();
    assert_eq!((session.path(), session.framework().version.as_str()), (copy.as_path(), "1.0.0"));
    let finding = session.sheet(Perspective::Supervisor).finding("I.3.2");
    assert_eq!(finding.rationale, "Was in versie 0.9.0: voldaan. Elke maand.");
    // The old one still says what it said, and nothing points at a newer version any more.
    let old = Session::open(&old, trede::storage::Access::Read, "A. Bee").unwrap();
    assert_eq!(old.sheet(Perspective::Supervisor).verdict("I.3.2"), Verdict::Holds);
    desk.press("Overzicht");
    assert!(!desk.shows("nieuwere versie"));
    desk.press("Logboek");
    assert!(desk.shows("overgezet uit een eerdere beoordeling"));
}

#[cfg(feature = "encryption")]
#[test]
fn a_copy_of_a_file_with_a_password_is_written_while_the_window_goes_on() {
    let mut desk = opened(&shipped::ALL[0].text.replacen("version: \"1.0.0\"", "version: \"0.9.0\"", 1));
    let (path, ctx) = (desk.folder.path().join("bank.trede"), desk.harness.ctx.clone());
    desk.harness.key_press_modifiers(egui::Modifiers::COMMAND, egui::Key::W);
    desk.harness.run();
    let word = trede::storage::Password::typed("een lange wachtzin".to_owned());
    trede::storage::TredeFile::change_password(&path, None, word.as_ref(), "A").unwrap();
    let session = Session::open_with(&path, trede::storage::Access::Write, "A", word.as_ref()).unwrap();
    desk.harness.state_mut().as_mut().unwrap().take(&ctx, session);
    desk.harness.run();
    desk.press("Overzicht");
    desk.press("Een kopie overzetten …");
    desk.harness.get_by_label("Kopie maken en openen").click();
    // It draws meanwhile, and the form stays, whatever is pressed.
    desk.wait("Bezig …");
    desk.harness.key_press(egui::Key::Escape);
    desk.harness.step();
    assert!(desk.shows("Bezig …") && !desk.shows("Overgezet naar"));
    desk.wait("Overgezet naar");
    let session = desk.harness.state_mut().as_mut().unwrap().session().unwrap();
    assert!(session.has_password() && session.path().ends_with("bank-1.0.0.trede"));
    assert!(trede::storage::password::is_protected(session.path()));
}

#[test]
fn a_framework_from_a_file_that_claims_to_be_the_embedded_one_is_taken_after_both_hashes_were_shown() {
    let embedded = shipped::ALL[0].text;
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("vals.ron");
    let text = format!("// anders\n{embedded}");
    std::fs::write(&path, &text).unwrap();
    let mut desk = window(folder, None);
    desk.press("Nieuwe beoordeling");
    let take = "Normenkader uit een bestand: neem het getypte pad";
    let choices = |desk: &Desk| desk.harness.query_all_by_role(egui::Role::RadioButton).count();
    let before = choices(&desk);
    desk.fill("Normenkader uit een bestand: typ een pad", &path.display().to_string());
    desk.press(take);
    let hashes = [embedded, &text].map(|text| framework_file::sha256(text.as_bytes()));
    assert!(hashes.iter().all(|hash| desk.shows(hash)));
    desk.press("Nee, niets doen");
    assert_eq!(choices(&desk), before);
    desk.press(take);
    desk.press("Toch dit bestand gebruiken");
    assert_eq!(choices(&desk), before + 1);
    // One with problems is named as such and changes nothing.
    std::fs::write(&path, "(format: 1)").unwrap();
    desk.fill("Normenkader uit een bestand: typ een pad", &path.display().to_string());
    desk.press(take);
    assert!(desk.shows("Regel 1"));
    assert_eq!(choices(&desk), before + 1);
    desk.fill("Aanbieder", "Bank");
    desk.press("Beoordeling maken");
    let session = desk.harness.state_mut().as_mut().unwrap().session().unwrap();
    assert_eq!(session.framework().sha256, hashes[1]);
}

#[test]
fn an_assessment_under_the_newest_version_is_left_in_peace() {
    let mut desk = opened(shipped::ALL[0].text);
    desk.press("Overzicht");
    assert!(!desk.shows("nieuwere versie"));
}
