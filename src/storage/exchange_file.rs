//! Exchange files: the findings of one perspective as plain RON or JSON, between lender and supervisor.
//!
//! A file is taken whole or not at all: every problem is named, with its line and column.

use super::exchange_attached;
use super::fields::{Fields, Placed, list, text, words};
use super::located::{Node, Value};
use super::problem::{Code, Position, Problem};
use super::syntax;
use crate::domain::assessment::{Assessor, Cover, LogHead, Perspective, Settlement, Sheet};
use crate::domain::command::{Import, Refusal};
use crate::domain::finding::{Finding, Verdict};
use crate::domain::framework::{ExceedsOne, Framework, NormId, PartId};
use crate::domain::level::Level;
use crate::domain::personal::{PersonalKind, personal_data};
use crate::domain::{Internal, Withheld};

/// What an exchange file says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Exchange {
    /// The cover.
    pub cover: Cover,
    /// Whose findings.
    pub perspective: Perspective,
    /// The findings and settlements. A norm that the file names as open stands in it as open, because it replaces an
    /// earlier finding.
    pub sheet: Sheet,
    /// Whether the file states the policy on deficiencies.
    pub states_policy: bool,
    /// The head of the log that it was exported from.
    pub log_head: Option<LogHead>,
}

impl From<Exchange> for Import {
    fn from(exchange: Exchange) -> Import {
        let Exchange { perspective, cover, sheet, states_policy, .. } = exchange;
        Import { perspective, cover, sheet, states_policy }
    }
}

/// The id of the framework that an exchange file is about.
pub fn framework_of(bytes: &[u8]) -> Result<String, Vec<Problem>> {
    let mut problems = Vec::new();
    let found = syntax::parse(bytes, &mut problems)
        .and_then(|node| Fields::of(&node, &mut problems)?.text("framework", &mut problems));
    found.map(|id| id.value).ok_or(problems)
}

/// Reads an exchange file about `framework`; all its problems when there are any, in file order.
pub fn read(bytes: &[u8], framework: &Framework) -> Result<Exchange, Vec<Problem>> {
    let mut problems = Vec::new();
    let exchange = syntax::parse(bytes, &mut problems)
        .and_then(|node| Reader { framework, problems: &mut problems }.exchange(&node));
    match exchange {
        Some(exchange) if problems.is_empty() => Ok(exchange),
        _ => {
            problems.sort_by_key(|problem| (problem.at, problem.code));
            problems.dedup();
            Err(problems)
        }
    }
}

struct Reader<'a> {
    framework: &'a Framework,
    problems: &'a mut Vec<Problem>,
}

