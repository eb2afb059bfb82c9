//! One row of the rubric as the stepped rule looks at it, with everything that its open norms can still become.
//!
//! A row is folded norm by norm into a small set of summaries, so that the cost grows with its norms and not with the
//! number of their completions. Norms with the same text (twins) are one question.

use super::assessment::Sheet;
use super::finding::Verdict;
use super::framework::Aspect;
use super::ids::NormId;
use super::rule::{Pair, PairRule, Rung};
use super::seen::{Seen, SeenSet, Summary};

/// A norm of a row with the verdict that counts for it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Entry {
    /// Its rung.
    pub rung: Rung,
    /// Its verdict; of twins of which one is open the other counts for both.
    pub verdict: Verdict,
    /// The place in the row of its twin on a lower rung: such a norm cannot lift a part.
    pub lower_twin: Option<usize>,
    /// The place in the row of its twin on a higher rung: it is asked there.
    pub higher_twin: Option<usize>,
}

impl Entry {
    /// Whether it counts at all.
    pub fn is_applicable(&self) -> bool {
        self.verdict != Verdict::NotApplicable
    }

    /// Whether it asks for something that no lower rung of its row asks for.
    pub fn distinguishes(&self) -> bool {
        self.lower_twin.is_none()
    }
}

/// The verdicts of one row, ready for the rule.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Row {
    entries: Vec<Entry>,
    pairs: Vec<Pair>,
}

impl Row {
    /// The row of `aspect` as `sheet` judges it.
    pub fn of(aspect: &Aspect, sheet: &Sheet) -> Row {
        let place = |id: &NormId| aspect.norms.iter().position(|norm| norm.id == *id);
        let mut entries: Vec<Entry> = aspect
            .norms
            .iter()
            .map(|norm| Entry {
                rung: norm.rung,
                verdict: sheet.verdict(norm.id.as_str()),
                lower_twin: norm.twin.as_ref().and_then(place),
                higher_twin: aspect.norms.iter().position(|other| other.twin.as_ref() == Some(&norm.id)),
            })
            .collect();
        for at in 0..entries.len() {
            let twin = entries.get(at).and_then(|entry| entry.lower_twin.or(entry.higher_twin));
            let other = twin.and_then(|twin| entries.get(twin)).map(|twin| twin.verdict);
            if let Some((entry, other)) = entries.get_mut(at).zip(other)
                && entry.verdict == Verdict::Open
            {
                entry.verdict = other;
            }
        }
        Row { entries, pairs: aspect.pairs.clone() }
    }

    /// The norms, as the row orders them.
    pub fn entries(&self) -> &[Entry] {
        &self.entries
    }

    /// The row with another verdict for the norm at a place; twins change together.
    pub fn with(&self, at: usize, verdict: Verdict) -> Row {
        let mut row = self.clone();
        for place in self.asked(at) {
            if let Some(entry) = row.entries.get_mut(place) {
                entry.verdict = verdict;
            }
        }
        row
    }

    /// The places that are asked together with this one, in rubric order.
    pub fn asked(&self, at: usize) -> Vec<usize> {
        let twin = self.entries.get(at).and_then(|entry| entry.lower_twin.or(entry.higher_twin));
        let mut places: Vec<usize> = twin.into_iter().chain([at]).collect();
        places.sort_unstable();
        places
    }

