//! What charts show: the scores of the parts by theme, and the same in words for those who cannot see a chart.

use super::{Chart, Ink, bars, radar};
use crate::domain::part_score::Status;
use crate::domain::score::Ends;
use crate::domain::{Framework, PartScore, Score};
use crate::wording::{Wording, arg};

/// One part.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// Its id.
    pub id: String,
    /// Its score as it is read.
    pub figure: String,
    /// The lowest and the highest score that it can have; none where it has no score.
    pub ends: Option<(u8, u8)>,
}

impl Entry {
    /// The colour of its score; one that is not certain has none.
    pub(super) fn ink(&self) -> Ink {
        match self.ends {
            Some((low, high)) if low == high => Ink::Level(low),
            _ => Ink::Muted,
        }
    }
}

/// One theme with its parts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Group {
    /// Its name and weight.
    pub title: String,
    /// Its score.
    pub figure: String,
    /// Its parts.
    pub entries: Vec<Entry>,
}

/// The scores of some of the parts of an assessment.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Series {
    groups: Vec<Group>,
    said_of_parts: Vec<String>,
    said_of_groups: Vec<String>,
    extremes: Option<String>,
    lead: String,
}

impl Series {
    /// The parts from the one with index `first` on, `most` of them at most.
    pub fn of(framework: &Framework, score: &Score, wording: &Wording, first: usize, most: usize) -> Series {
        let language = wording.language();
        let (mut groups, mut said_of_parts, mut said_of_groups) = (Vec::new(), Vec::new(), Vec::new());
        let mut shown: Vec<&PartScore> = Vec::new();
        let mut index = 0;
        for theme in &framework.themes {
            let (mut entries, mut said) = (Vec::new(), Vec::new());
            for part in &theme.parts {
                let is_asked = (first..first.saturating_add(most)).contains(&index);
                index += 1;
                let Some(scored) = is_asked.then(|| score.part(part.id.as_str())).flatten() else { continue };
                let ends = scored.lowest().zip(scored.highest()).map(|(low, high)| (low.number(), high.number()));
                entries.push(Entry { id: part.id.to_string(), figure: figure(scored, wording), ends });
                let title = format!("{} {}", part.id, part.title.plain(language));
                said_of_parts.push(said_of(&title, scored, wording));
                said.push(said_of(part.id.as_str(), scored, wording));
                shown.push(scored);
            }
            if entries.is_empty() {
                continue;
            }
            let ends = score.theme(theme.id.as_str()).and_then(|theme| theme.ends.as_ref());
            let (name, figure) = (theme.title.plain(language), theme_figure(ends, wording));
            let args = [arg("theme", &name), arg("score", &figure), arg("parts", said.join("; "))];
            said_of_groups.push(wording.with("chart-theme", &args));
            let title = format!("{name} ({})", wording.percent(&theme.weight));
            groups.push(Group { title, figure, entries });
        }
        let lead = wording.with("chart-lead", &[arg("count", shown.len())]);
        Series { groups, said_of_parts, said_of_groups, extremes: extremes(&shown, wording), lead }
    }

    /// The themes with their parts.
    pub fn groups(&self) -> &[Group] {
        &self.groups
    }

    /// The radar and what it shows in words; none where there are too few or too many parts for one.
    pub fn radar(&self, width: f32, height: f32) -> Option<(Chart, String)> {
        let parts = format!("{}.", self.said_of_parts.join("; "));
        radar(&self.groups, width, height).map(|chart| (chart, self.said([parts])))
    }

    /// The bars and what they show in words.
    pub fn bars(&self, width: f32) -> (Chart, String) {
        (bars(&self.groups, width), self.said(self.said_of_groups.iter().cloned()))
    }

    fn said(&self, middle: impl IntoIterator<Item = String>) -> String {
        let sentences = [self.lead.clone()].into_iter().chain(middle).chain(self.extremes.clone());
        sentences.collect::<Vec<_>>().join(" ")
    }
}

/// The score of a part in little room.
fn figure(score: &PartScore, wording: &Wording) -> String {
    match score.score() {
        Some(level) => level.to_string(),
        None if score.admissible.is_empty() => wording.text("chart-no-score"),
        None => wording.levels_in_little_room(score.admissible),
    }
}

fn theme_figure(ends: Option<&Ends>, wording: &Wording) -> String {
    match ends {
        None => wording.text("chart-no-score"),
        Some(Ends { lowest, highest }) if lowest == highest => wording.score(lowest),
        Some(Ends { lowest, highest }) => format!("{} – {}", wording.score(lowest), wording.score(highest)),
    }
}

/// A part with its score: `I 3`, `V nog niet bepaald, 2 of 3`, `VI geen score (tegenspraak)`.
fn said_of(part: &str, score: &PartScore, wording: &Wording) -> String {
    let args = |value: String| [arg("part", part), arg("score", value)];
    match (score.status, score.score()) {
        (_, Some(level)) => wording.with("chart-part", &args(level.to_string())),
        (Status::Interval, _) => wording.with("chart-part-interval", &args(wording.levels(score.admissible))),
        (status, _) => wording.with("chart-part-gap", &args(wording.status(status))),
    }
}

/// Which parts have the highest and which the lowest score, of those that have one.
fn extremes(shown: &[&PartScore], wording: &Wording) -> Option<String> {
    let scored = || shown.iter().filter_map(|part| Some((part.score()?, part.part.to_string())));
    let (high, low) = (scored().map(|(level, _)| level).max()?, scored().map(|(level, _)| level).min()?);
    if high == low {
        return Some(wording.with("chart-same", &[arg("level", high)]));
    }
    let with = |wanted| {
        let parts = scored().filter(|(level, _)| *level == wanted).map(|(_, part)| part).collect();
        wording.list(parts, "and")
    };
    let args = [arg("high", high), arg("highest", with(high)), arg("low", low), arg("lowest", with(low))];
    Some(wording.with("chart-extremes", &args))
}
