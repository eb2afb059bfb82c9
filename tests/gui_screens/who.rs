//! Who works is chosen when a file is opened, in sight all the time, and stands in the log.

use eframe::egui::Key;
use trede::storage::settings::Settings;

use super::Desk;

const FILE: &str = "Voorbeeldbank.trede";

fn last_actor(desk: &mut Desk) -> String {
    let session = desk.window().session().expect("it is open");
    session.flush().expect("it is stored");
    session.log().last().expect("an entry").actor.clone()
}

fn open(desk: &mut Desk) {
    let (path, ctx) = (desk.path(FILE), desk.harness.ctx.clone());
    desk.window().open(&ctx, &path);
    desk.harness.run();
}

#[test]
fn a_colleague_who_opens_the_file_works_under_his_own_name() {
    let (assessor_name, assessor_role) = ("B. Tweede".to_owned(), "analist".to_owned());
    let settings = Settings { tour_done: true, assessor_name, assessor_role, ..Settings::default() };
    let mut desk = Desk::start(move |home| settings.save(home).expect("settings"), &[]);
    desk.press("Voorbeeld proberen");
    assert!(desk.shows("U werkt als"));
    desk.ctrl(Key::W);
    open(&mut desk);
    assert!(desk.shows("Wie werkt aan deze beoordeling?"));
    desk.press("B. Tweede, analist");
    assert!(desk.shows("U werkt als B. Tweede, analist. Wijzigen"));
    desk.key(Key::N);
    assert_eq!(last_actor(&mut desk), "B. Tweede");
    // The other name, which is the assessor of the file, is as near; and any third.
    desk.press("U werkt als B. Tweede, analist. Wijzigen");
    desk.fill("Uw naam", "C. Derde");
    desk.press("Werken onder de ingevulde naam");
    assert!(desk.shows("U werkt als C. Derde. Wijzigen"));
    // One of the two is new, whatever was found before.
    desk.key(Key::J);
    desk.key(Key::N);
    assert_eq!(last_actor(&mut desk), "C. Derde");
    desk.go_to("Logboek");
    assert!(desk.shows("U werkt als C. Derde. Wijzigen"));
    desk.ctrl(Key::W);
    // Chosen once, it is not forgotten.
    open(&mut desk);
    desk.press("C. Derde");
    assert!(desk.shows("U werkt als C. Derde. Wijzigen"));
}

#[test]
fn whoever_is_alone_on_a_computer_is_not_asked() {
    let mut desk = Desk::with_example(&[]);
    desk.key(Key::N);
    desk.ctrl(Key::W);
    open(&mut desk);
    assert!(!desk.shows("Wie werkt aan deze beoordeling?"));
    assert!(desk.shows("U werkt als"));
}
