//! What deserves attention: signals, contradictions, warnings, lapsed settlements, missing rationales and open norms.

use super::{Cell, Page, Source, Table};
use crate::domain::{NormId, PartScore, Verdict};
use crate::wording::{Wording, arg};

pub(super) fn table(source: &Source, wording: &Wording) -> Table {
    let page = Page { source, wording };
    let columns = vec![
        page.column("table-kind", 28),
        page.column("table-part", 7),
        page.column("table-norms", 22),
        page.column("table-what", 90),
    ];
    let mut rows = page.alerts();
    rows.extend(source.score.parts.iter().flat_map(|part| page.contradictions(part)));
    rows.extend(source.score.parts.iter().flat_map(|part| page.warnings(part)));
    rows.extend(source.score.parts.iter().filter_map(|part| page.lapsed(part)));
    rows.extend(source.sheet.missing_rationales(source.framework).iter().map(|norm| page.missing(norm)));
    rows.extend(source.score.parts.iter().flat_map(|part| page.open(part)));
    if rows.is_empty() {
        rows.push(page.row("table-kind-nothing", String::new(), &[], wording.text("table-nothing")));
    }
    Table { columns, rows }
}

impl Page<'_> {
    fn row(&self, kind: &str, part: String, norms: &[NormId], what: String) -> Vec<Cell> {
        let kind = Cell::text(self.wording.text(kind));
        // All of them, where a sentence would name the first.
        let norms: Vec<&str> = norms.iter().map(NormId::as_str).collect();
        vec![kind, Cell::text(part), Cell::text(norms.join(", ")), Cell::text(what)]
    }

    fn part_of(&self, norm: &NormId) -> String {
        self.source.framework.norm(norm.as_str()).map(|(part, _, _)| part.id.to_string()).unwrap_or_default()
    }

    fn norm_words(&self, norm: &NormId) -> String {
        self.source.framework.norm(norm.as_str()).map(|(_, _, norm)| self.words(&norm.text)).unwrap_or_default()
    }

    fn alerts(&self) -> Vec<Vec<Cell>> {
        let framework = self.source.framework;
        let row = |alert: &crate::domain::score::Alert| {
            let rule = framework.alerts.iter().find(|rule| rule.code == alert.code);
            let words = rule.map(|rule| format!("{}: {}", self.words(&rule.title), self.words(&rule.text)));
            let mut parts: Vec<String> = alert.norms.iter().map(|norm| self.part_of(norm)).collect();
            parts.dedup();
            self.row("table-kind-alert", parts.join(", "), &alert.norms, words.unwrap_or_default())
        };
        self.source.score.alerts.iter().map(row).collect()
    }

    fn contradictions(&self, part: &PartScore) -> Vec<Vec<Cell>> {
        let row = |norms: &Vec<NormId>| {
            let args = [("norms", self.wording.norms(norms)), arg("count", norms.len())];
            let what = self.wording.with("why-contradiction", &args);
            self.row("table-kind-contradiction", part.part.to_string(), norms, what)
        };
        part.contradictions.iter().map(row).collect()
    }

    fn warnings(&self, part: &PartScore) -> Vec<Vec<Cell>> {
        let warnings = part.warnings.iter().map(|warning| {
            let what = self.wording.warning(warning);
            self.row("table-kind-warning", part.part.to_string(), &warning.norms, what)
        });
        warnings.collect()
    }

    fn lapsed(&self, part: &PartScore) -> Option<Vec<Cell>> {
        let settlement = part.settlement.as_ref().filter(|_| part.lapsed)?;
        let what = self.wording.with("report-settlement-lapsed", &[arg("level", settlement.level)]);
        let what = format!("{what} {}", settlement.rationale);
        Some(self.row("table-kind-lapsed", part.part.to_string(), &[], what))
    }

    fn missing(&self, norm: &NormId) -> Vec<Cell> {
        let what = self.wording.text("table-missing-rationale");
        self.row("table-kind-missing", self.part_of(norm), std::slice::from_ref(norm), what)
    }

    fn open(&self, part: &PartScore) -> Vec<Vec<Cell>> {
        let row = |norm: &NormId| {
            let key = match self.source.sheet.verdict(norm.as_str()) {
                Verdict::Undetermined => "table-kind-undetermined",
                _ => "table-kind-open",
            };
            let mut what = self.norm_words(norm);
            if part.decisive.contains(norm) {
                what = self.wording.with("table-decisive", &[("text", what)]);
            }
            self.row(key, part.part.to_string(), std::slice::from_ref(norm), what)
        };
        part.open.iter().map(row).collect()
    }
}
