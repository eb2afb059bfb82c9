//! A section for every part: score, reasons, findings per rung, settlement, notes.

use super::super::block::{Align, Block, CalloutKind, Cell, Column, Level, Row, RowKind, Span, Table, Tone, Width};
use super::{Page, raised};
use crate::domain::finding::{Finding, Verdict};
use crate::domain::framework::{Norm, Part, Rung};
use crate::domain::{PartScore, Piece};
use crate::wording::arg;
use crate::wording::letter::Letter;

pub(super) fn blocks(page: &Page) -> Vec<Block> {
    let mut blocks = Vec::new();
    for theme in &page.source.framework.themes {
        let are_equal = theme.weighs_alike();
        for part in &theme.parts {
            let Some(score) = page.source.score.part(part.id.as_str()) else { continue };
            let theme = format!("{} ({})", page.words(&theme.title), page.wording.percent(&theme.weight));
            blocks.push(Block::PageBreak);
            blocks.push(Block::Heading {
                level: Level::Two,
                text: format!("{}. {}", part.id, page.words(&part.title)),
                chip: Some(page.chip(score)),
            });
            let mut facts = vec![theme];
            if !are_equal {
                facts.push(page.wording.with("part-weight", &[arg("weight", page.wording.percent(&part.weight))]));
            }
            facts.extend(page.wording.rule(part));
            blocks.push(Block::Paragraph(vec![Span::muted(facts.join(" · "))]));
            blocks.extend(letter(page, part));
            blocks.extend(reasons(page, score));
            blocks.extend(literal_source(page, part));
            for rung in part.rungs() {
                blocks.extend(findings(page, part, rung));
            }
            blocks.extend(notes(page, part));
        }
    }
    blocks
}

fn heading(page: &Page, key: &str) -> Block {
    Block::Heading { level: Level::Three, text: page.wording.text(key), chip: None }
}

/// The part in sentences for a letter.
fn letter(page: &Page, part: &Part) -> Vec<Block> {
    let source = page.source;
    let (framework, subject) = (source.framework, source.cover.subject.as_str());
    let facts = Letter { framework, subject, sheet: source.sheet, score: source.score, part };
    let paragraphs = page.wording.letter(&facts);
    let lead = (!paragraphs.is_empty()).then(|| heading(page, "report-letter"));
    let paragraphs = paragraphs.into_iter().map(|text| Block::Paragraph(vec![Span::plain(text)]));
    lead.into_iter().chain(paragraphs).collect()
}

fn reasons(page: &Page, score: &PartScore) -> Vec<Block> {
    let wording = page.wording;
    let mut blocks = vec![heading(page, "report-why")];
    let admissible = match score.admissible.is_empty() {
        true => wording.text("report-admissible-none"),
        false => wording.with("report-admissible", &[("levels", wording.levels(score.admissible))]),
    };
    let headline = format!("{}. {admissible}", wording.headline(score));
    blocks.push(Block::Paragraph(vec![Span::bold(headline)]));
    let mut lines = wording.derivation(score);
    lines.extend(score.warnings.iter().map(|warning| wording.warning(warning)));
    if !score.decisive.is_empty() {
        lines.push(wording.with("report-decisive", &[("norms", wording.norms(&score.decisive))]));
    }
    lines.extend(score.ways.iter().map(|way| wording.way_up(way)));
    blocks.push(Block::Bullets(lines.into_iter().map(|line| vec![Span::plain(line)]).collect()));
    if let Some(settlement) = &score.settlement {
        let key = if score.lapsed { "report-settlement-lapsed" } else { "report-settlement" };
        let lead = wording.with(key, &[arg("level", settlement.level)]);
        let text = vec![Span::bold(lead), Span::plain(format!(" {}", settlement.rationale))];
        blocks.push(Block::Callout { kind: CalloutKind::Info, text });
    }
    blocks
}

fn findings(page: &Page, part: &Part, rung: Rung) -> Vec<Block> {
    let norms: Vec<&Norm> = part.norms().filter(|norm| norm.rung == rung).collect();
    if norms.is_empty() {
        return Vec::new();
    }
    let wording = page.wording;
    let column = |key: &str, width| Column { heading: wording.text(key), width, align: Align::Left };
    let id_width = if norms.iter().any(|norm| norm.id.as_str().len() > 8) { 84.0 } else { 48.0 };
    let columns = vec![
        column("report-column-norm", Width::Points(id_width)),
        column("report-column-text", Width::Share(1.3)),
        column("report-column-finding", Width::Points(82.0)),
        column("report-column-rationale", Width::Share(1.0)),
    ];
    let rows = norms.into_iter().map(|norm| row(page, part, norm)).collect();
    let key = if rung.is_deficiency() { "report-rung-deficiencies" } else { "report-rung-requirements" };
    let text = wording.with(key, &[arg("rung", rung.number())]);
    vec![Block::Heading { level: Level::Three, text, chip: None }, Block::Table(Table { columns, rows })]
}

