//! A newer version of the framework on board: a quiet line that says so, and what a copy under it would become.

use eframe::egui::{self, Context};
use egui::{Grid, Label, RichText, ScrollArea, Ui, Vec2};

use super::errand::Errand;
use super::form;
use super::theme::{self, STEP};
use super::widgets;
use super::window::Window;
use super::wish::{Notice, Overlay, Scene, Wish};
use crate::domain::{Assessment, Framework, Language};
use crate::session::{MigrateError, Session};
use crate::storage::shipped::{self, Shipped};
use crate::storage::whole_file;
use crate::wording::migrations::SideWords;
use crate::wording::{Wording, arg};

/// The newer version, looked up once for an assessment.
#[derive(Default)]
pub struct Newer {
    offer: Option<Option<(&'static Shipped, Framework)>>,
    plan: Option<Plan>,
}

/// What a copy would become, in words.
struct Plan {
    of: Assessment,
    language: Language,
    sides: Vec<SideWords>,
    otherwise: Vec<String>,
}

impl Newer {
    /// The line that says that there is a newer version; nothing when there is none.
    pub fn line(&mut self, ui: &mut Ui, scene: &mut Scene, session: &Session) {
        let Some((_, framework)) = self.offer(session) else { return };
        let about = scene.words.with("newer-about", &[arg("version", &framework.version)]);
        ui.horizontal_wrapped(|ui| {
            widgets::muted(ui, &about);
            if widgets::link(ui, &scene.text("newer-look")).clicked() {
                scene.wish(Wish::Lay(Some(Overlay::Newer)));
            }
        });
    }

    /// Draws what a copy would become, for an overlay.
    pub fn show(&mut self, ui: &mut Ui, scene: &mut Scene, session: &Session) {
        let language = scene.words.language();
        let stale = |plan: &Plan| plan.of != *session.assessment() || plan.language != language;
        if self.plan.as_ref().is_none_or(stale) {
            self.plan = self.offer(session).and_then(|(_, to)| Plan::made(session, to, scene.words));
        }
        let Some((_, to)) = self.offer(session) else { return };
        let args = [arg("version", &to.version), arg("before", &session.framework().version)];
        widgets::title(ui, &scene.words.with("newer-title", &args));
        widgets::text(ui, &scene.text("newer-explanation"));
        ui.add_space(STEP);
        let height = (ui.ctx().content_rect().height() - 260.0).max(160.0);
        ScrollArea::vertical().id_salt("newer").max_height(height).min_scrolled_height(height).show(ui, |ui| {
            ui.set_width(ui.available_width() - 4.0 * STEP);
            match &self.plan {
                Some(plan) => plan.show(ui, scene),
                None => drop(widgets::text(ui, &scene.text("migration-nobody"))),
            }
        });
        ui.add_space(2.0 * STEP);
        ui.horizontal(|ui| {
            if widgets::primary(ui, &scene.text("newer-write")).clicked() {
                scene.wish(Wish::Errand(Errand::Migrate));
            }
            if widgets::secondary(ui, &scene.text("form-cancel")).clicked() {
                scene.wish(Wish::Lay(None));
            }
        });
    }

    fn offer(&mut self, session: &Session) -> Option<&(&'static Shipped, Framework)> {
        self.offer.get_or_insert_with(|| shipped::newer_than(session.framework())).as_ref()
    }
}

impl Plan {
    fn made(session: &Session, to: &Framework, words: &Wording) -> Option<Plan> {
        let planned = session.migration(to, words).ok()?;
        let sides = planned.sheets.iter().filter(|sheet| sheet.has_answers());
        Some(Plan {
            of: session.assessment().clone(),
            language: words.language(),
            sides: sides.map(|sheet| words.migrated_side(session.framework(), to, sheet)).collect(),
            otherwise: words.described_otherwise(&planned.diff),
        })
    }

    fn show(&self, ui: &mut Ui, scene: &Scene) {
        if self.sides.is_empty() {
            widgets::text(ui, &scene.text("migration-nobody"));
        }
        for (at, side) in self.sides.iter().enumerate() {
            form::section(ui, &side.headline);
            Grid::new(("newer", at)).num_columns(3).spacing(Vec2::new(24.0, 4.0)).show(ui, |ui| {
                for (row, cells) in side.rows.iter().enumerate() {
                    for cell in cells {
                        let font = if row == 0 { theme::bold(13.0) } else { theme::body() };
                        ui.add(Label::new(RichText::new(cell).font(font)).extend());
                    }
                    ui.end_row();
                }
            });
            for line in &side.lines {
                widgets::text(ui, line);
            }
        }
        for line in &self.otherwise {
            widgets::text(ui, line);
        }
    }
}

impl Window {
    /// Writes the copy under the newer version beside the assessment, and goes on with it.
    pub(super) fn migrate(&mut self, ctx: &Context) {
        self.store_typing(ctx);
        self.overlay = None;
        let stamp = self.stamp();
        let Some(session) = &mut self.session else { return };
        let Some((shipped, to)) = shipped::newer_than(session.framework()) else { return };
        let old = session.path().to_owned();
        let stem = old.file_stem().unwrap_or_default().to_string_lossy();
        let path = whole_file::free_path(&old.with_file_name(format!("{stem}-{}.trede", to.version)));
        match session.migrate(shipped.text.as_bytes(), &path, &stamp, &self.words) {
            Ok((copy, _)) => {
                // The old one is not to be judged on.
                self.session = None;
                self.take(ctx, copy);
                let args = [arg("file", path.display()), arg("old", old.display())];
                self.notice = Some(Notice::Done(self.words.with("migration-made", &args)));
            }
            Err(MigrateError::Session(error)) => {
                self.notice = Some(Notice::Problem(self.words.session_error(&error)));
            }
            Err(MigrateError::Hindered(hindrance)) => {
                let text = self.words.hindrance(hindrance, session.framework(), &to);
                self.notice = Some(Notice::Problem(text));
            }
        }
    }
}
