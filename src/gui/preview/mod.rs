//! The pages of a report as they are, before it is signed and after.
//!
//! | file | holds |
//! |---|---|
//! | `subject`, `refusal` | what is looked at, whether it may be, and why not |
//! | `raster`, `guard` | drawing a page by `hayro`; what a report that is not intact may have on a page |
//! | `worker` | the thread that draws |
//! | `cache` | the pictures that are kept |
//! | `zoom` | how large pages are and where they stand |
//! | `paper`, `tools` | drawing the screen |
//! | `opening` | what the window does to open and leave it |

mod cache;
mod guard;
mod opening;
mod paper;
pub mod raster;
pub mod refusal;
pub mod subject;
mod tools;
mod worker;
mod zoom;

use std::path::PathBuf;

use eframe::egui::{CentralPanel, Context, Frame, Panel, Spinner, Ui};

use self::cache::Cache;
use self::raster::Leaf;
use self::refusal::Refusal;
use self::subject::{Standing, Subject};
use self::worker::Worker;
use self::zoom::{Sheet, Zoom};
use super::form;
use super::theme::STEP;
use super::widgets;
use super::wish::{Scene, Screen};

/// What a key or button of the preview does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Turn {
    /// The next page.
    Next,
    /// The page before.
    Previous,
    /// The first page.
    First,
    /// The last page.
    Last,
    /// Some lines up.
    Up,
    /// Some lines down.
    Down,
    /// To the field for the number of a page.
    Number,
    /// Larger pages.
    Larger,
    /// Smaller pages.
    Smaller,
    /// As wide as the window, or a whole page.
    Fit,
    /// Back to where the preview was asked for.
    Leave,
}

/// Pages that are looked at.
pub struct Preview {
    /// Where to go back to.
    pub from: Screen,
    /// The file; none for a report that does not exist yet.
    file: Option<PathBuf>,
    /// Whether the page that names the signer says so of the one who was chosen.
    names_signer: bool,
    /// What the draft was made from, to see that it has changed.
    made_from: opening::Basis,
    worker: Worker,
    refusal: Option<Refusal>,
    standing: Standing,
    leaves: Vec<Leaf>,
    cache: Cache,
    /// How large pages are, once that was chosen.
    zoom: Option<Zoom>,
    /// How large they are now.
    shown: Zoom,
    sheet: Sheet,
    /// The page that is read, 0 for the first.
    at: usize,
    /// How far the sheet is scrolled, in points.
    offset: f32,
    /// How far it is to be scrolled, because of a page or a size.
    to: Option<f32>,
    /// How far it is to be scrolled from where it is.
    lines: f32,
    typed: String,
}

impl Preview {
    fn new(subject: Subject, from: Screen, made_from: opening::Basis, wake: impl Fn() + Send + 'static) -> Preview {
        let (file, names_signer) = match &subject {
            Subject::Draft(_, signer) => (None, signer.is_some()),
            Subject::File(path) => (Some(path.clone()), true),
        };
        Preview {
            from,
            file,
            names_signer,
            made_from,
            worker: Worker::start(subject, wake),
            refusal: None,
            standing: Standing::Draft,
            leaves: Vec::new(),
            cache: Cache::default(),
            zoom: None,
            shown: Zoom::default(),
            sheet: Sheet::default(),
            at: 0,
            offset: 0.0,
            to: None,
            lines: 0.0,
            typed: String::new(),
        }
    }

    /// Takes in what the thread has done.
    pub fn poll(&mut self, ctx: &Context) {
        match self.worker.opened() {
            None => {}
            Some(Ok((leaves, standing))) => (self.leaves, self.standing) = (leaves, standing),
            Some(Err(refusal)) => self.refusal = Some(refusal),
        }
        for (wanted, picture) in self.worker.drawn() {
            self.cache.put(ctx, wanted, picture);
        }
    }

    /// The page that is read, 1 for the first, and how many there are.
    pub fn place(&self) -> (usize, usize) {
        (self.at + 1, self.leaves.len())
    }

    /// Whether a page is still to come: of those in sight, or of their neighbours.
    pub fn is_busy(&self) -> bool {
        self.worker.is_busy()
    }

    /// How many bytes the pictures have that are kept.
    pub fn bytes(&self) -> usize {
        self.cache.bytes()
    }

    /// Does what a key or button asks for; leaving is for the window.
    pub fn turn(&mut self, ctx: &Context, turn: Turn) {
        let last = self.leaves.len().saturating_sub(1);
        match turn {
            Turn::Next => self.go(self.at + 1),
            Turn::Previous => self.go(self.at.saturating_sub(1)),
            Turn::First => self.go(0),
            Turn::Last => self.go(last),
            Turn::Up => self.lines -= paper::LINES,
            Turn::Down => self.lines += paper::LINES,
            Turn::Number => tools::ask_number(ctx, &mut self.typed, ""),
            Turn::Larger => self.zoom = Some(Zoom::larger(self.sheet.scale)),
            Turn::Smaller => self.zoom = Some(Zoom::smaller(self.sheet.scale)),
            Turn::Fit => self.zoom = Some(self.shown.fitted()),
            Turn::Leave => {}
        }
    }

    fn go(&mut self, page: usize) {
        self.at = page.min(self.leaves.len().saturating_sub(1));
        self.to = Some(self.sheet.offset(self.at));
    }

    /// Draws it.
    pub fn show(&mut self, ui: &mut Ui, scene: &mut Scene) {
        let ground = super::theme::Look::of(ui).ground;
        let margin = eframe::egui::Margin::symmetric(16, 8);
        Panel::top("preview tools").frame(Frame::new().fill(ground).inner_margin(margin)).show(ui, |ui| {
            self.show_tools(ui, scene);
        });
        CentralPanel::default().frame(Frame::new().fill(ground)).show(ui, |ui| match &self.refusal {
            Some(refusal) => {
                Frame::new().inner_margin(margin).show(ui, |ui| form::bad(ui, &refusal.words(scene.words)));
            }
            None if self.leaves.is_empty() => {
                Frame::new().inner_margin(margin).show(ui, |ui| {
                    ui.horizontal(|ui| {
                        ui.add(Spinner::new());
                        let key = if self.file.is_some() { "preview-reading" } else { "preview-making" };
                        widgets::text(ui, &scene.text(key));
                    });
                });
            }
            None => self.show_paper(ui, scene),
        });
        ui.add_space(STEP);
    }
}
