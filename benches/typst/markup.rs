//! The blocks of a report as Typst markup: the same words, letters, sizes, colours, tables and attachments on the same
//! page. What is only ours (score frames with a spoken name, signature fields, bookmarks by hand) is set as plainly as
//! Typst's own functions do it; nothing is left out.

use std::fmt::Write as _;

use trede::report::block::{
    Align, Block, CalloutKind, Cell, CellContent, Chip, Letter, Level, RowKind, Span, Table, Tone, Width,
};
use trede::report::{Document, Relationship};

use super::figure::figure;

/// The markup of a document, and the files beside it that it attaches.
pub fn markup(document: &Document) -> String {
    let mut out = head(document);
    for block in &document.blocks {
        push(&mut out, block);
        out.push('\n');
    }
    for file in &document.attachments {
        let relation = match file.relationship {
            Relationship::Source => "source",
            Relationship::Data => "data",
        };
        let (name, media, about) = (text(&file.name), text(&file.media_type), text(&file.description));
        let _ = writeln!(
            out,
            "#pdf.attach({name}, relationship: \"{relation}\", mime-type: {media}, description: {about})"
        );
    }
    out
}

fn head(document: &Document) -> String {
    let foot = text(&document.running_foot);
    let (before, rest) = document.page_number.split_once("{page}").unwrap_or(("", ""));
    let (between, after) = rest.split_once("{pages}").unwrap_or((rest, ""));
    let number = format!(
        "{} + str(counter(page).get().first()) + {} + str(counter(page).final().first()) + {}",
        text(before),
        text(between),
        text(after)
    );
    let mark = document.concept.as_ref().map_or("none".to_owned(), |mark| {
        format!("rotate(-45deg, std.text(size: 90pt, fill: rgb(\"#F2F4F6\"), weight: \"bold\", {}))", text(mark))
    });
    format!(
        "#set document(title: {title}, author: {author}, description: {subject})\n\
         #set page(width: 595.28pt, height: 841.89pt, margin: (x: 48pt, top: 54pt, bottom: 66pt), background: {mark}, \
         footer: context std.text(size: 7.8pt, fill: rgb(\"#55636F\"))[#{foot} #h(1fr) #({number})])\n\
         #set text(font: \"Inter\", size: 9.3pt, lang: \"{language}\", fill: rgb(\"#16212B\"), hyphenate: false)\n\
         #set par(leading: 0.62em, spacing: 8pt)\n\
         #show heading: set text(weight: \"bold\")\n\
         #show heading.where(level: 1): set text(size: 20pt)\n\
         #show heading.where(level: 2): set text(size: 15.5pt)\n\
         #show heading.where(level: 3): set text(size: 10pt)\n\
         #set table(stroke: (bottom: 0.6pt + rgb(\"#D5DCE2\")), inset: (x: 5pt, y: 4pt))\n",
        title = text(&document.title),
        author = text(&document.author),
        subject = text(&document.subject),
        language = document.language,
    )
}

fn push(out: &mut String, block: &Block) {
    match block {
        Block::Cover { brand, title, subtitle } => {
            let _ = writeln!(out, "#std.text(size: 9.5pt, weight: \"bold\", fill: rgb(\"#0B5C7D\"), {})", text(brand));
            let _ = writeln!(out, "#heading(level: 1, {})", text(title));
            let _ = writeln!(out, "#std.text(size: 14pt, {})", text(subtitle));
        }
        Block::Heading { level, text: words, chip } => {
            let level = match level {
                Level::One => 1,
                Level::Two => 2,
                Level::Three => 3,
            };
            let chip = chip.as_ref().map(|each| format!("#h(1fr)#{}", framed(each))).unwrap_or_default();
            let _ = writeln!(out, "#heading(level: {level})[#{}{chip}]", text(words));
        }
        Block::Paragraph(spans) => {
            let _ = writeln!(out, "#par[{}]", all(spans));
        }
        Block::Bullets(items) => {
            let items: Vec<String> = items.iter().map(|item| format!("[{}]", all(item))).collect();
            let _ = writeln!(out, "#list({})", items.join(", "));
        }
        Block::KeyValues(pairs) => {
            let cells: Vec<String> =
                pairs.iter().map(|pair| format!("[#{}], [{}]", muted(&pair.key), all(&pair.value))).collect();
            let _ = writeln!(
                out,
                "#table(columns: (150pt, 1fr), stroke: none, inset: (x: 0pt, y: 2pt), {})",
                cells.join(", ")
            );
        }
        Block::Callout { kind, text } => {
            let ground = match kind {
                CalloutKind::Info => "#E3F0F5",
                CalloutKind::Alert => "#FBEEF3",
            };
            let _ =
                writeln!(out, "#block(fill: rgb(\"{ground}\"), radius: 4pt, inset: 8pt, width: 100%)[{}]", all(text));
        }
        Block::Total { number, title, text: words } => {
            let (number, title) = (text(number), text(title));
            let _ = writeln!(
                out,
                "#grid(columns: (90pt, 1fr), std.text(size: 34pt, weight: \"bold\", {number}), [#strong({title})\\ {}])",
                all(words)
            );
        }
        Block::Table(table) => push_table(out, table),
        Block::Figures(figures) => {
            let cells: Vec<String> = figures.iter().map(|each| format!("[{}]", figure(each, text))).collect();
            let columns = vec!["auto"; cells.len()].join(", ");
            let _ = writeln!(out, "#grid(columns: ({columns},), column-gutter: 20pt, {})", cells.join(", "));
        }
        Block::OnePage(choices) => choices.first().into_iter().flatten().for_each(|block| push(out, block)),
        Block::Signatures(fields) => {
            let cells: Vec<String> = fields
                .iter()
                .map(|field| {
                    let lines: Vec<String> = field.lines.iter().map(|line| all(line)).collect();
                    format!(
                        "[{}\\ #rect(width: 100%, height: 52pt, stroke: 0.8pt + rgb(\"#7C8A96\"))]",
                        lines.join("\\ ")
                    )
                })
                .collect();
            let columns = vec!["1fr"; cells.len()].join(", ");
            let _ = writeln!(out, "#grid(columns: ({columns},), column-gutter: 20pt, {})", cells.join(", "));
        }
        Block::PageBreak => out.push_str("#pagebreak(weak: true)\n"),
    }
}

