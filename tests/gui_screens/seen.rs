//! What one sees and no other test reads: lines, capitals, what stands beside what.

use std::path::Path;
use std::process::Command;

use eframe::egui::{self, Key, Role};
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use trede::storage::settings::Settings;

use super::{Desk, proposed, tabs, unopened};

fn rect(desk: &Desk, name: &str) -> egui::Rect {
    desk.harness.get_by_label(name).rect()
}

/// Whether two things stand on one line.
fn beside(one: egui::Rect, other: egui::Rect) -> bool {
    one.y_range().contains(other.center().y) || other.y_range().contains(one.center().y)
}

#[test]
fn a_recent_file_with_a_long_name_in_a_deep_folder_takes_one_line() {
    let name = format!("{}.trede", "Coöperatieve Hypotheekverstrekkersvereniging ".repeat(4).trim());
    let long = name.clone();
    let prepare = move |home: &Path| {
        let deep =
            home.join("Toezicht 2026").join("Dossiers van de afdeling betalingsachterstanden").join("Hypotheken");
        std::fs::create_dir_all(&deep).unwrap();
        let mut settings = Settings { tour_done: true, ..Settings::default() };
        for name in ["a.trede", &long, "weg.trede"] {
            if name != "weg.trede" {
                std::fs::write(deep.join(name), "").unwrap();
            }
            settings.note_opened(&deep.join(name));
        }
        settings.save(home).unwrap();
    };
    let mut desk = Desk::start(prepare, &[]);
    for width in [1280.0, 640.0] {
        desk.harness.set_size(egui::vec2(width, 800.0));
        desk.harness.run();
        let (first, last) = (rect(&desk, "weg.trede uit de lijst halen"), rect(&desk, "a.trede openen"));
        assert!(last.top() - first.top() < 90.0, "three rows from {first:?} to {last:?} at {width}");
        assert!(rect(&desk, &format!("{name} openen")).right() < 0.75 * width);
        // The end of the folder tells it apart.
        assert!(desk.shows("Hypotheken"));
    }
}

#[test]
fn groups_of_the_menu_are_kept_apart_and_no_line_of_it_wraps() {
    let mut desk = Desk::with_example(&[]);
    desk.press("Menu");
    let lines: Vec<egui::Rect> = desk.harness.query_all_by_role(Role::MenuItem).map(|node| node.rect()).collect();
    assert!(lines.iter().all(|line| line.height() < 32.0), "{lines:?}");
    let apart = lines.windows(2).filter(|pair| pair[1].top() - pair[0].bottom() > 6.0).count();
    assert_eq!(apart, trede::gui::commands::MENU.len() - 1);
}

#[test]
fn what_belongs_together_stands_on_one_line() {
    let mut desk = proposed::desk_with("", &["eerder.trede"]);
    desk.press_and_wait("Beoordeling kiezen", "staan klaar om te bevestigen");
    desk.harness.set_size(egui::vec2(1280.0, 800.0));
    desk.harness.run();
    let (yes, no) = (rect(&desk, "Bevestig voorstel bij I.3.1"), rect(&desk, "Laat voorstel bij I.3.1 vervallen"));
    assert!(beside(yes, no), "{yes:?} {no:?}");
    let title = desk.harness.get_by_role_and_label(Role::Heading, "I. Actief en preventief beheer").rect();
    assert!(beside(title, rect(&desk, "Inleiding en schaal")));
    let figures = ["1", "5"].map(|level| rect(&desk, &format!("Onderdeel I vaststellen op {level}")));
    assert!(beside(figures[0], figures[1]) && desk.shows("Vaststellen, met een reden"));
}

#[test]
fn what_is_left_to_do_stands_beside_the_scores_where_there_is_room() {
    let mut desk = Desk::with_example(&[]);
    for (width, is_beside) in [(1280.0, false), (1440.0, false), (1680.0, true), (2560.0, true)] {
        desk.harness.set_size(egui::vec2(width, 2400.0));
        desk.harness.run();
        desk.go_to("Overzicht");
        let (open, part) = (rect(&desk, "Open of niet vast te stellen"), rect(&desk, "I  Actief en preventief beheer"));
        assert_eq!(open.bottom() < part.top(), is_beside, "{open:?} {part:?} at {width}");
        assert_eq!(open.left() > part.right(), is_beside, "{open:?} {part:?} at {width}");
        let last = rect(&desk, "Definitief maken");
        assert!(last.right() < width && last.left() >= open.left(), "{last:?} at {width}");
    }
}

