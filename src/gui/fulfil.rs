//! Fulfilling what the screens ask for: the only place where the window changes anything.

use eframe::egui::Context;

use super::commands::Action;
use super::desk;
use super::dialogs::Purpose;
use super::errand::{AttachedErrand, Errand};
use super::passwords::About;
use super::window::Window;
use super::wish::{Notice, Overlay, Scene, Screen, Wish};
use crate::domain::{Command, Refusal};
use crate::session::{Session, SessionError, Stamp};
use crate::storage::Access;
use crate::storage::whole_file::Replace;
use crate::wording::arg;

impl Window {
    /// Fulfils all wishes, in order; tells whether there were any.
    pub(super) fn fulfil_all(&mut self, ctx: &Context) -> bool {
        let mut any = false;
        while !self.wishes.is_empty() {
            any = true;
            let mut wishes = std::mem::take(&mut self.wishes);
            // What was typed belongs to what was there when it was typed: it is recorded before anything else happens,
            // such as closing, whichever of them was drawn first.
            wishes.sort_by_key(|wish| !matches!(wish, Wish::Do(_)));
            for wish in wishes {
                self.fulfil(ctx, wish);
            }
        }
        any
    }

    /// Fulfils one wish.
    pub(super) fn fulfil(&mut self, ctx: &Context, wish: Wish) {
        // What was told on the screen before is not about the next.
        if let Wish::Show(screen) = &wish
            && (*screen != self.screen || matches!(self.notice, Some(Notice::Problem(_))))
        {
            self.notice = None;
        }
        if Window::leaves_trial(&wish) {
            self.end_trial(true);
        }
        self.do_as_wished(ctx, wish);
        self.note_notice();
    }

    fn do_as_wished(&mut self, ctx: &Context, wish: Wish) {
        match wish {
            Wish::Run(action) => self.run(ctx, action),
            Wish::Show(screen) => {
                self.show_screen(screen);
            }
            Wish::Lay(overlay) => {
                self.screens.palette.reset();
                self.screens.find.reset();
                self.overlay = overlay;
            }
            Wish::Do(command) => self.execute(*command),
            Wish::Undo(count) => self.walk_back(ctx, count),
            Wish::Redo(count) => self.walk(ctx, &Command::Redo, count),
            Wish::Jump(norm) => {
                self.screen = Screen::Workspace;
                if let Some(session) = &self.session {
                    self.screens.workspace.jump(session, &norm);
                }
            }
            Wish::ShowPart(part) => {
                self.screen = Screen::Workspace;
                if let Some(session) = &self.session {
                    self.screens.workspace.show_part(session, &part);
                }
            }
            Wish::TakeSide(perspective) => self.perspective = perspective,
            Wish::Bring(at) => self.bring(ctx, at),
            Wish::Open(path, access) => {
                // A file that is open already is not opened twice.
                if let Some(at) = self.tab_of(&path) {
                    return self.bring(ctx, at);
                }
                if !self.has_room() {
                    return;
                }
                if self.asks_password(&path, |path| About::Open(path, access)) {
                    return;
                }
                match Session::open(&path, access, &self.user) {
                    Ok(session) => self.take_opened(ctx, session),
                    Err(error) => self.not_opened(ctx, path, &error),
                }
            }
            Wish::Create(_) | Wish::Example(_) if !self.has_room() => {}
            Wish::Create(new) if new.protect => self.ask_new_password(new),
            Wish::Create(new) => {
                self.perspective = new.perspective;
                let stamp = desk::stamp(new.assessor.as_ref().map_or(&self.user, |assessor| &assessor.name));
                let made = desk::create(*new, &stamp);
                self.taken(ctx, made);
            }
            Wish::Example(path) => match desk::example(&path, &desk::stamp(&self.user)) {
                Ok(session) => {
                    self.take(ctx, session);
                    self.begin_tour_once();
                }
                Err(error) => self.notice = Some(Notice::Problem(desk::exchange_problem(&self.words, &error))),
            },
            Wish::Import(path) => self.import(&path),
            Wish::Export(path, format) => {
                self.errand(ctx, Errand::Export(self.perspective, format, path, Replace::Never));
            }
            Wish::Close => self.close_tab(ctx),
            Wish::Ask(purpose) => self.ask_for_file(purpose),
            Wish::Retry => {
                if let Some(session) = &mut self.session {
                    session.retry();
                }
            }
            Wish::Tell(notice) => self.notice = Some(notice),
            Wish::Errand(errand) => self.errand(ctx, errand),
        }
    }

