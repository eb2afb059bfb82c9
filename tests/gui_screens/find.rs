//! Finding norms and what was written about them.

use eframe::egui::{self, Key, Role};
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use trede::domain::{Command, Finding, NormId, Perspective, Verdict};
use trede::gui::desk;

use super::Desk;

fn asking(query: &str) -> Desk {
    let mut desk = Desk::with_example(&[]);
    ask(&mut desk, query);
    desk
}

fn ask(desk: &mut Desk, query: &str) {
    desk.ctrl(Key::F);
    desk.type_into("Zoeken", query);
}

#[test]
fn a_word_of_a_rationale_is_found_without_its_accent_and_leads_to_the_field() {
    let mut desk = asking("2023 GEEVALUEERD");
    let hits = desk.names(Role::ListBoxOption);
    assert_eq!(hits.len(), 1, "{hits:?}");
    assert!(hits[0].starts_with("I.5.4 · toelichting · ") && hits[0].contains("niet geëvalueerd"), "{hits:?}");
    desk.key(Key::Enter);
    assert_eq!(desk.window().chosen().map(NormId::as_str), Some("I.5.4"));
    let field = desk.harness.get_by_label("Toelichting bij I.5.4");
    assert!(field.accesskit_node().is_focused());
}

#[test]
fn hits_say_where_they_are_and_can_be_narrowed_to_one_kind() {
    let mut desk = asking("contactplan");
    let hits = desk.names(Role::ListBoxOption);
    assert!(hits.iter().any(|hit| hit.starts_with("I.5.2 · bewijs · ")), "{hits:?}");
    assert!(hits.iter().all(|hit| hit.to_lowercase().contains("contactplan")), "{hits:?}");
    desk.key(Key::Escape);
    ask(&mut desk, "klant");
    assert!(desk.shows("De eerste 50 van "));
    let kinds = desk.names(Role::RadioButton);
    let rationales = kinds.iter().find(|name| name.starts_with("Toelichtingen ")).expect("a choice").clone();
    desk.press(&rationales);
    let hits = desk.names(Role::ListBoxOption);
    assert!(!hits.is_empty() && hits.iter().all(|hit| hit.contains(" · toelichting · ")), "{hits:?}");
    assert_eq!(rationales, format!("Toelichtingen {}", hits.len()));
}

#[test]
fn a_settlement_leads_to_its_part_and_a_note_to_the_introduction() {
    let mut desk = asking("boven trede 1 specificeerd");
    assert!(desk.names(Role::ListBoxOption)[0].starts_with("V · reden van de vaststelling · "));
    desk.key(Key::Enter);
    assert!(desk.window().chosen().is_some_and(|norm| norm.as_str().starts_with("V.")));
    ask(&mut desk, "S-05");
    assert!(desk.names(Role::ListBoxOption)[0].starts_with("S-05 · wat de bron openlaat · "));
    desk.key(Key::Enter);
    assert!(desk.shows("S-05"));
}

#[test]
fn what_another_side_wrote_is_said_to_be_so_and_brings_that_side_in_sight() {
    let mut desk = Desk::with_example(&[]);
    let finding = Finding::because(Verdict::Holds, "Vanuit het kwartaaloverleg bezien.");
    let (perspective, norm) = (Perspective::SelfAssessment, NormId::new("II.3.1"));
    let command = Command::Find { perspective, norm, finding, continues: false };
    desk.window().session().expect("it is open").execute(command, &desk::stamp("Test")).expect("it is recorded");
    ask(&mut desk, "kwartaaloverleg");
    assert!(desk.names(Role::ListBoxOption)[0].contains("toelichting (zelfbeoordeling)"));
    desk.key(Key::Enter);
    assert_eq!(desk.window().perspective(), Perspective::SelfAssessment);
    assert_eq!(desk.window().chosen().map(NormId::as_str), Some("II.3.1"));
}

#[test]
fn nothing_found_says_what_to_try() {
    let desk = asking("zeppelin");
    assert!(desk.shows("Probeer minder woorden"));
}

/// A framework of thousands of norms, each with a rationale: what is typed is answered within the frame.
#[test]
fn among_thousands_of_norms_and_rationales_every_letter_is_answered_in_its_frame() {
    let mut desk = Desk::start(|_| {}, &[]);
    let cover = trede::domain::Cover { subject: "Grote Bank".to_owned(), kvk: None, period: "2026".to_owned() };
    let text = crate::large_framework::text(10, 170);
    let path = desk.path("groot.trede");
    let mut session =
        trede::session::Session::create(&path, text.as_bytes(), cover, &desk::stamp("Test")).expect("an assessment");
    for number in 1..=40 {
        let (perspective, norm) = (Perspective::Supervisor, NormId::new(&format!("7.3.{number}")));
        let rationale = format!("{} Naald {number}.", "Hooi en stro. ".repeat(600));
        let finding = Finding::because(Verdict::Fails, &rationale);
        session
            .execute(Command::Find { perspective, norm, finding, continues: false }, &desk::stamp("Test"))
            .expect("it is recorded");
    }
    let ctx = desk.harness.ctx.clone();
    desk.window().take(&ctx, session);
    desk.harness.run();
    desk.ctrl(Key::F);
    desk.harness.get_by_role_and_label(Role::TextInput, "Zoeken").focus();
    desk.harness.run();
    for letter in ["n", "a", "a", "l", "d", " ", "3", "7", "."] {
        desk.harness.event(egui::Event::Text(letter.to_owned()));
        desk.harness.step();
    }
    let hits = desk.names(Role::ListBoxOption);
    assert_eq!(hits.len(), 1, "{hits:?}");
    assert!(hits[0].starts_with("7.3.37 · toelichting · ") && hits[0].ends_with("Naald 37."), "{hits:?}");
}
