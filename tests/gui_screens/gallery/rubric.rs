//! The rubric of a part, in the states that the work brings about.

use eframe::egui::{self, Key, Role};
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use trede::domain::{Command, NormId};
use trede::gui::desk;

use super::super::{Desk, proposed, tabs};
use super::first::LONG;
use super::{Camera, Journey};

const TAKE_BACK: &str = "Vaststelling van onderdeel I terugnemen";

pub const JOURNEYS: &[Journey] = &[
    parts,
    nothing_judged,
    what_if,
    contradiction,
    long_texts,
    personal_data,
    internal_and_attached,
    settling,
    proposals,
    final_and_other_sides,
    literal,
];

/// Chooses a norm by finding it.
pub fn jump(desk: &mut Desk, norm: &str) {
    desk.ctrl(Key::F);
    desk.type_into("Zoeken", norm);
    desk.key(Key::Enter);
    assert_eq!(desk.window().chosen().map(NormId::as_str), Some(norm));
}

/// Opens the part whose name begins like this.
pub fn open_part(desk: &mut Desk, start: &str) {
    let name = desk.names(Role::Button).into_iter().find(|name| name.starts_with(start)).expect("the part");
    desk.press(&name);
}

/// Types into a field that is in the norm panel, and lets it be stored.
pub fn write(desk: &mut Desk, field: &str, text: &str) {
    desk.harness.get_by_label(field).focus();
    desk.harness.run();
    desk.harness.get_by_label(field).type_text(text);
    desk.harness.run_steps(8);
    let _ = desk.harness.run_ok();
}

fn parts(camera: &mut Camera) {
    let mut desk = Desk::with_example(&[]);
    camera.take(&mut desk, "part-i");
    for (start, name) in
        [("III ", "part-iii"), ("IV ", "part-iv"), ("V ", "part-v"), ("VI ", "part-vi"), ("VII ", "part-vii")]
    {
        open_part(&mut desk, start);
        camera.take(&mut desk, name);
    }
    open_part(&mut desk, "VI ");
    for filter in ["Open", "Blokkerend", "Signaal"] {
        let names = [Role::Button, Role::RadioButton, Role::Tab].map(|role| desk.names(role)).concat();
        let name = names.into_iter().find(|name| name.starts_with(&format!("{filter} "))).expect("the filter");
        desk.press(&name);
        camera.take(&mut desk, &format!("filter-{}", filter.to_lowercase()));
    }
    desk.key(Key::I);
    camera.take(&mut desk, "introduction");
}

fn nothing_judged(camera: &mut Camera) {
    let mut desk = Desk::start(|_| {}, &[]);
    desk.press("Nieuwe beoordeling");
    desk.fill("Aanbieder", "Testbank");
    desk.press("Beoordeling maken");
    camera.take(&mut desk, "new-part-i");
    open_part(&mut desk, "III ");
    desk.key(Key::V);
    camera.take(&mut desk, "waits-for-rationale");
    desk.key(Key::Escape);
    desk.key(Key::V);
    desk.ctrl(Key::W);
    assert!(desk.shows("ontbreekt de toelichting nog."));
    camera.take(&mut desk, "closing-waits");
    desk.key(Key::Escape);
    desk.go_to("Overzicht");
    camera.take(&mut desk, "new-overview");
    desk.go_to("Logboek");
    camera.take(&mut desk, "new-log");
}

fn what_if(camera: &mut Camera) {
    let mut desk = Desk::with_example(&[]);
    desk.key(Key::W);
    camera.take(&mut desk, "what-if-begin");
    jump(&mut desk, "I.5.1");
    desk.key(Key::J);
    camera.take(&mut desk, "what-if-moved");
}

fn contradiction(camera: &mut Camera) {
    let mut desk = Desk::with_example(&[]);
    desk.press("I.1.1 gebrek aanwezig: ja");
    jump(&mut desk, "I.3.1");
    desk.key(Key::J);
    camera.take(&mut desk, "contradiction");
    desk.go_to("Overzicht");
    camera.take(&mut desk, "contradiction-overview");
}

fn long_texts(camera: &mut Camera) {
    let mut desk = Desk::start(|_| {}, &[]);
    desk.press("Nieuwe beoordeling");
    desk.fill("Aanbieder", LONG);
    desk.press("Beoordeling maken");
    desk.key(Key::J);
    let norm = desk.window().chosen().expect("a norm").to_string();
    write(
        &mut desk,
        &format!("Toelichting bij {norm}"),
        &"De uitkomsten van het risicomodel zijn gezien. ".repeat(213),
    );
    camera.take(&mut desk, "long-lender-and-rationale");
    desk.go_to("Overzicht");
    camera.take(&mut desk, "long-lender-overview");
    desk.go_to("Rapport (94 open) …");
    camera.take(&mut desk, "long-lender-report");
    desk.go_to("Logboek");
    camera.take(&mut desk, "long-lender-log");
}

