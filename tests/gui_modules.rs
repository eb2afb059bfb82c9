//! The window on other frameworks than the one on arrears: other rungs, several norms in one cell, parts that the assessor
//! scores, and thousands of norms.

use eframe::egui::{self, Key, Role};
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use trede::domain::{Assessor, Command, Cover, Finding, Import, Perspective, Sheet, Verdict};
use trede::gui::wish::NewAssessment;
use trede::gui::{Window, desk, dialogs::AnsweredDialogs};
use trede::session::Session;

use crate::large_framework;

const SUPERVISOR: Perspective = Perspective::Supervisor;
const EIGHT_PARTS: &str = include_str!("fixtures/frameworks/good.eight-parts.ron");
const ALL_RUNGS: &str = include_str!("fixtures/frameworks/good.all-rungs.ron");

/// A window on a new assessment under a framework.
struct Desk {
    harness: Harness<'static, Option<Window>>,
    _folder: tempfile::TempDir,
}

fn cover() -> Cover {
    Cover { subject: "Proefbank".to_owned(), kvk: None, period: "2026".to_owned() }
}

impl Desk {
    fn on(framework: &str) -> Desk {
        Desk::with(framework, |_| {})
    }

    /// The same after `prepare`.
    fn with(framework: &str, prepare: impl FnOnce(&mut Session)) -> Desk {
        let folder = tempfile::tempdir().expect("a folder");
        let new = NewAssessment {
            path: folder.path().join("a.trede"),
            framework_text: framework.as_bytes().to_vec(),
            cover: cover(),
            perspective: SUPERVISOR,
            protect: false,
            assessor: Some(Assessor { name: "A. Proef".to_owned(), role: "toezichthouder".to_owned() }),
        };
        let mut session = desk::create(new, &desk::stamp("Test")).expect("a new assessment");
        prepare(&mut session);
        let mut given = Some(session);
        let mut harness = Harness::builder().with_size([1280.0, 800.0]).with_max_steps(12).build_ui_state(
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

    fn window(&mut self) -> &mut Window {
        self.harness.state_mut().as_mut().expect("the window")
    }

    fn key(&mut self, key: Key) {
        self.harness.key_press(key);
        self.harness.run();
    }

    fn keys(&mut self, keys: &[Key]) {
        keys.iter().for_each(|key| self.key(*key));
    }

    fn press(&mut self, name: &str) {
        self.harness.get_by_label(name).click();
        self.harness.run();
    }

    fn chosen(&mut self) -> String {
        self.window().chosen().map(ToString::to_string).expect("a norm is chosen")
    }

    fn sheet(&mut self) -> Sheet {
        self.window().session().expect("an assessment").sheet(SUPERVISOR).into_owned()
    }

    fn shows(&self, text: &str) -> bool {
        self.harness.query_all_by_label_contains(text).next().is_some()
    }

    /// Where the cell of this norm is drawn.
    fn cell(&self, norm: &str) -> Option<egui::Rect> {
        let cell = self
            .harness
            .query_all_by_role(Role::GridCell)
            .find(|cell| cell.accesskit_node().label().is_some_and(|label| label.starts_with(&format!("{norm} "))));
        cell.map(|cell| cell.rect())
    }

    /// Whether the cell of this norm lies within the rubric.
    fn sees(&self, norm: &str) -> bool {
        // Left of the why panel, between header and keys.
        let seen = egui::Rect::from_min_max(egui::pos2(228.0, 150.0), egui::pos2(984.0, 770.0));
        self.cell(norm).is_some_and(|cell| seen.contains_rect(cell))
    }

    fn cells(&self) -> usize {
        self.harness.query_all_by_role(Role::GridCell).count()
    }

    fn open_part(&mut self, start: &str) {
        let name = {
            let buttons = self.harness.query_all_by_role(Role::Button);
            let mut names = buttons.filter_map(|node| node.accesskit_node().label().map(|label| label.to_string()));
            names.find(|label| label.starts_with(start)).expect("the part")
        };
        self.press(&name);
    }
}

#[test]
fn a_part_with_five_rungs_and_stacked_cells_is_judged_by_keys_alone() {
    let mut desk = Desk::on(ALL_RUNGS);
    let framework = crate::frameworks::all_rungs();
    let part = framework.part("P1").expect("the part");
    // Begins on the first norm in reading order: a step back and round brings it there.
    desk.keys(&[Key::Num1]);
    assert_eq!(desk.chosen(), "P1.1.1");
    for _ in part.norms().filter(|norm| norm.twin.is_none()) {
        let norm = desk.chosen();
        assert!(desk.sees(&norm), "{norm} is out of sight");
        let (_, _, found) = framework.norm(&norm).expect("a norm");
        desk.key(if found.rung.is_deficiency() { Key::N } else { Key::J });
        desk.key(Key::Space);
    }
    let sheet = desk.sheet();
    for norm in part.norms() {
        assert_eq!(sheet.verdict(norm.id.as_str()), norm.rung.good(), "{}", norm.id);
    }
    assert!(desk.shows("Onderdeel P1: score 5"));
    assert_eq!(desk.chosen(), "P2.2.1");
}

#[test]
fn arrows_and_figures_reach_every_column_and_every_norm_of_a_stack() {
    let mut desk = Desk::on(ALL_RUNGS);
    desk.key(Key::Num2);
    assert_eq!(desk.chosen(), "P1.2.1");
    desk.key(Key::Num4);
    assert_eq!(desk.chosen(), "P1.4.1");
    assert!(desk.sees("P1.4.1"));
    desk.key(Key::ArrowRight);
    assert_eq!(desk.chosen(), "P1.5.1");
    assert!(desk.sees("P1.5.1"), "the column is brought into sight");
    let (header, cell) = (desk.harness.get_by_label("5 · voldaan?").rect(), desk.cell("P1.5.1").expect("the cell"));
    assert!((header.left() - cell.left()).abs() < 4.0, "the header moved along: {header} {cell}");
    desk.keys(&[Key::Num3, Key::ArrowDown]);
    // The second row has nothing on rung 3: the nearest is taken, and the column is kept for the third.
    desk.key(Key::ArrowDown);
    assert_eq!(desk.chosen(), "P1.3.3");
    desk.key(Key::ArrowDown);
    assert_eq!(desk.chosen(), "P1.3.4");
    desk.key(Key::ArrowUp);
    assert_eq!(desk.chosen(), "P1.3.3");
    desk.key(Key::ArrowLeft);
    assert_eq!(desk.chosen(), "P1.1.3", "rung 2 is empty in this row");
    assert!(desk.sees("P1.1.3"));
    assert!(desk.shows("P1.a3: geen norm op trede 5"));
}

#[test]
fn a_column_is_offered_only_where_its_rung_is_written() {
    let mut desk = Desk::on(ALL_RUNGS);
    let offered = |desk: &mut Desk| {
        desk.harness.key_press_modifiers(egui::Modifiers::COMMAND, Key::P);
        desk.harness.run();
        let rows = desk.harness.query_all_by_role(Role::MenuItem);
        let names = rows.filter_map(|row| row.accesskit_node().label().map(|label| label.to_string()));
        let columns: Vec<String> =
            names.filter_map(|name| name.strip_prefix("Naar kolom ").map(str::to_owned)).collect();
        desk.key(Key::Escape);
        columns
    };
    assert_eq!(offered(&mut desk), ["1", "2", "3", "4", "5"]);
    desk.open_part("P2");
    assert_eq!(offered(&mut desk), ["2", "4"]);
    let before = desk.chosen();
    desk.key(Key::Num3);
    assert_eq!(desk.chosen(), before);
}

#[test]
fn partly_is_taken_only_where_the_part_allows_it() {
    let mut desk = Desk::on(ALL_RUNGS);
    desk.keys(&[Key::Num2, Key::D]);
    assert!(desk.shows("kan niet bij P1.2.1"), "the base rung refuses");
    desk.open_part("R1");
    desk.keys(&[Key::Num2, Key::D]);
    assert!(desk.harness.ctx.text_edit_focused(), "in a part that the assessor scores it waits for its rationale");
}

#[test]
fn a_part_that_the_assessor_scores_is_settled_and_the_total_appears() {
    let mut desk = Desk::with(EIGHT_PARTS, |session| {
        let framework = session.framework().clone();
        let mut sheet = Sheet::empty(&framework);
        for norm in framework.norms() {
            sheet.findings.insert(norm.id.clone(), Finding::bare(norm.rung.good()));
        }
        let import = Import { perspective: SUPERVISOR, cover: cover(), sheet, states_policy: false };
        session.execute(Command::Import(Box::new(import)), &desk::stamp("Test")).expect("taken in");
    });
    let assessed: Vec<String> = {
        let framework = crate::frameworks::eight_parts();
        let parts = framework.parts().filter(|part| !part.rule.is_stepped());
        parts.map(|part| part.id.to_string()).collect()
    };
    assert_eq!(assessed.len(), 2);
    assert!(desk.shows("4,1 – 5,0") || desk.shows(" – "), "the total is an interval");
    for part in &assessed {
        desk.open_part(&format!("{part} "));
        assert!(desk.shows("wordt niet trapsgewijs gescoord"));
        assert!(desk.shows("U stelt vast: 1, 2, 3, 4 of 5"));
        assert!(!desk.shows("Blokkerend"));
        for level in 1..=5 {
            desk.harness.get_by_label(&format!("Onderdeel {part} vaststellen op {level}"));
        }
        desk.press(&format!("Onderdeel {part} vaststellen op 4"));
        desk.harness.get_by_label("Reden voor een 4").type_text("Het gebeurt, en bijna overal.");
        desk.harness.run();
        desk.press("Stel een 4 vast");
        assert!(desk.shows("Vastgesteld op een 4"));
    }
    let session = desk.window().session().expect("an assessment");
    let total = session.score(SUPERVISOR).total.clone().expect("a total");
    let only = total.only().expect("one total");
    assert!(session.score(SUPERVISOR).complete);
    let shown = trede::wording::Wording::new(trede::domain::Language::Dutch).score(&only);
    let mut labels = desk.harness.get_all_by_role(Role::Label);
    let name = format!("Totaal {shown}");
    assert!(labels.any(|node| node.accesskit_node().label().is_some_and(|label| label.starts_with(&name))), "{shown}");
}

#[test]
fn other_gates_and_weights_are_told() {
    let mut desk = Desk::on(ALL_RUNGS);
    assert!(desk.shows("Weegt binnen het thema: 50\u{a0}%."));
    desk.open_part("P3");
    assert!(desk.shows("Weegt binnen het thema: 1/6."));
    assert!(desk.shows("Een 4 vraagt"));
    let mut equal = Desk::on(EIGHT_PARTS);
    assert!(!equal.shows("Weegt binnen het thema"));
    equal.open_part("4 ");
    assert!(equal.shows("Een 5 vraagt"));
}

#[test]
fn of_thousands_of_norms_only_those_in_view_are_laid_out_and_keys_reach_the_others() {
    let file = large_framework::text(10, 170);
    let mut desk = Desk::with(&file, |session| {
        let framework = session.framework().clone();
        let mut sheet = Sheet::empty(&framework);
        let part = framework.part("1").expect("the part");
        for norm in part.aspects.iter().take(150).flat_map(|aspect| &aspect.norms) {
            sheet.findings.insert(norm.id.clone(), Finding::bare(norm.rung.good()));
        }
        let import = Import { perspective: SUPERVISOR, cover: cover(), sheet, states_policy: false };
        session.execute(Command::Import(Box::new(import)), &desk::stamp("Test")).expect("taken in");
    });
    assert!(desk.cells() < 40, "{} cells", desk.cells());
    assert!(desk.sees("1.3.1") && !desk.sees("1.3.150"));
    desk.key(Key::Space);
    assert_eq!(desk.chosen(), "1.1.151");
    assert!(desk.sees("1.1.151") && !desk.sees("1.3.1"));
    assert!(desk.cells() < 40, "{} cells", desk.cells());
    desk.press("1.1.151 gebrek aanwezig: nee");
    assert_eq!(desk.sheet().verdict("1.1.151"), Verdict::Fails);
    for row in 152..=170 {
        desk.key(Key::ArrowDown);
        assert_eq!(desk.chosen(), format!("1.1.{row}"));
        assert!(desk.sees(&format!("1.1.{row}")), "row {row}");
    }
    desk.key(Key::ArrowDown);
    assert_eq!(desk.chosen(), "1.1.170");
    desk.window().session().expect("an assessment");
    desk.jump("1.5.2");
    assert!(desk.sees("1.5.2"));
}

impl Desk {
    fn jump(&mut self, norm: &str) {
        self.harness.key_press_modifiers(egui::Modifiers::COMMAND, Key::F);
        self.harness.run();
        self.harness.get_by_role_and_label(Role::TextInput, "Zoeken").type_text(norm);
        self.harness.run();
        self.key(Key::Enter);
        assert_eq!(self.chosen(), norm);
    }
}
