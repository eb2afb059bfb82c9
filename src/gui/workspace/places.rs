//! Where the columns of a rubric stand, and how many there is room for.

/// Between cells and between rows, in points.
pub const GAP: f32 = 8.0;
/// A cell narrower than this has no room for its buttons.
const NARROWEST: f32 = 184.0;
/// Beside the columns, for the bar that scrolls them.
pub const BAR: f32 = 12.0;
/// The names of the rows beside them are not narrower than this, nor wider.
const NAMES: (f32, f32) = (104.0, 160.0);
/// How wide they are where nothing asks for more.
const USUAL: f32 = 116.0;
/// Room for the ring around the first row, and the first column where nothing stands beside it.
pub const START: f32 = 2.0;

/// Where the columns are, in points.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Places {
    /// How wide the names of the rows are; 0 where they stand above the rows.
    pub label: f32,
    /// How wide a cell is.
    pub cell: f32,
    /// Whether all columns are in sight at once.
    pub fit: bool,
    /// How many columns are in sight: whole ones, never half of one.
    pub shown: usize,
    columns: usize,
    width: f32,
}

impl Places {
    /// The places of so many columns in this width, where the longest word of the name of a row is so wide. The names stand
    /// beside the rows where there is room for three columns as well, and no word of them is torn.
    pub fn of(width: f32, columns: usize, longest: f32) -> Places {
        let room = (width - 3.0 * (NARROWEST + GAP)).min(NAMES.1);
        let label = if room < longest.max(NAMES.0) { 0.0 } else { longest.max(USUAL).min(room) };
        let columns = columns.max(1);
        let mut places = Places { label, cell: NARROWEST, fit: false, shown: columns, columns, width };
        let room = |shown: usize| ((width - places.left() - gaps(shown)) / count(shown)).floor();
        let shown = (1..=columns).rev().find(|shown| room(*shown) >= NARROWEST).unwrap_or(1);
        (places.shown, places.cell, places.fit) = (shown, room(shown).max(NARROWEST), shown == columns);
        places
    }

    /// Where the first cell begins.
    pub fn left(self) -> f32 {
        if self.label > 0.0 { self.label + GAP } else { START }
    }

    /// How wide a row is; wide enough for every column to be moved to the first place.
    pub fn all(self) -> f32 {
        let seen = self.left() + count(self.shown) * self.cell + gaps(self.shown);
        if self.fit { seen } else { self.moved_to(self.columns - self.shown) + seen.max(self.width) + BAR }
    }

    /// Where a column begins.
    pub fn column(self, at: usize) -> f32 {
        self.left() + self.moved_to(at)
    }

    /// How far the columns are moved to the left when this one is the first in sight.
    pub fn moved_to(self, first: usize) -> f32 {
        count(first) * (self.cell + GAP)
    }

    /// The first column in sight when they are moved so far, or the nearest to that.
    pub fn first(self, moved: f32) -> usize {
        let whole = |first: &usize| (self.moved_to(*first) - moved).abs();
        (0..=self.columns - self.shown).min_by(|one, other| whole(one).total_cmp(&whole(other))).unwrap_or(0)
    }

    /// The first column in sight after this one was brought in, from where they are moved so far.
    pub fn brought_in(self, column: usize, moved: f32) -> usize {
        self.first(moved).clamp((column + 1).saturating_sub(self.shown), column)
    }
}

fn gaps(columns: usize) -> f32 {
    count(columns.saturating_sub(1)) * GAP
}

/// A few columns or norms, to reckon with.
#[expect(clippy::cast_precision_loss, reason = "a handful")]
pub fn count(few: usize) -> f32 {
    few as f32
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn whole_columns_are_in_sight_never_half_of_one() {
        for width in [NARROWEST + START, 232.0, 300.0, 445.0, 560.0, 700.0, 1000.0_f32] {
            for columns in 1..=5 {
                let places = Places::of(width, columns, 90.0);
                let right = places.column(places.shown - 1) + places.cell;
                assert!(right <= width, "{columns} columns in {width}");
                let more = places.column(places.shown) + places.cell;
                assert!(places.fit || more > width, "{columns} columns in {width}");
                assert!(places.cell >= NARROWEST);
            }
        }
    }

    #[test]
    fn names_stand_beside_the_rows_where_no_word_is_torn_and_above_them_elsewhere() {
        let label = |width, longest| Places::of(width, 3, longest).label;
        assert_eq!([679.0, 680.0, 708.0, 1000.0].map(|width| label(width, 90.0)), [0.0, 104.0, 116.0, 116.0]);
        assert_eq!([690.0, 708.0, 1000.0].map(|width| label(width, 123.0)), [0.0, 123.0, 123.0]);
        assert_eq!(label(1000.0, 161.0), 0.0);
        for width in 680_u16..1000 {
            let places = Places::of(f32::from(width), 3, 90.0);
            assert!(places.fit && places.cell >= NARROWEST, "{width}");
        }
    }

    #[test]
    fn a_column_is_brought_in_by_moving_as_little_as_possible() {
        let places = Places::of(445.0, 3, 90.0);
        assert_eq!((places.shown, places.fit), (2, false));
        let one = places.moved_to(1);
        assert_eq!([0, 1, 2].map(|column| places.brought_in(column, 0.0)), [0, 0, 1]);
        assert_eq!([0, 1, 2].map(|column| places.brought_in(column, one)), [0, 1, 1]);
        assert_eq!(places.first(one * 0.6), 1);
    }
}
