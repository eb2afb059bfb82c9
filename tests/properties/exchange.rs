//! Export, then import: nothing is lost.

use proptest::prelude::*;
use proptest::test_runner::TestRunner;
use trede::domain::{
    Assessment, Assessor, Attachment, Command, Cover, Finding, History, Level, LogHead, Perspective, Settlement, Sheet,
    decide, score,
};
use trede::storage::exchange_file;
use trede::storage::exchange_write::{self, ExchangeFormat};

use super::sheets::{config, whole_sheet};
use crate::frameworks::afm;

/// Texts as people paste them, and worse.
fn pasted() -> impl Strategy<Value = String> {
    prop_oneof![
        3 => "[a-zé ]{0,20}",
        2 => proptest::string::string_regex("(?s).{0,12}").unwrap(),
        1 => Just("Zie \"bijlage\" \\ p. 4\r\n\ttweede regel // geen commentaar /* ook niet */".to_owned()),
        1 => Just("\u{FEFF}geplakt\u{200E} uit\u{0} een\u{B} pdf\u{202E}".to_owned()),
        1 => Just(String::new()),
    ]
}

fn settlements() -> impl Strategy<Value = Vec<Option<(i64, String)>>> {
    proptest::collection::vec(proptest::option::of((1..=5_i64, pasted())), 7)
}

#[test]
fn prop_export_then_import_gives_the_same_findings_settlements_and_score() {
    let framework = afm();
    let cases = (whole_sheet(&framework, 40), settlements(), proptest::collection::vec(pasted(), 8), any::<bool>());
    let outcome = TestRunner::new(config(150)).run(&cases, |(random, settlements, texts, json)| {
        let sheet = Sheet { exceeds_one: random.exceeds_one, ..Sheet::empty(&framework) };
        let cover = Cover { subject: "Voorbeeldbank \"Noord\" N.V.".to_owned(), kvk: None, period: "2026".to_owned() };
        let mut assessment = Assessment { cover: cover.clone(), ..Assessment::default() };
        assessment.sheets.insert(Perspective::Supervisor, sheet);
        // Through the commands, as the window does: what is accepted there has to survive the exchange.
        let mut accept = |command: Command| {
            if let Ok(event) = decide(&framework, &assessment, &History::default(), command) {
                assessment.apply(&framework, &event);
            }
        };
        let assessor = Assessor { name: format!("A. Voorbeeld{}", texts[1]), role: texts[0].clone() };
        accept(Command::NameAssessor { perspective: Perspective::Supervisor, assessor });
        for (at, (norm, found)) in random.findings.iter().enumerate() {
            let text = &texts[at % texts.len()];
            let finding = Finding {
                rationale: format!("{}{text}", found.rationale),
                evidence: if at % 3 == 0 { vec![text.clone(), "D-01".to_owned()] } else { Vec::new() },
                ..found.clone()
            };
            let perspective = Perspective::Supervisor;
            accept(Command::Find { perspective, norm: norm.clone(), finding, continues: false });
            if at % 4 == 0 {
                let file = Attachment::of(text, [u8::try_from(at).unwrap(); 32], at as u64 * 1_000_003);
                accept(Command::Attach { perspective, norm: norm.clone(), files: vec![file] });
            }
        }
        for (part, settlement) in framework.parts().zip(settlements) {
            let Some((level, rationale)) = settlement else { continue };
            let Some(level) = Level::new(level) else { continue };
            let settlement = Some(Settlement { level, rationale });
            accept(Command::Settle { perspective: Perspective::Supervisor, part: part.id.clone(), settlement });
        }
        // A later finding makes some settlements lapse; those travel too.
        let lapsing = Finding::bare(trede::domain::Verdict::Fails);
        accept(Command::Find {
            perspective: Perspective::Supervisor,
            norm: framework.norms().next().unwrap().id.clone(),
            finding: lapsing,
            continues: false,
        });
        let sheet = assessment.sheet(&framework, Perspective::Supervisor);
        let head = LogHead { count: 3, sha256: "0".repeat(64) };
        let format = if json { ExchangeFormat::Json } else { ExchangeFormat::Ron };
        let written =
            exchange_write::write(&framework, &cover, Perspective::Supervisor, &sheet, Some(&head), format).unwrap();
        let read = exchange_file::read(written.as_bytes(), &framework)
            .map_err(|problems| TestCaseError::fail(format!("{problems:?}\n{written}")))?;
        prop_assert_eq!(&read.sheet, &*sheet);
        prop_assert_eq!(&read.cover, &cover);
        prop_assert_eq!(read.log_head, Some(head));
        prop_assert_eq!(score(&framework, &read.sheet), score(&framework, &sheet));
        Ok(())
    });
    outcome.unwrap_or_else(|failure| panic!("{failure}"));
}

#[test]
fn prop_the_order_of_answers_does_not_matter() {
    let framework = afm();
    let cases = (whole_sheet(&framework, 40), any::<u64>());
    let outcome = TestRunner::new(config(60)).run(&cases, |(random, seed)| {
        let mut order: Vec<_> = random.findings.iter().collect();
        let find = |order: &[(&trede::domain::NormId, &Finding)]| {
            let mut assessment = Assessment::default();
            for (norm, finding) in order {
                let perspective = Perspective::Supervisor;
                let (norm, finding) = ((*norm).clone(), (*finding).clone());
                let command = Command::Find { perspective, norm, finding, continues: false };
                if let Ok(event) = decide(&framework, &assessment, &History::default(), command) {
                    assessment.apply(&framework, &event);
                }
            }
            assessment
        };
        let straight = find(&order);
        let mut state = seed | 1;
        for at in (1..order.len()).rev() {
            state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            order.swap(at, usize::try_from(state >> 33).unwrap() % (at + 1));
        }
        let shuffled = find(&order);
        prop_assert_eq!(&straight, &shuffled);
        let sheet = straight.sheet(&framework, Perspective::Supervisor);
        for norm in framework.norms() {
            if let Some(twin) = framework.twin_of(norm.id.as_str()) {
                prop_assert_eq!(sheet.finding(norm.id.as_str()), sheet.finding(twin.id.as_str()));
            }
        }
        Ok(())
    });
    outcome.unwrap_or_else(|failure| panic!("{failure}"));
}
