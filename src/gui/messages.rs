//! What the window told, to be read back: every notice of this run with its time.

use eframe::egui::{self, Label, RichText, ScrollArea, Ui};

use super::desk;
use super::errand::Errand;
use super::form;
use super::theme::{self, Look, STEP};
use super::widgets::{self, Press, Tone};
use super::window::Window;
use super::wish::{Notice, Scene, Wish};
use crate::wording::arg;

/// How many notices are kept.
pub const MOST: usize = 200;

/// The highest that technical facts get before they scroll, in points.
const LIST: f32 = 180.0;

/// A notice that was told.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Told {
    /// When, in RFC 3339.
    at: String,
    notice: Notice,
    /// Whether its details are unfolded.
    unfolded: bool,
}

/// What was told, the latest last.
#[derive(Debug, Default)]
pub struct Messages {
    told: Vec<Told>,
    /// The notice that is shown now; told again only after it was gone.
    shown: Option<Notice>,
    /// Whether the details of the notice that is shown are unfolded.
    unfolded: bool,
    /// How high the notice was drawn, in points.
    height: f32,
}

impl Messages {
    /// Takes in the notice that is shown now.
    pub fn note(&mut self, notice: Option<&Notice>, at: impl FnOnce() -> String) {
        if notice == self.shown.as_ref() {
            return;
        }
        self.shown = notice.cloned();
        self.unfolded = false;
        let Some(notice) = notice else { return };
        if self.told.len() == MOST {
            self.told.remove(0);
        }
        self.told.push(Told { at: at(), notice: notice.clone(), unfolded: false });
    }

    /// Draws the list.
    pub fn show(&mut self, ui: &mut Ui, scene: &mut Scene) {
        widgets::title(ui, &scene.text("messages-title"));
        ui.set_width(ui.available_width().min(640.0));
        widgets::muted(ui, &scene.words.with("messages-about", &[arg("most", MOST)]));
        ui.add_space(STEP);
        if self.told.is_empty() {
            widgets::text(ui, &scene.text("messages-none"));
        }
        let height = (ui.ctx().content_rect().height() - 220.0).clamp(84.0, 420.0);
        ScrollArea::vertical().id_salt("messages").max_height(height).auto_shrink([false, true]).show(ui, |ui| {
            ui.set_width(ui.available_width() - 12.0);
            for (at, told) in self.told.iter_mut().enumerate().rev() {
                ui.push_id(at, |ui| show_told(ui, scene, told));
            }
            super::reach::by_keys(ui);
        });
        ui.add_space(2.0 * STEP);
        if widgets::primary(ui, &scene.text("close")).clicked() {
            scene.wish(Wish::Lay(None));
        }
    }
}

fn show_told(ui: &mut Ui, scene: &mut Scene, told: &mut Told) {
    let look = Look::of(ui);
    let (sign, key, color) = match told.notice {
        Notice::Done(_) => ("✓", "messages-done", look.good),
        Notice::Problem(_) => ("⚠", "messages-problem", look.bad),
    };
    let head = scene.words.with(key, &[("when", scene.words.moment(&told.at))]);
    let (sentence, details) = scene.words.folded(told.notice.text());
    ui.add(Label::new(RichText::new(format!("{sign} {head}")).font(theme::bold(12.0)).color(color)).wrap());
    form::selectable(ui, &sentence);
    if let Some(details) = details {
        show_details(ui, scene, &details, &told.at, &mut told.unfolded);
    }
    ui.add_space(STEP);
}

/// A way to unfold technical facts, and the facts.
pub(super) fn show_details(ui: &mut Ui, scene: &mut Scene, details: &str, at: &str, unfolded: &mut bool) {
    show_way_to_details(ui, scene, details, unfolded);
    if *unfolded {
        show_facts(ui, scene, details, at);
    }
}

/// What unfolds technical facts or a long list, and folds them again.
fn show_way_to_details(ui: &mut Ui, scene: &Scene, details: &str, unfolded: &mut bool) {
    let is_list = details.starts_with(&scene.text("all-problems"));
    let text = scene.text(match (is_list, *unfolded) {
        (false, false) => "messages-unfold",
        (false, true) => "messages-fold",
        (true, false) => "problems-unfold",
        (true, true) => "problems-fold",
    });
    if Press::new(&text).tone(Tone::Link).tight().show(ui).clicked() {
        *unfolded = !*unfolded;
    }
}

