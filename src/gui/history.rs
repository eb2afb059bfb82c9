//! The steps that can be undone and done again, in words; and going back or forward to one of them.

use eframe::egui::{Context, Response, Role, ScrollArea, Ui};

use super::commands::{self, Action};
use super::errand::Errand;
use super::theme::STEP;
use super::widgets::{self, Press, Tone};
use super::window::Window;
use super::wish::{Notice, Scene, Screen, Wish};
use crate::domain::history::Step;
use crate::domain::{Command, Language, Perspective};
use crate::session::Session;
use crate::storage::log::Entry;
use crate::wording::{Wording, arg};

/// How high a step is, in points.
const ROW: f32 = 28.0;

/// What undo and redo are called at this moment: with the step that they are about.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Names {
    undo: Option<String>,
    redo: Option<String>,
}

impl Names {
    /// The names for this assessment.
    pub fn now(words: &Wording, session: &Session, perspective: Perspective) -> Names {
        let named = |step: Option<&Step>, key: &str| {
            let step = words.step(session.framework(), perspective, step?);
            Some(words.with(key, &[("step", step)]))
        };
        let history = session.shown_history();
        Names { undo: named(history.to_undo(), "undo-step"), redo: named(history.to_redo(), "redo-step") }
    }

    /// What a command is called.
    pub fn of(&self, words: &Wording, entry: &commands::Entry) -> String {
        let step = match entry.action {
            Action::Undo => self.undo.clone(),
            Action::Redo => self.redo.clone(),
            _ => None,
        };
        step.unwrap_or_else(|| words.text(&entry.text_key()))
    }
}

/// A step as it is shown.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Line {
    text: String,
    /// When and by whom.
    aside: String,
    stands: Stands,
}

/// Where a line stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Stands {
    /// Taken back; so many steps forward it is done again.
    Ahead(usize),
    /// The latest that is done.
    Now,
    /// So many steps back.
    Behind(usize),
}

/// What the lines were made for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Moment {
    revision: u64,
    stored: usize,
    language: Language,
    perspective: Perspective,
}

/// The history on screen.
#[derive(Debug, Default)]
pub struct HistoryView {
    made: Option<(Moment, Vec<Line>)>,
}

impl HistoryView {
    /// Draws it.
    pub fn show(&mut self, ui: &mut Ui, scene: &mut Scene, session: &mut Session) {
        widgets::title(ui, &scene.text("history-title"));
        ui.set_width(ui.available_width().min(640.0));
        self.take_in(scene, session);
        let lines = self.made.as_ref().map(|(_, lines)| lines.as_slice()).unwrap_or_default();
        match (lines.len() > 1, session.sheet(scene.perspective).is_final) {
            (true, _) => widgets::muted(ui, &scene.text("history-about")),
            (false, true) => widgets::text(ui, &scene.text("history-final")),
            (false, false) => widgets::text(ui, &scene.text("history-empty")),
        };
        let height = (ui.ctx().content_rect().height() - 260.0).clamp(84.0, 420.0);
        let room = ScrollArea::vertical().id_salt("history").max_height(height).auto_shrink([false, true]);
        ui.scope(|ui| {
            ui.spacing_mut().item_spacing.y = 0.0;
            room.show_rows(ui, ROW, lines.len(), |ui, rows| {
                // The arrows go from step to step, from where one is.
                let begins = ui.memory(|memory| memory.focused()).is_none();
                for line in lines.get(rows).unwrap_or_default() {
                    let shown = show_line(ui, scene, line);
                    if begins && line.stands == Stands::Now {
                        shown.request_focus();
                    }
                }
                super::reach::follow_focus(ui);
            });
        });
        ui.add_space(2.0 * STEP);
        ui.horizontal_wrapped(|ui| {
            if widgets::primary(ui, &scene.text("close")).clicked() {
                scene.wish(Wish::Lay(None));
            }
            if widgets::link(ui, &scene.text("history-log")).clicked() {
                scene.wish(Wish::Lay(None));
                scene.wish(Wish::Show(Screen::Log));
            }
        });
    }