#[test]
fn every_choice_begins_with_a_capital() {
    let mut desk = Desk::start(|_| {}, &[]);
    let lower = |desk: &Desk| {
        let names = desk.names(Role::RadioButton);
        assert!(names.len() > 2, "{names:?}");
        names.into_iter().filter(|name| name.starts_with(char::is_lowercase)).collect::<Vec<_>>()
    };
    desk.press("Nieuwe beoordeling");
    assert_eq!(lower(&desk), [""; 0]);
    desk.fill("Aanbieder", "Testbank");
    desk.press("Beoordeling maken");
    desk.press("Menu");
    desk.press("Voorblad: aanbieder, periode en beoordelaar");
    assert_eq!(lower(&desk), [""; 0]);
    desk.key(Key::Escape);
    desk.press("Menu");
    desk.press("Instellingen");
    assert_eq!(lower(&desk), [""; 0]);
}

#[test]
fn the_tab_in_sight_is_in_sight_also_among_many() {
    let mut desk = Desk::with_example(&[]);
    desk.harness.set_size(egui::vec2(640.0, 1200.0));
    for lender in ["Tweede", "Derde", "Vierde", "Vijfde"] {
        tabs::add(&mut desk, lender);
    }
    let shown = |desk: &Desk, start: &str| {
        let mut tabs = desk.harness.query_all_by_role(Role::Tab);
        let named =
            |node: &egui_kittest::Node<'_>| node.accesskit_node().label().is_some_and(|name| name.starts_with(start));
        let at = tabs.find(named).expect("the tab").rect();
        at.left() >= 0.0 && at.right() <= 640.0
    };
    assert!(shown(&desk, "Vijfde") && !shown(&desk, "Voorbeeldbank"));
    desk.harness.key_press_modifiers(egui::Modifiers::COMMAND, Key::Tab);
    desk.harness.run();
    assert!(shown(&desk, "Voorbeeldbank") && !shown(&desk, "Vijfde"));
}

#[test]
fn a_dialog_that_is_higher_than_the_window_scrolls() {
    let mut desk = unopened::closed();
    desk.harness.set_size(egui::vec2(640.0, 400.0));
    unopened::damage(&desk);
    unopened::open(&mut desk);
    desk.wait("krijgt een andere naam en blijft bewaard");
    desk.press("Technische gegevens tonen");
    desk.harness.run_steps(4);
    let title = desk.harness.get_by_role_and_label(Role::Heading, "Deze beoordeling kan niet worden geopend").rect();
    assert!(title.top() >= 0.0, "{title:?}");
    desk.harness.get_by_label("Sluiten").scroll_to_me();
    desk.harness.run_steps(4);
    let close = rect(&desk, "Sluiten");
    assert!(close.bottom() <= 400.0, "{close:?}");
    desk.press("Sluiten");
    assert!(!desk.shows("Deze beoordeling kan niet worden geopend"));
}

/// Where the test below runs once more, as a user without a name.
const NAMELESS: &str = "TREDE_TEST_NAMELESS";
const NAME: &str = "gui_screens::seen::whose_name_is_not_known_reads_that_and_chooses_one";

#[test]
fn whose_name_is_not_known_reads_that_and_chooses_one() {
    if std::env::var_os(NAMELESS).is_none() {
        let mut again = Command::new(std::env::current_exe().unwrap());
        for name in ["USER", "USERNAME", "LOGNAME"] {
            again.env_remove(name);
        }
        let ran = again.args(["--exact", NAME, "--nocapture"]).env(NAMELESS, "1").output().unwrap();
        let out = String::from_utf8_lossy(&ran.stdout);
        assert!(ran.status.success() && out.contains("1 passed"), "{out}{}", String::from_utf8_lossy(&ran.stderr));
        return;
    }
    let mut desk = Desk::start(|_| {}, &[]);
    desk.press("Nieuwe beoordeling");
    desk.fill("Aanbieder", "Testbank");
    desk.press("Beoordeling maken");
    desk.go_to("Logboek");
    assert!(desk.shows("naam niet bekend") && !desk.shows("?"));
    desk.press("Uw naam is niet bekend. Kies onder welke naam u werkt");
    desk.fill("Uw naam", "C. Derde");
    desk.press("Werken onder de ingevulde naam");
    assert!(desk.shows("U werkt als C. Derde. Wijzigen") && !desk.shows("Uw naam is niet bekend"));
}
