//! What the report draws and says, in the window: its charts, a part in sentences, characters that it cannot show.

use eframe::egui::{MissingGlyphPolicy, OutputCommand, Role};
use egui_kittest::kittest::{NodeT as _, Queryable as _};

use super::Desk;

#[test]
fn the_overview_draws_the_charts_of_the_report_and_says_what_they_show() {
    let mut desk = Desk::with_example(&[]);
    desk.go_to("Overzicht");
    let images = desk.harness.query_all_by_role(Role::Image);
    let names: Vec<String> = images.filter_map(|node| node.accesskit_node().label()).collect();
    let spoken = "De scores van 7 onderdelen op een schaal van 1 tot en met 5. ";
    let [radar, bars] = names.as_slice() else { panic!("{names:?}") };
    assert!(
        radar.contains("V Communicatie: 2; VI Kosten: 1;") && bars.contains("Behandeling van klanten, 2,5: IV: 3;")
    );
    for said in [radar, bars] {
        assert!(said.starts_with(spoken) && said.ends_with("De hoogste score is een 5 (II), de laagste een 1 (VI)."));
    }
    // The table beside them says the same.
    assert!(desk.shows("Consistent en effectief bijzonder beheer proces"));
}

#[test]
fn a_part_is_copied_in_sentences_for_a_letter() {
    let mut desk = Desk::with_example(&[]);
    desk.harness.get_by_label("Kopieer samenvatting").click();
    let copied = (0..8).find_map(|_| {
        desk.harness.step();
        desk.harness.output().platform_output.commands.iter().find_map(|command| match command {
            OutputCommand::CopyText(text) => Some(text.clone()),
            _ => None,
        })
    });
    let copied = copied.expect("something was copied");
    assert!(
        copied.starts_with("Voor het onderdeel Actief en preventief beheer (I) krijgt Voorbeeldbank N.V. een 3"),
        "{copied}"
    );
    assert!(copied.contains("\n\nAan norm I.5.1 is niet voldaan. De norm houdt in: De verstrekker"), "{copied}");
    desk.harness.run();
    assert!(desk.shows("De samenvatting van onderdeel I staat op het klembord."));
}

#[test]
fn the_screen_of_a_report_that_is_ready_tells_of_characters_that_it_cannot_show() {
    let mut desk = Desk::with_example(&["rapport"]);
    // As outside tests: a box stands where the window has no glyph.
    desk.harness.ctx.set_missing_glyph_policy(MissingGlyphPolicy::Tofu);
    desk.go_to("Overzicht");
    desk.press("Voorblad wijzigen");
    desk.fill("Aanbieder", "Voorbeeldbank 😀 N.V.");
    desk.press("Bewaren");
    desk.go_to("Rapport …");
    desk.press("Ondertekenen met een sleutel uit een bestand");
    super::keys::take_key(&mut desk, "p256-chain.p12");
    desk.press("Andere plek kiezen");
    desk.fill("Wachtwoord van het sleutelbestand", "wächt€r");
    desk.press_and_wait("Rapport maken en ondertekenen", "Het rapport staat klaar");
    assert!(desk.shows("Eén teken kan het rapport niet tonen."));
    assert!(desk.shows("U+1F600: naam van de aanbieder"));
}
