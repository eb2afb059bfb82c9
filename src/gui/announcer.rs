//! What a screen reader says by itself: when a score changes, and when there is something to tell. Two lines that are not
//! drawn and stand in the tree of accessibility only. What is drawn is not said by itself: its place among the others may
//! change, and then it would be said again.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use eframe::egui::accesskit::{Live, Role};
use eframe::egui::{Context, Id, accesskit_root_id};

use super::widgets;
use crate::domain::Perspective;
use crate::domain::part_score::{PartScore, Status};
use crate::domain::score::{Ends, Score};
use crate::session::Session;
use crate::wording::{Wording, arg};

/// How many parts are named: more are not listened to.
const MOST_PARTS: usize = 3;

/// Hears every change of the scores.
#[derive(Debug, Default)]
pub struct Announcer {
    heard: Option<Heard>,
    said: String,
}

/// The score that was heard last, and whose it is.
#[derive(Debug)]
struct Heard {
    path: PathBuf,
    perspective: Perspective,
    score: Arc<Score>,
}

impl Announcer {
    /// Looks at the score of the side that is shown. Another assessment or another side is no change.
    pub fn listen(&mut self, words: &Wording, session: Option<&mut Session>, perspective: Perspective) {
        let Some(session) = session else {
            *self = Announcer::default();
            return;
        };
        let score = Arc::clone(session.shown_score(perspective));
        let path = session.path();
        match &self.heard {
            Some(heard) if heard.is_of(path, perspective) => {
                if Arc::ptr_eq(&heard.score, &score) {
                    return;
                }
                if let Some(said) = change(words, &heard.score, &score) {
                    self.said = said;
                }
            }
            _ => self.said.clear(),
        }
        self.heard = Some(Heard { path: path.to_owned(), perspective, score });
    }

    /// Puts the lines into the tree of this frame, and the title of the window as its name. `alert` is what there is to tell.
    /// The lines are there from the start: a screen reader hears changes of what it knows.
    pub fn tell(&self, ctx: &Context, title: &str, alert: &str) {
        ctx.accesskit_node_builder(accesskit_root_id(), |window| window.set_label(title));
        for (id, role, live, said) in [
            ("announced-score", Role::Status, Live::Polite, self.said.as_str()),
            ("announced-alert", Role::Alert, Live::Assertive, alert),
        ] {
            ctx.accesskit_node_builder(Id::unique(id), |node| {
                node.set_role(role);
                node.set_live(live);
                node.set_label(said);
            });
        }
    }
}

impl Heard {
    fn is_of(&self, path: &Path, perspective: Perspective) -> bool {
        self.path == path && self.perspective == perspective
    }
}

/// What differs between two scores of one sheet: "Onderdeel I: 3, totaal 2,7". Nothing when it is told the same.
fn change(words: &Wording, before: &Score, after: &Score) -> Option<String> {
    let known =
        |part: &PartScore| before.part(part.part.as_str()).is_some_and(|old| spoken(words, old) == spoken(words, part));
    let changed: Vec<&PartScore> = after.parts.iter().filter(|part| !known(part)).collect();
    let parts = match changed.len() {
        // The total follows from the parts.
        0 => return None,
        1..=MOST_PARTS => {
            let part = |part: &&PartScore| {
                words.with("announce-part", &[arg("part", &part.part), arg("score", spoken(words, part))])
            };
            changed.iter().map(part).collect::<Vec<_>>().join(", ")
        }
        count => words.with("announce-parts", &[arg("count", count)]),
    };
    Some(match after.total.as_ref().map(|ends| between(words, ends)) {
        Some(total) => words.with("announce-score", &[arg("parts", parts), arg("total", total)]),
        None => words.with("announce-no-total", &[arg("parts", parts)]),
    })
}

/// The score of a part as it is said: with the words for what its chip shows as a sign.
fn spoken(words: &Wording, score: &PartScore) -> String {
    match score.status {
        Status::Contradiction => words.status(score.status),
        _ if score.score().is_none() && !score.admissible.is_empty() && score.status != Status::NotApplicable => {
            words.levels(score.admissible)
        }
        _ => widgets::score_text(words, score),
    }
}

fn between(words: &Wording, ends: &Ends) -> String {
    let (low, high) = (words.score(&ends.lowest), words.score(&ends.highest));
    if low == high { low } else { words.with("announce-between", &[arg("low", low), arg("high", high)]) }
}
