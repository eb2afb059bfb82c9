//! Literal words in the window: where they are shown, where they are chosen, and what happens without them.

use std::fs;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use eframe::egui::{self, Key, Role};
use egui_kittest::Harness;
use egui_kittest::kittest::Queryable as _;
use trede::gui::dialogs::AnsweredDialogs;
use trede::gui::places::Places;
use trede::gui::{Window, desk};
use trede::session::Session;
use trede::storage::settings::Settings;
use trede::verification::verify;

pub const FILE: &str = r#"(
    format: 1,
    overlay_of: "afm-betalingsachterstanden-hypotheken",
    framework_version: "1.0.0",
    source: "Verzonnen module, Ons Dorp, 2026",
    texts: { "I.3.1": "Piet Paaltjens ziet zijn risico's.", "I.5.1": "Wij ook." },
)
"#;
const QUOTATION: &str = "“Piet Paaltjens ziet zijn risico's.”";

struct Desk {
    harness: Harness<'static, Option<Window>>,
    folder: tempfile::TempDir,
}

impl Desk {
    /// The window as it starts, in a home where the files are written first; dialogs answer with `answers` in that home,
    /// and `used` is the overlay in the settings.
    fn start(files: &[(&str, &str)], used: Option<&str>, answers: &[&str]) -> Desk {
        let folder = tempfile::tempdir().unwrap();
        for (name, content) in files {
            fs::write(folder.path().join(name), content).unwrap();
        }
        let overlay = used.map(|name| folder.path().join(name));
        Settings { overlay, ..Settings::default() }.save(folder.path()).unwrap();
        let places = Places::under(folder.path());
        let answers: Vec<PathBuf> = answers.iter().map(|name| folder.path().join(name)).collect();
        let mut dialogs = Some(AnsweredDialogs::with(answers));
        let builder = Harness::builder().with_size([1440.0, 1800.0]).with_theme(egui::Theme::Light).with_max_steps(16);
        let mut harness = builder.build_ui_state(
            move |ui, window: &mut Option<Window>| {
                let ctx = ui.ctx().clone();
                let window = window.get_or_insert_with(|| {
                    let mut window = Window::new(&ctx, Box::new(dialogs.take().unwrap_or_default()));
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

    fn with_overlay() -> Desk {
        let mut desk = Desk::start(&[("laag.ron", FILE)], Some("laag.ron"), &[]);
        desk.press("Voorbeeld proberen");
        desk
    }

    fn window(&mut self) -> &mut Window {
        self.harness.state_mut().as_mut().unwrap()
    }

    fn press(&mut self, name: &str) {
        self.harness.get_by_label(name).click();
        self.harness.run();
    }

    fn shows(&self, text: &str) -> bool {
        self.harness.query_all_by_label_contains(text).next().is_some()
    }

    fn jump(&mut self, norm: &str) {
        self.harness.key_press_modifiers(egui::Modifiers::COMMAND, Key::F);
        self.harness.run();
        self.harness.get_by_role_and_label(Role::TextInput, "Zoeken").type_text(norm);
        self.harness.run();
        self.harness.key_press(Key::Enter);
        self.harness.run();
    }

    fn open_settings(&mut self) {
        self.harness.key_press_modifiers(egui::Modifiers::COMMAND, Key::P);
        self.harness.run();
        self.harness.get_by_role_and_label(Role::TextInput, "Opdrachten").type_text("instellingen");
        self.harness.run();
        self.harness.key_press(Key::Enter);
        self.harness.run();
    }

    fn remembered(&self) -> Option<String> {
        let overlay = Settings::load(self.folder.path()).settings.overlay;
        overlay.map(|path| path.file_name().unwrap().to_string_lossy().into_owned())
    }

    fn fill(&mut self, field: &str, text: &str) {
        self.harness.get_by_label(field).focus();
        self.harness.run();
        self.harness.get_by_label(field).type_text(text);
        self.harness.run();
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
}

#[test]
fn the_chosen_norm_shows_its_literal_words_as_a_quotation_with_their_source() {
    let mut desk = Desk::with_overlay();
    desk.jump("I.3.1");
    let quoted = desk.harness.get_by_role_and_label(Role::Blockquote, QUOTATION);
    let source = desk.harness.get_by_label("letterlijk uit: Verzonnen module, Ons Dorp, 2026");
    assert!(source.rect().top() >= quoted.rect().bottom(), "the source stands below");
    // Our own wording stays in the grid, and the words stand there once only.
    assert_eq!(desk.harness.query_all_by_label_contains("Piet Paaltjens").count(), 1);
    desk.jump("I.5.1");
    assert!(desk.shows("“Wij ook.”") && !desk.shows("Piet Paaltjens"));
    // A norm that the file does not name has no literal words.
    desk.jump("I.1.1");
    assert!(!desk.shows("letterlijk uit"));
}

#[test]
fn the_settings_say_what_is_used_and_take_it_away() {
    let mut desk = Desk::with_overlay();
    desk.jump("I.3.1");
    desk.open_settings();
    assert!(desk.shows("Letterlijke teksten uit: Verzonnen module, Ons Dorp, 2026 (2 van 95 normen)."));
    assert!(desk.shows("laag.ron"));
    desk.press("Niet meer gebruiken");
    assert!(desk.shows("Er is geen bestand gekozen."));
    assert_eq!(desk.remembered(), None);
    desk.press("Sluiten");
    assert!(!desk.shows("Piet Paaltjens"));
}

#[test]
fn a_file_is_chosen_and_remembered_and_a_bad_one_changes_nothing() {
    let bad = FILE.replace("I.5.1", "I.5.99");
    let empty = FILE.replace("Piet Paaltjens ziet zijn risico's.", "").replace("Wij ook.", "");
    let files = [("laag.ron", FILE), ("fout.ron", bad.as_str()), ("leeg.ron", empty.as_str())];
    let mut desk = Desk::start(&files, None, &["laag.ron", "fout.ron", "leeg.ron"]);
    desk.press("Voorbeeld proberen");
    desk.jump("I.3.1");
    assert!(!desk.shows("letterlijk uit"));
    desk.open_settings();
    assert!(desk.shows("Er is geen bestand gekozen."));
    desk.press("Bestand kiezen");
    assert!(desk.shows("(2 van 95 normen)"));
    assert_eq!(desk.remembered().as_deref(), Some("laag.ron"));
    desk.press("Bestand kiezen");
    assert!(desk.shows("(regel 6): Norm ‘I.5.99’ staat niet in het normenkader."));
    assert!(desk.shows("(2 van 95 normen)"), "the earlier one stays");
    assert_eq!(desk.remembered().as_deref(), Some("laag.ron"));
    desk.press("Bestand kiezen");
    assert!(desk.shows("Er is nog bij geen van de 95 normen een tekst ingevuld."));
    assert!(!desk.shows("I.5.99"));
    desk.press("Sluiten");
    assert!(!desk.shows("letterlijk uit"));
}

#[test]
fn work_goes_on_without_a_file_that_is_gone_or_bad() {
    let mut desk = Desk::start(&[], Some("weg.ron"), &[]);
    assert!(desk.shows("De letterlijke teksten worden niet getoond"));
    desk.press("Voorbeeld proberen");
    assert!(!desk.shows("De letterlijke teksten"), "it is said once");
    desk.jump("I.3.1");
    desk.press("I.5.1 voldaan: ja");
    assert!(!desk.shows("letterlijk uit"));
    desk.open_settings();
    assert!(desk.shows("Trede werkt verder zonder."));
    assert_eq!(desk.remembered().as_deref(), Some("weg.ron"));

    let mut desk = Desk::start(&[("fout.ron", "(kapot")], Some("fout.ron"), &[]);
    assert!(desk.shows("worden niet getoond (regel 1)"));
    desk.press("Voorbeeld proberen");
    desk.jump("I.3.1");
    assert!(!desk.shows("letterlijk uit") && desk.window().session().is_some());
}

#[test]
fn the_words_of_another_version_are_told_of_only_beside_an_assessment() {
    let other_version = FILE.replace("\"1.0.0\"", "\"0.9.0\"");
    let mut desk = Desk::start(&[("oud.ron", &other_version)], Some("oud.ron"), &[]);
    assert!(!desk.shows("worden niet getoond"), "an assessment of that version may still be opened");
    desk.press("Voorbeeld proberen");
    assert!(desk.shows("worden niet getoond (regel 4)") && desk.shows("een andere versie: ‘0.9.0’"));
    desk.jump("I.3.1");
    assert!(!desk.shows("letterlijk uit"));
}

fn small_session(folder: &Path) -> Session {
    let fixture = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/frameworks/good.ron");
    let cover = trede::domain::Cover { subject: "Proef".to_owned(), kvk: None, period: "2026".to_owned() };
    let text = fs::read(fixture).unwrap();
    Session::create(&folder.join("klein.trede"), &text, cover, &desk::stamp("Test")).unwrap()
}

#[test]
fn the_words_of_another_framework_are_not_shown() {
    let mut desk = Desk::with_overlay();
    desk.jump("I.3.1");
    assert!(desk.shows("Piet Paaltjens"));
    let session = small_session(desk.folder.path());
    let ctx = desk.harness.ctx.clone();
    desk.window().take(&ctx, session);
    desk.harness.run();
    desk.jump("I.3.1");
    assert!(desk.shows("I.3.1 voldaan: ja") && !desk.shows("letterlijk uit"));
    desk.open_settings();
    assert!(desk.shows("Niet in gebruik: dit bestand hoort bij een ander normenkader"));
}

#[test]
fn an_overlay_for_one_run_is_not_remembered() {
    let mut desk = Desk::start(&[("laag.ron", FILE)], None, &[]);
    let path = desk.folder.path().join("laag.ron");
    desk.window().lay_overlay(&path);
    desk.press("Voorbeeld proberen");
    desk.jump("I.3.1");
    assert!(desk.shows(QUOTATION));
    assert_eq!(desk.remembered(), None);
}

#[test]
fn a_report_from_the_window_quotes_unless_it_is_told_not_to() {
    let mut desk = Desk::start(&[("laag.ron", FILE)], Some("laag.ron"), &["met.pdf", "zonder.pdf"]);
    desk.press("Voorbeeld proberen");
    desk.press("Rapport …");
    desk.fill("Wachtwoordzin", "zeven bomen");
    desk.fill("Nog een keer", "zeven bomen");
    desk.harness.get_by_label("Handtekening maken").click();
    desk.wait("Wachtwoordzin van deze handtekening");
    for (file, quoted) in [("met.pdf", Some(2)), ("zonder.pdf", None)] {
        assert!(desk.shows("Letterlijke teksten in het rapport"));
        if quoted.is_none() {
            desk.press("Weglaten");
        }
        desk.press("Andere plek kiezen");
        desk.fill("Wachtwoordzin van deze handtekening", "zeven bomen");
        desk.harness.get_by_label("Rapport maken en ondertekenen").click();
        desk.wait("Het rapport staat klaar");
        let found = verify(&fs::read(desk.folder.path().join(file)).unwrap(), None);
        assert!(found.is_intact(), "{:?}", found.reasons);
        assert_eq!(found.recomputed.unwrap().overlay.map(|overlay| overlay.filled()), quoted);
        if quoted.is_some() {
            desk.harness.get_by_label("Controleren").click();
            desk.wait("Het rapport haalt letterlijke teksten aan uit: Verzonnen module, Ons Dorp, 2026");
            desk.press("Rapport …");
            desk.press("Nog een rapport maken");
        }
    }
}

#[test]
fn an_overlay_that_is_opened_as_a_file_is_taken_as_what_it_is() {
    let mut desk = Desk::start(&[("laag.ron", FILE)], None, &[]);
    let path = desk.folder.path().join("laag.ron").display().to_string();
    desk.fill("Beoordeling of rapport openen: typ een pad", &path);
    desk.press("Beoordeling of rapport openen: neem het getypte pad");
    assert!(desk.shows("Letterlijke teksten uit: Verzonnen module, Ons Dorp, 2026 (2 van 95 normen)."));
    assert_eq!(desk.remembered().as_deref(), Some("laag.ron"));
}
