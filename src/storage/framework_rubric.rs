//! The parts of a framework file: rows, norms, and the rule by which a part gets its score.

use std::collections::{BTreeMap, BTreeSet};

use super::fields::{Fields, Placed, list, number, words};
use super::framework_check;
use super::framework_reader::Loader;
use super::located::{Node, Value};
use super::problem::{Code, Position, Problem};
use crate::domain::exact::Exact;
use crate::domain::framework::{
    Aspect, AspectId, Gate, Group, Norm, NormId, Pair, PairRule, Part, PartId, Rule, Rung, TestUnit,
};

/// The most rows that a part can have.
const MOST_ROWS: usize = 10_000;
/// The most norms that a row can have.
const MOST_NORMS: usize = 1_000;

impl Loader {
    /// A part; its share is put right when all parts of its theme are known.
    pub(super) fn part(&mut self, node: &Node) -> Option<Part> {
        let mut fields = Fields::of(node, &mut self.problems)?;
        let id = self.id(&mut fields, "id");
        let title = self.text(&mut fields, "title");
        let weight = self.weight(&mut fields);
        self.places.part_weights.push(weight);
        let summary = self.text(&mut fields, "summary");
        let introduction = self.each(&mut fields, "introduction", Loader::texts);
        let groups = self.each(&mut fields, "groups", Loader::group);
        let given = fields.optional("aspects").map_or(0, |node| list(node, &mut Vec::new()).len());
        let before = self.problems.len();
        let mut aspects = self.some(&mut fields, "aspects", MOST_ROWS, Loader::aspect);
        // Where a row could not be read its rungs are not known either.
        let all_read = aspects.len() == given && self.problems.len() == before;
        let written = aspects.iter().flat_map(|aspect| aspect.norms.iter().map(|norm| norm.rung)).collect();
        let rule = self.rule(&mut fields, &written, all_read);
        fields.finish(&mut self.problems);
        for group in std::mem::take(&mut self.places.group_references) {
            if !groups.iter().any(|known: &Group| known.id == group.value) {
                self.problems
                    .push(Problem::new(Code::UnknownReference, group.at).with("id", group.value).with("what", "group"));
            }
        }
        for aspect in &mut aspects {
            aspect.pairs = all_pairs(aspect, &rule);
        }
        let weight = Exact::whole(0);
        let (id, title, summary) = (PartId::new(&id?), title?, summary?);
        Some(Part { id, title, summary, introduction, groups, weight, rule, aspects })
    }

    fn group(&mut self, node: &Node) -> Option<Group> {
        let mut fields = Fields::of(node, &mut self.problems)?;
        let id = fields.text("id", &mut self.problems);
        let title = self.text(&mut fields, "title");
        fields.finish(&mut self.problems);
        Some(Group { id: id?.value, title: title? })
    }

    /// How the part gets its score: in steps unless it says otherwise, by the usual gates unless it names them.
    fn rule(&mut self, fields: &mut Fields, written: &BTreeSet<Rung>, all_read: bool) -> Rule {
        let word = fields.optional("rule").and_then(|node| words(node, &mut self.problems));
        let stepped = self.one_of(word, &[("stepped", true), ("assessor", false)]).unwrap_or(true);
        let before = self.problems.len();
        let named = fields.optional("gates").map(|node| (node.at, self.gates(node)));
        let all_read = all_read && self.problems.len() == before;
        let problem = |case: &str, at: Position| Problem::new(Code::Gate, at).with("case", case);
        match named {
            Some((at, _)) if !stepped => self.problems.push(problem("assessor", at)),
            _ if !stepped => {}
            None if all_read && written.iter().all(|rung| rung.is_deficiency()) => {
                self.problems.push(problem("none", fields.at()));
            }
            None => return Rule::usual(written),
            Some((at, gates)) => {
                let needed: BTreeSet<Rung> = gates.iter().flat_map(|gate| gate.needs.iter().copied()).collect();
                let idle = |rung: &&Rung| !rung.is_deficiency() && !gates.iter().any(|gate| gate.rung == **rung);
                for rung in written.iter().filter(idle).filter(|_| all_read) {
                    self.problems.push(problem("no-gate", at).with("rung", rung.number()));
                }
                for rung in needed.difference(written).filter(|_| all_read) {
                    self.problems.push(problem("not-written", at).with("rung", rung.number()));
                }
                return Rule::Stepped(gates);
            }
        }
        Rule::Assessor
    }

