//! Tables and rows of names and values.

use super::{
    ChipSize, Composer,
    strip::{Shape, Strip, texts},
    structure::{Element, ElementId, Scope, Structure, Tag},
    style::{BODY, Colour, HEIGHT, INK, LINE, TABLE, Type, WIDTH},
    wrap::{Line, plain, words},
};
use crate::report::block::{
    Align, Cell, CellContent, Chip, Column, KeyValue, Letter, Row, RowKind, Span, Table, Tone, Width,
};

/// Space at the left and right of a cell's text.
const PADDING: f32 = 5.0;

/// A cell with its lines.
pub(super) struct Laid<'a> {
    pub(super) x: f32,
    pub(super) width: f32,
    pub(super) align: Align,
    /// Each line with the element it belongs to.
    pub(super) lines: Vec<(ElementId, Line)>,
    pub(super) chip: Option<(ElementId, &'a Chip)>,
}

/// How the rows of a table look.
#[derive(Clone, Copy)]
pub(super) struct RowLook {
    pub(super) kind: Type,
    pub(super) above: f32,
    pub(super) below: f32,
    pub(super) rule: Option<(Colour, f32)>,
}

const BODY_ROW: RowLook = RowLook { kind: TABLE, above: 4.0, below: 4.0, rule: Some((LINE, 0.6)) };
const HEAD_ROW: RowLook = RowLook { kind: TABLE, above: 3.0, below: 4.0, rule: Some((INK, 0.9)) };
const GROUP_ROW: RowLook = RowLook { kind: TABLE, above: 9.0, below: 4.0, rule: Some((INK, 0.9)) };
const KEY_ROW: RowLook = RowLook { kind: BODY, above: 1.1, below: 1.1, rule: None };

