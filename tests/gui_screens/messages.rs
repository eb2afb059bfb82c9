//! What was told can be read back, technical facts only on request.

use eframe::egui::accesskit::Live;
use eframe::egui::{self, Key, Role};
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use trede::gui::wish::Notice;

use super::Desk;

/// What a screen reader is told at once.
fn said(desk: &Desk) -> Vec<String> {
    let alerts = desk.harness.query_all_by_role(Role::Alert).map(|node| node.accesskit_node());
    alerts
        .filter(|node| node.live() != Live::Off)
        .filter_map(|node| node.label())
        .map(|label| label.to_string())
        .collect()
}

#[test]
fn every_message_can_be_read_back_with_its_time() {
    let mut desk = Desk::start(|_| {}, &[]);
    desk.ctrl(Key::M);
    assert!(desk.shows("Er is nog niets gemeld."));
    desk.press("Sluiten");
    desk.press("Voorbeeld proberen");
    desk.window().tell(Notice::Done("Gedaan met één.".to_owned()));
    desk.harness.run();
    assert_eq!(said(&desk), ["Gedaan met één."]);
    desk.window().tell(Notice::Problem("Mislukt met twee.".to_owned()));
    desk.harness.run();
    assert_eq!(said(&desk), ["Mislukt met twee."]);
    desk.press("Melding sluiten");
    desk.ctrl(Key::M);
    assert!(desk.shows("Gedaan met één.") && desk.shows("Mislukt met twee."));
    assert!(desk.shows(" · gedaan") && desk.shows(" · probleem"));
}

#[test]
fn technical_facts_are_shown_and_copied_only_on_request() {
    let mut desk = Desk::with_example(&[]);
    let problem = "Dat lukte niet. Technische melding: EIO 5.".to_owned();
    desk.window().tell(Notice::Problem(problem));
    desk.harness.run();
    assert!(desk.shows("Dat lukte niet.") && !desk.shows("EIO 5."));
    assert_eq!(said(&desk), ["Dat lukte niet."]);
    desk.press("Technische gegevens tonen");
    assert!(desk.shows("EIO 5."));
    desk.harness.get_by_label("Gegevens kopiëren").click();
    let mut copied = None;
    for _ in 0..6 {
        desk.harness.step();
        copied = copied.or(desk.harness.output().platform_output.commands.iter().find_map(|command| match command {
            egui::OutputCommand::CopyText(text) => Some(text.clone()),
            _ => None,
        }));
    }
    let copied = copied.expect("something is copied");
    assert!(copied.starts_with("EIO 5.\nTrede ") && !copied.contains("lukte"), "{copied}");
}
