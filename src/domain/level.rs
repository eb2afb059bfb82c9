//! The scale: levels 1 to 5, and sets of levels.

use std::fmt;

/// A score of one part, 1 to 5 ("trede").
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Level(u8);

impl Level {
    /// Insufficient: reason for concern.
    pub const ONE: Level = Level(1);
    /// Between 1 and 3.
    pub const TWO: Level = Level(2);
    /// Present, but too non-committal in practice.
    pub const THREE: Level = Level(3);
    /// Between 3 and 5.
    pub const FOUR: Level = Level(4);
    /// Good practice.
    pub const FIVE: Level = Level(5);
    /// All levels, lowest first.
    pub const ALL: [Level; 5] = [Level::ONE, Level::TWO, Level::THREE, Level::FOUR, Level::FIVE];

    /// The level with this number, if it is 1 to 5.
    pub fn new(number: i64) -> Option<Level> {
        Level::ALL.into_iter().find(|level| i64::from(level.0) == number)
    }

    /// The number, 1 to 5.
    pub fn number(self) -> u8 {
        self.0
    }
}

impl fmt::Display for Level {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "{}", self.0)
    }
}

/// A set of levels; it may have gaps.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default, Hash)]
pub struct LevelSet(u8);

impl LevelSet {
    /// No level at all.
    pub const EMPTY: LevelSet = LevelSet(0);

    /// The set of these levels.
    pub fn of(levels: &[Level]) -> LevelSet {
        LevelSet(levels.iter().fold(0, |bits, level| bits | (1 << level.0)))
    }

    /// The levels above `low` and below `high`.
    pub fn between(low: Level, high: Level) -> LevelSet {
        let inside = Level::ALL.into_iter().filter(|level| *level > low && *level < high);
        inside.fold(LevelSet::EMPTY, |set, level| set.union(LevelSet::of(&[level])))
    }

    /// All levels.
    pub fn all() -> LevelSet {
        LevelSet::of(&Level::ALL)
    }

    /// The levels of both sets.
    pub fn union(self, other: LevelSet) -> LevelSet {
        LevelSet(self.0 | other.0)
    }

    /// Whether `level` is in the set.
    pub fn contains(self, level: Level) -> bool {
        self.0 & (1 << level.0) != 0
    }

    /// The levels, lowest first.
    pub fn levels(self) -> impl DoubleEndedIterator<Item = Level> {
        Level::ALL.into_iter().filter(move |level| self.contains(*level))
    }

    /// The lowest level, none when the set is empty.
    pub fn lowest(self) -> Option<Level> {
        self.levels().next()
    }

    /// The highest level, none when the set is empty.
    pub fn highest(self) -> Option<Level> {
        self.levels().next_back()
    }

    /// The only level of a set with one member.
    pub fn only(self) -> Option<Level> {
        self.lowest().filter(|level| self == LevelSet::of(&[*level]))
    }

    /// Whether no level is in the set.
    pub fn is_empty(self) -> bool {
        self.0 == 0
    }
}
