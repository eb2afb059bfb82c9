//! The audit log in words: who did what and when, with the old and the new value, the latest first.

use std::collections::{BTreeSet, HashMap};

use eframe::egui;
use egui::{Role, ScrollArea, Sense, Ui, Vec2, WidgetInfo};

use super::form;
use super::theme::{self, Look, STEP};
use super::widgets;
use super::wish::Scene;
use crate::session::Session;
use crate::storage::log::{self, Break, Entry};
use crate::wording::arg;

const ROW: f32 = 19.0;
/// A text is folded to so many lines: a rationale can have thousands of characters.
const FOLDED: usize = 6;
/// Beside the lines, for the bar that scrolls them and what letters take from each other.
const BESIDE: f32 = 16.0;
/// How far a line stands to the right: that of a change, and one that goes on with the one above it, in points.
const CHANGE: f32 = 28.0;
const FURTHER: f32 = 20.0;

/// The log in words.
#[derive(Debug, Default)]
pub struct LogView {
    lines: Vec<Line>,
    count: usize,
    broken: Option<Break>,
    head: String,
    language: Option<crate::domain::Language>,
    /// The lines as they fit in this width.
    rows: Vec<Row>,
    width: f32,
    /// The lines that are shown whole, however long they are.
    unfolded: BTreeSet<usize>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
enum Line {
    Entry(String),
    Change(String),
    /// That the order of moments is not that of the numbers.
    Warning(String),
    Gap,
}

/// A line, or a piece of one.
#[derive(Debug)]
struct Row {
    /// Of which line it is.
    of: usize,
    text: String,
    /// How far it stands to the right, in points.
    indent: f32,
    kind: Kind,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    /// How a line begins.
    First,
    /// How it goes on.
    Further,
    /// What folds and unfolds it.
    Fold,
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
                    self.list(ui, scene);
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

