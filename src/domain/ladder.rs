//! The stepped rule ("trapsgewijs") for one part: from verdicts to admissible levels.
//!
//! Source: module, scoremethodiek. Where it is silent a named policy decides (S-01, S-02, S-03). Norms that are open or
//! undetermined stand for both outcomes: the admissible set is the union over all their completions. It is found by
//! folding the rows, each reduced to what the rule looks at ([`Seen`]), so that the cost grows with the rows and not
//! with the number of completions.

use super::assessment::Sheet;
use super::finding::Verdict;
use super::framework::{Aspect, ExceedsOne, NormId, PairRule, Part, Rung};
use super::level::{Level, LevelSet};

/// The verdicts of one row, ready for the rule. `None` where the row has no norm.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Row {
    verdicts: [Option<Verdict>; 3],
    twins: bool,
    refuse_five_three: bool,
    refuse_three_one: bool,
}

const FIVE: usize = 0;
const THREE: usize = 1;
const ONE: usize = 2;

impl Row {
    /// The row of `aspect` as `sheet` judges it. Of twins of which one is open the other counts for both.
    pub fn of(aspect: &Aspect, sheet: &Sheet) -> Row {
        let verdict = |rung| aspect.norm(rung).map(|norm| sheet.verdict(norm.id.as_str()));
        let mut verdicts = Rung::ALL.map(verdict);
        let twins = aspect.twins().is_some();
        if twins {
            match (verdicts[FIVE], verdicts[THREE]) {
                (Some(Verdict::Open), three) => verdicts[FIVE] = three,
                (five, Some(Verdict::Open)) => verdicts[THREE] = five,
                _ => {}
            }
        }
        Row {
            verdicts,
            twins,
            refuse_five_three: aspect.five_three == PairRule::Refuse,
            refuse_three_one: aspect.three_one == PairRule::Refuse,
        }
    }

    /// The verdict on a rung.
    pub fn verdict(&self, rung: Rung) -> Option<Verdict> {
        self.verdicts[place(rung)]
    }

    /// Whether the norms on rungs 5 and 3 are twins.
    pub fn twins(&self) -> bool {
        self.twins
    }

    /// The row with another verdict on one rung; twins change together.
    pub fn with(mut self, rung: Rung, verdict: Verdict) -> Row {
        self.verdicts[place(rung)] = Some(verdict);
        if self.twins && rung != Rung::One {
            self.verdicts[FIVE] = Some(verdict);
            self.verdicts[THREE] = Some(verdict);
        }
        self
    }

    /// The pairs of rungs, higher first, whose recorded verdicts are judged against each other by a refusing rule.
    pub fn contradictions(&self) -> Vec<(Rung, Rung)> {
        let mut pairs = Vec::new();
        if self.refuse_five_three && self.five_above_three() {
            pairs.push((Rung::Five, Rung::Three));
        }
        if (self.refuse_three_one && self.three_above_one())
            || (self.verdicts[THREE] == Some(Verdict::NotApplicable) && self.verdicts[ONE] == Some(Verdict::Holds))
        {
            pairs.push((Rung::Three, Rung::One));
        }
        pairs
    }

    /// Rung 5 holds while rung 3 fails.
    pub fn five_above_three(&self) -> bool {
        !self.twins && self.verdicts[FIVE] == Some(Verdict::Holds) && self.verdicts[THREE] == Some(Verdict::Fails)
    }

    /// Rung 3 holds while the deficiency is present.
    pub fn three_above_one(&self) -> bool {
        self.verdicts[THREE] == Some(Verdict::Holds) && self.verdicts[ONE] == Some(Verdict::Holds)
    }

    /// Whether the norm on `rung` is open and yet can only get the good verdict, because the one above it holds.
    pub fn follows(&self, rung: Rung) -> bool {
        let open = |rung: Rung| self.verdict(rung).is_some_and(Verdict::leaves_open);
        let bad = if rung.good() == Verdict::Holds { Verdict::Fails } else { Verdict::Holds };
        rung != Rung::Five && open(rung) && !self.seen().is_empty() && self.with(rung, bad).seen().is_empty()
    }

    /// Every completion of this row that is free of contradiction, reduced to what the rule looks at.
    pub fn seen(&self) -> SeenSet {
        let mut set = SeenSet::NONE;
        self.complete(&mut |row| set = set.with(Seen::of(row)));
        set
    }

