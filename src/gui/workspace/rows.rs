//! Where the rows of a rubric stand: measured once and kept, so that a part of thousands of rows scrolls like one of ten.

use std::collections::HashSet;

use eframe::egui;
use egui::{Rangef, Rect, Ui, Vec2};

use super::cell;
use super::filter::Filter;
use super::view::View;
use crate::domain::{Aspect, Language, Norm, NormId, PartId, Perspective, Verdict};
use crate::gui::theme;
use crate::wording::Wording;

/// Between cells and between rows, in points.
pub const GAP: f32 = 8.0;
/// A cell narrower than this has no room for its buttons.
const NARROWEST: f32 = 184.0;
/// Beside the columns, for the bar that scrolls them.
pub const BAR: f32 = 12.0;
/// The lowest row.
const LOWEST: f32 = 64.0;
/// The names of the rows beside them are not narrower than this, nor wider.
const NAMES: (f32, f32) = (104.0, 160.0);
/// How wide they are where nothing asks for more.
const USUAL: f32 = 116.0;
/// Room for the ring around the first row, and the first column where nothing stands beside it.
const START: f32 = 2.0;
/// A part of so many norms is laid out whole, so that a screen reader finds all of it.
const WHOLE: usize = 40;

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

#[expect(clippy::cast_precision_loss, reason = "at most five")]
fn count(columns: usize) -> f32 {
    columns as f32
}

/// Where a row stands, in points below the top of the rubric.
#[derive(Clone, Copy, Debug)]
pub struct Place {
    /// Which row of the part it is.
    pub aspect: usize,
    /// How high the name of the group above it is; 0 where no group begins.
    pub group: f32,
    /// How high its own name above it is; 0 where it stands beside it.
    pub name: f32,
    /// Where its cells begin.
    pub top: f32,
    /// How high its cells are.
    pub height: f32,
}

impl Place {
    /// How high the names above the row are together.
    pub fn above(&self) -> f32 {
        self.group + self.name
    }

    /// The cells of the row, in a rubric that begins at `corner`.
    pub fn rect(&self, corner: egui::Pos2, width: f32) -> Rect {
        Rect::from_min_size(corner + Vec2::new(0.0, self.top), Vec2::new(width, self.height))
    }
}

/// What the heights of the texts depend on.
#[derive(Clone, Debug, PartialEq)]
struct Ground {
    part: PartId,
    places: Places,
    language: Language,
    points: f32,
}

/// What the heights of the rows depend on besides.
#[derive(Clone, Debug, PartialEq)]
pub struct Moment {
    /// Changes with every change of the assessment.
    pub revision: u64,
    /// The side.
    pub perspective: Perspective,
    /// Which rows are shown.
    pub filter: Filter,
    /// The norm of which the row is shown in any case, where rows are left out.
    pub kept: Option<NormId>,
    /// A verdict that waits for its rationale.
    pub pending: Option<(NormId, Verdict)>,
}

/// The heights of what does not change while a part is judged.
#[derive(Clone, Debug)]
struct Texts {
    group: f32,
    label: f32,
    norms: Vec<f32>,
}

/// The measured rows.
#[derive(Debug, Default)]
pub struct Rows {
    texts: Option<(Ground, Vec<Texts>)>,
    longest: Option<((PartId, Language, f32), f32)>,
    placed: Option<Moment>,
    places: Vec<Place>,
    height: f32,
    whole: bool,
}

impl Rows {
    /// How wide the longest word of the names of the rows is.
    pub fn longest(&mut self, ui: &Ui, view: &View) -> f32 {
        let (points, language) = (ui.ctx().pixels_per_point(), view.language());
        let asked = (view.part.id.clone(), language, points);
        match &self.longest {
            Some((known, longest)) if *known == asked => *longest,
            _ => {
                let wide = |word: &str| {
                    let font = theme::bold(13.0);
                    ui.painter().layout_no_wrap(word.to_owned(), font, egui::Color32::PLACEHOLDER).size().x.ceil()
                };
                let words = view.part.aspects.iter().flat_map(|aspect| aspect.title.get(language).split_whitespace());
                let longest = words.map(wide).fold(0.0, f32::max);
                self.longest = Some((asked, longest));
                longest
            }
        }
    }