    /// Puts the steps into words when there are others than before.
    fn take_in(&mut self, scene: &Scene, session: &mut Session) {
        let moment = Moment {
            revision: session.revision(),
            stored: session.log().len(),
            language: scene.words.language(),
            perspective: scene.perspective,
        };
        if self.made.as_ref().is_some_and(|(known, _)| *known == moment) {
            return;
        }
        let history = session.history().clone();
        let whens: Vec<String> = {
            let log = session.log();
            let steps = history.undone().iter().chain(history.done().iter().rev());
            steps.map(|step| when(scene, log, step)).collect()
        };
        let framework = session.framework();
        let line = |(step, aside): (&Step, &String), stands| Line {
            text: scene.words.step(framework, scene.perspective, step),
            aside: aside.clone(),
            stands,
        };
        let (done, undone) = (history.done(), history.undone());
        let (ahead, behind) = whens.split_at(undone.len());
        let ahead = undone.iter().zip(ahead).enumerate();
        let mut lines: Vec<Line> = ahead.map(|(at, step)| line(step, Stands::Ahead(undone.len() - at))).collect();
        let stands = |back: usize| if back == 0 { Stands::Now } else { Stands::Behind(back) };
        let behind = done.iter().rev().zip(behind).enumerate();
        lines.extend(behind.map(|(back, step)| line(step, stands(back))));
        lines.push(Line { text: scene.text("history-begin"), aside: String::new(), stands: stands(done.len()) });
        self.made = Some((moment, lines));
    }
}

/// When a step was done and by whom, as the log says; nothing is said of one that is not stored yet.
fn when(scene: &Scene, log: &[Entry], step: &Step) -> String {
    let entry = usize::try_from(step.seq).ok().and_then(|seq| log.get(seq.checked_sub(1)?));
    let told = |entry: &Entry| {
        let args = [("when", scene.words.moment(&entry.at)), arg("who", scene.words.actor(&entry.actor))];
        scene.words.with("history-when", &args)
    };
    entry.map_or_else(|| scene.text("history-saving"), told)
}

fn show_line(ui: &mut Ui, scene: &mut Scene, line: &Line) -> Response {
    // The sign says it as well as the place in the list.
    let (sign, key) = match line.stands {
        Stands::Ahead(_) => ("↑", "history-forward"),
        Stands::Now => ("●", "history-now"),
        Stands::Behind(_) => ("✓", "history-back"),
    };
    let text = match line.stands {
        Stands::Now => scene.words.with("history-here", &[arg("step", &line.text)]),
        _ => line.text.clone(),
    };
    let width = ui.available_width() - 12.0;
    // Every line is as high as the others.
    let shown = widgets::cut(ui, &format!("{sign}  {text}"), width - 230.0);
    let name = scene.words.with(key, &[arg("step", &line.text), arg("when", &line.aside)]);
    let press = Press::new(&shown).tone(Tone::Row).left().role(Role::ListBoxOption).name(name).aside(&line.aside);
    let press = press.chosen(line.stands == Stands::Now).width(width);
    let response = press.hint(&line.text).show(ui);
    if response.clicked() {
        match line.stands {
            Stands::Ahead(count) => scene.wish(Wish::Redo(count)),
            Stands::Now => {}
            Stands::Behind(count) => scene.wish(Wish::Undo(count)),
        }
    }
    response
}

impl Window {
    /// What is told when `command` goes a step back or forward: the step can be about something that is not in sight.
    pub(super) fn told_step(&self, command: &Command) -> Option<Notice> {
        let session = self.session.as_ref()?;
        let (step, key, other) = match command {
            Command::Undo => (session.history().to_undo()?, "undone-step", Action::Redo),
            Command::Redo => (session.history().to_redo()?, "redone-step", Action::Undo),
            _ => return None,
        };
        let step = self.words.step(session.framework(), self.perspective, step);
        // "n.v.t." has the stop of the sentence.
        let step = step.trim_end_matches('.').to_owned();
        let keys = commands::entry(other).and_then(|entry| entry.keys(&self.words)).unwrap_or_default();
        Some(Notice::Done(self.words.with(key, &[arg("step", step), arg("keys", keys)])))
    }

    /// Goes back so many steps. More than one, or the very first, which may be a whole file that was taken in, is not done
    /// by one click: whoever records something new after it cannot go forward again.
    pub(super) fn walk_back(&mut self, ctx: &Context, count: usize) {
        let all = self.session.as_ref().map_or(0, |session| session.history().done().len());
        if count == 1 && all > 1 {
            return self.walk(ctx, &Command::Undo, count);
        }
        let question = self.words.with("history-confirm", &[arg("count", count)]);
        self.ask_first("history-confirm-title", question, "history-confirm-yes", Errand::WalkBack(count));
    }

    /// Does `command`, an undo or a redo, so many times. Each is an event of its own in the log.
    pub(super) fn walk(&mut self, ctx: &Context, command: &Command, count: usize) {
        self.end_trial(true);
        self.store_typing(ctx);
        for _ in 0..count {
            let stamp = self.stamp();
            let Some(session) = &mut self.session else { return };
            match session.execute(command.clone(), &stamp) {
                Ok(()) => self.notice = None,
                Err(error) => return self.tell_problem(self.words.session_error(&error)),
            }
        }
    }
}
