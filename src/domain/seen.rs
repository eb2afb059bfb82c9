//! What the stepped rule looks at in judged norms, packed into bits: of one row ([`Summary`]) and of a part ([`Seen`]).

use std::collections::HashMap;

use super::finding::Verdict;
use super::rule::Rung;

/// What is known of the norms of one row, rung by rung.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Summary(u32);

impl Summary {
    /// No norms.
    pub const NOTHING: Summary = Summary(0);

    const HOLDS: u32 = 1;
    const LIFTS: u32 = 2;
    const FAILS: u32 = 4;
    const UNMET: u32 = 8;

    /// The summary with one more norm on `rung`.
    pub fn with(self, rung: Rung, verdict: Verdict, distinguishes: bool) -> Summary {
        let bits = match verdict {
            Verdict::Holds if distinguishes => Summary::HOLDS | Summary::LIFTS,
            Verdict::Holds => Summary::HOLDS,
            Verdict::Fails => Summary::FAILS | Summary::UNMET,
            Verdict::Partly => Summary::UNMET,
            Verdict::NotApplicable | Verdict::Open | Verdict::Undetermined => 0,
        };
        Summary(self.0 | (bits << shift(rung)))
    }

    /// Both together.
    pub fn and(self, other: Summary) -> Summary {
        Summary(self.0 | other.0)
    }

    /// A norm of the rung holds.
    pub fn holds(self, rung: Rung) -> bool {
        self.has(rung, Summary::HOLDS)
    }

    /// A norm of the rung that distinguishes holds.
    pub fn lifts(self, rung: Rung) -> bool {
        self.has(rung, Summary::LIFTS)
    }

    /// A norm of the rung fails, or is met in part only.
    pub fn is_unmet(self, rung: Rung) -> bool {
        self.has(rung, Summary::UNMET)
    }

    /// A deficiency is present.
    pub fn is_present(self) -> bool {
        self.holds(Rung::ONE)
    }

    fn has(self, rung: Rung, bit: u32) -> bool {
        self.0 & (bit << shift(rung)) != 0
    }
}

fn shift(rung: Rung) -> u32 {
    4 * u32::from(rung.number() - 1)
}

/// What the rule looks at in judged rows: for each requirement rung whether every norm holds and whether a
/// distinguishing one does, whether a deficiency is present, whether one is absent. Ten bits.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Seen(u16);

impl Seen {
    const EVERY: u16 = 0b1111;
    const PRESENT: u16 = 1 << 8;
    const ABSENT: u16 = 1 << 9;
    /// No rows: everything asked holds, nothing is present.
    const NOTHING: Seen = Seen(Seen::EVERY);

    /// What is to be seen of one row.
    pub fn of(row: Summary) -> Seen {
        let bit = |condition: bool, bit: u16| if condition { bit } else { 0 };
        let mut bits = bit(row.is_present(), Seen::PRESENT) | bit(row.has(Rung::ONE, Summary::FAILS), Seen::ABSENT);
        for rung in [Rung::TWO, Rung::THREE, Rung::FOUR, Rung::FIVE] {
            bits |= bit(!row.has(rung, Summary::UNMET), every(rung)) | bit(row.lifts(rung), every(rung) << 4);
        }
        Seen(bits)
    }

    /// Every norm of the rung that applies holds.
    pub fn all(self, rung: Rung) -> bool {
        self.0 & every(rung) != 0
    }

    /// A norm of the rung that distinguishes holds.
    pub fn some(self, rung: Rung) -> bool {
        self.0 & (every(rung) << 4) != 0
    }

    /// A deficiency is present.
    pub fn is_present(self) -> bool {
        self.0 & Seen::PRESENT != 0
    }

    /// A deficiency is absent.
    pub fn is_absent(self) -> bool {
        self.0 & Seen::ABSENT != 0
    }

    fn and(self, other: Seen) -> Seen {
        Seen((self.0 & other.0 & Seen::EVERY) | ((self.0 | other.0) & !Seen::EVERY))
    }
}

/// The bit of a requirement rung.
fn every(rung: Rung) -> u16 {
    1 << (rung.number().max(2) - 2)
}

/// A set of [`Seen`]: one bit for each of the 1,024 that there can be.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct SeenSet([u64; 16]);

impl SeenSet {
    /// Nothing can be seen: every completion is a contradiction.
    pub const NONE: SeenSet = SeenSet([0; 16]);

    /// What no rows at all leave to be seen.
    pub fn start() -> SeenSet {
        SeenSet::NONE.with(Seen::NOTHING)
    }

    /// Whether nothing can be seen.
    pub fn is_empty(&self) -> bool {
        *self == SeenSet::NONE
    }

    /// The set with one more member.
    pub fn with(mut self, seen: Seen) -> SeenSet {
        if let Some(word) = self.0.get_mut(usize::from(seen.0 / 64)) {
            *word |= 1 << (seen.0 % 64);
        }
        self
    }

    /// The members.
    pub fn iter(&self) -> impl Iterator<Item = Seen> + '_ {
        self.0.iter().zip(0_u16..).flat_map(|(word, at)| {
            let mut left = *word;
            std::iter::from_fn(move || {
                let bit = u16::try_from(left.trailing_zeros()).ok().filter(|bit| *bit < 64)?;
                left &= left - 1;
                Some(Seen(at * 64 + bit))
            })
        })
    }

    /// Every member of this set together with every member of the other.
    pub fn and(&self, other: &SeenSet) -> SeenSet {
        self.iter().fold(SeenSet::NONE, |set, one| other.iter().fold(set, |set, two| set.with(one.and(two))))
    }
}

/// Sets that were put together before. In a part of thousands of rows the same few sets meet again and again.
#[derive(Debug, Default)]
pub struct Joins(HashMap<(SeenSet, SeenSet), SeenSet>);

impl Joins {
    /// The same as [`SeenSet::and`].
    pub fn join(&mut self, one: &SeenSet, two: &SeenSet) -> SeenSet {
        *self.0.entry((*one, *two)).or_insert_with(|| one.and(two))
    }
}
