//! Files that are dropped on the window: what is meant with them, asked where it could be more than one thing.

use std::path::{Path, PathBuf};

use eframe::egui::{self, Context, Modal};

use super::errand::Errand;
use super::theme;
use super::widgets;
use super::window::Window;
use super::wish::Screen;
use crate::storage::Access;
use crate::wording::arg;

impl Window {
    /// Lets dropped files be: nobody said what is meant with them, and another assessment is in sight now.
    pub(super) fn forget_dropped(&mut self) {
        self.office.attaching.dropped.clear();
    }

    /// Does with dropped files what is meant: attach them, open them, or ask.
    pub(super) fn take_dropped(&mut self, ctx: &Context) {
        let dropped = ctx.input(|input| input.raw.dropped_files.iter().map(|file| file.path().to_owned()).collect());
        let dropped: Vec<PathBuf> = dropped;
        let Some(first) = dropped.first() else { return };
        let opens = dropped.iter().any(|path| is_opened(path));
        if self.screen != Screen::Workspace || self.chosen().is_none() || (opens && !self.can_attach()) {
            return self.errand(ctx, Errand::Take(first.clone()));
        }
        if opens {
            self.office.attaching.dropped = dropped;
        } else {
            self.screens.workspace.files.settle();
            self.attach(ctx, dropped);
        }
    }

    fn can_attach(&self) -> bool {
        let Some(session) = &self.session else { return false };
        session.access() == Access::Write && !session.sheet(self.perspective).is_final
    }

    /// Draws the question what is meant with dropped files.
    pub(super) fn draw_dropped(&mut self, ctx: &Context) {
        let Some(norm) = self.chosen().cloned() else { return self.office.attaching.dropped.clear() };
        let dropped = &self.office.attaching.dropped;
        let Some(first) = dropped.first().cloned() else { return };
        let names: Vec<String> = dropped
            .iter()
            .take(3)
            .map(|path| path.file_name().unwrap_or_default().to_string_lossy().into_owned())
            .collect();
        let mut names = names.join(", ");
        if dropped.len() > 3 {
            names.push_str(", …");
        }
        let words = &self.words;
        let is_assessment = dropped.len() == 1 && has_ending(&first, "trede");
        let mut answer = None;
        let shown = Modal::new(egui::Id::unique("dropped")).frame(theme::over(ctx)).show(ctx, |ui| {
            ui.set_max_width(520.0);
            widgets::title(ui, &words.with("dropped-title", &[arg("file", &names)]));
            ui.add_space(8.0);
            ui.horizontal_wrapped(|ui| {
                // What changes nothing comes first: it is what Enter and a hasty click meet.
                if widgets::primary(ui, &words.text("dropped-cancel")).clicked() {
                    answer = Some(Answer::Nothing);
                }
                if widgets::secondary(ui, &words.with("dropped-attach", &[arg("norm", &norm)])).clicked() {
                    answer = Some(Answer::Attach);
                }
                if dropped.len() == 1 && widgets::secondary(ui, &words.text("dropped-open")).clicked() {
                    answer = Some(Answer::Open);
                }
                if is_assessment && widgets::secondary(ui, &words.text("dropped-propose")).clicked() {
                    answer = Some(Answer::Propose);
                }
            });
        });
        if answer.is_none() && !shown.should_close() {
            return;
        }
        let dropped = std::mem::take(&mut self.office.attaching.dropped);
        match answer {
            Some(Answer::Attach) => {
                self.screens.workspace.files.settle();
                self.attach(ctx, dropped);
            }
            Some(Answer::Open) => self.errand(ctx, Errand::Take(first)),
            Some(Answer::Propose) => self.take_earlier(ctx, first),
            Some(Answer::Nothing) | None => {}
        }
        ctx.request_repaint();
    }
}

enum Answer {
    Nothing,
    Attach,
    Open,
    Propose,
}

/// Whether the window itself does something with a file of this kind.
fn is_opened(path: &Path) -> bool {
    ["trede", "pdf", "ron", "json"].iter().any(|known| has_ending(path, known))
}

fn has_ending(path: &Path, known: &str) -> bool {
    path.extension().is_some_and(|ending| ending.eq_ignore_ascii_case(known))
}