    fn complete(self, visit: &mut impl FnMut(&Row)) {
        let open = [Rung::Five, Rung::Three, Rung::One]
            .into_iter()
            .find(|rung| self.verdicts[place(*rung)].is_some_and(Verdict::leaves_open));
        match open {
            Some(rung) => {
                self.with(rung, Verdict::Holds).complete(visit);
                self.with(rung, Verdict::Fails).complete(visit);
            }
            None if self.contradictions().is_empty() => visit(&self),
            None => {}
        }
    }
}

fn place(rung: Rung) -> usize {
    match rung {
        Rung::Five => FIVE,
        Rung::Three => THREE,
        Rung::One => ONE,
    }
}

/// What the rule looks at in judged rows, as five bits: all rung-3 norms hold, all rung-5 norms hold, a distinguishing
/// rung-5 norm holds, a deficiency is present, a deficiency is absent.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Seen(u8);

impl Seen {
    const ALL_THREE: u8 = 1;
    const ALL_FIVE: u8 = 2;
    const SOME_FIVE: u8 = 4;
    const PRESENT: u8 = 8;
    const ABSENT: u8 = 16;
    /// No rows: everything asked holds, nothing is present.
    const NOTHING: Seen = Seen(Seen::ALL_THREE | Seen::ALL_FIVE);

    fn of(row: &Row) -> Seen {
        let bit = |condition: bool, bit: u8| if condition { bit } else { 0 };
        let [five, three, one] = row.verdicts;
        let unmet = |verdict: Option<Verdict>| matches!(verdict, Some(Verdict::Fails | Verdict::Partly));
        Seen(
            bit(!unmet(three), Seen::ALL_THREE)
                | bit(!unmet(five), Seen::ALL_FIVE)
                | bit(five == Some(Verdict::Holds) && !row.twins, Seen::SOME_FIVE)
                | bit(one == Some(Verdict::Holds), Seen::PRESENT)
                | bit(one == Some(Verdict::Fails), Seen::ABSENT),
        )
    }

    fn and(self, other: Seen) -> Seen {
        let every = Seen::ALL_THREE | Seen::ALL_FIVE;
        Seen((self.0 & other.0 & every) | ((self.0 | other.0) & !every))
    }

    fn has(self, bit: u8) -> bool {
        self.0 & bit != 0
    }
}

/// A set of [`Seen`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct SeenSet(u32);

impl SeenSet {
    const NONE: SeenSet = SeenSet(0);

    /// What no rows at all leave to be seen.
    pub const START: SeenSet = SeenSet(1 << Seen::NOTHING.0);

    /// Whether nothing can be seen: every completion is a contradiction.
    pub fn is_empty(self) -> bool {
        self == SeenSet::NONE
    }

    fn with(self, seen: Seen) -> SeenSet {
        SeenSet(self.0 | (1 << seen.0))
    }

    fn iter(self) -> impl Iterator<Item = Seen> {
        (0..32).filter(move |bit| self.0 & (1 << bit) != 0).map(Seen)
    }

    /// Every member of this set together with every member of the other.
    pub fn and(self, other: SeenSet) -> SeenSet {
        self.iter().fold(SeenSet::NONE, |set, one| other.iter().fold(set, |set, two| set.with(one.and(two))))
    }
}

/// What does not depend on how open norms are closed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Setting {
    /// At least one rung-3 norm is applicable.
    pub three_applicable: bool,
    /// At least one distinguishing rung-5 norm is applicable.
    pub distinguishing_applicable: bool,
    /// A distinguishing rung-5 norm is recorded as partly met.
    pub partly: bool,
    /// The policy on deficiencies.
    pub exceeds_one: ExceedsOne,
}

impl Setting {
    /// The setting of these rows.
    pub fn of(rows: &[Row], exceeds_one: ExceedsOne) -> Setting {
        let applicable = |verdict: Option<Verdict>| verdict.is_some_and(|verdict| verdict != Verdict::NotApplicable);
        Setting {
            three_applicable: rows.iter().any(|row| applicable(row.verdicts[THREE])),
            distinguishing_applicable: rows.iter().any(|row| !row.twins && applicable(row.verdicts[FIVE])),
            partly: rows.iter().any(|row| !row.twins && row.verdicts[FIVE] == Some(Verdict::Partly)),
            exceeds_one,
        }
    }

