//! Charts say in words what they show, and stand where they say.

use trede::domain::text::Language;
use trede::domain::{Verdict, score};
use trede::report::chart::{MOST_AXES, MOST_BARS, Series};
use trede::storage::{exchange_file, framework_file};
use trede::wording::Wording;

use super::pdf::{Leaf, Pdf};
use crate::example::{EXCHANGE, REPORT, changed, framework, job};
use crate::large_framework;

fn figures(pdf: &Pdf) -> Vec<Leaf> {
    pdf.leaves().into_iter().filter(|leaf| leaf.tag == "Figure").collect()
}

fn series(exchange: &str, language: Language) -> Series {
    let framework = framework();
    let sheet = exchange_file::read(exchange.as_bytes(), &framework).unwrap().sheet;
    Series::of(&framework, &score(&framework, &sheet), &Wording::new(language), 0, MOST_BARS)
}

#[test]
fn a_figure_has_words_that_say_what_it_shows_and_the_place_where_it_stands() {
    let pdf = Pdf::read(&REPORT);
    let found = figures(&pdf);
    let [radar, bars] = found.as_slice() else { panic!("{found:?}") };
    assert_eq!(
        radar.alt.as_deref(),
        Some(
            "De scores van 7 onderdelen op een schaal van 1 tot en met 5. I Actief en preventief beheer: 3; II Consistent \
             en effectief bijzonder beheer proces: 5; III Aansturing: 3; IV Inzicht: 3; V Communicatie: 2; VI Kosten: 1; \
             VII Oplossingen: 4. De hoogste score is een 5 (II), de laagste een 1 (VI)."
        )
    );
    assert_eq!(
        bars.alt.as_deref(),
        Some(
            "De scores van 7 onderdelen op een schaal van 1 tot en met 5. Borging en beleid, 3,7: I: 3; II: 5; III: 3. \
             Behandeling van klanten, 2,5: IV: 3; V: 2; VI: 1; VII: 4. De hoogste score is een 5 (II), de laagste een 1 (VI)."
        )
    );
    assert!(radar.text.contains("I · 3") && radar.text.contains("12345"), "{}", radar.text);
    assert!(bars.text.contains("Borging en beleid (30\u{a0}%)") && bars.text.ends_with("12345"), "{}", bars.text);
    for figure in &found {
        let [left, bottom, right, top] = figure.bbox.unwrap();
        assert!(left >= 47.9 && right <= 547.4 && bottom > 60.0 && top < 790.0 && left < right && bottom < top);
    }
    // The table near them says the same.
    let leaves = pdf.leaves();
    let at = leaves.iter().position(|leaf| leaf.tag == "Figure").unwrap();
    assert!(leaves[at + 2..at + 60].iter().any(|leaf| leaf.text == "Consistent en effectief bijzonder beheer proces"));
}

#[test]
fn intervals_and_gaps_are_said_and_drawn() {
    let open = changed("\"I.3.4\": \"holds\",", "");
    let (radar, spoken) = series(&open, Language::Dutch).radar(236.0, 224.0).unwrap();
    assert!(spoken.contains("I Actief en preventief beheer: nog niet bepaald, 2 of 3;"), "{spoken}");
    assert!(format!("{radar:?}").contains("I · 2 of 3"));
    let (_, english) = series(&open, Language::English).radar(236.0, 224.0).unwrap();
    assert!(english.contains("not determined yet, 2 or 3;"), "{english}");

    let framework = framework();
    let mut sheet = exchange_file::read(EXCHANGE.as_bytes(), &framework).unwrap().sheet;
    for norm in framework.part("VI").unwrap().norms() {
        sheet.findings.get_mut(&norm.id).unwrap().verdict = Verdict::NotApplicable;
    }
    let scored = score(&framework, &sheet);
    let series = Series::of(&framework, &scored, &Wording::new(Language::Dutch), 0, MOST_BARS);
    let (radar, spoken) = series.radar(236.0, 224.0).unwrap();
    assert!(spoken.contains("VI Kosten: geen score (niet van toepassing);"), "{spoken}");
    assert!(spoken.contains("de laagste een 2 (V)"), "{spoken}");
    let (bars, spoken) = series.bars(240.0);
    assert!(spoken.contains("VI: geen score (niet van toepassing);"), "{spoken}");
    // At the end of an axis there is room for a sign only.
    assert!(format!("{radar:?}").contains("VI · –") && format!("{bars:?}").contains("geen score"));
}

#[test]
fn a_large_framework_gets_bars_in_portions_and_no_radar() {
    let text = large_framework::text(MOST_BARS + 5, 1);
    let framework = framework_file::load(text.as_bytes()).unwrap();
    let scored = score(&framework, &trede::domain::Sheet::empty(&framework));
    let words = Wording::new(Language::English);
    let first = Series::of(&framework, &scored, &words, 0, MOST_BARS);
    let second = Series::of(&framework, &scored, &words, MOST_BARS, MOST_BARS);
    let entries = |series: &Series| series.groups().iter().map(|group| group.entries.len()).sum::<usize>();
    assert_eq!((entries(&first), entries(&second)), (MOST_BARS, 5));
    assert!(first.radar(236.0, 224.0).is_none() && MOST_BARS > MOST_AXES);
    let (chart, spoken) = first.bars(400.0);
    // It fits below a heading on one page.
    assert!(chart.height < 700.0, "{}", chart.height);
    assert!(spoken.contains("40: not determined yet, 1, 2, 3 or 5"), "{spoken}");
}

#[test]
fn the_same_assessment_gives_the_same_bytes_in_either_language() {
    let of = |language| {
        let job = trede::session::ReportJob { language, ..job(&EXCHANGE, true) };
        job.make(None).unwrap()
    };
    let [dutch, english] = [Language::Dutch, Language::English].map(of);
    assert!(dutch == of(Language::Dutch) && english == of(Language::English));
    assert!(dutch != english);
}
