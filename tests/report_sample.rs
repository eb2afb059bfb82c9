//! A report of the kind that the program makes, for the tests of the report.
#![expect(clippy::unwrap_used, reason = "helpers of tests: the unexpected should fail")]

use chrono::DateTime;
use trede::report::{
    AttachedFile, Document, Relationship,
    block::{
        Align, Block, CalloutKind, Cell, Chip, Column, KeyValue, Level, Row, RowKind, SignatureField, Span, Table,
        Tone, Width,
    },
};

pub(crate) fn document(blocks: Vec<Block>) -> Document {
    Document {
        title: "Beoordeling behandeling van klanten".to_owned(),
        language: "nl".to_owned(),
        author: "A. Beoordelaar".to_owned(),
        subject: "Voorbeeldbank N.V., 2026".to_owned(),
        creator: "Trede 0.1.0".to_owned(),
        created_at: DateTime::parse_from_rfc3339("2026-11-22T14:03:00+01:00").unwrap(),
        blocks,
        attachments: Vec::new(),
        concept: None,
        running_foot: "Voorbeeldbank N.V. · Betalingsachterstanden hypotheken 2017".to_owned(),
        page_number: "pagina {page} van {pages}".to_owned(),
    }
}

pub(crate) fn heading(level: Level, text: &str) -> Block {
    Block::Heading { level, text: text.to_owned(), chip: None }
}

pub(crate) fn paragraph(text: &str) -> Block {
    Block::Paragraph(vec![Span::plain(text)])
}

pub(crate) fn column(heading: &str, width: Width, align: Align) -> Column {
    Column { heading: heading.to_owned(), width, align }
}

fn chip(score: u8) -> Chip {
    Chip { text: score.to_string(), tone: Tone::Score(score), spoken: Some(format!("score {score}")) }
}

pub(crate) fn key(key: &str, value: Vec<Span>) -> KeyValue {
    KeyValue { key: key.to_owned(), value }
}

/// A report of the kind that the program makes, about 25 pages long.
pub(crate) fn sample() -> Document {
    let mut blocks = cover();
    for (number, (part, score)) in PARTS.into_iter().enumerate() {
        blocks.push(Block::PageBreak);
        blocks.extend(part_pages(part, score, number));
    }
    blocks.push(heading(Level::Two, "Ondertekening"));
    blocks.push(Block::Signatures(vec![
        signature("Beoordelaar", "Handtekening van de beoordelaar", "[naam beoordelaar]", "toezichthouder"),
        signature("TweedeLezer", "Handtekening van de tweede lezer", "[naam tweede lezer]", "tweede lezer"),
    ]));
    blocks.push(Block::Paragraph(vec![Span::muted(
        "De beoordeling zelf zit als bijlage in dit bestand en rekent na tot dezelfde score.",
    )]));
    let file = |name: &str, media_type: &str, relationship, bytes: &[u8]| AttachedFile {
        name: name.to_owned(),
        media_type: media_type.to_owned(),
        description: format!("Bijlage {name}"),
        relationship,
        bytes: bytes.to_vec(),
    };
    Document {
        attachments: vec![
            file("normenkader.ron", "text/plain", Relationship::Data, b"(id: \"kader\")"),
            file(
                "beoordeling.json",
                "application/json",
                Relationship::Source,
                br#"{"format": 1, "naam": "Caf\u00e9"}"#,
            ),
        ],
        concept: Some("CONCEPT".to_owned()),
        ..document(blocks)
    }
}

const PARTS: [(&str, u8); 7] = [
    ("I. Actief en preventief beheer", 4),
    ("II. Consistent en effectief bijzonder beheer proces", 3),
    ("III. Aansturing", 3),
    ("IV. Inzicht", 2),
    ("V. Communicatie", 4),
    ("VI. Kosten", 1),
    ("VII. Oplossingen", 5),
];

pub(crate) fn signature(name: &str, description: &str, who: &str, role: &str) -> SignatureField {
    let lines = vec![vec![Span::bold(who)], vec![Span::plain(role)], vec![Span::muted("nog te ondertekenen")]];
    SignatureField { name: name.to_owned(), description: description.to_owned(), lines }
}