fn row(page: &Page, part: &Part, norm: &Norm) -> Row {
    let wording = page.wording;
    let finding = page.source.sheet.finding(norm.id.as_str());
    let verdict = Span::bold(wording.verdict(norm.rung, finding.verdict)).toned(tone(part, norm, finding.verdict));
    Row {
        kind: RowKind::Body,
        cells: vec![
            Cell::text(vec![Span::plain(norm.id.to_string())]).naming_row(),
            Cell::text(text(page, norm)),
            Cell::text(vec![verdict]),
            Cell::text(rationale(page, norm, &finding)),
        ],
    }
}

/// Our wording, and below it the literal one where there is one.
fn text(page: &Page, norm: &Norm) -> Vec<Span> {
    let mut spans = page.marked(&norm.text);
    if let Some(quoted) = page.quoted(norm.id.as_str()) {
        spans.push(Span::muted(format!("\n{quoted}")));
    }
    spans
}

/// Says once where the quotations of a part come from.
fn literal_source(page: &Page, part: &Part) -> Option<Block> {
    let overlay = page.source.literal?.overlay;
    part.norms().find(|norm| overlay.text(norm.id.as_str()).is_some())?;
    let source = [("source", page.wording.literal_source(overlay))];
    Some(Block::Paragraph(vec![Span::muted(page.wording.with("report-literal", &source))]))
}

/// Red only where a norm weighs against the lender.
fn tone(part: &Part, norm: &Norm, verdict: Verdict) -> Tone {
    match verdict {
        verdict if part.weighs(norm, verdict) => Tone::Bad,
        verdict if verdict == norm.rung.good() => Tone::Good,
        _ => Tone::Ink,
    }
}

fn rationale(page: &Page, norm: &Norm, finding: &Finding) -> Vec<Span> {
    let mut spans = Vec::new();
    if finding.has_rationale() {
        spans.push(Span::plain(finding.rationale.clone()));
    }
    if !finding.evidence.is_empty() {
        let lead = if spans.is_empty() { "" } else { "\n" };
        let evidence = [("evidence", finding.evidence.join("; "))];
        spans.push(Span::muted(format!("{lead}{}", page.wording.with("report-evidence", &evidence))));
    }
    for file in &finding.attached {
        let lead = if spans.is_empty() { "" } else { "\n" };
        let file = [("file", page.wording.attachment_hashed(file))];
        spans.push(Span::muted(format!("{lead}{}", page.wording.with("report-attached", &file))));
    }
    if let Some(withheld) = page.wording.withheld(finding.withheld) {
        let lead = if spans.is_empty() { "" } else { "\n" };
        spans.push(Span::muted(format!("{lead}{withheld}")));
    }
    if let Some(twin) = page.source.framework.twin_of(norm.id.as_str()) {
        let lead = if spans.is_empty() { "" } else { "\n" };
        let twin = page.wording.with("report-twin", &[arg("norm", &twin.id)]);
        spans.push(Span::muted(format!("{lead}{twin}")));
    }
    spans
}

/// The footnotes and ambiguity notes of a part.
fn notes(page: &Page, part: &Part) -> Vec<Block> {
    let language = page.wording.language();
    let numbers: Vec<u32> = part
        .norms()
        .flat_map(|norm| norm.text.pieces(language))
        .filter_map(|piece| match piece {
            Piece::Footnote(number) => Some(number),
            _ => None,
        })
        .collect();
    let mut blocks = Vec::new();
    let footnotes: Vec<Vec<Span>> = page
        .source
        .framework
        .footnotes
        .iter()
        .filter(|footnote| numbers.contains(&footnote.number))
        .map(|footnote| vec![Span::plain(format!("{} {}", raised(footnote.number), page.words(&footnote.text)))])
        .collect();
    if !footnotes.is_empty() {
        blocks.push(heading(page, "report-footnotes"));
        blocks.push(Block::Bullets(footnotes));
    }
    let notes: Vec<Vec<Span>> = page.source.framework.notes_on(part).map(|note| page.note(note)).collect();
    if !notes.is_empty() {
        blocks.push(heading(page, "report-notes"));
        blocks.push(Block::Bullets(notes));
    }
    blocks
}
