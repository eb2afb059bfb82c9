//! The last page: who signs, what the signature is and is not, how to check it.

use super::super::block::{Block, KeyValue, Level, SignatureField, Span};
use super::Page;

/// The field of the assessor; its name is fixed so that a signer finds it.
const ASSESSOR_FIELD: &str = "Beoordelaar";
/// The field of the second reader.
const SECOND_READER_FIELD: &str = "TweedeLezer";

pub(super) fn blocks(page: &Page) -> Vec<Block> {
    let Page { source, wording } = page;
    let none = || wording.text("report-none");
    let fact = |key: &str, value: Span| KeyValue { key: wording.text(key), value: vec![value] };
    let signer = source.parameters.signer.as_ref();
    let mut facts = vec![fact(
        "report-signer",
        Span::plain(signer.map_or_else(|| wording.text("report-unsigned"), |signer| signer.name.clone())),
    )];
    if let Some(signer) = signer {
        facts.push(fact("report-fingerprint", Span::mono(signer.fingerprint.clone())));
    }
    facts.push(fact("report-made", Span::plain(wording.minute(source.parameters.at))));
    facts.push(fact("report-program", Span::plain(source.parameters.program.clone())));
    let role = source.sheet.assessor.as_ref().map(|assessor| assessor.role.clone()).filter(|role| !role.is_empty());
    let assessor_lines = vec![
        vec![Span::bold(signer.map_or_else(none, |signer| signer.name.clone()))],
        vec![Span::plain(role.unwrap_or_else(|| wording.text("report-field-assessor")))],
        vec![Span::muted(wording.minute_in_words(source.parameters.at))],
    ];
    let reader_lines = vec![
        vec![Span::bold(wording.text("report-field-second-reader"))],
        vec![Span::muted(wording.text("report-field-empty"))],
    ];
    let field =
        |name: &str, key: &str, lines| SignatureField { name: name.to_owned(), description: wording.text(key), lines };
    let bullets: &[&str] = match signer {
        Some(_) => {
            &["report-signature-kind", "report-signature-warning", "report-signature-check", "report-signature-inside"]
        }
        None => &["report-unsigned-kind", "report-signature-inside"],
    };
    vec![
        Block::PageBreak,
        Block::Heading { level: Level::Two, text: wording.text("report-signature"), chip: None },
        Block::KeyValues(facts),
        Block::Signatures(vec![
            field(ASSESSOR_FIELD, "report-field-assessor-description", assessor_lines),
            field(SECOND_READER_FIELD, "report-field-second-reader-description", reader_lines),
        ]),
        Block::Bullets(bullets.iter().map(|key| vec![Span::plain(wording.text(key))]).collect()),
    ]
}