    /// Measures what was not measured yet, or changed.
    pub fn fit(&mut self, ui: &Ui, view: &View, moment: Moment, places: Places) {
        let points = ui.ctx().pixels_per_point();
        let ground = Ground { part: view.part.id.clone(), places, language: view.language(), points };
        if self.texts.as_ref().is_none_or(|(known, _)| *known != ground) {
            let texts = view.part.aspects.iter().map(|aspect| Texts::of(ui, view, aspect, places)).collect();
            self.texts = Some((ground, texts));
            self.whole = view.part.norms().count() <= WHOLE;
            self.placed = None;
        }
        if self.placed.as_ref() != Some(&moment) {
            self.place(ui, view, &moment, places);
            self.placed = Some(moment);
        }
    }

    /// How high the rubric is.
    pub fn height(&self) -> f32 {
        self.height
    }

    /// Where the row of the part with this number stands; none while it is not shown.
    pub fn of(&self, aspect: usize) -> Option<&Place> {
        let at = self.places.binary_search_by_key(&aspect, |place| place.aspect).ok()?;
        self.places.get(at)
    }

    /// The rows that are in view, and one at either side, so that the focus can go on to it.
    pub fn in_view(&self, view: Rangef) -> impl Iterator<Item = &Place> {
        let first = self.places.partition_point(|place| place.top + place.height < view.min).saturating_sub(1);
        let end = self.places.partition_point(|place| place.top - place.above() <= view.max) + 1;
        let (first, end) = if self.whole { (0, self.places.len()) } else { (first, end.min(self.places.len())) };
        self.places.get(first..end).unwrap_or_default().iter()
    }

    fn place(&mut self, ui: &Ui, view: &View, moment: &Moment, places: Places) {
        let Some((_, texts)) = &self.texts else { return };
        let shown = moment.filter.rows(view, moment.kept.as_ref());
        let odd = view.odd();
        self.places.clear();
        let mut top = START;
        let mut group = None;
        for (at, (aspect, texts)) in view.part.aspects.iter().zip(texts).enumerate() {
            if !shown(aspect) {
                continue;
            }
            let begins = aspect.group.is_some() && aspect.group != group;
            if begins {
                group.clone_from(&aspect.group);
            }
            let height = row_height(ui, view, aspect, texts, &odd, moment, places);
            let (name, beside) = if places.label > 0.0 { (0.0, texts.label) } else { (texts.label, 0.0) };
            let place = Place { aspect: at, group: if begins { texts.group } else { 0.0 }, name, top, height };
            let place = Place { top: top + place.above(), height: height.max(beside), ..place };
            top = place.top + place.height + GAP;
            self.places.push(place);
        }
        self.height = top;
    }
}

fn row_height(
    ui: &Ui,
    view: &View,
    aspect: &Aspect,
    texts: &Texts,
    odd: &HashSet<&NormId>,
    moment: &Moment,
    places: Places,
) -> f32 {
    let mut tallest = LOWEST;
    // The norms of a cell stand next to each other: the highest rung first.
    let (mut rung, mut stack) = (None, 0.0);
    for (norm, text) in aspect.norms.iter().zip(&texts.norms) {
        let pending = moment.pending.as_ref().filter(|(id, _)| *id == norm.id).map(|(_, verdict)| *verdict);
        let marks = cell::marks_height(ui, view, norm, pending, odd.contains(&norm.id), places.cell);
        let height = cell::height(*text, marks);
        stack = if rung == Some(norm.rung) { stack + GAP + height } else { height };
        rung = Some(norm.rung);
        tallest = tallest.max(stack);
    }
    tallest
}

impl Texts {
    fn of(ui: &Ui, view: &View, aspect: &Aspect, places: Places) -> Texts {
        let height = |text: String, font: egui::FontId, width: f32| {
            ui.painter().layout(text, font, egui::Color32::PLACEHOLDER, width).size().y
        };
        let language = view.language();
        let title = aspect.title.get(language).to_owned();
        let label = if places.label > 0.0 {
            let below = height(line_below(view.words, aspect), theme::small(), places.label);
            8.0 + height(title, theme::bold(13.0), places.label) + 2.0 + below
        } else {
            24.0
        };
        let group = view.part.groups.iter().find(|group| Some(&group.id) == aspect.group.as_ref());
        let group = group.map_or(0.0, |group| {
            height(group.title.get(language).to_owned(), theme::bold(14.0), places.all()) + 4.0 + GAP
        });
        let text = |norm: &Norm| cell::text_height(ui, view, norm, places.cell);
        Texts { group, label, norms: aspect.norms.iter().map(text).collect() }
    }
}

/// What stands below the name of a row: its id, and what is looked at.
pub fn line_below(words: &Wording, aspect: &Aspect) -> String {
    let unit = aspect.norms.first().map(|norm| words.test_unit(norm.test_unit)).unwrap_or_default();
    format!("{} · {unit}", aspect.id)
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
