//! What becomes of an assessment under another version of its framework, in words.

use super::{Wording, arg};
use crate::domain::framework_diff::{Effect, FrameworkDiff, Subject};
use crate::domain::migration::{KeptSettlement, Left, MigratedSheet};
use crate::domain::score::Ends;
use crate::domain::{Framework, Part, PartScore, Score};

/// One perspective in words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SideWords {
    /// How many answers are kept, have to be judged anew or are left behind.
    pub headline: String,
    /// Both scores side by side, a heading first: themes with their parts, and the total.
    pub rows: Vec<[String; 3]>,
    /// What is asked anew, settlements, and what is left behind.
    pub lines: Vec<String>,
}

impl Wording {
    /// What becomes of one perspective.
    pub fn migrated_side(&self, from: &Framework, to: &Framework, sheet: &MigratedSheet) -> SideWords {
        let args = [
            arg("perspective", self.perspective(sheet.perspective)),
            arg("kept", sheet.kept.len()),
            arg("reopened", sheet.reopened.len()),
            arg("left", sheet.left.iter().filter(|left| matches!(left, Left::Finding { .. })).count()),
            arg("unasked", sheet.unasked.len()),
        ];
        SideWords {
            headline: self.with("migration-side", &args),
            rows: self.both_scores(from, to, sheet),
            lines: self.side_lines(from, sheet),
        }
    }

    /// What reads otherwise without belonging to a norm: the scale, and what a policy tells the assessor.
    pub fn described_otherwise(&self, diff: &FrameworkDiff) -> Vec<String> {
        let these = diff
            .with_effect(Effect::Judgement)
            .filter(|found| matches!(found.subject, Subject::Level(_) | Subject::Policy(_)));
        let lines: Vec<String> = these.flat_map(|found| self.difference(found)).collect();
        let heading = (!lines.is_empty()).then(|| self.text("migration-elsewhere"));
        heading.into_iter().chain(lines.into_iter().map(|line| format!("  {line}"))).collect()
    }

    fn side_lines(&self, from: &Framework, sheet: &MigratedSheet) -> Vec<String> {
        let mut lines = Vec::new();
        if sheet.was_final {
            lines.push(self.text("migration-was-final"));
        }
        if !sheet.reopened.is_empty() {
            lines.push(self.text("migration-reopened"));
        }
        for (norm, finding) in &sheet.reopened {
            let rung = from.norm(norm.as_str()).map(|(_, _, norm)| norm.rung);
            let verdict = rung.map(|rung| self.verdict(rung, finding.verdict)).unwrap_or_default();
            let line = self.with("migration-reopened-norm", &[arg("norm", norm), arg("verdict", verdict)]);
            lines.push(format!("  {line}"));
        }
        if !sheet.unasked.is_empty() {
            lines.push(self.with("migration-unasked", &[arg("norms", self.norms(&sheet.unasked))]));
        }
        lines.extend(sheet.settlements.iter().map(|kept| self.kept_settlement(kept)));
        if !sheet.left.is_empty() {
            lines.push(self.text("migration-left-heading"));
        }
        lines.extend(sheet.left.iter().map(|left| {
            let (subject, stood) = self.left(left);
            format!("  {subject}: {stood}")
        }));
        lines
    }

    fn kept_settlement(&self, kept: &KeptSettlement) -> String {
        let key = match (kept.lapsed, kept.look_again) {
            (true, _) => "migration-settlement-lapsed",
            (false, true) => "migration-settlement-look-again",
            (false, false) => "migration-settlement-counts",
        };
        self.with(key, &[arg("part", &kept.part), arg("level", kept.settlement.level)])
    }

    fn both_scores(&self, from: &Framework, to: &Framework, sheet: &MigratedSheet) -> Vec<[String; 3]> {
        let version = |framework: &Framework| self.with("migration-version", &[arg("version", &framework.version)]);
        let row = |name: &str, of: &dyn Fn(&Score) -> Option<String>| {
            let before = of(&sheet.before).unwrap_or_else(|| self.text("migration-added"));
            let after = of(&sheet.after).unwrap_or_else(|| self.text("migration-gone"));
            [name.to_owned(), before, after]
        };
        let mut rows = vec![[String::new(), version(from), version(to)]];
        let gone = from.themes.iter().filter(|theme| to.themes.iter().all(|other| other.id != theme.id));
        for theme in to.themes.iter().chain(gone).map(|theme| &theme.id) {
            let title = to.themes.iter().chain(&from.themes).find(|each| each.id == *theme);
            let title = title.map(|each| each.title.plain(self.language())).unwrap_or_default();
            rows.push(row(&title, &|score| score.theme(theme.as_str()).map(|theme| self.ends(theme.ends.as_ref()))));
            let of = |framework: &Framework| -> Vec<Part> {
                let themes = framework.themes.iter().filter(|each| each.id == *theme);
                themes.flat_map(|theme| theme.parts.iter().cloned()).collect()
            };
            let gone = of(from).into_iter().filter(|part| to.part(part.id.as_str()).is_none());
            for part in of(to).into_iter().chain(gone) {
                let levels = |score: &Score| score.part(part.id.as_str()).map(|part| self.part_levels(part));
                rows.push(row(&format!("  {}", part.id), &levels));
            }
        }
        rows.push(row(&self.text("migration-total"), &|score| Some(self.ends(score.total.as_ref()))));
        rows
    }

    fn part_levels(&self, part: &PartScore) -> String {
        match part.score() {
            Some(level) => level.to_string(),
            None if part.admissible.is_empty() => self.status(part.status),
            None => self.levels(part.admissible),
        }
    }

    fn ends(&self, ends: Option<&Ends>) -> String {
        let Some(ends) = ends else { return self.text("score-none") };
        let (lowest, highest) = (self.unrounded(&ends.lowest), self.unrounded(&ends.highest));
        if lowest == highest { lowest } else { format!("{lowest} – {highest}") }
    }
}
