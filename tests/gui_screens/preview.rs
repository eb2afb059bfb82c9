//! The pages of a report in the window, by accessible name.

use std::fs;

use eframe::egui::{self, Key, Modifiers, Role};
use egui_kittest::kittest::{NodeT as _, Queryable as _};

use super::Desk;
use crate::example::REPORT;

impl Desk {
    /// The report form of the example, with the pages open.
    fn looking() -> Desk {
        let mut desk = Desk::with_example(&[]);
        desk.harness.set_size([1280.0, 800.0].into());
        desk.go_to("Rapport …");
        desk.press_and_wait("Eerst bekijken", "Bladzijde 1 van ");
        desk.settle();
        desk
    }

    /// Waits until nothing is being drawn any more, the pages next to those in sight included.
    pub(super) fn settle(&mut self) {
        let mut quiet = 0;
        for _ in 0..2_000 {
            self.harness.step();
            let is_busy = self.window().preview().is_some_and(|preview| preview.is_busy());
            let rests = !is_busy && !self.is_coming() && self.is_idle();
            // The thread wakes the window a moment after it is done.
            quiet = if rests { quiet + 1 } else { 0 };
            if quiet == 3 {
                return;
            }
            std::thread::sleep(std::time::Duration::from_millis(5));
        }
        panic!("the drawing never ends");
    }

    /// Whether a page in sight says that it is being drawn; that is painted, and no label.
    fn is_coming(&self) -> bool {
        fn says_so(shape: &egui::Shape) -> bool {
            match shape {
                egui::Shape::Vec(shapes) => shapes.iter().any(says_so),
                egui::Shape::Text(text) => {
                    ["wordt getekend", "is being drawn"].iter().any(|words| text.galley.text().contains(words))
                }
                _ => false,
            }
        }
        self.harness.output().shapes.iter().any(|clipped| says_so(&clipped.shape))
    }

    /// Whether the window waits for the user.
    fn is_idle(&self) -> bool {
        self.harness
            .output()
            .viewport_output
            .values()
            .all(|output| output.repaint_delay > std::time::Duration::from_secs(9))
    }

    fn page(&mut self) -> usize {
        self.window().preview().expect("pages").place().0
    }

    fn pages(&mut self) -> usize {
        self.window().preview().expect("pages").place().1
    }

    pub(super) fn turn(&mut self, key: Key) {
        self.harness.key_press(key);
        let _ = self.harness.run_ok();
    }

    fn percent(&self) -> u32 {
        let found = self.harness.query_all_by_label_contains(" %").find_map(|node| {
            node.accesskit_node().value().or(node.accesskit_node().label()).map(|text| text.to_string())
        });
        found.and_then(|text| text.trim_end_matches(" %").parse().ok()).expect("a size in per cent")
    }

    /// Verifies this file and looks at its pages, until this is to be read.
    fn look_at(bytes: &[u8], verdict: &str, text: &str) -> Desk {
        let mut desk = Desk::start(|home| fs::write(home.join("a.pdf"), bytes).unwrap(), &["a.pdf"]);
        desk.press("Rapport controleren");
        desk.harness.get_by_label("Rapport kiezen").click();
        desk.wait(verdict);
        desk.press_and_wait("Bladzijden bekijken", text);
        desk
    }
}

#[test]
fn the_pages_are_looked_at_before_signing() {
    let mut desk = Desk::looking();
    let pages = desk.pages();
    assert!(pages > 10, "{pages}");
    assert_eq!(desk.page(), 1);
    let name = format!("Bladzijde 1 van {pages}");
    let page = desk.harness.get_by_role_and_label(Role::Image, &name);
    let text = page.accesskit_node().description().unwrap_or_default();
    assert!(text.contains("Voorbeeldbank N.V."), "{text}");
    assert!(desk.shows("Nog niet ondertekend en niet bewaard."));
}

#[test]
fn keys_turn_the_pages() {
    let mut desk = Desk::looking();
    let last = desk.pages();
    for (key, page) in [
        (Key::PageDown, 2),
        (Key::ArrowRight, 3),
        (Key::ArrowLeft, 2),
        (Key::End, last),
        (Key::PageDown, last),
        (Key::PageUp, last - 1),
        (Key::Home, 1),
        (Key::PageUp, 1),
    ] {
        desk.turn(key);
        assert_eq!(desk.page(), page, "{key:?}");
        assert!(desk.shows(&format!("Bladzijde {page} van {last}")), "{key:?}");
    }
    for _ in 0..40 {
        desk.turn(Key::ArrowDown);
    }
    assert!(desk.page() > 1, "scrolling by lines turns the page too");
}

