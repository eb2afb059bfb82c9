//! How the window is put together in every frame: the screen that is on, what stands around it, what lies over it.

use eframe::egui;
use egui::{CentralPanel, Context, Frame, Id, Margin, Modal, Panel, Ui};

use super::history::Names;
use super::menu;
use super::parts::{self, Nav};
use super::tab_strip;
use super::theme::{self, Look};
use super::top::{self, Bar, Saved};
use super::trouble;
use super::widgets;
use super::window::Window;
use super::wish::{Overlay, Scene, Screen, Wish};
use super::workspace::introduction;
use crate::session::SaveState;
use crate::storage::Access;

impl Window {
    /// Draws the screen that is on, and what stands around it.
    pub(super) fn draw(&mut self, ui: &mut Ui) {
        self.draw_tabs(ui);
        if self.session.is_some() && !matches!(self.screen, Screen::Start | Screen::New) {
            self.draw_around(ui);
        }
        self.draw_notice(ui);
        self.draw_trial(ui);
        self.draw_final(ui);
        let Window { words, session, perspective, screen, wishes, screens, office, .. } = self;
        let mut scene = Scene { words, perspective: *perspective, wishes };
        let ground = Frame::new().fill(Look::of(ui).ground).inner_margin(Margin::same(0));
        match (*screen, session.as_mut()) {
            (Screen::Workspace, Some(session)) => {
                screens.workspace.show(ui, &mut scene, session, office.literal.overlay());
            }
            (screen, session) => {
                CentralPanel::default().frame(ground).show(ui, |ui| match (screen, session) {
                    (Screen::New, _) => screens.new_form.show(ui, &mut scene),
                    (Screen::Verify, _) => screens.verify.show(ui, &mut scene, &mut screens.trusted),
                    (Screen::Overview, Some(session)) => {
                        screens.overview.show(ui, &mut scene, session, &mut screens.newer)
                    }
                    (Screen::Log, Some(session)) => screens.log.show(ui, &mut scene, session),
                    (Screen::Report, Some(session)) => screens.report.show(ui, &mut scene, session),
                    (Screen::Preview, _) => {
                        if let Some(preview) = &mut screens.preview {
                            preview.show(ui, &mut scene);
                        }
                    }
                    _ => screens.start.show(ui, &mut scene),
                });
            }
        }
    }

    /// Says over the rubric that nothing can be changed, why, and where it can be.
    fn draw_final(&mut self, ui: &mut Ui) {
        let Some(session) = self.session.as_ref().filter(|session| !session.is_trying()) else { return };
        let (reads, is_final) = (session.access() == Access::Read, session.sheet(self.perspective).is_final);
        if self.screen != Screen::Workspace || !(reads || is_final) {
            return;
        }
        let look = Look::of(ui);
        let frame = Frame::new().fill(look.accent_ground).inner_margin(Margin::symmetric(16, 6));
        Panel::top("final").frame(frame).show(ui, |ui| {
            widgets::sentence(ui, |ui| {
                let key = if is_final { "rubric-final" } else { "rubric-read-only" };
                widgets::strong(ui, &self.words.text(key));
                if !reads && widgets::link(ui, &self.words.text("rubric-final-reopen")).clicked() {
                    self.wishes.push(Wish::Show(Screen::Overview));
                }
            });
        });
    }

    /// The strip of what is open; one alone needs none, unless a screen of the window itself hides whose it is.
    fn draw_tabs(&mut self, ui: &mut Ui) {
        let hidden = matches!(self.screen, Screen::Start | Screen::New);
        if self.session.is_none() || (self.tabs.parked.is_empty() && !hidden) {
            return;
        }
        let (tabs, in_sight) = self.open_tabs();
        let Window { words, perspective, wishes, .. } = self;
        let mut scene = Scene { words, perspective: *perspective, wishes };
        tab_strip::show(ui, &mut scene, &tabs, in_sight.filter(|_| !hidden));
    }

