//! A newer version of the framework on board: a quiet line that says so, and what a copy under it would become.

use eframe::egui::{self, Context};
use egui::{Grid, Label, RichText, ScrollArea, Ui, Vec2};

use super::errand::Errand;
use super::form;
use super::job::{Job, Progress};
use super::reports::waker;
use super::theme::{self, STEP};
use super::widgets;
use super::window::Window;
use super::wish::{Notice, Overlay, Scene, Wish};
use crate::domain::migration::MigratedSheet;
use crate::domain::{Assessment, Framework, Language, Migration};
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
    /// The copy that is being written.
    job: Option<Job<Result<(Session, Migration), MigrateError>>>,
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
        widgets::sentence(ui, |ui| {
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
            super::reach::by_keys(ui);
        });
        ui.add_space(2.0 * STEP);
        if self.job.is_some() {
            widgets::muted(ui, &scene.text("password-busy"));
            return;
        }
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
    /// Writes the copy under the newer version beside the assessment, on another thread.
    pub(super) fn migrate(&mut self, ctx: &Context) {
        if self.screens.newer.job.is_some() {
            return;
        }
        self.store_typing(ctx);
        self.overlay = None;
        let stamp = self.stamp();
        let Some(session) = &mut self.session else { return };
        let Some((shipped, to)) = shipped::newer_than(session.framework()) else { return };
        let old = session.path().to_owned();
        let stem = old.file_stem().unwrap_or_default().to_string_lossy();
        let path = whole_file::free_path(&old.with_file_name(format!("{stem}-{}.trede", to.version)));
        match session.migrating(shipped.text.as_bytes(), &path, &stamp, &self.words) {
            Ok(migrating) => {
                self.screens.newer.job = Some(Job::start(waker(ctx), move || migrating.write()));
                self.overlay = Some(Overlay::Newer);
            }
            Err(error) => self.tell_not_migrated(&error, &to),
        }
    }

    /// Takes in the copy when it is written. Until then the form stays, so that nothing is judged that the copy misses.
    pub(super) fn poll_newer(&mut self, ctx: &Context) {
        let Some(job) = self.screens.newer.job.take() else { return };
        let written = match job.poll() {
            Progress::Working => {
                self.screens.newer.job = Some(job);
                self.overlay = Some(Overlay::Newer);
                return;
            }
            Progress::Done(written) => written,
            Progress::Lost => return self.tell_problem(self.words.text("unopened-lost")),
        };
        self.overlay = None;
        match written {
            Ok((copy, migration)) => {
                let path = copy.path().to_owned();
                // The old one is not to be judged on.
                let old = self.session.take().map(|session| session.path().display().to_string()).unwrap_or_default();
                self.take(ctx, copy);
                let args = [arg("file", path.display()), arg("old", old)];
                let mut text = self.words.with("migration-made", &args);
                let side = migration.sheets.iter().find(|sheet| sheet.perspective == self.perspective);
                let anew = side.map(MigratedSheet::to_judge).unwrap_or_default();
                if let (Some(first), Some(session)) = (anew.first(), &self.session) {
                    self.screens.workspace.jump(session, first);
                    let args = [arg("count", anew.len()), arg("norms", self.words.norms(&anew))];
                    text = format!("{text} {}", self.words.with("newer-judge", &args));
                }
                self.notice = Some(Notice::Done(text));
            }
            Err(error) => {
                let to = self.session.as_ref().and_then(|session| shipped::newer_than(session.framework()));
                if let Some((_, to)) = to {
                    self.tell_not_migrated(&error, &to);
                }
            }
        }
    }

    fn tell_not_migrated(&mut self, error: &MigrateError, to: &Framework) {
        let text = match (error, &self.session) {
            (MigrateError::Session(error), _) => self.words.session_error(error),
            (MigrateError::Hindered(hindrance), Some(session)) => {
                self.words.hindrance(*hindrance, session.framework(), to)
            }
            (MigrateError::Hindered(_), None) => return,
        };
        self.notice = Some(Notice::Problem(text));
    }
}
