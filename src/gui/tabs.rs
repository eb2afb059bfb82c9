//! Several assessments open in one window, of which one is in sight.
//!
//! They share one window so that the lender who is judged always stands in the same place, and a file is never open
//! twice. Each has screens, drafts, steps to undo and work under way of its own; whatever comes back for one that is not
//! in sight waits until it is, or brings it into sight first.

use std::path::{Path, PathBuf};

use eframe::egui::{self, Context};

use super::dialogs::{Choice, Purpose};
use super::errand::Errand;
use super::path_form::PathForm;
use super::reports::Jobs;
use super::window::{Screens, Window};
use super::wish::{Notice, Overlay, Screen, Wish};
use crate::domain::Perspective;
use crate::session::{SaveState, Session};
use crate::wording::arg;

/// How many assessments can be open.
pub const MOST: usize = 12;

/// An assessment that is open and not in sight.
pub(super) struct Parked {
    number: u64,
    pub session: Session,
    perspective: Perspective,
    screen: Screen,
    pub screens: Screens,
    jobs: Jobs,
}

/// The assessments that are open besides the one in sight.
#[derive(Default)]
pub(super) struct Tabs {
    pub parked: Vec<Parked>,
    /// How many of them stand before the one in sight.
    pub at: usize,
    /// Which one is in sight; a number is never given twice.
    number: u64,
    latest: u64,
    /// Which one asked for a file.
    asked: Option<u64>,
    /// The title that the window has.
    title: String,
    /// The screen of the assessment in sight, while one of the window itself hides it.
    hidden: Option<Screen>,
}

impl Tabs {
    /// The title that the window has.
    pub fn title(&self) -> &str {
        &self.title
    }
}

/// Whether a screen belongs to the window rather than to an assessment.
fn is_shared(screen: Screen) -> bool {
    matches!(screen, Screen::Start | Screen::New)
}

/// An assessment as it stands in the strip.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Tab {
    pub subject: String,
    pub file: String,
    /// Whether something of it could not be stored.
    pub unsaved: bool,
}

impl Window {
    /// All that is open, in order, and which one is in sight.
    pub(super) fn open_tabs(&mut self) -> (Vec<Tab>, Option<usize>) {
        let mut sessions: Vec<&mut Session> = self.tabs.parked.iter_mut().map(|parked| &mut parked.session).collect();
        let current = self.session.as_mut();
        let in_sight = current.is_some().then_some(self.tabs.at);
        if let Some(session) = current {
            sessions.insert(self.tabs.at.min(sessions.len()), session);
        }
        let paths: Vec<PathBuf> = sessions.iter().map(|session| session.path().to_owned()).collect();
        let tabs = sessions.into_iter().map(|session| Tab {
            subject: session.assessment().cover.subject.clone(),
            file: told_apart(session.path(), &paths),
            unsaved: matches!(session.save_state(), SaveState::Failed(..)),
        });
        (tabs.collect(), in_sight)
    }

    /// Where the assessment in this file stands, if it is open.
    pub(super) fn tab_of(&self, path: &Path) -> Option<usize> {
        let same = |session: &Session| is_same(session.path(), path);
        if self.session.as_ref().is_some_and(same) {
            return Some(self.tabs.at);
        }
        let at = self.tabs.parked.iter().position(|parked| same(&parked.session))?;
        Some(if self.session.is_some() && at >= self.tabs.at { at + 1 } else { at })
    }

    /// Whether one more can be opened; says so when not.
    pub(super) fn has_room(&mut self) -> bool {
        let open = self.tabs.parked.len() + usize::from(self.session.is_some());
        if open >= MOST {
            self.tell_problem(self.words.with("tabs-full", &[arg("most", MOST)]));
        }
        open < MOST
    }

    /// Puts the assessment in sight aside, with all that belongs to it; what is typed is stored.
    pub(super) fn park(&mut self, ctx: &Context) {
        self.end_trial(true);
        self.store_typing(ctx);
        self.note_place();
        let Some(session) = self.session.take() else { return };
        self.leave_shared_screen();
        let mut screens = std::mem::take(&mut self.screens);
        self.screens.trade_shared(&mut screens);
        let parked = Parked {
            number: self.tabs.number,
            session,
            perspective: self.perspective,
            screen: self.screen,
            screens,
            jobs: std::mem::take(&mut self.office.jobs),
        };
        let at = self.tabs.at.min(self.tabs.parked.len());
        self.tabs.parked.insert(at, parked);
    }

