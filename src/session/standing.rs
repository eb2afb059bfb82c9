//! How an assessment stands after its events: what is undone and done again, and its scores, worked out when asked for.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::sync::Arc;

use crate::domain::{
    Assessment, Command, Event, Framework, History, Perspective, Refusal, Score, Sheet, decide, parts_changed, score,
    score_again,
};

/// How an assessment stands.
#[derive(Clone, Default)]
pub(super) struct Standing {
    pub assessment: Assessment,
    pub history: History,
    /// The number of the next event.
    pub next_seq: u64,
    scores: BTreeMap<Perspective, Arc<Score>>,
}

impl Standing {
    /// How it stands after these events.
    pub fn after(framework: &Framework, events: &[Event]) -> Standing {
        let mut standing = Standing { next_seq: 1, ..Standing::default() };
        for event in events {
            standing.take(framework, event);
        }
        standing
    }

    /// Decides on what a user asks and takes in what follows. A refusal changes nothing.
    pub fn execute(&mut self, framework: &Framework, command: Command) -> Result<Event, Refusal> {
        let event = decide(framework, &self.assessment, &self.history, command)?;
        self.take(framework, &event);
        Ok(event)
    }

    /// The score of a perspective, worked out when first asked for.
    pub fn score(&mut self, framework: &Framework, perspective: Perspective) -> &Arc<Score> {
        let assessment = &self.assessment;
        let scored = || Arc::new(score(framework, &assessment.sheet(framework, perspective)));
        self.scores.entry(perspective).or_insert_with(scored)
    }

    /// The findings of a perspective.
    pub fn sheet<'a>(&'a self, framework: &'a Framework, perspective: Perspective) -> Cow<'a, Sheet> {
        self.assessment.sheet(framework, perspective)
    }

    fn take(&mut self, framework: &Framework, event: &Event) {
        self.assessment.apply(framework, event);
        self.history.note(self.next_seq, event);
        self.next_seq += 1;
        // What `event` changed is scored anew, the rest is kept.
        for (perspective, known) in &mut self.scores {
            let changed = parts_changed(framework, event, *perspective);
            if !changed.is_empty() {
                let sheet = self.assessment.sheet(framework, *perspective);
                *known = Arc::new(score_again(framework, &sheet, known, &changed));
            }
        }
    }
}
