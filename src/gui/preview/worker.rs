//! The thread that draws pages, and the desk on which it finds what is wanted and leaves what is done.
//!
//! The newest wishes count: what went out of sight before its turn came is not drawn. The thread ends when the preview
//! is left, after the page that it is drawing.

use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::thread;

use eframe::egui::ColorImage;

use super::raster::{Leaf, Opened};
use super::refusal::Refusal;
use super::subject::{Standing, Subject};

/// Enough for a page tree and forms that are nested as deep as the drawing allows.
const STACK: usize = 16 << 20;

/// A page in a size, in pixels.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Wanted {
    /// The page, 0 for the first.
    pub page: usize,
    /// Width and height.
    pub pixels: [u16; 2],
}

/// A page that was drawn; without a picture when it cannot be.
pub type Drawn = (Wanted, Option<ColorImage>);

/// What is known once the report is open.
pub type Contents = (Vec<Leaf>, Standing);

#[derive(Default)]
struct Desk {
    opened: Option<Result<Contents, Refusal>>,
    wanted: Vec<Wanted>,
    drawing: Option<Wanted>,
    drawn: Vec<Drawn>,
    is_left: bool,
}

#[derive(Default)]
struct Shared {
    desk: Mutex<Desk>,
    changed: Condvar,
}

impl Shared {
    fn desk(&self) -> MutexGuard<'_, Desk> {
        // Nothing that can panic runs while it is held.
        self.desk.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// The thread, as the window sees it. Dropping it lets the thread end.
pub struct Worker {
    shared: Arc<Shared>,
}

impl Worker {
    /// Opens `subject` on a thread of its own; `wake` is called when there is something new.
    pub fn start(subject: Subject, wake: impl Fn() + Send + 'static) -> Worker {
        let shared = Arc::new(Shared::default());
        let theirs = Arc::clone(&shared);
        let started = thread::Builder::new().name("preview".to_owned()).stack_size(STACK).spawn(move || {
            work(&theirs, &subject, &wake);
        });
        if started.is_err() {
            shared.desk().opened = Some(Err(Refusal::Lost));
        }
        Worker { shared }
    }

    /// What the report holds, or why it is not shown, once.
    pub fn opened(&self) -> Option<Result<Contents, Refusal>> {
        self.shared.desk().opened.take()
    }

    /// The pages that were drawn since.
    pub fn drawn(&self) -> Vec<Drawn> {
        std::mem::take(&mut self.shared.desk().drawn)
    }

    /// Whether a page is still to come: of those in sight, or of their neighbours.
    pub fn is_busy(&self) -> bool {
        let desk = self.shared.desk();
        desk.drawing.is_some() || !desk.wanted.is_empty() || !desk.drawn.is_empty()
    }

    /// Asks for these pages in this order, instead of those that were asked for before.
    pub fn want(&self, wanted: Vec<Wanted>) {
        let mut desk = self.shared.desk();
        let is_coming =
            |each: &Wanted, desk: &Desk| desk.drawing == Some(*each) || desk.drawn.iter().any(|(done, _)| done == each);
        let wanted: Vec<Wanted> = wanted.into_iter().filter(|each| !is_coming(each, &desk)).collect();
        if desk.wanted != wanted {
            desk.wanted = wanted;
            self.shared.changed.notify_one();
        }
    }
}

impl Drop for Worker {
    fn drop(&mut self) {
        self.shared.desk().is_left = true;
        self.shared.changed.notify_one();
    }
}

fn work(shared: &Shared, subject: &Subject, wake: &dyn Fn()) {
    let opened = match Opened::open(subject) {
        Ok(opened) => opened,
        Err(refusal) => {
            shared.desk().opened = Some(Err(refusal));
            return wake();
        }
    };
    shared.desk().opened = Some(Ok((opened.leaves.clone(), opened.standing())));
    wake();
    let mut pen = opened.pen();
    let mut size = [0, 0];
    while let Some(wanted) = next(shared) {
        // What is kept of letters belongs to one size, and it is never thrown away by itself.
        if wanted.pixels != size {
            (pen, size) = (opened.pen(), wanted.pixels);
        }
        let picture = pen.draw(wanted.page, wanted.pixels);
        let mut desk = shared.desk();
        desk.drawing = None;
        desk.drawn.push((wanted, picture));
        drop(desk);
        wake();
    }
}

/// The next page that is wanted; waits for it. Nothing once the preview was left.
fn next(shared: &Shared) -> Option<Wanted> {
    let mut desk = shared.desk();
    loop {
        if desk.is_left {
            return None;
        }
        if !desk.wanted.is_empty() {
            let wanted = desk.wanted.remove(0);
            desk.drawing = Some(wanted);
            return Some(wanted);
        }
        desk = shared.changed.wait(desk).unwrap_or_else(PoisonError::into_inner);
    }
}