impl Reader<'_> {
    fn exchange(mut self, node: &Node) -> Option<Exchange> {
        let mut fields = Fields::of(node, self.problems)?;
        let format = fields.number("format", self.problems);
        if let Some(format) = format.filter(|format| format.value != 1) {
            self.problems.push(Problem::new(Code::NewerFormat, format.at).with("found", format.value).with("known", 1));
            return None;
        }
        self.same_framework(&mut fields);
        let cover = self.cover(&mut fields);
        let perspective = fields.text("perspective", self.problems);
        let perspective = self.one_of(perspective, &Perspective::ALL.map(|each| (each.code(), each)));
        let assessor = fields.optional("assessor").and_then(|node| self.assessor(node));
        let exceeds_one = fields.optional("policies").and_then(|node| self.policies(node));
        let log_head = fields.optional("log_head").and_then(|node| self.log_head(node));
        let mut sheet = Sheet::empty(self.framework);
        let states_policy = exceeds_one.is_some();
        sheet.assessor = assessor;
        sheet.exceeds_one = exceeds_one.unwrap_or(self.framework.exceeds_one);
        if let Some(answers) = fields.required("answers", self.problems) {
            self.answers(answers, &mut sheet);
        }
        if let Some(settlements) = fields.optional("settlements") {
            self.settlements(settlements, &mut sheet);
        }
        for later in ["case_files", "sample"] {
            if let Some(node) = fields.optional(later) {
                self.problems.push(Problem::new(Code::Later, node.at).with("field", later));
            }
        }
        fields.finish(self.problems);
        Some(Exchange { cover: cover?, perspective: perspective?, sheet, states_policy, log_head })
    }

    fn same_framework(&mut self, fields: &mut Fields) {
        let framework = self.framework;
        let id = fields.text("framework", self.problems);
        let version = fields.optional("framework_version").and_then(|node| text(node, self.problems));
        let sha256 = fields.optional("framework_sha256").and_then(|node| text(node, self.problems));
        for (found, ours) in [(id, &framework.id), (version, &framework.version), (sha256, &framework.sha256)] {
            if let Some(found) = found.filter(|found| found.value != *ours) {
                let problem = Problem::new(Code::OtherFramework, found.at);
                self.problems.push(problem.with("found", &found.value).with("known", ours));
            }
        }
    }

    fn cover(&mut self, fields: &mut Fields) -> Option<Cover> {
        let subject = fields.required("subject", self.problems).and_then(|node| Fields::of(node, self.problems));
        let period = fields.text("period", self.problems);
        let mut subject = subject?;
        let name = subject.text("name", self.problems);
        let kvk = subject.optional("kvk").and_then(|node| text(node, self.problems));
        subject.finish(self.problems);
        let cover = Cover {
            subject: name?.value.trim().to_owned(),
            kvk: kvk.as_ref().map(|kvk| kvk.value.clone()),
            period: period?.value,
        };
        if let (Err(Refusal::CoverIncomplete(_)), Some(kvk)) = (cover.check(), kvk) {
            self.problems.push(Problem::new(Code::Kvk, kvk.at).with("found", &kvk.value));
        }
        Some(cover)
    }

    fn one_of<T: Copy>(&mut self, found: Option<Placed<String>>, known: &[(&str, T)]) -> Option<T> {
        let found = found?;
        let value = known.iter().find(|(word, _)| *word == found.value).map(|(_, value)| *value);
        if value.is_none() {
            let words: Vec<&str> = known.iter().map(|(word, _)| *word).collect();
            let problem = Problem::new(Code::UnknownValue, found.at).with("found", &found.value);
            self.problems.push(problem.with("known", words.join(", ")));
        }
        value
    }

    fn assessor(&mut self, node: &Node) -> Option<Assessor> {
        let mut fields = Fields::of(node, self.problems)?;
        let name = fields.text("name", self.problems);
        let role = fields.optional("role").and_then(|node| text(node, self.problems));
        fields.finish(self.problems);
        Some(Assessor { name: name?.value, role: role.map(|role| role.value).unwrap_or_default() })
    }

    /// The policy on deficiencies, if it is stated. The others have one value, which a file may repeat.
    fn policies(&mut self, node: &Node) -> Option<ExceedsOne> {
        let mut exceeds_one = None;
        for (key, at, value) in Fields::of(node, self.problems)?.rest() {
            let value = words(value, self.problems);
            let Some(policy) = self.framework.policies.iter().find(|policy| policy.id == key) else {
                self.problems.push(Problem::new(Code::UnknownField, at).with("field", key));
                continue;
            };
            if policy.id == "exceeds_one" {
                exceeds_one = self.one_of(value, &ExceedsOne::ALL.map(|each| (each.code(), each)));
            } else {
                self.one_of(value, &[(policy.value.as_str(), ())]);
            }
        }
        exceeds_one
    }

    fn log_head(&mut self, node: &Node) -> Option<LogHead> {
        let mut fields = Fields::of(node, self.problems)?;
        let count = fields.number("count", self.problems);
        let sha256 = fields.text("sha256", self.problems);
        fields.finish(self.problems);
        let (count, sha256) = (count?, sha256?);
        let hex = |byte: u8| byte.is_ascii_digit() || (b'a'..=b'f').contains(&byte);
        let mut unknown = |at, found: &dyn ToString, known| {
            let problem = Problem::new(Code::UnknownValue, at).with("found", found.to_string()).with("known", known);
            self.problems.push(problem);
        };
        if count.value < 1 {
            unknown(count.at, &count.value, "1, 2, 3, …");
        }
        if sha256.value.len() != 64 || !sha256.value.bytes().all(hex) {
            unknown(sha256.at, &sha256.value, "SHA-256");
        }
        let count = u64::try_from(count.value).ok().filter(|count| *count > 0)?;
        Some(LogHead { count, sha256: sha256.value })
    }

    fn answers(&mut self, node: &Node, sheet: &mut Sheet) {
        let Some(mut fields) = Fields::of(node, self.problems) else { return };
        let mut named: Vec<(NormId, Position)> = Vec::new();
        for (key, at, value) in fields.rest() {
            let Some((part, _, norm)) = self.framework.norm(key) else {
                self.problems.push(Problem::new(Code::UnknownNorm, at).with("norm", key));
                continue;
            };
            let Some(finding) = self.finding(value) else { continue };
            if finding.verdict == Verdict::Partly && !part.allows_partly(norm) {
                self.problems.push(Problem::new(Code::PartlyNotAllowed, value.at).with("norm", key));
            }
            if finding.verdict.needs_rationale_at_once() && !finding.is_reasoned() {
                let problem = Problem::new(Code::RationaleNeeded, value.at).with("what", key);
                self.problems.push(problem.with("verdict", finding.verdict.code()));
            }
            if finding.holds_unexplained_personal_data() {
                let kinds: Vec<&str> = finding.personal_data().into_iter().map(PersonalKind::name).collect();
                let problem = Problem::new(Code::PersonalData, value.at).with("norm", key);
                self.problems.push(problem.with("kinds", kinds.join(", ")));
            }
            named.push((norm.id.clone(), at));
            sheet.findings.insert(norm.id.clone(), finding);
        }
        for (id, at) in &named {
            let Some(twin) = self.framework.twin_of(id.as_str()) else { continue };
            let finding = sheet.finding(id.as_str());
            if !named.iter().any(|(other, _)| *other == twin.id) {
                sheet.findings.insert(twin.id.clone(), finding);
            } else if *id < twin.id && finding.verdict != sheet.verdict(twin.id.as_str()) {
                let problem = Problem::new(Code::UnequalTwins, *at).with("norm", id).with("twin", &twin.id);
                self.problems.push(problem);
            }
        }
    }

    fn finding(&mut self, node: &Node) -> Option<Finding> {
        let verdicts = Verdict::ALL.map(|verdict| (verdict.code(), verdict));
        if let Value::Text(word) = &node.value {
            let found = Placed { value: word.clone(), at: node.at };
            return self.one_of(Some(found), &verdicts).map(Finding::bare);
        }
        if !matches!(node.value, Value::Fields(_)) {
            self.problems.push(Problem::new(Code::WrongType, node.at).with("expected", "verdict"));
            return None;
        }
        let mut fields = Fields::of(node, self.problems)?;
        let verdict = fields.text("verdict", self.problems);
        let rationale = fields.optional("rationale").and_then(|node| text(node, self.problems));
        let evidence = fields.optional("evidence").map_or(&[][..], |node| list(node, self.problems));
        let evidence = evidence.iter().filter_map(|node| words(node, self.problems)).map(|text| text.value).collect();
        let attached = fields.optional("attached").map(|node| exchange_attached::read(node, self.problems));
        let attached = attached.unwrap_or_default();
        let reason = fields.optional("personal_data_reason").and_then(|node| text(node, self.problems));
        let withheld = fields.optional("withheld").map(|node| self.withheld(node)).unwrap_or_default();
        fields.finish(self.problems);
        let verdict = self.one_of(verdict, &verdicts)?;
        let words = |text: Option<Placed<String>>| text.map(|text| text.value).unwrap_or_default();
        let (rationale, personal_data_reason) = (words(rationale), words(reason));
        // What is internal has no words in an exchange file.
        let internal = Internal::default();
        Some(Finding { verdict, rationale, evidence, attached, personal_data_reason, internal, withheld })
    }

    /// What those who made the file kept to themselves.
    fn withheld(&mut self, node: &Node) -> Withheld {
        let mut withheld = Withheld::default();
        for node in list(node, self.problems) {
            let Some(word) = text(node, self.problems) else { continue };
            if !withheld.add(&word.value) {
                let problem = Problem::new(Code::UnknownValue, word.at).with("found", &word.value);
                self.problems.push(problem.with("known", "rationale, evidence, attached"));
            }
        }
        withheld
    }

    fn settlements(&mut self, node: &Node, sheet: &mut Sheet) {
        let Some(mut fields) = Fields::of(node, self.problems) else { return };
        for (key, at, value) in fields.rest() {
            if self.framework.part(key).is_none() {
                self.problems.push(Problem::new(Code::UnknownPart, at).with("part", key));
                continue;
            }
            let Some(settlement) = self.settlement(key, value) else { continue };
            // Outside the set it is kept as lapsed, so that an export can always be read in again.
            sheet.settlements.insert(PartId::new(key), settlement);
        }
    }

    fn settlement(&mut self, part: &str, node: &Node) -> Option<Settlement> {
        let mut fields = Fields::of(node, self.problems)?;
        let number = fields.number("level", self.problems);
        let rationale = fields.optional("rationale").and_then(|node| text(node, self.problems));
        let at = fields.at();
        fields.finish(self.problems);
        let number = number?;
        let level = Level::new(number.value);
        if level.is_none() {
            self.problems.push(Problem::new(Code::LevelRange, number.at).with("found", number.value));
        }
        let rationale = rationale.map(|text| text.value).unwrap_or_default();
        let kinds: Vec<&str> = personal_data(&rationale).into_iter().map(|data| data.kind.name()).collect();
        if !kinds.is_empty() {
            let problem = Problem::new(Code::PersonalData, at).with("norm", part);
            self.problems.push(problem.with("kinds", kinds.join(", ")));
        }
        if rationale.trim().is_empty() {
            self.problems
                .push(Problem::new(Code::RationaleNeeded, at).with("what", part).with("verdict", "settlement"));
            return None;
        }
        Some(Settlement { level: level?, rationale })
    }
}