    fn gates(&mut self, node: &Node) -> Vec<Gate> {
        let mut gates: BTreeMap<Rung, Gate> = BTreeMap::new();
        for item in list(node, &mut self.problems) {
            let Some((gate, at)) = self.gate(item) else { continue };
            if gates.contains_key(&gate.rung) {
                self.problems
                    .push(Problem::new(Code::DuplicateId, at).with("id", gate.rung.number()).with("line", "none"));
            }
            gates.insert(gate.rung, gate);
        }
        if list(node, &mut Vec::new()).is_empty() {
            self.problems.push(Problem::new(Code::EmptyText, node.at));
        }
        gates.into_values().collect()
    }

    fn gate(&mut self, node: &Node) -> Option<(Gate, Position)> {
        let mut fields = Fields::of(node, &mut self.problems)?;
        let level = fields.number("level", &mut self.problems);
        let needs = fields.list("needs", &mut self.problems);
        let needs: Vec<Option<Placed<i64>>> = needs.iter().map(|item| number(item, &mut self.problems)).collect();
        fields.finish(&mut self.problems);
        let rung = level.and_then(|level| self.requirement(level))?;
        let needs: Option<BTreeSet<Rung>> =
            needs.into_iter().map(|needed| needed.and_then(|needed| self.requirement(needed))).collect();
        let gate = Gate { rung, needs: needs? };
        if !gate.needs.contains(&rung) || gate.needs.iter().any(|needed| *needed > rung) {
            let problem = Problem::new(Code::Gate, node.at).with("case", "own-rung");
            self.problems.push(problem.with("rung", rung.number()));
            return None;
        }
        Some((gate, node.at))
    }

    fn requirement(&mut self, number: Placed<i64>) -> Option<Rung> {
        let rung = Rung::new(number.value).filter(|rung| !rung.is_deficiency());
        if rung.is_none() {
            self.unknown_value(&Placed { value: number.value.to_string(), at: number.at }, "5, 4, 3, 2");
        }
        rung
    }

    fn aspect(&mut self, node: &Node) -> Option<Aspect> {
        let mut fields = Fields::of(node, &mut self.problems)?;
        let id = self.id(&mut fields, "id");
        let title = self.text(&mut fields, "title");
        let group = fields.optional("group").and_then(|node| words(node, &mut self.problems));
        self.places.group_references.extend(group.clone());
        let declared = self.pairs(&mut fields);
        let negation = match fields.optional("negation").map(|node| (&node.value, node.at)) {
            None => false,
            Some((Value::Word(word), _)) if word == "true" => true,
            Some((Value::Word(word), _)) if word == "false" => false,
            Some((_, at)) => {
                self.problems.push(Problem::new(Code::WrongType, at).with("expected", "truth"));
                false
            }
        };
        let before = self.problems.len();
        let mut norms = self.norms(&mut fields);
        let all_read = self.problems.len() == before;
        fields.finish(&mut self.problems);
        // Stable, so that norms on one rung keep the order of the file.
        norms.sort_by_key(|norm| std::cmp::Reverse(norm.rung));
        let mut pairs: Vec<Pair> = Vec::new();
        for (pair, at) in declared {
            let (higher, lower) = (pair.higher, pair.lower);
            let written = |rung: Rung| norms.iter().any(|norm| norm.rung == rung);
            let case = if pairs.iter().any(|known| (known.higher, known.lower) == (higher, lower)) {
                Some("twice")
            } else if higher <= lower {
                Some("order")
            } else {
                (all_read && !(written(higher) && written(lower))).then_some("not-written")
            };
            if let Some(case) = case {
                let problem = Problem::new(Code::Pair, at).with("case", case).with("higher", higher.number());
                self.problems.push(problem.with("lower", lower.number()));
            }
            pairs.push(pair);
        }
        let group = group.map(|group| group.value);
        Some(Aspect { id: AspectId::new(&id?), title: title?, group, norms, pairs, negation })
    }

