//! Several assessments open in one window, of which one is in sight.
//!
//! They share one window so that the lender who is judged always stands in the same place, and a file is never open
//! twice. Each has screens, drafts, steps to undo and work under way of its own; whatever comes back for one that is not
//! in sight waits until it is, or brings it into sight first.

use eframe::egui::{self, Context};

use super::dialogs::{Choice, Purpose};
use super::errand::Errand;
use super::path_form::PathForm;
use super::reports::Jobs;
use super::window::{Screens, Window};
use super::wish::{Notice, Overlay, Screen, Wish};
use crate::domain::Perspective;
use crate::session::Session;
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
    pub title: String,
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

impl Window {
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

    /// Goes back from a screen to the assessment in sight, else to the first screen; not while something lies over it.
    pub(super) fn leave_screen(&mut self, ctx: &Context) {
        let is_free = self.overlay.is_none()
            && self.office.confirm.is_none()
            && self.office.attaching.dropped.is_empty()
            && self.tour.is_none()
            && !egui::Popup::is_any_open(ctx);
        match self.screen {
            _ if !is_free => {}
            Screen::Start | Screen::New if self.session.is_some() => self.leave_shared_screen(),
            Screen::New => self.wishes.push(Wish::Show(Screen::Start)),
            Screen::Report if self.office.jobs.is_making_report() => {}
            Screen::Overview | Screen::Log | Screen::Report => self.wishes.push(Wish::Show(Screen::Workspace)),
            _ => {}
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
        if self.holds_a_number() {
            return;
        }
        let before = self.notice.clone();
        self.store_typing(ctx);
        // What had to be left out of what was typed is still to be read.
        let left = self
            .notice
            .clone()
            .filter(|notice| matches!(notice, Notice::Problem(_)) && Some(notice) != before.as_ref());
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
        if let Some(left) = left {
            let now = self.notice.take().map(|now| format!("\n{}", now.text())).unwrap_or_default();
            self.notice = Some(Notice::Problem(format!("{}{now}", left.text())));
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
                self.screens.path = PathForm::asking(answer.purpose, self.title_of(answer.purpose), self.overlay);
                self.overlay = Some(Overlay::Path);
            }
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
