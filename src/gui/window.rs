//! The window: what is open in it and how it is put together.

use std::path::Path;

use eframe::egui;
use egui::{Context, Ui};

use super::announcer::Announcer;
use super::cover_form::CoverForm;
use super::desk;
use super::dialogs::Dialogs;
use super::earlier::EarlierForm;
use super::errand::Errand;
use super::find::Find;
use super::focus::Focus;
use super::help::Help;
use super::history::HistoryView;
use super::log_view::LogView;
use super::messages::Messages;
use super::new_form::NewForm;
use super::newer::Newer;
use super::office::Office;
use super::overview::Overview;
use super::pace::Pace;
use super::palette::Palette;
use super::path_form::PathForm;
use super::preview::Preview;
use super::report_form::ReportForm;
use super::settings::SettingsForm;
use super::start::StartScreen;
use super::tabs::Tabs;
use super::theme;
use super::trouble::{self, Trouble};
use super::trusted::TrustedView;
use super::unopened::Unopened;
use super::verify_view::VerifyView;
use super::who::Who;
use super::wish::{Notice, Overlay, Screen, Wish};
use super::workspace::Workspace;
use crate::domain::{Language, Perspective};
use crate::session::{SaveState, Session};
use crate::storage::Access;
use crate::wording::Wording;

/// The window.
pub struct Window {
    pub(super) words: Wording,
    pub(super) session: Option<Session>,
    pub(super) perspective: Perspective,
    pub(super) screen: Screen,
    pub(super) overlay: Option<Overlay>,
    pub(super) notice: Option<Notice>,
    pub(super) messages: Messages,
    pub(super) wishes: Vec<Wish>,
    pub(super) dialogs: Box<dyn Dialogs>,
    pub(super) user: String,
    pub(super) screens: Screens,
    /// What the reader was told that closing now loses.
    pub(super) warned: Option<String>,
    pub(super) office: Office,
    /// The other assessments that are open.
    pub(super) tabs: Tabs,
    /// Whether the window had the focus in the last frame.
    pub(super) focused: bool,
    /// Whether a field had the focus in the last frame: then a key only leaves the field.
    typing: bool,
    pub(super) focus: Focus,
    /// The step of the tour that is on.
    pub(super) tour: Option<usize>,
    pace: Pace,
    announcer: Announcer,
}

/// The screens with what they remember.
#[derive(Default)]
pub(super) struct Screens {
    pub workspace: Workspace,
    pub start: StartScreen,
    pub new_form: NewForm,
    pub cover: CoverForm,
    pub overview: Overview,
    pub newer: Newer,
    pub earlier: EarlierForm,
    pub log: LogView,
    pub help: Help,
    pub report: ReportForm,
    pub preview: Option<Preview>,
    pub verify: VerifyView,
    pub trusted: TrustedView,
    pub settings: SettingsForm,
    pub palette: Palette,
    pub path: PathForm,
    pub find: Find,
    pub trouble: Trouble,
    pub unopened: Unopened,
    pub who: Who,
    pub history: HistoryView,
    /// The step of the tour that had the focus when it came.
    pub tour_told: Option<usize>,
}

impl Screens {
    /// Drops what was put into words: it would stay in the other language.
    fn forget_words(&mut self) {
        self.new_form.problem = None;
        self.cover.problem = None;
        self.report.problem = None;
        self.settings.problem = None;
        self.verify.problem = None;
        self.verify.log = None;
        self.trusted.list = None;
    }
}

impl Window {
    /// A window without an assessment.
    pub fn new(ctx: &Context, dialogs: Box<dyn Dialogs>) -> Window {
        theme::install(ctx);
        Window {
            words: Wording::new(Language::Dutch),
            session: None,
            perspective: Perspective::Supervisor,
            screen: Screen::Start,
            overlay: None,
            notice: None,
            messages: Messages::default(),
            wishes: Vec::new(),
            dialogs,
            user: desk::os_user(),
            screens: Screens::default(),
            warned: None,
            office: Office::default(),
            tabs: Tabs::default(),
            focused: true,
            typing: false,
            focus: Focus::default(),
            tour: None,
            pace: Pace::default(),
            announcer: Announcer::default(),
        }
    }

    /// Says everything in these words from now on. What was put into words before goes: it would stay in the other language.
    pub fn speak(&mut self, words: Wording) {
        self.words = words;
        self.notice = None;
        let parked = self.tabs.parked.iter_mut().map(|parked| &mut parked.screens);
        parked.chain([&mut self.screens]).for_each(Screens::forget_words);
    }

