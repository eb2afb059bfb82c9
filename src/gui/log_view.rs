//! The audit log in words: who did what and when, with the old and the new value, the latest first.

use std::collections::BTreeSet;

use eframe::egui;
use egui::{Label, RichText, ScrollArea, Ui};

use super::form;
use super::theme::{self, Look, STEP};
use super::widgets;
use super::wish::Scene;
use crate::session::Session;
use crate::storage::log::{self, Break, Entry};
use crate::wording::arg;

const ROW: f32 = 20.0;

/// The log in words.
#[derive(Debug, Default)]
pub struct LogView {
    lines: Vec<Line>,
    count: usize,
    broken: Option<Break>,
    head: String,
    language: Option<crate::domain::Language>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
enum Line {
    Entry { seq: u64, when: String, who: String, what: String },
    Change(String),
    Gap,
}

impl LogView {
    /// Draws it.
    pub fn show(&mut self, ui: &mut Ui, scene: &mut Scene, session: &mut Session) {
        self.take_in(scene, session);
        // A line is a row of a table, not of a text: the more of it can be read the better.
        let (side, width) = form::place(ui, f32::INFINITY);
        let margin = egui::Frame::new().inner_margin(egui::Margin { left: 0, right: 0, top: 20, bottom: 8 });
        margin.show(ui, |ui| {
            ui.horizontal_top(|ui| {
                ui.spacing_mut().item_spacing.x = 0.0;
                ui.add_space(side);
                ui.vertical(|ui| {
                    ui.set_width(width);
                    widgets::title(ui, &scene.text("log-title"));
                    self.verdict(ui, scene);
                    ui.add_space(STEP);
                    self.list(ui);
                });
            });
        });
    }

    fn verdict(&self, ui: &mut Ui, scene: &Scene) {
        match &self.broken {
            None => {
                let text = scene.words.with("log-verified", &[arg("count", self.count)]);
                form::good(ui, &format!("✓ {text}"));
                form::copyable(ui, &scene.words.with("log-head", &[arg("sha256", &self.head)]));
            }
            Some(broken) => {
                let text = scene.words.with("log-broken", &[("reason", scene.words.log_break(broken))]);
                form::bad(ui, &text);
            }
        }
    }

    fn list(&self, ui: &mut Ui) {
        let look = Look::of(ui);
        ui.spacing_mut().item_spacing.y = 2.0;
        let scroll = ScrollArea::vertical().id_salt("log").auto_shrink([false, false]);
        scroll.show_rows(ui, ROW, self.lines.len(), |ui, rows| {
            for line in self.lines.get(rows).unwrap_or_default() {
                let text = match line {
                    Line::Entry { seq, when, who, what } => RichText::new(format!("{seq}   {when}   {who}   {what}"))
                        .font(theme::bold(13.0))
                        .color(look.ink),
                    Line::Change(text) => RichText::new(format!("        {text}")).color(look.muted),
                    Line::Gap => RichText::new(" ").color(look.line),
                };
                ui.allocate_ui(egui::Vec2::new(ui.available_width(), ROW), |ui| {
                    ui.set_min_height(ROW);
                    // A long rationale is cut at the end of the line; the whole of it stands beside the pointer.
                    let response = ui.add(Label::new(text).truncate());
                    if let Line::Change(text) = line {
                        response.on_hover_text(text);
                    }
                });
            }
        });
    }

    /// Puts the log into words when there is more of it than before, and verifies it from the first entry.
    fn take_in(&mut self, scene: &Scene, session: &mut Session) {
        let entries = session.log().to_vec();
        if entries.len() == self.count && self.language == Some(scene.words.language()) {
            return;
        }
        let framework = session.framework();
        self.count = entries.len();
        self.language = Some(scene.words.language());
        self.broken = log::verify(&entries, &framework.sha256).err();
        self.head = entries.last().map(|entry| entry.hash.clone()).unwrap_or_default();
        self.lines.clear();
        let earlier = earlier(&entries);
        for entry in entries.iter().rev() {
            let event = entry.read();
            let what = match &event {
                Ok(event) => scene.words.cause(&event.cause),
                Err(_) => scene.words.with("log-break-unreadable", &[arg("seq", entry.seq)]),
            };
            let when = scene.words.moment_and_utc(&entry.at);
            self.lines.push(Line::Entry {
                seq: entry.seq,
                when,
                who: one_line(&scene.words.actor(&entry.actor)),
                what: one_line(&what),
            });
            if earlier.contains(&entry.seq) {
                self.lines.push(Line::Change(format!("⚠ {}", scene.text("log-earlier"))));
            }
            for change in event.iter().flat_map(|event| scene.words.changes(framework, event)) {
                let args = [arg("what", change.subject), arg("before", change.before), arg("after", change.after)];
                self.lines.push(Line::Change(one_line(&scene.words.with("change", &args))));
            }
            self.lines.push(Line::Gap);
        }
    }
}

/// The entries of which the clock stood earlier than at the one before: it was set back in between.
fn earlier(entries: &[Entry]) -> BTreeSet<u64> {
    let at = |entry: &Entry| chrono::DateTime::parse_from_rfc3339(&entry.at).ok();
    let set_back = |pair: &&[Entry]| matches!((at(&pair[0]), at(&pair[1])), (Some(one), Some(next)) if next < one);
    entries.windows(2).filter(set_back).map(|pair| pair[1].seq).collect()
}

/// A text on one line: every line of the log is as high as the others.
fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
