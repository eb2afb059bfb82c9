//! A lender whose name passes for another's.

use super::Desk;

#[test]
fn a_name_with_letters_that_pass_for_others_is_warned_of_while_it_is_typed_and_on_the_overview() {
    let mut desk = Desk::with_example(&[]);
    desk.go_to("Overzicht");
    assert!(!desk.shows("Let op: in de naam"));
    desk.press("Voorblad wijzigen");
    desk.fill("Aanbieder", "Voorbeeldb\u{430}nk N.V.");
    assert!(desk.shows("\u{430} (U+0430)"));
    desk.press("Bewaren");
    desk.harness.run();
    assert!(desk.shows("\u{430} (U+0430)"), "the overview warns too");
}
