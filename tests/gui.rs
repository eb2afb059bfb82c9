//! The window, driven by role and accessible name as an assessor or a screen reader does.

use std::path::Path;

use eframe::egui::{self, Key, Modifiers, Role};
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use trede::domain::{NormId, Perspective, Verdict};
use trede::gui::{Window, desk, dialogs::AnsweredDialogs};

mod flow;
mod internal;
mod passwords;
mod personal;
mod trial;

/// A window on the example, or on a new assessment without findings.
struct Desk {
    harness: Harness<'static, Option<Window>>,
    _folder: tempfile::TempDir,
}

impl Desk {
    fn with_example() -> Desk {
        let folder = tempfile::tempdir().expect("a folder");
        let session = desk::example(&folder.path().join("voorbeeld.trede"), &desk::stamp("Test")).expect("the example");
        Desk::showing(folder, session)
    }

    fn empty() -> Desk {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("nieuw.trede");
        let session = empty_session(&path);
        Desk::showing(folder, session)
    }

    fn showing(folder: tempfile::TempDir, session: trede::session::Session) -> Desk {
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

    fn window(&mut self) -> &mut Window {
        self.harness.state_mut().as_mut().expect("the window")
    }

    fn verdict(&mut self, norm: &str) -> Verdict {
        let side = self.window().perspective();
        self.window().session().expect("an assessment").sheet(side).verdict(norm)
    }

    fn total(&self) -> String {
        let found = self.harness.get_all_by_role(Role::Label).find_map(|node| {
            node.accesskit_node().label().filter(|label| label.starts_with("Totaal ")).map(|label| label.to_string())
        });
        found.unwrap_or_else(|| "geen totaal".to_owned())
    }

    fn press(&mut self, name: &str) {
        self.harness.get_by_label(name).click();
        self.harness.run();
    }

    fn open_part(&mut self, start: &str) {
        let name = self
            .harness
            .get_all_by_role(Role::Button)
            .find_map(|node| {
                node.accesskit_node().label().filter(|label| label.starts_with(start)).map(|label| label.to_string())
            })
            .expect("the part");
        self.press(&name);
    }

    fn key(&mut self, key: Key) {
        self.harness.key_press(key);
        self.harness.run();
    }

    fn ctrl(&mut self, key: Key) {
        self.harness.key_press_modifiers(Modifiers::COMMAND, key);
        self.harness.run();
    }

    fn shows(&self, text: &str) -> bool {
        self.harness.query_all_by_label_contains(text).next().is_some()
    }

    fn is_chosen(&self, name: &str) -> bool {
        let node = self.harness.get_by_label(name).accesskit_node();
        node.toggled() == Some(egui::accesskit::Toggled::True) || node.is_selected() == Some(true)
    }

    fn jump(&mut self, norm: &str) {
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

#[test]
fn choosing_a_verdict_changes_the_score_that_is_shown() {
    let mut desk = Desk::with_example();
    assert!(desk.total().starts_with("Totaal 2,9"), "{}", desk.total());
    desk.press("I.5.1 voldaan: ja");
    assert_eq!(desk.verdict("I.5.1"), Verdict::Holds);
    assert!(desk.is_chosen("I.5.1 voldaan: ja"));
    assert!(desk.shows("Onderdeel I: score 4"));
    assert!(desk.total().contains("2,950"), "{}", desk.total());
}

#[test]
fn a_second_click_on_a_verdict_makes_it_open() {
    let mut desk = Desk::with_example();
    desk.press("I.1.1 gebrek aanwezig: nee");
    assert_eq!(desk.verdict("I.1.1"), Verdict::Open);
    assert!(!desk.is_chosen("I.1.1 gebrek aanwezig: nee"));
    desk.press("I.1.1 gebrek aanwezig: nee");
    assert_eq!(desk.verdict("I.1.1"), Verdict::Fails);
}

#[test]
fn the_keys_j_and_n_move_the_total() {
    let mut desk = Desk::with_example();
    desk.jump("I.3.1");
    let before = desk.total();
    desk.key(Key::N);
    assert_eq!(desk.verdict("I.3.1"), Verdict::Fails);
    assert_ne!(desk.total(), before);
    desk.key(Key::J);
    assert_eq!(desk.verdict("I.3.1"), Verdict::Holds);
    assert_eq!(desk.total(), before);
}

#[test]
fn a_key_for_a_verdict_is_not_taken_while_typing() {
    let mut desk = Desk::with_example();
    desk.jump("I.3.1");
    desk.key(Key::R);
    desk.harness.get_by_label("Toelichting bij I.3.1").type_text("nnn");
    desk.key(Key::N);
    assert_eq!(desk.verdict("I.3.1"), Verdict::Holds);
}

#[test]
fn not_applicable_waits_for_its_rationale() {
    let mut desk = Desk::with_example();
    desk.jump("I.3.4");
    // A keyboard sends the letter as text too; it is not to end up in the field.
    desk.harness.event(egui::Event::Text("v".to_owned()));
    desk.key(Key::V);
    assert_eq!(desk.verdict("I.3.4"), Verdict::Holds);
    assert!(desk.shows("wacht op toelichting"));
    assert!(desk.harness.get_by_label("Toelichting bij I.3.4").is_focused());
    desk.harness.get_by_label("Toelichting bij I.3.4").type_text("Geen eigen medewerkers.");
    desk.harness.run_steps(8);
    desk.harness.run();
    assert_eq!(desk.verdict("I.3.4"), Verdict::NotApplicable);
    let side = desk.window().perspective();
    let sheet = desk.window().session().expect("an assessment").sheet(side);
    assert_eq!(sheet.finding("I.3.4").rationale, "Geen eigen medewerkers.");
    assert!(!desk.shows("wacht op toelichting"));
}

#[test]
fn a_click_on_not_applicable_leads_to_the_rationale() {
    let mut desk = Desk::empty();
    desk.press("I.3.1: n.v.t.");
    assert!(desk.harness.get_by_label("Toelichting bij I.3.1").is_focused());
    assert_eq!(desk.verdict("I.3.1"), Verdict::Open);
}

#[test]
fn escape_drops_a_verdict_that_waits() {
    let mut desk = Desk::with_example();
    desk.jump("I.3.4");
    desk.key(Key::O);
    assert!(desk.shows("wacht op toelichting"));
    desk.key(Key::Escape);
    assert!(!desk.shows("wacht op toelichting"));
    assert_eq!(desk.verdict("I.3.4"), Verdict::Holds);
}

#[test]
fn a_contradiction_is_marked_on_both_cells() {
    let mut desk = Desk::with_example();
    desk.press("I.1.2 gebrek aanwezig: ja");
    desk.press("I.3.2 voldaan: ja");
    // It held already: the second press made it open, the third says so again.
    assert_eq!(desk.verdict("I.3.2"), Verdict::Open);
    desk.press("I.3.2 voldaan: ja");
    assert!(desk.shows("I.1.2 Benadering van risicoklanten: gebrek aanwezig, tegenspraak met I.3.2"));
    assert!(desk.shows("I.3.2 Benadering van risicoklanten: voldaan, tegenspraak met I.1.2"));
    assert!(desk.shows("nog niet te bepalen"));
}

#[test]
fn each_side_keeps_its_own_findings() {
    let mut desk = Desk::with_example();
    desk.press("Zelfbeoordeling");
    assert_eq!(desk.verdict("I.3.1"), Verdict::Open);
    desk.press("I.3.1 voldaan: nee");
    desk.press("Toezichthouder");
    assert_eq!(desk.verdict("I.3.1"), Verdict::Holds);
    desk.press("Zelfbeoordeling");
    assert_eq!(desk.verdict("I.3.1"), Verdict::Fails);
}

#[test]
fn a_step_is_undone_and_done_again() {
    let mut desk = Desk::with_example();
    let before = desk.total();
    desk.press("I.5.1 voldaan: ja");
    let after = desk.total();
    desk.ctrl(Key::Z);
    assert_eq!((desk.total(), desk.verdict("I.5.1")), (before, Verdict::Fails));
    desk.ctrl(Key::Y);
    assert_eq!((desk.total(), desk.verdict("I.5.1")), (after, Verdict::Holds));
}

#[test]
fn typing_a_rationale_is_one_step_of_undo() {
    let mut desk = Desk::with_example();
    desk.jump("I.3.4");
    desk.key(Key::R);
    for part in ["Gezien ", "in het ", "dossier."] {
        desk.harness.get_by_label("Toelichting bij I.3.4").type_text(part);
        desk.harness.run_steps(8);
    }
    desk.harness.run();
    let rationale = |desk: &mut Desk| {
        let side = desk.window().perspective();
        desk.window().session().expect("an assessment").sheet(side).finding("I.3.4").rationale
    };
    assert_eq!(rationale(&mut desk), "Gezien in het dossier.");
    desk.ctrl(Key::Z);
    assert_eq!(rationale(&mut desk), "");
}

#[test]
fn a_rationale_is_stored_when_its_field_is_left() {
    let mut desk = Desk::with_example();
    desk.jump("I.3.4");
    desk.key(Key::R);
    desk.harness.get_by_label("Toelichting bij I.3.4").type_text("Gezien.");
    desk.harness.step();
    desk.press("I.1.2 gebrek aanwezig: nee");
    let side = desk.window().perspective();
    let sheet = desk.window().session().expect("an assessment").sheet(side);
    assert_eq!(sheet.finding("I.3.4").rationale, "Gezien.");
    assert_eq!(sheet.finding("I.1.2").rationale, "");
    assert_eq!(desk.harness.get_by_label("Toelichting bij I.1.2").value().unwrap_or_default(), "");
}

#[test]
fn what_follows_is_taken_over_at_once_and_undone_at_once() {
    let mut desk = Desk::empty();
    desk.press("I.5.1 voldaan: ja");
    desk.press("I.3.2 voldaan: ja");
    desk.press("Neem over wat volgt");
    assert_eq!(desk.verdict("I.3.1"), Verdict::Holds);
    assert_eq!((desk.verdict("I.1.1"), desk.verdict("I.1.2")), (Verdict::Fails, Verdict::Fails));
    desk.ctrl(Key::Z);
    assert_eq!((desk.verdict("I.3.1"), desk.verdict("I.1.1")), (Verdict::Open, Verdict::Open));
}

#[test]
fn a_twin_follows_the_norm_on_rung_three() {
    let mut desk = Desk::empty();
    desk.open_part("V Communicatie");
    assert!(desk.harness.query_by_label("V.5.2 voldaan: ja").is_none());
    desk.press("V.3.2 voldaan: ja");
    assert_eq!(desk.verdict("V.5.2"), Verdict::Holds);
    assert!(desk.shows("V.5.2 volgt V.3.2"));
}

#[test]
fn a_deficiency_without_rationale_is_marked_as_such() {
    let mut desk = Desk::empty();
    assert!(!desk.shows("toelichting ontbreekt"));
    desk.press("I.1.1 gebrek aanwezig: ja");
    assert!(desk.shows("toelichting ontbreekt"));
}

#[test]
fn a_part_is_judged_by_keys_alone() {
    let mut desk = Desk::empty();
    desk.open_part("III Aansturing");
    let norms: Vec<(String, bool)> = {
        let session = desk.window().session().expect("an assessment");
        let part = session.framework().part("III").expect("part III");
        part.norms().map(|norm| (norm.id.to_string(), norm.rung == trede::domain::Rung::ONE)).collect()
    };
    assert_eq!(norms.len(), 25);
    desk.jump("III.1.1");
    for _ in 0..40 {
        let Some(norm) = desk.window().chosen().cloned() else { break };
        if !norm.as_str().starts_with("III.") {
            break;
        }
        let deficiency = norm.as_str().starts_with("III.1.");
        desk.key(if deficiency { Key::N } else { Key::J });
        desk.key(Key::Space);
    }
    for (norm, deficiency) in norms {
        let expected = if deficiency { Verdict::Fails } else { Verdict::Holds };
        assert_eq!(desk.verdict(&norm), expected, "{norm}");
    }
    assert!(desk.shows("Onderdeel III: score 5"));
}

#[test]
fn arrows_and_figures_move_in_the_rubric() {
    let mut desk = Desk::with_example();
    desk.jump("I.3.1");
    for (key, expected) in [
        (Key::ArrowRight, "I.5.1"),
        (Key::ArrowDown, "I.5.2"),
        (Key::ArrowLeft, "I.3.2"),
        (Key::Num1, "I.1.2"),
        (Key::ArrowUp, "I.1.1"),
        (Key::ArrowLeft, "I.1.1"),
    ] {
        desk.key(key);
        assert_eq!(desk.window().chosen().map(NormId::as_str), Some(expected), "{key:?}");
    }
}

#[test]
fn closing_while_something_is_not_stored_is_held_back_once() {
    let mut desk = Desk::with_example();
    let path = desk.window().session().expect("an assessment").path().to_owned();
    std::fs::rename(&path, path.with_extension("elders")).expect("moved away");
    desk.press("I.5.1 voldaan: ja");
    let close = |desk: &mut Desk| {
        desk.harness
            .input_mut()
            .viewports
            .entry(egui::ViewportId::ROOT)
            .or_default()
            .events
            .push(egui::ViewportEvent::Close);
        desk.harness.step();
        let held = desk
            .harness
            .output()
            .viewport_output
            .values()
            .any(|output| output.commands.contains(&egui::ViewportCommand::CancelClose));
        if let Some(viewport) = desk.harness.input_mut().viewports.get_mut(&egui::ViewportId::ROOT) {
            viewport.events.clear();
        }
        held
    };
    assert!(close(&mut desk));
    desk.harness.run();
    assert!(desk.shows("gaat het verloren"));
    assert!(desk.shows("is verplaatst of verwijderd. Alles staat nog in dit venster."));
    assert!(!close(&mut desk));
}

#[test]
fn a_narrow_window_cuts_off_no_button() {
    let mut desk = Desk::with_example();
    for size in [[1280.0, 800.0], [960.0, 600.0], [720.0, 450.0]] {
        desk.harness.set_size(size.into());
        desk.harness.run();
        let window = egui::Rect::from_min_size(egui::Pos2::ZERO, size.into());
        let filter = if size[1] < 560.0 { "Te zien: Alles" } else { "Alles" };
        for name in ["Menu", "Rapport …", "Toezichthouder", "Neem over wat volgt", filter] {
            let found = desk.harness.get_by_label(name).rect();
            assert!(window.contains_rect(found), "{name} at {found:?} in {size:?}");
        }
    }
}

#[test]
fn the_palette_runs_a_command() {
    let mut desk = Desk::with_example();
    desk.ctrl(Key::P);
    desk.harness.get_by_role_and_label(Role::TextInput, "Opdrachten").type_text("blokkeren");
    desk.harness.run();
    desk.key(Key::Enter);
    assert!(desk.is_chosen("Blokkerend 4"));
}

#[test]
fn a_score_is_settled_with_a_reason_and_taken_back() {
    let mut desk = Desk::with_example();
    desk.press("Onderdeel I vaststellen op 3");
    desk.harness.get_by_label("Reden voor een 3").type_text("Past bij het beeld.");
    desk.harness.run();
    desk.press("Stel een 3 vast");
    assert!(desk.shows("Vastgesteld op een 3"));
    desk.press("Vaststelling van onderdeel I terugnemen");
    assert!(!desk.shows("Vastgesteld op een 3"));
}

#[test]
fn every_text_of_the_window_stands_in_the_locale_file() {
    let mut desk = Desk::with_example();
    for key in [None, Some(Key::P), Some(Key::F)] {
        if let Some(key) = key {
            desk.ctrl(key);
        }
        assert!(!desk.shows("["), "a key without a text");
        desk.key(Key::Escape);
    }
}

#[test]
fn nothing_is_drawn_while_nothing_happens() {
    let mut desk = Desk::with_example();
    desk.jump("I.3.4");
    desk.key(Key::R);
    desk.harness.run();
    let delay = desk.harness.output().viewport_output.values().map(|output| output.repaint_delay).min();
    assert!(delay.is_some_and(|delay| delay.as_secs() > 3600), "{delay:?}");
}
