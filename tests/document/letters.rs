//! A part in sentences for a letter: the score, what it means, what is in order, what held it back, what lifts it.

use trede::domain::text::Language;
use trede::domain::{Framework, Sheet, Verdict, score};
use trede::report::reading::page_texts;
use trede::storage::exchange_file;
use trede::wording::Wording;
use trede::wording::letter::Letter;

use crate::example::{EXCHANGE, REPORT, changed, framework};

fn letter_of(framework: &Framework, sheet: &Sheet, part: &str, language: Language) -> Vec<String> {
    let score = score(framework, sheet);
    let part = framework.part(part).unwrap();
    Wording::new(language).letter(&Letter { framework, subject: "Voorbeeldbank N.V.", sheet, score: &score, part })
}

fn letter(exchange: &str, part: &str, language: Language) -> Vec<String> {
    let framework = framework();
    let sheet = exchange_file::read(exchange.as_bytes(), &framework).unwrap().sheet;
    letter_of(&framework, &sheet, part, language)
}

#[test]
fn a_letter_says_what_the_score_means_what_is_in_order_and_what_is_not() {
    assert_eq!(
        letter(&EXCHANGE, "V", Language::Dutch),
        [
            "Voor het onderdeel Communicatie (V) krijgt Voorbeeldbank N.V. een 2 op een schaal van 1 tot en met 5. De \
             bevindingen laten 1 of 2 toe; de beoordelaar heeft de score vastgesteld en dat toegelicht. Volgens het \
             normenkader betekent een 2: De gedachte 'klantbelang centraal' heeft geen belangrijke rol; dat is reden tot \
             aandacht.",
            "Voorbeeldbank N.V. voldoet aan de normen over Tijdigheid (V.3.1), Specificatie (V.3.2 en V.5.2) en Juistheid \
             (V.3.4 en V.5.4).",
            "Aan norm V.3.3 is niet voldaan. De norm houdt in: Via een passend medium neemt de verstrekker regelmatig contact op met de klant.",
            "Aan norm V.3.5 is niet voldaan. De norm houdt in: De verstrekte informatie is begrijpelijk en evenwichtig.",
            "Het gebrek V.1.5 is aanwezig: De informatie is in onvoldoende mate begrijpelijk en/of evenwichtig.",
            "Aan norm V.3.6 is niet voldaan. De norm houdt in: De communicatie van de verstrekker moedigt de klant er voldoende toe aan zelf \
             in actie te komen. De klant krijgt handelingsperspectief.",
            "Aan de normen over Tijdigheid (V.5.1), Passendheid (V.5.3) en Aanmoediging en dialoog (V.5.7) is ook niet of \
             niet geheel voldaan. Voor een 3 moeten V.3.3, V.3.5, V.1.5 en V.3.6 in orde komen.",
            "Nog niet beoordeeld of niet vast te stellen is norm V.5.6.",
        ]
    );
    let english = letter(&EXCHANGE, "VI", Language::English);
    assert!(english[0].starts_with("For the part Costs (VI), Voorbeeldbank N.V. gets a 1 on a scale of 1 to 5."));
    assert!(english.last().unwrap().contains("Apart from the score there is a signal"), "{english:?}");
}

#[test]
fn the_best_score_needs_no_more_and_says_no_more() {
    let letter = letter(&EXCHANGE, "II", Language::Dutch);
    assert_eq!(letter.len(), 2);
    assert!(letter[1].ends_with("Geen van de gebreken die het normenkader noemt, is aanwezig."), "{letter:?}");
}

#[test]
fn what_is_open_contradicts_or_does_not_apply_is_said_instead_of_a_score() {
    let open = letter(&changed("\"I.3.4\": \"holds\",", ""), "I", Language::Dutch);
    assert!(open[0].ends_with("nog geen score. Mogelijk is een 2 of 3 op een schaal van 1 tot en met 5."), "{open:?}");
    assert!(open.last().unwrap().starts_with("Nog niet beoordeeld of niet vast te stellen is norm I.3.4."), "{open:?}");

    let framework = framework();
    let mut sheet = exchange_file::read(EXCHANGE.as_bytes(), &framework).unwrap().sheet;
    for norm in ["I.1.1", "I.1.2", "I.1.4"] {
        let id = framework.norm(norm).unwrap().2.id.clone();
        sheet.findings.get_mut(&id).unwrap().verdict = Verdict::Holds;
    }
    let clash = letter_of(&framework, &sheet, "I", Language::Dutch);
    assert!(
        clash[0].contains("omdat bevindingen elkaar tegenspreken. I.3.1 en I.1.1 spreken elkaar tegen"),
        "{clash:?}"
    );
    for norm in framework.part("VI").unwrap().norms() {
        sheet.findings.get_mut(&norm.id).unwrap().verdict = Verdict::NotApplicable;
    }
    let none = letter_of(&framework, &sheet, "VI", Language::English);
    assert!(none[0].ends_with("gets no score, because the norms do not apply."), "{none:?}");
}

#[test]
fn a_letter_on_an_empty_sheet_names_no_norm_as_met_or_missing() {
    let framework = framework();
    let letter = letter_of(&framework, &Sheet::empty(&framework), "VII", Language::Dutch);
    assert_eq!(letter.len(), 2, "{letter:?}");
    assert!(letter[1].contains("VII.5.1"));
}

#[test]
fn the_report_holds_the_letter_of_every_part() {
    let framework = framework();
    let spaced = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
    let text = spaced(&page_texts(&REPORT).unwrap().concat().join(" "));
    for part in framework.parts() {
        for paragraph in letter(&EXCHANGE, part.id.as_str(), Language::Dutch) {
            // A paragraph over a page break is cut by the foot: its ends are there.
            let paragraph = spaced(&paragraph);
            let (start, end) = (paragraph.chars().take(40), paragraph.chars().rev().take(30));
            let end: String = end.collect::<Vec<_>>().into_iter().rev().collect();
            assert!(text.contains(&start.collect::<String>()) && text.contains(&end), "{}: {paragraph}", part.id);
        }
    }
}
