//! Introduction of a part, meaning of the scale and footnotes, over the rubric.

use eframe::egui::{ScrollArea, Ui};

use crate::domain::{Framework, Part, Piece};
use crate::gui::theme::Look;
use crate::gui::widgets;
use crate::gui::wish::{Scene, Wish};
use crate::wording::{Wording, arg};

/// What a part weighs within its theme, where the parts of it weigh differently.
pub fn weight(words: &Wording, framework: &Framework, part: &Part) -> Option<String> {
    let theme = framework.theme_of(part.id.as_str()).filter(|theme| !theme.weighs_alike());
    theme.map(|_| words.with("part-weight", &[arg("weight", words.percent(&part.weight))]))
}

/// Draws it.
pub fn show(ui: &mut Ui, scene: &mut Scene, framework: &Framework, part: &Part) {
    let language = scene.words.language();
    widgets::title(ui, &format!("{}. {}", part.id, part.title.get(language)));
    // As high from the first frame on as it stays: what the text needs is known only after that.
    let height = (ui.ctx().content_rect().height() - 220.0).max(120.0);
    let area = ScrollArea::vertical().auto_shrink([true, false]).max_height(height).min_scrolled_height(height);
    area.show(ui, |ui| {
        ui.set_width(ui.available_width().min(680.0));
        for paragraph in &part.introduction {
            let job = widgets::marked(paragraph, language, 13.0, Look::of(ui).ink);
            ui.add(eframe::egui::Label::new(job).wrap());
        }
        let rule = scene.words.rule(part);
        for line in rule.into_iter().chain(weight(scene.words, framework, part)) {
            widgets::text(ui, &line);
        }
        ui.add_space(8.0);
        widgets::subtitle(ui, &scene.text("scale-title"));
        for (level, meaning) in &framework.scale {
            ui.horizontal_top(|ui| {
                let color = Look::of(ui).score(*level);
                ui.label(
                    eframe::egui::RichText::new(level.to_string()).font(crate::gui::theme::bold(15.0)).color(color),
                );
                widgets::text(ui, &meaning.plain(language));
            });
        }
        widgets::muted(
            ui,
            &scene
                .words
                .with("source-place", &[arg("place", framework.scale_source.plain(language).trim_end_matches('.'))]),
        );
        let called: std::collections::BTreeSet<u32> = part
            .introduction
            .iter()
            .chain(part.norms().map(|norm| &norm.text))
            .flat_map(|text| text.pieces(language))
            .filter_map(|piece| if let Piece::Footnote(number) = piece { Some(number) } else { None })
            .collect();
        let footnotes = framework.footnotes.iter().filter(|note| called.contains(&note.number));
        let footnotes: Vec<_> = footnotes.collect();
        if !footnotes.is_empty() {
            ui.add_space(8.0);
            widgets::subtitle(ui, &scene.text("footnotes-title"));
            for note in footnotes {
                let text = note.text.plain(language);
                widgets::text(ui, &scene.words.with("footnote", &[arg("number", note.number), arg("text", text)]));
            }
        }
        let notes: Vec<_> = framework.notes_on(part).collect();
        if !notes.is_empty() {
            ui.add_space(8.0);
            widgets::subtitle(ui, &scene.text("notes-title"));
            for note in notes {
                widgets::strong(ui, &format!("{} {}", note.id, note.title.plain(language)));
                widgets::text(ui, &note.text.plain(language));
            }
        }
    });
    ui.add_space(8.0);
    if widgets::primary(ui, &scene.text("close")).clicked() {
        scene.wish(Wish::Lay(None));
    }
}