    /// The pairs that the row declares: `five_three` and `three_one` for the usual ones, and a list for any other.
    fn pairs(&mut self, fields: &mut Fields) -> Vec<(Pair, Position)> {
        let rules = [("refuse", PairRule::Refuse), ("warn", PairRule::Warn)];
        let mut pairs = Vec::new();
        for (name, higher, lower) in [("five_three", Rung::FIVE, Rung::THREE), ("three_one", Rung::THREE, Rung::ONE)] {
            let Some(node) = fields.optional(name) else { continue };
            let word = words(node, &mut self.problems);
            let rule = self.one_of(word, &rules);
            pairs.extend(rule.map(|rule| (Pair { higher, lower, rule }, node.at)));
        }
        let Some(node) = fields.optional("pairs") else { return pairs };
        for item in list(node, &mut self.problems) {
            let Some(mut fields) = Fields::of(item, &mut self.problems) else { continue };
            let [higher, lower] = ["higher", "lower"].map(|name| {
                let found = fields.number(name, &mut self.problems)?;
                self.rung(&found)
            });
            let word = fields.text("rule", &mut self.problems);
            let rule = self.one_of(word, &rules);
            fields.finish(&mut self.problems);
            if let (Some(higher), Some(lower), Some(rule)) = (higher, lower, rule) {
                pairs.push((Pair { higher, lower, rule }, item.at));
            }
        }
        pairs
    }

    fn rung(&mut self, found: &Placed<i64>) -> Option<Rung> {
        let rung = Rung::new(found.value);
        if rung.is_none() {
            self.unknown_value(&Placed { value: found.value.to_string(), at: found.at }, "5, 4, 3, 2, 1");
        }
        rung
    }

    fn norms(&mut self, fields: &mut Fields) -> Vec<Norm> {
        let given = fields.optional("norms").map_or(0, |node| list(node, &mut Vec::new()).len());
        let placed: Vec<(Norm, Option<Position>)> = self.some(fields, "norms", MOST_NORMS, Loader::norm);
        let norms: Vec<Norm> = placed.iter().map(|(norm, _)| norm.clone()).collect();
        for (norm, twin_at) in &placed {
            // Where a norm could not be read it may well be the twin.
            if let Some((twin, at)) = norm.twin.as_ref().zip(*twin_at)
                && norms.len() == given
                && !framework_check::is_twin(&norms, norm, twin)
            {
                self.places.false_twins.push((norm.id.clone(), twin.clone(), at));
            }
        }
        norms
    }

    /// A norm, and where its twin is named.
    fn norm(&mut self, node: &Node) -> Option<(Norm, Option<Position>)> {
        let mut fields = Fields::of(node, &mut self.problems)?;
        let id = self.id(&mut fields, "id");
        self.places.norms.extend(id.clone());
        let rung = fields.number("rung", &mut self.problems);
        let unit = fields.text("test_unit", &mut self.problems);
        let place = self.text(&mut fields, "place");
        let text = self.text(&mut fields, "text");
        let twin = fields.optional("twin").and_then(|node| words(node, &mut self.problems));
        fields.finish(&mut self.problems);
        let units = [("lender", TestUnit::Lender), ("file", TestUnit::File), ("both", TestUnit::Both)];
        let unit = self.one_of(unit, &units);
        let rung = self.rung(&rung?);
        self.places.norm_references.extend(twin.iter().map(|twin| (twin.value.clone(), twin.at)));
        let twin_at = twin.as_ref().map(|twin| twin.at);
        let twin = twin.map(|twin| NormId::new(&twin.value));
        let norm = Norm { id: NormId::new(&id?), rung: rung?, text: text?, place: place?, test_unit: unit?, twin };
        Some((norm, twin_at))
    }
}

/// The usual pairs of a row, with what it declares itself in their place; none where the assessor scores.
fn all_pairs(aspect: &Aspect, rule: &Rule) -> Vec<Pair> {
    if !rule.is_stepped() {
        return Vec::new();
    }
    let written = aspect.norms.iter().map(|norm| norm.rung).collect();
    let same = |one: &Pair, two: &Pair| (one.higher, one.lower) == (two.higher, two.lower);
    let mut pairs = Pair::usual(&written, rule.base());
    pairs.retain(|pair| !aspect.pairs.iter().any(|declared| same(declared, pair)));
    pairs.extend(aspect.pairs.iter().copied());
    pairs.sort_by_key(|pair| std::cmp::Reverse((pair.higher, pair.lower)));
    pairs
}
