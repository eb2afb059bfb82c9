//! The scores of themes and parts as a table and as charts.

use super::super::block::{Align, Block, Cell, Column, Figure, Row, RowKind, Span, Table, Tone, Width};
use super::super::chart::{MOST_BARS, Series};
use super::Page;

/// Room for the radar and for the bars beside it, in points.
const RADAR: (f32, f32) = (236.0, 224.0);
const BARS: f32 = 240.0;

/// The radar and the bars of the first `most` parts beside each other; bars alone where there are too few or too many
/// parts for a radar.
pub(super) fn charts(page: &Page, most: usize) -> Block {
    let series = Series::of(page.source.framework, page.source.score, page.wording, 0, most);
    let radar = series.radar(RADAR.0, RADAR.1);
    let bars = series.bars(if radar.is_some() { BARS } else { 400.0 });
    Block::Figures(radar.into_iter().chain([bars]).map(|(chart, spoken)| Figure { chart, spoken }).collect())
}

/// Bars of all parts, as many in one chart as a page has room for.
pub(super) fn all_bars(page: &Page) -> Vec<Block> {
    let Page { source, wording } = page;
    let count = source.framework.parts().count();
    let firsts = (0..count).step_by(MOST_BARS);
    let series = firsts.map(|first| Series::of(source.framework, source.score, wording, first, MOST_BARS));
    let figure = |(chart, spoken)| Block::Figures(vec![Figure { chart, spoken }]);
    series.map(|series| figure(series.bars(400.0))).collect()
}

/// The scores by theme: of the first `most` parts.
pub(super) fn scores(page: &Page, most: usize) -> Table {
    let Page { source, wording } = page;
    let mut left = most;
    let column = |key: &str, width, align| Column { heading: wording.text(key), width, align };
    // Two ends on one line, and ids that are longer than a numeral, take more room.
    let is_open = source.score.themes.iter().any(|theme| theme.ends.as_ref().is_some_and(|ends| ends.only().is_none()));
    let score_width = if is_open { 118.0 } else { 70.0 };
    let id_width = if source.framework.parts().any(|part| part.id.as_str().len() > 5) { 72.0 } else { 34.0 };
    let columns = vec![
        column("report-column-part", Width::Points(id_width), Align::Left),
        column("report-column-title", Width::Share(1.0), Align::Left),
        column("report-column-status", Width::Share(0.65), Align::Left),
        column("report-column-score", Width::Points(score_width), Align::Right),
    ];
    let mut rows = Vec::new();
    for theme in &source.framework.themes {
        if left == 0 {
            break;
        }
        let ends = source.score.theme(theme.id.as_str()).and_then(|theme| theme.ends.as_ref());
        let title = format!("{} ({})", page.words(&theme.title), wording.percent(&theme.weight));
        rows.push(Row {
            kind: RowKind::Group,
            cells: vec![
                Cell::text(vec![Span::bold(title)]).naming_row().over(2),
                Cell::text(Vec::new()),
                Cell::text(vec![Span::bold(page.ends(ends))]),
            ],
        });
        for part in theme.parts.iter().take(left) {
            let Some(score) = source.score.part(part.id.as_str()) else { continue };
            let alert = source
                .score
                .alerts
                .iter()
                .any(|alert| alert.norms.iter().any(|norm| part.norms().any(|ours| ours.id == *norm)));
            let mut status = vec![Span::muted(wording.status(score.status))];
            if alert {
                status.push(Span::bold(format!(" · {}", wording.text("report-alert-mark"))).toned(Tone::Bad));
            }
            rows.push(Row {
                kind: RowKind::Body,
                cells: vec![
                    Cell::text(vec![Span::plain(part.id.to_string())]),
                    Cell::text(vec![Span::plain(page.words(&part.title))]).naming_row(),
                    Cell::text(status),
                    Cell::chip(page.chip(score)),
                ],
            });
        }
        left = left.saturating_sub(theme.parts.len());
    }
    Table { columns, rows }
}
