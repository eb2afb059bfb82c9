//! What holds for the whole: open norms, policies in force, general notes, the scale, what the source leaves silent.

use std::collections::BTreeMap;

use super::super::block::{Align, Block, Cell, Column, Level, Row, RowKind, Span, Table, Width};
use super::Page;
use super::unshown::AllUnshown;
use crate::domain::{Attachment, NormId};
use crate::wording::arg;

pub(super) fn blocks(page: &Page) -> Vec<Block> {
    let mut blocks = vec![Block::PageBreak];
    blocks.extend(open_norms(page));
    blocks.extend(attached(page));
    blocks.extend(policies(page));
    blocks.extend(general_notes(page));
    blocks.extend(scale(page));
    blocks.extend(silent(page));
    blocks.extend(left_out(page));
    blocks.extend(unshown(page));
    blocks
}

fn heading(page: &Page, key: &str) -> Block {
    Block::Heading { level: Level::Two, text: page.wording.text(key), chip: None }
}

fn open_norms(page: &Page) -> Vec<Block> {
    let wording = page.wording;
    let lines: Vec<Vec<Span>> = page
        .source
        .score
        .parts
        .iter()
        .filter(|part| !part.open.is_empty())
        .map(|part| {
            let args = [arg("part", &part.part), arg("count", part.open.len()), ("norms", wording.norms(&part.open))];
            vec![Span::plain(wording.with("report-open-part", &args))]
        })
        .collect();
    let body = match lines.is_empty() {
        true => Block::Paragraph(vec![Span::plain(wording.text("report-open-none"))]),
        false => Block::Bullets(lines),
    };
    vec![heading(page, "report-open"), body]
}

/// Every attached file once, by name, with its whole hash; nothing when there are none.
fn attached(page: &Page) -> Vec<Block> {
    let wording = page.wording;
    let mut files: BTreeMap<&Attachment, Vec<NormId>> = BTreeMap::new();
    for norm in page.source.framework.norms() {
        let Some(finding) = page.source.sheet.findings.get(&norm.id) else { continue };
        for file in &finding.attached {
            files.entry(file).or_default().push(norm.id.clone());
        }
    }
    if files.is_empty() {
        return Vec::new();
    }
    let line = |(file, norms): (&Attachment, Vec<NormId>)| {
        let args = [arg("size", wording.size(file.size())), ("norms", wording.norms(&norms))];
        let facts = wording.with("report-attached-line", &args);
        vec![Span::bold(format!("{} ", file.name())), Span::plain(format!("{facts} ")), Span::mono(file.sha256())]
    };
    let lead = Block::Paragraph(vec![Span::plain(wording.text("report-attached-lead"))]);
    vec![heading(page, "report-attached-heading"), lead, Block::Bullets(files.into_iter().map(line).collect())]
}

fn policies(page: &Page) -> Vec<Block> {
    let wording = page.wording;
    let column = |key: &str, width| Column { heading: wording.text(key), width, align: Align::Left };
    let columns = vec![
        column("report-column-policy", Width::Share(0.8)),
        column("report-column-source-says", Width::Share(1.0)),
        column("report-column-choice", Width::Share(1.3)),
    ];
    let rows = page
        .source
        .framework
        .policies
        .iter()
        .map(|policy| {
            let note = policy.note.as_ref().map(|note| format!(" ({note})")).unwrap_or_default();
            let name = vec![Span::plain(format!("{}{note}", page.words(&policy.title)))];
            let mut choice = Vec::new();
            if policy.id == "exceeds_one" {
                let in_force = [("policy", wording.exceeds_one(page.source.sheet.exceeds_one))];
                choice.push(Span::bold(format!("{} ", wording.with("report-policy-in-force", &in_force))));
            }
            choice.push(Span::plain(page.words(&policy.choice)));
            Row {
                kind: RowKind::Body,
                cells: vec![
                    Cell::text(name).naming_row(),
                    Cell::text(vec![Span::plain(page.words(&policy.source_says))]),
                    Cell::text(choice),
                ],
            }
        })
        .collect();
    let lead = Block::Paragraph(vec![Span::plain(wording.text("report-policies-lead"))]);
    vec![heading(page, "report-policies"), lead, Block::Table(Table { columns, rows })]
}

fn general_notes(page: &Page) -> Vec<Block> {
    let notes: Vec<Vec<Span>> =
        page.source.framework.notes.iter().filter(|note| note.touches.is_empty()).map(|note| page.note(note)).collect();
    if notes.is_empty() { Vec::new() } else { vec![heading(page, "report-general-notes"), Block::Bullets(notes)] }
}

fn scale(page: &Page) -> Vec<Block> {
    let framework = page.source.framework;
    let column = |key: &str, width| Column { heading: page.wording.text(key), width, align: Align::Left };
    let columns =
        vec![column("report-column-score", Width::Points(48.0)), column("report-column-meaning", Width::Share(1.0))];
    let rows = framework
        .scale
        .iter()
        .map(|(level, meaning)| Row {
            kind: RowKind::Body,
            cells: vec![
                Cell::text(vec![Span::plain(level.to_string())]).naming_row(),
                Cell::text(vec![Span::plain(page.words(meaning))]),
            ],
        })
        .collect();
    let place = [("place", page.words(&framework.scale_source)), ("source", page.words(&framework.source))];
    let lead = Block::Paragraph(vec![Span::plain(page.wording.with("report-scale-lead", &place))]);
    vec![heading(page, "report-scale"), lead, Block::Table(Table { columns, rows })]
}

/// Where numbers of persons were left out; nothing when there are none.
fn left_out(page: &Page) -> Vec<Block> {
    let lines = page.wording.left_out(page.source.framework, page.source.sheet);
    if lines.is_empty() {
        return Vec::new();
    }
    let lead = Block::Paragraph(vec![Span::plain(page.wording.text("personal-lead"))]);
    let lines = lines.into_iter().map(|line| vec![Span::plain(line)]).collect();
    vec![heading(page, "personal-heading"), lead, Block::Bullets(lines)]
}

/// The characters that no face has, where they stand; nothing when there are none.
fn unshown(page: &Page) -> Vec<Block> {
    let mut lines = page.wording.all_unshown(&AllUnshown::of(page.source)).into_iter();
    let Some(lead) = lines.next() else { return Vec::new() };
    let lines = lines.map(|line| vec![Span::plain(line)]).collect();
    vec![heading(page, "unshown-heading"), Block::Paragraph(vec![Span::plain(lead)]), Block::Bullets(lines)]
}

fn silent(page: &Page) -> Vec<Block> {
    let lines = page.source.framework.silent.iter().map(|text| vec![Span::plain(page.words(text))]).collect();
    vec![heading(page, "report-silent"), Block::Bullets(lines)]
}
