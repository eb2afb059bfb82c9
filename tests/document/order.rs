//! The order in which a screen reader meets the texts is the order of what the report is made of, and nothing is missing.

use trede::domain::text::Language;
use trede::report::block::{Block, Cell, CellContent, Span, Table};
use trede::report::chart::Shape;
use trede::report::fonts::legible::legible;
use trede::report::{Document, write};

use super::pdf::Pdf;
use crate::example::{ASSESSOR, EXCHANGE, TEXT, pages, parameters};
use crate::report_sample::sample;

/// The text of an element as it is printed: a line feed reads as a space.
fn printed(text: &str) -> String {
    legible(text).replace('\n', " ")
}

fn spans(spans: &[Span]) -> String {
    spans.iter().map(|span| printed(&span.text)).collect()
}

/// The texts of these blocks in the intended order, empty ones left out. Of pages that must fit it is the first choice.
pub fn intended(blocks: &[Block]) -> Vec<String> {
    let mut texts = Vec::new();
    for block in blocks {
        match block {
            Block::Cover { brand, title, subtitle } => texts.extend([brand, title, subtitle].map(|text| printed(text))),
            Block::Heading { text, chip, .. } => {
                texts.push(printed(text));
                texts.extend(chip.iter().map(|chip| printed(&chip.text)));
            }
            Block::Paragraph(text) | Block::Callout { text, .. } => texts.push(spans(text)),
            Block::Bullets(items) => {
                texts.extend(items.iter().flat_map(|item| ["•".to_owned(), spans(item)]));
            }
            Block::KeyValues(rows) => {
                texts.extend(rows.iter().flat_map(|row| [printed(&row.key), spans(&row.value)]));
            }
            Block::Total { number, title, text } => texts.extend([printed(number), printed(title), spans(text)]),
            Block::Table(table) => texts.extend(table_texts(table)),
            Block::Figures(figures) => {
                texts.extend(figures.iter().map(|figure| {
                    let labels = figure.chart.shapes.iter().filter_map(|shape| match shape {
                        Shape::Label { text, .. } => Some(printed(text)),
                        _ => None,
                    });
                    labels.collect::<String>()
                }));
            }
            Block::OnePage(choices) => texts.extend(intended(&choices[0])),
            Block::Signatures(fields) => {
                texts.extend(fields.iter().flat_map(|field| field.lines.iter().map(|line| spans(line))));
            }
            Block::PageBreak => {}
        }
    }
    texts.retain(|text| !text.is_empty());
    texts
}

fn table_texts(table: &Table) -> Vec<String> {
    let cell = |cell: &Cell| match &cell.content {
        CellContent::Text(text) => spans(text),
        CellContent::Chip(chip) => printed(&chip.text),
    };
    let heads = table.columns.iter().map(|column| printed(&column.heading));
    heads.chain(table.rows.iter().flat_map(|row| row.cells.iter().map(cell))).collect()
}

#[track_caller]
pub fn assert_in_order(document: &Document) -> Pdf {
    let pdf = Pdf::read(&write(document).unwrap());
    let mut found: Vec<String> = pdf.leaves().into_iter().map(|leaf| leaf.text).collect();
    found.retain(|text| !text.is_empty());
    let expected = intended(&document.blocks);
    for (number, (found, expected)) in found.iter().zip(&expected).enumerate() {
        assert_eq!(found, expected, "element {number}");
    }
    assert_eq!(found.len(), expected.len());
    pdf
}

/// The first heading is of level 1, the only one; none is more than one level below the one before.
#[track_caller]
fn assert_headings_skip_no_level(pdf: &Pdf) {
    let levels: Vec<u8> = pdf.leaves().iter().filter_map(|leaf| leaf.tag.strip_prefix('H')?.parse().ok()).collect();
    assert!(levels.len() > 40 && levels[0] == 1 && levels.iter().filter(|level| **level == 1).count() == 1);
    assert!(levels.windows(2).all(|pair| pair[1] <= pair[0] + 1), "{levels:?}");
}

#[test]
fn a_screen_reader_meets_every_text_in_the_intended_order() {
    for language in Language::ALL {
        let parameters = trede::report::content::Parameters { language, ..parameters(Some(&ASSESSOR)) };
        let pdf = assert_in_order(&pages(TEXT, &EXCHANGE, &parameters));
        super::pdf::assert_nothing_overlaps(&pdf);
        assert_headings_skip_no_level(&pdf);
    }
    assert_in_order(&sample());
}
