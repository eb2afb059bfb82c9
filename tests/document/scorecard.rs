//! The scorecard stands on one page, whatever it is about.

use trede::domain::text::Language;
use trede::domain::{Cover, Perspective, Sheet};
use trede::report::reading::page_texts;
use trede::session::ReportJob;
use trede::storage::exchange_write::{ExchangeFormat, write};
use trede::storage::framework_file;

use crate::example::{REPORT, TEXT, at};
use crate::large_framework;

const EIGHT_PARTS: &str = include_str!("../fixtures/frameworks/good.eight-parts.ron");

/// The pages of a report on nothing but a name, under this framework.
fn pages(framework_text: &str, subject: &str) -> Vec<Vec<String>> {
    let framework = framework_file::load(framework_text.as_bytes()).unwrap();
    let cover = Cover { subject: subject.to_owned(), kvk: None, period: "2026".to_owned() };
    let sheet = Sheet::empty(&framework);
    let exchange = write(&framework, &cover, Perspective::Supervisor, &sheet, None, ExchangeFormat::Ron).unwrap();
    let (framework_text, overlay) = (framework_text.as_bytes().to_vec(), None);
    let job = ReportJob {
        framework,
        framework_text,
        exchange,
        overlay,
        is_final: false,
        at: at(),
        language: Language::Dutch,
    };
    page_texts(&job.make(None).unwrap()).unwrap()
}

/// The page with the scorecard, which the next section follows on a page of its own.
#[track_caller]
fn card<'a>(pages: &'a [Vec<String>], next: &str) -> &'a [String] {
    let is_card = |page: &Vec<String>| page.iter().any(|text| text == "Scorekaart");
    let places: Vec<usize> = (0..pages.len()).filter(|page| is_card(&pages[*page])).collect();
    let [place] = places.as_slice() else { panic!("{places:?}") };
    // The mark of a draft comes first on every page.
    let first = pages[place + 1].iter().find(|text| *text != "CONCEPT").unwrap();
    assert!(first.starts_with(next), "{first}");
    &pages[*place]
}

#[test]
fn it_tells_who_what_how_much_and_in_what_state() {
    let pages = page_texts(&REPORT).unwrap();
    let card = card(&pages, "I. Actief en preventief beheer").join(" ");
    for part in [
        "Voorbeeldbank N.V. Betalingsachterstanden hypotheken, versie 1.0.0 · toezichthouder · 2026 · definitief",
        "2,9 (2,850)",
        "Borging en beleid (30\u{a0}%)",
        "3,7 (3,667)",
        "Consistent en effectief bijzonder beheer proces",
        "Signaal los van de score. Wettelijke grens aan kosten mogelijk overschreden (VI.1.1 en VI.3.1).",
        "Nog open of niet vast te stellen is 1 norm: V.5.6.",
        "VII · 4",
    ] {
        assert!(card.contains(part), "{part}: {card}");
    }
}

#[test]
fn eight_parts_fit_whole() {
    let pages = pages(EIGHT_PARTS, "Klachtenbank");
    let card = card(&pages, "1. ").join(" ");
    assert!(
        card.contains("concept") && card.contains("1, 2, 3, 4 of 5") && !card.contains("Niet alles past"),
        "{card}"
    );
}

#[test]
fn fifty_parts_and_endless_names_stay_on_one_page_that_says_where_the_rest_is() {
    let large = large_framework::text(50, 1);
    let many = pages(&large, "Klachtenbank");
    let card_of_many = card(&many, "Alle scores");
    assert!(card_of_many.iter().any(|text| text.starts_with("Niet alles past op deze bladzijde.")));
    let all: Vec<&String> = many.iter().flatten().collect();
    assert!((1..=50).all(|part| all.iter().any(|text| **text == format!("Onderdeel {part}"))));

    let name = "Bank met een naam zonder einde ".repeat(300);
    for framework in [TEXT, &large] {
        let pages = pages(framework, &name);
        let card = card(&pages, "Alle scores");
        assert!(card.iter().any(|text| text.starts_with("Niet alles past op deze bladzijde.")));
        // The cover has the name whole.
        let cover = pages.iter().flatten().filter(|text| text.contains("Bank met een naam")).map(String::len).max();
        assert!(cover.unwrap() > 2_000);
    }
}