#[test]
fn a_number_that_is_typed_leads_to_its_page() {
    let mut desk = Desk::looking();
    desk.harness.event(egui::Event::Text("1".to_owned()));
    let _ = desk.harness.run_ok();
    desk.harness.event(egui::Event::Text("2".to_owned()));
    let _ = desk.harness.run_ok();
    assert_eq!(desk.field("Nummer van de bladzijde"), "12");
    desk.turn(Key::Enter);
    assert_eq!(desk.page(), 12);
    desk.turn(Key::G);
    desk.harness.event(egui::Event::Text("999".to_owned()));
    let _ = desk.harness.run_ok();
    desk.turn(Key::Enter);
    assert_eq!(desk.page(), desk.pages());
}

#[test]
fn control_and_plus_make_the_page_larger_and_not_the_window() {
    let mut desk = Desk::looking();
    let wide = desk.percent();
    let ctrl = |desk: &mut Desk, key: Key| {
        desk.harness.key_press_modifiers(Modifiers::COMMAND, key);
        let _ = desk.harness.run_ok();
        desk.percent()
    };
    let larger = ctrl(&mut desk, Key::Plus);
    assert!(larger > wide, "{larger} {wide}");
    assert!(ctrl(&mut desk, Key::Minus) < larger);
    assert_eq!(ctrl(&mut desk, Key::Num0), wide);
    assert!(ctrl(&mut desk, Key::Num0) < wide, "a whole page is smaller than the width");
    assert_eq!(desk.harness.ctx.zoom_factor(), 1.0);
    desk.turn(Key::Escape);
    desk.harness.key_press_modifiers(Modifiers::COMMAND, Key::Plus);
    let _ = desk.harness.run_ok();
    assert!(desk.harness.ctx.zoom_factor() > 1.0, "elsewhere they are those of the window");
}

#[test]
fn the_place_on_a_page_stays_when_its_size_changes() {
    let mut desk = Desk::looking();
    desk.turn(Key::PageDown);
    desk.turn(Key::PageDown);
    for key in [Key::Plus, Key::Plus, Key::Minus, Key::Num0, Key::Num0] {
        desk.harness.key_press_modifiers(Modifiers::COMMAND, key);
        let _ = desk.harness.run_ok();
        assert_eq!(desk.page(), 3, "{key:?}");
    }
}

#[test]
fn escape_leads_back_to_the_form_as_it_was() {
    let mut desk = Desk::with_example(&[]);
    desk.go_to("Rapport …");
    desk.fill("Naam", "A. Proef");
    desk.fill("Wachtwoordzin", "zeven bomen");
    desk.fill("Nog een keer", "zeven bomen");
    desk.press_and_wait("Handtekening maken", "Wachtwoordzin van deze handtekening");
    desk.fill("Wachtwoordzin van deze handtekening", "zeven bomen");
    desk.press_and_wait("Eerst bekijken", "Bladzijde 1 van ");
    assert!(desk.texts_of_pages().contains("A. Proef"), "the page names who is going to sign");
    desk.turn(Key::Escape);
    assert!(desk.window().preview().is_none(), "what was drawn is let go");
    assert!(desk.can_press("Rapport maken en ondertekenen"), "the passphrase is still there");
    desk.press_and_wait("Rapport maken en ondertekenen", "Het rapport staat klaar");
    desk.press_and_wait("Bladzijden bekijken", "Gaaf: dit zijn de bladzijden zoals ze zijn ondertekend.");
    desk.press("← Terug");
    assert!(desk.shows("Het rapport staat klaar"));
}

impl Desk {
    fn texts_of_pages(&mut self) -> String {
        let mut texts = String::new();
        for _ in 0..self.pages() {
            let shown = self.harness.query_all_by_label_contains("Bladzijde ");
            texts.extend(shown.filter_map(|node| node.accesskit_node().description()));
            self.turn(Key::PageDown);
        }
        texts
    }
}

