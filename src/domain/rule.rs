//! How a part gets its score, as data: rungs, the gates between them, and pairs of rungs that exclude each other.
//!
//! Source: the scoring rules, section 7. In the module on arrears the rungs 5, 3 and 1 are written, a 3 needs rung 3 and
//! a 5 needs the rungs 3 and 5; other modules write other rungs, or leave the score to the assessor.

use std::collections::BTreeSet;

use super::finding::Verdict;
use super::level::Level;

/// A rung for which norms are written: 1 describes deficiencies, 2 to 5 are requirements.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Rung(u8);

impl Rung {
    /// Descriptions of deficiencies.
    pub const ONE: Rung = Rung(1);
    /// Requirements for a 2.
    pub const TWO: Rung = Rung(2);
    /// Requirements for a 3.
    pub const THREE: Rung = Rung(3);
    /// Requirements for a 4.
    pub const FOUR: Rung = Rung(4);
    /// Requirements for a 5.
    pub const FIVE: Rung = Rung(5);
    /// The rungs in rubric order: the highest first.
    pub const ALL: [Rung; 5] = [Rung::FIVE, Rung::FOUR, Rung::THREE, Rung::TWO, Rung::ONE];

    /// The rung with this number, if it is 1 to 5.
    pub fn new(number: i64) -> Option<Rung> {
        Rung::ALL.into_iter().find(|rung| i64::from(rung.0) == number)
    }

    /// The number of the rung.
    pub fn number(self) -> u8 {
        self.0
    }

    /// The level that this rung describes.
    pub fn level(self) -> Level {
        Level::new(i64::from(self.0)).unwrap_or(Level::ONE)
    }

    /// Whether its norms describe deficiencies.
    pub fn is_deficiency(self) -> bool {
        self == Rung::ONE
    }

    /// The verdict on a norm of this rung that is good for the lender.
    pub fn good(self) -> Verdict {
        if self.is_deficiency() { Verdict::Fails } else { Verdict::Holds }
    }

    /// The verdict on a norm of this rung that is bad for the lender.
    pub fn bad(self) -> Verdict {
        if self.is_deficiency() { Verdict::Holds } else { Verdict::Fails }
    }
}

/// What a level needs: rungs of which every applicable norm holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Gate {
    /// The rung that describes the level; always one of `needs`.
    pub rung: Rung,
    /// The rungs that have to be met, none above `rung`.
    pub needs: BTreeSet<Rung>,
}

impl Gate {
    /// The level behind the gate.
    pub fn level(&self) -> Level {
        self.rung.level()
    }
}

/// How a part gets its score.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Rule {
    /// In steps ("trapsgewijs"): the gates, the lowest first; at least one.
    Stepped(Vec<Gate>),
    /// Not in steps: the norms guide and the assessor settles.
    Assessor,
}

impl Rule {
    /// The rule where a framework names no gates: each written requirement rung is a gate that needs all written
    /// requirement rungs up to it.
    pub fn usual(written: &BTreeSet<Rung>) -> Rule {
        let rungs: Vec<Rung> = written.iter().copied().filter(|rung| !rung.is_deficiency()).collect();
        let gate = |rung: &Rung| Gate { rung: *rung, needs: rungs.iter().copied().filter(|low| low <= rung).collect() };
        Rule::Stepped(rungs.iter().map(gate).collect())
    }

    /// The gates, the lowest first; none where the assessor decides.
    pub fn gates(&self) -> &[Gate] {
        match self {
            Rule::Stepped(gates) => gates,
            Rule::Assessor => &[],
        }
    }

    /// The rung of the lowest gate: what a part has to meet first. Rung 3 in the module on arrears.
    pub fn base(&self) -> Option<Rung> {
        self.gates().first().map(|gate| gate.rung)
    }

    /// Whether the score follows in steps.
    pub fn is_stepped(&self) -> bool {
        matches!(self, Rule::Stepped(_))
    }
}

/// What it means when two rungs of one row are judged against each other.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum PairRule {
    /// A contradiction: it has to be resolved before there is a score.
    Refuse,
    /// A warning: the score is not affected.
    Warn,
}

/// Two rungs of a row that are odd together: the higher one is met while the lower one is not, or while the deficiency
/// is present.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Pair {
    /// The higher rung.
    pub higher: Rung,
    /// The lower rung.
    pub lower: Rung,
    /// What follows.
    pub rule: PairRule,
}

impl Pair {
    /// The pairs of a row with these rungs where the framework says nothing else: every two requirements, and the base
    /// rung with the deficiency.
    pub fn usual(written: &BTreeSet<Rung>, base: Option<Rung>) -> Vec<Pair> {
        let mut pairs = Vec::new();
        for higher in written.iter().rev() {
            for lower in written.iter().rev().filter(|lower| *lower < higher) {
                if !lower.is_deficiency() || Some(*higher) == base {
                    pairs.push(Pair { higher: *higher, lower: *lower, rule: PairRule::Refuse });
                }
            }
        }
        pairs
    }
}