    fn list(&mut self, ui: &mut Ui, scene: &Scene) {
        let look = Look::of(ui);
        let room = ui.available_width();
        if room != self.width {
            self.width = room;
            let mut known = HashMap::new();
            let fonts = [theme::bold(13.0), theme::body()];
            self.fit(&mut |letter, bold| {
                *known.entry((letter, bold)).or_insert_with(|| {
                    let font = &fonts[usize::from(!bold)];
                    ui.fonts_mut(|shown| shown.glyph_width(font, letter))
                })
            });
        }
        let mut folded = None;
        ui.spacing_mut().item_spacing.y = 0.0;
        let scroll = ScrollArea::vertical().id_salt("log").auto_shrink([false, false]);
        scroll.show_rows(ui, ROW, self.rows.len(), |ui, rows| {
            for Row { of, text, indent, kind } in self.rows.get(rows).unwrap_or_default() {
                let room = Vec2::new(ui.available_width(), ROW);
                let (rect, response) = ui.allocate_exact_size(room, Sense::hover());
                if *kind == Kind::Fold {
                    let key = if self.unfolded.contains(of) { "log-less" } else { "log-more" };
                    let rect = rect.with_min_x(rect.left() + indent);
                    let layout = egui::Layout::left_to_right(egui::Align::Center);
                    widgets::inside(ui, rect, ("fold", *of), layout, |ui| {
                        if widgets::link(ui, &scene.text(key)).clicked() {
                            folded = Some(*of);
                        }
                    });
                    continue;
                }
                let (whole, font, color) = match self.lines.get(*of) {
                    Some(Line::Entry(whole)) => (whole, theme::bold(13.0), look.ink),
                    Some(Line::Change(whole)) => (whole, theme::body(), look.muted),
                    Some(Line::Warning(whole)) => (whole, theme::body(), look.bad),
                    Some(Line::Gap) | None => continue,
                };
                let shown = widgets::one_line(ui, text, font, color, room.x - indent);
                let is_cut = shown.elided;
                ui.painter().galley(rect.left_center() + Vec2::new(*indent, -shown.size().y / 2.0), shown, color);
                if *kind == Kind::First {
                    // A screen reader reads the whole of a line at its beginning.
                    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, whole));
                }
                if is_cut {
                    response.on_hover_text(whole);
                }
            }
            super::reach::by_keys(ui);
        });
        if let Some(line) = folded {
            if !self.unfolded.remove(&line) {
                self.unfolded.insert(line);
            }
            self.width = 0.0;
        }
    }

    /// Breaks the lines so that they fit in the width, where letters are so wide, bold or not.
    fn fit(&mut self, letter: &mut dyn FnMut(char, bool) -> f32) {
        self.rows.clear();
        for (of, line) in self.lines.iter().enumerate() {
            let (text, indent, is_bold) = match line {
                Line::Entry(text) => (text.as_str(), 0.0, true),
                Line::Change(text) | Line::Warning(text) => (text.as_str(), CHANGE, false),
                Line::Gap => ("", 0.0, false),
            };
            let room = (self.width - indent - FURTHER - BESIDE).max(120.0);
            let broken = broken(text, room, &mut |each| letter(each, is_bold));
            let is_long = broken.len() > FOLDED + 1;
            let shown = if is_long && !self.unfolded.contains(&of) { FOLDED } else { broken.len() };
            let rows = broken.into_iter().take(shown).enumerate();
            self.rows.extend(rows.map(|(at, text)| {
                let (further, kind) = if at == 0 { (0.0, Kind::First) } else { (FURTHER, Kind::Further) };
                Row { of, text, indent: indent + further, kind }
            }));
            if is_long {
                self.rows.push(Row { of, text: String::new(), indent: indent + FURTHER, kind: Kind::Fold });
            }
        }
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
        self.unfolded.clear();
        self.width = 0.0;
        let earlier = earlier(&entries);
        for entry in entries.iter().rev() {
            let event = entry.read();
            let what = match &event {
                Ok(event) => scene.words.cause(&event.cause),
                Err(_) => scene.words.with("log-break-unreadable", &[arg("seq", entry.seq)]),
            };
            let when = scene.words.moment_and_utc(&entry.at);
            let who = one_line(&scene.words.actor(&entry.actor));
            self.lines.push(Line::Entry(format!("{}   {when}   {who}   {}", entry.seq, one_line(&what))));
            if earlier.contains(&entry.seq) {
                self.lines.push(Line::Warning(format!("⚠ {}", scene.text("log-earlier"))));
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

/// The lines of a text of which none is wider than this, broken between words where there are any.
fn broken(text: &str, most: f32, letter: &mut dyn FnMut(char) -> f32) -> Vec<String> {
    let mut rows = Vec::new();
    let (mut from, mut blank, mut width, mut since_blank) = (0, None, 0.0, 0.0);
    for (at, each) in text.char_indices() {
        let wide = letter(each);
        if width + wide > most && at > from {
            // A blank at which a line is broken stands on neither side.
            let (end, next, rest) = match (each, blank.take()) {
                (' ', _) => (at, at + 1, -wide),
                (_, Some(blank)) => (blank, blank + 1, since_blank),
                (_, None) => (at, at, 0.0),
            };
            rows.push(text[from..end].to_owned());
            (from, width) = (next, rest);
        }
        if each == ' ' {
            (blank, since_blank) = (Some(at).filter(|at| *at >= from), 0.0);
        } else {
            since_blank += wide;
        }
        width += wide;
    }
    rows.push(text[from..].to_owned());
    rows
}

/// A text on one line: every line of the log is as high as the others.
fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_is_broken_between_words() {
        // An i is half as wide as the others.
        let broken = |text: &str, most: f32| broken(text, most, &mut |each| if each == 'i' { 0.5 } else { 1.0 });
        assert_eq!(broken("een twee drie", 9.0), ["een twee", "drie"]);
        assert_eq!(broken("iii iii iii iii", 7.0), ["iii iii iii", "iii"]);
        assert_eq!(broken("onafgebroken", 5.0), ["onafg", "ebrok", "en"]);
        assert_eq!(broken("een onafgebroken", 5.0), ["een", "onafg", "ebrok", "en"]);
        assert_eq!(broken("precies past", 7.0), ["precies", "past"]);
        assert_eq!(broken("", 5.0), [""]);
        let long = broken("é ".repeat(1_000).trim_end(), 10.0);
        assert!(long.len() == 200 && long.iter().all(|row| row == "é é é é é"), "{long:?}");
    }

    #[test]
    fn a_long_text_is_folded_until_it_is_asked_for() {
        let lines = vec![Line::Entry("1".to_owned()), Line::Change("woord ".repeat(200)), Line::Gap];
        let mut view = LogView { lines, width: 700.0, ..LogView::default() };
        view.fit(&mut |_, _| 7.0);
        let kinds = |view: &LogView| view.rows.iter().filter(|row| row.of == 1).map(|row| row.kind).collect::<Vec<_>>();
        let folded = kinds(&view);
        assert_eq!((folded.len(), folded[0], folded[FOLDED]), (FOLDED + 1, Kind::First, Kind::Fold));
        view.unfolded.insert(1);
        view.fit(&mut |_, _| 7.0);
        let words: usize = view.rows.iter().map(|row| row.text.matches("woord").count()).sum();
        assert_eq!((words, kinds(&view).pop()), (200, Some(Kind::Fold)));
    }
}