fn personal_data(camera: &mut Camera) {
    let mut desk = Desk::with_example(&[]);
    jump(&mut desk, "I.3.4");
    write(&mut desk, "Toelichting bij I.3.4", "Gezien bij klant 111222333, rekening NL91ABNA0417164300.");
    camera.take(&mut desk, "personal-data");
    write(&mut desk, "Reden om het nummer bij I.3.4 te bewaren", "Nodig om het dossier terug te vinden.");
    desk.press("Bewaren met deze reden");
    camera.take(&mut desk, "personal-data-kept");
}

fn internal_and_attached(camera: &mut Camera) {
    let mut desk = Desk::with_example(&[]);
    jump(&mut desk, "I.3.4");
    camera.take(&mut desk, "no-rationale");
    desk.press("Toelichting bij I.3.4 is intern");
    write(&mut desk, "Toelichting bij I.3.4", "Van een tipgever die niet genoemd wil worden.");
    write(&mut desk, "Bewijs bij I.3.4, één verwijzing per regel", "beleid 2026 p. 4\nmail van een tipgever");
    desk.press("Bewijs ‘mail van een tipgever’ bij I.3.4 is intern");
    camera.take(&mut desk, "internal");
    let file = |name: &str, size| trede::domain::Attachment::new(name, &"ab".repeat(32), size).expect("a name");
    let long =
        "Verslag van het gesprek met de afdeling Bijzonder Beheer over betalingsregelingen en kwijtschelding 2026.pdf";
    let files = vec![file("beleid.pdf", 1_204_311), file(long, 48), file("opname.mp3", 49_000_000)];
    let (perspective, norm) = (desk.window().perspective(), NormId::new("I.3.4"));
    let attach = Command::Attach { perspective, norm, files };
    desk.window().session().expect("an assessment").execute(attach, &desk::stamp("A")).expect("attached");
    desk.harness.run();
    camera.take_at(&mut desk, "attached", "beleid.pdf weghalen bij I.3.4");
    std::fs::write(desk.path("uit.ron"), "").unwrap();
    desk.drop_on(&["uit.ron"]);
    camera.take(&mut desk, "dropped");
}

fn settling(camera: &mut Camera) {
    let mut desk = Desk::with_example(&[]);
    desk.press("Onderdeel I vaststellen op 3");
    camera.take_at(&mut desk, "settling", "Reden voor een 3");
    write(&mut desk, "Reden voor een 3", "Het model kent elf factoren en wordt maandelijks gebruikt.");
    desk.press("Stel een 3 vast");
    camera.take_at(&mut desk, "settled", TAKE_BACK);
    desk.press("I.3.1 voldaan: nee");
    camera.take_at(&mut desk, "settled-lapsed", TAKE_BACK);
}

fn proposals(camera: &mut Camera) {
    let mut desk = proposed::desk_with("", &["eerder.trede"]);
    camera.take(&mut desk, "proposals-form");
    desk.press_and_wait("Beoordeling kiezen", "95 bevindingen uit eerder.trede staan klaar om te bevestigen.");
    camera.take(&mut desk, "proposals");
    desk.key(Key::E);
    camera.take(&mut desk, "proposals-confirmed");
    let mut desk = proposed::desk_with("Andere Bank", &[]);
    let path = desk.path("eerder.trede").display().to_string();
    desk.fill("Eerdere beoordeling: typ een pad", &path);
    desk.press_and_wait("Eerdere beoordeling: neem het getypte pad", "Voorbeeldbank N.V., een andere aanbieder");
    camera.take(&mut desk, "proposals-other-lender");
}

fn final_and_other_sides(camera: &mut Camera) {
    let mut desk = Desk::with_example(&[]);
    desk.press("Tweede lezer");
    camera.take(&mut desk, "second-reader");
    desk.press("Toezichthouder");
    desk.go_to("Overzicht");
    desk.press("Definitief maken");
    camera.take(&mut desk, "final-overview");
    desk.go_to("Rapport …");
    camera.take(&mut desk, "final-report");
    jump(&mut desk, "I.3.1");
    camera.take(&mut desk, "final-part-i");
    desk.ctrl(Key::H);
    camera.take(&mut desk, "final-history");
}

fn literal(camera: &mut Camera) {
    let mut desk = Desk::start(
        |home| {
            let file = home.join("laag.ron");
            std::fs::write(&file, crate::overlay::window::FILE).unwrap();
            let settings =
                trede::storage::settings::Settings { overlay: Some(file), tour_done: true, ..Default::default() };
            settings.save(home).unwrap();
        },
        &[],
    );
    desk.press("Voorbeeld proberen");
    camera.take(&mut desk, "literal");
    tabs::add(&mut desk, "Andere Bank N.V.");
    camera.take(&mut desk, "tabs");
    for lender in [LONG, "Derde Hypotheekverstrekker B.V.", "Vierde", "Vijfde Bank N.V.", "Zesde"] {
        tabs::add(&mut desk, lender);
    }
    desk.harness.key_press_modifiers(egui::Modifiers::COMMAND, Key::Tab);
    desk.harness.run();
    camera.take(&mut desk, "tabs-many");
    assert!(desk.harness.root().accesskit_node().role() != Role::Unknown);
}