fn push_table(out: &mut String, table: &Table) {
    let widths: Vec<String> = table
        .columns
        .iter()
        .map(|column| match column.width {
            Width::Points(points) => format!("{points}pt"),
            Width::Share(share) => format!("{share}fr"),
        })
        .collect();
    let aligns: Vec<&str> = table
        .columns
        .iter()
        .map(|column| match column.align {
            Align::Left => "left",
            Align::Right => "right",
        })
        .collect();
    let _ = write!(
        out,
        "#std.text(size: 8.8pt, table(columns: ({},), align: ({},), ",
        widths.join(", "),
        aligns.join(", ")
    );
    if table.columns.iter().any(|column| !column.heading.is_empty()) {
        let heads: Vec<String> = table.columns.iter().map(|column| format!("[#{}]", muted(&column.heading))).collect();
        let _ = write!(out, "table.header({}), ", heads.join(", "));
    }
    for row in &table.rows {
        let mut left = table.columns.len();
        for cell in &row.cells {
            let columns = cell.columns.min(left);
            left -= columns;
            if columns > 0 {
                let _ = write!(out, "{}, ", of_cell(cell, columns, row.kind));
            }
        }
        for _ in 0..left {
            out.push_str("[], ");
        }
    }
    out.push_str("))\n");
}

fn of_cell(cell: &Cell, columns: usize, kind: RowKind) -> String {
    let content = match &cell.content {
        CellContent::Text(spans) if kind == RowKind::Group => format!("#strong[{}]", all(spans)),
        CellContent::Text(spans) => all(spans),
        CellContent::Chip(chip) => format!("#{}", framed(chip)),
    };
    if columns == 1 { format!("[{content}]") } else { format!("table.cell(colspan: {columns})[{content}]") }
}

fn framed(chip: &Chip) -> String {
    let colour = colour(chip.tone);
    let words = text(&chip.text);
    format!(
        "box(stroke: 1pt + rgb(\"{colour}\"), radius: 3pt, inset: (x: 5pt), outset: (y: 3pt), std.text(weight: \"bold\", fill: rgb(\"{colour}\"), {words}))"
    )
}

fn muted(words: &str) -> String {
    format!("std.text(fill: rgb(\"#55636F\"), {})", text(words))
}

fn all(spans: &[Span]) -> String {
    spans.iter().map(of_span).collect()
}

fn of_span(span: &Span) -> String {
    let letter = match span.letter {
        Letter::Regular => "",
        Letter::Bold => "weight: \"bold\", ",
        Letter::Mono => "font: \"JetBrains Mono\", size: 0.92em, ",
    };
    let colour = colour(span.tone);
    let lines: Vec<String> = span
        .text
        .split('\n')
        .map(|line| {
            let words = text(line);
            format!("#std.text({letter}fill: rgb(\"{colour}\"), {words})")
        })
        .collect();
    lines.join("#linebreak()")
}

fn colour(tone: Tone) -> &'static str {
    match tone {
        Tone::Muted => "#55636F",
        Tone::Accent => "#0B5C7D",
        Tone::Good => "#0F6B4A",
        Tone::Bad => "#9A3412",
        Tone::Score(1) => "#8E2A54",
        Tone::Score(2) => "#B4532A",
        Tone::Score(3) => "#8A6A00",
        Tone::Score(4) => "#1E7A78",
        Tone::Score(5) => "#1B5E99",
        Tone::Ink | Tone::Score(_) => "#16212B",
    }
}

/// A string of Typst.
fn text(words: &str) -> String {
    format!("\"{}\"", words.replace('\\', "\\\\").replace('"', "\\\""))
}
