//! The window of a user with a home of his own, and what one does in it.

use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use eframe::egui::{self, Key, Role};
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use trede::gui::Window;
use trede::gui::dialogs::{AnsweredDialogs, Dialogs};
use trede::gui::places::Places;
use trede::storage::settings::Settings;

/// A window of a user with a home of his own.
pub(super) struct Desk {
    pub(super) harness: Harness<'static, Option<Window>>,
    pub(super) folder: tempfile::TempDir,
}

impl Desk {
    /// The window as it starts, in a home that is prepared first; dialogs answer with these files in the home.
    pub(super) fn start(prepare: impl FnOnce(&Path), answers: &[&str]) -> Desk {
        let answers: Vec<String> = answers.iter().map(|name| (*name).to_owned()).collect();
        Desk::start_with(prepare, move |home| {
            Box::new(AnsweredDialogs::with(answers.iter().map(|name| home.join(name)).collect::<Vec<PathBuf>>()))
        })
    }

    /// The same on a system that has no dialogs for files.
    pub(super) fn without_dialogs() -> Desk {
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
    pub(super) fn start_with(prepare: impl FnOnce(&Path), dialogs: impl FnOnce(&Path) -> Box<dyn Dialogs>) -> Desk {
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

    pub(super) fn with_example(answers: &[&str]) -> Desk {
        let mut desk = Desk::start(|_| {}, answers);
        desk.press("Voorbeeld proberen");
        desk
    }

    pub(super) fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    pub(super) fn window(&mut self) -> &mut Window {
        self.harness.state_mut().as_mut().expect("the window")
    }

    pub(super) fn press(&mut self, name: &str) {
        self.harness.get_by_label(name).click();
        self.harness.run();
    }

    /// Presses what sets a thread to work, and waits until this is to be read.
    pub(super) fn press_and_wait(&mut self, name: &str, text: &str) {
        self.harness.get_by_label(name).click();
        self.wait(text);
    }

    pub(super) fn ctrl(&mut self, key: Key) {
        self.harness.key_press_modifiers(egui::Modifiers::COMMAND, key);
        self.harness.run();
    }

    pub(super) fn key(&mut self, key: Key) {
        self.harness.key_press(key);
        self.harness.run();
    }

    pub(super) fn type_into(&mut self, field: &str, text: &str) {
        self.harness.get_by_role_and_label(Role::TextInput, field).type_text(text);
        self.harness.run();
    }

    /// The names of everything with this role.
    pub(super) fn names(&self, role: Role) -> Vec<String> {
        let nodes = self.harness.query_all_by_role(role);
        nodes.filter_map(|node| node.accesskit_node().label().map(|label| label.to_string())).collect()
    }

    pub(super) fn wait(&mut self, text: &str) {
        let late = Instant::now() + Duration::from_secs(120);
        while !self.shows(text) {
            assert!(Instant::now() < late, "“{text}” never came");
            self.harness.step();
            std::thread::sleep(Duration::from_millis(10));
        }
        let _ = self.harness.run_ok();
    }

    pub(super) fn fill(&mut self, field: &str, text: &str) {
        let old = self.field(field);
        self.harness.get_by_label(field).focus();
        self.harness.run();
        for _ in old.chars() {
            self.harness.key_press(Key::Backspace);
        }
        self.harness.get_by_label(field).type_text(text);
        self.harness.run();
    }

    pub(super) fn field(&self, field: &str) -> String {
        let node = self.harness.get_by_label(field);
        node.accesskit_node().value().map(|value| value.to_string()).unwrap_or_default()
    }

    pub(super) fn shows(&self, text: &str) -> bool {
        self.harness.query_all_by_label_contains(text).next().is_some()
    }

    pub(super) fn can_press(&self, name: &str) -> bool {
        !self.harness.get_by_label(name).accesskit_node().is_disabled()
    }

    pub(super) fn go_to(&mut self, screen: &str) {
        self.harness.get_by_role_and_label(Role::Button, screen).click();
        self.harness.run();
    }

    pub(super) fn settings(&self) -> Settings {
        Settings::load(self.folder.path()).settings
    }
}
