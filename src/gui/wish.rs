//! What screens see, and what they can ask for. Screens change nothing but their own fields.

use std::path::PathBuf;

use super::commands::Action;
use super::dialogs::Purpose;
use super::errand::Errand;
use crate::domain::{Assessor, Command, Cover, NormId, PartId, Perspective};
use crate::session::ExportForm;
use crate::storage::Access;
use crate::wording::Wording;

/// What fills the window.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum Screen {
    /// Recent assessments, new, open, example.
    #[default]
    Start,
    /// A new assessment.
    New,
    /// The rubric of one part.
    Workspace,
    /// The seven parts side by side.
    Overview,
    /// The log in words.
    Log,
    /// Report, identity, signing.
    Report,
    /// Verification of a report.
    Verify,
    /// The pages of a report.
    Preview,
}

/// What lies over the screen until it is closed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Overlay {
    /// Keys and explanation.
    Help,
    /// Theme and size.
    Settings,
    /// Lender, period, assessor.
    Cover,
    /// All commands.
    Palette,
    /// Find a norm.
    Find,
    /// Introduction, scale and footnotes of the part.
    Introduction,
    /// Which earlier assessment to take findings over from.
    Earlier,
    /// What a copy under a newer version of the framework would become.
    Newer,
    /// A path to type, where the system has no dialog.
    Path,
    /// The password of an assessment.
    Password,
    /// The steps that can be undone and done again.
    History,
    /// What was told before.
    Messages,
    /// Who works on the assessment.
    Who,
    /// A file that could not be opened, with the ways out.
    Unopened,
}

/// A sentence for the reader, shown until the next one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Notice {
    /// Something was done.
    Done(String),
    /// Something could not be done, and what to do.
    Problem(String),
}

impl Notice {
    /// What it says.
    pub fn text(&self) -> &str {
        match self {
            Notice::Done(text) | Notice::Problem(text) => text,
        }
    }
}

/// A new assessment.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewAssessment {
    /// Where its file goes.
    pub path: PathBuf,
    /// The framework file.
    pub framework_text: Vec<u8>,
    /// Lender and period.
    pub cover: Cover,
    /// From which side it is made.
    pub perspective: Perspective,
    /// Who judges.
    pub assessor: Option<Assessor>,
    /// Whether its password is asked before it is made.
    pub protect: bool,
}

/// What a screen asks for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Wish {
    /// Do what this command does.
    Run(Action),
    /// Show this screen.
    Show(Screen),
    /// Lay this over the screen; none closes what is there.
    Lay(Option<Overlay>),
    /// Do this to the assessment.
    Do(Box<Command>),
    /// Undo so many steps.
    Undo(usize),
    /// Do so many steps again.
    Redo(usize),
    /// Go to this norm in the workspace.
    Jump(NormId),
    /// Go to this part in the workspace.
    ShowPart(PartId),
    /// Judge from this side.
    TakeSide(Perspective),
    /// Open this file.
    Open(PathBuf, Access),
    /// Make a new assessment and open it.
    Create(Box<NewAssessment>),
    /// Write the example to this file and open it.
    Example(PathBuf),
    /// Take in this exchange file.
    Import(PathBuf),
    /// Write the findings of the present side to this exchange file.
    Export(PathBuf, ExportForm),
    /// Bring the open assessment with this place in the order in sight.
    Bring(usize),
    /// Close the assessment in sight; then the one beside it is, else the start screen.
    Close,
    /// Ask for a file.
    Ask(Purpose),
    /// Try again to store what could not be stored.
    Retry,
    /// Tell the reader.
    Tell(Notice),
    /// Do this besides the assessment: files, identities, reports.
    Errand(Errand),
}

/// What every screen sees while it is drawn.
pub struct Scene<'a> {
    /// The words of the reader's language.
    pub words: &'a Wording,
    /// From which side is judged.
    pub perspective: Perspective,
    /// What the screens ask for, in order.
    pub wishes: &'a mut Vec<Wish>,
}

impl Scene<'_> {
    /// Asks for something.
    pub fn wish(&mut self, wish: Wish) {
        self.wishes.push(wish);
    }

    /// Asks for a change of the assessment.
    pub fn command(&mut self, command: Command) {
        self.wish(Wish::Do(Box::new(command)));
    }

    /// The message with this key.
    pub fn text(&self, key: &str) -> String {
        self.words.text(key)
    }
}