impl Composer<'_> {
    pub(super) fn table(&mut self, table: &Table) {
        if table.columns.is_empty() {
            return;
        }
        let owner = self.structure.add(Structure::DOCUMENT, Tag::Table);
        let widths = widths(&table.columns);
        let headed = table.columns.iter().any(|column| !column.heading.is_empty());
        let head = if headed { self.table_head(table, owner, &widths) } else { None };
        let gap = self.gap(9.0);
        let head_height = head.and_then(|head| self.heads.get(head)).map_or(0.0, |head| head.height);
        for (index, row) in table.rows.iter().enumerate() {
            let look = match row.kind {
                RowKind::Body => BODY_ROW,
                RowKind::Group if index == 0 => RowLook { above: 4.6, ..GROUP_ROW },
                RowKind::Group => GROUP_ROW,
            };
            let cells = self.cells(table, row, owner, &widths);
            let keeps_next = row.kind == RowKind::Group;
            for (slice, strip) in self.row_strips(&cells, look, HEIGHT - head_height).into_iter().enumerate() {
                let gap = if !headed && index == 0 && slice == 0 { gap } else { 0.0 };
                self.push(Strip { gap, head, keeps_next, ..strip });
            }
        }
    }

    /// The heading row; gives its place among the heads when it is low enough to be repeated.
    fn table_head(&mut self, table: &Table, owner: ElementId, widths: &[f32]) -> Option<usize> {
        let row = self.structure.add(owner, Tag::Row);
        let mut x = 0.0;
        let mut cells = Vec::new();
        for (column, width) in table.columns.iter().zip(widths) {
            let cell = self.structure.add(row, Tag::Heading(Scope::Column));
            let heading = plain(&column.heading, Letter::Bold, Tone::Muted);
            let lines =
                self.wrap(&heading, TABLE, width - 2.0 * PADDING).into_iter().map(|line| (cell, line)).collect();
            cells.push(Laid { x, width: *width, align: column.align, lines, chip: None });
            x += width;
        }
        let strips = self.row_strips(&cells, HEAD_ROW, HEIGHT / 3.0);
        let gap = self.gap(9.0);
        let repeated = match strips.as_slice() {
            [one] => {
                self.heads.push(one.clone());
                Some(self.heads.len() - 1)
            }
            _ => None,
        };
        for (index, strip) in strips.into_iter().enumerate() {
            self.push(Strip { gap: if index == 0 { gap } else { 0.0 }, keeps_next: true, ..strip });
        }
        repeated
    }

    fn cells<'t>(&mut self, table: &Table, row: &'t Row, owner: ElementId, widths: &[f32]) -> Vec<Laid<'t>> {
        let row_owner = self.structure.add(owner, Tag::Row);
        let empty = Cell::text(Vec::new());
        let mut cells = Vec::new();
        let mut given = row.cells.iter();
        let (mut column, mut x) = (0, 0.0);
        while let Some(align) = table.columns.get(column).map(|column| column.align) {
            let cell = given.next();
            let (columns, names_row) = cell.map_or((1, false), |cell| (cell.columns, cell.names_row));
            let columns = columns.clamp(1, widths.len() - column);
            let width = widths.iter().skip(column).take(columns).sum();
            let heading = names_row || row.kind == RowKind::Group && column == 0;
            let tag = if heading { Tag::Heading(Scope::Row) } else { Tag::Data };
            let element = self.structure.add_element(Element { tag, parent: row_owner, columns, spoken: None });
            let (lines, chip) = match cell.map_or(&empty.content, |cell| &cell.content) {
                CellContent::Text(spans) if spans.is_empty() => (Vec::new(), None),
                CellContent::Text(spans) => (self.cell_lines(spans, row.kind, element, width), None),
                CellContent::Chip(_) => (Vec::new(), None),
            };
            let chip = chip.or(match cell.map(|cell| &cell.content) {
                Some(CellContent::Chip(chip)) => Some((element, chip)),
                _ => None,
            });
            cells.push(Laid { x, width, align, lines, chip });
            column += columns;
            x += width;
        }
        cells
    }

    fn cell_lines(&self, spans: &[Span], kind: RowKind, element: ElementId, width: f32) -> Vec<(ElementId, Line)> {
        let mut words = words(spans);
        if kind == RowKind::Group {
            for run in &mut words {
                (run.letter, run.tone) = (Letter::Bold, Tone::Muted);
            }
        }
        self.wrap(&words, TABLE, width - 2.0 * PADDING).into_iter().map(|line| (element, line)).collect()
    }

    pub(super) fn key_values(&mut self, rows: &[KeyValue]) {
        const KEYS: f32 = 120.0;
        if rows.is_empty() {
            return;
        }
        let owner = self.structure.add(Structure::DOCUMENT, Tag::Table);
        for (index, row) in rows.iter().enumerate() {
            let parent = self.structure.add(owner, Tag::Row);
            let key = self.structure.add(parent, Tag::Heading(Scope::Row));
            let value = self.structure.add(parent, Tag::Data);
            let keys = self.wrap(&plain(&row.key, Letter::Regular, Tone::Muted), BODY, KEYS - 8.0);
            let values = self.wrap(&words(&row.value), BODY, WIDTH - KEYS);
            let laid = |x: f32, width: f32, element: ElementId, lines: Vec<Line>| Laid {
                x: x - PADDING,
                width,
                align: Align::Left,
                lines: lines.into_iter().map(|line| (element, line)).collect(),
                chip: None,
            };
            let cells = [laid(0.0, KEYS, key, keys), laid(KEYS, WIDTH - KEYS, value, values)];
            let gap = if index == 0 { self.gap(10.0) } else { 0.0 };
            for (slice, strip) in self.row_strips(&cells, KEY_ROW, HEIGHT).into_iter().enumerate() {
                self.push(Strip { gap: if slice == 0 { gap } else { 0.0 }, ..strip });
            }
        }
    }

    /// One strip for the row, or one for each of its lines when it is higher than `limit`.
    pub(super) fn row_strips(&self, cells: &[Laid<'_>], look: RowLook, limit: f32) -> Vec<Strip> {
        let count = cells.iter().map(|cell| cell.lines.len()).max().unwrap_or(0).max(1);
        let right = cells.last().map_or(WIDTH, |cell| cell.x + cell.width);
        // A report has far fewer lines than an f32 counts exactly.
        let height = look.above + count as f32 * look.kind.leading + look.below;
        let slices = if height <= limit { 1 } else { count };
        let per_slice = count / slices;
        let mut strips = Vec::new();
        for slice in 0..slices {
            let (first, last) = (slice == 0, slice + 1 == slices);
            let above = if first { look.above } else { 0.0 };
            let below = if last { look.below } else { 0.0 };
            let mut strip = Strip { height: above + per_slice as f32 * look.kind.leading + below, ..Strip::default() };
            for cell in cells {
                let lines = cell.lines.iter().skip(slice * per_slice).take(per_slice);
                for (index, (owner, line)) in lines.enumerate() {
                    let room = cell.width - 2.0 * PADDING - line.width;
                    let x = cell.x + PADDING + if cell.align == Align::Right { room } else { 0.0 };
                    let y = above + index as f32 * look.kind.leading;
                    strip.texts.extend(texts(line, *owner, look.kind, x, y));
                }
                if let (true, Some((owner, chip))) = (first, cell.chip) {
                    let right = cell.x + cell.width - PADDING;
                    let middle = above + look.kind.leading / 2.0;
                    let (shape, text) = self.chip(chip, owner, right, middle, ChipSize::Small);
                    let shift = if cell.align == Align::Left { cell.x + PADDING - shape.x } else { 0.0 };
                    strip.shapes.push(Shape { x: shape.x + shift, ..shape });
                    strip.texts.push(super::Text { x: text.x + shift, ..text });
                }
            }
            if let (true, Some((colour, thickness))) = (last, look.rule) {
                strip.shapes.push(Shape::rule(0.0, strip.height, right, thickness, colour));
            }
            strips.push(strip);
        }
        strips
    }
}

/// Widths in points, none negative; together they fill the page when at least one is a share.
fn widths(columns: &[Column]) -> Vec<f32> {
    let fixed: f32 =
        columns.iter().map(|column| if let Width::Points(points) = column.width { points } else { 0.0 }).sum();
    let shares: f32 =
        columns.iter().map(|column| if let Width::Share(share) = column.width { share } else { 0.0 }).sum();
    let rest = (WIDTH - fixed).max(0.0);
    let width = |column: &Column| match column.width {
        Width::Points(points) => points.max(0.0),
        Width::Share(share) => (rest * share / shares.max(f32::MIN_POSITIVE)).max(0.0),
    };
    columns.iter().map(width).collect()
}
