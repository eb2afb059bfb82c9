//! A file that is not what it was when it was last open here: said at once, and nothing is guessed.

use std::fs;

use eframe::egui::Key;

use super::Desk;

pub(super) fn open(desk: &mut Desk, name: &str) {
    let (path, ctx) = (desk.path(name), desk.harness.ctx.clone());
    desk.window().open(&ctx, &path);
    desk.harness.run();
}

/// The example, with a copy from before the last finding.
pub(super) fn with_older_copy() -> Desk {
    let mut desk = Desk::with_example(&[]);
    desk.ctrl(Key::W);
    fs::copy(desk.path("Voorbeeldbank.trede"), desk.path("eerder.trede")).unwrap();
    open(&mut desk, "Voorbeeldbank.trede");
    desk.key(Key::N);
    desk.ctrl(Key::W);
    desk
}

#[test]
fn an_older_file_in_the_place_of_the_newer_is_said() {
    let mut desk = with_older_copy();
    fs::rename(desk.path("eerder.trede"), desk.path("Voorbeeldbank.trede")).unwrap();
    open(&mut desk, "Voorbeeldbank.trede");
    assert!(desk.shows("Dit bestand is ouder dan wat u hier het laatst had: toen 3 gebeurtenissen, nu 2."));
    // Said once: from now on this is the file.
    desk.ctrl(Key::W);
    open(&mut desk, "Voorbeeldbank.trede");
    assert!(!desk.shows("Dit bestand is ouder"));
}

#[test]
fn a_copy_that_lacks_what_the_other_has_is_said_and_one_that_lacks_nothing_is_not() {
    let mut desk = with_older_copy();
    open(&mut desk, "eerder.trede");
    assert!(desk.shows("Van deze beoordeling is er nog een exemplaar: "));
    desk.ctrl(Key::W);
    let (newer, copy) = (desk.path("Voorbeeldbank.trede"), desk.path("kopie.trede"));
    fs::copy(newer, copy).unwrap();
    open(&mut desk, "kopie.trede");
    assert!(!desk.shows("Van deze beoordeling is er nog een exemplaar: "));
}
