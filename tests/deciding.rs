//! What follows from each command, or why it is refused: the rules alone, without a file or a window.

mod files;
mod findings;
mod frozen;
mod outside;
mod proposed;
mod scored;
mod sheets;

use trede::domain::{
    Assessment, Attachment, Command, Cover, Event, Finding, Framework, History, NormId, PartId, Perspective, Refusal,
    Sheet, Verdict, decide,
};

use crate::versions::{OLD, load};

const SIDE: Perspective = Perspective::Supervisor;
/// A text with a citizen service number.
const NUMBER: &str = "Klant 111222333 belde.";

/// An assessment under the small framework, and what was done in it.
struct Work {
    framework: Framework,
    assessment: Assessment,
    history: History,
    events: u64,
}

impl Work {
    fn new() -> Work {
        let cover = Cover { subject: "Voorbeeldbank".to_owned(), kvk: None, period: "2026".to_owned() };
        let assessment = Assessment { cover, ..Assessment::default() };
        Work { framework: load(OLD), assessment, history: History::default(), events: 0 }
    }

    fn try_to(&self, command: Command) -> Result<Event, Refusal> {
        decide(&self.framework, &self.assessment, &self.history, command)
    }

    #[track_caller]
    fn refused(&self, command: Command) -> Refusal {
        self.try_to(command).unwrap_err()
    }

    #[track_caller]
    fn does(&mut self, command: Command) -> Event {
        let event = self.try_to(command).unwrap();
        self.assessment.apply(&self.framework, &event);
        self.events += 1;
        self.history.note(self.events, &event);
        event
    }

    fn sheet(&self) -> &Sheet {
        self.assessment.sheets.get(&SIDE).unwrap()
    }

    fn finding(&self, norm: &str) -> Finding {
        self.assessment.sheet(&self.framework, SIDE).finding(norm)
    }
}

fn find(norm: &str, finding: Finding) -> Command {
    Command::Find { perspective: SIDE, norm: NormId::new(norm), finding, continues: false }
}

fn verdict(norm: &str, verdict: Verdict) -> Command {
    find(norm, Finding::bare(verdict))
}

fn part(id: &str) -> PartId {
    PartId::new(id)
}

/// A file whose hash repeats this byte in hexadecimal.
fn file(name: &str, byte: &str) -> Attachment {
    Attachment::new(name, &byte.repeat(32), 3).unwrap()
}

fn names(finding: &Finding) -> Vec<&str> {
    finding.attached.iter().map(Attachment::name).collect()
}