/// Technical facts; they can be copied together with the version of the program.
fn show_facts(ui: &mut Ui, scene: &mut Scene, details: &str, at: &str) {
    let facts = format!("{details}\nTrede {} · {at}", env!("CARGO_PKG_VERSION"));
    ScrollArea::vertical().id_salt("facts").max_height(LIST).auto_shrink([false, true]).show(ui, |ui| {
        form::copyable(ui, &facts);
    });
    if Press::new(&scene.text("messages-copy")).tight().show(ui).clicked() {
        scene.wish(Wish::Errand(Errand::Copy(facts)));
    }
}

impl Window {
    /// Tells the reader something.
    pub fn tell(&mut self, notice: Notice) {
        self.notice = Some(notice);
        self.note_notice();
    }

    /// Keeps the notice that is shown, if it is another than before.
    pub(super) fn note_notice(&mut self) {
        self.messages.note(self.notice.as_ref(), || desk::stamp("").at);
    }

    /// Draws the notice at the foot of the window.
    pub(super) fn draw_notice(&mut self, ui: &mut Ui) {
        let look = Look::of(ui);
        let Some(notice) = self.notice.clone() else { return };
        let (sign, ground, color) = match notice {
            Notice::Done(_) => ("✓", look.good_ground, look.good),
            Notice::Problem(_) => ("⚠", look.bad_ground, look.bad),
        };
        let Window { words, perspective, wishes, messages, .. } = self;
        let mut scene = Scene { words, perspective: *perspective, wishes };
        let close = scene.text("notice-close");
        let (sentence, details) = scene.words.folded(notice.text());
        let mut gone = false;
        let frame = egui::Frame::new().fill(ground).inner_margin(egui::Margin::symmetric(16, 8));
        let drawn = egui::Panel::bottom("notice").frame(frame).show(ui, |ui| {
            ui.horizontal_top(|ui| {
                gone = Press::new(&close).tight().show(ui).clicked();
                ui.vertical(|ui| {
                    // The first line stands beside the button, and what unfolds more behind the last.
                    ui.add_space(STEP);
                    widgets::sentence(ui, |ui| {
                        let label = ui.add(Label::new(RichText::new(format!("{sign} {sentence}")).color(color)).wrap());
                        widgets::set_role(&label, egui::Role::Alert, &sentence);
                        if let Some(details) = &details {
                            show_way_to_details(ui, &scene, details, &mut messages.unfolded);
                        }
                    });
                    if let Some(details) = details.as_ref().filter(|_| messages.unfolded) {
                        let at = messages.told.last().map(|told| told.at.clone()).unwrap_or_default();
                        show_facts(ui, &mut scene, details, &at);
                    }
                });
            });
            ui.min_rect().height()
        });
        // The panel takes its height from the frame before.
        if drawn.inner.to_bits() != std::mem::replace(&mut self.messages.height, drawn.inner).to_bits() {
            ui.ctx().request_repaint();
        }
        if gone {
            self.notice = None;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_notice_is_kept_once_while_it_is_shown_and_again_when_it_comes_back() {
        let mut messages = Messages::default();
        let notice = Notice::Problem("Vol.".to_owned());
        let mut note = |notice: Option<&Notice>| messages.note(notice, || "2026-11-26T09:00:00+01:00".to_owned());
        for shown in [Some(&notice), Some(&notice), None, Some(&notice)] {
            note(shown);
        }
        assert_eq!(messages.told.len(), 2);
    }

    #[test]
    fn only_the_latest_are_kept() {
        let mut messages = Messages::default();
        for number in 0..MOST + 5 {
            messages.note(Some(&Notice::Done(number.to_string())), String::new);
        }
        assert_eq!(messages.told.len(), MOST);
        assert_eq!(messages.told.last().map(|told| told.notice.text()), Some((MOST + 4).to_string().as_str()));
    }
}