#[test]
fn nothing_is_drawn_while_nothing_happens() {
    let mut desk = Desk::looking();
    desk.settle();
    for _ in 0..5 {
        desk.harness.step();
        assert!(desk.is_idle());
    }
}

#[test]
fn what_is_kept_stays_within_its_bound() {
    let mut desk = Desk::looking();
    for _ in 0..desk.pages() {
        desk.turn(Key::PageDown);
        desk.settle();
        let bytes = desk.window().preview().expect("pages").bytes();
        // The pages in sight come on top of what is kept.
        assert!(bytes <= (64 << 20) + 2 * (12_000_000 * 4), "{bytes}");
    }
}

#[test]
fn the_page_that_is_read_stays_in_sight_in_a_window_of_another_size() {
    let mut desk = Desk::looking();
    desk.turn(Key::End);
    desk.settle();
    let last = desk.pages();
    for size in [[2560.0, 1440.0], [640.0, 400.0], [1440.0, 900.0]] {
        desk.harness.set_size(size.into());
        desk.harness.step();
        desk.settle();
        assert_eq!(desk.page(), last, "{size:?}");
        let name = format!("Bladzijde {last} van {last}");
        let page = desk.harness.get_by_role_and_label(Role::Image, &name).rect();
        assert!(page.top() < size[1] && page.bottom() > 80.0, "{page:?} in {size:?}");
    }
}

#[test]
fn another_side_is_another_report() {
    let mut desk = Desk::looking();
    assert!(desk.harness.query_by_label("Volgende bladzijde").is_some());
    desk.harness.get_by_label("Zelfbeoordeling").click();
    desk.settle();
    let page = desk.harness.query_all_by_label_contains("Bladzijde 1 van ").next().expect("a page");
    let text = page.accesskit_node().description().unwrap_or_default();
    assert!(text.to_lowercase().contains("zelfbeoordeling"), "{text}");
}

#[test]
fn a_report_that_was_verified_shows_its_pages_and_leads_back() {
    let mut desk = Desk::look_at(&REPORT, "Gaaf: het rapport is ongewijzigd", "Bladzijde 1 van ");
    assert!(desk.shows("Gaaf: dit zijn de bladzijden"));
    desk.turn(Key::Escape);
    assert!(desk.shows("Gaaf: het rapport is ongewijzigd"));
}

#[test]
fn a_changed_report_is_shown_with_a_warning() {
    let mut bytes = REPORT.clone();
    let at = bytes.windows(9).position(|part| part == b"/ByteRang").expect("a signature");
    // Within the first bytes that the signature covers: a digit of a date.
    let date = bytes[..at].windows(12).position(|part| part == b"CreationDate").expect("a date") + 20;
    bytes[date] = if bytes[date] == b'1' { b'2' } else { b'1' };
    let desk = Desk::look_at(&bytes, "Niet gaaf.", "Bladzijde 1 van ");
    assert!(desk.shows("Let op: dit rapport is niet gaaf."));
}

#[test]
fn a_damaged_report_gives_a_sentence() {
    let page = |bytes: &mut Vec<u8>| {
        let mut pdf = lopdf::Document::load_mem(bytes).unwrap();
        let first = pdf.page_iter().next().unwrap();
        pdf.get_dictionary_mut(first).unwrap().set("MediaBox", vec![0.into(), 0.into(), 600.into(), 90_000_000.into()]);
        pdf.get_dictionary_mut(first).unwrap().remove(b"CropBox");
        bytes.clear();
        pdf.save_to(bytes).unwrap();
    };
    let mut bytes = REPORT.clone();
    page(&mut bytes);
    let mut desk = Desk::look_at(&bytes, "Niet gaaf.", "bladzijde 1 is gebouwd zoals geen rapport");
    assert!(desk.can_press("← Terug"));
    desk.press("← Terug");
    assert!(!desk.shows("Zeggen iets anders dan uit de beoordeling"), "what cannot be read says nothing");
}

#[test]
fn of_a_file_that_is_no_report_no_pages_are_offered() {
    let mut desk = Desk::start(|home| fs::write(home.join("a.pdf"), "%PDF-1.7 niets").unwrap(), &["a.pdf"]);
    desk.press("Rapport controleren");
    desk.harness.get_by_label("Rapport kiezen").click();
    desk.wait("Niet gaaf.");
    assert!(desk.harness.query_by_label("Bladzijden bekijken").is_none());
}
