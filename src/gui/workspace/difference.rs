//! How the chosen norm differs from those on the rungs beside it.

use eframe::egui::text::{LayoutJob, TextFormat};
use eframe::egui::{Label, Stroke, Ui};

use super::compared::difference;
use super::view::View;
use crate::domain::{Aspect, Norm, Rung};
use crate::gui::theme::{self, Look};
use crate::gui::widgets::{self, Press, Tone};
use crate::gui::wish::{Scene, Wish};
use crate::wording::arg;

/// The norms of the row on the nearest rung at either side, the lower rung first.
fn neighbours<'a>(aspect: &'a Aspect, norm: &Norm) -> Vec<&'a Norm> {
    let rungs = || aspect.norms.iter().map(|each| each.rung);
    let lower = rungs().filter(|rung| *rung < norm.rung).max();
    let higher = rungs().filter(|rung| *rung > norm.rung).min();
    let on = |rung: Option<Rung>| rung.into_iter().flat_map(|rung| aspect.on(rung));
    on(lower).chain(on(higher)).collect()
}

/// Draws how the chosen norm differs from its neighbours.
pub fn show(ui: &mut Ui, scene: &mut Scene, view: &View, aspect: &Aspect, norm: &Norm) {
    let neighbours = neighbours(aspect, norm);
    if neighbours.is_empty() {
        return;
    }
    ui.add_space(4.0);
    widgets::caption(ui, &scene.text("difference-title"));
    let own = norm.text.plain(view.language());
    for other in neighbours {
        let named = [arg("rung", other.rung.number()), arg("norm", &other.id)];
        let text = scene.words.with("difference-with", &named);
        if Press::new(&text).tone(Tone::Link).tight().hint(scene.text("go-to-norm")).show(ui).clicked() {
            scene.wish(Wish::Jump(other.id.clone()));
        }
        let found = difference(&own, &other.text.plain(view.language()), view.language());
        if found.only_here.is_empty() && found.there.iter().all(|(_, is_new)| !is_new) {
            widgets::muted(ui, &scene.text("difference-none"));
            continue;
        }
        ui.add(Label::new(laid(Look::of(ui), &found.there)).wrap());
        if !found.only_here.is_empty() {
            let quoted = found.only_here.iter().map(|words| scene.words.with("quoted", &[arg("text", words)]));
            let words = quoted.collect::<Vec<_>>().join(", ");
            widgets::muted(ui, &scene.words.with("difference-only-here", &[arg("own", &norm.id), arg("words", words)]));
        }
    }
}

/// The words of the other norm; those that are only there are bold and underlined.
fn laid(look: &Look, words: &[(String, bool)]) -> LayoutJob {
    let mut job = LayoutJob::default();
    let format = |is_new: bool| match is_new {
        true => TextFormat {
            font_id: theme::bold(13.0),
            color: look.ink,
            underline: Stroke::new(1.0, look.accent),
            ..TextFormat::default()
        },
        false => TextFormat { font_id: theme::body(), color: look.muted, ..TextFormat::default() },
    };
    let mut before = None;
    for (word, is_new) in words {
        if let Some(before) = before.replace(*is_new) {
            // The line goes on between two new words only.
            job.append(" ", 0.0, format(before && *is_new));
        }
        job.append(word, 0.0, format(*is_new));
    }
    job
}