    /// The table of scoring.md section 2: the admissible levels and the suggested one for completed rows.
    pub fn judge(&self, seen: Seen) -> (LevelSet, Option<Level>) {
        let single = |level| (LevelSet::of(&[level]), Some(level));
        let all_three = self.three_applicable && seen.has(Seen::ALL_THREE);
        let all_five = self.distinguishing_applicable && seen.has(Seen::ALL_FIVE);
        match (all_three, seen.has(Seen::PRESENT), seen.has(Seen::ABSENT)) {
            (true, _, _) if all_five => single(Level::FIVE),
            (true, _, _) if seen.has(Seen::SOME_FIVE) => single(Level::FOUR),
            (true, _, _) if self.partly => (LevelSet::of(&[Level::THREE, Level::FOUR]), Some(Level::THREE)),
            (true, _, _) => single(Level::THREE),
            (false, false, _) => single(Level::TWO),
            (false, true, true) => match self.exceeds_one {
                ExceedsOne::AssessorSettles => (LevelSet::of(&[Level::ONE, Level::TWO]), None),
                ExceedsOne::AnyDeficiency => single(Level::ONE),
                ExceedsOne::AllDeficiencies => single(Level::TWO),
            },
            (false, true, false) => single(Level::ONE),
        }
    }

    /// The admissible levels over all completions, and the suggestion that they share.
    pub fn judge_all(&self, seen: SeenSet) -> (LevelSet, Option<Level>) {
        let mut judged = seen.iter().map(|seen| self.judge(seen));
        let Some(first) = judged.next() else { return (LevelSet::EMPTY, None) };
        judged.fold(first, |(set, suggested), (more, other)| {
            (set.union(more), suggested.filter(|level| Some(*level) == other))
        })
    }
}

/// The stepped rule applied to one part.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ladder {
    /// The rows, as the part orders them.
    pub rows: Vec<Row>,
    /// What does not depend on open norms.
    pub setting: Setting,
    /// The admissible levels; empty for a contradiction or a part that is not applicable.
    pub admissible: LevelSet,
    /// The suggested level.
    pub suggested: Option<Level>,
    /// The norms of each contradiction, higher rung first.
    pub contradictions: Vec<Vec<NormId>>,
}

impl Ladder {
    /// Applies the rule to `part` as `sheet` judges it; settlements play no role.
    pub fn climb(part: &Part, sheet: &Sheet) -> Ladder {
        let rows: Vec<Row> = part.aspects.iter().map(|aspect| Row::of(aspect, sheet)).collect();
        let setting = Setting::of(&rows, sheet.exceeds_one);
        let contradictions: Vec<Vec<NormId>> =
            part.aspects.iter().zip(&rows).flat_map(|(aspect, row)| contradictions(aspect, row)).collect();
        let (admissible, suggested) = if contradictions.is_empty() && setting.three_applicable {
            admissible(&rows, setting)
        } else {
            (LevelSet::EMPTY, None)
        };
        Ladder { rows, setting, admissible, suggested, contradictions }
    }

    /// Whether closing the norm of row `row` on `rung` as holds or as fails changes the admissible set.
    pub fn is_decisive(&self, row: usize, rung: Rung) -> bool {
        [Verdict::Holds, Verdict::Fails].into_iter().any(|verdict| {
            let mut rows = self.rows.clone();
            if let Some(changed) = rows.get_mut(row) {
                *changed = changed.with(rung, verdict);
            }
            admissible(&rows, self.setting).0 != self.admissible
        })
    }
}

fn admissible(rows: &[Row], setting: Setting) -> (LevelSet, Option<Level>) {
    setting.judge_all(rows.iter().fold(SeenSet::START, |set, row| set.and(row.seen())))
}

fn contradictions(aspect: &Aspect, row: &Row) -> Vec<Vec<NormId>> {
    let named = |rungs: &[Rung]| -> Vec<NormId> {
        rungs.iter().filter_map(|rung| aspect.norm(*rung)).map(|norm| norm.id.clone()).collect()
    };
    let pairs = row.contradictions();
    if pairs.is_empty() && row.seen() == SeenSet::NONE {
        return vec![named(&Rung::ALL)];
    }
    pairs.into_iter().map(|(higher, lower)| named(&[higher, lower])).collect()
}
