//! A window on the example or on an assessment without findings, and what one does in it.

use std::path::Path;

use eframe::egui::{self, Key, Modifiers, Role};
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use trede::domain::{NormId, Perspective, Verdict};
use trede::gui::{Window, desk, dialogs::AnsweredDialogs};

/// A window on the example, or on a new assessment without findings.
pub(super) struct Desk {
    pub(super) harness: Harness<'static, Option<Window>>,
    pub(super) _folder: tempfile::TempDir,
}

impl Desk {
    pub(super) fn with_example() -> Desk {
        let folder = tempfile::tempdir().expect("a folder");
        let session = desk::example(&folder.path().join("voorbeeld.trede"), &desk::stamp("Test")).expect("the example");
        Desk::showing(folder, session)
    }

    pub(super) fn empty() -> Desk {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("nieuw.trede");
        let session = empty_session(&path);
        Desk::showing(folder, session)
    }

    pub(super) fn showing(folder: tempfile::TempDir, session: trede::session::Session) -> Desk {
        let mut given = Some(session);
        let mut harness = Harness::builder()
            .with_size([1440.0, 900.0])
            .with_theme(egui::Theme::Light)
            .with_max_steps(12)
            .build_ui_state(
                move |ui, window: &mut Option<Window>| {
                    let ctx = ui.ctx().clone();
                    let window = window.get_or_insert_with(|| {
                        let mut window = Window::new(&ctx, Box::new(AnsweredDialogs::default()));
                        if let Some(session) = given.take() {
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
        Desk { harness, _folder: folder }
    }

    pub(super) fn window(&mut self) -> &mut Window {
        self.harness.state_mut().as_mut().expect("the window")
    }

    pub(super) fn verdict(&mut self, norm: &str) -> Verdict {
        let side = self.window().perspective();
        self.window().session().expect("an assessment").sheet(side).verdict(norm)
    }

    pub(super) fn total(&self) -> String {
        let found = self.harness.get_all_by_role(Role::Label).find_map(|node| {
            node.accesskit_node().label().filter(|label| label.starts_with("Totaal ")).map(|label| label.to_string())
        });
        found.unwrap_or_else(|| "geen totaal".to_owned())
    }

    pub(super) fn press(&mut self, name: &str) {
        self.harness.get_by_label(name).click();
        self.harness.run();
    }

    pub(super) fn open_part(&mut self, start: &str) {
        let name = self
            .harness
            .get_all_by_role(Role::Button)
            .find_map(|node| {
                node.accesskit_node().label().filter(|label| label.starts_with(start)).map(|label| label.to_string())
            })
            .expect("the part");
        self.press(&name);
    }

    pub(super) fn key(&mut self, key: Key) {
        self.harness.key_press(key);
        self.harness.run();
    }

    pub(super) fn ctrl(&mut self, key: Key) {
        self.harness.key_press_modifiers(Modifiers::COMMAND, key);
        self.harness.run();
    }

    pub(super) fn shows(&self, text: &str) -> bool {
        self.harness.query_all_by_label_contains(text).next().is_some()
    }

    pub(super) fn is_chosen(&self, name: &str) -> bool {
        let node = self.harness.get_by_label(name).accesskit_node();
        node.toggled() == Some(egui::accesskit::Toggled::True) || node.is_selected() == Some(true)
    }

    pub(super) fn jump(&mut self, norm: &str) {
        let ctx = self.harness.ctx.clone();
        self.ctrl(Key::F);
        self.harness.get_by_role_and_label(Role::TextInput, "Zoeken").type_text(norm);
        self.harness.run();
        self.key(Key::Enter);
        assert_eq!(self.window().chosen().map(NormId::as_str), Some(norm));
        assert!(!ctx.text_edit_focused());
    }
}

fn empty_session(path: &Path) -> trede::session::Session {
    let (shipped, _) = trede::storage::shipped::by_id("afm-betalingsachterstanden-hypotheken").expect("the framework");
    let new = trede::gui::wish::NewAssessment {
        path: path.to_owned(),
        framework_text: shipped.text.as_bytes().to_vec(),
        cover: trede::domain::Cover { subject: "Proefbank".to_owned(), kvk: None, period: "2026".to_owned() },
        perspective: Perspective::Supervisor,
        protect: false,
        assessor: Some(trede::domain::Assessor { name: "A. Proef".to_owned(), role: "toezichthouder".to_owned() }),
    };
    desk::create(new, &desk::stamp("Test")).expect("a new assessment")
}