    /// Does what a command does.
    pub(super) fn run(&mut self, ctx: &Context, action: Action) {
        let wish = match action {
            Action::Undo | Action::Redo => {
                self.store_typing(ctx);
                Wish::Do(Box::new(if action == Action::Undo { Command::Undo } else { Command::Redo }))
            }
            Action::Trial => return self.toggle_trial(ctx),
            Action::History => {
                self.end_trial(true);
                self.store_typing(ctx);
                Wish::Lay(Some(Overlay::History))
            }
            Action::Tour => return self.begin_tour(),
            Action::Messages => Wish::Lay(Some(Overlay::Messages)),
            Action::Find => Wish::Lay(Some(Overlay::Find)),
            Action::Palette => Wish::Lay(Some(Overlay::Palette)),
            Action::Help => Wish::Lay(Some(Overlay::Help)),
            Action::Introduction => Wish::Lay(Some(Overlay::Introduction)),
            Action::Password => return self.show_password(),
            Action::Cover => Wish::Lay(Some(Overlay::Cover)),
            Action::Settings => Wish::Lay(Some(Overlay::Settings)),
            Action::Workspace => Wish::Show(Screen::Workspace),
            Action::Overview => Wish::Show(Screen::Overview),
            Action::Log => Wish::Show(Screen::Log),
            Action::Report => Wish::Show(Screen::Report),
            Action::Verify => {
                self.verify_another();
                Wish::Show(Screen::Verify)
            }
            Action::Attach => Wish::Errand(Errand::Attached(AttachedErrand::Ask)),
            Action::Preview => Wish::Errand(Errand::PreviewReport),
            Action::Turn(turn) => return self.turn(ctx, turn),
            Action::New => Wish::Show(Screen::New),
            Action::Propose => Wish::Lay(Some(Overlay::Earlier)),
            Action::Import => Wish::Ask(Purpose::Import),
            Action::Export(form) => Wish::Ask(Purpose::Export(form)),
            Action::Open => Wish::Ask(Purpose::OpenAssessment),
            Action::Close => Wish::Close,
            Action::NextTab | Action::PreviousTab => return self.bring_next(ctx, action == Action::NextTab),
            Action::Theme(theme) => return ctx.set_theme(theme),
            Action::Contrast => Wish::Errand(Errand::Contrast(!self.office.settings.strong_contrast)),
            Action::Larger | Action::Smaller | Action::NormalSize => Wish::Errand(Errand::Zoom(self.zoomed(action))),
            _ => {
                let Window { words, session, perspective, wishes, screens, .. } = self;
                let Some(session) = session.as_mut() else { return };
                self.screen = Screen::Workspace;
                let mut scene = Scene { words, perspective: *perspective, wishes };
                return screens.workspace.run(ctx, &mut scene, session, action);
            }
        };
        self.wishes.push(wish);
    }

    /// Stores what is being typed.
    pub(super) fn store_typing(&mut self, ctx: &Context) {
        let Window { words, session, perspective, screens, .. } = self;
        let Some(session) = session.as_ref() else { return };
        let mut wishes = Vec::new();
        screens.workspace.flush(&mut Scene { words, perspective: *perspective, wishes: &mut wishes }, session);
        // What is told about it stays to be read.
        wishes.sort_by_key(|wish| !matches!(wish, Wish::Do(_)));
        for wish in wishes {
            self.fulfil(ctx, wish);
        }
    }

    /// Shows an assessment that was opened, compares it with what is known of its file, and asks who works on it.
    pub(super) fn take_opened(&mut self, ctx: &Context, session: Session) {
        let access = session.access();
        self.take(ctx, session);
        self.compare_with_known();
        if access == Access::Write {
            self.ask_who();
        }
    }

    pub(super) fn taken(&mut self, ctx: &Context, session: Result<Session, SessionError>) {
        match session {
            Ok(session) => self.take(ctx, session),
            Err(error) => self.problem(&error),
        }
    }

    fn execute(&mut self, command: Command) {
        if self.is_trying() {
            return self.try_out(command);
        }
        let stamp = self.stamp();
        let told = self.told_step(&command);
        let adopts = matches!(command, Command::Adopt { .. });
        let Some(session) = &mut self.session else { return };
        match session.execute(command, &stamp) {
            Ok(()) => {
                let adopted = session.history().to_undo().filter(|_| adopts);
                let adopted = adopted.map(|step| self.words.step(session.framework(), self.perspective, step));
                let adopted = adopted.map(|step| Notice::Done(self.words.with("adopted", &[arg("step", step)])));
                (self.notice, self.warned) = (told.or(adopted), None);
            }
            Err(SessionError::Refused(Refusal::NothingChanges)) if adopts => {
                self.notice = Some(Notice::Done(self.words.text("adopted-nothing")));
            }
            // What is so already needs no sentence.
            Err(SessionError::Refused(Refusal::NothingChanges)) => {}
            Err(error) => self.problem(&error),
        }
    }

    fn import(&mut self, path: &std::path::Path) {
        let stamp = self.stamp();
        let Some(session) = &mut self.session else { return };
        self.notice = Some(match desk::import(session, path, &stamp) {
            Ok(()) => Notice::Done(self.words.text("import-done")),
            Err(error) => Notice::Problem(desk::exchange_problem(&self.words, &error)),
        });
    }

    fn problem(&mut self, error: &SessionError) {
        self.notice = Some(Notice::Problem(self.words.session_error(error)));
    }

    /// Who acts, and when.
    pub(super) fn stamp(&self) -> Stamp {
        desk::stamp(&self.acting().name)
    }
}
