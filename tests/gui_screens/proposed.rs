//! Findings of an earlier assessment in the window: chosen, shown on the cell, confirmed and dismissed.

use std::path::Path;

use eframe::egui::{Key, Role};
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use trede::domain::{NormId, Perspective, Verdict};
use trede::gui::desk;
use trede::gui::wish::NewAssessment;
use trede::storage::shipped;

use super::Desk;

/// A new assessment of the lender of the example, with the example as that of the year before.
pub(super) fn desk_with(subject: &str, answers: &[&str]) -> Desk {
    let subject = subject.to_owned();
    let prepare = move |home: &Path| {
        let mut earlier = desk::example(&home.join("eerder.trede"), &desk::stamp("Test")).unwrap();
        earlier.flush().unwrap();
        let mut cover = earlier.assessment().cover.clone();
        cover.period = "2027".to_owned();
        if !subject.is_empty() {
            (cover.subject, cover.kvk) = (subject, None);
        }
        let new = NewAssessment {
            path: home.join("nu.trede"),
            framework_text: shipped::ALL[0].text.as_bytes().to_vec(),
            cover,
            perspective: Perspective::Supervisor,
            protect: false,
            assessor: None,
        };
        drop(desk::create(new, &desk::stamp("Test")).unwrap());
    };
    let mut desk = Desk::start(prepare, answers);
    let (ctx, path) = (desk.harness.ctx.clone(), desk.path("nu.trede"));
    desk.window().open(&ctx, &path);
    desk.harness.run();
    desk.press("Menu");
    desk.press("Overnemen uit een eerdere beoordeling");
    desk
}

impl Desk {
    fn verdict_here(&mut self) -> Verdict {
        let (norm, side) = (self.window().chosen().cloned().expect("a norm"), self.window().perspective());
        self.window().session().expect("an assessment").sheet(side).verdict(norm.as_str())
    }

    fn proposals(&mut self) -> usize {
        let side = self.window().perspective();
        self.window().session().expect("an assessment").sheet(side).proposals.len()
    }

    fn cell(&self, norm: &str) -> String {
        let mut cells = self.harness.get_all_by_role(Role::GridCell).filter_map(|node| node.accesskit_node().label());
        cells
            .find(|name| name.starts_with(&format!("{norm},")) || name.starts_with(&format!("{norm} ")))
            .expect("the cell")
            .to_string()
    }

    fn press_key(&mut self, key: Key) {
        self.harness.key_press(key);
        self.harness.run();
    }
}

#[test]
fn findings_come_over_as_proposals_that_are_said_on_their_cells() {
    let mut desk = desk_with("", &["eerder.trede"]);
    assert!(desk.shows("Uit een eerdere beoordeling van Voorbeeldbank N.V."));
    desk.press_and_wait("Beoordeling kiezen", "95 bevindingen uit eerder.trede staan klaar om te bevestigen.");
    assert!(!desk.shows("Uit een eerdere beoordeling van"));
    assert_eq!((desk.proposals(), desk.verdict_here()), (95, Verdict::Open));
    let norm = desk.window().chosen().map(NormId::to_string).unwrap();
    assert!(desk.cell(&norm).ends_with("Eerder: voldaan"), "{}", desk.cell(&norm));
    assert!(desk.shows("Nog 95 te bevestigen: naar de volgende"));
    assert!(desk.shows("Eerder: voldaan. Dit is een voorstel en telt nog niet mee."));
    // Nothing counts: all norms are open.
    assert!(desk.shows("0/12 normen"));
}

#[test]
fn one_key_confirms_one_dismisses_and_one_leads_to_the_next() {
    let mut desk = desk_with("", &["eerder.trede"]);
    desk.press_and_wait("Beoordeling kiezen", "staan klaar om te bevestigen");
    let first = desk.window().chosen().map(NormId::to_string).unwrap();
    desk.press_key(Key::E);
    assert_eq!(desk.verdict_here(), Verdict::Holds);
    assert!(!desk.cell(&first).contains("Eerder"));
    assert!(desk.field(&format!("Toelichting bij {first}")).starts_with("Het model gebruikt elf factoren"));
    desk.press_key(Key::U);
    let second = desk.window().chosen().map(NormId::to_string).unwrap();
    assert_ne!(first, second);
    desk.press_key(Key::X);
    assert_eq!(desk.verdict_here(), Verdict::Open);
    assert!(!desk.cell(&second).contains("Eerder"));
    // By button as well, and what is judged otherwise is no proposal any more.
    desk.press("Nog 93 te bevestigen: naar de volgende");
    let third = desk.window().chosen().map(NormId::to_string).unwrap();
    desk.press(&format!("Bevestig voorstel bij {third}"));
    assert_ne!(desk.verdict_here(), Verdict::Open);
    desk.press_key(Key::U);
    let before = desk.proposals();
    desk.press_key(Key::J);
    assert_eq!((desk.proposals(), desk.verdict_here()), (before - 1, Verdict::Holds));
    // Where nothing is proposed the key says so.
    desk.press_key(Key::E);
    assert!(desk.shows("staat geen voorstel uit een eerdere beoordeling"));
}

#[test]
fn another_lender_is_told_where_the_file_is_chosen_and_a_path_can_be_typed() {
    let mut desk = desk_with("Andere Bank", &[]);
    let path = desk.path("eerder.trede").display().to_string();
    desk.fill("Eerdere beoordeling: typ een pad", &path);
    desk.press_and_wait("Eerdere beoordeling: neem het getypte pad", "Voorbeeldbank N.V., een andere aanbieder");
    assert!(desk.shows("Uit een eerdere beoordeling van Andere Bank"));
    assert_eq!(desk.proposals(), 0);
    desk.press("Annuleren");
    assert!(!desk.shows("Uit een eerdere beoordeling van"));
}

#[test]
fn an_earlier_assessment_that_is_dropped_can_be_taken_over() {
    let mut desk = desk_with("", &[]);
    desk.press("Annuleren");
    desk.drop_on(&["eerder.trede"]);
    assert!(desk.shows("Wat wilt u met eerder.trede doen?") && desk.can_press("Openen in Trede"));
    desk.press_and_wait("Overnemen als voorstel", "95 bevindingen uit eerder.trede staan klaar om te bevestigen.");
    assert_eq!(desk.proposals(), 95);
}
