//! A question before something that cannot be taken back.

use std::path::Path;

use eframe::egui::{self, Context, Modal};

use super::errand::Errand;
use super::theme;
use super::widgets;
use super::window::Window;
use crate::wording::arg;

/// A question before something that cannot be taken back.
pub(super) struct Confirm {
    title: String,
    question: String,
    yes: String,
    then: Errand,
}

impl Window {
    /// Asks whether a file may be replaced, and then runs this.
    pub(super) fn ask_to_replace(&mut self, path: &Path, then: Errand) {
        let question = self.words.with("confirm-replace", &[arg("file", path.display())]);
        self.ask_first("confirm-replace-title", question, "confirm-replace-yes", then);
    }

    /// Asks before running this: a question as title, what there is to know, and what yes is called.
    pub(super) fn ask_first(&mut self, title: &str, question: String, yes: &str, then: Errand) {
        let (title, yes) = (self.words.text(title), self.words.text(yes));
        self.office.confirm = Some(Confirm { title, question, yes, then });
    }

    /// Takes back a question that nobody answered.
    pub(super) fn forget_question(&mut self) {
        self.office.confirm = None;
    }

    /// Draws the question that is open, over everything else.
    pub(super) fn draw_confirm(&mut self, ctx: &Context) {
        let Some(confirm) = &self.office.confirm else { return };
        let no = self.words.text("confirm-no");
        let mut answer = None;
        let shown = Modal::new(egui::Id::unique("confirm")).frame(theme::over(ctx)).show(ctx, |ui| {
            ui.set_max_width(520.0);
            widgets::title(ui, &confirm.title);
            widgets::text(ui, &confirm.question);
            ui.add_space(12.0);
            ui.horizontal(|ui| {
                // What changes nothing comes first: it is what Enter and a hasty click meet.
                if widgets::primary(ui, &no).clicked() {
                    answer = Some(false);
                }
                if widgets::secondary(ui, &confirm.yes).clicked() {
                    answer = Some(true);
                }
            });
        });
        if answer.is_none() && !shown.should_close() {
            return;
        }
        if let Some(Confirm { then, .. }) = self.office.confirm.take().filter(|_| answer == Some(true)) {
            self.errand(ctx, then);
        }
        ctx.request_repaint();
    }
}
