//! The findings: one row a norm, in rubric order.

use super::{Cell, Page, Source, Table};
use crate::domain::{Aspect, Exact, Finding, Norm, Part, Theme};
use crate::wording::Wording;

pub(super) fn table(source: &Source, wording: &Wording) -> Table {
    let page = Page { source, wording };
    let columns = vec![
        page.column("table-part", 7),
        page.column("table-part-title", 24),
        page.column("table-part-weight", 12),
        page.column("table-aspect", 24),
        page.column("table-norm", 9),
        page.column("table-rung", 7),
        page.column("table-text", 52),
        page.column("table-verdict", 18),
        page.column("table-verdict-code", 15),
        page.column("table-rationale", 44),
        page.column("table-evidence", 28),
    ];
    let mut rows = Vec::new();
    for theme in &source.framework.themes {
        for part in &theme.parts {
            for aspect in &part.aspects {
                rows.extend(aspect.norms.iter().map(|norm| page.finding(theme, part, aspect, norm)));
            }
        }
    }
    Table { columns, rows }
}

impl Page<'_> {
    fn finding(&self, theme: &Theme, part: &Part, aspect: &Aspect, norm: &Norm) -> Vec<Cell> {
        let finding = self.source.sheet.finding(norm.id.as_str());
        vec![
            Cell::text(&part.id),
            Cell::text(self.words(&part.title)),
            Cell::Number(theme.weight.times(&part.weight)),
            Cell::text(self.words(&aspect.title)),
            Cell::text(&norm.id),
            Cell::Number(Exact::whole(i64::from(norm.rung.number()))),
            Cell::text(self.words(&norm.text)),
            Cell::text(self.wording.verdict(norm.rung, finding.verdict)),
            Cell::text(finding.verdict.code()),
            Cell::text(&finding.rationale),
            Cell::text(evidence(self.wording, finding)),
        ]
    }
}

/// References and names of files, one a line, and what was withheld.
fn evidence(wording: &Wording, finding: Finding) -> String {
    let mut lines = finding.evidence;
    lines.extend(finding.attached.iter().map(|file| wording.attachment(file)));
    lines.extend(wording.withheld(finding.withheld));
    lines.join("\n")
}
