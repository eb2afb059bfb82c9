//! Where the rows of a rubric stand: measured once and kept, so that a part of thousands of rows scrolls like one of ten.

use std::collections::HashSet;

use eframe::egui;
use egui::{Rangef, Rect, Ui, Vec2};

use super::cell;
use super::filter::Filter;
use super::places::{GAP, Places, START};
use super::view::View;
use crate::domain::{Aspect, Language, Norm, NormId, PartId, Perspective, Rung, Verdict};
use crate::gui::theme;
use crate::wording::Wording;

/// The lowest row.
pub const LOWEST: f32 = 64.0;
/// A part of so many norms is laid out whole, so that a screen reader finds all of it.
const WHOLE: usize = 40;

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
    /// The column in sight, where it is the only one: a row is then as high as that asks for, so that the buttons of a norm
    /// stand below its text.
    pub seen: Option<Rung>,
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

    /// The first row of this part that is in sight when so much is scrolled away, and how much of it is, if the rows were placed
    /// for another column in sight than this one.
    pub fn before(&self, part: &PartId, seen: Option<Rung>, height: f32) -> Option<(usize, f32)> {
        let (ground, _) = self.texts.as_ref()?;
        let placed = self.placed.as_ref()?;
        if ground.part != *part || placed.seen == seen {
            return None;
        }
        let below = self.places.partition_point(|place| place.top + place.height < height + LOWEST);
        self.places.get(below).map(|place| (place.aspect, height - place.top))
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
    let in_sight = |norm: &Norm| moment.seen.is_none_or(|seen| norm.rung == seen);
    for (norm, text) in aspect.norms.iter().zip(&texts.norms).filter(|(norm, _)| in_sight(norm)) {
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
