//! Fulfilling what the screens ask for: the only place where the window changes anything.

use eframe::egui::Context;

use super::desk;
use super::dialogs::Purpose;
use super::errand::Errand;
use super::window::Window;
use super::wish::{self, Notice, Screen, Wish};
use crate::domain::{Command, Refusal};
use crate::session::{Session, SessionError, Stamp};
use crate::storage::whole_file::Replace;

impl Window {
    /// Fulfils all wishes, in order; tells whether there were any.
    pub(super) fn fulfil_all(&mut self, ctx: &Context) -> bool {
        let wishes = std::mem::take(&mut self.wishes);
        let any = !wishes.is_empty();
        for wish in wishes {
            self.fulfil(ctx, wish);
        }
        any
    }

    /// Fulfils one wish.
    pub(super) fn fulfil(&mut self, ctx: &Context, wish: Wish) {
        match wish {
            Wish::Show(screen) => self.screen = screen,
            Wish::Lay(overlay) => self.overlay = overlay,
            Wish::Do(command) => self.execute(*command),
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
            Wish::Open(path, access) => {
                let opened = Session::open(&path, access, &self.user);
                self.taken(ctx, opened);
            }
            Wish::Create(new) => {
                self.perspective = new.perspective;
                let stamp = desk::stamp(new.assessor.as_ref().map_or(&self.user, |assessor| &assessor.name));
                let made = desk::create(*new, &stamp);
                self.taken(ctx, made);
            }
            Wish::Example(path) => match desk::example(&path, &desk::stamp(&self.user)) {
                Ok(session) => self.take(ctx, session),
                Err(error) => self.notice = Some(Notice::Problem(desk::exchange_problem(&self.words, &error))),
            },
            Wish::Import(path) => self.import(&path),
            Wish::Export(path, format) => {
                self.run(ctx, Errand::Export(self.perspective, format, path, Replace::Never));
            }
            Wish::Close => {
                self.session = None;
                self.screen = Screen::Start;
            }
            Wish::Ask(purpose) => self.ask(purpose),
            Wish::Retry => {
                if let Some(session) = &mut self.session {
                    session.retry();
                }
            }
            Wish::Tell(notice) => self.notice = Some(notice),
            Wish::Errand(errand) => self.run(ctx, errand),
        }
    }

    fn taken(&mut self, ctx: &Context, session: Result<Session, SessionError>) {
        match session {
            Ok(session) => self.take(ctx, session),
            Err(error) => self.problem(&error),
        }
    }

    fn execute(&mut self, command: Command) {
        let stamp = self.stamp();
        let Some(session) = &mut self.session else { return };
        match session.execute(command, &stamp) {
            Ok(()) => self.notice = None,
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

    fn ask(&mut self, purpose: Purpose) {
        let question = self.question(purpose);
        self.dialogs.ask(question);
    }

    fn problem(&mut self, error: &SessionError) {
        self.notice = Some(Notice::Problem(wish::refusal(&self.words, error)));
    }

    /// Who acts: the assessor of this side, else the user of the computer.
    pub(super) fn stamp(&self) -> Stamp {
        let sheet = self.session.as_ref().and_then(|session| session.assessment().sheets.get(&self.perspective));
        let assessor = sheet.and_then(|sheet| sheet.assessor.as_ref());
        desk::stamp(assessor.map_or(&self.user, |assessor| &assessor.name))
    }
}
