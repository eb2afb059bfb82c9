//! The literal wording of the norms that the user lays over the framework: read once, judged over whatever is open.

use std::path::{Path, PathBuf};

use super::window::Window;
use super::wish::Notice;
use crate::domain::{Framework, Overlay};
use crate::storage::problem::{Code, Problem};
use crate::storage::{FileError, overlay_file, shipped, syntax, whole_file};
use crate::wording::{Wording, arg};

/// The overlay that is chosen.
#[derive(Debug, Default)]
pub struct Literal {
    path: Option<PathBuf>,
    file: Vec<u8>,
    state: State,
}

/// What became of it.
#[derive(Debug, Default)]
enum State {
    /// There is none.
    #[default]
    None,
    /// The file cannot be read.
    Lost(FileError),
    /// The file is not in order, or lies over another version of the framework.
    Bad(Vec<Problem>),
    /// It lies over another framework than the open one.
    Elsewhere(String),
    /// It lies over the framework, which has this many norms.
    Read(Box<Overlay>, usize),
}

/// Whether the file at `path` is meant as an overlay.
pub fn is_overlay(path: &Path) -> bool {
    whole_file::read(path, syntax::LARGEST as u64).is_ok_and(|file| overlay_file::is_overlay(&file))
}

impl Literal {
    /// Reads the file at `path` over `framework`, or without one over the framework on board that it names.
    fn load(path: &Path, framework: Option<&Framework>) -> Literal {
        // One byte more than is read, so that the reader can say that it is too large.
        let (file, state) = match whole_file::read(path, syntax::LARGEST as u64 + 1) {
            Ok(file) => (file, State::None),
            Err(error) => (Vec::new(), State::Lost(error)),
        };
        let mut literal = Literal { path: Some(path.to_owned()), file, state };
        literal.judge(framework);
        literal
    }

    /// Judges the file anew, because another framework is open.
    fn judge(&mut self, framework: Option<&Framework>) {
        if self.path.is_none() || matches!(self.state, State::Lost(_)) {
            return;
        }
        self.state = match overlay_file::framework_of(&self.file) {
            Err(problems) => State::Bad(problems),
            Ok(id) => match framework {
                Some(framework) if framework.id == id.value => self.over(framework),
                Some(_) => State::Elsewhere(id.value),
                None => self.over_one_on_board(id.value),
            },
        };
    }

    fn over(&self, framework: &Framework) -> State {
        match overlay_file::read(&self.file, framework) {
            Ok(overlay) => State::Read(Box::new(overlay), framework.norms().count()),
            Err(problems) => State::Bad(problems),
        }
    }

    /// Over any version on board of the framework with this id. That it lies over another version is no problem while
    /// nothing is open: the assessment that comes may be of that version.
    fn over_one_on_board(&self, id: String) -> State {
        let waits = |state: &State| match state {
            State::Bad(problems) => problems.iter().all(|problem| problem.code == Code::OtherFramework),
            _ => false,
        };
        let states = shipped::with_id(&id).map(|(_, framework)| self.over(&framework));
        let mut judged: Vec<State> = states.filter(|state| !waits(state)).collect();
        // What can be read comes first.
        judged.sort_by_key(|state| !matches!(state, State::Read(..)));
        judged.into_iter().next().unwrap_or(State::Elsewhere(id))
    }

    /// The words, when there are any that lie over the open framework.
    pub fn overlay(&self) -> Option<&Overlay> {
        match &self.state {
            State::Read(overlay, _) if overlay.filled() > 0 => Some(overlay),
            _ => None,
        }
    }

    /// The file, when words of it can be quoted.
    pub fn file(&self) -> Option<Vec<u8>> {
        self.overlay().map(|_| self.file.clone())
    }

    /// Where it is, when one is chosen.
    pub fn path(&self) -> Option<&Path> {
        self.path.as_deref()
    }

    /// Why it cannot be used, in one sentence.
    pub fn problem(&self, words: &Wording) -> Option<String> {
        let file = self.path.as_deref().unwrap_or(Path::new("")).display();
        match &self.state {
            State::Lost(error) => Some(words.with("literal-lost", &[("reason", words.file_error(error))])),
            State::Bad(problems) => {
                let first = problems.first()?;
                let args = [arg("file", file), arg("line", first.at.line), ("text", words.problem(first))];
                Some(words.with("literal-bad", &args))
            }
            _ => None,
        }
    }

    /// What is used of it, in one sentence.
    pub fn used(&self, words: &Wording) -> Option<String> {
        match &self.state {
            State::Elsewhere(id) => Some(words.with("literal-elsewhere", &[arg("framework", id)])),
            State::Read(overlay, norms) if overlay.filled() > 0 => {
                let source = words.literal_source(overlay);
                let args = [("source", source), arg("filled", overlay.filled()), arg("norms", norms)];
                Some(words.with("overlay-used", &args))
            }
            State::Read(_, norms) => Some(words.with("literal-none-filled", &[arg("norms", norms)])),
            _ => None,
        }
    }
}

impl Window {
    /// Lays the overlay at `path` over the framework, for this run only; what stands in the way is told in the window.
    pub fn lay_overlay(&mut self, path: &Path) {
        let framework = self.session.as_ref().map(|session| session.framework());
        self.office.literal = Literal::load(path, framework);
        self.tell_overlay_problem();
    }

    /// Takes this file as the overlay from now on. One that cannot be used is not taken, and the earlier one stays.
    pub(super) fn choose_overlay(&mut self, path: &Path) {
        let path = std::path::absolute(path).unwrap_or_else(|_| path.to_owned());
        let literal = Literal::load(&path, self.session.as_ref().map(|session| session.framework()));
        self.screens.settings.problem = literal.problem(&self.words);
        if self.screens.settings.problem.is_none() {
            self.office.literal = literal;
            self.screens.settings.typed.clear();
            self.remember(|settings| settings.overlay = Some(path));
        }
    }

    /// Works without an overlay from now on.
    pub(super) fn drop_overlay(&mut self) {
        self.office.literal = Literal::default();
        self.screens.settings.problem = None;
        self.remember(|settings| settings.overlay = None);
    }

    /// Judges the overlay over the framework that is open now.
    pub(super) fn fit_overlay(&mut self) {
        let framework = self.session.as_ref().map(|session| session.framework());
        let was_bad = self.office.literal.problem(&self.words).is_some();
        self.office.literal.judge(framework);
        if !was_bad {
            self.tell_overlay_problem();
        }
    }

    /// Gives the screens what they say of the overlay.
    pub(super) fn show_overlay_state(&mut self) {
        if self.overlay != Some(super::wish::Overlay::Settings) {
            self.screens.settings.problem = None;
        }
        let Window { words, office, screens, .. } = self;
        let literal = &office.literal;
        screens.settings.overlay = literal.path().map(|path| path.display().to_string());
        screens.settings.overlay_state = literal.problem(words).or_else(|| literal.used(words));
        screens.report.literal = literal.overlay().and_then(|_| literal.used(words));
    }

    fn tell_overlay_problem(&mut self) {
        if let Some(problem) = self.office.literal.problem(&self.words) {
            self.notice = Some(Notice::Problem(problem));
        }
    }
}
