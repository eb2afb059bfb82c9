//! How far the making of a report is.

use std::sync::Arc;
use std::sync::atomic::{AtomicU8, Ordering};

use eframe::egui::{Spinner, Ui};

use super::wide_card;
use crate::gui::errand::Errand;
use crate::gui::job::Halt;
use crate::gui::theme::STEP;
use crate::gui::widgets::{self, Press};
use crate::gui::wish::{Scene, Wish};
use crate::wording::arg;

/// How far the making of a report is; shared with the thread that makes it.
#[derive(Clone, Debug)]
pub struct Steps {
    /// The keys of what is being done, in order.
    keys: Vec<&'static str>,
    done: Arc<AtomicU8>,
    /// Calls it off.
    pub halt: Halt,
}

impl Steps {
    /// Before the first step. When a token signs, that can take long and want something of its holder; a time stamp is a
    /// step of its own.
    pub fn new(on_token: bool, is_stamped: bool) -> Self {
        let mut keys = match on_token {
            true => vec!["reporting-step-find", "reporting-step-token"],
            false => vec!["reporting-step-unlock", "reporting-step-make"],
        };
        keys.extend(is_stamped.then_some("reporting-step-stamp"));
        keys.extend(["reporting-step-write", "reporting-step-verify"]);
        Steps { keys, done: Arc::default(), halt: Halt::default() }
    }

    /// Goes on to the next step.
    pub fn next(&self) {
        self.done.fetch_add(1, Ordering::Relaxed);
    }

    fn now(&self) -> usize {
        usize::from(self.done.load(Ordering::Relaxed)).min(self.keys.len() - 1)
    }
}

/// Draws that something is under way.
pub(super) fn busy(ui: &mut Ui, text: &str) {
    ui.horizontal(|ui| {
        ui.add(Spinner::new());
        widgets::text(ui, text);
    });
}

/// Draws how far it is.
pub(super) fn working(ui: &mut Ui, scene: &mut Scene, steps: &Steps) {
    let now = steps.now();
    wide_card(ui, |ui| {
        let name = scene.words.with("reporting-step-name", &[arg("step", now + 1), arg("all", steps.keys.len())]);
        let width = ui.available_width();
        widgets::progress(ui, now, steps.keys.len(), width, &name);
        for (at, key) in steps.keys.iter().enumerate() {
            let text = scene.text(key);
            match at.cmp(&now) {
                std::cmp::Ordering::Less => {
                    widgets::muted(ui, &format!("✓ {text}"));
                }
                std::cmp::Ordering::Equal => busy(ui, &text),
                std::cmp::Ordering::Greater => {
                    widgets::muted(ui, &text);
                }
            }
        }
    });
    ui.add_space(2.0 * STEP);
    if Press::new(&scene.text("stop-work")).enabled(steps.halt.is_undecided()).show(ui).clicked() {
        scene.wish(Wish::Errand(Errand::StopWork));
    }
}
