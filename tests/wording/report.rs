//! The report says nothing that comes from no locale file.

use trede::domain::text::Language;
use trede::domain::{NormId, Overlay, Perspective};
use trede::report::content::{Literal, Parameters, SignerFacts, Source, document};
use trede::storage::exchange_file;

use super::pseudo::{self, Data};
use crate::example::{EXCHANGE, TEXT, framework, parameters};
use crate::source::{Stretch, stretches};

/// Every text in a value, as its debug form shows it.
fn texts(value: &impl std::fmt::Debug) -> Vec<String> {
    let unescaped = |text: String| text.replace("\\n", "\n").replace("\\u{a0}", "\u{a0}").replace("\\\"", "\"");
    stretches(&format!("{value:?}"))
        .into_iter()
        .filter_map(|stretch| match stretch {
            Stretch::Literal(text) => Some(unescaped(text)),
            Stretch::Code(_) => None,
        })
        .collect()
}

#[test]
fn every_word_of_a_report_is_a_message_or_data() {
    let framework = framework();
    let words = pseudo::wording();
    let overlay = Overlay {
        framework: framework.id.clone(),
        source: "Module".to_owned(),
        language: Some(Language::Dutch),
        texts: [(NormId::new("I.3.1"), "Zo staat het er.".to_owned())].into(),
        sha256: "0".repeat(64),
    };
    // Final and signed; and a draft of somebody else with everything open, which says other things.
    for is_final in [true, false] {
        let mut read = exchange_file::read(EXCHANGE.as_bytes(), &framework).unwrap();
        if !is_final {
            (read.sheet.findings, read.sheet.settlements) = Default::default();
            (read.perspective, read.cover.kvk, read.log_head) = (Perspective::Reviewer, None, None);
        }
        let signer = SignerFacts { name: "A. Voorbeeld".to_owned(), fingerprint: "0".repeat(64) };
        let parameters = Parameters {
            language: Language::English,
            is_final,
            signer: is_final.then_some(signer),
            ..parameters(None)
        };
        let score = trede::domain::score(&framework, &read.sheet);
        let source = Source {
            framework: &framework,
            framework_text: TEXT.as_bytes(),
            cover: &read.cover,
            perspective: read.perspective,
            sheet: &read.sheet,
            score: &score,
            log_head: read.log_head.as_ref(),
            exchange: &EXCHANGE,
            literal: is_final.then_some(Literal { overlay: &overlay, file: b"(" }),
            parameters: &parameters,
        };
        let mut document = document(&source, &words);
        document.attachments.iter_mut().for_each(|file| file.bytes.clear());
        let mut names = vec!["Voorbeeldbank N.V.", "A. Voorbeeld", "toezichthouder", "A. Voorbeeld, toezichthouder"];
        // Names inside the file: of its fields and its attachments.
        names.extend(["Beoordelaar", "TweedeLezer", "beoordeling.ron", "normenkader.ron", "rapport.json"]);
        names.extend(["overlay.ron", "Module", "Zo staat het er."]);
        names.extend(["text/plain", "application/json", "en", "{page}", "{pages}"]);
        names.extend(read.sheet.findings.values().map(|finding| finding.rationale.as_str()));
        names.extend(read.sheet.findings.values().flat_map(|finding| finding.evidence.iter().map(String::as_str)));
        names.extend(read.sheet.settlements.values().map(|settled| settled.rationale.as_str()));
        let data = Data::with(&names);
        let texts = texts(&document);
        assert!(texts.len() > 500);
        let strange: Vec<(String, Vec<String>)> = texts
            .into_iter()
            .map(|text| (text.clone(), data.strangers(&text)))
            .filter(|(_, found)| !found.is_empty())
            .collect();
        assert!(strange.is_empty(), "{strange:#?}");
    }
}
