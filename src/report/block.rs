//! What a report can consist of. Pure values: no measures, no fonts, no PDF.

use super::chart::Chart;

/// One piece of a report, from top to bottom.
#[derive(Debug, Clone, PartialEq)]
pub enum Block {
    /// The opening of the report: name of the program, title (a heading of level 1) and whom it is about.
    Cover {
        /// Small mark above the title.
        brand: String,
        /// The report's title.
        title: String,
        /// Below the title.
        subtitle: String,
    },
    /// A heading; every heading becomes a bookmark too.
    Heading {
        /// Depth.
        level: Level,
        /// Its words.
        text: String,
        /// A score at the right end of the line.
        chip: Option<Chip>,
    },
    /// Running text.
    Paragraph(Vec<Span>),
    /// A bulleted list.
    Bullets(Vec<Vec<Span>>),
    /// Names and values, without rules.
    KeyValues(Vec<KeyValue>),
    /// A paragraph that must not be missed.
    Callout {
        /// How it looks.
        kind: CalloutKind,
        /// Its words.
        text: Vec<Span>,
    },
    /// One figure, large, with what it means.
    Total {
        /// The figure.
        number: String,
        /// What it is, in bold.
        title: String,
        /// How it came about.
        text: Vec<Span>,
    },
    /// A table with a heading row.
    Table(Table),
    /// Charts beside each other.
    Figures(Vec<Figure>),
    /// The first of these that stands on one page up to its first page break; the last one when none does. Begin it on
    /// a page of its own.
    OnePage(Vec<Vec<Block>>),
    /// Places to sign, beside each other.
    Signatures(Vec<SignatureField>),
    /// What follows begins on a new page.
    PageBreak,
}

/// How many lines the texts of these begin by themselves, whatever their width.
pub fn line_ends(blocks: &[Block]) -> usize {
    let in_text =
        |text: &str| text.chars().filter(|each| matches!(each, '\n' | '\r' | '\u{2028}' | '\u{2029}')).count();
    let in_spans = |spans: &[Span]| spans.iter().map(|span| in_text(&span.text)).sum::<usize>();
    let in_cell = |cell: &Cell| match &cell.content {
        CellContent::Text(spans) => in_spans(spans),
        CellContent::Chip(_) => 0,
    };
    blocks
        .iter()
        .map(|block| match block {
            Block::Cover { title, subtitle, .. } => in_text(title) + in_text(subtitle),
            Block::Heading { text, .. } => in_text(text),
            Block::Paragraph(text) | Block::Callout { text, .. } | Block::Total { text, .. } => in_spans(text),
            Block::Bullets(items) => items.iter().map(|item| in_spans(item)).sum(),
            Block::KeyValues(pairs) => pairs.iter().map(|pair| in_spans(&pair.value)).sum(),
            Block::Table(table) => table.rows.iter().flat_map(|row| &row.cells).map(in_cell).sum(),
            Block::OnePage(choices) => choices.iter().map(|choice| line_ends(choice)).max().unwrap_or(0),
            Block::Signatures(fields) => fields.iter().flat_map(|field| &field.lines).map(|line| in_spans(line)).sum(),
            Block::Figures(_) | Block::PageBreak => 0,
        })
        .sum()
}

/// Depth of a heading.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Level {
    /// The title of the document (there should be one).
    One,
    /// A section.
    Two,
    /// A part of a section.
    Three,
}

/// Words in one manner.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Span {
    /// The words; a line feed begins a new line.
    pub text: String,
    /// Weight or kind of letter.
    pub letter: Letter,
    /// Colour by meaning.
    pub tone: Tone,
}

impl Span {
    /// Plain words.
    pub fn plain(text: impl Into<String>) -> Self {
        Self { text: text.into(), letter: Letter::Regular, tone: Tone::Ink }
    }

    /// Bold words.
    pub fn bold(text: impl Into<String>) -> Self {
        Self { letter: Letter::Bold, ..Self::plain(text) }
    }

    /// Words of less weight.
    pub fn muted(text: impl Into<String>) -> Self {
        Self { tone: Tone::Muted, ..Self::plain(text) }
    }

    /// Hashes and the like.
    pub fn mono(text: impl Into<String>) -> Self {
        Self { letter: Letter::Mono, ..Self::plain(text) }
    }