fn cover() -> Vec<Block> {
    let mut rows = vec![Row {
        kind: RowKind::Group,
        cells: vec![
            Cell::text(vec![Span::bold("Borging en beleid (30 %)")]).over(2),
            Cell::text(vec![Span::bold("3,3")]),
        ],
    }];
    for (part, score) in PARTS {
        let (number, name) = part.split_once(". ").unwrap();
        let cells = vec![
            Cell::text(vec![Span::plain(number)]),
            Cell::text(vec![Span::plain(name)]).naming_row(),
            Cell::chip(chip(score)),
        ];
        rows.push(Row { kind: RowKind::Body, cells });
    }
    vec![
        Block::Cover {
            brand: "Trede".to_owned(),
            title: "Beoordeling behandeling van klanten met betalingsachterstanden".to_owned(),
            subtitle: "Voorbeeldbank N.V.".to_owned(),
        },
        Block::Callout {
            kind: CalloutKind::Info,
            text: vec![Span::bold("Concept. "), Span::plain("Deze beoordeling is nog niet definitief.")],
        },
        Block::KeyValues(vec![
            key("Normenkader", vec![Span::bold("Betalingsachterstanden hypotheken, 2017, versie 1.0.0")]),
            key(
                "Vingerafdruk kader",
                vec![Span::mono("sha256 3f9a61c0d2e477aa19be0c5d6f81b2d4c9037e5512ab98f0644dd1a7c35e88d2")],
            ),
            key("Periode", vec![Span::plain("2026")]),
            key("Beoordelaar", vec![Span::plain("[naam], toezichthouder")]),
            key("Logboek", vec![Span::plain("212 gebeurtenissen, controlegetal "), Span::mono("b71e 09aa … 4c10")]),
        ]),
        Block::Total {
            number: "2,8".to_owned(),
            title: "Totaalscore, volledig beoordeeld".to_owned(),
            text: vec![Span::muted(
                "onafgerond 2,750 = 30 % × 10/3 + 70 % × 10/4; één decimaal, halven naar boven. Schaal: 1 reden tot zorg, 3 komt voor maar vrijblijvend, 5 bewust in praktijk gebracht",
            )],
        },
        Block::Callout {
            kind: CalloutKind::Alert,
            text: vec![
                Span::bold("Signaal los van de score. "),
                Span::plain(
                    "VI.1.1: meer kosten doorberekend dan de werkelijke schade; raakt artikel 81d, tweede lid, BGfo.",
                ),
            ],
        },
        heading(Level::Two, "Scores per onderdeel"),
        Block::Table(Table {
            columns: vec![
                column("", Width::Points(30.0), Align::Left),
                column("", Width::Points(215.0), Align::Left),
                column("", Width::Points(45.0), Align::Right),
            ],
            rows,
        }),
    ]
}

fn part_pages(part: &str, score: u8, number: usize) -> Vec<Block> {
    let mut blocks = vec![
        Block::Heading { level: Level::Two, text: part.to_owned(), chip: Some(chip(score)) },
        Block::Paragraph(vec![Span::muted("Behandeling van klanten (70 %)")]),
        heading(Level::Three, &format!("Waarom een {score}")),
        Block::Bullets(vec![
            vec![Span::plain("Alle 6 normen voor een 3 zijn voldaan; geen gebrek van trede 1 is aanwezig.")],
            vec![Span::plain("V.5.6 en V.5.7 tillen het onderdeel boven een 3.")],
            vec![Span::plain(
                "Voor een 5 ontbreken V.5.1 (direct) en V.5.3 (frequentie passend bij de behandelfase); beide zijn afzonderlijk beoordeeld en toegelicht in de tabellen hieronder.",
            )],
        ]),
    ];
    for rung in [1, 3, 5] {
        blocks.push(heading(Level::Three, &format!("Trede {rung}")));
        let rows = (0..14).map(|norm| norm_row(number, rung, norm)).collect();
        blocks.push(Block::Table(Table {
            columns: vec![
                column("Norm", Width::Points(46.0), Align::Left),
                column("Omschrijving", Width::Share(1.6), Align::Left),
                column("Bevinding", Width::Points(74.0), Align::Left),
                column("Toelichting", Width::Share(1.0), Align::Left),
            ],
            rows,
        }));
    }
    blocks
}

fn norm_row(part: usize, rung: usize, norm: usize) -> Row {
    let (finding, tone) = if norm.is_multiple_of(3) { ("niet voldaan", Tone::Bad) } else { ("voldaan", Tone::Good) };
    let rationale = if norm.is_multiple_of(2) {
        "Eerste brief na 6 tot 9 dagen (D-01 … D-10); zie ook werkpapier 14 over de stappenkaart in iedere brief en het gesprek."
    } else {
        ""
    };
    let cells = vec![
        Cell::text(vec![Span::plain(format!("{}.{rung}.{norm}", part + 1))]).naming_row(),
        Cell::text(vec![
            Span::bold("Geen tijdige"),
            Span::plain(
                " communicatie over de achterstand na het ontstaan ervan, met een passend medium en een passende frequentie.",
            ),
        ]),
        Cell::text(vec![Span::bold(finding).toned(tone)]),
        Cell::text(vec![Span::plain(rationale)]),
    ];
    Row { kind: RowKind::Body, cells }
}
