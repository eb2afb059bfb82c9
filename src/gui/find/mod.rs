//! Finding by typing: norms, and what was written about them.

mod fold;
mod passages;
mod row;

use std::ops::Range;

use eframe::egui::Ui;

use super::commands::Action;
use super::palette::Choosing;
use super::widgets;
use super::wish::{Overlay, Scene, Wish};
use crate::domain::Language;
use crate::session::Session;
use crate::wording::arg;
use passages::{Kind, Passage, Passages, Target};

/// How many hits are shown.
const SHOWN: usize = 50;

/// A hit as it is shown.
#[derive(Clone, Debug)]
struct Hit {
    kind: Kind,
    target: Target,
    head: String,
    text: String,
    marks: Vec<Range<usize>>,
}

/// What the hits were found for.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Asked {
    query: String,
    kind: Option<Kind>,
    revision: u64,
    language: Language,
    perspective: crate::domain::Perspective,
}

/// What was found.
#[derive(Clone, Debug)]
struct Found {
    asked: Asked,
    hits: Vec<Hit>,
    /// How many there are of each kind.
    counts: [usize; 4],
}

/// Finding norms and texts.
#[derive(Debug, Default)]
pub struct Find {
    choosing: Choosing,
    kind: Option<Kind>,
    passages: Passages,
    found: Option<Found>,
}

impl Find {
    /// Begins anew; the texts stay as they were read.
    pub fn reset(&mut self) {
        self.choosing = Choosing::default();
        self.kind = None;
        self.found = None;
    }

    /// Draws the field and the hits.
    pub fn show(&mut self, ui: &mut Ui, scene: &mut Scene, session: &Session) {
        let query = self.choosing.query_field(ui, scene, "find-title", "find-hint");
        self.search(scene, session, query);
        let Some(found) = self.found.take() else { return };
        if !found.asked.query.is_empty() {
            self.kinds(ui, scene, &found);
        }
        let enter = self.choosing.move_by_keys(ui, found.hits.len());
        let mut go = None;
        self.choosing.list(ui, scene, found.hits.len(), |ui, _, at, chosen| {
            let hit = &found.hits[at];
            let response = row::show(ui, &hit.head, &hit.text, &hit.marks, chosen);
            if response.clicked() || (enter && chosen) {
                go = Some(at);
            }
            response
        });
        if let Some(hit) = go.and_then(|at| found.hits.get(at)) {
            lead(scene, hit);
        }
        self.found = Some(found);
    }

    /// Chooses between the kinds, with how many there are of each.
    fn kinds(&mut self, ui: &mut Ui, scene: &Scene, found: &Found) {
        let all: usize = found.counts.iter().sum();
        let mut names = vec![scene.words.with("find-all", &[arg("count", all)])];
        let counted = Kind::ALL.iter().zip(found.counts);
        names.extend(counted.map(|(kind, count)| scene.words.with(kind.key(), &[arg("count", count)])));
        let chosen = Kind::ALL.iter().position(|kind| Some(*kind) == self.kind).map_or(0, |at| at + 1);
        ui.horizontal_wrapped(|ui| {
            if let Some(at) = widgets::segmented(ui, &names, chosen) {
                self.kind = at.checked_sub(1).and_then(|at| Kind::ALL.get(at).copied());
                self.choosing.at = 0;
            }
        });
        let kept = self.kind.map_or(all, |kind| found.counts[kind as usize]);
        if kept > SHOWN {
            widgets::muted(ui, &scene.words.with("find-first", &[arg("shown", SHOWN), arg("count", kept)]));
        }
    }

    /// Searches when something else is asked than before.
    fn search(&mut self, scene: &Scene, session: &Session, query: String) {
        let (revision, language) = (session.revision(), scene.words.language());
        let asked = Asked { query, kind: self.kind, revision, language, perspective: scene.perspective };
        if self.found.as_ref().is_some_and(|found| found.asked == asked) {
            return;
        }
        self.passages.fit(session.framework(), session.assessment(), revision, language);
        let words: Vec<String> = fold::folded(&asked.query).split_whitespace().map(str::to_owned).collect();
        let mut counts = [0; 4];
        let mut hits: Vec<&Passage> = Vec::new();
        for passage in self.passages.all().filter(|passage| passage.has(&words)) {
            // Without a question the norms are a list to walk through.
            if words.is_empty() && passage.kind != Kind::Norm {
                continue;
            }
            counts[passage.kind as usize] += 1;
            if asked.kind.is_some_and(|kind| kind != passage.kind) {
                continue;
            }
            if passage.kind == Kind::Norm && passage.id.eq_ignore_ascii_case(&asked.query) {
                hits.insert(0, passage);
            } else if hits.len() < SHOWN {
                hits.push(passage);
            }
        }
        hits.truncate(SHOWN);
        let hits = hits.into_iter().map(|passage| hit(scene, passage, &words)).collect();
        self.found = Some(Found { asked, hits, counts });
    }
}

fn hit(scene: &Scene, passage: &Passage, words: &[String]) -> Hit {
    let place = match (passage.kind, &passage.target) {
        (Kind::Norm, _) => "find-in-norm",
        (Kind::Rationale, _) => "find-in-rationale",
        (Kind::Evidence, _) => "find-in-evidence",
        (Kind::Note, target) if target.side().is_some() => "find-in-settlement",
        (Kind::Note, _) => "find-in-note",
    };
    let mut place = scene.text(place);
    // Words of another side are said to be so.
    if let Some(side) = passage.target.side().filter(|side| *side != scene.perspective) {
        let args = [("place", place), ("perspective", scene.words.perspective(side))];
        place = scene.words.with("find-other-side", &args);
    }
    let (text, marks) = fold::passage(&passage.text, words);
    let head = format!("{} · {place} · {}", passage.id, passage.title);
    Hit { kind: passage.kind, target: passage.target.clone(), head, text, marks }
}

/// Goes where the hit is.
fn lead(scene: &mut Scene, hit: &Hit) {
    scene.wish(Wish::Lay(None));
    if let Some(side) = hit.target.side() {
        scene.wish(Wish::TakeSide(side));
    }
    match &hit.target {
        Target::Norm(norm, _) => scene.wish(Wish::Jump(norm.clone())),
        Target::Part(part, _) => scene.wish(Wish::ShowPart(part.clone())),
    }
    match (hit.kind, hit.target.side()) {
        (Kind::Rationale | Kind::Evidence, _) => scene.wish(Wish::Run(Action::Rationale)),
        // The notes of a part stand with its introduction.
        (Kind::Note, None) => scene.wish(Wish::Lay(Some(Overlay::Introduction))),
        _ => {}
    }
}