    /// The places of the norms to ask, twins once, at the lower of the two.
    pub fn questions(&self) -> impl Iterator<Item = usize> + '_ {
        self.entries.iter().enumerate().filter(|(_, entry)| entry.lower_twin.is_none()).map(|(at, _)| at)
    }

    /// Whether the norm at a place is open and yet can only get the good verdict.
    pub fn follows(&self, at: usize) -> bool {
        self.entries.get(at).is_some_and(|entry| {
            entry.verdict.leaves_open() && !self.seen().is_empty() && self.with(at, entry.rung.bad()).seen().is_empty()
        })
    }

    /// Every completion of this row that is free of contradiction, reduced to what the rule looks at.
    pub fn seen(&self) -> SeenSet {
        self.reduce(&self.questions().fold(vec![Summary::NOTHING], |known, at| self.widen(&known, at, None)))
    }

    /// Every summary of `known` together with every outcome of the norm at a place: `fixed`, or what its verdict leaves.
    pub fn widen(&self, known: &[Summary], at: usize, fixed: Option<Verdict>) -> Vec<Summary> {
        let recorded = self.entries.get(at).map_or(Verdict::Open, |entry| entry.verdict);
        let outcomes = match fixed.unwrap_or(recorded) {
            verdict if verdict.leaves_open() => vec![Verdict::Holds, Verdict::Fails],
            verdict => vec![verdict],
        };
        let mut next = Vec::with_capacity(known.len() * outcomes.len());
        for verdict in outcomes {
            let added = self.asked(at).into_iter().filter_map(|place| self.entries.get(place));
            let added = added.fold(Summary::NOTHING, |sum, entry| sum.with(entry.rung, verdict, entry.distinguishes()));
            next.extend(known.iter().map(|summary| summary.and(added)));
        }
        next.sort_unstable();
        next.dedup();
        next
    }

    /// What the rule sees of these summaries of the whole row; those with a contradiction are left out.
    pub fn reduce(&self, summaries: &[Summary]) -> SeenSet {
        let free = summaries.iter().filter(|summary| !self.pairs.iter().any(|pair| self.clashes(*pair, **summary)));
        free.fold(SeenSet::NONE, |set, summary| set.with(Seen::of(*summary)))
    }

    /// The pairs whose recorded verdicts contradict each other.
    pub fn contradictions(&self) -> Vec<Pair> {
        let recorded = self.recorded();
        self.pairs.iter().copied().filter(|pair| self.clashes(*pair, recorded)).collect()
    }

    /// The pairs whose recorded verdicts are odd together, but may be so.
    pub fn oddities(&self) -> Vec<Pair> {
        let recorded = self.recorded();
        let warns = |pair: &&Pair| pair.rule == PairRule::Warn && is_above(**pair, recorded);
        self.pairs.iter().filter(warns).copied().collect()
    }

    /// The places of the norms that make a pair odd: those that are met above, and those not met or present below.
    pub fn at_odds(&self, pair: Pair) -> Vec<usize> {
        let higher = |entry: &Entry| entry.rung == pair.higher && (meets(pair, entry) || self.is_left_out(pair.higher));
        // Met in part is not met: only above the base rung can a lower norm be so.
        let lower = |entry: &Entry| {
            let odd = entry.verdict == pair.lower.bad() || entry.verdict == Verdict::Partly;
            entry.rung == pair.lower && odd
        };
        let named = self.entries.iter().enumerate().filter(|(_, entry)| higher(entry) || lower(entry));
        named.map(|(at, _)| at).collect()
    }

    /// The places of the norms without a verdict that a pair implies: the higher rung is met, so the lower one is too, or
    /// its deficiency is absent.
    pub fn implied(&self, pair: Pair) -> Vec<usize> {
        if !self.entries.iter().any(|entry| entry.rung == pair.higher && meets(pair, entry)) {
            return Vec::new();
        }
        let open = |entry: &Entry| entry.rung == pair.lower && entry.verdict == Verdict::Open;
        self.entries.iter().enumerate().filter(|(_, entry)| open(entry)).map(|(at, _)| at).collect()
    }

    /// Whether every norm on these rungs fails, and each of the rungs has one.
    pub fn all_fail(&self, rungs: &[Rung]) -> bool {
        rungs.iter().all(|rung| {
            let mut on = self.entries.iter().filter(|entry| entry.rung == *rung).peekable();
            on.peek().is_some() && on.all(|entry| entry.verdict == Verdict::Fails)
        })
    }

    fn recorded(&self) -> Summary {
        let known = self.entries.iter().filter(|entry| !entry.verdict.leaves_open());
        known.fold(Summary::NOTHING, |sum, entry| sum.with(entry.rung, entry.verdict, entry.distinguishes()))
    }

    /// A deficiency beside a requirement that does not apply is a contradiction whatever the framework says of the pair.
    fn clashes(&self, pair: Pair, summary: Summary) -> bool {
        (pair.rule == PairRule::Refuse && is_above(pair, summary))
            || (pair.lower.is_deficiency() && summary.is_present() && self.is_left_out(pair.higher))
    }

    /// Whether the rung has norms and none of them applies.
    fn is_left_out(&self, rung: Rung) -> bool {
        let mut on = self.entries.iter().filter(|entry| entry.rung == rung).peekable();
        on.peek().is_some() && on.all(|entry| !entry.is_applicable())
    }
}

/// Whether a norm of the higher rung of a pair is met in a way that counts for the pair. A twin says nothing that the
/// lower rung does not say itself.
fn meets(pair: Pair, entry: &Entry) -> bool {
    entry.verdict == Verdict::Holds && (pair.lower.is_deficiency() || entry.distinguishes())
}

fn is_above(pair: Pair, summary: Summary) -> bool {
    if pair.lower.is_deficiency() {
        summary.holds(pair.higher) && summary.is_present()
    } else {
        summary.lifts(pair.higher) && summary.is_unmet(pair.lower)
    }
}
