//! The window shows nothing that comes from no locale file, and every screen follows the language at once.

use std::path::Path;
use std::sync::LazyLock;

use eframe::egui::{self, Key, Modifiers, Role, Shape};
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use trede::cli::EXAMPLE;
use trede::domain::text::Language;
use trede::domain::{Command, Finding, Norm, Verdict};
use trede::gui::places::Places;
use trede::gui::{Window, desk, dialogs::AnsweredDialogs};
use trede::session::Headway;
use trede::storage::{AttachError, exchange_file};
use trede::wording::Wording;

use super::pseudo::{self, Data};
use crate::example::framework;

/// A window that speaks these words, on the example when asked for.
struct Desk {
    harness: Harness<'static, Option<Window>>,
    words: Wording,
    folder: tempfile::TempDir,
}

impl Desk {
    fn new(words: fn() -> Wording, example: bool) -> Desk {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("voorbeeld.trede");
        let mut session = example.then(|| desk::example(&path, &desk::stamp("Test")).unwrap());
        let places = Places::under(folder.path());
        let builder = Harness::builder().with_size([1440.0, 2600.0]).with_theme(egui::Theme::Light).with_max_steps(16);
        let mut harness = builder.build_ui_state(
            move |ui, window: &mut Option<Window>| {
                let ctx = ui.ctx().clone();
                let window = window.get_or_insert_with(|| {
                    let mut window = Window::new(&ctx, Box::new(AnsweredDialogs::default()));
                    window.at_home(&ctx, places.clone());
                    window.speak(words());
                    if let Some(session) = session.take() {
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
        Desk { harness, words: words(), folder }
    }

    /// Presses what has the name that this message gives.
    fn press(&mut self, key: &str) {
        let name = self.words.text(key);
        self.harness.get_by_label(&name).click();
        let _ = self.harness.run_ok();
    }

    fn press_button(&mut self, key: &str) {
        let name = self.words.text(key);
        self.harness.get_by_role_and_label(Role::Button, &name).click();
        let _ = self.harness.run_ok();
    }

    fn key(&mut self, modifiers: Modifiers, key: Key) {
        self.harness.key_press_modifiers(modifiers, key);
        let _ = self.harness.run_ok();
    }

    /// Every text that is painted, and every one that a screen reader gets.
    fn texts(&self) -> Vec<String> {
        let mut found = Vec::new();
        let mut shown = Vec::new();
        for shape in &self.harness.output().shapes {
            painted(&shape.shape, &mut shown);
        }
        for node in self.harness.root().children_recursive() {
            let node = node.accesskit_node();
            // A line of a text that is there as a whole.
            if node.role() == Role::TextRun {
                continue;
            }
            found.extend([node.label(), node.value()].into_iter().flatten());
            // Of a page that is looked at it is what the report says, in words of its own.
            if node.role() != Role::Image {
                found.extend(node.description());
            }
        }
        // A line of a long text that is there as a whole for a screen reader.
        let long = |whole: &&String| whole.chars().count() > 120;
        let is_piece =
            |text: &String| found.iter().filter(long).any(|whole| whole.contains(text.trim().trim_end_matches('…')));
        shown.retain(|text| !is_piece(text));
        found.extend(shown);
        found
    }

    fn assert_known(&self, data: &Data, place: &str) {
        let texts = self.texts();
        assert!(texts.iter().any(|text| text.contains('«')), "{place}");
        let strange: Vec<(String, Vec<String>)> = texts
            .into_iter()
            .map(|text| (text.clone(), data.strangers(&without_quotations(&text))))
            .filter(|(_, found)| !found.is_empty())
            .collect();
        assert!(strange.is_empty(), "{place}: {strange:#?}");
    }
}

/// The text without what it quotes from a norm.
fn without_quotations(text: &str) -> String {
    static NORMS: LazyLock<Vec<String>> = LazyLock::new(|| {
        let norm = |norm: &Norm| norm.text.plain(Language::English);
        framework().norms().map(norm).collect()
    });
    let mut kept = String::new();
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('‘') {
        let Some((quoted, end)) = after.split_once('’') else { break };
        kept.push_str(before);
        if !NORMS.iter().any(|norm| norm.contains(quoted)) {
            kept.push_str(quoted);
        }
        rest = end;
    }
    kept + rest
}

fn painted(shape: &Shape, found: &mut Vec<String>) {
    match shape {
        Shape::Text(text) => found.push(text.galley.text().to_owned()),
        Shape::Vec(shapes) => shapes.iter().for_each(|shape| painted(shape, found)),
        _ => {}
    }
}

fn data(folder: &Path) -> Data {
    let read = exchange_file::read(EXAMPLE.as_bytes(), &framework()).unwrap();
    let mut names = vec![read.cover.subject.clone(), "A. Voorbeeld".to_owned(), "toezichthouder".to_owned()];
    names.extend(["voorbeeld.trede", "Test"].map(Into::into));
    names.extend(["Enter", "RON", "JSON", "7.pdf", "8.bat"].map(Into::into));
    for finding in read.sheet.findings.values() {
        names.push(finding.rationale.clone());
        names.push(finding.evidence.join("; "));
        names.push(finding.evidence.join("\n"));
        // Each at its box too.
        names.extend(finding.evidence.iter().cloned());
    }
    names.extend(read.sheet.settlements.values().map(|settled| settled.rationale.clone()));
    names.push(folder.display().to_string());
    Data::with(&names.iter().map(String::as_str).collect::<Vec<_>>())
}

#[test]
fn every_word_of_the_screens_without_an_assessment_is_a_message_or_data() {
    let mut desk = Desk::new(pseudo::wording, false);
    let data = data(desk.folder.path());
    desk.assert_known(&data, "start");
    desk.press("start-verify");
    desk.assert_known(&data, "verification");
    desk.press("form-back");
    desk.press("start-new");
    desk.press("new-create");
    desk.assert_known(&data, "new form");
}

#[test]
fn every_word_beside_literal_words_is_a_message_or_data() {
    let mut desk = Desk::new(pseudo::wording, true);
    let data = data(desk.folder.path());
    let text = "(format: 1, overlay_of: \"ID\", source: \"7\", language: \"nl\", texts: {\"I.3.1\": \"8\"})";
    for (file, words) in [("laag.ron", text.to_owned()), ("fout.ron", text.replace("I.3.1", "9"))] {
        let path = desk.folder.path().join(file);
        std::fs::write(&path, words.replace("ID", &framework().id)).unwrap();
        desk.harness.state_mut().as_mut().unwrap().lay_overlay(&path);
        let _ = desk.harness.run_ok();
        desk.assert_known(&data, "norm panel");
        desk.press("menu");
        desk.press("command-settings");
        desk.assert_known(&data, "settings");
        desk.key(Modifiers::NONE, Key::Escape);
    }
    let path = desk.folder.path().join("weg.ron");
    desk.harness.state_mut().as_mut().unwrap().lay_overlay(&path);
    let _ = desk.harness.run_ok();
    desk.assert_known(&data, "missing file");
}

#[test]
fn every_word_beside_attached_files_is_a_message_or_data() {
    let mut desk = Desk::new(pseudo::wording, true);
    let names = ["7.pdf", "8.bat"].map(|name| desk.folder.path().join(name));
    names.iter().for_each(|path| std::fs::write(path, path.display().to_string()).unwrap());
    let window = desk.harness.state_mut().as_mut().unwrap();
    let (norm, side) = (window.chosen().unwrap().clone(), window.perspective());
    let session = window.session().unwrap();
    let gathering = session.gathering(side, &norm).unwrap();
    let kept = gathering.bring(&names, &Headway::default(), &|| {}).unwrap();
    session.attach(side, &norm, &kept, &desk::stamp("Test")).unwrap();
    let _ = desk.harness.run_ok();
    let data = data(desk.folder.path());
    desk.assert_known(&data, "files");
    desk.press("attach-button");
    desk.assert_known(&data, "asking for a file");
    let error = AttachError::TooMuch { stored: 480_000_000, size: 50_000_000 };
    assert_eq!(data.strangers(&desk.words.attach_error(&error)), [""; 0]);
}

#[test]
fn every_word_beside_a_proposal_is_a_message_or_data() {
    let mut desk = Desk::new(pseudo::wording, true);
    let earlier = desk.folder.path().join("0.trede");
    let mut written = desk::example(&earlier, &desk::stamp("Test")).unwrap();
    written.flush().unwrap();
    drop(written);
    let window = desk.harness.state_mut().as_mut().unwrap();
    let (norm, side) = (window.chosen().unwrap().clone(), window.perspective());
    let session = window.session().unwrap();
    let open = Command::Find { perspective: side, norm, finding: Finding::default(), continues: false };
    session.execute(open, &desk::stamp("Test")).unwrap();
    let taken =
        session.proposing(side).unwrap().take_from((&earlier, None), "Test", &Headway::default(), &|| {}).unwrap();
    session.propose(taken, &desk::stamp("Test")).unwrap();
    let _ = desk.harness.run_ok();
    let data = data(desk.folder.path());
    desk.assert_known(&data, "proposal");
    desk.press("menu");
    desk.press("command-propose");
    desk.assert_known(&data, "choosing an earlier assessment");
}

#[test]
fn every_word_of_the_screens_of_an_assessment_is_a_message_or_data() {
    let mut desk = Desk::new(pseudo::wording, true);
    let data = data(desk.folder.path());
    for _ in framework().parts() {
        desk.assert_known(&data, "workspace");
        desk.key(Modifiers::NONE, Key::PageDown);
    }
    desk.key(Modifiers::NONE, Key::I);
    desk.assert_known(&data, "introduction");
    desk.press("close");
    desk.press_button("overview");
    desk.assert_known(&data, "overview");
    desk.press_button("log");
    desk.assert_known(&data, "log");
    for (key, place) in [(Key::H, "history"), (Key::M, "messages")] {
        desk.key(Modifiers::COMMAND, key);
        desk.assert_known(&data, place);
        desk.press("close");
    }
    desk.press_button("report-button");
    desk.assert_known(&data, "report");
    desk.press("preview-first");
    let number = desk.words.text("preview-number-name");
    while desk.harness.query_by_label(&number).is_none() {
        std::thread::sleep(std::time::Duration::from_millis(20));
        desk.harness.step();
    }
    desk.assert_known(&data, "pages");
    desk.key(Modifiers::NONE, Key::Escape);
    for (key, place) in [(Key::P, "palette"), (Key::F, "find")] {
        desk.key(Modifiers::COMMAND, key);
        desk.assert_known(&data, place);
        desk.key(Modifiers::NONE, Key::Escape);
    }
    desk.key(Modifiers::NONE, Key::F1);
    desk.assert_known(&data, "help");
    desk.press("close");
    for (command, place) in [("command-cover", "cover"), ("command-settings", "settings")] {
        desk.press("menu");
        desk.assert_known(&data, "menu");
        desk.press(command);
        desk.assert_known(&data, place);
        desk.key(Modifiers::NONE, Key::Escape);
    }
}

/// Dutch at first.
fn dutch() -> Wording {
    Wording::new(Language::Dutch)
}

impl Desk {
    /// Says everything in the other words from now on, on the screen as it is.
    fn speak_pseudo(&mut self) {
        self.harness.state_mut().as_mut().unwrap().speak(pseudo::wording());
        self.words = pseudo::wording();
        let _ = self.harness.run_ok();
    }
}

/// A screen, and the way to it.
type Way = (&'static str, Box<dyn Fn(&mut Desk)>);

#[test]
fn every_screen_follows_the_language_at_once() {
    let to = |command: &'static str| move |desk: &mut Desk| desk.press_button(command);
    let from_menu = |command: &'static str| {
        move |desk: &mut Desk| {
            desk.press("menu");
            desk.press(command);
        }
    };
    let ways: Vec<Way> = vec![
        ("workspace", Box::new(|_| {})),
        ("introduction", Box::new(|desk| desk.key(Modifiers::NONE, Key::I))),
        ("palette", Box::new(|desk| desk.key(Modifiers::COMMAND, Key::P))),
        ("help", Box::new(|desk| desk.key(Modifiers::NONE, Key::F1))),
        ("menu", Box::new(|desk| desk.press("menu"))),
        ("settings", Box::new(from_menu("command-settings"))),
        ("cover", Box::new(from_menu("command-cover"))),
        ("overview", Box::new(to("overview"))),
        ("log", Box::new(to("log"))),
        ("report", Box::new(to("report-button"))),
    ];
    for (place, go) in ways {
        let mut desk = Desk::new(dutch, true);
        let data = data(desk.folder.path());
        go(&mut desk);
        desk.speak_pseudo();
        desk.assert_known(&data, place);
    }
    let mut desk = Desk::new(dutch, false);
    let data = data(desk.folder.path());
    desk.press("start-new");
    desk.press("new-create");
    desk.speak_pseudo();
    desk.assert_known(&data, "new form");
}

#[test]
fn yes_is_the_first_letter_of_the_word_and_both_letters_work() {
    for (language, shown, other) in [(Language::Dutch, "J", "Y"), (Language::English, "Y", "J")] {
        let words: fn() -> Wording = match language {
            Language::Dutch => dutch,
            Language::English => || Wording::new(Language::English),
        };
        let mut desk = Desk::new(words, true);
        let caps = |desk: &Desk, key: &str| desk.harness.query_all_by_label(key).count();
        assert_eq!((caps(&desk, shown), caps(&desk, other)), (1, 0), "{language:?}");
        for key in [Key::J, Key::Y] {
            desk.key(Modifiers::NONE, Key::Backspace);
            assert_eq!(verdict(&mut desk), Verdict::Open);
            desk.key(Modifiers::NONE, key);
            assert_eq!(verdict(&mut desk), Verdict::Holds, "{key:?} in {language:?}");
        }
        desk.key(Modifiers::COMMAND, Key::Z);
        assert_eq!(verdict(&mut desk), Verdict::Open, "{language:?}");
        desk.key(Modifiers::COMMAND, Key::Y);
        assert_eq!(verdict(&mut desk), Verdict::Holds, "{language:?}");
    }
}

/// The verdict on the norm that is chosen.
fn verdict(desk: &mut Desk) -> Verdict {
    let window = desk.harness.state_mut().as_mut().unwrap();
    let (norm, side) = (window.chosen().unwrap().clone(), window.perspective());
    window.session().unwrap().sheet(side).verdict(norm.as_str())
}