    /// Opens an assessment; a report is checked instead. What stands in the way is told in the window.
    pub fn open(&mut self, ctx: &Context, file: &Path) {
        let is_report = file.extension().is_some_and(|ending| ending.eq_ignore_ascii_case("pdf"));
        let wish = match is_report {
            true => Wish::Errand(Errand::Verify(file.to_owned())),
            false => Wish::Open(file.to_owned(), Access::Write),
        };
        self.fulfil(ctx, wish);
    }

    /// Shows this assessment; one that was in sight before stays open beside it.
    pub fn take(&mut self, ctx: &Context, mut session: Session) {
        self.park(ctx);
        self.number_tab();
        let waker = ctx.clone();
        session.on_saved(move || waker.request_repaint());
        let judged = |side: &Perspective| session.assessment().sheets.contains_key(side);
        if !judged(&self.perspective) {
            self.perspective = Perspective::ALL.into_iter().find(judged).unwrap_or(self.perspective);
        }
        self.screens = Screens { settings: std::mem::take(&mut self.screens.settings), ..Screens::default() };
        if let Some(part) = session.framework().parts().next().map(|part| part.id.clone()) {
            self.screens.workspace.show_part(&session, &part);
        }
        self.session = Some(session);
        self.screen = Screen::Workspace;
        self.overlay = None;
        self.notice = None;
        self.return_to_place();
        self.fit_overlay();
        self.note_opened();
    }

    /// The assessment that is open.
    pub fn session(&mut self) -> Option<&mut Session> {
        self.session.as_mut()
    }

    /// The norm that is chosen in the workspace.
    pub fn chosen(&self) -> Option<&crate::domain::NormId> {
        self.screens.workspace.chosen()
    }

    /// The title of the window: lender and file.
    pub fn title(&self) -> &str {
        self.tabs.title()
    }

    /// From which side is judged.
    pub fn perspective(&self) -> Perspective {
        self.perspective
    }

    /// What there is to do besides drawing.
    pub fn logic(&mut self, ctx: &Context) {
        if ctx.input(|input| input.viewport().close_requested()) {
            self.closing(ctx);
        }
        if let Some(answer) = self.dialogs.poll() {
            self.file_answered(ctx, answer);
            self.fulfil_all(ctx);
        }
        self.look_after_files(ctx);
        self.office_logic(ctx);
        self.forget_warning();
        self.note_notice();
    }

    /// Draws the window and fulfils what was asked for.
    pub fn show(&mut self, ui: &mut Ui) {
        let ctx = ui.ctx().clone();
        let (had, screen) = (ctx.memory(|memory| memory.focused()), self.screen);
        let typed = std::mem::replace(&mut self.typing, false);
        if !typed && ctx.input(|input| input.key_pressed(eframe::egui::Key::Escape)) {
            self.leave_screen(&ctx);
        }
        for action in self.pressed(&ctx) {
            self.run(&ctx, action);
            self.fulfil_all(&ctx);
        }
        self.announcer.listen(&self.words, self.session.as_mut(), self.perspective);
        let alert = self.alert();
        self.show_title(&ctx);
        self.announcer.tell(&ctx, self.tabs.title(), &alert);
        self.draw(ui);
        self.draw_tour(&ctx);
        self.draw_overlay(&ctx);
        self.draw_dropped(&ctx);
        self.draw_confirm(&ctx);
        if self.fulfil_all(&ctx) {
            ctx.request_repaint();
        }
        self.follow_focus(&ctx, had, screen);
        self.typing = ctx.text_edit_focused();
    }

    /// What there is to tell at once.
    fn alert(&mut self) -> String {
        match (&self.notice, self.session.as_mut().map(Session::save_state)) {
            (Some(Notice::Done(text) | Notice::Problem(text)), _) => self.words.folded(text).0,
            (None, Some(SaveState::Failed(error, _))) => trouble::told(&self.words, error),
            _ => String::new(),
        }
    }
}

impl eframe::App for Window {
    fn logic(&mut self, ctx: &Context, _frame: &mut eframe::Frame) {
        Window::logic(self, ctx);
    }

    fn ui(&mut self, ui: &mut Ui, _frame: &mut eframe::Frame) {
        self.show(ui);
    }

    /// Only the place of the window is kept: a panel that comes back scrolled down hides the score.
    fn persist_egui_memory(&self) -> bool {
        false
    }

    fn raw_input_hook(&mut self, ctx: &Context, raw_input: &mut egui::RawInput) {
        if self.pace.pace(ctx.text_edit_focused(), &mut raw_input.events) {
            ctx.request_repaint();
        }
    }

    fn on_exit(&mut self, _gl: Option<&eframe::glow::Context>) {
        self.store_typing(&Context::default());
        self.note_place();
        // Waits until everything is on the disk.
        self.session = None;
        self.drop_copies();
        self.tabs.parked.clear();
    }
}