    /// Takes note that a new assessment comes in sight, after all others.
    pub(super) fn number_tab(&mut self) {
        self.tabs.latest += 1;
        self.tabs.number = self.tabs.latest;
        self.tabs.at = self.tabs.parked.len();
    }

    /// Brings the assessment with this place in the order in sight, and says whose it is.
    pub(super) fn bring(&mut self, ctx: &Context, at: usize) {
        if self.session.is_some() && at == self.tabs.at {
            self.leave_shared_screen();
            return;
        }
        let before = self.notice.clone();
        self.park(ctx);
        if at >= self.tabs.parked.len() {
            return;
        }
        // What had to be left out of what was typed there is still to be read.
        let left =
            self.notice.take().filter(|notice| matches!(notice, Notice::Problem(_)) && Some(notice) != before.as_ref());
        let mut parked = self.tabs.parked.remove(at);
        parked.screens.trade_shared(&mut self.screens);
        (self.tabs.at, self.tabs.number) = (at, parked.number);
        (self.perspective, self.screen, self.screens) = (parked.perspective, parked.screen, parked.screens);
        self.office.jobs = parked.jobs;
        self.session = Some(parked.session);
        self.leave_shared_screen();
        self.overlay = None;
        self.forget_question();
        self.forget_dropped();
        self.fit_overlay();
        self.focus.forget();
        forget_fields(ctx);
        self.screens.workspace.bring_in_sight();
        if let Some(session) = &self.session {
            let file = session.path().file_name().unwrap_or_default().to_string_lossy().into_owned();
            let args = [arg("subject", &session.assessment().cover.subject), arg("file", file)];
            let now = self.words.with("tabs-now", &args);
            self.notice = Some(match left {
                Some(left) => Notice::Problem(format!("{}\n{now}", left.text())),
                None => Notice::Done(now),
            });
        }
    }

    /// A screen that belongs to no assessment gives way to the one in sight.
    fn leave_shared_screen(&mut self) {
        let hidden = self.tabs.hidden.take();
        if is_shared(self.screen) {
            self.screen = hidden.unwrap_or(Screen::Workspace);
        }
    }

    /// Shows another screen, and remembers which one a screen of the window itself hides.
    pub(super) fn show_screen(&mut self, screen: Screen) {
        if self.session.is_some() && is_shared(screen) && !is_shared(self.screen) {
            self.tabs.hidden = Some(self.screen);
        }
        self.screen = screen;
    }

    /// Brings the next one in sight, or the one before.
    pub(super) fn bring_next(&mut self, ctx: &Context, forward: bool) {
        let all = self.tabs.parked.len() + usize::from(self.session.is_some());
        if is_shared(self.screen) {
            // Back to the one that such a screen hides.
            self.leave_shared_screen();
        } else if all > 1 {
            let step = if forward { 1 } else { all - 1 };
            self.bring(ctx, (self.tabs.at + step) % all);
        }
    }

    /// Closes the assessment in sight, after everything of it is stored; then the one beside it is in sight, else the
    /// first screen.
    pub(super) fn close_tab(&mut self, ctx: &Context) {
        self.store_typing(ctx);
        self.note_place();
        if self.office.jobs.is_making_report() {
            self.tell_problem(self.words.text("tabs-report-under-way"));
            return;
        }
        let stored = self.session.as_mut().is_none_or(|session| session.flush().is_ok());
        self.note_log();
        let waits = self.screens.workspace.waits();
        if (!stored || waits) && self.warned.is_none() {
            return self.warn_of_closing(!stored);
        }
        self.warned = None;
        self.session = None;
        self.office.jobs = Jobs::default();
        self.focus.forget();
        forget_fields(ctx);
        let mut fresh = Screens::default();
        fresh.trade_shared(&mut self.screens);
        self.screens = fresh;
        self.overlay = None;
        match self.tabs.parked.len() {
            0 => {
                self.fit_overlay();
                self.screens.start = super::start::StartScreen::default();
                self.screen = Screen::Start;
            }
            count => self.bring(ctx, self.tabs.at.min(count - 1)),
        }
    }