    /// The same words in another tone.
    pub fn toned(self, tone: Tone) -> Self {
        Self { tone, ..self }
    }
}

/// Kind of letter.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Letter {
    /// Text.
    Regular,
    /// Emphasis.
    Bold,
    /// Letters of equal width.
    Mono,
}

/// Colour by meaning.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Tone {
    /// Text.
    Ink,
    /// Secondary text.
    Muted,
    /// The one accent.
    Accent,
    /// A norm that is met.
    Good,
    /// A norm that is not met where that weighs.
    Bad,
    /// A score, 1 to 5; any other number is drawn as ink.
    Score(u8),
}

/// A score in its frame. The figure always stands beside the colour.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Chip {
    /// What is shown, `4` or `2-4`.
    pub text: String,
    /// Colour of frame and figure.
    pub tone: Tone,
    /// What a screen reader says instead of the bare figure ("score 4"), where the context does not tell.
    pub spoken: Option<String>,
}

/// A name and its value.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KeyValue {
    /// The name.
    pub key: String,
    /// The value.
    pub value: Vec<Span>,
}

/// How a callout looks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CalloutKind {
    /// Good to know.
    Info,
    /// Something is wrong or asks for action.
    Alert,
}

/// A table; its heading row returns on every page that it runs over. Without any heading it has no such row.
#[derive(Debug, Clone, PartialEq)]
pub struct Table {
    /// From left to right.
    pub columns: Vec<Column>,
    /// From top to bottom.
    pub rows: Vec<Row>,
}

/// One column.
#[derive(Debug, Clone, PartialEq)]
pub struct Column {
    /// Its heading.
    pub heading: String,
    /// How wide.
    pub width: Width,
    /// To which side its cells lean.
    pub align: Align,
}

/// Width of a column.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Width {
    /// In points (1/72 inch), padding included.
    Points(f32),
    /// A part of what the other columns leave, in proportion to the other parts.
    Share(f32),
}

/// Side to which a cell leans.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Align {
    /// Left.
    Left,
    /// Right.
    Right,
}

/// One row.
#[derive(Debug, Clone, PartialEq)]
pub struct Row {
    /// An ordinary row or one that heads those below it.
    pub kind: RowKind,
    /// Cells; those that are missing at the end are empty, those too many are not shown (see [`Cell::columns`]).
    pub cells: Vec<Cell>,
}

/// Kind of row.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RowKind {
    /// Data.
    Body,
    /// Heads the rows that follow; set in bold and muted, its first cell is a heading cell.
    Group,
}

/// One cell.
#[derive(Debug, Clone, PartialEq)]
pub struct Cell {
    /// What it holds.
    pub content: CellContent,
    /// Whether it names its row (a heading cell for screen readers).
    pub names_row: bool,
    /// How many columns it covers, at least 1.
    pub columns: usize,
}

impl Cell {
    /// A cell with words.
    pub fn text(spans: Vec<Span>) -> Self {
        Self { content: CellContent::Text(spans), names_row: false, columns: 1 }
    }

    /// A cell with a score.
    pub fn chip(chip: Chip) -> Self {
        Self { content: CellContent::Chip(chip), names_row: false, columns: 1 }
    }

    /// The same cell as the one that names its row.
    pub fn naming_row(self) -> Self {
        Self { names_row: true, ..self }
    }

    /// The same cell over several columns.
    pub fn over(self, columns: usize) -> Self {
        Self { columns, ..self }
    }
}

/// What a cell holds.
#[derive(Debug, Clone, PartialEq)]
pub enum CellContent {
    /// Words.
    Text(Vec<Span>),
    /// A score in its frame.
    Chip(Chip),
}

/// A chart, and what it shows in words.
#[derive(Debug, Clone, PartialEq)]
pub struct Figure {
    /// The chart.
    pub chart: Chart,
    /// What a screen reader says instead: every value, not what kind of chart it is.
    pub spoken: String,
}

/// A place to sign: words, and below them an empty signature field.
#[derive(Debug, Clone, PartialEq)]
pub struct SignatureField {
    /// Name of the form field, unique in the document, for programs (`Beoordelaar`).
    pub name: String,
    /// What a screen reader and a tooltip say about the field.
    pub description: String,
    /// Words above the field, one paragraph each: who signs, as what.
    pub lines: Vec<Vec<Span>>,
}