    fn draw_around(&mut self, ui: &mut Ui) {
        let who = self.acting_text();
        let Window { words, session, perspective, screen, wishes, screens, .. } = self;
        let Some(session) = session.as_mut() else { return };
        let mut scene = Scene { words, perspective: *perspective, wishes };
        let saved = match (session.access(), session.save_state()) {
            (Access::Read, _) => Saved::ReadOnly,
            (_, SaveState::Saved) if screens.workspace.waits() => Saved::Waits,
            (_, SaveState::Saved) if screens.workspace.is_typing() => Saved::Soon,
            (_, SaveState::Saved) => Saved::Yes,
            (_, SaveState::Saving(_)) => Saved::Soon,
            (_, SaveState::Failed(error, _)) => Saved::No(trouble::told(words, error)),
        };
        let score = session.shown_score(*perspective).clone();
        let open = score.parts.iter().map(|part| part.unanswered).sum();
        let framework = session.framework();
        let is_final = session.assessment().sheets.get(perspective).is_some_and(|sheet| sheet.is_final);
        let cover = &session.assessment().cover;
        let trying = session.is_trying();
        let names = || Names::now(words, session, *perspective);
        let bar = Bar { framework, cover, score: &score, saved, open, is_final, trying, names: &names };
        top::show(ui, &mut scene, &bar);
        screens.trouble.show(ui, &mut scene, &bar.saved);
        if *screen == Screen::Workspace && !theme::is_low(ui) {
            let may_judge = trying || (session.access() == Access::Write && !is_final);
            menu::show_keys(ui, &scene, may_judge);
        }
        parts::show(
            ui,
            &mut scene,
            &Nav { framework, score: &score, part: screens.workspace.part(), screen: *screen, who: &who },
        );
    }

    /// Draws what lies over the screen.
    pub(super) fn draw_overlay(&mut self, ctx: &Context) {
        let Some(overlay) = self.overlay else { return };
        let Window { words, session, perspective, wishes, screens, messages, office, .. } = self;
        let mut scene = Scene { words, perspective: *perspective, wishes };
        let answer = Modal::new(Id::unique(("overlay", overlay as u8))).frame(theme::over(ctx)).show(ctx, |ui| {
            ui.set_max_width((ui.ctx().content_rect().width() - 56.0).min(720.0));
            match (overlay, session.as_mut()) {
                (Overlay::Help, _) => screens.help.show(ui, &mut scene),
                (Overlay::Password, session) => {
                    scrolled(ui, |ui| office.passwords.show(ui, &mut scene, session.as_deref()));
                }
                (Overlay::Path, _) => scrolled(ui, |ui| screens.path.show(ui, &mut scene)),
                (Overlay::Who, _) => scrolled(ui, |ui| screens.who.show(ui, &mut scene)),
                (Overlay::Unopened, _) => scrolled(ui, |ui| screens.unopened.show(ui, &mut scene)),
                (Overlay::Settings, _) => screens.settings.show(ui, &mut scene),
                (Overlay::Cover, Some(session)) => screens.cover.show(ui, &mut scene, session),
                (Overlay::Palette, session) => {
                    let session = session.as_deref();
                    let side = scene.perspective;
                    let names = session.map(|session| Names::now(scene.words, session, side)).unwrap_or_default();
                    let part = screens.workspace.part();
                    let part = session.zip(part).and_then(|(session, part)| session.framework().part(part.as_str()));
                    screens.palette.show_commands(ui, &mut scene, part, screens.preview.is_some(), &names);
                }
                (Overlay::Find, Some(session)) => screens.find.show(ui, &mut scene, session),
                (Overlay::History, Some(session)) => screens.history.show(ui, &mut scene, session),
                (Overlay::Messages, _) => messages.show(ui, &mut scene),
                (Overlay::Earlier, Some(session)) => {
                    scrolled(ui, |ui| screens.earlier.show(ui, &mut scene, session));
                }
                (Overlay::Newer, Some(session)) => screens.newer.show(ui, &mut scene, session),
                (Overlay::Introduction, Some(session)) => {
                    let framework = session.framework();
                    if let Some(part) = screens.workspace.part().and_then(|part| framework.part(part.as_str())) {
                        introduction::show(ui, &mut scene, framework, part);
                    }
                }
                _ => {}
            }
        });
        if answer.should_close() {
            self.overlay = if overlay == Overlay::Path { self.screens.path.back } else { None };
        }
    }
}

/// What lies over a screen, and scrolls where there is little height.
fn scrolled(ui: &mut Ui, content: impl FnOnce(&mut Ui)) {
    if !theme::is_low(ui) {
        return content(ui);
    }
    // What lies over the screen has a margin of its own.
    let most = ui.ctx().content_rect().height() - 2.0 * f32::from(theme::OVER) - 4.0 * theme::STEP;
    let shown = egui::ScrollArea::vertical().max_height(most).show(ui, |ui| {
        content(ui);
        super::reach::by_keys(ui);
    });
    // Its place follows from its height in the frame before.
    let (id, height) = (shown.id.with("height"), shown.inner_rect.height());
    if ui.data(|data| data.get_temp(id)) != Some(height) {
        ui.data_mut(|data| data.insert_temp(id, height));
        ui.ctx().request_repaint();
    }
}