    /// Asks for a file, and remembers for which assessment.
    pub(super) fn ask_for_file(&mut self, purpose: Purpose) {
        let question = self.question(purpose);
        if self.dialogs.ask(question) {
            self.tabs.asked = self.session.as_ref().map(|_| self.tabs.number);
        }
    }

    /// Takes the answer to such a question. What belongs to an assessment only ever reaches the one that asked.
    pub(super) fn file_answered(&mut self, ctx: &Context, answer: super::dialogs::Answer) {
        let asked = self.tabs.asked.take();
        if answer.choice == Choice::Cancelled {
            return;
        }
        if let Some(number) = asked.filter(|number| answer.purpose.is_of_assessment() && *number != self.tabs.number) {
            let Some(at) = self.tabs.parked.iter().position(|parked| parked.number == number) else {
                self.tell_problem(self.words.text("tabs-gone"));
                return;
            };
            // Counted with the one in sight.
            let at = if self.session.is_some() && at >= self.tabs.at { at + 1 } else { at };
            self.bring(ctx, at);
        }
        match answer.choice {
            Choice::Path(path) => self.wishes.push(Wish::Errand(Errand::Chosen(answer.purpose, path))),
            Choice::Cancelled => {}
            Choice::NoDialog => {
                self.screens.path = PathForm::asking(answer.purpose, self.title_of(answer.purpose));
                self.overlay = Some(Overlay::Path);
            }
        }
    }

    /// Lets the title of the window name the lender and the file.
    pub(super) fn show_title(&mut self, ctx: &Context) {
        let title = match &self.session {
            Some(session) => {
                let file = session.path().file_name().unwrap_or_default().to_string_lossy().into_owned();
                let args = [arg("subject", &session.assessment().cover.subject), arg("file", file)];
                self.words.with("window-title", &args)
            }
            None => "Trede".to_owned(),
        };
        if self.tabs.title != title {
            ctx.send_viewport_cmd(egui::ViewportCommand::Title(title.clone()));
            self.tabs.title = title;
        }
    }
}

impl Screens {
    /// Exchanges the screens that belong to the window rather than to an assessment.
    fn trade_shared(&mut self, other: &mut Screens) {
        std::mem::swap(&mut self.start, &mut other.start);
        std::mem::swap(&mut self.new_form, &mut other.new_form);
        std::mem::swap(&mut self.help, &mut other.help);
        std::mem::swap(&mut self.trusted, &mut other.trusted);
        std::mem::swap(&mut self.settings, &mut other.settings);
        std::mem::swap(&mut self.palette, &mut other.palette);
    }
}

/// Takes the focus away and forgets what fields could undo: the same field of another assessment is another field.
fn forget_fields(ctx: &Context) {
    ctx.memory_mut(|memory| {
        if let Some(id) = memory.focused() {
            memory.surrender_focus(id);
        }
    });
    ctx.data_mut(|data| data.remove_by_type::<egui::text_edit::TextEditState>());
}

/// Whether both paths lead to the same file.
fn is_same(one: &Path, other: &Path) -> bool {
    let real =
        |path: &Path| path.canonicalize().or_else(|_| std::path::absolute(path)).unwrap_or_else(|_| path.to_owned());
    one == other || real(one) == real(other)
}

/// The name of a file, with its folder where another open file has the same name.
fn told_apart(path: &Path, all: &[PathBuf]) -> String {
    let name = path.file_name().unwrap_or_default();
    let namesakes = all.iter().filter(|other| other.file_name() == Some(name)).count();
    match path.parent().and_then(Path::file_name).filter(|_| namesakes > 1) {
        Some(folder) => Path::new(folder).join(name).display().to_string(),
        None => name.to_string_lossy().into_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn files_with_the_same_name_are_told_apart_by_their_folder() {
        let all = ["/a/2025/bank.trede", "/a/2026/bank.trede", "/a/2026/ander.trede"].map(PathBuf::from);
        let names: Vec<String> = all.iter().map(|path| told_apart(path, &all)).collect();
        assert_eq!(names, ["2025/bank.trede", "2026/bank.trede", "ander.trede"]);
    }

    #[test]
    fn the_same_file_is_known_by_another_way_to_it() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("a.trede");
        std::fs::write(&file, "").unwrap();
        std::fs::create_dir(folder.path().join("map")).unwrap();
        assert!(is_same(&file, &folder.path().join("map/../a.trede")));
        assert!(!is_same(&file, &folder.path().join("b.trede")));
    }
}
