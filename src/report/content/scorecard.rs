//! The scorecard: what matters on one page, to be read on its own. Where a framework or a name is too large for one page
//! it says less, and where the rest stands.

use super::super::block::{Block, CalloutKind, Level, Span};
use super::{Page, opening, scores};
use crate::domain::derivation::Statement;
use crate::wording::arg;

/// Parts on the scorecard of a framework that has too many for one page.
const SOME_PARTS: usize = 12;

pub(super) fn blocks(page: &Page) -> Vec<Block> {
    let parts = page.source.framework.parts().count();
    let whole = [page.head(), page.charts_and_table(parts), page.state()].concat();
    let some = [page.head(), page.charts_and_table(SOME_PARTS.min(parts)), page.state(), page.rest()].concat();
    let little = [page.head(), page.state(), page.rest()].concat();
    let least = [page.short_head(), page.rest()].concat();
    vec![Block::PageBreak, Block::OnePage(vec![whole, some, little, least])]
}

impl Page<'_> {
    fn scorecard_heading(&self) -> Block {
        Block::Heading { level: Level::Two, text: self.wording.text("report-scorecard"), chip: None }
    }

    /// Who, what and how much.
    fn head(&self) -> Vec<Block> {
        let lead = self.about(&self.source.cover.subject);
        vec![self.scorecard_heading(), lead, opening::total(self)]
    }

    fn about(&self, subject: &str) -> Block {
        let (source, wording) = (self.source, self.wording);
        let key = if source.parameters.is_final { "report-is-final" } else { "report-is-concept" };
        let framework = source.framework;
        let facts = [
            format!("{}, {} {}", self.words(&framework.title), wording.text("report-version"), framework.version),
            wording.perspective(source.perspective),
            source.cover.period.clone(),
            wording.text(key),
        ];
        Block::Paragraph(vec![Span::bold(subject), Span::muted(format!("\n{}", facts.join(" · ")))])
    }

    fn charts_and_table(&self, parts: usize) -> Vec<Block> {
        vec![scores::charts(self, parts), Block::Table(scores::scores(self, parts))]
    }

    /// Signals, contradictions, what is open and what is settled: a sentence each.
    fn state(&self) -> Vec<Block> {
        let (source, wording) = (self.source, self.wording);
        let mut blocks = Vec::new();
        for alert in &source.score.alerts {
            let rule = source.framework.alerts.iter().find(|rule| rule.code == alert.code);
            let title = rule.map(|rule| self.words(&rule.title)).unwrap_or_default();
            let text = wording.with("report-alert", &[("norms", wording.norms(&alert.norms)), ("title", title)]);
            blocks.push(Block::Callout { kind: CalloutKind::Alert, text: vec![Span::bold(text)] });
        }
        let mut lines = Vec::new();
        for part in &source.score.parts {
            let clashes = part.contradictions.iter().cloned().map(Statement::Contradiction);
            lines.extend(clashes.map(|clash| wording.statement(&clash)));
        }
        let open: Vec<_> = source.score.parts.iter().flat_map(|part| part.open.iter().cloned()).collect();
        lines.push(match open.is_empty() {
            true => wording.text("report-open-none"),
            false => {
                wording.with("report-scorecard-open", &[arg("count", open.len()), ("norms", wording.norms(&open))])
            }
        });
        blocks.push(Block::Bullets(lines.into_iter().map(|line| vec![Span::plain(line)]).collect()));
        blocks
    }

    /// Where what is not on the page stands, and on the pages after it that rest.
    fn rest(&self) -> Vec<Block> {
        let wording = self.wording;
        let text = vec![Span::plain(wording.text("report-scorecard-rest"))];
        let heading = Block::Heading { level: Level::Two, text: wording.text("report-all-scores"), chip: None };
        let table = Block::Table(scores::scores(self, usize::MAX));
        let lead = [Block::Callout { kind: CalloutKind::Info, text }, Block::PageBreak, heading, table];
        lead.into_iter().chain(scores::all_bars(self)).collect()
    }

    /// The same as the head where names are longer than a page: cut off, with the total alone.
    fn short_head(&self) -> Vec<Block> {
        let Block::Total { number, title, .. } = opening::total(self) else { return Vec::new() };
        let subject: String = self.source.cover.subject.chars().take(160).collect();
        let subject = Block::Paragraph(vec![Span::bold(format!("{}…", subject.trim_end()))]);
        vec![self.scorecard_heading(), subject, Block::Total { number, title, text: Vec::new() }]
    }
}
